import { shown } from '../../domain/messages/read-input.ts';
import { Refusal, Refusals } from '../../domain/messages/refusal.ts';
import { isDay } from '../../domain/values/day.ts';

/** Rejects days that do not exist, by the names of their fields. @throws Refusals INVALID_DATE */
export function rejectInvalidDates(days: Readonly<Record<string, string | null | undefined>>): void {
  const refusals = Object.entries(days)
    .filter(([, day]) => day != null && !isDay(day))
    .map(([field, day]) => new Refusal('INVALID_DATE', { field, value: shown(day) }, [field]));
  if (refusals.length > 0) throw new Refusals(refusals);
}
