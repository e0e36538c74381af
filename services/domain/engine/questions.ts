import type { SearchBudget } from '../solver/budget.ts';
import { unlessBounded } from '../solver/budget.ts';
import { isFree, oneOf, tyingAxioms, withoutEasy } from '../solver/eliminate.ts';
import type { Formula, Variable } from '../solver/formula.ts';
import { not, variablesOf } from '../solver/formula.ts';
import { firstSmallestHittingSet } from '../solver/hitting-set.ts';
import { IncrementalSearch } from '../solver/incremental.ts';
import { completionOf, domainOf, reduced } from '../solver/search.ts';
import { memoizeByKey } from '../values/memoize.ts';
import type { Unknown } from './unknowns.ts';

/**
 * The smallest set of missing facts for which some answers settle the outcome at the best still possible (DESIGN 2.7),
 * of several the first in their order; empty where there is none or the bound is reached.
 *
 * A set of facts that does not settle it shows that any set that does has a fact outside it: a *gap*. The first
 * smallest set with a fact of every gap known so far is tried, and either settles the outcome, and then nothing smaller
 * does, or shows more gaps: of the threats that it does not end one by one, or else of all of them together.
 *
 * @param threats when something reaches beyond the best outcome: settled there means that none can come true
 * @param missing keys of the missing facts in their order
 */
export function minimalQuestions(
  threats: readonly Formula[],
  missing: readonly string[],
  unknowns: readonly Unknown[],
  axioms: readonly Formula[],
  budget: SearchBudget,
): readonly string[] {
  const asks = new Map<Variable, readonly string[]>();
  for (const unknown of unknowns) for (const variable of unknown.variables) asks.set(variable, unknown.asks);
  const question = { asks, axioms, budget };
  const all = threats
    .filter((threat) => threat !== false)
    .map((threat) => threatOf(threat, missing, question));
  const together = (asked: ReadonlySet<string>) => settles(asked, all, question);
  /** By their facts, as places in `missing`. */
  const gaps = new Map<string, ReadonlySet<number>>();
  const note = (gap: ReadonlySet<string>) =>
    gaps.set([...gap].join(' '), new Set([...gap].map((key) => missing.indexOf(key))));
  const questions = unlessBounded(() => {
    for (;;) {
      const chosen = firstSmallestHittingSet([...gaps.values()], missing.length, budget);
      if (!chosen) return [];
      const asked = new Set(chosen.map((at) => missing[at]!));
      const alone = all.flatMap((threat) => threat.gapBeside(asked) ?? []);
      if (alone.length === 0 && together(asked)) return [...asked];
      if (alone.length === 0) note(gapBeside(asked, missing, together));
      else alone.forEach(note);
    }
  });
  return questions ?? [];
}

interface Question {
  /** What each variable asks for: it is answered when all of that is. */
  readonly asks: ReadonlyMap<Variable, readonly string[]>;
  readonly axioms: readonly Formula[];
  readonly budget: SearchBudget;
}

/** A formula that must not come true, and what it comes to beside some answers; each worked out once. */
interface Threat {
  beside(asked: ReadonlySet<string>): Answered;
  /** A gap that it shows by itself; undefined where answers can end it. */
  gapBeside(asked: ReadonlySet<string>): ReadonlySet<string> | undefined;
}
interface Answered {
  /** The threat without the open variables that go at no cost, and the axioms that tie the others. */
  readonly left: Formula;
  readonly tying: readonly Formula[];
  /** The variables left, by whether they are answered. */
  readonly open: readonly Variable[];
  readonly answered: readonly Variable[];
}

function threatOf(formula: Formula, missing: readonly string[], question: Question): Threat {
  const axioms = tyingAxioms(formula, question.axioms);
  const its = new Set(variablesOf(formula).flatMap((variable) => question.asks.get(variable)!));
  const facts = missing.filter((key) => its.has(key));
  const perAnswered = <T>(work: (asked: ReadonlySet<string>) => T) => {
    const known = memoizeByKey((places: string) =>
      work(new Set(facts.filter((_, at) => places[at] === '1'))),
    );
    return (asked: ReadonlySet<string>) => known(facts.map((key) => (asked.has(key) ? '1' : '0')).join(''));
  };
  const beside = perAnswered((asked) => {
    const isOpen = openBeside(asked, question);
    const tying = axioms.filter((axiom) => variablesOf(axiom).some(isOpen));
    const left = withoutEasy(formula, isOpen, tying);
    const its = variablesOf(left);
    return { left, tying, open: its.filter(isOpen), answered: its.filter((each) => !isOpen(each)) };
  });
  const isPlain = isFree(formula, question.axioms);
  const settled = (asked: ReadonlySet<string>) =>
    isPlain
      ? !holdsAtWorst(formula, openBeside(asked, question), question.budget)
      : settles(asked, [threat], question);
  const threat: Threat = {
    beside,
    gapBeside: perAnswered((asked) => (settled(asked) ? undefined : gapBeside(asked, facts, settled))),
  };
  return threat;
}

const openBeside =
  (asked: ReadonlySet<string>, { asks }: Question) =>
  (variable: Variable): boolean =>
    !asks.get(variable)!.every((key) => asked.has(key));

/**
 * Whether some answers to these facts end every threat, whatever the other facts are.
 *
 * Answers that may do are tried against each threat; values of the other facts that make it true all the same are a
 * counterexample, which further answers must meet too.
 */
function settles(asked: ReadonlySet<string>, threats: readonly Threat[], question: Question): boolean {
  const { axioms, budget } = question;
  const isOpen = openBeside(asked, question);
  const threatening: Answered[] = [];
  const demands = axioms.filter((axiom) => !variablesOf(axiom).some(isOpen));
  for (const threat of threats) {
    const answered = threat.beside(asked);
    if (answered.left === true) return false;
    if (answered.open.length > 0) threatening.push(answered);
    else demands.push(not(answered.left));
  }
  for (;;) {
    const answers = new IncrementalSearch(demands, budget);
    if (!answers.satisfiable) return false;
    const counterexamples = threatening.flatMap(({ left, tying, open, answered }) => {
      const given = new Map(answered.map((variable) => [variable, answers.cellOf(variable)]));
      const others = completionOf([left, ...tying], given, budget);
      if (!others) return [];
      return not(reduced(left, new Map(open.map((each) => [each, oneOf(domainOf(others, each))]))));
    });
    if (counterexamples.length === 0) return true;
    demands.push(...counterexamples);
  }
}

/** Whether a formula that is free holds where all that is answered is against it and all that is open is for it. */
function holdsAtWorst(
  formula: Formula,
  isOpen: (variable: Variable) => boolean,
  budget: SearchBudget,
): boolean {
  if (typeof formula === 'boolean') return formula;
  budget.look(1);
  if (formula.kind === 'in') return isOpen(formula.variable);
  return formula.kind === 'and'
    ? formula.parts.every((part) => holdsAtWorst(part, isOpen, budget))
    : formula.parts.some((part) => holdsAtWorst(part, isOpen, budget));
}

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
