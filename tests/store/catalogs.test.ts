import { randomBytes } from 'node:crypto';
import { DeleteItemCommand, UpdateItemCommand } from '@aws-sdk/client-dynamodb';
import fc from 'fast-check';
import { expect, inject, test } from 'vitest';
import type { CatalogContent, CatalogState } from '../../services/domain/catalog/catalog.ts';
import { compareCodes } from '../../services/domain/catalog/catalog.ts';
import { contentHashOf } from '../../services/domain/catalog/content-hash.ts';
import type { Entry } from '../../services/domain/catalog/entry.ts';
import type { FactDefinition, SubstanceList } from '../../services/domain/facts/fact.ts';
import type { Store } from '../../services/store/create-store.ts';
import { intercept, itemBytes } from '../testkit/dynamodb-faults.ts';
import { startStore, type TestStore } from '../testkit/store.ts';
import { times } from '../testkit/times.ts';
import { sampleEntries, sampleEntry } from './samples.ts';

const title = { zh: '山西省禁止和限制目录（样例）', en: 'Catalog of Shanxi (sample)' };
const facts: readonly FactDefinition[] = ['sx.b', 'sx.a'].map((key) => ({
  key,
  type: 'NUMBER',
  about: 'PROJECT',
  unit: 't',
  name: { zh: '年用氯量' },
  question: { zh: '项目每年使用多少吨氯气？' },
}));
const lists: readonly SubstanceList[] = [
  { key: 'sx.core', name: { zh: '核心区名单' }, members: ['7782-50-5', '50-00-0'] },
];
const empty: CatalogContent = { title, facts: [], lists: [], products: [], entries: [] };
const big: CatalogContent = {
  ...empty,
  // A list as long as a list may be: an edit of an entry must not drag it along.
  products: [],
  lists: [
    {
      key: 'sx.long',
      name: { zh: '长名单' },
      members: Array.from({ length: 20_000 }, (_, n) => `${n}-00-0`),
    },
  ],
  entries: sampleEntries(5_000),
};

const state = (content: { content: string; contentHash: string; entryCount: number }): CatalogState => ({
  key: 'sx',
  jurisdiction: 'region_140000',
  title,
  versions: [
    {
      number: 1,
      effectiveFrom: '2026-12-01',
      effectiveTo: '2028-11-30',
      publishedAt: '2026-11-23T08:00:00.000Z',
      publishedBy: '李四',
      basedOn: null,
      authors: [],
      ...content,
      withdrawals: [
        {
          effectiveFrom: '2027-01-01',
          repeal: false,
          at: '2026-12-31T00:00:00.000Z',
          by: '王五',
          proposedBy: 'qian',
          reason: '有误',
        },
      ],
      reversals: [
        { of: 0, at: '2026-12-31T01:00:00.000Z', by: '王五', proposedBy: '李四', reason: '误废止' },
      ],
    },
  ],
  proposals: [
    {
      number: 7,
      act: { kind: 'REVERSAL', effectiveFrom: '2027-01-01' },
      basis: 'a'.repeat(64),
      effectiveFrom: '2027-01-01',
      lastDay: '2026-12-31',
      by: '张三',
      at: '2026-12-31T00:00:00.000Z',
      reason: '误废止',
    },
  ],
  draft: { status: 'IN_REVIEW', basedOn: 1, newestAtOpening: 1, editors: ['张三'], ...content },
});
const revision = (id: string) => ({
  id,
  actor: '张三',
  time: '2026-11-23T08:00:00.000Z',
  action: 'EDIT_DRAFT',
  reason: '依据年度修订计划',
});

/** A client that keeps the size of everything it puts. */
function weighing(table: TestStore): {
  readonly store: Store;
  readonly puts: { key: string; bytes: number }[];
} {
  const puts: { key: string; bytes: number }[] = [];
  const client = table.ownClient();
  intercept(client, ({ name, input }, send) => {
    if (name === 'PutItemCommand') puts.push({ key: input.Item.PK.S, bytes: itemBytes(input.Item) });
    return send();
  });
  return { store: table.another({ client }), puts };
}
const bytesOf = (puts: readonly { bytes: number }[]) => puts.reduce((sum, { bytes }) => sum + bytes, 0);

test('every field of state and content comes back as it went in', async () => {
  const { store, another } = await startStore();
  const content = {
    ...empty,
    issuer: '省政府',
    documentNumber: '晋政发〔2026〕1号',
    facts,
    lists,
    entries: [sampleEntry('1.1')],
  };
  const written = await store.writeContent(content);
  await store.appendToCatalog(
    'sx',
    null,
    revision('r1'),
    { kind: 'DRAFT_OPENED', basedOn: null },
    state(written),
  );
  const reader = another();
  const catalog = await reader.readCatalog('sx');
  expect(catalog?.state).toEqual(state(written));
  expect(await reader.readChange(catalog!.revision)).toEqual({ kind: 'DRAFT_OPENED', basedOn: null });
  expect(await reader.readContent(written.content)).toEqual({
    ...content,
    facts: [facts[1], facts[0]],
    lists: [{ ...lists[0], members: ['50-00-0', '7782-50-5'] }],
  });
});

/** Chinese text in which nothing repeats: the hardest to compress. */
function randomText(length: number): string {
  let text = '';
  while (text.length < length)
    text += [...randomBytes(length)]
      .map((byte, n) => String.fromCharCode(0x4e00 + (((byte << 4) ^ n) % 20_000)))
      .join('');
  return text.slice(0, length);
}

const HARDEST = ['of random words', randomText] as const;
const EASIEST = ['alike', (length: number) => '限'.repeat(length)] as const;

for (const [what, textOf] of inject('long') ? [EASIEST, HARDEST] : [HARDEST])
  test(`a version of 5 000 entries ${what} is written and read back; an edit of one writes at most 64 KB`, {
    timeout: 180_000,
  }, async () => {
    const table = await startStore();
    const version = { ...big, entries: big.entries.map(({ code }) => sampleEntry(code, textOf(200))) };
    const written = await table.store.writeContent(version);
    expect(written.entryCount).toBe(5_000);
    let head = await table.store.appendToCatalog('sx', null, revision('r1'), {}, state(written));

    const read = await table.another().readContent(written.content);
    expect(read).toEqual({
      ...version,
      lists: [{ ...version.lists[0], members: [...version.lists[0]!.members].sort() }],
    });
    expect(contentHashOf(read)).toBe(written.contentHash);

    const { store, puts } = weighing(table);
    const edits = new Map<string, Entry | null>([
      ['1.77', sampleEntry('1.77', `改${textOf(200)}`)],
      ['1.2500', null],
      ['9.1', sampleEntry('9.1', textOf(200))],
      // As long as an entry may be.
      ['1.4999', sampleEntry('1.4999', textOf(10_000))],
    ]);
    let { content } = written;
    const sizes: number[] = [];
    for (const [code, entry] of edits) {
      puts.length = 0;
      const edited = await store.editContent(content, { entries: new Map([[code, entry]]) });
      const touched = { kind: 'DRAFT_EDITED', entries: [code], facts: [], lists: [], products: [] };
      head = await store.appendToCatalog('sx', head, revision(`r ${code}`), touched, state(edited));
      content = edited.content;
      sizes.push(bytesOf(puts));
      expect(bytesOf(puts)).toBeLessThanOrEqual(64 * 1024);
    }
    console.log(`entries ${what}: edits of one of 5 000 put ${sizes.join(', ')} bytes in all`);
    const expected = version.entries.flatMap((entry) => {
      const to = edits.get(entry.code);
      return to === null ? [] : (to ?? entry);
    });
    expect((await table.another().readContent(content)).entries).toEqual([...expected, edits.get('9.1')]);
  });

test('the same content is the same object, so that it is compiled once', async () => {
  const { store, another } = await startStore();
  const { content } = await store.writeContent({ ...empty, entries: sampleEntries(100) });
  const reader = another();
  const [first, second] = await Promise.all([reader.readContent(content), reader.readContent(content)]);
  expect(second).toBe(first);
  expect(await reader.readContent(content)).toBe(first);
});

test('an edit leaves the other entries the same objects', async () => {
  const { store } = await startStore();
  const before = await store.writeContent({ ...empty, entries: sampleEntries(400) });
  const after = await store.editContent(before.content, { entries: new Map([['1.3', null]]) });
  const kept = new Set((await store.readContent(before.content)).entries);
  const same = (await store.readContent(after.content)).entries.filter((entry) => kept.has(entry));
  expect(after.entryCount).toBe(399);
  expect(same.length).toBeGreaterThan(300);
});

const code = fc.integer({ min: 1, max: 400 }).map((n) => `${(n % 9) + 1}.${n}`);
const edit = fc.dictionary(
  code,
  fc.option(fc.constantFrom('新建', '扩建', '改建'.repeat(2_000)), { freq: 3 }),
  { maxKeys: 40 },
);

test('the same entries by another route of edits are the same blobs', { timeout: 180_000 }, async () => {
  const { store } = await startStore();
  await fc.assert(
    fc.asyncProperty(fc.array(edit, { minLength: 1, maxLength: 5 }), async (route) => {
      const model = new Map<string, Entry>();
      let content: string | null = null;
      let contentHash = '';
      for (const step of route) {
        const entries = new Map(
          Object.entries(step).map(([at, text]) => [at, text ? sampleEntry(at, text) : null]),
        );
        for (const [at, entry] of entries)
          if (entry) model.set(at, entry);
          else model.delete(at);
        ({ content, contentHash } = await store.editContent(content, {
          entries,
          header: content ? {} : { title },
        }));
      }
      const entries = [...model.values()].reverse();
      const straight = await store.writeContent({ ...empty, entries });
      expect(straight).toEqual({ content, contentHash, entryCount: model.size });
      expect(contentHash).toBe(contentHashOf({ ...empty, entries }));
      const sorted = [...entries].sort((a, b) => compareCodes(a.code, b.code));
      expect((await store.readContent(content!)).entries).toEqual(sorted);
    }),
    { numRuns: times(15, 40) },
  );
});

test('unset, null and left out are the same content', async () => {
  const { store } = await startStore();
  const entry = sampleEntry('1.1');
  const bare = await store.writeContent({ ...empty, title: { zh: '目录' }, entries: [entry] });
  const nulls = await store.writeContent({
    ...empty,
    title: { zh: '目录', en: null },
    issuer: null,
    documentNumber: undefined,
    entries: [{ ...entry, validTo: null, remark: undefined, text: { ...entry.text } }],
  });
  expect(nulls).toEqual(bare);
});

test('an edit of the header leaves the entries, and null takes away', async () => {
  const { store } = await startStore();
  const first = await store.writeContent({
    ...empty,
    issuer: '省政府',
    facts,
    lists,
    entries: sampleEntries(3),
  });
  const edited = await store.editContent(first.content, {
    header: { title: { zh: '新名' }, issuer: null, facts: [] },
  });
  const { issuer: _, ...before } = await store.readContent(first.content);
  expect(await store.readContent(edited.content)).toEqual({ ...before, title: { zh: '新名' }, facts: [] });
  expect(edited.contentHash).not.toBe(first.contentHash);
  expect(await store.editContent(first.content, {})).toEqual(first);
});

test('an entry above 32 KB is refused and nothing of the edit is kept', async () => {
  const { store } = await startStore();
  const { content } = await store.writeContent({ ...empty, entries: sampleEntries(3) });
  const entries = new Map([
    ['1.1', null],
    ['1.2', sampleEntry('1.2', '限'.repeat(11_000))],
  ]);
  await expect(store.editContent(content, { entries })).rejects.toThrow();
  expect((await store.readContent(content)).entries.map((entry) => entry.code)).toEqual([
    '1.1',
    '1.2',
    '1.3',
  ]);
});

test('an entry that could not be read again is not written', async () => {
  const { store } = await startStore();
  const entry = { ...sampleEntry('1.1'), fromTheFuture: true };
  await expect(store.writeContent({ ...empty, entries: [entry] })).rejects.toMatchObject({
    code: 'STORED_DATA_UNREADABLE',
    message: expect.stringMatching(/entries 1\.1 .*unrecognized_keys/s),
  });
});

test('whatever piece of a version is missing or corrupted, reading it is an error and never a shorter catalog', {
  timeout: 180_000,
}, async () => {
  const table = await startStore();
  const { store, puts } = weighing(table);
  const { content } = await store.writeContent({ ...empty, facts, lists, entries: sampleEntries(200) });
  const pieces = [...new Set(puts.map(({ key }) => key))];
  expect(pieces.length).toBeGreaterThan(5);
  const { client, tableName } = table;
  for (const PK of pieces) {
    const Key = { PK: { S: PK }, SK: { S: 'BLOB' } };
    const change = (bytes: Uint8Array) =>
      client.send(
        new UpdateItemCommand({
          TableName: tableName,
          Key,
          UpdateExpression: 'SET #b = :b',
          ExpressionAttributeNames: { '#b': 'bytes' },
          ExpressionAttributeValues: { ':b': { B: bytes } },
          ReturnValues: 'UPDATED_OLD',
        }),
      );
    const before = (await change(Buffer.from('spoilt'))).Attributes!.bytes!.B!;
    await expect(table.another().readContent(content)).rejects.toMatchObject({ code: 'BLOB_CORRUPT' });
    await client.send(new DeleteItemCommand({ TableName: tableName, Key }));
    await expect(table.another().readContent(content)).rejects.toMatchObject({ code: 'BLOB_MISSING' });
    await change(before);
  }
  expect((await table.another().readContent(content)).entries).toHaveLength(200);
});

test('a state blob that is missing or of another shape stops the reading of the catalog', async () => {
  const table = await startStore();
  const { store, puts } = weighing(table);
  const written = await store.writeContent(empty);
  const unknown = { ...state(written), fromTheFuture: true };
  await expect(store.appendToCatalog('sx', null, revision('r1'), {}, unknown)).rejects.toMatchObject({
    code: 'STORED_DATA_UNREADABLE',
  });
  expect(await table.another().readCatalog('sx')).toBeNull();
  puts.length = 0;
  await store.appendToCatalog('sx', null, revision('r1'), {}, state(written));
  for (const { key } of puts.filter((put) => put.key.startsWith('BLOB#')))
    await table.client.send(
      new DeleteItemCommand({ TableName: table.tableName, Key: { PK: { S: key }, SK: { S: 'BLOB' } } }),
    );
  await expect(table.another().readCatalog('sx')).rejects.toMatchObject({ code: 'BLOB_MISSING' });
});

test('a revision is written after everything it names', async () => {
  const table = await startStore();
  const { store, puts } = weighing(table);
  const written = await store.writeContent({ ...empty, facts, lists, entries: sampleEntries(100) });
  await store.appendToCatalog('sx', null, revision('r1'), {}, state(written));
  const order = puts.map(({ key }) => key);
  expect(order.slice(0, -1).every((key) => key.startsWith('BLOB#'))).toBe(true);
  expect(order.at(-1)).toBe('CHAIN#catalog_sx');
  // Behind the root of the content come only change, state and revision.
  expect(order.indexOf(`BLOB#${written.content}`)).toBe(order.length - 4);
});
