import type { Actor } from '../../domain/access/access.ts';
import type { ChainHead } from '../../domain/assessment/decision.ts';
import { decisionRecord } from '../../domain/chain/decision-record.ts';
import type { VersionRead } from '../../domain/chain/follow-history.ts';
import { shown } from '../../domain/messages/read-input.ts';
import { Refusal, Refusals } from '../../domain/messages/refusal.ts';
import { readDecision } from '../decisions/decisions.ts';
import type { Deps } from '../deps.ts';
import { MAX_HEADS } from '../limits.ts';
import { receiptHolds } from '../seals/receipt-standing.ts';

/** What a verification holds a history against, besides itself. */
export interface VerifyInput {
  /** Heads exported or written down earlier. */
  readonly heads?: readonly ChainHead[] | null;
  /** Id of a decision, whose receipt names the heads that it read. */
  readonly decision?: string | null;
}
export interface Known {
  readonly heads: readonly ChainHead[];
  /** The version that the decision rests on. */
  readonly read: readonly VersionRead[];
}

/**
 * What is known of a chain from elsewhere.
 *
 * @throws Refusals faults of the heads
 * @throws Refusal UNKNOWN_DECISION, RECEIPT_BROKEN, DECISION_ELSEWHERE
 */
export async function knownHeads(
  deps: Deps,
  actor: Actor | null,
  chain: string,
  { heads, decision }: VerifyInput,
): Promise<Known> {
  const given = checked(heads ?? []);
  if (decision == null) return { heads: given, read: [] };
  const recorded = await readDecision(deps, actor, decision);
  if (!recorded) throw new Refusal('UNKNOWN_DECISION', { value: shown(decision) }, ['decision']);
  const record = decisionRecord(recorded);
  // What a record that was changed itself says of a chain proves nothing about the chain.
  if (!record || !(await receiptHolds(deps, recorded)))
    throw new Refusal('RECEIPT_BROKEN', { value: decision }, ['decision']);
  const head = record.headOf(chain);
  if (head === undefined) throw new Refusal('DECISION_ELSEWHERE', { value: decision, chain }, ['decision']);
  const read = record.versionOf(chain);
  return { heads: head ? [...given, head] : given, read: read ? [read] : [] };
}

function checked(heads: readonly ChainHead[]): readonly ChainHead[] {
  if (heads.length > MAX_HEADS)
    throw new Refusal('TOO_MANY', { field: 'heads', value: heads.length, allowed: MAX_HEADS }, ['heads']);
  const refusals = heads.flatMap(({ seq, hash }, place): readonly Refusal[] => [
    ...(Number.isSafeInteger(seq) && seq > 0 ? [] : [outOfRange(['heads', String(place), 'revision'], seq)]),
    ...(/^[0-9a-f]{64}$/.test(hash)
      ? []
      : [
          new Refusal('INVALID_HASH', { field: `heads.${place}.hash`, value: shown(hash) }, [
            'heads',
            String(place),
            'hash',
          ]),
        ]),
  ]);
  if (refusals.length > 0) throw new Refusals(refusals);
  return heads;
}

const outOfRange = (path: readonly string[], value: number): Refusal =>
  new Refusal('OUT_OF_RANGE', { field: path.join('.'), value, allowed: '≥ 1' }, path);
