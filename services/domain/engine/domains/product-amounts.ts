import type { SearchBudget } from '../../solver/budget.ts';
import { numberCells } from '../../solver/number.ts';
import type { SumBound } from '../../solver/simplex.ts';
import { amountsWhere } from '../../solver/simplex.ts';
import type { Rational } from '../../values/decimal.ts';
import {
  add,
  compare,
  decimalText,
  divide,
  floor,
  fromInteger,
  multiply,
  subtract,
  ZERO,
} from '../../values/decimal.ts';
import type { End, Interval } from '../../values/interval.ts';
import { contains, decimalWithin, intersection, meet, pointAt, within } from '../../values/interval.ts';
import { memoize } from '../../values/memoize.ts';

/** A question about a number. */
export interface Bounded {
  readonly interval: Interval | null;
}

/** One way the lines of a row can turn out. */
export interface LineWay<T> {
  /** The tests of which some line is within the bounds. */
  readonly held: readonly T[];
  /** What the lines can have together. */
  readonly range: Interval;
  /** Capacities of the lines that have so much together; undefined where no decimals were found. */
  lines(capacity: Rational): readonly Rational[] | undefined;
}

/** From 0 on. */
const ANY_AMOUNT: Interval = { low: { at: ZERO, closed: true } };

/**
 * The ways in which lines can share a capacity (LAW: one has it all; of several only the sum is known).
 *
 * @param beyond capacities above this are alike
 * @throws SearchBoundReached
 */
export function lineWays<T extends Bounded>(
  tests: readonly T[],
  capacity: Rational | null,
  lines: number | null,
  beyond: Rational,
  budget: SearchBudget,
): readonly LineWay<T>[] {
  const total = capacity ? pointAt(capacity) : ANY_AMOUNT;
  if (tests.length === 0)
    return [{ held: [], range: total, lines: (whole) => equalParts(whole, lines ?? 1) }];
  const cells = numberCells(
    tests.map(({ interval }) => interval),
    {},
  );
  budget.look(cells.length * tests.length);
  const most = capacity ?? beyond;
  const found: LineWay<T>[] = [];
  const take = (counts: readonly number[], tail?: Interval) => {
    const used = cells.flatMap((cell, at) => (counts[at]! > 0 ? [{ cell, count: counts[at]!, at }] : []));
    if (used.length === 0) return;
    // Small lines can be as many as one likes, where nobody says how many there are.
    const small = lines === null && used.some(({ cell }) => isSmall(cell));
    const sum = used.reduce<Interval>(
      (whole, { cell, count }) => plus(whole, times(cell, count)),
      pointAt(ZERO),
    );
    const range = tail ?? (small ? { low: sum.low } : sum);
    if (!meet(range, total)) return;
    budget.look(used.length * tests.length);
    const way: LineWay<T> = {
      held: tests.filter(({ interval }) => used.some(({ cell }) => within(cell, interval!))),
      range: capacity ? total : range,
      lines: (whole) => sharedOut(whole, used, lines === null),
    };
    budget.look(found.length * tests.length);
    const same = found.findIndex((other) => isSame(other.held, way.held) && within(way.range, other.range));
    if (same < 0) found.push(way);
  };
  const distribute = (at: number, counts: readonly number[], left: number | null, low: Rational): void => {
    budget.branch();
    if (at === cells.length) {
      if (left === null || left === 0) take(counts);
      return;
    }
    const cell = cells[at]!;
    const least = cell.low!.at;
    // One more of these changes nothing that one does not: it adds nothing, or as much as one likes.
    const oneIsEnough = left === null && (compare(least, ZERO) === 0 || cell.high === undefined);
    for (let count = 0; count <= (left ?? (oneIsEnough ? 1 : Number.POSITIVE_INFINITY)); count++) {
      const reached = add(low, multiply(least, fromInteger(count)));
      if (count > 0 && compare(reached, most) > 0) {
        if (capacity) break;
        if (left === null && !oneIsEnough) {
          // So many that they are beyond all bounds, whatever else there is.
          rest(at + 1, [...counts, count]);
          break;
        }
      }
      distribute(at + 1, [...counts, count], left === null ? null : left - count, reached);
    }
  };
  const rest = (at: number, counts: readonly number[]): void => {
    budget.branch();
    if (at === cells.length) take(counts, { low: { at: most, closed: false } });
    else for (const count of [0, 1]) rest(at + 1, [...counts, count]);
  };
  distribute(0, [], lines, ZERO);
  return found;
}

const isSmall = ({ low, high }: Interval): boolean =>
  compare(low!.at, ZERO) === 0 && !low!.closed && (high === undefined || compare(high.at, ZERO) > 0);

/** INVARIANT: both follow the order of the tests. */
const isSame = <T>(one: readonly T[], other: readonly T[]): boolean =>
  one.length === other.length && one.every((each, at) => each === other[at]);

function equalParts(whole: Rational, count: number): readonly Rational[] | undefined {
  const each = divide(whole, fromInteger(count));
  return decimalText(each) === undefined ? undefined : Array.from({ length: count }, () => each);
}

interface Used {
  readonly cell: Interval;
  readonly count: number;
}

/** Capacities in the cells that have so much together. */
function sharedOut(whole: Rational, used: readonly Used[], isFree: boolean): readonly Rational[] | undefined {
  for (let more = 0; more < 20; more++) {
    const cells = used.flatMap(({ cell, count }) => {
      const again = isFree && cell.high && (isSmall(cell) || !fits(whole, used)) ? more : 0;
      return Array.from({ length: count + again }, () => cell);
    });
    const low = cells.reduce((sum, cell) => add(sum, cell.low!.at), ZERO);
    const room = subtract(whole, low);
    const width = ({ low: from, high }: Interval) => (high ? subtract(high.at, from!.at) : add(room, ONE));
    const all = cells.reduce((sum, cell) => add(sum, width(cell)), ZERO);
    const share = compare(all, ZERO) === 0 ? ZERO : divide(room, all);
    const parts = cells.map((cell) => add(cell.low!.at, multiply(share, width(cell))));
    const sum = parts.reduce(add, ZERO);
    if (
      compare(sum, whole) === 0 &&
      parts.every((part, at) => contains(cells[at]!, part) && decimalText(part) !== undefined)
    )
      return parts;
    if (!isFree) return undefined;
  }
  return undefined;
}
const ONE = fromInteger(1);
const fits = (whole: Rational, used: readonly Used[]): boolean =>
  contains(
    used.reduce<Interval>((sum, { cell, count }) => plus(sum, times(cell, count)), pointAt(ZERO)),
    whole,
  );

const times = ({ low, high }: Interval, count: number): Interval => ({
  low: low && { ...low, at: multiply(low.at, fromInteger(count)) },
  high: high && { ...high, at: multiply(high.at, fromInteger(count)) },
});
const plus = (one: Interval, other: Interval): Interval => ({
  low: both(one.low, other.low),
  high: both(one.high, other.high),
});
const both = (one: End | undefined, other: End | undefined): End | undefined =>
  one && other && { at: add(one.at, other.at), closed: one.closed && other.closed };

/** One way the sums over some rows can turn out. */
export interface SumWay<T> {
  readonly held: readonly T[];
  /** An amount for each row; undefined where no decimals were found. */
  amounts(): readonly Rational[] | undefined;
}

/** A question about the sum over some rows. */
export interface Summed<T> {
  readonly test: T;
  readonly interval: Interval;
  /** The places of the rows. */
  readonly rows: readonly number[];
}

/**
 * The ways in which sums over rows can turn out.
 *
 * @param ranges within which the amount of each row lies
 * @throws SearchBoundReached
 */
export function sumWays<T>(
  sums: readonly Summed<T>[],
  ranges: readonly Interval[],
  budget: SearchBudget,
): readonly SumWay<T>[] {
  const open = ranges.flatMap((range, at) => (isPoint(range) ? [] : [at]));
  const known = ranges.map((range) => (isPoint(range) ? range.low!.at : ZERO));
  const slotOf = new Map(open.map((row, slot) => [row, BigInt(slot)]));
  // Many sums are over the same rows.
  const over = memoize((rows: readonly number[]) => {
    budget.look(ROW * rows.length);
    return {
      mask: rows.reduce((mask, row) => {
        const slot = slotOf.get(row);
        return slot === undefined ? mask : mask | (1n << slot);
      }, 0n),
      sum: rows.reduce((sum, row) => add(sum, known[row]!), ZERO),
    };
  });
  const asked = sums.map(({ test, interval, rows }) => {
    const { mask, sum } = over(rows);
    return { test, mask, interval: lessBy(interval, sum) };
  });
  const settled = asked.filter(({ mask, interval }) => mask === 0n && contains(interval, ZERO));
  let ways: {
    readonly held: readonly T[];
    readonly amounts: () => ReadonlyMap<number, Rational> | undefined;
  }[] = [{ held: settled.map(({ test }) => test), amounts: () => new Map() }];
  for (const group of overlapping(
    asked.filter(({ mask }) => mask !== 0n),
    budget,
  )) {
    const its = waysOfGroup(
      group,
      open.map((row) => ranges[row]!),
      budget,
    );
    budget.look(ways.length * its.length * sums.length);
    ways = ways.flatMap((way) =>
      its.map((other) => ({
        held: [...way.held, ...other.held],
        amounts() {
          const [one, more] = [way.amounts(), other.amounts()];
          return one && more && new Map([...one, ...more]);
        },
      })),
    );
  }
  return ways.map(({ held, amounts }) => ({
    held,
    amounts() {
      const found = amounts();
      if (!found) return undefined;
      const all = ranges.map((range, at) => found.get(open.indexOf(at)) ?? decimalWithin(range));
      return all.every((amount) => amount !== undefined) ? (all as Rational[]) : undefined;
    },
  }));
}

interface Masked<T> {
  readonly test: T;
  /** Over slots, of which there may be more than 31. */
  readonly mask: bigint;
  readonly interval: Interval;
}

const isPoint = ({ low, high }: Interval): boolean =>
  low !== undefined && high !== undefined && compare(low.at, high.at) === 0;

const lessBy = ({ low, high }: Interval, known: Rational): Interval => ({
  low: low && { ...low, at: subtract(low.at, known) },
  high: high && { ...high, at: subtract(high.at, known) },
});

/** Questions that share a row, together. */
function overlapping<T>(
  asked: readonly Masked<T>[],
  budget: SearchBudget,
): readonly (readonly Masked<T>[])[] {
  const byMask = new Map<bigint, Masked<T>[]>();
  for (const each of asked) {
    const its = byMask.get(each.mask);
    if (its) its.push(each);
    else byMask.set(each.mask, [each]);
  }
  let groups: { mask: bigint; its: Masked<T>[] }[] = [];
  for (const [of, same] of byMask) {
    const near = groups.filter(({ mask }) => (mask & of) !== 0n);
    const its = [...near.flatMap((group) => group.its), ...same];
    budget.look(groups.length + its.length);
    groups = [
      ...groups.filter((group) => !near.includes(group)),
      { mask: near.reduce((mask, group) => mask | group.mask, of), its },
    ];
  }
  return groups.map(({ its }) => its);
}

type GroupWay<T> = {
  readonly held: readonly T[];
  readonly amounts: () => ReadonlyMap<number, Rational> | undefined;
};

function waysOfGroup<T>(
  group: readonly Masked<T>[],
  ranges: readonly Interval[],
  budget: SearchBudget,
): readonly GroupWay<T>[] {
  const { mask } = group[0]!;
  if (group.some((each) => each.mask !== mask)) return waysOfSums(group, ranges, budget);
  const slots = ranges.flatMap((_, slot) => (mask & (1n << BigInt(slot)) ? [slot] : []));
  const all = slots.map((slot) => ranges[slot]!).reduce(plus);
  const cells = numberCells(
    group.map(({ interval }) => interval),
    {},
  );
  budget.look(cells.length * group.length);
  return cells
    .filter((cell) => meet(cell, all))
    .map((cell) => ({
      held: group.filter(({ interval }) => within(cell, interval)).map(({ test }) => test),
      amounts() {
        const sum = decimalWithin(intersection(cell, all));
        const others = slots.slice(1).map((slot) => decimalWithin(ranges[slot]!));
        if (!sum || others.some((other) => !other)) return undefined;
        const first = others.reduce<Rational>((rest, other) => subtract(rest, other!), sum);
        if (!contains(ranges[slots[0]!]!, first)) return undefined;
        return new Map([first, ...others].map((amount, at) => [slots[at]!, amount!]));
      },
    }));
}

/** What a row costs in each sum over it, as measured. */
const ROW = 2;

/** One end of an interval as a question about a sum: at least this, or more than this. */
interface Reaches {
  readonly mask: bigint;
  readonly end: End;
}

/** Sums of rows that are shared: which of their ends can be reached together is a question of linear programming. */
function waysOfSums<T>(
  group: readonly Masked<T>[],
  ranges: readonly Interval[],
  budget: SearchBudget,
): readonly GroupWay<T>[] {
  const reaches = new Map<string, Reaches>();
  const keyOf = ({ mask, end }: Reaches) => `${mask} ${end.at.n * 1n}/${end.at.d} ${end.closed}`;
  const ofTest = group.map(({ test, mask, interval: { low, high } }) => {
    const from = low && { mask, end: low };
    // Not above an end that belongs to it: not more than that.
    const past = high && { mask, end: { at: high.at, closed: !high.closed } };
    for (const each of [from, past]) if (each) reaches.set(keyOf(each), each);
    return { test, from: from && keyOf(from), past: past && keyOf(past) };
  });
  const ends = [...reaches.values()].map(({ end }) => end).concat(ranges.flatMap(endsOf));
  const { margin, slack } = tinyParts(ends, ranges.length);
  const bound = ({ mask, end: { at, closed } }: Reaches, above: boolean): SumBound => {
    if (!above) return { slots: mask, threshold: closed ? subtract(at, margin) : at, above };
    return { slots: mask, threshold: closed ? subtract(at, slack) : add(at, margin), above };
  };
  /** Rounder amounts, for an example. */
  const roundly = ({ mask, end }: Reaches, above: boolean): SumBound => ({
    slots: mask,
    threshold: end.closed ? subtract(end.at, margin) : end.at,
    above,
  });
  const boxes = (as: typeof bound) =>
    ranges.flatMap(({ low, high }, slot) => [
      ...(low && (compare(low.at, ZERO) > 0 || !low.closed)
        ? [as({ mask: 1n << BigInt(slot), end: low }, true)]
        : []),
      ...(high ? [as({ mask: 1n << BigInt(slot), end: { at: high.at, closed: !high.closed } }, false)] : []),
    ]);
  // A sum is never below 0, which the amounts themselves see to.
  const negative = (end: End) => compare(end.at, ZERO) < 0 || (compare(end.at, ZERO) === 0 && end.closed);
  let found: { readonly reached: ReadonlySet<string>; readonly bounds: readonly SumBound[] }[] = [
    { reached: new Set(), bounds: boxes(bound) },
  ];
  for (const [key, each] of reaches) {
    found = found.flatMap(({ reached, bounds }) =>
      (negative(each.end) ? [true] : [false, true]).flatMap((above) => {
        const next = negative(each.end) ? bounds : [...bounds, bound(each, above)];
        if (!amountsWhere(ranges.length, next, budget)) return [];
        return [{ reached: above ? new Set([...reached, key]) : reached, bounds: next }];
      }),
    );
  }
  return found.map(({ reached }) => ({
    held: ofTest
      .filter(
        ({ from, past }) =>
          (from === undefined || reached.has(from)) && (past === undefined || !reached.has(past)),
      )
      .map(({ test }) => test),
    amounts() {
      const its = amountsWhere(ranges.length, [
        ...boxes(roundly),
        ...[...reaches]
          .filter(([, { end }]) => !negative(end))
          .map(([key, each]) => roundly(each, reached.has(key))),
      ]);
      return its?.every((amount) => decimalText(amount) !== undefined)
        ? new Map(its.map((amount, slot) => [slot, amount]))
        : undefined;
    },
  }));
}

const endsOf = ({ low, high }: Interval): readonly End[] => [low, high].filter((end) => end !== undefined);

/**
 * Parts so little that they move no corner past another. What must be strictly above or below can be so by the margin if
 * it can at all: corners are quotients of determinants, and one over sums of so many rows (coefficients 0 and 1, by
 * Hadamard, and a column of margins) is below a power of ten. What may lie on its end is let past it by the slack, as
 * programs know nothing but strictly above: so much less that nothing gains a margin by it.
 */
export function tinyParts(
  ends: readonly End[],
  rows: number,
): { readonly margin: Rational; readonly slack: Rational } {
  const scale = ends.reduce((product, { at }) => (product % at.d === 0n ? product : product * at.d), 1n);
  const determinant = (BigInt(rows + 2) ** BigInt((rows + 3) >> 1)) >> BigInt(rows);
  const power = 10n ** BigInt(Math.max(15, String(determinant).length));
  return { margin: { n: 1n, d: scale * power }, slack: { n: 1n, d: scale * power ** 3n } };
}

/** The largest end of some intervals. */
export const largestEnd = (intervals: readonly (Interval | null)[]): Rational =>
  intervals
    .flatMap((interval) => (interval ? endsOf(interval) : []))
    .reduce((most, { at }) => (compare(at, most) > 0 ? at : most), ZERO);

export const wholeNumber = (value: Rational): number => Number(floor(value));
