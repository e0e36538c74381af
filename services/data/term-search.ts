import type { Text } from '../domain/values/text.ts';
import type { Readings, TypedWord } from './pinyin-match.ts';
import { placeRead, readingsOfWords, typedWord } from './pinyin-reading.ts';
import { HAN, MAX_QUERY_LENGTH, searchWords } from './search-words.ts';

/**
 * Searches things by their names, Chinese or English, by aliases, by pinyin with or without tones and by its initials;
 * best first, and the same query always gives the same order.
 *
 * A query that says more than a name (年产5万吨硅铁项目) finds what it mentions, where it is no part of any name itself.
 */
export function termSearch<Thing extends Named>(
  things: readonly Thing[],
): (query: string) => readonly Thing[] {
  const searched = things.map((thing) => ({ thing, names: namesOf(thing) }));
  return (query) => {
    const asked = askedFor(query.slice(0, MAX_QUERY_LENGTH));
    if (asked.plain === '') return [];
    return searched
      .flatMap(({ thing, names }) => {
        let kind: number = NONE;
        let length = 0;
        for (const name of names) {
          const its = rank(name, asked);
          // Of what is mentioned the longest says most.
          const itsLength = its === MENTIONED ? -name.plain.length : name.plain.length;
          if (its < kind || (its === kind && itsLength < length)) [kind, length] = [its, itsLength];
        }
        return kind < NONE ? [{ thing, kind, length }] : [];
      })
      .sort((a, b) => a.kind - b.kind || a.length - b.length)
      .map(({ thing }) => thing);
  };
}

/** Whether a text is one of the names of a thing, however it is typed. */
export function isNamed({ name, aliases, ambiguousNames = [] }: Named, text: string): boolean {
  return [name.zh, name.en ?? name.zh, ...aliases, ...ambiguousNames].some(
    (each) => folded(each) === folded(text),
  );
}

interface Named {
  readonly name: Text;
  readonly aliases: readonly string[];
  readonly ambiguousNames?: readonly string[];
}

interface SearchedName extends Readings {
  readonly plain: string;
  /** The words of an English name, each from its first letter on: `dioxide` finds sulfur dioxide. */
  readonly words: readonly string[];
  /** The first name counts more than an alias. Readings are empty for what is not Chinese. */
  readonly alias: boolean;
}
interface Asked {
  readonly plain: string;
  readonly parts: readonly string[];
  /** What was typed as pinyin; null where it cannot be that. */
  readonly typed: TypedWord | null;
}
const READ_FROM_START = 7;
const READ_WITHIN = 8;
const MENTIONED = 9;
const NONE = 10;

function namesOf({ name, aliases, ambiguousNames = [] }: Named): readonly SearchedName[] {
  return [
    searchedName(name.zh, false),
    ...(name.en ? [searchedName(name.en, false)] : []),
    ...[...aliases, ...ambiguousNames].map((alias) => searchedName(alias, true)),
  ];
}

function searchedName(text: string, alias: boolean): SearchedName {
  const isChinese = HAN.test(text);
  return {
    plain: folded(text),
    words: isChinese ? [] : text.split(/[\s-]+/).map(folded),
    alias,
    readings: isChinese ? readingsOfWords(searchWords(text)) : [],
  };
}

function askedFor(query: string): Asked {
  const words = searchWords(query);
  return {
    plain: folded(query),
    parts: query
      .split(/\s+/)
      .map(folded)
      .filter((part) => part !== ''),
    typed: typedWord(words),
  };
}

function rank(name: SearchedName, { plain: asked, parts, typed }: Asked): number {
  const { plain, words, alias } = name;
  if (plain === asked) return alias ? 1 : 0;
  if (plain.startsWith(asked)) return alias ? 3 : 2;
  if (words.some((word) => word.startsWith(asked))) return 4;
  if (parts.length > 1 && parts.every((part) => words.some((word) => word.startsWith(part)))) return 5;
  if ((HAN.test(asked) || asked.length > 3) && plain.includes(asked)) return 6;
  const read = placeRead(name, typed);
  if (read >= 0) return read === 0 ? READ_FROM_START : READ_WITHIN;
  return plain.length > 1 && HAN.test(plain) && asked.includes(plain) ? MENTIONED : NONE;
}

/** Letters, digits and Han characters, sulphur as sulfur: hyphens, commas and brackets are typed in many ways. */
const folded = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/sulph/g, 'sulf')
    .replace(/aluminium/g, 'aluminum')
    .replace(/(fib|cent|lit)re/g, '$1er')
    .replace(/[^\p{L}\d]/gu, '');
