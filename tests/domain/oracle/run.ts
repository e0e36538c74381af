import * as fc from 'fast-check';
import { times } from '../../testkit/times.ts';

/** Where generated cases begin: the same in every run unless asked otherwise, and printed with every result. */
export const SEED = Number(process.env.ORACLE_SEED ?? 20_260_615);

/** How many pairs of catalogs and project engine and oracle are compared on, over all themes. */
export const CASES = times(3_000, 50_000);

export const PROJECTS_PER_WORLD = 5;

/** Milliseconds that a property may take on a busy machine, for every default number of cases. */
export const PATIENCE = Math.max(300_000, CASES * 25);

/** Checks a property on so many generated values, from the seed; a failure is shrunk and told with its seed. */
export function run<T>(arbitrary: fc.Arbitrary<T>, holds: (value: T) => void, times: number): void {
  fc.assert(fc.property(arbitrary, holds), { seed: SEED, numRuns: Math.ceil(times) });
}
