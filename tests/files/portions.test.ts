import { expect, test } from 'vitest';
import { inPortions, type SentRow } from '../../services/files/checked-rows.ts';
import { firstHalves } from '../../services/lists/send-portions.ts';

// Rows that state the same are decided once in a chunk, so they are sent in one, wherever they stand in the list.

const INDUSTRIES = ['2614', '3140', '2511'];
const rowsOf = (count: number): readonly SentRow[] =>
  Array.from({ length: count }, (_, at) => ({
    table: 0,
    row: at + 2,
    project: {
      zone: 'zone_park',
      name: `项目${at + 1}`,
      ref: String(at + 1),
      industries: [INDUSTRIES[at % 3]!],
    },
  }));
async function portionsOf(rows: readonly SentRow[], most: number, together?: number) {
  const portions: (readonly number[])[] = [];
  for await (const portion of inPortions(rows, most, together)) portions.push(portion.map(({ row }) => row));
  return portions;
}

test('rows that state the same lie together, in a portion in the order of the list', async () => {
  expect(await portionsOf(rowsOf(9), 3)).toEqual([
    [4, 7, 10],
    [2, 5, 8],
    [3, 6, 9],
  ]);
  expect(await portionsOf(rowsOf(9), 50)).toEqual([[2, 3, 4, 5, 6, 7, 8, 9, 10]]);
});

test('a long list is brought together part by part, and every row of it is sent once', async () => {
  expect(await portionsOf(rowsOf(12), 2, 6)).toEqual([
    [4, 7],
    [2, 5],
    [3, 6],
    [10, 13],
    [8, 11],
    [9, 12],
  ]);
});

const failing = (code: string): Error => Object.assign(new Error(code), { code });

test('what is late is sent by halves, and as a whole again where another had more of it kept meanwhile', async () => {
  const rows = [1, 2, 3, 4];
  const sent: number[] = [];
  const taken = await firstHalves(rows, async ({ length }) => {
    sent.push(length);
    if (sent.length === 1) throw failing('ASSESSMENT_LATE');
    if (length < 4) throw failing('CHUNK_DIFFERS');
  });
  expect([taken, sent]).toEqual([4, [4, 2, 1, 4]]);
});

test('rows of another list are refused in the end, whatever was late', async () => {
  const sent: number[] = [];
  const all = firstHalves([1, 2, 3, 4], async ({ length }) => {
    sent.push(length);
    throw failing(length === 4 ? 'ASSESSMENT_LATE' : 'CHUNK_DIFFERS');
  });
  await expect(all).rejects.toThrow('CHUNK_DIFFERS');
  expect(sent).toEqual([4, 2, 1, 4, 2, 1]);
});
