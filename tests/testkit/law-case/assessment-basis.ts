import type {
  AssessmentBasis,
  CatalogOnDay,
  Reference,
} from '../../../services/domain/assessment/assessment-basis.ts';
import { standingOn, type VersionRecord } from '../../../services/domain/catalog/version.ts';
import type { StatedFact } from '../../../services/domain/facts/fact.ts';
import { lineageOn, type Register } from '../../../services/domain/register/register.ts';
import { contentOf } from './content.ts';
import type { Law, Situation } from './format.ts';
import type { LawCase } from './read.ts';
import { placeId, recordsOf, type ZoneChange } from './world.ts';

const DEFAULT_DAY = '2026-11-23';
const DEFAULT_ZONE = 'industrial-park';
/** The key of the catalog that a law's own `entries` stand in: the zone's own. */
export const OWN_CATALOG = 'park';
const CATALOGS_SINCE = '2026-01-01';

export type WrittenCatalog = Law['catalogs'][number];
type WrittenVersion = NonNullable<WrittenCatalog['versions']>[number];

export const zoneOf = ({ law, situation }: LawCase): string => situation.zone ?? law.zone ?? DEFAULT_ZONE;
const dayOfCase = ({ law, situation }: LawCase): string => situation.on ?? law.on ?? DEFAULT_DAY;

/** What the case stands on: the lineage of its zone on its day and the catalogs of that lineage. */
export function basisOf(lawCase: LawCase, reference: Reference): AssessmentBasis {
  const on = dayOfCase(lawCase);
  const register = registerOf(lawCase);
  const lineage = lineageOn(register, placeId(zoneOf(lawCase)), on);
  if (!lineage) throw new Error(`the zone ${zoneOf(lawCase)} or a place above it does not exist on ${on}`);
  const written = catalogsOf(lawCase);
  for (const catalog of written)
    if (!register.jurisdictions.has(placeId(catalog.of)))
      throw new Error(`catalog ${catalog.key}: no place "${catalog.of}"`);
  const catalogs = lineage.flatMap((record) =>
    written
      .filter((catalog) => placeId(catalog.of) === record.id)
      .sort((a, b) => (a.key < b.key ? -1 : 1))
      .map((catalog) => onDay(catalog, lawCase.law, on)),
  );
  return { on, lineage, catalogs, reference };
}

/** The world of the cases with the changes of this one. */
export const registerOf = (lawCase: LawCase): Register => ({
  jurisdictions: recordsOf(zoneChanges(lawCase)),
  catalogs: new Map(),
});

/** The value of a fact as the API takes it. */
export function declaredFact({ key, number, unit, ...rest }: WrittenDeclaration): StatedFact {
  const value = number === undefined ? rest : { ...rest, number: decimalInput(number) };
  return { key, value, ...(unit === undefined ? {} : { unit }) };
}
export type WrittenDeclaration = NonNullable<Situation['project']['declared']>[number];

/** A decimal as text, or the JSON number that the case asks for. */
export const decimalInput = (written: string | { readonly json: string }): string | number =>
  typeof written === 'string' ? written : Number(written.json);

function catalogsOf(lawCase: LawCase): readonly WrittenCatalog[] {
  const { law } = lawCase;
  if (law.entries === undefined) {
    if (law.facts.length > 0 || Object.keys(law.lists).length + Object.keys(law.products).length > 0)
      throw new Error('facts and lists beside no entries belong to no catalog');
    return law.catalogs;
  }
  const own = {
    key: OWN_CATALOG,
    of: zoneOf(lawCase),
    facts: law.facts,
    lists: law.lists,
    products: law.products,
    entries: law.entries,
  };
  return [...law.catalogs, own];
}

function zoneChanges({ law, situation }: LawCase): Readonly<Record<string, ZoneChange>> {
  const changes: Record<string, ZoneChange> = {};
  for (const written of [law.zones, situation.zones])
    for (const [name, { areas, facts, ...rest }] of Object.entries(written))
      changes[name] = {
        ...changes[name],
        ...rest,
        ...(areas && { areas: areas.map((key) => ({ key, name: { zh: key, en: key } })) }),
        ...(facts && { facts: facts.map(declaredFact) }),
      };
  return changes;
}

function onDay(catalog: WrittenCatalog, law: Law, on: string): CatalogOnDay {
  const identity = { key: catalog.key, jurisdiction: placeId(catalog.of) };
  const versions = catalog.versions ?? [{ number: 1, from: CATALOGS_SINCE }];
  const standing = standingOn(versions.map(versionRecord), on);
  if (standing.kind !== 'IN_FORCE') return { identity, standing: standing.kind };
  const { number, contentHash } = standing.version;
  const entries = versions.find((version) => version.number === number)?.entries ?? catalog.entries;
  const content = contentOf(catalog, entries, law);
  return { identity, standing: 'IN_FORCE', inForce: { number, contentHash, content } };
}

function versionRecord({ number, from, to, withdrawn }: WrittenVersion): VersionRecord {
  return {
    number,
    effectiveFrom: from,
    effectiveTo: to ?? null,
    publishedAt: `${from}T00:00:00+08:00`,
    publishedBy: 'publisher',
    basedOn: null,
    authors: [],
    contentHash: `content-${number}`,
    content: `blob-${number}`,
    entryCount: 0,
    withdrawals: withdrawn && [
      {
        effectiveFrom: withdrawn.from,
        repeal: withdrawn.repeal,
        at: `${withdrawn.from}T00:00:00+08:00`,
        by: 'publisher',
        proposedBy: 'qian',
        reason: 'withdrawn',
      },
    ],
  };
}
