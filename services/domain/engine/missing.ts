import { isFree, tyingAxioms, withoutEasy } from '../solver/eliminate.ts';
import type { Formula, Variable } from '../solver/formula.ts';
import { not, renamed, variablesOf } from '../solver/formula.ts';
import { memoize } from '../values/memoize.ts';
import type { Ask, Severity, Stake } from './stakes.ts';
import type { Unknown } from './unknowns.ts';

/**
 * The unknowns of which two values, all else equal, make different outcomes (DESIGN 2.7).
 *
 * @param severities the possible outcomes
 * @param below asks among the completions in which nothing makes the outcome as grave as this
 * @returns more than these where a question stays unanswered
 */
export function outcomeChangers(
  unknowns: readonly Unknown[],
  stakes: readonly Stake[],
  severities: readonly Severity[],
  axioms: readonly Formula[],
  below: (severity: Severity) => Ask,
): ReadonlySet<Unknown> {
  const unknownOf = byVariable(unknowns);
  const changers = new Set<Unknown>();
  for (const severity of severities.slice(1)) {
    const ask = below(severity);
    for (const { atLeast } of stakes) {
      for (const unknown of unknownsIn(atLeast[severity], unknownOf)) {
        if (!changers.has(unknown) && reachesBy(unknown, atLeast[severity], axioms, ask))
          changers.add(unknown);
      }
    }
  }
  return changers;
}

/**
 * Whether a completion in which nothing reaches so far becomes one in which this does, by a change of this unknown
 * alone. In the second the unknown's variables are others, so one search looks for both at once. True too where the
 * bound came first.
 */
function reachesBy(unknown: Unknown, reaches: Formula, axioms: readonly Formula[], ask: Ask): boolean {
  const tying = tyingAxioms(variablesOf(reaches), axioms).filter((axiom) => speaksOf(axiom, unknown));
  const left = withoutEasy(reaches, (variable) => unknown.variables.includes(variable), tying);
  const changed = changeOf(unknown);
  return ask([changed(left), ...tying.map(changed)]) !== false;
}

/** The unknowns of which two values, all else equal, give some of these formulas different truths, or may. */
export function truthChangers(
  formulas: readonly Formula[],
  unknownOf: ReadonlyMap<Variable, Unknown>,
  axioms: readonly Formula[],
  ask: Ask,
): ReadonlySet<Unknown> {
  const changers = new Set<Unknown>();
  for (const formula of new Set(formulas)) {
    const isAnyChanger = isFree(formula, axioms);
    for (const unknown of unknownsIn(formula, unknownOf)) {
      if (changers.has(unknown)) continue;
      if (isAnyChanger || isChanger(unknown, formula, axioms, ask)) changers.add(unknown);
    }
  }
  return changers;
}

function isChanger(unknown: Unknown, formula: Formula, axioms: readonly Formula[], ask: Ask): boolean {
  const changed = changeOf(unknown);
  const tying = tyingAxioms(variablesOf(formula), axioms).filter((axiom) => speaksOf(axiom, unknown));
  return ask([formula, not(changed(formula)), ...tying.map(changed)]) !== false;
}

export const byVariable = (unknowns: readonly Unknown[]): ReadonlyMap<Variable, Unknown> =>
  new Map(unknowns.flatMap((unknown) => unknown.variables.map((variable) => [variable, unknown] as const)));

const unknownsIn = (formula: Formula, unknownOf: ReadonlyMap<Variable, Unknown>): ReadonlySet<Unknown> =>
  new Set([...variablesOf(formula)].map((variable) => unknownOf.get(variable)!));

function speaksOf(formula: Formula, unknown: Unknown): boolean {
  const variables = variablesOf(formula);
  return unknown.variables.some((variable) => variables.has(variable));
}

/** A formula as it is when this unknown alone has turned out another way: its variables are others. */
const changeOf = memoize((unknown: Unknown) => {
  const twin = new Map<Variable, Variable>(
    unknown.variables.map((variable) => [variable, { full: variable.full }]),
  );
  return (formula: Formula): Formula => renamed(formula, twin);
});
