import type { Actor } from '../domain/access.ts';
import type { CatalogContent } from '../domain/catalog.ts';
import type { Touched, TouchedItem } from '../domain/change.ts';
import { factDefinition, ownKey, substanceList } from '../domain/definition-shape.ts';
import { builtInFact } from '../domain/dictionary.ts';
import { draftOf, editDraft } from '../domain/draft.ts';
import type { Entry } from '../domain/entry.ts';
import { entry as entryShape } from '../domain/entry-shape.ts';
import { Refusal, Refusals } from '../domain/refusal.ts';
import { readShapes, shown } from '../domain/shape.ts';
import type { ContentEdit } from '../store/store.ts';
import type { OfCatalog } from './change-catalog.ts';
import { changeCatalog } from './change-catalog.ts';
import { refuseConflicts } from './conflicts.ts';
import type { Deps } from './deps.ts';
import type { CatalogRead } from './read.ts';
import { loadContent } from './read.ts';

export interface PutEntriesInput extends OfCatalog {
  readonly expectedRevision: number;
  /** Entries as sent, JSON of `EntryInput`: checked here, every fault told at once. */
  readonly entries: readonly unknown[];
}
export interface PutDefinitionsInput extends OfCatalog {
  readonly expectedRevision: number;
  /** JSON of `FactDefinitionInput`. */
  readonly facts?: readonly unknown[] | null;
  /** JSON of `SubstanceListInput`. */
  readonly lists?: readonly unknown[] | null;
}
export interface RemoveEntriesInput extends OfCatalog {
  readonly expectedRevision: number;
  readonly codes: readonly string[];
}

/** At most this many entries, codes or definitions in one edit. */
export const MAX_ITEMS = 1000;

/**
 * Creates or replaces entries of the draft by their codes, all or none.
 *
 * @throws Refusals every fault of every entry, STALE_REVISION for every entry changed by others since
 */
export async function putEntries(
  deps: Deps,
  actor: Actor | null,
  input: PutEntriesInput,
): Promise<CatalogRead> {
  within('entries', input.entries.length);
  const entries = readShapes(entryShape, input.entries, ['entries']);
  refuseRepeated(
    'entries',
    'code',
    entries.map(({ code }) => code),
  );
  const byCode = new Map(entries.map((entry) => [entry.code, entry]));
  return edit(deps, actor, 'PUT_ENTRIES', input, {
    touched: { ...NOTHING, entries: [...byCode.keys()] },
    yours: ({ name }) => byCode.get(name),
    edit: async () => ({ entries: byCode }),
  });
}

/**
 * Removes entries of the draft, all or none.
 *
 * @throws Refusals UNKNOWN_ENTRY, STALE_REVISION for every entry changed by others since
 */
export async function removeEntries(
  deps: Deps,
  actor: Actor | null,
  input: RemoveEntriesInput,
): Promise<CatalogRead> {
  within('codes', input.codes.length);
  refuseRepeated('codes', null, input.codes);
  return edit(deps, actor, 'REMOVE_ENTRIES', input, {
    touched: { ...NOTHING, entries: input.codes },
    yours: () => undefined,
    edit: async (content) => {
      const { entries } = await content();
      const known = new Set(entries.map(({ code }) => code));
      const refusals = input.codes.flatMap((value, place) =>
        known.has(value)
          ? []
          : [new Refusal('UNKNOWN_ENTRY', { value: shown(value) }, ['codes', String(place)])],
      );
      if (refusals.length > 0) throw new Refusals(refusals);
      return { entries: new Map<string, Entry | null>(input.codes.map((code) => [code, null])) };
    },
  });
}

/**
 * Creates or replaces the catalog's own facts and substance lists by their keys, all or none.
 *
 * @throws Refusals every fault of every definition, FOREIGN_KEY, BUILT_IN_FACT, STALE_REVISION
 */
export async function putDefinitions(
  deps: Deps,
  actor: Actor | null,
  input: PutDefinitionsInput,
): Promise<CatalogRead> {
  const given = { facts: input.facts ?? [], lists: input.lists ?? [] };
  within('facts', given.facts.length + given.lists.length);
  const facts = readShapes(factDefinition, given.facts, ['facts']);
  const lists = readShapes(substanceList, given.lists, ['lists']);
  const factKeys = facts.map(({ key }) => key);
  const listKeys = lists.map(({ key }) => key);
  refuseRepeated('facts', 'key', factKeys);
  refuseRepeated('lists', 'key', listKeys);
  const catalogKey = input.catalog.replace(/^catalog_/, '');
  refuseForeign(catalogKey, 'facts', factKeys);
  refuseForeign(catalogKey, 'lists', listKeys);
  return edit(deps, actor, 'PUT_DEFINITIONS', input, {
    touched: { ...NOTHING, facts: factKeys, lists: listKeys },
    yours: ({ kind, name }) => (kind === 'facts' ? facts : lists).find(({ key }) => key === name),
    edit: async (content) => {
      const before = await content();
      return { header: { facts: merged(before.facts, facts), lists: merged(before.lists, lists) } };
    },
  });
}

interface DraftEdit {
  readonly touched: Touched;
  readonly yours: (item: TouchedItem) => object | string | undefined;
  readonly edit: (content: () => Promise<CatalogContent>) => Promise<ContentEdit>;
}

function edit(
  deps: Deps,
  actor: Actor | null,
  action: string,
  input: OfCatalog & { readonly expectedRevision: number },
  { touched, yours, edit }: DraftEdit,
): Promise<CatalogRead> {
  const { catalog, reason, expectedRevision } = input;
  return changeCatalog(deps, actor, { catalog, reason, access: 'EDIT_DRAFT', action }, async (now) => {
    const draft = draftOf(now.state);
    await refuseConflicts(deps, now, draft, { expectedRevision, touched, yours });
    const changes = await edit(() => loadContent(deps, draft.content));
    const written = await deps.store.editContent(draft.content, changes);
    return {
      state: editDraft(now.state, now.by, written),
      change: { kind: 'DRAFT_EDITED', ...touched },
      result: null,
    };
  });
}

const NOTHING: Touched = { entries: [], facts: [], lists: [], details: [] };

/** @throws Refusal NOTHING_GIVEN, TOO_MANY */
function within(field: string, count: number): void {
  if (count === 0) throw new Refusal('NOTHING_GIVEN', { field }, [field]);
  if (count > MAX_ITEMS) throw new Refusal('TOO_MANY', { field, value: count, allowed: MAX_ITEMS }, [field]);
}

/** Which of two would win could only be guessed. @throws Refusals DUPLICATE_CODE */
function refuseRepeated(field: string, keyField: string | null, keys: readonly string[]): void {
  const seen = new Set<string>();
  const refusals: Refusal[] = [];
  keys.forEach((value, place) => {
    const path = [field, String(place), ...(keyField ? [keyField] : [])];
    if (seen.has(value)) refusals.push(new Refusal('DUPLICATE_CODE', { field, value }, path));
    seen.add(value);
  });
  if (refusals.length > 0) throw new Refusals(refusals);
}

/** @throws Refusals FOREIGN_KEY, BUILT_IN_FACT */
function refuseForeign(catalog: string, field: 'facts' | 'lists', keys: readonly string[]): void {
  const refusals = keys.flatMap((value, place): readonly Refusal[] => {
    const path = [field, String(place), 'key'];
    if (field === 'facts' && builtInFact(value)) return [new Refusal('BUILT_IN_FACT', { value }, path)];
    return ownKey(catalog, value) ? [] : [new Refusal('FOREIGN_KEY', { value: shown(value), catalog }, path)];
  });
  if (refusals.length > 0) throw new Refusals(refusals);
}

/** The definitions with some put in their places, in the order of their keys whatever the route of edits was. */
function merged<T extends { readonly key: string }>(before: readonly T[], put: readonly T[]): readonly T[] {
  const byKey = new Map([...before, ...put].map((item) => [item.key, item]));
  return [...byKey.values()].sort((a, b) => (a.key < b.key ? -1 : 1));
}
