import { expect, test } from 'vitest';
import { reference } from '../../services/data/reference.ts';
import type { EntryRead } from '../../services/files/entry-columns.ts';
import { type PastedReading, readPasted } from '../../services/files/read-pasted.ts';

const line = (id: number, code: string, more: EntryRead = {}) => ({
  id,
  isNew: false,
  entry: { code, ...more },
});
const lines = [line(1, '1.1', { text: { zh: '甲' } }), line(2, '1.2', { text: { zh: '乙' } })];
const FIELDS = ['code', 'measure', 'industries', 'text', 'when', 'basis'] as const;
/** Pasted at the first line, from the column of a field on. */
const read = (copied: string, from: (typeof FIELDS)[number], more: Partial<PastedReading> = {}) =>
  readPasted(copied, {
    reference,
    facts: [],
    lists: [],
    lines,
    from: [1, 2],
    fields: FIELDS.slice(FIELDS.indexOf(from)),
    ...more,
  });
const changes = (rows: ReturnType<typeof read>) =>
  rows.map(({ line: into, changes: { conditionsPending: _, ...its } }) => [into, its]);

test('cells go into the lines that they lie on, column by column, and those beyond into new ones', () => {
  const rows = read('禁止\t2614\r\n限制\t26、C27\r\n禁止\t全部\r\n', 'measure');
  expect(changes(rows.slice(0, 2))).toEqual([
    [1, { measure: 'PROHIBITED', industries: { include: ['2614'], except: [] } }],
    [2, { measure: 'RESTRICTED', industries: { include: ['26', '27'], except: [] } }],
  ]);
  expect(rows[2]).toMatchObject({ line: null, changes: { measure: 'PROHIBITED' } });
});

test('a condition is read in its notation; a quoted cell keeps its lines and its marks', () => {
  const [row] = read('"第一行\n""引号"""\t总投资 低于 5亿元\t办法｜第六条', 'text');
  expect(row).toMatchObject({
    line: 1,
    changes: {
      text: { zh: '第一行\n"引号"' },
      when: { number: { fact: 'totalInvestment' } },
      basis: [{ document: '办法' }],
    },
    faults: [],
  });
  expect(read('"半个引号\t', 'text')[0]).toMatchObject({ changes: { text: { zh: '"半个引号' } } });
});

test('what cannot be read is told of its cell and changes nothing there; the cells beside it are taken', () => {
  const [row] = read('大概不行\t2614', 'measure', {
    lines: [line(1, '1.1', { measure: 'RESTRICTED', text: { zh: '甲' } })],
  });
  expect(row).toMatchObject({ changes: { measure: 'RESTRICTED', industries: { include: ['2614'] } } });
  expect(row!.faults).toMatchObject([{ column: { field: 'measure' }, value: '大概不行' }]);
});

test('a new line without its condition is marked: it would catch everything', () => {
  const broken = read('9.9\t禁止\t\t丙\t总投资 大概 五亿', 'code')[0]!;
  expect(broken).toMatchObject({ line: null, changes: { code: '9.9', conditionsPending: true } });
  expect(broken.faults).toMatchObject([{ column: { field: 'when' }, value: '总投资 大概 五亿' }]);
  expect(read('9.9\t禁止\t\t丙', 'code')[0]).toMatchObject({
    changes: { conditionsPending: true },
    faults: [],
  });
  // One that says that it has none has none.
  expect(read('9.9\t禁止\t\t丙\t', 'code')[0]!.changes.conditionsPending).toBe(undefined);
});

test('a row that names an entry goes into it wherever it lies, and never puts one in the place of another', () => {
  expect(changes(read('1.2\t限制\n9.9\t禁止\n', 'code'))).toEqual([
    [2, { code: '1.2', measure: 'RESTRICTED' }],
    [null, { code: '9.9', measure: 'PROHIBITED' }],
  ]);
  const fresh = { id: 3, isNew: true, entry: { code: '1' } };
  expect(changes(read('9.9\t禁止', 'code', { lines: [...lines, fresh], from: [3] }))).toEqual([
    [3, { code: '9.9', measure: 'PROHIBITED' }],
  ]);
});

test('a copied header says what the columns are, in any order', () => {
  expect(changes(read('条目内容\t备注\t条目编号\n丙\t说明\t1.2\n', 'measure'))).toEqual([
    [2, { text: { zh: '丙' }, remark: { zh: '说明' }, code: '1.2' }],
  ]);
});
