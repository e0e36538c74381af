import type { APIGatewayProxyEvent, APIGatewayProxyResult } from 'aws-lambda';
import * as fc from 'fast-check';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import type { DevelopmentIssuer } from '../../services/local/development-issuer.ts';
import { type HttpServer, listen } from '../../services/local/http-server.ts';
import { createIde } from '../../services/local/ide/ide.ts';
import { createRoutes } from '../../services/local/routes.ts';
import { prohibited, restricted, type Shanxi, startShanxi } from '../api/seed.ts';
import { answerOf } from '../testkit/api.ts';
import { times } from '../testkit/times.ts';
import { malformed, type Sound } from './malformed.ts';
import { soundRequests } from './sound-requests.ts';

const REQUESTS = times(1_000, 10_000);
const OVER_HTTP = times(200, 400);
const SEED = Number(process.env.SEED ?? 20_261_123);

let api: Shanxi;
let sounds: readonly Sound[];
let server: HttpServer;
const complaints: string[] = [];

beforeAll(async () => {
  api = await startShanxi();
  await api.publish({
    key: 'park',
    facts: [
      {
        key: 'park.nearRiver',
        type: 'FLAG',
        about: 'PROJECT',
        name: { zh: '临河' },
        question: { zh: '是否临河？' },
      },
    ],
    entries: [
      prohibited('1', { industries: { include: ['2614'] } }),
      prohibited('2', { when: { flag: { fact: 'park.nearRiver', is: true } } }),
      restricted('3', { when: { chemical: { substance: { cas: '7782-50-5' }, moreThan: '10' } } }),
    ],
  });
  await api.draft({ key: 'edited', entries: [prohibited('1')] });
  sounds = await soundRequests(api);
  vi.spyOn(console, 'error').mockImplementation((line) => void complaints.push(String(line)));
  server = await listen(
    0,
    createRoutes({
      issuer: { publicKeys: async () => ({ keys: [] }) } as unknown as DevelopmentIssuer,
      handler: () => (event: APIGatewayProxyEvent) => api.send(event),
      pages: createIde(async () => 'zone_1'),
    }),
  );
});
afterAll(() => server.stop());

/** What an answer must never hold: where the code lies, what it is made of, what it stumbled over. */
const INTERNAL =
  /node_modules|\/services\/|\/graphql\/|\.ts\b|\.js\b|\bat .+:\d+:\d+|TypeError|RangeError|ReferenceError|Cannot read|is not a function|is not iterable|Maximum call|dynamo|ConditionalCheck|BLOB#|admission-|Apollo/i;

function ensureGood(
  { statusCode, headers, body }: Pick<APIGatewayProxyResult, 'statusCode' | 'headers' | 'body'>,
  asked: string,
) {
  expect(statusCode, `${asked}\n${body}`).toBeLessThan(500);
  expect(String(headers?.['content-type']), `${asked}\n${statusCode} ${body}`).toMatch(
    /^application\/(json|graphql-response\+json)/,
  );
  const { data, errors } = JSON.parse(body) as ReturnType<typeof answerOf>;
  const told = (errors ?? []).map(({ message, extensions }) => `${message} ${extensions.zh}`).join('\n');
  expect(withoutQuoted(told), `${asked}\n${body}`).not.toMatch(INTERNAL);
  for (const { extensions } of errors ?? []) {
    expect(extensions?.code, `${asked}\n${body}`).toMatch(/^[A-Z_]+$/);
    expect(extensions.code, `${asked}\n${body}`).not.toMatch(/INTERNAL/);
    expect(extensions.zh, `${asked}\n${body}`).toMatch(/\p{Script=Han}/u);
    expect(Object.keys(extensions).sort().join(), body).toMatch(/^code,(field,)?zh$/);
  }
  if (statusCode !== 200 || !data) expect(errors?.length, `${asked}\n${body}`).toBeGreaterThan(0);
}

/** Our own header has the name of a product in it. */
const withoutQuoted = (told: string): string => told.replaceAll('apollo-require-preflight', '');

test(`${REQUESTS} malformed requests are refused with a code or answered, and leave the service as it was`, async () => {
  const slowest = { took: 0, asked: '' };
  const statuses: Record<string, number> = {};
  for (const sound of sounds) {
    const { query, variables, authorization } = sound;
    const headers = { 'content-type': 'application/json', ...(authorization ? { authorization } : {}) };
    const answer = answerOf(await api.send({ headers, body: JSON.stringify({ query, variables }) }));
    expect([answer.status, answer.errors], query).toEqual([200, undefined]);
  }
  for (const request of fc.sample(malformed(sounds), { numRuns: REQUESTS, seed: SEED })) {
    const asked = JSON.stringify(request);
    const began = performance.now();
    const answer = await api.send(request);
    const took = performance.now() - began;
    if (took > slowest.took) Object.assign(slowest, { took, asked });
    ensureGood(answer, asked);
    const codes = (JSON.parse(answer.body).errors ?? []).map(
      (error: { extensions: { code: string } }) => error.extensions.code,
    );
    const key = `${answer.statusCode} ${codes[0] ?? ''}`;
    statuses[key] = (statuses[key] ?? 0) + 1;
  }
  console.log(JSON.stringify(statuses, null, 1));
  console.log(`slowest: ${slowest.took.toFixed(0)} ms: ${slowest.asked.slice(0, 300)}`);
  // Each way of being wrong was met, and so was the way past all of them.
  for (const code of [
    'BAD_REQUEST',
    'GRAPHQL_PARSE_FAILED',
    'GRAPHQL_VALIDATION_FAILED',
    'BAD_USER_INPUT',
    'INVALID_UNICODE',
  ])
    expect(
      Object.keys(statuses).some((key) => key.endsWith(code)),
      code,
    ).toBe(true);
  expect(Object.entries(statuses).find(([key]) => key === '200 ')?.[1]).toBeGreaterThan(REQUESTS / 100);
  await ensureUnharmed();
}, 300_000);

test(`${OVER_HTTP} of them over HTTP are too`, async () => {
  for (const request of fc.sample(malformed(sounds), { numRuns: OVER_HTTP, seed: SEED + 1 })) {
    const { httpMethod = 'POST', body, isBase64Encoded, headers, multiValueQueryStringParameters } = request;
    const search = new URLSearchParams(
      Object.entries(multiValueQueryStringParameters ?? {}).flatMap(([name, values]) =>
        (values ?? []).map((value): [string, string] => [name, value]),
      ),
    );
    const asked = JSON.stringify(request);
    // A client that is given a length of -1 waits until its connection is closed.
    const { 'content-length': _, ...given } = { ...headers } as Record<string, string>;
    const sent = await send(`${server.url}/graphql?${search}`, {
      method: httpMethod,
      headers: given,
      body:
        httpMethod === 'GET' || httpMethod === 'HEAD' || body == null
          ? undefined
          : Buffer.from(body, isBase64Encoded ? 'base64' : 'utf8'),
    });
    // What no HTTP client can be brought to send.
    if (sent === null) continue;
    const text = await sent.text();
    if (httpMethod === 'HEAD') continue;
    ensureGood({ statusCode: sent.status, headers: Object.fromEntries(sent.headers), body: text }, asked);
  }
  await ensureUnharmed();
}, 120_000);

async function send(url: string, init: RequestInit): Promise<Response | null> {
  try {
    return await fetch(url, init);
  } catch (error) {
    if (error instanceof TypeError) return null;
    throw error;
  }
}

async function ensureUnharmed(): Promise<void> {
  expect(complaints).toEqual([]);
  expect(Object.getOwnPropertyNames(Object.prototype).sort()).toEqual(PROTOTYPE);
  expect(({} as Record<string, unknown>).x).toBeUndefined();
  const answer = await api.ask(
    '{ zones { totalCount } catalog(id: "catalog_park") { versionInForce { entryCount } } }',
  );
  expect(answer.data).toEqual({
    zones: { totalCount: expect.any(Number) },
    catalog: { versionInForce: { entryCount: 3 } },
  });
}

const PROTOTYPE = Object.getOwnPropertyNames(Object.prototype).sort();
