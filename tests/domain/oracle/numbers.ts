/** The domain of an unknown number (DESIGN 2.6): not negative, sometimes never zero, sometimes whole. */
export interface NumberDomain {
  readonly integer?: boolean;
  readonly positive?: boolean;
}

/**
 * Values that tell apart all a number can be: every boundary, a value between each two, one below and one above.
 *
 * @param boundaries thousandths
 */
export function representativeNumbers(
  boundaries: readonly number[],
  domain: NumberDomain = {},
): readonly number[] {
  return domain.integer ? wholeNumbers(boundaries) : decimals(boundaries, domain.positive ?? false);
}

function decimals(boundaries: readonly number[], positive: boolean): readonly number[] {
  const corners = ascending([0, ...boundaries.filter((boundary) => boundary > 0)]);
  const between = corners.slice(1).map((corner, i) => (corner + corners[i]!) / 2);
  const above = corners.at(-1)! + 1000;
  return ascending([...corners, ...between, above]).filter((value) => !positive || value > 0);
}

function wholeNumbers(boundaries: readonly number[]): readonly number[] {
  const near = [0, ...boundaries].flatMap((boundary) => {
    const whole = Math.floor(boundary / 1000);
    return [whole - 1, whole, whole + 1, whole + 2];
  });
  return ascending(near.filter((value) => value >= 0)).map((value) => value * 1000);
}

const ascending = (values: readonly number[]): number[] => [...new Set(values)].sort((a, b) => a - b);
