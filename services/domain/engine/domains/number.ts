import { builtInFact } from '../../facts/dictionary.ts';
import { numberCells } from '../../solver/number.ts';
import { partition } from '../../solver/partition.ts';
import type { Rational } from '../../values/decimal.ts';
import { compare, divide, multiply, ZERO } from '../../values/decimal.ts';
import type { End, Interval } from '../../values/interval.ts';
import { contains, decimalWithin, scaled, within } from '../../values/interval.ts';
import type { Facts } from '../facts.ts';
import type { FactDomain, TestOf } from './domain.ts';
import { unknownFact } from './domain.ts';

export type NumberTest = TestOf<'number'>;

/** Numbers, and quotients of two of them, which are taken for independent where both are unknown (ADR 0001.5). */
export const NUMBER: FactDomain<NumberTest> = {
  truth(test, facts) {
    const reading = readNumber(test, facts);
    return typeof reading === 'boolean' ? reading : undefined;
  },
  unknowns: (tests, facts) =>
    openNumbers(tests, facts).map(({ key, asks, intervals }) => {
      const its = [...intervals.keys()];
      const cells = partition(numberCells([...intervals.values()], rangeOf(key, facts)), its, (cell, test) =>
        within(cell, intervals.get(test)!),
      );
      const unknown = unknownFact(
        key,
        its,
        cells,
        (model) => decimalWithin(cells.value(model)),
        (to, value) => {
          const derived = derivedOf(key);
          if (derived)
            to.numbers.set(derived.numerator, multiply(value, to.numbers.get(derived.denominator)!));
          else to.numbers.set(key, value);
        },
      );
      return { ...unknown, asks };
    }),
};

/** What a number is the quotient of; undefined where it is stated itself. */
export const derivedOf = (fact: string) => builtInFact(fact)?.derived;

/** Tests by the unknown number that decides them: a quotient may come down to one of its inputs. */
function openNumbers(tests: readonly NumberTest[], facts: Facts) {
  const numbers = new Map<
    string,
    { readonly key: string; readonly asks: readonly string[]; readonly intervals: Map<NumberTest, Interval> }
  >();
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

const rangeOf = (key: string, { definitions }: Facts) => ({
  positive: builtInFact(key)?.positive === true,
  integer: (builtInFact(key) ?? definitions.get(key))?.integer === true,
});

/** A number test that is still open: the unknown number that decides it, and where it must lie. */
interface OpenNumber {
  /** A fact, or a derived number both of whose inputs are unknown. */
  readonly key: string;
  /** The unknown facts to ask for. */
  readonly asks: readonly string[];
  readonly interval: Interval;
}

/**
 * What the known facts make of a number test: its truth, or the test on the one unknown number that is left.
 *
 * A quotient with one unknown input is a test on that input; bounds are multiplied over, never divided into decimals
 * (DESIGN 2.6).
 */
function readNumber({ fact, interval }: NumberTest, facts: Facts): boolean | OpenNumber {
  const derived = derivedOf(fact);
  if (!derived) {
    const value = facts.numbers.get(fact);
    return value ? contains(interval, value) : { key: fact, asks: [fact], interval };
  }
  const { numerator, denominator } = derived;
  const top = facts.numbers.get(numerator);
  const bottom = facts.numbers.get(denominator);
  if (top && bottom) return contains(scaled(interval, bottom), top);
  if (bottom) return { key: numerator, asks: [numerator], interval: scaled(interval, bottom) };
  if (top) {
    if (compare(top, ZERO) === 0) return contains(interval, ZERO);
    const open = quotientWithin(top, interval);
    return open ? { key: denominator, asks: [denominator], interval: open } : false;
  }
  return { key: fact, asks: [numerator, denominator], interval };
}

/** The x > 0 with `top` / x in the interval, for `top` > 0; undefined where there is none. */
function quotientWithin(top: Rational, { low, high }: Interval): Interval | undefined {
  if (high && compare(high.at, ZERO) <= 0) return undefined;
  const over = (end: End | undefined): End | undefined =>
    end && compare(end.at, ZERO) > 0 ? { ...end, at: divide(top, end.at) } : undefined;
  return { low: over(high), high: over(low) };
}
