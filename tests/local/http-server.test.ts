import { request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { connect, createServer } from 'node:net';
import { json } from 'node:stream/consumers';
import { afterEach, describe, expect, it } from 'vitest';
import type { RestHandler } from '../../services/lambda/create-handler.ts';
import { MAX_BODY_BYTES } from '../../services/lambda/request-text.ts';
import type { DevelopmentIssuer } from '../../services/local/development-issuer.ts';
import type { HttpServer } from '../../services/local/http-server.ts';
import { listen } from '../../services/local/http-server.ts';
import { createIde } from '../../services/local/ide/ide.ts';
import { createRoutes } from '../../services/local/routes.ts';

const issuer = { publicKeys: async () => ({ keys: [] }) } as unknown as DevelopmentIssuer;
/** Answers with the event it got. */
const echo: RestHandler = async (event) => ({
  statusCode: 200,
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(event),
});

let server: HttpServer | undefined;
const start = async (handler: RestHandler | null = echo): Promise<string> => {
  server = await listen(
    0,
    createRoutes({ issuer, handler: () => handler, pages: createIde(async () => 'zone_1') }),
  );
  return server.url;
};
afterEach(async () => {
  await server?.stop();
  server = undefined;
});

describe('a request to /graphql', () => {
  it('becomes the event that API Gateway would make of it', async () => {
    const url = await start();
    const response = await fetch(`${url}/graphql?a=1&a=50%25&b=%E5%9B%AD`, {
      method: 'POST',
      headers: { 'X-One': 'one', 'content-type': 'application/json' },
      body: '{"query":"园区"}',
    });
    expect(await response.json()).toMatchObject({
      httpMethod: 'POST',
      path: '/graphql',
      body: '{"query":"园区"}',
      isBase64Encoded: false,
      headers: { 'X-One': 'one' },
      queryStringParameters: { a: '50%', b: '园' },
      multiValueQueryStringParameters: { a: ['1', '50%'], b: ['园'] },
      requestContext: {
        identity: { sourceIp: '127.0.0.1' },
        requestId: expect.stringMatching(/^[\w-]{36}$/),
      },
    });
  });

  it('has no body where none was sent', async () => {
    expect(await (await fetch(`${await start()}/graphql`)).json()).toMatchObject({
      body: null,
      httpMethod: 'GET',
    });
  });

  it('carries in Base64 what is no text', async () => {
    const body = Buffer.from([0xff, 0xfe, 0x00]);
    expect(await (await fetch(`${await start()}/graphql`, { method: 'POST', body })).json()).toMatchObject({
      body: body.toString('base64'),
      isBase64Encoded: true,
    });
  });

  it('is answered with every header, a name said twice too', async () => {
    const url = await start(async () => ({
      statusCode: 201,
      headers: { 'x-one': 'a' },
      multiValueHeaders: { 'x-two': ['b', 'c'] },
      body: Buffer.from('园').toString('base64'),
      isBase64Encoded: true,
    }));
    const response = await fetch(`${url}/graphql`);
    expect([response.status, response.headers.get('x-one'), response.headers.get('x-two')]).toEqual([
      201,
      'a',
      'b, c',
    ]);
    expect(await response.text()).toBe('园');
  });

  it.each(['/ide', '/graphql', '/healthz', '/nowhere', '/ide/graphiql.js'])(
    'to %s is kept by nobody and is what it says it is',
    async (path) => {
      const { headers } = await fetch(`${await start()}${path}`);
      expect(headers.get('cache-control')).toBe('no-store');
      expect(headers.get('x-content-type-options')).toBe('nosniff');
    },
  );

  it.each([
    ['/graphql', 'anonymous'],
    ['/officer/graphql', 'officer'],
    ['/portal/graphql?x=1', 'portal'],
  ])('at %s is answered as to %s callers, as the gateway does', async (path, callers) => {
    server = await listen(
      0,
      createRoutes({
        issuer,
        handler: (of) => async () => ({ statusCode: 200, body: JSON.stringify({ of }) }),
        pages: createIde(async () => 'zone_1'),
      }),
    );
    expect(await (await fetch(`${server.url}${path}`)).json()).toEqual({ of: callers });
  });

  it('is taken up to the length that Lambda takes', async () => {
    const url = `${await start()}/graphql`;
    const fits = await fetch(url, { method: 'POST', body: 'x'.repeat(MAX_BODY_BYTES) });
    expect(fits.status).toBe(200);
    const tooLong = await fetch(url, { method: 'POST', body: 'x'.repeat(MAX_BODY_BYTES + 1) });
    expect(tooLong.status).toBe(413);
    expect(await tooLong.json()).toMatchObject({ errors: [{ extensions: { code: 'REQUEST_TOO_LARGE' } }] });
  });

  it('is refused in the same way where its length was not announced', async () => {
    const url = `${await start()}/graphql`;
    const status = await new Promise((resolve, reject) => {
      const chunked = request(url, { method: 'POST' }, (response) => resolve(response.resume().statusCode));
      chunked.on('error', reject);
      for (let sent = 0; sent <= MAX_BODY_BYTES; sent += 65_536) chunked.write('x'.repeat(65_536));
      chunked.end();
    });
    expect(status).toBe(413);
  });

  it('is answered with a code where the handler fails', async () => {
    const url = await start(async () => {
      throw new Error('a bug, printed by this test');
    });
    const response = await fetch(`${url}/graphql`);
    expect(response.status).toBe(500);
    expect(await response.json()).toMatchObject({
      errors: [{ extensions: { code: 'INTERNAL_SERVER_ERROR' } }],
    });
  });

  it.each([
    ['has a method that there is none of', 'NONSENSE /graphql HTTP/1.1\r\nhost: a\r\n\r\n'],
    ['is no HTTP', 'hello\r\n\r\n'],
    ['has a length below zero', 'POST /graphql HTTP/1.1\r\nhost: a\r\ncontent-length: -1\r\n\r\n'],
    [
      'says its length twice',
      'POST /graphql HTTP/1.1\r\nhost: a\r\ncontent-length: 1\r\ncontent-length: 2\r\n\r\nab',
    ],
  ])('is refused with a code where it %s', async (_, sent) => {
    const socket = connect(Number(new URL(await start()).port), '127.0.0.1');
    socket.write(sent);
    let answer = '';
    for await (const chunk of socket) answer += chunk;
    const [head, body] = answer.split('\r\n\r\n') as [string, string];
    expect(head).toMatch(/^HTTP\/1.1 400 /);
    expect(JSON.parse(body)).toMatchObject({
      errors: [{ extensions: { code: 'NOT_HTTP', zh: expect.any(String) } }],
    });
  });

  it.each([
    ['a name of another site that leads to this machine', 'FOREIGN_HOST', { host: 'rebound.test' }],
    ['a name that begins like ours', 'FOREIGN_HOST', { host: 'localhost.evil.test:4000' }],
    ['the page of another site', 'FOREIGN_ORIGIN', { origin: 'https://evil.test' }],
    ['the page of another server of this machine', 'FOREIGN_ORIGIN', { origin: 'http://127.0.0.1:1' }],
    ['a page without a place', 'FOREIGN_ORIGIN', { origin: 'null' }],
  ])('is refused under %s', async (_, code, headers) => {
    let asked = 0;
    const url = await start(async (event) => {
      asked += 1;
      return echo(event);
    });
    const answer = await get(`${url}/graphql`, headers);
    expect(answer).toMatchObject({ status: 403, body: { errors: [{ extensions: { code } }] } });
    expect((await get(`${url}/healthz`, headers)).status).toBe(403);
    expect(asked).toBe(0);
  });

  it('is answered under each name of this machine, to its own pages', async () => {
    const { port } = new URL(await start());
    for (const name of ['127.0.0.1', 'localhost', 'LOCALHOST', '[::1]']) {
      const host = `${name}:${port}`;
      const answer = await get(`http://127.0.0.1:${port}/graphql`, { host, origin: `http://${host}` });
      expect(answer.status).toBe(200);
    }
  });

  it('keeps what follows a second question mark in its address', async () => {
    expect(await (await fetch(`${await start()}/graphql?query=a?b`)).json()).toMatchObject({
      queryStringParameters: { query: 'a?b' },
    });
  });

  it('leaves its connection open for longer than clients keep theirs', async () => {
    const { headers } = await fetch(`${await start()}/graphql`);
    expect(headers.get('keep-alive')).toBe('timeout=75');
  });

  it('is asked to wait while the store opens', async () => {
    const url = await start(null);
    expect((await fetch(`${url}/graphql`)).status).toBe(503);
    expect((await fetch(`${url}/healthz`)).status).toBe(503);
    expect((await fetch(`${url}/.well-known/jwks.json`)).status).toBe(200);
  });
});

describe('the other addresses', () => {
  it('say whether the server is well', async () => {
    expect(await (await fetch(`${await start()}/healthz`)).json()).toEqual({ status: 'ok' });
  });

  it.each([
    ['/ide', 'text/html'],
    ['/ide/page.js', 'text/javascript'],
    ['/ide/page.css', 'text/css'],
    ['/ide/react.js', 'text/javascript'],
    ['/ide/react-dom.js', 'text/javascript'],
    ['/ide/graphiql.js', 'text/javascript'],
    ['/ide/graphiql.css', 'text/css'],
    ['/ide/examples.json', 'application/json'],
  ])('%s is there as %s, and lets the browser fetch from here only', async (path, type) => {
    const response = await fetch((await start()) + path);
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe(`${type}; charset=utf-8`);
    expect(response.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect((await response.text()).length).toBeGreaterThan(100);
  });

  it.each([
    '/ide/page',
    '/ide/',
    '/ide/page.html',
    '/ide/../../../package.json',
    '/ide/%2e%2e/%2e%2e/package.json',
    '/ide/..%2f..%2fpackage.json',
    '/ide/constructor',
    '/constructor',
    '/__proto__',
    '/package.json',
    '//evil.test/',
    '/graphql/',
  ])('nothing is at %s', async (path) => {
    const { port } = new URL(await start());
    // As it is written: fetch would tidy the path up first.
    const status = await new Promise((resolve) => {
      request({ port, host: '127.0.0.1', path }, (response) => resolve(response.resume().statusCode)).end();
    });
    expect(status).toBe(404);
  });

  it('survive a target that is no address', async () => {
    const { port } = new URL(await start());
    const answer = await new Promise<string>((resolve) => {
      const socket = connect(Number(port), '127.0.0.1', () =>
        socket.write('GET http://[ HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n'),
      );
      socket.on('data', (data) => resolve(String(data)));
    });
    expect(answer).toMatch(/^HTTP\/1\.1 404 /);
  });

  it('can only be read', async () => {
    const response = await fetch(`${await start()}/ide`, { method: 'DELETE' });
    expect([response.status, response.headers.get('allow')]).toEqual([405, 'GET, HEAD']);
  });

  it('tell their headers alone to whoever asks for these', async () => {
    const response = await fetch(`${await start()}/ide`, { method: 'HEAD' });
    expect([response.status, await response.text()]).toEqual([200, '']);
  });
});

describe('the server', () => {
  it('finishes what is under way before it stops, and takes nothing new', async () => {
    let finish = (): void => {};
    const url = await start(async () => {
      await new Promise<void>((resolve) => {
        finish = resolve;
      });
      return { statusCode: 200, body: 'done' };
    });
    const underWay = fetch(`${url}/graphql`);
    await expect.poll(() => finish.name).toBe('');
    const stopped = server!.stop();
    await expect(fetch(`${url}/healthz`)).rejects.toThrow();
    finish();
    expect(await (await underWay).text()).toBe('done');
    await stopped;
    server = undefined;
  });

  it('says in one line that its port is taken', async () => {
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    const { port } = other.address() as AddressInfo;
    await expect(listen(port, async () => ({ statusCode: 200, body: '' }))).rejects.toMatchObject({
      name: 'CannotStart',
      message: expect.stringMatching(new RegExp(`^Port ${port} is in use[^\\n]*$`)),
    });
    await new Promise((resolve) => other.close(resolve));
  });
});

/** With headers that `fetch` does not let anybody choose. */
const get = (url: string, headers: Record<string, string>) =>
  new Promise<{ status?: number; body: unknown }>((resolve, reject) => {
    request(url, { headers }, async (response) =>
      resolve({ status: response.statusCode, body: await json(response) }),
    )
      .on('error', reject)
      .end();
  });
