import fc from 'fast-check';
import { expect, test } from 'vitest';
import * as z from 'zod';
import { canonicalJson, sha256 } from '../../services/domain/values/canonical.ts';
import { createBlobMap } from '../../services/store/blob-map.ts';
import type { BlobKind, Blobs, BlobText } from '../../services/store/blobs.ts';
import { read } from '../../services/store/reading.ts';
import { times } from '../testkit/times.ts';

type Value = { readonly text: string };
const schema = z.strictObject({ text: z.string() });

/** Blobs in memory: here only the shape matters, how they are stored is tested beside. */
function memory() {
  const kept = new Map<string, string>();
  const written: BlobText[] = [];
  const readMany = async <T>(kind: BlobKind<T>, hashes: readonly string[]) =>
    new Map(hashes.map((hash) => [hash, read(kind.schema, JSON.parse(kept.get(hash)!), hash)] as const));
  const blobs: Blobs = {
    readMany,
    read: async (kind, hash) => (await readMany(kind, [hash])).get(hash)!,
    write: async (_, texts) => {
      for (const blob of texts) {
        expect(blob.hash).toBe(sha256(blob.text));
        expect(blob.text).toBe(canonicalJson(JSON.parse(blob.text)));
        kept.set(blob.hash, blob.text);
        written.push(blob);
      }
    },
  };
  return { map: createBlobMap(blobs, 'test', schema), kept, written };
}

/** Every blob below a root. */
function reachable(kept: ReadonlyMap<string, string>, root: string): readonly string[] {
  const node = JSON.parse(kept.get(root)!);
  const below: readonly { blob: string }[] = node.branch ?? [];
  return [root, ...below.flatMap(({ blob }) => reachable(kept, blob))];
}

/** How many branches lie above one another. */
function depthOf(kept: ReadonlyMap<string, string>, root: string): number {
  const below: readonly { blob: string }[] = JSON.parse(kept.get(root)!).branch ?? [];
  return below.length === 0 ? 0 : 1 + Math.max(...below.map(({ blob }) => depthOf(kept, blob)));
}

const value = (size: number, mark = 'x'): Value => ({ text: mark.repeat(Math.max(1, size - 11)) });

test('an empty map has a root and nothing in it', async () => {
  const { map } = memory();
  const root = await map.apply(null, new Map());
  expect([...(await map.readAll(root))]).toEqual([]);
  expect(await map.get(root, 'a')).toBeUndefined();
  expect(await map.apply(root, new Map([['a', null]]))).toBe(root);
});

test('what was put is there, by all and by one, in the order of the keys', async () => {
  const { map } = memory();
  const pairs = Array.from({ length: 300 }, (_, n) => [`1.${n}`, value(1_000, String(n))] as const);
  const root = await map.apply(null, new Map(pairs));
  expect([...(await map.readAll(root))]).toEqual([...pairs].sort(([a], [b]) => (a < b ? -1 : 1)));
  for (const [key, given] of pairs) expect(await map.get(root, key)).toEqual(given);
  expect(await map.get(root, '2.1')).toBeUndefined();
});

/** Values of very different sizes, so that few entries make several levels. */
const size = fc.oneof(
  fc.constant(20),
  fc.integer({ min: 20, max: 3_000 }),
  fc.integer({ min: 20_000, max: 32_700 }),
);
/** Most keys crowd under the same few bits, so that branches lie below branches. */
const crowded = Array.from({ length: 2_000 }, (_, n) => `k${n}`).filter((name) =>
  /^0[0-3]/.test(sha256(name)),
);
const key = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...crowded) },
  { weight: 1, arbitrary: fc.integer({ min: 0, max: 60 }).map((n) => `k${n}`) },
);
const edits = fc.array(
  fc.dictionary(
    key,
    fc.option(
      size.map((bytes) => value(bytes)),
      { freq: 2 },
    ),
  ),
  {
    minLength: 1,
    maxLength: 12,
  },
);

test('the same entries by any route of edits make the same blobs, and nothing is lost on the way', async () => {
  const depths: number[] = [];
  await fc.assert(
    fc.asyncProperty(edits, fc.infiniteStream(fc.nat()), async (route, random) => {
      const { map, kept } = memory();
      const model = new Map<string, Value>();
      let root: string | null = null;
      for (const step of route) {
        root = await map.apply(root, new Map(Object.entries(step)));
        for (const [name, to] of Object.entries(step))
          if (to) model.set(name, to);
          else model.delete(name);
        expect(new Map(await map.readAll(root))).toEqual(
          new Map([...model].sort(([a], [b]) => (a < b ? -1 : 1))),
        );
      }
      const straight = memory();
      expect(await straight.map.apply(null, model)).toBe(root);
      // One by one, in another order.
      const shuffled = [...model]
        .map((pair) => ({ pair, at: random.next().value ?? 0 }))
        .sort((a, b) => a.at - b.at);
      const slow = memory();
      let last: string = await slow.map.apply(null, new Map());
      for (const { pair } of shuffled) last = await slow.map.apply(last, new Map([pair]));
      expect(last).toBe(root);
      depths.push(depthOf(kept, root!));
      for (const hash of reachable(kept, root!)) {
        const text = kept.get(hash)!;
        expect(Buffer.byteLength(text)).toBeLessThanOrEqual(48 * 1024);
        expect(straight.kept.get(hash)).toBe(text);
      }
    }),
    { numRuns: times(50, 150) },
  );
  // The routes did come through maps of every height, so this test tests what it says.
  expect(Math.min(...depths)).toBe(0);
  expect(Math.max(...depths)).toBeGreaterThan(1);
});

test('a leaf is only split where it must be: two leaves side by side would not fit into one', async () => {
  const { map, kept } = memory();
  const pairs = Array.from({ length: 700 }, (_, n) => [`1.${n}`, value(900)] as const);
  const root = await map.apply(null, new Map(pairs));
  const leaves = reachable(kept, root).filter((hash) => kept.get(hash)!.startsWith('{"leaf"'));
  const bytes = leaves.reduce((sum, hash) => sum + Buffer.byteLength(kept.get(hash)!), 0);
  expect(bytes / leaves.length).toBeGreaterThan(16 * 1024);
});

test('an edit writes only the pieces on its way', async () => {
  const { map, written } = memory();
  const pairs = Array.from({ length: 5_000 }, (_, n) => [`1.${n}`, value(1_000)] as const);
  const root = await map.apply(null, new Map(pairs));
  expect(Buffer.byteLength(written.at(-1)!.text)).toBeLessThan(2_048);
  written.length = 0;
  const edited = await map.apply(root, new Map([['1.77', value(1_000, 'y')]]));
  expect(written.length).toBeLessThanOrEqual(3);
  expect(written.reduce((sum, blob) => sum + Buffer.byteLength(blob.text), 0)).toBeLessThan(52 * 1024);
  written.length = 0;
  expect(await map.apply(edited, new Map([['1.77', value(1_000)]]))).toBe(root);
});

test('a value above 32 KB is refused with its key and size; one of 32 KB is not', async () => {
  const { map } = memory();
  const most = { text: 'x'.repeat(32 * 1024 - 11) };
  const root = await map.apply(null, new Map([['a', most]]));
  expect(await map.get(root, 'a')).toEqual(most);
  await expect(map.apply(root, new Map([['1.2', { text: `${most.text}x` }]]))).rejects.toMatchObject({
    code: 'TOO_LARGE',
    details: { field: '1.2', value: 32 * 1024 + 1, allowed: 32 * 1024 },
  });
});

test('keys that look like numbers, or like each other, keep apart', async () => {
  const { map } = memory();
  const keys = ['1', '01', '10', '9', '__proto__', 'constructor', 'é', 'e\u0301', '氯', ''];
  const root = await map.apply(null, new Map(keys.map((name) => [name, { text: name }])));
  for (const name of keys) expect(await map.get(root, name)).toEqual({ text: name });
  expect((await map.readAll(root)).size).toBe(keys.length);
});
