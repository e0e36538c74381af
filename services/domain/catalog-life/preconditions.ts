import type { CatalogState, DraftState } from '../catalog/catalog.ts';
import type { VersionRecord } from '../catalog/version.ts';
import { repealedFrom } from '../catalog/version.ts';
import { NONE_LABEL } from '../messages/labels.ts';
import { shown } from '../messages/read-input.ts';
import { Refusal } from '../messages/refusal.ts';
import { isBlank } from '../values/is-blank.ts';
import type { Day } from '../vocabulary.ts';

// What several steps in the life of a catalog ask for before they are taken.

/** The open draft. @throws Refusal NO_DRAFT */
export function draftOf(state: CatalogState): DraftState {
  if (!state.draft) throw new Refusal('NO_DRAFT', { catalog: state.key });
  return state.draft;
}

/**
 * The version of a number.
 *
 * @param field where the input names it
 * @throws Refusal UNKNOWN_VERSION
 */
export function namedVersion({ key, versions }: CatalogState, number: number, field: string): VersionRecord {
  const found = versions.find((version) => version.number === number);
  if (found) return found;
  const options = versions.length > 0 ? versions.map((version) => String(version.number)) : NONE_LABEL;
  throw new Refusal('UNKNOWN_VERSION', { catalog: key, value: shown(number), options }, [field]);
}

/**
 * Refuses work on a new version once the catalog is repealed, from whatever day: such a version would never be in
 * force after that day, and whoever made it would not know.
 *
 * @throws Refusal CATALOG_REPEALED
 */
export function refuseRepealed({ key, versions }: CatalogState): void {
  const on = repealedFrom(versions);
  if (on !== null) throw new Refusal('CATALOG_REPEALED', { catalog: key, on });
}

/** Whoever changes what held on days gone by says why, for the record (DESIGN 3.2). @throws Refusal REASON_REQUIRED */
export function reasonForThePast(effectiveFrom: Day, today: Day, reason: string | null | undefined): void {
  if (effectiveFrom >= today || !isBlank(reason ?? '')) return;
  throw new Refusal(
    'REASON_REQUIRED',
    { field: 'effectiveFrom', value: effectiveFrom, reason: 'retroactiveReason' },
    ['retroactiveReason'],
  );
}
