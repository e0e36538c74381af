import type { Cells } from './cells.ts';
import { cellsWhere, firstOf, intersect, meeting } from './cells.ts';
import type { Formula, Variable } from './formula.ts';
import { variablesOf } from './formula.ts';
import { reduced } from './search.ts';

/**
 * A formula without those open variables that can be taken out at no cost: it holds for some values of them exactly
 * where it held before. As formulas are monotone, a variable whose literals can all be true at once goes by making
 * them so; taking out the others could double the formula each time, so they stay.
 *
 * @param tying axioms whose variables stay: none of them can go by itself
 */
export function withoutEasy(
  formula: Formula,
  isOpen: (variable: Variable) => boolean,
  tying: readonly Formula[],
): Formula {
  const stays = new Set(tying.flatMap((axiom) => [...variablesOf(axiom)]));
  const best = new Map<Variable, Cells>();
  for (const [variable, all] of literalsByVariable(formula)) {
    if (!isOpen(variable) || stays.has(variable)) continue;
    const together = all.reduce(intersect, variable.full);
    if (meeting(variable.full, together) !== 'NONE') best.set(variable, together);
  }
  return reduced(formula, best);
}

/**
 * Axioms over nothing but open variables of a formula: what is open beside it cannot make them hold. An axiom is about
 * one unknown, so that its variables are answered together or not at all.
 */
export const tyingAxioms = (
  variables: ReadonlySet<Variable>,
  isOpen: (variable: Variable) => boolean,
  axioms: readonly Formula[],
): readonly Formula[] =>
  axioms.filter((axiom) => [...variablesOf(axiom)].every((each) => variables.has(each) && isOpen(each)));

/** Just the first cell of those that are open. */
export function oneOf(cells: Cells): Cells {
  const first = firstOf(cells);
  return cellsWhere(cells.length * 32, (cell) => cell === first);
}

function literalsByVariable(formula: Formula): ReadonlyMap<Variable, readonly Cells[]> {
  const found = new Map<Variable, Cells[]>();
  const visit = (part: Exclude<Formula, boolean>): void => {
    if (part.kind !== 'in') part.parts.forEach(visit);
    else found.set(part.variable, [...(found.get(part.variable) ?? []), part.cells]);
  };
  if (typeof formula !== 'boolean') visit(formula);
  return found;
}
