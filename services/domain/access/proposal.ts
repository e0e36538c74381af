import * as z from 'zod';
import { Refusal } from '../messages/refusal.ts';
import { sameValue } from '../values/canonical.ts';
import type { Day } from '../vocabulary.ts';

/** An act with legal effect that one person has proposed and another has to confirm (提请事项, ADR 0011). */
export interface Proposal<Act> {
  /** That of the revision which made it: no other proposal of the chain has it. */
  readonly number: number;
  readonly act: Act;
  /** Hash of what it was made on: where that is another now, it is stale. */
  readonly basis: string;
  /** The first day of its effect. */
  readonly effectiveFrom: Day;
  /** The last day on which it can be confirmed; null where its effect lay in the past when it was made. */
  readonly lastDay: Day | null;
  readonly by: string;
  /** RFC 3339. */
  readonly at: string;
  readonly reason: string;
}

/** Reads a proposal as it was stored. */
export const proposalOf = <Act>(act: z.ZodType<Act>) =>
  z.strictObject({
    number: z.number(),
    act,
    basis: z.string(),
    effectiveFrom: z.string(),
    lastDay: z.string().nullable(),
    by: z.string(),
    at: z.string(),
    reason: z.string(),
  }) satisfies z.ZodType<Proposal<Act>>;

/** What a step of a chain did to a proposal. */
export interface ProposalStep<Act> {
  readonly kind: ProposalStepKind;
  readonly proposal: Proposal<Act>;
}
export const PROPOSAL_STEPS = ['PROPOSED', 'PROPOSAL_CONFIRMED', 'PROPOSAL_WITHDRAWN'] as const;
export type ProposalStepKind = (typeof PROPOSAL_STEPS)[number];

/** Who takes a step, when and why. */
export interface Step {
  readonly by: string;
  /** RFC 3339. */
  readonly at: string;
  /** The day of the step. */
  readonly today: Day;
  readonly reason: string;
}

/** How a proposal stands: only an open one can be confirmed. */
export type ProposalStanding = 'OPEN' | 'STALE' | 'EXPIRED';

export function standingOf(
  { lastDay, basis }: Pick<Proposal<unknown>, 'lastDay' | 'basis'>,
  basisNow: string,
  today: Day,
): ProposalStanding {
  if (basis !== basisNow) return 'STALE';
  return lastDay !== null && today > lastDay ? 'EXPIRED' : 'OPEN';
}

/** The last day on which what begins on a day can be confirmed. */
export const lastDayFor = (effectiveFrom: Day, today: Day): Day | null =>
  effectiveFrom < today ? null : effectiveFrom;

/**
 * Refuses what lies there open already: a request that was sent twice.
 *
 * @throws Refusal ALREADY_PROPOSED
 */
export function refuseProposed<Act>(
  proposals: readonly Proposal<Act>[],
  act: Act,
  basisNow: string,
  today: Day,
): void {
  const there = proposals.find(
    (proposal) => standingOf(proposal, basisNow, today) === 'OPEN' && sameValue(proposal.act, act),
  );
  if (there) throw new Refusal('ALREADY_PROPOSED', { value: there.by, reason: there.reason });
}

/** @throws Refusal PROPOSAL_STALE, PROPOSAL_EXPIRED */
export function refuseUnlessOpen<Act>(proposal: Proposal<Act>, basisNow: string, today: Day): void {
  const standing = standingOf(proposal, basisNow, today);
  if (standing === 'STALE')
    throw new Refusal('PROPOSAL_STALE', { value: proposal.by, reason: proposal.reason });
  if (standing === 'EXPIRED') throw new Refusal('PROPOSAL_EXPIRED', { on: proposal.lastDay! });
}

/**
 * Refuses whoever may not confirm a proposal.
 *
 * @param authors who wrote or submitted text that comes into force by it
 * @throws Refusal SECOND_PERSON
 */
export function refuseOwn<Act>(proposal: Proposal<Act>, by: string, authors: readonly string[]): void {
  const barred = barredFromConfirming(proposal, authors);
  if (barred.includes(by)) throw new Refusal('SECOND_PERSON', { value: by, barred });
}

export const barredFromConfirming = <Act>(
  { by }: Proposal<Act>,
  authors: readonly string[],
): readonly string[] => [...new Set([by, ...authors])];
