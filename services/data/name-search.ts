import type { Text } from '../domain/values/text.ts';
import { allSyllables, readingsOf } from './character-readings.ts';
import { typedPinyin } from './pinyin-match.ts';
import { searchWords } from './search-words.ts';

/**
 * Whether something of a name and code that users have given it is found by a text: by part of its name or code, or
 * where every word of the text stands in them, Chinese words as pinyin too (`yongji`, `yǒngjì`, `yjhgy`, `yongjihg`).
 *
 * @returns true for everything where the text is empty
 */
export function searchNamed(text: string): (name: Text, code: string) => boolean {
  const asked = plain(text.slice(0, MAX_QUERY_LENGTH)).trim();
  if (asked === '') return () => true;
  const words = searchWords(asked).map((word) => ({ word, letters: lettersOf([word]) }));
  const together = lettersOf(words.map(({ word }) => word));
  return (name, code) => {
    const { texts, readings } = preparedName(name);
    const within = (part: string) =>
      texts.some((each) => each.includes(part)) || code.toLowerCase().includes(part);
    if (within(asked)) return true;
    if (words.length === 0) return false;
    return (
      words.every(({ word, letters }) => within(word) || isReadIn(readings, letters)) ||
      isReadIn(readings, together)
    );
  };
}

/** Nobody types more; what is pasted may be of any length. */
const MAX_QUERY_LENGTH = 100;

const plain = (text: string): string => text.normalize('NFKC').toLowerCase();

/** Null for what cannot be pinyin. */
const lettersOf = (words: readonly string[]): string | null =>
  typedPinyin(words, allSyllables)?.whole.letters ?? null;

interface PreparedName {
  readonly texts: readonly string[];
  /** For each character of the Chinese name how it can be read; a run of letters or digits is read as it is. */
  readonly readings: readonly (readonly string[])[];
}

/** A register is kept as long as it is the newest, and its names with it. */
const prepared = new WeakMap<Text, PreparedName>();

function preparedName(name: Text): PreparedName {
  const known = prepared.get(name);
  if (known) return known;
  const words = searchWords(name.zh);
  const made = {
    texts: [plain(name.zh), words.join(''), plain(name.en ?? '')],
    readings: words.flatMap((word) => (HAN.test(word) ? [...word].map(readingsOf) : [[word]])),
  };
  prepared.set(name, made);
  return made;
}

const HAN = /\p{Script=Han}/u;

/**
 * Whether letters are what characters next to each other are read, in any of their readings: in full or by the first
 * letter each, the last one as far as it was typed. One letter alone is a reading, not a beginning.
 */
function isReadIn(readings: readonly (readonly string[])[], letters: string | null): boolean {
  if (!letters) return false;
  return readings.some(
    (first, start) =>
      first.some((reading) => reading[0] === letters[0]) && isReadFrom(readings, start, letters),
  );
}

function isReadFrom(readings: readonly (readonly string[])[], start: number, letters: string): boolean {
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
