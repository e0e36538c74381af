import type { Entry } from '../../catalog/entry.ts';
import { placesNamed } from '../../catalog/entry.ts';
import { areaId } from '../../ids.ts';
import { setEncoding } from '../../solver/set.ts';
import type { Facts } from '../facts.ts';
import type { FactDomain, TestOf } from './domain.ts';
import { unknownFact } from './domain.ts';

/** Where in its zone the project lies: in one area or several. The zone itself is always known. */
export const TERRITORY: FactDomain<TestOf<'territory'>> = {
  truth(test, facts) {
    const { areas, zoneAreas } = facts;
    if (zoneAreas.length === 0) return liesIn(test, null, facts);
    if (areas !== null) return areas.some((area) => liesIn(test, area, facts));
    const answers = new Set(zoneAreas.map((each) => liesIn(test, each, facts)));
    return answers.size === 1 ? answers.has(true) : undefined;
  },
  unknowns: (tests, facts) => [
    unknownFact(
      'areas',
      tests,
      setEncoding(
        facts.zoneAreas,
        tests,
        (test) => facts.zoneAreas.filter((area) => liesIn(test, area, facts)),
        true,
      ),
    ),
  ],
};

/** The zone as far as territories can name it. */
export type ZonePlace = Pick<Facts, 'lineage' | 'zoneCode' | 'zoneAreas'>;

/**
 * Whether a place of a zone lies in a territory. Where the territory leaves out an area that is gone, nobody can say
 * of any place in the zone whether it does: that is a gap in the register, and never a refusal by guess.
 *
 * @param area null in a zone without areas
 */
export function liesIn(
  { include, except }: Pick<TestOf<'territory'>, 'include' | 'except'>,
  area: string | null,
  zone: ZonePlace,
): boolean {
  const names = (places: ReadonlySet<string>) =>
    (area !== null && places.has(area)) || [...zone.lineage].some((id) => places.has(id));
  return (include.size === 0 || names(include)) && !names(except) && !namesLostArea(except, zone);
}

/** Whether the places of a territory are some that the zone had as areas once and has no more. */
function namesLostArea(places: Iterable<string>, { zoneCode, zoneAreas }: ZonePlace): boolean {
  const prefix = areaId(zoneCode, '');
  for (const id of places)
    if (id.startsWith(prefix) && !id.slice(prefix.length).includes('.') && !zoneAreas.includes(id))
      return true;
  return false;
}

/**
 * Whether the entry's territory names an area that the zone had once and has no more. Nobody can say what of the
 * zone it means now, so it is a gap in the register and never a silent "elsewhere"; only where all of the zone is left
 * out does that not matter.
 */
export const hasLostArea = (entry: Entry, zone: ZonePlace): boolean =>
  namesLostArea(placesNamed(entry), zone) && !entry.territory.except.some((id) => zone.lineage.has(id));
