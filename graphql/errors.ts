import { GraphQLError } from 'graphql';
import { Refusal, Refusals } from '../services/domain/messages/refusal.ts';
import type { RequestRecord } from './request-record.ts';

/** The refusal that an error is, stands for or begins with. */
export function refusalOf(error: unknown): Refusal | undefined {
  if (error instanceof Refusal) return error;
  if (error instanceof Refusals) return error.refusals[0];
  // The store's fault is known by its code: this layer knows operations, not the store.
  if (error instanceof Error && 'code' in error && error.code === 'STORE_UNAVAILABLE')
    return new Refusal('SERVICE_UNAVAILABLE');
  return undefined;
}

/** An outage, and what was changed behind our back, is reported to the operator as well as to the caller. */
export const isExpected = (refusal: Refusal | undefined): boolean =>
  refusal !== undefined && !REPORTED.has(refusal.code);

const REPORTED: ReadonlySet<Refusal['code']> = new Set([
  'SERVICE_UNAVAILABLE',
  'ASSESSMENT_LATE',
  'DECISION_DAMAGED',
]);

/** What programs read of an error: its code, and the Chinese sentence beside the English one. */
export const extensionsOf = (refusal: Refusal): Record<string, unknown> => ({
  code: refusal.code,
  zh: refusal.text('zh'),
  ...(refusal.path ? { field: refusal.path.join('.') } : {}),
  ...(refusal.code === 'INTERNAL_ERROR' ? { requestId: refusal.details.requestId } : {}),
});

/**
 * The error that rejects a request before it begins, with its HTTP status: where the caller's token is not accepted,
 * nothing is answered at all.
 */
export function rejectRequest(error: unknown, record: RequestRecord): GraphQLError {
  const refusal = refusalOf(error);
  if (!isExpected(refusal)) record.fault(error);
  const shown = refusal ?? new Refusal('INTERNAL_ERROR', { requestId: record.requestId });
  const http = { status: STATUS[shown.code] ?? 500 };
  return new GraphQLError(shown.message, { extensions: { ...extensionsOf(shown), http } });
}

const STATUS: Partial<Record<Refusal['code'], number>> = {
  UNAUTHENTICATED: 401,
  TOKEN_NOT_TAKEN_HERE: 403,
  IDENTITY_UNAVAILABLE: 503,
  SERVICE_UNAVAILABLE: 503,
  ASSESSMENT_LATE: 503,
};
