import { gunzipSync, gzipSync } from 'node:zlib';
import { LRUCache } from 'lru-cache';
import pMap from 'p-map';
import * as z from 'zod';
import { canonicalJson, sha256 } from '../domain/values/canonical.ts';
import type { Connection, Item } from './connection.ts';
import { CONCURRENTLY } from './connection.ts';
import { BlobCorrupt, BlobMissing } from './faults.ts';
import { blobKey, textOf } from './keys.ts';
import { read as readAs, sha256Hex } from './reading.ts';

/**
 * Values under the hash of what they say: SHA-256 of their uncompressed canonical JSON (DESIGN 4).
 *
 * INVARIANT: a blob never changes and is never deleted, so any process may keep it for ever.
 */
export interface Blobs {
  /** @throws BlobMissing, BlobCorrupt, StoredDataUnreadable; never an empty value in their place */
  read<T>(kind: BlobKind<T>, hash: string): Promise<T>;
  readMany<T>(kind: BlobKind<T>, hashes: readonly string[]): Promise<ReadonlyMap<string, T>>;
  /** Writes what is not there yet. */
  write(kind: BlobKind<unknown>, blobs: readonly BlobText[]): Promise<void>;
}

/** A value as it will lie in the store. */
export interface BlobText {
  readonly hash: string;
  /** Canonical JSON. */
  readonly text: string;
}
export function blobText(value: object): BlobText {
  return ofCanonicalJson(canonicalJson(value));
}
export const ofCanonicalJson = (text: string): BlobText => ({ hash: sha256(text), text });

/** What a blob is read as. The same bytes may mean different things, so the cache keeps kinds apart. */
export interface BlobKind<T> {
  readonly name: string;
  readonly schema: z.ZodType<T>;
  /** Whether what is written is soon to be read, and so kept; where not given it is. */
  readonly writtenToBeKept?: boolean;
}

/** @param cacheBytes of uncompressed JSON that are kept, parsed */
export function createBlobs(connection: Connection, cacheBytes: number): Blobs {
  const parsed = new LRUCache<string, { readonly value: unknown }>({ maxSize: cacheBytes });
  const loading = new Map<string, Promise<unknown>>();
  const written = new LRUCache<string, true>({ maxSize: 100_000, sizeCalculation: () => 1 });

  async function readMany<T>(kind: BlobKind<T>, hashes: readonly string[]): Promise<ReadonlyMap<string, T>> {
    const wanted: string[] = [];
    const values = new Map<string, Promise<T> | T>();
    for (const hash of new Set(hashes)) {
      const key = cacheKey(kind, hash);
      const kept = parsed.get(key);
      const underway = loading.get(key);
      // The cache and the loads under way are keyed by kind, so what they hold is of this kind.
      if (kept) values.set(hash, kept.value as T);
      else if (underway) values.set(hash, underway as Promise<T>);
      else wanted.push(hash);
    }
    if (wanted.length > 0) {
      const load = loadMany(kind, wanted);
      for (const hash of wanted) {
        const key = cacheKey(kind, hash);
        const value = load.then((loaded) => loaded.get(hash)!).finally(() => loading.delete(key));
        loading.set(key, value);
        values.set(hash, value);
      }
    }
    const entries = [...values].map(async ([hash, value]) => [hash, await value] as const);
    return new Map(await Promise.all(entries));
  }

  async function loadMany<T>(kind: BlobKind<T>, hashes: readonly string[]): Promise<ReadonlyMap<string, T>> {
    const contents = await fetchMany(hashes);
    return new Map(
      [...contents].map(([hash, bytes]) => [
        hash,
        keep(kind, hash, JSON.parse(bytes.toString()), bytes.length),
      ]),
    );
  }

  function keep<T>(kind: BlobKind<T>, hash: string, json: unknown, weight: number): T {
    const value = readAs(kind.schema, json, `${kind.name} ${hash}`);
    parsed.set(cacheKey(kind, hash), { value }, { size: weight });
    written.set(hash, true);
    return value;
  }

  /** The verified bytes. What an eventually consistent read does not find yet is read again strongly. */
  async function fetchMany(hashes: readonly string[]): Promise<ReadonlyMap<string, Buffer>> {
    const items = new Map(await connection.getMany(hashes.map(blobKey), false));
    const late = hashes.map(blobKey).filter((key) => !items.has(textOf(key)));
    if (late.length > 0) for (const [key, item] of await connection.getMany(late, true)) items.set(key, item);
    const contents = await pMap(
      hashes,
      async (hash) => {
        const item = items.get(textOf(blobKey(hash)));
        if (!item) throw new BlobMissing(hash);
        return [hash, await contentOf(hash, item)] as const;
      },
      CONCURRENTLY,
    );
    return new Map(contents);
  }

  async function contentOf(hash: string, item: Item): Promise<Buffer> {
    const { bytes, parts } = readAs(blobItem, item, `blob ${hash}`);
    const content = parts ? await join(parts) : decompress(hash, bytes!);
    if (sha256(content) !== hash) throw new BlobCorrupt(hash);
    return content;
  }

  async function join(parts: readonly string[]): Promise<Buffer> {
    const contents = await fetchMany([...new Set(parts)]);
    return Buffer.concat(parts.map((part) => contents.get(part)!));
  }

  async function write(kind: BlobKind<unknown>, blobs: readonly BlobText[]): Promise<void> {
    await pMap(blobs, (blob) => writeOne(kind, blob), CONCURRENTLY);
  }

  async function writeOne(kind: BlobKind<unknown>, { hash, text }: BlobText): Promise<void> {
    // What is kept as this kind could be read as it, and lies in the store.
    if (parsed.get(cacheKey(kind, hash))) return;
    // What could not be read again must not be written.
    const json: unknown = JSON.parse(text);
    readAs(kind.schema, json, `${kind.name} ${hash}`);
    const bytes = Buffer.from(text);
    if (!written.get(hash)) await put(hash, bytes);
    if (kind.writtenToBeKept ?? true) keep(kind, hash, json, bytes.length);
    else written.set(hash, true);
  }

  /** Content too large for one item lies in parts, which are blobs of their own and there before it. */
  async function put(hash: string, bytes: Buffer): Promise<void> {
    if (bytes.length <= MAX_ITEM_BYTES) {
      await connection.putIfAbsent({ ...blobKey(hash), bytes: gzipSync(bytes) });
      return;
    }
    const parts: Buffer[] = [];
    for (let at = 0; at < bytes.length; at += MAX_ITEM_BYTES)
      parts.push(bytes.subarray(at, at + MAX_ITEM_BYTES));
    const hashes = parts.map((part) => sha256(part));
    await pMap(parts, (part) => put(sha256(part), part), CONCURRENTLY);
    await connection.putIfAbsent({ ...blobKey(hash), parts: hashes });
  }

  return {
    read: async (kind, hash) => (await readMany(kind, [hash])).get(hash)!,
    readMany,
    write,
  };
}

/** DynamoDB takes 400 KB an item; measured before compression, so that no content is too random to fit. */
const MAX_ITEM_BYTES = 350 * 1024;

const cacheKey = (kind: BlobKind<unknown>, hash: string): string => `${kind.name}:${hash}`;

const blobItem = z
  .strictObject({
    PK: z.string(),
    SK: z.string(),
    bytes: z.instanceof(Uint8Array).optional(),
    parts: z.array(sha256Hex).optional(),
  })
  .refine((item) => (item.bytes === undefined) !== (item.parts === undefined));

/**
 * Here, as `gzipSync` above: to have it done by another thread takes two to four times the processor for most blobs, and the
 * memory that zlib takes there stays with each of these threads.
 */
function decompress(hash: string, bytes: Uint8Array): Buffer {
  try {
    return gunzipSync(bytes);
  } catch (cause) {
    throw new BlobCorrupt(hash, { cause });
  }
}
