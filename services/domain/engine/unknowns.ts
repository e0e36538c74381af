import type { Test } from '../condition/tests.ts';
import { ALL_ACTIVITIES } from '../condition/tests.ts';
import type { BuiltInFact } from '../facts/dictionary.ts';
import { builtInFact } from '../facts/dictionary.ts';
import type { Classification } from '../facts/industry.ts';
import { unitName } from '../facts/product-name.ts';
import type { Formula, Variable } from '../solver/formula.ts';
import { or } from '../solver/formula.ts';
import { numberDomain } from '../solver/number.ts';
import type { Domain } from '../solver/partition.ts';
import { partition } from '../solver/partition.ts';
import { setDomain } from '../solver/set.ts';
import type { Interval } from '../values/interval.ts';
import { NATURES } from '../vocabulary.ts';
import { scopeClasses } from './compile.ts';
import type { ChemicalTest } from './domains/chemicals.ts';
import { givenInventory, unknownInventory } from './domains/chemicals.ts';
import type { ProductTest } from './domains/products.ts';
import { productDomain } from './domains/products.ts';
import type { Facts } from './facts.ts';
import { readNumber } from './read-number.ts';
import { truthOf } from './truth-of.ts';

/** One unknown fact, as far as the tests that are still open can tell its values apart. */
export interface Unknown {
  readonly key: string;
  /** The facts to ask for: itself, or for a derived number its unknown inputs. */
  readonly asks: readonly string[];
  readonly variables: readonly Variable[];
}

/** The open tests of an assessment, turned into formulas over variables. */
export interface Unknowns {
  readonly all: readonly Unknown[];
  /** Holds in every completion. */
  readonly axioms: readonly Formula[];
  /** False where a domain had to be widened (more completions than there are). */
  readonly exact: boolean;
  formula(test: Test): Formula;
}

/**
 * Variables for everything that the open tests leave open.
 *
 * INVARIANT: variables are independent of each other but for the axioms; a test on known facts is no formula.
 */
export function unknownsOf(tests: readonly Test[], facts: Facts, classification: Classification): Unknowns {
  const open = [...new Set(tests)].filter((test) => truthOf(test, facts, classification) === undefined);
  const all: Unknown[] = [];
  const axioms: Formula[] = [];
  const formulas = new Map<Test, Formula>();
  let exact = true;
  const take = <T extends Test>(
    key: string,
    its: readonly T[],
    domains: readonly Domain<T>[],
    asks: readonly string[] = [key],
  ) => {
    all.push({ key, asks, variables: domains.flatMap((domain) => domain.variables) });
    for (const domain of domains) {
      if (domain.axiom !== undefined && domain.axiom !== true) axioms.push(domain.axiom);
      if (domain.exact === false) exact = false;
    }
    for (const test of its) formulas.set(test, or(domains.map((domain) => domain.formula(test))));
  };
  const kindOf = <K extends Test['kind']>(kind: K) =>
    open.filter((test): test is Test & { readonly kind: K } => test.kind === kind);

  for (const [key, { asks, tests: its }] of openNumbers(kindOf('number'), facts)) {
    const domain = numberDomain(its, domainOf(key, facts));
    take(
      key,
      its.map(({ test }) => test),
      [{ ...domain, formula: (test) => domain.formula(its.find((one) => one.test === test)!) }],
      asks,
    );
  }
  for (const [key, its] of byFact(kindOf('choice'))) {
    take(key, its, [partition(optionsOf(key, facts), its, (option, test) => test.oneOf.has(option))]);
  }
  for (const [key, its] of byFact(kindOf('set'))) {
    take(key, its, [
      setDomain(facts.definitions.get(key)!.options ?? [], its, (test, option) => test.any.has(option)),
    ]);
  }
  for (const [key, its] of byFact(kindOf('date'))) {
    const boundaries = its.flatMap((test) => [test.from, test.before]).filter((day) => day !== null);
    // A day before all others stands as the empty text, which sorts first.
    const holds = (day: string, test: (typeof its)[number]) =>
      (test.from === null || test.from <= day) && (test.before === null || day < test.before);
    take(key, its, [partition(['', ...boundaries], its, holds)]);
  }
  const approvals = kindOf('approvedBefore');
  if (approvals.length > 0) {
    const days = ['', ...approvals.map((test) => test.before)].filter((day) => day <= facts.on);
    const holds = (day: string | null, test: (typeof approvals)[number]) => day !== null && day < test.before;
    take('earlierApproval', approvals, [partition([null, ...days], approvals, holds)]);
  }
  const territories = kindOf('territory');
  if (territories.length > 0)
    take('area', territories, [partition(facts.areas, territories, (area, test) => test.ids.has(area))]);
  const industries = kindOf('industry');
  if (industries.length > 0)
    take('industries', industries, industryDomains(industries, facts, classification));

  const activities = kindOf('activity');
  const chemicals = kindOf('chemical');
  // The lines of a given inventory that follow the project's activities ask for these too.
  const followed =
    facts.chemicals && facts.activities === null
      ? [...new Set(chemicals.map((test) => test.mask))].map((mask) => ({ kind: 'activity', mask }) as const)
      : [];
  if (activities.length + followed.length > 0) {
    const asked = [...activities, ...followed];
    const masks = Array.from({ length: ALL_ACTIVITIES }, (_, at) => at + 1);
    take('activities', asked, [partition(masks, asked, (mask, test) => (mask & test.mask) !== 0)]);
  }
  if (chemicals.length > 0)
    take('chemicals', chemicals, [chemicalDomain(chemicals, facts, followed, formulas)]);
  const products = kindOf('product');
  if (products.length > 0) take('products', products, productDomains(products, facts));
  return {
    all: all.filter((unknown) => unknown.variables.length > 0),
    axioms,
    exact,
    formula: (test) => formulas.get(test)!,
  };
}

function byFact<T extends { readonly fact: string }>(tests: readonly T[]): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const test of tests) groups.set(test.fact, [...(groups.get(test.fact) ?? []), test]);
  return groups;
}

type NumberTest = Test & { readonly kind: 'number' };

/** Number tests by the unknown number that decides them: a quotient may come down to one of its inputs. */
function openNumbers(tests: readonly NumberTest[], facts: Facts) {
  const numbers = new Map<
    string,
    { asks: readonly string[]; tests: { test: NumberTest; interval: Interval }[] }
  >();
  for (const test of tests) {
    const reading = readNumber(test, facts);
    if (typeof reading === 'boolean') continue;
    const number = numbers.get(reading.key) ?? { asks: reading.asks, tests: [] };
    number.tests.push({ test, interval: reading.interval });
    numbers.set(reading.key, number);
  }
  return numbers;
}

const domainOf = (key: string, facts: Facts) => {
  const fact: Partial<BuiltInFact> | undefined = builtInFact(key) ?? facts.definitions.get(key);
  return { positive: fact?.positive === true, integer: fact?.integer === true };
};

function optionsOf(key: string, facts: Facts): readonly string[] {
  if (key === 'nature') return NATURES;
  const definition = facts.definitions.get(key)!;
  return definition.type === 'FLAG' ? ['true', 'false'] : (definition.options ?? []);
}

function industryDomains(
  tests: readonly (Test & { readonly kind: 'industry' })[],
  facts: Facts,
  classification: Classification,
): Domain<Test & { readonly kind: 'industry' }>[] {
  const covered = new Map(tests.map((test) => [test, scopeClasses(test.scope, classification)]));
  if (!facts.industries) {
    return [setDomain(classification.classes, tests, (test, one) => covered.get(test)!.has(one), true)];
  }
  return facts.industries.map(({ classes }) =>
    partition(classes, tests, (one, test) => covered.get(test)!.has(one)),
  );
}

function chemicalDomain(
  tests: readonly ChemicalTest[],
  facts: Facts,
  followed: readonly (Test & { readonly kind: 'activity' })[],
  formulas: ReadonlyMap<Test, Formula>,
): Domain<ChemicalTest> {
  if (!facts.chemicals) return unknownInventory(facts.lists, tests);
  const projectActs = (mask: number): Formula => {
    if (facts.activities !== null) return (facts.activities & mask) !== 0;
    return formulas.get(followed.find((test) => test.mask === mask)!)!;
  };
  return givenInventory(facts.chemicals, facts.lists, tests, projectActs);
}

function productDomains(tests: readonly ProductTest[], facts: Facts): Domain<ProductTest>[] {
  const byProduct = new Map<string, ProductTest[]>();
  for (const test of tests) {
    const key = JSON.stringify([test.product, unitName(test.unit)]);
    byProduct.set(key, [...(byProduct.get(key) ?? []), test]);
  }
  return [...byProduct.values()].map((its) => {
    const domain = productDomain(facts.products?.get(its[0]!.product) ?? null, its);
    return { ...domain, formula: (test) => its.includes(test) && domain.formula(test) };
  });
}
