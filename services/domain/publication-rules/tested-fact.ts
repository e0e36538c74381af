import type { CatalogContent } from '../catalog/catalog.ts';
import type { PlacedTest } from '../catalog/tests-of.ts';
import { testsOf } from '../catalog/tests-of.ts';
import type { TestedAs } from '../facts/dictionary.ts';
import { builtInFact } from '../facts/dictionary.ts';
import type { FactDefinition, FactType } from '../facts/fact.ts';
import { memoize } from '../values/memoize.ts';
import type { Publication } from './rule.ts';
import { namableIn } from './rule.ts';

/** A fact as conditions see it: built in, the catalog's own, or of a catalog beside or above. */
export interface TestableFact extends FactDefinition {
  readonly testedBy: TestedAs | null;
  readonly positive?: boolean;
}

/** The fact that a key means to a version; undefined where it means none. */
export function testableFact(publication: Publication, key: string): TestableFact | undefined {
  const builtIn = builtInFact(key);
  if (builtIn) return builtIn;
  const fact = factsNamable(publication).get(key);
  return fact && { ...fact, testedBy: fact.type.toLowerCase() as Lowercase<FactType> };
}

const factsNamable = memoize(
  (publication: Publication): ReadonlyMap<string, FactDefinition> =>
    new Map(namableIn(publication).flatMap(({ facts }) => facts.map((fact) => [fact.key, fact]))),
);

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
