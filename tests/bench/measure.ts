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

/**
 * Runs several ways of the same work in turn, so that a busy machine treats them alike, and prints for each the median
 * of processor time and clock, and how many times as long as the first it takes.
 */
export async function interleaved<Way>(
  name: string,
  rounds: number,
  ways: Readonly<Record<string, Way>>,
  run: (way: Way, round: number) => unknown,
): Promise<Readonly<Record<string, number>>> {
  const taken = new Map(Object.keys(ways).map((way) => [way, [] as Timed<unknown>[]]));
  for (let round = -WARM_UP; round < rounds; round++)
    for (const [way, its] of Object.entries(ways)) {
      const timing = await timed(() => run(its, round + WARM_UP));
      if (round >= 0) taken.get(way)!.push(timing);
    }
  const median = (way: string, of: 'processor' | 'clock') =>
    taken
      .get(way)!
      .map((one) => one[of])
      .sort((a, b) => a - b)[Math.floor((rounds - 1) / 2)]!;
  const processor = Object.fromEntries([...taken.keys()].map((way) => [way, median(way, 'processor')]));
  const first = Object.values(processor)[0]!;
  console.log(name);
  for (const [way, milliseconds] of Object.entries(processor))
    console.log(
      `  ${way.padEnd(16)} ${(milliseconds / first).toFixed(2)}×  processor ${shown(milliseconds)}, clock ${shown(median(way, 'clock'))}`,
    );
  return processor;
}

const WARM_UP = 3;
