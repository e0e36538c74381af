import { firstFrom } from '../../solver/number.ts';
import type { Rational } from '../../values/decimal.ts';
import { add, compare, ZERO } from '../../values/decimal.ts';
import type { Interval } from '../../values/interval.ts';
import { contains } from '../../values/interval.ts';
import { memoize, memoizeByKey } from '../../values/memoize.ts';
import type { Facts, ProductRow } from '../facts.ts';
import type { Settled, TestOf } from './domain.ts';

type ProductTest = TestOf<'product'>;

/** What stated products say of a term, read once for all tests on it, whatever bounds each has. */
interface StatedProducts {
  /** Whether some row is a product of that term for certain. */
  readonly isMade: boolean;
  /** Whether some row may be. */
  readonly isOpen: boolean;
  /** Undefined where some amount is unknown. */
  sum(of: 'CAPACITY' | 'ADDED', dimension: string): Rational | undefined;
  /** Whether some known line lies within bounds, and whether all lines are known. */
  hasLineWithin(interval: Interval, dimension: string): boolean;
  knowsLines(dimension: string): boolean;
}

/** Whether a row is a product of that term; undefined where nobody can say. */
export const isTerm = ({ is, mayBe }: ProductRow, term: string): Settled =>
  is.has(term) ? true : mayBe.has(term) ? undefined : false;

export const amountOf = (
  row: ProductRow,
  { dimension, of }: Pick<ProductTest, 'dimension' | 'of'>,
): Rational | null => {
  const amount = row.amounts.get(dimension);
  return (of === 'ADDED' ? amount?.added : amount?.capacity) ?? null;
};

/** Of many products each term is read once; what was read of few costs more to keep than to read again. */
export const statedProducts = (term: string, { products }: Facts): StatedProducts =>
  products!.length > FEW ? readOnce(products!)(term) : ofTerm(term, products!);

const FEW = 4;

function ofTerm(
  term: string,
  rows: readonly ProductRow[],
): StatedProducts & { readonly certain: readonly ProductRow[] } {
  const certain = rows.filter((row) => isTerm(row, term));
  return {
    certain,
    isMade: certain.length > 0,
    isOpen: rows.some((row) => isTerm(row, term) === undefined),
    sum(of, dimension) {
      let sum = ZERO;
      for (const row of certain) {
        const amount = amountOf(row, { of, dimension });
        if (!amount) return undefined;
        sum = add(sum, amount);
      }
      return sum;
    },
    hasLineWithin: (interval, dimension) =>
      certain.some((row) => row.amounts.get(dimension)?.perLine?.some((line) => contains(interval, line))),
    knowsLines: (dimension) => certain.every((row) => row.amounts.get(dimension)?.perLine != null),
  };
}

const readOnce = memoize((rows: readonly ProductRow[]) => {
  /** By their capacities, from the smallest on. */
  const lines = memoizeByKey((dimension: string) =>
    rows
      .flatMap((row) => (row.amounts.get(dimension)?.perLine ?? []).map((capacity) => ({ row, capacity })))
      .sort((a, b) => compare(a.capacity, b.capacity)),
  );
  return memoizeByKey((term: string): StatedProducts => {
    const { certain, ...its } = ofTerm(term, rows);
    const sums = {
      CAPACITY: memoizeByKey((dimension: string) => its.sum('CAPACITY', dimension)),
      ADDED: memoizeByKey((dimension: string) => its.sum('ADDED', dimension)),
    };
    const among = new Set(certain);
    const own = memoizeByKey((dimension: string) =>
      lines(dimension).flatMap(({ row, capacity }) => (among.has(row) ? [capacity] : [])),
    );
    return {
      ...its,
      sum: (of, dimension) => sums[of](dimension),
      hasLineWithin(interval, dimension) {
        const sorted = own(dimension);
        const { low } = interval;
        const from = low ? firstFrom(sorted, (capacity) => contains({ low }, capacity)) : 0;
        return from < sorted.length && contains(interval, sorted[from]!);
      },
      knowsLines: memoizeByKey(its.knowsLines),
    };
  });
});
