import type { Rational } from '../values/decimal.ts';
import { ZERO } from '../values/decimal.ts';
import type { SearchBudget } from './budget.ts';

/** The amounts of some slots together: more than a threshold, or not. */
export interface SumBound {
  /** Mask over slots, of which there may be more than 31. */
  readonly slots: bigint;
  /** Not below 0. */
  readonly threshold: Rational;
  readonly above: boolean;
}

/** Whether amounts ≥ 0 can be put into the slots so that every bound holds. */
export const amountsExist = (
  slotCount: number,
  bounds: readonly SumBound[],
  budget?: SearchBudget,
): boolean => amountsWhere(slotCount, bounds, budget) !== undefined;

/**
 * Amounts ≥ 0, one for each slot, so that every bound holds; undefined where there are none.
 *
 * One linear program: maximise the margin by which the sums that must be above are above. The margin is shifted so
 * that doing nothing is a start, which saves the first phase; Bland's rule keeps it from cycling; whole numbers over
 * one common denominator keep it exact.
 *
 * @throws SearchBoundReached
 */
export function amountsWhere(
  slotCount: number,
  bounds: readonly SumBound[],
  budget?: SearchBudget,
): readonly Rational[] | undefined {
  budget?.look(bounds.length);
  const above = bounds.filter((bound) => bound.above);
  if (above.length === 0) return Array.from({ length: slotCount }, () => ZERO);
  if (above.some((more) => bounds.some((bound) => !bound.above && excludes(bound, more)))) return undefined;
  const scale = bounds.reduce(
    (product, { threshold }) => (product % threshold.d === 0n ? product : product * threshold.d),
    1n,
  );
  const scaled = ({ threshold }: SumBound) => (threshold.n * scale) / threshold.d;
  const shift = above.reduce((most, bound) => (scaled(bound) > most ? scaled(bound) : most), 0n) + 1n;
  // Columns: the slots, then the shifted margin, then the right side. A row reads: coefficients · columns ≤ right
  // side, and every right side is ≥ 0.
  const rows = bounds.map((bound) => [
    ...Array.from({ length: slotCount }, (_, slot) =>
      bound.slots & (1n << BigInt(slot)) ? (bound.above ? -1n : 1n) : 0n,
    ),
    bound.above ? 1n : 0n,
    bound.above ? shift - scaled(bound) : scaled(bound),
  ]);
  rows.push([...Array.from({ length: slotCount }, () => 0n), 1n, shift + 1n]);
  return exceeding(rows, slotCount, shift, budget)
    ?.slice(0, slotCount)
    .map(({ n, d }) => ({ n, d: d * scale }));
}

/** Slots among those of a bound that is kept cannot hold more than it allows. */
const excludes = (kept: SumBound, more: SumBound): boolean =>
  (more.slots & ~kept.slots) === 0n &&
  kept.threshold.n * more.threshold.d <= more.threshold.n * kept.threshold.d;

/** Columns, all ≥ 0, of which one exceeds a value, if it can: the simplex method from the all-zero corner. */
function exceeding(
  rows: readonly bigint[][],
  column: number,
  value: bigint,
  budget?: SearchBudget,
): readonly Rational[] | undefined {
  const width = rows[0]!.length - 1;
  const all = width + rows.length;
  const table = rows.map((row, at) => [
    ...row.slice(0, width),
    ...rows.map((_, slack) => (slack === at ? 1n : 0n)),
    row[width]!,
  ]);
  const objective = Array.from({ length: all + 1 }, (_, at) => (at === column ? -1n : 0n));
  const basis = rows.map((_, at) => width + at);
  // INVARIANT: every true value is the one in the table over this denominator, which stays positive.
  let denominator = 1n;
  for (;;) {
    budget?.look(rows.length * all);
    if (objective[all]! > value * denominator) {
      const n = (at: number): bigint => table[basis.indexOf(at)]?.[all] ?? 0n;
      return Array.from({ length: width }, (_, at) => ({ n: n(at), d: denominator }));
    }
    const entering = objective.findIndex((cost, at) => at < all && cost < 0n);
    if (entering < 0) return undefined;
    let leaving = -1;
    for (const [at, row] of table.entries()) {
      if (row[entering]! <= 0n) continue;
      if (leaving < 0) {
        leaving = at;
        continue;
      }
      const order = row[all]! * table[leaving]![entering]! - table[leaving]![all]! * row[entering]!;
      if (order < 0n || (order === 0n && basis[at]! < basis[leaving]!)) leaving = at;
    }
    // INVARIANT: the margin is bounded, so some row always limits the entering column.
    const pivotRow = table[leaving]!;
    const pivot = pivotRow[entering]!;
    for (const row of [...table, objective]) {
      if (row === pivotRow) continue;
      const factor = row[entering]!;
      for (let at = 0; at <= all; at++) row[at] = (row[at]! * pivot - factor * pivotRow[at]!) / denominator;
    }
    denominator = pivot;
    basis[leaving] = entering;
  }
}
