import type { Industry } from '../domain/facts/industry.ts';
import { covers } from '../domain/facts/industry.ts';
import { writtenIndustries } from '../domain/facts/written-industry.ts';
import { searchChinese, terms } from './chinese-search.ts';
import { classification, industries } from './classification.ts';
import { searchLatin } from './latin-search.ts';
import { searchProductTerms } from './product-search.ts';
import { compareCodes } from './search-order.ts';
import { HAN, MAX_QUERY_LENGTH, searchWords } from './search-words.ts';
import { isNamed } from './term-search.ts';

/**
 * Industries by code (`26`, `C26`, `C`), Chinese words, pinyin (`lilizi`, `lǐlízǐ`, `lldc`) or English, by their names
 * and by what people call them, best first; the same query always gives the same order.
 *
 * @param first at most so many
 */
export function searchIndustries(query: string, first = 20): readonly Industry[] {
  const text = query.slice(0, MAX_QUERY_LENGTH);
  return (severalCodes(text) ?? found(searchWords(text))).slice(0, first);
}

/** `2614、2669` as it is pasted from a form: these, in its order. */
function severalCodes(text: string): readonly Industry[] | null {
  const { industries: written } = writtenIndustries(text);
  const named = written.map(({ code }) => classification.industry(code));
  return named.length > 1 && named.every((industry) => industry !== undefined) ? [...new Set(named)] : null;
}

function found(words: readonly string[]): readonly Industry[] {
  const [code, ...names] = words;
  if (code === undefined) return [];
  if (CODE.test(words.join(''))) return byCode(words.join(''));
  return CODE.test(code) && /\d/.test(code) ? withCodeFirst(code, byName(names)) : byName(words);
}

/**
 * Where there is one Han character, the query is Chinese: PVC管. What is no name of an industry may be one of a product
 * (机制砂), or say which product it is about (年产5万吨光气项目): then those who make it are meant.
 */
function byName(words: readonly string[]): readonly Industry[] {
  const text = words.join('');
  const isChinese = HAN.test(text);
  const named = isChinese ? searchChinese(words) : searchLatin(words);
  if (text.length < 2 || terms().some((term) => term.text === text)) return named;
  const [product] = searchProductTerms(words.join(' '), 1);
  if (!product) return named;
  const makers = product.industries.map((code) => classification.industry(code)!);
  if (named.length === 0) return makers;
  return isChinese && isNamed(product, text) ? [...new Set([...makers, ...named])] : named;
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
