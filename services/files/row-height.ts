/** Height of a line in points, as Chinese fonts need it. */
const LINE = 17;
/** A row is no higher: one would no longer see which rows are beside it. */
const MAX_LINES = 12;

/**
 * How high a row is in which every cell wraps, in points; undefined where one line is enough. Programs that work out
 * heights themselves do not all do it when they open a file.
 *
 * @param widths of the columns, in characters; one that is not given is as wide as need be
 */
export function rowHeight(
  cells: readonly (string | number)[],
  widths: readonly number[],
): number | undefined {
  const lines = Math.max(
    1,
    ...cells.map((cell, at) =>
      String(cell)
        .split('\n')
        .reduce(
          (sum, line) =>
            sum + Math.max(1, Math.ceil(charactersIn(line) / (widths[at] ?? Number.POSITIVE_INFINITY))),
          0,
        ),
    ),
  );
  return lines === 1 ? undefined : Math.min(lines, MAX_LINES) * LINE;
}

/** A Chinese one is as wide as two others. */
export const charactersIn = (line: string): number =>
  [...line].reduce((sum, one) => sum + (one > '\u2e7f' ? 2 : 1), 0);
