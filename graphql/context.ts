import type { Actor } from '../services/domain/access/access.ts';
import type { Refusal } from '../services/domain/messages/refusal.ts';
import { Work } from '../services/domain/solver/budget.ts';
import { dayOf } from '../services/domain/values/day.ts';
import type { Day } from '../services/domain/vocabulary.ts';
import type { Deps } from '../services/operations/deps.ts';
import { rejectRequest } from './errors.ts';
import { createReads, type Reads } from './reads.ts';
import type { RequestRecord } from './request-record.ts';

/** What every resolver of one request shares. */
export interface Context {
  readonly deps: Deps;
  /** `null` for somebody without a token. */
  readonly actor: Actor | null;
  /** What the log will say of the request. */
  readonly record: RequestRecord;
  /** The day the request came in, in Asia/Shanghai. */
  readonly today: Day;
  readonly reads: Reads;
  /** What this request's assessments have cost so far. */
  readonly work: Work;
  /** What is wrong with projects and entries that could not be read, by the mark of what was put in their place. */
  readonly misshapen: Map<string, Misshapen>;
  /** Items of lists in the answer so far. */
  readonly delivered: { items: number };
  /** Whether the caller may see the schema: introspection, and what errors reveal of it. */
  readonly showsSchema: boolean;
}

/** What could not be read, as it was sent, and what is wrong with it. */
export interface Misshapen {
  readonly value: unknown;
  readonly faults: (path: readonly string[]) => readonly Refusal[];
}

/** Header names in any case. */
type RequestHeaders = Readonly<Record<string, string | undefined>>;

interface ContextInput {
  readonly deps: Deps;
  /**
   * Who the value of the `Authorization` header stands for; `null` where there is none.
   *
   * @throws Refusal where there is one that cannot be accepted
   */
  readonly authenticate: (authorization: string | undefined) => Promise<Actor | null>;
  readonly headers: RequestHeaders;
  readonly record: RequestRecord;
  readonly mode: Mode;
}

/** In production only callers with a role see the schema; a developer sees it without. */
export type Mode = 'production' | 'development';

/**
 * The context of one request.
 *
 * @throws GraphQLError with the HTTP status to answer, where the caller cannot be made out
 */
export async function createContext(input: ContextInput): Promise<Context> {
  const { deps, authenticate, headers, record, mode } = input;
  try {
    const actor = await authenticate(authorizationOf(headers));
    record.callerIs(actor);
    const today = dayOf(deps.clock());
    const reads = createReads(deps, actor, today, record);
    const showsSchema = mode === 'development' || (actor !== null && actor.roles.length > 0);
    return {
      deps,
      actor,
      record,
      today,
      reads,
      work: new Work(),
      misshapen: new Map(),
      delivered: { items: 0 },
      showsSchema,
    };
  } catch (error) {
    throw rejectRequest(error, record);
  }
}

function authorizationOf(headers: RequestHeaders): string | undefined {
  const name = Object.keys(headers).find((key) => key.toLowerCase() === 'authorization');
  return name === undefined ? undefined : headers[name];
}
