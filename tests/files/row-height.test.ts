import { readXlsx } from 'hucre/xlsx';
import { expect, test } from 'vitest';
import { reference } from '../../services/data/reference.ts';
import { languagesOf } from '../../services/files/read-catalog.ts';
import { rowHeight } from '../../services/files/row-height.ts';
import { catalogTemplate } from '../../services/files/write-catalog.ts';

test.each([
  ['one line', ['甲', 5], undefined],
  ['a text that wraps: a Chinese character takes two', ['甲'.repeat(11), 'a'.repeat(20)], 34],
  ['lines of its own', ['甲\n乙\n丙', ''], 51],
  ['no more than shows which rows are beside it', ['甲\n'.repeat(100)], 204],
])('a row is as high as what it says: %s', (_, cells, height) => {
  expect(rowHeight(cells, [20, 20])).toBe(height);
});

test('every line of the instructions is seen', async () => {
  const template = await catalogTemplate(languagesOf(reference, { facts: [], lists: [] }));
  const { sheets } = await readXlsx(template, { readStyles: true });
  const how = sheets.find(({ name }) => name === '填写说明')!;
  const several = how.rows.flatMap((row, at) => (String(row[2]).includes('\n') ? [at] : []));
  expect(several.length).toBeGreaterThan(5);
  for (const at of several) {
    expect(how.cells?.get(`${at},2`)?.style?.alignment).toMatchObject({ wrapText: true, vertical: 'top' });
    expect(how.rowDefs?.get(at)?.height).toBeGreaterThanOrEqual(
      String(how.rows[at]![2]).split('\n').length * 17,
    );
  }
});
