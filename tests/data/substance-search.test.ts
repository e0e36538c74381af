import { describe, expect, it } from 'vitest';
import { majorHazardThresholds } from '../../services/data/major-hazard.ts';
import { lists } from '../../services/data/substance-lists.ts';
import { searchSubstances } from '../../services/data/substance-search.ts';
import { substances } from '../../services/data/substances.ts';
import { isCas } from '../../services/domain/values/cas.ts';

const found = (query: string, first?: number) => searchSubstances(query, first).map(({ name }) => name.zh);

describe('searching substances', () => {
  it.each([
    ['7782-50-5', '氯'],
    ['7782-50', '氯'],
    ['7782505', '氯'],
    ['７７８２－５０－５', '氯'],
    ['氯', '氯'],
    ['液氯', '氯'],
    ['Chlorine', '氯'],
    ['Cl2', '氯'],
    ['光气', '碳酰氯'],
    ['phosgene', '碳酰氯'],
    ['carbonyl chloride', '碳酰氯'],
    ['TNT', '2,4,6-三硝基甲苯'],
    ['电石', '碳化钙'],
    ['sulphur dioxide', '二氧化硫'],
    ['sulfur dioxide', '二氧化硫'],
    ['dioxide sulfur', '二氧化硫'],
    ['LNG', '天然气'],
    ['液化气', '液化石油气'],
    ['煤气', '煤气'],
    ['三乙基铝', '三乙基铝'],
    ['二甲醚', '甲醚'],
    ['1,3 丁二烯', '1,3-丁二烯'],
    ['butadiene', '1,3-丁二烯'],
    ['硝化棉', '硝化纤维素'],
    ['酒精', '乙醇'],
    ['金属钠', '钠'],
  ])('%s finds %s first', (query, name) => {
    expect(found(query)[0]).toBe(name);
  });

  it('gives numbers that begin so, as many as asked for', () => {
    const numbers = searchSubstances('74-8').map(({ cas }) => cas);
    expect(numbers).toEqual(expect.arrayContaining(['74-82-8', '74-83-9', '74-84-0', '74-85-1', '74-86-2']));
    for (const number of numbers) expect(number).toMatch(/^74-8/);
    expect(searchSubstances('74', 3)).toHaveLength(3);
  });

  it.each(['', '  ', '---', '蒸馏水', 'water', '7732-18-5', 'qqqq'])('finds nothing for %j', (query) => {
    expect(found(query)).toEqual([]);
  });
});

describe('the substances', () => {
  const all = substances();
  it('are all that the lists and table 1 name, each once', () => {
    const named = new Set([
      ...lists.flatMap(({ members }) => members),
      ...majorHazardThresholds.flatMap(({ cas }) => cas),
    ]);
    const numbers = all.flatMap(({ cas }) => cas ?? []);
    expect(numbers.filter((cas) => !isCas(cas))).toEqual([]);
    expect([...numbers].sort()).toEqual([...named].sort());
    expect(all.filter(({ cas }) => cas === null)).toHaveLength(256);
    expect(all.flatMap(({ majorHazard }) => majorHazard).length).toBeGreaterThanOrEqual(85);
  });

  it('have a name and a source each; what only the catalogue names has none in English', () => {
    for (const { name, listings, majorHazard } of all) {
      expect(name.zh).toMatch(/\p{Script=Han}/u);
      if (majorHazard.length > 0) expect(name.en).toMatch(/^[a-zN0-9]/);
      expect(listings.length + majorHazard.length).toBeGreaterThan(0);
      for (const { source } of [...listings, ...majorHazard])
        expect(source.article).toMatch(/第[\d.]+项|^第.类$|^PC\d{3}$/);
    }
  });

  it('are found first by their names, but for gasoline, which goes by two numbers', () => {
    const named = all.filter(({ cas, majorHazard }) => cas !== null && majorHazard.length > 0);
    const missed = named.filter(({ cas, name }) =>
      [name.zh, name.en!].some((text) => searchSubstances(text, 1)[0]!.cas !== cas),
    );
    expect(missed.map(({ name }) => name.zh)).toEqual(['汽油']);
  });
});
