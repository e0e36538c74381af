import { describe, expect, it } from 'vitest';
import { dayOf, isDay, nextDay } from '../../services/domain/values/day.ts';

describe('a day', () => {
  it('is that of Asia/Shanghai, wherever the process runs', () => {
    expect(dayOf(new Date('2026-11-22T15:59:59.999Z'))).toBe('2026-11-22');
    expect(dayOf(new Date('2026-11-22T16:00:00.000Z'))).toBe('2026-11-23');
    expect(dayOf(new Date('2025-12-31T16:00:00.000Z'))).toBe('2026-01-01');
  });

  it('agrees with the time zone data on every day of thirty years', () => {
    const shanghai = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai' });
    for (let year = 2010; year < 2040; year++)
      for (let hour = 0; hour < 366 * 24; hour += 7) {
        const moment = new Date(Date.UTC(year, 0, 1, hour));
        expect(dayOf(moment)).toBe(shanghai.format(moment));
      }
  });

  it('exists in the calendar and is written in full', () => {
    for (const day of ['2026-11-23', '2024-02-29', '2000-02-29']) expect(isDay(day)).toBe(true);
    for (const day of [
      ...['2026-02-29', '1900-02-29', '2026-04-31', '2026-13-01', '2026-00-10', '2026-01-00'],
      ...['2026-1-1', '26-01-01', '0026-01-01', '2026-01-01T00:00:00Z', '2026-01-01\n', ' 2026-01-01', ''],
      ...[20260101, null, undefined, {}],
    ])
      expect(isDay(day), String(day)).toBe(false);
  });

  it('is followed by the next one of the calendar', () => {
    expect(nextDay('2026-12-31')).toBe('2027-01-01');
    expect(nextDay('2028-02-28')).toBe('2028-02-29');
    expect(nextDay('2026-02-28')).toBe('2026-03-01');
  });
});
