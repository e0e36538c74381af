import * as z from 'zod';
import type { Proposal } from '../access/proposal.ts';
import type { Day } from '../vocabulary.ts';

/** What of a catalog one proposes and another confirms (ADR 0011). */
export type CatalogAct = WithdrawalAct | ReversalAct;
/** To withdraw a version from a day on, or to repeal the catalog by it. */
export interface WithdrawalAct {
  readonly kind: 'WITHDRAWAL';
  readonly number: number;
  readonly effectiveFrom: Day;
  readonly repeal: boolean;
  readonly retroactiveReason: string | null;
}
/** That the repeal does not come. */
export interface ReversalAct {
  readonly kind: 'REVERSAL';
  /** The day of the repeal. */
  readonly effectiveFrom: Day;
}
export type CatalogProposal = Proposal<CatalogAct>;

/** Reads an act as it was stored. */
export const catalogAct: z.ZodType<CatalogAct> = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('WITHDRAWAL'),
    number: z.number(),
    effectiveFrom: z.string(),
    repeal: z.boolean(),
    retroactiveReason: z.string().nullable(),
  }),
  z.strictObject({ kind: z.literal('REVERSAL'), effectiveFrom: z.string() }),
]);
