import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { expect, test, vi } from 'vitest';
import type { CatalogState } from '../../services/domain/catalog/catalog.ts';
import { createClient } from '../../services/store/client.ts';
import { createStore } from '../../services/store/create-store.ts';
import { StoreUnavailable } from '../../services/store/faults.ts';
import { REAL_WAITING, Unprocessed, withRetry } from '../../services/store/retry.ts';
import { connectionReset, intercept, serviceError } from '../testkit/dynamodb-faults.ts';
import { startStore } from '../testkit/store.ts';
import { noWaiting } from '../testkit/waiting.ts';
import { sampleEntries } from './samples.ts';

const failing = (error: () => unknown, waiting = noWaiting()) => {
  const attempt = vi.fn(() => Promise.reject(error()));
  return { attempt, result: () => withRetry(attempt, 60_000, waiting) };
};

test('waits double up to a second, each cut down at random, and end after ten attempts', async () => {
  const waiting = noWaiting(1);
  const { attempt, result } = failing(() => serviceError('ThrottlingException'), waiting);
  await expect(result()).rejects.toThrow(StoreUnavailable);
  expect(attempt).toHaveBeenCalledTimes(10);
  expect(waiting.waits).toEqual([25, 50, 100, 200, 400, 800, 1_000, 1_000, 1_000]);
});

test('the jitter is full: a wait may be anything down to none', async () => {
  const waiting = noWaiting(0);
  await expect(failing(connectionReset, waiting).result()).rejects.toThrow(StoreUnavailable);
  expect(new Set(waiting.waits)).toEqual(new Set([0]));
});

for (const error of [
  serviceError('ProvisionedThroughputExceededException'),
  serviceError('ThrottlingException'),
  serviceError('RequestLimitExceeded'),
  serviceError('InternalServerError', 500),
  serviceError('ServiceUnavailable', 503),
  serviceError('SomethingNew', 502),
  serviceError('TimeoutError', 0),
  connectionReset(),
])
  test(`${error.message} is retried`, async () => {
    const attempt = vi.fn().mockRejectedValueOnce(error).mockResolvedValue('answer');
    expect(await withRetry(attempt, 60_000, noWaiting())).toBe('answer');
    expect(attempt).toHaveBeenCalledTimes(2);
  });

for (const error of [
  serviceError('ConditionalCheckFailedException'),
  serviceError('ValidationException'),
  serviceError('AccessDeniedException'),
  serviceError('ResourceNotFoundException'),
  new TypeError('a bug'),
])
  test(`${error.message} is thrown at once`, async () => {
    const { attempt, result } = failing(() => error);
    await expect(result()).rejects.toBe(error);
    expect(attempt).toHaveBeenCalledTimes(1);
  });

test('a batch that goes on a little each time is not given up; one that stands still is', async () => {
  let left = 100;
  const slow = vi.fn(async () => {
    left -= 1;
    if (left > 0) throw new Unprocessed(true);
    return 'answer';
  });
  expect(await withRetry(slow, 60_000, noWaiting())).toBe('answer');
  const { attempt, result } = failing(() => new Unprocessed(false));
  await expect(result()).rejects.toThrow(StoreUnavailable);
  expect(attempt).toHaveBeenCalledTimes(10);
});

test('a command that hangs is cut off at the deadline', async () => {
  const hanging = (signal: AbortSignal) =>
    new Promise<never>((_, reject) =>
      signal.addEventListener('abort', () =>
        reject(Object.assign(new Error('aborted'), { name: 'AbortError' })),
      ),
    );
  const start = performance.now();
  await expect(withRetry(hanging, 100)).rejects.toThrow(StoreUnavailable);
  expect(performance.now() - start).toBeLessThan(5_000);
});

test('the deadline also ends a wait', async () => {
  const start = performance.now();
  const waiting = { ...REAL_WAITING, random: () => 1 };
  // Over in the middle of the fourth wait, which takes 200 ms.
  const result = withRetry(() => Promise.reject(connectionReset()), 250, waiting);
  await expect(result).rejects.toThrow(StoreUnavailable);
  expect(performance.now() - start).toBeLessThan(5_000);
});

const title = { zh: '目录' };
const content = { title, facts: [], lists: [], products: [], entries: sampleEntries(600) };
const state: CatalogState = { key: 'sx', jurisdiction: 'region_140000', title, versions: [], draft: null };
const revision = {
  id: 'r1',
  actor: '张三',
  time: '2026-11-23T08:00:00.000Z',
  action: 'OPEN_DRAFT',
  reason: '年度修订',
};

test('keys that a batch leaves unprocessed are asked for again, and the version is whole', async () => {
  const { store, another, tableName, ownClient } = await startStore();
  const written = await store.writeContent(content);
  const client = ownClient();
  const asked: number[] = [];
  intercept(client, async ({ name, input }, send) => {
    if (name !== 'BatchGetItemCommand') return send();
    const request = input.RequestItems[tableName];
    const keys = request.Keys;
    asked.push(keys.length);
    // Answers a third of what it is asked for, at least one.
    request.Keys = keys.slice(0, Math.ceil(keys.length / 3));
    const output = await send();
    const undone = keys.slice(request.Keys.length).map((key: { PK: { S: string }; SK: { S: string } }) => ({
      PK: key.PK.S,
      SK: key.SK.S,
    }));
    request.Keys = keys;
    return { ...output, UnprocessedKeys: undone.length > 0 ? { [tableName]: { Keys: undone } } : {} };
  });
  const read = await another({ client, waiting: noWaiting() }).readContent(written.content);
  expect(read.entries).toEqual(content.entries);
  expect(asked.length).toBeGreaterThan(10);
});

test('keys that stay unprocessed end in an outage, never in a shorter version', async () => {
  const { store, another, tableName, ownClient } = await startStore();
  const written = await store.writeContent(content);
  const client = ownClient();
  intercept(client, async ({ name, input }, send) => {
    const keys = input.RequestItems?.[tableName]?.Keys ?? [];
    if (name !== 'BatchGetItemCommand' || keys.length < 2) return send();
    const undone = keys.map((key: { PK: { S: string }; SK: { S: string } }) => ({
      PK: key.PK.S,
      SK: key.SK.S,
    }));
    return { Responses: {}, UnprocessedKeys: { [tableName]: { Keys: undone } } };
  });
  await expect(another({ client, waiting: noWaiting() }).readContent(written.content)).rejects.toThrow(
    StoreUnavailable,
  );
});

test('throttled and failing commands of every kind are retried until they pass', async () => {
  const { another, ownClient } = await startStore();
  const client = ownClient();
  const failed = new Map<string, number>();
  intercept(client, ({ name, count }, send) => {
    if (count % 3 === 0) return send();
    failed.set(name, (failed.get(name) ?? 0) + 1);
    return Promise.reject(
      count % 3 === 1 ? serviceError('ThrottlingException') : serviceError('InternalServerError', 500),
    );
  });
  const writer = another({ client, waiting: noWaiting() });
  const written = await writer.writeContent({ ...content, entries: sampleEntries(3) });
  const head = await writer.appendToCatalog('sx', null, revision, {}, state);
  const reader = another({ client, waiting: noWaiting() });
  expect((await reader.readCatalog('sx'))?.head).toEqual(head);
  expect((await reader.readContent(written.content)).entries).toHaveLength(3);
  expect(await reader.readDecision('decision_none')).toBeNull();
  expect(await reader.verifyCatalog('sx')).toEqual({ whole: true, head });
  expect([...failed.keys()].sort()).toEqual([
    'BatchGetItemCommand',
    'GetItemCommand',
    'PutItemCommand',
    'QueryCommand',
  ]);
});

test('a server that is not there is an outage', async () => {
  const { another, ownClient } = await startStore();
  const client = ownClient();
  intercept(client, () => Promise.reject(Object.assign(new Error('refused'), { code: 'ECONNREFUSED' })));
  const store = another({ client, deadlineMs: 200 });
  await expect(store.readCatalog('sx')).rejects.toThrow(StoreUnavailable);
  await expect(store.readRegister()).rejects.toThrow(StoreUnavailable);
  await expect(store.appendToCatalog('sx', null, revision, {}, state)).rejects.toThrow(StoreUnavailable);
});

test('a server that takes the connection and never answers is an outage at the deadline', async () => {
  const mute = createServer(() => undefined);
  mute.listen(0, '127.0.0.1');
  await once(mute, 'listening');
  const { port } = mute.address() as AddressInfo;
  const credentials = { accessKeyId: 'test', secretAccessKey: 'test' };
  const client = createClient({ endpoint: `http://127.0.0.1:${port}`, region: 'local', credentials });
  const store = createStore({ client, tableName: 'any', deadlineMs: 300 });
  const start = performance.now();
  await expect(store.readRegister({ consistent: true })).rejects.toThrow(StoreUnavailable);
  expect(performance.now() - start).toBeLessThan(5_000);
  client.destroy();
  mute.close();
});
