import type { SearchBudget } from './budget.ts';
import { unlessBounded } from './budget.ts';
import type { Formula } from './formula.ts';
import type { Domains } from './search.ts';
import { completionOf } from './search.ts';

/** What is left open where all formulas hold; `null` where they cannot, `undefined` where the bound came first. */
export type Solution = Domains | null | undefined;

export const solve = (formulas: readonly Formula[], domains: Domains, budget: SearchBudget): Solution =>
  unlessBounded(() => completionOf(formulas, domains, budget) ?? null);

/**
 * A solution that fulfils as many wishes as can be, taken in their order, and the wishes that it does not fulfil;
 * undefined where some question stays open.
 *
 * @param find a solution for all of some wishes; `null` where there is none
 */
export function maxSatisfiable<Wish, Found extends object>(
  wishes: readonly Wish[],
  find: (wishes: readonly Wish[]) => Found | null | undefined,
): { readonly found: Found; readonly kept: readonly Wish[]; readonly failed: readonly Wish[] } | undefined {
  const kept: Wish[] = [];
  const failed: Wish[] = [];
  let best = find([]);
  for (const wish of wishes) {
    const found = find([...kept, wish]);
    if (found === undefined) return undefined;
    if (found) best = found;
    (found ? kept : failed).push(wish);
  }
  return best ? { found: best, kept, failed } : undefined;
}

/** As few of some items as still suffice together, where all do: each is left out in turn if the rest suffices. */
export function irreducible<Item>(
  items: readonly Item[],
  suffice: (items: readonly Item[]) => boolean,
): readonly Item[] {
  let kept = items;
  for (const item of items) {
    const rest = kept.filter((other) => other !== item);
    if (rest.length > 0 && suffice(rest)) kept = rest;
  }
  return kept;
}
