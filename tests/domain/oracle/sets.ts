/** All subsets, the empty one first. */
export function subsets<T>(members: readonly T[]): readonly (readonly T[])[] {
  return members.reduce<readonly (readonly T[])[]>(
    (all, member) => all.flatMap((subset) => [subset, [...subset, member]]),
    [[]],
  );
}

export const nonEmptySubsets = <T>(members: readonly T[]): readonly (readonly T[])[] =>
  subsets(members).filter((subset) => subset.length > 0);

/** Every way of taking one from each. */
export function choices<T>(from: readonly (readonly T[])[]): readonly (readonly T[])[] {
  return from.reduce<readonly (readonly T[])[]>(
    (all, options) => all.flatMap((taken) => options.map((option) => [...taken, option])),
    [[]],
  );
}

/** Subsets of a size, in the order of their members' places, compared one by one. */
export function combinations<T>(members: readonly T[], size: number): readonly (readonly T[])[] {
  if (size === 0) return [[]];
  return members.flatMap((member, i) =>
    combinations(members.slice(i + 1), size - 1).map((rest) => [member, ...rest]),
  );
}

/** The first of each kind. */
export function firstOfEach<T>(values: readonly T[], kindOf: (value: T) => string): readonly T[] {
  const byKind = new Map<string, T>();
  for (const value of values) {
    const kind = kindOf(value);
    if (!byKind.has(kind)) byKind.set(kind, value);
  }
  return [...byKind.values()];
}

/** Of whole numbers; 0 of none. */
export function greatestCommonDivisor(numbers: readonly number[]): number {
  return numbers.reduce((a, b) => {
    while (b !== 0) [a, b] = [b, a % b];
    return a;
  }, 0);
}
