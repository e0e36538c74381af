import { handlers } from '@as-integrations/aws-lambda';
import type { APIGatewayProxyEvent } from 'aws-lambda';
import { queryTextRefusal } from '../../graphql/limits/query-text.ts';
import { answerType } from './answer-type.ts';

import { type Headers, headersOf } from './headers-of.ts';
import { HttpRefusal, refusalAnswer, refusedWith } from './http-refusal.ts';
import { jsonError } from './json-error.ts';
import { ensureWellFormed, readJson } from './read-json.ts';
import { MAX_BODY_BYTES, requestText } from './request-text.ts';

const gateway = handlers.createAPIGatewayProxyEventRequestHandler();

/**
 * How a request of API Gateway (REST, proxy integration) becomes one of GraphQL and back.
 *
 * What cannot be answered is refused here, before any of it is run: another method, a media type we do not write, a
 * body too long, too deep or no JSON, several requests in one, a query that no parser should see. What is left is read
 * as the library reads it, but that the gateway has decoded query parameters already, and that numbers with more
 * digits than a double has are not rounded.
 */
export const gatewayRequests: typeof gateway = {
  ...gateway,

  fromEvent(event) {
    const { httpMethod } = event;
    if (typeof httpMethod !== 'string') throw new TypeError('the event is none of a REST API');
    if (httpMethod !== 'GET' && httpMethod !== 'POST')
      throw refusedWith(405, 'METHOD_NOT_ALLOWED', { value: httpMethod }, { allow: 'GET, POST' });
    const headers = withAnswerType(headersOf(event));
    if (httpMethod === 'POST') return fromPost(event, headers);
    return gateway.fromEvent({
      ...event,
      headers,
      body: null,
      multiValueQueryStringParameters: readParameters(event.multiValueQueryStringParameters),
    });
  },

  toErrorResult(error) {
    if (error instanceof HttpRefusal) return refusalAnswer(error);
    return jsonError(500, 'INTERNAL_SERVER_ERROR', {
      zh: '服务内部错误，请稍后重试；如仍出现请联系管理员。',
      en: 'Something went wrong on our side. Try again; if it stays, tell the operator.',
    });
  },
};

function fromPost(event: APIGatewayProxyEvent, headers: Headers) {
  const request = gateway.fromEvent({ ...event, headers, body: null, multiValueQueryStringParameters: null });
  const text = requestText(event);
  if (text === null) throw refusedWith(413, 'REQUEST_TOO_LARGE', { allowed: MAX_BODY_BYTES });
  // Of another media type nothing is read: the server answers what it takes, and guards against forged forms.
  if (text === '' || !isJson(headers['content-type'])) return request;
  const body = readJson(text, 'body');
  if (Array.isArray(body)) throw refusedWith(400, 'BATCHING_NOT_SUPPORTED', {});
  ensureReadable((body as { query?: unknown } | null)?.query);
  return { ...request, body };
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

/** The library decodes them once more. */
function readParameters(parameters: Parameters): Parameters {
  if (!parameters) return parameters;
  const read = Object.entries(parameters).map(([name, given]): [string, string[]] => {
    const values = given ?? [];
    for (const text of [name, ...values]) ensureWellFormed(text, ['?']);
    if (name === 'query') values.forEach(ensureReadable);
    if (!JSON_PARAMETERS.has(name)) return [name, values];
    return [name, values.map((text) => JSON.stringify(readJson(text, name)))];
  });
  return Object.fromEntries(read.map(([name, values]) => [name, values.map(encodeURIComponent)]));
}

const JSON_PARAMETERS: ReadonlySet<string> = new Set(['variables', 'extensions']);
