import type { Entry } from '../catalog/entry.ts';
import { parseId, zoneId } from '../ids.ts';
import type { JurisdictionRecord } from '../register/jurisdiction.ts';
import type { Register } from '../register/register.ts';
import { jurisdictionOn, lineageOn } from '../register/register.ts';
import type { Day } from '../vocabulary.ts';

/**
 * The zones in which some entries of a catalog apply, as the register has them on a day, by code: all below the
 * catalog's jurisdiction, or those of the territories where every entry names one. A zone of which
 * only areas are left out is among them.
 */
export function impactedZones(
  register: Register,
  jurisdiction: string,
  entries: readonly Entry[],
  on: Day,
): readonly JurisdictionRecord[] {
  if (entries.length === 0) return [];
  const territories = entries.map(({ territory: { include, except } }) => ({
    places: include.length > 0 ? new Set(include.map(zoneOrRegion)) : null,
    leftOut: new Set(except),
  }));
  return [...register.jurisdictions.keys()]
    .flatMap((id) => jurisdictionOn(register, id, on) ?? [])
    .filter((record) => record.level === 'ZONE' && !record.closed)
    .filter(({ id }) => {
      const lineage = (lineageOn(register, id, on) ?? []).map((record) => record.id);
      if (!lineage.includes(jurisdiction)) return false;
      return territories.some(
        ({ places, leftOut }) =>
          (!places || places.has(inArea(id)) || lineage.some((above) => places.has(above))) &&
          !lineage.some((above) => leftOut.has(above)),
      );
    })
    .sort((a, b) => (a.code < b.code ? -1 : 1));
}

/** An area belongs to its zone only: a zone inside that zone has other areas (DESIGN 2.2.3). */
function zoneOrRegion(id: string): string {
  const place = parseId(id);
  return place?.kind === 'area' ? inArea(zoneId(place.zoneCode)) : id;
}
const inArea = (zone: string): string => `area of ${zone}`;
