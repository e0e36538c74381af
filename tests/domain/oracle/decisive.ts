/**
 * Which parts of an outcome decide it, alone or together (DESIGN 2.8), read off every completion.
 *
 * To make a completion better than the best outcome, all that reaches it there must go: of these sets, those that hold
 * no other are the smallest. To make the best certain, all that goes beyond it anywhere must go.
 *
 * @param parts the severity that each finding and each reason has, by completion
 * @param best the mildest possible outcome
 */
export function decisive(
  parts: readonly Uint8Array[],
  best: number,
  completions: number,
): readonly boolean[] {
  const beyond = parts.map((part) => part.some((severity) => severity > best));
  if (best === 0) return beyond;
  const reaching = new Map<string, readonly number[]>();
  for (let at = 0; at < completions; at++) {
    const here = parts.flatMap((part, i) => (part[at]! >= best ? [i] : []));
    reaching.set(here.join(), here);
  }
  const sets = [...reaching.values()];
  const smallest = sets.filter(
    (set) => !sets.some((other) => other.length < set.length && other.every((i) => set.includes(i))),
  );
  return parts.map((_, i) => beyond[i]! || smallest.some((set) => set.includes(i)));
}
