import { describe, expect, it } from 'vitest';
import { reference } from '../../services/data/reference.ts';
import { Refusals } from '../../services/domain/messages/refusal.ts';
import { fieldsOf } from '../../services/files/fields.ts';
import type { Mapping } from '../../services/files/mapping.ts';
import { readMappings } from '../../services/files/mapping.ts';
import { readProjects } from '../../services/files/read-projects.ts';
import { rowsIn, workbookOf } from './written-files.ts';

const HEADERS = ['工程', '性质', '投资'];
const table = (...rows: readonly (readonly (string | number)[])[]) =>
  workbookOf([['某县一览表'], HEADERS, ...rows]);
const mapping = (...columns: readonly [string, string | null, (string | null)?][]): Mapping => ({
  columns: columns.map(([header, field, unit = null]) => ({ header, field, unit })),
});
const given = mapping(['工程', 'name'], ['性质', 'natures'], ['投资', 'totalInvestment', '亿元']);
const kept = (value: unknown) => readMappings(JSON.parse(JSON.stringify(value)), fieldsOf(reference));

describe('a mapping that was confirmed once', () => {
  it('is used for the next file with the same headers, however they are spaced', async () => {
    const bytes = await workbookOf([['另一年'], ['工 程', '性质', '投资*'], ['甲', '新建', 2]]);
    const file = await readProjects(bytes, { reference, mappings: kept([given]) });
    expect(file.sheets.map((sheet) => [sheet.given, sheet.headerRow, sheet.mapping])).toEqual([
      [true, 2, given],
    ]);
    expect(await rowsIn(bytes, { mappings: kept([given]) })).toMatchObject([
      {
        project: {
          name: '甲',
          natures: ['NEW_BUILD'],
          facts: { totalInvestment: { number: '2', unit: '亿元' } },
        },
        faults: [],
      },
    ]);
  });

  it.each([
    ['with a column more', [...HEADERS, '备注']],
    ['with a column less', HEADERS.slice(0, 2)],
    ['in another order', HEADERS.toReversed()],
  ])('is not used for headers %s', async (_, headers) => {
    await expect(
      rowsIn(await workbookOf([headers, ['甲', '新建', 2]]), { mappings: [given] }),
    ).rejects.toMatchObject({
      code: 'FILE_HAS_NO_HEADERS',
    });
  });

  it('counts instead of what the headers say by themselves', async () => {
    const bytes = await workbookOf([
      ['项目名称', '总投资（万元）'],
      ['甲', 2],
    ]);
    const other = mapping(['项目名称', 'name'], ['总投资（万元）', null]);
    expect(await rowsIn(bytes, { mappings: [other] })).toMatchObject([
      { project: { zone: 'zone_park', name: '甲' }, kept: { '总投资（万元）': '2' } },
    ]);
  });

  it('of two for the same headers the later counts', async () => {
    const later = mapping(['工程', 'name'], ['性质', 'natures'], ['投资', 'totalInvestment', '万元']);
    expect(await rowsIn(await table(['甲', '新建', 2]), { mappings: [given, later] })).toMatchObject([
      { project: { facts: { totalInvestment: { number: '2', unit: '万元' } } } },
    ]);
  });

  it('still reads no field from two columns', async () => {
    const twice = mapping(['工程', 'name'], ['性质', 'name'], ['投资', null]);
    const { sheets } = await readProjects(await table(['甲', '乙', 2]), { reference, mappings: [twice] });
    expect(sheets[0]!.faults.map(({ code }) => code)).toEqual(['COLUMNS_CLASH']);
  });

  it.each<[string, unknown, string, string]>([
    ['a field that there is not', mapping(['工程', 'title']), 'NOT_ONE_OF', 'mappings.0.columns.0.field'],
    [
      'a unit of something else',
      mapping(['投资', 'totalInvestment', '亩']),
      'NOT_ONE_OF',
      'mappings.0.columns.0.unit',
    ],
    ['a unit of what has none', mapping(['工程', 'name', '万元']), 'NOT_ONE_OF', 'mappings.0.columns.0.unit'],
    ['no columns', {}, 'REQUIRED', 'mappings.0.columns'],
    ['something else', 'x', 'WRONG_SHAPE', 'mappings.0'],
  ])('is refused for %s', (_, value, code, path) => {
    const refused = () => kept(value);
    expect(refused).toThrow(Refusals);
    try {
      refused();
    } catch (error) {
      expect((error as Refusals).refusals.map((one) => [one.code, one.path?.join('.')])).toEqual([
        [code, path],
      ]);
    }
  });
});
