import { serverAudits } from 'graphql-http';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { DevelopmentIssuer } from '../../services/local/development-issuer.ts';
import { type HttpServer, listen } from '../../services/local/http-server.ts';
import { createIde } from '../../services/local/ide/ide.ts';
import { createRoutes } from '../../services/local/routes.ts';
import { startApi, type TestApi } from '../testkit/api.ts';
import { fetchThrough, withHeaders } from './over-http.ts';

// GraphQL over HTTP, by the public audits of its specification.

let api: TestApi;
let server: HttpServer;
let clients: Readonly<Record<string, { readonly url: string; readonly fetchFn: typeof fetch }>>;

beforeAll(async () => {
  api = await startApi();
  const handler = (event: Parameters<TestApi['send']>[0]) => api.send(event);
  server = await listen(
    0,
    createRoutes({
      issuer: {} as DevelopmentIssuer,
      handler: () => handler,
      pages: createIde(async () => 'zone_1'),
    }),
  );
  const headers = {
    authorization: await api.issuer.bearer('wang', ['editor:region_100000']),
    'apollo-require-preflight': 'true',
  };
  clients = {
    'through the Lambda handler': {
      url: 'https://api.example.org/graphql',
      fetchFn: withHeaders(fetchThrough(api.send), headers),
    },
    'against the local server': { url: `${server.url}/graphql`, fetchFn: withHeaders(fetch, headers) },
  };
});
afterAll(() => server.stop());

describe.each(['through the Lambda handler', 'against the local server'])('%s', (way) => {
  const audits = serverAudits({ url: '' });

  test('there is something to audit', () => expect(audits.length).toBeGreaterThan(60));

  test.each(audits.map(({ id, name }) => [id, name]))('%s: %s', async (id) => {
    const audit = serverAudits(clients[way]!).find((one) => one.id === id)!;
    const result = await audit.fn();
    expect({ ...result, response: undefined }).toMatchObject({ status: 'ok' });
  });
});
