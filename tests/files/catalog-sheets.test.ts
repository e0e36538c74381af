import { readFileSync } from 'node:fs';
import { readXlsx } from 'hucre/xlsx';
import { describe, expect, test } from 'vitest';
import { entry as entryShape } from '../../services/domain/catalog/entry-shape.ts';
import { ENTRY_COLUMNS } from '../../services/files/entry-columns.ts';
import {
  readBasis,
  readExceptions,
  readRequirements,
  writeExceptions,
} from '../../services/files/entry-lists.ts';
import { NOTATION_GUIDE } from '../../services/files/notation-guide.ts';
import { readCatalog } from '../../services/files/read-catalog.ts';
import { catalogTemplate } from '../../services/files/write-catalog.ts';
import { csv, faultsOf, languages, reading } from './catalog-readings.ts';

describe('what a sheet has no column for stays as it is', () => {
  const before = entryShape.parse({
    code: '1',
    measure: 'RESTRICTED',
    force: 'IN_PRINCIPLE',
    text: { zh: '原文', en: 'text' },
    industries: { include: ['26'], except: ['2611'] },
    when: { flag: { fact: 'hazardousChemicalProject', is: true } },
    requirements: [{ key: 'r', text: { zh: '要求' } }],
    basis: [{ document: '办法', url: 'https://example.org/' }],
    remark: { zh: '备注' },
  });
  const entries = new Map([['1', before]]);

  test('whole fields, and the parts of one', async () => {
    const read = await readCatalog(
      csv([
        ['条目编号', '条目内容', '适用行业'],
        ['1', '改写', '27'],
      ]),
      reading({ entries }),
    );
    expect(read.faults).toEqual([]);
    expect(read.entries).toEqual([
      { ...before, text: { zh: '改写', en: 'text' }, industries: { include: ['27'], except: ['2611'] } },
    ]);
  });

  test('and what an empty cell of a column says is that there is nothing', async () => {
    const rows = [
      ['条目编号', '条目内容', '限定条件', '备注', '法律依据'],
      ['1', '原文', '', '', ''],
    ];
    const { when: _, remark: __, ...rest } = before;
    expect((await readCatalog(csv(rows), reading({ entries }))).entries).toEqual([{ ...rest, basis: [] }]);
  });
});

describe('what cannot be read is told at its row, column and place in the cell', () => {
  const header = ['条目编号', '措施', '条目内容', '适用行业', '限定条件', '除外情形', '有效期起', '法律依据'];
  const row = (more: Partial<Record<string, string>>) => [
    header,
    header.map((name) => ({ 条目编号: '1', 措施: '禁止', 条目内容: '禁止', ...more })[name] ?? ''),
  ];
  test.each([
    [{ 条目编号: '一' }, '条目编号', 'INVALID_CODE', null],
    [{ 条目编号: '' }, '条目编号', 'REQUIRED', null],
    [{ 措施: '淘汰' }, '措施', 'CELL_REFUSED', null],
    [{ 适用行业: '化工' }, '适用行业', 'CELL_REFUSED', null],
    [{ 适用行业: '2614〔炼铁〕' }, '适用行业', 'NOTATION_NAME_MISMATCH', 1],
    [{ 限定条件: '总投资 低于 5 且 园区' }, '限定条件', 'NOTATION_EXPECTED', 12],
    [{ 除外情形: '与主体配套的除外' }, '除外情形', 'CELL_LINE_UNREAD', 1],
    [{ 除外情形: '【a】配套\n条件：总投资 约 5' }, '除外情形', 'CELL_LINE', 2],
    // The second would take the place of the first, and the exception let out what only one of them does.
    [
      { 除外情形: '【a】配套\n条件：总投资 低于 5\n条件：用地面积 低于 5' },
      '除外情形',
      'CELL_LINE_UNREAD',
      3,
    ],
    [{ 除外情形: '【a】配套' }, '除外情形', 'EXCEPTION_WITHOUT_TEST', null],
    [{ 有效期起: '明年' }, '有效期起', 'CELL_UNREAD', null],
    [{ 有效期起: '2026-02-30' }, '有效期起', 'INVALID_DATE', null],
  ])('%o', async (more, column, code, place) => {
    expect(await faultsOf(row(more))).toEqual([[2, column, code, place]]);
  });

  test('two columns for the same are told, and no row is read', async () => {
    expect(
      await faultsOf([
        ['条目编号', '内容', '条目内容'],
        ['1', '甲', '乙'],
      ]),
    ).toEqual([[1, '条目内容', 'COLUMNS_CLASH', null]]);
  });
});

describe('the template', () => {
  test('is read without a word, and its example row would be an entry', async () => {
    const template = await catalogTemplate(languages);
    const read = await readCatalog(template, reading());
    expect(read).toMatchObject({
      entries: [],
      faults: [],
      definitions: { facts: [], lists: [], products: [] },
    });
    expect(read.tables).toMatchObject(
      ['条目', '自定事项', '自定名单', '自定产品'].map((sheet) => ({ sheet, headerRow: 1, leftOut: [2] })),
    );
    for (const { columns } of read.tables) expect(columns.every(({ name }) => name !== null)).toBe(true);
    const header = ENTRY_COLUMNS.map(({ name }) => name.zh);
    const example = ENTRY_COLUMNS.map(({ field, example }) => (field === 'code' ? '1' : example));
    expect(await faultsOf([header, example])).toEqual([]);
  });

  test('lists the facts that conditions can name, as they are written', async () => {
    const { sheets } = await readXlsx(await catalogTemplate(languages));
    const rows = sheets.find(({ name }) => name === '事项和名单')!.rows.map((row) => row.map(String));
    expect(rows).toContainEqual(['总投资', 'totalInvestment', '数值', '万元', '']);
    expect(rows.map(([name]) => name)).toContain('园区类型');
    expect(rows.map(([, key]) => key)).toContain('KEY_SUPERVISED');
    const choices = rows.filter(([, , type, , options]) => type === '单选项' && options !== '');
    for (const [name, , , , options] of choices)
      expect(() => languages.notation.read(`${name} 属于 ${options}`)).not.toThrow();
  });

  test('every example of the guide is read and written the same', () => {
    const guide = readFileSync('docs/catalog-sheets.md', 'utf8');
    const [, conditions = ''] = /^## 限定条件的写法[\s\S]*?\n\n([\s\S]*?)\n\n/m.exec(guide) ?? [];
    const examples = [...conditions.matchAll(/`([^`]+)`/g)].map(([, example]) => example!);
    expect(examples.length).toBeGreaterThan(30);
    const { read, write } = languages.notation;
    for (const example of examples) expect(read(write(read(example), 'en')), example).toEqual(read(example));
    const blocks = [...guide.matchAll(/```text\n([\s\S]*?)\n```/g)].map(([, block]) => block!);
    const [exceptions, requirements, basis] = blocks as [string, string, string];
    expect(writeExceptions(readExceptions(exceptions, languages.notation), languages.notation)).toBe(
      exceptions,
    );
    expect(readRequirements(requirements, languages.notation)).toHaveLength(1);
    expect(readBasis(basis)).toEqual([
      { document: '中华人民共和国危险化学品安全法', number: '主席令第63号', article: '第十八条' },
      { document: '某市产业准入办法', number: '某政发〔2025〕1号', article: '第三条' },
    ]);
  });

  test('a basis of five parts is refused in its line: none of them may be dropped', () => {
    expect(() => readBasis('某法｜某号｜第一条\n某法｜某号｜第一条｜https://a.cn｜第二款')).toThrow(
      /^Line 2 of the cell, .* has more than four parts/,
    );
  });

  test('every example of the notation is read and written the same', () => {
    const examples = NOTATION_GUIDE.flatMap(({ examples }) => examples);
    const { read, write } = languages.notation;
    for (const example of examples) expect(read(write(read(example))), example).toEqual(read(example));
  });
});
