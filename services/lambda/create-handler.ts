import type { APIGatewayProxyEvent, APIGatewayProxyResult } from 'aws-lambda';
import { createContext, type Mode } from '../../graphql/context.ts';
import type { RequestRecord } from '../../graphql/request-record.ts';
import { createGraphqlServer } from '../../graphql/server.ts';
import type { Authenticate } from '../auth/authenticator.ts';
import { Refusal } from '../domain/messages/refusal.ts';
import type { Deps } from '../operations/deps.ts';
import { withFeeds } from './atom-feed.ts';
import { gatewayAnswer, gatewayFault, graphqlRequestOf } from './gateway-requests.ts';
import { headersOf } from './headers-of.ts';
import { refusalResponse } from './refusal-response.ts';
import type { RequestLog } from './request-log.ts';
import type { Answer, RestHandler } from './rest-handler.ts';
import { createRestHandler } from './rest-handler.ts';

export type { RestHandler } from './rest-handler.ts';

interface HandlerParts {
  readonly deps: Deps;
  readonly authenticate: Authenticate;
  /** Production where not given. */
  readonly mode?: Mode;
  readonly log: RequestLog;
  /** What the log calls a caller by. */
  readonly pseudonymOf?: (subject: string) => string;
}

/** The whole API as one function: what runs in Lambda and, behind a small HTTP server, locally. */
export function createHandler({ log, pseudonymOf, ...parts }: HandlerParts): RestHandler {
  return createRestHandler(log, createAnswer(parts), pseudonymOf);
}

/** The API without what is around every request. */
export function createAnswer({
  deps,
  authenticate,
  mode = 'production',
}: Omit<HandlerParts, 'log' | 'pseudonymOf'>): Answer {
  const answerGraphql = createGraphqlServer();

  return withFeeds(async (event, record) => {
    const result = await answered(event, record);
    const { statusCode, body } = result;
    if (statusCode === 500 && record.sum().faults === 0) record.fault(new Unexplained());
    if (statusCode >= 400 && record.sum().refusals.size === 0) codesIn(body).forEach(record.countRefusal);
    return ensureResponseFits(result, record);
  });

  async function answered(
    event: APIGatewayProxyEvent,
    record: RequestRecord,
  ): Promise<APIGatewayProxyResult> {
    try {
      const request = graphqlRequestOf(event);
      const contextNow = () => createContext({ deps, authenticate, headers: headersOf(event), record, mode });
      return gatewayAnswer(await answerGraphql(request, contextNow));
    } catch (error) {
      const fault = gatewayFault(error);
      if (fault.statusCode >= 500) record.fault(error);
      return fault;
    }
  }
}

/** The answer, or an error in its place where Lambda could not carry it. Not checked in GraphQL, so that the refusal is counted. */
function ensureResponseFits(answer: APIGatewayProxyResult, record: RequestRecord): APIGatewayProxyResult {
  const { body, statusCode } = answer;
  // Escaping makes two characters of one at most.
  if (Buffer.byteLength(body) * 2 <= MAX_RESPONSE_BYTES) return answer;
  const value = Buffer.byteLength(JSON.stringify(body));
  if (value <= MAX_RESPONSE_BYTES) return answer;
  return refusalResponse(
    statusCode,
    new Refusal('ANSWER_TOO_LARGE', { value, allowed: MAX_RESPONSE_BYTES }),
    record,
  );
}

/** Lambda carries 6 MB, in which the text is a JSON string: every quotation mark is escaped. */
const MAX_RESPONSE_BYTES = 5_500_000;

/** The codes of an answer to a request that ended before GraphQL had begun to count them. */
function codesIn(body: string): readonly string[] {
  try {
    const { errors } = JSON.parse(body) as { errors: readonly { readonly extensions: { code: unknown } }[] };
    return errors.map(({ extensions }) => String(extensions.code));
  } catch {
    // What is answered in no form of ours has no code; that it was refused is to be counted all the same.
    return ['WITHOUT_CODE'];
  }
}

/** The library answered 500 and reported no reason. */
class Unexplained extends Error {
  override readonly name = 'Unexplained';
}
