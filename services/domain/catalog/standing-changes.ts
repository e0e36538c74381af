import { dayBefore } from '../values/day.ts';
import type { Day } from '../vocabulary.ts';
import type { VersionRecord } from './version.ts';
import { daysOfChange, inForceOn } from './version.ts';

/** Days on which another version counts after a step than before it. */
export interface StandingChange {
  readonly from: Day;
  /** The last of these days; null for no end. */
  readonly until: Day | null;
  /** Null where none counted. */
  readonly before: VersionRecord | null;
  /** Null where none counts. */
  readonly after: VersionRecord | null;
}

/** From when to when another version counts after a step than before it, in order. */
export function standingChanges(
  before: readonly VersionRecord[],
  after: readonly VersionRecord[],
): readonly StandingChange[] {
  const days = [...new Set([...daysOfChange(before), ...daysOfChange(after)])].sort();
  const changes: StandingChange[] = [];
  days.forEach((from, place) => {
    const next = days[place + 1];
    const until = next === undefined ? null : dayBefore(next);
    const [was, is] = [inForceOn(before, from), inForceOn(after, from)];
    if (was?.number === is?.number) return;
    const last = changes.at(-1);
    const goesOn =
      last?.until === dayBefore(from) &&
      last.before?.number === was?.number &&
      last.after?.number === is?.number;
    if (goesOn) changes[changes.length - 1] = { ...last, until };
    else changes.push({ from, until, before: was, after: is });
  });
  return changes;
}

/**
 * Everyone who wrote or submitted text that comes into force by a step (ADR 0011): the authors of each version that
 * counts where it did not, and of those that it was made from until the one that counted on these days.
 */
export function authorsOfWhatComes(
  before: readonly VersionRecord[],
  after: readonly VersionRecord[],
): readonly string[] {
  const authors = new Set<string>();
  for (const { before: was, after: is } of standingChanges(before, after))
    for (let version = is; version && version.number !== was?.number; version = baseOf(version, after))
      for (const author of version.authors) authors.add(author);
  return [...authors];
}

const baseOf = ({ basedOn }: VersionRecord, versions: readonly VersionRecord[]): VersionRecord | null =>
  versions.find(({ number }) => number === basedOn) ?? null;
