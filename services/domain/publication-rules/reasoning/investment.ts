import type { Test } from '../../condition/tests.ts';
import { times } from '../../engine/read-number.ts';
import type { BuiltInFact } from '../../facts/dictionary.ts';
import { builtInFact } from '../../facts/dictionary.ts';
import { numberCells } from '../../solver/number.ts';
import { partition } from '../../solver/partition.ts';
import type { Rational } from '../../values/decimal.ts';
import { compare, divide, multiply } from '../../values/decimal.ts';
import type { Interval } from '../../values/interval.ts';
import { contains, decimalWithin } from '../../values/interval.ts';
import type { Dimension } from './dimension.ts';
import type { Law } from './law.ts';
import { numberFact, oneOfThem } from './simple-facts.ts';

type NumberTest = Test & { readonly kind: 'number' };
type Derived = NonNullable<BuiltInFact['derived']>;

/** More ways than this are not told apart. */
const MOST_WAYS = 20_000;

/** The built-in quotients share their denominator, so all that are tested together depend on each other through it. */
export const derivedOf = (fact: string): Derived | undefined => builtInFact(fact)?.derived;

/**
 * The ways that amounts and their quotients by one denominator can turn out together.
 *
 * Where the denominator lies between two neighbouring values at which a threshold of an amount meets one of its
 * quotient, the same ways are open to the amounts; so one denominator for each value and each gap stands for all.
 * An assessment takes a quotient of two unknowns for independent (ADR 0001.5); a project on paper cannot be so.
 */
export function investment(
  denominator: string,
  tests: readonly NumberTest[],
  law: Law,
): readonly Dimension[] {
  // With a denominator that nothing else asks of, every quotient can be had by its own numerator.
  if (tests.every(({ fact }) => derivedOf(fact))) return independent(tests, law, true);
  const of = (fact: string) => tests.filter((test) => test.fact === fact).map(({ interval }) => interval);
  const quotients = [...new Set(tests.map(({ fact }) => fact))].filter((fact) => derivedOf(fact));
  const numerators = quotients.map((quotient) => {
    const { numerator } = derivedOf(quotient)!;
    return { key: numerator, amounts: of(numerator), quotients: of(quotient) };
  });
  const meetings = numerators.flatMap(({ amounts, quotients: its }) =>
    thresholds(amounts).flatMap((amount) => thresholds(its).map((each) => divide(amount, each))),
  );
  const area = [...of(denominator), ...meetings.map(pointAt)];
  const areas = inCells(area, true);
  const scaled = new Map(areas.map((by) => [by, new Map<Interval, Interval>()]));
  /** The amounts that a quotient in an interval means, by one of the areas. */
  const amountsBy = (by: Rational, interval: Interval): Interval => {
    const known = scaled.get(by)!;
    const found = known.get(interval) ?? times(interval, by);
    known.set(interval, found);
    return found;
  };
  let ways: ReadonlyMap<string, Rational>[] = areas.map((at) => new Map([[denominator, at]]));
  for (const { key, amounts, quotients: its } of numerators) {
    ways = ways.flatMap((way) => {
      const by = way.get(denominator)!;
      const cells = [...amounts, ...its.map((interval) => amountsBy(by, interval))];
      return inCells(cells, false).map((at) => new Map([...way, [key, at]]));
    });
    if (ways.length > MOST_WAYS) return independent(tests, law, false);
  }
  law.work.look(ways.length * tests.length);
  const holds = (way: ReadonlyMap<string, Rational>, { fact, interval }: NumberTest): boolean => {
    const derived = derivedOf(fact);
    if (!derived) return contains(interval, way.get(fact)!);
    return contains(amountsBy(way.get(denominator)!, interval), way.get(derived.numerator)!);
  };
  return [
    oneOfThem(partition(ways, tests, holds), tests, (way, draft) => {
      for (const [key, at] of way) draft.numbers.put(key, at);
      return true;
    }),
  ];
}

/** A decimal in each cell that holds one: what is no decimal cannot be stated of a project. */
const inCells = (intervals: readonly Interval[], positive: boolean): readonly Rational[] =>
  numberCells(intervals, { positive }).flatMap((cell) => decimalWithin(cell) ?? []);

/** The ends above 0 of some intervals. */
const thresholds = (intervals: readonly Interval[]): readonly Rational[] =>
  intervals
    .flatMap(({ low, high }) => [low?.at, high?.at])
    .filter((at): at is Rational => at !== undefined && compare(at, { n: 0n, d: 1n }) > 0);

const pointAt = (at: Rational): Interval => ({ low: { at, closed: true }, high: { at, closed: true } });

/** Every number by itself, which only adds ways where they are tied; values are written as if they were not. */
function independent(tests: readonly NumberTest[], law: Law, exact: boolean): readonly Dimension[] {
  return [...new Set(tests.map(({ fact }) => fact))].map((fact) => {
    const its = tests.filter((test) => test.fact === fact);
    const dimension = numberFact(fact, its, law);
    const derived = derivedOf(fact);
    if (!derived) return { ...dimension, exact };
    return {
      ...dimension,
      exact,
      write(chosen, draft) {
        const written = dimension.write(chosen, draft);
        const quotient = draft.numbers.get(fact);
        const by = draft.numbers.get(derived.denominator);
        if (quotient && by) draft.numbers.put(derived.numerator, multiply(quotient, by));
        return written;
      },
    };
  });
}
