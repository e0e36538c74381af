import type { Waiting } from '../../services/store/retry.ts';

/** Nobody waits; keeps for how long everybody would have waited. */
export function noWaiting(random = 0): Waiting & { readonly waits: readonly number[] } {
  const waits: number[] = [];
  return {
    waits,
    random: () => random,
    sleep: async (ms) => void waits.push(ms),
    timeout: () => new AbortController().signal,
  };
}

/** Waiting without the time that it takes: as soon as all work waits, the two go on whose waits are over first. */
export function shortWaiting(): Waiting & { readonly work: <T>(work: () => Promise<T>) => Promise<T> } {
  let underWay = 0;
  const asleep: { readonly until: number; readonly wake: () => void }[] = [];
  let [now, seed] = [0, 1];

  function rest(): void {
    underWay--;
    if (underWay > 0) return;
    for (const { until, wake } of asleep.sort((a, b) => a.until - b.until).splice(0, 2)) {
      now = until;
      underWay++;
      wake();
    }
  }

  return {
    work: async (work) => {
      underWay++;
      try {
        return await work();
      } finally {
        rest();
      }
    },
    sleep: (ms) =>
      new Promise((wake) => {
        asleep.push({ until: now + ms, wake });
        rest();
      }),
    random: () => {
      seed = (seed * 48271) % 2147483647;
      return seed / 2147483647;
    },
    timeout: (ms) => AbortSignal.timeout(ms),
  };
}
