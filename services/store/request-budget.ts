import { AsyncLocalStorage } from 'node:async_hooks';

/**
 * What one request may have of the table, and what it has had.
 *
 * The store lives as long as the process and caches for all requests alike, so what belongs to one of them travels
 * beside the calls. What two requests wait for together is counted for the one that asked first.
 */
export interface Allowance {
  /** When the time of the request is up, by `performance.now()`: no command is begun or waited for after it. */
  readonly until: number;
  readonly taken: Taken;
}
/** Counted as it happens. */
export interface Taken {
  /** Commands sent, every attempt by itself. */
  requests: number;
  /** Of these, turned away because there were too many. */
  throttled: number;
  /** Capacity units, as the table says what it charges. */
  readUnits: number;
  writeUnits: number;
}

export const nothingTaken = (): Taken => ({ requests: 0, throttled: 0, readUnits: 0, writeUnits: 0 });

/** Does something within an allowance. */
export function withinAllowance<T>(allowance: Allowance, work: () => Promise<T>): Promise<T> {
  return current.run(allowance, work);
}

/** Milliseconds left to the request that is being answered; no end of them where there is none. */
export function timeLeft(): number {
  const allowance = current.getStore();
  return allowance === undefined ? Number.POSITIVE_INFINITY : allowance.until - performance.now();
}

/** The counts of the request that is being answered, if any. */
export const takenNow = (): Taken | undefined => current.getStore()?.taken;

const current = new AsyncLocalStorage<Allowance>();
