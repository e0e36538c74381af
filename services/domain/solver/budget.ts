import type { Formula, Variable } from './formula.ts';
import { variablesOf } from './formula.ts';

/** What searching has cost so far: literals looked at, and for each branch a few more. */
export class Work {
  done = 0;
  readonly #quota: number;

  /** @param quota what may be done of it here */
  constructor(quota = Number.POSITIVE_INFINITY) {
    this.#quota = quota;
  }

  /** @throws WorkQuotaReached */
  look(literals: number): void {
    this.done += literals;
    if (this.done > this.#quota) throw new WorkQuotaReached('The quota of the work is reached');
  }
}

/** Thrown where there is more to do than may be done here. Nothing is answered by it: it is begun anew elsewhere. */
export class WorkQuotaReached extends Error {}

/** Thrown where the bound is reached: the question stays unanswered, and whoever asked answers on the safe side. */
class SearchBoundReached extends Error {}
/** One for all: thousands of questions may stay unanswered, and a trace of each would cost more than they do. */
const BOUND_REACHED = new SearchBoundReached('The bound of the search is reached');

/** The answer, or undefined where the bound came first. */
export function unlessBounded<Answer>(work: () => Answer): Answer | undefined {
  try {
    return work();
  } catch (error) {
    if (error instanceof SearchBoundReached) return undefined;
    throw error;
  }
}

/** What is left for several searches, each of which has a bound of its own. */
export interface Purse {
  left: number;
}

/**
 * How much some searches may cost together.
 *
 * INVARIANT: work is counted and never timed, so that the same questions cost the same, and end at the same place, on
 * every machine and in every replay.
 */
export class SearchBudget {
  readonly #work: Work;
  readonly #purse: Purse;
  #left: number;
  #exhausted = false;
  /** How often each variable stood in a formula that failed: the search branches on active ones first. */
  readonly #activity = new Map<Variable, number>();
  #maxActivity = 0;

  /** @param purse what this and other searches may cost together, beside the bound of each */
  constructor(bound: number, work = new Work(), purse: Purse = { left: bound }) {
    this.#work = work;
    this.#purse = purse;
    this.#left = bound;
  }

  /** Whether some question stayed unanswered. */
  get exhausted(): boolean {
    return this.#exhausted;
  }
  /** What may still be spent. */
  get left(): number {
    return Math.min(this.#left, this.#purse.left);
  }
  /** INVARIANT: no more is counted than may be spent. @throws SearchBoundReached, WorkQuotaReached */
  look(literals: number): void {
    const paid = Math.min(literals, this.#left, this.#purse.left);
    this.#work.look(paid);
    this.#left -= paid;
    this.#purse.left -= paid;
    if (paid === literals) return;
    this.#exhausted = true;
    throw BOUND_REACHED;
  }
  /** @throws SearchBoundReached */
  branch(): void {
    this.look(BRANCH);
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

/**
 * Answers that are kept for whoever asks the same again. They cost what they did the first time, so that what is counted
 * does not hang on who asked before; what the budget ended is not kept.
 */
export function keptAnswers<Answer>(most: number) {
  const kept = new Map<string, { readonly answer: Answer; readonly cost: number }>();
  return (key: string, budget: SearchBudget, work: () => Answer): Answer => {
    const known = kept.get(key);
    if (known && known.cost <= budget.left) {
      budget.look(known.cost);
      return known.answer;
    }
    const before = budget.left;
    const answer = work();
    if (kept.size >= most) kept.clear();
    if (!budget.exhausted) kept.set(key, { answer, cost: before - budget.left });
    return answer;
  };
}

/** What a branch costs beside the literals it looks at, as measured: copies of what is fixed, and the choice of a literal. */
const BRANCH = 20;
