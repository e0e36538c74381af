import type { CatalogChange } from '../../domain/catalog/change.ts';
import { catalogChange } from '../../domain/catalog/change.ts';
import type { Revision } from '../../domain/chain/revision.ts';
import { StoredDataUnreadable } from '../../store/faults.ts';
import type { Deps } from '../deps.ts';

/** What the revisions of a catalog changed, in their order. @throws StoredDataUnreadable */
export async function readChanges(
  deps: Deps,
  revisions: readonly Revision[],
): Promise<readonly CatalogChange[]> {
  const changes = await deps.store.readChanges(revisions);
  return changes.map((change, place) => {
    const read = catalogChange.safeParse(change);
    if (read.success) return read.data;
    throw new StoredDataUnreadable(`the change of revision ${revisions[place]!.seq} cannot be read`, {
      cause: read.error,
    });
  });
}
