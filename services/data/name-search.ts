import { memoize } from '../domain/values/memoize.ts';
import type { Text } from '../domain/values/text.ts';
import type { Readings } from './pinyin-match.ts';
import { placeRead, readingsOfWords, typedWord } from './pinyin-reading.ts';
import { MAX_QUERY_LENGTH, searchWords } from './search-words.ts';

/**
 * Whether something of a name and code that users have given it is found by a text: by part of its name or code, or
 * where every word of the text stands in them, Chinese words as pinyin too (`yongji`, `yǒngjì`, `yjhgy`, `yongjihg`).
 *
 * @returns true for everything where the text is empty
 */
export function searchNamed(text: string): (name: Text, code: string) => boolean {
  const asked = plain(text.slice(0, MAX_QUERY_LENGTH)).trim();
  if (asked === '') return () => true;
  const words = searchWords(asked).map((word) => ({ word, typed: typedWord([word]) }));
  const together = typedWord(words.map(({ word }) => word));
  return (name, code) => {
    const prepared = preparedName(name);
    const within = (part: string) =>
      prepared.texts.some((each) => each.includes(part)) || code.toLowerCase().includes(part);
    if (within(asked)) return true;
    if (words.length === 0) return false;
    return (
      words.every(({ word, typed }) => within(word) || placeRead(prepared, typed) >= 0) ||
      placeRead(prepared, together) >= 0
    );
  };
}

const plain = (text: string): string => text.normalize('NFKC').toLowerCase();

/** The readings are those of the Chinese name; a run of letters or digits is read as it is. */
interface PreparedName extends Readings {
  readonly texts: readonly string[];
}

/** A register is kept as long as it is the newest, and its names with it. */
const preparedName = memoize((name: Text): PreparedName => {
  const words = searchWords(name.zh);
  return {
    texts: [plain(name.zh), words.join(''), plain(name.en ?? '')],
    readings: readingsOfWords(words),
  };
});
