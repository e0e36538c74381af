import type { Assessment } from '../domain/assessment.ts';
import type { Decision } from '../domain/decision.ts';
import type { Deps } from './deps.ts';

/** What making a decision again came to (DESIGN 2.9). */
export interface Replay {
  /** Outcome and findings are the same, byte for byte in canonical JSON. */
  readonly same: boolean;
  /** The receipt is that of the decision as stored. */
  readonly receiptHolds: boolean;
  /** What the software brings that is not what the decision was made with. */
  readonly changedSince: readonly ('engine' | 'dictionary' | 'lists' | 'classification')[];
  readonly assessment: Assessment;
}

/** Makes a decision again from what it rested on. */
export async function replayDecision(_deps: Deps, _decision: Decision): Promise<Replay> {
  throw new Error('under construction');
}
