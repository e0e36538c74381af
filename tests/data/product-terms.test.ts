import { describe, expect, it } from 'vitest';
import { classification } from '../../services/data/classification.ts';
import { productTerms } from '../../services/data/product-terms.ts';

const terms = productTerms.all();
const folded = (text: string) =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\d]/gu, '');

describe('the product terms', () => {
  it('are 779, each once', () => {
    expect(terms).toHaveLength(779);
    expect(new Set(terms.map(({ key }) => key)).size).toBe(779);
  });

  it('have a name that means one term alone, however it is typed', () => {
    const owners = new Map<string, string>();
    const twice: string[] = [];
    for (const { key, name, aliases } of terms)
      for (const text of new Set([name.zh, name.en ?? name.zh, ...aliases].map(folded))) {
        if (owners.has(text)) twice.push(`${text}: ${owners.get(text)}, ${key}`);
        owners.set(text, key);
      }
    expect(twice).toEqual([]);
    const ambiguous = terms.flatMap((term) => term.ambiguousNames.map(folded));
    expect(ambiguous.filter((text) => owners.has(text))).toEqual([]);
  });

  it('have narrower terms that exist, and none is narrower than itself', () => {
    const above = (key: string, path: readonly string[]): void => {
      expect(path).not.toContain(key);
      for (const narrower of productTerms.get(key)!.narrower) above(narrower, [...path, key]);
    };
    for (const { key } of terms) above(key, []);
  });

  it('know what they are one of', () => {
    expect(productTerms.above('硅铁').map(({ key }) => key)).toEqual(['铁合金']);
    expect(productTerms.above('定向刨花板').map(({ key }) => key)).toEqual(['人造板', '刨花板']);
    expect(productTerms.get('铁合金')!.narrower).toContain('锰铁');
  });

  it('are made by classes that exist', () => {
    const codes = terms.flatMap(({ industries }) => industries);
    expect(codes.filter((code) => classification.industry(code)?.level !== 'CLASS')).toEqual([]);
    for (const { industries } of terms) expect(industries.length).toBeGreaterThan(0);
    expect(productTerms.get('硅铁')).toMatchObject({ industries: ['3140'], industryCertain: true });
    expect(productTerms.get('机制砂')).toMatchObject({
      industries: ['3039', '1019'],
      industryCertain: false,
    });
  });

  it('say what they are counted in, and what their amount is converted to', () => {
    expect(productTerms.get('烧碱')).toMatchObject({ units: ['万吨/年', 't/a'], basis: '折100%' });
  });
});
