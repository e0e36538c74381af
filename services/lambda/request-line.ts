import type { Operation, RequestSum } from '../../graphql/request-record.ts';
import type { Grant } from '../domain/access/access.ts';
import type { Consumption } from '../store/request-budget.ts';

/** A request that has been answered. */
export interface AnsweredRequest {
  readonly requestId: string;
  /** Lambda's own id of the invocation, as its platform lines give it. */
  readonly invocationId?: string | undefined;
  readonly coldStart: boolean;
  readonly status: number;
  readonly durationMs: number;
  readonly sum: RequestSum;
  /** What the caller is called in the log, where he brought a token that holds. */
  readonly subject?: string | undefined;
  readonly consumed: Consumption;
}

/**
 * What the log says of a request.
 *
 * INVARIANT: nothing in it was written by a caller, except the name of the operation where it looks like one, and no
 * name of a person: the subject is a pseudonym, for whose key another door has to be opened.
 */
export function requestLine({
  sum,
  consumed,
  ...request
}: AnsweredRequest): Readonly<Record<string, unknown>> {
  return {
    requestId: cleanId(request.requestId),
    invocationId: request.invocationId,
    coldStart: request.coldStart,
    status: request.status,
    durationMs: Math.round(request.durationMs * 10) / 10,
    operation: sum.operation && operationLine(sum.operation),
    // A caller whose token was refused, and one whose request was not read as far as that.
    caller: sum.actor === undefined ? 'unknown' : sum.actor === null ? 'anonymous' : 'signed in',
    subject: request.subject,
    roles: sum.actor ? rolesLine(sum.actor.roles) : undefined,
    accessed: sum.accessed.size > 0 ? accessedLine(sum.accessed) : undefined,
    outcomes: Object.fromEntries(sum.outcomes),
    refusals: Object.fromEntries(sum.refusals),
    faults: sum.faults,
    store: {
      requests: consumed.requests,
      throttled: consumed.throttled,
      readUnits: consumed.readUnits,
      writeUnits: consumed.writeUnits,
    },
  };
}

function operationLine({ type, name, fields }: Operation): object {
  return { type, name: name === null ? undefined : cleanName(name), fields: fields.slice(0, MAX_LISTED) };
}

const rolesLine = (roles: readonly Grant[]): readonly string[] =>
  [...new Set(roles.map(({ role, jurisdiction }) => `${role}:${jurisdiction}`))].sort().slice(0, MAX_LISTED);

const MAX_LISTED = 10;

/** As many decisions as a page has, and no line without end. */
const accessedLine = (accessed: ReadonlySet<string>): readonly string[] =>
  accessed.size <= MAX_ACCESSED
    ? [...accessed]
    : [...[...accessed].slice(0, MAX_ACCESSED), `and ${accessed.size - MAX_ACCESSED} more`];

const MAX_ACCESSED = 200;

/**
 * The name of an operation serves to find a portal's own queries again. Whoever sends it may write anything into it, so
 * what is long or has many digits, as keys, credit codes, telephone numbers and tokens have, is not written down.
 */
const cleanName = (name: string): string => (OPERATION_NAME.test(name) ? name : '(not shown)');

const OPERATION_NAME = /^(?!(?:.*\d){5})\w{1,40}$/;

/** Given by the gateway, and bounded all the same. */
const cleanId = (id: string): string => id.replace(/[^\w .:-]/g, '').slice(0, 64);
