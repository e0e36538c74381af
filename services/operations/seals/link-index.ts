import type { ChainHead } from '../../domain/assessment/decision.ts';
import { decisionLink } from '../../domain/chain/decision-link.ts';
import { followChain } from '../../domain/chain/follow-chain.ts';
import type { Revision } from '../../domain/chain/revision.ts';
import { ChainBroken } from '../../store/faults.ts';
import type { Deps } from '../deps.ts';
import { inBatches } from '../in-batches.ts';

/**
 * The number of the first link of a chain that has a decision; null where none has it up to `last`. The first counts: a
 * record whose time was written anew is linked anew, and its time does not tell where to look.
 *
 * Links never change, so a process reads each once.
 *
 * @throws ChainBroken where the chain cannot be read so far: what it does not have cannot be told
 */
export async function firstLinkOf(
  deps: Deps,
  chain: string,
  id: string,
  last: number,
): Promise<number | null> {
  const index = await indexUntil(deps, chain, last);
  const first = index.firstOf.get(id);
  if (first !== undefined) return first <= last ? first : null;
  const read = index.head?.seq ?? 0;
  if (read < last) throw new ChainBroken(chain, 'UNREADABLE', read + 1);
  return null;
}

interface LinkIndex {
  readonly firstOf: Map<string, number>;
  /** The last link read. */
  head: ChainHead | null;
  /** Where to go on after it. */
  place: string | null;
}

/** By store and chain: what is under way, so that many who ask at once read a chain once. */
const INDEXES = new WeakMap<Deps['store'], Map<string, Promise<LinkIndex>>>();

function indexUntil(deps: Deps, chain: string, last: number): Promise<LinkIndex> {
  const ofStore = INDEXES.get(deps.store) ?? new Map<string, Promise<LinkIndex>>();
  INDEXES.set(deps.store, ofStore);
  const empty: LinkIndex = { firstOf: new Map(), head: null, place: null };
  const before = ofStore.get(chain) ?? Promise.resolve(empty);
  const next = before.then((index) => readOn(deps, chain, index, last));
  // In an outage nothing is lost of what was read.
  ofStore.set(
    chain,
    next.catch(() => before),
  );
  return next;
}

async function readOn(deps: Deps, chain: string, index: LinkIndex, last: number): Promise<LinkIndex> {
  if ((index.head?.seq ?? 0) >= last) return index;
  const follower = followChain(chain, [], index.head);
  const links = deps.store.walkChain(chain, index.place);
  for await (const { revisions, bodyOf } of inBatches(links, BATCH, deps.store.inspect())) {
    for (const { place, found } of revisions) {
      if (follower.next(found)) return index;
      const { seq, change } = found as Revision;
      const body = bodyOf(change);
      const { data: link } = decisionLink.safeParse('body' in body ? body.body : null);
      if (!link) return index;
      for (const { id } of link.decisions) if (!index.firstOf.has(id)) index.firstOf.set(id, seq);
      index.head = follower.head;
      index.place = place;
    }
  }
  return index;
}

/** Items that are fetched together. */
const BATCH = 100;
