import { useEffect } from 'preact/hooks';
import { PlacesWithin, type PlacesWithinQuery } from '../generated/queries.ts';
import type { Text } from '../shell/locale.ts';
import { useTrouble } from '../shell/troubles.ts';
import { usePages } from '../shell/use-pages.ts';

export interface Place {
  readonly id: string;
  readonly name: Text;
  /** Whether it is a part of a zone. */
  readonly area: boolean;
}

/** A jurisdiction and everything in it, as far as there are zones: regions, zones and their areas. */
export function usePlaces(within: string): readonly Place[] {
  const pages = usePages(PlacesWithin, { within }, ({ zones }) => zones);
  useTrouble(pages);
  // A few hundred at most: all of them are wanted.
  useEffect(pages.more);
  const found = new Map<string, Place>();
  for (const { node } of pages.edges) for (const place of placesOf(node, within)) found.set(place.id, place);
  return [...found.values()];
}

type Zone = PlacesWithinQuery['zones']['edges'][number]['node'];
interface Above {
  readonly id: string;
  readonly name: Text;
  readonly parent?: Above | null;
}

function placesOf(zone: Zone, within: string): readonly Place[] {
  const above: Place[] = [];
  for (let one: Above | null | undefined = zone; one; one = one.parent) {
    above.unshift({ id: one.id, name: one.name, area: false });
    if (one.id === within) break;
  }
  return [
    ...above,
    ...zone.areas.map(({ id, name }) => ({
      id,
      name: { zh: `${zone.name.zh} ${name.zh}`, en: `${zone.name.en ?? zone.name.zh} ${name.en ?? name.zh}` },
      area: true,
    })),
  ];
}
