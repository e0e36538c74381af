import type { Server } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { APIGatewayProxyEvent } from 'aws-lambda';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Authenticate } from '../../services/auth/authenticator.ts';
import { createAuthenticator } from '../../services/auth/authenticator.ts';
import { createHandler } from '../../services/lambda/create-handler.ts';
import type { Deps } from '../../services/operations/deps.ts';
import { keptLog } from '../testkit/kept-log.ts';

const ISSUER = 'https://issuer.test';
const START = new Date('2026-11-23T02:00:00Z');

let server: Server;
let published: { status: number; body: string };
let requests: number;
let authenticate: Authenticate;

beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: START });
  requests = 0;
  server = createServer((_, response) => {
    requests += 1;
    response.writeHead(published.status, { 'content-type': 'application/json' }).end(published.body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  authenticate = createAuthenticator({
    issuer: ISSUER,
    audience: 'park-admission',
    jwks: new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}/jwks.json`),
    rolesClaim: 'roles',
  });
});

afterEach(async () => {
  vi.useRealTimers();
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

describe('the keys of the issuer', () => {
  it('are fetched once for many tokens', async () => {
    const first = await key('first');
    publish(first);
    for (let i = 0; i < 5; i += 1) expect(await ask(first)).toMatchObject({ subject: 'wang' });
    expect(requests).toBe(1);
  });

  it('may be changed without a restart of the service', async () => {
    const [first, second] = [await key('first'), await key('second')];
    publish(first);
    await ask(first);
    publish(second);
    vi.setSystemTime(START.getTime() + 31_000);
    expect(await ask(second)).toMatchObject({ subject: 'wang' });
    await expect(ask(first)).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
  });

  it('are forgotten ten minutes after the issuer withdrew them', async () => {
    const [first, second] = [await key('first'), await key('second')];
    publish(first);
    await ask(first);
    publish(second);
    vi.setSystemTime(START.getTime() + 10 * 60_000 + 1_000);
    await expect(ask(first)).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
  });

  it('are not asked for again and again by tokens that name a key nobody has', async () => {
    const [first, unknown] = [await key('first'), await key('unknown')];
    publish(first);
    for (let i = 0; i < 20; i += 1) {
      await expect(ask(unknown)).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
    }
    expect(requests).toBe(1);
  });
});

const outages: Record<string, () => void> = {
  'the issuer answers with an error': () => answer(500, '{}'),
  'the issuer sends its users to a page': () => answer(200, '<html>'),
  'the issuer sends something that is no key set': () => answer(200, '{"keys":"none"}'),
  'the issuer is gone': () => server.close(),
};

describe('where the keys cannot be had', () => {
  it.each(Object.entries(outages))('%s: the caller learns it is not his token', async (_, outage) => {
    const first = await key('first');
    publish(first);
    outage();
    await expect(ask(first)).rejects.toMatchObject({ code: 'IDENTITY_UNAVAILABLE' });
  });

  it('somebody without a token is served as always', async () => {
    server.close();
    expect(await authenticate(undefined)).toBeNull();
    expect(requests).toBe(0);
  });

  it('the next token is good again once the issuer is back', async () => {
    const first = await key('first');
    answer(503, '');
    await expect(ask(first)).rejects.toMatchObject({ code: 'IDENTITY_UNAVAILABLE' });
    publish(first);
    expect(await ask(first)).toMatchObject({ subject: 'wang' });
  });

  it('a token with a forged shape is refused without asking the issuer', async () => {
    await expect(authenticate('Bearer nonsense')).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
    expect(requests).toBe(0);
  });
});

describe('through the API', () => {
  const viewerOf = async (one: Key | null) => {
    const handle = createHandler({
      deps: { clock: () => new Date() } as Deps,
      authenticate,
      log: keptLog().log,
    });
    const { statusCode, body } = await handle({
      httpMethod: 'POST',
      path: '/graphql',
      headers: {
        'content-type': 'application/json',
        ...(one ? { authorization: `Bearer ${await token(one)}` } : {}),
      },
      body: '{"query":"{ viewer { subject } }"}',
      isBase64Encoded: false,
      requestContext: { requestId: 'key' },
    } as unknown as APIGatewayProxyEvent);
    const { data, errors } = JSON.parse(body);
    return [statusCode, data ?? errors[0].extensions.code];
  };
  const WANG = [200, { viewer: { subject: 'wang' } }];

  it('keys change under a running service: the new one is let in, the old one no more', async () => {
    const [first, second] = [await key('first'), await key('second')];
    publish(first);
    expect(await viewerOf(first)).toEqual(WANG);
    publish(first, second);
    vi.setSystemTime(START.getTime() + 31_000);
    expect(await viewerOf(second)).toEqual(WANG);
    expect(await viewerOf(first)).toEqual(WANG);
    publish(second);
    vi.setSystemTime(START.getTime() + 11 * 60_000);
    expect(await viewerOf(first)).toEqual([401, 'UNAUTHENTICATED']);
    expect(await viewerOf(second)).toEqual(WANG);
  });

  it.each(Object.entries(outages))(
    '%s: nobody is let in, and anonymous reading goes on',
    async (_, outage) => {
      const [first, forged] = [await key('first'), await key('first')];
      publish(first);
      outage();
      expect(await viewerOf(first)).toEqual([503, 'IDENTITY_UNAVAILABLE']);
      expect(await viewerOf(forged)).toEqual([503, 'IDENTITY_UNAVAILABLE']);
      expect(await viewerOf(null)).toEqual([200, { viewer: null }]);
    },
  );

  it('keys that are known stay good while the issuer is away, and forgeries stay refused', async () => {
    const [first, forged] = [await key('first'), await key('first')];
    publish(first);
    expect(await viewerOf(first)).toEqual(WANG);
    answer(503, '');
    expect(await viewerOf(first)).toEqual(WANG);
    expect(await viewerOf(forged)).toEqual([401, 'UNAUTHENTICATED']);
  });
});

interface Key {
  readonly privateKey: Awaited<ReturnType<typeof generateKeyPair>>['privateKey'];
  readonly jwk: object;
  readonly kid: string;
}

async function key(kid: string): Promise<Key> {
  const { publicKey, privateKey } = await generateKeyPair('ES256', { extractable: true });
  return { privateKey, kid, jwk: { ...(await exportJWK(publicKey)), alg: 'ES256', kid, use: 'sig' } };
}

const answer = (status: number, body: string): void => {
  published = { status, body };
};

const publish = (...keys: readonly Key[]): void =>
  answer(200, JSON.stringify({ keys: keys.map(({ jwk }) => jwk) }));

function token({ kid, privateKey }: Key): Promise<string> {
  const now = Math.floor(Date.now() / 1000);
  return new SignJWT({ iss: ISSUER, aud: 'park-admission', sub: 'wang', exp: now + 3600 })
    .setProtectedHeader({ alg: 'ES256', kid })
    .sign(privateKey);
}

const ask = async (one: Key) => authenticate(`Bearer ${await token(one)}`);
