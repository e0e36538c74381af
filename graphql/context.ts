import type { Actor } from '../services/domain/access.ts';
import type { Deps } from '../services/operations/deps.ts';

/** What every resolver of one request shares. */
export interface Context {
  readonly deps: Deps;
  /** `null` for somebody without a token. */
  readonly actor: Actor | null;
  readonly requestId: string;
}

/** Header names in any case. */
export type RequestHeaders = Readonly<Record<string, string | undefined>>;

export interface ContextInput {
  readonly deps: Deps;
  /**
   * Who the value of the `Authorization` header stands for; `null` where there is none.
   *
   * @throws where there is one that cannot be accepted
   */
  readonly authenticate: (authorization: string | undefined) => Promise<Actor | null>;
  readonly headers: RequestHeaders;
  readonly requestId: string;
}

/** The context of one request. A token that cannot be accepted stops the request here. */
export async function createContext(input: ContextInput): Promise<Context> {
  const actor = await input.authenticate(authorizationOf(input.headers));
  return { deps: input.deps, actor, requestId: input.requestId };
}

function authorizationOf(headers: RequestHeaders): string | undefined {
  const name = Object.keys(headers).find((key) => key.toLowerCase() === 'authorization');
  return name === undefined ? undefined : headers[name];
}
