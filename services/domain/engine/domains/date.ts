import { unlessBounded } from '../../solver/budget.ts';
import { eachByItself, partition } from '../../solver/partition.ts';
import type { Day } from '../../vocabulary.ts';
import type { FactDomain, TestOf } from './domain.ts';
import { byFact, unknownFact } from './domain.ts';

export const DATE: FactDomain<TestOf<'date'>> = {
  truth(test, { dates }) {
    const day = dates.get(test.fact);
    return day === undefined ? undefined : dayMeets(day, test);
  },
  unknowns: (tests, _, __, budget) =>
    byFact(tests).map(([key, its]) => {
      const ends = new Set(its.flatMap(({ from, before }) => [from ?? [], before ?? []].flat()));
      const days =
        unlessBounded(() => partition([dayBefore([...ends]), ...ends], its, dayMeets, budget)) ??
        eachByItself(its);
      return unknownFact(
        key,
        its,
        days,
        (model) => days.value(model),
        (to, day) => to.dates.set(key, day),
      );
    }),
};

export const dayMeets = (day: Day, { from, before }: TestOf<'date'>): boolean =>
  (from === null || from <= day) && (before === null || day < before);

/** A day before all of some days. */
export const dayBefore = (days: readonly Day[]): Day =>
  days.every((day) => day > '1949-10-01') ? '1949-10-01' : '1000-01-01';
