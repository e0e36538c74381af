import type { SearchBudget } from '../solver/budget.ts';
import { unlessBounded } from '../solver/budget.ts';
import { isFree } from '../solver/eliminate.ts';
import type { Formula } from '../solver/formula.ts';
import { not } from '../solver/formula.ts';
import type { Holds } from '../solver/incremental.ts';
import { IncrementalSearch } from '../solver/incremental.ts';
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
  /** By severity, when it makes the outcome at least this grave. */
  readonly atLeast: readonly [always: true, conditional: Formula, review: Formula, refused: Formula];
}

/**
 * Whether the unknown facts can turn out so that all formulas hold; undefined where the bound came first, or where some
 * branches are given and show it neither way.
 *
 * @param found is told where they do, and may ask what else holds then
 */
export type Ask = (
  formulas: readonly Formula[],
  branches?: number,
  found?: (holds: Holds) => void,
) => boolean | undefined;

/** @param hold hold in every completion that is asked for */
export function asking(hold: readonly Formula[], budget: SearchBudget): Ask {
  let search: IncrementalSearch | null | undefined;
  return (formulas, branches, found) => {
    if (formulas.includes(false)) return false;
    return unlessBounded(() => {
      // Nothing is made ready for what cannot be looked at.
      if (budget.left === 0 && search?.satisfiable !== false) budget.look(1);
      if (search === undefined) {
        // Where the bound ends it here, it is not begun again for each question.
        search = null;
        search = new IncrementalSearch(hold, budget);
      }
      return search?.allows(formulas, branches, found);
    });
  };
}

/** Asks about one entry at a time: nothing but axioms holds beside what is asked. */
export function askingAlone(axioms: readonly Formula[], budget: SearchBudget): Ask {
  const ask = asking(axioms, budget);
  return (formulas) => (formulas.length === 1 && isFree(formulas[0]!, axioms) ? true : ask(formulas));
}

/** Nothing makes the outcome as grave as this. */
export const allBelow = (stakes: readonly Stake[], severity: Severity): Formula[] =>
  stakes.map((stake) => not(stake.atLeast[severity]));
