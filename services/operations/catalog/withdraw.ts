import type { Actor } from '../../domain/access/access.ts';
import type { Step } from '../../domain/access/proposal.ts';
import type { CatalogState } from '../../domain/catalog/catalog.ts';
import type { CatalogProposal } from '../../domain/catalog/catalog-act.ts';
import type { AfterProposal } from '../../domain/catalog-life/proposals.ts';
import { confirmProposal, propose, withdrawProposal } from '../../domain/catalog-life/proposals.ts';
import { repealToCome } from '../../domain/catalog-life/reverse-repeal.ts';
import { dayOf } from '../../domain/values/day.ts';
import type { Deps } from '../deps.ts';
import type { CatalogRead } from '../read.ts';
import type { CatalogIntention, OfCatalog } from './change-catalog.ts';
import { changeCatalog } from './change-catalog.ts';
import { rejectInvalidDates } from './reject-invalid-dates.ts';

export interface ProposeWithdrawalInput extends OfCatalog {
  /** Of the version. */
  readonly number: number;
  readonly effectiveFrom: string;
  /** Whether the whole catalog ends with it. */
  readonly repeal?: boolean | null;
  readonly retroactiveReason?: string | null;
}
/** A catalog, and the proposal about it that was made, confirmed or withdrawn. */
export interface CatalogProposed extends CatalogRead {
  readonly proposal: CatalogProposal;
}

/**
 * Proposes to withdraw a version from a day on, or to repeal the catalog with it.
 *
 * @throws Refusal UNKNOWN_VERSION, CATALOG_REPEALED, NOTHING_TO_REPEAL, WRONG_VERSION_TO_REPEAL, ALREADY_WITHDRAWN,
 * REASON_REQUIRED, INVALID_DATE, ALREADY_PROPOSED
 */
export async function proposeWithdrawal(
  deps: Deps,
  actor: Actor | null,
  input: ProposeWithdrawalInput,
): Promise<CatalogProposed> {
  const { number, effectiveFrom, repeal, retroactiveReason } = input;
  rejectInvalidDates({ effectiveFrom });
  const act = {
    kind: 'WITHDRAWAL',
    number,
    effectiveFrom,
    repeal: repeal ?? false,
    retroactiveReason: retroactiveReason ?? null,
  } as const;
  return step(deps, actor, input, 'PROPOSED', (state, revision, by) => propose(state, revision, act, by));
}

/**
 * Proposes that the repeal of a catalog does not come.
 *
 * @throws Refusal NOT_REPEALED, REPEAL_IN_FORCE, ALREADY_PROPOSED
 */
export const proposeRepealReversal = (
  deps: Deps,
  actor: Actor | null,
  input: OfCatalog,
): Promise<CatalogProposed> =>
  step(deps, actor, input, 'PROPOSED', (state, revision, by) => {
    const effectiveFrom = repealToCome(state, by.today);
    return propose(state, revision, { kind: 'REVERSAL', effectiveFrom }, by);
  });

/** A proposal about a catalog, by its id and its number there. */
export interface OfProposal extends OfCatalog {
  readonly proposal: string;
  readonly number: number;
}

/** @throws Refusal UNKNOWN_PROPOSAL, PROPOSAL_STALE, PROPOSAL_EXPIRED, SECOND_PERSON */
export const confirmOfCatalog = (
  deps: Deps,
  actor: Actor | null,
  input: OfProposal,
): Promise<CatalogProposed> =>
  step(deps, actor, input, 'PROPOSAL_CONFIRMED', (state, _, by) =>
    confirmProposal(state, input.proposal, input.number, by),
  );

/** @throws Refusal UNKNOWN_PROPOSAL */
export const withdrawOfCatalog = (
  deps: Deps,
  actor: Actor | null,
  input: OfProposal,
): Promise<CatalogProposed> =>
  step(deps, actor, input, 'PROPOSAL_WITHDRAWN', (state) =>
    withdrawProposal(state, input.proposal, input.number),
  );

const STEPS = {
  PROPOSED: { access: 'PROPOSE_WITHDRAWAL', action: 'PROPOSE' },
  PROPOSAL_CONFIRMED: { access: 'CONFIRM_WITHDRAWAL', action: 'CONFIRM_PROPOSAL' },
  PROPOSAL_WITHDRAWN: { access: 'PROPOSE_WITHDRAWAL', action: 'WITHDRAW_PROPOSAL' },
} as const satisfies Record<string, Pick<CatalogIntention, 'access' | 'action'>>;

async function step(
  deps: Deps,
  actor: Actor | null,
  { catalog, reason }: OfCatalog,
  kind: keyof typeof STEPS,
  /** @param revision the number of the revision that this is to be */
  next: (state: CatalogState, revision: number, by: Step) => AfterProposal,
): Promise<CatalogProposed> {
  const intention = { catalog, reason, ...STEPS[kind] };
  const { result: proposal, ...read } = await changeCatalog(
    deps,
    actor,
    intention,
    async ({ state, revision, by }) => {
      const now = deps.clock();
      const taken = { by, at: now.toISOString(), today: dayOf(now), reason };
      const after = next(state, revision + 1, taken);
      return { state: after.state, change: { kind, proposal: after.proposal }, result: after.proposal };
    },
  );
  return { ...read, proposal };
}
