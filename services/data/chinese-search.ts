import type { Industry } from '../domain/facts/industry.ts';
import { chineseTerms, type Term } from './industry-terms.ts';
import { type Asked, asked, matchName, NAME_MATCH_KINDS, type NameMatch } from './name-match.ts';
import { closerCode, isResidual } from './search-order.ts';

/**
 * Industries by Chinese words, best first.
 *
 * Every text that shares a character with the query is compared with it: there are three thousand, all short.
 */
export function searchChinese(words: readonly string[]): readonly Industry[] {
  const query = asked(words);
  const shared = sharedWith(query);
  const found = terms()
    .flatMap((term, at) => {
      const count = shared[at]!;
      if (count === 0) return [];
      const match = term.synonym ? matchSynonym(term.text, query) : matchName(term, query, count);
      return match ? term.industries.map((industry, place) => ({ term, industry, place, match })) : [];
    })
    .sort(bestFirst)
    .map(({ industry }) => industry);
  return [...new Set(found)];
}

interface Found {
  readonly term: Term;
  readonly industry: Industry;
  /** The first industry that a word stands for is the one mostly meant. */
  readonly place: number;
  readonly match: NameMatch;
}

/**
 * A trade word is short and says one thing, so what merely shares characters with it means something else; and what it
 * has beside the query (电池隔膜 for 电池) makes it worth less than any name with the word.
 */
function matchSynonym(synonym: string, { text }: Asked): NameMatch | null {
  if (synonym === text) return { kind: 'EXACT', inCommon: 0 };
  if (synonym.includes(text)) return { kind: 'ALL_WORDS', inCommon: 0 };
  return synonym.length > 1 && text.includes(synonym) ? { kind: 'MENTIONS', inCommon: synonym.length } : null;
}

function bestFirst(a: Found, b: Found): number {
  return (
    NAME_MATCH_KINDS.indexOf(a.match.kind) - NAME_MATCH_KINDS.indexOf(b.match.kind) ||
    isResidual(a.term.text) - isResidual(b.term.text) ||
    b.match.inCommon - a.match.inCommon ||
    Number(a.term.synonym) - Number(b.term.synonym) ||
    a.place - b.place ||
    a.term.text.length - b.term.text.length ||
    closerCode(a.industry, b.industry)
  );
}

/** For each term how many characters of the query stand in it. */
function sharedWith({ characters }: Asked): Uint16Array {
  const counts = new Uint16Array(terms().length);
  for (const character of characters)
    for (const at of termsWith().get(character) ?? []) counts[at] = counts[at]! + 1;
  return counts;
}

let places: ReadonlyMap<string, readonly number[]> | undefined;

/** For each character the terms that have it. */
function termsWith(): ReadonlyMap<string, readonly number[]> {
  places ??= gatherPlaces();
  return places;
}

function gatherPlaces(): ReadonlyMap<string, readonly number[]> {
  const gathered = new Map<string, number[]>();
  for (const [at, { text }] of terms().entries())
    for (const character of new Set(text)) {
      const known = gathered.get(character);
      if (known) known.push(at);
      else gathered.set(character, [at]);
    }
  return gathered;
}

let kept: readonly Term[] | undefined;

/** Read when first asked: most processes never search. */
export function terms(): readonly Term[] {
  kept ??= chineseTerms();
  return kept;
}
