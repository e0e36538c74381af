import { withoutCasNumber } from '../../facts/chemical-name.ts';
import type { SearchBudget } from '../../solver/budget.ts';
import { cellsWhere } from '../../solver/cells.ts';
import type { Formula, Variable } from '../../solver/formula.ts';
import { and, literal, not, or } from '../../solver/formula.ts';
import type { Encoding } from '../../solver/partition.ts';
import { switchVariable } from '../../solver/partition.ts';
import { amountsExist } from '../../solver/simplex.ts';
import { isCas } from '../../values/cas.ts';
import type { Rational } from '../../values/decimal.ts';
import { add, compare, subtract, ZERO } from '../../values/decimal.ts';
import { memoize } from '../../values/memoize.ts';
import type { ChemicalLine, Facts, OpenChemical } from '../facts.ts';
import type { Slice, Vector } from './answer-vectors.ts';
import { vectorEncoding, vectorsWhere } from './answer-vectors.ts';
import type { ProjectActs } from './domain.ts';
import type { ChemicalTest, FractionKind } from './substances.ts';
import { kindsAmong, LINE, namedSubstances } from './substances.ts';

/**
 * What a test says of a given inventory, of which amounts, mass fractions, activities and what some lines are may be
 * unknown.
 *
 * A line that is open may be any substance: one that another line is, one that a test names, or one named nowhere. Such
 * a line, and one whose mass fraction is unset where a test tells fractions apart, can turn out in several *ways*.
 *
 * @throws SearchBoundReached
 */
export function givenInventory(
  { chemicals, openChemicals, lists }: Facts,
  tests: readonly ChemicalTest[],
  projectActs: ProjectActs,
  budget: SearchBudget,
): Encoding<ChemicalTest> {
  const vectorsOf = answersOfSums(budget);
  const variables: Variable[] = [];
  const partsOf = new Map<ChemicalTest, Formula[]>(tests.map((test) => [test, []]));
  let exact = true;
  const put = (lines: readonly Placed[], its: readonly ChemicalTest[], where: Formula) => {
    budget.look((SUBSTANCE + LINE * lines.length) * its.length);
    const about = new Set(lines.flatMap(({ selected }) => selected));
    const asked = its.filter((test) => about.has(test));
    if (asked.length === 0) return;
    const substance = givenSubstance(lines, asked, projectActs, vectorsOf);
    variables.push(...substance.variables);
    if (substance.exact === false) exact = false;
    for (const test of asked) partsOf.get(test)!.push(and([where, substance.formula(test)]));
  };

  const kindsOf = kindsAmong(tests, lists, budget);
  const settled: Identity[] = [];
  const unsettled: { readonly line: ChemicalLine; readonly ways: readonly Way[] }[] = [];
  for (const [cas, lines] of chemicals!) {
    const fixed: Placed[] = [];
    const identity = { cas, lines: fixed };
    for (const line of lines) {
      budget.look(tests.length);
      const kinds = kindsOf(cas, line.fraction);
      const [{ selected }] = kinds as [FractionKind];
      if (kinds.length > 1)
        unsettled.push({ line, ways: kinds.map((kind) => ({ identity, selected: kind.selected })) });
      else if (selected.length > 0) fixed.push({ line, selected });
    }
    settled.push(identity);
  }
  const sums = tests.filter((test) => test.moreThan !== null);
  const waysAmong = (identities: readonly Identity[]) => {
    const waysOf = sharedWays(identities, kindsOf, budget);
    return openChemicals.map((line) => ({ line, ways: waysOf(line) }));
  };
  const addsUp = sums.length > 0;
  const wanted = identitiesOf(settled, openChemicals.length, lists, tests, addsUp, kindsOf);
  let places: readonly Unsettled[] = [...unsettled, ...waysAmong(wanted)];
  let identities = [...new Set([...settled, ...wanted])];
  const isTooMany = addsUp && combinations(places) > MAX_COMBINATIONS;
  if (isTooMany) {
    const few = identitiesOf(settled, openChemicals.length, lists, tests, false, kindsOf);
    places = [...unsettled, ...waysAmong(few)];
    identities = settled;
  }
  const turns = places.map(({ line, ways }) => {
    const variable: Variable = { full: cellsWhere(ways.length, () => true) };
    variables.push(variable);
    const turnsOut = (chosen: (way: Way) => boolean): Formula =>
      literal(
        variable,
        cellsWhere(ways.length, (cell) => chosen(ways[cell]!)),
      );
    return { line, ways, turnsOut };
  });
  const turnsAt = byIdentity(turns);
  // A line only adds to what is there, so whether a substance is there at all hangs on each line by itself.
  for (const test of tests.filter(({ moreThan }) => moreThan === null))
    for (const { line, ways, turnsOut } of turns) {
      budget.look(ways.length);
      const { activities } = line;
      const acts = activities === null ? projectActs(test.mask) : (activities & test.mask) !== 0;
      partsOf.get(test)!.push(and([acts, turnsOut((way) => isAbout(way, test))]));
    }
  for (const identity of identities) {
    const here = turnsAt.get(identity) ?? [];
    if (isTooMany || here.length === 0 || !addsUp) {
      put(identity.lines, tests, true);
      continue;
    }
    put(
      identity.lines,
      tests.filter(({ moreThan }) => moreThan === null),
      true,
    );
    for (const chosen of choices(here.map(({ ways }) => waysAt(identity, ways))))
      put(
        [
          ...identity.lines,
          ...chosen.flatMap((way, at) => (way ? [{ line: here[at]!.line, selected: way.selected }] : [])),
        ],
        sums,
        and(
          here.map(({ turnsOut }, at) => {
            const way = chosen[at];
            return turnsOut((other) => (way ? other === way : other.identity !== identity));
          }),
        ),
      );
  }
  if (isTooMany)
    // Too many ways to add them up: each amount may be exceeded or not, which only adds completions.
    for (const test of sums) {
      budget.look(places.length);
      if (!places.some(({ ways }) => ways.some((way) => isAbout(way, test)))) continue;
      const { variable, on } = switchVariable();
      variables.push(variable);
      partsOf.get(test)!.push(on);
      exact = false;
    }
  return { variables, formula: (test) => or(partsOf.get(test)!), exact };
}

/** What a substance costs beside its lines. */
const SUBSTANCE = 20;
/** More ways to put the lines that are not settled are not told apart where amounts are asked. */
const MAX_COMBINATIONS = 2_048;

/** A line with the tests that are about it. */
interface Placed {
  readonly line: ChemicalLine;
  readonly selected: readonly ChemicalTest[];
}

/** Something that lines are or can turn out to be. */
interface Identity {
  /** Undefined: named nowhere. */
  readonly cas: string | undefined;
  /** The lines that are known to be it, with a mass fraction that is settled. */
  readonly lines: readonly Placed[];
}

/** One way in which a line can turn out: what it is, with a mass fraction about which these tests are. */
interface Way {
  readonly identity: Identity;
  readonly selected: readonly ChemicalTest[];
}
interface Unsettled {
  readonly line: ChemicalLine;
  readonly ways: readonly Way[];
}

const isAbout = ({ selected }: Way, test: ChemicalTest): boolean => setOf(selected).has(test);
const setOf = memoize((tests: readonly ChemicalTest[]): ReadonlySet<ChemicalTest> => new Set(tests));

/** Lines are alike but for what they are called and their mass fraction. Each costs what it would by itself. */
function sharedWays(
  identities: readonly Identity[],
  kindsOf: ReturnType<typeof kindsAmong>,
  budget: SearchBudget,
): (line: OpenChemical) => readonly Way[] {
  const names = new Set(identities.map(({ cas }) => cas).filter((cas) => cas !== undefined && !isCas(cas)));
  const known = new Map<string, { readonly among: number; readonly ways: readonly Way[] }>();
  return ({ row, fraction }) => {
    const name = names.size > 0 ? withoutCasNumber(row.name) : '';
    const key = `${fraction ? `${fraction.n}/${fraction.d}` : ''} ${names.has(name) ? name : ''}`;
    const found = known.get(key);
    if (found) {
      budget.look(LINE * found.among);
      return found.ways;
    }
    // What has no CAS number is what it is called; all else may be called anything.
    const among = identities.filter(({ cas }) => cas === undefined || isCas(cas) || cas === name);
    const ways = among.flatMap((identity) =>
      kindsOf(identity.cas, fraction).map(({ selected }) => ({ identity, selected })),
    );
    known.set(key, { among: among.length, ways });
    return ways;
  };
}

/** The ways in which a line is this; undefined where it can be something else too. */
function waysAt(identity: Identity, ways: readonly Way[]): readonly (Way | undefined)[] {
  const here = ways.filter((way) => way.identity === identity);
  return here.length < ways.length ? [undefined, ...here] : here;
}

/** The lines that can turn out to be each identity. */
function byIdentity<Turn extends Unsettled>(turns: readonly Turn[]): ReadonlyMap<Identity, readonly Turn[]> {
  const found = new Map<Identity, Turn[]>();
  for (const turn of turns)
    for (const identity of new Set(turn.ways.map((way) => way.identity))) {
      const its = found.get(identity);
      if (its) its.push(turn);
      else found.set(identity, [turn]);
    }
  return found;
}

/** In how many ways the lines that are not settled can be put together, added up over what they can be. */
const combinations = (places: readonly Unsettled[]): number =>
  [...byIdentity(places)].reduce(
    (sum, [identity, its]) =>
      sum + its.reduce((product, { ways }) => product * waysAt(identity, ways).length, 1),
    0,
  );

const choices = <T>(lists: readonly (readonly T[])[]): readonly (readonly T[])[] =>
  lists.reduce<readonly (readonly T[])[]>(
    (chosen, list) => chosen.flatMap((before) => list.map((one) => [...before, one])),
    [[]],
  );

/**
 * What open lines can turn out to be, as far as a test tells it apart.
 *
 * @param open how many there are
 * @param addsUp whether amounts are asked: then it matters which lines are one substance
 */
function identitiesOf(
  settled: readonly Identity[],
  open: number,
  lists: Facts['lists'],
  tests: readonly ChemicalTest[],
  addsUp: boolean,
  kindsOf: ReturnType<typeof kindsAmong>,
): readonly Identity[] {
  if (open === 0) return [];
  const placeOf = new Map(tests.map((test, at) => [test, at]));
  const kinds = new Map<string, number>();
  const textOf = memoize((its: readonly FractionKind[]): string =>
    its.map(({ selected }) => selected.map((test) => placeOf.get(test)).join()).join(';'),
  );
  const kindOf = (cas: string | undefined): string => textOf(kindsOf(cas, null));
  const isEnough = (cas: string | undefined) => {
    const kind = kindOf(cas);
    const known = kinds.get(kind) ?? 0;
    kinds.set(kind, known + 1);
    return known >= (addsUp && kind !== '' ? open : 1);
  };
  const given = addsUp ? settled.filter(({ cas }) => kindOf(cas) !== '') : [];
  const taken = new Set(given.map(({ cas }) => cas));
  const others = [...namedSubstances(lists, tests)].filter((cas) => !taken.has(cas));
  const unnamed = Array.from({ length: open }, () => undefined);
  return [...given, ...[...others, ...unnamed].flatMap((cas) => (isEnough(cas) ? [] : [{ cas, lines: [] }]))];
}

/** More than `threshold` in the lines of `slots`, whose amounts are unset. */
interface UnsetSum {
  readonly slots: bigint;
  readonly threshold: Rational;
}

/** What the lines of one substance say. */
function givenSubstance(
  placed: readonly Placed[],
  tests: readonly ChemicalTest[],
  projectActs: ProjectActs,
  vectorsOf: ReturnType<typeof answersOfSums>,
): Encoding<ChemicalTest> {
  // Unset amounts of lines that no test tells apart are one unset amount.
  const selectedBy = memoize(({ selected }: Placed) => new Set(selected));
  const slotOf = memoize((one: Placed) => {
    const selected = selectedBy(one);
    return `${one.line.activities}:${tests.map((test) => (selected.has(test) ? '1' : '0')).join('')}`;
  });
  const unset = [...new Set(placed.filter(({ line }) => line.tonnes === null).map(slotOf))];
  const sums = new Map<string, UnsetSum>();
  /** What the lines that match say: settled, or a sum of unset amounts. */
  const reading = (matching: readonly Placed[], { moreThan }: ChemicalTest): boolean | string => {
    if (moreThan === null) return matching.length > 0;
    const known = matching.reduce((sum, { line }) => (line.tonnes ? add(sum, line.tonnes) : sum), ZERO);
    if (compare(known, moreThan) > 0) return true;
    const open = new Set(matching.filter(({ line }) => line.tonnes === null).map(slotOf));
    const slots = unset.reduce((mask, slot, at) => (open.has(slot) ? mask | (1n << BigInt(at)) : mask), 0n);
    if (slots === 0n) return false;
    const threshold = subtract(moreThan, known);
    const key = `${slots}>${threshold.n}/${threshold.d}`;
    sums.set(key, { slots, threshold });
    return key;
  };
  const readings = tests.map((test) => {
    const its = placed.filter((one) => selectedBy(one).has(test));
    const own = its.filter(({ line }) => line.activities !== null && (line.activities & test.mask) !== 0);
    const likeTheProject = its.filter(({ line }) => line.activities === null);
    return {
      test,
      withProject: reading([...own, ...likeTheProject], test),
      alone: reading(own, test),
      dependent: likeTheProject.length > 0,
    };
  });
  const encoding = sumsEncoding(unset.length, sums, vectorsOf);
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

function sumsEncoding(
  slotCount: number,
  sums: ReadonlyMap<string, UnsetSum>,
  vectorsOf: ReturnType<typeof answersOfSums>,
): Encoding<UnsetSum> {
  if (sums.size === 0) return { variables: [], formula: () => false };
  return vectorEncoding(vectorsOf(slotCount, sums), [...sums.values()]);
}

/** What some sums can answer together; substances whose lines are alike ask the same, and are worked out once. */
function answersOfSums(budget: SearchBudget) {
  const known = new Map<string, readonly Vector[] | undefined>();
  return (slotCount: number, sums: ReadonlyMap<string, UnsetSum>): readonly Vector[] | undefined => {
    const key = `${slotCount} ${[...sums.keys()].join(' ')}`;
    if (!known.has(key)) {
      const slices = [...sums.values()].map(
        ({ slots, threshold }): Slice => ({ slots, moreThan: threshold }),
      );
      known.set(
        key,
        vectorsWhere(slices, (bounds) => amountsExist(slotCount, bounds, budget)),
      );
    }
    return known.get(key);
  };
}
