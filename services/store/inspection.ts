import * as z from 'zod';
import type { CatalogContent } from '../domain/catalog/catalog.ts';
import type { Body, BodyFault } from '../domain/chain/follow-history.ts';
import type { BlobKind } from './blobs.ts';
import { createBlobs } from './blobs.ts';
import type { Connection } from './connection.ts';
import { createContentStore } from './contents.ts';
import { BlobCorrupt, BlobMissing, StoredDataUnreadable } from './faults.ts';

/** What one verification sees: each blob as it lies in the table, read once, and its hash worked out anew. */
export interface Inspection {
  /** What lies under hashes, or what is wrong with it. */
  bodies(hashes: readonly string[]): Promise<ReadonlyMap<string, Body>>;
  /**
   * A piece of contents, or of the register, that is not whole; null where there is none. Pieces that were found whole
   * are not read again, so it pays to ask for many together before asking for one.
   */
  brokenPiece(...roots: readonly string[]): Promise<BrokenPiece | null>;
  /** The content under a hash; null where its pieces do not make one. */
  content(hash: string): Promise<CatalogContent | null>;
}
export interface BrokenPiece {
  readonly hash: string;
  readonly why: BodyFault;
}

/** Caches of its own: what the process has in its memory says nothing of what the table holds today. */
export function createInspection(connection: Connection): Inspection {
  const blobs = createBlobs(connection, CACHE_BYTES);
  const contents = createContentStore(blobs, CACHE_ENTRIES);
  const whole = new Set<string>();

  async function bodies(hashes: readonly string[]): Promise<ReadonlyMap<string, Body>> {
    try {
      const found = await blobs.readMany(rawKind, hashes);
      return new Map([...found].map(([hash, body]) => [hash, { body }]));
    } catch (error) {
      const fault = faultOf(error);
      // Of many that were asked for together, which one it is shows when they are asked for one by one.
      if (hashes.length === 1) return new Map([[hashes[0]!, { fault }]]);
      const found = new Map<string, Body>();
      for (const hash of hashes) for (const [one, body] of await bodies([hash])) found.set(one, body);
      return found;
    }
  }

  async function brokenPiece(...roots: readonly string[]): Promise<BrokenPiece | null> {
    const read = new Set<string>();
    for (let level = roots; level.length > 0; ) {
      const fresh = [...new Set(level)].filter((hash) => !whole.has(hash) && !read.has(hash));
      const below: string[] = [];
      for (const [hash, found] of await bodies(fresh)) {
        if ('fault' in found) return { hash, why: found.fault };
        read.add(hash);
        below.push(...piecesOf(found.body));
      }
      level = below;
    }
    // INVARIANT: a piece counts as whole only once everything below it does.
    for (const hash of read) whole.add(hash);
    return null;
  }

  async function content(hash: string): Promise<CatalogContent | null> {
    try {
      return await contents.readContent(hash);
    } catch (error) {
      faultOf(error);
      return null;
    }
  }

  return { bodies, brokenPiece, content };
}

const CACHE_BYTES = 16 * 1024 * 1024;
const CACHE_ENTRIES = 10_000;

/** @throws the error itself where it says nothing of what lies in the table, as in an outage */
function faultOf(error: unknown): BodyFault {
  if (error instanceof BlobMissing) return 'MISSING';
  if (error instanceof BlobCorrupt || error instanceof StoredDataUnreadable) return 'CORRUPT';
  throw error;
}

const rawKind: BlobKind<unknown> = { name: 'raw', schema: z.unknown() };

/** The pieces that a blob names: those of a content by its root, those of a map by its branches. */
function piecesOf(body: unknown): readonly string[] {
  const { data } = named.safeParse(body);
  if (!data) return [];
  if ('branch' in data) return data.branch.map(({ blob }) => blob);
  return [data.facts, ...data.lists, data.products, data.entries];
}
const named = z.union([
  z.object({ branch: z.array(z.object({ blob: z.string() })) }),
  z.object({ facts: z.string(), lists: z.array(z.string()), products: z.string(), entries: z.string() }),
]);
