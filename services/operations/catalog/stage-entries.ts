import type { Actor } from '../../domain/access/access.ts';
import type { ContentRef, DraftState } from '../../domain/catalog/catalog.ts';
import { editableDraft, editDraft } from '../../domain/catalog-life/draft.ts';
import { shown } from '../../domain/messages/read-input.ts';
import { Refusal } from '../../domain/messages/refusal.ts';
import { dayOf } from '../../domain/values/day.ts';
import type { StagedEdit } from '../../store/staged-edits.ts';
import type { Deps } from '../deps.ts';
import type { CatalogRead } from '../read.ts';
import { loadCatalog, loadRegister } from '../read.ts';
import { allowed, scopeOf } from '../scope.ts';
import type { OfCatalog } from './change-catalog.ts';
import { changeCatalog, keyOf, unknownCatalog } from './change-catalog.ts';
import { refuseConflicts } from './conflicts.ts';
import type { PutMode } from './put-entries.ts';
import { entriesPut, NOTHING, refuseRepeated } from './put-entries.ts';

export interface StageEntriesInput {
  readonly catalog: string;
  readonly expectedRevision: number;
  /** Id of what was staged before and comes in together with it. */
  readonly after?: string | null;
  readonly mode?: PutMode;
  readonly entries: readonly unknown[];
}
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

/**
 * Sets entries by, to come into the draft together with those staged before: checked as `putEntries` checks them, and
 * nothing is changed until the whole is applied.
 *
 * @throws Refusal UNKNOWN_CATALOG, NOT_ALLOWED, NO_DRAFT, UNKNOWN_STAGED_EDIT, and what `putEntries` throws
 */
export async function stageEntries(
  deps: Deps,
  actor: Actor | null,
  { catalog, expectedRevision, after, mode, entries: sent }: StageEntriesInput,
): Promise<StagedRead> {
  const { key, by, read, draft } = await draftToEdit(deps, actor, catalog);
  const before = after == null ? null : await stagedEditOf(deps, after, key);
  if (before && before.revision !== expectedRevision) throw unknownStagedEdit(after!);
  const { codes, read: readPut } = entriesPut(deps, { mode, entries: sent });
  const entries = await readPut((its) => deps.store.readEntries(draft.content, its));
  const all = [...(before?.codes ?? []), ...codes];
  refuseRepeated('entries', 'code', all);
  await refuseConflicts(deps, read, draft, {
    expectedRevision,
    touched: { ...NOTHING, entries: codes },
    yours: ({ name }) => entries.get(name),
  });
  const staged = {
    catalog: key,
    revision: expectedRevision,
    base: before?.base ?? draft.content,
    editors: [...new Set([...(before?.editors ?? []), by])],
    codes: all,
    pieces: before?.pieces ?? [],
  };
  const id = await deps.store.writeStagedEdit(staged, [...entries.values()]);
  return stagedRead(deps, id, (await deps.store.readStagedEdit(id))!, { ...read, draft });
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
 * Puts all entries of a staged edit into the draft, by one revision. Entries that others have changed meanwhile are
 * refused, all others of the draft stay as they are by then.
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
    const touched = { ...NOTHING, entries: staged.codes };
    const entries = await deps.store.readStagedEntries(staged);
    await refuseConflicts(deps, now, draft, {
      expectedRevision: staged.revision,
      touched,
      yours: ({ name }) => entries.get(name),
    });
    const written = await deps.store.editContent(draft.content, { entries });
    return {
      state: [...staged.editors, now.by].reduce((state, by) => editDraft(state, by, written), now.state),
      change: { kind: 'DRAFT_EDITED', ...touched },
      result: null,
    };
  });
}

function stagedRead(deps: Deps, id: string, staged: StagedEdit, draft: StagedRead['draft']): StagedRead {
  let after: Promise<ContentRef> | undefined;
  const work = async () =>
    deps.store.editContent(staged.base, { entries: await deps.store.readStagedEntries(staged) });
  return {
    ...staged,
    id,
    draft,
    after: () => {
      after ??= work();
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
