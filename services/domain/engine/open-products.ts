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
  // Names that nobody knows are all alike.
  const askedOfRows = memoize((is: ProductRow['is']) =>
    memoize((mayBe: ProductRow['mayBe']) => {
      const may = asked.filter((test) => mayBe.has(terms.tested(test)));
      const amounts = asked.filter(
        (test) => test.interval && (is.has(terms.tested(test)) || mayBe.has(terms.tested(test))),
      );
      const [first, last] = [new Map<string, ProductTest>(), new Map<string, ProductTest>()];
      for (const test of amounts) {
        const amount = `${test.of} ${test.unit}`;
        if (!first.has(amount)) first.set(amount, test);
        last.delete(amount);
        last.set(amount, test);
      }
      return {
        kinds: [...new Set(may.map((test) => terms.nameOf(terms.tested(test))))],
        // Fields stand in the order in which they are first asked for, each in the unit in which it is last.
        amounts: [...first.values(), ...last.values()],
      };
    }),
  );
  return (products ?? []).flatMap((row) => {
    const { name, path } = row;
    if (!path) return [];
    const { kinds, amounts } = askedOfRows(row.is)(row.mayBe);
    const unset = new Map<string, MissingRow>();
    for (const test of amounts)
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
