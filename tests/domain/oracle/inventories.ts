import type { ChemicalTest } from '../../../services/domain/condition/condition.ts';
import type { Bounds } from '../../../services/domain/values/interval.ts';
import type { InventoryLine } from './completed-facts.ts';
import { thousandths } from './completed-facts.ts';
import { BUILT_IN } from './dictionary.ts';
import type { OracleList } from './interpreter.ts';
import { isAskedFor, rangesOf } from './interpreter.ts';
import { firstOfEach, greatestCommonDivisor, nonEmptySubsets } from './sets.ts';

/**
 * Inventories that tell apart, for these tests, all that an unknown inventory can be (ADR 0001.4).
 *
 * Each substance that a test names or lists, and as many unlisted ones as there are tests, is absent or has up to one
 * line for every kind of activities that the tests tell apart (two lines of one kind are one line of their sum), with
 * amounts on a grid. `fineness` is the number of grid steps between two thresholds: several sums of shared lines must
 * be able to lie strictly between two thresholds at once, which four steps allow for three filters.
 */
export function representativeInventories(
  tests: readonly ChemicalTest[],
  lists: ReadonlyMap<string, OracleList>,
  fineness = 4,
): readonly (readonly InventoryLine[])[] {
  let inventories = new Map<string, readonly InventoryLine[]>([[tests.map(() => '0').join(''), []]]);
  for (const cas of substancesOf(tests, lists)) {
    const grown = new Map<string, readonly InventoryLine[]>();
    const fractions = fractionsOf(cas, tests, lists);
    const kinds = fractions.map((fraction) => ({
      fraction,
      asked: tests.filter((test) => isAskedFor({ cas, fraction }, test, lists)),
    }));
    const variants = linesOfOneSubstance(kinds, fineness);
    for (const [truths, lines] of inventories) {
      for (const variant of variants) {
        // Substances are never added together: a test holds of the whole iff it holds of one substance.
        const united = tests
          .map((test, i) => (truths[i] === '1' || variant.satisfied.has(test) ? '1' : '0'))
          .join('');
        if (!grown.has(united))
          grown.set(united, [...lines, ...variant.lines.map((line) => ({ cas, ...line }))]);
      }
    }
    inventories = grown;
  }
  return [...inventories.values()];
}

/** Mass fractions that stand for all that a substance can have: the ends of every range, and what lies between them. */
export function fractionsOf(
  cas: string,
  tests: readonly ChemicalTest[],
  lists: ReadonlyMap<string, OracleList>,
): readonly number[] {
  const ranges = tests.flatMap(({ substance, fraction }): readonly (Bounds | 'ANY')[] => {
    const list =
      'list' in substance ? substance.list : 'outsideList' in substance ? substance.outsideList : null;
    return [fraction ?? 'ANY', ...(list === null ? [] : rangesOf(lists.get(list)!, cas))];
  });
  const ends = ranges.flatMap((range) =>
    range === 'ANY' ? [] : Object.values(range).flatMap((end) => (end == null ? [] : [thousandths(end)])),
  );
  const points = [...new Set([0, ...ends, PURE])].filter((at) => at <= PURE).sort((a, b) => a - b);
  const all = points.flatMap((at, i) => (i === 0 ? [] : [(points[i - 1]! + at) / 2, at]));
  // The same lines are asked for with several of them.
  return firstOfEach(all, (fraction) =>
    tests.map((test) => (isAskedFor({ cas, fraction }, test, lists) ? '1' : '0')).join(''),
  );
}
const PURE = 100_000;

/** The substances that a test names or lists, and enough that none does. */
export function substancesOf(
  tests: readonly ChemicalTest[],
  lists: ReadonlyMap<string, OracleList>,
): readonly string[] {
  const named = tests.flatMap(({ substance }) => {
    if ('cas' in substance) return [substance.cas];
    if ('list' in substance) return lists.get(substance.list)!.members;
    if ('outsideList' in substance) return lists.get(substance.outsideList)!.members;
    return [];
  });
  return [...new Set([...named, ...tests.map((_, i) => `unlisted-${i}`)])];
}

interface Variant {
  readonly lines: readonly Omit<InventoryLine, 'cas'>[];
  readonly satisfied: ReadonlySet<ChemicalTest>;
}

/** Every set of tests that the lines of one substance can satisfy together, with lines that do. */
function linesOfOneSubstance(kinds: readonly FractionKind[], fineness: number): readonly Variant[] {
  const asked = [...new Set(kinds.flatMap((kind) => kind.asked))];
  const fractionsFor = (test: ChemicalTest) =>
    kinds.filter((kind) => kind.asked.includes(test)).map(({ fraction }) => fraction);
  const filterOf = (test: ChemicalTest) => `${activitiesAsked(test)}@${fractionsFor(test).join()}`;
  const filters = [...new Set(asked.map(filterOf))].sort().map((filter): Filter => {
    const its = asked.filter((test) => filterOf(test) === filter);
    return {
      activities: activitiesAsked(its[0]!),
      fractions: fractionsFor(its[0]!),
      limits: its
        .flatMap(({ moreThan }) => (moreThan == null ? [] : [thousandths(moreThan)]))
        .sort((a, b) => a - b),
    };
  });
  const place = new Map(asked.map((test) => [filterOf(test), 0]));
  for (const [i, filter] of [...place.keys()].sort().entries()) place.set(filter, i);
  const variants = holdings(filters, fineness).map(({ lines, sums }) => ({
    lines,
    satisfied: new Set(
      asked.filter((test) => {
        const sum = sums[place.get(filterOf(test))!]!;
        return sum !== null && (test.moreThan == null || sum > thousandths(test.moreThan));
      }),
    ),
  }));
  return firstOfEach(variants, ({ satisfied }) =>
    asked.map((test) => (satisfied.has(test) ? '1' : '0')).join(''),
  );
}

/** A mass fraction, and the tests that ask for a substance with it. */
interface FractionKind {
  readonly fraction: number;
  readonly asked: readonly ChemicalTest[];
}

/** Activities and mass fractions that tests ask for, and the amounts above which they do; none where they ask for presence only. */
interface Filter {
  readonly activities: string;
  readonly fractions: readonly number[];
  readonly limits: readonly number[];
}
/** Lines of one substance with what matters of them: for each filter the sum of the lines that pass, null if none. */
interface Holding {
  readonly lines: Variant['lines'];
  readonly sums: readonly (number | null)[];
}

function holdings(filters: readonly Filter[], fineness: number): readonly Holding[] {
  const key = JSON.stringify([filters, fineness]);
  const known = kept.get(key) ?? allHoldings(filters, fineness);
  kept.set(key, known);
  return known;
}
const kept = new Map<string, readonly Holding[]>();

function allHoldings(filters: readonly Filter[], fineness: number): readonly Holding[] {
  const amounts = gridOf(
    filters.flatMap(({ limits }) => limits),
    fineness,
  );
  const step = amounts[1]!;
  // Beyond its highest limit a sum makes no more difference.
  const ceilings = filters.map(({ limits }) => (limits.length > 0 ? limits.at(-1)! + step : 0));
  let found: readonly Holding[] = [{ lines: [], sums: filters.map(() => null) }];
  for (const { activities, fraction, passed } of distinctKinds(filters)) {
    const grown = found.flatMap(({ lines, sums }) =>
      amounts.map((amount) => ({
        lines: [...lines, { activities, fraction, amount }],
        sums: sums.map((sum, i) => (passed[i] ? Math.min((sum ?? 0) + amount, ceilings[i]!) : sum)),
      })),
    );
    found = firstOfEach([...found, ...grown], ({ sums }) => sums.join());
  }
  return firstOfEach(found, ({ sums }) =>
    sums
      .map((sum, i) => (sum === null ? -1 : filters[i]!.limits.filter((limit) => sum > limit).length))
      .join(),
  );
}

/** Amounts from nothing to just above the highest limit. */
export function gridOf(
  limits: readonly number[],
  fineness: number,
  known: readonly number[] = [],
): readonly number[] {
  const step = (greatestCommonDivisor([...limits, ...known]) || 1000) / fineness;
  const highest = Math.max(0, ...limits);
  return Array.from({ length: Math.round(highest / step) + 2 }, (_, i) => i * step);
}

/** The activities a test asks for; all five are as good as none, since every line has some. */
const activitiesAsked = ({ activities }: ChemicalTest): string => {
  const asked = [...new Set(activities ?? [])].sort();
  return asked.length === BUILT_IN.activities!.options!.length ? '' : asked.join(' ');
};

const passes = (activities: readonly string[], filter: string): boolean =>
  filter === '' || filter.split(' ').some((activity) => activities.includes(activity));

/** Activities and a mass fraction for each combination of filters that a line can pass. */
function distinctKinds(filters: readonly Filter[]) {
  const fractions = [...new Set(filters.flatMap((filter) => filter.fractions))];
  const kinds = fractions.flatMap((fraction) =>
    nonEmptySubsets(BUILT_IN.activities!.options!).map((activities) => ({
      activities,
      fraction,
      passed: filters.map(
        (filter) => filter.fractions.includes(fraction) && passes(activities, filter.activities),
      ),
    })),
  );
  return firstOfEach(kinds, ({ passed }) => passed.join()).filter(({ passed }) => passed.includes(true));
}
