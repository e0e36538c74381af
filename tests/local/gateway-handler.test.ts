import { Readable } from 'node:stream';
import type { APIGatewayProxyEvent } from 'aws-lambda';
import { describe, expect, it } from 'vitest';
import { createAuthenticator } from '../../services/auth/authenticator.ts';
import { Refusal } from '../../services/domain/messages/refusal.ts';
import { createHandler } from '../../services/lambda/create-handler.ts';
import { gatewayEvent } from '../../services/local/gateway-event.ts';
import type { Deps } from '../../services/operations/deps.ts';
import { createTestIssuer } from '../testkit/identity.ts';
import { keptLog } from '../testkit/kept-log.ts';

const issuer = await createTestIssuer();
/** Nothing here reads the store: these are the ways in and out. */
const deps = { clock: () => new Date() } as Deps;
const handler = createHandler({
  deps,
  authenticate: issuer.authenticate,
  log: keptLog().log,
  mode: 'development',
});
const unreachable = createHandler({
  deps,
  authenticate: createAuthenticator({ ...issuer.config, jwks: new URL('http://127.0.0.1:9/jwks.json') }),
  log: keptLog().log,
});

const QUERY = JSON.stringify({ query: '{ __typename }' });
const ANSWER = { data: { __typename: 'Query' } };

describe('a request of API Gateway', () => {
  it('carries its body as text', async () => {
    const response = await handler(event({ body: QUERY }));
    expect(response.statusCode).toBe(200);
    expect(JSON.parse(response.body)).toEqual(ANSWER);
  });

  it('carries its body in Base64', async () => {
    const body = Buffer.from(QUERY).toString('base64');
    expect(JSON.parse((await handler(event({ body, isBase64Encoded: true }))).body)).toEqual(ANSWER);
  });

  it('carries the query in its address, a percent sign and all', async () => {
    const request = {
      httpMethod: 'GET',
      body: null,
      headers: { 'apollo-require-preflight': 'yes' },
      multiValueQueryStringParameters: {
        query: ['query ($name: String!) { __type(name: $name) { name } }'],
        variables: [JSON.stringify({ name: '100%25 of 50%' })],
      },
    };
    expect(JSON.parse((await handler(event(request))).body)).toEqual({ data: { __type: null } });
  });

  it('keeps Chinese text whole', async () => {
    const body = JSON.stringify({
      query: 'query ($x: String!) { __type(name: $x) { name } 园区: __typename }',
    });
    const { errors } = JSON.parse((await handler(event({ body }))).body);
    expect(errors[0].message).toContain('U+56ED');
  });

  it.each([
    ['cut short', { body: QUERY.slice(0, -2) }],
    ['no JSON', { body: 'query=1' }],
    ['no UTF-8', { body: Buffer.from([0x7b, 0xb1, 0xe0, 0x7d]).toString('base64'), isBase64Encoded: true }],
  ])('is refused where its body is %s', async (_, request) => {
    const response = await handler(event(request));
    expect(response.statusCode).toBe(400);
    expect(response.headers?.['content-type']).toBe('application/json; charset=utf-8');
    expect(JSON.parse(response.body).errors[0]).toEqual({
      message: expect.stringContaining('not valid JSON'),
      extensions: { code: 'BAD_REQUEST', zh: expect.stringContaining('JSON') },
    });
  });

  it('is refused where another page could have sent it', async () => {
    const response = await handler(event({ body: QUERY, headers: { 'content-type': 'text/plain' } }));
    expect(response.statusCode).toBe(400);
  });
});

describe('a token', () => {
  it('that holds is let in', async () => {
    const headers = { ...JSON_TYPE, Authorization: await issuer.bearer('wang', ['officer:zone_140881']) };
    expect((await handler(event({ body: QUERY, headers }))).statusCode).toBe(200);
  });

  it('that ran out stops the request with 401 and says why in both languages', async () => {
    const headers = { ...JSON_TYPE, authorization: await issuer.bearer('wang', [], { exp: 1 }) };
    const response = await handler(event({ body: QUERY, headers }));
    const refusal = new Refusal('UNAUTHENTICATED', { reason: 'EXPIRED' });
    expect(response.statusCode).toBe(401);
    expect(response.headers?.['www-authenticate']).toBe('Bearer error="invalid_token"');
    expect(JSON.parse(response.body)).toEqual({
      errors: [
        {
          message: refusal.text('en'),
          extensions: { code: 'UNAUTHENTICATED', zh: refusal.text('zh') },
        },
      ],
    });
  });

  it('is not mistaken for none where its header is empty', async () => {
    const headers = { ...JSON_TYPE, authorization: '' };
    expect((await handler(event({ body: QUERY, headers }))).statusCode).toBe(401);
  });

  it('stops the request with 503 where the keys of its issuer cannot be had', async () => {
    const headers = { ...JSON_TYPE, authorization: await issuer.bearer('wang') };
    const response = await unreachable(event({ body: QUERY, headers }));
    expect(response.statusCode).toBe(503);
    expect(response.headers?.['retry-after']).toBe('5');
    expect(JSON.parse(response.body).errors[0].extensions.code).toBe('IDENTITY_UNAVAILABLE');
  });

  it('is missed by nobody who has none, while the issuer is away', async () => {
    const response = await unreachable(event({ body: QUERY }));
    expect(JSON.parse(response.body)).toEqual(ANSWER);
  });
});

const JSON_TYPE = { 'content-type': 'application/json' };

function event(changed: Partial<APIGatewayProxyEvent>): APIGatewayProxyEvent {
  const request = Object.assign(Readable.from([]), {
    method: 'POST',
    url: '/graphql',
    httpVersion: '1.1',
    headers: {},
    rawHeaders: Object.entries(JSON_TYPE).flat(),
    socket: { remoteAddress: '127.0.0.1' },
  });
  return { ...gatewayEvent(request as never, Buffer.alloc(0)), ...changed };
}
