import { Refusal } from '../../services/domain/messages/refusal.ts';
import { isDay } from '../../services/domain/values/day.ts';
import type { DecisionFilter as StoredFilter } from '../../services/operations/decisions/decisions.ts';
import type { DecisionFilter } from '../generated/types.ts';

/**
 * The filter in points of time: days are those of Asia/Shanghai, the last one is included.
 *
 * @throws Refusal INVALID_DATE
 */
export function decisionsThat({ zone, projectCode, from, to }: DecisionFilter): StoredFilter {
  return { zone, projectCode, from: startOf(from, 'from', 0), to: startOf(to, 'to', 1) };
}

/** The beginning of a day, or of one some days later. */
function startOf(day: string | null | undefined, field: string, daysLater: number): string | null {
  if (day == null) return null;
  if (!isDay(day)) throw new Refusal('INVALID_DATE', { field, value: day }, ['filter', field]);
  const midnight = new Date(`${day}T00:00:00+08:00`).getTime();
  return new Date(midnight + daysLater * MILLISECONDS_OF_A_DAY).toISOString();
}

const MILLISECONDS_OF_A_DAY = 24 * 60 * 60 * 1000;
