import type { CatalogState } from '../catalog/catalog.ts';
import { Refusal } from '../messages/refusal.ts';
import { draftOf } from './draft-of.ts';
import { refuseRepealed } from './refuse-repealed.ts';

/** The catalog with its draft in review. @throws Refusal CATALOG_REPEALED, NO_DRAFT, ALREADY_SUBMITTED */
export function submitDraft(state: CatalogState): CatalogState {
  refuseRepealed(state);
  const draft = draftOf(state);
  if (draft.status === 'IN_REVIEW') throw new Refusal('ALREADY_SUBMITTED');
  return { ...state, draft: { ...draft, status: 'IN_REVIEW' } };
}

/**
 * The catalog with its draft out of review again, unchanged. Whoever returns it has edited nothing, and may publish
 * what the editors make of it.
 *
 * @throws Refusal NO_DRAFT, NOT_IN_REVIEW
 */
export function returnDraft(state: CatalogState): CatalogState {
  const draft = draftOf(state);
  if (draft.status !== 'IN_REVIEW') throw new Refusal('NOT_IN_REVIEW');
  return { ...state, draft: { ...draft, status: 'EDITING' } };
}
