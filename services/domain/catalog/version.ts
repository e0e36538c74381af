import { nextDay } from '../values/day.ts';
import type { Day } from '../vocabulary.ts';

/**
 * What the chain of a catalog keeps of one published version (版本). Immutable but for withdrawals and their reversals
 * that join later.
 */
export interface VersionRecord {
  readonly number: number;
  readonly effectiveFrom: Day;
  /** The last day it is in force, inclusive. */
  readonly effectiveTo?: Day | null;
  /** RFC 3339. */
  readonly publishedAt: string;
  readonly publishedBy: string;
  /** SHA-256 over the canonical content (DESIGN 3.3). */
  readonly contentHash: string;
  /** Hash of the blob that holds the content. */
  readonly content: string;
  readonly entryCount: number;
  /** Number of the version that its text was made from; null for none. */
  readonly basedOn: number | null;
  /** Everyone who wrote or submitted what it says beyond that (ADR 0011). */
  readonly authors: readonly string[];
  /** In the order in which they were made: one stays when a later one adds to it. */
  readonly withdrawals?: readonly Withdrawal[] | null;
  readonly reversals?: readonly Reversal[] | null;
}
export interface Withdrawal {
  /** From this day on the version does not count. */
  readonly effectiveFrom: Day;
  /** The whole catalog ends with it: no earlier version revives. */
  readonly repeal: boolean;
  readonly at: string;
  /** Who confirmed it. */
  readonly by: string;
  readonly proposedBy: string;
  /** Of the proposal. */
  readonly reason: string;
}
/** That a repeal does not come (撤销废止), decided before its day. */
export interface Reversal extends Pick<Withdrawal, 'at' | 'by' | 'proposedBy' | 'reason'> {
  /** Place of the repeal among the withdrawals of the version. */
  readonly of: number;
}

export type VersionStatus = 'SCHEDULED' | 'IN_FORCE' | 'SUPERSEDED' | 'EXPIRED' | 'WITHDRAWN';

/** How a catalog stands on a day: by a version, or why by none (DESIGN 2.1, 3.2). */
export type Standing =
  | { readonly kind: 'IN_FORCE'; readonly version: VersionRecord }
  | { readonly kind: 'NOT_YET' }
  | { readonly kind: 'LAPSED' }
  | { readonly kind: 'REPEALED' };

/** Which version of a catalog is in force on a day, or why none is (DESIGN 3.2). */
export function standingOn(versions: readonly VersionRecord[], day: Day): Standing {
  const begun = versions.filter((version) => version.effectiveFrom <= day);
  if (begun.length === 0) return { kind: 'NOT_YET' };
  if (begun.some((version) => withdrawalsBy(version, day).some(({ repeal }) => repeal)))
    return { kind: 'REPEALED' };
  const latest = latestOf(begun.filter((version) => !isWithdrawn(version, day)));
  // INVARIANT: an older version never revives because a newer one expired; only withdrawal revives it.
  if (!latest || hasExpired(latest, day)) return { kind: 'LAPSED' };
  return { kind: 'IN_FORCE', version: latest };
}

/** The version in force on a day; null where none is. */
export function inForceOn(versions: readonly VersionRecord[], day: Day): VersionRecord | null {
  const standing = standingOn(versions, day);
  return standing.kind === 'IN_FORCE' ? standing.version : null;
}

/**
 * The version that a repeal on that day has to name: the one in force, or where none is the newest begun one, withdrawn
 * or not; undefined where none has begun.
 */
export function countingOn(versions: readonly VersionRecord[], day: Day): VersionRecord | undefined {
  return inForceOn(versions, day) ?? latestOf(versions.filter((version) => version.effectiveFrom <= day));
}

/** The version with the highest number, withdrawn or not; undefined before the first. */
export const newestOf = (versions: readonly VersionRecord[]): VersionRecord | undefined =>
  [...versions].sort((a, b) => b.number - a.number)[0];

/** The day from which on the whole catalog is repealed; null where it is not. */
export const repealedFrom = (versions: readonly VersionRecord[]): Day | null =>
  earliest(versions.flatMap(countingWithdrawals).filter(({ repeal }) => repeal));

/** The day from which on a version does not count, by the withdrawals made of it; null where there is none. */
export const withdrawnFrom = (version: VersionRecord): Day | null => earliest(countingWithdrawals(version));

/** The withdrawals of a version that were not reversed. */
export const countingWithdrawals = ({ withdrawals, reversals }: VersionRecord): readonly Withdrawal[] =>
  (withdrawals ?? []).filter((_, place) => !(reversals ?? []).some(({ of }) => of === place));

/** The first day after `day` on which a catalog no longer stands as it does then; null where none is recorded. */
export function changesAfter(versions: readonly VersionRecord[], day: Day): Day | null {
  const days = daysOfChange(versions);
  const numberOn = (on: Day) => inForceOn(versions, on)?.number;
  const now = numberOn(day);
  return days.find((later) => later > day && numberOn(later) !== now) ?? null;
}

/** Every day on which a catalog may come to stand otherwise than the day before, in order. */
export function daysOfChange(versions: readonly VersionRecord[]): readonly Day[] {
  const days = versions.flatMap((version) => [
    version.effectiveFrom,
    ...(version.effectiveTo ? [nextDay(version.effectiveTo)] : []),
    ...countingWithdrawals(version).map(({ effectiveFrom }) => effectiveFrom),
  ]);
  return [...new Set(days)].sort();
}

/** The versions that are in force on a day or, as far as is recorded, on a later one, in the order of those days. */
export function countingFrom(versions: readonly VersionRecord[], day: Day): readonly VersionRecord[] {
  const counting = new Set<VersionRecord>();
  for (let on: Day | null = day; on !== null; on = changesAfter(versions, on)) {
    const version = inForceOn(versions, on);
    if (version) counting.add(version);
  }
  return [...counting];
}

/** The state of one version on a day, for display; computed, never stored (DESIGN 3.1). */
export function statusOn(
  version: VersionRecord,
  versions: readonly VersionRecord[],
  day: Day,
): VersionStatus {
  if (isWithdrawn(version, day)) return 'WITHDRAWN';
  const standing = standingOn(versions, day);
  if (standing.kind === 'REPEALED') return 'WITHDRAWN';
  if (version.effectiveFrom > day) {
    // Nobody awaits one that would not count on its own first day either.
    const begins = statusOn(version, versions, version.effectiveFrom);
    return begins === 'IN_FORCE' ? 'SCHEDULED' : begins;
  }
  if (standing.kind === 'IN_FORCE' && standing.version.number === version.number) return 'IN_FORCE';
  return hasExpired(version, day) ? 'EXPIRED' : 'SUPERSEDED';
}

const earliest = (withdrawals: readonly Withdrawal[]): Day | null =>
  withdrawals.map(({ effectiveFrom }) => effectiveFrom).sort()[0] ?? null;

const latestOf = (versions: readonly VersionRecord[]): VersionRecord | undefined =>
  [...versions].sort(laterFirst)[0];

/** Whether a version does not count on a day because it was withdrawn by then. */
export const isWithdrawn = (version: VersionRecord, day: Day): boolean =>
  withdrawalsBy(version, day).length > 0;

const withdrawalsBy = (version: VersionRecord, day: Day): readonly Withdrawal[] =>
  countingWithdrawals(version).filter(({ effectiveFrom }) => effectiveFrom <= day);

const hasExpired = (version: VersionRecord, day: Day): boolean =>
  version.effectiveTo != null && version.effectiveTo < day;

const laterFirst = (a: VersionRecord, b: VersionRecord): number =>
  a.effectiveFrom === b.effectiveFrom ? b.number - a.number : a.effectiveFrom < b.effectiveFrom ? 1 : -1;
