import { expect, test } from 'vitest';
import { merklePath, merkleRoot, rootByPath } from '../../../services/domain/chain/merkle.ts';

const leaves = (count: number) => Array.from({ length: count }, (_, place) => `${place}`);

test('the root is that of RFC 9162: known trees', () => {
  expect(merkleRoot([])).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
  // The empty leaf, as in the reference implementations of Certificate Transparency.
  expect(merkleRoot([''])).toBe('6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d');
  // Their tree of eight is of bytes; its first two leaves are texts.
  expect(merkleRoot(['', '\u0000'])).toBe('fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125');
});

test('every leaf of every tree is proven by its path, and nothing else is', () => {
  for (let size = 1; size <= 33; size++) {
    const root = merkleRoot(leaves(size));
    for (let index = 0; index < size; index++) {
      const path = merklePath(leaves(size), index);
      expect(rootByPath(`${index}`, index, size, path)).toBe(root);
      expect(rootByPath('other', index, size, path)).not.toBe(root);
      expect(rootByPath(`${index}`, index, size, [...path, root])).toBeNull();
      if (path.length > 0) expect(rootByPath(`${index}`, index, size, path.slice(1))).not.toBe(root);
      if (size > 1) expect(rootByPath(`${index}`, (index + 1) % size, size, path)).not.toBe(root);
    }
  }
  expect(rootByPath('0', -1, 4, [])).toBeNull();
  expect(rootByPath('0', 4, 4, [])).toBeNull();
});

test('no node passes for a leaf', () => {
  const root = merkleRoot(['a', 'b']);
  expect(merkleRoot([root])).not.toBe(root);
});
