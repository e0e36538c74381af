import type { CatalogOnDay, LapsedDefinitions } from '../../domain/assessment/assessment-basis.ts';
import type { LapsedEvidence } from '../../domain/assessment/decision.ts';
import type { Defining } from '../../domain/catalog/definitions-used.ts';
import {
  definedKeys,
  definingCatalog,
  lastCounting,
  undefinedKeys,
} from '../../domain/catalog/definitions-used.ts';
import type { Day } from '../../domain/vocabulary.ts';
import type { ReadOptions } from '../../store/chain.ts';
import type { Deps } from '../deps.ts';
import { loadVersion, versionEvidence } from './catalog-on-day.ts';

/** Definitions that are no longer in force, and by what they can be found again. */
export interface LapsedAndEvidence {
  readonly definitions: LapsedDefinitions;
  readonly evidence: LapsedEvidence;
}

/**
 * The last definitions that counted of all that contents in force name and none of them defines, whatever catalog the
 * key belongs to and wherever that lies now. A key that was never defined is in none of them.
 *
 * @param inForce all that is in force in one place on the day
 * @param mayDefine whether definitions of a catalog may be used at all
 */
export async function lapsedDefinitions(
  deps: Deps,
  inForce: readonly Defining[],
  on: Day,
  options: ReadOptions,
  mayDefine: (catalog: string) => boolean = () => true,
): Promise<readonly LapsedAndEvidence[]> {
  const found: LapsedAndEvidence[] = [];
  const sought = new Set<string>();
  for (;;) {
    const wanted = undefinedKeys(
      inForce,
      found.map(({ definitions }) => definitions),
    ).filter((key) => !sought.has(key) && mayDefine(definingCatalog(key)));
    if (wanted.length === 0) return found;
    for (const key of wanted) sought.add(key);
    for (const catalog of new Set(wanted.map(definingCatalog))) {
      const keys = wanted.filter((key) => definingCatalog(key) === catalog);
      found.push(...(await lastDefinitions(deps, catalog, keys, on, options)));
    }
  }
}

/** The same by what was recorded of it: no chain is read. */
export const lapsedByEvidence = async (
  deps: Deps,
  { key, version, keys }: LapsedEvidence,
): Promise<LapsedDefinitions> => ({ catalog: key, keys, ...(await loadVersion(deps, version)) });

export const contentsOf = (catalogs: readonly CatalogOnDay[]): readonly Defining[] =>
  catalogs.flatMap(({ identity: { key }, inForce }) => (inForce ? [{ key, content: inForce.content }] : []));

async function lastDefinitions(
  deps: Deps,
  catalog: string,
  keys: readonly string[],
  on: Day,
  options: ReadOptions,
): Promise<readonly LapsedAndEvidence[]> {
  const stored = await deps.store.readCatalog(catalog, options);
  const found: LapsedAndEvidence[] = [];
  let left = keys;
  for (const record of stored ? lastCounting(stored.state.versions, on) : []) {
    if (left.length === 0) break;
    const version = versionEvidence(record);
    const read = await loadVersion(deps, version);
    const its = left.filter((key) => definedKeys(read.content).has(key));
    if (its.length === 0) continue;
    left = left.filter((key) => !its.includes(key));
    found.push({
      definitions: { catalog, keys: its, ...read },
      evidence: { key: catalog, head: stored!.head, version, keys: its },
    });
  }
  return found;
}
