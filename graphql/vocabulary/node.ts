import { readDecision } from '../../services/operations/decisions/decisions.ts';
import { findCatalog } from '../catalogs/find-catalog.ts';
import { findVersion } from '../catalogs/find-version.ts';
import type { Context } from '../context.ts';
import type { NodeModel } from '../models.ts';
import { findJurisdiction } from '../register/find-jurisdiction.ts';

/** Whatever has this id and may be seen; the prefix says where to look. */
export async function nodeOf(id: string, context: Context): Promise<NodeModel | null> {
  if (/^(region|zone)_/.test(id)) return findJurisdiction(id, context);
  if (/^catalog_.*@/.test(id)) return findVersion(id, context);
  if (/^catalog_/.test(id)) return findCatalog(id, context);
  if (/^decision_/.test(id)) return readDecision(context.deps, context.actor, id);
  return null;
}

export function nodeType(node: NodeModel): 'Region' | 'Zone' | 'Catalog' | 'CatalogVersion' | 'Decision' {
  if ('receipt' in node) return 'Decision';
  if ('number' in node) return 'CatalogVersion';
  if ('level' in node) return node.level === 'ZONE' ? 'Zone' : 'Region';
  return 'Catalog';
}
