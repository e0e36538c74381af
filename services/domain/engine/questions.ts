import { oneOf, tied, withoutEasy } from '../solver/eliminate.ts';
import type { Formula, Variable } from '../solver/formula.ts';
import { not, variablesOf } from '../solver/formula.ts';
import { firstSmallestHittingSet } from '../solver/hitting-set.ts';
import type { BranchBudget, Domains } from '../solver/search.ts';
import { BranchBoundReached, completionOf, domainOf, NOTHING_FIXED, reduced } from '../solver/search.ts';
import type { Unknown } from './unknowns.ts';

/**
 * The smallest set of missing facts for which some answers settle the outcome at the best still possible (DESIGN 2.7),
 * of several the first in their order; empty where there is none or the bound is reached.
 *
 * A set of facts that does not settle it shows that any set that does has a fact outside it. Such *gaps* are gathered,
 * first from each threat by itself; the first smallest set with a fact of every gap is tried, and either settles the
 * outcome, and then nothing smaller does, or shows one more gap.
 *
 * @param threats when something reaches beyond the best outcome: settled there means that none can come true
 * @param missing keys of the missing facts in their order
 */
export function minimalQuestions(
  threats: readonly Formula[],
  missing: readonly string[],
  unknowns: readonly Unknown[],
  axioms: readonly Formula[],
  budget: BranchBudget,
): readonly string[] {
  const asks = new Map<Variable, readonly string[]>();
  for (const unknown of unknowns) for (const variable of unknown.variables) asks.set(variable, unknown.asks);
  const question = { asks, axioms, budget };
  const open = threats.filter((threat) => threat !== false);
  try {
    if (!settles(new Set(missing), open, question)) return [];
    const gaps = open.flatMap((threat) => gapsOf(threat, missing, question));
    for (;;) {
      const places = gaps.map((gap) => new Set([...gap].map((key) => missing.indexOf(key))));
      const chosen = firstSmallestHittingSet(places, missing.length, budget)!.map((at) => missing[at]!);
      if (settles(new Set(chosen), open, question)) return chosen;
      gaps.push(gapBeside(new Set(chosen), missing, (asked) => settles(asked, open, question)));
    }
  } catch (error) {
    if (error instanceof BranchBoundReached) return [];
    throw error;
  }
}

interface Question {
  /** What each variable asks for: it is answered when all of that is. */
  readonly asks: ReadonlyMap<Variable, readonly string[]>;
  readonly axioms: readonly Formula[];
  readonly budget: BranchBudget;
}

/**
 * Whether some answers to these facts end every threat, whatever the other facts are.
 *
 * Answers that may do are tried against each threat; values of the other facts that make it true all the same are a
 * counterexample, which further answers must meet too.
 */
function settles(
  asked: ReadonlySet<string>,
  threats: readonly Formula[],
  { asks, axioms, budget }: Question,
): boolean {
  const isOpen = (variable: Variable) => !asks.get(variable)!.every((key) => asked.has(key));
  const demands = axioms.filter((axiom) => ![...variablesOf(axiom)].some(isOpen));
  const threatening: Formula[] = [];
  for (const threat of threats) {
    const left = withoutEasy(threat, isOpen, tied(threat, isOpen, axioms));
    if ([...variablesOf(left)].some(isOpen)) threatening.push(left);
    else demands.push(not(left));
  }
  for (;;) {
    budget.spend();
    const answers = completionOf(demands, NOTHING_FIXED, budget);
    if (!answers) return false;
    const counterexamples = threatening.flatMap((threat) => {
      const own = [...variablesOf(threat)];
      const answered = pinned(
        own.filter((variable) => !isOpen(variable)),
        answers,
      );
      const concerned = axioms.filter((axiom) =>
        [...variablesOf(axiom)].some((its) => isOpen(its) && own.includes(its)),
      );
      const others = completionOf([threat, ...concerned], answered, budget);
      return others ? not(reduced(threat, pinned(own.filter(isOpen), others))) : [];
    });
    if (counterexamples.length === 0) return true;
    demands.push(...counterexamples);
  }
}

/** One value for each variable out of what a completion leaves open. */
const pinned = (variables: readonly Variable[], completion: Domains): Domains =>
  new Map(variables.map((variable) => [variable, oneOf(domainOf(completion, variable))]));

/** The gaps that one threat shows by itself: what is outside each largest set of its facts that cannot end it. */
function gapsOf(threat: Formula, missing: readonly string[], question: Question): ReadonlySet<string>[] {
  const its = new Set([...variablesOf(threat)].flatMap((variable) => question.asks.get(variable)!));
  const facts = missing.filter((key) => its.has(key));
  const gaps: ReadonlySet<string>[] = [];
  // A set that holds a fact of every gap known so far is tried next, until one ends the threat.
  for (let round = 0; round < MAX_GAPS; round++) {
    const places = gaps.map((gap) => new Set([...gap].map((key) => facts.indexOf(key))));
    const chosen = firstSmallestHittingSet(places, facts.length, question.budget)!.map((at) => facts[at]!);
    if (settles(new Set(chosen), [threat], question)) break;
    gaps.push(gapBeside(new Set(chosen), facts, (asked) => settles(asked, [threat], question)));
  }
  return gaps;
}
const MAX_GAPS = 8;

/** What is outside a largest set around `asked` that does not settle either. */
function gapBeside(
  asked: ReadonlySet<string>,
  facts: readonly string[],
  settled: (asked: ReadonlySet<string>) => boolean,
): ReadonlySet<string> {
  let unsettled = asked;
  for (const key of facts) {
    const more = new Set([...unsettled, key]);
    if (!unsettled.has(key) && !settled(more)) unsettled = more;
  }
  return new Set(facts.filter((key) => !unsettled.has(key)));
}
