import type { CatalogContent } from '../catalog/catalog.ts';
import { compareCodes } from '../catalog/catalog.ts';
import type { Entry } from '../catalog/entry.ts';
import type { FactDefinition, SubstanceList } from '../facts/fact.ts';
import type { ProductTerm } from '../facts/product-term.ts';
import { factDifference, listDifference, productDifference } from './definition-difference.ts';
import { entryDifference } from './entry-difference.ts';
import type { FieldChange, FieldKinds } from './field-change.ts';
import { fieldChanges } from './field-change.ts';

/** What differs between two contents of one catalog, all of it as data. */
export interface ContentDifference {
  /** Title, issuer and document number. */
  readonly details: readonly FieldChange[];
  /** In the order of the codes. */
  readonly entries: ItemDifference<Entry>;
  /** In the order of the keys. */
  readonly facts: ItemDifference<FactDefinition>;
  readonly lists: ItemDifference<SubstanceList>;
  readonly products: ItemDifference<ProductTerm>;
}
export interface ItemDifference<T> {
  readonly added: readonly T[];
  readonly removed: readonly T[];
  readonly changed: readonly ChangedItem<T>[];
}
interface ChangedItem<T> {
  readonly before: T;
  readonly after: T;
  /** Never empty. */
  readonly changes: readonly FieldChange[];
}

/**
 * Compares two versions, or a version and a draft.
 *
 * There is no difference exactly where the content hashes are equal, and the differences are enough to build either
 * content from the other. Entries that two versions share come from the same stored piece and are the same object,
 * so they cost nothing.
 */
export function compareContents(from: CatalogContent, to: CatalogContent): ContentDifference {
  return {
    details: fieldChanges(DETAILS, from, to),
    entries: itemDifference(from.entries, to.entries, ({ code }) => code, compareCodes, entryDifference),
    facts: itemDifference(from.facts, to.facts, keyOf, compareKeys, factDifference),
    lists: itemDifference(from.lists, to.lists, keyOf, compareKeys, listDifference),
    products: itemDifference(from.products, to.products, keyOf, compareKeys, productDifference),
  };
}

/** Whether two contents are the same. */
export const isIdentical = ({ details, entries, facts, lists, products }: ContentDifference): boolean =>
  details.length + sizeOf(entries) + sizeOf(facts) + sizeOf(lists) + sizeOf(products) === 0;

export const CHANGE_KINDS = ['ADDED', 'REMOVED', 'CHANGED'] as const;
export type ChangeKind = (typeof CHANGE_KINDS)[number];

/** How one item changed. */
export interface ItemChange<T> {
  readonly kind: ChangeKind;
  readonly before: T | undefined;
  readonly after: T | undefined;
  /** Every field that it states, if the whole item was added or removed. */
  readonly changes: readonly FieldChange[];
}

/** Every item that differs: first those added, then those changed, then those removed. */
export const itemChanges = <T>(
  { added, changed, removed }: ItemDifference<T>,
  changesOf: (before: T | undefined, after: T | undefined) => readonly FieldChange[],
): readonly ItemChange<T>[] => [
  ...added.map((after) => {
    const changes = changesOf(undefined, after);
    return { kind: 'ADDED', before: undefined, after, changes } as const;
  }),
  ...changed.map((change) => ({ kind: 'CHANGED', ...change }) as const),
  ...removed.map((before) => {
    const changes = changesOf(before, undefined);
    return { kind: 'REMOVED', before, after: undefined, changes } as const;
  }),
];

/** How many items were added, removed or changed. */
export const sizeOf = ({ added, removed, changed }: ItemDifference<unknown>): number =>
  added.length + removed.length + changed.length;

const DETAILS: FieldKinds<Pick<CatalogContent, 'title' | 'issuer' | 'documentNumber'>> = {
  title: 'TEXT',
  issuer: 'WORD',
  documentNumber: 'WORD',
};

/** INVARIANT: no two items of one content have the same identity; the store refuses to write such a content. */
function itemDifference<T>(
  from: readonly T[],
  to: readonly T[],
  identityOf: (item: T) => string,
  order: (a: string, b: string) => number,
  changesOf: (before: T, after: T) => readonly FieldChange[],
): ItemDifference<T> {
  const older = new Map(from.map((item) => [identityOf(item), item]));
  const newer = new Set(to.map(identityOf));
  const sorted = <Item>(items: readonly Item[], of: (item: Item) => T) =>
    [...items].sort((a, b) => order(identityOf(of(a)), identityOf(of(b))));
  const itself = (item: T) => item;
  const changed = to.flatMap((after) => {
    const before = older.get(identityOf(after));
    if (!before || before === after) return [];
    const changes = changesOf(before, after);
    return changes.length === 0 ? [] : [{ before, after, changes }];
  });
  return {
    added: sorted(
      to.filter((item) => !older.has(identityOf(item))),
      itself,
    ),
    removed: sorted(
      from.filter((item) => !newer.has(identityOf(item))),
      itself,
    ),
    changed: sorted(changed, ({ after }) => after),
  };
}

const keyOf = ({ key }: { readonly key: string }): string => key;
export const compareKeys = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
