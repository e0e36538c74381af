import type { APIGatewayProxyResult } from 'aws-lambda';
import type { DetailsOf, MessageCode } from '../domain/messages/messages.ts';
import { Refusal } from '../domain/messages/refusal.ts';
import { jsonError } from './json-error.ts';

/** A request that is refused before it is one of GraphQL. */
export class HttpRefusal extends Error {
  readonly status: number;
  readonly refusal: Refusal;
  readonly headers: Readonly<Record<string, string>>;

  constructor(status: number, refusal: Refusal, headers: Readonly<Record<string, string>> = {}) {
    super(refusal.message);
    this.name = 'HttpRefusal';
    this.status = status;
    this.refusal = refusal;
    this.headers = headers;
  }
}

export const refusedWith = <Code extends MessageCode>(
  status: number,
  code: Code,
  details: DetailsOf<Code>,
  headers: Readonly<Record<string, string>> = {},
): HttpRefusal => new HttpRefusal(status, Refusal.of(code, details, null), headers);

/** Its answer, in the form of a GraphQL error. */
export function refusalAnswer({ status, refusal, headers }: HttpRefusal): APIGatewayProxyResult {
  const answer = jsonError(status, refusal.code, { zh: refusal.text('zh'), en: refusal.text('en') });
  return { ...answer, headers: { ...answer.headers, ...headers } };
}
