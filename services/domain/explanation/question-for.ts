import type { MissingFact } from '../assessment/assessment.ts';
import { joined } from '../messages/sentences.ts';
import type { Locale } from '../values/text.ts';
import { inLocale } from '../values/text.ts';
import { sayIn } from './explain-sentences.ts';

/** The question for a missing fact; of a list that is stated, the rows that leave it open (DESIGN 2.7). */
export function questionFor({ fact, rows }: MissingFact, locale: Locale): string {
  const say = sayIn(locale);
  if (rows.length === 0) return inLocale(fact.question, locale);
  const named = rows.map(({ path, name, unit, terms }) => {
    const parts = { row: String(Number(path[2]) + 1), name };
    switch (path.at(-1)) {
      case 'cas':
        return say('ROW_CAS', parts);
      case 'is':
        return say('ROW_IS', { ...parts, terms: joined(terms ?? [], 'ITEMS', locale) });
      case 'capacity':
        return say('ROW_CAPACITY', { ...parts, unit: unit ?? '' });
      case 'addedCapacity':
        return say('ROW_ADDED_CAPACITY', { ...parts, unit: unit ?? '' });
      case 'lineCapacities':
        return say('ROW_LINE_CAPACITIES', { ...parts, unit: unit ?? '' });
      default:
        return say('ROW_TONNES', parts);
    }
  });
  return say('ROWS', { fact: fact.name, rows: named.join(say('ALSO')) });
}
