import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { industries } from '../../services/data/classification.ts';
import { searchIndustries } from '../../services/data/industry-search.ts';
import { asked, matchName, nameOf } from '../../services/data/name-match.ts';

const codes = (query: string, first?: number) => searchIndustries(query, first).map(({ code }) => code);

describe('searching industries by words', () => {
  it('puts the very name first, then names that begin so, then names that contain it', () => {
    expect(codes('铁合金冶炼', 2)).toEqual(['3140', '314']);
    expect(codes('锂离子电池', 1)).toEqual(['3841']);
    expect(codes('化学原料', 3)).toEqual(['26', '261', '2614']);
  });

  it('puts the class before the group of the same name, and what is left over last', () => {
    expect(codes('炼铁', 2)).toEqual(['3110', '311']);
    expect(codes('311 炼铁', 2)).toEqual(['311', '3110']);
    expect(codes('电池', 6)).toEqual(['384', '3842', '3843', '3844', '3841', '3849']);
  });

  it('finds every industry by its full name', () => {
    for (const { code, name } of industries) {
      const sameName = industries.filter((other) => other.name.zh === name.zh).length;
      expect(codes(name.zh, sameName)).toContain(code);
    }
  });

  it.each([
    '你好世界',
    '火星移民',
    '哈哈哈',
    'qqq',
    'qwertyuiop',
    'xjxjxj zqzqzq',
    '！？',
    '',
    '   ',
    '\u{1f600}',
    '9999',
    'Z',
    'A26',
    '26149',
  ])('finds nothing for %j', (query) => {
    expect(codes(query)).toEqual([]);
  });
});

describe('searching industries by code', () => {
  it('gives the code, then what lies below it, level by level', () => {
    expect(codes('26', 10)).toEqual(['26', '261', '262', '263', '264', '265', '266', '267', '268', '2611']);
    expect(codes('26', 100)).toHaveLength(47);
    expect(codes('384', 10)).toEqual(['384', '3841', '3842', '3843', '3844', '3849']);
    expect(codes('3841')).toEqual(['3841']);
  });

  it('gives a section by its letter, its divisions next', () => {
    expect(codes('C', 4)).toEqual(['C', '13', '14', '15']);
    expect(codes('d', 4)).toEqual(['D', '44', '45', '46']);
    expect(codes('T')).toEqual(['T', '97', '970', '9700']);
  });

  it('completes a code half typed', () => {
    expect(codes('9', 9)).toEqual(['90', '91', '92', '93', '94', '95', '96', '97', '901']);
  });

  it.each(['２６', ' 26 ', 'C26', 'c 26', 'Ｃ２６', 'C-26'])('reads %j as 26', (query) => {
    expect(codes(query)).toEqual(codes('26'));
  });
});

describe('any search', () => {
  it('gives 20 industries unless told how many', () => {
    expect(codes('制造')).toHaveLength(20);
    expect(codes('制造', 3)).toEqual(codes('制造').slice(0, 3));
    expect(codes('制造', 0)).toEqual([]);
  });

  it('gives each industry once, whatever is typed, and the same the next time', () => {
    expect(codes('2614、2669、2614')).toEqual(['2614', '2669']);
    const text = fc.string({
      unit: fc.constantFrom(...'锂离子电池制造业化学原料其他、（）的 C26049ａ２'),
      maxLength: 12,
    });
    fc.assert(
      fc.property(text, (query) => {
        const found = codes(query, 5000);
        expect(new Set(found).size).toBe(found.length);
        expect(codes(query, 5000)).toEqual(found);
      }),
    );
  });

  it('is not slowed down by what is pasted into it', () => {
    expect(codes(`水泥${'长'.repeat(1_000_000)}`)).toEqual(['3011']);
  });
});

describe('a name answers a query', () => {
  it.each([
    ['锂离子电池制造', ['锂离子电池制造'], 'EXACT'],
    ['锂离子电池制造', ['锂离子电池'], 'STARTS'],
    ['锂离子电池制造', ['电池'], 'CONTAINS'],
    ['锂离子电池制造', ['电池', '锂'], 'ALL_WORDS'],
    ['锂离子电池制造', ['锂电池'], 'ABBREVIATES'],
    ['锂离子电池制造', ['锂离子电池正极'], 'MENTIONS'],
    ['锂离子电池制造', ['电池锂'], 'ALL_CHARACTERS'],
    ['锂离子电池制造', ['电池厂'], 'PARTLY'],
    ['锂离子电池制造', ['子公司'], undefined],
    ['锂离子电池制造', ['水泥'], undefined],
    // A name that is nothing but a trade has no subject to mention.
    ['制造业', ['电池制造'], 'PARTLY'],
  ])('%s answers %j: %s', (name, words, kind) => {
    expect(matchName(nameOf(name), asked(words))?.kind).toBe(kind);
  });
});
