import * as z from 'zod';
import { Refusal } from '../domain/messages/refusal.ts';
import { canonicalJson, sha256 } from '../domain/values/canonical.ts';
import type { BlobKind, Blobs, BlobText } from './blobs.ts';
import { blobText, ofCanonicalJson } from './blobs.ts';
import { read, sha256Hex } from './reading.ts';

/**
 * A map from keys to values that is stored in pieces, so that changing one value writes little.
 *
 * A key has its place by the bits of its SHA-256. All pairs whose keys begin with the same bits lie in one leaf
 * where they fit into a bucket of 48 KB; where they do not, one bit more tells them apart. A branch lists what lies
 * below it for up to four bits more: leaves, and at the fourth bit further branches.
 *
 * INVARIANT: the shape follows from the content alone. Whatever the history, the same pairs give the same blobs.
 */
export interface BlobMap<V> {
  /**
   * Everything, in the order of the keys' texts.
   *
   * @param vouched whether its values are known to have the shape that they are read as, so that nobody needs to look
   */
  readAll(root: string, vouched?: boolean): Promise<ReadonlyMap<string, V>>;
  get(root: string, key: string): Promise<V | undefined>;
  /** Those of the keys that are there; reads only the pieces in which they would lie. */
  getMany(root: string, keys: readonly string[]): Promise<ReadonlyMap<string, V>>;
  /**
   * The root after some changes, null for a value that goes; writes only the pieces that changed.
   * @param root null for the empty map
   * @throws Refusal TOO_LARGE for a value of more than 32 KB of canonical JSON
   */
  apply(root: string | null, changes: ReadonlyMap<string, V | null>): Promise<string>;
}

/** Bytes of canonical JSON, and so even less when compressed. */
const MAX_LEAF_BYTES = 48 * 1024;
const MAX_VALUE_BYTES = 32 * 1024;
/** With the longest value it still fits a leaf, so that telling pairs apart always comes to an end. */
const MAX_KEY_BYTES = 1024;
const BRANCH_BITS = 4;

type Node<V> = { readonly leaf: readonly (readonly [string, V])[] } | { readonly branch: readonly Child[] };
interface Child extends Built {
  /** The bits that come next, one to four. */
  readonly at: string;
}
interface Built {
  readonly blob: string;
  /** Bytes that all pairs below would take in one leaf: at most `MAX_WEIGHT` for a leaf, more for a branch. */
  readonly weight: number;
}
/** A pair that may come to lie elsewhere than before. */
interface Pair {
  readonly key: string;
  readonly bits: string;
  /** Canonical JSON of key and value. */
  readonly text: string;
  /** Its bytes and a comma. */
  readonly weight: number;
}
interface Change {
  readonly key: string;
  readonly bits: string;
  /** Null where the value goes. */
  readonly pair: Pair | null;
}

const LEAF_FRAME = '{"leaf":[]}';
const MAX_WEIGHT = MAX_LEAF_BYTES - LEAF_FRAME.length;

/** @param name tells kinds of map apart in the cache and in errors */
export function createBlobMap<V>(blobs: Blobs, name: string, value: z.ZodType<V>): BlobMap<V> {
  const kind = nodeKind(name, value);

  async function readAll(root: string, vouched = false): Promise<ReadonlyMap<string, V>> {
    const pairs = await pairsBelow([root], vouched ? { name, schema: z.any() } : kind);
    return new Map([...pairs].sort(([a], [b]) => (a < b ? -1 : 1)));
  }

  /** Level by level, so that the pieces of one level come in the fewest batches. */
  async function pairsBelow(
    hashes: readonly string[],
    as: BlobKind<Node<V>>,
  ): Promise<readonly (readonly [string, V])[]> {
    if (hashes.length === 0) return [];
    const nodes = [...(await blobs.readMany(as, hashes)).values()];
    const below = nodes.flatMap((node) => ('branch' in node ? node.branch.map(({ blob }) => blob) : []));
    return [...nodes.flatMap((node) => ('leaf' in node ? node.leaf : [])), ...(await pairsBelow(below, as))];
  }

  async function get(root: string, key: string): Promise<V | undefined> {
    return (await getMany(root, [key])).get(key);
  }

  /** Level by level, as all of it is read. */
  async function getMany(root: string, keys: readonly string[]): Promise<ReadonlyMap<string, V>> {
    const found = new Map<string, V>();
    let below = new Map([[root, keys.map((key) => ({ key, bits: bitsOf(key) }))]]);
    for (let depth = 0; below.size > 0; depth += BRANCH_BITS) {
      const nodes = await blobs.readMany(kind, [...below.keys()]);
      const next: typeof below = new Map();
      for (const [hash, sought] of below) {
        const node = nodes.get(hash)!;
        if ('leaf' in node) {
          const leaf = new Map(node.leaf);
          for (const { key } of sought) if (leaf.has(key)) found.set(key, leaf.get(key)!);
          continue;
        }
        for (const one of sought) {
          const child = node.branch.find(({ at }) => one.bits.startsWith(at, depth));
          if (child) next.set(child.blob, [...(next.get(child.blob) ?? []), one]);
        }
      }
      below = next;
    }
    return found;
  }

  async function apply(root: string | null, changes: ReadonlyMap<string, V | null>): Promise<string> {
    const edit = editNodes((hashes) => blobs.readMany(kind, hashes));
    const before: Node<V> = root === null ? { leaf: [] } : await blobs.read(kind, root);
    const after = await edit.root(
      before,
      [...changes].map(([key, to]) => changeOf(key, to === null ? null : read(value, to, `${name} ${key}`))),
    );
    // What is named is written before what names it (DESIGN 4) as long as the root comes last.
    await blobs.write(kind, edit.written.slice(0, -1));
    await blobs.write(kind, edit.written.slice(-1));
    return after.blob;
  }

  return { readAll, get, getMany, apply };
}

/** One edit of a map: works out the nodes after it and collects those that have to be written, the root last. */
function editNodes<V>(load: (hashes: readonly string[]) => Promise<ReadonlyMap<string, Node<V>>>) {
  const written: BlobText[] = [];

  async function root(before: Node<V>, changes: readonly Change[]): Promise<Built> {
    const after = await changed(before, 0, changes);
    if (!Array.isArray(after)) return after;
    return weightOf(after) <= MAX_WEIGHT ? leaf(after) : branch([], after, 0);
  }

  /**
   * What lies below a node after the changes: a branch, or where a single leaf may hold it or it is only now outgrowing
   * one, its pairs, for the node above to place.
   */
  async function changed(node: Node<V>, depth: number, changes: readonly Change[]): Promise<Built | Pair[]> {
    if ('leaf' in node) return afterwards(node.leaf, changes);
    const touched = node.branch.filter(({ at }) => changes.some(({ bits }) => bits.startsWith(at, depth)));
    const nodes = await load(touched.map(({ blob }) => blob));
    const children: Child[] = node.branch.filter((child) => !touched.includes(child));
    const pairs: Pair[] = [];
    const elsewhere = new Set(changes);
    for (const child of touched) {
      const mine = changes.filter(({ bits }) => bits.startsWith(child.at, depth));
      for (const change of mine) elsewhere.delete(change);
      const after = await changed(nodes.get(child.blob)!, depth + BRANCH_BITS, mine);
      if (Array.isArray(after)) pairs.push(...after);
      else children.push({ at: child.at, ...after });
    }
    for (const { pair } of elsewhere) if (pair) pairs.push(pair);
    if (weightOf(children) + weightOf(pairs) <= MAX_WEIGHT) return [...pairs, ...(await pairsOf(children))];
    return branch(children, pairs, depth);
  }

  async function branch(children: readonly Child[], pairs: readonly Pair[], depth: number): Promise<Built> {
    const weight = weightOf(children) + weightOf(pairs);
    return write(blobText({ branch: await placed(children, pairs, '', depth) }), weight);
  }

  /** The children of a branch whose bits begin with `at`: the fewest leaves that hold them, or branches below. */
  async function placed(
    children: readonly Child[],
    pairs: readonly Pair[],
    at: string,
    depth: number,
  ): Promise<readonly Child[]> {
    const weight = weightOf(children) + weightOf(pairs);
    if (weight === 0) return [];
    // INVARIANT: a child that nothing changed in has no changed pair beside it under its own bits.
    const onlyChild = pairs.length === 0 && children.length === 1 ? children[0]! : undefined;
    if (weight <= MAX_WEIGHT)
      return [{ ...(onlyChild ?? leaf([...pairs, ...(await pairsOf(children))])), at }];
    if (at.length === BRANCH_BITS) {
      if (onlyChild) return [onlyChild];
      if (children.length > 0) throw new Error(`a changed pair lies beside the unchanged child ${at}`);
      return [{ ...(await branch([], pairs, depth + BRANCH_BITS)), at }];
    }
    const sides = ['0', '1'].map((bit) =>
      placed(
        children.filter((child) => child.at.startsWith(bit, at.length)),
        pairs.filter(({ bits }) => bits.startsWith(bit, depth + at.length)),
        at + bit,
        depth,
      ),
    );
    return (await Promise.all(sides)).flat();
  }

  /** The pairs of leaves that are to be one leaf, all of which therefore fit into it. */
  async function pairsOf(leaves: readonly Child[]): Promise<readonly Pair[]> {
    const nodes = [...(await load(leaves.map(({ blob }) => blob))).values()];
    return nodes.flatMap((node) =>
      'leaf' in node ? node.leaf.map(([key, value]) => pairOf(key, value)) : [],
    );
  }

  function leaf(pairs: readonly Pair[]): Built {
    const sorted = [...pairs].sort((a, b) => (a.key < b.key ? -1 : 1));
    const text = `{"leaf":[${sorted.map((pair) => pair.text).join(',')}]}`;
    return write(ofCanonicalJson(text), weightOf(pairs));
  }

  function write(blob: BlobText, weight: number): Built {
    written.push(blob);
    return { blob: blob.hash, weight };
  }

  return { root, written };
}

function afterwards<V>(leaf: readonly (readonly [string, V])[], changes: readonly Change[]): Pair[] {
  const replaced = new Set(changes.map(({ key }) => key));
  return [
    ...leaf.filter(([key]) => !replaced.has(key)).map(([key, value]) => pairOf(key, value)),
    ...changes.flatMap(({ pair }) => pair ?? []),
  ];
}

function changeOf<V>(key: string, value: V | null): Change {
  if (Buffer.byteLength(key) > MAX_KEY_BYTES) throw new RangeError(`the key ${key} is too long for a map`);
  if (value === null) return { key, bits: bitsOf(key), pair: null };
  const pair = pairOf(key, value);
  if (pair.valueBytes > MAX_VALUE_BYTES)
    throw new Refusal('TOO_LARGE', { field: key, value: pair.valueBytes, allowed: MAX_VALUE_BYTES });
  return { key, bits: pair.bits, pair };
}

function pairOf(key: string, value: unknown): Pair & { readonly valueBytes: number } {
  const keyText = JSON.stringify(key);
  const valueText = canonicalJson(value as object);
  const text = `[${keyText},${valueText}]`;
  const weight = Buffer.byteLength(text) + 1;
  return { key, bits: bitsOf(key), text, weight, valueBytes: Buffer.byteLength(valueText) };
}

const weightOf = (parts: readonly { readonly weight: number }[]): number =>
  parts.reduce((sum, { weight }) => sum + weight, 0);

/** SHA-256 of the key as 256 digits 0 and 1. */
const bitsOf = (key: string): string =>
  BigInt(`0x${sha256(key)}`)
    .toString(2)
    .padStart(256, '0');

function nodeKind<V>(name: string, value: z.ZodType<V>): BlobKind<Node<V>> {
  const branch = z.strictObject({
    at: z.string().regex(/^[01]{1,4}$/),
    blob: sha256Hex,
    weight: z.int().positive(),
  });
  const node = z
    .strictObject({
      leaf: z.array(z.tuple([z.string(), value])).optional(),
      branch: z.array(branch).optional(),
    })
    .refine((given) => (given.leaf === undefined) !== (given.branch === undefined));
  // Not a union of the two, which would no longer say what is wrong with which value.
  return { name, schema: asWritten(node as unknown as z.ZodType<Node<V>>) };
}

/** The value as it lies in the blob, and not as the schema hands it on: whoever looks at it or not reads the same. */
const asWritten = <T>(schema: z.ZodType<T>): z.ZodType<T> =>
  z.any().superRefine((value, context) => {
    for (const issue of schema.safeParse(value).error?.issues ?? []) context.addIssue({ ...issue });
  });
