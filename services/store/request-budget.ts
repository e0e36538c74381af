import { AsyncLocalStorage } from 'node:async_hooks';

/**
 * What one request may have of the table, and what it has had.
 *
 * The store lives as long as the process and caches for all requests alike, so what belongs to one of them travels
 * beside the calls. What two requests wait for together is counted for the one that asked first.
 */
export interface RequestBudget {
  /** When the time of the request is up, by `performance.now()`: no command is begun or waited for after it. */
  readonly until: number;
  readonly consumed: Consumption;
  /** On how many things it is being spent that are assessing, and not waiting for the table. */
  assessing?: number;
}
/** Counted as it happens. */
export interface Consumption {
  /** Commands sent, every attempt by itself. */
  requests: number;
  /** Of these, turned away because there were too many. */
  throttled: number;
  /** Capacity units, as the table says what it charges. */
  readUnits: number;
  writeUnits: number;
}

export const nothingConsumed = (): Consumption => ({
  requests: 0,
  throttled: 0,
  readUnits: 0,
  writeUnits: 0,
});

/** Does something within a budget. */
export function withinBudget<T>(budget: RequestBudget, work: () => Promise<T>): Promise<T> {
  return current.run(budget, work);
}

/** Milliseconds left to the request that is being answered; no end of them where there is none. */
export function timeLeft(): number {
  const budget = current.getStore();
  return budget === undefined ? Number.POSITIVE_INFINITY : budget.until - performance.now();
}

/** Does something that takes time of the request without asking the table for anything. */
export async function whileAssessing<T>(work: () => Promise<T>): Promise<T> {
  const budget = current.getStore();
  if (!budget) return work();
  budget.assessing = (budget.assessing ?? 0) + 1;
  try {
    return await work();
  } finally {
    budget.assessing--;
  }
}

let underWay = 0;

/** Asks the table for something. */
export async function whileAsking<T>(ask: () => Promise<T>): Promise<T> {
  underWay++;
  try {
    return await ask();
  } finally {
    underWay--;
  }
}

/** Whether this process waits for some answer of the table, for whichever request. */
export const isAsking = (): boolean => underWay > 0;

/** The counts of the request that is being answered, if any. */
export const consumedNow = (): Consumption | undefined => current.getStore()?.consumed;

const current = new AsyncLocalStorage<RequestBudget>();
