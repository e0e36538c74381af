import type { CatalogContent } from '../domain/catalog.ts';
import type { Day } from '../domain/condition.ts';
import { statusOn } from '../domain/version.ts';
import type { Deps } from './deps.ts';
import { loadContent } from './read.ts';

/** A version that counts on a day or later, and what it says. */
export interface CountingVersion {
  readonly catalog: string;
  readonly number: number;
  readonly content: CatalogContent;
}

/**
 * The version of a catalog in force on a day, then those that take effect later, in the order of their days; null
 * where nothing of it was ever published.
 */
export async function versionsFrom(
  deps: Deps,
  catalog: string,
  day: Day,
): Promise<readonly CountingVersion[] | null> {
  const stored = await deps.store.readCatalog(catalog, { consistent: true });
  const versions = stored?.state.versions ?? [];
  if (versions.length === 0) return null;
  const counting = versions
    .map((version) => ({ version, status: statusOn(version, versions, day) }))
    .filter(({ status }) => status === 'IN_FORCE' || status === 'SCHEDULED')
    .map(({ version }) => version)
    .sort((a, b) => (a.effectiveFrom < b.effectiveFrom ? -1 : a.effectiveFrom > b.effectiveFrom ? 1 : 0));
  return Promise.all(
    counting.map(async ({ number, content }) => ({
      catalog,
      number,
      content: await loadContent(deps, content),
    })),
  );
}
