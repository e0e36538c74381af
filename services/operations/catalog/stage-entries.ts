import type { Actor } from '../../domain/access/access.ts';
import type { CatalogContent, ContentRef, DraftState } from '../../domain/catalog/catalog.ts';
import type { TouchedItem } from '../../domain/catalog/change.ts';
import { itemOf } from '../../domain/catalog/change.ts';
import { editableDraft, editDraft } from '../../domain/catalog-life/draft.ts';
import { shown } from '../../domain/messages/read-input.ts';
import { Refusal, Refusals } from '../../domain/messages/refusal.ts';
import { dayOf } from '../../domain/values/day.ts';
import type { StagedEdit, StagedItems } from '../../store/staged-edits.ts';
import type { Deps } from '../deps.ts';
import type { CatalogRead } from '../read.ts';
import { loadCatalog, loadContent, loadRegister } from '../read.ts';
import { allowed, scopeOf } from '../scope.ts';
import type { OfCatalog } from './change-catalog.ts';
import { changeCatalog, keyOf, unknownCatalog } from './change-catalog.ts';
import { refuseConflicts } from './conflicts.ts';
import type { GivenOf } from './edit-definitions.ts';
import {
  countOf,
  definitionsPut,
  keysOf,
  mergedDefinitions,
  withoutDefinitions,
} from './edit-definitions.ts';
import type { PutMode } from './put-entries.ts';
import { entriesPut, NOTHING, refuseRepeated, within } from './put-entries.ts';

/** Definitions are put as they are given, whatever the mode. */
export interface StageEntriesInput extends GivenOf<unknown> {
  readonly catalog: string;
  readonly expectedRevision: number;
  /** Id of what was staged before and comes in together with it. */
  readonly after?: string | null;
  readonly mode?: PutMode;
  readonly entries?: readonly unknown[];
  readonly remove?: readonly RemovedItem[];
}
/** One entry or definition, by its code or key: exactly one of these. */
export type RemovedItem = { readonly [Each in keyof typeof KIND_OF]?: string | null };
export interface ApplyStagedEditInput extends OfCatalog {
  readonly staged: string;
}
/** A staged edit under its id, and the draft that it was made on. */
export interface StagedRead extends StagedEdit {
  readonly id: string;
  readonly draft: CatalogRead & { readonly draft: DraftState };
  /** The content that the draft would have, worked out when it is asked for. */
  readonly after: () => Promise<ContentRef>;
}

const KIND_OF = { entry: 'entries', fact: 'facts', list: 'lists', product: 'products' } as const;

/**
 * Sets entries and definitions by, to come into the draft or out of it together with those staged before: checked as
 * `putEntries`, `putDefinitions` and their opposites check them, and nothing is changed until the whole is applied.
 *
 * @throws Refusal UNKNOWN_CATALOG, NOT_ALLOWED, NO_DRAFT, UNKNOWN_STAGED_EDIT, and what these throw
 */
export async function stageEntries(
  deps: Deps,
  actor: Actor | null,
  { catalog, expectedRevision, after, mode, entries: sent = [], remove = [], ...given }: StageEntriesInput,
): Promise<StagedRead> {
  const { key, by, read, draft } = await draftToEdit(deps, actor, catalog);
  const before = after == null ? null : await stagedEditOf(deps, after, key);
  if (before && before.revision !== expectedRevision) throw unknownStagedEdit(after!);
  within('entries', sent.length + countOf(given) + remove.length);
  const { codes, read: readPut } = entriesPut(deps, { mode, entries: sent });
  const entries = await readPut((its) => deps.store.readEntries(draft.content, its));
  const piece = { ...definitionsPut(catalog, given), entries: [...entries.values()] };
  const put = { entries: codes, ...keysOf(piece) };
  const removed = remove.map(itemRemoved);
  const named = (kind: (typeof STAGED)[number]) => [
    ...put[kind],
    ...removed.filter((item) => item.kind === kind).map(({ name }) => name),
  ];
  const touched = {
    entries: named('entries'),
    facts: named('facts'),
    lists: named('lists'),
    products: named('products'),
  };
  const all = STAGED.map((kind) => [kind, [...(before?.[kind] ?? []), ...touched[kind]]] as const);
  for (const [kind, names] of all)
    refuseRepeated(kind, null, names, (place) => {
      const own = place - (before?.[kind].length ?? 0);
      if (own < put[kind].length) return [kind, String(own), kind === 'entries' ? 'code' : 'key'];
      const item = removed.filter((one) => one.kind === kind)[own - put[kind].length]!;
      return ['remove', String(removed.indexOf(item))];
    });
  await refuseConflicts(deps, read, draft, {
    expectedRevision,
    touched: { ...NOTHING, ...touched },
    yours: namedIn(piece),
  });
  const base = before?.base ?? draft.content;
  if (removed.length > 0) refuseUnknown(await loadContent(deps, base), removed);
  const staged = {
    catalog: key,
    revision: expectedRevision,
    base,
    editors: [...new Set([...(before?.editors ?? []), by])],
    ...(Object.fromEntries(all) as Pick<StagedEdit, (typeof STAGED)[number]>),
    pieces: before?.pieces ?? [],
  };
  const id = await deps.store.writeStagedEdit(staged, piece);
  return stagedRead(deps, id, (await deps.store.readStagedEdit(id))!, { ...read, draft });
}

const itemRemoved = (item: RemovedItem): TouchedItem => {
  const [[field, name]] = Object.entries(item) as [[keyof typeof KIND_OF, string]];
  return { kind: KIND_OF[field], name };
};

/** @throws Refusals UNKNOWN_ENTRY, UNKNOWN_DEFINITION */
function refuseUnknown(content: CatalogContent, removed: readonly TouchedItem[]): void {
  const refusals = removed.flatMap((item, place) =>
    itemOf(content, item) === undefined
      ? [
          new Refusal(
            item.kind === 'entries' ? 'UNKNOWN_ENTRY' : 'UNKNOWN_DEFINITION',
            { value: shown(item.name) },
            ['remove', String(place)],
          ),
        ]
      : [],
  );
  if (refusals.length > 0) throw new Refusals(refusals);
}

const STAGED = ['entries', 'facts', 'lists', 'products'] as const;

const namedIn =
  (items: StagedItems) =>
  ({ kind, name }: TouchedItem): object | undefined =>
    kind === 'entries'
      ? items.entries.find(({ code }) => code === name)
      : kind === 'details'
        ? undefined
        : items[kind].find(({ key }) => key === name);

/** A content with what a staged edit puts, and without what it only names. */
async function editedWith(deps: Deps, content: string, staged: StagedEdit) {
  const { entries, ...put } = await deps.store.readStagedItems(staged);
  const header =
    countOf(staged) === 0
      ? {}
      : mergedDefinitions(withoutDefinitions(await loadContent(deps, content), staged), put);
  const entryOf = new Map(entries.map((entry) => [entry.code, entry]));
  return deps.store.editContent(content, {
    entries: new Map(staged.entries.map((code) => [code, entryOf.get(code) ?? null])),
    header,
  });
}

/** A staged edit by its id; null where there is none, or the actor may not edit the catalog. */
export async function readStagedEdit(
  deps: Deps,
  actor: Actor | null,
  { catalog, staged: id }: { readonly catalog: string; readonly staged: string },
): Promise<StagedRead | null> {
  try {
    const { key, read, draft } = await draftToEdit(deps, actor, catalog);
    return stagedRead(deps, id, await stagedEditOf(deps, id, key), { ...read, draft });
  } catch (error) {
    if (error instanceof Refusal) return null;
    throw error;
  }
}

/**
 * Puts all of a staged edit into the draft, by one revision. What others have changed meanwhile is refused, all else of
 * the draft stays as it is by then.
 *
 * @throws Refusal UNKNOWN_STAGED_EDIT, and what `putEntries` throws
 */
export function applyStagedEdit(
  deps: Deps,
  actor: Actor | null,
  { catalog, reason, staged: id }: ApplyStagedEditInput,
): Promise<CatalogRead> {
  const intention = { catalog, reason, access: 'EDIT_DRAFT', action: 'PUT_ENTRIES' } as const;
  return changeCatalog(deps, actor, intention, async (now) => {
    const draft = editableDraft(now.state);
    const staged = await stagedEditOf(deps, id, now.state.key);
    const { entries, facts, lists, products } = staged;
    const touched = { ...NOTHING, entries, facts, lists, products };
    const items = await deps.store.readStagedItems(staged);
    await refuseConflicts(deps, now, draft, {
      expectedRevision: staged.revision,
      touched,
      yours: namedIn(items),
    });
    const written = await editedWith(deps, draft.content, staged);
    return {
      state: [...staged.editors, now.by].reduce((state, by) => editDraft(state, by, written), now.state),
      change: { kind: 'DRAFT_EDITED', ...touched },
      result: null,
      action: actionOf(staged, items),
    };
  });
}

/** What the history calls an edit: by what it puts, and by what it removes where it puts nothing. */
function actionOf(staged: StagedEdit, put: StagedItems): string {
  const puts = put.entries.length + countOf(put) > 0;
  const { entries } = puts ? put : staged;
  return `${puts ? 'PUT' : 'REMOVE'}_${entries.length > 0 ? 'ENTRIES' : 'DEFINITIONS'}`;
}

function stagedRead(deps: Deps, id: string, staged: StagedEdit, draft: StagedRead['draft']): StagedRead {
  let after: Promise<ContentRef> | undefined;
  return {
    ...staged,
    id,
    draft,
    after: () => {
      after ??= editedWith(deps, staged.base, staged);
      return after;
    },
  };
}

/** The draft of a catalog that the actor may edit. @throws Refusal UNKNOWN_CATALOG, NOT_ALLOWED, NO_DRAFT, CATALOG_REPEALED */
async function draftToEdit(deps: Deps, actor: Actor | null, catalog: string) {
  const key = keyOf(catalog);
  const read = await loadCatalog(deps, key, { consistent: true });
  if (!read) throw unknownCatalog(catalog);
  const { jurisdiction } = read.state;
  const { register } = await loadRegister(deps, { consistent: true });
  const by = allowed(actor, 'EDIT_DRAFT', jurisdiction, scopeOf(register, jurisdiction, dayOf(deps.clock())));
  return { key, by, read, draft: editableDraft(read.state) };
}

/** @throws Refusal UNKNOWN_STAGED_EDIT where there is none in this catalog */
async function stagedEditOf(deps: Deps, id: string, catalog: string): Promise<StagedEdit> {
  const staged = await deps.store.readStagedEdit(id);
  if (staged?.catalog !== catalog) throw unknownStagedEdit(id);
  return staged;
}

const unknownStagedEdit = (id: string): Refusal =>
  new Refusal('UNKNOWN_STAGED_EDIT', { value: shown(id) }, ['staged']);
