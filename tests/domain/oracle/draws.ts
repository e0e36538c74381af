/** Whole numbers below a limit, the same for the same seed. */
export function drawsFrom(seed: number): (below: number) => number {
  let state = seed >>> 0;
  // A linear congruential generator: draws only have to vary, not to be fair.
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}
