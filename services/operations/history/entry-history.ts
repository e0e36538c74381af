import type { Actor } from '../../domain/access/access.ts';
import type { CatalogState } from '../../domain/catalog/catalog.ts';
import type { Entry } from '../../domain/catalog/entry.ts';
import type { WordingEvent } from '../../domain/catalog/wording-events.ts';
import { publicWordingEvents, wordingEvent } from '../../domain/catalog/wording-events.ts';
import type { Revision } from '../../domain/chain/revision.ts';
import { entryDifference } from '../../domain/comparison/entry-difference.ts';
import type { FieldChange } from '../../domain/comparison/field-change.ts';
import { Refusal } from '../../domain/messages/refusal.ts';
import type { Paging } from '../../store/paging.ts';
import type { Deps } from '../deps.ts';
import { loadCatalog, readChanges, seesHistory } from '../read.ts';
import type { StepsPage } from './steps-page.ts';
import { stepsPage } from './steps-page.ts';

/** A step in the life of one entry (条目沿革): the wording that came, the one that went, and by what. */
export interface EntryStep extends WordingEvent {
  readonly catalog: string;
  /** RFC 3339. */
  readonly at: string;
  /** Null for those who may not see the history. */
  readonly revision: Revision | null;
  /** Null where there was none. */
  readonly entryBefore: Entry | null;
  /** Null where there is none any more. */
  readonly entryAfter: Entry | null;
  readonly changes: readonly FieldChange[];
}
/**
 * How the wording of an entry came to be, newest first, through all versions and drafts; for those who may not see
 * the history, through the published versions.
 *
 * Only the pieces are read in which the entry lies. A page may hold fewer steps than asked for and yet have a next
 * one: a long history is searched part by part.
 */
export async function entryHistory(
  deps: Deps,
  actor: Actor | null,
  key: string,
  code: string,
  paging: Paging,
): Promise<StepsPage<EntryStep>> {
  const all = await seesHistory(deps, actor, key);
  return all ? revisionSteps(deps, key, code, paging) : publicSteps(deps, key, code, paging);
}

async function publicSteps(
  deps: Deps,
  key: string,
  code: string,
  { first, after }: Paging,
): Promise<StepsPage<EntryStep>> {
  const versions = (await loadCatalog(deps, key))?.state.versions ?? [];
  const events = publicWordingEvents(versions)
    .map((event, place) => ({ event, cursor: `P${place}` }))
    .reverse();
  const start = after == null ? 0 : events.findIndex(({ cursor }) => cursor === after) + 1;
  if (after != null && start === 0) throw new Refusal('INVALID_CURSOR', { value: after }, ['after']);
  const items: { cursor: string; value: EntryStep }[] = [];
  for (const { event, cursor } of events.slice(start)) {
    const step = await stepOf(deps, key, code, event, event.at, null);
    if (step && items.length === first) return { items, hasNextPage: true, endCursor: items.at(-1)!.cursor };
    if (step) items.push({ cursor, value: step });
  }
  return { items, hasNextPage: false, endCursor: items.at(-1)?.cursor ?? null };
}

async function revisionSteps(
  deps: Deps,
  key: string,
  code: string,
  { first, after }: Paging,
): Promise<StepsPage<EntryStep>> {
  const page = await stepsPage(
    { first, after: seqOf(after ?? null) },
    BATCH,
    (paging) => deps.store.catalogHistory(key, paging),
    async function* (revisions) {
      const changes = await readChanges(deps, revisions);
      for (const [place, revision] of revisions.entries()) {
        const event = await eventOf(deps, key, code, changes[place]!, revision);
        yield event && stepOf(deps, key, code, event, revision.time, revision);
      }
    },
  );
  const cursorOf = (seq: string) => `R${seq}`;
  return {
    ...page,
    items: page.items.map(({ cursor, value }) => ({ cursor: cursorOf(cursor), value })),
    endCursor: page.endCursor && cursorOf(page.endCursor),
  };
}

const BATCH = 500;

/** @throws Refusal INVALID_CURSOR for one that was given to somebody who sees less */
function seqOf(cursor: string | null): string | null {
  if (cursor === null) return null;
  if (!/^R[1-9]\d{0,11}$/.test(cursor)) throw new Refusal('INVALID_CURSOR', { value: cursor }, ['after']);
  return cursor.slice(1);
}

async function eventOf(
  deps: Deps,
  key: string,
  code: string,
  change: Parameters<typeof wordingEvent>[1],
  revision: Revision,
): Promise<WordingEvent | null> {
  // Most revisions are edits of other entries: they are passed over before any state is read.
  if (change.kind === 'DRAFT_EDITED' && !change.entries.includes(code)) return null;
  const [before, after] = await Promise.all([
    stateBefore(deps, key, revision),
    deps.store.readState(revision),
  ]);
  return wordingEvent(code, change, before ?? { ...after, versions: [], draft: null }, after);
}

/** The state of a catalog before a revision; null before the first. */
export async function stateBefore(deps: Deps, key: string, { seq }: Revision): Promise<CatalogState | null> {
  if (seq === 1) return null;
  const before = await deps.store.catalogRevision(key, seq - 1);
  if (!before) throw new Error(`catalog ${key} has no revision ${seq - 1} before ${seq}`);
  return deps.store.readState(before);
}

/** Null where the entry says the same before and after. */
async function stepOf(
  deps: Deps,
  catalog: string,
  code: string,
  event: WordingEvent,
  at: string,
  revision: Revision | null,
): Promise<EntryStep | null> {
  if (event.before === event.after) return null;
  const [before, after] = await Promise.all([
    entryIn(deps, event.before, code),
    entryIn(deps, event.after, code),
  ]);
  const changes = entryDifference(before, after);
  if (changes.length === 0) return null;
  return { ...event, catalog, at, revision, entryBefore: before ?? null, entryAfter: after ?? null, changes };
}

const entryIn = async (deps: Deps, content: string | null, code: string): Promise<Entry | undefined> =>
  content === null ? undefined : (await deps.store.readEntries(content, [code])).get(code);
