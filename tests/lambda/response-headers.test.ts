import { beforeAll, describe, expect, it } from 'vitest';
import { readableFrom } from '../../services/lambda/cross-origin.ts';
import { JSON_CONTENT, startApi, type TestApi } from '../testkit/api.ts';
import { gatewayEvent } from '../testkit/gateway-event.ts';

// An answer that a proxy keeps, that a browser takes for a page, or that is asked for over an open line, is a leak.

let api: TestApi;
beforeAll(async () => {
  api = await startApi();
});

describe('every answer is kept by nobody, is what it says it is, and is asked for over TLS alone', () => {
  it.each<[string, Parameters<TestApi['send']>[0], number]>([
    ['data', {}, 200],
    ['another method', { httpMethod: 'DELETE' }, 405],
    ['a body that is no JSON', { body: '{' }, 400],
    ['a query of broken syntax', { body: '{"query": "{"}' }, 400],
    ['a token that is none', { headers: { ...JSON_CONTENT, authorization: 'Bearer x.y.z' } }, 401],
    ['another media type', { headers: { ...JSON_CONTENT, accept: 'text/html' } }, 406],
  ])('of %s', async (_, request, status) => {
    const body = JSON.stringify({ query: '{ viewer { name } }' });
    const { statusCode, headers } = await api.send({ body, ...request });
    expect(statusCode).toBe(status);
    expect(headers).toMatchObject({
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      'strict-transport-security': expect.stringMatching(/^max-age=\d{8}/),
    });
  });
});

describe('the page of another site', () => {
  const SITE = 'https://console.example.gov.cn';
  const readers = async (origin: string | undefined, origins: readonly string[]) => {
    const handler = readableFrom(origins, (event) => api.send(event));
    const headers = { ...JSON_CONTENT, ...(origin === undefined ? {} : { Origin: origin }) };
    const body = JSON.stringify({ query: '{ viewer { name } }' });
    const answer = await handler({ ...gatewayEvent(), headers, body });
    return [answer.headers?.['access-control-allow-origin'], answer.headers?.vary];
  };

  it.each<[string | undefined, readonly string[], unknown[]]>([
    [SITE, [SITE, 'https://b.example'], [SITE, 'origin']],
    ['https://evil.example', [SITE], [undefined, 'origin']],
    [`${SITE}.evil.example`, [SITE], [undefined, 'origin']],
    ['null', [SITE], [undefined, 'origin']],
    [undefined, [SITE], [undefined, 'origin']],
    [SITE, [], [undefined, undefined]],
  ])('%s, where %j may, reads by %j', async (origin, origins, read) => {
    expect(await readers(origin, origins)).toEqual(read);
  });
});
