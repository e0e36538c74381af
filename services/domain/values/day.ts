import type { Day } from '../vocabulary.ts';

/**
 * The calendar day in Asia/Shanghai at a moment.
 *
 * China has kept UTC+8 without summer time since 1991, so the offset is a constant and needs no time zone data.
 */
export function dayOf(moment: Date): Day {
  return new Date(moment.getTime() + 8 * 60 * 60 * 1000).toISOString().slice(0, 10);
}

/** The calendar day before. */
export const dayBefore = (day: Day): Day =>
  new Date(Date.parse(`${day}T00:00:00Z`) - 24 * 60 * 60 * 1000).toISOString().slice(0, 10);

/** Whether a text is a day that exists in the calendar, written `2026-11-23`. */
export function isDay(text: unknown): text is Day {
  if (typeof text !== 'string' || !/^[1-9]\d{3}-\d{2}-\d{2}$/.test(text)) return false;
  const midnight = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(midnight.getTime()) && midnight.toISOString().startsWith(text);
}

/** The day after. */
export function nextDay(day: Day): Day {
  const midnight = new Date(`${day}T00:00:00Z`);
  midnight.setUTCDate(midnight.getUTCDate() + 1);
  return midnight.toISOString().slice(0, 10);
}
