import { definingCatalog } from '../../domain/catalog/definitions-used.ts';
import { checkZoneFacts } from '../../domain/engine/zone-facts.ts';
import type { DeclaredFact } from '../../domain/facts/fact.ts';
import type { JurisdictionRecord } from '../../domain/register/jurisdiction.ts';
import type { Register } from '../../domain/register/register.ts';
import { lineageOn } from '../../domain/register/register.ts';
import { hashOf } from '../../domain/values/canonical.ts';
import { versionsFrom } from '../catalog/catalog-on-day.ts';
import type { Deps } from '../deps.ts';

/**
 * Refuses facts of a zone that no catalog of its lineage defines, from the day of the record on: in the version in
 * force, or in one that is published and takes effect later. Of a catalog that has published nothing yet any fact is
 * taken, so that zones can be prepared before it.
 *
 * @param register with the record in it
 * @param before what was stated until now: the same again is not checked again
 * @throws Refusals UNKNOWN_FACT, WRONG_TYPE, OUT_OF_RANGE …
 */
export async function checkStatedFacts(
  deps: Deps,
  register: Register,
  { id, effectiveFrom }: JurisdictionRecord,
  facts: readonly DeclaredFact[],
  before: readonly DeclaredFact[] = [],
): Promise<void> {
  const stated = new Set(before.map(hashOf));
  const fresh = new Set(facts.filter((fact) => !stated.has(hashOf(fact))).map(({ key }) => key));
  const lineage = new Set(lineageOn(register, id, effectiveFrom)?.map((record) => record.id));
  const catalogs = [...new Set([...fresh].map(definingCatalog))].filter((key) =>
    lineage.has(register.catalogs.get(key)?.jurisdiction ?? ''),
  );
  const published = new Map(
    await Promise.all(
      catalogs.map(async (key) => [key, await versionsFrom(deps, key, effectiveFrom)] as const),
    ),
  );
  const defined = (key: string) => {
    const versions = published.get(definingCatalog(key));
    if (!fresh.has(key) || versions === null) return 'UNCHECKED';
    return versions?.flatMap(({ content }) => content.facts).find((fact) => fact.key === key);
  };
  checkZoneFacts(facts, defined, effectiveFrom);
}
