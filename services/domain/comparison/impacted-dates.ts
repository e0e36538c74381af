import { compareCodes } from '../catalog/catalog.ts';
import type { Entry } from '../catalog/entry.ts';
import type { Day } from '../vocabulary.ts';
import type { EntryChange } from './comparison.ts';

/** A day on which something begins or ends by entries that came or changed. */
export interface ImpactedDate {
  readonly date: Day;
  readonly kind: ImpactedDateKind;
  /** Codes of the entries that name it. */
  readonly entries: readonly string[];
}

/** What an entry can name a day for, in the order in which days of one date are said. */
export const IMPACTED_DATE_KINDS = [
  'VALID_FROM',
  'VALID_TO',
  'EXEMPT_IF_APPROVED_BEFORE',
  'DEADLINE',
] as const;
export type ImpactedDateKind = (typeof IMPACTED_DATE_KINDS)[number];

const FIELDS = {
  VALID_FROM: 'validFrom',
  VALID_TO: 'validTo',
  EXEMPT_IF_APPROVED_BEFORE: 'exemptIfApprovedBefore',
  DEADLINE: 'deadline',
} as const satisfies Record<ImpactedDateKind, keyof Entry>;

/** The days that entries which came or changed name now, in order. */
export function impactedDates(changes: readonly EntryChange[]): readonly ImpactedDate[] {
  const found = new Map<string, { date: Day; kind: ImpactedDateKind; entries: string[] }>();
  for (const { after } of changes)
    for (const kind of IMPACTED_DATE_KINDS) {
      const date = after?.[FIELDS[kind]];
      if (!after || date == null) continue;
      const name = `${date} ${IMPACTED_DATE_KINDS.indexOf(kind)}`;
      const known = found.get(name);
      if (known) known.entries.push(after.code);
      else found.set(name, { date, kind, entries: [after.code] });
    }
  return [...found]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, impacted]) => ({ ...impacted, entries: impacted.entries.sort(compareCodes) }));
}
