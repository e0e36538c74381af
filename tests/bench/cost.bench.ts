import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { reference } from '../../services/data/reference.ts';
import { createHandler } from '../../services/lambda/create-handler.ts';
import { createRequestLog } from '../../services/lambda/request-log.ts';
import { askHandler } from '../../services/local/ask.ts';
import { SAMPLE_ZONE } from '../../services/local/example-zone.ts';
import { ASSESS } from '../../services/local/ide/assess-query.ts';
import { examplesFor } from '../../services/local/ide/examples.ts';
import { loadSamples } from '../../services/local/samples/load.ts';
import { readSamples } from '../../services/local/samples/read.ts';
import { createClient } from '../../services/store/client.ts';
import { createStore } from '../../services/store/create-store.ts';
import { createTestIssuer } from '../testkit/identity.ts';
import { TYPESCRIPT } from '../testkit/typescript.ts';
import { coldStart } from './cost/cold-start.ts';
import { metered, type Usage } from './cost/metered.ts';
import { MEMORY_GB, type Measured, PRICES, perMillion, ROUND_TRIP_MS } from './cost/prices.ts';

// What the service costs to run: what DynamoDB is asked for, what the processor does, and what both come to at list
// prices. The catalogs are the samples, nine of which the zone asked about has over it.

process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED ??= 'true';

const server = spawn(process.execPath, [...TYPESCRIPT, `${import.meta.dirname}/cost/database.ts`], {
  stdio: ['ignore', 'pipe', 'inherit'],
});
const [line] = (await once(server.stdout, 'data')) as [Buffer];
const database = JSON.parse(line.toString()) as { readonly endpoint: string; readonly tableName: string };
const client = createClient({
  endpoint: database.endpoint,
  region: 'local',
  credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
});
const meter = metered(client);
const issuer = await createTestIssuer();

let logged = 0;

/** A process as Lambda has them: with caches of its own. */
function newProcess(clock: () => number = () => performance.now()) {
  const store = createStore({ client, tableName: database.tableName, clock });
  const deps = { store, reference, clock: () => new Date(), newId: randomUUID };
  // The line of the log is written as in Lambda, metrics and all, and thrown away.
  const log = createRequestLog({
    serviceName: 'park-admission-bench',
    clock: () => new Date(),
    metrics: true,
    write: (line) => {
      logged += Buffer.byteLength(line);
    },
  });
  return askHandler(createHandler({ deps, authenticate: issuer.authenticate, log }));
}

await loadSamples(newProcess(), issuer.token);
const loading = meter.take();
const { versions } = readSamples();
const entries = versions.reduce((sum, { entries: changed }) => sum + changed.length, 0);
console.log(
  `${versions.length} versions of catalogs, ${entries} entries: ${round(loading.writeUnits)} write units, ${round(loading.readUnits)} read units, ${round(loading.storedBytes / 1024)} KB stored with history`,
);
const perVersion = (what: number): number => what / versions.length;
const dollars =
  (perVersion(loading.writeUnits) * PRICES.perMillionWriteUnits +
    perVersion(loading.readUnits) * PRICES.perMillionReadUnits) /
  1e6;
const kept = (perVersion(loading.storedBytes) / 1e9) * (PRICES.perGbMonthStored + PRICES.perGbMonthRecovery);
console.log(
  `a version of a catalog, from draft to publication: $${dollars.toFixed(5)} once, $${kept.toFixed(7)} a month to keep`,
);

const project = (examplesFor(SAMPLE_ZONE)[0]!.variables as { readonly project: object }).project;
const officer = await issuer.token('officer', [`officer:${SAMPLE_ZONE}`]);
const assess = { query: ASSESS, variables: { project } };
const decide = () => ({
  query: `mutation ($input: DecideAdmissionInput!) { decideAdmission(input: $input) {
    decision { id receipt assessment { outcome } } userErrors { code message } } }`,
  variables: { input: { idempotencyKey: randomUUID(), project } },
  token: officer,
});
const many = {
  query:
    'query ($projects: [ProjectInput!]!) { assessMany(projects: $projects) { assessment { outcome findings { effect entry { code } } } } }',
  variables: {
    projects: Array.from({ length: 100 }, (_, at) => ({ ...project, ref: `${at}`, name: `项目 ${at}` })),
  },
};

let time = 0;
const warm = newProcess(() => time);
const rows: Readonly<Record<string, Measured>> = {
  'assess, heads less than a second old': await measure(40, () => warm(assess)),
  'assess, heads older than a second': await measure(40, () => {
    time += 2_000;
    return warm(assess);
  }),
  'assess, first of a process': await measure(5, () => newProcess()(assess)),
  decideAdmission: await measure(20, () => warm(decide())),
  'decideAdmission, first of a process': await measure(5, () => newProcess()(decide())),
  'assessMany, 100 projects': await measure(10, () => {
    time += 2_000;
    return warm(many);
  }),
};
console.table(
  Object.fromEntries(
    Object.entries(rows).map(([name, row]) => [
      name,
      {
        requests: round(row.requests),
        rounds: round(row.rounds),
        'read units': round(row.readUnits),
        'write units': round(row.writeUnits),
        'processor ms': round(row.processorMs),
        'answer KB': round(row.sentBytes / 1024),
        'logged KB': round(row.loggedBytes / 1024),
        'stored KB': round(row.storedBytes / 1024),
      },
    ]),
  ),
);
console.log(
  `dollars for a million: ${MEMORY_GB.toFixed(2)} GB of memory, ${ROUND_TRIP_MS} ms a round trip to the table`,
);
console.table(
  Object.fromEntries(
    Object.entries(rows).map(([name, row]) => [
      name,
      Object.fromEntries(
        Object.entries(perMillion(row)).map(([part, cost]) => [part, Number(cost.toFixed(2))]),
      ),
    ]),
  ),
);

const keys = createServer((_, response) => response.end(JSON.stringify(issuer.config.jwks)));
await once(keys.listen(0, '127.0.0.1'), 'listening');
const cold = await coldStart(
  {
    TABLE_NAME: database.tableName,
    DYNAMODB_ENDPOINT: database.endpoint,
    ISSUER: issuer.config.issuer,
    AUDIENCE: issuer.config.audience,
    JWKS_URL: `http://127.0.0.1:${(keys.address() as AddressInfo).port}/keys`,
    AWS_REGION: 'local',
    AWS_ACCESS_KEY_ID: 'local',
    AWS_SECRET_ACCESS_KEY: 'local',
    NODE_ENV: 'production',
    AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true',
  },
  {
    resource: '/graphql',
    path: '/graphql',
    httpMethod: 'POST',
    headers: { 'content-type': 'application/json' },
    multiValueHeaders: {},
    queryStringParameters: null,
    multiValueQueryStringParameters: null,
    pathParameters: null,
    stageVariables: null,
    requestContext: { requestId: 'cold' },
    body: JSON.stringify(assess),
    isBase64Encoded: false,
  },
);
console.log(
  `bundle: ${round(cold.packageBytes / 1024)} KB, ${round(cold.compressedBytes / 1024)} KB compressed; cold start on Node ${cold.node}: ${round(cold.initMs)} ms (${round(cold.initProcessorMs)} ms of processor time), first assessment ${round(cold.firstMs)} ms more, ${round(cold.memoryMb)} MB of memory; a million cold starts cost $${(((1e6 * cold.initProcessorMs) / 1000) * MEMORY_GB * PRICES.perGbSecond).toFixed(2)} more`,
);
keys.close();
client.destroy();
server.kill();

/** The mean of so many, in processor time: on a busy machine the clock says more of the neighbours. */
async function measure(
  times: number,
  ask: () => ReturnType<ReturnType<typeof newProcess>>,
): Promise<Measured> {
  // The first may find caches that the measurement is not about.
  await ask();
  meter.take();
  logged = 0;
  let [processorMs, sentBytes] = [0, 0];
  const usages: Usage[] = [];
  for (let time = 0; time < times; time += 1) {
    const from = process.cpuUsage();
    const answer = await ask();
    const { user, system } = process.cpuUsage(from);
    processorMs += (user + system) / 1000;
    if (answer.errors) throw new Error(JSON.stringify(answer.errors));
    sentBytes += Buffer.byteLength(JSON.stringify(answer));
    usages.push(meter.take());
  }
  const mean = (pick: (usage: Usage) => number): number =>
    usages.reduce((sum, usage) => sum + pick(usage), 0) / times;
  return {
    requests: mean((usage) => usage.requests),
    rounds: mean((usage) => usage.rounds),
    readUnits: mean((usage) => usage.readUnits),
    writeUnits: mean((usage) => usage.writeUnits),
    storedBytes: mean((usage) => usage.storedBytes),
    processorMs: processorMs / times,
    sentBytes: sentBytes / times,
    loggedBytes: logged / times,
  };
}

function round(value: number): number {
  return Number(value.toFixed(value < 10 ? 1 : 0));
}
