import type { Reference } from '../domain/assessment/assessment-basis.ts';
import { classification } from './classification.ts';
import { searchIndustries } from './industry-search.ts';
import { majorHazardTables } from './major-hazard.ts';
import { searchNamed } from './name-search.ts';
import { referenceNames } from './names.ts';
import { searchProductTerms } from './product-search.ts';
import { productTerms } from './product-terms.ts';
import { suggestSearches } from './search-suggestions.ts';
import { lists, listsHash } from './substance-lists.ts';
import { searchSubstances } from './substance-search.ts';
import { substancesNamed } from './substances.ts';

/** The reference data that come with the software. */
export const reference: Reference = {
  classification,
  lists,
  get listsHash() {
    return listsHash();
  },
  substancesNamed,
  majorHazard: majorHazardTables,
  productTerms,
  names: referenceNames,
  search: {
    industries: searchIndustries,
    suggestions: suggestSearches,
    substances: searchSubstances,
    productTerms: searchProductTerms,
    named: searchNamed,
  },
};
