import type { RegisteredCatalog } from '../catalog/catalog.ts';
import type { JurisdictionRecord } from './jurisdiction.ts';

/** One thing that a step of the register did (名录变更事项). */
export type RegisterItem =
  | {
      readonly kind: 'REGISTERED' | 'CHANGED' | 'CLOSED' | 'REOPENED';
      readonly record: JurisdictionRecord;
      /** The record that counted before it; null for the first. */
      readonly before: JurisdictionRecord | null;
    }
  | { readonly kind: 'CATALOG_CREATED'; readonly catalog: RegisteredCatalog };

/** What a record did, given the one that it follows. */
export function recordItem(record: JurisdictionRecord, before: JurisdictionRecord | null): RegisterItem {
  if (!before) return { kind: 'REGISTERED', record, before };
  if (record.closed && !before.closed) return { kind: 'CLOSED', record, before };
  if (!record.closed && before.closed) return { kind: 'REOPENED', record, before };
  return { kind: 'CHANGED', record, before };
}
