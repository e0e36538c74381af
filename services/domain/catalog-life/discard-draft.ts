import type { CatalogState } from '../catalog/catalog.ts';
import { draftOf } from './draft-of.ts';

/**
 * The catalog without its draft.
 *
 * Where anything in it was ever changed, its editors stay barred from publishing the next version: otherwise one could
 * write a draft, have somebody else discard it and put the same in again, and publish one's own text.
 *
 * @throws Refusal NO_DRAFT
 */
export function discardDraft(state: CatalogState): CatalogState {
  const { editors, changed } = draftOf(state);
  if (changed === false) return { ...state, draft: null };
  return { ...state, draft: null, formerEditors: [...new Set([...(state.formerEditors ?? []), ...editors])] };
}
