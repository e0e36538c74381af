import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { APIGatewayProxyResult } from 'aws-lambda';
import type { Pages } from '../routes.ts';
import { examplesFor } from './examples.ts';

/**
 * GraphiQL with our examples, from this machine alone: the packages bring
 * browser bundles ready made, so nothing is built and nothing is fetched.
 *
 * @param exampleZone id of the zone that the examples ask about
 */
export function createIde(exampleZone: () => Promise<string>): Pages {
  return async (path) => {
    if (path === '/ide/examples.json') {
      return answer('application/json', JSON.stringify(examplesFor(await exampleZone())));
    }
    const file = FILES.get(path);
    return file === undefined ? null : answer(file.type, await readFile(file.path, 'utf8'));
  };
}

const require = createRequire(import.meta.url);
const REACT = dirname(require.resolve('react/package.json'));
const REACT_DOM = dirname(require.resolve('react-dom/package.json'));
const GRAPHIQL = dirname(require.resolve('graphiql/package.json'));

/** All there is to fetch, by its exact path: nothing of a request ever becomes part of a file name. */
const FILES: ReadonlyMap<string, { readonly path: string; readonly type: string }> = new Map(
  (
    [
      ['/ide', import.meta.dirname, 'page.html', 'text/html'],
      ['/ide/page.js', import.meta.dirname, 'page.js', 'text/javascript'],
      ['/ide/page.css', import.meta.dirname, 'page.css', 'text/css'],
      ['/ide/react.js', REACT, 'umd/react.production.min.js', 'text/javascript'],
      ['/ide/react-dom.js', REACT_DOM, 'umd/react-dom.production.min.js', 'text/javascript'],
      ['/ide/graphiql.js', GRAPHIQL, 'graphiql.min.js', 'text/javascript'],
      ['/ide/graphiql.css', GRAPHIQL, 'graphiql.min.css', 'text/css'],
    ] as const
  ).map(([url, folder, name, type]) => [url, { path: join(folder, name), type }]),
);

const answer = (type: string, body: string): APIGatewayProxyResult => ({
  statusCode: 200,
  headers: {
    'content-type': `${type}; charset=utf-8`,
    'content-security-policy': POLICY,
    'referrer-policy': 'no-referrer',
  },
  body,
});

/** The browser itself sees to it that the page fetches nothing from elsewhere. Its styles and fonts are inline. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "connect-src 'self'",
  "img-src 'self' data:",
  "font-src 'self' data:",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');
