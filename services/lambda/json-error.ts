import type { APIGatewayProxyResult } from 'aws-lambda';
import type { Locale } from '../domain/values/text.ts';
import { RESPONSE_HEADERS } from './response-headers.ts';

/** An answer to a request that never reached GraphQL, in the form of a GraphQL error. */
export function jsonError(
  statusCode: number,
  code: string,
  message: Readonly<Record<Locale, string>>,
): APIGatewayProxyResult {
  return {
    statusCode,
    headers: { 'content-type': 'application/json; charset=utf-8', ...RESPONSE_HEADERS },
    body: JSON.stringify({ errors: [{ message: message.en, extensions: { code, zh: message.zh } }] }),
  };
}
