import { firstOf } from './cells.ts';
import { oneOf } from './eliminate.ts';
import type { Formula, Variable } from './formula.ts';
import { variablesOf } from './formula.ts';
import type { Domains } from './search.ts';
import { domainOf, reduced } from './search.ts';

/** One way in which everything unknown turns out: each variable has taken one of its cells. */
export interface Model {
  cell(variable: Variable): number;
  holds(formula: Formula): boolean;
}

/** The first of the ways that a search leaves open. */
export const modelOf = (found: Domains): Model => ({
  cell: (variable) => firstOf(domainOf(found, variable)),
  holds(formula) {
    const fixed = variablesOf(formula).map((each) => [each, oneOf(domainOf(found, each))] as const);
    return reduced(formula, new Map(fixed)) === true;
  },
});
