import { builtInFact } from '../facts/dictionary.ts';
import type { FactDefinition } from '../facts/fact.ts';
import { sameValue } from '../values/canonical.ts';
import { memoize } from '../values/memoize.ts';
import type { Day } from '../vocabulary.ts';
import type { CatalogContent } from './catalog.ts';
import { testsOf } from './tests-of.ts';
import type { VersionRecord } from './version.ts';
import { daysOfChange, inForceOn } from './version.ts';

/** The keys of facts and substance lists that a content names and another catalog has to define. */
export const borrowedKeys = memoize((content: CatalogContent): ReadonlySet<string> => {
  const named = testsOf(content).flatMap(({ mentions: { fact, list } }) => [fact, list]);
  const own = definedKeys(content);
  return new Set(
    [...named, ...content.facts.flatMap(inputsOf)].filter(isOfACatalog).filter((key) => !own.has(key)),
  );
});

/** The keys of all that a content defines. */
export const definedKeys = memoize(
  ({ facts, lists }: CatalogContent): ReadonlySet<string> =>
    new Set([...facts, ...lists].map(({ key }) => key)),
);

/** The catalog to which a definition belongs by its key: that of a catalog may have dots, the name has none. */
export const definingCatalog = (key: string): string => key.slice(0, Math.max(0, key.lastIndexOf('.')));

/** Where definitions stand that are borrowed and that no content in force has (DESIGN 2.1). */
export interface Borrowed {
  readonly content: CatalogContent;
  /** The keys that are read there. */
  readonly keys: readonly string[];
}

/** The keys that contents in force borrow, or what they borrow rests on, and that nothing defines yet. */
export function undefinedKeys(
  inForce: readonly CatalogContent[],
  borrowed: readonly Borrowed[] = [],
): readonly string[] {
  const defined = new Set([
    ...inForce.flatMap((content) => [...definedKeys(content)]),
    ...borrowed.flatMap(({ keys }) => keys),
  ]);
  const named = [
    ...inForce.flatMap((content) => [...borrowedKeys(content)]),
    ...borrowed.flatMap(({ content, keys }) =>
      content.facts
        .filter(({ key }) => keys.includes(key))
        .flatMap(inputsOf)
        .filter(isOfACatalog),
    ),
  ];
  return [...new Set(named)].filter((key) => !defined.has(key)).sort();
}

/** The keys of the definitions of one content that another does not have, or has otherwise. */
export const changedDefinitions = (before: CatalogContent, after: CatalogContent): readonly string[] =>
  [...before.facts, ...before.lists]
    .filter((one) => ![...after.facts, ...after.lists].some((other) => sameValue(one, other)))
    .map(({ key }) => key);

/**
 * The versions in which a definition is looked for on a day on which none in force has it, the one that counted last
 * first; then those that began and never counted, because they were withdrawn before their first day.
 */
export function lastCounting(versions: readonly VersionRecord[], day: Day): readonly VersionRecord[] {
  const begun = versions.filter(({ effectiveFrom }) => effectiveFrom <= day);
  const counted = daysOfChange(versions)
    .filter((on) => on <= day)
    .flatMap((on) => inForceOn(versions, on) ?? [])
    .reverse();
  return [...new Set([...counted, ...[...begun].reverse()])];
}

const inputsOf = ({ ratio }: FactDefinition): readonly string[] =>
  ratio ? [ratio.numerator, ratio.denominator] : [];

/** Built-in lists have no dot in their keys, and built-in facts are built in. */
const isOfACatalog = (key: string | undefined): key is string =>
  key?.includes('.') === true && !builtInFact(key);
