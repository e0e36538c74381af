import * as z from 'zod';
import type { Deps } from '../operations/deps.ts';
import { verifyAll } from '../operations/history/verify-all.ts';
import { linkAllDecisions } from '../operations/seals/link-decisions.ts';
import type { Sealing } from '../operations/seals/seal-heads.ts';
import { sealHeads } from '../operations/seals/seal-heads.ts';
import { ChainBroken } from '../store/faults.ts';
import type { RequestLog } from './request-log.ts';

/** What a schedule asks for (infra/seal-schedules.ts). */
export type ScheduledHandler = (event: unknown, context: { readonly awsRequestId: string }) => Promise<void>;

/**
 * The function behind the schedules: links decisions, seals the heads of all chains, verifies everything. What is broken goes
 * into the log, line by line, where an alarm looks for it; what cannot be done at all is an error of the function.
 */
export function createScheduled(
  deps: Deps,
  sealing: Sealing,
  log: Pick<RequestLog, 'fault'>,
): ScheduledHandler {
  return async (event, { awsRequestId: requestId }) => {
    const { task } = Event.parse(event);
    for (const { chain, fault, ...broken } of await TASKS[task](deps, sealing))
      log.fault(new ChainBroken(chain, fault, 'brokenAt' in broken ? broken.brokenAt : undefined), {
        requestId,
      });
  };
}

const TASKS = {
  LINK: async (deps: Deps) => {
    await linkAllDecisions(deps);
    return [];
  },
  SEAL: async (deps: Deps, sealing: Sealing) => (await sealHeads(deps, sealing)).broken,
  VERIFY: verifyAll,
} as const;

const Event = z.object({ task: z.enum(['LINK', 'SEAL', 'VERIFY']) });
