import type { CatalogBeside } from '../../domain/assessment/assessment-basis.ts';
import type { CatalogIdentity } from '../../domain/catalog/catalog.ts';
import { changesAfter, standingOn } from '../../domain/catalog/version.ts';
import type { Register } from '../../domain/register/register.ts';
import { lineageOn } from '../../domain/register/register.ts';
import type { Day } from '../../domain/vocabulary.ts';
import { catalogsOf } from '../decisions/assessment-basis.ts';
import type { Deps } from '../deps.ts';
import { loadContent } from '../read.ts';

/**
 * Every other catalog of a catalog's jurisdiction and of those above it, as it stands on a day: what the publication
 * rules weigh a version against, for these stand in every zone below.
 */
export function catalogsBeside(
  deps: Deps,
  register: Register,
  { key, jurisdiction }: CatalogIdentity,
  on: Day,
): Promise<readonly CatalogBeside[]> {
  const lineage = lineageOn(register, jurisdiction, on) ?? [];
  const others = catalogsOf(register, lineage).filter((each) => each.key !== key);
  return Promise.all(others.map((identity) => readBeside(deps, identity, on)));
}

async function readBeside(
  deps: Deps,
  { key, jurisdiction }: CatalogIdentity,
  on: Day,
): Promise<CatalogBeside> {
  const stored = await deps.store.readCatalog(key, { consistent: true });
  const versions = stored?.state.versions ?? [];
  const standing = standingOn(versions, on);
  const beside = { identity: { key, jurisdiction }, changesOn: changesAfter(versions, on) };
  if (standing.kind !== 'IN_FORCE') return { ...beside, standing: standing.kind };
  const { number, contentHash, content } = standing.version;
  return {
    ...beside,
    standing: 'IN_FORCE',
    inForce: { number, contentHash, content: await loadContent(deps, content) },
  };
}
