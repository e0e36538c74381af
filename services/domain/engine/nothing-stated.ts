import type { CatalogContent } from '../catalog/catalog.ts';
import type { Test } from '../condition/tests.ts';
import { factOf, testKey } from '../condition/tests.ts';
import { ratioOf } from '../facts/ratio.ts';
import { keptAnswers, SearchBudget } from '../solver/budget.ts';
import { isFree } from '../solver/eliminate.ts';
import type { Formula } from '../solver/formula.ts';
import { or } from '../solver/formula.ts';
import { memoize } from '../values/memoize.ts';
import { testsIn } from './compile.ts';
import type { UnknownFact } from './domains/domain.ts';
import type { Facts } from './facts.ts';
import type { Lineage } from './lineage.ts';
import type { Unknown } from './unknown-facts.ts';
import { axiomsOf, unknownsIn } from './unknown-facts.ts';

/** Open tests with the unknown facts behind them. */
export interface ToldApart {
  readonly tests: readonly Test[];
  readonly parts: readonly UnknownFact[];
  /** What the parts are of, each once. */
  readonly unknowns: readonly Unknown[];
  readonly formula: (test: Test) => Formula;
  /** The formula of a test where it can turn out either way, as can be seen without a search; null elsewhere. */
  readonly freeFormula: (test: Test) => Exclude<Formula, boolean> | null;
  /** Whether the parts and formulas are the same objects for as long as the law is, whatever else is open. */
  readonly isLasting: boolean;
}

export function toldApart(
  tests: readonly Test[],
  parts: readonly UnknownFact[],
  isLasting = false,
): ToldApart {
  const partsOf = new Map<Test, UnknownFact[]>();
  for (const part of parts)
    for (const test of part.tests) {
      const its = partsOf.get(test);
      if (its) its.push(part);
      else partsOf.set(test, [part]);
    }
  return {
    tests,
    parts,
    unknowns: unknownsIn(parts),
    ...formulas((test) => or(partsOf.get(test)!.map((part) => part.formula(test))), parts),
    isLasting,
  };
}

/** Each worked out once. INVARIANT: only their own axioms tie the parts. */
function formulas(
  work: (test: Test) => Formula,
  parts: readonly UnknownFact[],
): Pick<ToldApart, 'formula' | 'freeFormula'> {
  const known = new Map<Test, Formula>();
  const formula = (test: Test): Formula => {
    let found = known.get(test);
    if (found === undefined) {
      found = work(test);
      known.set(test, found);
    }
    return found;
  };
  const axioms = axiomsOf(parts);
  const isFreeOf = new Map<Formula, boolean>();
  const freeFormula = (test: Test) => {
    const found = formula(test);
    if (typeof found === 'boolean') return null;
    let free = isFreeOf.get(found);
    if (free === undefined) {
      free = isFree(found, axioms);
      isFreeOf.set(found, free);
    }
    return free ? found : null;
  };
  return { formula, freeFormula };
}

/**
 * The facts of which a project states nothing at all: what they can turn out to be follows from the law over its zone
 * alone. It is worked out once for all projects, so that formulas about them are the same objects, with all that was
 * found out about them.
 *
 * @param open tests that the known facts leave open
 * @returns nothing for tests on facts of which something is stated
 */
export function factsNotStated(
  open: readonly Test[],
  facts: Facts,
  law: Lineage,
  budget: SearchBudget,
  unknownFacts: UnknownFactsOf,
): ToldApart[] {
  const { alone, combined } = keptUnder(law);
  const found: ToldApart[] = [];
  for (const [key, tests] of grouped(open, facts)) {
    if (!isNotStated(key, tests, facts)) continue;
    let its = IN_COMBINATION.has(key) ? null : alone.get(key);
    if (its === undefined) {
      const asked = law.basis.catalogs.flatMap(
        ({ inForce }) => (inForce && testsAlone(inForce.content).get(key)) ?? [],
      );
      its = aloneOf(asked, unknownFacts);
      alone.set(key, its);
    }
    const place = () => tests.map(numberOf).join();
    its ??= combined(place(), budget, () => toldApart(tests, unknownFacts(tests, budget)));
    found.push({ ...its, tests });
  }
  return found;
}

/** The unknown facts behind some tests. */
type UnknownFactsOf = (tests: readonly Test[], budget: SearchBudget) => readonly UnknownFact[];

/** Tests that ask the same are one; null where there are too many to be worked out for all. */
function aloneOf(tests: readonly Test[], unknownFacts: UnknownFactsOf): ToldApart | null {
  const sameOf = new Map<string, Test>();
  for (const test of tests) {
    const key = testKey(test);
    if (!sameOf.has(key)) sameOf.set(key, test);
  }
  const distinct = [...sameOf.values()];
  if (distinct.length > MAX_ALONE && BY_BOUNDS.has(tests[0]!.kind)) return null;
  const parts = unknownFacts(distinct, new SearchBudget(Number.POSITIVE_INFINITY));
  const its = toldApart(distinct, parts, true);
  return { ...its, ...formulas((test) => its.formula(sameOf.get(testKey(test))!), parts) };
}

/** Numbers that quotients tie to each other. */
const RATIOS = 'ratios';
/** What tests say of them together can be too much to be told exactly, so they are told apart by the open ones only. */
const IN_COMBINATION: ReadonlySet<string> = new Set(['chemicals', 'products', RATIOS]);

/** What bounds can tell apart grows with the square of their number: of more than these the open ones alone are, and counted. */
const MAX_ALONE = 1_000;
const BY_BOUNDS: ReadonlySet<Test['kind']> = new Set(['number', 'date', 'approvedBefore']);

function grouped(open: readonly Test[], { definitions }: Facts): ReadonlyMap<string, readonly Test[]> {
  const tied = new Set<string>();
  for (const test of open) {
    const ratio = test.kind === 'number' ? ratioOf(test.fact, definitions) : undefined;
    if (ratio) for (const key of [factOf(test), ratio.numerator, ratio.denominator]) tied.add(key);
  }
  const groups = new Map<string, Test[]>();
  for (const test of open) {
    const key = tied.has(factOf(test)) ? RATIOS : factOf(test);
    const its = groups.get(key);
    if (its) its.push(test);
    else groups.set(key, [test]);
  }
  return groups;
}

/** Whether nothing is known on which it hangs what some open tests can turn out to be. */
function isNotStated(key: string, tests: readonly Test[], facts: Facts): boolean {
  const { definitions, numbers, chemicals, industries, products, majorHazard } = facts;
  switch (key) {
    case 'industries':
      return industries === null;
    case 'products':
      return products === null;
    // Lines follow the activities of the project.
    case 'activities':
    case 'chemicals':
      return chemicals === null;
    case 'majorHazardLevel':
    case 'exposedPersons':
      return majorHazard === null;
    case RATIOS:
      return (
        majorHazard === null &&
        tests.every((test) => {
          const { numerator, denominator } = ratioOf(factOf(test), definitions) ?? {};
          return !numbers.has(numerator!) && !numbers.has(denominator!);
        })
      );
    default:
      return true;
  }
}

const MAX_KEPT = 500;
const keptUnder = memoize((_: Lineage) => ({
  /** INVARIANT: what follows of a fact that stands alone costs nothing, and there are no more of it than facts. */
  alone: new Map<string, ToldApart | null>(),
  combined: keptAnswers<ToldApart>(MAX_KEPT),
}));

/**
 * Of a content, by their facts, one test of all that ask the same. Entries are compiled for it and let go of: most are about
 * industries that nobody names.
 */
const testsAlone = memoize(({ entries }: CatalogContent): ReadonlyMap<string, readonly Test[]> => {
  const byFact = new Map<string, Map<string | Test, Test>>();
  for (const entry of entries)
    for (const test of testsIn(entry)) {
      const fact = factOf(test);
      if (IN_COMBINATION.has(fact)) continue;
      const its = byFact.get(fact) ?? new Map<string | Test, Test>();
      byFact.set(fact, its);
      // Few entries are about just the industries of another, and hardly a project states none: these are told apart later.
      const key = test.kind === 'industry' ? test : testKey(test);
      if (!its.has(key)) its.set(key, test);
    }
  return new Map([...byFact].map(([fact, its]) => [fact, [...its.values()]]));
});

let numbered = 0;
const numberOf = memoize((_: Test) => ++numbered);
