import type { SearchBudget } from './budget.ts';
import type { Cells } from './cells.ts';
import { intersect, meeting, without } from './cells.ts';
import type { Formula, Junction, Literal, Variable } from './formula.ts';
import { join } from './formula.ts';

/** What is still open of each variable; a variable that is not named is wholly open. */
export type Domains = ReadonlyMap<Variable, Cells>;
export const NOTHING_FIXED: Domains = new Map();

type Open = Literal | Junction;

/** Formulas worked into what they fix at once and what they leave to search. */
export interface Prepared {
  readonly fixed: Domains;
  readonly open: readonly Open[];
}

/**
 * How the unknown facts can turn out so that every formula holds: what is left open of each variable that mattered,
 * any choice of which will do; undefined where they cannot.
 *
 * Literals that must hold are taken first, parts that share no variable are searched one by one, and only then is one
 * literal assumed true and, if that fails, false.
 *
 * @throws SearchBoundReached
 */
export function completionOf(
  formulas: readonly Formula[],
  domains: Domains,
  budget: SearchBudget,
): Domains | undefined {
  const fixed = new Narrowed(domains);
  return complete(formulas, fixed, budget) ? fixed : undefined;
}

/** Takes every literal that must hold; undefined where something cannot hold. */
export function prepare(formulas: readonly Formula[], domains: Domains): Prepared | undefined {
  const fixed = new Narrowed(domains);
  const open = propagate(formulas, fixed);
  return open && { fixed, open };
}

/** What is fixed on the way, and how to take it back: a copy for each branch would cost as much as there are variables. */
class Narrowed extends Map<Variable, Cells> {
  readonly #before: (readonly [Variable, Cells | undefined])[] = [];

  narrow(variable: Variable, cells: Cells): void {
    this.#before.push([variable, this.get(variable)]);
    this.set(variable, cells);
  }
  get steps(): number {
    return this.#before.length;
  }
  undo(steps: number): void {
    while (this.#before.length > steps) {
      const [variable, cells] = this.#before.pop()!;
      if (cells) this.set(variable, cells);
      else this.delete(variable);
    }
  }
}

/** @param fixed narrowed on the way, also where they cannot hold */
function complete(formulas: readonly Formula[], fixed: Narrowed, budget: SearchBudget): boolean {
  const open = propagate(formulas, fixed, budget);
  return open !== undefined && independentParts(open, budget).every((part) => branch(part, fixed, budget));
}

/** Narrows `fixed` by every literal that must hold; what is left open, or undefined where something cannot hold. */
function propagate(
  formulas: readonly Formula[],
  fixed: Narrowed,
  budget?: SearchBudget,
): readonly Open[] | undefined {
  let pending: readonly Formula[] = formulas;
  for (;;) {
    const open: Open[] = [];
    let progressed = false;
    budget?.look(
      pending.reduce((sum, formula) => sum + (typeof formula === 'boolean' ? 1 : formula.size), 0),
    );
    for (const formula of pending) {
      const now = reduced(formula, fixed);
      if (now === false) {
        budget?.bump(formula);
        return undefined;
      }
      if (now === true) continue;
      for (const part of now.kind === 'and' ? now.parts : [now]) {
        if (part.kind !== 'in') {
          open.push(part);
          continue;
        }
        const current = domainOf(fixed, part.variable);
        const how = meeting(current, part.cells);
        if (how === 'NONE') {
          budget?.bump(formula);
          return undefined;
        }
        if (how === 'SPLIT') {
          fixed.narrow(part.variable, intersect(current, part.cells));
          progressed = true;
        }
      }
    }
    if (!progressed) return open;
    pending = open;
  }
}

/** The formula under what is fixed. */
export function reduced(formula: Formula, fixed: Domains): Formula {
  if (typeof formula === 'boolean') return formula;
  if (formula.kind === 'in') {
    const current = fixed.get(formula.variable);
    if (!current) return formula;
    const how = meeting(current, formula.cells);
    return how === 'SPLIT' ? formula : how === 'ALL';
  }
  const absorbing = formula.kind === 'or';
  let parts: Formula[] | undefined;
  for (let at = 0; at < formula.parts.length; at++) {
    const part = formula.parts[at]!;
    const now = reduced(part, fixed);
    if (now === absorbing) return absorbing;
    if (now !== part) parts ??= formula.parts.slice(0, at);
    parts?.push(now);
  }
  return parts ? join(formula.kind, parts) : formula;
}

export const domainOf = (fixed: Domains, variable: Variable): Cells => fixed.get(variable) ?? variable.full;

function branch(formulas: readonly Open[], fixed: Narrowed, budget: SearchBudget): boolean {
  const { variable, cells } = pick(formulas, budget);
  const current = domainOf(fixed, variable);
  const { steps } = fixed;
  for (const way of [intersect(current, cells), without(current, cells)]) {
    budget.branch();
    fixed.narrow(variable, way);
    if (complete(formulas, fixed, budget)) return true;
    fixed.undo(steps);
  }
  return false;
}

/** A literal of a short formula whose variables are most active. */
function pick(formulas: readonly Open[], budget: SearchBudget): Literal {
  let best = formulas[0]!;
  let bestScore = 0;
  for (const formula of formulas) {
    const { size } = formula;
    if ((1 + budget.maxActivity) / size <= bestScore) continue;
    let activity = 0;
    for (const variable of formula.variables) activity = Math.max(activity, budget.activityOf(variable));
    const score = (1 + activity) / size;
    if (score > bestScore) {
      best = formula;
      bestScore = score;
    }
  }
  let found: Literal | undefined;
  for (const one of literalsIn(best)) {
    if (!found || budget.activityOf(one.variable) > budget.activityOf(found.variable)) found = one;
  }
  return found!;
}

/** Formulas grouped so that groups share no variable, the smallest group first. */
function independentParts(formulas: readonly Open[], budget: SearchBudget): readonly (readonly Open[])[] {
  if (formulas.length < 2) return formulas.length === 0 ? [] : [formulas];
  budget.look(formulas.reduce((sum, formula) => sum + formula.size, 0));
  const leader = formulas.map((_, at) => at);
  const leaderOf = (at: number): number => {
    let found = at;
    while (leader[found] !== found) {
      leader[found] = leader[leader[found]!]!;
      found = leader[found]!;
    }
    return found;
  };
  const firstWith = new Map<Variable, number>();
  for (const [at, formula] of formulas.entries()) {
    for (const variable of formula.variables) {
      const first = firstWith.get(variable);
      if (first === undefined) firstWith.set(variable, at);
      else leader[leaderOf(at)] = leaderOf(first);
    }
  }
  const parts = new Map<number, Open[]>();
  for (const [at, formula] of formulas.entries()) {
    const part = parts.get(leaderOf(at));
    if (part) part.push(formula);
    else parts.set(leaderOf(at), [formula]);
  }
  return [...parts.values()].sort((a, b) => a.length - b.length);
}

function* literalsIn(formula: Open): Generator<Literal> {
  if (formula.kind === 'in') yield formula;
  else for (const part of formula.parts) yield* literalsIn(part);
}
