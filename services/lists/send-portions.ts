import pMap from 'p-map';

/**
 * Sends portions, each under its own index. One that is too heavy for a request, or for its time, is sent by its first half,
 * and again by half of that; what is left over comes after all others, under the indexes that follow.
 *
 * INVARIANT: a list gives the same chunks however often it is begun. What is kept of a portion from an earlier time is its
 * first half, or half of that: it is found by the same way. What is left over is sent only when all before it is kept.
 *
 * @param send fails with an error that has the `code` of the API where it refuses
 * @returns how many chunks there are
 */
export async function sendPortions<Row>(
  portions: Iterable<readonly Row[]> | AsyncIterable<readonly Row[]>,
  send: (rows: readonly Row[], index: number) => Promise<void>,
  options: { readonly concurrency: number; readonly signal?: AbortSignal },
): Promise<number> {
  let left: { readonly index: number; readonly rows: readonly Row[] }[] = [];
  let chunks = 0;
  const sendWhatGoes = async (rows: readonly Row[], index: number): Promise<void> => {
    const sent = await firstHalves(rows, (some) => send(some, index));
    if (sent < rows.length) left.push({ index, rows: rows.slice(sent) });
  };
  await pMap(
    portions,
    (rows, index) => {
      chunks++;
      return sendWhatGoes(rows, index);
    },
    options,
  );
  while (left.length > 0) {
    const [rest, from] = [left.sort((a, b) => a.index - b.index), chunks];
    left = [];
    chunks += rest.length;
    await pMap(rest, ({ rows }, at) => sendWhatGoes(rows, from + at), options);
  }
  return chunks;
}

/** Sends all rows, or the first half of them and so on. @returns how many */
export async function firstHalves<Row>(
  rows: readonly Row[],
  send: (rows: readonly Row[]) => Promise<void>,
): Promise<number> {
  // What was late here may have been in time for another, who kept more of the rows meanwhile.
  let mayBeKept: boolean | undefined;
  for (let some = rows; ; ) {
    try {
      await send(some);
      return some.length;
    } catch (error) {
      const { code } = error as { code?: unknown };
      if (code === 'ASSESSMENT_LATE') mayBeKept ??= true;
      if (!SMALLER.includes(code)) throw error;
      if (some.length > 1) some = some.slice(0, Math.ceil(some.length / 2));
      else if (code === 'CHUNK_DIFFERS' && mayBeKept) [some, mayBeKept] = [rows, false];
      else throw error;
    }
  }
}
const SMALLER: readonly unknown[] = ['CHUNK_TOO_HEAVY', 'ASSESSMENT_LATE', 'CHUNK_DIFFERS'];
