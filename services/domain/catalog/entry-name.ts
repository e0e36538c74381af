import { compareCodes } from './catalog.ts';
import type { Entry } from './entry.ts';

/** An entry as texts name it, by its code and where the printed law has it: `1.4〔（一）4〕`. */
export const entryName = ({ code, printedAs }: Pick<Entry, 'code' | 'printedAs'>): string =>
  printedAs ? `${code}〔${printedAs}〕` : code;

/** The same for codes of entries that are at hand, of which a later one of the same code counts. */
export function entryNames(entries: Iterable<Entry>): (code: string) => string {
  const names = new Map([...entries].map((entry) => [entry.code, entryName(entry)]));
  return (code) => names.get(code) ?? code;
}

/** The order of entries in a catalog: by code, but where an entry is to stand as though it had another. */
export const compareEntries = (a: Entry, b: Entry): number =>
  compareCodes(a.sortedAs ?? a.code, b.sortedAs ?? b.code) || compareCodes(a.code, b.code);
