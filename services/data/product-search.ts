import type { BuiltInTerm } from '../domain/facts/product-term.ts';
import { productTerms } from './product-terms.ts';
import { termSearch } from './term-search.ts';

/**
 * Product terms by name in Chinese, pinyin or English, by alias, best first; the same query always gives the same order.
 *
 * @param first at most so many
 */
export function searchProductTerms(query: string, first = 20): readonly BuiltInTerm[] {
  byName ??= termSearch(productTerms.all());
  return byName(query).slice(0, first);
}

/** Made when first asked: most processes never search. */
let byName: ((query: string) => readonly BuiltInTerm[]) | undefined;
