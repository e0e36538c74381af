import { shown } from '../domain/messages/read-input.ts';
import { Refusal } from '../domain/messages/refusal.ts';
import { isDay } from '../domain/values/day.ts';
import type { Day } from '../domain/vocabulary.ts';
import { MAX_YEARS_AHEAD } from './limits.ts';

/**
 * The day that `on` asks for.
 *
 * What will be in force is told by the versions and records that are scheduled. Long after the last of them the answer
 * would only say that nothing has been scheduled yet, and read like the law of that day.
 *
 * @throws Refusal INVALID_DATE, DAY_TOO_FAR
 */
export function dayAsked(on: unknown, today: Day): Day {
  if (!isDay(on)) throw new Refusal('INVALID_DATE', { field: 'on', value: shown(on) }, ['on']);
  const last = `${Number(today.slice(0, 4)) + MAX_YEARS_AHEAD}-12-31`;
  if (on > last) throw new Refusal('DAY_TOO_FAR', { field: 'on', value: on, allowed: last }, ['on']);
  return on;
}
