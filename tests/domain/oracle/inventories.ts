import type { ChemicalTest } from '../../../services/domain/condition.ts';
import type { SubstanceList } from '../../../services/domain/fact.ts';
import type { InventoryLine } from './completed-facts.ts';
import { thousandths } from './completed-facts.ts';
import { BUILT_IN } from './dictionary.ts';
import { isAskedFor } from './interpreter.ts';
import { greatestCommonDivisor, nonEmptySubsets } from './sets.ts';

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
  lists: ReadonlyMap<string, SubstanceList>,
  fineness = 4,
): readonly (readonly InventoryLine[])[] {
  let inventories = new Map<string, readonly InventoryLine[]>([[tests.map(() => '0').join(''), []]]);
  for (const cas of substancesOf(tests, lists)) {
    const grown = new Map<string, readonly InventoryLine[]>();
    const asked = tests.filter((test) => isAskedFor(cas, test.substance, lists));
    for (const [truths, lines] of inventories) {
      for (const variant of linesOfOneSubstance(asked, fineness)) {
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

/** The substances that a test names or lists, and enough that none does. */
function substancesOf(
  tests: readonly ChemicalTest[],
  lists: ReadonlyMap<string, SubstanceList>,
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
function linesOfOneSubstance(asked: readonly ChemicalTest[], fineness: number): readonly Variant[] {
  const filters = [...new Set(asked.map(filterOf))];
  const key = JSON.stringify([fineness, asked.map((test) => [filterOf(test), test.moreThan ?? null])]);
  const holdings = remembered.get(key) ?? holdingsOf(filters, asked, fineness);
  remembered.set(key, holdings);
  return holdings.map(({ lines, satisfied }) => ({
    lines,
    satisfied: new Set(satisfied.map((i) => asked[i]!)),
  }));
}
interface Holding {
  readonly lines: Variant['lines'];
  /** Places of the tests satisfied. */
  readonly satisfied: readonly number[];
}
const remembered = new Map<string, readonly Holding[]>();

function holdingsOf(
  filters: readonly string[],
  asked: readonly ChemicalTest[],
  fineness: number,
): readonly Holding[] {
  const limits = asked.flatMap((test) => (test.moreThan == null ? [] : [thousandths(test.moreThan)]));
  const amounts = gridOf(limits, fineness);
  const ceiling = amounts.at(-1)!;
  // What matters of the lines so far: for each filter, whether a line passes it, and the sum of those that do.
  let states = new Map<string, State>([['', { lines: [], sums: filters.map(() => null) }]]);
  for (const activities of distinctActivities(filters)) {
    const grown = new Map(states);
    for (const state of states.values()) {
      for (const amount of amounts) {
        const sums = state.sums.map((sum, i) =>
          passes(activities, filters[i]!) ? Math.min((sum ?? 0) + amount, ceiling) : sum,
        );
        const key = sums.join();
        if (!grown.has(key)) grown.set(key, { lines: [...state.lines, { activities, amount }], sums });
      }
    }
    states = grown;
  }
  const holdings = new Map<string, Holding>();
  for (const { lines, sums } of states.values()) {
    const satisfied = asked.flatMap((test, i) => {
      const sum = sums[filters.indexOf(filterOf(test))]!;
      return sum !== null && (test.moreThan == null || sum > thousandths(test.moreThan)) ? [i] : [];
    });
    const key = satisfied.join();
    if (!holdings.has(key)) holdings.set(key, { lines, satisfied });
  }
  return [...holdings.values()];
}
interface State {
  readonly lines: Holding['lines'];
  readonly sums: readonly (number | null)[];
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

const filterOf = (test: ChemicalTest): string => [...new Set(test.activities ?? [])].sort().join(' ');

const passes = (activities: readonly string[], filter: string): boolean =>
  filter === '' || filter.split(' ').some((activity) => activities.includes(activity));

/** One set of activities for each combination of filters that a line can pass. */
function distinctActivities(filters: readonly string[]): readonly (readonly string[])[] {
  const byPassed = new Map<string, readonly string[]>();
  for (const activities of nonEmptySubsets(BUILT_IN.activities!.options!)) {
    const key = filters.map((filter) => passes(activities, filter)).join();
    if (!byPassed.has(key)) byPassed.set(key, activities);
  }
  return [...byPassed.values()];
}
