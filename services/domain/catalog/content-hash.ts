import type { SubstanceList } from '../facts/fact.ts';
import { inOrder } from '../facts/product-term.ts';
import { canonicalJson, hashOf, sha256, withoutNulls } from '../values/canonical.ts';
import { memoize } from '../values/memoize.ts';
import type { CatalogContent } from './catalog.ts';
import { compareCodes } from './catalog.ts';
import type { Entry } from './entry.ts';

/**
 * The hash that a publication approves and a decision cites: over what a catalog says (DESIGN 3.3).
 *
 * SHA-256 over the canonical JSON of title, issuer, document number, facts by key, lists by key with their members
 * in order, product terms by key with their names in order, and the hash of every entry in the order of the codes. Neither the order in which things were put in
 * nor the way they are stored plays a part; unset and null are the same.
 */
export function contentHashOf(content: CatalogContent): string {
  return hashOf(hashedContent(content));
}

/** What a content is before it is hashed: its entries by their hashes, everything else as it is. */
export interface HashedContent extends Omit<CatalogContent, 'entries'> {
  readonly entries: readonly string[];
}

/** The very object whose canonical JSON the content hash is over; with the entries by its side it proves the hash. */
export function hashedContent(content: CatalogContent): HashedContent {
  const { title, issuer, documentNumber, facts, lists, products, entries } = content;
  return withoutNulls({
    title,
    issuer,
    documentNumber,
    facts: [...facts].sort(byKey),
    lists: lists.map(withSortedMembers).sort(byKey),
    products: products.map(inOrder).sort(byKey),
    entries: [...entries].sort((a, b) => compareCodes(a.code, b.code)).map(entryHash),
  });
}

const byKey = (a: { readonly key: string }, b: { readonly key: string }): number =>
  a.key < b.key ? -1 : a.key > b.key ? 1 : 0;

const withSortedMembers = (list: SubstanceList): SubstanceList => ({
  ...list,
  members: [...list.members].sort(),
});

/** Entries never change once they are read, and an edit of one in 5 000 leaves the rest the same objects. */
const entryHash = memoize((entry: Entry): string => sha256(canonicalJson(withoutNulls(entry))));
