import { mentionsOf } from '../condition/operators/table.ts';
import { testsAskedIn } from '../condition/tests-in.ts';
import { builtInFact } from '../facts/dictionary.ts';
import type { FactDefinition } from '../facts/fact.ts';
import { sameValue } from '../values/canonical.ts';
import { memoize } from '../values/memoize.ts';
import type { Day } from '../vocabulary.ts';
import type { CatalogContent } from './catalog.ts';
import { conditionsIn } from './conditions-of.ts';
import type { VersionRecord } from './version.ts';
import { daysOfChange, inForceOn } from './version.ts';

/**
 * The keys of facts and substance lists that a content names and another catalog has to define, and of all product
 * terms of catalogs that it names: what it says of one may be a definition or an addition to one of another catalog.
 */
export const borrowedKeys = memoize((content: CatalogContent): ReadonlySet<string> => {
  const own = new Set([...content.facts, ...content.lists].map(({ key }) => key));
  const borrowed = new Set<string>();
  const names = (key: string | undefined) => {
    if (isOfACatalog(key) && !own.has(key)) borrowed.add(key);
  };
  const namesProduct = (key: string | undefined) => {
    if (isOfACatalog(key)) borrowed.add(key);
  };
  for (const entry of content.entries)
    for (const when of conditionsIn(entry))
      for (const test of testsAskedIn(when)) {
        const { fact, list, product } = mentionsOf(test);
        names(fact);
        names(list);
        namesProduct(product?.product);
      }
  content.facts.flatMap(inputsOf).forEach(names);
  for (const { key, narrower } of content.products) [key, ...narrower].forEach(namesProduct);
  return borrowed;
});

/** The keys of all that a content says something of. */
export const definedKeys = memoize(
  ({ facts, lists, products }: CatalogContent): ReadonlySet<string> =>
    new Set([...facts, ...lists, ...products].map(({ key }) => key)),
);

/** The catalog to which a definition belongs by its key: that of a catalog may have dots, the name has none. */
export const definingCatalog = (key: string): string => key.slice(0, Math.max(0, key.lastIndexOf('.')));

/** A catalog by its key, and what it says. */
export interface Defining {
  readonly key: string;
  readonly content: CatalogContent;
}

/** Where definitions stand that are borrowed and that no content in force has (DESIGN 2.1). */
export interface Borrowed {
  readonly content: CatalogContent;
  /** The keys that are read there. */
  readonly keys: readonly string[];
}

/** The keys that contents in force borrow, or what they borrow rests on, and that nothing defines yet. */
export function undefinedKeys(
  inForce: readonly Defining[],
  borrowed: readonly Borrowed[] = [],
): readonly string[] {
  const defined = new Set([
    // What others add to a product term is no definition of it.
    ...inForce.flatMap(({ key, content }) =>
      [...definedKeys(content)].filter((each) => definingCatalog(each) === key),
    ),
    ...borrowed.flatMap(({ keys }) => keys),
  ]);
  const named = [
    ...inForce.flatMap(({ content }) => [...borrowedKeys(content)]),
    ...borrowed.flatMap(({ content, keys }) =>
      [
        ...content.facts.filter(({ key }) => keys.includes(key)).flatMap(inputsOf),
        ...content.products.filter(({ key }) => keys.includes(key)).flatMap(({ narrower }) => narrower),
      ].filter(isOfACatalog),
    ),
  ];
  return [...new Set(named)].filter((key) => !defined.has(key)).sort();
}

/** The keys of the definitions of one content that another does not have, or has otherwise. */
export const changedDefinitions = (before: CatalogContent, after: CatalogContent): readonly string[] =>
  [...before.facts, ...before.lists, ...before.products]
    .filter(
      (one) => ![...after.facts, ...after.lists, ...after.products].some((other) => sameValue(one, other)),
    )
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
