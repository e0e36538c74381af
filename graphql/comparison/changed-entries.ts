import type { EntryChange } from '../../services/domain/comparison/comparison.ts';
import { type Connection, connectionOf, type PageArguments } from '../connection.ts';
import type { EntryChangeFilter } from '../generated/types.ts';
import type { ComparedPair, EntryChangeModel } from '../models.ts';

/**
 * A page of the entries that differ. Cursors are bound to both contents: an edit of the draft between two pages is told
 * rather than skipped.
 *
 * @throws Refusal INVALID_PAGE_SIZE, INVALID_CURSOR
 */
export function changedEntries(
  of: ComparedPair,
  filter: EntryChangeFilter | null | undefined,
  page: PageArguments,
): Connection<EntryChangeModel> & { readonly totalCount: number } {
  const { comparison, from, to } = of;
  const passing = comparison.entries.filter((change) => passes(change, filter ?? {}));
  const query = ['changedEntries', to.catalog, from?.content.contentHash, to.content.contentHash, filter];
  const { edges, ...rest } = connectionOf(passing, page, query, ({ code }) => code);
  return { ...rest, edges: edges.map(({ cursor, node }) => ({ cursor, node: { ...node, of } })) };
}

const passes = ({ kind, tendency }: EntryChange, { kinds, tendencies }: EntryChangeFilter): boolean =>
  (kinds == null || kinds.includes(kind)) && (tendencies == null || tendencies.includes(tendency));
