import type { CatalogState } from '../catalog.ts';
import { Refusal } from '../refusal.ts';
import { shown } from '../shape.ts';
import type { VersionRecord } from '../version.ts';

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
