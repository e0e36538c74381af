import { searchWords } from './search-words.ts';

/**
 * The words of an English text as a search compares them: reduced to what plural, tense and spelling on either side
 * of the Atlantic leave alike, without the words that nearly every name of an industry has.
 */
export function englishWords(text: string): readonly string[] {
  return searchWords(text)
    .filter((word) => !EMPTY.has(word))
    .map(stem);
}

/** The same without what is said of any business; all of them where nothing would be left. */
export function withoutTrade(words: readonly string[]): readonly string[] {
  const left = words.filter((word) => !TRADE.has(word));
  return left.length > 0 ? left : words;
}

/** A word without its endings, so that `batteries` finds `battery` and `mining` finds `mine`. */
function stem(word: string): string {
  const known = stems.get(word) ?? cut(word);
  if (stems.size < MAX_STEMS_KEPT) stems.set(word, known);
  return known;
}

/** Names have fifteen hundred different words; what people type beyond that is not kept. */
const MAX_STEMS_KEPT = 4000;
const stems = new Map<string, string>();

function cut(word: string): string {
  const plain = SPELLINGS.reduce((text, [from, to]) => text.replace(from, to), unmarked(word));
  const singular = plain
    .replace(/ies$/, 'y')
    .replace(/(?<=s|x|z|ch|sh)es$/, '')
    .replace(/(?<=[^su])(?<!^.{0,1})s$/, '');
  const present = singular
    .replace(/(?<=[aeiouy].*[^aeiou]|..[aeiou])(?:ing|ed)$/, '')
    .replace(/([bdgklmnprt])\1$/, '$1');
  return present.replace(/(?<=...)e$/, '').replace(/(?<=..)y$/, 'i');
}

const unmarked = (word: string): string => word.normalize('NFD').replace(/\p{Mark}/gu, '');

/** American spellings, and others that are equally usual. */
const SPELLINGS: readonly (readonly [RegExp, string])[] = [
  [/([tb])re(s?)$/, '$1er$2'],
  [/is(e|ed|es|er|ers|ing|ation|ations)$/, 'iz$1'],
  [/^aluminium/, 'aluminum'],
  [/^sulph/, 'sulf'],
  [/^(col|vap)our/, '$1or'],
  [/^mould/, 'mold'],
  [/^tyre/, 'tire'],
  [/^catalogue/, 'catalog'],
  [/^programme/, 'program'],
  [/^jewellery/, 'jewelry'],
  [/^(maize)$/, 'corn'],
];

const EMPTY = new Set(
  'a an and at by for from in into its of on or other such the their to with manufacture manufactures manufacturing manufacturer manufacturers'.split(
    ' ',
  ),
);

const TRADE = new Set(
  'business businesses company companies enterprise factories factory firm industrial industries industry made maker makers making plant plants produce producer producers producing production project projects workshop works'
    .split(' ')
    .map(stem),
);
