import { getIntrospectionQuery } from 'graphql';
import { beforeAll, describe, expect, test } from 'vitest';
import { Refusal } from '../../services/domain/messages/refusal.ts';
import { createHandler } from '../../services/lambda/create-handler.ts';
import { answerOf, inThisProcessOnly, JSON_CONTENT, START, startApi, type TestApi } from '../testkit/api.ts';
import { COUNTRY, CREATE, PARK, prohibited, type Shanxi, startShanxi } from './seed.ts';

let api: Shanxi;
beforeAll(async () => {
  api = await startShanxi();
  await api.publish({
    key: 'park',
    entries: Array.from({ length: 60 }, (_, at) =>
      prohibited(`${at + 1}`, { text: { zh: '某'.repeat(3000) } }),
    ),
  });
});

const codesOf = ({ errors }: { readonly errors?: readonly { readonly extensions: object }[] | undefined }) =>
  errors?.map(({ extensions }) => (extensions as { code: unknown }).code);

/** Every bug and outage that the log tells of. */
const faultsIn = ({ log }: TestApi) => log.lines().filter(({ level }) => level === 'ERROR');

describe('a token', () => {
  test.each<[string, string]>([
    ['that is none', 'Bearer nonsense'],
    ['of another scheme', 'Basic abc'],
  ])('%s stops the request with 401', async (_, authorization) => {
    const response = await api.send({
      headers: { ...JSON_CONTENT, authorization },
      body: JSON.stringify({ query: '{ viewer { subject } }' }),
    });
    const answer = answerOf(response);
    expect(answer.status).toBe(401);
    expect(answer.data).toBeUndefined();
    expect(answer.errors).toEqual([
      {
        message: expect.stringContaining('Sign in again'),
        extensions: { code: 'UNAUTHENTICATED', zh: expect.stringContaining('重新登录') },
      },
    ]);
  });

  test('that has run out stops the request with 401', async () => {
    const token = await api.issuer.token('li', [], { exp: 1_700_000_000 });
    const answer = await api.ask('{ viewer { subject } }', {}, token);
    expect([answer.status, codesOf(answer)]).toEqual([401, ['UNAUTHENTICATED']]);
  });
});

describe('a request that is malformed has a code', () => {
  test.each<[string, string, object, string]>([
    ['by its syntax', '{ viewer {', {}, 'GRAPHQL_PARSE_FAILED'],
    ['by a field that is not there', '{ nothing }', {}, 'GRAPHQL_VALIDATION_FAILED'],
    [
      'by a variable of another type',
      'query ($id: ID!) { zone(id: $id) { id } }',
      { id: {} },
      'BAD_USER_INPUT',
    ],
    [
      'by a day that is a number',
      'query ($on: Date) { factDefinitions(on: $on) { key } }',
      { on: 3 },
      'BAD_USER_INPUT',
    ],
    [
      'by a day that is a number in the text',
      '{ factDefinitions(on: 3) { key } }',
      {},
      'GRAPHQL_VALIDATION_FAILED',
    ],
    [
      'by two fields where one is to be given',
      `query ($approval: EarlierApprovalInput) { assess(project: { zone: "${PARK}", earlierApproval: $approval }) { index } }`,
      { approval: { none: true, approvedOn: '2025-01-01' } },
      'BAD_USER_INPUT',
    ],
    [
      'by null where one is to be given',
      `query ($approval: EarlierApprovalInput) { assess(project: { zone: "${PARK}", earlierApproval: $approval }) { index } }`,
      { approval: { approvedOn: null } },
      'BAD_USER_INPUT',
    ],
    [
      'by no project at all',
      'query ($p: ProjectInput!) { assess(project: $p) { index } }',
      {},
      'BAD_USER_INPUT',
    ],
    [
      'by a variable that may be null where one is to be given',
      `query ($day: Date) { assess(project: { zone: "${PARK}", earlierApproval: { approvedOn: $day } }) { index } }`,
      {},
      'GRAPHQL_VALIDATION_FAILED',
    ],
    [
      'by a variable left out where one is to be given',
      `query ($day: Date!) { assess(project: { zone: "${PARK}", earlierApproval: { approvedOn: $day } }) { index } }`,
      {},
      'BAD_USER_INPUT',
    ],
    [
      'by an operation that is not there',
      'query a { viewer { name } } query b { viewer { name } }',
      {},
      'OPERATION_RESOLUTION_FAILURE',
    ],
  ])('%s', async (_, query, variables, code) => {
    const answer = await api.ask(query, variables);
    expect(codesOf(answer)).toEqual([code]);
    expect(answer.status).toBe(400);
    expect(answer.body).not.toContain('node_modules');
  });

  test('by a body that is no JSON', async () => {
    const answer = answerOf(await api.send({ headers: JSON_CONTENT, body: '{' }));
    expect([answer.status, codesOf(answer)]).toEqual([400, ['BAD_REQUEST']]);
  });
});

describe('limits', () => {
  const deep = (levels: number): string =>
    `{ zone(id: "${PARK}") { ${'parent { '.repeat(levels - 2)} id ${'} '.repeat(levels - 2)} } }`;

  test('a query of sixteen levels is answered, one of seventeen is not', async () => {
    expect((await api.ask(deep(16))).errors).toBeUndefined();
    const answer = await api.ask(deep(17));
    expect([answer.status, codesOf(answer)]).toEqual([400, ['QUERY_TOO_DEEP']]);
  });

  test('levels hidden in fragments count', async () => {
    const fragments = Array.from(
      { length: 9 },
      (_, at) =>
        `fragment f${at} on Jurisdiction { parent { ${at < 8 ? `...f${at + 1}` : 'parent { id }'} } }`,
    );
    const chained = `{ zone(id: "${PARK}") { parent { parent { parent { parent { parent { ...f0 } } } } } } } ${fragments.join('\n')}`;
    expect(codesOf(await api.ask(chained))).toEqual(['QUERY_TOO_DEEP']);
  });

  test('fragments that spread each other a million times over are measured in no time', async () => {
    const fragments = Array.from({ length: 24 }, (_, at) =>
      at < 23
        ? `fragment f${at} on Query { ...f${at + 1} ...on Query { ...f${at + 1} } }`
        : `fragment f${at} on Query { viewer { name } }`,
    );
    const began = performance.now();
    const answer = await api.ask(`{ ...f0 } ${fragments.join('\n')}`);
    expect(codesOf(answer)).toEqual(['QUERY_TOO_BROAD']);
    expect(performance.now() - began).toBeLessThan(2_000);
  });

  test('as many batches at once as one likes are not', async () => {
    const many = Array.from({ length: 26 }, (_, at) => `a${at}: viewer { subject }`).join('\n');
    expect(codesOf(await api.ask(`{ ${many} }`))).toEqual(['QUERY_TOO_BROAD']);
  });

  test('more fields than anybody reads are refused before they are compared with each other', async () => {
    const began = performance.now();
    const answer = await api.ask(`{ ${'viewer { subject } '.repeat(1_500)} }`);
    expect([answer.status, codesOf(answer)]).toEqual([400, ['QUERY_TOO_LONG']]);
    expect(performance.now() - began).toBeLessThan(2_000);
  });

  test('a query of endless text is not even read to its end', async () => {
    const answer = await api.ask(`{ ${'viewer { subject } '.repeat(6_000)} }`);
    expect([answer.status, codesOf(answer)]).toEqual([400, ['QUERY_TOO_MANY_TOKENS']]);
  });

  test('tools can read the schema', async () => {
    const { errors, data } = await api.editor.ask(
      getIntrospectionQuery({ inputValueDeprecation: true, oneOf: true }),
    );
    expect(errors).toBeUndefined();
    expect(data.__schema.queryType.name).toBe('Query');
  });

  const TOO_WIDE = () => {
    const wide = Array.from(
      { length: 12 },
      (_, at) =>
        `a${at}: catalogVersion(id: "catalog_park@1") { entries(first: 100) { edges { node { text { zh } } } } }`,
    );
    return `{ ${wide.join('\n')} }`;
  };

  test('an answer that Lambda could not carry is in the log as what it was', async () => {
    inThisProcessOnly();
    await api.ask(TOO_WIDE());
    expect(api.log.lines().at(-1)).toMatchObject({
      status: 200,
      refusals: { ANSWER_TOO_LARGE: 1 },
      faults: 0,
    });
  });

  test('an answer that Lambda could not carry is an error instead', async () => {
    const answer = await api.ask(TOO_WIDE());
    expect(codesOf(answer)).toEqual(['ANSWER_TOO_LARGE']);
    expect(answer.data).toBeUndefined();
    expect(answer.errors![0]!.extensions.zh).toMatch(/上限/);
  });
});

describe('pages', () => {
  const ZONES =
    'query ($first: Int, $after: String) { zones(first: $first, after: $after) { pageInfo { endCursor } } }';

  test.each([0, -1, 101])('of %d are refused', async (first) => {
    const answer = await api.ask(ZONES, { first });
    expect(answer.errors).toEqual([
      {
        message: `A page has 1 to 100 items, not ${first}.`,
        path: ['zones'],
        locations: [{ line: 1, column: 39 }],
        extensions: {
          code: 'INVALID_PAGE_SIZE',
          field: 'first',
          zh: `每页条数应为 1 至 100，收到 ${first}。`,
        },
      },
    ]);
  });

  test('of 100 and of no stated size are given', async () => {
    expect((await api.ask(ZONES, { first: 100 })).errors).toBeUndefined();
    expect((await api.ask(ZONES, { first: null })).errors).toBeUndefined();
  });

  test('do not begin at what is no cursor', async () => {
    expect(codesOf(await api.ask(ZONES, { after: 'nonsense' }))).toEqual(['INVALID_CURSOR']);
  });

  test('do not begin at the cursor of another query', async () => {
    const { data } = await api.ask(ZONES);
    const { endCursor } = data.zones.pageInfo;
    expect((await api.ask(ZONES, { after: endCursor })).errors).toBeUndefined();
    const other = await api.ask(
      'query ($after: String) { zones(filter: {kind: CHEMICAL_PARK}, after: $after) { totalCount } }',
      { after: endCursor },
    );
    expect(codesOf(other)).toEqual(['INVALID_CURSOR']);
  });

  test('of a history do not begin at a cursor that somebody made up', async () => {
    const HISTORY =
      'query ($after: String) { catalog(id: "catalog_park") { history(after: $after) { edges { cursor } } } }';
    const { data } = await api.editor.ask(HISTORY);
    const [fingerprint] = JSON.parse(
      Buffer.from(data.catalog.history.edges[0].cursor, 'base64url').toString(),
    );
    for (const place of ['x', '../..', '-1', 'BLOB#1', '']) {
      const forged = Buffer.from(JSON.stringify([fingerprint, place])).toString('base64url');
      const answer = await api.editor.ask(HISTORY, { after: forged });
      expect(answer.errors === undefined || codesOf(answer)?.[0] === 'INVALID_CURSOR', place).toBe(true);
    }
  });
});

describe('the way a request comes', () => {
  test('a browser of another site cannot send one', async () => {
    const answer = answerOf(
      await api.send({
        headers: { 'Content-Type': 'text/plain' },
        body: JSON.stringify({ query: '{ viewer { name } }' }),
      }),
    );
    expect([answer.status, codesOf(answer)]).toEqual([400, ['CSRF_PREVENTED']]);
  });

  test('several in one array are not taken', async () => {
    const answer = answerOf(
      await api.send({
        body: JSON.stringify([{ query: '{ viewer { name } }' }, { query: '{ viewer { name } }' }]),
      }),
    );
    expect([answer.status, codesOf(answer)]).toEqual([400, ['BATCHING_NOT_SUPPORTED']]);
  });

  test('nothing is changed by GET', async () => {
    const answer = answerOf(
      await api.send({
        httpMethod: 'GET',
        headers: { 'apollo-require-preflight': 'true' },
        multiValueQueryStringParameters: {
          query: [
            'mutation { createCatalog(input: {jurisdiction: "x", key: "x", title: {zh: "x"}, reason: "x"}) { userErrors { code } } }',
          ],
        },
      }),
    );
    expect([answer.status, codesOf(answer)]).toEqual([405, ['CHANGE_BY_GET']]);
  });

  test('queries are not kept for others', async () => {
    const answer = answerOf(
      await api.send({
        body: JSON.stringify({
          query: '{ viewer { name } }',
          extensions: { persistedQuery: { version: 1, sha256Hash: 'x' } },
        }),
      }),
    );
    expect(codesOf(answer)).toEqual(['PERSISTED_QUERY_NOT_SUPPORTED']);
  });
});

describe('what goes wrong on our side', () => {
  class StoreUnavailable extends Error {
    readonly code = 'STORE_UNAVAILABLE';
  }
  const failing = (error: () => Error) =>
    startApi(({ store }) => ({
      store: {
        ...store,
        readRegister: async () => {
          throw error();
        },
      },
    }));
  const TWO = '{ a: zone(id: "zone_1") { id } b: zones { totalCount } viewer { name } }';

  test('is masked, and logged once with the id of the request', async () => {
    const broken = await failing(() => new Error('secret of table admission-prod'));
    const answer = await broken.ask(TWO);
    expect(codesOf(answer)).toEqual(['INTERNAL_ERROR', 'INTERNAL_ERROR']);
    expect(answer.body).not.toContain('secret');
    const { requestId } = answer.errors![0]!.extensions;
    expect(answer.errors![0]!.message).toContain(requestId);
    expect(faultsIn(broken)).toEqual([
      {
        level: 'ERROR',
        message: 'fault',
        timestamp: START,
        service: 'park-admission',
        requestId,
        field: 'zone',
        error: { name: 'Error', stack: expect.any(Array) },
      },
    ]);
    expect(faultsIn(broken)[0]!.error.stack[0]).toContain('requests.test.ts');
  });

  test('an outage of the store has a code of its own, in queries and in changes', async () => {
    const broken = await failing(() => new StoreUnavailable('throttled'));
    const answer = await broken.ask('{ zones { totalCount } }');
    expect(answer.errors).toMatchObject([
      { path: ['zones'], extensions: { code: 'SERVICE_UNAVAILABLE', zh: expect.stringMatching(/重试/) } },
    ]);
    const input = { jurisdiction: COUNTRY, key: 'x', title: { zh: 'x' }, reason: 'x' };
    const change = await broken.as('qian', `editor:${COUNTRY}`).ask(CREATE, { input });
    expect(codesOf(change)).toEqual(['SERVICE_UNAVAILABLE']);
    expect(faultsIn(broken).map(({ field, error }) => [field, error.code])).toEqual([
      ['zones', 'STORE_UNAVAILABLE'],
      ['createCatalog', 'STORE_UNAVAILABLE'],
    ]);
  });

  test('an outage of the identity provider is 503, and nobody is taken for anonymous', async () => {
    inThisProcessOnly();
    const handle = createHandler({
      deps: api.deps,
      authenticate: async () => {
        throw new Refusal('IDENTITY_UNAVAILABLE');
      },
      log: api.log.log,
    });
    const event = { httpMethod: 'POST', headers: JSON_CONTENT, multiValueHeaders: {}, path: '/graphql' };
    const answer = answerOf(
      await handle({
        ...event,
        body: JSON.stringify({ query: '{ viewer { name } }' }),
        requestContext: { requestId: 'r1' },
      } as unknown as Parameters<typeof handle>[0]),
    );
    expect([answer.status, codesOf(answer)]).toEqual([503, ['IDENTITY_UNAVAILABLE']]);
  });
});
