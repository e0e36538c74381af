import type { Industry } from '../domain/industry.ts';
import { chineseTerms, type Term } from './industry-terms.ts';
import { type Asked, asked, matchName, NAME_MATCH_KINDS, type NameMatch } from './name-match.ts';
import { closerCode, isResidual } from './search-order.ts';

/**
 * Industries by Chinese words, best first.
 *
 * Every name is compared with the query: for three thousand short texts that takes a millisecond or two, and building
 * an index of single Han characters takes a hundred.
 */
export function searchChinese(words: readonly string[]): readonly Industry[] {
  const query = asked(words);
  const found = terms()
    .flatMap((term) => {
      const match = term.synonym ? matchSynonym(term.text, query) : matchName(term.text, query);
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

let kept: readonly Term[] | undefined;

/** Read when first asked: most processes never search. */
export function terms(): readonly Term[] {
  kept ??= chineseTerms();
  return kept;
}
