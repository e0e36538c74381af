import { memoize } from '../../values/memoize.ts';
import type { Found } from './find-situation.ts';
import { findSituation } from './find-situation.ts';
import type { Law, LawEntry } from './law.ts';

/** What several rules ask of the entries of a version, each found out once. */
export interface EntryQueries {
  readonly law: Law;
  /** A project that the entry catches while all its open discretion is denied. */
  caught(entry: LawEntry): Found;
  /** One that it catches and that meets all its requirements. */
  meeting(entry: LawEntry): Found;
  /** One that it catches as a prohibition, or that fails one of its requirements. */
  breaking(entry: LawEntry): Found;
  /** Facts that meet all its requirements, wherever they are. */
  requirementsMet(entry: LawEntry): Found;
}

export const entryQueries = memoize((law: Law): EntryQueries => {
  const meeting = memoize(({ strict, demands }: LawEntry) =>
    findSituation([strict.applies, ...demands], law),
  );
  return {
    law,
    meeting,
    breaking: memoize(({ strict }) => findSituation([strict.broken], law)),
    caught: memoize((entry) => {
      if (entry.demands.length === 0) return meeting(entry);
      return meeting(entry) ?? findSituation([entry.strict.applies], law);
    }),
    requirementsMet: memoize((entry) => meeting(entry) ?? findSituation(entry.demands, law)),
  };
});
