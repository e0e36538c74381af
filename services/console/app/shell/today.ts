/** Today in Asia/Shanghai, where the days of the law begin and end. */
export const today = (): string => dayInShanghai(new Date().toISOString());

/** Today, or the day given where that is still to come. */
export const notBefore = (day: string): string => (day > today() ? day : today());

/** The day on which a time lies there: 2026-11-29. */
export const dayInShanghai = (time: string): string =>
  new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai' }).format(new Date(time));

/** A time as it counts by law, to the minute: 2026-11-29 14:05. */
export const inShanghai = (time: string): string =>
  new Intl.DateTimeFormat('sv-SE', {
    timeZone: 'Asia/Shanghai',
    dateStyle: 'short',
    timeStyle: 'short',
  }).format(new Date(time));
