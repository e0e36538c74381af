import { unknownFact } from '../../engine/domains/domain.ts';
import type { NumberTest } from '../../engine/domains/number.ts';
import { NUMBER } from '../../engine/domains/number.ts';
import { ratioOf } from '../../facts/ratio.ts';
import { SearchBudget } from '../../solver/budget.ts';
import { numberCells } from '../../solver/number.ts';
import { partition } from '../../solver/partition.ts';
import type { Rational } from '../../values/decimal.ts';
import { compare, divide, ONE, ZERO } from '../../values/decimal.ts';
import type { Interval } from '../../values/interval.ts';
import { contains, decimalWithin, pointAt, scaled } from '../../values/interval.ts';
import type { Law } from './law.ts';
import type { SituationDraft } from './situation.ts';
import type { UnknownPart } from './tied-facts.ts';

/** More ways than this are not told apart. */
const MAX_WAYS = 20_000;

/**
 * The ways that amounts and their quotients by one denominator can turn out together.
 * Built-in quotients share their denominator, so all that are tested together depend on each other through it.
 *
 * Where the denominator lies between two neighbouring values at which a threshold of an amount meets one of its
 * quotient, the same ways are open to the amounts; so one denominator for each value and each gap stands for all.
 * An assessment takes a quotient of two unknowns for independent (ADR 0001.5); a project on paper cannot be so.
 */
export function investment(
  denominator: string,
  tests: readonly NumberTest[],
  law: Law,
): readonly UnknownPart[] {
  const ratio = (fact: string) => ratioOf(fact, law.nothingKnown.definitions);
  // With a denominator that nothing else asks of, every quotient can be had by its own numerator.
  if (tests.every(({ fact }) => ratio(fact))) return independent(tests, law, true);
  // What is asked of a quotient, of that of its two amounts as they are stated.
  const asked = new Map(
    tests.map((test) => [test, scaled(test.interval, divide(ONE, ratio(test.fact)?.scale ?? ONE))]),
  );
  const of = (fact: string) => tests.filter((test) => test.fact === fact).map((test) => asked.get(test)!);
  const quotients = [...new Set(tests.map(({ fact }) => fact))].filter((fact) => ratio(fact));
  const numerators = [...new Set(quotients.map((quotient) => ratio(quotient)!.numerator))].map((key) => ({
    key,
    amounts: of(key),
    quotients: quotients.filter((quotient) => ratio(quotient)!.numerator === key).flatMap(of),
  }));
  const meetings = numerators.flatMap(({ amounts, quotients: its }) =>
    thresholds(amounts).flatMap((amount) => thresholds(its).map((each) => divide(amount, each))),
  );
  const area = [...of(denominator), ...meetings.map(pointAt)];
  const areas = inCells(area, true);
  const scales = new Map(areas.map((by) => [by, new Map<Interval, Interval>()]));
  /** The amounts that a quotient in an interval means, by one of the areas. */
  const amountsBy = (by: Rational, interval: Interval): Interval => {
    const known = scales.get(by)!;
    const found = known.get(interval) ?? scaled(interval, by);
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
    if (ways.length > MAX_WAYS) return independent(tests, law, false);
  }
  law.work.look(ways.length * tests.length);
  const holds = (way: ReadonlyMap<string, Rational>, test: NumberTest): boolean => {
    const its = ratio(test.fact);
    if (!its) return contains(test.interval, way.get(test.fact)!);
    return contains(amountsBy(way.get(denominator)!, asked.get(test)!), way.get(its.numerator)!);
  };
  const encoding = partition(ways, tests, holds);
  return [
    unknownFact(denominator, tests, encoding, encoding.value, ({ numbers }: SituationDraft, way) => {
      for (const [key, at] of way) numbers.set(key, at);
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
    .filter((at): at is Rational => at !== undefined && compare(at, ZERO) > 0);

/** Every number by itself, which only adds ways where they are tied. */
const independent = (tests: readonly NumberTest[], law: Law, exact: boolean): readonly UnknownPart[] =>
  NUMBER.unknowns(tests, law.nothingKnown, () => false, new SearchBudget(0)).map((part) => ({
    ...part,
    exact,
  }));
