import { PutItemCommand } from '@aws-sdk/client-dynamodb';
import { expect, test } from 'vitest';
import { OtherFormat, STORE_FORMAT } from '../../services/store/format.ts';
import { contentOf, startStore } from '../testkit/store.ts';

const revision = {
  id: 'r1',
  actor: '张三',
  time: '2026-11-23T08:00:00.000Z',
  action: 'REGISTER_REGION',
  reason: '建立名录',
};
const change = { catalogs: [{ key: 'sx', jurisdiction: 'region_140000', title: { zh: '目录' } }] };

const registered = async () => {
  const started = await startStore();
  await started.store.appendToRegister(null, revision, change);
  return started;
};

test('an empty store is of any format, and of this one from its first revision on', async () => {
  const { store } = await startStore();
  await expect(store.checkFormat()).resolves.toBeUndefined();
  const { store: filled } = await registered();
  await expect(filled.checkFormat()).resolves.toBeUndefined();
});

test('a store of another format is refused with both versions, and nothing is appended to it', async () => {
  const { store, client, tableName } = await startStore();
  const item = { PK: { S: 'STORE' }, SK: { S: 'FORMAT' }, format: { N: String(STORE_FORMAT + 1) } };
  await client.send(new PutItemCommand({ TableName: tableName, Item: item }));
  await expect(store.checkFormat()).rejects.toThrow(
    `the store is of format ${STORE_FORMAT + 1}, and this version of the software reads and writes format ${STORE_FORMAT} alone`,
  );
  const append = store.appendToRegister(null, revision, change);
  await expect(append).rejects.toThrow(OtherFormat);
  expect((await store.readRegister({ consistent: true })).head).toBeNull();
});

test('a store that has a register and says no format is of one before all versions', async () => {
  const content = (await contentOf(await registered())).filter(
    ({ PutRequest }) => PutRequest!.Item!.PK!.S !== 'STORE',
  );
  const { store } = await startStore({}, content);
  await expect(store.checkFormat()).rejects.toThrow('of a format before all that have a version');
});
