import { readXlsx } from 'hucre/xlsx';
import { describe, expect, it } from 'vitest';
import { reference } from '../../services/data/reference.ts';
import type { Outcome } from '../../services/domain/vocabulary.ts';
import { fieldsOf, type StatedProject } from '../../services/files/fields.ts';
import { readProjects } from '../../services/files/read-projects.ts';
import {
  checkSum,
  type DecidedBy,
  earlierResults,
  ofEarlier,
  type RowResult,
} from '../../services/files/result-columns.ts';
import { type CheckedRow, resultsWorkbook } from '../../services/files/results-workbook.ts';
import { partsOf, unpack } from '../../services/files/zip.ts';
import { partsOfWorkbook, type Written, workbookOf, zipOf } from './written-files.ts';

const ON = '2026-11-28';
const BY: DecidedBy = { on: ON, laws: { zone_park: 'catalog_a@1' } };
const fields = fieldsOf(reference);

const HEADERS = ['项目名称', '行业代码', '总投资（万元）', '备注'];
const LIST: readonly (readonly Written[])[] = [
  ['某园区项目清单'],
  HEADERS,
  ['甲', '3140', 5000, '=1+1'],
  ['乙', '2614', { value: 1234.5, format: '#,##0.00' }, null],
  ['丙', '6450', 900, '急'],
];

const result = (outcome: Outcome | null, missing: readonly string[] = []): RowResult => ({
  outcome,
  entries: '=山西省目录 1.2',
  basis: '《目录》第三条',
  conditions: '',
  questions: missing.join('；'),
  explanation: '第一行\n第二行 <&>',
  reference: 'b1-1',
  missing,
});

const assessedNow = (project: StatedProject, result: RowResult): CheckedRow => ({
  result,
  sum: checkSum(result, project, BY, 'zh'),
});

/** What a file comes back as, each project with the result that its name has. */
async function checked(
  file: Uint8Array,
  results: Readonly<Record<string, RowResult>>,
  known = fields,
): Promise<Uint8Array> {
  const { sheets } = await readProjects(file, { reference, zone: 'zone_park' });
  const done = [];
  for (const { name, headerRow, mapping, rows: read } of sheets) {
    const rows = new Map<number, CheckedRow>();
    let width = mapping.columns.length;
    const from = earlierResults(mapping);
    for await (const { row, project, cells } of read) {
      width = Math.max(width, cells.length);
      if (project === null) continue;
      const unchanged = from === null ? undefined : ofEarlier(cells, from, project, BY);
      rows.set(row, unchanged ? { unchanged } : assessedNow(project, results[project.name!] ?? result(null)));
    }
    done.push({ name, headerRow, mapping, width, rows });
  }
  const faults = [{ sheet: '表1', row: 3, column: '备注', value: '=1+1', mend: '请改' }];
  const written = resultsWorkbook(
    file,
    { on: ON, sheets: done, faults, about: [['批次', 'b1']] },
    known,
    'zh',
  );
  const pieces: Uint8Array[] = [];
  for await (const piece of written) pieces.push(piece);
  return new Uint8Array(Buffer.concat(pieces));
}

const open = async (bytes: Uint8Array) => (await readXlsx(bytes, { readStyles: true })).sheets;

async function partText(bytes: Uint8Array, name: string): Promise<string> {
  const part = partsOf(bytes).find((one) => one.name === name)!;
  const pieces: Uint8Array[] = [];
  for await (const piece of unpack(part)) pieces.push(piece);
  return Buffer.concat(pieces).toString();
}

const original = await workbookOf(LIST, [['别的'], ['一', 2]]);
const RESULTS = {
  甲: result('REFUSED'),
  乙: result('NEEDS_INFORMATION', ['natures', 'processes', 'landArea', 'totalInvestment']),
  丙: result('NEEDS_INFORMATION', ['natures', 'combustibleDust']),
};
const returned = await checked(original, RESULTS);
const [list, other, summary, faults] = (await open(returned)).filter(({ hidden }) => !hidden);

describe('a list that comes back with its results', () => {
  it('has all that it had, and its results in columns behind', () => {
    expect(list!.rows.map((row) => row.slice(0, 4))).toEqual([
      ['某园区项目清单', null, null, null],
      HEADERS,
      ['甲', '3140', 5000, '=1+1'],
      ['乙', '2614', 1234.5, null],
      ['丙', '6450', 900, '急'],
    ]);
    expect(list!.cells!.get('3,2')!.style!.numFmt).toBe('#,##0.00');
    expect(list!.rows[1]!.slice(4, 12)).toEqual([
      '准入结论',
      '决定性条目',
      '依据',
      '须满足条件',
      '缺少材料',
      '说明',
      '受理编号',
      '核对码（请勿改动）',
    ]);
    expect(list!.rows[2]!.slice(4, 11)).toEqual([
      '不予准入',
      "'=山西省目录 1.2",
      '《目录》第三条',
      null,
      null,
      '第一行\n第二行 <&>',
      'b1-1',
    ]);
  });

  it('keeps its other sheets byte by byte', async () => {
    expect(other!.rows).toEqual([
      ['别的', null],
      ['一', 2],
    ]);
    expect(await partText(returned, 'xl/worksheets/sheet2.xml')).toBe(
      await partText(original, 'xl/worksheets/sheet2.xml'),
    );
  });

  it('has each outcome in its colour', () => {
    const colours = [2, 3, 4].map((row) => list!.cells!.get(`${row},4`)!.style!.fill);
    expect(colours).toMatchObject([
      { fgColor: { rgb: 'FFC7CE' } },
      { fgColor: { rgb: 'FFEB9C' } },
      { fgColor: { rgb: 'FFEB9C' } },
    ]);
  });

  it('asks for each missing fact in a column of its own, the one that opens most rows first', () => {
    // 总投资 has its column already: a second one would leave both unread.
    expect(list!.rows[1]!.slice(12)).toEqual([
      '建设性质',
      '涉及可燃性粉尘',
      '重点监管的危险化工工艺',
      '用地面积（亩）',
    ]);
    const asked = (row: number) => [12, 13, 14, 15].filter((at) => list!.cells!.has(`${row},${at}`));
    expect([asked(2), asked(3), asked(4)]).toEqual([[], [12, 14, 15], [12, 13]]);
  });

  it('offers what can be written there, and a list too long for a rule stands on a hidden sheet', async () => {
    const rules = list!.dataValidations!.map(({ range, type, values }) => [range, type, values?.length]);
    expect(rules).toEqual([
      ['M3:M5', 'list', 5],
      ['N3:N5', 'list', 2],
      ['O3:O5', 'list', 18],
    ]);
    const options = Array.from({ length: 40 }, (_, at) => `山西省定义的第${at}种工艺`);
    const longer = fields.map((field) => (field.key === 'processes' ? { ...field, options } : field));
    const sheets = await open(await checked(original, RESULTS, longer));
    const { formula1 } = sheets[0]!.dataValidations!.find(({ range }) => range === 'O3:O5')!;
    expect(formula1).toBe("'准入选项'!$A$1:$A$40");
    const hidden = sheets.filter((sheet) => sheet.hidden);
    expect(hidden.map(({ name, rows }) => [name, rows])).toEqual([['准入选项', options.map((one) => [one])]]);
  });

  it('counts the outcomes, with a chart, and says what to ask first', async () => {
    expect(summary!.name).toBe('准入结论汇总');
    expect(summary!.rows.slice(0, 8).map((row) => row.slice(0, 3))).toEqual([
      ['准入结论', '项目数', '占比'],
      ['可以准入', 0, '0.0 %'],
      ['满足限制条件后可以准入', 0, '0.0 %'],
      ['材料不足，尚不能判定', 2, '66.7 %'],
      ['须报主管部门研究决定', 0, '0.0 %'],
      ['不予准入', 1, '33.3 %'],
      ['未能判定', 0, '0.0 %'],
      ['合计', 3, null],
    ]);
    expect(summary!.rows[10]).toEqual(['建设性质', 2, expect.stringContaining('新建')]);
    expect(await partText(returned, 'xl/charts/chart1.xml')).toContain(
      '<c:f>&#39;准入结论汇总&#39;!$B$2:$B$7</c:f>'.replaceAll('&#39;', "'"),
    );
  });

  it('lists what is to be mended, and starts no formula', () => {
    expect(faults!.rows).toEqual([
      ['工作表', '行', '列', '所填内容', '问题及改法'],
      ['表1', 3, '备注', "'=1+1", '请改'],
    ]);
  });

  it('hides the check code', async () => {
    expect(await partText(returned, 'xl/worksheets/sheet1.xml')).toContain(
      '<col min="12" max="12" width="12" customWidth="1" hidden="1"/>',
    );
  });
});

describe('handed in again', () => {
  /** As an office changes it: rows in another order, one deleted, facts filled in. */
  const changed = async (change: (rows: Written[][]) => Written[][]): Promise<Uint8Array> => {
    const rows = list!.rows.map((row) => [...row] as Written[]);
    return await workbookOf(change(rows), [['别的']]);
  };
  const assessedIn = async (file: Uint8Array, by: DecidedBy = BY) => {
    const { sheets } = await readProjects(file, { reference, zone: 'zone_park' });
    const names: string[] = [];
    for (const { mapping, rows } of sheets)
      for await (const { project, cells } of rows)
        if (project && !ofEarlier(cells, earlierResults(mapping)!, project, by)) names.push(project.name!);
    return names;
  };

  it('nothing is assessed anew where nothing is another', async () => {
    expect(await assessedIn(returned)).toEqual([]);
    expect(
      await assessedIn(await changed(([title, header, ...rows]) => [title!, header!, ...rows.reverse()])),
    ).toEqual([]);
    expect(await assessedIn(await changed((rows) => rows.toSpliced(3, 1)))).toEqual([]);
  });

  it('a row is where a fact was filled in, a statement was changed, or its result', async () => {
    const set = (row: number, column: number, value: Written) =>
      changed((rows) => {
        rows[row]![column] = value;
        return rows;
      });
    expect(await assessedIn(await set(3, 12, '新建'))).toEqual(['乙']);
    expect(await assessedIn(await set(2, 2, 4999))).toEqual(['甲']);
    expect(await assessedIn(await set(2, 4, '可以准入'))).toEqual(['甲']);
    expect(await assessedIn(await set(4, 3, '不急'))).toEqual([]);
  });

  it('every row is for another day', async () => {
    expect(await assessedIn(returned, { ...BY, on: '2026-11-29' })).toEqual(['甲', '乙', '丙']);
  });

  it('every row is where something else is published for its zone, or nobody knows what', async () => {
    expect(await assessedIn(returned, { on: ON, laws: { zone_park: 'catalog_a@2' } })).toEqual([
      '甲',
      '乙',
      '丙',
    ]);
    expect(await assessedIn(returned, { on: ON, laws: {} })).toEqual(['甲', '乙', '丙']);
  });

  it('comes back in the same columns and sheets, with what is still missing behind them', async () => {
    const again = await checked(returned, {});
    expect((await open(again)).map(({ name, rows }) => [name, rows])).toEqual(
      (await open(returned)).map(({ name, rows }) => [name, rows]),
    );
    const filled = await changed((rows) => {
      rows[4]![12] = '新建';
      return rows;
    });
    const [second, ...others] = (
      await open(await checked(filled, { 丙: result('NEEDS_INFORMATION', ['natures', 'annualEnergy']) }))
    ).filter(({ hidden }) => !hidden);
    expect(second!.rows[1]!.slice(11)).toEqual([
      '核对码（请勿改动）',
      '建设性质',
      '涉及可燃性粉尘',
      '重点监管的危险化工工艺',
      '用地面积（亩）',
      '年综合能源消费量（tce）',
    ]);
    expect(others.map(({ name }) => name)).toEqual(['表2', '准入结论汇总', '问题清单']);
  });
});

it('a workbook as others write it, with a prefix, without styles, numbers of rows or places of cells, is one too', async () => {
  const row = (...cells: readonly string[]) =>
    `<x:row>${cells.map((cell) => `<x:c t="inlineStr"><x:is><x:t>${cell}</x:t></x:is></x:c>`).join('')}</x:row>`;
  const parts = partsOfWorkbook('').map((part) =>
    part.name === 'xl/worksheets/sheet1.xml'
      ? {
          name: part.name,
          content: `<x:worksheet xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><x:cols><x:col min="1" max="16384" width="9"/></x:cols><x:sheetData>${row('项目名称', '行业代码')}${row('甲', '3140')}</x:sheetData><x:pageMargins left="1"/></x:worksheet>`,
        }
      : part,
  );
  const bytes = await checked(zipOf(parts), { 甲: result('NEEDS_INFORMATION', ['natures']) });
  const [list] = await open(bytes);
  expect(list!.rows.map((cells) => [cells[0], cells[1], cells[2], cells[10]])).toEqual([
    ['项目名称', '行业代码', '准入结论', '建设性质'],
    ['甲', '3140', '材料不足，尚不能判定', null],
  ]);
  const xml = await partText(bytes, 'xl/worksheets/sheet1.xml');
  expect(
    [...xml.matchAll(/min="(\d+)" max="(\d+)"/g)].map(([, min, max]) => [Number(min), Number(max)]),
  ).toEqual([[1, 2], ...Array.from({ length: 9 }, (_, at) => [at + 3, at + 3]), [12, 16384]]);
  expect(xml.replace(/^.*<\/x:sheetData>/s, '').match(/<x:\w+/g)).toEqual([
    '<x:autoFilter',
    '<x:dataValidations',
    '<x:dataValidation',
    '<x:formula1',
    '<x:pageMargins',
  ]);
});
