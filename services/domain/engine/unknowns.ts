import type { Test } from '../condition/tests.ts';
import type { SearchBudget } from '../solver/budget.ts';
import type { Formula } from '../solver/formula.ts';
import type { UnknownFact } from './domains/domain.ts';
import type { Facts } from './facts.ts';
import type { Lineage } from './lineage.ts';
import type { ToldApart } from './nothing-stated.ts';
import { factsNotStated, toldApart } from './nothing-stated.ts';
import type { Unknown } from './unknown-facts.ts';
import { axiomsOf, joined, unknownFacts } from './unknown-facts.ts';

/** The open tests of an assessment, turned into formulas over variables. */
export interface Unknowns {
  readonly all: readonly Unknown[];
  /** The tests that the known facts leave open. */
  readonly tests: readonly Test[];
  /** Holds in every completion. */
  readonly axioms: readonly Formula[];
  /** False where a domain had to be widened (more completions than there are). */
  readonly exact: boolean;
  formula(test: Test): Formula;
  /** Its formula where that can turn out either way, as can be seen without a search; null elsewhere. */
  freeFormula(test: Test): Exclude<Formula, boolean> | null;
  /** Whether its formula is the same object for as long as the law is. */
  isLasting(test: Test): boolean;
}

/** For what is kept for other projects: nothing that is long, and nothing on which a fact that is not stated can hang. */
function ofLawAlone(facts: Facts) {
  const bare: Facts = {
    ...facts,
    many: new Map(),
    chemicals: null,
    openChemicals: [],
    products: null,
    majorHazard: null,
    notices: [],
  };
  return (tests: readonly Test[], budget: SearchBudget) => unknownFacts(tests, bare, budget);
}

/**
 * Variables for everything that is open.
 *
 * @param open tests that the known facts leave open
 */
export function unknownsOf(
  open: readonly Test[],
  facts: Facts,
  law: Lineage,
  budget: SearchBudget,
): Unknowns {
  const told = factsNotStated(open, facts, law, budget, ofLawAlone(facts));
  const toldOf = new Map<Test, ToldApart>();
  for (const each of told) for (const test of each.tests) toldOf.set(test, each);
  const left = open.filter((test) => !toldOf.has(test));
  if (left.length > 0) {
    const rest = toldApart(left, unknownFacts(left, facts, budget));
    for (const test of left) toldOf.set(test, rest);
    told.push(rest);
  }
  const all = new Map<string, Unknown>();
  for (const { unknowns } of told)
    for (const unknown of unknowns) {
      const other = all.get(unknown.key);
      all.set(unknown.key, other ? joined([other, unknown]) : unknown);
    }
  const parts = told.flatMap((each) => each.parts);
  return {
    all: [...all.values()],
    tests: open,
    axioms: axiomsOf(parts),
    exact: parts.every(({ exact }) => exact !== false) && !isTied(parts),
    formula: (test) => toldOf.get(test)!.formula(test),
    freeFormula: (test) => toldOf.get(test)!.freeFormula(test),
    isLasting: (test) => toldOf.get(test)!.isLasting,
  };
}

/** A level that hangs on an inventory which tests leave open too is taken for independent of it, which is too much. */
const isTied = (parts: readonly UnknownFact[]): boolean =>
  parts.some(
    ({ key, asks, variables }) =>
      key === 'majorHazardLevel' &&
      variables.length > 0 &&
      parts.some((other) => other.key !== key && other.variables.length > 0 && asks.includes(other.key)),
  );
