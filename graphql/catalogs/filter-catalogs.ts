import type { CatalogIdentity } from '../../services/domain/catalog/catalog.ts';
import { lineageOn } from '../../services/domain/register/register.ts';
import type { Context } from '../context.ts';
import type { CatalogFilter } from '../generated/types.ts';

/** The catalogs that pass a filter, by key. */
export async function filterCatalogs(
  { jurisdiction, within, appliesTo }: CatalogFilter,
  { reads, today }: Context,
): Promise<readonly CatalogIdentity[]> {
  const register = await reads.register();
  const lineage = (id: string): readonly string[] =>
    (lineageOn(register, id, today) ?? []).map((record) => record.id);
  const above = appliesTo == null ? null : lineage(appliesTo);
  return [...register.catalogs.values()]
    .filter(
      ({ jurisdiction: of }) =>
        (jurisdiction == null || of === jurisdiction) &&
        (within == null || lineage(of).includes(within)) &&
        (above === null || above.includes(of)),
    )
    .sort((a, b) => (a.key < b.key ? -1 : 1));
}
