import type { SearchBudget } from '../solver/budget.ts';
import { unlessBounded } from '../solver/budget.ts';
import { isFree, oneOf, tyingAxioms, withoutEasy } from '../solver/eliminate.ts';
import type { Formula, Variable } from '../solver/formula.ts';
import { not, variablesOf } from '../solver/formula.ts';
import { firstSmallestHittingSet } from '../solver/hitting-set.ts';
import { IncrementalSearch } from '../solver/incremental.ts';
import { completionOf, domainOf, reduced } from '../solver/search.ts';
import type { Unknown } from './unknown-facts.ts';

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
  const placeOf = new Map(missing.map((key, place) => [key, place]));
  const asks = new Map<Variable, readonly number[]>();
  for (const unknown of unknowns) {
    const places = unknown.asks.map((key) => placeOf.get(key) ?? NEVER_ASKED);
    for (const variable of unknown.variables) asks.set(variable, places);
  }
  const question = { asks, axioms, budget };
  const all = threats.filter((threat) => threat !== false).map((threat) => threatOf(threat, question));
  const together = (asked: Asked) => settles(asked, all, question);
  const gaps = new Map<string, ReadonlySet<number>>();
  const note = (gap: readonly number[]) => gaps.set(gap.join(), new Set(gap));
  const questions = unlessBounded(() => {
    for (;;) {
      const chosen = firstSmallestHittingSet([...gaps.values()], missing.length, budget);
      if (!chosen) return [];
      const asked = new Uint8Array(missing.length);
      for (const place of chosen) asked[place] = 1;
      const alone = all.map((threat) => threat.gapBeside(asked)).filter((gap) => gap !== undefined);
      alone.forEach(note);
      if (alone.length > 0) continue;
      if (together(asked)) return chosen.map((place) => missing[place]!);
      note(gapBeside(asked, [...missing.keys()], together));
    }
  });
  return questions ?? [];
}

/** By the place of each missing fact, 1 where it is asked for. */
type Asked = Uint8Array;
/** The place of a fact that is not missing. */
const NEVER_ASKED = -1;

interface Question {
  /** The places of what each variable asks for: it is answered when all of that is. */
  readonly asks: ReadonlyMap<Variable, readonly number[]>;
  readonly axioms: readonly Formula[];
  readonly budget: SearchBudget;
}

/** A formula that must not come true, and what it comes to beside some answers; each worked out once. */
interface Threat {
  beside(asked: Asked): Answered;
  /** A gap that it shows by itself, as places; undefined where answers can end it. */
  gapBeside(asked: Asked): readonly number[] | undefined;
}
interface Answered {
  /** The threat without the open variables that go at no cost, and the axioms that tie the others. */
  readonly left: Formula;
  readonly tying: readonly Formula[];
  /** The variables left, by whether they are answered. */
  readonly open: readonly Variable[];
  readonly answered: readonly Variable[];
}

function threatOf(formula: Formula, question: Question): Threat {
  const variables = variablesOf(formula);
  const axioms = tyingAxioms(formula, question.axioms);
  const its = new Set(variables.flatMap((variable) => question.asks.get(variable)!));
  its.delete(NEVER_ASKED);
  const places = [...its].sort((a, b) => a - b);
  const perAnswered = <T>(work: (asked: Asked) => T) => {
    const known = new Map<string, { readonly answer: T }>();
    return (asked: Asked): T => {
      let key = '';
      for (const place of places) key += asked[place];
      let found = known.get(key);
      if (!found) {
        found = { answer: work(asked.map((given, place) => (its.has(place) ? given : 0))) };
        known.set(key, found);
      }
      return found.answer;
    };
  };
  const isPlain = isFree(formula, question.axioms);
  const settled = (asked: Asked) =>
    isPlain
      ? !holdsAtWorst(formula, openBeside(asked, question), question.budget)
      : settles(asked, [threat], question);
  const threat: Threat = {
    beside: perAnswered((asked) => {
      const isOpen = openBeside(asked, question);
      const tying = axioms.filter((axiom) => variablesOf(axiom).some(isOpen));
      const left = withoutEasy(formula, isOpen, tying);
      const its = variablesOf(left);
      return { left, tying, open: its.filter(isOpen), answered: its.filter((each) => !isOpen(each)) };
    }),
    gapBeside: perAnswered((asked) => (settled(asked) ? undefined : gapBeside(asked, places, settled))),
  };
  return threat;
}

const openBeside =
  (asked: Asked, { asks }: Question) =>
  (variable: Variable): boolean => {
    for (const place of asks.get(variable)!) if (asked[place] !== 1) return true;
    return false;
  };

/**
 * Whether some answers to these facts end every threat, whatever the other facts are.
 *
 * Answers that may do are tried against each threat; values of the other facts that make it true all the same are a
 * counterexample, which further answers must meet too.
 */
function settles(asked: Asked, threats: readonly Threat[], question: Question): boolean {
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

/** What is outside a largest set around `asked` that does not settle either, among some places. */
function gapBeside(
  asked: Asked,
  places: readonly number[],
  settled: (asked: Asked) => boolean,
): readonly number[] {
  const unsettled = asked.slice();
  for (const place of places) {
    if (unsettled[place] === 1) continue;
    unsettled[place] = 1;
    if (settled(unsettled)) unsettled[place] = 0;
  }
  return places.filter((place) => unsettled[place] === 0);
}
