import type { ProposalStep } from '../access/proposal.ts';
import type { RegisteredCatalog } from '../catalog/catalog.ts';
import type { JurisdictionRecord } from './jurisdiction.ts';
import { recordOn } from './jurisdiction.ts';
import type { RegisterAct } from './register-act.ts';

/** One thing that a step of the register did (名录变更事项). */
export type RegisterItem =
  | RecordItem
  | { readonly kind: 'CATALOG_CREATED'; readonly catalog: RegisteredCatalog }
  | (ProposalStep<RegisterAct> & {
      /** What it is to do. */
      readonly items: readonly RecordItem[];
    });
export interface RecordItem {
  readonly kind: 'REGISTERED' | 'CHANGED' | 'CLOSED' | 'REOPENED';
  readonly record: JurisdictionRecord;
  /** The record that counted before it; null for the first. */
  readonly before: JurisdictionRecord | null;
}

/**
 * What records do, each held against what was registered for its own day: a change from an earlier day carries on into
 * the records of later days (ADR 0004).
 *
 * @param registered the records of each jurisdiction before
 */
export const recordItems = (
  records: readonly JurisdictionRecord[],
  registered: ReadonlyMap<string, readonly JurisdictionRecord[]>,
): readonly RecordItem[] =>
  records.map((record) =>
    recordItem(record, recordOn(registered.get(record.id) ?? [], record.effectiveFrom) ?? null),
  );

function recordItem(record: JurisdictionRecord, before: JurisdictionRecord | null): RecordItem {
  if (!before) return { kind: 'REGISTERED', record, before };
  if (record.closed && !before.closed) return { kind: 'CLOSED', record, before };
  if (!record.closed && before.closed) return { kind: 'REOPENED', record, before };
  return { kind: 'CHANGED', record, before };
}
