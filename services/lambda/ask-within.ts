import { HeaderMap } from '@apollo/server';
import { createContext } from '../../graphql/context.ts';
import { createRequestRecord } from '../../graphql/request-record.ts';
import type { AnswerGraphql } from '../../graphql/server.ts';
import type { Actor } from '../domain/access/access.ts';
import type { Request } from '../lists/request.ts';
import type { Deps } from '../operations/deps.ts';
import { nothingConsumed, withinBudget } from '../store/request-budget.ts';
import type { RequestLog } from './request-log.ts';
import { type Invocation, REQUEST_MS } from './rest-handler.ts';

interface AskingParts {
  readonly answerGraphql: AnswerGraphql;
  readonly deps: Deps;
  readonly log: Pick<RequestLog, 'request' | 'fault'>;
}

/** The API in this very process, asked by somebody: no token and no gateway between, and a line in the log all the same. */
export function askWithin(
  { answerGraphql, deps, log }: AskingParts,
  actor: Actor,
  { awsRequestId: requestId = '', getRemainingTimeInMillis = () => Number.POSITIVE_INFINITY }: Invocation,
): Request {
  return async <Data>(query: string, variables: object) => {
    const began = performance.now();
    const record = createRequestRecord(requestId, (error, field) => log.fault(error, { requestId, field }));
    const consumed = nothingConsumed();
    // As long as one that comes from outside: where that is not enough, time is left to ask for less, and to say what went wrong.
    const until = began + Math.min(REQUEST_MS, getRemainingTimeInMillis() - MARGIN_MS);
    const authenticate = async () => actor;
    const answer = await withinBudget({ until, consumed }, () =>
      answerGraphql({ method: 'POST', headers: JSON_HEADERS, search: '', body: { query, variables } }, () =>
        createContext({ deps, authenticate, headers: {}, record, mode: 'production' }),
      ),
    );
    const { status = 200, body } = answer;
    const durationMs = performance.now() - began;
    log.request({ requestId, coldStart: false, status, durationMs, sum: record.sum(), consumed });
    if (body.kind !== 'complete') throw new TypeError('an answer in pieces');
    const { data, errors = [] } = JSON.parse(body.string) as Answer;
    if (errors.length > 0) throw new Unanswered(errors.map(({ extensions }) => extensions.code));
    return data as Data;
  };
}

interface Answer {
  readonly data?: unknown;
  readonly errors?: readonly { readonly extensions: { readonly code: string } }[];
}

/** What another time may be answered. Codes alone: it goes into the history of a run. */
class Unanswered extends Error {
  /** Of the first error: what is asked here has one field that can fail. */
  readonly code: string | undefined;

  constructor(codes: readonly string[]) {
    super([...new Set(codes)].join(' '));
    this.name = 'Unanswered';
    [this.code] = codes;
  }
}

const JSON_HEADERS = new HeaderMap([['content-type', 'application/json']]);
const MARGIN_MS = 5_000;
