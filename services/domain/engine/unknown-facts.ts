import type { Test } from '../condition/tests.ts';
import type { SearchBudget } from '../solver/budget.ts';
import type { Formula } from '../solver/formula.ts';
import { or } from '../solver/formula.ts';
import type { FactDomain, TestOf, UnknownFact } from './domains/domain.ts';
import { FACT_DOMAINS } from './domains/table.ts';
import type { Facts } from './facts.ts';

/** An unknown fact with all its variables. */
export type Unknown = Pick<UnknownFact, 'key' | 'asks' | 'variables'>;

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
    const persons = found.find(({ key }) => key === 'exposedPersons');
    found.push({
      key: 'majorHazardLevel',
      asks: ['exposedPersons'],
      tests: [...levels.keys()],
      variables: [],
      // No band of a level, and it is not that, whatever the persons.
      formula: (test) => or(levels.get(test)!.map((band) => persons!.formula(band))),
    });
  }
  return found;
}

/** What some parts are of, each once, if anything of it is open. */
export function unknownsIn(parts: readonly UnknownFact[]): readonly Unknown[] {
  const byKey = new Map<string, UnknownFact[]>();
  for (const part of parts) {
    if (part.variables.length === 0) continue;
    const its = byKey.get(part.key);
    if (its) its.push(part);
    else byKey.set(part.key, [part]);
  }
  return [...byKey.values()].map(joined);
}

export const joined = (parts: readonly Unknown[]): Unknown =>
  parts.length === 1 ? parts[0]! : { ...parts[0]!, variables: parts.flatMap(({ variables }) => variables) };

export const axiomsOf = (parts: readonly Pick<UnknownFact, 'axiom'>[]): readonly Formula[] =>
  parts.flatMap(({ axiom }) => (axiom === undefined || axiom === true ? [] : [axiom]));

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

const KINDS = Object.keys(FACT_DOMAINS) as Test['kind'][];

/** The lines of a given inventory that follow the activities of the project ask for these too. */
function followedActivities(tests: readonly Test[], facts: Facts): readonly TestOf<'activity'>[] {
  if (!facts.chemicals || facts.activities !== null) return [];
  const masks = new Set(tests.flatMap((test) => (test.kind === 'chemical' ? [test.mask] : [])));
  return [...masks].map((mask) => ({ kind: 'activity', mask }));
}
