import { setTimeout } from 'node:timers/promises';
import { Refused, type Request } from '../../lists/request.ts';
import { type Connection, noToken } from './connection.ts';

export { Refused, type Request } from '../../lists/request.ts';

export interface Patience {
  /** How often a request that found nobody is made in all: the first of all, and those after one that was answered. */
  readonly attempts: { readonly first: number; readonly later: number };
  readonly wait: (milliseconds: number) => Promise<unknown>;
  readonly signal: AbortSignal;
}
export const patience = (signal: AbortSignal): Patience => ({
  attempts: { first: 3, later: 10 },
  wait: (milliseconds) => setTimeout(milliseconds, undefined, { signal }),
  signal,
});

interface Answer {
  readonly data?: unknown;
  readonly errors?: readonly {
    readonly message: string;
    readonly extensions?: { readonly code?: string; readonly zh?: string };
  }[];
}

/** Requests at a time: as many as the API takes. Each that finds it overloaded halves them, some that do not give one more. */
function turns(most: number) {
  let allowed = most;
  let running = 0;
  let well = 0;
  const waiting: (() => void)[] = [];
  const start = () => {
    while (running < allowed && waiting.length > 0) {
      running++;
      waiting.shift()!();
    }
  };
  return {
    async take<Made>(work: () => Promise<Made>): Promise<Made> {
      const turn = new Promise<void>((resolve) => waiting.push(resolve));
      start();
      await turn;
      try {
        return await work();
      } finally {
        running--;
        start();
      }
    },
    went(isWell: boolean): void {
      well = isWell ? well + 1 : 0;
      if (!isWell) allowed = Math.max(1, Math.floor(allowed / 2));
      else if (well % WELL === 0) allowed = Math.min(most, allowed + 1);
    },
  };
}
const WELL = 10;
/** Requests at a time, at most. */
export const AT_ONCE = 4;

/**
 * Asks the API, again and again later where it is out of reach, overloaded or throttled. Whatever is sent so has to be
 * such that twice is as good as once.
 */
export function requestTo(connection: Connection, { attempts, wait, signal }: Patience): Request {
  let reached = false;
  const queue = turns(AT_ONCE);
  return async <Data>(query: string, variables: object) => {
    let renewed = false;
    for (let attempt = 1; ; attempt++) {
      const found = await queue.take(() => ask(connection, { query, variables }, signal));
      queue.went('data' in found || !found.again);
      if ('data' in found) {
        reached = true;
        return found.data as Data;
      }
      if (found.status === 401 && !renewed && connection.renew()) {
        renewed = true;
        continue;
      }
      // What does not come to an end in time may never do, while less would.
      const most = found.code === 'ASSESSMENT_LATE' ? 2 : reached ? attempts.later : attempts.first;
      if (!found.again || attempt >= most) throw new Refused(found.zh, found.en, found.code);
      // Half of it by chance: those that were turned away together do not come back together.
      await wait(
        Math.max(found.after * 1000, Math.min(8_000, 2 ** (attempt - 1) * 250) * (0.5 + Math.random() / 2)),
      );
    }
  };
}

type Found = { readonly data: unknown } | Trouble;
interface Trouble {
  readonly status: number;
  readonly again: boolean;
  /** Seconds that the server wants. */
  readonly after: number;
  readonly code?: string | undefined;
  readonly zh: string;
  readonly en: string;
}

const PASSING = new Set([
  'SERVICE_UNAVAILABLE',
  'ASSESSMENT_LATE',
  'IDENTITY_UNAVAILABLE',
  'INTERNAL_ERROR',
  'CONFLICT',
]);

async function ask({ url, token }: Connection, body: object, signal: AbortSignal): Promise<Found> {
  const bearer = await token();
  let response: Response;
  try {
    response = await fetch(url, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        ...(bearer !== null && { authorization: `Bearer ${bearer}` }),
      },
      body: JSON.stringify(body),
      signal,
    });
  } catch (error) {
    if (signal.aborted) throw error;
    const cause = ((error as Error).cause as Error | undefined)?.message ?? (error as Error).message;
    return {
      status: 0,
      again: true,
      after: 0,
      zh: `无法连接 ${url}。请确认服务已启动，或用 PARK_ADMISSION_URL 指明地址。`,
      en: `Nobody answers at ${url} (${cause}). Start the service, or name its address in PARK_ADMISSION_URL.`,
    };
  }
  const { status } = response;
  if (status === 401 && bearer === null) throw noToken();
  const answer = (await response.json().catch(() => ({}))) as Answer;
  const errors = answer.errors ?? [];
  const wasReached = response.ok && answer.data !== undefined && answer.data !== null;
  // A field may fail for the same reasons as a request, and beside others that fail for good.
  const passed = errors.find(({ extensions }) => PASSING.has(extensions?.code ?? ''));
  const passing = status === 429 || status >= 500 || passed !== undefined;
  const error = passed ?? errors[0];
  if (wasReached && !passing) return { data: answer.data };
  return {
    status,
    again: passing,
    after: Number(response.headers.get('retry-after') ?? 0) || 0,
    code: error?.extensions?.code,
    zh: error?.extensions?.zh ?? `${url} 的应答有误（${status}）。`,
    en: error?.message ?? `${url} answered ${status}.`,
  };
}
