import * as z from 'zod';
import { merkleRoot } from './merkle.ts';

/** A decision in a link of its zone's chain (回执). */
export interface Receipt {
  readonly id: string;
  readonly receipt: string;
}

/** What a link adds to the chain of a zone (入链): every decision recorded since the link before, each once. */
export interface DecisionLink {
  readonly decisions: readonly Receipt[];
}
/** What the chain comes to with it. */
export interface LinkState {
  /** Merkle root of the receipts that the link adds, in their order. */
  readonly root: string;
  /** How many it adds. */
  readonly count: number;
  /** How many the chain has with it. */
  readonly total: number;
}

/** The state that a link leads to. */
export const linkStateOf = ({ decisions }: DecisionLink, before: LinkState | null): LinkState => ({
  root: merkleRoot(leavesOf({ decisions })),
  count: decisions.length,
  total: (before?.total ?? 0) + decisions.length,
});

/** A receipt covers the id already. */
export const leavesOf = ({ decisions }: DecisionLink): readonly string[] =>
  decisions.map(({ receipt }) => receipt);

export const decisionLink: z.ZodType<DecisionLink> = z.strictObject({
  decisions: z.array(z.strictObject({ id: z.string(), receipt: z.string() })),
});
export const linkState: z.ZodType<LinkState> = z.strictObject({
  root: z.string(),
  count: z.int().nonnegative(),
  total: z.int().nonnegative(),
});
