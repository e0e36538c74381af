import type { Test } from '../../condition/tests.ts';
import type { ProductTest } from '../../engine/domains/products.ts';
import { firstOf } from '../../solver/cells.ts';
import { oneOf } from '../../solver/eliminate.ts';
import type { Formula, Variable } from '../../solver/formula.ts';
import { partition } from '../../solver/partition.ts';
import type { Openings } from '../../solver/search.ts';
import { openOf, reduced } from '../../solver/search.ts';
import { calendar } from './calendar.ts';
import type { Chosen, Dimension } from './dimension.ts';
import { draftOf, situationOf } from './draft.ts';
import { industriesFact } from './industries.ts';
import { inventory } from './inventory.ts';
import { derivedOf, investment } from './investment.ts';
import { isKindOrGrade, kindAndGrade } from './kind-and-grade.ts';
import type { Law } from './law.ts';
import { isOwnZoneFact } from './law.ts';
import { placesFor } from './places.ts';
import { productLine } from './product-lines.ts';
import { activitiesFact, choiceFact, dateFact, numberFact, oneOfThem, setFact } from './simple-facts.ts';
import type { Situation } from './situation.ts';
import { TODAY, unstatedKey } from './situation.ts';
import { zoneFact } from './zone-fact.ts';

/** Every situation below a catalog's jurisdiction, as far as some tests can tell situations apart. */
export interface Space {
  formula(test: Test): Formula;
  /** Hold in every situation. */
  readonly axioms: readonly Formula[];
  /** Values for one of the ways that are left open; undefined where none were found. */
  situation(found: Openings): Situation | undefined;
}

/**
 * The situations that a version can meet: any project, in any zone there is or may come to be below the catalog's
 * jurisdiction, on any day on which the version can be in force.
 *
 * @param tests each once
 */
export function spaceOf(tests: readonly Test[], law: Law): Space {
  const dimensions = dimensionsOf(tests, law);
  const formulas = new Map<Test, Formula>();
  for (const dimension of dimensions)
    for (const test of dimension.tests) formulas.set(test, dimension.formula(test));
  const formula = (test: Test): Formula => formulas.get(test)!;
  return {
    formula,
    axioms: dimensions.flatMap(({ axioms }) => axioms),
    situation(found) {
      const fixed = new Map<Variable, readonly number[]>();
      for (const { variables } of dimensions)
        for (const variable of variables) fixed.set(variable, oneOf(openOf(found, variable)));
      const chosen: Chosen = {
        cell: (variable) => firstOf(fixed.get(variable)!),
        truth: (test) => reduced(formula(test), fixed) === true,
      };
      const draft = draftOf(law);
      if (!dimensions.every((dimension) => dimension.write(chosen, draft))) return undefined;
      return situationOf(draft, law);
    },
  };
}

function dimensionsOf(tests: readonly Test[], law: Law): readonly Dimension[] {
  const byKind = new Map<Test['kind'], Test[]>();
  for (const test of tests) {
    const its = byKind.get(test.kind);
    if (its) its.push(test);
    else byKind.set(test.kind, [test]);
  }
  const kindOf = <K extends Test['kind']>(kind: K) =>
    (byKind.get(kind) ?? []).filter((test): test is Test & { readonly kind: K } => test.kind === kind);
  const dimensions: Dimension[] = [];
  const ownZoneFacts = new Map<string, Dimension>();
  const put = (key: string, dimension: Dimension): void => {
    if (isOwnZoneFact(key, law)) ownZoneFacts.set(key, dimension);
    else dimensions.push(dimension);
  };
  const unstated = kindOf('choice').filter(({ fact }) => fact.startsWith(unstatedKey('')));
  dimensions.push(...numbers(kindOf('number'), law, put));
  const choices = kindOf('choice').filter((test) => !unstated.includes(test));
  const tied = choices.filter(({ fact }) => isKindOrGrade(fact));
  if (tied.length > 0) dimensions.push(kindAndGrade(tied));
  for (const [key, its] of byFact(choices.filter((test) => !tied.includes(test))))
    put(key, choiceFact(key, its, law));
  for (const [key, its] of byFact(kindOf('set'))) put(key, setFact(key, its, law));
  for (const [key, its] of byFact(kindOf('date').filter(({ fact }) => fact !== TODAY)))
    put(key, dateFact(key, its));
  for (const key of new Set([...ownZoneFacts.keys(), ...unstated.map(({ fact }) => statedOf(fact))]))
    dimensions.push(
      zoneFact(
        key,
        ownZoneFacts.get(key),
        unstated.filter(({ fact }) => statedOf(fact) === key),
      ),
    );
  const dated = [...kindOf('date').filter(({ fact }) => fact === TODAY), ...kindOf('approvedBefore')];
  if (dated.length > 0) dimensions.push(calendar(dated, law));
  const industries = kindOf('industry');
  if (industries.length > 0) dimensions.push(industriesFact(industries, law));
  const activities = kindOf('activity');
  if (activities.length > 0) dimensions.push(activitiesFact(activities));
  const territories = kindOf('territory');
  if (territories.length > 0) dimensions.push(territory(territories, law));
  const chemicals = kindOf('chemical');
  if (chemicals.length > 0) dimensions.push(inventory(chemicals, law));
  const products = kindOf('product');
  // One product in two units is a matter of PR-33: nobody can say how they compare.
  for (const name of new Set(products.map(nameAndUnit))) {
    const its = products.filter((test) => nameAndUnit(test) === name);
    dimensions.push(productLine(its));
  }
  return dimensions;
}

const nameAndUnit = ({ product, unit }: ProductTest): string => JSON.stringify([product, unit]);

const statedOf = (pseudo: string): string => pseudo.slice(unstatedKey('').length);

type NumberTest = Test & { readonly kind: 'number' };

/** Quotients with their inputs as one; every other number by itself. */
function numbers(
  tests: readonly NumberTest[],
  law: Law,
  put: (key: string, dimension: Dimension) => void,
): readonly Dimension[] {
  const denominators = new Set(tests.flatMap(({ fact }) => derivedOf(fact)?.denominator ?? []));
  const tied = new Set<NumberTest>();
  const found = [...denominators].flatMap((denominator) => {
    const quotients = tests.flatMap(({ fact }) =>
      derivedOf(fact)?.denominator === denominator ? [fact] : [],
    );
    const keys = new Set([denominator, ...quotients.flatMap((fact) => [fact, derivedOf(fact)!.numerator])]);
    const its = tests.filter(({ fact }) => keys.has(fact));
    for (const test of its) tied.add(test);
    return investment(denominator, its, law);
  });
  for (const [key, its] of byFact(tests.filter((test) => !tied.has(test))))
    put(key, numberFact(key, its, law));
  return found;
}

function territory(tests: readonly (Test & { readonly kind: 'territory' })[], law: Law): Dimension {
  const places = placesFor(new Set(tests.flatMap(({ ids }) => [...ids])), law);
  const ways = partition(
    places,
    tests,
    ({ ids, area }, test) => [...test.ids].some((id) => ids.has(id)) || (area !== null && test.ids.has(area)),
  );
  return oneOfThem(ways, tests, (place, draft) => {
    draft.place = place;
    return true;
  });
}

function byFact<T extends { readonly fact: string }>(tests: readonly T[]): ReadonlyMap<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const test of tests) {
    const its = groups.get(test.fact);
    if (its) its.push(test);
    else groups.set(test.fact, [test]);
  }
  return groups;
}
