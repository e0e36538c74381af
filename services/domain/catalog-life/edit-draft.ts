import type { CatalogState, ContentRef, DraftState } from '../catalog/catalog.ts';
import { refOf } from '../catalog/catalog.ts';
import { draftOf } from './draft-of.ts';
import { refuseRepealed } from './refuse-repealed.ts';

/**
 * The catalog after an edit of its draft. An edit in review takes the draft back to EDITING: it has to be submitted
 * again, so nobody can publish what its submitter did not see, and the editor joins those who cannot publish it.
 *
 * INVARIANT: editors only ever join during the life of a draft, and what was changed once stays changed, even where
 * the old wording was put back.
 */
export function editDraft(state: CatalogState, by: string, content: ContentRef): CatalogState {
  const draft = editableDraft(state);
  const editors = draft.editors.includes(by) ? draft.editors : [...draft.editors, by];
  const changed = draft.changed !== false || content.contentHash !== draft.contentHash;
  return { ...state, draft: { ...draft, status: 'EDITING', editors, changed, ...refOf(content) } };
}

/** The open draft, where editing it can still lead anywhere. @throws Refusal CATALOG_REPEALED, NO_DRAFT */
export function editableDraft(state: CatalogState): DraftState {
  refuseRepealed(state);
  return draftOf(state);
}
