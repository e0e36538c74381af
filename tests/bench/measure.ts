/** What a run came to, and how long it took. */
export interface Timed<Result> {
  readonly result: Result;
  /** Milliseconds of processor time, threads of the runtime included: on a busy machine the clock tells of the neighbours. */
  readonly processor: number;
  /** Milliseconds by the clock. */
  readonly clock: number;
}

export async function timed<Result>(run: () => Result | Promise<Result>): Promise<Timed<Result>> {
  const began = performance.now();
  const from = process.cpuUsage();
  const result = await run();
  const { user, system } = process.cpuUsage(from);
  return { result, processor: (user + system) / 1000, clock: performance.now() - began };
}

/** Runs something again and again, each time with its own number, the first time aside, and tells of the rest. */
export async function repeated(times: number, run: (number: number) => unknown): Promise<string> {
  const first = await timed(() => run(0));
  const taken: Timed<unknown>[] = [];
  for (let number = 1; number <= times; number++) taken.push(await timed(() => run(number)));
  const at = (share: number, of: 'processor' | 'clock') =>
    shown(taken.map((one) => one[of]).sort((a, b) => a - b)[Math.floor((times - 1) * share)]!);
  return `first ${shown(first.clock)}, then p50 ${at(0.5, 'clock')}, longest ${at(1, 'clock')} (processor p50 ${at(0.5, 'processor')})`;
}

export const shown = (milliseconds: number): string =>
  milliseconds < 100 ? `${(milliseconds * 1000).toFixed(0)} µs` : `${milliseconds.toFixed(0)} ms`;
