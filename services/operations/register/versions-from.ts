import type { CatalogContent } from '../../domain/catalog/catalog.ts';
import { countingFrom } from '../../domain/catalog/version.ts';
import type { Day } from '../../domain/vocabulary.ts';
import type { Deps } from '../deps.ts';
import { loadContent } from '../read.ts';

/** A version that counts on a day or later, and what it says. */
export interface CountingVersion {
  readonly catalog: string;
  readonly number: number;
  readonly content: CatalogContent;
}

/**
 * The version of a catalog in force on a day, then those that count later, in the order of their days: to come, or
 * in force again once another is withdrawn. Null where nothing of it was ever published.
 */
export async function versionsFrom(
  deps: Deps,
  catalog: string,
  day: Day,
): Promise<readonly CountingVersion[] | null> {
  const stored = await deps.store.readCatalog(catalog, { consistent: true });
  const versions = stored?.state.versions ?? [];
  if (versions.length === 0) return null;
  return Promise.all(
    countingFrom(versions, day).map(async ({ number, content }) => ({
      catalog,
      number,
      content: await loadContent(deps, content),
    })),
  );
}
