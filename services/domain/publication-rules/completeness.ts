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

/** Four times the largest catalogs known; with these no project takes more than two seconds of a processor. */
const MOST = { entries: 20_000, tests: 60_000 };

export const IS_NOT_TOO_LARGE: PublicationRule = {
  code: 'PR-45',
  // Looked through for every project: beyond it an answer would come too late, or be inexact.
  severity: 'ERROR',
  sentence: {
    zh: `目录不超过 ${MOST.entries} 个条目，各条目的条件合计不超过 ${MOST.tests} 项判断。`,
    en: `A catalog has at most ${MOST.entries} entries, and their conditions at most ${MOST.tests} tests in all.`,
  },
  *violations({ content }) {
    const counts = { entries: content.entries.length, tests: testsOf(content).length };
    for (const field of ['entries', 'tests'] as const)
      if (counts[field] > MOST[field]) yield { entry: null, field, value: `${counts[field]}` };
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
