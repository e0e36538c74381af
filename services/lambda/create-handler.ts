import { startServerAndCreateLambdaHandler } from '@as-integrations/aws-lambda';
import type { APIGatewayProxyEvent, APIGatewayProxyResult } from 'aws-lambda';
import { createContext, type Mode } from '../../graphql/context.ts';
import { createGraphqlServer } from '../../graphql/server.ts';
import type { Authenticate } from '../auth/authenticator.ts';
import type { Deps } from '../operations/deps.ts';
import { gatewayRequests } from './gateway-requests.ts';
import { headersOf } from './headers-of.ts';

export interface HandlerParts {
  readonly deps: Deps;
  readonly authenticate: Authenticate;
  /** Production where not given. */
  readonly mode?: Mode;
}

/** A request of API Gateway in, its response out. */
export type RestHandler = (event: APIGatewayProxyEvent) => Promise<APIGatewayProxyResult>;

/** The whole API as one function: what runs in Lambda and, behind a small HTTP server, locally. */
export function createHandler({ deps, authenticate, mode = 'production' }: HandlerParts): RestHandler {
  const handle = startServerAndCreateLambdaHandler(createGraphqlServer(), gatewayRequests, {
    context: ({ event }) => {
      const { requestId } = event.requestContext;
      return createContext({ deps, authenticate, headers: headersOf(event), requestId, mode });
    },
  });
  return async (event) => {
    const result = (await handle(event, NO_CONTEXT, IGNORED)) as APIGatewayProxyResult;
    return { ...result, headers: { ...result.headers, ...ADVICE[result.statusCode] } };
  };
}

/** What an HTTP client is told beside these statuses: to bring another token (RFC 6750), to come again in a while. */
const ADVICE: Readonly<Record<number, Readonly<Record<string, string>>>> = {
  401: { 'www-authenticate': 'Bearer error="invalid_token"' },
  503: { 'retry-after': '5' },
};

/** Nothing of the library or ours reads the Lambda context: what it says of the request, the event says too. */
const NO_CONTEXT = {} as Parameters<ReturnType<typeof startServerAndCreateLambdaHandler>>[1];
const IGNORED = (): void => {};
