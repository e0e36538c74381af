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
/** One request to the public API, however it travels. */
export type Ask = (question: Question) => Promise<GraphqlAnswer>;

/** Asks a handler that is not on the network yet, as the gateway would. */
export function askHandler(handler: RestHandler): Ask {
  return async (question) => {
    const { body } = await handler({
      ...post(question),
      httpMethod: 'POST',
      path: '/graphql',
      multiValueQueryStringParameters: null,
      isBase64Encoded: false,
      requestContext: { requestId: randomUUID() },
    } as unknown as APIGatewayProxyEvent);
    return JSON.parse(body) as GraphqlAnswer;
  };
}

/** Asks the server over HTTP. */
export function createAsk(url: string): Ask {
  return async (question) => {
    const path = question.token === undefined ? '/graphql' : '/officer/graphql';
    const response = await fetch(`${url}${path}`, { ...post(question), method: 'POST' });
    return (await response.json()) as GraphqlAnswer;
  };
}

const post = ({ query, variables, token }: Question) => ({
  headers: {
    'content-type': 'application/json',
    ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
  },
  body: JSON.stringify({ query, variables }),
});
