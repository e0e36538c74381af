import { Refusal } from '../services/domain/messages/refusal.ts';
import { isDay } from '../services/domain/values/day.ts';
import type { Day } from '../services/domain/vocabulary.ts';
import type { Context } from './context.ts';

/**
 * The day that an argument `on` names; today where it names none.
 *
 * @throws Refusal INVALID_DATE
 */
export function dayArgument(on: string | null | undefined, context: Context): Day {
  if (on == null) return context.today;
  if (!isDay(on)) throw new Refusal('INVALID_DATE', { field: 'on', value: on }, ['on']);
  return on;
}
