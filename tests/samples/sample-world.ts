import { reference } from '../../services/data/reference.ts';
import type { AssessmentBasis, CatalogBeside } from '../../services/domain/assessment/assessment-basis.ts';
import {
  type CatalogContent,
  type CatalogIdentity,
  compareCodes,
} from '../../services/domain/catalog/catalog.ts';
import { changesAfter, standingOn, type VersionRecord } from '../../services/domain/catalog/version.ts';
import type { JurisdictionRecord } from '../../services/domain/register/jurisdiction.ts';
import { lineageOn, type Register } from '../../services/domain/register/register.ts';
import { regionRecord, zoneRecord } from '../../services/domain/register/registration-shape.ts';
import type { VersionFile } from '../../services/local/samples/forms.ts';
import { readSamples } from '../../services/local/samples/read.ts';

/** The sample files as the domain sees them, without store or API: what they mean, not how they are loaded. */
export const samples = readSamples();

export interface SampleVersion {
  readonly file: VersionFile;
  readonly record: VersionRecord;
  readonly content: CatalogContent;
}

/** Every version with its full content: what it is based on, and what it changes. */
export const sampleVersions: readonly SampleVersion[] = inOrder();

export const sampleRegister: Register = {
  jurisdictions: new Map(jurisdictions().map((record) => [record.id, [record]])),
  catalogs: new Map(sampleVersions.map(({ file: { catalog } }) => [catalog.key, catalog])),
};

/** Every other sample catalog of a catalog's jurisdiction and above, as it stands on a day. */
export function samplesBeside({ key, jurisdiction }: CatalogIdentity, on: string): readonly CatalogBeside[] {
  const lineage = lineageOn(sampleRegister, jurisdiction, on) ?? [];
  return lineage.flatMap(({ id }) =>
    [...sampleRegister.catalogs.values()]
      .filter((identity) => identity.jurisdiction === id && identity.key !== key)
      .map((identity): CatalogBeside => {
        const versions = sampleVersions.filter(({ file }) => file.catalog.key === identity.key);
        const records = versions.map(({ record }) => record);
        const standing = standingOn(records, on);
        const beside = { identity, standing: standing.kind, changesOn: changesAfter(records, on) };
        if (standing.kind !== 'IN_FORCE') return beside;
        const { number, contentHash } = standing.version;
        const { content } = versions.find(({ record }) => record.number === number)!;
        return { ...beside, inForce: { number, contentHash, content } };
      }),
  );
}

/** What an assessment in a sample zone rests on. */
export function sampleBasis(zone: string, on: string): AssessmentBasis {
  const lineage = lineageOn(sampleRegister, zone, on);
  if (!lineage) throw new Error(`no sample zone ${zone} on ${on}`);
  const catalogs = lineage.flatMap(({ id }) =>
    [...sampleRegister.catalogs.values()]
      .filter((identity) => identity.jurisdiction === id)
      .sort((a, b) => (a.key < b.key ? -1 : 1))
      .map((identity) => {
        const versions = sampleVersions.filter(({ file }) => file.catalog.key === identity.key);
        const standing = standingOn(
          versions.map(({ record }) => record),
          on,
        );
        if (standing.kind !== 'IN_FORCE') return { identity, standing: standing.kind };
        const { number, contentHash } = standing.version;
        const { content } = versions.find(({ record }) => record.number === number)!;
        return { identity, standing: standing.kind, inForce: { number, contentHash, content } };
      }),
  );
  return { on, lineage, catalogs, lapsed: [], reference };
}

function inOrder(): readonly SampleVersion[] {
  const versions: SampleVersion[] = [];
  for (const file of samples.versions) versions.push(sampleVersion(file, versions));
  return versions;
}

function sampleVersion(file: VersionFile, before: readonly SampleVersion[]): SampleVersion {
  const { catalog, version } = file;
  const base = before.find(
    (earlier) => earlier.file.catalog.key === catalog.key && earlier.record.number === version.basedOn,
  );
  if ((version.basedOn === undefined) !== (base === undefined))
    throw new Error(`${catalog.key}@${version.number}: no version ${version.basedOn} before it`);
  const content = {
    title: catalog.title,
    issuer: catalog.issuer,
    documentNumber: catalog.documentNumber,
    facts: replaced(base?.content.facts ?? [], file.facts, ({ key }) => key),
    lists: replaced(base?.content.lists ?? [], file.lists, ({ key }) => key),
    products: replaced(base?.content.products ?? [], file.products, ({ key }) => key),
    entries: replaced(base?.content.entries ?? [], file.entries, ({ code }) => code)
      .filter(({ code }) => !file.removes.includes(code))
      .sort((a, b) => compareCodes(a.code, b.code)),
  };
  const hash = `${catalog.key}@${version.number}`;
  const record = {
    number: version.number,
    effectiveFrom: version.effectiveFrom,
    effectiveTo: version.effectiveTo ?? null,
    publishedAt: '2026-11-23T00:00:00Z',
    publishedBy: 'sample-publisher',
    basedOn: null,
    authors: [],
    contentHash: hash,
    content: hash,
    entryCount: content.entries.length,
  };
  return { file, record, content };
}

function replaced<Item>(
  base: readonly Item[],
  changes: readonly Item[],
  keyOf: (item: Item) => string,
): Item[] {
  const changed = new Set(changes.map(keyOf));
  return [...base.filter((item) => !changed.has(keyOf(item))), ...changes];
}

function jurisdictions(): readonly JurisdictionRecord[] {
  const { effectiveFrom, regions, zones } = samples.register;
  return [
    ...regions.map((region) => regionRecord.parse({ ...region, effectiveFrom })),
    ...zones.map((zone) => zoneRecord.parse({ ...zone, effectiveFrom })),
  ];
}
