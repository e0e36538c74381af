import { readFile } from 'node:fs/promises';
import type { APIGatewayProxyEvent, APIGatewayProxyResult } from 'aws-lambda';
import { beforeAll, describe, expect, it } from 'vitest';
import { gatewayEvent, JSON_CONTENT } from '../testkit/gateway-event.ts';
import type { TestIssuer } from '../testkit/identity.ts';
import { createTestIssuer } from '../testkit/identity.ts';
import { startStore } from '../testkit/store.ts';
import { functionPackage } from './deployed-api.ts';
import type { RunningFunction } from './runtime-host.ts';
import { startFunction } from './runtime-host.ts';
import { variablesFor } from './through-bundle.ts';

let issuer: TestIssuer;
let running: RunningFunction;

beforeAll(async () => {
  issuer = await createTestIssuer();
  const variables = await variablesFor({ store: await startStore(), issuer });
  running = await startFunction(await functionPackage(), variables);
}, 120_000);

/** What it answers to an event recorded in the shape that Amazon documents for a REST API's proxy integration. */
async function answerTo(name: string, changed: Partial<APIGatewayProxyEvent> = {}) {
  const event = JSON.parse(await readFile(`${import.meta.dirname}/events/${name}.json`, 'utf8'));
  return answered({ ...event, ...changed });
}

async function answered(event: object) {
  asked++;
  return read(await running.invoke(event));
}
let asked = 0;

const read = ({ statusCode, headers, body, isBase64Encoded }: APIGatewayProxyResult) => ({
  status: statusCode,
  type: headers?.['content-type'],
  coded: isBase64Encoded ?? false,
  body: JSON.parse(body),
});
const CODE = /^[A-Z_]+$/;
const OK = { status: 200, type: 'application/json; charset=utf-8', coded: false };

describe('a recorded event', () => {
  it('with its body as text is answered', async () => {
    const data = { industry: { code: '2614', name: { zh: '有机化学原料制造' } } };
    expect(await answerTo('post')).toEqual({ ...OK, body: { data } });
  });

  it('with its body in Base64 is answered, Chinese and all', async () => {
    const data = { industries: [{ code: '2614', name: { zh: '有机化学原料制造' } }] };
    expect(await answerTo('post-base64')).toEqual({ ...OK, body: { data } });
  });

  it('with headers in any case, some of them twice, is answered', async () => {
    expect(await answerTo('post-odd-headers')).toMatchObject({
      ...OK,
      body: { data: { industry: { code: '2614' } } },
    });
  });

  it('of a GET with several values of one parameter is answered', async () => {
    const data = { industry: { code: '2614' }, other: { code: '4620' } };
    expect(await answerTo('get-multi-value')).toEqual({ ...OK, body: { data } });
  });

  it('without a body is refused with a code', async () => {
    const { status, body } = await answerTo('post-without-body');
    expect([status, body.errors[0].extensions.code]).toEqual([400, expect.stringMatching(CODE)]);
  });

  it('that says Base64 of what is none is refused with a code', async () => {
    const { status, body } = await answerTo('post', { isBase64Encoded: true });
    expect([status, body.errors[0].extensions.code]).toEqual([400, expect.stringMatching(CODE)]);
  });

  it('that is none of a REST API is answered all the same, without a word of why', async () => {
    const { status, body } = await answered({ 'detail-type': 'Scheduled Event' });
    expect([status, Object.keys(body)]).toEqual([500, ['errors']]);
    expect(JSON.stringify(body)).not.toMatch(/undefined|TypeError|\.m?[jt]s/);
  });
});

it('a token that the issuer signed is believed, over the keys at its address, and no other', async () => {
  const ask = async (authorization: string) =>
    answered({
      ...gatewayEvent(),
      headers: { ...JSON_CONTENT, authorization },
      body: JSON.stringify({ query: '{ viewer { subject } }' }),
    });
  expect((await ask(await issuer.bearer('lixia', ['admin:region_156']))).body).toEqual({
    data: { viewer: { subject: 'lixia' } },
  });
  const stranger = await createTestIssuer();
  for (const authorization of ['Bearer x.y.z', await stranger.bearer('lixia')]) {
    const refused = await ask(authorization);
    expect([refused.status, refused.body.errors[0].extensions.code]).toEqual([401, 'UNAUTHENTICATED']);
  }
});

it('every request has left one line, faults one of their own, and nothing else was printed', () => {
  const lines = running
    .stdout()
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
  const requests = lines.filter(({ message }) => message === 'request');
  expect(requests.map(({ coldStart }) => coldStart)).toEqual([true, ...Array(asked - 1).fill(false)]);
  const faults = lines.filter(({ message }) => message === 'fault');
  expect(lines).toHaveLength(requests.length + faults.length);
  // The event that is none of a REST API, which is a fault of whoever wired it.
  expect(faults).toMatchObject([{ level: 'ERROR', error: { name: 'TypeError' } }]);
  expect(running.stderr()).toBe('');
});
