import { DeleteItemCommand, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { expect, test } from 'vitest';
import type { RegisteredCatalog } from '../../services/domain/catalog/catalog.ts';
import type { JurisdictionRecord } from '../../services/domain/register/jurisdiction.ts';
import { emptyRegister } from '../../services/domain/register/register.ts';
import type { RegisterProposal } from '../../services/domain/register/register-act.ts';
import { StaleHead, StoreUnavailable } from '../../services/store/faults.ts';
import { connectionReset, intercept, itemBytes } from '../testkit/dynamodb-faults.ts';
import { startStore } from '../testkit/store.ts';

const province: JurisdictionRecord = {
  id: 'region_140000',
  code: '140000',
  level: 'PROVINCE',
  name: { zh: '山西省', en: 'Shanxi' },
  parent: null,
  effectiveFrom: '2020-01-01',
};
const zone = (code: string, effectiveFrom = '2026-01-01', name = `园区${code}`): JurisdictionRecord => ({
  id: `zone_${code}`,
  code,
  level: 'ZONE',
  name: { zh: name },
  parent: 'region_140000',
  effectiveFrom,
  zone: {
    kind: 'CHEMICAL_PARK',
    zoneLevel: 'PROVINCIAL',
    riskGrade: 'C',
    positioning: ['fine-chemicals', 'new-materials'],
    areas: [{ key: 'core', name: { zh: '核心区' } }],
    suspended: false,
    facts: [{ key: 'sx.river', value: { flag: true } }],
  },
});
const catalog = (key: string): RegisteredCatalog => ({
  key,
  jurisdiction: 'region_140000',
  title: { zh: `目录${key}` },
  issuer: '省政府',
  documentNumber: null,
});
const revision = (id: string) => ({
  id,
  actor: '张三',
  time: '2026-11-23T08:00:00.000Z',
  action: 'REGISTER_ZONE',
  reason: '省政府批复',
});

test('before the first append the register is empty', async () => {
  const { store } = await startStore();
  expect(await store.readRegister()).toEqual({ head: null, register: emptyRegister, proposals: [] });
  expect(await store.verifyRegister()).toEqual({ whole: true, head: null });
});

test('every field of a record comes back, and the records of a jurisdiction in the order they were appended', async () => {
  const { store, another } = await startStore();
  const later = zone('1', '2027-01-01', '更名后的园区');
  const first = await store.appendToRegister(null, revision('r1'), { jurisdictions: [province, zone('1')] });
  const second = await store.appendToRegister(first, revision('r2'), {
    jurisdictions: [later, { ...zone('1', '2028-01-01'), closed: true }],
    catalogs: [catalog('sx')],
  });
  expect(await another().readRegister()).toEqual({
    head: second,
    register: {
      jurisdictions: new Map([
        ['region_140000', [province]],
        ['zone_1', [zone('1'), later, { ...zone('1', '2028-01-01'), closed: true }]],
      ]),
      catalogs: new Map([['sx', catalog('sx')]]),
    },
    proposals: [],
  });
  const history = await store.registerHistory({ first: 10 });
  expect(history.items.map(({ value }) => value.id)).toEqual(['r2', 'r1']);
  expect(await store.verifyRegister([first, second])).toEqual({ whole: true, head: second });
});

test('a proposal stays beside the records until it is confirmed or withdrawn, and is none of them', async () => {
  const { store, another } = await startStore();
  const first = await store.appendToRegister(null, revision('r1'), { jurisdictions: [province, zone('1')] });
  const proposal = (number: number): RegisterProposal => ({
    number,
    act: { records: [zone('1', '2027-01-01', '更名后的园区')], acknowledgeLostTerritory: true },
    basis: 'a'.repeat(64),
    effectiveFrom: '2027-01-01',
    lastDay: null,
    by: '张三',
    at: '2026-11-23T08:00:00.000Z',
    reason: '更名',
  });
  let head = first;
  for (const number of [2, 3])
    head = await store.appendToRegister(head, revision(`r${number}`), {
      proposal: { kind: 'PROPOSED', proposal: proposal(number) },
    });
  const { register, proposals } = await another().readRegister();
  expect(register.jurisdictions.get('zone_1')).toEqual([zone('1')]);
  expect(proposals).toEqual([proposal(2), proposal(3)]);
  await store.appendToRegister(head, revision('r4'), {
    jurisdictions: proposal(2).act.records,
    proposal: { kind: 'PROPOSAL_CONFIRMED', proposal: proposal(2) },
  });
  const after = await another().readRegister();
  expect(after.register.jurisdictions.get('zone_1')).toHaveLength(2);
  expect(after.proposals).toEqual([proposal(3)]);
  expect(await store.verifyRegister()).toEqual({ whole: true, head: after.head });
});

test('2 500 zones are read in few requests, and one more writes little', { timeout: 120_000 }, async () => {
  const { store, another, ownClient } = await startStore();
  const zones = Array.from({ length: 2_500 }, (_, n) => zone(String(140_000 + n)));
  const head = await store.appendToRegister(null, revision('r1'), { jurisdictions: [province, ...zones] });

  const client = ownClient();
  let requests = 0;
  let bytes = 0;
  intercept(client, ({ name, input }, send) => {
    requests += 1;
    if (name === 'PutItemCommand') bytes += itemBytes(input.Item);
    return send();
  });
  const reader = another({ client });
  expect((await reader.readRegister()).register.jurisdictions.size).toBe(2_501);
  expect(requests).toBeLessThanOrEqual(5);
  await reader.appendToRegister(head, revision('r2'), { jurisdictions: [zone('7')] });
  expect(bytes).toBeLessThan(16 * 1024);
  const { register } = await another().readRegister();
  expect(register.jurisdictions.size).toBe(2_502);
  expect(register.jurisdictions.get('zone_142499')).toEqual([zones[2_499]]);
});

test('under the same head everybody gets the same object', async () => {
  const { store, another } = await startStore();
  await store.appendToRegister(null, revision('r1'), { jurisdictions: [province] });
  const reader = another();
  const { register } = await reader.readRegister();
  expect((await reader.readRegister({ consistent: true })).register).toBe(register);
});

test('a catalog created a moment ago is never missed by a consistent read, however fresh the cached head', async () => {
  const { store, another } = await startStore({ clock: () => 0 });
  const reader = another();
  let { head } = await reader.readRegister();
  for (let n = 1; n <= 20; n++) {
    head = await store.appendToRegister(head, revision(`r${n}`), { catalogs: [catalog(`c${n}`)] });
    const seen = await reader.readRegister({ consistent: true });
    expect(seen.head).toEqual(head);
    expect(seen.register.catalogs.get(`c${n}`)).toEqual(catalog(`c${n}`));
  }
});

test('of two who append on the same head the second is told, before and after the first got in', async () => {
  const { store, another } = await startStore();
  const other = another();
  const results = await Promise.allSettled([
    store.appendToRegister(null, revision('r1'), { catalogs: [catalog('a')] }),
    other.appendToRegister(null, revision('r2'), { catalogs: [catalog('b')] }),
  ]);
  expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  for (const result of results)
    if (result.status === 'rejected') expect(result.reason).toBeInstanceOf(StaleHead);
  await expect(
    another().appendToRegister(null, revision('r3'), { catalogs: [catalog('c')] }),
  ).rejects.toThrow(StaleHead);
  expect((await another().readRegister({ consistent: true })).register.catalogs.size).toBe(1);
});

test('a repeat of an append whose every answer was lost finds it', async () => {
  const { store, another, ownClient } = await startStore();
  const client = ownClient();
  intercept(client, async ({ name, input }, send) => {
    if (name !== 'PutItemCommand' || !input.Item.PK.S.startsWith('CHAIN#')) return send();
    await send().catch(() => undefined);
    throw connectionReset();
  });
  const change = { jurisdictions: [province] };
  const lost = another({ client, deadlineMs: 500 }).appendToRegister(null, revision('r1'), change);
  await expect(lost).rejects.toThrow(StoreUnavailable);
  const head = await store.appendToRegister(null, revision('r1'), change);
  expect(head.seq).toBe(1);
  expect((await store.readRegister({ consistent: true })).register.jurisdictions.get(province.id)).toEqual([
    province,
  ]);
});

test('a key is given to one catalog only', async () => {
  const { store } = await startStore();
  const head = await store.appendToRegister(null, revision('r1'), { catalogs: [catalog('sx')] });
  const again = store.appendToRegister(head, revision('r2'), {
    catalogs: [{ ...catalog('sx'), jurisdiction: 'region_110000' }],
  });
  await expect(again).rejects.toThrow('registered already');
});

test('a register of which a piece is missing is an error, never a shorter register', async () => {
  const { another, client, tableName, ownClient } = await startStore();
  const watched = ownClient();
  const pieces: string[] = [];
  intercept(watched, ({ name, input }, send) => {
    if (name === 'PutItemCommand') pieces.push(input.Item.PK.S);
    return send();
  });
  const jurisdictions = [province, ...Array.from({ length: 300 }, (_, n) => zone(String(n)))];
  await another({ client: watched }).appendToRegister(null, revision('r1'), { jurisdictions });
  // The first says the format of the store; the last two are the record of the change, which nobody needs for reading,
  // and the revision.
  const needed = pieces.slice(1, -2);
  expect(needed.length).toBeGreaterThan(3);
  for (const PK of needed) {
    const Key = { PK: { S: PK }, SK: { S: 'BLOB' } };
    const gone = await client.send(
      new DeleteItemCommand({ TableName: tableName, Key, ReturnValues: 'ALL_OLD' }),
    );
    await expect(another().readRegister()).rejects.toMatchObject({ code: 'BLOB_MISSING' });
    await client.send(new PutItemCommand({ TableName: tableName, Item: gone.Attributes }));
  }
  expect((await another().readRegister()).register.jurisdictions.size).toBe(301);
});
