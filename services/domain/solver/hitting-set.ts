import type { SearchBudget } from './budget.ts';

/**
 * The smallest set of elements that has one of each group; of several the first when written in order and compared
 * element by element. Undefined where some group is empty.
 *
 * @param groups sets of elements 0 … count − 1
 */
export function firstSmallestHittingSet(
  groups: readonly ReadonlySet<number>[],
  count: number,
  budget: SearchBudget,
): readonly number[] | undefined {
  if (groups.some((group) => group.size === 0)) return undefined;
  budget.look(groups.length);
  // Most groups are of one element, which is in every set: it makes none smaller, and none comes before another by it.
  const certain = new Set(groups.flatMap((group) => (group.size === 1 ? [...group] : [])));
  let left: readonly ReadonlySet<number>[] = groups.filter(
    (group) => ![...group].some((element) => certain.has(element)),
  );
  let size = disjoint(left.map((group) => [...group]));
  while (!hits(left, 0, size, budget)) size++;
  const chosen: number[] = [];
  for (let element = 0; element < count && left.length > 0; element++) {
    const rest = without(left, element);
    if (rest.length === left.length) continue;
    // INVARIANT: some smallest set goes on from `chosen` with elements from here on.
    if (hits(rest, element + 1, size - chosen.length - 1, budget)) {
      chosen.push(element);
      left = rest;
    }
  }
  return [...certain, ...chosen].sort((a, b) => a - b);
}

/** Whether at most `size` elements, none before `from`, hit every group. */
function hits(
  groups: readonly ReadonlySet<number>[],
  from: number,
  size: number,
  budget: SearchBudget,
): boolean {
  if (groups.length === 0) return true;
  budget.look(groups.reduce((sum, group) => sum + group.size, 0));
  const open = groups.map((group) => [...group].filter((element) => element >= from));
  const narrowest = open.reduce((least, group) => (group.length < least.length ? group : least));
  if (narrowest.length === 0 || disjoint(open) > size) return false;
  return narrowest.some((element) => {
    budget.branch();
    return hits(without(groups, element), from, size - 1, budget);
  });
}

const without = (groups: readonly ReadonlySet<number>[], element: number): readonly ReadonlySet<number>[] =>
  groups.filter((group) => !group.has(element));

/** Groups that share no element each need an element of their own. */
function disjoint(groups: readonly (readonly number[])[]): number {
  const taken = new Set<number>();
  let count = 0;
  for (const group of [...groups].sort((a, b) => a.length - b.length)) {
    if (group.some((element) => taken.has(element))) continue;
    for (const element of group) taken.add(element);
    count++;
  }
  return count;
}
