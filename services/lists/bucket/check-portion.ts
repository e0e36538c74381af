import type { Locale } from '../../domain/values/text.ts';
import { LINES_TYPE, linesIn, linesOf } from './objects.ts';
import { resultsAt, rowsAt } from './places.ts';
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
 * A chunk that is too heavy for one request is not halved here, as `npm run check` does: the second half would need the
 * index after all others, which portions that are checked side by side cannot agree about. The run ends red, and its
 * manifest names the portion.
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
  const { rows: answers } = await api.add(
    batch,
    portion,
    rows.map(({ project }) => project),
  );
  const lines = rows.map((row, at) => resultLine(row, answers[at]!));
  await objects.add(name, linesOf(lines), LINES_TYPE);
  return { rows: rows.length };
}
