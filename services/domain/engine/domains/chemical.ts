import { ALL_ACTIVITIES } from '../../condition/tests.ts';
import type { Formula } from '../../solver/formula.ts';
import { or } from '../../solver/formula.ts';
import type { Encoding } from '../../solver/partition.ts';
import type { SumBound } from '../../solver/simplex.ts';
import { amountsExist } from '../../solver/simplex.ts';
import { add, compare, ZERO } from '../../values/decimal.ts';
import type { Facts } from '../facts.ts';
import type { Presence, Slice, Vector } from './answer-vectors.ts';
import { MAX_SLICES, MAX_VECTORS, vectorEncoding, vectorsWhere } from './answer-vectors.ts';
import type { FactDomain } from './domain.ts';
import { unknownFact } from './domain.ts';
import { givenInventory } from './given-inventory.ts';
import { inventoryWhere } from './inventory-where.ts';
import type { ChemicalTest } from './substances.ts';
import { namedSubstances, selects } from './substances.ts';

/** The inventory of hazardous chemicals: TRUE if some one substance meets a test (DESIGN 2.3). */
export const CHEMICAL: FactDomain<ChemicalTest> = {
  truth(test, facts) {
    if (!facts.chemicals) return undefined;
    let unsettled = false;
    for (const [cas, lines] of facts.chemicals) {
      if (!selects(test, cas, facts.lists)) continue;
      let sum = ZERO;
      for (const line of lines) {
        const activities = line.activities ?? facts.activities;
        if (activities === null) unsettled = true;
        else if ((activities & test.mask) !== 0) {
          if (test.moreThan === null) return true;
          if (line.tonnes === null) unsettled = true;
          else sum = add(sum, line.tonnes);
        }
      }
      if (test.moreThan !== null && compare(sum, test.moreThan) > 0) return true;
    }
    for (const { activities: its, tonnes } of facts.openChemicals) {
      const activities = its ?? facts.activities;
      if (activities !== null && (activities & test.mask) === 0) continue;
      // Whatever it is, it is a chemical.
      const isSelected = 'any' in test.substance && activities !== null;
      if (isSelected && (test.moreThan === null || (tonnes && compare(tonnes, test.moreThan) > 0)))
        return true;
      unsettled = true;
    }
    return unsettled ? undefined : false;
  },
  unknowns(tests, facts, projectActs) {
    if (facts.chemicals) return [unknownFact('chemicals', tests, givenInventory(facts, tests, projectActs))];
    const { lists } = facts;
    const encoding = unknownInventory(lists, tests);
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

/**
 * What a test says of an inventory that is wholly unknown: any substances, any lines, any amounts (ADR 0001.4).
 *
 * Substances that no test tells apart form a group. What one of a group can answer to all questions is a set of
 * vectors; a group answers with what its members answer together, as many of them as there are.
 */
function unknownInventory(lists: Facts['lists'], tests: readonly ChemicalTest[]): Encoding<ChemicalTest> {
  const groups = new Map<string, { readonly tests: readonly ChemicalTest[]; members: number }>();
  for (const cas of [...namedSubstances(lists, tests), undefined]) {
    const its = tests.filter((test) => selects(test, cas, lists));
    if (its.length === 0) continue;
    const signature = its.map((test) => tests.indexOf(test)).join();
    const group = groups.get(signature) ?? { tests: its, members: 0 };
    group.members += cas === undefined ? Number.POSITIVE_INFINITY : 1;
    groups.set(signature, group);
  }
  const variables: Encoding<ChemicalTest>['variables'][number][] = [];
  const partsOf = new Map<ChemicalTest, Formula[]>(tests.map((test) => [test, []]));
  let exact = true;
  for (const group of groups.values()) {
    const encoding = groupEncoding(group.tests, group.members);
    variables.push(...encoding.variables);
    if (encoding.exact === false) exact = false;
    for (const test of group.tests) partsOf.get(test)!.push(encoding.formula(test));
  }
  return { variables, formula: (test) => or(partsOf.get(test)!), exact };
}

function groupEncoding(tests: readonly ChemicalTest[], members: number): Encoding<ChemicalTest> {
  const slices = new Map<string, Slice>();
  const keyOf = ({ mask, moreThan }: ChemicalTest) =>
    `${mask}>${moreThan ? `${moreThan.n}/${moreThan.d}` : ''}`;
  for (const test of tests) slices.set(keyOf(test), { mask: test.mask, moreThan: test.moreThan });
  const keys = [...slices.keys()].sort();
  const encoding = vectorEncoding(
    groupVectors(
      keys.map((key) => slices.get(key)!),
      members,
      keys.join(),
    ),
    keys,
  );
  return { ...encoding, formula: (test) => encoding.formula(keyOf(test)) };
}

/** The same catalogs ask the same questions of every project, so their answers are kept. */
const GROUP_VECTORS = new Map<string, readonly Vector[] | undefined>();
const MAX_GROUPS = 1_000;

function groupVectors(slices: readonly Slice[], members: number, key: string): readonly Vector[] | undefined {
  const its = `${Math.min(members, MAX_SLICES)}:${key}`;
  if (!GROUP_VECTORS.has(its)) {
    if (GROUP_VECTORS.size >= MAX_GROUPS) GROUP_VECTORS.clear();
    const one = vectorsWhere(slices, (bounds, present) => someLinesExist(bounds, present));
    GROUP_VECTORS.set(its, one && together(one, members));
  }
  return GROUP_VECTORS.get(its);
}

/** Whether one substance can have lines with these sums, and be there for exactly these activities. */
function someLinesExist(bounds: readonly SumBound[], present: readonly Presence[]): boolean {
  const forbidden = present.reduce((mask, its) => (its.there ? mask : mask | its.mask), 0);
  const wanted = present.filter((its) => its.there);
  // A slot for every set of activities that a line may have.
  const slots: number[] = [];
  for (let activities = 1; activities <= ALL_ACTIVITIES; activities++) {
    if ((activities & forbidden) === 0) slots.push(activities);
  }
  if (!wanted.every(({ mask }) => (mask & ~forbidden) !== 0)) return false;
  // Lines that the sums cannot tell apart are one slot.
  const patterns = new Set(
    slots.map((activities) =>
      bounds.reduce((bits, { slots: mask }, at) => (activities & mask ? bits | (1 << at) : bits), 0),
    ),
  );
  const columns = [...patterns].filter((pattern) => pattern !== 0);
  const overColumns = bounds.map((bound, at) => ({
    ...bound,
    slots: columns.reduce((mask, pattern, column) => (pattern & (1 << at) ? mask | (1 << column) : mask), 0),
  }));
  return amountsExist(columns.length, overColumns);
}

/** What some members of a group answer together: an answer holds where it holds for one of them. */
function together(one: readonly Vector[], members: number): Vector[] | undefined {
  const reached = new Set<Vector>(one);
  // An answer needs one witness, so more members than answers add nothing.
  for (let count = 1; count < Math.min(members, MAX_SLICES); count++) {
    const before = reached.size;
    for (const vector of [...reached]) for (const other of one) reached.add(vector | other);
    if (reached.size > MAX_VECTORS) return undefined;
    if (reached.size === before) break;
  }
  return [...reached];
}
