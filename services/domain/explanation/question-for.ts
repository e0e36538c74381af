import type { MissingFact } from '../assessment/assessment.ts';
import { joined } from '../messages/sentences.ts';
import type { Locale } from '../values/text.ts';
import { inLocale } from '../values/text.ts';
import { sayIn } from './explain-sentences.ts';

/** The question for a missing fact; of a list that is stated, the rows that leave it open (DESIGN 2.7). */
export function questionFor({ fact, rows }: MissingFact, locale: Locale): string {
  const say = sayIn(locale);
  if (rows.length === 0) return inLocale(fact.question, locale);
  const named = rows.map(({ path, name, unit, terms, specifications }) => {
    const parts = { row: String(Number(path[2]) + 1), name };
    const field = path.at(-1) as string;
    if (unit != null)
      return say(AMOUNT_SENTENCES[field as keyof typeof AMOUNT_SENTENCES], { ...parts, unit });
    if (terms) return say('ROW_IS', { ...parts, terms: joined(terms, 'ITEMS', locale) });
    if (specifications) {
      const quoted = specifications.map((each) => say('QUOTED', { text: each }));
      return say('ROW_SPECIFICATION', { ...parts, options: joined(quoted, 'ITEMS', locale) });
    }
    return say(ROW_SENTENCES[field as keyof typeof ROW_SENTENCES], parts);
  });
  return say('ROWS', { fact: fact.name, rows: named.join(say('ALSO')) });
}

/** What to ask for a field of a row. */
const ROW_SENTENCES = {
  cas: 'ROW_CAS',
  tonnes: 'ROW_TONNES',
  fraction: 'ROW_FRACTION',
  hazardClasses: 'ROW_CLASSES',
} as const;
const AMOUNT_SENTENCES = {
  capacity: 'ROW_CAPACITY',
  addedCapacity: 'ROW_ADDED_CAPACITY',
  lineCapacities: 'ROW_LINE_CAPACITIES',
} as const;
