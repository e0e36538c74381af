import type { CatalogContent } from '../catalog/catalog.ts';
import { compareCodes } from '../catalog/catalog.ts';
import type { Entry } from '../catalog/entry.ts';
import { compareEntries, entryNames } from '../catalog/entry-name.ts';
import { testedKeys } from '../catalog/tested-keys.ts';
import type { FactDefinition, SubstanceList } from '../facts/fact.ts';
import type { Classification } from '../facts/industry.ts';
import type { ProductTerm } from '../facts/product-term.ts';
import type { ContentDifference, ItemChange, ItemDifference } from './compare-contents.ts';
import { compareContents, compareKeys, itemChanges } from './compare-contents.ts';
import { factDifference, listDifference, productDifference } from './definition-difference.ts';
import { entryDifference } from './entry-difference.ts';
import type { Tendency } from './entry-tendency.ts';
import { entryTendency, tendencyBasis } from './entry-tendency.ts';
import type { FieldChange } from './field-change.ts';

/** Two contents of one catalog and how each item changed from the one to the other. */
export interface Comparison {
  readonly from: CatalogContent;
  readonly to: CatalogContent;
  readonly difference: ContentDifference;
  /** In their order in the catalog, whether added, removed or changed. */
  readonly entries: readonly EntryChange[];
  /** In the order of the keys. */
  readonly facts: readonly DefinitionChange<FactDefinition>[];
  readonly lists: readonly DefinitionChange<SubstanceList>[];
  readonly products: readonly DefinitionChange<ProductTerm>[];
  /** The entries that may decide a project differently: those that differ, and those that test what was redefined. */
  readonly touched: readonly Entry[];
}

export interface EntryChange extends ItemChange<Entry> {
  readonly code: string;
  readonly tendency: Tendency;
}
export interface DefinitionChange<T> extends ItemChange<T> {
  readonly key: string;
  /** Codes of the entries that test it, before or after. */
  readonly entries: readonly string[];
}

export function comparisonOf(
  from: CatalogContent,
  to: CatalogContent,
  classification: Classification,
): Comparison {
  const difference = compareContents(from, to);
  const basis = tendencyBasis(from, to, difference, classification);
  const testedBy = testers(from, to, difference);
  const entries = itemChanges(difference.entries, entryDifference)
    .map((change) => ({
      ...change,
      code: itemOf(change).code,
      tendency: entryTendency(change.before, change.after, basis),
    }))
    .sort((a, b) => compareEntries(itemOf(a), itemOf(b)));
  const definitions = <T extends { readonly key: string }>(
    items: ItemDifference<T>,
    changesOf: (before: T | undefined, after: T | undefined) => readonly FieldChange[],
  ) =>
    itemChanges(items, changesOf)
      .map((change) => {
        const { key } = itemOf(change);
        return { ...change, key, entries: [...(testedBy.get(key)?.keys() ?? [])].sort(compareCodes) };
      })
      .sort((a, b) => compareKeys(a.key, b.key));
  const redefined = [...basis.redefined].flatMap((key) => [...(testedBy.get(key)?.values() ?? [])].flat());
  return {
    from,
    to,
    difference,
    entries,
    facts: definitions(difference.facts, factDifference),
    lists: definitions(difference.lists, listDifference),
    products: definitions(difference.products, productDifference),
    touched: [...new Set([...entries.flatMap(bothOf), ...redefined])],
  };
}

/** What the entries of a comparison are called, by code. */
export const namesOfEntries = ({ from, to }: Comparison): ((code: string) => string) =>
  entryNames([...from.entries, ...to.entries]);

const bothOf = ({ before, after }: ItemChange<Entry>): readonly Entry[] =>
  [before, after].filter((entry) => entry !== undefined);

const itemOf = <T>({ before, after }: ItemChange<T>): T => (after ?? before)!;

/** By key of a fact, list or product term that differs: the entries that test it, by code, before and after. */
function testers(
  from: CatalogContent,
  to: CatalogContent,
  { facts, lists, products }: ContentDifference,
): ReadonlyMap<string, ReadonlyMap<string, readonly Entry[]>> {
  const found = new Map<string, Map<string, Entry[]>>();
  for (const { added, removed, changed } of [facts, lists, products])
    for (const { key } of [...added, ...removed, ...changed.map(({ after }) => after)])
      found.set(key, new Map());
  if (found.size === 0) return found;
  for (const entry of [...from.entries, ...to.entries])
    for (const { key } of testedKeys(entry, from, to)) {
      const byCode = found.get(key);
      const known = byCode?.get(entry.code) ?? [];
      if (!known.includes(entry)) byCode?.set(entry.code, [...known, entry]);
    }
  return found;
}
