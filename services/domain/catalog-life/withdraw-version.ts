import type { Step } from '../access/proposal.ts';
import type { CatalogState } from '../catalog/catalog.ts';
import type { WithdrawalAct } from '../catalog/catalog-act.ts';
import type { VersionRecord } from '../catalog/version.ts';
import { countingOn, repealedFrom, withdrawnFrom } from '../catalog/version.ts';
import { Refusal } from '../messages/refusal.ts';
import type { Day } from '../vocabulary.ts';
import { namedVersion, reasonForThePast } from './preconditions.ts';

/** A step that another person has proposed. */
export interface ProposedStep extends Step {
  readonly proposedBy: string;
}

/**
 * The catalog with a version withdrawn or, by the version that counts, repealed (DESIGN 3.2).
 *
 * Any version can be withdrawn, whether its day has come or passed: which one counts then follows from the law alone.
 * A review of a draft that rests on the version is void, because whoever submitted it did not know: the draft goes back
 * to its editors.
 *
 * INVARIANT: a withdrawal that was made stays as it was made; another one joins it.
 *
 * @throws Refusal UNKNOWN_VERSION, CATALOG_REPEALED, NOTHING_TO_REPEAL, WRONG_VERSION_TO_REPEAL, ALREADY_WITHDRAWN,
 * REASON_REQUIRED
 */
export function withdrawVersion(
  state: CatalogState,
  { number, effectiveFrom, repeal, retroactiveReason }: Omit<WithdrawalAct, 'kind'>,
  { today, ...step }: ProposedStep,
): CatalogState {
  const version = namedVersion(state, number, 'number');
  refuseFromRepealOn(state, effectiveFrom);
  if (repeal) refuseOtherThanCounting(state, number, effectiveFrom);
  else refuseWithoutEffect(state, version, effectiveFrom);
  reasonForThePast(effectiveFrom, today, retroactiveReason);
  const withdrawals = [...(version.withdrawals ?? []), { effectiveFrom, repeal, ...step }];
  const { draft } = state;
  return {
    ...state,
    versions: state.versions.map((each) => (each === version ? { ...each, withdrawals } : each)),
    ...(draft?.basedOn === number ? { draft: { ...draft, status: 'EDITING' } } : {}),
  };
}

/**
 * From the day of the repeal on nothing is left to withdraw. An earlier day still changes something: a repeal can be
 * brought forward, and a version found wrong does not have to stay in force until it.
 */
function refuseFromRepealOn({ key, versions }: CatalogState, effectiveFrom: Day): void {
  const on = repealedFrom(versions);
  if (on !== null && on <= effectiveFrom)
    throw new Refusal('CATALOG_REPEALED', { catalog: key, on }, ['effectiveFrom']);
}

/** A repeal ends the law of that day, so whoever repeals has to know which that is. */
function refuseOtherThanCounting({ key, versions }: CatalogState, number: number, on: Day): void {
  const counts = countingOn(versions, on);
  if (!counts) {
    const first = versions.map((version) => version.effectiveFrom).sort()[0]!;
    throw new Refusal('NOTHING_TO_REPEAL', { catalog: key, value: on, first }, ['effectiveFrom']);
  }
  if (counts.number !== number)
    throw new Refusal('WRONG_VERSION_TO_REPEAL', { catalog: key, value: number, on, number: counts.number }, [
      'number',
    ]);
}

function refuseWithoutEffect({ key }: CatalogState, version: VersionRecord, effectiveFrom: Day): void {
  const on = withdrawnFrom(version);
  if (on !== null && on <= effectiveFrom)
    throw new Refusal('ALREADY_WITHDRAWN', { catalog: key, value: version.number, on }, ['number']);
}
