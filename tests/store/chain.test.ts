import { DeleteItemCommand, PutItemCommand, UpdateItemCommand } from '@aws-sdk/client-dynamodb';
import { expect, test } from 'vitest';
import type { ChainHead } from '../../services/domain/assessment/decision.ts';
import type { CatalogState } from '../../services/domain/catalog/catalog.ts';
import type { NewRevision } from '../../services/domain/chain/revision.ts';
import type { Store } from '../../services/store/create-store.ts';
import { StaleHead } from '../../services/store/faults.ts';
import { connectionReset, intercept, itemBytes } from '../testkit/dynamodb-faults.ts';
import { startStore, type TestStore } from '../testkit/store.ts';
import { times } from '../testkit/times.ts';

const state = (title = '目录'): CatalogState => ({
  key: 'sx',
  jurisdiction: 'region_140000',
  title: { zh: title },
  versions: [],
  draft: null,
});
const revision = (id: string, reason = '依据年度修订计划'): NewRevision => ({
  id,
  actor: '张三',
  time: '2026-11-23T08:00:00.000Z',
  action: 'EDIT_DRAFT',
  reason,
});

async function append(store: Store, count: number, reason?: string): Promise<readonly ChainHead[]> {
  const heads: ChainHead[] = [];
  for (let n = 1; n <= count; n++)
    heads.push(
      await store.appendToCatalog(
        'sx',
        heads.at(-1) ?? null,
        revision(`r${n}`, reason),
        { n },
        state(`${n}`),
      ),
    );
  return heads;
}
const keyOf = (seq: number) => ({
  PK: { S: 'CHAIN#catalog_sx' },
  SK: { S: `REV#${String(seq).padStart(12, '0')}` },
});
const change = ({ client, tableName }: TestStore, seq: number, attribute: string, value: string) =>
  client.send(
    new UpdateItemCommand({
      TableName: tableName,
      Key: keyOf(seq),
      UpdateExpression: 'SET #a = :v',
      ExpressionAttributeNames: { '#a': attribute },
      ExpressionAttributeValues: { ':v': { S: value } },
    }),
  );
const remove = ({ client, tableName }: TestStore, seq: number) =>
  client.send(new DeleteItemCommand({ TableName: tableName, Key: keyOf(seq) }));

test('a catalog that nothing was appended to has no state', async () => {
  const { store } = await startStore();
  expect(await store.readCatalog('sx')).toBeNull();
  expect(await store.readCatalog('sx', { consistent: true })).toBeNull();
  expect(await store.catalogHistory('sx', { first: 10 })).toEqual({ items: [], hasNextPage: false });
  expect(await store.verifyCatalog('sx')).toEqual({ whole: true, head: null });
});

test('the newest revision leads to the state after it and to what it changed', async () => {
  const { store, another } = await startStore();
  const [first, second] = await append(store, 2);
  const read = await another().readCatalog('sx');
  expect(read).toEqual({
    head: second,
    state: state('2'),
    revision: {
      ...revision('r2'),
      seq: 2,
      previousHash: first?.hash,
      hash: second?.hash,
      change: expect.stringMatching(/^[0-9a-f]{64}$/),
      state: expect.stringMatching(/^[0-9a-f]{64}$/),
    },
  });
  expect(await another().readChange(read!.revision)).toEqual({ n: 2 });
});

test('of fifty writers who append on the same head exactly one gets in, round after round', {
  timeout: 120_000,
}, async () => {
  const { another, ownClient } = await startStore();
  const processes = Array.from({ length: 5 }, () => another({ client: ownClient() }));
  const writers = Array.from({ length: 50 }, (_, n) => processes[n % 5]!);
  const rounds = times(5, 20);
  const winners: string[] = [];
  for (let round = 1; round <= rounds; round++) {
    const attempts = writers.map(async (writer, n) => {
      const before = await writer.readCatalog('sx', { consistent: true });
      expect(before?.head.seq ?? 0).toBe(round - 1);
      return { before, writer, id: `round ${round} writer ${n}` };
    });
    const ready = await Promise.all(attempts);
    const results = await Promise.allSettled(
      ready.map(({ writer, before, id }) =>
        writer.appendToCatalog('sx', before?.head ?? null, revision(id), {}, state(`${round}`)),
      ),
    );
    const won = ready.filter((_, n) => results[n]!.status === 'fulfilled');
    expect(won).toHaveLength(1);
    winners.push(won[0]!.id);
    for (const result of results)
      if (result.status === 'rejected') expect(result.reason).toBeInstanceOf(StaleHead);
  }
  const reader = another();
  expect(await reader.verifyCatalog('sx')).toMatchObject({ whole: true, head: { seq: rounds } });
  const history = await reader.catalogHistory('sx', { first: 100, order: 'OLDEST_FIRST' });
  expect(history.items.map(({ value }) => value.id)).toEqual(winners);
  expect((await reader.readCatalog('sx'))?.state.title.zh).toBe(`${rounds}`);
});

test('an append whose answer was lost is one revision, not two', async () => {
  const { another, ownClient } = await startStore();
  const client = ownClient();
  let attempts = 0;
  intercept(client, async ({ name, input }, send) => {
    const isAppend = name === 'PutItemCommand' && input.Item.PK.S.startsWith('CHAIN#');
    if (isAppend) attempts += 1;
    const output = await send();
    if (isAppend && attempts === 1) throw connectionReset();
    return output;
  });
  const head = await another({ client }).appendToCatalog('sx', null, revision('r1'), {}, state());
  expect(attempts).toBe(2);
  const history = await another().catalogHistory('sx', { first: 10 });
  expect(history.items.map(({ value }) => [value.id, value.seq, value.hash])).toEqual([['r1', 1, head.hash]]);
});

test('a repeat of the very append that got in finds it; another append on the same head is stale', async () => {
  const { store, another } = await startStore();
  const head = await store.appendToCatalog('sx', null, revision('r1'), {}, state());
  expect(await another().appendToCatalog('sx', null, revision('r1'), {}, state())).toEqual(head);
  const stale = another().appendToCatalog('sx', null, revision('r2'), {}, state());
  await expect(stale).rejects.toThrow(new StaleHead('catalog_sx', null));
});

test('a clock set back does not date a revision before the one that it follows', async () => {
  const { store, another } = await startStore();
  const dated = (id: string, time: string) => ({ ...revision(id), time });
  const late = dated('r1', '2026-11-23T08:00:00.000Z');
  const first = await store.appendToCatalog('sx', null, late, {}, state());
  // By the process that wrote it, and by one that has not seen it.
  const second = await store.appendToCatalog(
    'sx',
    first,
    dated('r2', '2026-11-23T07:00:00.000Z'),
    {},
    state(),
  );
  await another().appendToCatalog('sx', second, dated('r3', '2025-01-01T00:00:00.000Z'), {}, state());
  const { items } = await store.catalogHistory('sx', { first: 3, order: 'OLDEST_FIRST' });
  expect(items.map(({ value }) => value.time)).toEqual(Array(3).fill(late.time));
  expect(await store.verifyCatalog('sx')).toMatchObject({ whole: true });
});

test('a head is at most a second old, and own appends are seen at once', async () => {
  let now = 0;
  const { store, another } = await startStore({ clock: () => now });
  const other = another();
  const [first] = await append(store, 1);
  expect((await other.readCatalog('sx'))?.head).toEqual(first);
  const second = await store.appendToCatalog('sx', first!, revision('r2'), {}, state());
  expect((await store.readCatalog('sx'))?.head).toEqual(second);
  now = 999;
  expect((await other.readCatalog('sx'))?.head).toEqual(first);
  expect((await other.readCatalog('sx', { consistent: true }))?.head).toEqual(second);
  expect((await other.readCatalog('sx'))?.head).toEqual(second);
  const third = await store.appendToCatalog('sx', second, revision('r3'), {}, state());
  now = 999 + 1_000;
  expect((await other.readCatalog('sx'))?.head).toEqual(third);
});

test('an eventually consistent read never takes a process back behind what it has seen', async () => {
  let now = 0;
  const { store, another, ownClient } = await startStore();
  const client = ownClient();
  const reader = another({ client, clock: () => now });
  const [, second] = await append(store, 2);
  expect((await reader.readCatalog('sx', { consistent: true }))?.head).toEqual(second);
  // A replica that has not heard of the second revision yet.
  intercept(client, async ({ name, input }, send) => {
    const output = await send();
    if (name === 'QueryCommand' && !input.ConsistentRead) return { ...output, Items: [] };
    return output;
  });
  now = 5_000;
  expect((await reader.readCatalog('sx'))?.head).toEqual(second);
});

test('a read that failed is not kept', async () => {
  const { store, another, ownClient } = await startStore();
  await append(store, 1);
  const client = ownClient();
  intercept(client, ({ name, count }, send) =>
    name === 'QueryCommand' && count === 1 ? Promise.reject(new Error('no such thing')) : send(),
  );
  const reader = another({ client });
  await expect(reader.readCatalog('sx')).rejects.toThrow('no such thing');
  expect((await reader.readCatalog('sx'))?.head.seq).toBe(1);
});

test('history pages newest first or oldest first', async () => {
  const { store } = await startStore();
  await append(store, 5);
  const seqs = async (paging: Parameters<Store['catalogHistory']>[1]) => {
    const page = await store.catalogHistory('sx', paging);
    return [page.items.map(({ value }) => value.seq), page.items.at(-1)?.cursor, page.hasNextPage];
  };
  expect(await seqs({ first: 2 })).toEqual([[5, 4], '4', true]);
  expect(await seqs({ first: 2, after: '4' })).toEqual([[3, 2], '2', true]);
  expect(await seqs({ first: 2, after: '2' })).toEqual([[1], '1', false]);
  expect(await seqs({ first: 5 })).toEqual([[5, 4, 3, 2, 1], '1', false]);
  expect(await seqs({ first: 2, after: '1' })).toEqual([[], undefined, false]);
  expect(await seqs({ first: 3, order: 'OLDEST_FIRST' })).toEqual([[1, 2, 3], '3', true]);
  expect(await seqs({ first: 3, after: '3', order: 'OLDEST_FIRST' })).toEqual([[4, 5], '5', false]);
  for (const after of ['', '0', '-1', 'x', '1.5', '9999999999999'])
    await expect(store.catalogHistory('sx', { first: 2, after })).rejects.toMatchObject({
      code: 'INVALID_CURSOR',
    });
});

test('a history longer than 1 MB is read and verified to its end', { timeout: 120_000 }, async () => {
  const { store, client, tableName, another, ownClient } = await startStore();
  const heads = await append(store, 420, 'x'.repeat(3_000));
  const queries: number[] = [];
  const counting = ownClient();
  intercept(counting, async (_, send) => {
    const output = await send();
    if (output.Items) queries.push(Buffer.byteLength(JSON.stringify(output.Items)));
    return output;
  });
  const reader = another({ client: counting });
  const page = await reader.catalogHistory('sx', { first: 419 });
  expect(page.items.map(({ value }) => value.seq)).toEqual(Array.from({ length: 419 }, (_, n) => 420 - n));
  expect(page.hasNextPage).toBe(true);
  // The server did break it up, so this test tests what it says.
  expect(queries.length).toBeGreaterThan(1);
  expect(queries.reduce((sum, bytes) => sum + bytes, 0)).toBeGreaterThan(1024 * 1024);
  expect(await reader.verifyCatalog('sx', heads)).toEqual({ whole: true, head: heads.at(-1) });
  await change({ client, tableName } as TestStore, 417, 'actor', '李四');
  expect(await reader.verifyCatalog('sx')).toEqual({ whole: false, brokenAt: 417, fault: 'HASH' });
});

test('a revision stays under 4 KB; a longer reason is refused', async () => {
  const { store, another, ownClient } = await startStore();
  const client = ownClient();
  const sizes: number[] = [];
  intercept(client, ({ name, input }, send) => {
    if (name === 'PutItemCommand' && input.Item.PK.S.startsWith('CHAIN#')) sizes.push(itemBytes(input.Item));
    return send();
  });
  const writer = another({ client });
  await writer.appendToCatalog('sx', null, revision('r1', '因'.repeat(1_000)), {}, state());
  expect(sizes).toHaveLength(1);
  expect(sizes[0]).toBeLessThan(4_096);
  const tooLong = store.appendToCatalog('sx', null, revision('r2', '因'.repeat(1_001)), {}, state());
  await expect(tooLong).rejects.toMatchObject({
    code: 'TOO_LARGE',
    path: ['reason'],
    details: { field: 'reason', value: 3_003, allowed: 3_000 },
  });
});

test('a reason that is not well-formed Unicode does not break the chain', async () => {
  const { store, another } = await startStore();
  await append(store, 1, 'half a pair: \ud83d, and a NUL: \0');
  expect(await another().verifyCatalog('sx')).toMatchObject({ whole: true });
  expect((await another().readCatalog('sx'))?.revision.reason).toBe('half a pair: \ufffd, and a NUL: \0');
});

for (const [attribute, value] of [
  ['actor', '李四'],
  ['time', '2025-01-01T00:00:00.000Z'],
  ['reason', '另有原因'],
  ['action', 'PUBLISH_DRAFT'],
  ['id', 'r9'],
  ['state', '0'.repeat(64)],
  ['change', '0'.repeat(64)],
] as const)
  test(`verification names the revision whose ${attribute} was changed`, async () => {
    const table = await startStore();
    await append(table.store, 4);
    await change(table, 3, attribute, value);
    expect(await table.store.verifyCatalog('sx')).toEqual({ whole: false, brokenAt: 3, fault: 'HASH' });
  });

test('verification names the revision that was cut out, or linked to another one', async () => {
  const cut = await startStore();
  await append(cut.store, 4);
  await remove(cut, 2);
  expect(await cut.store.verifyCatalog('sx')).toEqual({ whole: false, brokenAt: 2, fault: 'GAP' });

  const linked = await startStore();
  await append(linked.store, 4);
  await change(linked, 3, 'previousHash', '0'.repeat(64));
  expect(await linked.store.verifyCatalog('sx')).toEqual({ whole: false, brokenAt: 3, fault: 'LINK' });
});

test('a chain that was cut off or written anew is told by a head seen elsewhere', async () => {
  const table = await startStore();
  const heads = await append(table.store, 3);
  await remove(table, 3);
  expect(await table.another().verifyCatalog('sx')).toEqual({ whole: true, head: heads[1] });
  expect(await table.another().verifyCatalog('sx', heads)).toEqual({
    whole: false,
    brokenAt: 3,
    fault: 'GAP',
  });
  const rewritten = await table
    .another()
    .appendToCatalog('sx', heads[1]!, revision('r3', '改写'), {}, state());
  expect(await table.another().verifyCatalog('sx')).toMatchObject({ whole: true });
  expect(await table.another().verifyCatalog('sx', heads)).toEqual({
    whole: false,
    brokenAt: 3,
    fault: 'FORK',
    agreedUntil: 2,
    expected: heads[2]!.hash,
    found: rewritten.hash,
  });
});

test('a revision cannot be moved to another chain', async () => {
  const { store, client, tableName, another, ownClient } = await startStore();
  const puts: Record<string, never>[] = [];
  const watched = ownClient();
  intercept(watched, ({ name, input }, send) => {
    if (name === 'PutItemCommand' && input.Item.PK.S.startsWith('CHAIN#')) puts.push(input.Item);
    return send();
  });
  await another({ client: watched }).appendToCatalog('sx', null, revision('r1'), {}, state());
  const moved = { ...puts[0], PK: { S: 'CHAIN#catalog_other' } };
  await client.send(new PutItemCommand({ TableName: tableName, Item: moved }));
  expect(await store.verifyCatalog('other')).toEqual({ whole: false, brokenAt: 1, fault: 'HASH' });
});

test('a tampered head is not read, and an item of another shape neither', async () => {
  const table = await startStore();
  await append(table.store, 1);
  await change(table, 1, 'actor', '李四');
  await expect(table.another().readCatalog('sx')).rejects.toMatchObject({ code: 'REVISION_TAMPERED' });
  await change(table, 1, 'approvedBy', '王五');
  await expect(table.another().readCatalog('sx')).rejects.toMatchObject({ code: 'STORED_DATA_UNREADABLE' });
});
