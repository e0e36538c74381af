import type { Expression } from '../../condition/tests.ts';
import { formulaOf } from '../../engine/readings.ts';
import { BranchBoundReached, BranchBudget, completionOf, NOTHING_FIXED } from '../../solver/search.ts';
import { testsIn } from './effects.ts';
import type { Law } from './law.ts';
import { isExhausted } from './law.ts';
import type { Situation } from './situation.ts';
import { holdsIn } from './situation.ts';
import { spaceOf } from './space.ts';

/** A situation, `null` where there is none, `undefined` where nobody can say within the bound. */
export type Found = Situation | null | undefined;

const BRANCH_BOUND = 2_000;

/**
 * A situation in which everything claimed holds.
 *
 * INVARIANT: `null` is exact, as a space never lacks a way; and what is returned was read once more as a project is.
 */
export function situationWhere(claims: readonly Expression[], law: Law): Found {
  if (isExhausted(law)) return undefined;
  const tests = testsIn(claims);
  // Every way of a fact is held against every test on it.
  law.work.look(tests.length ** 2);
  const space = spaceOf(tests, law);
  const formulas = claims.map((claim) => formulaOf(claim, space.formula));
  const budget = new BranchBudget(law.publication.branchBound ?? BRANCH_BOUND, law.work);
  try {
    const found = completionOf([...formulas, ...space.axioms], NOTHING_FIXED, budget);
    if (!found) return null;
    const situation = space.situation(found);
    const { classification } = law.publication.reference;
    return situation && claims.every((claim) => holdsIn(situation, claim, classification))
      ? situation
      : undefined;
  } catch (error) {
    if (error instanceof BranchBoundReached) return undefined;
    throw error;
  }
}
