import type { Text } from '../domain/values/text.ts';
import { lettersOf, placeRead, type Readings, readingsOfWords } from './pinyin-reading.ts';
import { searchWords } from './search-words.ts';

/**
 * Whether something of a name and code that users have given it is found by a text: by part of its name or code, or
 * where every word of the text stands in them, Chinese words as pinyin too (`yongji`, `yǒngjì`, `yjhgy`, `yongjihg`).
 *
 * @returns true for everything where the text is empty
 */
export function searchNamed(text: string): (name: Text, code: string) => boolean {
  const asked = plain(text.slice(0, LONGEST_QUERY)).trim();
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
      words.every(({ word, letters }) => within(word) || isRead(readings, letters)) ||
      isRead(readings, together)
    );
  };
}

/** Nobody types more; what is pasted may be of any length. */
const LONGEST_QUERY = 100;

const plain = (text: string): string => text.normalize('NFKC').toLowerCase();

interface PreparedName {
  readonly texts: readonly string[];
  readonly readings: Readings;
}

/** A register is kept as long as it is the newest, and its names with it. */
const prepared = new WeakMap<Text, PreparedName>();

function preparedName(name: Text): PreparedName {
  const known = prepared.get(name);
  if (known) return known;
  const words = searchWords(name.zh);
  const made = {
    texts: [plain(name.zh), words.join(''), plain(name.en ?? '')],
    readings: readingsOfWords(words),
  };
  prepared.set(name, made);
  return made;
}

const isRead = (readings: Readings, letters: string | null): boolean =>
  letters !== null && placeRead(readings, letters) >= 0;
