import type { ChainHead } from '../../domain/assessment/decision.ts';
import type { CatalogContent, DraftState } from '../../domain/catalog/catalog.ts';
import type { CatalogChange, Touched, TouchedItem } from '../../domain/catalog/change.ts';
import { itemOf, overlap } from '../../domain/catalog/change.ts';
import type { Revision } from '../../domain/chain/revision.ts';
import { NONE_LABEL } from '../../domain/messages/labels.ts';
import { Refusal, Refusals } from '../../domain/messages/refusal.ts';
import { canonicalJson } from '../../domain/values/canonical.ts';
import type { Text } from '../../domain/values/text.ts';
import { StaleHead } from '../../store/faults.ts';
import type { Deps } from '../deps.ts';
import { MAX_REVISIONS_BEHIND } from '../limits.ts';
import type { CatalogRead } from '../read.ts';
import { loadContent, readChanges } from '../read.ts';

/** An edit, the revision it was made on, and what it puts for an item (undefined where it removes it). */
export interface EditMade {
  readonly expectedRevision: number;
  readonly touched: Touched;
  readonly yours: (item: TouchedItem) => object | string | undefined;
}

/**
 * Refuses an edit that was made on an older revision if what it touches has been changed since; edits of other
 * entries do not matter to it (DESIGN 3.5).
 *
 * @throws Refusal UNKNOWN_REVISION, STALE_DRAFT where the draft it was made on was submitted or is gone
 * @throws Refusals STALE_REVISION for each item, with both values
 */
export async function refuseConflicts(
  deps: Deps,
  { head, revision, state }: CatalogRead,
  draft: DraftState,
  { expectedRevision: expected, touched, yours }: EditMade,
): Promise<void> {
  if (expected === revision) return;
  if (!Number.isInteger(expected) || expected < 1 || expected > revision)
    throw new Refusal('UNKNOWN_REVISION', { catalog: state.key, value: expected, revision }, [
      'expectedRevision',
    ]);
  const taken = new Map<string, TouchedItem>();
  for (const change of await changesSince(deps, state.key, expected, head!)) {
    // A withdrawal leaves the content of the draft as it was, and so does what is only proposed.
    if ('proposal' in change) continue;
    // An edit by somebody who has not seen the submission must not undo it.
    if (change.kind !== 'DRAFT_EDITED')
      throw new Refusal('STALE_DRAFT', { expected, revision }, ['expectedRevision']);
    for (const item of overlap(touched, change)) taken.set(`${item.kind} ${item.name}`, item);
  }
  if (taken.size === 0) return;
  const content = await loadContent(deps, draft.content);
  throw new Refusals(
    [...taken.values()].map((item) => stale(item, content, expected, revision, yours(item))),
  );
}

function stale(
  item: TouchedItem,
  content: CatalogContent,
  expected: number,
  revision: number,
  yours: object | string | undefined,
): Refusal {
  const current = asJson(itemOf(content, item));
  return new Refusal(
    'STALE_REVISION',
    { item: item.name, expected, revision, current, yours: asJson(yours) },
    item.kind === 'details' ? [item.name] : [item.kind, item.name],
  );
}

const asJson = (value: object | string | undefined): string | Text =>
  value ? canonicalJson(value) : NONE_LABEL;

/** The changes of the revisions after `after` up to the head. */
async function changesSince(
  deps: Deps,
  key: string,
  after: number,
  head: ChainHead,
): Promise<readonly CatalogChange[]> {
  const upTo = head.seq;
  if (upTo - after > MAX_REVISIONS_BEHIND)
    throw new Refusal('STALE_DRAFT', { expected: after, revision: upTo }, ['expectedRevision']);
  const revisions: Revision[] = [];
  for (let cursor: string | null = null; ; ) {
    const page = await deps.store.catalogHistory(key, { first: 100, after: cursor });
    revisions.push(...page.items.map(({ value }) => value));
    const last = page.items.at(-1);
    if (!last || !page.hasNextPage || last.value.seq <= after + 1) break;
    cursor = last.cursor;
  }
  const between = revisions.filter(({ seq }) => seq > after && seq <= upTo);
  // History may be read a moment late; a revision that is not there yet cannot be assumed to touch nothing.
  if (between.length !== upTo - after) throw new StaleHead(key, head);
  return readChanges(deps, between);
}
