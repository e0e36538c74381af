import type { AssessmentBasis, Reference } from '../assessment/assessment-basis.ts';
import type { CatalogContent } from '../catalog/catalog.ts';
import { DICTIONARY } from '../facts/dictionary.ts';
import type { FactDefinition } from '../facts/fact.ts';
import { areaId } from '../ids.ts';
import type { JurisdictionRecord } from '../register/jurisdiction.ts';
import { memoize } from '../values/memoize.ts';
import type { Day } from '../vocabulary.ts';
import type { Facts } from './facts.ts';
import type { Lineage } from './lineage.ts';
import { readZone } from './lineage.ts';
import { productsTestable } from './products-testable.ts';
import { readFacts } from './read-facts.ts';
import { Reader } from './reader.ts';

/** What a zone says of itself, as an assessment there reads it. */
export function factsOfZone(
  { on, lineage, reference }: AssessmentBasis,
  catalogs: readonly Pick<CatalogContent, 'facts'>[],
): Facts {
  const zone = lineage.at(-1)!;
  const definitions = new Map([...DICTIONARY, ...ofZones(catalogs)].map((fact) => [fact.key, fact]));
  const law: Lineage = {
    ...lawOfNothing(on, reference),
    basis: { on, lineage, catalogs: [], lapsed: [], reference },
    definitions,
    zoneCode: zone.code,
    zoneAreas: zone.zone!.areas.map(({ key }) => areaId(zone.code, key)),
    lineage: new Set(lineage.map(({ id }) => id)),
    ...readZone(new Reader([], definitions, on), lineage),
  };
  return readFacts(law, { zone: zone.id }, null);
}

/** Nothing in force, in a zone of which nothing is known. */
export const lawOfNothing = (on: Day, reference: Reference): Lineage => ({
  basis: { on, lineage: [unknownZone(on)], catalogs: [], lapsed: [], reference },
  inForce: [],
  definitions: new Map(),
  lists: new Map(),
  products: builtInProducts(reference),
  isLevelTested: false,
  zoneCode: '',
  zoneAreas: [],
  lineage: new Set(),
  unstated: new Set(),
  zone: { numbers: new Map(), many: new Map(), choices: new Map(), sets: new Map(), dates: new Map() },
});

export const builtInProducts = memoize((reference: Reference) => productsTestable([], [], reference));

function unknownZone(on: Day): JurisdictionRecord {
  return {
    id: '',
    code: '',
    level: 'ZONE',
    name: { zh: '' },
    parent: null,
    effectiveFrom: on,
    zone: {
      kind: 'DEVELOPMENT_ZONE',
      zoneLevel: 'OTHER',
      riskGrade: 'NONE',
      positioning: [],
      areas: [],
      suspended: false,
      facts: [],
    },
  };
}

/** The facts about zones among these definitions. */
export const ofZones = (definitions: readonly Pick<CatalogContent, 'facts'>[]): readonly FactDefinition[] =>
  definitions.flatMap(({ facts }) => facts.filter(({ about }) => about === 'ZONE'));
