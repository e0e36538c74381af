/** A text in pinyin, prepared for comparing. */
export interface Spelling {
  /** All syllables written together without tones; ü is v. */
  readonly letters: string;
  /** Each without its tone. */
  readonly syllables: readonly string[];
  /** For each letter the number of its syllable. */
  readonly syllableOf: readonly number[];
  /** For each syllable its tone, 1 to 4; 0 for a neutral one. */
  readonly tones: readonly number[];
  readonly initials: string;
  /** The letters of what the text is about, without its trade; empty where that is too short to be recognised. */
  readonly subject: string;
}

/** A word as somebody typed it. */
export interface TypedWord {
  readonly letters: string;
  /** Tones typed, each with the place of the letter that bears it. */
  readonly tones: readonly (readonly [at: number, tone: number])[];
}

/** A query, put together once for all the texts that it is compared with. */
export interface TypedPinyin {
  readonly words: readonly TypedWord[];
  /** The words written together. */
  readonly whole: TypedWord;
}

/** Best first. */
export const PINYIN_MATCH_KINDS = [
  'EXACT',
  'STARTS',
  'CONTAINS',
  /** Every word of the query stands in the text, apart from each other. */
  'ALL_WORDS',
  /** The query tells more than the text: `shuini chang` (水泥厂) of 水泥. */
  'MENTIONS',
  'INITIALS',
  'INITIALS_START',
  'INITIALS_WITHIN',
  /** Initials that leave some out, as abbreviations do: `lldc` for 锂离子电池. */
  'INITIALS_ABBREVIATE',
  /** The last syllable is not typed to its end. */
  'HALF_TYPED',
] as const;
export type PinyinMatchKind = (typeof PINYIN_MATCH_KINDS)[number];

/**
 * How a text answers a query in pinyin, with or without tones and spaces, or by the first letters of its syllables;
 * null where it does not. Only whole syllables count: `an` does not find 电缆 dian lan.
 */
export function matchPinyin(
  spelling: Spelling,
  { words, whole: typed }: TypedPinyin,
): PinyinMatchKind | null {
  const at = placeOf(spelling, typed);
  if (at === 0) return typed.letters.length === spelling.letters.length ? 'EXACT' : 'STARTS';
  if (at > 0) return 'CONTAINS';
  if (words.length > 1 && words.every((word) => standsIn(spelling, word))) return 'ALL_WORDS';
  if (mentions(spelling, typed)) return 'MENTIONS';
  if (typed.tones.length === 0 && typed.letters.length > 1) {
    const { initials } = spelling;
    if (initials === typed.letters) return 'INITIALS';
    if (initials.startsWith(typed.letters)) return 'INITIALS_START';
    if (initials.includes(typed.letters)) return 'INITIALS_WITHIN';
    if (abbreviates(typed.letters, initials)) return 'INITIALS_ABBREVIATE';
  }
  return typed.letters.length > 2 && placeOf(spelling, typed, false) >= 0 ? 'HALF_TYPED' : null;
}

/** A text as `pinyin.json` has it: syllables with their tone marks, a space between each. */
export function spellingOf(reading: string): Spelling {
  let letters = '';
  let initials = '';
  const syllables: string[] = [];
  const tones: number[] = [];
  const places: number[] = [];
  for (const text of reading.split(' ')) {
    const syllable = syllableOf(text);
    for (let at = 0; at < syllable.letters.length; at++) places.push(syllables.length);
    syllables.push(syllable.letters);
    tones.push(syllable.tones[0]?.[1] ?? 0);
    letters += syllable.letters;
    initials += syllable.letters[0];
  }
  const subject = subjectOf(letters);
  return {
    letters,
    initials,
    syllables,
    syllableOf: places,
    tones,
    subject: syllables.length > 1 && subject.length > 4 ? subject : '',
  };
}

/** Few hundred syllables make up all readings. */
function syllableOf(text: string): TypedWord {
  const known = syllablesRead.get(text) ?? read(text);
  syllablesRead.set(text, known);
  return known;
}
const syllablesRead = new Map<string, TypedWord>();

/**
 * Words in pinyin as people type them: `lǐlízǐ`, `lilizi`, `li3li2zi3`; null for what cannot be pinyin.
 *
 * @param syllables all that there are
 */
export function typedPinyin(words: readonly string[], syllables: ReadonlySet<string>): TypedPinyin | null {
  if (!words.every((word) => TYPED.test(word))) return null;
  const typed = words.map(read);
  const whole = together(typed);
  const plausible =
    whole.letters.length <= MAX_INITIALS || typed.every(({ letters }) => consistsOf(syllables, letters));
  return plausible ? { words: typed, whole } : null;
}

const TYPED = /^(?:[\p{Script=Latin}]+[1-5]?)+$/u;

/** Nobody types the first letters of more syllables. */
const MAX_INITIALS = 12;
const MAX_SYLLABLE_LENGTH = 6;

/** Whether letters are syllables throughout, the last of them perhaps not typed to its end. */
function consistsOf(syllables: ReadonlySet<string>, letters: string): boolean {
  const reached = [true];
  for (let end = 1; end <= letters.length; end++)
    for (let from = Math.max(0, end - MAX_SYLLABLE_LENGTH); from < end; from++)
      if (reached[from] && syllables.has(letters.slice(from, end))) reached[end] = true;
  const begins = (rest: string): boolean => [...syllables].some((syllable) => syllable.startsWith(rest));
  return reached.some((isReached, from) => isReached && begins(letters.slice(from)));
}

const TONES = ['\u0304', '\u0301', '\u030c', '\u0300'];
const DIAERESIS = '\u0308';

function read(text: string): TypedWord {
  let letters = '';
  const tones: (readonly [number, number])[] = [];
  for (const character of text.normalize('NFD')) {
    const tone = TONES.indexOf(character) + 1 || ('1234'.includes(character) ? Number(character) : 0);
    if (character === DIAERESIS) letters = `${letters.slice(0, -1)}v`;
    else if (tone > 0 && letters) tones.push([letters.length - 1, tone]);
    else if (/[a-z\d]/.test(character) && character !== '5') letters += character;
  }
  return { letters, tones };
}

function together(words: readonly TypedWord[]): TypedWord {
  let letters = '';
  const tones: (readonly [number, number])[] = [];
  for (const word of words) {
    for (const [at, tone] of word.tones) tones.push([at + letters.length, tone]);
    letters += word.letters;
  }
  return { letters, tones };
}

/** Where a word stands in a spelling, from the beginning of a syllable to the end of one; -1 where it does not. */
function placeOf(spelling: Spelling, word: TypedWord, toTheEnd = true): number {
  const { letters, syllableOf } = spelling;
  for (let at = letters.indexOf(word.letters); at >= 0; at = letters.indexOf(word.letters, at + 1)) {
    const end = at + word.letters.length;
    const begins = syllableOf[at - 1] !== syllableOf[at];
    const ends = !toTheEnd || syllableOf[end - 1] !== syllableOf[end];
    if (begins && ends && tonesAgree(spelling, word, at)) return at;
  }
  return -1;
}

function tonesAgree({ tones, syllableOf }: Spelling, word: TypedWord, at: number): boolean {
  return word.tones.every(([place, tone]) => {
    const spoken = tones[syllableOf[at + place]!]!;
    return spoken === 0 || spoken === tone;
  });
}

function standsIn(spelling: Spelling, word: TypedWord): boolean {
  return (
    placeOf(spelling, word) >= 0 || (word.letters.length > 1 && spelling.initials.includes(word.letters))
  );
}

/** The first initial, then others in order, leaving out at most one in three: fewer letters would fit anything. */
function abbreviates(letters: string, initials: string): boolean {
  if (letters.length < 3 || letters[0] !== initials[0]) return false;
  let at = -1;
  for (const letter of letters) {
    at = initials.indexOf(letter, at + 1);
    if (at < 0) return false;
  }
  return (at + 1) * 2 <= letters.length * 3;
}

/** What a name says of the trade, after the thing that it is about: as TRADE in `name-match.ts`. */
const TRADES = ['zhizao', 'shengchan', 'jiagong', 'caixuan', 'yelian', 'zhongzhi', 'desiyang'];

function subjectOf(letters: string): string {
  const plain = letters.endsWith('ye') ? letters.slice(0, -2) : letters;
  const trade = TRADES.find((each) => plain.endsWith(each)) ?? '';
  return plain.slice(0, plain.length - trade.length);
}

function mentions({ subject }: Spelling, typed: TypedWord): boolean {
  return subject !== '' && typed.tones.length === 0 && typed.letters.startsWith(subject);
}
