import { type Connection, connectionOf, type Edge, type PageArguments } from '../connection.ts';
import type { Context } from '../context.ts';
import type { EntryFilter } from '../generated/types.ts';
import type { EntryModel, VersionModel } from '../models.ts';
import { entryTest } from './entry-test.ts';

/** An entry and the version it stands in; null for an entry of a draft. */
export interface PlacedEntry {
  readonly entry: EntryModel;
  readonly version: VersionModel | null;
  /** What tells it from all others of a list. */
  readonly place: string;
}

/**
 * A page of the entries that pass a filter, in the order given.
 *
 * @throws Refusal UNKNOWN_INDUSTRY, INVALID_PAGE_SIZE, INVALID_CURSOR
 */
export function entryConnection(
  entries: readonly PlacedEntry[],
  filter: EntryFilter | null | undefined,
  page: PageArguments,
  query: readonly unknown[],
  { deps }: Context,
): Omit<Connection<EntryModel>, 'edges'> & {
  readonly edges: readonly (Edge<EntryModel> & { readonly version: VersionModel | null })[];
  readonly totalCount: number;
} {
  const passes = entryTest(filter ?? {}, deps.reference.classification);
  const passing = entries.filter(({ entry }) => passes(entry));
  const { edges, ...rest } = connectionOf(passing, page, [...query, filter], ({ place }) => place);
  return {
    ...rest,
    edges: edges.map(({ cursor, node }) => ({ cursor, node: node.entry, version: node.version })),
  };
}
