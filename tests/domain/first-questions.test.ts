import { describe, expect, test } from 'vitest';
import { firstQuestions } from '../../services/domain/assessment/first-questions.ts';

describe('what to ask first', () => {
  test('few answers settle many rows: what rows wait for alone weighs more than what many wait for with others', () => {
    const missing = [['a'], ['a'], ['b', 'c', 'd'], ['b', 'c', 'd'], ['b', 'c', 'd']];
    expect(firstQuestions(missing, 2)).toEqual([
      { fact: 'a', rows: 2, alone: 2, settled: 2 },
      { fact: 'b', rows: 3, alone: 0, settled: 2 },
    ]);
  });

  test('counts what the rows themselves count, whatever they miss', () => {
    const facts = ['a', 'b', 'c', 'd', 'e', 'f'];
    for (let seed = 1; seed <= 200; seed++) {
      const missing = Array.from({ length: 1 + (seed % 17) }, (_, row) =>
        facts.filter((_, fact) => ((seed * 31 + row * 17) * (fact + 3)) % 7 < 3),
      ).filter((row) => row.length > 0);
      const questions = firstQuestions(missing, facts.length);
      const asked = new Set<string>();
      expect(questions.map(({ fact }) => fact).sort()).toEqual([...new Set(missing.flat())].sort());
      for (const { fact, rows, alone, settled } of questions) {
        asked.add(fact);
        expect(rows).toBe(missing.filter((row) => row.includes(fact)).length);
        expect(alone).toBe(missing.filter((row) => row.length === 1 && row[0] === fact).length);
        expect(settled).toBe(missing.filter((row) => row.every((one) => asked.has(one))).length);
      }
    }
  });

  test('asks nothing where nothing is open', () => {
    expect(firstQuestions([], 10)).toEqual([]);
  });
});
