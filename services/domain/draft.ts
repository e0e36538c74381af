import type { CatalogState, DraftState } from './catalog.ts';
import type { Day } from './condition.ts';
import { Refusal } from './refusal.ts';
import type { VersionRecord } from './version.ts';

/** Where a content lies and what it is known by. */
export type ContentRef = Pick<DraftState, 'content' | 'contentHash' | 'entryCount'>;

/**
 * The version a new draft is opened on: the newest, or the one named; null for the first draft of a catalog.
 *
 * @throws Refusal DRAFT_EXISTS, CATALOG_REPEALED, UNKNOWN_VERSION
 */
export function baseOfNewDraft(state: CatalogState, basedOn?: number | null): VersionRecord | null {
  refuseRepealed(state);
  if (state.draft)
    throw new Refusal('DRAFT_EXISTS', { catalog: state.key, editors: [...state.draft.editors] });
  if (basedOn == null) return newestOf(state) ?? null;
  const base = state.versions.find((version) => version.number === basedOn);
  if (base) return base;
  const options = state.versions.map((version) => String(version.number));
  throw new Refusal('UNKNOWN_VERSION', { catalog: state.key, value: basedOn, options }, ['basedOn']);
}

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
      ...refOf(content),
    },
  };
}

/** The open draft. @throws Refusal NO_DRAFT */
export function draftOf(state: CatalogState): DraftState {
  if (!state.draft) throw new Refusal('NO_DRAFT', { catalog: state.key });
  return state.draft;
}

/**
 * The catalog after an edit of its draft. An edit in review takes the draft back to EDITING: it has to be submitted
 * again, so nobody can publish what its submitter did not see, and the editor joins those who cannot publish it.
 *
 * INVARIANT: editors only ever join during the life of a draft.
 */
export function editDraft(state: CatalogState, by: string, content: ContentRef): CatalogState {
  const draft = draftOf(state);
  const editors = draft.editors.includes(by) ? draft.editors : [...draft.editors, by];
  return { ...state, draft: { ...draft, status: 'EDITING', editors, ...refOf(content) } };
}

/** The catalog with its draft in review. @throws Refusal NO_DRAFT, ALREADY_SUBMITTED */
export function submitDraft(state: CatalogState): CatalogState {
  const draft = draftOf(state);
  if (draft.status === 'IN_REVIEW') throw new Refusal('ALREADY_SUBMITTED');
  return { ...state, draft: { ...draft, status: 'IN_REVIEW' } };
}

export interface Publishing {
  readonly by: string;
  /** RFC 3339. */
  readonly at: string;
  /** The day of publication. */
  readonly today: Day;
  /** Of the content that the publisher approves. */
  readonly contentHash: string;
  readonly effectiveFrom: Day;
  readonly effectiveTo?: Day | null;
  /** Why it takes effect before the day of publication. */
  readonly retroactiveReason?: string | null;
}

/**
 * The catalog with its draft published as a new version (DESIGN 3.3); the publication rules are asked before.
 *
 * @throws Refusal CATALOG_REPEALED, ALREADY_PUBLISHED, NO_DRAFT, NOT_SUBMITTED, FOUR_EYES, CONTENT_CHANGED, BASE_MOVED, EMPTY_PERIOD,
 * REASON_REQUIRED
 */
export function publishDraft(
  state: CatalogState,
  publishing: Publishing,
): { readonly state: CatalogState; readonly version: VersionRecord } {
  const draft = publishableDraft(state, publishing);
  const { by, at, effectiveFrom, effectiveTo } = publishing;
  const version: VersionRecord = {
    number: (newestOf(state)?.number ?? 0) + 1,
    effectiveFrom,
    ...(effectiveTo ? { effectiveTo } : {}),
    publishedAt: at,
    publishedBy: by,
    ...refOf(draft),
  };
  return { state: { ...state, versions: [...state.versions, version], draft: null }, version };
}

function publishableDraft(state: CatalogState, publishing: Publishing): DraftState {
  const { by, contentHash, effectiveFrom, effectiveTo, today, retroactiveReason } = publishing;
  const newest = newestOf(state);
  refuseRepealed(state);
  // Of two who publish at once, the second is told that it is done rather than that there is no draft.
  if (!state.draft && newest?.contentHash === contentHash)
    throw new Refusal('ALREADY_PUBLISHED', { catalog: state.key, value: contentHash, number: newest.number });
  const draft = draftOf(state);
  if (draft.status !== 'IN_REVIEW') throw new Refusal('NOT_SUBMITTED');
  if (draft.editors.includes(by)) throw new Refusal('FOUR_EYES', { value: by, editors: [...draft.editors] });
  if (draft.contentHash !== contentHash)
    throw new Refusal('CONTENT_CHANGED', { value: contentHash, current: draft.contentHash }, ['contentHash']);
  if ((newest?.number ?? 0) !== draft.newestAtOpening)
    throw new Refusal('BASE_MOVED', { newest: newest?.number ?? 0, opened: draft.newestAtOpening });
  if (effectiveTo && effectiveTo < effectiveFrom)
    throw new Refusal('EMPTY_PERIOD', { value: effectiveTo, from: effectiveFrom }, ['effectiveTo']);
  if (effectiveFrom < today && !retroactiveReason?.trim())
    throw new Refusal(
      'REASON_REQUIRED',
      { field: 'effectiveFrom', value: effectiveFrom, reason: 'retroactiveReason' },
      ['retroactiveReason'],
    );
  return draft;
}

/** A version of a repealed catalog would never be in force, and whoever published it would not know. */
function refuseRepealed({ key, versions }: CatalogState): void {
  if (versions.some(({ withdrawals }) => withdrawals?.some(({ repeal }) => repeal)))
    throw new Refusal('CATALOG_REPEALED', { catalog: key });
}

/** The version with the highest number, withdrawn or not. */
const newestOf = (state: CatalogState): VersionRecord | undefined =>
  state.versions.reduce<VersionRecord | undefined>(
    (newest, version) => (newest && newest.number > version.number ? newest : version),
    undefined,
  );

const refOf = ({ content, contentHash, entryCount }: ContentRef): ContentRef => ({
  content,
  contentHash,
  entryCount,
});
