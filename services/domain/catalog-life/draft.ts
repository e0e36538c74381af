import type { CatalogState, ContentRef, DraftState, ReviewComment } from '../catalog/catalog.ts';
import { refOf } from '../catalog/catalog.ts';
import type { VersionRecord } from '../catalog/version.ts';
import { newestOf } from '../catalog/version.ts';
import { Refusal } from '../messages/refusal.ts';
import { draftOf, namedVersion, refuseRepealed } from './preconditions.ts';

// The draft of a catalog from its opening until it is discarded, each step as the catalog after it.

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
      newestAtOpening: newestOf(state.versions)?.number ?? 0,
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
  return basedOn == null ? (newestOf(state.versions) ?? null) : namedVersion(state, basedOn, 'basedOn');
}

/**
 * The catalog after an edit of its draft. An edit in review takes the draft back to EDITING: it has to be submitted
 * again, so nobody can publish what its submitter did not see, and the editor joins those who cannot publish it.
 *
 * INVARIANT: editors only ever join during the life of a draft, and what was changed once stays changed, even where
 * the old wording was put back.
 */
export function editDraft(state: CatalogState, by: string, content: ContentRef): CatalogState {
  const draft = editableDraft(state);
  const editors = joined(draft, by);
  const changed = draft.changed !== false || content.contentHash !== draft.contentHash;
  return { ...state, draft: { ...draft, status: 'EDITING', editors, changed, ...refOf(content) } };
}

/** The open draft, where editing it can still lead anywhere. @throws Refusal CATALOG_REPEALED, NO_DRAFT */
export function editableDraft(state: CatalogState): DraftState {
  refuseRepealed(state);
  return draftOf(state);
}

/**
 * The catalog with its draft in review. Whoever submits it answers for it like its editors, and so cannot publish it:
 * otherwise one person could publish what somebody else had never handed in.
 *
 * @throws Refusal CATALOG_REPEALED, NO_DRAFT, ALREADY_SUBMITTED
 */
export function submitDraft(state: CatalogState, by: string): CatalogState {
  refuseRepealed(state);
  const draft = draftOf(state);
  if (draft.status === 'IN_REVIEW') throw new Refusal('ALREADY_SUBMITTED');
  return { ...state, draft: { ...draft, status: 'IN_REVIEW', editors: joined(draft, by), comments: null } };
}

const joined = ({ editors }: DraftState, by: string): readonly string[] =>
  editors.includes(by) ? editors : [...editors, by];

/**
 * The catalog with its draft out of review again, unchanged. Whoever returns it has edited nothing, and may publish
 * what the editors make of it.
 *
 * @param comments what is to be mended, entry by entry: with the draft until it is handed in again, in the history for ever
 * @throws Refusal NO_DRAFT, NOT_IN_REVIEW
 */
export function returnDraft(state: CatalogState, comments: readonly ReviewComment[] = []): CatalogState {
  const draft = draftOf(state);
  if (draft.status !== 'IN_REVIEW') throw new Refusal('NOT_IN_REVIEW');
  return { ...state, draft: { ...draft, status: 'EDITING', comments } };
}

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
