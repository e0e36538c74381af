import type {
  AssessmentBasis,
  CatalogOnDay,
  LapsedDefinitions,
  Reference,
} from '../../../services/domain/assessment/assessment-basis.ts';
import type { CatalogContent } from '../../../services/domain/catalog/catalog.ts';
import {
  definedKeys,
  definingCatalog,
  lastCounting,
  undefinedKeys,
} from '../../../services/domain/catalog/definitions-used.ts';
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
      .map((catalog) => onDay(catalog, lawCase.law, on, written)),
  );
  return { on, lineage, catalogs, lapsed: lapsedAmong(catalogs, written, lawCase.law, on), reference };
}

/** The last definitions that counted of what catalogs in force name and none of them defines. */
function lapsedAmong(
  catalogs: readonly CatalogOnDay[],
  written: readonly WrittenCatalog[],
  law: Law,
  on: string,
): readonly LapsedDefinitions[] {
  const inForce = catalogs.flatMap(({ identity: { key }, inForce: version }) =>
    version ? [{ key, content: version.content }] : [],
  );
  const lapsed: LapsedDefinitions[] = [];
  for (let wanted = undefinedKeys(inForce); wanted.length > 0; wanted = undefinedKeys(inForce, lapsed)) {
    const found = wanted.flatMap((key) => {
      const catalog = written.find((each) => each.key === definingCatalog(key));
      const versions = catalog ? lastCounting(versionsOf(catalog).map(versionRecord), on) : [];
      return versions
        .map(({ number, contentHash }) => {
          const content = contentOfVersion(catalog!, number, law, written);
          return { catalog: catalog!.key, keys: [key], number, contentHash, content };
        })
        .filter(({ content }) => definedKeys(content).has(key))
        .slice(0, 1);
    });
    if (found.length === 0) return lapsed;
    lapsed.push(...found);
  }
  return lapsed;
}

/** The world of the cases with the changes of this one. */
export const registerOf = (lawCase: LawCase): Register => ({
  jurisdictions: recordsOf(zoneChanges(lawCase)),
  catalogs: new Map(),
});

/** The value of a fact as the API takes it. */
export function declaredFact({ key, number, numbers, unit, ...rest }: WrittenDeclaration): StatedFact {
  const value = {
    ...rest,
    ...(number === undefined ? {} : { number: decimalInput(number) }),
    ...(numbers === undefined ? {} : { numbers: numbers.map(decimalInput) }),
  };
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

function onDay(
  catalog: WrittenCatalog,
  law: Law,
  on: string,
  written: readonly WrittenCatalog[],
): CatalogOnDay {
  const identity = { key: catalog.key, jurisdiction: placeId(catalog.of) };
  const standing = standingOn(versionsOf(catalog).map(versionRecord), on);
  if (standing.kind !== 'IN_FORCE') return { identity, standing: standing.kind };
  const { number, contentHash } = standing.version;
  const content = contentOfVersion(catalog, number, law, written);
  return { identity, standing: 'IN_FORCE', inForce: { number, contentHash, content } };
}

const versionsOf = ({ versions }: WrittenCatalog): readonly WrittenVersion[] =>
  versions ?? [{ number: 1, from: CATALOGS_SINCE }];

/** What a version says: as the catalog, but for what it says itself. */
function contentOfVersion(
  { versions, ...catalog }: WrittenCatalog,
  number: number,
  law: Law,
  written: readonly WrittenCatalog[],
): CatalogContent {
  const version = versions?.find((each) => each.number === number);
  const {
    facts = catalog.facts,
    lists = catalog.lists,
    products = catalog.products,
    entries = catalog.entries,
  } = version ?? {};
  return contentOf({ ...catalog, facts, lists, products, entries }, law, written);
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
