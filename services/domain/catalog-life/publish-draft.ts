import type { CatalogContent, CatalogState, DraftState } from '../catalog/catalog.ts';
import { refOf } from '../catalog/catalog.ts';
import type { Detail } from '../catalog/change.ts';
import { authorsOfWhatComes } from '../catalog/standing-changes.ts';
import type { VersionRecord } from '../catalog/version.ts';
import { newestOf } from '../catalog/version.ts';
import { Refusal } from '../messages/refusal.ts';
import type { Day } from '../vocabulary.ts';
import { draftOf, reasonForThePast, refuseRepealed } from './preconditions.ts';

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
 * @param details what the draft says of the catalog itself: from now on so is the catalog called
 * @throws Refusal CATALOG_REPEALED, ALREADY_PUBLISHED, NO_DRAFT, NOT_SUBMITTED, FOUR_EYES, CONTENT_CHANGED, BASE_MOVED, EMPTY_PERIOD,
 * REASON_REQUIRED
 */
export function publishDraft(
  state: CatalogState,
  publishing: Publishing,
  details: Pick<CatalogContent, Detail>,
): { readonly state: CatalogState; readonly version: VersionRecord } {
  const version = versionOf(publishableDraft(state, publishing), state, publishing);
  const { title, issuer = null, documentNumber = null } = details;
  return {
    state: {
      ...state,
      title,
      issuer,
      documentNumber,
      versions: [...state.versions, version],
      draft: null,
      formerEditors: [],
    },
    version,
  };
}

const versionOf = (
  draft: DraftState,
  state: CatalogState,
  { by, at, effectiveFrom, effectiveTo }: Publishing,
): VersionRecord => ({
  number: (newestOf(state.versions)?.number ?? 0) + 1,
  effectiveFrom,
  ...(effectiveTo ? { effectiveTo } : {}),
  publishedAt: at,
  publishedBy: by,
  basedOn: draft.basedOn ?? null,
  authors: barredFromPublishing(state),
  ...refOf(draft),
});

/** The draft, where it may be published just so. @throws Refusal as `publishDraft` */
export function publishableDraft(state: CatalogState, publishing: Publishing): DraftState {
  const { by, contentHash, effectiveFrom, effectiveTo, today, retroactiveReason } = publishing;
  const newest = newestOf(state.versions);
  refuseRepealed(state);
  // Of two who publish at once, the second is told that it is done rather than that there is no draft.
  if (!state.draft && newest?.contentHash === contentHash)
    throw new Refusal('ALREADY_PUBLISHED', { catalog: state.key, value: contentHash, number: newest.number });
  const draft = draftOf(state);
  if (draft.status !== 'IN_REVIEW') throw new Refusal('NOT_SUBMITTED');
  const { versions } = state;
  const comes = authorsOfWhatComes(versions, [...versions, versionOf(draft, state, publishing)]);
  const barred = [...new Set([...barredFromPublishing(state), ...comes])];
  if (barred.includes(by)) throw new Refusal('FOUR_EYES', { value: by, editors: barred });
  if (draft.contentHash !== contentHash)
    throw new Refusal('CONTENT_CHANGED', { value: contentHash, current: draft.contentHash }, ['contentHash']);
  if ((newest?.number ?? 0) !== draft.newestAtOpening)
    throw new Refusal('BASE_MOVED', { newest: newest?.number ?? 0, opened: draft.newestAtOpening });
  if (effectiveTo && effectiveTo < effectiveFrom)
    throw new Refusal('EMPTY_PERIOD', { value: effectiveTo, from: effectiveFrom }, ['effectiveTo']);
  reasonForThePast(effectiveFrom, today, retroactiveReason);
  return draft;
}

/**
 * Who may not publish the next version, whatever its days (DESIGN 3.3): the editors of the draft, its submitter, and the
 * same of drafts discarded before it.
 */
export const barredFromPublishing = ({ draft, formerEditors }: CatalogState): readonly string[] => [
  ...new Set([...(draft?.editors ?? []), ...(formerEditors ?? [])]),
];
