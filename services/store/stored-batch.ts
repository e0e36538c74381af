import * as z from 'zod';
import type { Batch, ChunkResults, Closing, Software } from '../domain/assessment/batch.ts';
import type { CatalogEvidence, ChainHead } from '../domain/assessment/decision.ts';
import type { FactDefinition } from '../domain/facts/fact.ts';
import { OUTCOMES } from '../domain/vocabulary.ts';
import { fields, sha256Hex } from './reading.ts';

// How batches lie in the table and in blobs. Rows and results are records of their day: they stay as they were written.

/** The chains by which the rows of a batch are decided, as they stood when it was made. */
export interface BatchPin {
  readonly register: ChainHead;
  readonly catalogs: readonly PinnedCatalog[];
}
/** Head null: the catalog was in the register and had no revision of its own. */
export type PinnedCatalog = Pick<CatalogEvidence, 'key' | 'head'>;
/** The rows of a chunk as they were sent. */
export interface ChunkRows {
  readonly rows: readonly unknown[];
}

const list = <T>() => z.array(z.custom<T>((item) => typeof item === 'object' && item !== null));

const head = fields<ChainHead>()({ seq: z.int().positive(), hash: sha256Hex });
export const batchPin: z.ZodType<BatchPin> = fields<BatchPin>()({
  register: head,
  catalogs: z.array(fields<PinnedCatalog>()({ key: z.string(), head: head.nullable() })),
});
export const chunkRows: z.ZodType<ChunkRows> = fields<ChunkRows>()({ rows: z.array(z.unknown()) });
export const chunkResults: z.ZodType<ChunkResults> = fields<ChunkResults>()({
  situations: list<ChunkResults['situations'][number]>(),
  rows: list<ChunkResults['rows'][number]>(),
  facts: list<FactDefinition>(),
});

const software = fields<Software>()({
  engineVersion: z.string(),
  searchBound: z.int().positive(),
  dictionaryHash: z.string(),
  listsHash: z.string(),
  classificationHash: z.string(),
});

const key = { PK: z.string(), SK: z.string() };
interface Keyed {
  readonly PK: string;
  readonly SK: string;
}

export interface BatchItem extends Omit<Batch, 'id'>, Keyed {
  readonly payloadHash: string;
  /** Hash of the blob with the pin. */
  readonly pin: string;
  readonly zoneKey: string;
  readonly timeKey: string;
}
export const batchItem: z.ZodType<BatchItem> = fields<BatchItem>()({
  ...key,
  label: z.string(),
  jurisdiction: z.string(),
  on: z.string(),
  createdAt: z.string(),
  createdBy: z.string(),
  software,
  payloadHash: z.string(),
  pin: sha256Hex,
  zoneKey: z.string(),
  timeKey: z.string(),
});

export interface ChunkItem extends Keyed {
  /** Hashes of blobs: the rows as they were sent, and what they came to. */
  readonly body: string;
  readonly results: string;
  readonly rows: number;
  readonly outcomes: Readonly<Partial<Record<(typeof OUTCOMES)[number], number>>>;
  readonly situations: number;
  readonly addedAt: string;
  readonly addedBy: string;
}
export const chunkItem: z.ZodType<ChunkItem> = fields<ChunkItem>()({
  ...key,
  body: sha256Hex,
  results: sha256Hex,
  rows: z.int().positive(),
  outcomes: z.partialRecord(z.enum(OUTCOMES), z.int().positive()),
  situations: z.int().nonnegative(),
  addedAt: z.string(),
  addedBy: z.string(),
});

export interface ClosingItem extends Closing, Keyed {}
export const closingItem: z.ZodType<ClosingItem> = fields<ClosingItem>()({
  ...key,
  chunks: z.int().nonnegative(),
  rows: z.int().nonnegative(),
  closedAt: z.string(),
  closedBy: z.string(),
});
