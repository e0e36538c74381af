import type { CatalogState } from '../catalog/catalog.ts';
import type { VersionRecord } from '../catalog/version.ts';
import { shown } from '../messages/read-input.ts';
import { Refusal } from '../messages/refusal.ts';

/**
 * The version of a number.
 *
 * @param field where the input names it
 * @throws Refusal UNKNOWN_VERSION
 */
export function namedVersion({ key, versions }: CatalogState, number: number, field: string): VersionRecord {
  const found = versions.find((version) => version.number === number);
  if (found) return found;
  const options = versions.length > 0 ? versions.map((version) => String(version.number)) : '—';
  throw new Refusal('UNKNOWN_VERSION', { catalog: key, value: shown(number), options }, [field]);
}
