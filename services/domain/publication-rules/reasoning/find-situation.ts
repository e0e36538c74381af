import type { Expression } from '../../condition/tests.ts';
import { formulaOf } from '../../engine/readings.ts';
import { SearchBudget } from '../../solver/budget.ts';
import { NOTHING_FIXED } from '../../solver/search.ts';
import { maxSatisfiable, solve } from '../../solver/solve.ts';
import { testsIn } from './effects.ts';
import type { Law } from './law.ts';
import { isExhausted } from './law.ts';
import { searchSpace } from './search-space.ts';
import type { Situation } from './situation.ts';
import { holdsIn } from './situation.ts';

/** A situation, `null` where there is none, `undefined` where nobody can say within the bound. */
export type Found = Situation | null | undefined;

const SEARCH_BOUND = 2_000_000;

/**
 * A situation in which everything claimed holds.
 *
 * INVARIANT: `null` is exact, as a space never lacks a way; and what is returned was read once more as a project is.
 */
export function findSituation(claims: readonly Expression[], law: Law): Found {
  if (isExhausted(law)) return undefined;
  const tests = testsIn(claims);
  // Every way of a fact is held against every test on it.
  law.work.look(tests.length ** 2);
  const space = searchSpace(tests, law);
  const formulas = claims.map((claim) => formulaOf(claim, space.formula));
  const budget = new SearchBudget(law.publication.searchBound ?? SEARCH_BOUND, law.work);
  const found = solve([...formulas, ...space.axioms], NOTHING_FIXED, budget);
  if (!found) return found;
  const situation = space.situation(found);
  if (situation && claims.every((claim) => holdsIn(situation, claim))) return situation;
  return undefined;
}

/** Something that should hold, and how it is called. */
export interface Wish {
  readonly expression: Expression;
  readonly text: { readonly zh: string; readonly en: string };
}

/** A situation that fulfils as many wishes as can be; undefined where nobody can say within the bound. */
export const findMostFulfilled = <W extends Wish>(wishes: readonly W[], law: Law) =>
  maxSatisfiable(wishes, (some) =>
    findSituation(
      some.map(({ expression }) => expression),
      law,
    ),
  );
