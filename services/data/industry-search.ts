import type { Industry } from '../domain/industry.ts';
import { covers } from '../domain/industry.ts';
import { classification, industries } from './classification.ts';
import { matchName, NAME_MATCH_KINDS, type NameMatch } from './name-match.ts';
import { searchWords } from './search-words.ts';

/**
 * Industries by code (`26`, `C26`, `C`) or by Chinese words, best first; the same query always gives the same order.
 *
 * Every name is compared with the query: for two thousand short names that takes a millisecond, and building an
 * index of single Han characters takes a hundred.
 *
 * @param first at most so many
 */
export function searchIndustries(query: string, first = 20): readonly Industry[] {
  return found(searchWords(query.slice(0, LONGEST_QUERY))).slice(0, first);
}

function found(words: readonly string[]): readonly Industry[] {
  const [code, ...names] = words;
  if (code === undefined) return [];
  if (CODE.test(words.join(''))) return byCode(words.join(''));
  return CODE.test(code) ? withCodeFirst(code, byName(names)) : byName(words);
}

/** Nobody types more; what is pasted may be of any length. */
const LONGEST_QUERY = 100;

/** As forms write it, with or without the letter of its section: `C`, `26`, `C2614`; the words are in lower case. */
const CODE = /^(?=.)([a-t]?)(\d{0,4})$/;

/** The code itself, then what lies below it, level by level. */
function byCode(text: string): readonly Industry[] {
  const [, letter, digits] = CODE.exec(text)!;
  const section = letter!.toUpperCase();
  return industries
    .filter(({ code }) => code.startsWith(digits!) && (!section || covers(classification, section, code)))
    .sort((a, b) => a.code.length - b.code.length || compare(a.code, b.code));
}

function byName(words: readonly string[]): readonly Industry[] {
  return names()
    .flatMap(({ industry, name }) => {
      const match = matchName(name, words);
      return match ? [{ industry, name, match }] : [];
    })
    .sort(bestFirst)
    .map(({ industry }) => industry);
}

/** `3110 炼铁` as it is pasted from a form: of the industries of that name the one with that code. */
function withCodeFirst(code: string, named: readonly Industry[]): readonly Industry[] {
  const meant = byCode(code)[0];
  return meant && named.includes(meant) ? [meant, ...named.filter((industry) => industry !== meant)] : named;
}

/** What an industry can be found by. */
interface Name {
  readonly industry: Industry;
  readonly name: string;
}
interface Found extends Name {
  readonly match: NameMatch;
}

function bestFirst(a: Found, b: Found): number {
  return (
    NAME_MATCH_KINDS.indexOf(a.match.kind) - NAME_MATCH_KINDS.indexOf(b.match.kind) ||
    residual(a) - residual(b) ||
    b.match.inCommon - a.match.inCommon ||
    a.name.length - b.name.length ||
    // A group with a single class shares its name, and forms ask for the class: 3110 comes before 311.
    compare(a.industry.code.padEnd(4, '0'), b.industry.code.padEnd(4, '0')) ||
    b.industry.code.length - a.industry.code.length
  );
}

/** 其他电池制造 is what is left over, so it comes after every kind with a name. */
const residual = ({ name }: Name): number => (name.startsWith('其他') ? 1 : 0);

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

let folded: readonly Name[] | undefined;

/** Folded when first asked: most processes never search. */
function names(): readonly Name[] {
  folded ??= industries.map((industry) => ({ industry, name: searchWords(industry.name.zh).join('') }));
  return folded;
}
