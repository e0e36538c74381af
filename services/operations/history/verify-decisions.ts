import type { ChainHead } from '../../domain/assessment/decision.ts';
import type { DecisionLink, LinkState } from '../../domain/chain/decision-link.ts';
import { decisionLink, linkStateOf } from '../../domain/chain/decision-link.ts';
import type { DecisionFault, HistoryBreak } from '../../domain/chain/follow-history.ts';
import { followHistory } from '../../domain/chain/follow-history.ts';
import type { VerifiedHistory } from '../../domain/chain/history-text.ts';
import { decisionsChain } from '../../domain/ids.ts';
import { sameValue } from '../../domain/values/canonical.ts';
import type { Deps } from '../deps.ts';
import { inBatches, NOTHING } from '../in-batches.ts';
import { lookBack } from '../seals/link-decisions.ts';

export interface VerifiedDecisions extends VerifiedHistory {
  /** Decisions that are not linked yet (待入链). */
  readonly pending: number;
}

/**
 * Whether the decisions of a zone are those that were made: every link of their chain, every decision that a link has, and
 * that none has come in between.
 *
 * @param heads known from elsewhere
 */
export async function verifyDecisions(
  deps: Deps,
  zone: string,
  heads: readonly ChainHead[],
): Promise<VerifiedDecisions> {
  const chain = decisionsChain(zone);
  const follower = followHistory(chain, heads);
  const inspection = deps.store.inspect();
  const linked = new Set<string>();
  let before: LinkState | null = null;
  let until = '';
  const outcome = (broken: HistoryBreak | null, pending = 0): VerifiedDecisions => ({
    broken,
    head: follower.head,
    known: heads.length,
    pending,
  });
  for await (const { revisions, bodyOf } of inBatches(deps.store.walkChain(chain), BATCH, inspection)) {
    for (const { found } of revisions) {
      if ('unreadable' in found) return outcome(follower.next(found, NOTHING, NOTHING));
      const [change, state] = [bodyOf(found.change), bodyOf(found.state)];
      const broken = follower.next(found, change, state);
      if (broken) return outcome(broken);
      const { data: link } = decisionLink.safeParse('body' in change ? change.body : null);
      const expected: LinkState | null = link ? linkStateOf(link, before) : null;
      if (!link || !sameValue(expected, 'body' in state ? state.body : null))
        return outcome({ fault: 'UNREADABLE', brokenAt: found.seq });
      before = expected;
      until = found.time;
      const changed = await changedDecision(deps, link, linked);
      if (changed) return outcome({ fault: 'DECISION', brokenAt: found.seq, ...changed });
    }
  }
  const ended = follower.end();
  if (ended) return outcome(ended);
  const rest = (await deps.store.receiptsSince(zone, BEGINNING)).filter(({ id }) => !linked.has(id));
  const inserted = until === '' ? undefined : rest.find(({ decidedAt }) => decidedAt < lookBack(until));
  return inserted
    ? outcome({ fault: 'DECISION', brokenAt: follower.head!.seq, decision: inserted.id, why: 'INSERTED' })
    : outcome(null, rest.length);
}

async function changedDecision(
  deps: Deps,
  { decisions }: DecisionLink,
  linked: Set<string>,
): Promise<{ readonly decision: string; readonly why: DecisionFault } | null> {
  for (let at = 0; at < decisions.length; at += BATCH) {
    const batch = decisions.slice(at, at + BATCH);
    const found = await deps.store.readDecisions(batch.map(({ id }) => id));
    for (const [place, { id, receipt }] of batch.entries()) {
      const stored = found[place];
      linked.add(id);
      if (!stored) return { decision: id, why: 'REMOVED' };
      if ('damage' in stored || stored.decision.receipt !== receipt)
        return { decision: id, why: 'REWRITTEN' };
    }
  }
  return null;
}

/** Items that are fetched together. */
const BATCH = 100;
const BEGINNING = '1970-01-01T00:00:00.000Z';
