import { useEffect, useState } from 'preact/hooks';
import {
  ApplyStagedEdit,
  DraftEntries,
  type EditErrorFragment,
  type EntryInput,
  RemoveEntries,
  StageEntries,
  type StageEntriesInput,
  type StageEntriesMutation,
} from '../generated/queries.ts';
import { ApiError, ask } from '../shell/ask.ts';
import type { Text } from '../shell/locale.ts';
import { createStore, type Store, useStore } from '../shell/store.ts';
import { changed, type Edits, type Line, NO_EDITS, type Unsaved, unsavedIn } from './edits.ts';
import { inputOf, saidOf } from './entry-input.ts';

/**
 * The lines of one draft while somebody works on them. What is changed stays here until it is saved, all of it by one
 * revision with one reason; going to another page and back loses nothing.
 */
export interface DraftWork {
  readonly edits: Edits;
  /** The codes that the draft has. */
  readonly saved: ReadonlySet<string>;
  /** The revision that these lines were read at. */
  readonly revision: number;
  /** How many lines there are to be read; null once all are there. */
  readonly awaited: number | null;
  readonly error: ApiError | null;
  /** What conditions are called, by their JSON. */
  readonly said: ReadonlyMap<string, Text>;
}

const NOTHING: DraftWork = {
  edits: NO_EDITS,
  saved: new Set(),
  revision: -1,
  awaited: 0,
  error: null,
  said: new Map(),
};

const works = new Map<string, Store<DraftWork>>();

function workOf(catalog: string): Store<DraftWork> {
  const known = works.get(catalog);
  if (known) return known;
  const work = createStore(NOTHING);
  works.set(catalog, work);
  return work;
}

/** The lines of a draft, read anew where others have changed it and nothing here waits to be saved. */
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
    const read = known === revision && awaited === null;
    if (read || hasUnsaved(unsavedIn(edits, saved))) return;
    const stopped = new AbortController();
    readLines(catalog, store, revision, stopped.signal);
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
      edits.lines.map((line) => (line.id === id ? { ...line, entry } : line)),
      typing === null ? null : `${id} ${typing}`,
    ),
  );

let lastId = 0;
export const newLine = (entry: EntryInput, saved: EntryInput | null = null): Line => ({
  id: ++lastId,
  saved,
  entry,
});

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
      const page: Page = await readPage(catalog, { after }, signal);
      if (signal.aborted) return;
      if (!page) return;
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
        saved: new Set(lines.map(({ entry }) => entry.code)),
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

type Page = Awaited<ReturnType<typeof readPage>>;
const readPage = async (
  id: string,
  more: { readonly after?: string | null; readonly filter?: { readonly codes: readonly string[] } },
  signal?: AbortSignal,
) => (await ask(DraftEntries, { id, ...more }, signal)).catalog?.draft?.entries ?? null;

/**
 * Saves all that was changed: what is put comes in by one revision, what is removed by another.
 *
 * @returns why nothing was saved; empty where it was
 */
export async function save(catalog: string, reason: string): Promise<readonly EditErrorFragment[]> {
  const store = workOf(catalog);
  const { edits, saved, revision } = store.get();
  const { put, removed } = unsavedIn(edits, saved);
  let now = revision;
  if (put.length > 0) {
    let after: string | null = null;
    for (let at = 0; at < put.length; at += PIECE) {
      const input: StageEntriesInput = {
        catalog,
        expectedRevision: revision,
        mode: 'REPLACE',
        entries: put.slice(at, at + PIECE),
        after,
      };
      const { stageEntries }: StageEntriesMutation = await ask(StageEntries, { input });
      if (!stageEntries.staged) return stageEntries.userErrors;
      after = stageEntries.staged.id;
    }
    const { applyStagedEdit } = await ask(ApplyStagedEdit, { input: { catalog, staged: after!, reason } });
    if (!applyStagedEdit.draft) return applyStagedEdit.userErrors;
    now = applyStagedEdit.draft.revision;
    takeAsSaved(store, put, now);
  }
  if (removed.length > 0) {
    const { removeEntries } = await ask(RemoveEntries, {
      input: { catalog, expectedRevision: now, codes: removed, reason },
    });
    if (!removeEntries.draft) return removeEntries.userErrors;
    const work = store.get();
    const gone = new Set(removed);
    store.set({
      ...work,
      revision: removeEntries.draft.revision,
      saved: new Set([...work.saved].filter((code) => !gone.has(code))),
    });
  }
  await readSaved(catalog, store, put);
  return [];
}

/** Entries of one request. */
const PIECE = 1000;
const PAGE = 100;

function takeAsSaved(store: Store<DraftWork>, put: readonly EntryInput[], revision: number): void {
  const work = store.get();
  const sent = new Map(put.map((entry) => [entry.code, entry]));
  // Others typed on meanwhile: what was sent is saved, not what is there now.
  const lines = work.edits.lines.map((line) => ({ ...line, saved: sent.get(line.entry.code) ?? line.saved }));
  store.set({
    ...work,
    revision,
    saved: new Set([...work.saved, ...sent.keys()]),
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
    const page = await readPage(catalog, { filter: { codes } });
    const read = new Map(page?.edges.map(({ node }) => [node.code, node]));
    const work = store.get();
    const said = new Map(work.said);
    const lines = work.edits.lines.map((line) => {
      const node = read.get(line.entry.code);
      if (!node) return line;
      const entry = inputOf(node);
      const words = saidOf(node);
      if (words) said.set(JSON.stringify(entry.when), words);
      return { ...line, saved: entry, entry: line.entry === line.saved ? entry : line.entry };
    });
    store.set({ ...work, said, edits: { ...work.edits, lines } });
  }
}
