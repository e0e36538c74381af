import type { MissingRow } from '../assessment/assessment.ts';
import type { Test } from '../condition/tests.ts';
import { testKey } from '../condition/tests.ts';
import { memoize } from '../values/memoize.ts';
import type { TestOf } from './domains/domain.ts';
import type { Facts, ProductRow } from './facts.ts';

type ProductTest = TestOf<'product'>;

/** The rows of a stated list of products, and what is missing in them, that leave some of these tests open. */
export function openProducts(
  tests: readonly Test[],
  { products, terms }: Pick<Facts, 'products' | 'terms'>,
): readonly MissingRow[] {
  // Bounds of amounts are alike here.
  const asked = [
    ...new Map(
      tests.flatMap((test) => (test.kind === 'product' ? [[askedOf(test), test] as const] : [])),
    ).values(),
  ];
  return (products ?? []).flatMap((row) => {
    const { name, path } = row;
    if (!path) return [];
    const may = new Set(asked.filter((test) => row.mayBe.has(terms.tested(test))));
    const kinds = [...new Set([...may].map((test) => terms.nameOf(terms.tested(test))))];
    const unset = new Map<string, MissingRow>();
    for (const test of asked)
      if (test.interval && (row.is.has(terms.tested(test)) || may.has(test)))
        for (const field of unsetFor(test, row))
          unset.set(field.join('.'), { path: [...path, ...field], name, unit: test.unit, terms: [] });
    return [
      ...(kinds.length > 0 ? [{ path: [...path, 'is'], name, unit: null, terms: kinds }] : []),
      ...unset.values(),
    ];
  });
}

/** What a test asks of a row. */
const askedOf = memoize((test: ProductTest) => testKey({ ...test, interval: test.interval && {} }));

/** The fields in which a row would say what a test asks, if it does not. */
function unsetFor({ dimension, of }: ProductTest, row: ProductRow): readonly (readonly string[])[] {
  const amount = row.amounts.get(dimension);
  const known = of === 'ADDED' ? amount?.added : of === 'PER_LINE' ? amount?.perLine : amount?.capacity;
  if (known != null) return [];
  const isOneLine = row.lines?.n === row.lines?.d && row.lines !== null;
  const field =
    of === 'ADDED' ? 'addedCapacity' : of === 'CAPACITY' || isOneLine ? 'capacity' : 'lineCapacities';
  // The first amount stands in the row itself, one more would follow the others.
  const place = [...row.amounts.keys()].indexOf(dimension);
  const at = (place < 0 ? row.amounts.size : place) - 1;
  return [at < 0 ? [field] : ['otherAmounts', String(at), field]];
}
