import { expect, test } from 'vitest';
import { type Line, newLine } from '../../services/console/app/drafts/edits.ts';
import { newEntry } from '../../services/console/app/drafts/entry-input.ts';
import { merged, settled } from '../../services/console/app/drafts/merge.ts';
import type { EntryInput } from '../../services/console/app/generated/queries.ts';

const entry = (code: string, more: Partial<EntryInput> = {}): EntryInput => ({ ...newEntry(code), ...more });
const zh = (said: string) => ({ text: { zh: said } });
const remark = (said: string) => ({ remark: { zh: said } });
const before = [entry('1', zh('甲')), entry('2', zh('乙')), entry('3', zh('丙'))];
const base = new Map(before.map((one) => [one.code, one]));
/** The lines of a draft, with what somebody has made of them here. */
const lines = (mine: Readonly<Record<string, Partial<EntryInput>>> = {}): readonly Line[] =>
  before.map((one) => ({ ...newLine(one, one), entry: { ...one, ...mine[one.code] } }));
const entriesOf = (of: readonly Line[]) => of.map((line) => line.entry);

test('what others changed is taken over, added and removed entries as well; what was changed here stays', () => {
  const theirs = [entry('1', zh('甲又')), entry('1.1'), before[2]!];
  const { lines: now, conflicts } = merged(lines({ 3: zh('丙改') }), base, theirs);
  expect(entriesOf(now)).toEqual([entry('1', zh('甲又')), entry('1.1'), entry('3', zh('丙改'))]);
  expect(now.map(({ saved }) => saved)).toEqual(theirs);
  expect(conflicts).toEqual([]);
});

test('two who change other fields of one entry both have their way', () => {
  const theirs = [entry('1', { ...zh('甲'), ...remark('他写') }), ...before.slice(1)];
  const { lines: now, conflicts } = merged(lines({ 1: zh('我写') }), base, theirs);
  expect(conflicts).toEqual([]);
  expect(now[0]).toMatchObject({
    saved: theirs[0],
    entry: entry('1', { ...zh('我写'), ...remark('他写') }),
  });
});

test('where both changed one field it is left to be chosen, and either choice keeps the rest of both', () => {
  const theirs = [entry('1', { ...zh('他写'), ...remark('他注') }), ...before.slice(1)];
  const { conflicts } = merged(lines({ 1: { ...zh('我写'), measure: 'RESTRICTED' } }), base, theirs);
  expect(conflicts).toMatchObject([
    {
      fields: [
        { field: 'measure', by: 'MINE' },
        { field: 'text', by: 'BOTH' },
        { field: 'remark', by: 'THEIRS' },
      ],
    },
  ]);
  const common = { measure: 'RESTRICTED', ...remark('他注') } as const;
  const chosen = (side: 'MINE' | 'THEIRS') => settled(conflicts[0]!, new Map([['text', side]]))?.entry;
  expect(chosen('MINE')).toEqual(entry('1', { ...zh('我写'), ...common }));
  expect(chosen('THEIRS')).toEqual(entry('1', { ...zh('他写'), ...common }));
  expect(settled(conflicts[0]!, 'THEIRS')?.entry).toEqual(theirs[0]);
});

test('an entry that one removed and the other changed is neither dropped nor brought back unasked', () => {
  const changed = entry('2', zh('乙改'));
  const theyRemoved = merged(lines({ 2: zh('我改') }), base, [before[0]!, before[2]!]).conflicts;
  expect(theyRemoved).toMatchObject([{ mine: entry('2', zh('我改')), theirs: null }]);
  expect(settled(theyRemoved[0]!, 'THEIRS')).toBe(null);
  expect(settled(theyRemoved[0]!, 'MINE')).toMatchObject({ saved: null, entry: entry('2', zh('我改')) });
  const removed = lines().filter((line) => line.entry.code !== '2');
  const iRemoved = merged(removed, base, [before[0]!, changed, before[2]!]).conflicts;
  expect(iRemoved).toMatchObject([{ mine: null, theirs: changed }]);
  expect(settled(iRemoved[0]!, 'MINE')).toBe(null);
  expect(settled(iRemoved[0]!, 'THEIRS')).toMatchObject({ saved: changed, entry: changed });
  // Removed here, and as it was there: it stays removed.
  expect(entriesOf(merged(removed, base, before).lines)).toEqual([before[0], before[2]]);
});

test('two who add one code are asked; where both wrote the same there is nothing to ask', () => {
  const mine = [...lines(), newLine(entry('4', zh('我的')))];
  expect(merged(mine, base, [...before, entry('4', zh('他的'))]).conflicts).toMatchObject([
    { base: null, fields: [{ field: 'text', by: 'BOTH' }] },
  ]);
  const same = merged(mine, base, [...before, entry('4', zh('我的'))]);
  expect(same.conflicts).toEqual([]);
  expect(same.lines[3]).toMatchObject({ saved: entry('4', zh('我的')) });
});
