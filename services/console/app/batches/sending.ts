import type { ListReading, ListShown } from '../files/list-tasks.ts';
import { inFiles } from '../files/read-workbook.ts';
import { AddToBatch, BatchProgress, CloseBatch, type ProjectInput } from '../generated/queries.ts';
import { ApiError, ask } from '../shell/ask.ts';
import { sessionStore } from '../shell/session.ts';
import { createStore } from '../shell/store.ts';
import { forgetList, keepList } from './kept-list.ts';

/** How far a list has come. It goes on while one looks at other pages. */
export interface Sending {
  readonly batch: string;
  readonly name: string;
  /** Of the whole list, and those that are in. */
  readonly rows: number;
  readonly sent: number;
  /** Rows that were in, and the time in milliseconds, when this page began: by both it is told how long it will take. */
  readonly since: { readonly sent: number; readonly at: number };
  readonly state: 'SENDING' | 'CLOSED' | 'STOPPED';
  /** Why it has stopped, where nobody stopped it. */
  readonly error: ApiError | null;
}

/** The list that this page sends; null where it has sent none. */
export const sendingStore = createStore<Sending | null>(null);

/** A file as it was chosen and read. */
export interface ReadList {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly reading: ListReading;
  readonly shown: ListShown;
}

/**
 * Sends what is not in yet of a list, and closes the batch. Whatever ends it early, it is gone on with by the same file: a
 * portion twice is one portion. The file is kept until all of it is in.
 */
export async function send(batch: string, list: ReadList): Promise<void> {
  const { name, bytes, reading, shown } = list;
  await keepList({ batch, name, bytes, reading });
  const there = (await patiently(() => ask(BatchProgress, { id: batch }))).batch;
  const done = new Set(there?.chunks.map(({ index }) => index));
  const rowsIn = (portions: readonly number[]): number => portions.reduce((sum, rows) => sum + rows, 0);
  const sent = rowsIn(shown.portions.filter((_, index) => done.has(index)));
  const began = { sent, at: Date.now() };
  const rows = rowsIn(shown.portions);
  sendingStore.set({ batch, name, rows, sent, since: began, state: 'SENDING', error: null });
  const isMine = (): boolean => {
    const now = sendingStore.get();
    return now?.batch === batch && now.since === began && now.state === 'SENDING';
  };
  const note = (change: Partial<Sending>): void => {
    if (isMine()) sendingStore.set({ ...sendingStore.get()!, ...change });
  };
  handles.set(batch, shown.handle);
  const { handle } = shown;
  try {
    // One that is in is sent again first: whoever goes on with another file is told.
    const [first] = done;
    if (first !== undefined) await sendPortion(batch, handle, first);
    const left = shown.portions.flatMap((_, index) => (done.has(index) ? [] : [index]));
    await side(left, async (index) => {
      if (!isMine()) return;
      await sendPortion(batch, handle, index);
      note({ sent: sendingStore.get()!.sent + shown.portions[index]! });
    });
    if (!isMine()) return;
    if (there?.closedAt == null)
      refuse(
        (await patiently(() => ask(CloseBatch, { input: { batch, chunks: shown.portions.length, rows } })))
          .closeBatch,
      );
    await forgetList();
    note({ state: 'CLOSED' });
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    note({ state: 'STOPPED', error });
  }
}

/** Stops after the portions that are on their way. */
export function stopSending(): void {
  const now = sendingStore.get();
  if (now?.state === 'SENDING') sendingStore.set({ ...now, state: 'STOPPED' });
}

// What somebody has begun is not gone on with for whoever signs in next.
sessionStore.subscribe(() => {
  if (sessionStore.get() === null) stopSending();
});

/** The lists that are open in this page, by their batches: of these a workbook can be made. */
const handles = new Map<string, number>();
export const openListOf = (batch: string): number | undefined => handles.get(batch);

/**
 * Asks what the rows came to that are not known here, by sending them again: where they are not those of the batch, it says so.
 *
 * @throws ApiError
 */
export async function completeAnswers(
  batch: string,
  handle: number,
  onProgress: (share: number) => void,
): Promise<void> {
  const left = await inFiles('unanswered', handle);
  let done = 0;
  await side(left, async (index) => {
    await sendPortion(batch, handle, index);
    onProgress(++done / left.length);
  });
  handles.set(batch, handle);
}

async function sendPortion(batch: string, handle: number, index: number): Promise<void> {
  const rows = await inFiles('portion', handle, index);
  const chunk = await patiently(async () => {
    const { addToBatch } = await ask(AddToBatch, {
      input: { batch, index, rows: rows as readonly ProjectInput[] },
    });
    refuse(addToBatch);
    return addToBatch.chunk!;
  });
  // They are null only beside an error, which `ask` throws.
  await inFiles('answered', handle, batch, index, { ...chunk, assessments: chunk.assessments! });
}

/** Does something for each, some at a time. */
async function side<Item>(items: readonly Item[], act: (item: Item) => Promise<void>): Promise<void> {
  const left = items.values();
  await Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      for (const item of left) await act(item);
    }),
  );
}
const AT_ONCE = 4;

/** @throws ApiError the first of what was not taken */
export function refuse({
  userErrors,
}: {
  readonly userErrors: readonly { readonly code: string; readonly zh: string; readonly en: string }[];
}): void {
  const [error] = userErrors;
  if (error) throw new ApiError(error.code, error);
}

/** Asks again and again, later each time, where nobody answers or too much was asked: what is asked so may come twice. */
export async function patiently<Made>(asking: () => Promise<Made>): Promise<Made> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await asking();
    } catch (error) {
      if (!(error instanceof ApiError) || !PASSING.has(error.code) || attempt === ATTEMPTS) throw error;
      await new Promise((later) =>
        setTimeout(later, Math.min(8_000, 2 ** attempt * 125) * (1 + Math.random())),
      );
    }
  }
}
const ATTEMPTS = 8;
const PASSING: ReadonlySet<string> = new Set([
  'OFFLINE',
  'UNEXPECTED',
  'SERVICE_UNAVAILABLE',
  'ASSESSMENT_LATE',
  'IDENTITY_UNAVAILABLE',
  'INTERNAL_ERROR',
  'CONFLICT',
]);
