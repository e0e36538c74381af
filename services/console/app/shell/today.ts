import { dayOf } from '../../../domain/values/day.ts';

/** Today in Asia/Shanghai, where the days of the law begin and end. */
export const today = (): string => dayOf(new Date());

/** Today, or the day given where that is still to come. */
export const notBefore = (day: string): string => (day > today() ? day : today());

/** The day on which a time lies there: 2026-11-29. */
export const dayInShanghai = (time: string): string => dayOf(new Date(time));

/** A time as it counts by law, to the minute: 2026-11-29 14:05. */
export const inShanghai = (time: string): string =>
  new Intl.DateTimeFormat('sv-SE', {
    timeZone: 'Asia/Shanghai',
    dateStyle: 'short',
    timeStyle: 'short',
  }).format(new Date(time));
