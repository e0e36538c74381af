import type { ChainHead } from '../assessment/decision.ts';
import { hashOf } from '../values/canonical.ts';

/** Who did what, when and why. The id is the same for every attempt at one append. */
export interface NewRevision {
  readonly id: string;
  readonly actor: string;
  /** RFC 3339. */
  readonly time: string;
  readonly action: string;
  readonly reason: string;
}

/** One link of a chain (修订记录): immutable, and bound to all that came before it. */
export interface Revision extends NewRevision {
  /** Its place in the chain, from 1. */
  readonly seq: number;
  /** Null for the first. */
  readonly previousHash: string | null;
  readonly hash: string;
  /** Hash of the blob that holds the change. */
  readonly change: string;
  /** Hash of the blob that holds the state after it. */
  readonly state: string;
}
export type Unsealed = Omit<Revision, 'hash'>;

/** The hash over the whole revision, its place included, so that none can be moved or changed. */
export const sealOf = (
  chain: string,
  { seq, id, actor, time, action, reason, previousHash, change, state }: Unsealed,
): string => hashOf({ chain, seq, id, actor, time, action, reason, previousHash, change, state });

/** What identifies a revision: its place, and by its hash all that led to it. */
export const headOf = ({ seq, hash }: Revision): ChainHead => ({ seq, hash });
