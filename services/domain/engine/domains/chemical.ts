import { ALL_ACTIVITIES } from '../../condition/tests.ts';
import type { Formula } from '../../solver/formula.ts';
import { and, not, or } from '../../solver/formula.ts';
import type { Encoding } from '../../solver/partition.ts';
import { partition, switchVariable } from '../../solver/partition.ts';
import type { SumBound } from '../../solver/simplex.ts';
import { amountsExist } from '../../solver/simplex.ts';
import type { Rational } from '../../values/decimal.ts';
import { add, compare, subtract, ZERO } from '../../values/decimal.ts';
import type { ChemicalLine, Facts } from '../facts.ts';
import type { FactDomain, ProjectActs } from './domain.ts';
import { unknownFact } from './domain.ts';
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
    return unsettled ? undefined : false;
  },
  unknowns(tests, { chemicals, lists }, projectActs) {
    if (chemicals)
      return [unknownFact('chemicals', tests, givenInventory(chemicals, lists, tests, projectActs))];
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

/** What a test says of a given inventory, activities and amounts of which may be unknown. */
function givenInventory(
  inventory: ReadonlyMap<string, readonly ChemicalLine[]>,
  lists: Facts['lists'],
  tests: readonly ChemicalTest[],
  projectActs: ProjectActs,
): Encoding<ChemicalTest> {
  const variables: Encoding<ChemicalTest>['variables'][number][] = [];
  const partsOf = new Map<ChemicalTest, Formula[]>(tests.map((test) => [test, []]));
  let exact = true;
  for (const [cas, lines] of inventory) {
    const its = tests.filter((test) => selects(test, cas, lists));
    const substance = givenSubstance(lines, its, projectActs);
    variables.push(...substance.variables);
    if (substance.exact === false) exact = false;
    for (const test of its) partsOf.get(test)!.push(substance.formula(test));
  }
  return { variables, formula: (test) => or(partsOf.get(test)!), exact };
}

/** More than `threshold` in the lines of `slots`, whose amounts are unset. */
interface UnsetSum {
  readonly slots: number;
  readonly threshold: Rational;
}

function givenSubstance(
  lines: readonly ChemicalLine[],
  tests: readonly ChemicalTest[],
  projectActs: ProjectActs,
): Encoding<ChemicalTest> {
  // Unset amounts of lines with the same activities are one unset amount.
  const unset = [...new Set(lines.filter((line) => line.tonnes === null).map((line) => line.activities))];
  const sums = new Map<string, UnsetSum>();
  /** What the lines that match say: settled, or a sum of unset amounts. */
  const reading = (matching: readonly ChemicalLine[], { moreThan }: ChemicalTest): boolean | string => {
    if (moreThan === null) return matching.length > 0;
    const known = matching.reduce((sum, line) => (line.tonnes ? add(sum, line.tonnes) : sum), ZERO);
    if (compare(known, moreThan) > 0) return true;
    const open = new Set(matching.filter((line) => line.tonnes === null).map((line) => line.activities));
    const slots = unset.reduce<number>(
      (mask, activities, at) => (open.has(activities) ? mask | (1 << at) : mask),
      0,
    );
    if (slots === 0) return false;
    const threshold = subtract(moreThan, known);
    const key = `${slots}>${threshold.n}/${threshold.d}`;
    sums.set(key, { slots, threshold });
    return key;
  };
  const readings = tests.map((test) => {
    const own = lines.filter((line) => line.activities !== null && (line.activities & test.mask) !== 0);
    const likeTheProject = lines.filter((line) => line.activities === null);
    return {
      test,
      withProject: reading([...own, ...likeTheProject], test),
      alone: reading(own, test),
      dependent: likeTheProject.length > 0,
    };
  });
  const encoding = sumsEncoding(unset.length, [...sums.values()]);
  const formulaOf = (said: boolean | string) =>
    typeof said === 'boolean' ? said : encoding.formula(sums.get(said)!);
  const formulas = new Map(
    readings.map(({ test, withProject, alone, dependent }) => {
      const acts = dependent ? projectActs(test.mask) : false;
      return [test, or([and([acts, formulaOf(withProject)]), and([not(acts), formulaOf(alone)])])];
    }),
  );
  return { variables: encoding.variables, formula: (test) => formulas.get(test)!, exact: encoding.exact };
}

function sumsEncoding(slotCount: number, sums: readonly UnsetSum[]): Encoding<UnsetSum> {
  if (sums.length === 0) return { variables: [], formula: () => false };
  const slices = sums.map(({ slots, threshold }): Slice => ({ mask: slots, moreThan: threshold }));
  const vectors = vectorsWhere(slices, (bounds) => amountsExist(slotCount, bounds));
  return vectorEncoding(vectors, sums);
}

/** One question about one substance: the activities asked for (or the slots) and the amount. */
interface Slice {
  readonly mask: number;
  readonly moreThan: Rational | null;
}

/** Answers to all slices, one bit each. */
type Vector = number;

/** More answers than this to the questions about one group of substances are not told apart any more. */
const MAX_VECTORS = 2_048;
const MAX_SLICES = 24;

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

interface Presence {
  readonly mask: number;
  readonly there: boolean;
}

/** Every vector of answers that can be; undefined where there are too many to tell apart. */
function vectorsWhere(
  slices: readonly Slice[],
  possible: (bounds: readonly SumBound[], present: readonly Presence[]) => boolean,
): Vector[] | undefined {
  if (slices.length > MAX_SLICES) return undefined;
  let vectors: { vector: Vector; bounds: SumBound[]; present: Presence[] }[] = [
    { vector: 0, bounds: [], present: [] },
  ];
  for (const [at, { mask, moreThan }] of slices.entries()) {
    const longer: typeof vectors = [];
    for (const { vector, bounds, present } of vectors) {
      for (const holds of [false, true]) {
        const next = moreThan
          ? { bounds: [...bounds, { slots: mask, threshold: moreThan, above: holds }], present }
          : { bounds, present: [...present, { mask, there: holds }] };
        if (possible(next.bounds, next.present))
          longer.push({ vector: holds ? vector | (1 << at) : vector, ...next });
      }
    }
    if (longer.length > MAX_VECTORS) return undefined;
    vectors = longer;
  }
  return vectors.map(({ vector }) => vector);
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

/** The encoding of some answer vectors; where they are too many, every answer by itself, which only adds completions. */
function vectorEncoding<T>(vectors: readonly Vector[] | undefined, tests: readonly T[]): Encoding<T> {
  if (vectors)
    return partition(vectors, tests, (vector, test) => (vector & (1 << tests.indexOf(test))) !== 0);
  const switches = new Map(tests.map((test) => [test, switchVariable()]));
  return {
    variables: [...switches.values()].map(({ variable }) => variable),
    formula: (test) => switches.get(test)!.on,
    exact: false,
  };
}
