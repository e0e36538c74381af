import type { ChainHead } from '../../domain/assessment/decision.ts';
import { SEALS, sealShape } from '../../domain/chain/seal.ts';
import type { Deps } from '../deps.ts';

/** The newest seal (签封) that covers a chain. */
export interface ChainSeal {
  /** Of the seal. */
  readonly number: number;
  /** RFC 3339. */
  readonly time: string;
  /** How far the chain is sealed. */
  readonly head: ChainHead;
}

/**
 * How far a chain is sealed, by what the table knows of the seals.
 *
 * @returns null where no seal covers any of it
 */
export async function sealOfChain(deps: Deps, chain: string): Promise<ChainSeal | null> {
  const newest = await deps.store.readLink(SEALS);
  if (!newest) return null;
  const { statement, heads } = await deps.store.readLeaves(newest, sealShape);
  const sealed = heads.find((head) => head.chain === chain);
  if (!sealed) return null;
  const { seq, hash } = sealed;
  return { number: statement.number, time: statement.time, head: { seq, hash } };
}
