import { once } from 'node:events';
import { createServer, request as forward } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { prohibited, type Shanxi, startShanxi } from '../api/seed.ts';
import { runElsewhere, startApi } from '../testkit/api.ts';
import { functionPackage } from './deployed-api.ts';
import { CARRIED_OUT, query, SECRET, TURNED_AWAY } from './planted-secrets.ts';
import type { RunningFunction } from './runtime-host.ts';
import { startFunction } from './runtime-host.ts';
import { variablesFor } from './through-bundle.ts';

// What is looked for is everything the process printed on either stream, whoever printed it.

let api: Shanxi;
let running: RunningFunction;
/** What the table answers instead of the truth. */
let tableSays: { readonly status: number; readonly body: string } | null = null;
let asked = 0;

beforeAll(async () => {
  runElsewhere(async ({ store, issuer, clock }) => {
    const variables = await variablesFor({ store, issuer });
    const DYNAMODB_ENDPOINT = await tableThatLies(variables.DYNAMODB_ENDPOINT!);
    // The seed that all test files copy may be made by a function of its own, whose log is not this one.
    asked = 0;
    running = await startFunction(await functionPackage(), { ...variables, DYNAMODB_ENDPOINT });
    return (event) => {
      asked++;
      return running.invoke(event, { clock: clock() });
    };
  });
  api = await startShanxi();
  await api.publish({ key: 'park', entries: [prohibited('1', { exceptions: [DISCRETION] })] });
}, 120_000);

const DISCRETION = { key: 'case', text: { zh: '一事一议的除外' }, discretionary: true };

function expectNothingTold(requests: number): void {
  const printed = running.stdout() + running.stderr();
  expect(printed).not.toMatch(SECRET);
  const lines = running
    .stdout()
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
  expect(lines.filter(({ message }) => message === 'request')).toHaveLength(requests);
  expect(running.stderr()).toBe('');
}

afterEach(() => {
  tableSays = null;
});

describe('nothing that is secret comes into the log', { timeout: 60_000 }, () => {
  it.each(Object.keys(CARRIED_OUT))('of %s', async (name) => {
    const { body } = await api.send(await CARRIED_OUT[name]!(api));
    expect(JSON.parse(body)).toEqual({ data: expect.any(Object) });
    expectNothingTold(asked);
  });

  it.each(Object.keys(TURNED_AWAY))('of %s', async (name) => {
    const { body } = await api.send(await TURNED_AWAY[name]!(api));
    expect(JSON.parse(body)).toMatchObject({
      errors: [{ extensions: { code: expect.stringMatching(/^[A-Z_]+$/) } }],
    });
    expectNothingTold(asked);
  });

  const FAULTS: Readonly<Record<string, { status: number; body: string }>> = {
    'what the table says of a request': {
      status: 400,
      body: JSON.stringify({ __type: 'com.amazon.coral.validate#ValidationException', message: 's3cr3t' }),
    },
    'what the table says of itself': {
      status: 500,
      body: JSON.stringify({
        __type: 'com.amazonaws.dynamodb.v20120810#InternalServerError',
        message: 's3cr3t',
      }),
    },
    'who may not read the table': {
      status: 400,
      body: JSON.stringify({
        __type: 'com.amazon.coral.service#AccessDeniedException',
        Message: 'User: arn:aws:sts::123456789012:assumed-role/s3cr3t is not authorized',
      }),
    },
    'what something between us and the table says': { status: 502, body: '<html>s3cr3t</html>' },
    'an answer of the table that is none': { status: 200, body: '{"Items": s3cr3t' },
    'an item that is none of ours': {
      status: 200,
      body: JSON.stringify({
        Items: [{ PK: { S: 's3cr3t' }, SK: { S: 'REV#000000000001' }, s3cr3t: { S: 's3cr3t' } }],
      }),
    },
  };
  it.each(Object.keys(FAULTS))('of %s; the fault itself does, once', async (name) => {
    // What was read a moment ago is not asked for again.
    await new Promise((resolve) => setTimeout(resolve, 1_100));
    const before = running.stdout().length;
    tableSays = FAULTS[name]!;
    const { body } = await api.send(query('{ a: zones { totalCount } b: zone(id: "zone_140881") { id } }'));
    expect(body).not.toMatch(SECRET);
    expectNothingTold(asked);
    const lines = running
      .stdout()
      .slice(before)
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(lines).toMatchObject([
      { level: 'ERROR', message: 'fault', error: { name: expect.any(String), stack: expect.any(Array) } },
      { level: 'INFO', message: 'request', faults: 1, Faults: 1, requestId: lines[0].requestId },
    ]);
  });
});

describe('nothing is printed past the log in this process either', () => {
  it.each<[string, () => unknown]>([
    ['an error', () => new Error('s3cr3t', { cause: new Error('s3cr3t') })],
    ['an error of lines', () => new Error('x\n    at s3cr3t (/s3cr3t:1:1)\n')],
    ['an error with properties', () => Object.assign(new Error('x'), JSON.parse('{"s3cr3t": "s3cr3t"}'))],
    ['a text', () => 's3cr3t'],
    ['an object', () => ({ message: 's3cr3t', extensions: { code: 's3cr3t' } })],
  ])('of %s that something throws', async (_, thrown) => {
    const printed = ['log', 'info', 'warn', 'error', 'debug'].map((name) =>
      vi.spyOn(console, name as 'log').mockImplementation(() => {}),
    );
    const out = vi.spyOn(process.stdout, 'write');
    const err = vi.spyOn(process.stderr, 'write');
    runElsewhere(undefined);
    const broken = await startApi(({ store }) => ({
      store: { ...store, readRegister: () => Promise.reject(thrown()) },
    }));
    const { body } = await broken.send(query('{ zones { totalCount } }'));
    expect(body).not.toMatch(SECRET);
    expect(broken.log.text()).toHaveLength(2);
    expect(broken.log.text().join('\n')).not.toMatch(SECRET);
    for (const spy of [...printed, out, err]) expect(spy.mock.calls).toEqual([]);
    vi.restoreAllMocks();
  });
});

/** The table, but for what it is told to say. */
async function tableThatLies(truth: string): Promise<string> {
  const server = createServer((incoming, response) => {
    if (tableSays) {
      incoming.resume();
      response
        .writeHead(tableSays.status, { 'content-type': 'application/x-amz-json-1.0' })
        .end(tableSays.body);
      return;
    }
    const onward = forward(new URL(truth), { method: 'POST', headers: incoming.headers }, (answer) => {
      response.writeHead(answer.statusCode ?? 500, answer.headers);
      answer.pipe(response);
    });
    incoming.pipe(onward);
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  afterAll(() => {
    server.close();
    server.closeAllConnections();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}
