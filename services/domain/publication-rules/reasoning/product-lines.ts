import type { Made, ProductTest } from '../../engine/domains/products.ts';
import { fewestLines, productDomain, scaled } from '../../engine/domains/products.ts';
import type { ProductLine } from '../../engine/facts.ts';
import { compare, fromInteger } from '../../values/decimal.ts';
import type { End, Interval } from '../../values/interval.ts';
import { decimalWithin } from '../../values/interval.ts';
import type { Dimension } from './dimension.ts';
import { oneOfThem } from './simple-facts.ts';

/** The ways that one product can turn out. @param tests all on this product */
export function productLine(tests: readonly ProductTest[]): Dimension {
  const { product, unit } = tests[0]!;
  return oneOfThem(productDomain(null, tests), tests, (made, draft) => {
    const line = made && lineOf(made, unit);
    if (line) draft.products = new Map(draft.products).set(product, line);
    return made === undefined || line !== undefined;
  });
}

function lineOf({ CAPACITY, PER_LINE, ADDED }: NonNullable<Made>, unit: string): ProductLine | undefined {
  const count = fewestLines(CAPACITY.low, PER_LINE.high);
  if (count === undefined) return undefined;
  const lines = fromInteger(count);
  const capacity = decimalWithin(both(CAPACITY, scaled(PER_LINE, lines)));
  const added = decimalWithin(ADDED);
  return capacity && added && { unit, capacity, added, lines };
}

/** What two intervals share. */
const both = (a: Interval, b: Interval): Interval => ({
  low: tighter(a.low, b.low, 1),
  high: tighter(a.high, b.high, -1),
});

function tighter(a: End | undefined, b: End | undefined, sign: 1 | -1): End | undefined {
  if (!a || !b) return a ?? b;
  const order = compare(a.at, b.at) * sign;
  return order > 0 || (order === 0 && !a.closed) ? a : b;
}
