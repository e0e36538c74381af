import { allSyllables, readingsOf } from './character-readings.ts';
import { placeOf, type Readings, type TypedWord, typedPinyin } from './pinyin-match.ts';
import { HAN } from './search-words.ts';

/**
 * How words can be read, in every reading of every character, since nobody has made pinyin of them beforehand; a run of
 * letters or digits is read as it is.
 */
export function readingsOfWords(words: readonly string[]): Readings['readings'] {
  return words.flatMap((word) => (HAN.test(word) ? [...word].map(readingsOf) : [[word]]));
}

/** What was typed as pinyin; null for what cannot be that. */
export function typedWord(words: readonly string[]): TypedWord | null {
  return typedPinyin(words, allSyllables())?.whole ?? null;
}

/** The character from which on a text is read as a word was typed, in any of its readings; -1 where there is none. */
export function placeRead(text: Readings, word: TypedWord | null): number {
  return word === null || word.letters === '' ? -1 : placeOf(text, word, 'SHORTENED');
}
