import { reference } from '../../services/data/reference.ts';
import type { CatalogReading } from '../../services/files/read-catalog.ts';
import { languagesOf, readCatalog } from '../../services/files/read-catalog.ts';
import { csvOf, utf8 } from './written-files.ts';

export const reading = (more: Partial<CatalogReading> = {}): CatalogReading => ({
  reference,
  facts: [],
  lists: [],
  products: [],
  entries: new Map(),
  measure: null,
  ...more,
});
export const languages = languagesOf(reference, { facts: [], lists: [] });
export const csv = (rows: readonly (readonly string[])[]) => utf8(csvOf(rows));
export const faultsOf = async (rows: readonly (readonly string[])[], more: Partial<CatalogReading> = {}) =>
  (await readCatalog(csv(rows), reading(more))).faults.map((fault) => [
    fault.row,
    fault.column,
    fault.fault.code,
    fault.fault.details.column ?? fault.fault.details.line ?? null,
  ]);

/** For what is read and written many times. */
export const PATIENCE = { timeout: 600_000 };
