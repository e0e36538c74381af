import { createHash } from 'node:crypto';

// The Merkle tree of RFC 9162, section 2.1. A leaf is hashed after the byte 0 and a node after the byte 1, so that no node
// can be passed off as a leaf. Hashes are in hex; leaves are texts, hashed as UTF-8.

/** The root over leaves in their order; of none, the hash of nothing. */
export function merkleRoot(leaves: readonly string[]): string {
  return rootOf(leaves.map(leafHash));
}

/** The hashes that lead from a leaf to the root, the lowest first (包含证明). */
export function merklePath(leaves: readonly string[], index: number): readonly string[] {
  return pathOf(leaves.map(leafHash), index);
}

/**
 * The root that a leaf and its path lead to; null where no tree of that size has such a path.
 *
 * @param index place of the leaf, from 0
 * @param size number of leaves
 */
export function rootByPath(
  leaf: string,
  index: number,
  size: number,
  path: readonly string[],
): string | null {
  if (!Number.isSafeInteger(index) || !Number.isSafeInteger(size) || index < 0 || index >= size) return null;
  let hash = leafHash(leaf);
  let [place, last] = [index, size - 1];
  for (const sibling of path) {
    if (last === 0) return null;
    if (place % 2 === 1 || place === last) {
      hash = nodeHash(sibling, hash);
      for (; place % 2 === 0 && place !== 0; place /= 2) last = Math.floor(last / 2);
    } else hash = nodeHash(hash, sibling);
    [place, last] = [Math.floor(place / 2), Math.floor(last / 2)];
  }
  return last === 0 ? hash : null;
}

function rootOf(hashes: readonly string[]): string {
  if (hashes.length === 0) return sha256('');
  if (hashes.length === 1) return hashes[0]!;
  const half = leftOf(hashes.length);
  return nodeHash(rootOf(hashes.slice(0, half)), rootOf(hashes.slice(half)));
}

function pathOf(hashes: readonly string[], index: number): readonly string[] {
  if (hashes.length < 2) return [];
  const half = leftOf(hashes.length);
  const [left, right] = [hashes.slice(0, half), hashes.slice(half)];
  return index < half
    ? [...pathOf(left, index), rootOf(right)]
    : [...pathOf(right, index - half), rootOf(left)];
}

/** How many of so many leaves lie on the left: the largest power of two below. */
const leftOf = (size: number): number => 2 ** Math.ceil(Math.log2(size) - 1);

const leafHash = (leaf: string): string => sha256('\u0000', leaf);
const nodeHash = (left: string, right: string): string =>
  sha256('\u0001', Buffer.from(left, 'hex'), Buffer.from(right, 'hex'));

function sha256(...parts: readonly (string | Uint8Array)[]): string {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest('hex');
}
