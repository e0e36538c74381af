import type { APIGatewayProxyEvent } from 'aws-lambda';
import { beforeAll, describe, expect, test } from 'vitest';
import {
  COUNTRY,
  CREATE,
  DEFINE,
  PARK,
  prohibited,
  REGISTER_REGION,
  type Shanxi,
  startShanxi,
} from '../api/seed.ts';
import { answerOf, JSON_CONTENT } from '../testkit/api.ts';

let api: Shanxi;
beforeAll(async () => {
  api = await startShanxi();
  await api.publish({ key: 'park', entries: [prohibited('1')] });
});

const ask = async (request: Partial<APIGatewayProxyEvent>) => answerOf(await api.send(request));
const codeOf = ({ status, errors }: Awaited<ReturnType<typeof ask>>) => [
  status,
  errors?.[0]?.extensions.code,
];
const NAME = JSON.stringify({ query: '{ __typename }' });
const RIGHT = { __typename: 'Query' };

describe('the media type of the answer', () => {
  test.each([
    ['nothing', undefined, 'application/json'],
    ['anything', '*/*', 'application/json'],
    ['any application', 'application/*;q=0.5', 'application/json'],
    ['the media type of GraphQL', 'application/graphql-response+json', 'application/graphql-response+json'],
    [
      'both, GraphQL rather',
      'application/json;q=0.9, application/graphql-response+json',
      'application/graphql-response+json',
    ],
    ['JSON in capitals, with a charset', 'APPLICATION/JSON; charset=utf-8', 'application/json'],
    ['a page or else JSON', 'text/html, application/xhtml+xml, application/json;q=0.5', 'application/json'],
  ])('asked for %s', async (_, accept, type) => {
    const { headers } = await api.send({
      headers: { ...JSON_CONTENT, ...(accept ? { Accept: accept } : {}) },
      body: NAME,
    });
    expect(String(headers!['content-type']).split(';')[0]).toBe(type);
  });

  test.each(['text/html', 'application/json;q=0', 'image/png, text/plain', ';;', '__proto__', 'toString'])(
    'that we do not write, %s, is refused before anything is changed',
    async (accept) => {
      const input = {
        code: 'x',
        level: 'COUNTRY',
        name: { zh: '国' },
        effectiveFrom: '2020-01-01',
        reason: '登记',
      };
      const authorization = await api.issuer.bearer('root', ['admin:region_x']);
      const answer = await ask({
        headers: { ...JSON_CONTENT, accept, authorization },
        body: JSON.stringify({ query: REGISTER_REGION, variables: { input } }),
      });
      expect(codeOf(answer)).toEqual([406, 'NOT_ACCEPTABLE']);
      expect((await api.ask('{ region(id: "region_x") { id } }')).data).toEqual({ region: null });
    },
  );

  test.each([
    ['by name: 200, as that media type had it always', 'application/json', 200],
    ['of GraphQL: 400', 'application/graphql-response+json', 400],
    ['of any kind: 400', '*/*', 400],
  ])('of an answer to a faulty query, where JSON is asked for %s', async (_, accept, status) => {
    for (const body of [{ query: '{' }, { query: '{ a }' }, { query: 'query ($a: Int!) { __typename }' }]) {
      const answer = await ask({ headers: { ...JSON_CONTENT, accept }, body: JSON.stringify(body) });
      expect([answer.status, answer.data]).toEqual([status, undefined]);
    }
  });

  test('a limit is 400 for everybody', async () => {
    const query = `{ ${'a: __typename '.repeat(200)} }`;
    const answer = await ask({
      headers: { ...JSON_CONTENT, accept: 'application/json' },
      body: JSON.stringify({ query }),
    });
    expect(codeOf(answer)).toEqual([400, 'QUERY_TOO_MANY_ALIASES']);
  });
});

describe('the text of a request', () => {
  test('may begin with a byte order mark', async () => {
    expect((await ask({ body: `\ufeff${NAME}` })).data).toEqual(RIGHT);
    const bytes = Buffer.from(`\ufeff${NAME}`);
    expect((await ask({ body: bytes.toString('base64'), isBase64Encoded: true })).data).toEqual(RIGHT);
  });

  test.each([
    ['as it is', '"\ud800"'],
    ['escaped', '"\\udc00\\ud800"'],
    ['in a key', '{"\\ud83d":1}'],
  ])('holds no half a character, %s', async (_, value) => {
    const answer = await ask({
      body: `{"query":"query ($x: String) { __typename }","variables":{"x":${value}}}`,
    });
    expect(codeOf(answer)).toEqual([400, 'INVALID_UNICODE']);
    expect(answer.errors![0]!.message).toContain('body.variables.x');
  });

  test('may hold whole ones, however they are written', async () => {
    const query = 'query ($p: ProjectInput!) { assess(project: $p) { ref } }';
    const body = `{"query":"${query}","variables":{"p":{"zone":"${PARK}","ref":"\\ud83d\\ude00😀"}}}`;
    expect((await ask({ body })).data).toEqual({ assess: { ref: '😀😀' } });
  });
});

describe('a number with more digits than a number carries', () => {
  const query = 'query ($p: ProjectInput!) { assess(project: $p) { userErrors { code path } } }';
  const variables = `{"p":{"zone":"${PARK}","facts":{"landArea":{"number":0.12345678901234567,"unit":"亩"}}}}`;
  const REFUSED = {
    assess: { userErrors: [{ code: 'INVALID_NUMBER', path: ['facts', 'landArea', 'number'] }] },
  };

  test('is refused in a body', async () => {
    expect((await ask({ body: `{"query":"${query}","variables":${variables}}` })).data).toEqual(REFUSED);
  });

  test('is refused in an address too', async () => {
    const answer = await ask({
      httpMethod: 'GET',
      headers: { 'apollo-require-preflight': '1' },
      multiValueQueryStringParameters: { query: [query], variables: [variables] },
    });
    expect(answer.data).toEqual(REFUSED);
  });

  test('is left alone inside a text', async () => {
    const body = `{"query":"query ($p: ProjectInput!) { assess(project: $p) { ref } }","variables":{"p":{"zone":"${PARK}","ref":"\\"1234567890.1234567890\\\\"}}}`;
    expect((await ask({ body })).data).toEqual({ assess: { ref: '"1234567890.1234567890\\' } });
  });
});

describe('headers', () => {
  test('may be missing altogether', async () => {
    expect(
      codeOf(await ask({ headers: null as never, multiValueHeaders: null as never, body: NAME })),
    ).toEqual([400, 'CSRF_PREVENTED']);
  });

  test.each(['application/jsonx', 'application/graphql', 'text/json'])('say JSON, not %s', async (type) => {
    expect(codeOf(await ask({ headers: { 'content-type': type }, body: NAME }))).toEqual([
      400,
      'INVALID_REQUEST',
    ]);
  });
});

test('what long lists really hold is counted as it is delivered', async () => {
  const editor = api.as('qian', `editor:${COUNTRY}`);
  const members = Array.from({ length: 15_000 }, (_, at) => `${10_000 + at}-00-0`);
  await editor.ask(CREATE, {
    input: { jurisdiction: PARK, key: 'long', title: { zh: '长名单' }, reason: '新建' },
  });
  const { draft } = await api.draft({ key: 'long' }).then((seed) => ({ draft: seed }));
  const input = {
    catalog: 'catalog_long',
    expectedRevision: draft.revision,
    lists: [{ key: 'long.list', name: { zh: '名单' }, members }],
    reason: '定义',
  };
  expect((await editor.ask(DEFINE, { input })).data.putDefinitions.userErrors).toEqual([]);
  const times = (count: number) =>
    `{ ${Array.from({ length: count }, (_, at) => `a${at}: catalog(id: "catalog_long") { draft { lists { members } } }`).join(' ')} }`;
  expect((await editor.ask(times(6))).errors).toBeUndefined();
  const answer = await editor.ask(times(8));
  expect(answer.errors!.map(({ extensions }) => extensions.code)).toContain('QUERY_TOO_COSTLY');
  expect(answer.errors![0]!.extensions.zh).toMatch(/\d/);
});
