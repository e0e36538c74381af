import type { Cells } from './cells.ts';
import { cellsWhere, firstOf, intersect, isEmpty } from './cells.ts';
import type { Formula, Variable } from './formula.ts';
import { join, sharesVariable } from './formula.ts';
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
  if (typeof formula === 'boolean') return formula;
  // Then none has another literal that it would have to make true too.
  if (tying.length === 0 && formula.isReadOnce) return withTrue(formula, isOpen);
  const stays = (variable: Variable) =>
    tying.some((axiom) => typeof axiom !== 'boolean' && axiom.speaksOf(variable));
  const together = new Map<Variable, Cells>();
  const visit = (part: Exclude<Formula, boolean>): void => {
    if (part.kind !== 'in') {
      part.parts.forEach(visit);
      return;
    }
    const { variable, cells } = part;
    if (!isOpen(variable) || stays(variable)) return;
    const others = together.get(variable);
    together.set(variable, others ? intersect(others, cells) : cells);
  };
  visit(formula);
  for (const [variable, cells] of together) if (isEmpty(cells)) together.delete(variable);
  return reduced(formula, together);
}

function withTrue(formula: Exclude<Formula, boolean>, isTrue: (variable: Variable) => boolean): Formula {
  if (formula.kind === 'in') return isTrue(formula.variable) || formula;
  let parts: Formula[] | undefined;
  for (let at = 0; at < formula.parts.length; at++) {
    const part = formula.parts[at]!;
    const now = withTrue(part, isTrue);
    if (now === true && formula.kind === 'or') return true;
    if (now !== part) parts ??= formula.parts.slice(0, at);
    parts?.push(now);
  }
  return parts ? join(formula.kind, parts) : formula;
}

/**
 * Axioms that tie the variables of a formula: what else they speak of cannot make them hold by itself, whatever these
 * turn out to be.
 */
export const tyingAxioms = (formula: Formula, axioms: readonly Formula[]): readonly Formula[] =>
  axioms.filter((axiom) => {
    if (typeof axiom === 'boolean' || typeof formula === 'boolean') return false;
    const ways = axiom.kind === 'or' ? axiom.parts : [axiom];
    return ways.every((way) => sharesVariable(way, formula));
  });

/** Whether a formula can hold and fail, and each of its variables makes a difference, as can be seen without a search. */
export const isFree = (formula: Formula, axioms: readonly Formula[]): boolean =>
  typeof formula !== 'boolean' && formula.isReadOnce && tyingAxioms(formula, axioms).length === 0;

/** Just the first cell of those that are open. */
export function oneOf(cells: Cells): Cells {
  const first = firstOf(cells);
  return cellsWhere(cells.length * 32, (cell) => cell === first);
}
