import type { Locale } from '../../domain/values/text.ts';
import type { RowAnswer } from '../../files/row-answer.ts';
import { firstHalves } from '../send-portions.ts';
import { JSON_TYPE, LINES_TYPE, linesIn, linesOf } from './objects.ts';
import { halvedAt, resultsAt, rowsAt } from './places.ts';
import { type Portion, type PortionRow, resultLine, type Tools } from './run.ts';

/** What the map says of a portion. */
export interface PortionToCheck {
  readonly upload: string;
  readonly officer: string;
  readonly locale: Locale;
  readonly portion: Portion;
}

/**
 * Has the rows of a portion decided as a chunk of the batch and writes what they came to, once: a chunk that is there is
 * found again, and so are its results.
 *
 * Of one that is too heavy for a request it is the first half, or half of that. What is left over needs an index after all
 * others, about which portions that are checked side by side cannot agree: `allPortions` gives it one.
 *
 * @throws Refused for a chunk that the batch does not take, now or later
 */
export async function checkPortion(
  { objects, apiFor }: Tools,
  { upload, officer, locale, portion: { portion } }: PortionToCheck,
): Promise<{ readonly rows: number }> {
  const rows = await linesIn<PortionRow>(objects, rowsAt(upload, portion));
  const name = resultsAt(upload, portion);
  if ((await objects.names(name)).length > 0) return { rows: rows.length };
  const [batch] = upload.split('/') as [string];
  const api = await apiFor(officer, batch, locale);
  let answers: readonly RowAnswer[] = [];
  const taken = await firstHalves(rows, async (some) => {
    const projects = some.map(({ project }) => project);
    ({ rows: answers } = await api.add(batch, portion, projects));
  });
  // Before its results: whoever finds these knows whether they are all.
  if (taken < rows.length) await objects.add(halvedAt(upload, portion), JSON.stringify({ taken }), JSON_TYPE);
  const lines = answers.map((answer, at) => resultLine(rows[at]!, answer));
  await objects.add(name, linesOf(lines), LINES_TYPE);
  return { rows: taken };
}
