import { ALL_ACTIVITIES } from '../../condition/tests.ts';
import { amountsWhere } from '../../solver/simplex.ts';
import { isCas } from '../../values/cas.ts';
import type { Rational } from '../../values/decimal.ts';
import { decimalText, floor, fromInteger, ZERO } from '../../values/decimal.ts';
import { contains, decimalWithin } from '../../values/interval.ts';
import type { ChemicalLine, Facts } from '../facts.ts';
import type { ChemicalTest, FractionKind } from './substances.ts';
import { fractionKinds, HUNDRED, namedSubstances } from './substances.ts';

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
    for (const cas of substances) {
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

/** A kind of line: of these activities, with a mass fraction for which these tests are about it. */
interface Slot extends FractionKind {
  readonly activities: number;
}
const counts = ({ activities, selected }: Slot, test: ChemicalTest): boolean =>
  (activities & test.mask) !== 0 && selected.includes(test);

/** Lines of one substance by which its tests hold and none of the unwanted does. */
function linesOfOne(
  cas: string,
  wanted: readonly ChemicalTest[],
  unwanted: readonly ChemicalTest[],
  lists: Facts['lists'],
): readonly ChemicalLine[] | undefined {
  const kinds = fractionKinds([...wanted, ...unwanted], cas, null, lists);
  const against = unwanted.filter((test) => kinds.some(({ selected }) => selected.includes(test)));
  const isForbidden = (slot: Slot) => against.some((test) => !test.moreThan && counts(slot, test));
  const slots = kinds.flatMap((kind) =>
    Array.from({ length: ALL_ACTIVITIES }, (_, at): Slot => ({ ...kind, activities: at + 1 })).filter(
      (slot) => !isForbidden(slot),
    ),
  );
  const slotFor = (test: ChemicalTest) => slots.find((slot) => counts(slot, test));
  const bearers = wanted.map(slotFor);
  if (bearers.includes(undefined)) return undefined;
  if (against.length === 0 && wanted.length === 1) {
    const { moreThan } = wanted[0]!;
    // The next whole amount above what is asked.
    return linesIn([[bearers[0]!, moreThan ? fromInteger(floor(moreThan) + 1n) : ZERO]]);
  }
  const bounds = [
    ...wanted.map((test) => ({ test, above: true })),
    ...against.map((test) => ({ test, above: false })),
  ]
    .filter(({ test }) => test.moreThan !== null)
    .map(({ test, above }) => ({
      slots: slots.reduce((mask, slot, at) => (counts(slot, test) ? mask | (1n << BigInt(at)) : mask), 0n),
      threshold: test.moreThan!,
      above,
    }));
  const amounts = amountsWhere(slots.length, bounds);
  if (!amounts) return undefined;
  const filled = slots.flatMap((slot, at) => (amounts[at]!.n > 0n ? [[slot, amounts[at]!] as const] : []));
  // A line of no amount is enough where no amount is asked.
  const missing = wanted.flatMap((test, at) =>
    test.moreThan || filled.some(([slot]) => counts(slot, test)) ? [] : [bearers[at]!],
  );
  return linesIn([...filled, ...[...new Set(missing)].map((slot) => [slot, ZERO] as const)]);
}

/** Lines with these amounts; undefined where a number of theirs is no decimal. */
function linesIn(filled: readonly (readonly [Slot, Rational])[]): readonly ChemicalLine[] | undefined {
  const lines = filled.map(([{ activities, fraction }, tonnes]) => ({
    activities,
    tonnes,
    fraction: contains(fraction, HUNDRED) ? HUNDRED : decimalWithin(fraction),
  }));
  const isStateable = (line: (typeof lines)[number]): line is ChemicalLine & typeof line =>
    line.fraction !== undefined && decimalText(line.tonnes) !== undefined;
  return lines.every(isStateable) ? lines : undefined;
}

/** Of substances that no test tells apart so many as there are tests to bear, each after the first of all kinds. */
function candidates(tests: readonly ChemicalTest[], most: number, lists: Facts['lists']): readonly string[] {
  const named = namedSubstances(lists, tests);
  const kinds = new Map<string, string[]>();
  for (const cas of [...named, ...unnamed(named, most)]) {
    const kind = fractionKinds(tests, cas, null, lists)
      .map(({ selected }) => selected.map((test) => tests.indexOf(test)).join())
      .join(';');
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
