import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { APIGatewayProxyEvent } from 'aws-lambda';

/** The event that API Gateway (REST, proxy integration) would make of this request. */
export function gatewayEvent(request: IncomingMessage, body: Buffer): APIGatewayProxyEvent {
  const [pathname = '/', ...search] = (request.url ?? '/').split('?');
  const searchParams = new URLSearchParams(search.join('?'));
  const headers = pairsOf(request.rawHeaders);
  const text = textOf(body);
  return {
    resource: pathname,
    path: pathname,
    httpMethod: request.method ?? 'GET',
    headers: lastOfEach(headers),
    multiValueHeaders: allOfEach(headers),
    queryStringParameters: lastOfEach([...searchParams]),
    multiValueQueryStringParameters: allOfEach([...searchParams]),
    pathParameters: null,
    stageVariables: null,
    body: body.length === 0 ? null : (text ?? body.toString('base64')),
    isBase64Encoded: text === null,
    requestContext: requestContext(request, pathname),
  };
}

function requestContext(request: IncomingMessage, path: string): APIGatewayProxyEvent['requestContext'] {
  const now = new Date();
  return {
    accountId: '000000000000',
    apiId: 'local',
    authorizer: undefined,
    protocol: `HTTP/${request.httpVersion}`,
    httpMethod: request.method ?? 'GET',
    identity: {
      ...NOBODY,
      sourceIp: request.socket.remoteAddress ?? '',
      userAgent: request.headers['user-agent'] ?? null,
    },
    path,
    stage: 'local',
    requestId: randomUUID(),
    requestTime: now.toUTCString(),
    requestTimeEpoch: now.getTime(),
    resourceId: 'local',
    resourcePath: path,
  };
}

const NOBODY = {
  accessKey: null,
  accountId: null,
  apiKey: null,
  apiKeyId: null,
  caller: null,
  clientCert: null,
  cognitoAuthenticationProvider: null,
  cognitoAuthenticationType: null,
  cognitoIdentityId: null,
  cognitoIdentityPoolId: null,
  principalOrgId: null,
  user: null,
  userArn: null,
} as const;

/** The gateway hands on text as text, and what is none in Base64. */
function textOf(body: Buffer): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(body);
  } catch {
    return null;
  }
}

type Pair = readonly [string, string];

const pairsOf = (raw: readonly string[]): Pair[] =>
  raw.flatMap((name, at) => (at % 2 === 0 ? [[name, raw[at + 1] ?? ''] as const] : []));

const lastOfEach = (pairs: readonly Pair[]): Record<string, string> => Object.fromEntries(pairs);

function allOfEach(pairs: readonly Pair[]): Record<string, string[]> {
  const all = new Map<string, string[]>();
  for (const [name, value] of pairs) all.set(name, [...(all.get(name) ?? []), value]);
  return Object.fromEntries(all);
}
