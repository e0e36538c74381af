import { unlessBounded } from '../../solver/budget.ts';
import type { Encoding } from '../../solver/partition.ts';
import { partition, switchVariable } from '../../solver/partition.ts';
import type { SumBound } from '../../solver/simplex.ts';
import type { Rational } from '../../values/decimal.ts';

/** One question about one substance: the lines asked about, as a mask over slots for them, and the amount. */
export interface Slice {
  readonly slots: bigint;
  readonly moreThan: Rational | null;
}

/** Answers to all slices, one bit each. */
export type Vector = number;

/** More answers than this to the questions about one group of substances are not told apart any more. */
export const MAX_VECTORS = 2_048;
export const MAX_SLICES = 24;

export interface Presence {
  readonly slots: bigint;
  readonly there: boolean;
}

/** Every vector of answers that can be; undefined where there are too many to tell apart, or the bound came first. */
export function vectorsWhere(
  slices: readonly Slice[],
  possible: (bounds: readonly SumBound[], present: readonly Presence[]) => boolean,
): Vector[] | undefined {
  return slices.length > MAX_SLICES ? undefined : unlessBounded(() => allVectors(slices, possible));
}

function allVectors(
  slices: readonly Slice[],
  possible: (bounds: readonly SumBound[], present: readonly Presence[]) => boolean,
): Vector[] | undefined {
  let vectors: { vector: Vector; bounds: SumBound[]; present: Presence[] }[] = [
    { vector: 0, bounds: [], present: [] },
  ];
  for (const [at, { slots, moreThan }] of slices.entries()) {
    const longer: typeof vectors = [];
    for (const { vector, bounds, present } of vectors) {
      for (const holds of [false, true]) {
        const next = moreThan
          ? { bounds: [...bounds, { slots, threshold: moreThan, above: holds }], present }
          : { bounds, present: [...present, { slots, there: holds }] };
        if (possible(next.bounds, next.present))
          longer.push({ vector: holds ? vector | (1 << at) : vector, ...next });
      }
    }
    if (longer.length > MAX_VECTORS) return undefined;
    vectors = longer;
  }
  return vectors.map(({ vector }) => vector);
}

/** The encoding of some answer vectors; where they are too many, every answer by itself, which only adds completions. */
export function vectorEncoding<T>(vectors: readonly Vector[] | undefined, tests: readonly T[]): Encoding<T> {
  if (vectors)
    return partition(vectors, tests, (vector, test) => (vector & (1 << tests.indexOf(test))) !== 0);
  const switches = new Map(tests.map((test) => [test, switchVariable()]));
  return {
    variables: [...switches.values()].map(({ variable }) => variable),
    formula: (test) => switches.get(test)!.on,
    exact: false,
  };
}
