import type { AssessmentBasis } from '../assessment/assessment-basis.ts';
import type { CapacityOf } from '../condition/condition.ts';
import { unitName } from '../facts/product-name.ts';
import type { Text } from '../values/text.ts';
import { compiled, productTestsOf } from './compile.ts';
import { lineageOf } from './lineage.ts';

/** A product that is tested, and how. */
export interface TestedProduct {
  /** Key of the term, or the name that a test gives it. */
  readonly term: string;
  /** What a catalog in force calls it, or the term itself. */
  readonly name: Text;
  readonly unit: string;
  /** Empty: only whether it is made at all. */
  readonly measures: readonly CapacityOf[];
  /** Keys of the catalogs that test it so. */
  readonly catalogs: readonly string[];
}

/** What portals ask of products where the catalogs of a basis are in force: each term in each unit, in their order. */
export function testedProducts(basis: AssessmentBasis): readonly TestedProduct[] {
  const { products: terms } = lineageOf(basis);
  const names = new Map(
    basis.catalogs
      .flatMap(({ inForce }) => inForce?.content.products ?? [])
      .map(({ key, name }) => [key, name]),
  );
  const found = new Map<
    string,
    { term: string; unit: string; measures: Set<CapacityOf>; catalogs: Set<string> }
  >();
  for (const { identity, inForce } of basis.catalogs)
    for (const test of inForce ? productTestsOf(compiled(inForce.content)) : []) {
      const term = terms.nameOf(terms.tested(test));
      const key = `${term}\n${unitName(test.unit)}`;
      const one = found.get(key) ?? { term, unit: test.unit, measures: new Set(), catalogs: new Set() };
      if (test.interval) one.measures.add(test.of);
      one.catalogs.add(identity.key);
      found.set(key, one);
    }
  return [...found.values()].map(({ term, unit, measures, catalogs }) => ({
    term,
    name: names.get(term) ?? { zh: term },
    unit,
    measures: [...measures],
    catalogs: [...catalogs],
  }));
}
