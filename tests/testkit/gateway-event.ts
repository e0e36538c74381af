import { randomUUID } from 'node:crypto';
import type { APIGatewayProxyEvent } from 'aws-lambda';

export const JSON_CONTENT = { 'Content-Type': 'application/json' } as const;

/** A request as the gateway hands it on, without content. */
export const gatewayEvent = (): APIGatewayProxyEvent => ({
  resource: '/graphql',
  path: '/graphql',
  httpMethod: 'POST',
  headers: JSON_CONTENT,
  multiValueHeaders: {},
  queryStringParameters: null,
  multiValueQueryStringParameters: null,
  pathParameters: null,
  stageVariables: null,
  body: null,
  isBase64Encoded: false,
  requestContext: { requestId: randomUUID() } as APIGatewayProxyEvent['requestContext'],
});
