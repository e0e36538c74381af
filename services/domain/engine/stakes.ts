import type { SettledOutcome } from '../assessment.ts';
import { SETTLED_OUTCOMES } from '../assessment.ts';
import type { Formula } from './formula.ts';
import { not } from './formula.ts';
import type { BranchBudget, Openings } from './search.ts';
import { BranchBoundReached, NOTHING_FIXED, satisfiable } from './search.ts';

/** 0 ADMITTED, 1 CONDITIONAL, 2 REVIEW, 3 REFUSED. */
export type Severity = 0 | 1 | 2 | 3;
export const SEVERITIES = [0, 1, 2, 3] as const;
export const outcomeOf = (severity: Severity): SettledOutcome => SETTLED_OUTCOMES[severity];

/** Something that can make the outcome graver: an entry, or a gap in the register. */
export interface Stake {
  /** When it makes the outcome at least this grave; `atLeast[0]` is always true. */
  readonly atLeast: Readonly<Record<Severity, Formula>>;
}

/** Asks whether the unknown facts can turn out some way. `undefined`: the branch bound was reached first. */
export type Ask = (formulas: readonly Formula[], openings?: Openings) => boolean | undefined;

/** @param axioms hold in every completion, so they are part of every question */
export function asking(axioms: readonly Formula[], budget: BranchBudget): Ask {
  return (formulas, openings = NOTHING_FIXED) => {
    try {
      return satisfiable([...formulas, ...axioms], openings, budget);
    } catch (error) {
      if (error instanceof BranchBoundReached) return undefined;
      throw error;
    }
  };
}

/** Nothing makes the outcome as grave as this. */
export const allBelow = (stakes: readonly Stake[], severity: Severity): Formula[] =>
  stakes.map((stake) => not(stake.atLeast[severity]));
