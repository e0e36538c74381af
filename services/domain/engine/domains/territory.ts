import { areaId } from '../../ids.ts';
import { partition } from '../../solver/partition.ts';
import type { Facts } from '../facts.ts';
import type { FactDomain, TestOf } from './domain.ts';
import { unknownFact } from './domain.ts';

/** Where in its zone the project lies; the zone itself is always known. */
export const TERRITORY: FactDomain<TestOf<'territory'>> = {
  truth(test, facts) {
    const { area, areas } = facts;
    if (area !== null || areas.length === 0) return liesIn(test, area, facts);
    const answers = new Set(areas.map((each) => liesIn(test, each, facts)));
    return answers.size === 1 ? answers.has(true) : undefined;
  },
  unknowns: (tests, facts) => [
    unknownFact(
      'area',
      tests,
      partition(facts.areas, tests, (area, test) => liesIn(test, area, facts)),
    ),
  ],
};

/** The zone as far as territories can name it. */
export type ZonePlace = Pick<Facts, 'lineage' | 'zoneCode' | 'areas'>;

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
export function namesLostArea(places: Iterable<string>, { zoneCode, areas }: ZonePlace): boolean {
  const prefix = areaId(zoneCode, '');
  for (const id of places)
    if (id.startsWith(prefix) && !id.slice(prefix.length).includes('.') && !areas.includes(id)) return true;
  return false;
}
