/** What to ask for a list of projects (先问哪些): a fact, and what its answers are good for. */
export interface FirstQuestion {
  /** Key of the fact. */
  readonly fact: string;
  /** Rows whose outcome it leaves open, alone or with others. */
  readonly rows: number;
  /** Rows whose outcome it alone leaves open. */
  readonly alone: number;
  /** Rows that nothing is open of any more once this and all questions before it are answered. */
  readonly settled: number;
}

/**
 * The facts that rows miss, in an order in which few answers settle many rows: next comes the fact in which most is still
 * at stake, where each open row weighs the more the fewer facts it still waits for.
 *
 * @param missing of each open row, the keys of all the facts that it misses
 * @param first so many at most
 */
export function firstQuestions(
  missing: readonly (readonly string[])[],
  first: number,
): readonly FirstQuestion[] {
  const open = groupsOf(missing);
  const facts = new Map<string, { rows: number; alone: number }>();
  for (const { waits, rows } of open)
    for (const fact of waits) {
      const count = facts.get(fact) ?? { rows: 0, alone: 0 };
      count.rows += rows;
      if (waits.size === 1) count.alone += rows;
      facts.set(fact, count);
    }
  const questions: FirstQuestion[] = [];
  let settled = 0;
  while (questions.length < first) {
    const fact = mostAtStake(open);
    if (fact === undefined) break;
    for (const group of open) if (group.waits.delete(fact) && group.waits.size === 0) settled += group.rows;
    questions.push({ fact, ...facts.get(fact)!, settled });
  }
  return questions;
}

/** Rows that wait for the same facts. */
interface Group {
  readonly waits: Set<string>;
  rows: number;
}

function groupsOf(missing: readonly (readonly string[])[]): readonly Group[] {
  const groups = new Map<string, Group>();
  for (const facts of missing) {
    const key = [...facts].sort().join('\n');
    const group = groups.get(key) ?? { waits: new Set(facts), rows: 0 };
    group.rows++;
    groups.set(key, group);
  }
  return [...groups.values()];
}

/** Undefined where nothing is open. Of equals the first by its key, so that the order is always the same. */
function mostAtStake(open: readonly Group[]): string | undefined {
  const weights = new Map<string, number>();
  for (const { waits, rows } of open)
    for (const fact of waits) weights.set(fact, (weights.get(fact) ?? 0) + rows / waits.size);
  let best: string | undefined;
  for (const [fact, weight] of weights) {
    const most = best === undefined ? -1 : weights.get(best)!;
    if (weight > most || (weight === most && fact < best!)) best = fact;
  }
  return best;
}
