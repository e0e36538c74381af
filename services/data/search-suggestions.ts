import type { Industry, SearchSuggestion } from '../domain/facts/industry.ts';
import { classification } from './classification.ts';
import { searchIndustries } from './industry-search.ts';
import { HAN, searchWords } from './search-words.ts';

/**
 * What to try where a search for industries finds nothing, most promising first; every suggestion does find something.
 * Empty where the search itself does; what can be typed at all only where nothing nearer is known.
 */
export function suggestSearches(query: string): readonly SearchSuggestion[] {
  if (searchIndustries(query, 1).length > 0) return [];
  const words = searchWords(query.slice(0, MAX_QUERY_LENGTH));
  const near = [...codeAbove(words), ...partsOf(words)];
  return near.length > 0 ? near : WAYS;
}

/** Every part is a search of its own, so that what is pasted is read no further than this. */
const MAX_QUERY_LENGTH = 16;

/** The nearest code that exists, for one that does not: 26 for 2600, and for A26. */
function codeAbove(words: readonly string[]): readonly SearchSuggestion[] {
  const typed = words.join('').toUpperCase();
  const digits = /^[A-Z]?(\d+)$/.exec(typed)?.[1];
  if (digits === undefined) return [];
  for (let length = Math.min(digits.length, 4); length > 1; length--) {
    const above = classification.industry(digits.slice(0, length));
    if (above) {
      const { code, name } = above;
      return [
        {
          search: code,
          message: {
            zh: `GB/T 4754-2017 没有代码“${typed}”，与之最接近的是 ${code} ${name.zh}，可由此逐级查找。`,
            en: `GB/T 4754-2017 has no code ${typed}. The nearest is ${code} ${name.en ?? name.zh}: go down from there.`,
          },
        },
      ];
    }
  }
  return [];
}

/** Parts of what was typed that find something by themselves, the longest first. */
function partsOf(words: readonly string[]): readonly SearchSuggestion[] {
  const whole = words.join('');
  const parts = words.flatMap((word) => (HAN.test(word) ? piecesOf(word) : word.length > 2 ? [word] : []));
  const kept: SearchSuggestion[] = [];
  for (const part of parts.sort((a, b) => b.length - a.length)) {
    if (part === whole || kept.some(({ search }) => search.includes(part))) continue;
    const [best] = searchIndustries(part, 1);
    if (best) kept.push(suggestion(part, best));
    if (kept.length === MAX_PARTS) break;
  }
  return kept;
}

const MAX_PARTS = 2;

/** Runs of two to four characters, then single ones. */
function piecesOf(word: string): readonly string[] {
  const characters = [...word];
  return [4, 3, 2, 1].flatMap((length) =>
    characters.slice(length - 1).map((_, at) => characters.slice(at, at + length).join('')),
  );
}

function suggestion(part: string, { code, name }: Industry): SearchSuggestion {
  return {
    search: part,
    message: {
      zh: `可试查其中的“${part}”，如 ${code} ${name.zh}。`,
      en: `Try "${part}" alone: it finds ${code} ${name.en ?? name.zh}, for example.`,
    },
  };
}

/** What can be typed at all. */
const WAYS: readonly SearchSuggestion[] = [
  {
    search: '锂电池',
    message: {
      zh: '可输入产品、工艺或行业名称中的关键词，如“锂电池”。',
      en: 'Type a product, a process or words of the name, in Chinese or English, such as "锂电池" or "lithium battery".',
    },
  },
  {
    search: 'lldc',
    message: {
      zh: '可输入名称的拼音或拼音首字母，如“lilizi”“lldc”。',
      en: 'Type the name in pinyin, or the first letters of its syllables, such as "lilizi" or "lldc".',
    },
  },
  {
    search: '38',
    message: {
      zh: '可输入行业代码或其前几位，如“38”，再逐级选择。',
      en: 'Type a code or its beginning, such as "38", and go down from there.',
    },
  },
];
