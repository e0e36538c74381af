import { ALL_ACTIVITIES } from '../../condition/tests.ts';
import { amountsWhere } from '../../solver/simplex.ts';
import { isCas } from '../../values/cas.ts';
import { decimalText, floor, fromInteger, ZERO } from '../../values/decimal.ts';
import type { ChemicalLine, Facts } from '../facts.ts';
import type { ChemicalTest } from './substances.ts';
import { namedSubstances, selects } from './substances.ts';

type Lines = ReadonlyMap<string, readonly ChemicalLine[]>;

/** An inventory of which some tests hold and others do not: each test is given to one substance that can bear it. */
export function inventoryWhere(
  wanted: readonly ChemicalTest[],
  unwanted: readonly ChemicalTest[],
  lists: Facts['lists'],
): Lines | undefined {
  if (wanted.length === 0) return new Map();
  const substances = candidates([...wanted, ...unwanted], wanted.length, lists);
  const place = (at: number, given: ReadonlyMap<string, readonly ChemicalTest[]>): Lines | undefined => {
    const test = wanted[at];
    if (!test) return linesOf(given, unwanted, lists);
    for (const cas of substances.filter((each) => selects(test, each, lists))) {
      const its = [...(given.get(cas) ?? []), test];
      if (!linesOfOne(cas, its, unwanted, lists)) continue;
      const found = place(at + 1, new Map(given).set(cas, its));
      if (found) return found;
    }
    return undefined;
  };
  return place(0, new Map());
}

function linesOf(
  given: ReadonlyMap<string, readonly ChemicalTest[]>,
  unwanted: readonly ChemicalTest[],
  lists: Facts['lists'],
): Lines {
  return new Map([...given].map(([cas, its]) => [cas, linesOfOne(cas, its, unwanted, lists)!]));
}

/** Lines of one substance by which its tests hold and none of the unwanted does. */
function linesOfOne(
  cas: string,
  wanted: readonly ChemicalTest[],
  unwanted: readonly ChemicalTest[],
  lists: Facts['lists'],
): readonly ChemicalLine[] | undefined {
  const against = unwanted.filter((test) => selects(test, cas, lists));
  if (against.length === 0 && wanted.length === 1) return [lineFor(wanted[0]!)];
  const forbidden = against.reduce((mask, test) => (test.moreThan ? mask : mask | test.mask), 0);
  const slots = Array.from({ length: ALL_ACTIVITIES }, (_, at) => at + 1).filter(
    (mask) => (mask & forbidden) === 0,
  );
  // A line of no amount is enough where no amount is asked.
  const present = wanted.filter((test) => !test.moreThan).map((test) => oneActivity(test.mask & ~forbidden));
  if (present.includes(0)) return undefined;
  const bounds = [
    ...wanted.map((test) => ({ test, above: true })),
    ...against.map((test) => ({ test, above: false })),
  ]
    .filter(({ test }) => test.moreThan !== null)
    .map(({ test, above }) => ({
      slots: slots.reduce((mask, slot, at) => (slot & test.mask ? mask | (1 << at) : mask), 0),
      threshold: test.moreThan!,
      above,
    }));
  const amounts = amountsWhere(slots.length, bounds);
  if (!amounts || amounts.some((amount) => decimalText(amount) === undefined)) return undefined;
  const lines = slots.flatMap((activities, at) =>
    amounts[at]!.n > 0n ? [{ activities, tonnes: amounts[at]! }] : [],
  );
  const missing = present.filter((mask) => !lines.some(({ activities }) => (activities & mask) !== 0));
  return [...lines, ...[...new Set(missing)].map((activities) => ({ activities, tonnes: ZERO }))];
}

/** One line that is enough for one test: the next whole amount above what is asked. */
const lineFor = ({ mask, moreThan }: ChemicalTest): ChemicalLine => ({
  activities: oneActivity(mask),
  tonnes: moreThan ? fromInteger(floor(moreThan) + 1n) : ZERO,
});

/** The first activity of some; 0 of none. */
const oneActivity = (mask: number): number => mask & -mask;

/** Of substances that no test tells apart so many as there are tests to bear, each after the first of all kinds. */
function candidates(tests: readonly ChemicalTest[], most: number, lists: Facts['lists']): readonly string[] {
  const named = namedSubstances(lists, tests);
  const kinds = new Map<string, string[]>();
  for (const cas of [...named, ...unnamed(named, most)]) {
    const kind = tests.map((test) => (selects(test, cas, lists) ? '1' : '0')).join('');
    const its = kinds.get(kind) ?? [];
    if (its.length < most) kinds.set(kind, [...its, cas]);
  }
  return [...kinds.values()].flat();
}

/** Substances that nobody names: water and its neighbours by number. */
function unnamed(named: ReadonlySet<string>, count: number): readonly string[] {
  const found: string[] = [];
  for (let number = 773_218; found.length < count; number++) {
    const text = `${number}`;
    for (let check = 0; check < 10; check++) {
      const cas = `${text.slice(0, -2)}-${text.slice(-2)}-${check}`;
      if (isCas(cas) && !named.has(cas)) found.push(cas);
    }
  }
  return found;
}
