import type { Test } from '../condition/tests.ts';
import { builtInFact } from '../facts/dictionary.ts';
import type { Rational } from '../values/decimal.ts';
import { compare, divide, multiply, ZERO } from '../values/decimal.ts';
import type { End, Interval } from '../values/interval.ts';
import { contains } from '../values/interval.ts';
import type { Facts } from './facts.ts';

/** A number test that is still open: the unknown number that decides it, and where it must lie. */
export interface OpenNumber {
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
export function readNumber(
  { fact, interval }: Test & { readonly kind: 'number' },
  facts: Facts,
): boolean | OpenNumber {
  const derived = builtInFact(fact)?.derived;
  if (!derived) {
    const value = facts.numbers.get(fact);
    return value ? contains(interval, value) : { key: fact, asks: [fact], interval };
  }
  const { numerator, denominator } = derived;
  const top = facts.numbers.get(numerator);
  const bottom = facts.numbers.get(denominator);
  if (top && bottom) return contains(times(interval, bottom), top);
  if (bottom) return { key: numerator, asks: [numerator], interval: times(interval, bottom) };
  if (top) {
    if (compare(top, ZERO) === 0) return contains(interval, ZERO);
    const open = quotientWithin(top, interval);
    return open ? { key: denominator, asks: [denominator], interval: open } : false;
  }
  return { key: fact, asks: [numerator, denominator], interval };
}

export const times = ({ low, high }: Interval, factor: Rational): Interval => ({
  low: low && { ...low, at: multiply(low.at, factor) },
  high: high && { ...high, at: multiply(high.at, factor) },
});

/** The x > 0 with `top` / x in the interval, for `top` > 0; undefined where there is none. */
function quotientWithin(top: Rational, { low, high }: Interval): Interval | undefined {
  if (high && compare(high.at, ZERO) <= 0) return undefined;
  const over = (end: End | undefined): End | undefined =>
    end && compare(end.at, ZERO) > 0 ? { ...end, at: divide(top, end.at) } : undefined;
  return { low: over(high), high: over(low) };
}
