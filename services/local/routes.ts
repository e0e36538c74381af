import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';
import type { APIGatewayProxyResult } from 'aws-lambda';
import type { Callers } from '../auth/callers.ts';
import type { RestHandler } from '../lambda/create-handler.ts';
import { refusalAnswer, refusedWith } from '../lambda/http-refusal.ts';
import { jsonError } from '../lambda/json-error.ts';
import { MAX_BODY_BYTES } from '../lambda/request-text.ts';
import { limitConcurrency } from './concurrency-limit.ts';
import type { DevelopmentIssuer } from './development-issuer.ts';
import { gatewayEvent } from './gateway-event.ts';
import type { Answer } from './http-server.ts';
import { readBody } from './read-body.ts';
import { createSignIn } from './sign-in.ts';

interface Routed {
  readonly issuer: DevelopmentIssuer;
  /** Of whom an address is there for; `null` until the store is open and whole. */
  readonly handler: (callers: Callers) => RestHandler | null;
  /** What is there for browsers; `null` under a path where nothing is. */
  readonly pages: Pages;
}

export type Pages = (path: string) => Promise<APIGatewayProxyResult | null>;

/** Everything that the local server answers; the addresses of the API are those of production. */
export function createRoutes({ issuer, handler, pages }: Routed): Answer {
  const signIn = createSignIn(issuer);
  // Nothing else is counted: requests inside wait for the keys of the issuer, which come from this very server.
  const graphql = limitConcurrency(MAX_CONCURRENT_REQUESTS, answerGraphql);
  return async (request) => {
    if (!isOwnHost(request.headers.host)) return FOREIGN_HOST;
    if (!isOwnOrigin(request.headers)) return FOREIGN_ORIGIN;
    const pathname = pathOf(request);
    if (callersOf(pathname)) return graphql(request);
    if (SIGNING_IN.has(pathname))
      return (await signIn(request, String((await readBody(request)) ?? ''))) ?? NOT_ALLOWED;
    if (request.method !== 'GET' && request.method !== 'HEAD') return NOT_ALLOWED;
    if (pathname === '/.well-known/jwks.json') return json(200, await issuer.publicKeys());
    if (pathname === '/healthz') return handler('anonymous') ? json(200, { status: 'ok' }) : STARTING;
    return (await pages(pathname)) ?? NOT_FOUND;
  };

  async function answerGraphql(request: IncomingMessage): Promise<APIGatewayProxyResult> {
    const body = await readBody(request);
    if (body === null) return TOO_LARGE;
    return (await handler(callersOf(pathOf(request))!)?.(gatewayEvent(request, body))) ?? STARTING;
  }
}

const pathOf = ({ url = '/' }: IncomingMessage): string => url.split('?', 1)[0]!;

const API: ReadonlyMap<string, Callers> = new Map([
  ['/graphql', 'anonymous'],
  ['/officer/graphql', 'officer'],
  // Here nobody counts requests, so no key is asked for.
  ['/portal/graphql', 'portal'],
]);

/** The feeds are answered by the API, as to everybody. */
const callersOf = (pathname: string): Callers | undefined =>
  pathname.startsWith('/feeds/') ? 'anonymous' : API.get(pathname);

const SIGNING_IN: ReadonlySet<string> = new Set([
  '/.well-known/openid-configuration',
  '/authorize',
  '/token',
]);

/** A page of another site can give its own name this machine's address (DNS rebinding); it cannot change that name. */
const isOwnHost = (host = ''): boolean => /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/i.test(host);

/** Browsers name the page that asks; other clients name none. */
const isOwnOrigin = ({ host, origin }: IncomingHttpHeaders): boolean =>
  origin === undefined || origin.toLowerCase() === `http://${host}`.toLowerCase();

/** Half a second's work: enough to absorb a burst, too little to delay anybody. */
const MAX_CONCURRENT_REQUESTS = 256;

const json = (statusCode: number, value: unknown): APIGatewayProxyResult => ({
  statusCode,
  headers: { 'content-type': 'application/json; charset=utf-8' },
  body: JSON.stringify(value),
});

const NOT_FOUND = jsonError(404, 'NOT_FOUND', {
  zh: '没有这个地址。页面在 /，接口在 /graphql，试用接口的页面在 /ide。',
  en: 'There is nothing at this address. The page is at /, the API at /graphql, a page to try it at /ide.',
});
const NOT_ALLOWED: APIGatewayProxyResult = {
  ...jsonError(405, 'METHOD_NOT_ALLOWED', { zh: '这个地址只能读取。', en: 'This address can only be read.' }),
  multiValueHeaders: { allow: ['GET', 'HEAD'] },
};
const FOREIGN_HOST = jsonError(403, 'FOREIGN_HOST', {
  zh: '本地服务只在 localhost 或 127.0.0.1 这两个名称下应答。',
  en: 'The local server answers only under the names localhost and 127.0.0.1.',
});
const FOREIGN_ORIGIN = jsonError(403, 'FOREIGN_ORIGIN', {
  zh: '本地服务不应答其他网站的网页。',
  en: 'The local server does not answer the pages of other sites.',
});
const STARTING = jsonError(503, 'STARTING', {
  zh: '服务正在启动，请稍候。',
  en: 'The server is starting; try again in a moment.',
});
const TOO_LARGE = refusalAnswer(refusedWith(413, 'REQUEST_TOO_LARGE', { allowed: MAX_BODY_BYTES }));
