import { areaId, parseId, zoneId } from '../../ids.ts';
import type { JurisdictionRecord, ZoneFacts } from '../../register/jurisdiction.ts';
import { lineageOn } from '../../register/register.ts';
import type { Law } from './law.ts';
import type { Situation } from './situation.ts';

/**
 * Where a project can be: in a zone, and in one of its areas where it has some.
 *
 * One is enough, though a project may lie in several: entries only ever apply in more places for it, never in fewer, so
 * what a situation shows (this one applies, and no other covers it) is shown in one of its areas too.
 */
export type Place = Pick<Situation, 'zone' | 'zoneCode' | 'lineage' | 'areas' | 'zoneAreas'>;

/** A place that no territory names: the catalog's own zone, or some zone below its jurisdiction. */
export const placeOf = (law: Law): Place => placesBelow(law.publication.catalog.jurisdiction, law)[0]!;

/**
 * A place for every way in which territories can hold below the catalog's jurisdiction, as the register has it on the
 * day on which the version takes effect.
 *
 * A new zone may be founded anywhere at any time, so beside those named there is always one more that is not: below a
 * region, and inside a zone, where it lies in none of the outer zone's areas (DESIGN 2.2.3).
 */
export function placesFor(territory: Iterable<string>, law: Law): readonly Place[] {
  const { jurisdiction } = law.publication.catalog;
  const named = [...territory].flatMap((id) => {
    const place = parseId(id);
    return placesBelow(place?.kind === 'area' ? zoneId(place.zoneCode) : id, law);
  });
  return [...placesBelow(jurisdiction, law), ...named.filter(({ lineage }) => lineage.has(jurisdiction))];
}

function placesBelow(id: string, law: Law): readonly Place[] {
  const { register, effectiveFrom, catalog } = law.publication;
  const records = lineageOn(register, id, effectiveFrom);
  const record = records?.at(-1);
  if (!record) return id === catalog.jurisdiction ? [someZoneIn(id, new Set([id]), law)] : [];
  const lineage = new Set(records!.map((each) => each.id));
  const another = someZoneIn(id, lineage, law);
  if (!record.zone) return [another];
  const zoneAreas = record.zone.areas.map(({ key }) => areaId(record.code, key));
  const inside = zoneAreas.length > 0 ? zoneAreas.map((area) => [area]) : [null];
  // What is closed can be reopened.
  const zone = { ...record, closed: false };
  return [...inside.map((areas) => ({ zone, zoneCode: zone.code, lineage, areas, zoneAreas })), another];
}

function someZoneIn(parent: string, above: ReadonlySet<string>, law: Law): Place {
  const { jurisdictions } = law.publication.register;
  let code = 'example';
  while (jurisdictions.has(zoneId(code))) code += '-x';
  const zone: JurisdictionRecord = {
    id: zoneId(code),
    code,
    level: 'ZONE',
    name: { zh: '某园区', en: 'some zone' },
    parent,
    effectiveFrom: law.publication.effectiveFrom,
    zone: ORDINARY_ZONE,
  };
  return { zone, zoneCode: code, lineage: new Set([...above, zone.id]), areas: null, zoneAreas: [] };
}

const ORDINARY_ZONE: ZoneFacts = {
  kind: 'DEVELOPMENT_ZONE',
  zoneLevel: 'PROVINCIAL',
  riskGrade: 'NONE',
  positioning: [],
  areas: [],
  suspended: false,
  facts: [],
};
