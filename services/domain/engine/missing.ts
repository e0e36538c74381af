import type { Formula, Variable } from './formula.ts';
import { not, renamed, variablesOf } from './formula.ts';
import type { Ask, Severity, Stake } from './stakes.ts';
import type { Unknown } from './unknowns.ts';

/**
 * Whether two completions that differ only in one unknown have different outcomes (DESIGN 2.7).
 *
 * The second completion is the first with the unknown's variables renamed, so one search looks for both at once.
 *
 * @param severities the possible outcomes
 */
export function changesOutcome(
  unknown: Unknown,
  stakes: readonly Stake[],
  severities: readonly Severity[],
  axioms: readonly Formula[],
  ask: Ask,
): boolean | undefined {
  const twin = twinOf(unknown);
  const twinAxioms = axioms.map((axiom) => renamed(axiom, twin));
  let open = false;
  for (const severity of severities.slice(1)) {
    const noneInTwin = stakes.map((stake) => not(renamed(stake.atLeast[severity], twin)));
    for (const stake of stakes) {
      const reaches = stake.atLeast[severity];
      if (!speaksOf(reaches, unknown)) continue;
      const answer = ask([reaches, ...noneInTwin, ...twinAxioms]);
      if (answer) return true;
      if (answer === undefined) open = true;
    }
  }
  return open ? undefined : false;
}

/** Whether two completions that differ only in one unknown give a formula different truths. */
export function changesTruth(
  unknown: Unknown,
  formula: Formula,
  axioms: readonly Formula[],
  ask: Ask,
): boolean | undefined {
  if (!speaksOf(formula, unknown)) return false;
  const twin = twinOf(unknown);
  return ask([formula, not(renamed(formula, twin)), ...axioms.map((axiom) => renamed(axiom, twin))]);
}

function speaksOf(formula: Formula, unknown: Unknown): boolean {
  const variables = variablesOf(formula);
  return unknown.variables.some((variable) => variables.has(variable));
}

const twinOf = (unknown: Unknown): ReadonlyMap<Variable, Variable> =>
  new Map(unknown.variables.map((variable) => [variable, { full: variable.full }]));
