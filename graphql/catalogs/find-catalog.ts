import type { CatalogIdentity } from '../../services/domain/catalog/catalog.ts';
import type { Context } from '../context.ts';

/** The catalog of an id, `catalog_<key>`; null where the register has none. */
export async function findCatalog(id: string, context: Context): Promise<CatalogIdentity | null> {
  const key = /^catalog_([^@]+)$/.exec(id)?.[1];
  if (key === undefined) return null;
  return (await context.reads.register()).catalogs.get(key) ?? null;
}

/** The catalog of a key that something that was recorded names. */
export async function namedCatalog(key: string, context: Context): Promise<CatalogIdentity> {
  const catalog = (await context.reads.register()).catalogs.get(key);
  if (!catalog) throw new Error(`the register has no catalog ${key}`);
  return catalog;
}
