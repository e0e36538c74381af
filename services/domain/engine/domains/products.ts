import type { Test } from '../../condition/tests.ts';
import { numberCells } from '../../solver/number.ts';
import type { Partition } from '../../solver/partition.ts';
import { partition } from '../../solver/partition.ts';
import type { Rational } from '../../values/decimal.ts';
import { ceil, compare, divide, fromInteger, multiply, ONE, ZERO } from '../../values/decimal.ts';
import type { End, Interval } from '../../values/interval.ts';
import { meet, within } from '../../values/interval.ts';
import type { ProductLine } from '../facts.ts';

export type ProductTest = Test & { readonly kind: 'product' };

/** One way a product line can turn out; an amount is a cell of its numbers. Undefined: the product is not made. */
export type Made = { readonly [Of in ProductTest['of']]: Interval } | undefined;

/**
 * The ways one product can turn out.
 *
 * @param line what is known of it; null where the whole list of products is unknown
 * @param tests all on this product
 */
export function productDomain(
  line: ProductLine | null,
  tests: readonly ProductTest[],
): Partition<Made, ProductTest> {
  const ways: Made[] = line ? [] : [undefined];
  const capacities = (scale: Rational | null) =>
    line?.capacity
      ? [point(line.capacity)]
      : numberCells(
          [
            ...bounds(tests, 'CAPACITY'),
            ...(scale ? bounds(tests, 'PER_LINE').map((its) => scaled(its, scale)) : []),
          ],
          {},
        );
  const perLine = numberCells(bounds(tests, 'PER_LINE'), {});
  const added = line?.added ? [point(line.added)] : numberCells(bounds(tests, 'ADDED'), {});
  for (const capacity of capacities(line?.lines ?? null)) {
    for (const ratio of perLine) {
      const possible = line?.lines ? meet(scaled(ratio, line.lines), capacity) : someLines(capacity, ratio);
      if (possible) for (const more of added) ways.push({ CAPACITY: capacity, PER_LINE: ratio, ADDED: more });
    }
  }
  return partition(
    ways,
    tests,
    (made, test) => made !== undefined && (!test.interval || within(made[test.of], test.interval)),
  );
}

const bounds = (tests: readonly ProductTest[], of: ProductTest['of']): Interval[] =>
  tests.flatMap((test) => (test.of === of && test.interval ? [test.interval] : []));

const point = (at: Rational): Interval => ({ low: { at, closed: true }, high: { at, closed: true } });

export const scaled = ({ low, high }: Interval, factor: Rational): Interval => ({
  low: low && { ...low, at: multiply(low.at, factor) },
  high: high && { ...high, at: multiply(high.at, factor) },
});

/**
 * Whether some whole number of lines, at least one, brings a capacity to a capacity per line.
 *
 * The upper end of capacity only gets harder to keep with more lines, so the fewest lines that reach its lower end
 * decide.
 */
function someLines(capacity: Interval, ratio: Interval): boolean {
  const fewest = fewestLines(capacity.low, ratio.high);
  return fewest !== undefined && meet(scaled(ratio, fromInteger(fewest)), capacity);
}

export function fewestLines(low: End | undefined, most: End | undefined): bigint | undefined {
  if (!low || !most || compare(low.at, ZERO) === 0) return 1n;
  if (compare(most.at, ZERO) === 0) return undefined;
  const exact = divide(low.at, most.at);
  const lines = ceil(exact);
  const reached = compare(fromInteger(lines), exact) > 0 || (low.closed && most.closed);
  const least = reached ? lines : lines + 1n;
  return compare(fromInteger(least), ONE) < 0 ? 1n : least;
}
