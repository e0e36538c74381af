import { partition } from '../../solver/partition.ts';
import type { FactDomain, TestOf } from './domain.ts';
import { unknownFact } from './domain.ts';

/** Where in its zone the project lies; the zone itself is always known. */
export const TERRITORY: FactDomain<TestOf<'territory'>> = {
  truth({ ids }, { lineage, area, areas }) {
    for (const id of ids) if (lineage.has(id)) return true;
    if (area !== null) return ids.has(area);
    return areas.some((each) => ids.has(each)) ? undefined : false;
  },
  unknowns: (tests, { areas }) => [
    unknownFact(
      'area',
      tests,
      partition(areas, tests, (area, { ids }) => ids.has(area)),
    ),
  ],
};
