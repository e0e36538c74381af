import type { Rational } from '../values/decimal.ts';
import { compare, floor, fromInteger, isInteger, ZERO } from '../values/decimal.ts';
import type { End, Interval } from '../values/interval.ts';
import { within } from '../values/interval.ts';

/** What numbers a fact takes (DESIGN 2.6): from 0 on, or above 0, and all of them or the whole ones. */
export interface NumberRange {
  readonly positive?: boolean;
  readonly integer?: boolean;
}

/** The points and gaps into which the ends of some intervals cut a domain; only those that hold a number of it. */
export function numberCells(
  intervals: readonly (Interval | null)[],
  { positive, integer }: NumberRange,
): Interval[] {
  const ends = intervals
    .flatMap((interval) => [interval?.low?.at, interval?.high?.at])
    .filter((at) => at !== undefined);
  const points = [ZERO, ...ends.filter((at) => compare(at, ZERO) > 0)]
    .sort(compare)
    .filter((at, place, all) => place === 0 || compare(at, all[place - 1]!) !== 0);
  const cells: Interval[] = [];
  for (const [place, at] of points.entries()) {
    const isPoint = !(positive && place === 0) && (!integer || isInteger(at));
    if (isPoint) cells.push({ low: closed(at), high: closed(at) });
    const next = points[place + 1];
    if (!integer || hasIntegerBetween(at, next)) {
      cells.push({ low: open(at), high: next && open(next) });
    }
  }
  return cells;
}

/** The cells that lie in an interval by whose ends they were cut: they follow each other. */
export function cellsWithin(
  cells: readonly Interval[],
  { low, high }: Interval,
): readonly [from: number, to: number] {
  const from = low ? firstFrom(cells, (cell) => within(cell, { low })) : 0;
  return [from, high ? firstFrom(cells, (cell) => !within(cell, { high }), from) : cells.length];
}

/** The first place from which on something holds of all that follow. */
export function firstFrom<T>(items: readonly T[], holds: (item: T) => boolean, start = 0): number {
  let [from, to] = [start, items.length];
  while (from < to) {
    const middle = (from + to) >>> 1;
    if (holds(items[middle]!)) to = middle;
    else from = middle + 1;
  }
  return from;
}

const closed = (at: Rational): End => ({ at, closed: true });
const open = (at: Rational): End => ({ at, closed: false });

function hasIntegerBetween(low: Rational, high: Rational | undefined): boolean {
  if (!high) return true;
  return compare(fromInteger(floor(low) + 1n), high) < 0;
}
