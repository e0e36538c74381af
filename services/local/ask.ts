import { randomUUID } from 'node:crypto';
import type { APIGatewayProxyEvent } from 'aws-lambda';
import type { RestHandler } from '../lambda/create-handler.ts';

export interface Question {
  readonly query: string;
  readonly variables?: unknown;
  readonly token?: string;
}
/** The answer as GraphQL gives it: whoever asks knows its shape. */
export interface GraphqlAnswer {
  // biome-ignore lint/suspicious/noExplicitAny: the shape is that of the query
  readonly data?: any;
  // biome-ignore lint/suspicious/noExplicitAny: as GraphQL gives them
  readonly errors?: any;
}
export type Ask = (question: Question) => Promise<GraphqlAnswer>;

/** Asks a handler that nobody can reach yet, as the gateway would. */
export function askHandler(handler: RestHandler): Ask {
  return async ({ query, variables, token }) => {
    const headers = {
      'content-type': 'application/json',
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
    };
    const { body } = await handler({
      httpMethod: 'POST',
      path: '/graphql',
      headers,
      multiValueQueryStringParameters: null,
      body: JSON.stringify({ query, variables }),
      isBase64Encoded: false,
      requestContext: { requestId: randomUUID() },
    } as unknown as APIGatewayProxyEvent);
    return JSON.parse(body) as GraphqlAnswer;
  };
}

/** Asks the server over HTTP, as anybody would. */
export function createAsk(url: string): Ask {
  return async ({ query, variables, token }) => {
    const response = await fetch(`${url}/graphql`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
      },
      body: JSON.stringify({ query, variables }),
    });
    return (await response.json()) as GraphqlAnswer;
  };
}
