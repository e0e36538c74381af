import type { CatalogState, ContentRef } from '../catalog/catalog.ts';
import { refOf } from '../catalog/catalog.ts';
import type { VersionRecord } from '../catalog/version.ts';
import { Refusal } from '../messages/refusal.ts';
import { namedVersion } from './named-version.ts';
import { newestOf } from './newest.ts';
import { refuseRepealed } from './refuse-repealed.ts';

/** The catalog with a draft in edit. Whoever opens it has chosen its base, and so counts as an editor. */
export function openDraft(
  state: CatalogState,
  by: string,
  base: VersionRecord | null,
  content: ContentRef,
): CatalogState {
  return {
    ...state,
    draft: {
      status: 'EDITING',
      basedOn: base?.number ?? null,
      newestAtOpening: newestOf(state)?.number ?? 0,
      editors: [by],
      changed: false,
      ...refOf(content),
    },
  };
}

/**
 * The version a new draft is opened on: the newest, or the one named; null for the first draft of a catalog.
 * One that was withdrawn may be named too: mending it is what its draft is for.
 *
 * @throws Refusal DRAFT_EXISTS, CATALOG_REPEALED, UNKNOWN_VERSION
 */
export function baseOfNewDraft(state: CatalogState, basedOn?: number | null): VersionRecord | null {
  refuseRepealed(state);
  if (state.draft)
    throw new Refusal('DRAFT_EXISTS', { catalog: state.key, editors: [...state.draft.editors] });
  return basedOn == null ? (newestOf(state) ?? null) : namedVersion(state, basedOn, 'basedOn');
}
