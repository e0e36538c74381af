import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CreateTableCommand, DescribeTableCommand } from '@aws-sdk/client-dynamodb';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { FolderInUse, startEmbeddedDynamoDb } from '../../services/local/embedded-dynamodb.ts';
import { createStore } from '../../services/store/create-store.ts';
import { createTableInput } from '../../services/store/create-table-input.ts';
import { TYPESCRIPT } from '../testkit/typescript.ts';
import { sampleDecision, sound } from './samples.ts';

/** All servers that this process has open. */
const listeningPorts = () =>
  process.getActiveResourcesInfo().filter((kind) => /ServerWrap|PipeWrap/.test(kind));

/** LevelDB as dynalite has it. */
const { Level } = createRequire(createRequire(import.meta.url).resolve('dynalite'))(
  'level',
) as typeof import('level');

let place: string;
beforeEach(async () => {
  place = await mkdtemp(join(tmpdir(), 'park-admission-'));
});
afterEach(() => rm(place, { recursive: true, force: true }));

const revision = {
  id: 'r1',
  actor: '张三',
  time: '2026-11-23T08:00:00.000Z',
  action: 'CREATE',
  reason: '新设',
};
const catalogs = [{ key: 'sx', jurisdiction: 'region_140000', title: { zh: '目录' } }];

test('what was stored is there after a stop and a start', async () => {
  const folder = join(place, 'a', 'b');
  const first = await startEmbeddedDynamoDb({ folder });
  const head = await createStore(first).appendToRegister(null, revision, { catalogs });
  await first.stop();
  const second = await startEmbeddedDynamoDb({ folder });
  const read = await createStore(second).readRegister({ consistent: true });
  await second.stop();
  expect(read.head).toEqual(head);
  expect([...read.register.catalogs.values()]).toEqual(catalogs);
});

test('it opens no port, and stops twice without complaint', async () => {
  const before = listeningPorts();
  const running = await startEmbeddedDynamoDb();
  await createStore(running).appendToRegister(null, revision, { catalogs });
  expect(listeningPorts()).toEqual(before);
  await Promise.all([running.stop(), running.stop()]);
  await expect(
    running.client.send(new DescribeTableCommand({ TableName: running.tableName })),
  ).rejects.toThrow();
});

test('a folder that another process has open is refused in one line', async () => {
  const folder = join(place, 'db');
  const running = await startEmbeddedDynamoDb({ folder });
  await expect(startEmbeddedDynamoDb({ folder })).rejects.toThrow(new FolderInUse(folder));
  await running.stop();
  await (await startEmbeddedDynamoDb({ folder })).stop();
});

test('of many starts at once on one new folder one opens it, and the others say who has it', async () => {
  for (let round = 0; round < 3; round++) {
    const folder = join(place, `db${round}`);
    const starts = await Promise.allSettled([1, 2, 3, 4].map(() => startEmbeddedDynamoDb({ folder })));
    const opened = starts.flatMap((start) => (start.status === 'fulfilled' ? [start.value] : []));
    const refused = starts.flatMap((start) => (start.status === 'rejected' ? [start.reason] : []));
    expect(refused).toEqual(Array(3).fill(new FolderInUse(folder)));
    expect(await createStore(opened[0]!).appendToRegister(null, revision, { catalogs })).toMatchObject({
      seq: 1,
    });
    await opened[0]!.stop();
    await (await startEmbeddedDynamoDb({ folder })).stop();
  }
});

test('of many processes started at once on one new folder one opens it, and the others say who has it', {
  timeout: 120_000,
}, async () => {
  const folder = join(place, 'db');
  const writers = [1, 2, 3].map(() => {
    const writer = spawnWriter(folder, 'pipe');
    let [stdout, stderr] = ['', ''];
    writer.stdout!.on('data', (text) => {
      stdout += text;
    });
    writer.stderr!.on('data', (text) => {
      stderr += text;
    });
    return { writer, ended: once(writer, 'close'), stdout: () => stdout, stderr: () => stderr };
  });
  await expect
    .poll(() => writers.filter(({ writer }) => writer.exitCode === null).length, WHILE_STARTING)
    .toBe(1);
  const [winner, ...others] = writers.toSorted(({ writer }) => (writer.exitCode === null ? -1 : 1));
  await expect.poll(winner!.stdout, WHILE_STARTING).not.toBe('');
  for (const { stderr, stdout } of others)
    expect([stdout(), stderr()]).toEqual([
      '',
      expect.stringContaining(`${folder} is in use by another process`),
    ]);
  winner!.writer.kill('SIGKILL');
  await winner!.ended;
  expect(winner!.stderr()).toBe('');
});
const WHILE_STARTING = { timeout: 60_000, interval: 20 };

test('a folder that cannot be made is an error, not a crash', async () => {
  await writeFile(join(place, 'file'), '');
  await expect(startEmbeddedDynamoDb({ folder: join(place, 'file', 'db') })).rejects.toMatchObject({
    code: 'ENOTDIR',
  });
});

test('a table with another layout is refused', async () => {
  const folder = join(place, 'db');
  const running = await startEmbeddedDynamoDb({ folder, tableName: 'ours' });
  const { GlobalSecondaryIndexes, AttributeDefinitions, ...older } = createTableInput('older');
  await running.client.send(
    new CreateTableCommand({ ...older, AttributeDefinitions: AttributeDefinitions!.slice(0, 2) }),
  );
  // Dynalite never finishes a table that it was stopped in the middle of.
  const describeOlder = () => running.client.send(new DescribeTableCommand({ TableName: 'older' }));
  await expect.poll(async () => (await describeOlder()).Table?.TableStatus, WHILE_STARTING).toBe('ACTIVE');
  await running.stop();
  await expect(startEmbeddedDynamoDb({ folder, tableName: 'older' })).rejects.toThrow(
    'other keys or indexes',
  );
  await (await startEmbeddedDynamoDb({ folder, tableName: 'ours' })).stop();
});

test('the table is made as defined', async () => {
  const running = await startEmbeddedDynamoDb({ tableName: 'park' });
  const { Table } = await running.client.send(new DescribeTableCommand({ TableName: 'park' }));
  await running.stop();
  expect(Table).toMatchObject({
    TableStatus: 'ACTIVE',
    BillingModeSummary: { BillingMode: 'PAY_PER_REQUEST' },
    KeySchema: [
      { AttributeName: 'PK', KeyType: 'HASH' },
      { AttributeName: 'SK', KeyType: 'RANGE' },
    ],
  });
  expect(
    Table!.GlobalSecondaryIndexes!.map((index) => [index.IndexName, index.Projection?.ProjectionType]).sort(),
  ).toEqual([
    ['byCreditCode', 'KEYS_ONLY'],
    ['byProjectCode', 'KEYS_ONLY'],
    ['byZone', 'KEYS_ONLY'],
  ]);
});

const spawnWriter = (folder: string, stderr: 'inherit' | 'pipe' = 'inherit') =>
  spawn(process.execPath, [...TYPESCRIPT, join(import.meta.dirname, 'append-until-killed.ts'), folder], {
    stdio: ['ignore', 'pipe', stderr],
    env: { ...process.env, AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true' },
  });

test('kill -9 in the middle of writing loses nothing that was answered', { timeout: 120_000 }, async () => {
  const folder = join(place, 'db');
  let answered: { seq: number; hash: string }[] = [];
  for (let round = 0; round < 3; round++) {
    const writer = spawnWriter(folder);
    let output = '';
    writer.stdout!.setEncoding('utf8');
    const goal = answered.length + 5 + round;
    for await (const chunk of writer.stdout!) {
      output += chunk;
      if (answered.length + output.split('\n').length > goal) writer.kill('SIGKILL');
    }
    // The last line may be cut off; what is whole was answered before it was printed.
    const lines = output
      .split('\n')
      .slice(0, -1)
      .map((line) => line.split(' '));
    answered = [...answered, ...lines.map(([seq, hash]) => ({ seq: Number(seq), hash: hash! }))];
    const running = await startEmbeddedDynamoDb({ folder });
    const store = createStore(running);
    const verification = await store.verifyCatalog('sx', answered);
    expect(verification).toMatchObject({ whole: true });
    const read = await store.readCatalog('sx', { consistent: true });
    const content = await store.readContent(read!.state.draft!.content);
    await running.stop();
    expect(read!.head.seq).toBeGreaterThanOrEqual(answered.at(-1)!.seq);
    expect(content.entries).toHaveLength(read!.head.seq);
    // One more may have landed without its answer; the next writer goes on behind it.
    answered = read!.head.seq > answered.at(-1)!.seq ? [...answered, read!.head] : answered;
  }
  expect(answered.length).toBeGreaterThanOrEqual(15);
});

test('a kill -9 while the database is being made leaves nothing in the way', {
  timeout: 120_000,
}, async () => {
  const folder = join(place, 'db');
  const unfinished = `${folder}.unfinished`;
  const writer = spawnWriter(folder);
  while (!existsSync(unfinished) && !existsSync(folder))
    await new Promise((resolve) => setTimeout(resolve, 1));
  writer.kill('SIGKILL');
  await once(writer, 'close');
  // And a leftover that is no database at all.
  await mkdir(unfinished, { recursive: true });
  await writeFile(join(unfinished, 'CURRENT'), 'spoilt');
  const running = await startEmbeddedDynamoDb({ folder });
  await createStore(running).appendToRegister(null, revision, { catalogs });
  await running.stop();
  expect(existsSync(folder)).toBe(true);
});

test('index rows that a kill left without their item are not listed', async () => {
  const folder = join(place, 'db');
  const first = await startEmbeddedDynamoDb({ folder });
  for (let n = 1; n <= 3; n++) await createStore(first).recordDecision(sampleDecision(n), 'p');
  await first.stop();
  // Dynalite writes the index row first, then the item: take the item away again as a kill in between would.
  const database = new Level<string, { PK?: { S: string } }>(folder, { valueEncoding: 'json' });
  let removed = 0;
  for await (const [key, value] of database.iterator({
    gte: `item-${first.tableName}~`,
    lt: `item-${first.tableName}~~`,
  }))
    if (value.PK?.S === 'DECISION#decision_2') {
      await database.del(key);
      removed += 1;
    }
  await database.close();
  expect(removed).toBe(1);
  const second = await startEmbeddedDynamoDb({ folder });
  const page = await createStore(second).listDecisions({ zone: 'zone_1' }, { first: 2 });
  await second.stop();
  expect(page.items.map(({ value }) => sound(value).id)).toEqual(['decision_3', 'decision_1']);
  expect(page.hasNextPage).toBe(false);
});
