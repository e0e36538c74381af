import { memoizeByKey } from '../domain/values/memoize.ts';

/** For each syllable of a text how it can be read, without tones and with v for ü. */
export interface Readings {
  readonly readings: readonly (readonly string[])[];
  /** For each syllable its tone, 1 to 4; 0 for a neutral one. Any tone will do where there are none. */
  readonly tones?: readonly number[];
}

/** A text whose one reading is known, prepared for comparing. */
export interface Spelling extends Readings {
  /** All syllables written together. */
  readonly letters: string;
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
interface TypedPinyin {
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
  const at = syllableOf(spelling, typed);
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
  return typed.letters.length > 2 && syllableOf(spelling, typed, 'LAST_HALF_TYPED') >= 0
    ? 'HALF_TYPED'
    : null;
}

/** A text as `pinyin.json` has it: syllables with their tone marks, a space between each. */
export function spellingOf(reading: string): Spelling {
  const syllables = reading.split(' ').map(readSyllable);
  const letters = syllables.map((syllable) => syllable.letters).join('');
  const subject = subjectOf(letters);
  return {
    letters,
    initials: syllables.map((syllable) => syllable.letters[0]).join(''),
    readings: syllables.map((syllable) => [syllable.letters]),
    tones: syllables.map(({ tones }) => tones[0]?.[1] ?? 0),
    subject: syllables.length > 1 && subject.length > 4 ? subject : '',
  };
}

/**
 * Words in pinyin as people type them: `lǐlízǐ`, `lilizi`, `li3li2zi3`; null for what cannot be pinyin.
 *
 * @param syllables all that there are
 */
export function typedPinyin(words: readonly string[], syllables: ReadonlySet<string>): TypedPinyin | null {
  if (!words.every((word) => TYPED.test(word.normalize('NFD').replace(/\p{M}/gu, '')))) return null;
  const typed = words.map(read);
  const whole = together(typed);
  const plausible =
    whole.letters.length <= MAX_INITIALS || typed.every(({ letters }) => consistsOf(syllables, letters));
  return plausible ? { words: typed, whole } : null;
}

/** Without its marks: ß and ø are letters of no pinyin, and dropping them would leave what fits everything. */
const TYPED = /^(?:[a-z]+[1-5]?)+$/;

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

/** Few hundred syllables make up all readings. */
const readSyllable = memoizeByKey(read);

function together(words: readonly TypedWord[]): TypedWord {
  let letters = '';
  const tones: (readonly [number, number])[] = [];
  for (const word of words) {
    for (const [at, tone] of word.tones) tones.push([at + letters.length, tone]);
    letters += word.letters;
  }
  return { letters, tones };
}

/** What of the syllables is typed: all letters, all but some of the last one, or of each as little as the first letter. */
type Typing = 'IN_FULL' | 'LAST_HALF_TYPED' | 'SHORTENED';

/** The syllable from which on a text is read as a word was typed; -1 where there is none. */
export function placeOf(text: Readings, word: TypedWord, typing: Typing): number {
  return text.readings.findIndex((_, place) => isReadFrom(text, place, word, typing));
}

function isReadFrom({ readings, tones }: Readings, start: number, word: TypedWord, typing: Typing): boolean {
  const { letters } = word;
  if (letters === '') return true;
  if (!readings[start]!.some((reading) => reading[0] === letters[0])) return false;
  /** How many of the letters the syllables until here can have taken up. */
  let taken: readonly number[] = [0];
  for (let place = start; place < readings.length && taken.length > 0; place++) {
    const next = new Set<number>();
    for (const at of taken)
      for (const reading of readings[place]!) {
        const left = letters.length - at;
        const inFull = letters.startsWith(reading, at);
        const begun = !inFull && left < reading.length && reading.startsWith(letters.slice(at));
        if ((inFull || begun) && !tonesAgree(word, at, reading, tones?.[place])) continue;
        if (inFull && left === reading.length) return true;
        // One letter alone is a reading, not a beginning.
        if (begun && typing !== 'IN_FULL' && letters.length > 1) return true;
        if (inFull) next.add(at + reading.length);
        if (typing !== 'SHORTENED') continue;
        if (letters[at] === reading[0]) next.add(at + 1);
        if (reading[1] === 'h' && letters.startsWith(reading.slice(0, 2), at)) next.add(at + 2);
      }
    taken = [...next].filter((at) => at < letters.length);
  }
  return false;
}

const tonesAgree = ({ tones }: TypedWord, at: number, { length }: string, spoken = 0): boolean =>
  spoken === 0 || tones.every(([place, tone]) => place < at || place >= at + length || tone === spoken);

/** Most texts do not have the letters at all. */
const syllableOf = (spelling: Spelling, word: TypedWord, typing: Typing = 'IN_FULL'): number =>
  spelling.letters.includes(word.letters) ? placeOf(spelling, word, typing) : -1;

const standsIn = (spelling: Spelling, word: TypedWord): boolean =>
  syllableOf(spelling, word) >= 0 || (word.letters.length > 1 && spelling.initials.includes(word.letters));

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
