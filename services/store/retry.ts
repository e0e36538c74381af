import { setMaxListeners } from 'node:events';
import { isServerError, isThrottlingError, isTransientError } from '@smithy/core/retry';
import { StoreUnavailable } from './faults.ts';
import { timeLeft } from './request-budget.ts';

/**
 * Runs one command of the table until it answers: exponential backoff with full jitter, bounded in attempts and
 * by one deadline for them all, which is never later than that of the request.
 *
 * @param attempt is told when to give up by its signal; anything it throws that cannot pass is thrown on at once
 * @param waiting that of the machine, but for tests
 * @throws StoreUnavailable when the attempts or the time have run out
 */
export async function withRetry<T>(
  attempt: (signal: AbortSignal) => Promise<T>,
  deadlineMs: number,
  waiting: Waiting = REAL_WAITING,
): Promise<T> {
  const patience = Math.min(deadlineMs, timeLeft());
  // What is begun after the request was answered could take effect much later, when a frozen process wakes up.
  if (patience <= 0) throw new StoreUnavailable('the time of the request is up');
  const deadline = waiting.timeout(Math.ceil(patience));
  // Every attempt of the SDK leaves a listener on it.
  setMaxListeners(0, deadline);
  for (let failures = 0; ; ) {
    try {
      return await attempt(deadline);
    } catch (error) {
      // An answer is an answer, even one that came at the last moment.
      if (!canPass(error) && !isAbort(error)) throw error;
      if (deadline.aborted)
        throw new StoreUnavailable(`no answer in ${Math.ceil(patience)} ms`, { cause: error });
      failures = error instanceof Unprocessed && error.progress ? 1 : failures + 1;
      if (failures === MAX_ATTEMPTS)
        throw new StoreUnavailable(`no answer in ${MAX_ATTEMPTS} attempts`, { cause: error });
      const delay = waiting.random() * Math.min(MAX_DELAY_MS, FIRST_DELAY_MS * 2 ** (failures - 1));
      await waiting.sleep(delay, deadline);
    }
  }
}

/** How time goes by and chance falls for whoever has to wait. */
export interface Waiting {
  /** Waits, but not beyond the deadline. */
  readonly sleep: (ms: number, deadline?: AbortSignal) => Promise<void>;
  /** From 0 up to 1. */
  readonly random: () => number;
  /** Aborted when so many milliseconds have gone by. */
  readonly timeout: (ms: number) => AbortSignal;
}

/** A batch was answered in part. Partial progress starts the counting anew: only standing still is bounded by it. */
export class Unprocessed extends Error {
  readonly progress: boolean;

  constructor(progress: boolean) {
    super('the table left part of a batch undone');
    this.progress = progress;
  }
}

const MAX_ATTEMPTS = 10;
const FIRST_DELAY_MS = 25;
const MAX_DELAY_MS = 1_000;

/** Whether the table turned the command away because there were too many. */
export const isThrottling = (error: unknown): boolean => isError(error) && isThrottlingError(error);

/** Whether the same command may succeed a moment later: throttling, a fault of the server, a broken connection. */
const canPass = (error: unknown): boolean =>
  error instanceof Unprocessed ||
  isThrottling(error) ||
  (isError(error) && (isTransientError(error) || isServerError(error)));

const isError = (error: unknown): error is Parameters<typeof isTransientError>[0] => error instanceof Error;

const isAbort = (error: unknown): boolean => error instanceof Error && error.name === 'AbortError';

function sleep(ms: number, deadline?: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer);
      deadline?.removeEventListener('abort', done);
      resolve();
    };
    const timer = setTimeout(done, ms);
    deadline?.addEventListener('abort', done);
  });
}

/** That of the machine. */
export const REAL_WAITING: Waiting = {
  sleep,
  random: Math.random,
  timeout: (ms) => AbortSignal.timeout(ms),
};
