import type { CatalogContent } from '../catalog/catalog.ts';
import type { PlacedTest } from '../catalog/tests-of.ts';
import { testsOf } from '../catalog/tests-of.ts';
import type { TestedAs } from '../facts/dictionary.ts';
import { builtInFact } from '../facts/dictionary.ts';
import type { FactDefinition, FactType } from '../facts/fact.ts';
import { memoize } from '../values/memoize.ts';

/** A fact as conditions see it, built in or the catalog's own. */
export interface TestableFact extends FactDefinition {
  readonly testedBy: TestedAs | null;
  readonly positive?: boolean;
}

/** The fact that a key means to a catalog; undefined where it means none. */
export function testableFact(content: CatalogContent, key: string): TestableFact | undefined {
  const builtIn = builtInFact(key);
  if (builtIn) return builtIn;
  const own = content.facts.find((fact) => fact.key === key);
  return own && { ...own, testedBy: own.type.toLowerCase() as Lowercase<FactType> };
}

/** A test that names its fact by key; a chemical or product test means the inventory or the products. */
export interface FactTest extends PlacedTest {
  readonly key: string;
}

/** Every test that names a fact by key. */
export const factTestsOf = memoize((content: CatalogContent): readonly FactTest[] =>
  testsOf(content).flatMap((placed) =>
    placed.mentions.fact === undefined ? [] : [{ ...placed, key: placed.mentions.fact }],
  ),
);
