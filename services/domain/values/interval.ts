import type { DecimalText } from '../vocabulary.ts';

import type { Rational } from './decimal.ts';
import { ceil, compare, fromInteger, multiply, parseDecimal } from './decimal.ts';

/** What a law says of a number; all that are given hold together. */
export interface Bounds {
  readonly lessThan?: DecimalText | null;
  readonly atMost?: DecimalText | null;
  readonly atLeast?: DecimalText | null;
  readonly moreThan?: DecimalText | null;
}

/** A connected set of numbers; an absent end is unbounded. */
export interface Interval {
  readonly low?: End;
  readonly high?: End;
}
export interface End {
  readonly at: Rational;
  /** Whether the end itself belongs to the interval. */
  readonly closed: boolean;
}

/** The numbers that meet all given bounds together; undefined where a bound is no decimal. */
export function intervalOf(bounds: Bounds): Interval | undefined {
  const { atLeast, moreThan, atMost, lessThan } = bounds;
  const [from, above] = [endAt(atLeast, true), endAt(moreThan, false)];
  const [to, below] = [endAt(atMost, true), endAt(lessThan, false)];
  if (from === null || above === null || to === null || below === null) return undefined;
  return {
    low: above ? tighter(from, above, 1) : from,
    high: below ? tighter(to, below, -1) : to,
  };
}

/** Undefined where there is none, null where it is no decimal. */
function endAt(text: DecimalText | null | undefined, closed: boolean): End | null | undefined {
  if (text == null) return undefined;
  const at = parseDecimal(text);
  return at ? { at, closed } : null;
}

function tighter(old: End | undefined, end: End, sign: 1 | -1): End {
  if (!old) return end;
  const order = compare(end.at, old.at) * sign;
  return order > 0 || (order === 0 && !end.closed) ? end : old;
}

export const pointAt = (at: Rational): Interval => ({
  low: { at, closed: true },
  high: { at, closed: true },
});

/** An interval times a factor above 0. */
export const scaled = ({ low, high }: Interval, factor: Rational): Interval => ({
  low: low && { ...low, at: multiply(low.at, factor) },
  high: high && { ...high, at: multiply(high.at, factor) },
});

/** What two intervals share. */
export const intersection = (a: Interval, b: Interval): Interval => ({
  low: b.low ? tighter(a.low, b.low, 1) : a.low,
  high: b.high ? tighter(a.high, b.high, -1) : a.high,
});

export function contains(interval: Interval, value: Rational): boolean {
  return reachesUp(interval.low, value) && reachesDown(interval.high, value);
}

/** Whether two non-empty intervals share a number. */
export const meet = (a: Interval, b: Interval): boolean => notAbove(a.low, b.high) && notAbove(b.low, a.high);

/** Whether every number of `inner`, which is not empty, lies in `outer`. */
export function within(inner: Interval, outer: Interval): boolean {
  return encloses(outer.low, inner.low, 1) && encloses(outer.high, inner.high, -1);
}

const reachesUp = (low: End | undefined, value: Rational): boolean => {
  if (!low) return true;
  const order = compare(value, low.at);
  return order > 0 || (order === 0 && low.closed);
};
const reachesDown = (high: End | undefined, value: Rational): boolean => {
  if (!high) return true;
  const order = compare(value, high.at);
  return order < 0 || (order === 0 && high.closed);
};
function notAbove(low: End | undefined, high: End | undefined): boolean {
  if (!low || !high) return true;
  const order = compare(low.at, high.at);
  return order < 0 || (order === 0 && low.closed && high.closed);
}
function encloses(outer: End | undefined, inner: End | undefined, sign: 1 | -1): boolean {
  if (!outer) return true;
  if (!inner) return false;
  const order = compare(inner.at, outer.at) * sign;
  return order > 0 || (order === 0 && (outer.closed || !inner.closed));
}

/** The roundest decimal from 0 on in an interval; undefined where no decimal of 30 digits lies in it. */
export function decimalWithin({ low, high }: Interval): Rational | undefined {
  const from: End =
    low && low.at.n > 0n ? low : { at: fromInteger(0), closed: low?.closed !== false || low.at.n < 0n };
  for (let digits = 0, scale = 1n; digits <= 30; digits++, scale *= 10n) {
    const least = ceil({ n: from.at.n * scale, d: from.at.d });
    for (const n of [least, least + 1n]) {
      const value = { n, d: scale };
      if (contains({ low: from, high }, value)) return value;
    }
  }
  return undefined;
}
