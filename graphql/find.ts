import type { CatalogIdentity } from '../services/domain/catalog/catalog.ts';
import { jurisdictionOn } from '../services/domain/register/register.ts';
import type { Day } from '../services/domain/vocabulary.ts';
import { readDecision } from '../services/operations/decisions/decide.ts';
import type { Context } from './context.ts';
import type { JurisdictionModel, NodeModel, VersionModel } from './models.ts';

// What a public id, or a key in something that was recorded, stands for.

/** Whatever has this id and may be seen; the prefix says where to look. */
export async function findNode(id: string, context: Context): Promise<NodeModel | null> {
  if (/^(region|zone)_/.test(id)) return findJurisdiction(id, context);
  if (/^catalog_.*@/.test(id)) return findVersion(id, context);
  if (/^catalog_/.test(id)) return findCatalog(id, context);
  if (/^decision_/.test(id)) return readDecision(context.deps, context.actor, id);
  return null;
}

/**
 * The jurisdiction of an id; null where the register has none.
 *
 * @param on the day as of which it is asked for; without one as it stands today, or as it will begin
 */
export async function findJurisdiction(
  id: string,
  { reads }: Context,
  on?: Day | null,
): Promise<JurisdictionModel | null> {
  if (on == null) return (await reads.jurisdiction(id)) ?? null;
  const record = jurisdictionOn(await reads.register(), id, on);
  return record ? { ...record, on } : null;
}

/** The jurisdiction that something recorded names. */
export async function namedJurisdiction(id: string, context: Context): Promise<JurisdictionModel> {
  return (await findJurisdiction(id, context)) ?? missing(`jurisdiction ${id}`);
}

/** The catalog of an id, `catalog_<key>`; null where the register has none. */
export async function findCatalog(id: string, { reads }: Context): Promise<CatalogIdentity | null> {
  const { key, of } = parseCatalogId(id) ?? {};
  if (key === undefined || of !== undefined) return null;
  return (await reads.register()).catalogs.get(key) ?? null;
}

/** The catalog of a key that something recorded names. */
export async function namedCatalog(key: string, { reads }: Context): Promise<CatalogIdentity> {
  return (await reads.register()).catalogs.get(key) ?? missing(`catalog ${key}`);
}

/** The version of an id, `catalog_<key>@<number>`; null where there is none. */
export async function findVersion(id: string, context: Context): Promise<VersionModel | null> {
  const { key, of } = parseCatalogId(id) ?? {};
  return key === undefined || typeof of !== 'number' ? null : versionOfNumber(key, of, context);
}

/** The version of a number; null where the catalog has none. */
export async function versionOfNumber(
  catalog: string,
  number: number,
  { reads }: Context,
): Promise<VersionModel | null> {
  const read = await reads.catalog(catalog);
  return read?.state.versions.some((version) => version.number === number) ? { catalog, number } : null;
}

/** What the id of a catalog, of one of its versions or of its draft says; null for any other id. */
export function parseCatalogId(
  id: string,
): { readonly key: string; readonly of: number | 'draft' | undefined } | null {
  const [, key, of] = /^catalog_([^@]+)(?:@([1-9]\d{0,8}|draft))?$/.exec(id) ?? [];
  if (key === undefined) return null;
  return { key, of: of === undefined || of === 'draft' ? of : Number(of) };
}

function missing(what: string): never {
  throw new Error(`the register has no ${what}`);
}
