import type { MessageCode } from '../services/domain/messages/messages.ts';
import { Refusal, Refusals } from '../services/domain/messages/refusal.ts';
import type { Context } from './context.ts';

/** A refusal as data. The executor takes an `Error` in an answer for a failure of the field that holds it. */
export type UserErrorModel = Pick<Refusal, 'code' | 'details' | 'path'>;

/** What a change came to: its result, or why it was refused. */
type Attempt<T> =
  | { readonly result: T; readonly userErrors: readonly [] }
  | { readonly result: null; readonly userErrors: readonly UserErrorModel[] };

/** A change, as the operations make it. */
export type Operation<Input, T> = (
  deps: Context['deps'],
  actor: Context['actor'],
  input: Input,
) => Promise<T>;

/**
 * Makes a change. What the caller did wrong becomes data; everything else goes on as an error of the request.
 * The one place where refusals become user errors.
 */
export async function attempt<Input, T>(
  context: Context,
  operation: Operation<Input, T>,
  input: Input,
): Promise<Attempt<T>> {
  try {
    return { result: await operation(context.deps, context.actor, input), userErrors: [] };
  } catch (error) {
    const refusals = refusalsOf(error);
    for (const { code } of refusals) context.record.countRefusal(code);
    return { result: null, userErrors: refusals.map(asUserError) };
  } finally {
    context.reads.startOver();
  }
}

export const asUserError = ({ code, details, path }: Refusal): UserErrorModel => ({ code, details, path });

/** @throws the error itself where it is none of the caller's */
function refusalsOf(error: unknown): readonly Refusal[] {
  const refusals = error instanceof Refusal ? [error] : error instanceof Refusals ? error.refusals : [];
  if (refusals.length === 0) throw error;
  return refusals;
}

/** The GraphQL type that carries all there is to say about an error. */
export function userErrorType({ code }: UserErrorModel): UserErrorType {
  return TYPES[code] ?? 'InputError';
}

type UserErrorType =
  | 'InputError'
  | 'AccessError'
  | 'StateError'
  | 'StaleRevisionError'
  | 'PublicationRuleError';

/** Whatever is not here is about a value that was sent. */
const TYPES: Partial<Record<MessageCode, UserErrorType>> = {
  NOT_ALLOWED: 'AccessError',
  FOUR_EYES: 'AccessError',
  SECOND_PERSON: 'AccessError',
  CONFIRMATION_NOT_ALLOWED: 'AccessError',
  ENTRY_UNREADABLE: 'StateError',
  DECISION_DAMAGED: 'StateError',
  DECISION_SUPERSEDED: 'StateError',
  CATALOG_REPEALED: 'StateError',
  UNKNOWN_REVISION: 'StateError',
  CATALOG_EXISTS: 'StateError',
  DRAFT_EXISTS: 'StateError',
  NO_DRAFT: 'StateError',
  ALREADY_SUBMITTED: 'StateError',
  ALREADY_PUBLISHED: 'StateError',
  NOT_SUBMITTED: 'StateError',
  NOT_IN_REVIEW: 'StateError',
  ALREADY_WITHDRAWN: 'StateError',
  ALREADY_PROPOSED: 'StateError',
  PROPOSAL_STALE: 'StateError',
  PROPOSAL_EXPIRED: 'StateError',
  NOT_REPEALED: 'StateError',
  REPEAL_IN_FORCE: 'StateError',
  CONTENT_CHANGED: 'StateError',
  BASE_MOVED: 'StateError',
  STALE_DRAFT: 'StateError',
  BUSY: 'StateError',
  PARENT_CLOSED: 'StateError',
  STILL_OPEN_INSIDE: 'StateError',
  JURISDICTION_CLOSED: 'StateError',
  NO_CHANGE: 'StateError',
  AREA_IN_USE: 'StateError',
  TERRITORY_LEFT: 'StateError',
  DEFINITION_LEFT: 'StateError',
  PRODUCT_UNITS_DIFFER: 'StateError',
  CHUNK_DIFFERS: 'StateError',
  BATCH_CLOSED: 'StateError',
  BATCH_OPEN: 'StateError',
  BATCH_COMPLETE: 'StateError',
  LISTS_NOT_TAKEN: 'StateError',
  BATCH_OUTDATED: 'StateError',
  ROW_DECIDED: 'StateError',
  BATCH_SOFTWARE_CHANGED: 'StateError',
  CHUNKS_MISSING: 'StateError',
  CHUNKS_DIFFER: 'StateError',
  ROWS_DIFFER: 'StateError',
  CLOSED_OTHERWISE: 'StateError',
  IDEMPOTENCY_CONFLICT: 'StateError',
  STALE_REVISION: 'StaleRevisionError',
  PUBLICATION_RULE: 'PublicationRuleError',
  ACKNOWLEDGEMENT_REQUIRED: 'PublicationRuleError',
};
