import { memoize } from '../values/memoize.ts';
import type { Cells } from './cells.ts';
import { meeting, without } from './cells.ts';

/** One independent part of an unknown fact: it takes exactly one of the cells of `full`. Compared by identity. */
export interface Variable {
  readonly full: Cells;
}

/**
 * What an entry says of the unknown facts, with everything known already worked in.
 *
 * INVARIANT: negation is pushed into the literals (a literal is a set of cells, its negation the other cells), so a
 * formula is monotone in its literals.
 */
export type Formula = boolean | Literal | Junction;
export interface Literal {
  readonly kind: 'in';
  readonly variable: Variable;
  readonly cells: Cells;
}
export interface Junction {
  readonly kind: 'and' | 'or';
  readonly parts: readonly Exclude<Formula, boolean>[];
}

/** A literal, or the truth where the cells hold all or nothing of the variable. */
export function literal(variable: Variable, cells: Cells): Formula {
  switch (meeting(variable.full, cells)) {
    case 'ALL':
      return true;
    case 'NONE':
      return false;
    case 'SPLIT':
      return { kind: 'in', variable, cells };
  }
}

export const and = (formulas: readonly Formula[]): Formula => join('and', formulas);
export const or = (formulas: readonly Formula[]): Formula => join('or', formulas);

export const not = (formula: Formula): Formula =>
  typeof formula === 'boolean' ? !formula : negation(formula);

const negation: (formula: Literal | Junction) => Formula = memoize((formula) =>
  formula.kind === 'in'
    ? { ...formula, cells: without(formula.variable.full, formula.cells) }
    : join(formula.kind === 'and' ? 'or' : 'and', formula.parts.map(not)),
);

/** The variables a formula speaks of. */
export function variablesOf(formula: Formula, into: Set<Variable> = new Set()): Set<Variable> {
  if (typeof formula === 'boolean') return into;
  if (formula.kind === 'in') into.add(formula.variable);
  else for (const part of formula.parts) variablesOf(part, into);
  return into;
}

/** The same formula about other variables, where `renaming` has them. */
export function renamed(formula: Formula, renaming: ReadonlyMap<Variable, Variable>): Formula {
  if (typeof formula === 'boolean') return formula;
  if (formula.kind === 'in') {
    const other = renaming.get(formula.variable);
    return other ? { ...formula, variable: other } : formula;
  }
  return {
    kind: formula.kind,
    parts: formula.parts.map((part) => renamed(part, renaming) as Literal | Junction),
  };
}

export function join(kind: 'and' | 'or', formulas: readonly Formula[]): Formula {
  const absorbing = kind === 'or';
  const parts: Exclude<Formula, boolean>[] = [];
  for (const formula of formulas) {
    if (formula === absorbing) return absorbing;
    if (typeof formula === 'boolean') continue;
    if (formula.kind === kind) parts.push(...formula.parts);
    else parts.push(formula);
  }
  if (parts.length === 0) return !absorbing;
  return parts.length === 1 ? parts[0]! : { kind, parts };
}
