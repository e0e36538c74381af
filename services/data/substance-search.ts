import type { Substance } from '../domain/facts/substance.ts';
import { MAX_QUERY_LENGTH } from './search-words.ts';
import { substances } from './substances.ts';
import { termSearch } from './term-search.ts';

/**
 * Substances by CAS number or its beginning, by name in Chinese, pinyin or English, by alias or formula, best first; the
 * same query always gives the same order.
 *
 * @param first at most so many
 */
export function searchSubstances(query: string, first = 20): readonly Substance[] {
  const text = query.slice(0, MAX_QUERY_LENGTH).normalize('NFKC').trim();
  if (CAS_PART.test(text)) return byNumber(text).slice(0, first);
  byName ??= termSearch(substances());
  return byName(query).slice(0, first);
}

/** Made when first asked: most processes never search. */
let byName: ((query: string) => readonly Substance[]) | undefined;

/** A CAS number as far as it is typed, its hyphens in any form of them. */
const CAS_PART = /^\d{2,}[\d-]*$/;

/** With its hyphens as far as it is typed, or without any. */
function byNumber(text: string): readonly Substance[] {
  const digits = text.replaceAll('-', '');
  return substances().filter(({ cas }) =>
    text.includes('-') ? cas?.startsWith(text) : cas?.replaceAll('-', '').startsWith(digits),
  );
}
