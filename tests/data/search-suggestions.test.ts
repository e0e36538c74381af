import { describe, expect, it } from 'vitest';
import { searchIndustries } from '../../services/data/industry-search.ts';
import { suggestSearches } from '../../services/data/search-suggestions.ts';

const searches = (query: string) => suggestSearches(query).map(({ search }) => search);
const GENERAL = ['锂电池', 'lldc', '38'];

describe('what to try where nothing is found', () => {
  it.each(['锂电', '26', 'lilizi', 'batteries'])('is nothing where something is found: %s', (query) => {
    expect(searchIndustries(query).length).toBeGreaterThan(0);
    expect(suggestSearches(query)).toEqual([]);
  });

  it.each(['', '   ', '！？', 'qqq', '\u{1f600}'])('is what can be typed at all, for %j', (query) => {
    expect(searches(query)).toEqual(GENERAL);
  });

  it.each([
    ['2600', '26'],
    ['26149', '2614'],
    ['A26', '26'],
    ['3849999', '3849'],
  ])('is the nearest code for %s: %s', (query, code) => {
    expect(searches(query)).toEqual([code]);
  });

  it.each([
    ['火星移民基地穹顶', '火'],
    ['zzq cement qqx zzy', 'cement'],
  ])('is the part of %s that finds something: %s', (query, part) => {
    expect(searchIndustries(query)).toEqual([]);
    expect(searches(query)).toContain(part);
  });

  it('finds something, always', () => {
    for (const query of ['', '2600', '9999', '火星移民基地穹顶', 'zzq cement qqx zzy', '哈哈哈', '你好世界'])
      for (const search of searches(query)) expect(searchIndustries(search, 1)).toHaveLength(1);
  });

  it('is said in both languages', () => {
    for (const { message } of suggestSearches('A26')) {
      expect(message.zh).toMatch(/^[\p{Script=Han}G].*。$/u);
      expect(message.en).toMatch(/^[A-Z].*\.$/);
    }
  });

  it('is not slowed down by what is pasted', () => {
    expect(searches('氍毹'.repeat(100_000))).toEqual(GENERAL);
  });
});
