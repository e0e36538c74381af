import type { Industry } from '../domain/facts/industry.ts';
import { terms } from './chinese-search.ts';
import { searchEnglish } from './english-search.ts';
import type { EnglishTerm, Term } from './industry-terms.ts';
import { matchPinyin, PINYIN_MATCH_KINDS, type PinyinMatchKind, typedPinyin } from './pinyin-match.ts';
import { closerCode, isResidual } from './search-order.ts';

/**
 * Industries by a query in Latin letters, best first. It may be pinyin, initials or English, so all three are tried:
 * what says exactly the query, then what has all of it, and only if there is none what may have been meant.
 */
export function searchLatin(words: readonly string[]): readonly Industry[] {
  const pinyin = searchPinyin(words);
  const english = searchEnglish(words.join(' '));
  const certain = [
    ...industriesOf(english.same),
    ...pinyin(['EXACT']),
    ...industriesOf(english.certain),
    ...pinyin(['STARTS', 'CONTAINS', 'ALL_WORDS', 'MENTIONS']),
    ...pinyin(['INITIALS', 'INITIALS_START', 'INITIALS_WITHIN']),
  ];
  if (certain.length > 0) return [...new Set(certain)];
  return [...new Set([...pinyin(['INITIALS_ABBREVIATE', 'HALF_TYPED']), ...industriesOf(english.likely())])];
}

/** Terms that a search in English finds equal are in no order: groups and classes of one name above all. */
function industriesOf(found: readonly EnglishTerm[]): readonly Industry[] {
  return found.flatMap(({ industries }) => industries);
}

type OfKinds = (kinds: readonly PinyinMatchKind[]) => readonly Industry[];

function searchPinyin(words: readonly string[]): OfKinds {
  const typed = typedPinyin(words, syllables());
  if (typed === null) return () => [];
  const found = terms()
    .flatMap((term) => {
      const kind = matchPinyin(term.spelling, typed);
      return kind ? term.industries.map((industry, place) => ({ term, industry, place, kind })) : [];
    })
    .sort(bestFirst);
  return (kinds) => found.filter(({ kind }) => kinds.includes(kind)).map(({ industry }) => industry);
}

let known: ReadonlySet<string> | undefined;

/** Every syllable of every name, without tones. */
function syllables(): ReadonlySet<string> {
  known ??= new Set(terms().flatMap(({ spelling }) => spelling.readings.flat()));
  return known;
}

interface Found {
  readonly term: Term;
  readonly industry: Industry;
  readonly place: number;
  readonly kind: PinyinMatchKind;
}

function bestFirst(a: Found, b: Found): number {
  return (
    PINYIN_MATCH_KINDS.indexOf(a.kind) - PINYIN_MATCH_KINDS.indexOf(b.kind) ||
    isResidual(a.term.text) - isResidual(b.term.text) ||
    Number(a.term.synonym) - Number(b.term.synonym) ||
    a.place - b.place ||
    a.term.text.length - b.term.text.length ||
    closerCode(a.industry, b.industry)
  );
}
