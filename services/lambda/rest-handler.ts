import type { APIGatewayProxyEvent, APIGatewayProxyResult } from 'aws-lambda';
import type { RequestRecord } from '../../graphql/request-record.ts';
import { createRequestRecord } from '../../graphql/request-record.ts';
import { Refusal } from '../domain/messages/refusal.ts';
import { nothingConsumed, type RequestBudget, withinBudget } from '../store/request-budget.ts';
import { refusalResponse } from './refusal-response.ts';
import type { RequestLog } from './request-log.ts';
import { RESPONSE_HEADERS } from './response-headers.ts';

/** A request of API Gateway in, its response out. */
export type RestHandler = (
  event: APIGatewayProxyEvent,
  invocation?: Invocation,
) => Promise<APIGatewayProxyResult>;

/** What is read of the context that Lambda hands over beside the event. */
export interface Invocation {
  readonly awsRequestId?: string;
  readonly getRemainingTimeInMillis?: () => number;
}

/** Answers one request, and notes in its record what the log is to say of it. */
export type Answer = (event: APIGatewayProxyEvent, record: RequestRecord) => Promise<APIGatewayProxyResult>;

/**
 * What holds for every request, whatever becomes of it: it is answered before its time is up, never by an exception,
 * and it leaves one line in the log.
 *
 * @param pseudonymOf what the log calls a caller by; never called where nobody brought a token that holds
 */
export function createRestHandler(
  log: RequestLog,
  answer: Answer,
  pseudonymOf: (subject: string) => string = () => '',
): RestHandler {
  let coldStart = true;

  return async (event, invocation = {}) => {
    const began = performance.now();
    const requestId = event.requestContext?.requestId ?? invocation.awsRequestId ?? '';
    const record = createRequestRecord(requestId, (error, field) => log.fault(error, { requestId, field }));
    const limits = timeLimits(invocation.getRemainingTimeInMillis?.());
    const consumed = nothingConsumed();
    const budget: RequestBudget = { until: began + limits.store, consumed };
    const work = () => withinBudget(budget, () => answer(event, record));
    const late = () => new Refusal(budget.assessing ? 'ASSESSMENT_LATE' : 'SERVICE_UNAVAILABLE');
    const result = await inTime(limits.answer, record, late, () => safely(record, work));
    const sum = record.sum();
    log.request({
      requestId,
      invocationId: invocation.awsRequestId,
      coldStart,
      status: result.statusCode,
      durationMs: performance.now() - began,
      sum,
      subject: sum.actor ? pseudonymOf(sum.actor.subject) : undefined,
      consumed,
    });
    coldStart = false;
    return { ...result, headers: { ...result.headers, ...RESPONSE_HEADERS, ...ADVICE[result.statusCode] } };
  };
}

/**
 * Milliseconds that a request has, from when it came in.
 *
 * Below the 29 seconds after which API Gateway gives up, and below what Lambda leaves to this invocation: past either
 * the caller gets an answer without a code, and nothing reports a publication that was cut off.
 *
 * @param remaining milliseconds until Lambda ends the invocation; none where nobody does
 */
const timeLimits = (remaining = Number.POSITIVE_INFINITY) => ({
  // After this no command is sent to the store or waited for, so that there is time left to answer.
  store: Math.min(REQUEST_MS, remaining * 0.8),
  // After this the caller gets an error in place of the answer.
  answer: Math.min(REQUEST_MS + 1_000, remaining * 0.9),
});
export const REQUEST_MS = 25_000;

/** Headers that go with these statuses: which token to send (RFC 6750), when to try again. */
const ADVICE: Readonly<Record<number, Readonly<Record<string, string>>>> = {
  401: { 'www-authenticate': 'Bearer error="invalid_token"' },
  503: { 'retry-after': '5' },
};

/** An exception would become a line of the runtime's own, message and all, and an answer without a code. */
async function safely(
  record: RequestRecord,
  work: () => Promise<APIGatewayProxyResult>,
): Promise<APIGatewayProxyResult> {
  try {
    return await work();
  } catch (error) {
    record.fault(error);
    return refusalResponse(500, new Refusal('INTERNAL_ERROR', { requestId: record.requestId }), record);
  }
}

async function inTime(
  milliseconds: number,
  record: RequestRecord,
  why: () => Refusal,
  work: () => Promise<APIGatewayProxyResult>,
): Promise<APIGatewayProxyResult> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<APIGatewayProxyResult>((resolve) => {
    timer = setTimeout(() => {
      record.fault(new OutOfTime());
      resolve(refusalResponse(503, why(), record));
    }, milliseconds);
  });
  try {
    return await Promise.race([work(), late]);
  } finally {
    clearTimeout(timer);
  }
}

/** There was no answer in time, and nothing that was waited for gave up by itself. */
class OutOfTime extends Error {
  override readonly name = 'OutOfTime';
}
