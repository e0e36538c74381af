import type { Actor } from '../domain/access.ts';
import type { Acknowledgement } from '../domain/change.ts';
import { dayOf, isDay } from '../domain/day.ts';
import { draftOf, publishDraft as published } from '../domain/draft.ts';
import { checkPublication } from '../domain/publication-rules/check.ts';
import { Refusal, Refusals } from '../domain/refusal.ts';
import { shown } from '../domain/shape.ts';
import type { VersionRecord } from '../domain/version.ts';
import { catalogsBeside } from './catalogs-beside.ts';
import type { OfCatalog } from './change-catalog.ts';
import { changeCatalog } from './change-catalog.ts';
import type { Deps } from './deps.ts';
import type { CatalogRead } from './read.ts';
import { loadContent } from './read.ts';

export interface PublishDraftInput extends OfCatalog {
  readonly contentHash: string;
  readonly effectiveFrom: string;
  readonly effectiveTo?: string | null;
  readonly acknowledge?: readonly { readonly rule: string; readonly entry?: string | null }[] | null;
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
  refuseNoDays({ effectiveFrom, effectiveTo });
  const acknowledge = (input.acknowledge ?? []).map(
    ({ rule, entry }): Acknowledgement => ({ rule, entry: entry ?? null }),
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
    };
    const next = published(state, { ...publishing, retroactiveReason });
    const acknowledged = checkPublication(
      {
        catalog: state,
        content: await loadContent(deps, draftOf(state).content),
        effectiveFrom,
        effectiveTo,
        versions: state.versions,
        register,
        above: await catalogsBeside(deps, register, state, effectiveFrom),
        reference: deps.reference,
      },
      acknowledge,
    );
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

/** @throws Refusals INVALID_DATE */
function refuseNoDays(days: Readonly<Record<string, string | null | undefined>>): void {
  const refusals = Object.entries(days)
    .filter(([, day]) => day != null && !isDay(day))
    .map(([field, day]) => new Refusal('INVALID_DATE', { field, value: shown(day) }, [field]));
  if (refusals.length > 0) throw new Refusals(refusals);
}
