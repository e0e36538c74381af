import type { NewRevision } from '../domain/chain/revision.ts';
import { nonBlank } from '../domain/messages/fields.ts';
import { tryShape } from '../domain/messages/read-input.ts';
import { Refusal } from '../domain/messages/refusal.ts';
import { StaleHead } from '../store/faults.ts';
import { REAL_WAITING } from '../store/retry.ts';
import type { Deps } from './deps.ts';

/**
 * Runs read, check and append again from the start as often as somebody else appends in between, so that every
 * check is made against the very state that is replaced.
 *
 * @throws Refusal BUSY when it does not get in
 */
export async function untilAppended<T>(
  { waiting = REAL_WAITING }: Deps,
  what: string,
  attempt: () => Promise<T>,
): Promise<T> {
  for (let round = 0; round < MAX_ROUNDS; round++) {
    const began = performance.now();
    try {
      return await attempt();
    } catch (error) {
      if (!(error instanceof StaleHead)) throw error;
      // Full jitter over a multiple of what an attempt takes here and now: those who collided spread out so far that
      // most of them run alone, on a loaded machine too.
      const took = performance.now() - began;
      await waiting.sleep(waiting.random() * Math.min(MAX_WAIT_MS, took * 2 ** (round + 1)));
    }
  }
  throw new Refusal('BUSY', { value: what });
}

const MAX_ROUNDS = 30;
const MAX_WAIT_MS = 2000;

/** Who does what, when and why, as the chain keeps it. */
export const revisionOf = (deps: Deps, actor: string, action: string, reason: string): NewRevision => ({
  id: deps.newId(),
  actor,
  time: deps.clock().toISOString(),
  action,
  reason,
});

/** The reason, which every change needs; the store says when it is too long. @throws Refusal REQUIRED, WRONG_SHAPE */
export function reasonFor(reason: unknown): string {
  const refusals: Refusal[] = [];
  const given = tryShape(nonBlank, reason, ['reason'], refusals);
  if (given === undefined) throw refusals[0];
  return given;
}
