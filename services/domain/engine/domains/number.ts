import { builtInFact } from '../../facts/dictionary.ts';
import type { ReadRatio } from '../../facts/ratio.ts';
import { ratioBy, ratioOf } from '../../facts/ratio.ts';
import type { SearchBudget } from '../../solver/budget.ts';
import { unlessBounded } from '../../solver/budget.ts';
import type { NumberRange } from '../../solver/number.ts';
import { cellsWithin, numberCells } from '../../solver/number.ts';
import type { ValueEncoding } from '../../solver/partition.ts';
import { eachByItself, partition } from '../../solver/partition.ts';
import { setEncoding } from '../../solver/set.ts';
import type { Rational } from '../../values/decimal.ts';
import { compare, divide, multiply, ONE, ZERO } from '../../values/decimal.ts';
import type { End, Interval } from '../../values/interval.ts';
import { contains, decimalWithin, pointAt, scaled } from '../../values/interval.ts';
import { memoize } from '../../values/memoize.ts';
import type { Facts } from '../facts.ts';
import type { FactDomain, TestOf, UnknownFact } from './domain.ts';
import { byFact, unknownFact } from './domain.ts';

export type NumberTest = TestOf<'number'>;

/**
 * Numbers, and quotients of two of them, which are taken for independent where both are unknown (ADR 0001.5); of a number
 * of which there are several, some value lies where the test says.
 */
export const NUMBER: FactDomain<NumberTest> = {
  truth(test, facts) {
    if (isMany(test, facts))
      return facts.many.get(test.fact)?.some((value) => contains(test.interval, value));
    const reading = readNumber(test, facts);
    return typeof reading === 'boolean' ? reading : undefined;
  },
  unknowns: (tests, facts, _, budget) => [
    ...oneNumber(
      tests.filter((test) => !isMany(test, facts)),
      facts,
      budget,
    ),
    ...byFact(tests.filter((test) => isMany(test, facts))).map(([key, its]) => {
      const values =
        unlessBounded(() => severalNumbers(its, rangeOf(key, facts), budget)) ?? eachByItself(its);
      return unknownFact(
        key,
        its,
        values,
        (model) => decimalsWithin(values.value(model)),
        (to, value) => to.many.set(key, value),
      );
    }),
  ],
};

/** @throws SearchBoundReached */
function severalNumbers(
  tests: readonly NumberTest[],
  range: NumberRange,
  budget: SearchBudget,
): ValueEncoding<readonly Interval[], NumberTest> {
  const cells = numberCells(
    tests.map(({ interval }) => interval),
    range,
  );
  const inside = new Map(tests.map((test) => [test, cellsWithin(cells, test.interval)]));
  for (const [from, to] of inside.values()) budget.look(to - from);
  return setEncoding(cells, tests, (test) => cells.slice(...inside.get(test)!));
}

const isMany = ({ fact }: NumberTest, { definitions }: Facts): boolean =>
  definitions.get(fact)?.many === true;

function decimalsWithin(cells: readonly Interval[] | undefined): readonly Rational[] | undefined {
  if (!cells) return undefined;
  const values = cells.flatMap((cell) => decimalWithin(cell) ?? []);
  return values.length === cells.length ? values : undefined;
}

function oneNumber(tests: readonly NumberTest[], facts: Facts, budget: SearchBudget): readonly UnknownFact[] {
  const numbers = openNumbers(tests, facts);
  const tied = tiedRatios(numbers, facts);
  return numbers.map(({ key, asks, intervals }) => {
    const its = [...intervals.keys()];
    const range = rangeOf(key, facts);
    const encoding = unlessBounded(() => rangesOf(intervals, range, budget)) ?? eachByItself(its);
    const unknown = unknownFact(
      key,
      its,
      encoding,
      (model) => {
        const cell = encoding.value(model);
        return cell && decimalWithin(cell);
      },
      (to, value) => {
        const ratio = ratioOf(key, facts.definitions);
        if (ratio) to.numbers.set(ratio.numerator, multiply(value, to.numbers.get(ratio.denominator)!));
        else to.numbers.set(key, value);
      },
    );
    const isOpen = its.some((test) => typeof encoding.formula(test) !== 'boolean');
    return { ...unknown, asks, exact: encoding.exact !== false && !(isOpen && tied.has(key)) };
  });
}

/** Where a number can lie, as far as tests tell it apart. @throws SearchBoundReached */
function rangesOf(
  intervals: ReadonlyMap<NumberTest, Interval>,
  range: NumberRange,
  budget: SearchBudget,
): ValueEncoding<Interval, NumberTest> {
  const tests = [...intervals.keys()];
  const cells = numberCells([...intervals.values()], range);
  const [from, to] = [new Int32Array(tests.length), new Int32Array(tests.length)];
  for (const [at, test] of tests.entries()) [from[at], to[at]] = cellsWithin(cells, intervals.get(test)!);
  const places = partition(
    [...cells.keys()],
    tests,
    (place, _, at) => from[at]! <= place && place < to[at]!,
    budget,
  );
  return { ...places, value: (model) => cells[places.value(model)]! };
}

/**
 * The quotients of two unknowns that are not as independent as they are taken for, so that there are fewer completions:
 * where two numbers that quotients connect are tested themselves, or quotients go round in a circle.
 *
 * Where one alone is tested the others follow from it by whatever quotients there are to be; but a quotient is 0 with its
 * numerator, and whole numbers have not every quotient.
 */
function tiedRatios(numbers: readonly NumberGroup[], facts: Facts): ReadonlySet<string> {
  const tested = new Map(numbers.filter(({ asks }) => asks.length === 1).map((each) => [each.key, each]));
  const tied = new Set<string>();
  const left = new Set(numbers.filter(({ asks }) => asks.length === 2));
  for (const first of left) {
    const ratios = new Set([first]);
    const inputs = new Set(first.asks);
    for (const one of ratios)
      for (const other of left)
        if (one.asks.some((input) => other.asks.includes(input))) {
          ratios.add(other);
          for (const input of other.asks) inputs.add(input);
        }
    for (const one of ratios) left.delete(one);
    const its = [...inputs].filter((input) => tested.has(input));
    const asIfFree =
      inputs.size === ratios.size + 1 &&
      (its.length === 0 ||
        (its.length === 1 &&
          ![...inputs].some((input) => rangeOf(input, facts).integer) &&
          ![...ratios].some(
            ({ key, intervals }) =>
              ratioOf(key, facts.definitions)!.numerator === its[0] &&
              [...intervals.values(), ...tested.get(its[0])!.intervals.values()].some(endsAtZero),
          )));
    if (!asIfFree) for (const { key } of ratios) tied.add(key);
  }
  return tied;
}

const endsAtZero = ({ low, high }: Interval): boolean =>
  [low, high].some((end) => end !== undefined && compare(end.at, ZERO) === 0);

interface NumberGroup extends Pick<OpenNumber, 'key' | 'asks'> {
  readonly intervals: Map<NumberTest, Interval>;
}

/** Tests by the unknown number that decides them: a quotient may come down to one of its inputs. */
function openNumbers(tests: readonly NumberTest[], facts: Facts) {
  const numbers = new Map<string, NumberGroup>();
  for (const test of tests) {
    const reading = readNumber(test, facts);
    if (typeof reading === 'boolean') continue;
    const { key, asks, interval } = reading;
    const number = numbers.get(key) ?? { key, asks, intervals: new Map() };
    number.intervals.set(test, interval);
    numbers.set(key, number);
  }
  return [...numbers.values()];
}

function rangeOf(key: string, { definitions }: Facts): Required<NumberRange> {
  const stated = ratioOf(key, definitions)?.numerator ?? key;
  return {
    positive: builtInFact(stated)?.positive === true || ratioBy(stated, definitions) !== undefined,
    integer: definitions.get(key)?.integer === true,
  };
}

/** A number test that is still open: the unknown number that decides it, and where it must lie. */
export interface OpenNumber {
  /** A fact, or the first ratio of two inputs that are both unknown. */
  readonly key: string;
  /** The unknown facts to ask for. */
  readonly asks: readonly string[];
  readonly interval: Interval;
}

/**
 * What the known facts make of a number test: its truth, or the test on the one unknown number that is left.
 *
 * A quotient with one unknown input is a test on that input; bounds are multiplied over, never divided into decimals
 * (DESIGN 2.6). Quotients of the same two unknown numbers are one number, whatever their units and their names are, also
 * where one divides the other way: then both are above 0.
 */
export function readNumber({ fact, interval: stated }: NumberTest, facts: Facts): boolean | OpenNumber {
  const ratio = ratioOf(fact, facts.definitions);
  if (!ratio) {
    const value = facts.numbers.get(fact);
    return value ? contains(stated, value) : { key: fact, asks: [fact], interval: stated };
  }
  const { numerator, denominator } = ratio;
  const interval = asStated(ratio)(stated);
  const top = facts.numbers.get(numerator);
  const bottom = facts.numbers.get(denominator);
  if (top && bottom) return contains(scaled(interval, bottom), top);
  if (bottom) return { key: numerator, asks: [numerator], interval: scaled(interval, bottom) };
  if (top) {
    if (compare(top, ZERO) === 0) return contains(interval, ZERO);
    const open = quotientWithin(top, interval);
    return open ? { key: denominator, asks: [denominator], interval: open } : false;
  }
  const isInverse = ratioOf(ratio.same, facts.definitions)!.numerator !== numerator;
  return isInverse
    ? { key: ratio.same, asks: [denominator, numerator], interval: quotientWithin(ONE, interval) ?? NOWHERE }
    : { key: ratio.same, asks: [numerator, denominator], interval };
}

/** Bounds on the quotient of two numbers as they are stated. */
const asStated = memoize(({ scale }: ReadRatio) =>
  memoize((stated: Interval) => scaled(stated, divide(ONE, scale))),
);

/** Where no number above 0 lies. */
const NOWHERE: Interval = pointAt(ZERO);

/** The x > 0 with `top` / x in the interval, for `top` > 0; undefined where there is none. */
function quotientWithin(top: Rational, { low, high }: Interval): Interval | undefined {
  if (high && compare(high.at, ZERO) <= 0) return undefined;
  const over = (end: End | undefined): End | undefined =>
    end && compare(end.at, ZERO) > 0 ? { ...end, at: divide(top, end.at) } : undefined;
  return { low: over(high), high: over(low) };
}
