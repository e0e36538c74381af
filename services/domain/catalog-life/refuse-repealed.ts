import type { CatalogState } from '../catalog/catalog.ts';
import { repealedFrom } from '../catalog/version.ts';
import { Refusal } from '../messages/refusal.ts';

/**
 * Refuses work on a new version once the catalog is repealed, from whatever day: such a version would never be in
 * force after that day, and whoever made it would not know.
 *
 * @throws Refusal CATALOG_REPEALED
 */
export function refuseRepealed({ key, versions }: CatalogState): void {
  const on = repealedFrom(versions);
  if (on !== null) throw new Refusal('CATALOG_REPEALED', { catalog: key, on });
}
