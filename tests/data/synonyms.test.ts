import { describe, expect, it } from 'vitest';
import { classification } from '../../services/data/classification.ts';
import { searchIndustries } from '../../services/data/industry-search.ts';
import { searchWords } from '../../services/data/search-words.ts';
import synonyms from '../../services/data/synonyms.json' with { type: 'json' };

interface Row {
  readonly codes: readonly string[];
  readonly zh?: readonly string[];
  readonly en?: readonly string[];
}
const rows: readonly Row[] = synonyms.rows;
const terms = rows.flatMap(({ zh = [], en = [] }) => [...zh, ...en]);

describe('trade words', () => {
  it('are at least 300, in both languages', () => {
    expect(rows.flatMap(({ zh = [] }) => zh).length).toBeGreaterThanOrEqual(300);
    expect(rows.flatMap(({ en = [] }) => en).length).toBeGreaterThanOrEqual(300);
  });

  it('stand for industries that exist, each once', () => {
    for (const { codes } of rows) {
      expect(codes.length).toBeGreaterThan(0);
      expect(new Set(codes).size).toBe(codes.length);
    }
    const unknown = rows.flatMap(({ codes }) => codes).filter((code) => !classification.industry(code));
    expect(unknown).toEqual([]);
  });

  it('stand in the table once, however they are written', () => {
    const folded = terms.map((term) => searchWords(term).join(' '));
    expect(folded.filter((term, index) => folded.indexOf(term) !== index)).toEqual([]);
  });

  it('are Chinese on one side and Latin on the other', () => {
    for (const { zh = [], en = [] } of rows) {
      for (const term of zh) expect(term).toMatch(/\p{Script=Han}/u);
      for (const term of en) expect(term).toMatch(/^[A-Za-z0-9&' -]+$/);
    }
  });

  it('each find the industries they stand for among the first', () => {
    const missed = rows.flatMap(({ codes, zh = [], en = [] }) =>
      [...zh, ...en].flatMap((term) => {
        const found = searchIndustries(term, codes.length + 4).map(({ code }) => code);
        return codes.every((code) => found.includes(code)) ? [] : [[term, codes, found]];
      }),
    );
    expect(missed).toEqual([]);
  });
});
