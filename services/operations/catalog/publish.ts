import type { Actor } from '../../domain/access/access.ts';
import type { Acknowledgement } from '../../domain/catalog/change.ts';
import type { VersionRecord } from '../../domain/catalog/version.ts';
import { publishableDraft, publishDraft as published } from '../../domain/catalog-life/publish-draft.ts';
import { checkPublication } from '../../domain/publication-rules/check.ts';
import { dayOf } from '../../domain/values/day.ts';
import type { Deps } from '../deps.ts';
import type { CatalogRead } from '../read.ts';
import type { OfCatalog } from './change-catalog.ts';
import { changeCatalog } from './change-catalog.ts';
import { publicationOf } from './publication-of.ts';
import { rejectInvalidDates } from './reject-invalid-dates.ts';

export interface PublishDraftInput extends OfCatalog {
  readonly contentHash: string;
  readonly effectiveFrom: string;
  readonly effectiveTo?: string | null;
  readonly acknowledge?:
    | readonly (Pick<Acknowledgement, 'rule' | 'reason'> & Partial<Acknowledgement>)[]
    | null;
  readonly retroactiveReason?: string | null;
}

/**
 * Publishes the draft in review: by somebody who edited nothing in it, of the content that the hash names.
 *
 * @throws Refusal ALREADY_PUBLISHED, NO_DRAFT, NOT_SUBMITTED, FOUR_EYES, CONTENT_CHANGED, BASE_MOVED, EMPTY_PERIOD,
 * REASON_REQUIRED, INVALID_DATE
 * @throws Refusals PUBLICATION_RULE and ACKNOWLEDGEMENT_REQUIRED, all at once
 */
export async function publishDraft(
  deps: Deps,
  actor: Actor | null,
  input: PublishDraftInput,
): Promise<CatalogRead & { readonly version: VersionRecord }> {
  const { contentHash, effectiveFrom, effectiveTo, retroactiveReason } = input;
  rejectInvalidDates({ effectiveFrom, effectiveTo });
  const acknowledge = (input.acknowledge ?? []).map(
    ({ rule, entry, reason }): Acknowledgement => ({
      rule,
      entry: entry ?? null,
      ...(reason ? { reason } : {}),
    }),
  );
  const intention = { ...input, access: 'PUBLISH_DRAFT', action: 'PUBLISH_DRAFT' } as const;
  const { result, ...read } = await changeCatalog(deps, actor, intention, async ({ state, register, by }) => {
    const now = deps.clock();
    const publishing = {
      by,
      at: now.toISOString(),
      today: dayOf(now),
      contentHash,
      effectiveFrom,
      effectiveTo,
      retroactiveReason,
    };
    const { content } = publishableDraft(state, publishing);
    const publication = await publicationOf(deps, { state, register, content, effectiveFrom, effectiveTo });
    const acknowledged = checkPublication(publication, acknowledge);
    const next = published(state, publishing, publication.content);
    return {
      state: next.state,
      change: {
        kind: 'DRAFT_PUBLISHED',
        number: next.version.number,
        contentHash,
        acknowledged,
        retroactiveReason: retroactiveReason ?? null,
      },
      result: next.version,
    };
  });
  return { ...read, version: result };
}
