import { PutItemCommand } from '@aws-sdk/client-dynamodb';
import { beforeAll, describe, expect, it } from 'vitest';
import { breakableLine } from '../testkit/breakable-line.ts';
import { gatewayEvent, JSON_CONTENT } from '../testkit/gateway-event.ts';
import type { TestIssuer } from '../testkit/identity.ts';
import { createTestIssuer } from '../testkit/identity.ts';
import { contentOf, startStore } from '../testkit/store.ts';
import { functionPackage } from './deployed-api.ts';
import type { RunningFunction } from './runtime-host.ts';
import { startFunction } from './runtime-host.ts';
import { variablesFor } from './through-bundle.ts';

let issuer: TestIssuer;
let variables: Record<string, string>;

beforeAll(async () => {
  issuer = await createTestIssuer();
  variables = await variablesFor({ store: await startStore(), issuer });
  await functionPackage();
}, 120_000);

const started = async (changed: Readonly<Record<string, string | undefined>>): Promise<RunningFunction> => {
  const given = Object.entries<string | undefined>({ ...variables, ...changed }).filter(
    (one): one is [string, string] => one[1] !== undefined,
  );
  const running = await startFunction(await functionPackage(), Object.fromEntries(given));
  expect(await running.initError()).toBeNull();
  return running;
};

const linesOf = (running: RunningFunction) =>
  running
    .stdout()
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line));

async function ask(running: RunningFunction, query: string, headers: Readonly<Record<string, string>> = {}) {
  const { statusCode, body } = await running.invoke({
    ...gatewayEvent(),
    headers: { ...JSON_CONTENT, ...headers },
    body: JSON.stringify({ query }),
  });
  return { status: statusCode, ...JSON.parse(body) };
}

/** What every caller is told while the function cannot answer. */
async function expectNothingTold(running: RunningFunction): Promise<void> {
  const { status, errors, data } = await ask(running, '{ viewer { subject } }');
  expect([status, data, errors.length]).toEqual([500, undefined, 1]);
  const { requestId } = linesOf(running).at(-1);
  expect(errors[0]).toEqual({
    message: `Something went wrong on our side and was recorded (request ${requestId}). Tell the operator this number.`,
    extensions: { code: 'INTERNAL_ERROR', zh: expect.stringContaining(requestId) },
  });
}

describe('a function that cannot start', { timeout: 60_000 }, () => {
  it.each<[string, Record<string, string | undefined>, string[]]>([
    ['a variable is missing', { ISSUER: undefined }, ['ISSUER']],
    [
      'several are missing or wrong',
      { TABLE_NAME: '', JWKS_URL: 'http://keys.example.com/s3cret', ALGORITHMS: 'HS256' },
      ['ALGORITHMS', 'JWKS_URL', 'TABLE_NAME'],
    ],
  ])('because %s says which in one line, and nothing to callers', async (_, changed, wrong) => {
    const running = await started(changed);
    expect(linesOf(running)).toEqual([
      {
        level: 'ERROR',
        message: 'start',
        timestamp: expect.any(String),
        service: 'park-admission',
        code: 'SETTINGS_WRONG',
        variables: expect.any(Object),
      },
    ]);
    expect(Object.keys(linesOf(running)[0].variables).sort()).toEqual(wrong);
    await expectNothingTold(running);
    expect(linesOf(running).slice(1)).toMatchObject([
      { message: 'request', status: 500, caller: 'unknown', refusals: { INTERNAL_ERROR: 1 }, Faults: 1 },
    ]);
    expect(running.stdout()).not.toContain('s3cret');
    expect(running.stderr()).toBe('');
  });

  it('because there is no such table says so in one line, and nothing to callers', async () => {
    const running = await started({ TABLE_NAME: 'no-such-table' });
    const line = {
      level: 'ERROR',
      message: 'start',
      code: 'TABLE_UNREACHABLE',
      variables: { TABLE_NAME: expect.any(String) },
      error: { name: 'ResourceNotFoundException', aws: { status: 400 } },
    };
    expect(linesOf(running)).toMatchObject([line]);
    await expectNothingTold(running);
    // Asked again, in case it was made meanwhile.
    expect(linesOf(running)).toMatchObject([line, line, { message: 'request', status: 500 }]);
  });

  it('because the table is of another format says which and what it reads, and changes nothing', async () => {
    const store = await startStore();
    const item = { PK: { S: 'STORE' }, SK: { S: 'FORMAT' }, format: { N: '99' } };
    await store.client.send(new PutItemCommand({ TableName: store.tableName, Item: item }));
    const running = await started(await variablesFor({ store, issuer }));
    expect(linesOf(running)).toMatchObject([
      {
        message: 'start',
        code: 'STORE_FORMAT',
        variables: { TABLE_NAME: expect.stringMatching(/of format 99, and this version .* format 1 alone/) },
      },
    ]);
    await expectNothingTold(running);
    expect(await contentOf(store)).toEqual([{ PutRequest: { Item: item } }]);
  });

  it.each(['REFUSING', 'SILENT'] as const)(
    'because the table is %s says so, and answers as soon as it is there',
    async (state) => {
      const line = await breakableLine(variables.DYNAMODB_ENDPOINT!);
      line.is(state);
      const running = await started({ DYNAMODB_ENDPOINT: line.endpoint });
      expect(linesOf(running)).toMatchObject([
        { code: 'TABLE_UNREACHABLE', error: { name: 'StoreUnavailable', code: 'STORE_UNAVAILABLE' } },
      ]);
      await expectNothingTold(running);
      line.is('WHOLE');
      expect(await ask(running, '{ zones { totalCount } }')).toEqual({
        status: 200,
        data: { zones: { totalCount: 0 } },
      });
    },
  );

  it('because the key of the log cannot be had says so, and serves nobody unseen', async () => {
    const line = await breakableLine(variables.AWS_ENDPOINT_URL_SECRETS_MANAGER!);
    line.is('REFUSING');
    const running = await started({ AWS_ENDPOINT_URL_SECRETS_MANAGER: line.endpoint });
    expect(linesOf(running)).toMatchObject([
      { message: 'start', code: 'LOG_KEY_UNREACHABLE', variables: { LOG_KEY_SECRET: expect.any(String) } },
    ]);
    await expectNothingTold(running);
    line.is('WHOLE');
    expect(await ask(running, '{ viewer { subject } }')).toEqual({ status: 200, data: { viewer: null } });
  });

  it('needs no key of the log where no token is taken, and says so to whoever brings one', async () => {
    const running = await started({ CALLERS: 'anonymous', LOG_KEY_SECRET: undefined });
    expect(linesOf(running)).toEqual([]);
    expect(await ask(running, '{ viewer { subject } }')).toEqual({ status: 200, data: { viewer: null } });
    const headers = { authorization: await issuer.bearer('lixia') };
    expect(await ask(running, '{ viewer { subject } }', headers)).toMatchObject({
      status: 403,
      errors: [{ extensions: { code: 'TOKEN_NOT_TAKEN_HERE' } }],
    });
  });

  it('because the issuer is silent says so, and still lets everybody read', async () => {
    const line = await breakableLine(variables.JWKS_URL!);
    line.is('SILENT');
    const running = await started({ JWKS_URL: `${line.endpoint}/keys` });
    expect(linesOf(running)).toMatchObject([
      {
        level: 'ERROR',
        message: 'start',
        code: 'ISSUER_UNREACHABLE',
        variables: { JWKS_URL: expect.any(String) },
      },
    ]);
    expect(linesOf(running)).toHaveLength(1);
    expect(await ask(running, '{ viewer { subject } }')).toEqual({ status: 200, data: { viewer: null } });
    const headers = { authorization: await issuer.bearer('lixia') };
    expect(await ask(running, '{ viewer { subject } }', headers)).toMatchObject({
      status: 503,
      errors: [{ extensions: { code: 'IDENTITY_UNAVAILABLE' } }],
    });
    line.is('WHOLE');
    expect(await ask(running, '{ viewer { subject } }', headers)).toMatchObject({
      data: { viewer: { subject: 'lixia' } },
    });
  });
});
