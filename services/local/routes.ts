import type { IncomingMessage } from 'node:http';
import type { APIGatewayProxyResult } from 'aws-lambda';
import type { RestHandler } from '../lambda/create-handler.ts';
import { refusalAnswer, refusedWith } from '../lambda/http-refusal.ts';
import { jsonError } from '../lambda/json-error.ts';
import { MAX_BODY_BYTES } from '../lambda/request-text.ts';
import { limitConcurrency } from './concurrency-limit.ts';
import type { DevelopmentIssuer } from './development-issuer.ts';
import { gatewayEvent } from './gateway-event.ts';
import type { Answer } from './http-server.ts';
import type { Ide } from './ide/ide.ts';
import { readBody } from './read-body.ts';

interface Routed {
  readonly issuer: DevelopmentIssuer;
  /** `null` until the store is open and whole. */
  readonly handler: () => RestHandler | null;
  readonly ide: Ide;
}

/** Everything that the local server answers; `/graphql` alone is there in production too. */
export function createRoutes({ issuer, handler, ide }: Routed): Answer {
  // Nothing else is counted: requests inside wait for the keys of the issuer, which come from this very server.
  const graphql = limitConcurrency(MAX_CONCURRENT_REQUESTS, answerGraphql);
  return async (request) => {
    const pathname = (request.url ?? '/').split('?', 1)[0] ?? '/';
    if (pathname === '/graphql') return graphql(request);
    if (request.method !== 'GET' && request.method !== 'HEAD') return NOT_ALLOWED;
    if (pathname === '/.well-known/jwks.json') return json(200, await issuer.publicKeys());
    if (pathname === '/healthz') return handler() ? json(200, { status: 'ok' }) : STARTING;
    return (await ide(pathname)) ?? NOT_FOUND;
  };

  async function answerGraphql(request: IncomingMessage): Promise<APIGatewayProxyResult> {
    const body = await readBody(request);
    if (body === null) return TOO_LARGE;
    return (await handler()?.(gatewayEvent(request, body))) ?? STARTING;
  }
}

/** Half a second's work: enough to absorb a burst, too little to delay anybody. */
const MAX_CONCURRENT_REQUESTS = 256;

const json = (statusCode: number, value: unknown): APIGatewayProxyResult => ({
  statusCode,
  headers: { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' },
  body: JSON.stringify(value),
});

const NOT_FOUND = jsonError(404, 'NOT_FOUND', {
  zh: '没有这个地址。接口在 /graphql，浏览器页面在 /。',
  en: 'There is nothing at this address. The API is at /graphql, a page for the browser at /.',
});
const NOT_ALLOWED: APIGatewayProxyResult = {
  ...jsonError(405, 'METHOD_NOT_ALLOWED', { zh: '这个地址只能读取。', en: 'This address can only be read.' }),
  multiValueHeaders: { allow: ['GET', 'HEAD'] },
};
const STARTING = jsonError(503, 'STARTING', {
  zh: '服务正在启动，请稍候。',
  en: 'The server is starting; try again in a moment.',
});
const TOO_LARGE = refusalAnswer(refusedWith(413, 'REQUEST_TOO_LARGE', { allowed: MAX_BODY_BYTES }));
