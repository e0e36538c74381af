import type { Decision } from '../services/domain/assessment/decision.ts';
import type { CatalogIdentity } from '../services/domain/catalog/catalog.ts';
import { parseId } from '../services/domain/ids.ts';
import { jurisdictionOn } from '../services/domain/register/register.ts';
import { unreachable } from '../services/domain/values/unreachable.ts';
import type { Day } from '../services/domain/vocabulary.ts';
import { readBatch } from '../services/operations/batches/batches.ts';
import { readDecision } from '../services/operations/decisions/decisions.ts';
import type { Context } from './context.ts';
import type { BatchModel, JurisdictionModel, NodeModel, VersionModel } from './models.ts';

// What a public id, or a key in something that was recorded, stands for.

/** Whatever has this id and may be seen; the prefix says where to look. */
export async function findNode(id: string, context: Context): Promise<NodeModel | null> {
  if (id.startsWith('decision_')) return findDecision(id, context);
  if (id.startsWith('batch_')) return findBatch(id, context);
  const parsed = parseId(id);
  switch (parsed?.kind) {
    case 'region':
    case 'zone':
      return findJurisdiction(id, context);
    case 'catalog':
      return findCatalog(id, context);
    case 'version':
      return findVersion(id, context);
    case 'area':
    case 'draft':
    case undefined:
      return null;
    default:
      return unreachable(parsed);
  }
}

/** The decision of an id; null where there is none or the caller may not see it. */
export async function findDecision(id: string, { deps, actor, record }: Context): Promise<Decision | null> {
  const decision = await readDecision(deps, actor, id);
  if (decision) record.accessed(decision.id);
  return decision;
}

/** The batch of an id; null where there is none or the caller may not see it. */
export async function findBatch(id: string, { deps, actor, record }: Context): Promise<BatchModel | null> {
  const found = await readBatch(deps, actor, id);
  if (found) record.accessed(found.batch.id);
  return found;
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
  const parsed = parseId(id);
  return parsed?.kind === 'catalog' ? ((await reads.register()).catalogs.get(parsed.key) ?? null) : null;
}

/** The catalog of a key that something recorded names. */
export async function namedCatalog(key: string, { reads }: Context): Promise<CatalogIdentity> {
  return (await reads.register()).catalogs.get(key) ?? missing(`catalog ${key}`);
}

/** The version of an id, `catalog_<key>@<number>`; null where there is none. */
export async function findVersion(id: string, context: Context): Promise<VersionModel | null> {
  const parsed = parseId(id);
  return parsed?.kind === 'version' ? versionOfNumber(parsed.key, parsed.number, context) : null;
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

function missing(what: string): never {
  throw new Error(`the register has no ${what}`);
}
