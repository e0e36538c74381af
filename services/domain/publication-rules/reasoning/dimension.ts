import type { Test } from '../../condition/tests.ts';
import type { Formula, Variable } from '../../solver/formula.ts';
import type { Draft } from './draft.ts';

/**
 * One independent part of a situation: the ways it can be, as far as some tests can tell them apart, and for each way
 * values that are so.
 */
export interface Dimension {
  readonly tests: readonly Test[];
  readonly variables: readonly Variable[];
  formula(test: Test): Formula;
  readonly axioms: readonly Formula[];
  /** False where it holds more ways than there are. */
  readonly exact: boolean;
  /** Puts values of the chosen way into a draft; false where none were found. */
  write(chosen: Chosen, draft: Draft): boolean;
}

/** What was chosen of each variable, and what the tests then say. */
export interface Chosen {
  cell(variable: Variable): number;
  truth(test: Test): boolean;
}
