/**
 * The words of a text as a search sees them: runs of Han characters, and runs of Latin letters and digits in lower
 * case, with the marks they bear (ǐ, ü). Full-width forms count as their plain ones; punctuation and spaces only
 * separate.
 */
export function searchWords(text: string): readonly string[] {
  return text.normalize('NFKC').toLowerCase().match(WORD) ?? [];
}

const WORD = /\p{Script=Han}+|[\p{Script=Latin}\d]+/gu;

export const HAN = /\p{Script=Han}/u;

/** Nobody types more; what is pasted may be of any length. */
export const MAX_QUERY_LENGTH = 100;
