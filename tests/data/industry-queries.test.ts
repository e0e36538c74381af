import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { classification } from '../../services/data/classification.ts';
import { searchIndustries } from '../../services/data/industry-search.ts';

/** By kind of query: what is typed, and the code or codes that must be among the first three. */
type Queries = Readonly<Record<string, Readonly<Record<string, string>>>>;
const queries = parse(readFileSync(new URL('./industry-queries.yaml', import.meta.url), 'utf8')) as Queries;

describe.each(Object.entries(queries))('industries by %s', (_, expected) => {
  it.each(Object.entries(expected))('%s finds %s among the first three', (query, codes) => {
    const found = searchIndustries(query, 3).map(({ code }) => code);
    expect(found).toEqual(expect.arrayContaining(codes.split(' ')));
  });
});

describe('the list of queries', () => {
  const all = Object.values(queries).flatMap((expected) => Object.entries(expected));

  it('is long enough to say something', () => {
    expect(all.length).toBeGreaterThanOrEqual(150);
    for (const expected of Object.values(queries)) expect(Object.keys(expected).length).toBeGreaterThan(6);
  });

  it('names codes that exist', () => {
    const codes = all.flatMap(([, expected]) => expected.split(' '));
    expect(codes.filter((code) => !classification.industry(code))).toEqual([]);
  });
});
