import { expect, test } from 'vitest';
import { assess } from '../../services/domain/engine/assess.ts';
import { sumWays, tinyParts } from '../../services/domain/engine/domains/product-amounts.ts';
import { SearchBudget, Work } from '../../services/domain/solver/budget.ts';
import { fromInteger, ZERO } from '../../services/domain/values/decimal.ts';
import type { Bounds } from '../../services/domain/values/interval.ts';
import { basis, catalog, entry, ZONE } from './oracle/small-basis.ts';

const makes = (product: string, bounds: Bounds) => ({
  product: { product, unit: '万t/a', of: 'CAPACITY' as const, ...bounds },
});

test.each<[string, Bounds, Bounds, Bounds, boolean]>([
  ['one on its end and one above', { atLeast: '1' }, { moreThan: '1' }, { atMost: '2' }, false],
  ['both on their ends', { atLeast: '1' }, { atLeast: '1' }, { atMost: '2' }, true],
  ['both on their ends and less together', { atLeast: '1' }, { atLeast: '1' }, { lessThan: '2' }, false],
  ['both above', { moreThan: '1' }, { moreThan: '1' }, { atMost: '2.000000001' }, true],
])('capacities that share a sum: %s', (_, chipboard, fibreboard, board, canBe) => {
  const law = basis([
    catalog('own', ZONE.id, [
      entry({
        when: {
          all: [makes('CHIPBOARD', chipboard), makes('FIBREBOARD', fibreboard), makes('BOARD', board)],
        },
      }),
    ]),
  ]);
  const products = ['CHIPBOARD', 'FIBREBOARD'].map((product) => ({ product, unit: '万t/a' }));
  const { exact, possibleOutcomes } = assess(law, { zone: ZONE.id, facts: { products } });
  expect({ exact, possibleOutcomes }).toEqual({
    exact: true,
    possibleOutcomes: canBe ? ['ADMITTED', 'REFUSED'] : ['ADMITTED'],
  });
});

test.each([2, 30, 31, 40, 400])('corners of sums over %i rows lie further apart than the margin', (rows) => {
  // Hadamard: a determinant of n rows of 0 and 1 is at most (n + 1)^((n + 1) / 2) / 2^n; with a column of both signs twice that.
  const digits = ((rows + 2) / 2) * Math.log10(rows + 2) - rows * Math.log10(2);
  const { margin, slack } = tinyParts([], rows);
  expect(String(margin.d).length - 1).toBeGreaterThan(digits);
  expect(String(slack.d).length - 1).toBeGreaterThanOrEqual(3 * digits);
});

test('as many bounds on lines as a catalog can hold end where the work does', () => {
  const bounds = Array.from({ length: 5_000 }, (_, at) => ({
    product: { product: 'CHIPBOARD', unit: '万t/a', of: 'PER_LINE' as const, moreThan: `${at + 1}` },
  }));
  const law = basis([catalog('own', ZONE.id, [entry({ when: { any: bounds } })])]);
  const { exact, possibleOutcomes } = assess(law, { zone: ZONE.id });
  expect({ exact, possibleOutcomes }).toEqual({ exact: false, possibleOutcomes: ['ADMITTED', 'REFUSED'] });
});

test('bounds on one sum cost what it takes to hold each against each range, and then to put them together', () => {
  const work = new Work();
  const sums = Array.from({ length: 300 }, (_, at) => ({
    test: at,
    interval: { low: { at: fromInteger(at + 1), closed: true } },
    rows: [0],
  }));
  const ways = sumWays(sums, [{ low: { at: ZERO, closed: true } }], new SearchBudget(1_000_000, work));
  // A point and a gap for each end, and for 0.
  expect(ways).toHaveLength(602);
  expect(work.done).toBeGreaterThan(2 * 300 * 602);
});
