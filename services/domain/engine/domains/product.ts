import { unitName } from '../../facts/product-name.ts';
import { numberCells } from '../../solver/number.ts';
import type { ValueEncoding } from '../../solver/partition.ts';
import { partition } from '../../solver/partition.ts';
import type { Rational } from '../../values/decimal.ts';
import { ceil, compare, divide, fromInteger, ONE, ZERO } from '../../values/decimal.ts';
import type { End, Interval } from '../../values/interval.ts';
import {
  contains,
  decimalWithin,
  intersection,
  meet,
  pointAt,
  scaled,
  within,
} from '../../values/interval.ts';
import type { ProductLine } from '../facts.ts';
import type { FactDomain, TestOf } from './domain.ts';
import { unknownFact } from './domain.ts';

export type ProductTest = TestOf<'product'>;

/** What the project makes, each product by itself. */
export const PRODUCT: FactDomain<ProductTest> = {
  truth({ product, of, interval }, { products }) {
    if (!products) return undefined;
    const line = products.get(product);
    if (!line) return false;
    if (!interval) return true;
    const value = of === 'ADDED' ? line.added : line.capacity;
    if (value === null || (of === 'PER_LINE' && line.lines === null)) return undefined;
    return contains(interval, of === 'PER_LINE' ? divide(value, line.lines!) : value);
  },
  unknowns(tests, { products }) {
    const byProduct = new Map<string, ProductTest[]>();
    // One product in two units is a matter of PR-33: nobody can say how they compare.
    for (const test of tests) {
      const key = JSON.stringify([test.product, unitName(test.unit)]);
      byProduct.set(key, [...(byProduct.get(key) ?? []), test]);
    }
    return [...byProduct.values()].map((its) => {
      const { product, unit } = its[0]!;
      const encoding = productEncoding(products?.get(product) ?? null, its);
      return unknownFact(
        'products',
        its,
        encoding,
        (model) => {
          const made = encoding.value(model);
          return made ? lineOf(made, unit) : 'NOT_MADE';
        },
        (to, line) => {
          if (line !== 'NOT_MADE') to.products = new Map(to.products).set(product, line);
        },
      );
    });
  },
};

/** One way a product line can turn out; an amount is a cell of its numbers. Undefined: the product is not made. */
type Made = { readonly [Of in ProductTest['of']]: Interval } | undefined;

/**
 * The ways one product can turn out.
 *
 * @param line what is known of it; null where the whole list of products is unknown
 * @param tests all on this product
 */
function productEncoding(
  line: ProductLine | null,
  tests: readonly ProductTest[],
): ValueEncoding<Made, ProductTest> {
  const ways: Made[] = line ? [] : [undefined];
  const capacities = (scale: Rational | null) =>
    line?.capacity
      ? [pointAt(line.capacity)]
      : numberCells(
          [
            ...bounds(tests, 'CAPACITY'),
            ...(scale ? bounds(tests, 'PER_LINE').map((its) => scaled(its, scale)) : []),
          ],
          {},
        );
  const perLine = numberCells(bounds(tests, 'PER_LINE'), {});
  const added = line?.added ? [pointAt(line.added)] : numberCells(bounds(tests, 'ADDED'), {});
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

function fewestLines(low: End | undefined, most: End | undefined): bigint | undefined {
  if (!low || !most || compare(low.at, ZERO) === 0) return 1n;
  if (compare(most.at, ZERO) === 0) return undefined;
  const exact = divide(low.at, most.at);
  const lines = ceil(exact);
  const reached = compare(fromInteger(lines), exact) > 0 || (low.closed && most.closed);
  const least = reached ? lines : lines + 1n;
  return compare(fromInteger(least), ONE) < 0 ? 1n : least;
}

function lineOf({ CAPACITY, PER_LINE, ADDED }: NonNullable<Made>, unit: string): ProductLine | undefined {
  const count = fewestLines(CAPACITY.low, PER_LINE.high);
  if (count === undefined) return undefined;
  const lines = fromInteger(count);
  const capacity = decimalWithin(intersection(CAPACITY, scaled(PER_LINE, lines)));
  const added = decimalWithin(ADDED);
  return capacity && added && { unit, capacity, added, lines };
}
