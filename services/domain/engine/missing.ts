import { oneOf } from '../solver/eliminate.ts';
import type { Formula, Variable } from '../solver/formula.ts';
import { not, renamed, variablesOf } from '../solver/formula.ts';
import type { Domains } from '../solver/search.ts';
import { domainOf, NOTHING_FIXED, prepare } from '../solver/search.ts';
import type { Ask, Severity, Stake } from './stakes.ts';
import { allBelow } from './stakes.ts';
import type { Unknown } from './unknowns.ts';

/**
 * The unknowns of which two values, all else equal, make different outcomes (DESIGN 2.7).
 *
 * @param severities the possible outcomes
 * @returns more than these where a question stays unanswered
 */
export function outcomeChangers(
  unknowns: readonly Unknown[],
  stakes: readonly Stake[],
  severities: readonly Severity[],
  axioms: readonly Formula[],
  ask: Ask,
): ReadonlySet<Unknown> {
  const changers = new Set<Unknown>();
  for (const severity of severities.slice(1)) {
    const below = allBelow(stakes, severity);
    const mild = ask(below);
    for (const unknown of unknowns) {
      if (changers.has(unknown)) continue;
      const reaching = stakes
        .map((stake) => stake.atLeast[severity])
        .filter((reaches) => speaksOf(reaches, unknown));
      if (reaching.length === 0) continue;
      const changes =
        (mild && changesFrom(mild, unknown, reaching, ask)) ||
        changesAnywhere(unknown, reaching, below, axioms, ask);
      if (changes) changers.add(unknown);
    }
  }
  return changers;
}

/** Whether from one mild completion a change of this unknown alone reaches further: a quick look before the search. */
function changesFrom(mild: Domains, unknown: Unknown, reaching: readonly Formula[], ask: Ask): boolean {
  const others = new Map<Variable, readonly number[]>();
  for (const variable of reaching.flatMap((reaches) => [...variablesOf(reaches)])) {
    others.set(variable, oneOf(domainOf(mild, variable)));
  }
  for (const variable of unknown.variables) others.delete(variable);
  return reaching.some((reaches) => ask([reaches], others));
}

/**
 * Whether any two completions that differ only in this unknown do. The second is the first with the unknown's
 * variables renamed, so one search looks for both at once. True too where the bound came first.
 */
function changesAnywhere(
  unknown: Unknown,
  reaching: readonly Formula[],
  below: readonly Formula[],
  axioms: readonly Formula[],
  ask: Ask,
): boolean {
  const twin = twinOf(unknown);
  const twinBelow = prepare(
    [...below, ...axioms].map((formula) => renamed(formula, twin)),
    NOTHING_FIXED,
  );
  if (!twinBelow) return false;
  return reaching.some((reaches) => ask([reaches, ...twinBelow.open], twinBelow.fixed) !== null);
}

/** Whether two completions that differ only in one unknown give a formula different truths, or may. */
export function changesTruth(
  unknown: Unknown,
  formula: Formula,
  axioms: readonly Formula[],
  ask: Ask,
): boolean {
  if (!speaksOf(formula, unknown)) return false;
  const twin = twinOf(unknown);
  return ask([formula, not(renamed(formula, twin)), ...axioms.map((axiom) => renamed(axiom, twin))]) !== null;
}

function speaksOf(formula: Formula, unknown: Unknown): boolean {
  const variables = variablesOf(formula);
  return unknown.variables.some((variable) => variables.has(variable));
}

const twinOf = (unknown: Unknown): ReadonlyMap<Variable, Variable> =>
  new Map(unknown.variables.map((variable) => [variable, { full: variable.full }]));
