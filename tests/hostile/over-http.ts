import type { APIGatewayProxyEvent } from 'aws-lambda';
import type { TestApi } from '../testkit/api.ts';

/** `fetch` whose requests become events of API Gateway and whose responses come from the handler. */
export function fetchThrough(send: TestApi['send']): typeof fetch {
  return async (input, init) => {
    const request = new Request(input, init);
    const { searchParams, pathname } = new URL(request.url);
    const text = await request.text();
    const { statusCode, headers, body } = await send({
      httpMethod: request.method,
      path: pathname,
      headers: Object.fromEntries(request.headers),
      multiValueHeaders: {},
      queryStringParameters: Object.fromEntries(searchParams),
      multiValueQueryStringParameters: valuesOf(searchParams),
      body: text === '' ? null : text,
      isBase64Encoded: false,
    });
    return new Response(body, { status: statusCode, headers: headers as Record<string, string> });
  };
}

/** The same client, signed in and past the guard against forged requests. */
export const withHeaders =
  (client: typeof fetch, more: Readonly<Record<string, string>>): typeof fetch =>
  (input, init) => {
    const request = new Request(input, init);
    for (const [name, value] of Object.entries(more)) request.headers.set(name, value);
    return client(request);
  };

function valuesOf(parameters: URLSearchParams): APIGatewayProxyEvent['multiValueQueryStringParameters'] {
  const names = [...new Set(parameters.keys())];
  return names.length === 0 ? null : Object.fromEntries(names.map((name) => [name, parameters.getAll(name)]));
}
