import { listOfScope } from '../../condition/operators/chemical.ts';
import type { SubstanceMembers } from '../../facts/members-of.ts';
import type { SearchBudget } from '../../solver/budget.ts';
import { numberCells } from '../../solver/number.ts';
import type { Rational } from '../../values/decimal.ts';
import { compare, fromInteger } from '../../values/decimal.ts';
import type { Interval } from '../../values/interval.ts';
import { pointAt, within } from '../../values/interval.ts';
import { memoize, memoizeByKey } from '../../values/memoize.ts';
import type { ChemicalLine, Facts } from '../facts.ts';
import type { Settled, TestOf } from './domain.ts';

export type ChemicalTest = TestOf<'chemical'>;

/** A mass fraction is above 0 and at most this many percent. */
export const HUNDRED: Rational = fromInteger(100);
const PURE = pointAt(HUNDRED);

/** Mass fractions that no test tells apart, and the tests that are about a substance with one of them. */
export interface FractionKind {
  readonly fraction: Interval;
  readonly selected: readonly ChemicalTest[];
}

/**
 * What some tests make of a substance by its mass fraction; one kind where they do not ask for it, or where it is known.
 *
 * @param cas undefined: one that is named nowhere
 * @throws SearchBoundReached
 */
export function fractionKinds(
  tests: readonly ChemicalTest[],
  cas: string | undefined,
  known: Rational | null,
  lists: Facts['lists'],
  budget?: SearchBudget,
): readonly FractionKind[] {
  const its = tests.length > FEW ? testsAbout(tests)(cas, lists) : tests;
  budget?.look(1 + TEST * its.length);
  const kindAt = (fraction: Interval): FractionKind => ({
    fraction,
    selected: its.filter((test) => selects(test, cas, fraction, lists)),
  });
  if (known) return [kindAt(pointAt(known))];
  const told = its.flatMap((test) => fractionsAsked(test, cas, lists));
  if (told.length === 0) return [kindAt(PURE)];
  const kinds = new Map<string, FractionKind>();
  const placeOf = new Map(its.map((test, at) => [test, at]));
  const cells = numberCells([...told, PURE], { positive: true });
  budget?.look(cells.length * its.length);
  // The purest first: that is what a witness has, if it does not matter.
  for (const cell of cells.reverse()) {
    if (!cell.high || compare(cell.high.at, HUNDRED) > 0) continue;
    const kind = kindAt(cell);
    const signature = kind.selected.map((test) => placeOf.get(test)).join();
    if (!kinds.has(signature)) kinds.set(signature, kind);
  }
  return [...kinds.values()];
}

const FEW = 16;
/** What a test costs that a substance is held against, as measured. */
const TEST = 8;

/** The same of many substances: those that no test names, and that are in the same lists in every fraction, are read once. */
export function kindsAmong(
  tests: readonly ChemicalTest[],
  lists: Facts['lists'],
  budget: SearchBudget,
): (cas: string | undefined, fraction: Rational | null) => readonly FractionKind[] {
  const named = new Set(tests.flatMap(({ substance }) => ('cas' in substance ? [substance.cas] : [])));
  const alike = memoizeByKey((cas: string): string => {
    const its = listsOfSubstances(lists).get(cas) ?? [];
    const isApart = named.has(cas) || its.some((list) => lists.get(list)!.get(cas)!.length > 0);
    return isApart ? cas : its.join();
  });
  const knownAt = memoizeByKey((_fraction: string) => new Map<string, readonly FractionKind[]>());
  return (cas, fraction) => {
    budget.look(LINE);
    const known = knownAt(fraction ? `${fraction.n}/${fraction.d}` : '');
    const key = cas === undefined ? '' : alike(cas);
    let kinds = known.get(key);
    if (!kinds) {
      kinds = fractionKinds(tests, cas, fraction, lists, budget);
      known.set(key, kinds);
    }
    return kinds;
  };
}
/** What a line costs for each test or substance that it is held against, as measured. */
export const LINE = 4;

/** Of some tests, in their order, those that are about a substance in some mass fraction: there can be thousands of others. */
const testsAbout = memoize((tests: readonly ChemicalTest[]) => {
  const always: number[] = [];
  const byName = new Map<string, number[]>();
  for (const [at, { substance }] of tests.entries()) {
    const name = 'cas' in substance ? substance.cas : 'list' in substance ? substance.list : undefined;
    const its = name === undefined ? always : byName.get(name);
    if (its) its.push(at);
    else byName.set(name!, [at]);
  }
  return (cas: string | undefined, lists: Facts['lists']): readonly ChemicalTest[] => {
    const names = cas === undefined ? [] : [cas, ...(listsOfSubstances(lists).get(cas) ?? [])];
    const places = names.flatMap((name) => byName.get(name) ?? []);
    return [...always, ...places].sort((a, b) => a - b).map((at) => tests[at]!);
  };
});

const listsOfSubstances = memoize((lists: Facts['lists']): ReadonlyMap<string, readonly string[]> => {
  const found = new Map<string, string[]>();
  for (const [list, members] of lists)
    for (const cas of members.keys()) {
      const its = found.get(cas);
      if (its) its.push(list);
      else found.set(cas, [list]);
    }
  return found;
});

/** Whether a test is about a line of a substance, as far as that does not hang on an unset mass fraction. */
export function selectsLine(
  test: ChemicalTest,
  cas: string | undefined,
  { fraction }: ChemicalLine,
  lists: Facts['lists'],
): Settled {
  if (fraction) return selects(test, cas, pointAt(fraction), lists);
  // Most lines state no fraction, and most tests ask for none.
  if (fractionsAsked(test, cas, lists) === NONE) return selects(test, cas, PURE, lists);
  const [kind, other] = fractionKinds([test], cas, null, lists);
  return other ? undefined : kind!.selected.length > 0;
}

/** @param fraction one number, or numbers that no bound of the test or of a list tells apart */
function selects(
  { substance, fraction: asked }: ChemicalTest,
  cas: string | undefined,
  fraction: Interval,
  lists: Facts['lists'],
): boolean {
  if (asked && !within(fraction, asked)) return false;
  if ('cas' in substance) return substance.cas === cas;
  if ('list' in substance) return isMember(cas, fraction, lists.get(substance.list)!);
  // A number that a list has only in other fractions is outside it.
  if ('outsideList' in substance) return !isMember(cas, fraction, lists.get(substance.outsideList)!);
  return true;
}

function isMember(cas: string | undefined, fraction: Interval, members: SubstanceMembers): boolean {
  const fractions = cas === undefined ? undefined : members.get(cas);
  if (!fractions) return false;
  return fractions.length === 0 || fractions.some((its) => within(fraction, its));
}

/** The mass fractions that matter to a test on a substance, by itself and by the list that it names. */
function fractionsAsked(
  { substance, fraction }: ChemicalTest,
  cas: string | undefined,
  lists: Facts['lists'],
): readonly Interval[] {
  if ('cas' in substance && substance.cas !== cas) return NONE;
  const list = listOfScope(substance);
  const members = (list === undefined || cas === undefined ? undefined : lists.get(list)!.get(cas)) ?? NONE;
  if (fraction) return [fraction, ...members];
  return members.length > 0 ? members : NONE;
}
const NONE: readonly Interval[] = [];

/** Whether a test turns on the mass fraction of some substance. */
export const asksForFraction = ({ substance, fraction }: ChemicalTest, lists: Facts['lists']): boolean => {
  const list = listOfScope(substance);
  return fraction !== null || (list !== undefined && namesFractions(lists.get(list)!));
};
const namesFractions = memoize((members: SubstanceMembers) =>
  [...members.values()].some(({ length }) => length > 0),
);

/**
 * What it costs to hold lines against a test: more where they are looked up in a list, or the test asks for a mass fraction
 * that is unset; as measured.
 */
export function lineWork(
  lines: readonly ChemicalLine[],
  lists: Facts['lists'],
): (test: ChemicalTest) => number {
  const ofAnyFraction = lines.filter(({ fraction }) => fraction === null).length;
  return (test) =>
    lines.length * (listOfScope(test.substance) === undefined ? 1 : LISTED) +
    (asksForFraction(test, lists) ? ANY_FRACTION * ofAnyFraction : 0);
}
const [LISTED, ANY_FRACTION] = [4, 30];

/** The substances that some test names by itself or by a list. */
export function namedSubstances(lists: Facts['lists'], tests: readonly ChemicalTest[]): Set<string> {
  const named = new Set<string>();
  for (const { substance } of tests) {
    if ('cas' in substance) named.add(substance.cas);
    const list = listOfScope(substance);
    if (list !== undefined) for (const cas of lists.get(list)!.keys()) named.add(cas);
  }
  return named;
}
