import fc from 'fast-check';
import { expect, test } from 'vitest';
import { entryTest } from '../../graphql/entries/entry-test.ts';
import { classification } from '../../services/data/classification.ts';
import { entry } from '../domain/oracle/small-basis.ts';

const CODES = ['A', 'C', 'D', '05', '26', '261', '262', '2611', '2614', '0511', '2621', '46', '462', '4620'];

test('a filter by industry finds an entry exactly where both take in some one class', () => {
  const scope = fc.record({ include: fc.subarray(CODES), except: fc.subarray(CODES, { maxLength: 4 }) });
  const below = (codes: readonly string[]) => codes.flatMap((code) => classification.classesOf(code));
  let found = 0;
  fc.assert(
    fc.property(scope, fc.constantFrom(...CODES), (industries, industry) => {
      const covered = industries.include.length === 0 ? classification.classes : below(industries.include);
      const left = below(industries.except);
      const asked = classification.classesOf(industry);
      const expected = covered.some((one) => asked.includes(one) && !left.includes(one));
      expect(entryTest({ industry }, classification)(entry({ industries }))).toBe(expected);
      if (expected) found++;
    }),
    { numRuns: 500 },
  );
  expect(found).toBeGreaterThan(50);
});

test('a search finds an entry by where the printed law has it, in whatever width', () => {
  const given = entry({ code: 'A1', printedAs: '（一）1' });
  const finds = (text: string) => entryTest({ text }, classification)(given);
  expect(['（一）1', '(一)1', '（一）１', '第一条'].map(finds)).toEqual([true, true, true, false]);
});

test('a search finds words in code and both wordings, whatever their case, and nothing across them', () => {
  const given = entry({ code: 'A1', text: { zh: '禁止电石', en: 'No Carbide' } });
  const finds = (text: string) => entryTest({ text }, classification)(given);
  expect([' a1 ', '电石', 'CARBIDE', ''].map(finds)).toEqual([true, true, true, true]);
  expect(['a1禁止', '电石No', '电石\nno'].map(finds)).toEqual([false, false, false]);
});
