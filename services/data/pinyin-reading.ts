import { allSyllables, readingsOf } from './character-readings.ts';
import { typedPinyin } from './pinyin-match.ts';

/** For each character of a text how it can be read; a run of letters or digits is read as it is. */
export type Readings = readonly (readonly string[])[];

/** How words can be read, in every reading of every character: nobody has made pinyin of them beforehand. */
export function readingsOfWords(words: readonly string[]): Readings {
  return words.flatMap((word) => (HAN.test(word) ? [...word].map(readingsOf) : [[word]]));
}

const HAN = /\p{Script=Han}/u;

/** The letters of what was typed as pinyin, without tones; null for what cannot be that. */
export function lettersOf(words: readonly string[]): string | null {
  return typedPinyin(words, allSyllables)?.whole.letters ?? null;
}

/**
 * The first character from which on letters are what is read, in any reading: in full or by the first letter each, the
 * last one as far as it was typed; -1 where there is none. One letter alone is a reading, not a beginning.
 */
export function placeRead(readings: Readings, letters: string): number {
  if (letters === '') return -1;
  return readings.findIndex(
    (first, start) =>
      first.some((reading) => reading[0] === letters[0]) && isReadFrom(readings, start, letters),
  );
}

function isReadFrom(readings: Readings, start: number, letters: string): boolean {
  /** How many of the letters the characters until here can have taken up. */
  let reached = [0];
  for (let place = start; place < readings.length && reached.length > 0; place++) {
    const next = new Set<number>();
    for (const at of reached)
      for (const reading of readings[place]!) {
        const left = letters.length - at;
        const inFull = letters.startsWith(reading, at);
        if (inFull && left === reading.length) return true;
        if (letters.length > 1 && left < reading.length && reading.startsWith(letters.slice(at))) return true;
        if (inFull) next.add(at + reading.length);
        if (letters[at] === reading[0]) next.add(at + 1);
        if (reading[1] === 'h' && letters.startsWith(reading.slice(0, 2), at)) next.add(at + 2);
      }
    reached = [...next].filter((at) => at < letters.length);
  }
  return false;
}
