import type { SearchBudget } from '../solver/budget.ts';
import { unlessBounded } from '../solver/budget.ts';
import { isFree, tyingAxioms, withoutEasy } from '../solver/eliminate.ts';
import type { Formula, Variable } from '../solver/formula.ts';
import { not, renamed, variablesOf } from '../solver/formula.ts';
import { memoize } from '../values/memoize.ts';
import type { Ask, Severity, Stake } from './stakes.ts';
import type { Unknown } from './unknown-facts.ts';

/**
 * The unknowns of which two values, all else equal, make different outcomes (DESIGN 2.7).
 *
 * @param severities the possible outcomes
 * @param below asks among the completions in which nothing makes the outcome as grave as this
 * @param budget what it may cost to put the questions
 * @returns more than these where a question stays unanswered
 */
export function outcomeChangers(
  unknowns: readonly Unknown[],
  stakes: readonly Stake[],
  severities: readonly Severity[],
  axioms: readonly Formula[],
  below: (severity: Severity) => Ask,
  budget: SearchBudget,
): ReadonlySet<Unknown> {
  const unknownOf = byVariable(unknowns);
  const changers = new Set<Unknown>();
  // Most facts change something in plain sight, and what is hard to see of them elsewhere need not be looked at. The
  // gravest first: beside it least must stay below.
  const hard: (readonly [Unknown, () => boolean | undefined])[] = [];
  for (const severity of severities.slice(1).reverse()) {
    const ask = below(severity);
    for (const { atLeast } of stakes) {
      for (const unknown of unknownsIn(atLeast[severity], unknownOf)) {
        if (changers.has(unknown)) continue;
        const reaches = (branches?: number) =>
          puttingIt(atLeast[severity], budget, () =>
            reachesBy(unknown, atLeast[severity], axioms, (formulas) => ask(formulas, branches)),
          );
        const seen = reaches(FEW_BRANCHES);
        if (seen || budget.exhausted) changers.add(unknown);
        else if (seen === undefined) hard.push([unknown, reaches]);
      }
    }
  }
  for (const [unknown, reaches] of hard)
    if (!changers.has(unknown) && reaches() !== false) changers.add(unknown);
  return changers;
}
/** The answer to a question for which a formula has to be made anew; undefined where the bound comes first. */
const puttingIt = <Answer>(
  formula: Formula,
  budget: SearchBudget,
  answer: () => Answer,
): Answer | undefined =>
  unlessBounded(() => {
    budget.look(MAKE * (typeof formula === 'boolean' ? 1 : formula.size));
    return answer();
  });
/** What a literal of such a formula costs, as measured. */
const MAKE = 4;

/** As many show most of what there is to see. */
const FEW_BRANCHES = 20;

/**
 * Whether a completion in which nothing reaches so far becomes one in which this does, by a change of this unknown
 * alone. In the second the unknown's variables are others, so one search looks for both at once.
 */
function reachesBy(
  unknown: Unknown,
  reaches: Formula,
  axioms: readonly Formula[],
  ask: Ask,
): boolean | undefined {
  return ask(changedTo(unknown, reaches, axioms));
}

/** What must hold for a formula to hold once this unknown alone has turned out another way. */
function changedTo(unknown: Unknown, formula: Formula, axioms: readonly Formula[]): readonly Formula[] {
  if (typeof formula === 'boolean') return [formula];
  const known = changedKept(unknown);
  let found = known.get(formula);
  if (!found) {
    const tying = tyingAxioms(formula, axioms).filter((axiom) => speaksOf(axiom, unknown));
    found = [withoutEasy(formula, isOf(unknown), tying), ...tying].map(changeOf(unknown));
    known.set(formula, found);
  }
  return found;
}
/** INVARIANT: the axioms that tie the variables of a formula are the same wherever it stands. */
const changedKept = memoize((_: Unknown) => new WeakMap<Exclude<Formula, boolean>, readonly Formula[]>());

/** The unknowns of which two values, all else equal, give some of these formulas different truths, or may. */
export function truthChangers(
  formulas: readonly Formula[],
  unknownOf: ReadonlyMap<Variable, Unknown>,
  axioms: readonly Formula[],
  ask: Ask,
  budget: SearchBudget,
): ReadonlySet<Unknown> {
  const changers = new Set<Unknown>();
  for (const formula of new Set(formulas)) {
    const isAnyChanger = isFree(formula, axioms);
    for (const unknown of unknownsIn(formula, unknownOf)) {
      if (changers.has(unknown)) continue;
      const isIt = () => isChanger(unknown, formula, axioms, ask);
      if (isAnyChanger || puttingIt(formula, budget, isIt) !== false) changers.add(unknown);
    }
  }
  return changers;
}

function isChanger(unknown: Unknown, formula: Formula, axioms: readonly Formula[], ask: Ask): boolean {
  const changed = changeOf(unknown);
  const tying = tyingAxioms(formula, axioms).filter((axiom) => speaksOf(axiom, unknown));
  return ask([formula, not(changed(formula)), ...tying.map(changed)]) !== false;
}

export const byVariable = (unknowns: readonly Unknown[]): ReadonlyMap<Variable, Unknown> =>
  new Map(unknowns.flatMap((unknown) => unknown.variables.map((variable) => [variable, unknown] as const)));

const unknownsIn = (formula: Formula, unknownOf: ReadonlyMap<Variable, Unknown>): ReadonlySet<Unknown> =>
  new Set(variablesOf(formula).map((variable) => unknownOf.get(variable)!));

/** Whether a variable is one of an unknown, of which a long inventory has thousands. */
const isOf = memoize((unknown: Unknown) => {
  const its = new Set(unknown.variables);
  return (variable: Variable): boolean => its.has(variable);
});

const speaksOf = (formula: Formula, unknown: Unknown): boolean => variablesOf(formula).some(isOf(unknown));

/** A formula as it is when this unknown alone has turned out another way: its variables are others. */
const changeOf = memoize((unknown: Unknown) => {
  const twin = new Map<Variable, Variable>(
    unknown.variables.map((variable) => [variable, { full: variable.full }]),
  );
  return (formula: Formula): Formula => renamed(formula, twin);
});
