import type { Cells } from './cells.ts';
import { intersect, meeting, without } from './cells.ts';
import type { Formula, Junction, Literal, Variable } from './formula.ts';
import { join } from './formula.ts';

/** What is still open of each variable; a variable that is not named is wholly open. */
export type Openings = ReadonlyMap<Variable, Cells>;
export const NOTHING_FIXED: Openings = new Map();

/** Thrown where the bound is reached: the question stays unanswered, and whoever asked answers on the safe side. */
export class BranchBoundReached extends Error {}

/** Counts branches, never time, so that a replay stops at the same place. */
export class BranchBudget {
  #left: number;
  constructor(bound: number) {
    this.#left = bound;
  }
  spend(): void {
    if (this.#left <= 0) throw new BranchBoundReached('The branch bound is reached');
    this.#left--;
  }
}

type Open = Literal | Junction;

/**
 * Whether the unknown facts can turn out so that every formula holds.
 *
 * Literals that must hold are taken first, parts that share no variable are searched one by one, and only then is one
 * literal assumed true and, if that fails, false.
 *
 * @throws BranchBoundReached
 */
export function satisfiable(formulas: readonly Formula[], openings: Openings, budget: BranchBudget): boolean {
  const fixed = new Map(openings);
  const open = propagate(formulas, fixed);
  if (!open) return false;
  if (open.length === 0) return true;
  const parts = independentParts(open);
  if (parts.length > 1) return parts.every((part) => satisfiable(part, fixed, budget));
  const { variable, cells } = firstLiteral(smallest(open));
  const current = openOf(fixed, variable);
  for (const branch of [intersect(current, cells), without(current, cells)]) {
    budget.spend();
    if (satisfiable(open, new Map(fixed).set(variable, branch), budget)) return true;
  }
  return false;
}

/** The formula under what is fixed. */
export function reduced(formula: Formula, fixed: Openings): Formula {
  if (typeof formula === 'boolean') return formula;
  if (formula.kind === 'in') {
    const current = fixed.get(formula.variable);
    if (!current) return formula;
    const how = meeting(current, formula.cells);
    return how === 'SPLIT' ? formula : how === 'ALL';
  }
  const absorbing = formula.kind === 'or';
  let changed = false;
  const parts: Formula[] = [];
  for (const part of formula.parts) {
    const now = reduced(part, fixed);
    if (now === absorbing) return absorbing;
    if (now !== part) changed = true;
    parts.push(now);
  }
  return changed ? join(formula.kind, parts) : formula;
}

export const openOf = (fixed: Openings, variable: Variable): Cells => fixed.get(variable) ?? variable.full;

/** Takes every literal that must hold into `fixed`; what is left open, or undefined where something cannot hold. */
function propagate(formulas: readonly Formula[], fixed: Map<Variable, Cells>): Open[] | undefined {
  let pending = formulas;
  for (;;) {
    const open: Open[] = [];
    let progressed = false;
    for (const formula of pending) {
      const now = reduced(formula, fixed);
      if (now === false) return undefined;
      if (now === true) continue;
      for (const part of now.kind === 'and' ? now.parts : [now]) {
        if (part.kind !== 'in') {
          open.push(part);
          continue;
        }
        const current = openOf(fixed, part.variable);
        const how = meeting(current, part.cells);
        if (how === 'NONE') return undefined;
        if (how === 'SPLIT') {
          fixed.set(part.variable, intersect(current, part.cells));
          progressed = true;
        }
      }
    }
    if (!progressed) return open;
    pending = open;
  }
}

function independentParts(formulas: readonly Open[]): Open[][] {
  const partOf = new Map<Variable, Open[]>();
  const parts = new Set<Open[]>();
  for (const formula of formulas) {
    const home: Open[] = [formula];
    for (const variable of literalVariables(formula)) {
      const other = partOf.get(variable);
      if (other && other !== home && parts.has(other)) {
        home.push(...other);
        parts.delete(other);
        for (const moved of other) for (const its of literalVariables(moved)) partOf.set(its, home);
      }
      partOf.set(variable, home);
    }
    parts.add(home);
  }
  return [...parts].sort((a, b) => a.length - b.length);
}

function* literalVariables(formula: Open): Generator<Variable> {
  if (formula.kind === 'in') yield formula.variable;
  else for (const part of formula.parts) yield* literalVariables(part);
}

function smallest(formulas: readonly Open[]): Open {
  let found = formulas[0]!;
  let size = sizeOf(found);
  for (const formula of formulas) {
    const its = sizeOf(formula);
    if (its < size) {
      found = formula;
      size = its;
    }
  }
  return found;
}

const sizeOf = (formula: Open): number =>
  formula.kind === 'in' ? 1 : formula.parts.reduce((sum, part) => sum + sizeOf(part), 0);

function firstLiteral(formula: Open): Literal {
  let at: Open = formula;
  while (at.kind !== 'in') at = at.parts[0]!;
  return at;
}
