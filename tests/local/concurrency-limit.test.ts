import { once } from 'node:events';
import { request } from 'node:http';
import { afterEach, describe, expect, it } from 'vitest';
import type { RestHandler } from '../../services/lambda/create-handler.ts';
import { limitConcurrency } from '../../services/local/concurrency-limit.ts';
import type { DevelopmentIssuer } from '../../services/local/development-issuer.ts';
import { type HttpServer, listen } from '../../services/local/http-server.ts';
import { createRoutes } from '../../services/local/routes.ts';

let server: HttpServer | undefined;
afterEach(() => server?.stop());

describe('a rush of requests', () => {
  it('is answered as far as there is room, and the others are told at once to come again', async () => {
    const waiting: (() => void)[] = [];
    server = await listen(
      0,
      limitConcurrency(2, async () => {
        await new Promise<void>((resolve) => waiting.push(resolve));
        return { statusCode: 200, body: 'answered' };
      }),
    );
    const inside = [post(server.url), post(server.url)];
    while (waiting.length < 2) await new Promise((resolve) => setTimeout(resolve, 5));

    const turnedAway = await post(server.url);
    expect(turnedAway.status).toBe(503);
    expect(turnedAway.retryAfter).toBe('1');
    expect(JSON.parse(turnedAway.body).errors[0].extensions.code).toBe('CROWDED');

    for (const answer of waiting) answer();
    expect((await Promise.all(inside)).map(({ status }) => status)).toEqual([200, 200]);

    const next = post(server.url);
    while (waiting.length < 3) await new Promise((resolve) => setTimeout(resolve, 5));
    waiting[2]!();
    expect(await next).toMatchObject({ status: 200, body: 'answered' });
  });

  it('makes room again where an answer failed', async () => {
    let calls = 0;
    const answer = limitConcurrency(1, async () => {
      calls++;
      throw new Error('failed');
    });
    server = await listen(0, async (received) => answer(received).catch(() => FAILED));
    expect([(await post(server.url)).status, (await post(server.url)).status, calls]).toEqual([500, 500, 2]);
  });
});

it('a rush of requests that wait for the keys of the issuer leaves the way to the keys open', async () => {
  const waiting: (() => void)[] = [];
  const issuer = { publicKeys: async () => ({ keys: [] }) } as unknown as DevelopmentIssuer;
  const handler = (): RestHandler => async () => {
    await new Promise<void>((resolve) => waiting.push(resolve));
    return { statusCode: 200, body: '' };
  };
  server = await listen(0, createRoutes({ issuer, handler, pages: async () => null }));
  const { url } = server;
  const rush = Array.from({ length: 257 }, () => post(`${url}/graphql`));

  expect((await Promise.race(rush)).status).toBe(503);
  expect((await fetch(`${url}/.well-known/jwks.json`)).status).toBe(200);

  for (const answer of waiting) answer();
  expect((await Promise.all(rush)).filter(({ status }) => status === 200)).toHaveLength(256);
});

const FAILED = { statusCode: 500, body: '' };

async function post(url: string) {
  const sent = request(url, { method: 'POST' });
  sent.end('x'.repeat(1_000));
  const [response] = await once(sent, 'response');
  let body = '';
  for await (const part of response) body += part;
  return { status: response.statusCode as number, retryAfter: response.headers['retry-after'], body };
}
