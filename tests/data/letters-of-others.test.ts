import { expect, test } from 'vitest';
import { searchIndustries } from '../../services/data/industry-search.ts';
import { searchNamed } from '../../services/data/name-search.ts';
import { searchProductTerms } from '../../services/data/product-search.ts';
import { searchSubstances } from '../../services/data/substance-search.ts';

test.each(['ß', 'ø', 'ßø', 'æ', '—', 'ł', '\u0301'])(
  'letters that no name has, and that pinyin does not know, find nothing: %s',
  (query) => {
    expect(searchNamed(query)({ zh: '永济园区', en: 'Yongji' }, '140881')).toBe(false);
    expect(searchIndustries(query)).toEqual([]);
    expect(searchSubstances(query)).toEqual([]);
    expect(searchProductTerms(query)).toEqual([]);
  },
);
