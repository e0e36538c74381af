import type { Actor } from '../../domain/access/access.ts';
import type { CatalogState, DraftState } from '../../domain/catalog/catalog.ts';
import type { CatalogChange } from '../../domain/catalog/change.ts';
import { reviewComment } from '../../domain/catalog/change.ts';
import {
  discardDraft as discarded,
  returnDraft as returned,
  submitDraft as submitted,
} from '../../domain/catalog-life/draft.ts';
import { draftOf } from '../../domain/catalog-life/preconditions.ts';
import { readShapes, shown } from '../../domain/messages/read-input.ts';
import { Refusal, Refusals } from '../../domain/messages/refusal.ts';
import type { Deps } from '../deps.ts';
import type { CatalogRead } from '../read.ts';
import type { CatalogIntention, OfCatalog } from './change-catalog.ts';
import { changeCatalog } from './change-catalog.ts';
import { within } from './put-entries.ts';

/** A step of the draft as a whole, by somebody who has seen it at this revision. */
export interface OfDraftSeen extends OfCatalog {
  readonly expectedRevision: number;
}

/** Hands the draft in for review. @throws Refusal CATALOG_REPEALED, NO_DRAFT, ALREADY_SUBMITTED, STALE_DRAFT */
export const submitDraft: Step = (deps, actor, input) =>
  step(deps, actor, input, 'SUBMIT_DRAFT', async (state, { contentHash }, by) => ({
    state: submitted(state, by),
    change: { kind: 'DRAFT_SUBMITTED', contentHash },
  }));

export interface ReturnDraftInput extends OfDraftSeen {
  readonly comments?: readonly unknown[] | null;
}

/**
 * Sends the draft in review back to its editors, with what is to be mended at its entries.
 *
 * @throws Refusal NO_DRAFT, NOT_IN_REVIEW, STALE_DRAFT, TOO_MANY
 * @throws Refusals REQUIRED for a comment that says nothing, UNKNOWN_ENTRY for one about an entry that the draft has not
 */
export const returnDraft: Step<ReturnDraftInput> = async (deps, actor, input) => {
  const given = input.comments ?? [];
  if (given.length > 0) within('comments', given.length);
  const comments = readShapes(reviewComment, given, ['comments']);
  return step(deps, actor, input, 'RETURN_DRAFT', async (state, { content, contentHash }) => {
    const after = returned(state, comments);
    const there = await deps.store.readEntries(
      content,
      comments.flatMap(({ entry }) => entry ?? []),
    );
    const unknown = comments.flatMap(({ entry }, place) =>
      entry === undefined || there.has(entry)
        ? []
        : [new Refusal('UNKNOWN_ENTRY', { value: shown(entry) }, ['comments', String(place), 'entry'])],
    );
    if (unknown.length > 0) throw new Refusals(unknown);
    return { state: after, change: { kind: 'DRAFT_RETURNED', contentHash, comments } };
  });
};

/** Ends the draft without a version, in review or not. @throws Refusal NO_DRAFT, STALE_DRAFT */
export const discardDraft: Step = (deps, actor, input) =>
  step(deps, actor, input, 'DISCARD_DRAFT', async (state, { contentHash }) => ({
    state: discarded(state),
    change: { kind: 'DRAFT_DISCARDED', contentHash },
  }));

type Step<Input = OfDraftSeen> = (deps: Deps, actor: Actor | null, input: Input) => Promise<CatalogRead>;

/** Access and history call these steps by the same names. */
type Action = CatalogIntention['access'] & ('SUBMIT_DRAFT' | 'RETURN_DRAFT' | 'DISCARD_DRAFT');

function step(
  deps: Deps,
  actor: Actor | null,
  { catalog, reason, expectedRevision: expected }: OfDraftSeen,
  action: Action,
  next: (
    state: CatalogState,
    draft: DraftState,
    by: string,
  ) => Promise<{ readonly state: CatalogState; readonly change: CatalogChange }>,
): Promise<CatalogRead> {
  const intention = { catalog, reason, access: action, action };
  return changeCatalog(deps, actor, intention, async ({ state, revision, by }) => {
    const after = await next(state, draftOf(state), by);
    // It concerns the whole draft, so any change since they read it counts.
    if (expected !== revision) throw new Refusal('STALE_DRAFT', { expected, revision }, ['expectedRevision']);
    return { ...after, result: null };
  });
}
