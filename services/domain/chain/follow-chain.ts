import type { ChainHead } from '../assessment/decision.ts';
import type { Revision } from './revision.ts';
import { headOf, sealOf } from './revision.ts';

/** What is stored at a place of a chain and cannot be read as a revision, in its raw form. */
export interface UnreadableRevision {
  readonly unreadable: unknown;
}

/** The first place at which a chain differs from what was written. */
export type ChainBreak =
  /** The revision is missing, or another stands in its place. */
  | { readonly fault: 'GAP'; readonly brokenAt: number }
  /** It does not follow the one before. */
  | { readonly fault: 'LINK'; readonly brokenAt: number }
  /** It was changed: it does not have the hash that it carries. */
  | { readonly fault: 'HASH'; readonly brokenAt: number }
  /** It was changed and is no longer a revision. */
  | { readonly fault: 'UNREADABLE'; readonly brokenAt: number }
  /** Another revision is known from elsewhere: this one, or one after revision `agreedUntil`, was rewritten. */
  | {
      readonly fault: 'FORK';
      readonly brokenAt: number;
      readonly agreedUntil: number;
      readonly expected: string;
      readonly found: string;
    };

/** Follows a chain link by link from the oldest, up to the first break. */
interface ChainFollower {
  /** What is wrong with the next revision; null if it follows. */
  next(found: Revision | UnreadableRevision): ChainBreak | null;
  /** What is wrong with a chain that ends here; null if it is complete. */
  end(): ChainBreak | null;
  /** The last revision that followed; null before the first. */
  readonly head: ChainHead | null;
}

/**
 * The check of a chain, for the store and for an exported file alike.
 *
 * @param known heads seen elsewhere, as in decisions and earlier exports, that must be part of the chain: only they
 * reveal that a chain was truncated or rewritten, which looks complete by itself
 * @param after a revision that is proven already, where the chain is followed from there
 */
export function followChain(
  chain: string,
  known: readonly ChainHead[] = [],
  after: ChainHead | null = null,
): ChainFollower {
  const unmet = [...known].sort((a, b) => a.seq - b.seq);
  let head: ChainHead | null = after && { seq: after.seq, hash: after.hash };
  let agreedUntil = 0;

  function next(found: Revision | UnreadableRevision): ChainBreak | null {
    const brokenAt = (head?.seq ?? 0) + 1;
    if ('unreadable' in found) return { fault: 'UNREADABLE', brokenAt };
    if (found.seq !== brokenAt) return { fault: 'GAP', brokenAt };
    if (found.previousHash !== (head?.hash ?? null)) return { fault: 'LINK', brokenAt };
    if (sealOf(chain, found) !== found.hash) return { fault: 'HASH', brokenAt };
    for (; unmet[0]?.seq === brokenAt; unmet.shift()) {
      const expected = unmet[0].hash;
      if (expected !== found.hash)
        return { fault: 'FORK', brokenAt, agreedUntil, expected, found: found.hash };
    }
    if (known.some(({ seq }) => seq === brokenAt)) agreedUntil = brokenAt;
    head = headOf(found);
    return null;
  }

  return {
    next,
    end: () => (unmet.length > 0 ? { fault: 'GAP', brokenAt: (head?.seq ?? 0) + 1 } : null),
    get head() {
      return head;
    },
  };
}
