import { DeleteItemCommand, GetItemCommand, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { expect, test } from 'vitest';
import type { Decision } from '../../services/domain/assessment/decision.ts';
import type { Blobs } from '../../services/store/blobs.ts';
import type { Store } from '../../services/store/create-store.ts';
import type { DecisionQuery } from '../../services/store/decisions.ts';
import { createDecisionStore } from '../../services/store/decisions.ts';
import { connectionReset, intercept } from '../testkit/dynamodb-faults.ts';
import { startStore } from '../testkit/store.ts';
import { minute as at, sampleDecision as decision, sound } from './samples.ts';

const hash = 'a'.repeat(64);
const inZone = (minute: number, zone: string) => {
  const given = decision(minute);
  return { ...given, assessment: { ...given.assessment, zone } };
};
const minutes = async (store: Store, filter: DecisionQuery, first = 100, after?: string | null) => {
  const page = await store.listDecisions(filter, { first, after });
  return { found: page.items.map(({ value }) => sound(value).decidedAt), page };
};
const record = (store: Store, decisions: readonly Decision[]) =>
  Promise.all(decisions.map((given) => store.recordDecision(given, hash)));

test('a decision is recorded and reads back exactly, nulls and all', async () => {
  const { store, another } = await startStore();
  expect(await store.recordDecision(decision(1), 'p1')).toEqual({
    recorded: true,
    decision: decision(1),
    payloadHash: 'p1',
  });
  expect(await another().readDecision('decision_1')).toEqual({ decision: decision(1), payloadHash: 'p1' });
  expect(await store.readDecision('decision_2')).toBeNull();
});

test('under an id that is taken the first decision stays, with the hash of its payload', async () => {
  const { store, another } = await startStore();
  await store.recordDecision(decision(1), 'p1');
  const second = decision(1, { decidedBy: '赵六' });
  const first = { recorded: false, decision: decision(1), payloadHash: 'p1' };
  expect(await another().recordDecision(second, 'p1')).toEqual(first);
  expect(await another().recordDecision(second, 'p2')).toEqual(first);
  expect(await another().readDecision('decision_1')).toEqual({ decision: decision(1), payloadHash: 'p1' });
});

test('of many who record under one id at once one is the first, and all get what it recorded', async () => {
  const { another } = await startStore();
  const results = await Promise.all(
    Array.from({ length: 20 }, (_, n) =>
      another().recordDecision(decision(1, { decidedBy: `${n}` }), `p${n}`),
    ),
  );
  const winners = results.filter(({ recorded }) => recorded);
  expect(winners).toHaveLength(1);
  for (const result of results) expect({ ...result, recorded: true }).toEqual(winners[0]);
});

test('a decision whose answer was lost is recorded once, and by us', async () => {
  const { another, ownClient } = await startStore();
  const client = ownClient();
  let lost = false;
  intercept(client, async ({ name, input }, send) => {
    const output = await send();
    if (name === 'PutItemCommand' && input.Item.PK.S.startsWith('DECISION#') && !lost) {
      lost = true;
      throw connectionReset();
    }
    return output;
  });
  expect(await another({ client }).recordDecision(decision(1), 'p1')).toMatchObject({ recorded: true });
  expect(lost).toBe(true);
  expect((await minutes(another(), { zone: 'zone_1' })).found).toEqual([at(1)]);
});

test('decisions are listed by zone and by project code, newest first, within a span of time', async () => {
  const { store } = await startStore();
  const other = { project: { zone: 'zone_1', projectCode: null } };
  await record(store, [decision(3), decision(1), inZone(2, 'zone_2'), decision(4, other), decision(5)]);
  const code = '2603-141124-89-05-346948';
  const zone = 'zone_1';
  expect((await minutes(store, { zone })).found).toEqual([5, 4, 3, 1].map(at));
  expect((await minutes(store, { zone: 'zone_2' })).found).toEqual([at(2)]);
  expect((await minutes(store, { zone: 'zone_' })).found).toEqual([]);
  expect((await minutes(store, { projectCode: code })).found).toEqual([5, 3, 2, 1].map(at));
  expect((await minutes(store, { projectCode: code, from: at(2), to: at(5) })).found).toEqual([3, 2].map(at));
  // From included, to left out; any offset means the same instant.
  expect((await minutes(store, { zone, from: '2026-11-23T08:03:00+08:00', to: at(4) })).found).toEqual([
    at(3),
  ]);
  expect((await minutes(store, { zone, from: at(4), to: at(4) })).found).toEqual([]);
  expect((await minutes(store, { zone, from: at(9), to: at(1) })).found).toEqual([]);
  await expect(minutes(store, { zone, from: '2026-13-01' })).rejects.toMatchObject({
    code: 'INVALID_DATE',
    path: ['from'],
  });
});

test('pages follow one another without gap or repeat, also where several were decided at the same instant', async () => {
  const { store } = await startStore();
  const all = Array.from({ length: 11 }, (_, n) =>
    decision(n, { decidedAt: at(Math.floor(n / 4)), id: `decision_${n}` }),
  );
  await record(store, all);
  const seen: string[] = [];
  const sizes: number[] = [];
  let after: string | null = null;
  for (;;) {
    const { page } = await minutes(store, { zone: 'zone_1', to: at(100) }, 3, after);
    seen.push(...page.items.map(({ value }) => sound(value).id));
    sizes.push(page.items.length);
    if (!page.hasNextPage) break;
    after = page.items.at(-1)!.cursor;
  }
  expect(sizes).toEqual([3, 3, 3, 2]);
  expect([...seen].sort()).toEqual(all.map(({ id }) => id).sort());
  for (const cursor of ['', 'x', '2026-11-23', `${at(1)}#`])
    await expect(minutes(store, { zone: 'zone_1' }, 3, cursor)).rejects.toMatchObject({
      code: 'INVALID_CURSOR',
    });
});

test('index rows without their item are dropped and the page is filled up', async () => {
  const { store, another, client, tableName, ownClient } = await startStore();
  await record(
    store,
    Array.from({ length: 12 }, (_, n) => decision(n)),
  );
  // What a kill between index row and item leaves: the index still lists what the table does not hold.
  const gone = [11, 10, 8, 7, 6, 3].map((n) => `DECISION#decision_${n}`);
  const phantoms = ownClient();
  intercept(phantoms, async ({ name }, send) => {
    const output = await send();
    if (
      name !== 'BatchGetItemCommand' ||
      !output.Responses[tableName].some((i: { SK: string }) => i.SK === 'META')
    )
      return output;
    const items = output.Responses[tableName].filter((item: { PK: string }) => !gone.includes(item.PK));
    return { ...output, Responses: { [tableName]: items } };
  });
  const reader = another({ client: phantoms });
  const first = await minutes(reader, { zone: 'zone_1' }, 3);
  expect(first.found).toEqual([9, 5, 4].map(at));
  expect(first.page.hasNextPage).toBe(true);
  const second = await minutes(reader, { zone: 'zone_1' }, 3, first.page.items.at(-1)!.cursor);
  expect(second.found).toEqual([2, 1, 0].map(at));
  expect(second.page.hasNextPage).toBe(false);
  // And where the item really is gone.
  await client.send(
    new DeleteItemCommand({ TableName: tableName, Key: { PK: { S: gone[0]! }, SK: { S: 'META' } } }),
  );
  expect((await minutes(another(), { zone: 'zone_1' }, 1)).found).toEqual([at(10)]);
});

test('a row that an attempt cut off left beside that of the attempt that succeeded counts once', async () => {
  const { store, another, tableName, ownClient } = await startStore();
  await record(store, [decision(1)]);
  const client = ownClient();
  intercept(client, async ({ name }, send) => {
    const output = await send();
    if (name !== 'QueryCommand') return output;
    const cutOff = { ...output.Items[0], timeKey: `${at(0)}#decision_1` };
    return { ...output, Items: [...output.Items, cutOff] };
  });
  expect((await minutes(another({ client, tableName }), { zone: 'zone_1' })).found).toEqual([at(1)]);
});

test('a list whose index takes more than 1 MB is read to its end', { timeout: 180_000 }, async () => {
  const { store, another, client, tableName, ownClient } = await startStore();
  // One real decision; the index only needs rows, and long ids make them long.
  await record(store, [decision(0)]);
  const Key = { PK: { S: 'DECISION#decision_0' }, SK: { S: 'META' } };
  const { Item } = await client.send(new GetItemCommand({ TableName: tableName, Key }));
  const { body } = Item!;
  const filler = 'x'.repeat(900);
  const count = 700;
  for (let n = 1; n <= count; n++) {
    const id = `decision_${filler}_${String(n).padStart(4, '0')}`;
    await client.send(
      new PutItemCommand({
        TableName: tableName,
        Item: {
          PK: { S: `DECISION#${id}` },
          SK: { S: 'META' },
          payloadHash: { S: hash },
          body: body!,
          zoneKey: { S: 'ZONE#zone_1' },
          timeKey: { S: `${at(n)}#${'y'.repeat(900)}` },
        },
      }),
    );
  }
  const counting = ownClient();
  const pages: number[] = [];
  intercept(counting, async ({ name }, send) => {
    const output = await send();
    if (name === 'QueryCommand') pages.push(output.Items.length);
    return output;
  });
  const page = await another({ client: counting }).listDecisions({ zone: 'zone_1' }, { first: count + 10 });
  expect(page.items).toHaveLength(count + 1);
  expect(page.hasNextPage).toBe(false);
  expect(page.items.map(({ cursor }) => cursor.slice(0, 24))).toEqual(
    Array.from({ length: count + 1 }, (_, n) => at(count - n)),
  );
  // The server did break it up, so this test tests what it says.
  expect(pages.length).toBeGreaterThan(1);
  expect(pages[0]).toBeLessThan(count);
});

test('a decision that is damaged says so, alone and in a list, and hides none of the others', async () => {
  const { store, another, client, tableName } = await startStore();
  await record(
    store,
    [1, 2, 3, 4, 5].map((n) => decision(n)),
  );
  const keyOf = (n: number) => ({ PK: { S: `DECISION#decision_${n}` }, SK: { S: 'META' } });
  const itemOf = async (n: number) =>
    (await client.send(new GetItemCommand({ TableName: tableName, Key: keyOf(n) }))).Item!;
  const put = (Item: Awaited<ReturnType<typeof itemOf>>) =>
    client.send(new PutItemCommand({ TableName: tableName, Item }));
  const blob = { PK: { S: `BLOB#${(await itemOf(1)).body!.S}` }, SK: { S: 'BLOB' } };
  await client.send(new DeleteItemCommand({ TableName: tableName, Key: blob }));
  // The record of another decision in the place of its own, and an item that is none.
  await put({ ...(await itemOf(2)), body: (await itemOf(5)).body! });
  await put({ ...(await itemOf(3)), approvedBy: { S: '王五' } });
  const damage = (code: string, n: number) => ({
    id: `decision_${n}`,
    zone: 'zone_1',
    damage: expect.objectContaining({ code }),
  });
  const damaged = [
    damage('STORED_DATA_UNREADABLE', 3),
    damage('DECISION_TAMPERED', 2),
    damage('BLOB_MISSING', 1),
  ];
  const { items } = await another().listDecisions({ zone: 'zone_1' }, { first: 9 });
  expect(items.map(({ value }) => value)).toEqual([
    { decision: decision(5), payloadHash: hash },
    { decision: decision(4), payloadHash: hash },
    ...damaged,
  ]);
  for (const found of damaged) expect(await another().readDecision(found.id)).toEqual(found);
  const ids = ['decision_4', 'decision_none', 'decision_1'];
  expect(await another().readDecisions(ids)).toEqual([
    { decision: decision(4), payloadHash: hash },
    null,
    damaged[2],
  ]);
});

test('whoever would have to be passed over by the ten thousand is not gone through for ever', async () => {
  let asked = 0;
  const rows = Array.from({ length: 100 }, (_, n) => {
    const id = `decision_${n}`;
    return {
      PK: `DECISION#${id}`,
      SK: 'META',
      payloadHash: hash,
      body: hash,
      zoneKey: 'ZONE#zone_9',
      timeKey: `${at(n)}#${id}`,
    };
  });
  const endless = createDecisionStore(
    {
      query: async () => ({ items: rows, endedAt: { page: ++asked } }),
      getMany: async () => new Map(rows.map((row) => [`${row.PK}|${row.SK}`, row])),
      get: () => Promise.reject(new Error('nothing else is read')),
      putIfAbsent: () => Promise.reject(new Error('nothing is written')),
    },
    { readMany: () => Promise.reject(new Error('no record is read')) } as unknown as Blobs,
  );
  await expect(
    endless.listDecisions({ projectCode: 'x' }, { first: 2 }, ({ zone }) => zone === 'zone_1'),
  ).rejects.toMatchObject({ code: 'PERIOD_TOO_LONG' });
  expect(asked).toBe(101);
});
