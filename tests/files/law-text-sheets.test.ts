import { describe, expect, test } from 'vitest';
import { entry as entryShape } from '../../services/domain/catalog/entry-shape.ts';
import { readCatalog } from '../../services/files/read-catalog.ts';
import { csv, faultsOf, reading } from './catalog-readings.ts';
import { workbookOf } from './written-files.ts';

describe('a table pasted from a law text', () => {
  const rows = [
    ['某市产业禁限目录'],
    ['序号', '行业', '内容', '依据'],
    ['一、化工'],
    ['（一）1', '2614 有机化学原料制造', '禁止新建间歇式硝化装置', '《某市办法》（某政发〔2025〕1号）第三条'],
    ['（一）2', '化学农药制造', '禁止新建高毒农药', '某会议纪要'],
    ['第六条', '化工、冶金', '禁止落后产能', '《某市办法》第六条'],
  ];

  test('imports as drafts whose conditions are still to be written, each marked, with nothing of it lost', async () => {
    const read = await readCatalog(await workbookOf(rows), reading({ measure: 'PROHIBITED' }));
    expect(read.faults).toEqual([]);
    expect(read.tables).toMatchObject([{ leftOut: [3] }]);
    const entry = (said: object) =>
      entryShape.parse({ measure: 'PROHIBITED', conditionsPending: true, ...said });
    expect(read.entries).toEqual([
      entry({
        code: '1.1',
        printedAs: '（一）1',
        text: { zh: '禁止新建间歇式硝化装置' },
        industries: { include: ['2614'] },
        basis: [{ document: '某市办法', number: '某政发〔2025〕1号', article: '第三条' }],
      }),
      entry({
        code: '1.2',
        printedAs: '（一）2',
        text: { zh: '禁止新建高毒农药' },
        industries: { include: ['2631'] },
        basis: [{ document: '某会议纪要' }],
      }),
      entry({
        code: '6',
        printedAs: '第六条',
        text: { zh: '禁止落后产能' },
        remark: { zh: '行业：化工、冶金' },
        basis: [{ document: '某市办法', article: '第六条' }],
      }),
    ]);
    expect(read.kept.map(({ row, column, value }) => [row, column, value])).toEqual([
      [6, '行业', '化工、冶金'],
    ]);
  });

  test('says what it does not say, instead of guessing it', async () => {
    const table = rows.slice(1).filter((row) => row.length > 1);
    expect(await faultsOf(table)).toEqual([
      [2, '措施', 'ENTRY_LACKS', null],
      [3, '措施', 'ENTRY_LACKS', null],
      [4, '措施', 'ENTRY_LACKS', null],
    ]);
    expect(
      await faultsOf(
        [...table, ['', '', '无号', ''], ['1.1', '', '重号', ''], ['2', '2614 炼铁', '名不符', '']],
        {
          measure: 'PROHIBITED',
        },
      ),
    ).toEqual([
      [5, '序号', 'ENTRY_WITHOUT_CODE', null],
      [6, '序号', 'ENTRY_TWICE', null],
      [7, '行业', 'INDUSTRY_NAME_OF_ANOTHER', null],
    ]);
  });

  test('a number that a spreadsheet has taken for one is no code', async () => {
    const sheet = await workbookOf([
      ['序号', '内容'],
      [1.1, '禁止'],
      [2, '禁止'],
    ]);
    const read = await readCatalog(sheet, reading({ measure: 'PROHIBITED' }));
    expect(read.faults.map(({ row, fault }) => [row, fault.code])).toEqual([[2, 'CELL_CODE_IS_NUMBER']]);
    expect(read.entries.map(({ code }) => code)).toEqual(['2']);
  });
});

describe('a condition that is not written is never read as none', () => {
  test.each(['待编写', '待定', '未知', '不详', '待补充', '不清楚', 'unknown'])('%s', async (cell) => {
    const { entries } = await readCatalog(
      csv([
        ['条目编号', '措施', '条目内容', '限定条件'],
        ['1', '禁止', '禁止', cell],
      ]),
      reading(),
    );
    expect(entries).toMatchObject([{ code: '1', conditionsPending: true }]);
    expect(entries[0]!.when).toBeUndefined();
  });
});

describe('what somebody has still to find out is never read as that there is nothing', () => {
  const columns = ['措施', '约束力', '适用行业', '建设性质', '活动类型', '适用区域', '除外区域', '有效期止'];
  test.each(
    [...columns, '除外情形', '限制条件'].flatMap((column) => [
      [column, '待定'],
      [column, '未知'],
    ]),
  )('%s %s', async (column, cell) => {
    const rows = [
      ['条目编号', '条目内容', '限定条件', ...columns, '除外情形', '限制条件'],
      ['1', '限制', '', ...columns.map((its) => (its === '措施' ? '限制' : '')), '', ''],
    ];
    rows[1]![rows[0]!.indexOf(column!)] = cell!;
    expect(await faultsOf(rows, { measure: 'RESTRICTED' })).toEqual([[2, column, 'CELL_REFUSED', null]]);
  });
});
