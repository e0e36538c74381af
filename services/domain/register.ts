import type { RegisteredCatalog } from './catalog.ts';
import type { Day } from './condition.ts';
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
