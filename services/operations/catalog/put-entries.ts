import type { Actor } from '../../domain/access/access.ts';
import type { CatalogContent } from '../../domain/catalog/catalog.ts';
import type { Touched, TouchedItem } from '../../domain/catalog/change.ts';
import type { Entry } from '../../domain/catalog/entry.ts';
import { entry as entryShape } from '../../domain/catalog/entry-shape.ts';
import { editableDraft, editDraft } from '../../domain/catalog-life/draft.ts';
import type { Classification } from '../../domain/facts/industry.ts';
import { readIndustry } from '../../domain/facts/read-industry.ts';
import { readShapes, shown } from '../../domain/messages/read-input.ts';
import { Refusal, Refusals } from '../../domain/messages/refusal.ts';
import type { ContentEdit } from '../../store/contents.ts';
import type { Deps } from '../deps.ts';
import { MAX_ITEMS } from '../limits.ts';
import type { CatalogRead } from '../read.ts';
import { loadContent } from '../read.ts';
import type { OfCatalog } from './change-catalog.ts';
import { changeCatalog } from './change-catalog.ts';
import { refuseConflicts } from './conflicts.ts';

export interface PutEntriesInput extends OfCatalog {
  readonly expectedRevision: number;
  readonly mode?: PutMode;
  /** Entries as sent, JSON of `EntryInput`: checked here, every fault told at once. */
  readonly entries: readonly unknown[];
}
/** Whether what is left out of an entry that is there stays as it is, or is dropped. */
export const PUT_MODES = ['CHANGE', 'REPLACE'] as const;
export type PutMode = (typeof PUT_MODES)[number];
export interface RemoveEntriesInput extends OfCatalog {
  readonly expectedRevision: number;
  readonly codes: readonly string[];
}

/**
 * Creates, changes or replaces entries of the draft by their codes, all or none. A change keeps what is left out; what
 * is null is cleared, and a field that is given is given whole.
 *
 * @throws Refusals every fault of every entry, STALE_REVISION for every entry changed by others since
 */
export async function putEntries(
  deps: Deps,
  actor: Actor | null,
  input: PutEntriesInput,
): Promise<CatalogRead> {
  within('entries', input.entries.length);
  const { codes, read } = entriesPut(deps, input);
  return edit(deps, actor, 'PUT_ENTRIES', input, {
    touched: { ...NOTHING, entries: codes },
    yours: ({ name }) => input.entries[codes.indexOf(name)] as object,
    edit: async ({ entries }) => ({ entries: await read(entries) }),
  });
}

/**
 * The entries of an edit as they will stand, by code.
 *
 * @throws Refusals every fault of every entry
 */
export function entriesPut(
  { reference }: Deps,
  { mode = 'CHANGE', entries: sent }: Pick<PutEntriesInput, 'mode' | 'entries'>,
) {
  // What is no code is told of with all other faults, once it is known what each entry is a change of.
  const codes = sent.map((item) => String((item as Partial<Entry> | null)?.code));
  const scoped = withIndustriesRead(sent, reference.classification);
  refuseRepeated('entries', 'code', codes);
  const read = async (stored: Before['entries']): Promise<ReadonlyMap<string, Entry>> => {
    const before = mode === 'CHANGE' ? await stored(codes) : new Map<string, Entry>();
    const after = codes.map((its, place) => ({ ...before.get(its), ...(scoped[place] as object) }));
    return new Map(readShapes(entryShape, after, ['entries']).map((entry) => [entry.code, entry]));
  };
  return { codes, read };
}

/**
 * Entries with their industries read as people write them, `C2614` or `2614 有机化学原料制造`. What is no code stays as it
 * was sent: a draft may be unfinished, and publication tells it.
 *
 * @throws Refusals INDUSTRY_NAME_MISMATCH and its like for every name that is not that of its code
 */
function withIndustriesRead(sent: readonly unknown[], classification: Classification): readonly unknown[] {
  const faults: Refusal[] = [];
  const read = (code: unknown, path: readonly string[]): readonly unknown[] => {
    if (typeof code !== 'string' || classification.industry(code)) return [code];
    try {
      return readIndustry(code, classification, path);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      if (error.code !== 'UNKNOWN_INDUSTRY') faults.push(error);
      return [code];
    }
  };
  const entries = sent.map((item, at) => {
    const industries = (item as Partial<Entry> | null)?.industries;
    if (typeof industries !== 'object' || industries === null) return item;
    const scope = Object.entries(industries).map(([field, codes]) => [
      field,
      Array.isArray(codes)
        ? codes.flatMap((code, place) =>
            read(code, ['entries', String(at), 'industries', field, String(place)]),
          )
        : codes,
    ]);
    return { ...(item as object), industries: Object.fromEntries(scope) };
  });
  if (faults.length > 0) throw new Refusals(faults);
  return entries;
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
    edit: async ({ content }) => {
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

export interface DraftEdit {
  readonly touched: Touched;
  /** What the edit puts for an item; undefined where it removes it. */
  readonly yours: (item: TouchedItem) => object | string | undefined;
  /** What becomes of the content as it is. */
  readonly edit: (before: Before) => Promise<ContentEdit>;
}
/** The content before an edit; what of it is loaded is what is asked for. */
interface Before {
  readonly content: () => Promise<CatalogContent>;
  readonly entries: (codes: readonly string[]) => Promise<ReadonlyMap<string, Entry>>;
}

/**
 * One edit of the draft, made on the revision that it names.
 *
 * @throws Refusal CATALOG_REPEALED, NO_DRAFT, UNKNOWN_REVISION, STALE_DRAFT, and what the edit itself throws
 * @throws Refusals STALE_REVISION
 */
export function edit(
  deps: Deps,
  actor: Actor | null,
  action: string,
  input: OfCatalog & { readonly expectedRevision: number },
  { touched, yours, edit }: DraftEdit,
): Promise<CatalogRead> {
  const { catalog, reason, expectedRevision } = input;
  return changeCatalog(deps, actor, { catalog, reason, access: 'EDIT_DRAFT', action }, async (now) => {
    const draft = editableDraft(now.state);
    await refuseConflicts(deps, now, draft, { expectedRevision, touched, yours });
    const changes = await edit({
      content: () => loadContent(deps, draft.content),
      entries: (codes) => deps.store.readEntries(draft.content, codes),
    });
    const written = await deps.store.editContent(draft.content, changes);
    return {
      state: editDraft(now.state, now.by, written),
      change: { kind: 'DRAFT_EDITED', ...touched },
      result: null,
    };
  });
}

export const NOTHING: Touched = { entries: [], facts: [], lists: [], products: [], details: [] };

/** @throws Refusal NOTHING_GIVEN, TOO_MANY */
export function within(field: string, count: number, allowed = MAX_ITEMS): void {
  if (count === 0) throw new Refusal('NOTHING_GIVEN', { field }, [field]);
  if (count > allowed) throw new Refusal('TOO_MANY', { field, value: count, allowed }, [field]);
}

/**
 * Which of two would win could only be guessed.
 *
 * @param pathTo where a key stands in what was sent
 * @throws Refusals DUPLICATE_CODE
 */
export function refuseRepeated(
  field: string,
  keyField: string | null,
  keys: readonly string[],
  pathTo = (place: number): readonly string[] => [field, String(place), ...(keyField ? [keyField] : [])],
): void {
  const seen = new Set<string>();
  const refusals: Refusal[] = [];
  keys.forEach((value, place) => {
    if (seen.has(value)) refusals.push(new Refusal('DUPLICATE_CODE', { field, value }, pathTo(place)));
    seen.add(value);
  });
  if (refusals.length > 0) throw new Refusals(refusals);
}
