import type { RegisteredCatalog } from '../catalog/catalog.ts';
import { memoize } from '../values/memoize.ts';
import type { Day } from '../vocabulary.ts';
import type { JurisdictionRecord } from './jurisdiction.ts';
import { recordOn } from './jurisdiction.ts';

/** All jurisdictions as dated records, and all catalogs (名录). */
export interface Register {
  /** By id; the records of one jurisdiction in the order they were appended. */
  readonly jurisdictions: ReadonlyMap<string, readonly JurisdictionRecord[]>;
  /** By key. */
  readonly catalogs: ReadonlyMap<string, RegisteredCatalog>;
}

export const emptyRegister: Register = { jurisdictions: new Map(), catalogs: new Map() };

/** The jurisdiction as the register has it on a day; undefined before its first record. */
export function jurisdictionOn(register: Register, id: string, day: Day): JurisdictionRecord | undefined {
  return recordOn(register.jurisdictions.get(id) ?? [], day);
}

/**
 * A jurisdiction and its ancestors on a day, country first. Undefined where any of them is not in the register
 * that day: a lineage with a hole would hide the catalogs above it.
 */
export function lineageOn(
  register: Register,
  id: string,
  day: Day,
): readonly JurisdictionRecord[] | undefined {
  const lineage: JurisdictionRecord[] = [];
  for (let at: string | null = id; at !== null; ) {
    const record = jurisdictionOn(register, at, day);
    if (!record || lineage.includes(record)) return undefined;
    lineage.unshift(record);
    at = record.parent;
  }
  return lineage;
}

/** Every catalog of every jurisdiction of a lineage, country first, then by key. */
export const catalogsOfLineage = (
  register: Register,
  lineage: readonly JurisdictionRecord[],
): readonly RegisteredCatalog[] =>
  lineage.flatMap(({ id }) => byJurisdiction(register.catalogs).get(id) ?? []);

const byJurisdiction = memoize((catalogs: Register['catalogs']) => {
  const found = new Map<string, RegisteredCatalog[]>();
  for (const catalog of [...catalogs.values()].sort((a, b) => (a.key < b.key ? -1 : 1)))
    found.set(catalog.jurisdiction, [...(found.get(catalog.jurisdiction) ?? []), catalog]);
  return found;
});

/** A jurisdiction and all it has ever lain in, or will: whatever lineage it has on a day is part of it. */
export function everAbove(register: Register, id: string): ReadonlySet<string> {
  const found = new Set([id]);
  // A set goes on to what is added while it is walked.
  for (const below of found)
    for (const { parent } of register.jurisdictions.get(below) ?? []) if (parent != null) found.add(parent);
  return found;
}

/** Ids of the jurisdictions that lie in no other, closed ones too. */
export function rootsOf(register: Register): readonly string[] {
  return [...register.jurisdictions].flatMap(([id, records]) =>
    records.at(-1)?.parent === null ? [id] : [],
  );
}

/** All that has ever lain in a jurisdiction, or will, at whatever depth; not itself. */
export function everBelow(register: Register, id: string): ReadonlySet<string> {
  const found = new Set([id]);
  for (let known = 0; known < found.size; ) {
    known = found.size;
    for (const [other, records] of register.jurisdictions)
      if (records.some(({ parent }) => parent !== null && found.has(parent))) found.add(other);
  }
  found.delete(id);
  return found;
}

/** The register with more records of one jurisdiction. */
export function withRecords(register: Register, records: readonly JurisdictionRecord[]): Register {
  const jurisdictions = new Map(register.jurisdictions);
  for (const record of records)
    jurisdictions.set(record.id, [...(jurisdictions.get(record.id) ?? []), record]);
  return { ...register, jurisdictions };
}
