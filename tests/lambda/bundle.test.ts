import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import type { Server } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { EmbeddedDynamoDb } from '../../services/local/embedded-dynamodb.ts';
import { startEmbeddedDynamoDb } from '../../services/local/embedded-dynamodb.ts';
import type { TestIssuer } from '../testkit/identity.ts';
import { createTestIssuer } from '../testkit/identity.ts';

let folder: string;
let database: EmbeddedDynamoDb;
let issuer: TestIssuer;
let keys: Server;
let environment: Record<string, string>;

beforeAll(async () => {
  // Outside the project: what the bundle does not hold is not found beside it either.
  folder = await mkdtemp(join(tmpdir(), 'park-admission-bundle-'));
  await bundle(join(folder, 'handler.mjs'));
  await writeFile(join(folder, 'invoke.mjs'), INVOKE);
  database = await startEmbeddedDynamoDb();
  issuer = await createTestIssuer();
  keys = createServer((_, response) => response.end(JSON.stringify(issuer.config.jwks)));
  await once(keys.listen(0, '127.0.0.1'), 'listening');
  environment = {
    TABLE_NAME: database.tableName,
    DYNAMODB_ENDPOINT: database.endpoint,
    ISSUER: issuer.config.issuer,
    AUDIENCE: issuer.config.audience,
    JWKS_URL: `http://127.0.0.1:${(keys.address() as AddressInfo).port}/keys`,
    AWS_REGION: 'local',
    AWS_ACCESS_KEY_ID: 'local',
    AWS_SECRET_ACCESS_KEY: 'local',
    AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true',
  };
});

afterAll(async () => {
  for (const child of children) child.kill('SIGKILL');
  keys?.close();
  await database?.stop();
  await rm(folder, { recursive: true, force: true });
});

describe('the bundled function', { timeout: 120_000 }, () => {
  it('answers events of a REST API: who asks, and what was registered in the table', async () => {
    const authorization = await issuer.bearer('lixia', ['admin:region_156']);
    const register =
      'mutation ($input: RegisterRegionInput!) { registerRegion(input: $input) { region { id } userErrors { code } } }';
    const input = {
      code: '156',
      level: 'COUNTRY',
      name: { zh: '中国' },
      effectiveFrom: '2020-01-01',
      reason: '初始登记',
    };
    const ended = await invoke(environment, [
      event({ query: register, variables: { input } }, { authorization }),
      event({ query: '{ viewer { subject } region(id: "region_156") { name { zh } } }' }, { authorization }),
      event({ query: '{ viewer { subject } }' }, { authorization: 'Bearer x.y.z' }),
    ]);
    expect(ended.stderr).toBe('');
    const answers = JSON.parse(ended.stdout) as { statusCode: number; body: string }[];
    expect(answers.map(({ statusCode }) => statusCode)).toEqual([200, 200, 401]);
    const [registered, read, refused] = answers.map(({ body }) => JSON.parse(body));
    expect(registered).toEqual({
      data: { registerRegion: { region: { id: 'region_156' }, userErrors: [] } },
    });
    expect(read).toEqual({ data: { viewer: { subject: 'lixia' }, region: { name: { zh: '中国' } } } });
    expect(refused).toMatchObject({ errors: [{ extensions: { code: 'UNAUTHENTICATED' } }] });
  });

  it('says in one line which variable is missing', async () => {
    const { ISSUER: _, ...incomplete } = environment;
    const ended = await invoke(incomplete, []);
    expect(ended.code).not.toBe(0);
    expect(ended.stdout).toBe('');
    expect(ended.stderr).toMatch(/^The environment is not complete: ISSUER \([^\n]*\)\n$/);
  });
});

/** As it is deployed: one ES module, with nothing beside it. */
const bundle = (outfile: string) =>
  build({
    entryPoints: [join(import.meta.dirname, '../../services/lambda/handler.ts')],
    outfile,
    bundle: true,
    format: 'esm',
    platform: 'node',
    // The oldest Node that the project supports, so that the bundle runs on every other too.
    target: 'node20',
    mainFields: ['module', 'main'],
    // Libraries that are no ES modules call `require` for what Node has built in.
    banner: {
      js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);",
    },
    logLevel: 'error',
  });

/** Loads the function as Lambda does, and hands it the events one after the other. */
const INVOKE = `
let text = '';
for await (const chunk of process.stdin) text += chunk;
const { handler } = await import('./handler.mjs').catch((error) => {
  console.error(error.message);
  process.exit(1);
});
const answers = [];
for (const event of JSON.parse(text)) answers.push(await handler(event, {}, () => {}));
process.stdout.write(JSON.stringify(answers), () => process.exit(0));
`;

const children = new Set<ChildProcess>();

async function invoke(env: Readonly<Record<string, string>>, events: readonly object[]) {
  const child = spawn(process.execPath, [join(folder, 'invoke.mjs')], { env, cwd: folder });
  children.add(child);
  let [stdout, stderr] = ['', ''];
  child.stdout.setEncoding('utf8').on('data', (text) => {
    stdout += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text) => {
    stderr += text;
  });
  child.stdin.end(JSON.stringify(events));
  const [code] = await once(child, 'close');
  children.delete(child);
  return { code: code as number | null, stdout, stderr };
}

const event = (request: object, headers: Readonly<Record<string, string>>): object => ({
  resource: '/graphql',
  path: '/graphql',
  httpMethod: 'POST',
  headers: { 'content-type': 'application/json', ...headers },
  multiValueHeaders: {},
  queryStringParameters: null,
  multiValueQueryStringParameters: null,
  pathParameters: null,
  stageVariables: null,
  requestContext: { requestId: 'request 1' },
  body: JSON.stringify(request),
  isBase64Encoded: false,
});
