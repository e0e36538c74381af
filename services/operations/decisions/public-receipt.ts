import type { Outcome } from '../../domain/vocabulary.ts';
import type { Deps } from '../deps.ts';
import { receiptHolds } from '../seals/receipt-standing.ts';
import { damaged, isSuperseded, storedUnder } from './decisions.ts';

/** What anyone may learn of a decision whose id they hold (公开核验): nothing of the project. */
export interface PublicReceipt {
  readonly id: string;
  readonly outcome: Outcome;
  readonly receipt: string;
  /** The record has this receipt, and it is the one that was linked. */
  readonly holds: boolean;
  readonly superseded: boolean;
}

/** Null where there is no such decision. @throws Refusal DECISION_DAMAGED */
export async function publicReceipt(deps: Deps, id: string): Promise<PublicReceipt | null> {
  const stored = await storedUnder(deps, id);
  if (!stored) return null;
  if ('damage' in stored) throw damaged(stored);
  const { decision } = stored;
  const [holds, superseded] = await Promise.all([receiptHolds(deps, decision), isSuperseded(deps, id)]);
  const { receipt, assessment } = decision;
  return { id, outcome: assessment.outcome, receipt, holds, superseded };
}
