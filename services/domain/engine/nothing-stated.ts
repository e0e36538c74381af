import type { Test } from '../condition/tests.ts';
import { factOf } from '../condition/tests.ts';
import { ratioOf } from '../facts/ratio.ts';
import type { SearchBudget } from '../solver/budget.ts';
import { keptAnswers } from '../solver/budget.ts';
import { memoize } from '../values/memoize.ts';
import { compiled } from './compile.ts';
import type { UnknownFact } from './domains/domain.ts';
import type { Facts } from './facts.ts';
import type { Lineage } from './lineage.ts';

/** Open tests with the unknown facts behind them. */
export interface ToldApart {
  readonly tests: readonly Test[];
  readonly parts: readonly UnknownFact[];
}

/**
 * The facts of which a project states nothing at all: what they can turn out to be follows from the law over its zone
 * alone. It is worked out once for all projects, so that formulas about them are the same objects, with all that was
 * found out about them.
 *
 * @param open tests that the known facts leave open
 * @param unknownFacts the unknown facts behind some tests
 * @returns nothing for tests on facts of which something is stated
 */
export function factsNotStated(
  open: readonly Test[],
  facts: Facts,
  law: Lineage,
  budget: SearchBudget,
  unknownFacts: (tests: readonly Test[]) => readonly UnknownFact[],
): readonly ToldApart[] {
  const kept = keptUnder(law);
  const found: ToldApart[] = [];
  for (const [key, tests] of grouped(open, facts)) {
    if (!isNotStated(key, tests, facts)) continue;
    const all = IN_COMBINATION.has(key) ? undefined : testsUnder(law).get(key);
    const isAmongAll = all && tests.every((test) => all.has(test));
    const place = isAmongAll ? key : tests.map(numberOf).join();
    const parts = kept(place, budget, () => unknownFacts(isAmongAll ? [...all] : tests));
    found.push({ tests, parts });
  }
  return found;
}

/** Numbers that quotients tie to each other. */
const RATIOS = 'ratios';
/** What tests say of them together can be too much to be told exactly, so they are told apart by the open ones only. */
const IN_COMBINATION: ReadonlySet<string> = new Set(['chemicals', 'products', RATIOS]);

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
const keptUnder = memoize((_: Lineage) => keptAnswers<readonly UnknownFact[]>(MAX_KEPT));

/** By their facts, all that entries in force test. */
const testsUnder = memoize(({ basis }: Lineage): ReadonlyMap<string, ReadonlySet<Test>> => {
  const found = new Map<string, Set<Test>>();
  for (const { inForce } of basis.catalogs)
    for (const entry of inForce ? compiled(inForce.content).entries : [])
      for (const test of entry.tests) {
        const its = found.get(factOf(test));
        if (its) its.add(test);
        else found.set(factOf(test), new Set([test]));
      }
  return found;
});

let numbered = 0;
const numberOf = memoize((_: Test) => ++numbered);
