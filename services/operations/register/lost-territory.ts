import { borrowedKeys, definingCatalog } from '../../domain/catalog/definitions-used.ts';
import { Refusal, Refusals } from '../../domain/messages/refusal.ts';
import type { JurisdictionRecord } from '../../domain/register/jurisdiction.ts';
import type { LostTerritory } from '../../domain/register/lost-territory.ts';
import { departureOf, entriesNaming, lostAreas } from '../../domain/register/lost-territory.ts';
import type { Register } from '../../domain/register/register.ts';
import { everBelow, lineageOn, withRecords } from '../../domain/register/register.ts';
import { versionsFrom } from '../catalog/catalog-on-day.ts';
import type { Deps } from '../deps.ts';

/**
 * Refuses a change that takes from catalogs what their entries name, in the version in force then or in one that is
 * published and takes effect later: an area that is no more, a place that leaves the catalog's jurisdiction, or a
 * definition whose catalog is above no more. No change of the register may alter what entries mean as a side effect.
 *
 * @param register before the change
 * @param records those that the change adds, earliest first
 * @throws Refusals AREA_IN_USE, TERRITORY_LEFT, DEFINITION_LEFT for each version
 */
export async function refuseLostTerritory(
  deps: Deps,
  register: Register,
  records: readonly JurisdictionRecord[],
): Promise<void> {
  const lost = await lostTerritory(deps, register, records);
  if (lost.length > 0)
    throw new Refusals(
      lost.map(({ code, ...details }) =>
        Refusal.of(code, details, [code === 'AREA_IN_USE' ? 'areas' : 'parent']),
      ),
    );
}

/** What a change takes from each version of a catalog, as `refuseLostTerritory` would refuse it. */
export async function lostTerritory(
  deps: Deps,
  register: Register,
  records: readonly JurisdictionRecord[],
): Promise<readonly LostTerritory[]> {
  const { id, effectiveFrom } = records[0]!;
  const before = register.jurisdictions.get(id) ?? [];
  const after = withRecords(register, records);
  const lost: LostTerritory[] = [];
  for (const area of lostAreas(before, after.jurisdictions.get(id)!, effectiveFrom)) {
    const above = lineageOn(after, id, area.on)?.map((record) => record.id) ?? [];
    for (const version of await versionsOf(deps, register, above, area.on)) {
      const entries = entriesNaming(version.content.entries, (territory) => territory === area.id, area.on);
      const { catalog, number } = version;
      const details = { value: area.id, catalog, number, entries, on: area.on };
      if (entries.length > 0) lost.push({ code: 'AREA_IN_USE', ...details });
    }
  }
  const { left, moves } = departureOf(register, after, id, effectiveFrom);
  for (const version of await versionsOf(deps, register, left, effectiveFrom)) {
    const entries = entriesNaming(version.content.entries, moves, effectiveFrom);
    const { catalog, number } = version;
    const details = { value: id, catalog, number, entries, on: effectiveFrom };
    if (entries.length > 0) lost.push({ code: 'TERRITORY_LEFT', ...details });
  }
  const placesOf = new Map(
    [...register.catalogs.values()].map((catalog) => [catalog.key, catalog.jurisdiction]),
  );
  const moving = [...everBelow(register, id)].filter(moves);
  for (const version of await versionsOf(deps, register, [id, ...moving], effectiveFrom)) {
    const definitions = [...borrowedKeys(version.content)].filter((key) =>
      left.includes(placesOf.get(definingCatalog(key)) ?? ''),
    );
    const { catalog, number } = version;
    const details = { value: id, catalog, number, definitions, on: effectiveFrom };
    if (definitions.length > 0) lost.push({ code: 'DEFINITION_LEFT', ...details });
  }
  return lost;
}

/** The versions of the catalogs of some jurisdictions that are in force on a day or count later. */
export async function versionsOf(
  deps: Deps,
  register: Register,
  jurisdictions: readonly string[],
  day: string,
) {
  const catalogs = [...register.catalogs.values()].filter((catalog) =>
    jurisdictions.includes(catalog.jurisdiction),
  );
  const versions = await Promise.all(catalogs.map(({ key }) => versionsFrom(deps, key, day)));
  return versions.flatMap((of, place) =>
    (of ?? []).map((version) => ({ ...version, catalog: catalogs[place]!.key })),
  );
}
