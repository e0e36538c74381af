import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { searchProductTerms } from '../../services/data/product-search.ts';
import { searchSubstances } from '../../services/data/substance-search.ts';

/** By kind of query: what is typed, and what must be found first. */
type Queries = Readonly<Record<string, Readonly<Record<string, string>>>>;
const queriesIn = (file: string) =>
  Object.entries(parse(readFileSync(new URL(`./${file}`, import.meta.url), 'utf8')) as Queries);

describe.each(queriesIn('substance-queries.yaml'))('substances by %s', (_, expected) => {
  it.each(Object.entries(expected))('%s finds %s first', (query, name) => {
    expect(searchSubstances(query, 1)[0]?.name.zh).toBe(name);
  });
});

describe.each(queriesIn('product-queries.yaml'))('product terms by %s', (_, expected) => {
  it.each(Object.entries(expected))('%s finds %s first', (query, key) => {
    expect(searchProductTerms(query, 1)[0]?.key).toBe(key);
  });
});
