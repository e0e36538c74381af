import type { Proposal, Step } from '../access/proposal.ts';
import {
  barredFromConfirming,
  lastDayFor,
  refuseOwn,
  refuseProposed,
  refuseUnlessOpen,
} from '../access/proposal.ts';
import type { CatalogState } from '../catalog/catalog.ts';
import type { CatalogAct, CatalogProposal } from '../catalog/catalog-act.ts';
import type { StandingChange } from '../catalog/standing-changes.ts';
import { authorsOfWhatComes, standingChanges } from '../catalog/standing-changes.ts';
import { Refusal } from '../messages/refusal.ts';
import { hashOf, withoutNulls } from '../values/canonical.ts';
import { dayBefore } from '../values/day.ts';
import { unreachable } from '../values/unreachable.ts';
import type { Day } from '../vocabulary.ts';
import { reverseRepeal } from './reverse-repeal.ts';
import type { ProposedStep } from './withdraw-version.ts';
import { withdrawVersion } from './withdraw-version.ts';

// What of a catalog one proposes and another confirms (ADR 0011), each step as the catalog after it.

/** A catalog after a step, and the proposal that it was about. */
export interface AfterProposal {
  readonly state: CatalogState;
  readonly proposal: CatalogProposal;
}

/**
 * The catalog with a proposal. Nothing else of it is any different.
 *
 * @param number of the revision that is to make it
 * @throws Refusal ALREADY_PROPOSED, and what the act itself would be refused with
 */
export function propose(state: CatalogState, number: number, act: CatalogAct, step: Step): AfterProposal {
  const { today, ...made } = step;
  const basis = basisOf(state);
  carriedOut(state, act, { ...step, proposedBy: step.by });
  const proposals = state.proposals ?? [];
  refuseProposed(proposals, act, basis, today);
  const { effectiveFrom } = act;
  const proposal = { number, act, basis, effectiveFrom, lastDay: lastDayOf(act, today), ...made };
  return { state: { ...state, proposals: [...proposals, proposal] }, proposal };
}

/** A repeal is reversed before its day; all else is confirmed on its day at the latest. */
const lastDayOf = ({ kind, effectiveFrom }: CatalogAct, today: Day): Day | null =>
  kind === 'REVERSAL' ? dayBefore(effectiveFrom) : lastDayFor(effectiveFrom, today);

/**
 * The catalog with a proposal carried out by another person than made it, and than wrote or submitted what it brings
 * into force.
 *
 * @throws Refusal UNKNOWN_PROPOSAL, PROPOSAL_STALE, PROPOSAL_EXPIRED, SECOND_PERSON
 */
export function confirmProposal(state: CatalogState, id: string, number: number, step: Step): AfterProposal {
  const proposal = openProposal(state, id, number);
  refuseUnlessOpen(proposal, basisOf(state), step.today);
  const after = afterProposal(state, proposal, step);
  refuseOwn(proposal, step.by, authorsOfWhatComes(state.versions, after.versions));
  return { state: without(after, proposal), proposal };
}

/** From when to when another version would count by an open proposal (ADR 0011). */
export const effectsOf = (
  state: CatalogState,
  proposal: CatalogProposal,
  today: Day,
): readonly StandingChange[] =>
  standingChanges(state.versions, afterProposal(state, proposal, { ...proposal, today }).versions);

/** Who may not confirm an open proposal. */
export const barredFrom = (state: CatalogState, proposal: CatalogProposal, today: Day): readonly string[] =>
  barredFromConfirming(
    proposal,
    authorsOfWhatComes(state.versions, afterProposal(state, proposal, { ...proposal, today }).versions),
  );

const afterProposal = (
  state: CatalogState,
  { act, by: proposedBy, reason }: CatalogProposal,
  { by, at, today }: Omit<Step, 'reason'>,
): CatalogState => carriedOut(state, act, { by, at, today, proposedBy, reason });

/** The catalog without a proposal. @throws Refusal UNKNOWN_PROPOSAL */
export function withdrawProposal(state: CatalogState, id: string, number: number): AfterProposal {
  const proposal = openProposal(state, id, number);
  return { state: without(state, proposal), proposal };
}

/** What proposals about a catalog rest on: all that is published of it and withdrawn; no draft. */
export const basisOf = ({ versions }: CatalogState): string => hashOf(withoutNulls(versions));

function carriedOut(state: CatalogState, act: CatalogAct, step: ProposedStep): CatalogState {
  switch (act.kind) {
    case 'WITHDRAWAL':
      return withdrawVersion(state, act, step);
    case 'REVERSAL':
      return reverseRepeal(state, step);
    default:
      return unreachable(act);
  }
}

function openProposal({ proposals }: CatalogState, id: string, number: number): CatalogProposal {
  const found = (proposals ?? []).find((proposal) => proposal.number === number);
  if (!found) throw new Refusal('UNKNOWN_PROPOSAL', { value: id }, ['proposal']);
  return found;
}

const without = (state: CatalogState, { number }: Proposal<CatalogAct>): CatalogState => ({
  ...state,
  proposals: (state.proposals ?? []).filter((proposal) => proposal.number !== number),
});
