import { memoize } from '../values/memoize.ts';
import type { Cells } from './cells.ts';
import { intersect, meeting, without } from './cells.ts';
import type { Formula, Junction, Literal, Variable } from './formula.ts';
import { join, variablesOf } from './formula.ts';
import { Work } from './work.ts';

/** What is still open of each variable; a variable that is not named is wholly open. */
export type Domains = ReadonlyMap<Variable, Cells>;
export const NOTHING_FIXED: Domains = new Map();

/** Thrown where the bound is reached: the question stays unanswered, and whoever asked answers on the safe side. */
export class BranchBoundReached extends Error {}

/** Counts branches, never time, so that a replay stops at the same place. */
export class BranchBudget {
  /** How often each variable stood in a formula that failed: the search branches on active ones first. */
  readonly #activity = new Map<Variable, number>();
  #maxActivity = 0;
  #left: number;
  #exhausted = false;
  readonly work: Work;
  constructor(bound: number, work = new Work()) {
    this.#left = bound;
    this.work = work;
  }
  /** Whether some question stayed unanswered. */
  get exhausted(): boolean {
    return this.#exhausted;
  }
  spend(): void {
    if (this.#left <= 0) {
      this.#exhausted = true;
      throw new BranchBoundReached('The branch bound is reached');
    }
    this.#left--;
    this.work.branch();
  }
  bump(formula: Formula): void {
    for (const variable of variablesOf(formula)) {
      const activity = this.activityOf(variable) + 1;
      this.#activity.set(variable, activity);
      this.#maxActivity = Math.max(this.#maxActivity, activity);
    }
  }
  activityOf(variable: Variable): number {
    return this.#activity.get(variable) ?? 0;
  }
  get maxActivity(): number {
    return this.#maxActivity;
  }
}

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
 * @throws BranchBoundReached
 */
export function completionOf(
  formulas: readonly Formula[],
  domains: Domains,
  budget: BranchBudget,
): Domains | undefined {
  return complete(formulas, new Map(domains), budget);
}

/** Takes every literal that must hold; undefined where something cannot hold. */
export function prepare(formulas: readonly Formula[], domains: Domains): Prepared | undefined {
  const fixed = new Map(domains);
  const open = propagate(formulas, fixed);
  return open && { fixed, open };
}

/** @param fixed the caller's own: narrowed on the way */
function complete(
  formulas: readonly Formula[],
  fixed: Map<Variable, Cells>,
  budget: BranchBudget,
): Map<Variable, Cells> | undefined {
  const open = propagate(formulas, fixed, budget);
  if (!open) return undefined;
  let found = fixed;
  for (const part of independentParts(open)) {
    const further = branch(part, found, budget);
    if (!further) return undefined;
    found = further;
  }
  return found;
}

/** Narrows `fixed` by every literal that must hold; what is left open, or undefined where something cannot hold. */
function propagate(
  formulas: readonly Formula[],
  fixed: Map<Variable, Cells>,
  budget?: BranchBudget,
): readonly Open[] | undefined {
  let pending: readonly Formula[] = formulas;
  for (;;) {
    const open: Open[] = [];
    let progressed = false;
    budget?.work.look(pending.length);
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
          fixed.set(part.variable, intersect(current, part.cells));
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

function branch(
  formulas: readonly Open[],
  fixed: Domains,
  budget: BranchBudget,
): Map<Variable, Cells> | undefined {
  const { variable, cells } = pick(formulas, budget);
  const current = domainOf(fixed, variable);
  for (const way of [intersect(current, cells), without(current, cells)]) {
    budget.spend();
    const found = complete(formulas, new Map(fixed).set(variable, way), budget);
    if (found) return found;
  }
  return undefined;
}

/** A literal of a short formula whose variables are most active. */
function pick(formulas: readonly Open[], budget: BranchBudget): Literal {
  let best = formulas[0]!;
  let bestScore = 0;
  for (const formula of formulas) {
    const size = sizeOf(formula);
    if ((1 + budget.maxActivity) / size <= bestScore) continue;
    let activity = 0;
    for (const variable of variablesIn(formula)) activity = Math.max(activity, budget.activityOf(variable));
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
function independentParts(formulas: readonly Open[]): readonly (readonly Open[])[] {
  if (formulas.length < 2) return formulas.length === 0 ? [] : [formulas];
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
    for (const variable of variablesIn(formula)) {
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

const variablesIn = memoize((formula: Open): readonly Variable[] => [...variablesOf(formula)]);

const sizeOf: (formula: Open) => number = memoize((formula) =>
  formula.kind === 'in' ? 1 : formula.parts.reduce((sum, part) => sum + sizeOf(part), 0),
);

function* literalsIn(formula: Open): Generator<Literal> {
  if (formula.kind === 'in') yield formula;
  else for (const part of formula.parts) yield* literalsIn(part);
}
