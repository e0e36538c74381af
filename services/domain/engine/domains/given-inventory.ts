import { cellsWhere } from '../../solver/cells.ts';
import type { Formula, Variable } from '../../solver/formula.ts';
import { and, literal, not, or } from '../../solver/formula.ts';
import type { Encoding } from '../../solver/partition.ts';
import { switchVariable } from '../../solver/partition.ts';
import { amountsExist } from '../../solver/simplex.ts';
import { isCas } from '../../values/cas.ts';
import type { Rational } from '../../values/decimal.ts';
import { add, compare, subtract, ZERO } from '../../values/decimal.ts';
import type { ChemicalLine, Facts, OpenChemical } from '../facts.ts';
import type { Slice } from './answer-vectors.ts';
import { vectorEncoding, vectorsWhere } from './answer-vectors.ts';
import type { ProjectActs } from './domain.ts';
import type { ChemicalTest } from './substances.ts';
import { namedSubstances, selects } from './substances.ts';

/**
 * What a test says of a given inventory, of which amounts, activities and what some lines are may be unknown.
 *
 * A line that is open may be any substance: one that another line is, one that a test names, or one named nowhere.
 */
export function givenInventory(
  { chemicals, openChemicals: open, lists }: Facts,
  tests: readonly ChemicalTest[],
  projectActs: ProjectActs,
): Encoding<ChemicalTest> {
  const variables: Variable[] = [];
  const partsOf = new Map<ChemicalTest, Formula[]>(tests.map((test) => [test, []]));
  let exact = true;
  const put = (lines: readonly ChemicalLine[], its: readonly ChemicalTest[], where: Formula) => {
    if (its.length === 0 || lines.length === 0) return;
    const substance = givenSubstance(lines, its, projectActs);
    variables.push(...substance.variables);
    if (substance.exact === false) exact = false;
    for (const test of its) partsOf.get(test)!.push(and([where, substance.formula(test)]));
  };
  // An open line only adds to what is there, so whether a substance is there at all hangs on each line by itself.
  const sums = open.length > 0 ? tests.filter((test) => test.moreThan !== null) : [];
  const addedUp = identitiesOf(chemicals!, open, lists, tests, sums.length > 0);
  const isTooMany = addedUp.length * 2 ** open.length > MAX_COMBINATIONS;
  const identities = isTooMany ? identitiesOf(chemicals!, open, lists, tests, false) : addedUp;
  const alone = sums.length > 0 && !isTooMany ? tests.filter((test) => test.moreThan === null) : tests;
  for (const [cas, lines] of chemicals!)
    put(
      lines,
      alone.filter((test) => selects(test, cas, lists)),
      true,
    );
  if (open.length === 0) return { variables, formula: (test) => or(partsOf.get(test)!), exact };

  const is = open.map((line) => {
    const own = identities.filter((identity) => mayBe(line, identity));
    const variable: Variable = { full: cellsWhere(own.length, () => true) };
    variables.push(variable);
    return (chosen: (identity: Identity) => boolean): Formula =>
      literal(
        variable,
        cellsWhere(own.length, (cell) => chosen(own[cell]!)),
      );
  });
  for (const test of tests.filter(({ moreThan }) => moreThan === null))
    for (const [at, { activities }] of open.entries()) {
      const acts = activities === null ? projectActs(test.mask) : (activities & test.mask) !== 0;
      partsOf.get(test)!.push(and([acts, is[at]!(({ cas }) => selects(test, cas, lists))]));
    }
  if (isTooMany) {
    // Too many ways to add them up: each amount may be exceeded or not, which only adds completions.
    for (const test of sums) {
      const { variable, on } = switchVariable();
      variables.push(variable);
      partsOf.get(test)!.push(on);
    }
    return { variables, formula: (test) => or(partsOf.get(test)!), exact: exact && sums.length === 0 };
  }
  for (const identity of identities) {
    const its = sums.filter((test) => selects(test, identity.cas, lists));
    if (its.length === 0) continue;
    for (let chosen = 0; chosen < 2 ** open.length; chosen++) {
      const added = open.filter((_, at) => chosen & (1 << at));
      if (!added.every((line) => mayBe(line, identity))) continue;
      const where = and(
        open.flatMap((line, at) => {
          if (!mayBe(line, identity)) return [];
          const here = is[at]!((other) => other === identity);
          return [chosen & (1 << at) ? here : not(here)];
        }),
      );
      put([...identity.lines, ...added], its, where);
    }
  }
  return { variables, formula: (test) => or(partsOf.get(test)!), exact };
}

/** More ways to put the open lines to substances than this are not told apart where amounts are asked. */
const MAX_COMBINATIONS = 2_048;

/** Something that an open line can turn out to be. */
interface Identity {
  /** Undefined: named nowhere. */
  readonly cas: string | undefined;
  /** What else is known to be it. */
  readonly lines: readonly ChemicalLine[];
}

/** What has no CAS number is what it is called; all else may be called anything. */
const mayBe = ({ row }: OpenChemical, { cas }: Identity): boolean =>
  cas === undefined || isCas(cas) || cas === row.key;

/**
 * What the open lines can turn out to be, as far as a test tells it apart.
 *
 * @param addsUp whether amounts are asked: then it matters which lines are one substance
 */
function identitiesOf(
  chemicals: ReadonlyMap<string, readonly ChemicalLine[]>,
  open: readonly OpenChemical[],
  lists: Facts['lists'],
  tests: readonly ChemicalTest[],
  addsUp: boolean,
): readonly Identity[] {
  const kinds = new Map<string, number>();
  const isEnough = (cas: string | undefined) => {
    const kind = tests.map((test) => (selects(test, cas, lists) ? '1' : '0')).join('');
    const known = kinds.get(kind) ?? 0;
    kinds.set(kind, known + 1);
    return known >= (addsUp && kind.includes('1') ? open.length : 1);
  };
  const given = addsUp
    ? [...chemicals].filter(([cas]) => tests.some((test) => selects(test, cas, lists)))
    : [];
  const taken = new Set(given.map(([cas]) => cas));
  const others = [...namedSubstances(lists, tests)].filter((cas) => !taken.has(cas));
  return [
    ...given.map(([cas, lines]) => ({ cas, lines })),
    ...[...others, ...open.map(() => undefined)].flatMap((cas) =>
      isEnough(cas) ? [] : [{ cas, lines: [] }],
    ),
  ];
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
