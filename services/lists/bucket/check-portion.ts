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
