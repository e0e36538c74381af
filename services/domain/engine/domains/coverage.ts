import type { Rational } from '../rational.ts';
import { add, compare, divide, fromInteger, multiply, ONE, subtract, ZERO } from '../rational.ts';

/** The amounts of some slots together: more than a threshold, or not. */
export interface SumBound {
  /** Mask over slots. */
  readonly slots: number;
  readonly threshold: Rational;
  readonly above: boolean;
}

/**
 * Whether amounts ≥ 0 can be put into the slots so that every bound holds.
 *
 * One linear program: maximise the margin by which the sums that must be above are above. The margin is shifted so
 * that doing nothing is a start, which saves the first phase; Bland's rule keeps it from cycling; fractions keep it
 * exact.
 */
export function amountsExist(slotCount: number, bounds: readonly SumBound[]): boolean {
  const above = bounds.filter((bound) => bound.above);
  if (above.length === 0) return bounds.every((bound) => compare(bound.threshold, ZERO) >= 0);
  const shift = add(
    above.reduce((most, { threshold }) => (compare(threshold, most) > 0 ? threshold : most), ZERO),
    ONE,
  );
  // Columns: the slots, then the shifted margin. Every row reads: coefficients · columns ≤ right side, right side ≥ 0.
  const margin = slotCount;
  const rows = bounds.map(({ slots, threshold, above: isAbove }) => {
    const sign = isAbove ? -1 : 1;
    const row = Array.from({ length: slotCount }, (_, slot) => fromInteger(slots & (1 << slot) ? sign : 0));
    row.push(isAbove ? ONE : ZERO);
    return { row, right: isAbove ? subtract(shift, threshold) : threshold };
  });
  if (rows.some(({ right }) => compare(right, ZERO) < 0)) return false;
  rows.push({
    row: Array.from({ length: slotCount + 1 }, (_, at) => (at === margin ? ONE : ZERO)),
    right: add(shift, ONE),
  });
  return compare(maximum(rows, margin), shift) > 0;
}

/** The greatest value of one column, all columns ≥ 0, by the simplex method from the all-zero corner. */
function maximum(
  rows: readonly { readonly row: Rational[]; readonly right: Rational }[],
  column: number,
): Rational {
  const width = rows[0]!.row.length;
  const table = rows.map(({ row, right }, at) => [
    ...row,
    ...rows.map((_, slack) => (slack === at ? ONE : ZERO)),
    right,
  ]);
  const all = width + rows.length;
  const objective: Rational[] = Array.from({ length: all + 1 }, (_, at) =>
    at === column ? fromInteger(-1) : ZERO,
  );
  const basis = rows.map((_, at) => width + at);
  for (;;) {
    const entering = objective.findIndex((cost, at) => at < all && compare(cost, ZERO) < 0);
    if (entering < 0) return objective[all]!;
    let leaving = -1;
    let least: Rational | undefined;
    for (const [at, row] of table.entries()) {
      if (compare(row[entering]!, ZERO) <= 0) continue;
      const ratio = divide(row[all]!, row[entering]!);
      const order = least ? compare(ratio, least) : -1;
      if (order < 0 || (order === 0 && basis[at]! < basis[leaving]!)) {
        leaving = at;
        least = ratio;
      }
    }
    // INVARIANT: the margin is bounded, so some row always limits the entering column.
    const pivotRow = table[leaving]!.map((value) => reduce(divide(value, table[leaving]![entering]!)));
    for (const row of [...table, objective]) {
      if (row === table[leaving]) continue;
      const factor = row[entering]!;
      if (factor.n === 0n) continue;
      for (let at = 0; at <= all; at++) row[at] = reduce(subtract(row[at]!, multiply(factor, pivotRow[at]!)));
    }
    table[leaving] = pivotRow;
    basis[leaving] = entering;
  }
}

function reduce(value: Rational): Rational {
  let a = value.n < 0n ? -value.n : value.n;
  let b = value.d;
  while (b !== 0n) [a, b] = [b, a % b];
  return a <= 1n ? value : { n: value.n / a, d: value.d / a };
}
