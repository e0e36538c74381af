import { without } from './cells.ts';
import type { Formula, Literal, Variable } from './formula.ts';
import { variablesOf } from './formula.ts';
import type { BranchBudget, Openings } from './search.ts';
import { BranchBoundReached, completionOf, NOTHING_FIXED, openOf, reduced } from './search.ts';
import type { Unknown } from './unknowns.ts';

/**
 * The smallest set of missing facts for which some answers settle the outcome at the best still possible (DESIGN 2.7),
 * of several the first in their order; empty where there is none or the bound is reached.
 *
 * The outcome is settled at the best when no threat can come true whatever the other facts are. That is a question
 * for each threat alone, so the search goes threat by threat: each needs one more of its literals made false by an
 * answer. Making one true never helps, as formulas are monotone in their literals.
 *
 * @param threats when something reaches beyond the best outcome
 * @param missing keys of the missing facts in their order
 */
export function minimalQuestions(
  threats: readonly Formula[],
  missing: readonly string[],
  unknowns: readonly Unknown[],
  axioms: readonly Formula[],
  budget: BranchBudget,
): readonly string[] {
  const search = new Search(threats, unknowns, axioms, budget);
  try {
    const size = search.smallestSize(missing);
    return size === undefined ? [] : search.firstOfSize(size, missing);
  } catch (error) {
    if (error instanceof BranchBoundReached) return [];
    throw error;
  }
}

class Search {
  readonly #threats: readonly Formula[];
  readonly #axioms: readonly Formula[];
  readonly #budget: BranchBudget;
  readonly #asks = new Map<Variable, readonly string[]>();

  constructor(
    threats: readonly Formula[],
    unknowns: readonly Unknown[],
    axioms: readonly Formula[],
    budget: BranchBudget,
  ) {
    this.#threats = threats;
    this.#axioms = axioms;
    this.#budget = budget;
    for (const unknown of unknowns) {
      for (const variable of unknown.variables) this.#asks.set(variable, unknown.asks);
    }
  }

  smallestSize(missing: readonly string[]): number | undefined {
    const allowed = new Set(missing);
    for (let size = 0; size <= missing.length; size++) {
      if (this.#settles(NOTHING_FIXED, new Set(), allowed, size)) return size;
    }
    return undefined;
  }

  /** Every set of this size that settles is a smallest one, so taking a fact in advance never wastes it. */
  firstOfSize(size: number, missing: readonly string[]): readonly string[] {
    const chosen: string[] = [];
    for (const [at, key] of missing.entries()) {
      if (chosen.length === size) break;
      const asked = new Set([...chosen, key]);
      const later = new Set(missing.slice(at + 1));
      if (this.#settles(NOTHING_FIXED, asked, later, size - asked.size)) chosen.push(key);
    }
    return chosen;
  }

  /** Whether answers to `asked` and to at most `more` of the `allowed` facts end every threat. */
  #settles(fixed: Openings, asked: ReadonlySet<string>, allowed: ReadonlySet<string>, more: number): boolean {
    const standing = this.#standing(fixed);
    if (!standing) return false;
    if (standing.length === 0) return this.#canBe([], fixed);
    if (this.#atLeast(standing, asked, allowed) > more) return false;
    const literals = standing.map((threat) => this.#literals(threat, asked, allowed, more));
    const narrowest = literals.reduce((least, its) => (its.length < least.length ? its : least));
    for (const { variable, cells } of narrowest) {
      this.#budget.spend();
      const rest = without(openOf(fixed, variable), cells);
      const added = this.#added(variable, asked);
      const next = new Map(fixed).set(variable, rest);
      if (!this.#canBe([], next)) continue;
      if (this.#settles(next, new Set([...asked, ...added]), allowed, more - added.length)) return true;
    }
    return false;
  }

  /** The threats that some completion of what is not fixed still makes true; undefined where one has come true. */
  #standing(fixed: Openings): Exclude<Formula, boolean>[] | undefined {
    const standing: Exclude<Formula, boolean>[] = [];
    for (const threat of this.#threats) {
      const now = reduced(threat, fixed);
      if (now === true) return undefined;
      if (typeof now !== 'boolean' && this.#canBe([now], fixed)) standing.push(now);
    }
    return standing;
  }

  #canBe(formulas: readonly Formula[], fixed: Openings): boolean {
    return completionOf([...formulas, ...this.#axioms], fixed, this.#budget) !== undefined;
  }

  /** Threats that share no fact each need a fact of their own. */
  #atLeast(standing: readonly Formula[], asked: ReadonlySet<string>, allowed: ReadonlySet<string>): number {
    const taken = new Set<string>();
    let count = 0;
    for (const threat of standing) {
      const keys = [...variablesOf(threat)].flatMap((variable) => this.#asks.get(variable) ?? []);
      if (keys.some((key) => asked.has(key) || taken.has(key))) continue;
      if (!keys.some((key) => allowed.has(key))) return Number.POSITIVE_INFINITY;
      for (const key of keys) taken.add(key);
      count++;
    }
    return count;
  }

  #literals(
    formula: Formula,
    asked: ReadonlySet<string>,
    allowed: ReadonlySet<string>,
    more: number,
  ): Literal[] {
    if (typeof formula === 'boolean') return [];
    if (formula.kind !== 'in')
      return formula.parts.flatMap((part) => this.#literals(part, asked, allowed, more));
    const added = this.#added(formula.variable, asked);
    return added.length <= more && added.every((key) => allowed.has(key)) ? [formula] : [];
  }

  #added = (variable: Variable, asked: ReadonlySet<string>): readonly string[] =>
    (this.#asks.get(variable) ?? []).filter((key) => !asked.has(key));
}
