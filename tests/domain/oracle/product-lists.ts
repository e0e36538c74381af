import type { ProductAmountInput, ProductInput } from '../../../services/domain/assessment/project.ts';
import type { ProductTest } from '../../../services/domain/condition/condition.ts';
import type { ProductTerm } from '../../../services/domain/facts/product-term.ts';
import type { Bounds } from '../../../services/domain/values/interval.ts';
import type { ProductAmount, ProductLine } from './completed-facts.ts';
import { thousandths } from './completed-facts.ts';
import { productHolds } from './interpreter.ts';
import { choices, firstOfEach, subsets } from './sets.ts';

type Terms = readonly Pick<ProductTerm, 'key' | 'aliases' | 'narrower'>[];

/**
 * Product lists that tell apart, for these tests, all that the project's can be (ADR 0007).
 *
 * Amounts lie on a grid: all limits and stated amounts are multiples of twice its step.
 *
 * @param given the stated list, of which only unset fields and what nobody knows are unknown; null where there is none
 */
export function representativeProductLists(
  tests: readonly ProductTest[],
  given: readonly ProductInput[] | null,
  terms: Terms,
): readonly (readonly ProductLine[])[] {
  const tested = [...new Set(tests.map(({ product }) => product))];
  const upwards = (term: string): readonly string[] => [
    term,
    ...terms.filter(({ narrower }) => narrower.includes(term)).flatMap(({ key }) => upwards(key)),
  ];
  const rows: readonly Row[] = given
    ? given.map((row) => ({ stated: row, ways: waysToBe(row, tested, terms, upwards) }))
    : tested.map((term) => ({ stated: null, ways: [[], upwards(term)] }));
  const lists = choices(rows.map(({ ways }) => ways)).flatMap((being) => {
    const present = rows.flatMap(({ stated }, at) =>
      being[at]!.length > 0 ? [{ stated, is: being[at]! }] : [],
    );
    return filled(tests, present);
  });
  return firstOfEach(lists, (list) => signature(tests, list));
}

const signature = (tests: readonly ProductTest[], list: readonly ProductLine[]): string =>
  tests.map((test) => (productHolds(test, list) ? '1' : '0')).join('');

interface Row {
  readonly stated: ProductInput | null;
  readonly ways: readonly (readonly string[])[];
}

/** The sets of terms, each with all that is broader, that a row can be, as far as they are tested. */
function waysToBe(
  row: ProductInput,
  tested: readonly string[],
  terms: Terms,
  upwards: (term: string) => readonly string[],
): readonly (readonly string[])[] {
  const named = [
    ...tested.filter((term) => term === row.product),
    ...terms
      .filter(({ key, aliases }) => key === row.product || aliases.includes(row.product))
      .map(({ key }) => key),
  ];
  if (row.is) return [row.is.flatMap(upwards)];
  const certain = named.flatMap(upwards);
  const isDefined = (term: string) => terms.some(({ key }) => key === term);
  // What nobody knows may be anything, and so may what is known by a word of a law alone; a known name may still be
  // that of some kind, and whatever a law means by a word that nobody knows.
  const open = tested.filter(
    (term) =>
      !certain.includes(term) &&
      (!named.some(isDefined) ||
        !isDefined(term) ||
        upwards(term).some((broader) => named.includes(broader))),
  );
  return firstOfEach(
    subsets(open).map((some) => [...new Set([...certain, ...some.flatMap(upwards)])]),
    (way) => [...way].sort().join(),
  );
}

interface Present {
  readonly stated: ProductInput | null;
  readonly is: readonly string[];
}

/** Lists in which these rows have amounts in every way that tests tell apart. */
function filled(
  tests: readonly ProductTest[],
  present: readonly Present[],
): readonly (readonly ProductLine[])[] {
  const units = [...new Set(tests.map(({ unit }) => unit))];
  const bare = present.map(({ is }): ProductLine => ({ is, amounts: {} }));
  const sides: readonly (readonly Side[])[] = units.flatMap((unit): readonly (readonly Side[])[] => {
    const its = tests.filter((test) => test.unit === unit);
    const of = ({ stated }: Present) => stated && amountIn(stated, unit);
    return [
      amountsOfRows(
        its.filter((test) => test.of !== 'ADDED'),
        present,
        unit,
        (row) => linesOf(of(row) ?? null, row.stated?.lines).map((lines) => ({ lines, added: 0 })),
      ).map((amounts) => ({ unit, lines: amounts.map(({ lines }) => lines), added: null })),
      amountsOfRows(
        its.filter((test) => test.of === 'ADDED'),
        present,
        unit,
        (row) => {
          const added = of(row)?.addedCapacity;
          return (added == null ? GRID : [thousandths(added)]).map((each) => ({ lines: [0], added: each }));
        },
      ).map((amounts) => ({ unit, lines: null, added: amounts.map(({ added }) => added) })),
    ];
  });
  return choices(sides).map((chosen) =>
    bare.map(({ is }, at) => ({
      is,
      amounts: Object.fromEntries(
        units.map((unit) => [
          unit,
          {
            lines: chosen.find((side) => side.unit === unit && side.lines)?.lines?.[at] ?? [0],
            added: chosen.find((side) => side.unit === unit && side.added)?.added?.[at] ?? 0,
          },
        ]),
      ),
    })),
  );
}

/** Capacities or added capacities of the rows, in a unit. */
interface Side {
  readonly unit: string;
  readonly lines: readonly (readonly number[])[] | null;
  readonly added: readonly number[] | null;
}

/** Amounts of the rows, one after the other: of those that the tests and the rows to come cannot tell apart, one. */
function amountsOfRows(
  tests: readonly ProductTest[],
  present: readonly Present[],
  unit: string,
  options: (row: Present) => readonly ProductAmount[],
): readonly (readonly ProductAmount[])[] {
  const rowsOf = (amounts: readonly ProductAmount[]) =>
    amounts.map((amount, at): ProductLine => ({ is: present[at]!.is, amounts: { [unit]: amount } }));
  const standing = (rows: readonly ProductLine[]) =>
    tests.map((test) => {
      if (test.of === 'PER_LINE') return productHolds(test, rows);
      const its = rows.filter(({ is }) => is.includes(test.product)).map(({ amounts }) => amounts[unit]!);
      return Math.min(BEYOND, sum(its.flatMap(({ lines, added }) => (test.of === 'ADDED' ? added : lines))));
    });
  const all = present.reduce<readonly (readonly ProductAmount[])[]>(
    (lists, row) => {
      const asked = tests.some(({ product }) => row.is.includes(product));
      const its = asked ? options(row) : options(row).slice(0, 1);
      const more = lists.flatMap((list) => its.map((amount) => [...list, amount]));
      return firstOfEach(more, (list) => standing(rowsOf(list)).join());
    },
    [[]],
  );
  return firstOfEach(all, (list) => signature(tests, rowsOf(list)));
}

function amountIn(row: ProductInput, unit: string): ProductAmountInput | undefined {
  return [row, ...(row.otherAmounts ?? [])].find((amount) => amount.unit === unit);
}

/** The capacities of the lines of a row: all that can be, as far as a grid goes. */
function linesOf(
  amount: ProductAmountInput | null,
  count: ProductInput['lines'],
): readonly (readonly number[])[] {
  if (amount?.lineCapacities) return [amount.lineCapacities.map(thousandths)];
  const counts = count == null ? [1, 2, 3] : [Number(count)];
  const lists = counts.flatMap((lines) => GRIDS[lines]!);
  if (amount?.capacity == null) return lists;
  const capacity = thousandths(amount.capacity);
  // The grid does not have every sum: as even as can be, each line may be below a limit where no lines of the grid are.
  const even = counts.filter((lines) => lines > 0).map((lines) => evenly(capacity, lines));
  return [...lists.filter((lines) => sum(lines) === capacity), ...even];
}

function evenly(capacity: number, lines: number): readonly number[] {
  const share = Math.floor(capacity / lines);
  return [...Array.from({ length: lines - 1 }, () => share), capacity - share * (lines - 1)];
}

const sum = (lines: readonly number[]): number => lines.reduce((a, b) => a + b, 0);

const STEP = 12_500;
/** Up to one above all limits. */
const GRID = Array.from({ length: 11 }, (_, at) => at * STEP);
/** More than all limits. */
const BEYOND = GRID.at(-1)!;
/** Ascending lists of so many lines. */
const GRIDS: readonly (readonly (readonly number[])[])[] = [0, 1, 2, 3, 4].map((lines) =>
  ascending(lines, 0),
);
function ascending(lines: number, from: number): readonly (readonly number[])[] {
  if (lines === 0) return [[]];
  return GRID.filter((each) => each >= from).flatMap((each) =>
    ascending(lines - 1, each).map((rest) => [each, ...rest]),
  );
}

export function boundsOf(bounds: Bounds): readonly number[] {
  return [bounds.lessThan, bounds.atMost, bounds.atLeast, bounds.moreThan].flatMap((bound) =>
    bound == null ? [] : [thousandths(bound)],
  );
}
