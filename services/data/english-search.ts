import MiniSearch, { type SearchOptions } from 'minisearch';
import { englishWords, withoutTrade } from './english-words.ts';
import { type EnglishTerm, englishTerms } from './industry-terms.ts';

/** What a query in English finds, best first, and how sure it is. */
interface EnglishFound {
  /** Terms that say the same as the query. */
  readonly same: readonly EnglishTerm[];
  /** Terms that have every word of the query, as it is spelled. */
  readonly certain: readonly EnglishTerm[];
  /** Terms found by words half typed, spelled otherwise or left out; looked for only when asked. */
  readonly likely: () => readonly EnglishTerm[];
}

/** Finds industries by the words of English names and trade words. */
export function searchEnglish(query: string): EnglishFound {
  const { terms, index, bySense } = built();
  const words = englishWords(query);
  const fewer = withoutTrade(words);
  if (words.length === 0) return { same: [], certain: [], likely: () => [] };
  const matching = (some: readonly string[], options: SearchOptions): readonly EnglishTerm[] =>
    index.search(some.join(' '), options).map(({ id }) => terms[id]!);
  return {
    same: bySense.get(words.join('')) ?? bySense.get(fewer.join('')) ?? [],
    certain: firstFound(
      () => matching(words, {}),
      () => matching(fewer, {}),
    ),
    likely: () => probable(fewer, index).map((id) => terms[id]!),
  };
}

/** As many letters wrong as a word of this length leaves recognisable; two make up for swapped neighbours. */
const LENIENT: SearchOptions = {
  prefix: (word) => word.length > 2,
  fuzzy: (word) => (word.length > 6 ? 2 : word.length > 3 ? 1 : false),
};

/** Terms with every word of a query in some spelling; where there is none, those with at least half of the words. */
function probable(words: readonly string[], index: MiniSearch): readonly number[] {
  const found = index.search(words.join(' '), { ...LENIENT, combineWith: 'OR' });
  const asked = new Set(words).size;
  const complete = found.filter(({ queryTerms }) => queryTerms.length === asked);
  const half = asked > 1 ? found.filter(({ queryTerms }) => queryTerms.length * 2 >= asked) : [];
  return (complete.length > 0 ? complete : half).map(({ id }) => id);
}

function firstFound<Item>(...ways: readonly (() => readonly Item[])[]): readonly Item[] {
  for (const way of ways) {
    const found = way();
    if (found.length > 0) return found;
  }
  return [];
}

interface Built {
  readonly terms: readonly EnglishTerm[];
  readonly index: MiniSearch;
  /** Terms by their words written together, so that `datacenter` is `data centre`. */
  readonly bySense: ReadonlyMap<string, readonly EnglishTerm[]>;
}
let kept: Built | undefined;

/** Built when first asked: most processes never search. */
function built(): Built {
  kept ??= build();
  return kept;
}

function build(): Built {
  const terms = englishTerms();
  const index = new MiniSearch<{ id: number; text: string }>({
    fields: ['text'],
    tokenize: (text) => text.split(' '),
    processTerm: (word) => word,
    searchOptions: {
      combineWith: 'AND',
      weights: { fuzzy: 0.3, prefix: 0.5 },
      boostDocument: (id: number) => worth(terms[id]!),
    },
  });
  const bySense = new Map<string, EnglishTerm[]>();
  const documents: { id: number; text: string }[] = [];
  for (const [id, term] of terms.entries()) {
    const words = englishWords(term.text);
    documents.push({ id, text: words.join(' ') });
    for (const sense of new Set([words.join(''), withoutTrade(words).join('')]))
      bySense.set(sense, [...(bySense.get(sense) ?? []), term]);
  }
  index.addAll(documents);
  return { terms, index, bySense };
}

/** A name comes before a trade word that shares a word with the query, and what is left over comes last. */
function worth({ text, synonym }: EnglishTerm): number {
  return synonym ? 0.8 : text.startsWith('Other') || text.includes(' of other ') ? 0.4 : 1;
}
