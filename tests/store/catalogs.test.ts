import { expect, test } from 'vitest';
import type { CatalogContent } from '../../services/domain/catalog.ts';
import { contentHashOf } from '../../services/domain/content-hash.ts';
import { startStore } from '../testkit/store.ts';
import { sampleEntries } from './samples.ts';

test('a 5 000-entry content is written and read back', async () => {
  const { store, another } = await startStore();
  const content: CatalogContent = {
    title: { zh: '禁止和限制目录' },
    facts: [],
    lists: [],
    entries: sampleEntries(5_000),
  };
  let t = performance.now();
  const written = await store.writeContent(content);
  console.log('write', performance.now() - t); t = performance.now();
  expect(written.entryCount).toBe(5_000);
  const read = await another().readContent(written.content);
  console.log('read', performance.now() - t); t = performance.now();
  expect(contentHashOf(read)).toBe(written.contentHash);
  console.log('hash', performance.now() - t); t = performance.now();
  read.entries.map(e=>e.code).sort((a,b)=>a.localeCompare(b));
  expect(read.entries).toEqual(content.entries);
});
