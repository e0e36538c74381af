import { expect, test } from 'vitest';
import {
  changed,
  type Edits,
  redone,
  repeatedCodes,
  undone,
  unsavedIn,
} from '../../services/console/app/drafts/edits.ts';
import { newEntry, nextCode } from '../../services/console/app/drafts/entry-input.ts';

const line = (id: number, code: string) => ({ id, saved: newEntry(code), entry: newEntry(code) });
const saved = new Map(['1', '2'].map((code) => [code, newEntry(code)]));
const start: Edits = { lines: [line(1, '1'), line(2, '2')], past: [], future: [] };
const written = (edits: Edits, zh: string, typing: string | null) =>
  changed(
    edits,
    edits.lines.map((one) => (one.id === 1 ? { ...one, entry: { ...one.entry, text: { zh } } } : one)),
    typing,
  );
const said = ({ lines }: Edits) => lines.map(({ entry }) => entry.text?.zh);

test('what is typed letter by letter is taken back at once, and comes back', () => {
  const typed = written(written(start, '禁', '1 text'), '禁止', '1 text');
  expect(said(typed)).toEqual(['禁止', '']);
  expect(said(undone(typed))).toEqual(['', '']);
  expect(said(redone(undone(typed)))).toEqual(['禁止', '']);
  // Chosen anew, each is a step of its own.
  expect(said(undone(written(written(start, '甲', null), '乙', null)))).toEqual(['甲', '']);
  expect(undone(start)).toEqual(start);
});

test('saving sends what differs, names what is gone, and nothing that was changed back', () => {
  const removed = changed(start, start.lines.slice(1));
  expect(unsavedIn(removed, saved)).toEqual({ put: [], added: 0, removed: ['1'] });
  expect(unsavedIn(undone(removed), saved)).toEqual({ put: [], added: 0, removed: [] });
  const back = written(written(start, '甲', null), '', null);
  expect(unsavedIn(back, saved).put).toEqual([]);
  const more = changed(start, [...start.lines, { id: 3, saved: null, entry: newEntry('3') }]);
  expect(unsavedIn(more, saved)).toEqual({ put: [newEntry('3')], added: 1, removed: [] });
});

test('a code that is taken is told: saving would put one entry in the place of another', () => {
  const twice = changed(start, [...start.lines, { id: 3, saved: null, entry: newEntry('2') }]);
  expect([repeatedCodes(start), repeatedCodes(twice)]).toEqual([[], ['2']]);
});

test.each([
  [[], '1'],
  [['1.8', '1.9'], '1.10'],
  [['10', '9'], '11'],
  [['a'], '1'],
])('the code after %j is %s', (codes, next) => {
  expect(nextCode(codes)).toBe(next);
});
