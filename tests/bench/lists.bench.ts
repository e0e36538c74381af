import { spawn } from 'node:child_process';
import { createHash, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createGraphqlServer } from '../../graphql/server.ts';
import { reference } from '../../services/data/reference.ts';
import { portionOf } from '../../services/files/checked-rows.ts';
import { MAX_ROWS } from '../../services/files/limits.ts';
import { createHandler } from '../../services/lambda/create-handler.ts';
import { createListSteps } from '../../services/lambda/list-steps.ts';
import type { GatheredAnswer } from '../../services/lists/bucket/gather-results.ts';
import type { Objects } from '../../services/lists/bucket/objects.ts';
import { incomingAt, portionsAt, rowsAt } from '../../services/lists/bucket/places.ts';
import type { ReadListAnswer } from '../../services/lists/bucket/read-list.ts';
import type { Portion, PortionRow } from '../../services/lists/bucket/run.ts';
import { askHandler } from '../../services/local/ask.ts';
import { loadSamples } from '../../services/local/samples/load.ts';
import { createClient } from '../../services/store/client.ts';
import { createStore } from '../../services/store/create-store.ts';
import { createTestIssuer } from '../testkit/identity.ts';
import { TYPESCRIPT } from '../testkit/typescript.ts';
import { metered } from './cost/metered.ts';
import { MEMORY_GB, PRICES, ROUND_TRIP_MS } from './cost/prices.ts';
import { filingList } from './filing-list.ts';
import { timed } from './measure.ts';

// What a list costs and takes that is checked in the cloud, by the very steps that are deployed, each in turn, over a bucket
// in memory and a table in another process: and what that makes for 1, 10 and 100 million projects (docs/scale.md). Beside it
// the same rows in portions in the order of the file, as one would cut a list without thinking.
// `npm run bench -- lists`; LIST_ROWS says how many rows, 20,000 where it does not.

process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED ??= 'true';
const ROWS = Number(process.env.LIST_ROWS ?? 20_000);
const ZONE = 'zone_sample-yunfen-chem';
/** As infra/list-runs.ts and infra/stages.ts have them. */
const WHOLE_LIST_GB = 3008 / 1024;
const WORKERS = 100;
/** Rows of a list, and of each of its portions, for which it is reckoned: the longest list that is taken. */
const LONGEST = MAX_ROWS;
const PORTION = portionOf(LONGEST);
/** A round trip to S3, an assumption. */
const S3_MS = 30;

const server = spawn(process.execPath, [...TYPESCRIPT, `${import.meta.dirname}/cost/database.ts`], {
  stdio: ['ignore', 'pipe', 'inherit'],
});
process.once('exit', () => server.kill());
const [line] = (await once(server.stdout, 'data')) as [Buffer];
const database = JSON.parse(line.toString()) as { readonly endpoint: string; readonly tableName: string };
const client = createClient({
  endpoint: database.endpoint,
  region: 'local',
  credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
});
const meter = metered(client);
const issuer = await createTestIssuer();
const deps = {
  store: createStore({ client, tableName: database.tableName }),
  reference,
  clock: () => new Date(),
  newId: randomUUID,
};
const silent = { request: () => {}, fault: (error: unknown) => console.error(error), startFault: () => {} };
const ask = askHandler(createHandler({ deps, authenticate: issuer.authenticate, log: silent }));
await loadSamples(ask, issuer.token);
const token = await issuer.token('officer', [`officer:${ZONE}`]);

const objects = new Map<string, Buffer>();
let puts = 0;
let reads = 0;
const bucket: Objects = {
  async read(name) {
    reads++;
    return { bytes: objects.get(name)!, about: { officer: 'officer' } };
  },
  async add(name, content) {
    puts++;
    if (objects.has(name)) return false;
    objects.set(name, Buffer.from(content as string));
    return true;
  },
  async replace(name, content) {
    puts++;
    objects.set(name, Buffer.from(content as string));
  },
  names: async (prefix) => [...objects.keys()].filter((name) => name.startsWith(prefix)).sort(),
};
const steps = createListSteps({ deps, objects: bucket, answerGraphql: createGraphqlServer(), log: silent });
let file = await filingList(1_000);

// A function that has been there for a while is warm.
await run('to warm up', (rows) => rows);
file = await filingList(ROWS);
console.log(`\nnode ${process.version}; ${ROWS} rows, ${(file.length / 1e6).toFixed(1)} MB`);
const sorted = await run('rows that state the same together', (rows) => rows);
const inOrder = await run('in the order of the file', (rows) => [...rows].sort((a, b) => a.row - b.row));
console.log(
  `\nfile order            ${ratio(inOrder.situations, sorted.situations)} as many assessments, ${ratio(inOrder.check, sorted.check)} the processor time of the workers`,
);
reckoning(sorted);
process.exit();

interface Measured {
  readonly portions: number;
  readonly situations: number;
  /** Milliseconds of processor time. */
  readonly read: number;
  readonly check: number;
  readonly gather: number;
  readonly writeUnits: number;
  readonly readUnits: number;
  readonly rounds: number;
  readonly storedBytes: number;
  readonly puts: number;
  readonly reads: number;
  readonly bucketBytes: number;
}

async function run(
  name: string,
  order: (rows: readonly PortionRow[]) => readonly PortionRow[],
): Promise<Measured> {
  objects.clear();
  const created = await ask({
    query: 'mutation ($input: CreateBatchInput!) { createBatch(input: $input) { batch { id } } }',
    variables: { input: { label: name, jurisdiction: ZONE, idempotencyKey: name } },
    token,
  });
  const batch = (created as { data: { createBatch: { batch: { id: string } } } }).data.createBatch.batch.id;
  const key = incomingAt(batch, randomUUID(), 'XLSX');
  const etag = createHash('md5').update(file).digest('hex');
  objects.set(key, Buffer.from(file));
  meter.take();
  [puts, reads] = [0, 0];
  const read = await timed(() => steps.read({ key, etag }, {}));
  const answer = read.result as Extract<ReadListAnswer, { readonly refused: false }>;
  const portions = JSON.parse(objects.get(portionsAt(answer.upload))!.toString()) as Portion[];
  reordered(answer.upload, portions, order);
  const taken: number[] = [];
  for (const portion of portions)
    taken.push((await timed(() => steps.check({ ...answer, portion }, {}))).processor);
  const usage = meter.take();
  const gather = await timed(() => steps.gather(answer, {}));
  const { state } = gather.result as GatheredAnswer;
  const { data } = (await ask({
    query: 'query ($id: ID!) { batch(id: $id) { situations } }',
    variables: { id: batch },
    token,
  })) as { data: { batch: { situations: number } } };
  const { situations } = data.batch;
  const check = taken.reduce((sum, one) => sum + one, 0);
  const bucketBytes = [...objects.values()].reduce((sum, { length }) => sum + length, 0);
  const slowest = taken.slice(1).sort((a, b) => b - a);
  console.log(`\n${name}: ${state}, ${portions.length} portions, ${situations} assessments`);
  console.log(`  read                ${seconds(read.processor)} of processor time`);
  console.log(
    `  check               ${seconds(check)}; a portion ${seconds(slowest[Math.floor(slowest.length / 2)] ?? 0)}, the longest ${seconds(slowest[0] ?? 0)}`,
  );
  console.log(
    `  gather              ${seconds(gather.processor)}; ${megabytes(process.memoryUsage.rss())} resident at its end`,
  );
  console.log(
    `  table               ${usage.writeUnits} write units, ${usage.readUnits.toFixed(0)} read units, ${megabytes(usage.storedBytes)} stored`,
  );
  console.log(`  bucket              ${puts} puts, ${reads} reads, ${megabytes(bucketBytes)}`);
  return {
    ...usage,
    portions: portions.length,
    situations,
    read: read.processor,
    check,
    gather: gather.processor,
    puts,
    reads,
    bucketBytes,
  };
}

/** Cuts the same rows into the same portions, in another order. */
function reordered(
  upload: string,
  portions: readonly Portion[],
  order: (rows: readonly PortionRow[]) => readonly PortionRow[],
): void {
  const lines = portions.flatMap(({ portion }) =>
    objects.get(rowsAt(upload, portion))!.toString().trim().split('\n'),
  );
  const rows = order(lines.map((one) => JSON.parse(one) as PortionRow));
  let from = 0;
  for (const { portion, rows: count } of portions) {
    const its = rows.slice(from, from + count).map((row) => `${JSON.stringify(row)}\n`);
    objects.set(rowsAt(upload, portion), Buffer.from(its.join('')));
    from += count;
  }
}

/** What a million projects and more come to. */
function reckoning(measured: Measured): void {
  const per = (what: number): number => what / ROWS;
  const rowsOfPortion = ROWS / measured.portions;
  console.log(
    '\nprojects       lists  portions  function   table    states   bucket     in all  writes/s  hours',
  );
  // A portion waits for its commands one after the other, and three times for the bucket.
  const wait = (measured.rounds / measured.portions) * ROUND_TRIP_MS + 3 * S3_MS;
  for (const projects of [1e6, 10e6, 100e6]) {
    const lists = Math.ceil(projects / LONGEST);
    const portions = Math.ceil(projects / PORTION);
    const portionMs = per(measured.check) * PORTION + wait;
    const workerSeconds = (portions * portionMs) / 1000;
    const wholeSeconds =
      (projects * per(measured.read + measured.gather)) / 1000 + (portions * 3 * S3_MS) / 1000;
    const cost = {
      function:
        (workerSeconds * MEMORY_GB + wholeSeconds * WHOLE_LIST_GB) * PRICES.perGbSecond +
        ((portions + 2 * lists) / 1e6) * PRICES.perMillionInvocations,
      table:
        (projects * per(measured.writeUnits) * PRICES.perMillionWriteUnits +
          projects * per(measured.readUnits) * PRICES.perMillionReadUnits) /
        1e6,
      // A child begins and does one thing; a list has six states of its own.
      states: ((portions * 2 + lists * 8) * PRICES.perMillionTransitions) / 1e6,
      bucket:
        ((portions / measured.portions) *
          (measured.puts * PRICES.perMillionObjectsPut + measured.reads * PRICES.perMillionObjectsRead)) /
          1e6 +
        ((projects * per(measured.bucketBytes)) / 1e9) * PRICES.perGbMonthInBucket,
    };
    const all = Object.values(cost).reduce((sum, part) => sum + part, 0);
    const hours = workerSeconds / WORKERS / 3600;
    const writes = (projects * per(measured.writeUnits)) / (workerSeconds / WORKERS);
    const dollars = (part: number, width: number) => `$${part.toFixed(part < 10 ? 2 : 0)}`.padStart(width);
    console.log(
      `${(projects / 1e6).toFixed(0).padStart(4)} million ${String(lists).padStart(6)} ${String(portions).padStart(9)} ${dollars(cost.function, 9)} ${dollars(cost.table, 8)} ${dollars(cost.states, 8)} ${dollars(cost.bucket, 8)} ${dollars(all, 10)} ${writes.toFixed(0).padStart(9)} ${hours.toFixed(2).padStart(6)}`,
    );
  }
  console.log(
    `measured with portions of ${rowsOfPortion.toFixed(0)} rows and reckoned with ${PORTION}, as a list of ${LONGEST} has; a portion ${seconds(wait)} waiting and ${seconds(per(measured.check) * PORTION)} of processor; ${WORKERS} workers; stored $${(((per(measured.storedBytes) * 1e6) / 1e9) * (PRICES.perGbMonthStored + PRICES.perGbMonthRecovery)).toFixed(2)} a month and million; ${megabytes(per(measured.storedBytes) * 1e6)} a million`,
  );
}

function ratio(one: number, other: number): string {
  return `${(one / other).toFixed(2)}×`;
}
function seconds(milliseconds: number): string {
  return `${(milliseconds / 1000).toFixed(milliseconds < 10_000 ? 2 : 1)} s`;
}
function megabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(0)} MB`;
}
