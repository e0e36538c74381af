import { randomBytes } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { DeleteItemCommand, UpdateItemCommand } from '@aws-sdk/client-dynamodb';
import { expect, test } from 'vitest';
import * as z from 'zod';
import { canonicalJson, sha256 } from '../../services/domain/values/canonical.ts';
import { type BlobKind, type BlobText, blobText, createBlobs } from '../../services/store/blobs.ts';
import { connect } from '../../services/store/connection.ts';
import { BlobCorrupt, BlobMissing, StoredDataUnreadable } from '../../services/store/faults.ts';
import { intercept, itemBytes } from '../testkit/dynamodb-faults.ts';
import { startStore, type TestStore } from '../testkit/store.ts';

type Value = { readonly n: number; readonly text?: string };
const kind: BlobKind<Value> = {
  name: 'test',
  schema: z.strictObject({ n: z.number(), text: z.string().optional() }),
};
const blobsOf = ({ client, tableName }: Pick<TestStore, 'client' | 'tableName'>, cacheBytes = 1_000_000) =>
  createBlobs(connect(client, tableName, 8_000), cacheBytes);

async function written(values: readonly Value[]) {
  const table = await startStore();
  const texts = values.map(blobText);
  await blobsOf(table).write(kind, texts);
  const hashes = texts.map(({ hash }) => hash);
  return { table, hashes, hash: hashes[0]! };
}
const keyOf = (hash: string) => ({ PK: { S: `BLOB#${hash}` }, SK: { S: 'BLOB' } });
const remove = ({ client, tableName }: TestStore, hash: string) =>
  client.send(new DeleteItemCommand({ TableName: tableName, Key: keyOf(hash) }));
const overwrite = ({ client, tableName }: TestStore, hash: string, bytes: Uint8Array) =>
  client.send(
    new UpdateItemCommand({
      TableName: tableName,
      Key: keyOf(hash),
      UpdateExpression: 'SET #b = :b',
      ExpressionAttributeNames: { '#b': 'bytes' },
      ExpressionAttributeValues: { ':b': { B: bytes } },
    }),
  );

test('a value lies under the SHA-256 of its canonical JSON, and reads back', async () => {
  const { table, hash } = await written([{ text: '氯', n: 1 }]);
  expect(hash).toBe(sha256('{"n":1,"text":"氯"}'));
  expect(await blobsOf(table).read(kind, hash)).toEqual({ n: 1, text: '氯' });
});

test('a value is read once and is then the same object', async () => {
  const { table, hash } = await written([{ n: 1 }]);
  const client = table.ownClient();
  let reads = 0;
  intercept(client, ({ name }, send) => {
    if (name === 'BatchGetItemCommand') reads += 1;
    return send();
  });
  const blobs = blobsOf({ ...table, client });
  const [first, second] = await Promise.all([blobs.read(kind, hash), blobs.read(kind, hash)]);
  const third = await blobs.read(kind, hash);
  expect(reads).toBe(1);
  expect([second, third].every((value) => value === first)).toBe(true);
});

test('the cache holds no more than it may', async () => {
  const values = Array.from({ length: 10 }, (_, n) => ({ n, text: 'x'.repeat(1_000) }));
  const { table, hashes } = await written(values);
  const client = table.ownClient();
  let keys = 0;
  intercept(client, ({ name, input }, send) => {
    if (name === 'BatchGetItemCommand') keys += input.RequestItems[table.tableName].Keys.length;
    return send();
  });
  const blobs = blobsOf({ ...table, client }, 4_500);
  for (const hash of hashes) await blobs.read(kind, hash);
  expect(keys).toBe(10);
  for (const hash of hashes.slice(-4)) await blobs.read(kind, hash);
  expect(keys).toBe(10);
  await blobs.read(kind, hashes[0]!);
  expect(keys).toBe(11);
});

test('a missing blob is an error, never an empty value', async () => {
  const { table, hash } = await written([{ n: 1 }]);
  await remove(table, hash);
  await expect(blobsOf(table).read(kind, hash)).rejects.toThrow(new BlobMissing(hash));
  await expect(blobsOf(table).readMany(kind, [hash])).rejects.toThrow(BlobMissing);
});

for (const [what, bytes] of [
  ['of another value', gzipSync('{"n":2}')],
  ['that are no archive', Buffer.from('{"n":1}')],
  ['that were cut short', gzipSync('{"n":1}').subarray(0, 12)],
  ['that are empty', gzipSync('')],
] as const)
  test(`a blob with bytes ${what} is an error`, async () => {
    const { table, hash } = await written([{ n: 1 }]);
    await overwrite(table, hash, bytes);
    await expect(blobsOf(table).read(kind, hash)).rejects.toThrow(new BlobCorrupt(hash));
  });

test('a failed read is not kept', async () => {
  const { table, hash } = await written([{ n: 1 }]);
  const blobs = blobsOf(table);
  await overwrite(table, hash, Buffer.from('x'));
  await expect(blobs.read(kind, hash)).rejects.toThrow(BlobCorrupt);
  await overwrite(table, hash, gzipSync('{"n":1}'));
  expect(await blobs.read(kind, hash)).toEqual({ n: 1 });
});

test('a blob that an eventually consistent read does not find yet is read again strongly', async () => {
  const { table, hashes } = await written([{ n: 1 }, { n: 2 }, { n: 3 }]);
  const client = table.ownClient();
  const reads: unknown[] = [];
  intercept(client, async ({ name, input }, send) => {
    const output = await send();
    if (name !== 'BatchGetItemCommand') return output;
    const { Keys, ConsistentRead } = input.RequestItems[table.tableName];
    reads.push([ConsistentRead, Keys.length]);
    // A replica behind: it knows only the first of the three.
    const late = ({ PK }: { PK: string }) => !ConsistentRead && PK !== `BLOB#${hashes[0]}`;
    const items = output.Responses[table.tableName].filter((item: { PK: string }) => !late(item));
    return { ...output, Responses: { [table.tableName]: items } };
  });
  const values = await blobsOf({ ...table, client }).readMany(kind, hashes);
  expect(hashes.map((hash) => values.get(hash))).toEqual([{ n: 1 }, { n: 2 }, { n: 3 }]);
  expect(reads).toEqual([
    [false, 3],
    [true, 2],
  ]);
});

test('a value of another shape than is known is not read, and not written either', async () => {
  const { table, hash } = await written([{ n: 1 }]);
  const stricter: BlobKind<unknown> = { name: 'other', schema: z.strictObject({ m: z.number() }) };
  await expect(blobsOf(table).read(stricter, hash)).rejects.toThrow(StoredDataUnreadable);
  const strange = blobText({ n: 1, unheardOf: true });
  await expect(blobsOf(table).write(kind, [strange])).rejects.toThrow(StoredDataUnreadable);
  await expect(blobsOf(table).read(kind, strange.hash)).rejects.toThrow(BlobMissing);
});

test('what is there already is not written again, and what is there is never replaced', async () => {
  const { table } = await written([{ n: 1 }]);
  const client = table.ownClient();
  const puts: string[] = [];
  intercept(client, ({ name, input }, send) => {
    if (name === 'PutItemCommand') puts.push(input.ConditionExpression);
    return send();
  });
  const blobs = blobsOf({ ...table, client });
  const text = blobText({ n: 1 });
  await blobs.write(kind, [text]);
  await blobs.write(kind, [text]);
  expect(puts).toEqual(['attribute_not_exists(PK)']);
});

test('more values than one batch takes are read in batches of a hundred', async () => {
  const values = Array.from({ length: 250 }, (_, n) => ({ n }));
  const { table, hashes } = await written(values);
  const client = table.ownClient();
  const batches: number[] = [];
  intercept(client, ({ name, input }, send) => {
    if (name === 'BatchGetItemCommand') batches.push(input.RequestItems[table.tableName].Keys.length);
    return send();
  });
  const read = await blobsOf({ ...table, client }).readMany(kind, hashes);
  expect(hashes.map((hash) => read.get(hash))).toEqual(values);
  expect(batches).toEqual([100, 100, 50]);
});

test('content larger than an item may be lies in parts, none above 400 KB, and reads back', async () => {
  const table = await startStore();
  const client = table.ownClient();
  const sizes: number[] = [];
  intercept(client, ({ name, input }, send) => {
    if (name === 'PutItemCommand') sizes.push(itemBytes(input.Item));
    return send();
  });
  const value = { n: 1, text: `${randomBytes(600_000).toString('hex')}氯` };
  const text: BlobText = blobText(value);
  await blobsOf({ ...table, client }).write(kind, [text]);
  expect(sizes).toHaveLength(Math.ceil(Buffer.byteLength(canonicalJson(value)) / (350 * 1024)) + 1);
  expect(Math.max(...sizes)).toBeLessThan(400 * 1024);
  expect(await blobsOf(table).read(kind, text.hash)).toEqual(value);
});
