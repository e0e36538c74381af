import { partition } from '../../solver/partition.ts';
import type { Day } from '../../vocabulary.ts';
import type { FactDomain, TestOf } from './domain.ts';
import { byFact, unknownFact } from './domain.ts';

export const DATE: FactDomain<TestOf<'date'>> = {
  truth(test, { dates }) {
    const day = dates.get(test.fact);
    return day === undefined ? undefined : dayMeets(day, test);
  },
  unknowns: (tests) =>
    byFact(tests).map(([key, its]) => {
      const ends = its.flatMap(({ from, before }) => [from, before]).filter((day) => day !== null);
      const days = partition([dayBefore(ends), ...ends], its, dayMeets);
      return unknownFact(key, its, days, days.value, (to, day) => to.dates.set(key, day));
    }),
};

export const dayMeets = (day: Day, { from, before }: TestOf<'date'>): boolean =>
  (from === null || from <= day) && (before === null || day < before);

/** A day before all of some days. */
export const dayBefore = (days: readonly Day[]): Day =>
  days.every((day) => day > '1949-10-01') ? '1949-10-01' : '1000-01-01';
