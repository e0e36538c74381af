import { HeaderMap, type HTTPGraphQLRequest, type HTTPGraphQLResponse } from '@apollo/server';
import type { APIGatewayProxyEvent, APIGatewayProxyResult } from 'aws-lambda';
import { queryTextRefusal } from '../../graphql/limits/query-text.ts';
import { answerType } from './answer-type.ts';
import { type Headers, headersOf } from './headers-of.ts';
import { HttpRefusal, refusalAnswer, refusedWith } from './http-refusal.ts';
import { jsonError } from './json-error.ts';
import { ensureWellFormed, readJson } from './read-json.ts';
import { MAX_BODY_BYTES, requestText } from './request-text.ts';

/**
 * A request of API Gateway (REST, proxy integration) as one of GraphQL.
 *
 * What cannot be answered is refused here, before any of it is run: another method, a media type we do not write, a
 * body too long, too deep or no JSON, several requests in one, a query that no parser should see. Numbers with more
 * digits than a double has are not rounded.
 *
 * @throws HttpRefusal
 */
export function graphqlRequestOf(event: APIGatewayProxyEvent): HTTPGraphQLRequest {
  const { httpMethod: method, multiValueQueryStringParameters } = event;
  if (typeof method !== 'string') throw new TypeError('the event is none of a REST API');
  if (method !== 'GET' && method !== 'POST')
    throw refusedWith(405, 'METHOD_NOT_ALLOWED', { value: method }, { allow: 'GET, POST' });
  const headers = new HeaderMap(Object.entries(withAnswerType(headersOf(event))));
  return method === 'POST'
    ? { method, headers, search: '', body: bodyOf(event, headers.get('content-type')) }
    : { method, headers, search: searchOf(multiValueQueryStringParameters), body: '' };
}

/** The answer of GraphQL as one of the gateway's. */
export function gatewayAnswer({ status, headers, body }: HTTPGraphQLResponse): APIGatewayProxyResult {
  if (body.kind !== 'complete') throw new TypeError('an answer in pieces');
  const length = { 'content-length': Buffer.byteLength(body.string).toString() };
  return {
    statusCode: status ?? 200,
    headers: { ...Object.fromEntries(headers), ...length },
    body: body.string,
  };
}

/** What is answered where there is no answer of GraphQL. */
export function gatewayFault(error: unknown): APIGatewayProxyResult {
  if (error instanceof HttpRefusal) return refusalAnswer(error);
  return jsonError(500, 'INTERNAL_SERVER_ERROR', {
    zh: '服务内部错误，请稍后重试；如仍出现请联系管理员。',
    en: 'Something went wrong on our side. Try again; if it stays, tell the operator.',
  });
}

function bodyOf(event: APIGatewayProxyEvent, contentType: string | undefined): unknown {
  const text = requestText(event);
  if (text === null) throw refusedWith(413, 'REQUEST_TOO_LARGE', { allowed: MAX_BODY_BYTES });
  // Of another media type nothing is read: the server answers what it takes, and guards against forged forms.
  if (text === '' || !isJson(contentType)) return '';
  const body = readJson(text, 'body');
  if (Array.isArray(body)) throw refusedWith(400, 'BATCHING_NOT_SUPPORTED', {});
  ensureReadable((body as { query?: unknown } | null)?.query);
  return body;
}

/** The server gets the one type that was chosen, or none where the client leaves it open. */
function withAnswerType({ accept, ...headers }: Headers): Headers {
  const type = answerType(accept);
  if (type === null) throw refusedWith(406, 'NOT_ACCEPTABLE', { value: String(accept).slice(0, 80) });
  return type === undefined ? headers : { ...headers, accept: type };
}

const isJson = (contentType = ''): boolean => /^application\/json\s*(;|$)/i.test(contentType.trim());

function ensureReadable(query: unknown): void {
  const refusal = typeof query === 'string' ? queryTextRefusal(query) : null;
  if (refusal) throw new HttpRefusal(400, refusal);
}

type Parameters = APIGatewayProxyEvent['multiValueQueryStringParameters'];

/** The gateway has decoded them. */
function searchOf(parameters: Parameters): string {
  const search = new URLSearchParams();
  for (const [name, values] of Object.entries(parameters ?? {}))
    for (const text of values ?? []) {
      for (const each of [name, text]) ensureWellFormed(each, ['?']);
      if (name === 'query') ensureReadable(text);
      search.append(name, JSON_PARAMETERS.has(name) ? JSON.stringify(readJson(text, name)) : text);
    }
  return search.toString();
}

const JSON_PARAMETERS: ReadonlySet<string> = new Set(['variables', 'extensions']);
