import type { TerritoryScope } from '../catalog/entry.ts';
import { testsOf } from '../catalog/tests-of.ts';
import { liesIn as isIn } from '../engine/domains/territory.ts';
import { Reader } from '../engine/reader.ts';
import type { FactDefinition } from '../facts/fact.ts';
import { areaId } from '../ids.ts';
import type { JurisdictionRecord } from '../register/jurisdiction.ts';
import { lineageOn } from '../register/register.ts';
import type { Publication, PublicationRule } from './rule.ts';
import { factTestsOf } from './tested-fact.ts';

export const HAS_AN_ENTRY: PublicationRule = {
  code: 'PR-26',
  // A catalog in force without entries would read as permission for everything.
  severity: 'ERROR',
  sentence: { zh: '目录至少有一个条目。', en: 'A catalog has at least one entry.' },
  violations: ({ content }) =>
    content.entries.length > 0 ? [] : [{ entry: null, field: 'entries', value: '0' }],
};

/** Several times what the largest catalogs known have; what a project under one of these costs is in docs/performance.md. */
const MOST = { entries: 6_000, tests: 12_000, facts: 300, lists: 100, members: 20_000, products: 200 };

export const IS_NOT_TOO_LARGE: PublicationRule = {
  code: 'PR-45',
  // It is looked through for projects of which little is known: beyond this they would wait, or be answered inexactly.
  severity: 'ERROR',
  sentence: {
    zh: `目录至多 ${MOST.entries} 个条目（条件合计 ${MOST.tests} 项判断）、${MOST.facts} 个自定事项、${MOST.lists} 个名单（合计 ${MOST.members} 种物质）和 ${MOST.products} 个产品类别。`,
    en: `A catalog has at most ${MOST.entries} entries (${MOST.tests} tests in all), ${MOST.facts} facts, ${MOST.lists} lists (${MOST.members} substances in all) and ${MOST.products} product terms.`,
  },
  *violations({ content }) {
    const { entries, facts, lists, products } = content;
    const counts = {
      entries: entries.length,
      tests: testsOf(content).length,
      facts: facts.length,
      lists: lists.length,
      members: lists.reduce((sum, { members }) => sum + members.length, 0),
      products: products.length,
    };
    for (const [field, most] of Object.entries(MOST)) {
      const count = counts[field as keyof typeof MOST];
      if (count > most) yield { entry: null, field, value: `${count}` };
    }
  },
};

export const REGISTER_STATES_ZONE_FACTS: PublicationRule = {
  code: 'PR-27',
  // Projects in zones without it go to review (REGISTER_INCOMPLETE) until the register is completed.
  severity: 'WARNING',
  sentence: {
    zh: '条件所用的园区事项，名录中各适用园区均已按定义登记。',
    en: 'The register states every zone fact that the catalog tests, as the catalog defines it, for every zone below.',
  },
  *violations(publication) {
    const { content } = publication;
    const defined = new Map(
      content.facts.filter(({ about }) => about === 'ZONE').map((fact) => [fact.key, fact]),
    );
    const zones = defined.size > 0 ? zonesBelow(publication) : [];
    const territories = new Map(content.entries.map(({ code, territory }) => [code, territory]));
    const told = new Set<string>();
    for (const { entry, key } of factTestsOf(content)) {
      const fact = defined.get(key);
      const its = zones.filter((zone) => liesIn(zone, territories.get(entry)!));
      const missing = fact ? its.map(({ zone }) => zone).filter((zone) => !states(zone, fact)) : [];
      if (missing.length === 0 || told.has(`${entry} ${key}`)) continue;
      told.add(`${entry} ${key}`);
      yield { entry, field: key, value: missing.map(({ id }) => id).join(', ') };
    }
  },
};

interface ZoneBelow {
  readonly zone: JurisdictionRecord;
  readonly lineage: readonly string[];
}

/** The zones that the catalog governs on the day it takes effect. */
const zonesBelow = ({ catalog, effectiveFrom, register }: Publication): readonly ZoneBelow[] =>
  [...register.jurisdictions.keys()].flatMap((id) => {
    const records = lineageOn(register, id, effectiveFrom) ?? [];
    const lineage = records.map((record) => record.id);
    const zone = records.at(-1);
    return zone?.zone && !zone.closed && lineage.includes(catalog.jurisdiction) ? [{ zone, lineage }] : [];
  });

/** Whether some project of the zone can be in a territory: all of the zone, or areas of it. */
function liesIn({ zone, lineage }: ZoneBelow, { include, except }: TerritoryScope): boolean {
  const areas = zone.zone!.areas.map(({ key }) => areaId(zone.code, key));
  const territory = { include: new Set(include), except: new Set(except) };
  const place = { lineage: new Set(lineage), zoneCode: zone.code, zoneAreas: areas };
  return (areas.length > 0 ? areas : [null]).some((area) => isIn(territory, area, place));
}

/** Whether an assessment could read the fact from what the register says of the zone. */
function states({ zone }: JurisdictionRecord, fact: FactDefinition): boolean {
  const stated = zone!.facts.filter(({ key }) => key === fact.key);
  const reader = new Reader([], new Map([[fact.key, fact]]), '');
  return stated.length > 0 && reader.declaredOfZone(stated).size === 0;
}
