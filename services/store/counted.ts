import type { ConsumedCapacity } from '@aws-sdk/client-dynamodb';
import { takenNow } from './request-budget.ts';
import { isThrottling } from './retry.ts';

/** Sends a command, and notes for the request on whose behalf it is sent what it cost. */
export async function counted<T extends Charged>(
  units: 'readUnits' | 'writeUnits',
  send: () => Promise<T>,
): Promise<T> {
  const taken = takenNow();
  if (!taken) return send();
  taken.requests++;
  try {
    const answer = await send();
    for (const { CapacityUnits = 0 } of [answer.ConsumedCapacity ?? []].flat()) taken[units] += CapacityUnits;
    return answer;
  } catch (error) {
    if (isThrottling(error)) taken.throttled++;
    throw error;
  }
}

/** One table, or the several of a batch. */
interface Charged {
  readonly ConsumedCapacity?: ConsumedCapacity | ConsumedCapacity[] | undefined;
}
