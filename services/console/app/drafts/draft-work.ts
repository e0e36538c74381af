import { useEffect, useState } from 'preact/hooks';
import { stagedPieces } from '../../../lists/staged-pieces.ts';
import {
  ApplyStagedEdit,
  DraftEntries,
  type EditErrorFragment,
  type EntryInput,
  StageEntries,
  type StageEntriesInput,
  type StageEntriesMutation,
} from '../generated/queries.ts';
import { ApiError, ask } from '../shell/ask.ts';
import type { Text } from '../shell/locale.ts';
import { createStore, type Store, useStore } from '../shell/store.ts';
import {
  changed,
  type Edits,
  type Line,
  NO_EDITS,
  newLine,
  type Unsaved,
  unsavedIn,
  written,
} from './edits.ts';
import { inputOf, saidOf } from './entry-input.ts';
import { type Choice, type Merge, merged, settled } from './merge.ts';

/**
 * The lines of one draft while somebody works on them. What is changed stays here until it is saved, all of it by one
 * revision with one reason; going to another page and back loses nothing.
 */
export interface DraftWork {
  readonly edits: Edits;
  /** What the draft has, by code. */
  readonly saved: ReadonlyMap<string, EntryInput>;
  /** The revision that these lines were read at. */
  readonly revision: number;
  /** How many lines there are to be read; null once all are there. */
  readonly awaited: number | null;
  readonly error: ApiError | null;
  /** What conditions are called, by their JSON. */
  readonly said: ReadonlyMap<string, Text>;
  /** What others have changed as well, while it is chosen what becomes of it. */
  readonly merging: Merging | null;
}
interface Merging extends Merge {
  readonly settle: (choices: readonly Choice[] | null) => void;
}

const NOTHING: DraftWork = {
  edits: NO_EDITS,
  saved: new Map(),
  revision: -1,
  awaited: 0,
  error: null,
  said: new Map(),
  merging: null,
};

const works = new Map<string, Store<DraftWork>>();

function workOf(catalog: string): Store<DraftWork> {
  const known = works.get(catalog);
  if (known) return known;
  const work = createStore(NOTHING);
  works.set(catalog, work);
  return work;
}

/** The lines of a draft, read anew where others have changed it; what waits here to be saved is merged with that. */
export function useDraftWork(
  catalog: string,
  revision: number,
): DraftWork & { readonly readAgain: () => void } {
  const [turn, setTurn] = useState(0);
  const store = workOf(catalog);
  const work = useStore(store);
  useEffect(() => {
    const { edits, saved, revision: known, awaited } = store.get();
    // One that was left while it was read is read again.
    if (known === revision && awaited === null) return;
    const stopped = new AbortController();
    if (!hasUnsaved(unsavedIn(edits, saved))) readLines(catalog, store, revision, stopped.signal);
    // Told by the note that offered it where it cannot be read now; saving merges again.
    else if (known < revision) takeOver(catalog, stopped.signal).catch(() => {});
    return () => stopped.abort();
  }, [catalog, revision, store, turn]);
  return { ...work, readAgain: () => setTurn((before) => before + 1) };
}

/** Whoever leaves with something unsaved is asked. */
export function useUnsavedGuard(unsaved: boolean): void {
  useEffect(() => {
    if (!unsaved) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    addEventListener('beforeunload', ask);
    return () => removeEventListener('beforeunload', ask);
  }, [unsaved]);
}

export const hasUnsaved = ({ put, removed }: Unsaved): boolean => put.length + removed.length > 0;

/** Makes an edit: see `changed`. */
export function edit(catalog: string, next: (edits: Edits) => Edits): void {
  const store = workOf(catalog);
  const work = store.get();
  store.set({ ...work, edits: next(work.edits) });
}

/** Puts an entry into its line. */
export const setEntry = (
  catalog: string,
  id: number,
  entry: EntryInput,
  typing: string | null = null,
): void =>
  edit(catalog, (edits) =>
    changed(
      edits,
      edits.lines.map((line) => (line.id === id ? written(line, entry) : line)),
      typing === null ? null : `${id} ${typing}`,
    ),
  );

export function sayToo(catalog: string, said: readonly (readonly [string, Text])[]): void {
  const store = workOf(catalog);
  const work = store.get();
  store.set({ ...work, said: new Map([...work.said, ...said]) });
}

/** A hundred at a time, shown as they come. */
async function readLines(catalog: string, store: Store<DraftWork>, revision: number, signal: AbortSignal) {
  const lines: Line[] = [];
  const said = new Map<string, Text>();
  store.set({ ...NOTHING, said: store.get().said });
  try {
    for (let after: string | null = null; ; ) {
      const draft: Draft = await readDraft(catalog, { after }, signal);
      if (signal.aborted || !draft) return;
      const page = draft.entries;
      for (const { node } of page.edges) {
        const entry = inputOf(node);
        lines.push(newLine(entry, entry));
        const words = saidOf(node);
        if (words) said.set(JSON.stringify(entry.when), words);
      }
      const { hasNextPage, endCursor } = page.pageInfo;
      const work = store.get();
      store.set({
        ...work,
        edits: { ...NO_EDITS, lines: [...lines] },
        saved: new Map(lines.map(({ entry }) => [entry.code, entry])),
        revision,
        awaited: hasNextPage ? page.totalCount : null,
        said: new Map([...work.said, ...said]),
      });
      if (!hasNextPage) return;
      after = endCursor;
    }
  } catch (error) {
    if (signal.aborted) return;
    if (!(error instanceof ApiError)) throw error;
    store.set({ ...NOTHING, error });
  }
}

type Draft = Awaited<ReturnType<typeof readDraft>>;
type Node = NonNullable<Draft>['entries']['edges'][number]['node'];
const readDraft = async (
  id: string,
  more: { readonly after?: string | null; readonly filter?: { readonly codes: readonly string[] } },
  signal?: AbortSignal,
) => (await ask(DraftEntries, { id, ...more }, signal)).catalog?.draft ?? null;

/**
 * Saves all that was changed. Where others have changed the same, it is merged with that first, and then saved.
 *
 * @returns why nothing was saved; empty where it was
 */
export async function save(catalog: string, reason: string): Promise<readonly EditErrorFragment[]> {
  for (;;) {
    const errors = await send(catalog, reason);
    if (!errors.some(({ code }) => STALE.includes(code))) return errors;
    if (!(await takeOver(catalog))) return errors;
  }
}
const STALE: readonly EditErrorFragment['code'][] = ['STALE_REVISION', 'UNKNOWN_ENTRY'];

/** All of it by one revision. */
async function send(catalog: string, reason: string): Promise<readonly EditErrorFragment[]> {
  const store = workOf(catalog);
  const { edits, saved, revision } = store.get();
  const { put, removed } = unsavedIn(edits, saved);
  const remove = removed.map((entry) => ({ entry }));
  const { staged, errors } = await stage(catalog, revision, { ...NOTHING_DEFINED, entries: put, remove });
  if (staged === null) return errors;
  const { applyStagedEdit } = await ask(ApplyStagedEdit, { input: { catalog, staged, reason } });
  if (!applyStagedEdit.draft) return applyStagedEdit.userErrors;
  const now = applyStagedEdit.draft.revision;
  takeAsSaved(store, put, removed, now);
  // Others have changed other entries meanwhile.
  if (now !== revision + 1) await takeOver(catalog);
  else await readSaved(catalog, store, put);
  return [];
}

export type DraftItems = Required<Pick<StageEntriesInput, 'entries' | 'remove'>> &
  Readonly<Record<'facts' | 'lists' | 'products', readonly object[]>>;
const NOTHING_DEFINED = { facts: [], lists: [], products: [] };

/** Sets entries and definitions by, piece after piece: nothing is changed yet. */
export async function stage(
  catalog: string,
  expectedRevision: number,
  items: DraftItems,
): Promise<{ readonly staged: string | null; readonly errors: readonly EditErrorFragment[] }> {
  let staged: string | null = null;
  for (const piece of stagedPieces(items)) {
    const input = {
      catalog,
      expectedRevision,
      mode: 'REPLACE',
      ...piece,
      after: staged,
    } as StageEntriesInput;
    const { stageEntries }: StageEntriesMutation = await ask(StageEntries, { input });
    if (!stageEntries.staged) return { staged: null, errors: stageEntries.userErrors };
    staged = stageEntries.staged.id;
  }
  return { staged, errors: [] };
}

/**
 * Brings the lines to what others have made of the draft. Where both changed the same, somebody is asked (`merging`).
 *
 * @returns whether it was settled
 */
async function takeOver(catalog: string, signal?: AbortSignal): Promise<boolean> {
  const store = workOf(catalog);
  const read = await readAll(catalog, signal);
  if (!read || signal?.aborted) return false;
  const { revision, nodes } = read;
  const theirs = nodes.map(inputOf);
  const said = nodes.flatMap((node, at): readonly (readonly [string, Text])[] => {
    const words = saidOf(node);
    return words ? [[JSON.stringify(theirs[at]!.when), words]] : [];
  });
  const before = store.get();
  const merge = merged(before.edits.lines, before.saved, theirs);
  let choices: readonly Choice[] | null = [];
  if (merge.conflicts.length > 0) {
    choices = await new Promise<readonly Choice[] | null>((settle) => {
      store.set({ ...before, merging: { ...merge, settle } });
    });
    store.set({ ...store.get(), merging: null });
    if (choices === null) return false;
  }
  const chosen = new Map(
    merge.conflicts.map((conflict, at) => [conflict.line.id, settled(conflict, choices[at]!)]),
  );
  const work = store.get();
  store.set({
    ...work,
    edits: {
      ...NO_EDITS,
      lines: merge.lines.flatMap((line) => (chosen.has(line.id) ? (chosen.get(line.id) ?? []) : [line])),
    },
    saved: new Map(theirs.map((entry) => [entry.code, entry])),
    revision,
    awaited: null,
    said: new Map([...work.said, ...said]),
  });
  return true;
}

/** All entries of one revision; null where there is no draft any more. */
async function readAll(catalog: string, signal?: AbortSignal) {
  for (;;) {
    const nodes: Node[] = [];
    let revision: number | null = null;
    for (let after: string | null = null; ; ) {
      const draft: Draft = await readDraft(catalog, { after }, signal);
      if (!draft) return null;
      // Others are at it: all of it has to be of one revision.
      if (revision !== null && revision !== draft.revision) break;
      revision = draft.revision;
      nodes.push(...draft.entries.edges.map(({ node }) => node));
      if (!draft.entries.pageInfo.hasNextPage) return { revision, nodes };
      after = draft.entries.pageInfo.endCursor;
    }
  }
}

const PAGE = 100;

function takeAsSaved(
  store: Store<DraftWork>,
  put: readonly EntryInput[],
  removed: readonly string[],
  revision: number,
): void {
  const work = store.get();
  const sent = new Map(put.map((entry) => [entry.code, entry]));
  const gone = new Set(removed);
  // Others typed on meanwhile: what was sent is saved, not what is there now.
  const lines = work.edits.lines.map((line) => ({ ...line, saved: sent.get(line.entry.code) ?? line.saved }));
  store.set({
    ...work,
    revision,
    saved: new Map([...work.saved, ...sent].filter(([code]) => !gone.has(code))),
    // Taking back what is saved would be a new change under an old name.
    edits: { lines, past: [], future: [] },
  });
}

/** What was saved as the API reads it: industries as plain codes, conditions in words. */
async function readSaved(
  catalog: string,
  store: Store<DraftWork>,
  put: readonly EntryInput[],
): Promise<void> {
  for (let at = 0; at < put.length; at += PAGE) {
    const codes = put.slice(at, at + PAGE).map(({ code }) => code);
    const page = (await readDraft(catalog, { filter: { codes } }))?.entries;
    const read = new Map(page?.edges.map(({ node }) => [node.code, node]));
    const work = store.get();
    const said = new Map(work.said);
    const saved = new Map(work.saved);
    const lines = work.edits.lines.map((line) => {
      const node = read.get(line.entry.code);
      if (!node) return line;
      const entry = inputOf(node);
      const words = saidOf(node);
      if (words) said.set(JSON.stringify(entry.when), words);
      saved.set(entry.code, entry);
      return { ...line, saved: entry, entry: line.entry === line.saved ? entry : line.entry };
    });
    store.set({ ...work, said, saved, edits: { ...work.edits, lines } });
  }
}
