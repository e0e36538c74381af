import { ALL_ACTIVITIES } from '../../condition/tests.ts';
import type { SearchBudget } from '../../solver/budget.ts';
import { keptAnswers, unlessBounded } from '../../solver/budget.ts';
import type { Formula } from '../../solver/formula.ts';
import { and, or } from '../../solver/formula.ts';
import type { Encoding } from '../../solver/partition.ts';
import { eachByItself } from '../../solver/partition.ts';
import type { SumBound } from '../../solver/simplex.ts';
import { amountsExist } from '../../solver/simplex.ts';
import { compare } from '../../values/decimal.ts';
import { memoize } from '../../values/memoize.ts';
import type { Facts } from '../facts.ts';
import type { Presence, Slice, Vector } from './answer-vectors.ts';
import { MAX_SLICES, MAX_VECTORS, vectorEncoding, vectorsWhere } from './answer-vectors.ts';
import type { FactDomain, ProjectActs } from './domain.ts';
import { unknownFact } from './domain.ts';
import { givenInventory } from './given-inventory.ts';
import { inventoryWhere } from './inventory-where.ts';
import { statedInventory } from './stated-inventory.ts';
import type { ChemicalTest, FractionKind } from './substances.ts';
import { kindsAmong, namedSubstances } from './substances.ts';

/** The inventory of hazardous chemicals: TRUE if some one substance meets a test (DESIGN 2.3). */
export const CHEMICAL: FactDomain<ChemicalTest> = {
  truth(test, facts) {
    const asked = facts.chemicals ? statedInventory(test, facts) : undefined;
    if (!asked) return undefined;
    const { moreThan } = test;
    if (moreThan ? compare(asked.least, moreThan) > 0 : asked.isThere) return true;
    return (moreThan ? asked.mayBeMore : asked.mayBeThere) ? undefined : false;
  },
  unknowns(tests, facts, projectActs, budget) {
    if (facts.chemicals) {
      const told = unlessBounded(() => givenInventory(facts, tests, projectActs, budget));
      return [unknownFact('chemicals', tests, told ?? anythingGiven(tests, facts, projectActs))];
    }
    const { lists } = facts;
    const told = unlessBounded(() => unknownInventory(lists, tests, budget));
    const encoding = told ?? eachByItself(tests);
    return [
      unknownFact(
        'chemicals',
        tests,
        encoding,
        (model) => {
          const holds = (test: ChemicalTest) => model.holds(encoding.formula(test));
          return inventoryWhere(
            tests.filter(holds),
            tests.filter((test) => !holds(test)),
            lists,
          );
        },
        (to, inventory) => {
          to.chemicals = inventory;
        },
      ),
    ];
  },
};

/** Where the bound came first: each test by itself, with or without the activities of the project where lines follow them. */
function anythingGiven(
  tests: readonly ChemicalTest[],
  { activities, chemicals, openChemicals }: Facts,
  projectActs: ProjectActs,
): Encoding<ChemicalTest> {
  const alone = eachByItself(tests);
  const lines = [...[...chemicals!.values()].flat(), ...openChemicals];
  if (activities !== null || lines.every((line) => line.activities !== null)) return alone;
  const withProject = eachByItself(tests);
  return {
    variables: [...alone.variables, ...withProject.variables],
    formula: (test) => or([alone.formula(test), and([projectActs(test.mask), withProject.formula(test)])]),
    exact: false,
  };
}

/**
 * What a test says of an inventory that is wholly unknown: any substances, any lines, any amounts and mass fractions
 * (ADR 0001.4).
 *
 * Substances that no test tells apart form a group. What one of a group can answer to all questions is a set of
 * vectors; a group answers with what its members answer together, as many of them as there are.
 *
 * @throws SearchBoundReached
 */
function unknownInventory(
  lists: Facts['lists'],
  tests: readonly ChemicalTest[],
  budget: SearchBudget,
): Encoding<ChemicalTest> {
  const placeOf = new Map(tests.map((test, at) => [test, at]));
  const groups = new Map<string, { readonly kinds: Group['kinds']; members: number }>();
  const kindsOf = kindsAmong(tests, lists, budget);
  const groupOf = memoize((all: readonly FractionKind[]) => {
    const kinds = all.map(({ selected }) => selected).filter((selected) => selected.length > 0);
    return { kinds, signature: kinds.map((its) => its.map((test) => placeOf.get(test)).join()).join(';') };
  });
  for (const cas of [...namedSubstances(lists, tests), undefined]) {
    const { kinds, signature } = groupOf(kindsOf(cas, null));
    if (kinds.length === 0) continue;
    const group = groups.get(signature) ?? { kinds, members: 0 };
    group.members += cas === undefined ? Number.POSITIVE_INFINITY : 1;
    groups.set(signature, group);
  }
  const variables: Encoding<ChemicalTest>['variables'][number][] = [];
  const partsOf = new Map<ChemicalTest, Formula[]>(tests.map((test) => [test, []]));
  let exact = true;
  for (const group of groups.values()) {
    const encoding = groupEncoding(group, budget);
    variables.push(...encoding.variables);
    if (encoding.exact === false) exact = false;
    for (const test of new Set(group.kinds.flat())) partsOf.get(test)!.push(encoding.formula(test));
  }
  return { variables, formula: (test) => or(partsOf.get(test)!), exact };
}

interface Group {
  /** The tests that are about one of them, for every kind of mass fraction. */
  readonly kinds: readonly (readonly ChemicalTest[])[];
  readonly members: number;
}

function groupEncoding({ kinds, members }: Group, budget: SearchBudget): Encoding<ChemicalTest> {
  const questions = new Map<string, Question>();
  const tests = new Set(kinds.flat());
  budget.look(kinds.length * tests.size);
  const sets = kinds.map((its) => new Set(its));
  const fractionsOf = memoize((test: ChemicalTest) => sets.map((its) => its.has(test)));
  const keyOf = memoize((test: ChemicalTest) => {
    const { mask, moreThan } = test;
    const fractions = fractionsOf(test)
      .map((has) => (has ? '1' : '0'))
      .join('');
    return `${mask}>${moreThan ? `${moreThan.n}/${moreThan.d}` : ''}@${fractions}`;
  });
  for (const test of tests) questions.set(keyOf(test), { ...test, fractions: fractionsOf(test) });
  const keys = [...questions.keys()].sort();
  const encoding = vectorEncoding(
    groupVectors(
      keys.map((key) => questions.get(key)!),
      members,
      keys.join(),
      budget,
    ),
    keys,
  );
  return { ...encoding, formula: (test) => encoding.formula(keyOf(test)) };
}

/** What is asked of the substances of a group: about lines of these activities and these kinds of mass fraction. */
interface Question extends Pick<ChemicalTest, 'mask' | 'moreThan'> {
  readonly fractions: readonly boolean[];
}

/** A slot for every kind of line that the questions tell apart, by its activities and its mass fraction. */
function slicesOf(questions: readonly Question[]): readonly Slice[] {
  const patterns = new Map<string, readonly boolean[]>();
  for (const kind of questions[0]!.fractions.keys())
    for (let activities = 1; activities <= ALL_ACTIVITIES; activities++) {
      const passed = questions.map(({ mask, fractions }) => fractions[kind]! && (mask & activities) !== 0);
      if (passed.includes(true)) patterns.set(passed.join(), passed);
    }
  const slots = [...patterns.values()];
  return questions.map(({ moreThan }, at) => ({
    moreThan,
    slots: slots.reduce((mask, passed, slot) => (passed[at] ? mask | (1n << BigInt(slot)) : mask), 0n),
  }));
}

/** The same catalogs ask the same questions of every project. */
const MAX_GROUPS = 1_000;
const keptVectors = keptAnswers<readonly Vector[] | undefined>(MAX_GROUPS);

const groupVectors = (
  questions: readonly Question[],
  members: number,
  key: string,
  budget: SearchBudget,
): readonly Vector[] | undefined =>
  keptVectors(`${Math.min(members, MAX_SLICES)}:${key}`, budget, () => {
    if (questions.length > MAX_SLICES) return undefined;
    const one = vectorsWhere(slicesOf(questions), (bounds, present) =>
      someLinesExist(bounds, present, budget),
    );
    return one && unlessBounded(() => together(one, members, budget));
  });

/** Whether one substance can have lines with these sums, and be there for exactly these slots. */
function someLinesExist(
  bounds: readonly SumBound[],
  present: readonly Presence[],
  budget: SearchBudget,
): boolean {
  const forbidden = present.reduce((mask, its) => (its.there ? mask : mask | its.slots), 0n);
  if (!present.every(({ slots, there }) => !there || (slots & ~forbidden) !== 0n)) return false;
  // Lines that the sums cannot tell apart are one slot.
  const patterns = new Map<string, readonly boolean[]>();
  const all = bounds.reduce((mask, { slots }) => mask | slots, 0n) & ~forbidden;
  for (let slot = 0n; all >> slot > 0n; slot++) {
    if ((all & (1n << slot)) === 0n) continue;
    const counted = bounds.map(({ slots }) => (slots & (1n << slot)) !== 0n);
    patterns.set(counted.join(), counted);
  }
  const columns = [...patterns.values()];
  return amountsExist(
    columns.length,
    bounds.map((bound, at) => ({
      ...bound,
      slots: columns.reduce((mask, counted, to) => (counted[at] ? mask | (1n << BigInt(to)) : mask), 0n),
    })),
    budget,
  );
}

/**
 * What some members of a group answer together: an answer holds where it holds for one of them; undefined where there
 * are too many to tell apart.
 *
 * @throws SearchBoundReached
 */
function together(one: readonly Vector[], members: number, budget: SearchBudget): Vector[] | undefined {
  const reached = new Set<Vector>(one);
  // An answer needs one witness, so more members than answers add nothing.
  for (let count = 1; count < Math.min(members, MAX_SLICES); count++) {
    const before = reached.size;
    budget.look(before * one.length);
    for (const vector of [...reached]) for (const other of one) reached.add(vector | other);
    if (reached.size > MAX_VECTORS) return undefined;
    if (reached.size === before) break;
  }
  return [...reached];
}
