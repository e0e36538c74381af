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
export type NameMatchKind = (typeof NAME_MATCH_KINDS)[number];

/**
 * How a name answers a query; null where it hardly does.
 *
 * Single characters and neighbours count, since Chinese sets no spaces between words and one character carries
 * meaning (锂, 钛, 猪).
 *
 * @param name its words written together
 * @param words the words of the query
 */
export function matchName(name: string, words: readonly string[]): NameMatch | null {
  const asked = words.join('');
  if (name === asked) return { kind: 'EXACT', inCommon: 0 };
  if (name.startsWith(asked)) return { kind: 'STARTS', inCommon: 0 };
  if (name.includes(asked)) return { kind: 'CONTAINS', inCommon: 0 };
  if (words.length > 1 && words.every((word) => name.includes(word)))
    return { kind: 'ALL_WORDS', inCommon: 0 };

  const characters = [...asked];
  const shared = characters.filter((character) => name.includes(character)).length;
  if (shared === 0) return null;
  const neighbours = words.flatMap(pairsOf).filter((pair) => name.includes(pair)).length;
  const inCommon = shared + neighbours;
  if (shared === characters.length && inOrder(characters, name)) return { kind: 'ABBREVIATES', inCommon };
  const subject = name.replace(TRADE, '');
  if (subject.length > 1 && asked.includes(subject)) return { kind: 'MENTIONS', inCommon: subject.length };
  if (shared === characters.length) return { kind: 'ALL_CHARACTERS', inCommon };
  return neighbours > 0 && shared * 2 >= characters.length ? { kind: 'PARTLY', inCommon } : null;
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
