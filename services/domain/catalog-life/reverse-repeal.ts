import type { CatalogState } from '../catalog/catalog.ts';
import type { VersionRecord } from '../catalog/version.ts';
import { countingWithdrawals, repealedFrom } from '../catalog/version.ts';
import { Refusal } from '../messages/refusal.ts';
import type { Day } from '../vocabulary.ts';
import type { ProposedStep } from './withdraw-version.ts';

/**
 * The catalog with its repeal reversed (撤销废止), before the day of it: every version counts as it did, and the catalog
 * takes drafts again. Where it was brought forward, all its repeals go.
 *
 * INVARIANT: the repeal stays as it was made; its reversal joins it.
 *
 * @throws Refusal NOT_REPEALED, REPEAL_IN_FORCE
 */
export function reverseRepeal(state: CatalogState, { today, ...step }: ProposedStep): CatalogState {
  repealToCome(state, today);
  return {
    ...state,
    versions: state.versions.map((version) => {
      const reversals = repealsOf(version).map((of) => ({ of, ...step }));
      return reversals.length === 0
        ? version
        : { ...version, reversals: [...(version.reversals ?? []), ...reversals] };
    }),
  };
}

/** The day of a repeal that can still be reversed. @throws Refusal NOT_REPEALED, REPEAL_IN_FORCE */
export function repealToCome({ key, versions }: CatalogState, today: Day): Day {
  const on = repealedFrom(versions);
  if (on === null) throw new Refusal('NOT_REPEALED', { catalog: key });
  if (on <= today) throw new Refusal('REPEAL_IN_FORCE', { catalog: key, on });
  return on;
}

/** Places of the repeals among the withdrawals of a version. */
function repealsOf(version: VersionRecord): readonly number[] {
  const counting = countingWithdrawals(version);
  return (version.withdrawals ?? []).flatMap((withdrawal, place) =>
    withdrawal.repeal && counting.includes(withdrawal) ? [place] : [],
  );
}
