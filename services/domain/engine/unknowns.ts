import type { Test } from '../condition/tests.ts';
import type { SearchBudget } from '../solver/budget.ts';
import type { Formula, Variable } from '../solver/formula.ts';
import { or } from '../solver/formula.ts';
import type { FactDomain, TestOf, UnknownFact } from './domains/domain.ts';
import { FACT_DOMAINS } from './domains/table.ts';
import type { Facts } from './facts.ts';
import type { Lineage } from './lineage.ts';
import { factsNotStated } from './nothing-stated.ts';
import { truthOf } from './truth-of.ts';

/** An unknown fact with all its variables. */
export type Unknown = Pick<UnknownFact, 'key' | 'asks' | 'variables'>;

/** The open tests of an assessment, turned into formulas over variables. */
export interface Unknowns {
  readonly all: readonly Unknown[];
  /** The tests that the known facts leave open. */
  readonly tests: readonly Test[];
  /** Holds in every completion. */
  readonly axioms: readonly Formula[];
  /** False where a domain had to be widened (more completions than there are). */
  readonly exact: boolean;
  formula(test: Test): Formula;
}

/** Variables for everything that the open tests leave open. */
export function unknownsOf(
  tests: readonly Test[],
  facts: Facts,
  law: Lineage,
  budget: SearchBudget,
): Unknowns {
  const open = [...new Set(tests)].filter((test) => truthOf(test, facts) === undefined);
  const tellApart = (some: readonly Test[]) => unknownFacts(some, facts, budget);
  const told = factsNotStated(open, facts, law, budget, tellApart);
  const isTold = new Set(told.flatMap((each) => each.tests));
  const left = open.filter((test) => !isTold.has(test));
  const all = new Map<
    string,
    { readonly key: string; readonly asks: readonly string[]; variables: Variable[] }
  >();
  const formulas = new Map<Test, Formula>();
  const parts: UnknownFact[] = [];
  for (const { tests: its, parts: more } of [...told, { tests: null, parts: tellApart(left) }])
    for (const part of more) {
      const { key, asks } = part;
      const unknown = all.get(key) ?? { key, asks, variables: [] };
      for (const variable of part.variables) unknown.variables.push(variable);
      all.set(key, unknown);
      parts.push(part);
      const about = new Set(part.tests);
      for (const test of its?.filter((each) => about.has(each)) ?? part.tests) {
        const before = formulas.get(test);
        const formula = part.formula(test);
        formulas.set(test, before === undefined ? formula : or([before, formula]));
      }
    }
  return {
    all: [...all.values()].filter(({ variables }) => variables.length > 0),
    tests: open,
    axioms: axiomsOf(parts),
    exact: parts.every(({ exact }) => exact !== false) && !isTied(parts),
    formula: (test) => formulas.get(test)!,
  };
}

export const axiomsOf = (parts: readonly Pick<UnknownFact, 'axiom'>[]): readonly Formula[] =>
  parts.flatMap(({ axiom }) => (axiom === undefined || axiom === true ? [] : [axiom]));

/**
 * The unknown facts behind some tests, each of which the known facts leave open. A fact that falls into independent
 * parts, as products do, comes once for each.
 *
 * INVARIANT: variables are independent of each other but for the axioms; a test on known facts is no formula.
 */
export function unknownFacts(
  tests: readonly Test[],
  facts: Facts,
  budget: SearchBudget,
): readonly UnknownFact[] {
  const byKind = new Map<Test['kind'], Test[]>();
  const levels = levelsByPersons(tests, facts);
  const others = tests.filter((test) => !levels.has(test));
  for (const test of [...others, ...[...levels.values()].flat(), ...followedActivities(tests, facts)]) {
    const its = byKind.get(test.kind);
    if (its) its.push(test);
    else byKind.set(test.kind, [test]);
  }
  const found: UnknownFact[] = [];
  const projectActs = (mask: number): Formula => {
    if (facts.activities !== null) return (facts.activities & mask) !== 0;
    const activities = found.find(({ key }) => key === 'activities')!;
    return activities.formula(activities.tests.find((test) => (test as TestOf<'activity'>).mask === mask)!);
  };
  for (const kind of KINDS) {
    const its = byKind.get(kind);
    if (its)
      found.push(...(FACT_DOMAINS[kind] as FactDomain<Test>).unknowns(its, facts, projectActs, budget));
  }
  if (levels.size > 0) {
    const persons = found.find(({ key }) => key === 'exposedPersons')!;
    found.push({
      key: 'majorHazardLevel',
      asks: persons.asks,
      tests: [...levels.keys()],
      variables: [],
      formula: (test) => or(levels.get(test)!.map((band) => persons.formula(band))),
    });
  }
  return found;
}

/** A level that hangs on the exposed persons alone is a test on their number (ADR 0001.5). */
function levelsByPersons(
  tests: readonly Test[],
  { majorHazard }: Facts,
): ReadonlyMap<Test, readonly TestOf<'number'>[]> {
  const bands = majorHazard?.byPersons ?? [];
  const levels = tests.filter(
    (test): test is TestOf<'choice'> => test.kind === 'choice' && test.fact === 'majorHazardLevel',
  );
  return new Map(
    bands.length === 0
      ? []
      : levels.map((test) => [
          test,
          bands
            .filter(({ level }) => test.oneOf.has(level))
            .map(({ persons }) => ({ kind: 'number', fact: 'exposedPersons', interval: persons })),
        ]),
  );
}

/** A level that hangs on an inventory which tests leave open too is taken for independent of it, which is too much. */
const isTied = (parts: readonly UnknownFact[]): boolean =>
  parts.some(
    ({ key, asks, variables }) =>
      key === 'majorHazardLevel' &&
      variables.length > 0 &&
      parts.some((other) => other.key !== key && other.variables.length > 0 && asks.includes(other.key)),
  );

const KINDS = Object.keys(FACT_DOMAINS) as Test['kind'][];

/** The lines of a given inventory that follow the activities of the project ask for these too. */
function followedActivities(tests: readonly Test[], facts: Facts): readonly TestOf<'activity'>[] {
  if (!facts.chemicals || facts.activities !== null) return [];
  const masks = new Set(tests.flatMap((test) => (test.kind === 'chemical' ? [test.mask] : [])));
  return [...masks].map((mask) => ({ kind: 'activity', mask }));
}
