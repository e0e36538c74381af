import type { MissingFact } from '../assessment/assessment.ts';
import type { Locale } from '../values/text.ts';
import { inLocale } from '../values/text.ts';
import { sayIn } from './explain-sentences.ts';

/** The question for a missing fact; of a list that is stated, the rows that leave it open (DESIGN 2.7). */
export function questionFor({ fact, rows }: MissingFact, locale: Locale): string {
  const say = sayIn(locale);
  if (rows.length === 0) return inLocale(fact.question, locale);
  const named = rows.map(({ path, name }) => {
    const parts = { row: String(Number(path[2]) + 1), name };
    return say(ROW_SENTENCES[path.at(-1) as keyof typeof ROW_SENTENCES], parts);
  });
  return say('ROWS', { fact: fact.name, rows: named.join(say('ALSO')) });
}

/** What to ask for a field of a row. */
const ROW_SENTENCES = {
  cas: 'ROW_CAS',
  tonnes: 'ROW_TONNES',
  fraction: 'ROW_FRACTION',
  hazardClasses: 'ROW_CLASSES',
  specification: 'ROW_SPECIFICATION',
} as const;
