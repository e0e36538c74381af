import type { SearchBudget } from '../../solver/budget.ts';
import { unlessBounded } from '../../solver/budget.ts';
import type { Encoding, ValueEncoding } from '../../solver/partition.ts';
import { eachByItself, partition } from '../../solver/partition.ts';
import type { Rational } from '../../values/decimal.ts';
import { fromInteger, ZERO } from '../../values/decimal.ts';
import { contains, pointAt } from '../../values/interval.ts';
import { memoizeByKey } from '../../values/memoize.ts';
import type { ProductAmount, ProductKinds, ProductRow } from '../facts.ts';
import type { FactDomain, TestOf } from './domain.ts';
import { unknownFact } from './domain.ts';
import type { LineWay, SumWay } from './product-amounts.ts';
import { largestEnd, lineWays, sumWays, wholeNumber } from './product-amounts.ts';
import { amountOf, isTerm, statedProducts } from './stated-products.ts';

export type ProductTest = TestOf<'product'>;

/**
 * What the project makes. A row is the terms that its name belongs to; one that nobody knows may be any of them
 * (ADR 0007). A test is on the rows that are its term: on their sum, or on some line of one of them.
 */
export const PRODUCT: FactDomain<ProductTest> = {
  truth(test, facts) {
    const { products, terms } = facts;
    if (!products) return undefined;
    const { interval, of, dimension } = test;
    const its = statedProducts(terms.tested(test), facts);
    if (!its.isMade) return its.isOpen ? undefined : false;
    if (!interval) return true;
    if (of === 'PER_LINE') {
      if (its.hasLineWithin(interval, dimension)) return true;
      return its.isOpen || !its.knowsLines(dimension) ? undefined : false;
    }
    const sum = its.isOpen ? undefined : its.sum(of, dimension);
    return sum && contains(interval, sum);
  },
  unknowns(tests, { products, terms }, _, budget) {
    const groups = unlessBounded(() => groupsOf(tests, products, terms, budget));
    if (!groups) return [unknownFact('products', tests, eachByItself(tests))];
    return groups.map((its) => {
      if (products) return unknownFact('products', its, givenProducts(its, products, terms, budget));
      const encoding = productEncoding(its, unknownSlots(its, terms), terms, budget);
      return unknownFact(
        'products',
        its,
        encoding,
        (model) => encoding.value(model)?.rows(),
        (to, rows) => {
          to.products = [...(to.products ?? []), ...rows];
        },
      );
    });
  },
};

/** A row of the list, or one that stands for all that may be of a term, and the sets of tested terms that it can be. */
interface Slot {
  readonly row: ProductRow | null;
  readonly ways: readonly ReadonlySet<string>[];
}

/** One way the products of a group can turn out. */
interface ProductWay {
  readonly held: ReadonlySet<ProductTest>;
  /** A list that is so; undefined where no decimals were found. */
  rows(): readonly ProductRow[] | undefined;
}

/**
 * Tests whose truth depends on each other, together: of terms of which one is a kind of the other, or of a row that may be both.
 *
 * @throws SearchBoundReached
 */
function groupsOf(
  tests: readonly ProductTest[],
  products: readonly ProductRow[] | null,
  terms: ProductKinds,
  budget: SearchBudget,
): readonly (readonly ProductTest[])[] {
  const byTerm = new Map<string, ProductTest[]>();
  /** One test of each term for every amount that it asks for. */
  const amountsAsked = new Map<string, Map<string, ProductTest>>();
  for (const test of tests) {
    const term = terms.tested(test);
    const its = byTerm.get(term) ?? [];
    its.push(test);
    byTerm.set(term, its);
    const amounts = amountsAsked.get(term) ?? new Map<string, ProductTest>();
    if (test.interval) amounts.set(`${test.of} ${test.dimension}`, test);
    amountsAsked.set(term, amounts);
  }
  const tested = [...byTerm.keys()];
  const tied = tested.map((term) => testedAbove(term, byTerm, terms, budget));
  for (const row of products ?? []) {
    budget.look(ROW * tested.length);
    const its = tested.filter((term) => isTerm(row, term) !== false);
    // What a row has of everything that is asked leaves nothing in common to turn out.
    tied.push(
      its.filter((term) => [...amountsAsked.get(term)!.values()].some((test) => !isStated(row, test))),
    );
  }
  const groupOf = new Map<string, Set<string>>();
  for (const each of tied) {
    const near = new Set(each.flatMap((term) => groupOf.get(term) ?? []));
    const [group = new Set<string>(), ...others] = near;
    for (const term of [...others.flatMap((other) => [...other]), ...each]) {
      group.add(term);
      groupOf.set(term, group);
    }
  }
  return [...new Set(groupOf.values())].map((group) => [...group].flatMap((term) => byTerm.get(term)!));
}

/** A term and those of which it is a kind, as far as they are tested. */
function testedAbove(
  term: string,
  tested: { has(term: string): boolean },
  terms: ProductKinds,
  budget: SearchBudget,
): readonly string[] {
  const above = terms.upwards(term);
  budget.look(above.size);
  return [...above].filter((other) => tested.has(other));
}

/** What a row costs for each term, as measured. */
const ROW = 4;

const isStated = (row: ProductRow, test: ProductTest): boolean =>
  test.of === 'PER_LINE' ? row.amounts.get(test.dimension)?.perLine != null : amountOf(row, test) !== null;

const termsIn = (tests: readonly ProductTest[], terms: ProductKinds): readonly string[] => [
  ...new Set(tests.map((test) => terms.tested(test))),
];

/** Of a list that is wholly unknown: for each tested term some rows, or none, that are this and no other. */
const unknownSlots = (tests: readonly ProductTest[], terms: ProductKinds): readonly Slot[] => {
  const tested = new Set(termsIn(tests, terms));
  return [...tested].map((term) => ({
    row: null,
    ways: [new Set<string>(), new Set([...terms.upwards(term)].filter((other) => tested.has(other)))],
  }));
};

function givenProducts(
  tests: readonly ProductTest[],
  products: readonly ProductRow[],
  terms: ProductKinds,
  budget: SearchBudget,
): Encoding<ProductTest> {
  const slots = unlessBounded(() => givenSlots(termsIn(tests, terms), products, terms, budget));
  return slots ? productEncoding(tests, slots, terms, budget) : eachByItself(tests);
}

const givenSlots = (
  tested: readonly string[],
  products: readonly ProductRow[],
  terms: ProductKinds,
  budget: SearchBudget,
): readonly Slot[] => {
  const isTested = new Set(tested);
  return products.flatMap((row) => {
    budget.look(tested.length);
    const certain = tested.filter((term) => isTerm(row, term) === true);
    const open = tested.filter((term) => isTerm(row, term) === undefined);
    if (certain.length + open.length === 0) return [];
    const ways = subsets(open, budget)
      .map((some) => new Set([...certain, ...some]))
      .filter((way) =>
        [...way].every((term) => testedAbove(term, isTested, terms, budget).every((other) => way.has(other))),
      );
    return [{ row, ways }];
  });
};

const subsets = (members: readonly string[], budget: SearchBudget): readonly (readonly string[])[] =>
  combinations(
    members.map((member) => [[], [member]]),
    budget,
  ).map((chosen) => chosen.flat());

/** All ways in which the rows can turn out, as far as the tests tell them apart. */
function productEncoding(
  tests: readonly ProductTest[],
  slots: readonly Slot[],
  terms: ProductKinds,
  budget: SearchBudget,
): ValueEncoding<ProductWay | undefined, ProductTest> {
  const told = unlessBounded(() => {
    const ways = new Map<string, ProductWay>();
    for (const being of combinations(
      slots.map((slot) => slot.ways),
      budget,
    ))
      for (const way of waysOf(tests, slots, being, terms, budget)) {
        budget.look(tests.length);
        const key = tests.map((test) => (way.held.has(test) ? '1' : '0')).join('');
        if (!ways.has(key)) ways.set(key, way);
        if (ways.size === 2 ** tests.length) break;
      }
    budget.look(ways.size * tests.length);
    return partition([...ways.values()], tests, ({ held }, test) => held.has(test));
  });
  return told ?? eachByItself(tests);
}

/** The ways in which rows that are these terms can turn out. */
function* waysOf(
  tests: readonly ProductTest[],
  slots: readonly Slot[],
  being: readonly ReadonlySet<string>[],
  terms: ProductKinds,
  budget: SearchBudget,
): Generator<ProductWay> {
  const present = slots.flatMap(({ row }, at) => (being[at]!.size > 0 ? [{ row, is: being[at]! }] : []));
  budget.look(tests.length);
  const there = new Set(present.flatMap(({ is }) => [...is]));
  const made = tests.filter((test) => there.has(terms.tested(test)));
  const held = made.filter(({ interval }) => interval === null);
  const dimensions = [...new Set(made.flatMap((test) => (test.interval ? [test.dimension] : [])))];
  const parts = dimensions.map((dimension) =>
    amountWays(
      made.filter((test) => test.interval && test.dimension === dimension),
      present,
      terms,
      budget,
    ),
  );
  for (const chosen of combinations(parts, budget))
    yield {
      held: new Set([...held, ...chosen.flatMap((way) => way.held)]),
      rows() {
        const amounts = chosen.map((way) => way.amounts());
        if (amounts.some((its) => its === undefined)) return undefined;
        return present.map(({ is }, at) =>
          rowOf(
            is,
            terms,
            dimensions.map((_, d) => amounts[d]![at]!),
            made,
          ),
        );
      },
    };
}

interface Present {
  readonly row: ProductRow | null;
  readonly is: ReadonlySet<string>;
}
interface AmountWay {
  readonly held: readonly ProductTest[];
  /** An amount for each row that is there. */
  amounts(): readonly ProductAmount[] | undefined;
}

/** What rows can have in one dimension. */
function amountWays(
  tests: readonly ProductTest[],
  present: readonly Present[],
  terms: ProductKinds,
  budget: SearchBudget,
): readonly AmountWay[] {
  budget.look(tests.length * (present.length + 1));
  const { dimension, unit } = tests[0]!;
  const of = (kind: ProductTest['of']) => tests.filter((test) => test.of === kind);
  const onRow = (its: readonly ProductTest[], { is }: Present) =>
    its.filter((test) => is.has(terms.tested(test)));
  const rowsOf = memoizeByKey((term: string) => present.flatMap(({ is }, at) => (is.has(term) ? [at] : [])));
  const summed = (its: readonly ProductTest[]) =>
    its.map((test) => ({ test, interval: test.interval!, rows: rowsOf(terms.tested(test)) }));
  const added = sumWays(
    summed(of('ADDED')),
    present.map(({ row }) => rangeOf(row?.amounts.get(dimension)?.added)),
    budget,
  );
  const lines = present.map((each): readonly LineWay<ProductTest>[] => {
    const amount = each.row?.amounts.get(dimension);
    const asked = onRow(of('PER_LINE'), each);
    const { perLine } = amount ?? {};
    if (perLine)
      return [
        {
          held: asked.filter(({ interval }) => perLine.some((line) => contains(interval!, line))),
          range: pointAt(amount!.capacity!),
          lines: () => perLine,
        },
      ];
    return lineWays(
      asked,
      amount?.capacity ?? null,
      each.row?.lines ? wholeNumber(each.row.lines) : null,
      largestEnd(onRow(of('CAPACITY'), each).map(({ interval }) => interval)),
      budget,
    );
  });
  const capacities = summed(of('CAPACITY'));
  const together = combinations(lines, budget).flatMap((chosen) =>
    sumWays(
      capacities,
      chosen.map(({ range }) => range),
      budget,
    ).map((sum) => ({ chosen, sum })),
  );
  budget.look(together.length * added.length * tests.length);
  return together.flatMap(({ chosen, sum }) =>
    added.map((more) => ({
      held: [...new Set([...chosen.flatMap((way) => way.held), ...sum.held, ...more.held])],
      amounts: () => amountsOf(unit, chosen, sum, more),
    })),
  );
}

function amountsOf(
  unit: string,
  lines: readonly LineWay<ProductTest>[],
  sum: SumWay<ProductTest>,
  added: SumWay<ProductTest>,
): readonly ProductAmount[] | undefined {
  const [capacities, more] = [sum.amounts(), added.amounts()];
  if (!capacities || !more) return undefined;
  const perLine = lines.map((way, at) => way.lines(capacities[at]!));
  if (perLine.some((its) => its === undefined)) return undefined;
  return capacities.map((capacity, at) => ({ unit, capacity, added: more[at]!, perLine: perLine[at]! }));
}

const rangeOf = (value: Rational | null | undefined) =>
  value ? pointAt(value) : { low: { at: ZERO, closed: true } };

/** A row that is these terms, named by the narrowest of them. */
function rowOf(
  is: ReadonlySet<string>,
  terms: ProductKinds,
  amounts: readonly ProductAmount[],
  tests: readonly ProductTest[],
): ProductRow {
  const name =
    [...is].find((term) => [...is].every((other) => terms.upwards(term).has(other))) ?? [...is][0]!;
  const dimensionOf = (unit: string) => tests.find((test) => test.unit === unit)!.dimension;
  return {
    name: terms.nameOf(name),
    is: new Set([...is].flatMap((term) => [...terms.upwards(term)])),
    mayBe: new Set(),
    lines: amounts[0] ? fromInteger(amounts[0].perLine!.length) : null,
    amounts: new Map(amounts.map((amount) => [dimensionOf(amount.unit), amount])),
  };
}

/** Every way of taking one from each. @throws SearchBoundReached */
const combinations = <T>(from: readonly (readonly T[])[], budget: SearchBudget): readonly (readonly T[])[] =>
  from.reduce<readonly (readonly T[])[]>(
    (all, options, taken) => {
      budget.look(all.length * options.length * (taken + 1));
      return all.flatMap((before) => options.map((option) => [...before, option]));
    },
    [[]],
  );
