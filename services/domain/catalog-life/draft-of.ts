import type { CatalogState, DraftState } from '../catalog.ts';
import { Refusal } from '../refusal.ts';

/** Where a content lies and what it is known by. */
export type ContentRef = Pick<DraftState, 'content' | 'contentHash' | 'entryCount'>;

/** The open draft. @throws Refusal NO_DRAFT */
export function draftOf(state: CatalogState): DraftState {
  if (!state.draft) throw new Refusal('NO_DRAFT', { catalog: state.key });
  return state.draft;
}

export const refOf = ({ content, contentHash, entryCount }: ContentRef): ContentRef => ({
  content,
  contentHash,
  entryCount,
});
