import type { Formula, Variable } from '../solver/formula.ts';
import { not, variablesOf } from '../solver/formula.ts';
import type { BranchBudget, Domains } from '../solver/search.ts';
import { NOTHING_FIXED } from '../solver/search.ts';
import type { Solution } from '../solver/solve.ts';
import { solve } from '../solver/solve.ts';
import type { Effect, SettledOutcome } from '../vocabulary.ts';
import { SETTLED_OUTCOMES } from '../vocabulary.ts';

/** 0 ADMITTED, 1 CONDITIONAL, 2 REVIEW, 3 REFUSED. */
export type Severity = 0 | 1 | 2 | 3;
export const SEVERITIES = [0, 1, 2, 3] as const;
export const outcomeOf = (severity: Severity): SettledOutcome => SETTLED_OUTCOMES[severity];
/** What an effect makes of the outcome. */
export const severityOf = (effect: Effect): Severity => SEVERITY[effect];
const SEVERITY = { NONE: 0, CONDITION: 1, REVIEW: 2, REFUSE: 3 } as const satisfies Record<Effect, Severity>;

/** Something that can make the outcome graver: an entry, or a gap in the register. */
export interface Stake {
  /** When it makes the outcome at least this grave; `atLeast[0]` is always true. */
  readonly atLeast: Readonly<Record<Severity, Formula>>;
}

/** Asks for a way that the unknown facts can turn out so that all formulas hold. */
export type Ask = (formulas: readonly Formula[], domains?: Domains) => Solution;

/** @param axioms hold in every completion; one that shares no variable with a question can always be met */
export function asking(axioms: readonly Formula[], budget: BranchBudget): Ask {
  const withVariables = axioms.map((axiom) => ({ axiom, variables: variablesOf(axiom) }));
  return (formulas, domains = NOTHING_FIXED) => {
    const asked = new Set<Variable>(domains.keys());
    if (withVariables.length > 0) for (const formula of formulas) variablesOf(formula, asked);
    const concerned = withVariables.filter(({ variables }) =>
      [...variables].some((variable) => asked.has(variable)),
    );
    return solve([...formulas, ...concerned.map(({ axiom }) => axiom)], domains, budget);
  };
}

/** Nothing makes the outcome as grave as this. */
export const allBelow = (stakes: readonly Stake[], severity: Severity): Formula[] =>
  stakes.map((stake) => not(stake.atLeast[severity]));
