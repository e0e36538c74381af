import { jsonIn, LINES_TYPE, linesIn, linesOf, type Objects } from './objects.ts';
import { halvedAt, halvedBelow, portionsAt, resultsAt, resultsBelow, rowsAt } from './places.ts';
import type { Portion, PortionRow } from './run.ts';

/** The portions of a list that there are by now. */
interface Portions {
  /** Each with the rows of it that were taken. */
  readonly all: readonly Portion[];
  /** Those without results. */
  readonly missing: readonly Portion[];
}

/**
 * The portions that a list was cut into, and behind them, round for round, those of the rows that were left over where one
 * was too heavy.
 *
 * INVARIANT: whoever counts comes to the same. Rows that are left over have a portion only when all portions before it have
 * their results, which stay as they are.
 */
export async function allPortions(objects: Objects, upload: string): Promise<Portions> {
  const there = new Set(await objects.names(resultsBelow(upload)));
  const halved = new Set(await objects.names(halvedBelow(upload)));
  let all: readonly Portion[] = [];
  for (let round = await jsonIn<readonly Portion[]>(objects, portionsAt(upload)); ; ) {
    const missing = round.filter(({ portion }) => !there.has(resultsAt(upload, portion)));
    if (missing.length > 0) return { all: [...all, ...round], missing };
    const next = all.length + round.length;
    const left: Portion[] = [];
    const taken: Portion[] = [];
    for (const portion of round) {
      if (!halved.has(halvedAt(upload, portion.portion))) {
        taken.push(portion);
        continue;
      }
      const its = await jsonIn<{ readonly taken: number }>(objects, halvedAt(upload, portion.portion));
      const rows = await linesIn<PortionRow>(objects, rowsAt(upload, portion.portion));
      const rest = rows.slice(its.taken);
      await objects.add(rowsAt(upload, next + left.length), linesOf(rest), LINES_TYPE);
      taken.push({ ...portion, rows: its.taken });
      left.push({ ...portion, portion: next + left.length, rows: rest.length });
    }
    all = [...all, ...taken];
    if (left.length === 0) return { all, missing: [] };
    round = left;
  }
}
