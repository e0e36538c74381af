import type { EntryInput } from '../generated/queries.ts';
import { isChanged, type Line, newLine } from './edits.ts';
import { sameEntry, sameValue } from './entry-input.ts';

export type EntryField = keyof EntryInput;
export type Side = 'MINE' | 'THEIRS';

/** One entry that two people have changed: as both began, and what each made of it; null where it is not there. */
export interface Conflict {
  readonly line: Line;
  readonly base: EntryInput | null;
  readonly mine: EntryInput | null;
  readonly theirs: EntryInput | null;
  readonly fields: readonly ChangedField[];
}
export interface ChangedField {
  readonly field: EntryField;
  /** Who changed it; where it was both, and differently, somebody has to choose. */
  readonly by: Side | 'BOTH';
}

/** The lines on what others have made of the draft. */
export interface Merge {
  /** In their order; those of a conflict as they are here. */
  readonly lines: readonly Line[];
  readonly conflicts: readonly Conflict[];
}

/**
 * Takes over what others have changed, and keeps what was changed here. Nothing of either is lost: where both changed one
 * field of an entry, or one removed what the other changed, it is left to be chosen.
 *
 * @param before the entries as the lines were made on them, by code
 * @param theirs the entries as they are now, in their order
 */
export function merged(
  lines: readonly Line[],
  before: ReadonlyMap<string, EntryInput>,
  theirs: readonly EntryInput[],
): Merge {
  const now = new Map(theirs.map((entry) => [entry.code, entry]));
  const conflicts: Conflict[] = [];
  const result = lines.flatMap((line): readonly Line[] => {
    const entry = now.get(line.entry.code) ?? null;
    if (!isChanged(line)) return entry ? [{ ...line, saved: entry, entry }] : [];
    if (entry === null && line.saved === null) return [line];
    const conflict = between(line, line.saved, line.entry, entry);
    if (entry && conflict.fields.every(({ by }) => by !== 'BOTH'))
      return [{ ...line, saved: entry, entry: withFields(entry, line.entry, mineIn(conflict)) }];
    conflicts.push(conflict);
    return [line];
  });
  const there = new Set(lines.map(({ entry }) => entry.code));
  for (const [at, entry] of theirs.entries()) {
    if (there.has(entry.code)) continue;
    const base = before.get(entry.code) ?? null;
    if (base && sameEntry(base, entry)) continue;
    const line = newLine(entry, entry);
    if (base) conflicts.push(between(line, base, null, entry));
    const previous = theirs[at - 1]?.code;
    result.splice(result.findIndex((one) => one.entry.code === previous) + 1, 0, line);
  }
  return { lines: result, conflicts };
}

/** Which side an entry takes, as a whole or field by field. */
export type Choice = Side | ReadonlyMap<EntryField, Side>;

/** The line that a conflict comes to; null where the entry is not to be there. */
export function settled({ line, mine, theirs, fields }: Conflict, choice: Choice): Line | null {
  if (mine === null || theirs === null) {
    const entry = choice === 'MINE' ? mine : theirs;
    return entry && { ...line, saved: theirs, entry };
  }
  const taken = fields.filter(
    ({ field, by }) => (typeof choice === 'string' ? choice : (choice.get(field) ?? by)) === 'MINE',
  );
  return { ...line, saved: theirs, entry: withFields(theirs, mine, taken) };
}

function between(
  line: Line,
  base: EntryInput | null,
  mine: EntryInput | null,
  theirs: EntryInput | null,
): Conflict {
  const names = new Set(
    [base, mine, theirs].flatMap((entry) => Object.keys(entry ?? {}) as readonly EntryField[]),
  );
  const fields = [...names].flatMap((field): readonly ChangedField[] => {
    const changed = (entry: EntryInput | null) =>
      entry !== null && !(base && sameValue(entry[field], base[field]));
    const [here, there] = [changed(mine), changed(theirs)];
    if ((mine && theirs && sameValue(mine[field], theirs[field])) || !(here || there)) return [];
    return [{ field, by: here && there ? 'BOTH' : here ? 'MINE' : 'THEIRS' }];
  });
  return { line, base, mine, theirs, fields };
}

const mineIn = ({ fields }: Conflict): readonly ChangedField[] => fields.filter(({ by }) => by === 'MINE');

const withFields = (entry: EntryInput, other: EntryInput, fields: readonly ChangedField[]): EntryInput => ({
  ...entry,
  ...Object.fromEntries(fields.map(({ field }) => [field, other[field]])),
});
