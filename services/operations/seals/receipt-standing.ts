import type { Decision } from '../../domain/assessment/decision.ts';
import { receiptOf } from '../../domain/assessment/decision.ts';
import { decisionLink, leavesOf } from '../../domain/chain/decision-link.ts';
import { merklePath } from '../../domain/chain/merkle.ts';
import type { ReceiptProof } from '../../domain/chain/receipt-proof.ts';
import type { Revision } from '../../domain/chain/revision.ts';
import type { Seal } from '../../domain/chain/seal.ts';
import { headLeaf, SEALS, sealShape } from '../../domain/chain/seal.ts';
import type { ReceiptStanding } from '../../domain/chain/standing.ts';
import { decisionsChain } from '../../domain/ids.ts';
import type { StoredLink } from '../../store/links.ts';
import type { Deps } from '../deps.ts';
import { firstLinkOf } from './link-index.ts';

/** Recorded, linked, sealed, or changed since. */
export async function receiptStanding(deps: Deps, decision: Decision): Promise<ReceiptStanding> {
  const found = await findLink(deps, decision);
  if (!found) return { state: 'PENDING' };
  const link = found.link.revision;
  if (found.receipt !== decision.receipt) return { state: 'CHANGED', link };
  const seal = await findSeal(deps, decisionsChain(decision.assessment.zone), link);
  return seal ? { state: 'SEALED', link, seal } : { state: 'LINKED', link };
}

/** The file that proves a decision with the public key alone; null until it is sealed, and for one that was changed. */
export async function receiptProof(deps: Deps, decision: Decision): Promise<ReceiptProof | null> {
  const standing = await receiptStanding(deps, decision);
  if (standing.state !== 'SEALED') return null;
  const { receipt: _, ...record } = decision;
  const chain = decisionsChain(decision.assessment.zone);
  const { link, index, leaves } = (await findLink(deps, decision))!;
  const { statement, signature, heads } = standing.seal;
  const place = heads.findIndex((head) => head.chain === chain);
  return {
    kind: 'RECEIPT_PROOF',
    record,
    link: { ...link, index, path: merklePath(leaves, index) },
    following: await linksBetween(deps, chain, link.revision.seq, heads[place]!.seq),
    seal: { statement, signature, index: place, path: merklePath(heads.map(headLeaf), place) },
  };
}

/** Whether the record is the one that was linked; as far as it goes itself where none is linked yet. */
export async function receiptHolds(deps: Deps, decision: Decision): Promise<boolean> {
  if (receiptOf(decision) !== decision.receipt) return false;
  const found = await findLink(deps, decision);
  return !found || found.receipt === decision.receipt;
}

interface FoundLink {
  readonly link: StoredLink;
  /** The receipt that the link has for the decision. */
  readonly receipt: string;
  readonly index: number;
  readonly leaves: readonly string[];
}

/** The first link that has the decision. */
async function findLink(deps: Deps, { id, assessment }: Decision): Promise<FoundLink | null> {
  const chain = decisionsChain(assessment.zone);
  const head = await deps.store.readLink(chain);
  const seq = head && (await firstLinkOf(deps, chain, id, head.revision.seq));
  const link = seq && (await deps.store.linkAt(chain, seq));
  if (!link) return null;
  const { decisions } = await deps.store.readLeaves(link, decisionLink);
  const index = decisions.findIndex((one) => one.id === id);
  return { link, receipt: decisions[index]!.receipt, index, leaves: leavesOf({ decisions }) };
}

/** The first seal that covers a link. */
async function findSeal(deps: Deps, chain: string, { seq, time }: Revision): Promise<Seal | null> {
  const head = await deps.store.readLink(SEALS);
  if (!head) return null;
  const last = head.revision.seq;
  for (let number = await deps.store.firstSince(SEALS, last, time); number <= last; number++) {
    const noted = await deps.store.linkAt(SEALS, number);
    const seal = noted && (await deps.store.readLeaves(noted, sealShape));
    if (seal?.heads.some((sealed) => sealed.chain === chain && sealed.seq >= seq)) return seal;
  }
  return null;
}

async function linksBetween(
  deps: Deps,
  chain: string,
  from: number,
  to: number,
): Promise<readonly Revision[]> {
  const links: Revision[] = [];
  for (let seq = from + 1; seq <= to; seq++) links.push((await deps.store.linkAt(chain, seq))!.revision);
  return links;
}
