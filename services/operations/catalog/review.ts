import type { Actor } from '../../domain/access/access.ts';
import type { CatalogState } from '../../domain/catalog/catalog.ts';
import type { CatalogChange } from '../../domain/catalog/change.ts';
import {
  discardDraft as discarded,
  returnDraft as returned,
  submitDraft as submitted,
} from '../../domain/catalog-life/draft.ts';
import { draftOf } from '../../domain/catalog-life/preconditions.ts';
import { Refusal } from '../../domain/messages/refusal.ts';
import type { Deps } from '../deps.ts';
import type { CatalogRead } from '../read.ts';
import type { CatalogIntention, OfCatalog } from './change-catalog.ts';
import { changeCatalog } from './change-catalog.ts';

/** A step of the draft as a whole, by somebody who has seen it at this revision. */
export interface OfDraftSeen extends OfCatalog {
  readonly expectedRevision: number;
}

/** Hands the draft in for review. @throws Refusal CATALOG_REPEALED, NO_DRAFT, ALREADY_SUBMITTED, STALE_DRAFT */
export const submitDraft: Step = (deps, actor, input) =>
  step(deps, actor, input, ['SUBMIT_DRAFT', 'DRAFT_SUBMITTED'], submitted);

/** Sends the draft in review back to its editors. @throws Refusal NO_DRAFT, NOT_IN_REVIEW, STALE_DRAFT */
export const returnDraft: Step = (deps, actor, input) =>
  step(deps, actor, input, ['RETURN_DRAFT', 'DRAFT_RETURNED'], returned);

/** Ends the draft without a version, in review or not. @throws Refusal NO_DRAFT, STALE_DRAFT */
export const discardDraft: Step = (deps, actor, input) =>
  step(deps, actor, input, ['DISCARD_DRAFT', 'DRAFT_DISCARDED'], discarded);

type Step = (deps: Deps, actor: Actor | null, input: OfDraftSeen) => Promise<CatalogRead>;

/** Access and history call these steps by the same names. */
type Action = CatalogIntention['access'] & ('SUBMIT_DRAFT' | 'RETURN_DRAFT' | 'DISCARD_DRAFT');
type Kind = 'DRAFT_SUBMITTED' | 'DRAFT_RETURNED' | 'DRAFT_DISCARDED';

function step(
  deps: Deps,
  actor: Actor | null,
  { catalog, reason, expectedRevision: expected }: OfDraftSeen,
  [action, kind]: readonly [Action, Kind],
  next: (state: CatalogState, by: string) => CatalogState,
): Promise<CatalogRead> {
  const intention = { catalog, reason, access: action, action };
  return changeCatalog(deps, actor, intention, async ({ state, revision, by }) => {
    const { contentHash } = draftOf(state);
    const after = next(state, by);
    // It concerns the whole draft, so any change since they read it counts.
    if (expected !== revision) throw new Refusal('STALE_DRAFT', { expected, revision }, ['expectedRevision']);
    const change: CatalogChange = { kind, contentHash };
    return { state: after, change, result: null };
  });
}
