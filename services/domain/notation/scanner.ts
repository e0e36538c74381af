import { FileFault } from '../messages/file-faults.ts';
import { isDay } from '../values/day.ts';
import type { Text } from '../values/text.ts';
import type { Keyword } from './keywords.ts';
import { KEYWORDS, spellings } from './keywords.ts';

/**
 * What names stand for, by name as it is compared; null for a name that is of several. Keys stand for themselves, and
 * before names.
 */
export type Book = ReadonlyMap<string, string | null>;

export function bookOf(named: Iterable<readonly [key: string, name: Text]>): Book {
  const names = new Map<string, string | null>();
  const keys: string[] = [];
  for (const [key, { zh, en }] of named) {
    keys.push(key);
    for (const name of new Set([zh, en ?? zh].map(plain)))
      names.set(name, names.has(name) && names.get(name) !== key ? null : key);
  }
  for (const key of keys) names.set(plain(key), key);
  names.delete('');
  return names;
}

/**
 * A text of the notation, read from left to right.
 *
 * What stands in quotation marks is meant to the letter; what stands without is looked up, and unknown where nobody
 * knows it.
 */
export class Scanner {
  at = 0;
  readonly text: string;
  /** The same without width: a character a character, so that places agree. */
  readonly #plain: string;

  constructor(text: string) {
    this.text = text;
    this.#plain = plain(text);
  }

  get atEnd(): boolean {
    this.#skip();
    return this.at >= this.text.length;
  }

  /** The place of what comes next, from 1. */
  get column(): number {
    this.#skip();
    return this.at + 1;
  }

  /** The longest of these keywords that stands here, passed over; null where none does. */
  take(...keywords: readonly Keyword[]): Keyword | null {
    const { keyword, length } = this.#longest(keywords);
    this.at += length;
    return keyword;
  }

  /** How long the longest of these is here; 0 where none stands here. */
  lengthOf(...keywords: readonly Keyword[]): number {
    return this.#longest(keywords).length;
  }

  /** @throws FileFault NOTATION_EXPECTED */
  expect(...keywords: readonly Keyword[]): Keyword {
    return this.take(...keywords) ?? this.refuse(...keywords.map(shown));
  }

  /** What stands in quotation marks here, to the letter; null where none do. */
  quoted(): string | null {
    this.#skip();
    const [all, inner, json] = QUOTED.exec(this.text.slice(this.at)) ?? [];
    if (all === undefined) return null;
    const said = inner ?? fromJson(json!);
    if (said === null) return null;
    this.at += all.length;
    return said;
  }

  /** A run of letters without quotation marks; null where none stands here. */
  word(): string | null {
    this.#skip();
    const [found] = WORD.exec(this.#plain.slice(this.at)) ?? [];
    if (found === undefined || RESERVED.test(found)) return null;
    this.at += found.length;
    return found;
  }

  /** The longest name of a book that stands here: what it stands for, and how long it is. */
  nameIn(book: Book): { readonly key: string | null; readonly length: number } | null {
    this.#skip();
    let best: { key: string | null; length: number } | null = null;
    for (const [name, key] of book)
      if (name.length > (best?.length ?? 0) && this.#standsHere(name)) best = { key, length: name.length };
    return best;
  }

  /** The remark behind a key: its name, `2614〔有机化学原料制造〕`. */
  remark(): string | null {
    this.#skip();
    const [all, said] = REMARK.exec(this.text.slice(this.at)) ?? [];
    this.at += all?.length ?? 0;
    return said ?? null;
  }

  /** `30000`, `-1.50`, `30,000`. @throws FileFault NOTATION_EXPECTED */
  number(): string {
    this.#skip();
    const [all] = NUMBER.exec(this.#plain.slice(this.at)) ?? [];
    if (all === undefined) this.refuse({ zh: '数值', en: 'a number' });
    this.at += all!.length;
    return all!.replaceAll(',', '');
  }

  /** `2026-11-23`, also `2026年11月23日`. @throws FileFault NOTATION_EXPECTED */
  day(): string {
    this.#skip();
    const [all = '', year, month = '', date = ''] = DAY.exec(this.#plain.slice(this.at)) ?? [];
    const day = `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`;
    if (!isDay(day)) this.refuse({ zh: '日期（2026-11-23）', en: 'a day (2026-11-23)' });
    this.at += all.length;
    return day;
  }

  /** @throws FileFault NOTATION_EXPECTED */
  refuse(...expected: readonly Text[]): never {
    throw new FileFault('NOTATION_EXPECTED', {
      column: this.column,
      found: { zh: this.#rest || '（到此为止）', en: this.#rest || '(the end)' },
      expected: {
        zh: expected.map(({ zh }) => zh).join('、'),
        en: expected.map(({ zh, en }) => en ?? zh).join(', '),
      },
    });
  }

  get #rest(): string {
    const rest = this.text.slice(this.at);
    return rest.length > 20 ? `${rest.slice(0, 19)}…` : rest;
  }

  #longest(keywords: readonly Keyword[]): { readonly keyword: Keyword | null; readonly length: number } {
    this.#skip();
    let best: { keyword: Keyword | null; length: number } = { keyword: null, length: 0 };
    for (const keyword of keywords)
      for (const spelling of spellings(keyword))
        if (spelling.length > best.length && this.#standsHere(spelling))
          best = { keyword, length: spelling.length };
    return best;
  }

  /** A word of Latin letters ends where they do. */
  #standsHere(name: string): boolean {
    return (
      this.#plain.startsWith(name, this.at) &&
      !(
        /[\w.-]$/.test(name) &&
        /^[\w-]|^\.\w/.test(this.#plain.slice(this.at + name.length, this.at + name.length + 2))
      )
    );
  }

  #skip(): void {
    while (/\s/.test(this.#plain[this.at] ?? '')) this.at++;
  }
}

/** Compared without width: the letters and signs of full width as those of half width, one for one. */
export const plain = (text: string): string =>
  text.replace(/[！-～　]/g, (letter) =>
    letter === '　' ? ' ' : String.fromCharCode(letter.charCodeAt(0) - 0xfee0),
  );

/** To the letter: in Chinese quotation marks, or as JSON where these or what no cell keeps are a part of it. */
export const quotation = (said: string): string =>
  said.includes('”') || UNPRINTED.test(said)
    ? JSON.stringify(said).replace(
        /\p{Cc}|[\ufffe\uffff]/gu,
        (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`,
      )
    : `“${said}”`;

/** Control characters, halves of characters, and what is no character: no spreadsheet keeps them. */
export const UNPRINTED = /[\p{Cc}\p{Cs}\p{Cn}]/u;

/** What quotation marks hold that are all there is; null for any other text. */
export function unquoted(text: string): string | null {
  const scanner = new Scanner(text);
  const said = scanner.quoted();
  return said !== null && scanner.atEnd ? said : null;
}

const shown = (keyword: Keyword): Text => ({
  zh: `“${KEYWORDS[keyword].zh[0]}”`,
  en: `"${KEYWORDS[keyword].en[0]}"`,
});

function fromJson(json: string): string | null {
  try {
    return JSON.parse(json) as string;
  } catch {
    return null;
  }
}

const QUOTED = /^(?:“([^”]*)”|("(?:[^"\\]|\\.)*"))/;
const REMARK = /^〔([^〔〕]*)〕/;
const WORD = /^[^\s\p{C}()[\]、,;"“”「」〔〕且或≥≤<>=]+/u;
const RESERVED = /^(?:and|or)$/;
/** Digits that go on, as in `30 000` and `12,3456`, would be taken for the unit. */
const NUMBER = /^-?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?(?![\s.,]*\d)/;
const DAY = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?/;
