/** How a name answers a query. */
export interface NameMatch {
  readonly kind: NameMatchKind;
  /** Of two matches of a kind that leave something out, the one with more in common is the better. */
  readonly inCommon: number;
}
/** Best first. */
export const NAME_MATCH_KINDS = [
  'EXACT',
  'STARTS',
  'CONTAINS',
  /** Every word of the query stands in the name, apart from each other. */
  'ALL_WORDS',
  /** The query leaves characters out, as abbreviations do: 锂电池 for 锂离子电池. */
  'ABBREVIATES',
  /** The query tells more than the name: a project 年产五万吨锂离子电池项目. */
  'MENTIONS',
  'ALL_CHARACTERS',
  /** At least half of the characters, two of them neighbours. */
  'PARTLY',
] as const;
type NameMatchKind = (typeof NAME_MATCH_KINDS)[number];

/** A query, taken apart once for all the names that it is compared with. */
export interface Asked {
  readonly words: readonly string[];
  /** The words written together. */
  readonly text: string;
  readonly characters: readonly string[];
  /** Each two neighbours within a word. */
  readonly pairs: readonly string[];
}

export function asked(words: readonly string[]): Asked {
  const text = words.join('');
  return { words, text, characters: [...text], pairs: words.flatMap(pairsOf) };
}

/** A name, taken apart once for all queries. */
export interface Name {
  /** Its words written together. */
  readonly text: string;
  /** What it is about, without what it says of the trade; empty where that is a single character. */
  readonly subject: string;
}

export function nameOf(text: string): Name {
  const subject = text.replace(TRADE, '');
  return { text, subject: subject.length > 1 ? subject : '' };
}

/**
 * How a name answers a query; null where it hardly does.
 *
 * Single characters and neighbours count, since Chinese sets no spaces between words and one character carries
 * meaning (锂, 钛, 猪).
 *
 * @param shared how many characters of the query stand in the name
 */
export function matchName(
  { text: name, subject }: Name,
  { words, text, characters, pairs }: Asked,
  shared = countOf(characters, name),
): NameMatch | null {
  const all = shared === characters.length;
  if (all) {
    if (name === text) return { kind: 'EXACT', inCommon: 0 };
    if (name.startsWith(text)) return { kind: 'STARTS', inCommon: 0 };
    if (name.includes(text)) return { kind: 'CONTAINS', inCommon: 0 };
    if (words.length > 1 && words.every((word) => name.includes(word)))
      return { kind: 'ALL_WORDS', inCommon: 0 };
    if (inOrder(characters, name)) return { kind: 'ABBREVIATES', inCommon: shared + countOf(pairs, name) };
  }
  if (subject !== '' && text.includes(subject)) return { kind: 'MENTIONS', inCommon: subject.length };
  if (shared * 2 < characters.length) return null;
  const neighbours = countOf(pairs, name);
  if (all) return { kind: 'ALL_CHARACTERS', inCommon: shared + neighbours };
  return neighbours > 0 ? { kind: 'PARTLY', inCommon: shared + neighbours } : null;
}

function countOf(parts: readonly string[], name: string): number {
  let count = 0;
  for (const part of parts) if (name.includes(part)) count++;
  return count;
}

/** What a name says of the trade, after the thing that it is about. */
const TRADE = /(?:制造|生产|加工|采选|冶炼|种植|的饲养)?业?$/;

function pairsOf(word: string): readonly string[] {
  const characters = [...word];
  return characters.slice(1).map((character, index) => characters[index]! + character);
}

function inOrder(characters: readonly string[], text: string): boolean {
  let from = 0;
  return characters.every((character) => {
    from = text.indexOf(character, from) + 1;
    return from > 0;
  });
}
