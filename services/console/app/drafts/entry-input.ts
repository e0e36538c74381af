import { NOTHING_SAID } from '../../../domain/catalog/entry.ts';
import type { Text } from '../../../domain/values/text.ts';
import type { WorkbookEntry } from '../files/catalog-tasks.ts';
import type { EntryInput, SaidConditionsFragment, WholeEntryFragment } from '../generated/queries.ts';

/** What an entry of a draft is put in as: all of it, and nothing that is unset. */
export function inputOf(node: WholeEntryFragment & SaidConditionsFragment): EntryInput {
  const { said: _, saidEn: __, ...entry } = node;
  return withoutNulls(entry) as EntryInput;
}

/** The condition of an entry as the API says it; null where it has none. */
export const saidOf = ({ said, saidEn }: SaidConditionsFragment): Text | null =>
  said === null ? null : { zh: said, ...(saidEn !== null && { en: saidEn }) };

/** A line that nobody has written anything into yet. */
export const newEntry = (code: string): EntryInput => ({
  ...NOTHING_SAID,
  code,
  measure: 'PROHIBITED',
  text: { zh: '' },
});

/** An entry as workbooks read and write it: whatever is not said of it is there, and says nothing. */
export const workbookEntry = (entry: EntryInput): WorkbookEntry =>
  ({ ...newEntry(entry.code), ...(withoutNulls(entry) as EntryInput) }) as WorkbookEntry;

/** The code after the last one that ends in a number, `2.9` → `2.10`; free among those that are there. */
export function nextCode(codes: readonly string[]): string {
  const [, stem = '', number = '0'] = /^(.*?)(\d+)$/.exec(codes.at(-1) ?? '') ?? [];
  const taken = new Set(codes);
  for (let next = Number(number) + 1; ; next++) if (!taken.has(`${stem}${next}`)) return `${stem}${next}`;
}

/** A key for one more of some items: `1`, `2`, … */
export const nextKey = (items: readonly { readonly key: string }[]): string =>
  nextCode(items.map(({ key }) => key));

/** Unset and null mean the same, and so do a field that is false or empty and none: then entries are one. */
export const sameEntry = (one: EntryInput, other: EntryInput): boolean =>
  one === other || canonical(one) === canonical(other);

/** The same of two values of one field. */
export const sameValue = (one: unknown, other: unknown): boolean =>
  one === other || canonical({ one }) === canonical({ one: other });

const canonical = (value: unknown): string =>
  JSON.stringify(value, (_, part) => {
    if (typeof part !== 'object' || part === null || Array.isArray(part)) return part;
    const said = Object.entries(part).filter(([, its]) => its != null && its !== false);
    return Object.fromEntries(said.sort(([a], [b]) => (a < b ? -1 : 1)));
  });

function withoutNulls(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutNulls);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, part]) => (part === null ? [] : [[name, withoutNulls(part)]])),
  );
}
