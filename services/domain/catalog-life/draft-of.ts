import type { CatalogState, DraftState } from '../catalog/catalog.ts';
import { Refusal } from '../messages/refusal.ts';

/** The open draft. @throws Refusal NO_DRAFT */
export function draftOf(state: CatalogState): DraftState {
  if (!state.draft) throw new Refusal('NO_DRAFT', { catalog: state.key });
  return state.draft;
}
