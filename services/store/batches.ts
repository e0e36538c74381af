import type { Batch, Chunk, ChunkResults, Closing } from '../domain/assessment/batch.ts';
import type { BlobKind, Blobs, BlobText } from './blobs.ts';
import { blobText } from './blobs.ts';
import type { Connection, Item } from './connection.ts';
import { cursorOf } from './decisions.ts';
import {
  batchesKey,
  batchKey,
  batchOfKey,
  chunkKey,
  chunkOfKey,
  closingKey,
  textOf,
  timeKey,
} from './keys.ts';
import type { Page, Paging } from './paging.ts';
import { read } from './reading.ts';
import type { BatchItem, BatchPin, ChunkItem, ChunkRows, ClosingItem } from './stored-batch.ts';
import { batchItem, batchPin, chunkItem, chunkResults, chunkRows, closingItem } from './stored-batch.ts';

export interface BatchStore {
  /** Makes a batch under its id, once: a repeat finds the first one. */
  makeBatch(batch: Batch, pin: BatchPin, payloadHash: string): Promise<StoredBatch>;
  readBatch(id: string): Promise<StoredBatch | null>;
  readPin(batch: StoredBatch): Promise<BatchPin>;
  /** All of a batch but what its chunks say. Strongly consistent. */
  readProgress(id: string): Promise<Progress>;
  /** A chunk as it was sent and decided first; null where it was not yet. Strongly consistent. */
  readChunk(batch: string, index: number): Promise<StoredChunk | null>;
  /**
   * Stores a chunk, once: its bodies first, then one conditional put that names them.
   *
   * @returns what is there: where another was faster, its chunk
   */
  putChunk(batch: string, chunk: Chunk, body: ChunkBody): Promise<StoredChunk>;
  readChunkRows(chunk: StoredChunk): Promise<readonly unknown[]>;
  readChunkResults(chunk: StoredChunk): Promise<ChunkResults>;
  readClosing(batch: string): Promise<Closing | null>;
  /** Closes a batch, once: a repeat finds what was said first. */
  putClosing(batch: string, closing: Closing): Promise<Closing>;
  /** Batches of a jurisdiction, newest first. @throws Refusal INVALID_CURSOR */
  listBatches(jurisdiction: string, paging: Paging): Promise<Page<StoredBatch>>;
}
export interface StoredBatch {
  readonly batch: Batch;
  /** Hash of the input as it was sent; tells a repeat from another request under the same key. */
  readonly payloadHash: string;
  /** Hash of the blob with what it pinned. */
  readonly pin: string;
}
export interface StoredChunk {
  readonly chunk: Chunk;
  /** Hashes of blobs: the rows as they were sent, by which other rows are told from these, and what they came to. */
  readonly body: string;
  readonly results: string;
}
export interface ChunkBody {
  readonly rows: BlobText;
  readonly results: ChunkResults;
}
export interface Progress {
  /** In their order. */
  readonly chunks: readonly StoredChunk[];
  readonly closing: Closing | null;
}

/** Batches: an item for each, for each of its chunks and for its end, in one partition; what they say lies in blobs. */
export function createBatchStore(connection: Connection, blobs: Blobs): BatchStore {
  async function readBatch(id: string): Promise<StoredBatch | null> {
    const item = await connection.get(batchKey(id), true);
    return item ? batchOf(item) : null;
  }
  async function readChunk(batch: string, index: number): Promise<StoredChunk | null> {
    const item = await connection.get(chunkKey(batch, index), true);
    return item ? chunkOf(item) : null;
  }
  async function readClosing(batch: string): Promise<Closing | null> {
    const item = await connection.get(closingKey(batch), true);
    return item ? closingOf(item) : null;
  }

  return {
    readBatch,
    readChunk,
    readClosing,

    async makeBatch({ id, ...batch }, pin, payloadHash) {
      const pinned = blobText(pin);
      await blobs.write(pinKind, [pinned]);
      const item: BatchItem = {
        ...batchKey(id),
        ...batch,
        payloadHash,
        pin: pinned.hash,
        zoneKey: batchesKey(batch.jurisdiction),
        timeKey: timeKey(new Date(batch.createdAt), id),
      };
      const isFirst = await connection.putIfAbsent({ ...item });
      return isFirst ? batchOf({ ...item }) : (await readBatch(id))!;
    },

    readPin: ({ pin }) => blobs.read(pinKind, pin),

    async readProgress(id) {
      const chunks: StoredChunk[] = [];
      let closing: Closing | null = null;
      let startAfter: Item | undefined;
      do {
        const rows = await connection.query({
          partition: ['PK', batchKey(id).PK],
          // Chunks, then the closing: `CHUNK#…` comes before `CLOSED`.
          sort: ['SK', chunkKey(id, 0).SK, closingKey(id).SK],
          descending: false,
          limit: 1_000,
          consistent: true,
          startAfter,
        });
        for (const item of rows.items)
          if (item.SK === closingKey(id).SK) closing = closingOf(item);
          else chunks.push(chunkOf(item));
        startAfter = rows.endedAt;
      } while (startAfter);
      return { chunks, closing };
    },

    async putChunk(batch, { index, ...chunk }, { rows, results }) {
      const decided = blobText(results);
      await Promise.all([blobs.write(rowsKind, [rows]), blobs.write(resultsKind, [decided])]);
      const item: ChunkItem = {
        ...chunkKey(batch, index),
        ...chunk,
        body: rows.hash,
        results: decided.hash,
      };
      const isFirst = await connection.putIfAbsent({ ...item });
      return isFirst ? chunkOf({ ...item }) : (await readChunk(batch, index))!;
    },

    readChunkRows: async ({ body }) => (await blobs.read(rowsKind, body)).rows,
    readChunkResults: ({ results }) => blobs.read(resultsKind, results),

    async putClosing(batch, closing) {
      const item: ClosingItem = { ...closingKey(batch), ...closing };
      return (await connection.putIfAbsent({ ...item })) ? closing : (await readClosing(batch))!;
    },

    async listBatches(jurisdiction, { first, after }) {
      const rows = await connection.query({
        index: 'byZone',
        partition: ['zoneKey', batchesKey(jurisdiction)],
        sort: ['timeKey', '0', after == null ? 'A' : cursorOf(after)],
        descending: true,
        // One more than asked for tells whether there is a next page, and the range includes the item before this one.
        limit: first + (after == null ? 1 : 2),
        consistent: false,
      });
      const keys = rows.items.flatMap(({ PK, SK, timeKey }) =>
        timeKey === after ? [] : [{ PK: String(PK), SK: String(SK) }],
      );
      const found = await connection.getMany(keys.slice(0, first), true);
      const items = keys.slice(0, first).flatMap((key) => {
        const item = found.get(textOf(key));
        return item ? [{ cursor: String(item.timeKey), value: batchOf(item) }] : [];
      });
      return { items, hasNextPage: keys.length > first };
    },
  };
}

const pinKind: BlobKind<BatchPin> = { name: 'batch pin', schema: batchPin };
// Thousands are written one after the other, and few are read again.
const rowsKind: BlobKind<ChunkRows> = { name: 'chunk rows', schema: chunkRows, writtenToBeKept: false };
const resultsKind: BlobKind<ChunkResults> = {
  name: 'chunk results',
  schema: chunkResults,
  writtenToBeKept: false,
};

/** The rows of a chunk as they will lie in the store. */
export const chunkText = (rows: readonly unknown[]): BlobText => blobText({ rows } satisfies ChunkRows);

function batchOf(item: Item): StoredBatch {
  const {
    PK,
    SK: _,
    zoneKey: __,
    timeKey: ___,
    payloadHash,
    pin,
    ...batch
  } = read(batchItem, item, `batch item ${item.PK}`);
  return { batch: { id: batchOfKey(PK), ...batch }, payloadHash, pin };
}

function chunkOf(item: Item): StoredChunk {
  const { PK: _, SK, body, results, ...chunk } = read(chunkItem, item, `chunk item ${item.PK} ${item.SK}`);
  return { chunk: { index: chunkOfKey(SK), ...chunk }, body, results };
}

function closingOf(item: Item): Closing {
  const { PK: _, SK: __, ...closing } = read(closingItem, item, `closing item ${item.PK}`);
  return closing;
}
