import type { Industry } from '../domain/facts/industry.ts';
import { covers } from '../domain/facts/industry.ts';
import { searchChinese } from './chinese-search.ts';
import { classification, industries } from './classification.ts';
import { searchLatin } from './latin-search.ts';
import { compareCodes } from './search-order.ts';
import { HAN, MAX_QUERY_LENGTH, searchWords } from './search-words.ts';

/**
 * Industries by code (`26`, `C26`, `C`), Chinese words, pinyin (`lilizi`, `lǐlízǐ`, `lldc`) or English, by their names
 * and by what people call them, best first; the same query always gives the same order.
 *
 * @param first at most so many
 */
export function searchIndustries(query: string, first = 20): readonly Industry[] {
  return found(searchWords(query.slice(0, MAX_QUERY_LENGTH))).slice(0, first);
}

function found(words: readonly string[]): readonly Industry[] {
  const [code, ...names] = words;
  if (code === undefined) return [];
  if (CODE.test(words.join(''))) return byCode(words.join(''));
  return CODE.test(code) && /\d/.test(code) ? withCodeFirst(code, byName(names)) : byName(words);
}

/** Where there is one Han character, the query is Chinese: PVC管. */
function byName(words: readonly string[]): readonly Industry[] {
  return words.some((word) => HAN.test(word)) ? searchChinese(words) : searchLatin(words);
}

/** As forms write it, with or without the letter of its section: `C`, `26`, `C2614`; the words are in lower case. */
const CODE = /^(?=.)([a-t]?)(\d{0,4})$/;

/** The code itself, then what lies below it, level by level. */
function byCode(text: string): readonly Industry[] {
  const [, letter, digits] = CODE.exec(text)!;
  const section = letter!.toUpperCase();
  return industries
    .filter(({ code }) => code.startsWith(digits!) && (!section || covers(classification, section, code)))
    .sort((a, b) => a.code.length - b.code.length || compareCodes(a.code, b.code));
}

/** `3110 炼铁` as it is pasted from a form: of the industries of that name the one with that code. */
function withCodeFirst(code: string, named: readonly Industry[]): readonly Industry[] {
  const meant = byCode(code)[0];
  return meant && named.includes(meant) ? [meant, ...named.filter((industry) => industry !== meant)] : named;
}
