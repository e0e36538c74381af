import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, expect, inject, test } from 'vitest';
import { reference } from '../../services/data/reference.ts';
import { patience, requestTo } from '../../services/local/check/api.ts';
import { openDataFolder } from '../../services/local/data-folder.ts';
import { openDevelopmentIssuer } from '../../services/local/development-issuer.ts';
import { startEmbeddedDynamoDb } from '../../services/local/embedded-dynamodb.ts';
import { createStore } from '../../services/store/create-store.ts';
import { publishForBatch } from '../operations/fill-batch.ts';
import { registerAll } from '../operations/world.ts';
import { type Fate, type FaultyGateway, faultyGateway } from '../testkit/faulty-gateway.ts';
import { TYPESCRIPT } from '../testkit/typescript.ts';
import { type LocalServer, startLocalServer, temporaryFolder } from './local-server.ts';

// The program `check` against the service `npm start`, each a process of its own, over HTTP; what the service keeps is on disk.

const long = inject('long');
const ROWS = long ? 20_000 : 300;
const KILLS = long ? 20 : 1;
const PATIENCE = { timeout: long ? 7_200_000 : 300_000 };

let [folder, token] = ['', ''];
let gateway: FaultyGateway;
let server: LocalServer;
/** What every row comes to where nothing goes wrong. */
let undisturbed: readonly string[];

async function serve(): Promise<void> {
  server = await startLocalServer('--data', folder, '--no-samples');
}
/** Kills the service, whatever it is at, and starts it again. */
function restart(): Promise<void> {
  const restarted = server.end('SIGKILL').then(serve);
  gateway.leadsTo(restarted.then(() => server.url));
  return restarted;
}

beforeAll(async () => {
  folder = await temporaryFolder();
  const { database, keys } = await openDataFolder(folder);
  const running = await startEmbeddedDynamoDb({ folder: database });
  const clock = () => new Date('2026-11-23T02:00:00.000Z');
  const deps = { store: createStore(running), reference, clock, newId: randomUUID };
  await registerAll(deps);
  await publishForBatch(deps);
  await running.stop();
  token = await (await openDevelopmentIssuer(keys)).token('officer', ['officer:region_140100']);
  gateway = await faultyGateway();
  await serve();
  gateway.leadsTo(Promise.resolve(server.url));
  await writeFile(join(folder, 'list.csv'), listOf(ROWS));
  const { code } = await check().ended;
  expect(code).toBe(1);
  undisturbed = await results();
  await rm(out());
}, PATIENCE.timeout);

test(
  'kill -9 of client and of server, and faults of one request in twenty: no row is lost, none doubled, and all comes out the same',
  PATIENCE,
  async () => {
    let batch: string | undefined;
    const { fate, faults } = oneInTwenty();
    for (let run = 0; run <= KILLS; run++) {
      const client = check(...(batch === undefined ? [] : ['--resume', batch]));
      let [isDown, isDead] = [run === KILLS, run === KILLS];
      let restarted = Promise.resolve();
      gateway.judges((body) => {
        if (!body.includes('addToBatch(')) return fate();
        // A little further on every time; the portion is on its way, and others with it.
        if (!isDown && gateway.answered() >= 3 + run) [isDown, restarted] = [true, restart()];
        else if (!isDead && gateway.answered() >= 5 + run) isDead = client.kill();
        return fate();
      });
      const { code, said } = await client.ended;
      await restarted;
      batch ??= /batch_\w+/.exec(said)?.[0];
      expect({ run, code, said }).toMatchObject({ code: run === KILLS ? 1 : null });
    }
    expect(faults()).toBeGreaterThan(long ? 10 : 0);
    await comesOutTheSame(batch!);
  },
);

test(
  'lines come in on stdin and go out on stdout, and what people are told beside them',
  PATIENCE,
  async () => {
    gateway.judges(() => 'PASSED');
    const child = program(['-', '--zone', 'zone_kfq'], 'pipe');
    let [written, said] = ['', ''];
    child.stdout!.setEncoding('utf8').on('data', (text) => (written += text));
    child.stderr!.setEncoding('utf8').on('data', (text) => (said += text));
    child.stdin!.end('{"ref":"a","industries":["2511"],"natures":["NEW_BUILD"]}\nno object\n');
    const [code] = await once(child, 'close');
    expect(code).toBe(1);
    expect(
      written
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line)),
    ).toMatchObject([
      { row: 1, outcome: expect.any(String), errors: [] },
      { row: 2, outcome: null, errors: [{ mend: expect.stringContaining('JSON') }] },
    ]);
    expect(said).toContain('--resume batch_');
  },
);

/** What becomes of requests: the first is turned away, and one in twenty after it. */
function oneInTwenty() {
  let [seed, faults] = [7, 0];
  return {
    faults: () => faults,
    fate(): Fate {
      seed = (seed * 48271) % 2147483647;
      const fate = faults === 0 ? 'THROTTLED' : FATES[seed % 60];
      if (fate) faults++;
      return fate ?? 'PASSED';
    },
  };
}
const FATES = ['THROTTLED', 'FAILED', 'LOST'] as const;

/** The results in the file are those of a run without faults, and so is what the API keeps of the batch; every row is decided once. */
async function comesOutTheSame(batch: string): Promise<void> {
  expect(await results()).toEqual(undisturbed);
  const outcomes = undisturbed.map((line) => (JSON.parse(line) as { outcome: string | null }).outcome);
  const assessed = outcomes.filter((outcome) => outcome !== null);
  const kept = await request<{ batch: Kept }>(
    'query ($batch: ID!) { batch(id: $batch) { rows faulty closedAt chunks { index rows } } }',
    { batch },
  );
  const chunks = kept.batch.chunks.map(({ index }) => index);
  expect(kept.batch).toMatchObject({
    rows: ROWS,
    faulty: ROWS - assessed.length,
    closedAt: expect.any(String),
  });
  expect(chunks).toEqual(chunks.map((_, index) => index));
  const receipts = await decided(batch);
  expect(receipts.size).toBe(assessed.length);
  // Asked again, as by somebody who has had no answer.
  expect(await decided(batch)).toEqual(receipts);
}
interface Kept {
  readonly chunks: readonly { readonly index: number }[];
}

/** Has the rows of a batch decided; in the long run the server is killed at the second page. The receipt of each row. */
async function decided(batch: string): Promise<ReadonlyMap<string, string>> {
  const receipts = new Map<string, string>();
  let after: string | null = null;
  let restarted: Promise<void> | undefined;
  gateway.judges(() => {
    if (long && gateway.answered() === 1) restarted ??= restart();
    return 'PASSED';
  });
  do {
    const { decideBatch }: { decideBatch: DecidedPage } = await request(DECIDE, {
      input: { batch, first: long ? 500 : 100, after, onReason: '清单' },
    });
    for (const { row, decision } of decideBatch.rows) {
      const place = `${row.chunk}:${row.row}`;
      expect(receipts.has(place)).toBe(false);
      if (decision) receipts.set(place, decision.receipt);
    }
    after = decideBatch.next;
  } while (after !== null);
  await restarted;
  return receipts;
}
interface DecidedPage {
  readonly rows: readonly {
    readonly row: { readonly chunk: number; readonly row: number };
    readonly decision: { readonly receipt: string } | null;
  }[];
  readonly next: string | null;
}
const DECIDE = `mutation ($input: DecideBatchInput!) { decideBatch(input: $input) {
  rows { row { chunk row } decision { receipt } } next
} }`;

const request = <Data>(query: string, variables: object): Promise<Data> =>
  requestTo(
    { url: `${gateway.url}/officer/graphql`, token: async () => token, renew: () => false },
    patience(new AbortController().signal),
  )(query, variables);

/** Rows as an office has them: no two the same, some incomplete, some wrong. */
function listOf(rows: number): string {
  const industries = ['2511', '2631', '2614', '2710', '9999'];
  const lines = Array.from({ length: rows }, (_, row) => {
    const investment = row % 3 === 0 ? row * 7 : '';
    return `项目${row},zone_kfq,${industries[row % industries.length]},新建,${investment}`;
  });
  return ['项目名称,园区编号,行业代码,建设性质,总投资（万元）', ...lines].join('\n');
}

function check(...more: readonly string[]) {
  const file = join(folder, 'list.csv');
  const child = program([file, '--region', 'region_140100', '--out', out(), ...more], 'ignore');
  let said = '';
  child.stderr!.setEncoding('utf8').on('data', (text) => (said += text));
  return {
    ended: once(child, 'close').then(([code]) => ({ code: code as number | null, said })),
    kill: () => child.kill('SIGKILL'),
  };
}
const program = (args: readonly string[], stdio: 'ignore' | 'pipe') =>
  spawn(process.execPath, [...TYPESCRIPT, 'services/local/check.ts', ...args], {
    stdio: [stdio, stdio, 'pipe'],
    env: {
      ...process.env,
      PARK_ADMISSION_URL: `${gateway.url}/officer/graphql`,
      PARK_ADMISSION_TOKEN: token,
    },
  });
const out = (): string => join(folder, 'out.jsonl');

/** What the file says of every row, but for the batch that it is of. */
const results = async (): Promise<readonly string[]> =>
  (await readFile(out(), 'utf8'))
    .trim()
    .split('\n')
    .map((line) => line.replace(/batch_\w+/g, 'batch'));
