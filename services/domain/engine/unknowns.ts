import type { Test } from '../condition/tests.ts';
import type { SearchBudget } from '../solver/budget.ts';
import type { Formula, Variable } from '../solver/formula.ts';
import { or } from '../solver/formula.ts';
import type { UnknownFact } from './domains/domain.ts';
import type { Facts } from './facts.ts';
import type { Lineage } from './lineage.ts';
import { factsNotStated } from './nothing-stated.ts';
import { truthOf } from './truth-of.ts';
import { axiomsOf, unknownFacts } from './unknown-facts.ts';

/** An unknown fact with all its variables. */
export type Unknown = Pick<UnknownFact, 'key' | 'asks' | 'variables'>;

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
}

/** Variables for everything that the open tests leave open. */
export function unknownsOf(
  tests: readonly Test[],
  facts: Facts,
  law: Lineage,
  budget: SearchBudget,
): Unknowns {
  const open = [...new Set(tests)].filter((test) => truthOf(test, facts) === undefined);
  const tellApart = (some: readonly Test[]) => unknownFacts(some, facts, budget);
  const told = factsNotStated(open, facts, law, budget, tellApart);
  const isTold = new Set(told.flatMap((each) => each.tests));
  const left = open.filter((test) => !isTold.has(test));
  const all = new Map<
    string,
    { readonly key: string; readonly asks: readonly string[]; variables: Variable[] }
  >();
  const formulas = new Map<Test, Formula>();
  const parts: UnknownFact[] = [];
  for (const { tests: its, parts: more } of [...told, { tests: null, parts: tellApart(left) }])
    for (const part of more) {
      const { key, asks } = part;
      const unknown = all.get(key) ?? { key, asks, variables: [] };
      for (const variable of part.variables) unknown.variables.push(variable);
      all.set(key, unknown);
      parts.push(part);
      const about = new Set(part.tests);
      for (const test of its?.filter((each) => about.has(each)) ?? part.tests) {
        const before = formulas.get(test);
        const formula = part.formula(test);
        formulas.set(test, before === undefined ? formula : or([before, formula]));
      }
    }
  return {
    all: [...all.values()].filter(({ variables }) => variables.length > 0),
    tests: open,
    axioms: axiomsOf(parts),
    exact: parts.every(({ exact }) => exact !== false) && !isTied(parts),
    formula: (test) => formulas.get(test)!,
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
