import type { Text } from '../../../domain/values/text.ts';
import type { EntryInput } from '../generated/queries.ts';
import { newEntry, nextCode, sameEntry, sameValue } from './entry-input.ts';

/** One line of the table. */
export interface Line {
  /** Stays while codes change. */
  readonly id: number;
  /** As the draft has it; null for one that is new. */
  readonly saved: EntryInput | null;
  readonly entry: EntryInput;
  /** Cells that were pasted and cannot be read: each stands until its field is written otherwise. */
  readonly faults?: readonly PastedCell[];
}
export interface PastedCell {
  readonly field: keyof EntryInput;
  readonly column: Text;
  readonly value: string;
  /** Why it cannot be read. */
  readonly text: Text;
}

let lastId = 0;
export const newLine = (entry: EntryInput, saved: EntryInput | null = null): Line => ({
  id: ++lastId,
  saved,
  entry,
});

/** The lines of a draft with everything that was changed and can be taken back. */
export interface Edits {
  readonly lines: readonly Line[];
  readonly past: readonly Step[];
  readonly future: readonly Step[];
}
interface Step {
  readonly lines: readonly Line[];
  /** What is being typed: what goes on in the same place is one step. */
  readonly typing: string | null;
}

export const NO_EDITS: Edits = { lines: [], past: [], future: [] };

/** More steps than anybody takes back. */
const MAX_STEPS = 200;

/** @param typing where somebody is typing: letter after letter there is one step, whatever else is a step by itself */
export function changed(edits: Edits, lines: readonly Line[], typing: string | null = null): Edits {
  const last = edits.past.at(-1);
  if (typing !== null && last?.typing === typing) return { ...edits, lines, future: [] };
  return {
    lines,
    past: [...edits.past, { lines: edits.lines, typing }].slice(-MAX_STEPS),
    future: [],
  };
}

export function undone({ lines, past, future }: Edits): Edits {
  const last = past.at(-1);
  if (!last) return { lines, past, future };
  return { lines: last.lines, past: past.slice(0, -1), future: [{ lines, typing: null }, ...future] };
}

export function redone({ lines, past, future }: Edits): Edits {
  const [next, ...rest] = future;
  if (!next) return { lines, past, future };
  return { lines: next.lines, past: [...past, { lines, typing: null }], future: rest };
}

/** What saving has to send. */
export interface Unsaved {
  readonly put: readonly EntryInput[];
  /** How many of them are new. */
  readonly added: number;
  readonly removed: readonly string[];
}

/** @param saved what the draft has, by code */
export function unsavedIn({ lines }: Edits, saved: ReadonlyMap<string, EntryInput>): Unsaved {
  const changes = lines.filter(isChanged);
  const there = new Set(lines.map(({ entry }) => entry.code));
  return {
    put: changes.map(({ entry }) => entry),
    added: changes.filter((line) => line.saved === null).length,
    removed: [...saved.keys()].filter((code) => !there.has(code)),
  };
}

/** A line with another entry in it. */
export const written = ({ faults = [], ...line }: Line, entry: EntryInput): Line => {
  const left = faults.filter(({ field }) => sameValue(line.entry[field], entry[field]));
  return { ...line, entry, ...(left.length > 0 && { faults: left }) };
};

/** What was pasted into one line; null for a new one. */
export interface PastedRow {
  readonly line: number | null;
  readonly changes: Partial<EntryInput>;
  readonly faults: readonly PastedCell[];
}

/** All that was pasted, by one step; rows for which there is no line come behind the others. */
export function pasted(edits: Edits, rows: readonly PastedRow[]): Edits {
  const into = new Map(rows.flatMap((row) => (row.line === null ? [] : [[row.line, row]])));
  const lines = edits.lines.map((line) => {
    const row = into.get(line.id);
    return row ? withRow(line, row) : line;
  });
  for (const row of rows) {
    if (row.line !== null) continue;
    const code = row.changes.code ?? nextCode(lines.map(({ entry }) => entry.code));
    lines.push(withRow(newLine(newEntry(code)), row));
  }
  return changed(edits, lines);
}

function withRow(line: Line, { changes, faults }: PastedRow): Line {
  const { code = line.entry.code, ...rest } = changes;
  const { faults: left = [], ...now } = written(line, { ...line.entry, ...rest, code });
  const standing = left.filter(({ field }) => !(field in changes));
  return { ...now, ...(standing.length + faults.length > 0 && { faults: [...standing, ...faults] }) };
}

/** Codes that several lines have: saved, one of them would silently take the place of the others. */
export function repeatedCodes({ lines }: Edits): readonly string[] {
  const seen = new Set<string>();
  const repeated = new Set<string>();
  for (const { entry } of lines) (seen.has(entry.code) ? repeated : seen).add(entry.code);
  return [...repeated];
}

export const isChanged = ({ saved, entry }: Line): boolean => saved === null || !sameEntry(saved, entry);
