import type { CatalogContent } from '../catalog/catalog.ts';
import { compareCodes } from '../catalog/catalog.ts';
import type { Entry } from '../catalog/entry.ts';
import { testedKeys } from '../catalog/tested-keys.ts';
import type { FactDefinition, SubstanceList } from '../facts/fact.ts';
import type { Classification } from '../facts/industry.ts';
import type { ContentDifference, ItemDifference } from './compare-contents.ts';
import { compareContents } from './compare-contents.ts';
import { factDifference, listDifference } from './definition-difference.ts';
import { entryDifference } from './entry-difference.ts';
import type { Tendency } from './entry-tendency.ts';
import { entryTendency, tendencyBasis } from './entry-tendency.ts';
import type { FieldChange } from './field-change.ts';

/** Two contents of one catalog beside each other, and item by item what became of the one in the other. */
export interface Comparison {
  readonly from: CatalogContent;
  readonly to: CatalogContent;
  readonly difference: ContentDifference;
  /** In the order of the codes, whether they came, went or changed. */
  readonly entries: readonly EntryChange[];
  /** In the order of the keys. */
  readonly facts: readonly DefinitionChange<FactDefinition>[];
  readonly lists: readonly DefinitionChange<SubstanceList>[];
  /** What projects may be decided differently by: the entries that differ, and those that test what was redefined. */
  readonly touched: readonly Entry[];
}

export const CHANGE_KINDS = ['ADDED', 'REMOVED', 'CHANGED'] as const;
export type ChangeKind = (typeof CHANGE_KINDS)[number];

interface ItemChange<T> {
  readonly kind: ChangeKind;
  readonly before: T | undefined;
  readonly after: T | undefined;
  /** All that is said, where the whole item came or went. */
  readonly changes: readonly FieldChange[];
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
  const ground = tendencyBasis(from, to, difference, classification);
  const testedBy = testers(from, to, difference);
  const entries = itemChanges(difference.entries, ({ code }) => code, compareCodes, entryDifference).map(
    ({ identity, ...change }) => ({
      ...change,
      code: identity,
      tendency: entryTendency(change.before, change.after, ground),
    }),
  );
  const definitions = <T extends { readonly key: string }>(
    items: ItemDifference<T>,
    changesOf: (before: T | undefined, after: T | undefined) => readonly FieldChange[],
  ) =>
    itemChanges(items, ({ key }) => key, compareKeys, changesOf).map(({ identity, ...change }) => ({
      ...change,
      key: identity,
      entries: [...(testedBy.get(identity)?.keys() ?? [])].sort(compareCodes),
    }));
  const redefined = [...ground.redefined].flatMap((key) => [...(testedBy.get(key)?.values() ?? [])].flat());
  return {
    from,
    to,
    difference,
    entries,
    facts: definitions(difference.facts, factDifference),
    lists: definitions(difference.lists, listDifference),
    touched: [...new Set([...entries.flatMap(bothOf), ...redefined])],
  };
}

const bothOf = ({ before, after }: ItemChange<Entry>): readonly Entry[] =>
  [before, after].filter((entry) => entry !== undefined);

type Identified<T> = ItemChange<T> & { readonly identity: string };

function itemChanges<T>(
  { added, removed, changed }: ItemDifference<T>,
  identityOf: (item: T) => string,
  order: (a: string, b: string) => number,
  changesOf: (before: T | undefined, after: T | undefined) => readonly FieldChange[],
): readonly Identified<T>[] {
  const came = added.map((after): Identified<T> => {
    const changes = changesOf(undefined, after);
    return { kind: 'ADDED', identity: identityOf(after), before: undefined, after, changes };
  });
  const went = removed.map((before): Identified<T> => {
    const changes = changesOf(before, undefined);
    return { kind: 'REMOVED', identity: identityOf(before), before, after: undefined, changes };
  });
  const stayed = changed.map(
    (change): Identified<T> => ({ kind: 'CHANGED', identity: identityOf(change.after), ...change }),
  );
  return [...came, ...went, ...stayed].sort((a, b) => order(a.identity, b.identity));
}

/** By key of a fact or list that differs: the entries that test it, by code, as they were and as they are. */
function testers(
  from: CatalogContent,
  to: CatalogContent,
  { facts, lists }: ContentDifference,
): ReadonlyMap<string, ReadonlyMap<string, readonly Entry[]>> {
  const found = new Map<string, Map<string, Entry[]>>();
  for (const { added, removed, changed } of [facts, lists])
    for (const { key } of [...added, ...removed, ...changed.map(({ after }) => after)])
      found.set(key, new Map());
  if (found.size === 0) return found;
  for (const entry of [...from.entries, ...to.entries])
    for (const { key } of testedKeys(entry)) {
      const byCode = found.get(key);
      const known = byCode?.get(entry.code) ?? [];
      if (!known.includes(entry)) byCode?.set(entry.code, [...known, entry]);
    }
  return found;
}

const compareKeys = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
