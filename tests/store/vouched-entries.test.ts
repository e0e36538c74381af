import { expect, test } from 'vitest';
import type { BlobKind, Blobs, BlobText } from '../../services/store/blobs.ts';
import { blobText } from '../../services/store/blobs.ts';
import { createContentStore } from '../../services/store/contents.ts';
import { StoredDataUnreadable } from '../../services/store/faults.ts';
import { read } from '../../services/store/reading.ts';
import { sampleEntry } from './samples.ts';

/** Contents over blobs that stay in this process: the other side is what another version of the software left there. */
function contents() {
  const kept = new Map<string, string>();
  const readMany = async <T>(kind: BlobKind<T>, hashes: readonly string[]) =>
    new Map(hashes.map((hash) => [hash, read(kind.schema, JSON.parse(kept.get(hash)!), hash)] as const));
  const put = ({ hash, text }: BlobText): string => {
    kept.set(hash, text);
    return hash;
  };
  const blobs: Blobs = {
    readMany,
    read: async (kind, hash) => (await readMany(kind, [hash])).get(hash)!,
    write: async (_, texts) => void texts.forEach(put),
  };
  const at = (hash: string) => JSON.parse(kept.get(hash)!);
  return { store: createContentStore(blobs, 1_000), put: (value: object) => put(blobText(value)), at };
}

const SOME = {
  title: { zh: '目录' },
  facts: [],
  lists: [],
  products: [],
  entries: [sampleEntry('1.1'), sampleEntry('1.2')],
};

test('what entries say that were written with another shape is looked at, and what is unknown is refused', async () => {
  const { store, put, at } = contents();
  const root = at((await store.writeContent(SOME)).content);
  const [[code, entry]] = at(root.entries).leaf;
  const strange = put({ ...root, entries: put({ leaf: [[code, { ...entry, unless: {} }]] }), entryCount: 1 });
  const other = put({ ...at(strange), entryShape: 'of another version' });
  await expect(store.readContent(other)).rejects.toThrow(StoredDataUnreadable);
  const edit = { header: { title: { zh: '另一目录' } } };
  await expect(store.editContent(other, edit)).rejects.toThrow(StoredDataUnreadable);
});

test('once they have been looked at they are of the shape of today', async () => {
  const { store, put, at } = contents();
  const { content } = await store.writeContent(SOME);
  const other = put({ ...at(content), entryShape: 'of another version' });
  const edited = await store.editContent(other, { header: { title: { zh: '目录' } } });
  expect(edited.content).toBe(content);
});

test('an entry reads the same whether it was looked at or not', async () => {
  const { store, put, at } = contents();
  const { content } = await store.writeContent(SOME);
  const other = put({ ...at(content), entryShape: 'of another version' });
  const [one, two] = await Promise.all([store.readContent(content), store.readContent(other)]);
  expect(JSON.stringify(one)).toBe(JSON.stringify(two));
});

test('what entries have in common is kept once, whether they were looked at or not', async () => {
  const { store, put, at } = contents();
  const { content } = await store.writeContent(SOME);
  const other = put({ ...at(content), entryShape: 'of another version' });
  for (const hash of [content, other]) {
    const [one, two] = (await store.readContent(hash)).entries;
    expect(one!.basis).toBe(two!.basis);
  }
});
