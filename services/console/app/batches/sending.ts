import { sendPortions } from '../../../lists/send-portions.ts';
import type { ListReading, ListShown, RowRange } from '../files/list-tasks.ts';
import { inFiles } from '../files/read-workbook.ts';
import {
  AddToBatch,
  BatchProgress,
  type BatchProgressQuery,
  CloseBatch,
  type ProjectInput,
} from '../generated/queries.ts';
import { ApiError, ask } from '../shell/ask.ts';
import { text } from '../shell/locale.ts';
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
  const kept = chunksOf(there);
  const rows = sum(shown.portions);
  const began = { sent: sum(kept.values()), at: Date.now() };
  sendingStore.set({ batch, name, rows, sent: began.sent, since: began, state: 'SENDING', error: null });
  const isMine = (): boolean => {
    const now = sendingStore.get();
    return now?.batch === batch && now.since === began && now.state === 'SENDING';
  };
  const note = (change: Partial<Sending>): void => {
    if (isMine()) sendingStore.set({ ...sendingStore.get()!, ...change });
  };
  openLists.set(batch, shown);
  try {
    // One that is in is sent again first: whoever goes on with another file is told before any of it is in.
    const first = [...kept].find(([index]) => index < shown.portions.length);
    if (first) {
      const [index, count] = first;
      const from = sum(shown.portions.slice(0, index));
      await sendChunk(batch, shown.handle, { from, rows: count }, index);
    }
    const chunks = await eachChunk(shown, kept, async (range, index) => {
      if (!isMine()) throw new StoppedByHand();
      if (kept.has(index)) return;
      await sendChunk(batch, shown.handle, range, index);
      note({ sent: sendingStore.get()!.sent + range.rows });
    });
    if (!isMine()) return;
    if (there?.closedAt == null)
      refuse((await patiently(() => ask(CloseBatch, { input: { batch, chunks, rows } }))).closeBatch);
    await forgetList();
    note({ state: 'CLOSED' });
  } catch (error) {
    if (error instanceof StoppedByHand) return;
    if (!(error instanceof ApiError)) throw error;
    note({ state: 'STOPPED', error });
  }
}

class StoppedByHand extends Error {}

const sum = (numbers: Iterable<number>): number => [...numbers].reduce((all, one) => all + one, 0);

/** The rows of each chunk that is in, by its index. */
const chunksOf = (batch: BatchProgressQuery['batch']): ReadonlyMap<number, number> =>
  new Map(batch?.chunks.map(({ index, rows }) => [index, rows]));

/**
 * Does something for each chunk of a list, some at a time: portions, and halves of those that were too heavy.
 *
 * @returns how many there are
 */
function eachChunk(
  { portions }: ListShown,
  kept: ReadonlyMap<number, number>,
  act: (range: RowRange, index: number) => Promise<void>,
): Promise<number> {
  let at = 0;
  const places = portions.map((rows) => Array.from({ length: rows }, () => at++));
  return sendPortions(
    places,
    (some, index) => {
      const rows = kept.get(index);
      // The API would say the same: this index has other rows, half of these or half of that.
      if (rows !== undefined && rows !== some.length) throw new ApiError('CHUNK_DIFFERS', OTHER_ROWS);
      return act({ from: some[0]!, rows: some.length }, index);
    },
    { concurrency: AT_ONCE },
  );
}
const AT_ONCE = 4;
const OTHER_ROWS = text('批次中的这一段是别的内容。', 'The batch has other rows there.');

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
const openLists = new Map<string, ListShown>();
export const openListOf = (batch: string): ListShown | undefined => openLists.get(batch);

/**
 * Asks what the rows came to that are not known here, by sending them again: where they are not those of the batch, it says so.
 *
 * @throws ApiError
 */
export async function completeAnswers(
  batch: string,
  shown: ListShown,
  onProgress: (share: number) => void,
): Promise<void> {
  const kept = chunksOf((await patiently(() => ask(BatchProgress, { id: batch }))).batch);
  let done = 0;
  await eachChunk(shown, kept, async (range, index) => {
    if (await inFiles('isUnanswered', shown.handle, range))
      await sendChunk(batch, shown.handle, range, index);
    onProgress(++done / kept.size);
  });
  openLists.set(batch, shown);
}

async function sendChunk(batch: string, handle: number, range: RowRange, index: number): Promise<void> {
  const rows = await inFiles('rowsOf', handle, range);
  const chunk = await patiently(async () => {
    const { addToBatch } = await ask(AddToBatch, {
      input: { batch, index, rows: rows as readonly ProjectInput[] },
    });
    refuse(addToBatch);
    return addToBatch.chunk!;
  });
  // They are null only beside an error, which `ask` throws.
  await inFiles('answered', handle, batch, index, range, { ...chunk, assessments: chunk.assessments! });
}

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
      if (!(error instanceof ApiError) || !PASSING.has(error.code)) throw error;
      // What does not come to an end in time may never do, while less would.
      if (attempt === (error.code === 'ASSESSMENT_LATE' ? 2 : ATTEMPTS)) throw error;
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
