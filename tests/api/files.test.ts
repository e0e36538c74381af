import { readXlsx } from 'hucre/xlsx';
import { beforeAll, expect, test } from 'vitest';
import { reference } from '../../services/data/reference.ts';
import { projectTemplate } from '../../services/files/template.ts';
import { rowsIn, type Written, workbookOf } from '../files/written-files.ts';
import { PARK, prohibited, type Shanxi, startShanxi } from './seed.ts';

let api: Shanxi;

/** A park that refuses ferroalloy below 50 million CNY. */
beforeAll(async () => {
  api = await startShanxi();
  await api.publish({
    key: 'park',
    title: { zh: '园区目录' },
    entries: [
      prohibited('1', {
        text: { zh: '总投资低于5000万元的铁合金项目' },
        when: {
          all: [
            { product: { product: '铁合金', unit: 't/a', of: 'CAPACITY', moreThan: '0' } },
            { number: { fact: 'totalInvestment', unit: '万元', lessThan: '5000' } },
          ],
        },
      }),
    ],
  });
});

async function assessed(...table: readonly (readonly Written[])[]) {
  const rows = await rowsIn(await workbookOf(table), { zone: PARK });
  const { data, errors } = await api.ask(
    'query ($projects: [ProjectInput!]!) { assessMany(projects: $projects) { ref assessment { outcome missingFacts { fact { key } } } userErrors { code path } } }',
    { projects: rows.flatMap(({ project }) => project ?? []) },
  );
  expect(errors).toBeUndefined();
  return data.assessMany;
}

test('what a file states is decided as it stands, and what it does not say clearly is asked for', async () => {
  const settled = (ref: string, outcome: string) => ({
    ref,
    assessment: { outcome, missingFacts: [] },
    userErrors: [],
  });
  const asks = (ref: string, key: string) => ({
    ref,
    assessment: { outcome: 'NEEDS_INFORMATION', missingFacts: [{ fact: { key } }] },
    userErrors: [],
  });
  expect(
    await assessed(
      ['序号', '国标行业代码', '建设性质', '总投资（万元）', '主要产品及产能'],
      ['a', '3140 铁合金冶炼', '新建', '4,999', '硅铁 5万吨/年'],
      ['b', '3140 铁合金冶炼', '新建', '0.5亿元', '硅铁 5万吨/年'],
      ['c', '3140 铁合金冶炼', '新建', '约5000', '硅铁 5万吨/年'],
      ['d', '3140 铁合金冶炼', '新建', 4000, '硅铁 5万吨/年；锰硅合金'],
      ['e', '3140 铁合金冶炼', '新建', 4000, '石膏板 5万平方米/年'],
    ),
  ).toEqual([
    settled('a', 'REFUSED'),
    settled('b', 'ADMITTED'),
    asks('c', 'totalInvestment'),
    asks('d', 'products'),
    settled('e', 'ADMITTED'),
  ]);
});

test('every column of the template states what the API takes', async () => {
  const [headers, example] = (await readXlsx(await projectTemplate(reference))).sheets[0]!.rows;
  const row = example!.map((cell, at) => (at === 0 ? '1' : at === 1 ? PARK : cell));
  expect(await assessed(headers as Written[], row as Written[])).toEqual([
    { ref: '1', assessment: expect.anything(), userErrors: [] },
  ]);
});
