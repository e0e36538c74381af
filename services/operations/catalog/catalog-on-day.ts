import type { CatalogOnDay, VersionOnDay } from '../../domain/assessment/assessment-basis.ts';
import type { CatalogEvidence, VersionEvidence } from '../../domain/assessment/decision.ts';
import type { CatalogIdentity } from '../../domain/catalog/catalog.ts';
import type { VersionRecord } from '../../domain/catalog/version.ts';
import { countingFrom, standingOn } from '../../domain/catalog/version.ts';
import type { Day } from '../../domain/vocabulary.ts';
import type { ReadOptions } from '../../store/chain.ts';
import type { Deps } from '../deps.ts';
import { loadContent } from '../read.ts';

/** A catalog as it stands on a day, and by what that can be found again. */
export interface CatalogAndEvidence {
  readonly catalog: CatalogOnDay;
  readonly evidence: CatalogEvidence;
  /** All that was ever published of it. */
  readonly versions: readonly VersionRecord[];
}

/** How a catalog stands on a day, and what it says where a version is in force. */
export async function catalogOnDay(
  deps: Deps,
  identity: CatalogIdentity,
  on: Day,
  options: ReadOptions,
): Promise<CatalogAndEvidence> {
  const { evidence, versions } = await standingOnDay(deps, identity, on, options);
  return { catalog: await catalogByEvidence(deps, evidence), evidence, versions };
}

/** The same without what it says. */
export async function standingOnDay(
  deps: Deps,
  { key, jurisdiction }: CatalogIdentity,
  on: Day,
  options: ReadOptions,
): Promise<Omit<CatalogAndEvidence, 'catalog'>> {
  const stored = await deps.store.readCatalog(key, options);
  const versions = stored?.state.versions ?? [];
  const standing = standingOn(versions, on);
  const version = standing.kind === 'IN_FORCE' ? versionEvidence(standing.version) : null;
  const evidence = { key, jurisdiction, head: stored?.head ?? null, standing: standing.kind, version };
  return { evidence, versions };
}

/** The same by what was recorded of it: no chain is read. */
export async function catalogByEvidence(
  deps: Deps,
  { key, jurisdiction, standing, version }: CatalogEvidence,
): Promise<CatalogOnDay> {
  const identity = { key, jurisdiction };
  return version ? { identity, standing, inForce: await loadVersion(deps, version) } : { identity, standing };
}

/**
 * The version of a catalog in force on a day, then those that count later, in the order of their days: to come, or
 * in force again once another is withdrawn. Null where nothing of it was ever published.
 */
export async function versionsFrom(
  deps: Deps,
  catalog: string,
  day: Day,
): Promise<readonly VersionOnDay[] | null> {
  const stored = await deps.store.readCatalog(catalog, { consistent: true });
  const versions = stored?.state.versions ?? [];
  if (versions.length === 0) return null;
  return Promise.all(
    countingFrom(versions, day).map((version) => loadVersion(deps, versionEvidence(version))),
  );
}

export const versionEvidence = ({ number, contentHash, content }: VersionRecord): VersionEvidence => ({
  number,
  contentHash,
  content,
});

export const loadVersion = async (
  deps: Deps,
  { content, ...ref }: VersionEvidence,
): Promise<VersionOnDay> => ({
  ...ref,
  content: await loadContent(deps, content),
});
