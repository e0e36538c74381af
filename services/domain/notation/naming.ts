import { FileFault } from '../messages/file-faults.ts';
import type { Locale, Text } from '../values/text.ts';
import { inLocale } from '../values/text.ts';
import type { Book } from './scanner.ts';
import { plain, quotation, Scanner, UNPRINTED } from './scanner.ts';
import type { Vocabulary } from './vocabulary.ts';

/** A kind of thing that has a key and a name. */
export interface Kind {
  /** What a message calls it. */
  readonly called: Text;
  readonly book: Book;
  /** Whether a word that is in no book is taken to the letter; of others it is unknown. */
  readonly takes: (word: string) => boolean;
  /** The name that may stand behind a key as a remark, `2614〔有机化学原料制造〕`. */
  readonly nameOf: (key: string) => Text;
  /** Whether a remark is a name of it. */
  readonly isCalled: (key: string, name: string) => boolean;
  /** Whether it is written by its name; by its key with the name as a remark where not. */
  readonly byName: (key: string) => boolean;
}

export const facts = ({ facts, names }: Vocabulary): Kind => ({
  called: { zh: '事项', en: 'a fact' },
  book: facts,
  takes: isOfCatalog,
  ...calledBy((key) => names.fact(key)?.name ?? itself(key)),
  byName: (key) => !isOfCatalog(key) || key.startsWith('zone.'),
});

export const lists = ({ lists, names }: Vocabulary): Kind => ({
  called: { zh: '化学品名单', en: 'a substance list' },
  book: lists,
  takes: isOfCatalog,
  ...calledBy(names.list),
  byName: () => false,
});

/** The options of a fact; of its industries the codes. */
export function optionsOf(fact: string, vocabulary: Vocabulary): Kind {
  if (fact === 'industries') return industries(vocabulary);
  const book = vocabulary.options(fact);
  return {
    called: {
      zh: `选项（${[...book.keys()].join('、')}）`,
      en: `an option (${[...book.keys()].join(', ')})`,
    },
    book,
    takes: () => book.size === 0,
    ...calledBy((option) => vocabulary.names.option(fact, option)),
    byName: () => true,
  };
}

export const activities = ({ activities, names }: Vocabulary): Kind => ({
  called: { zh: '活动类型', en: 'an activity' },
  book: activities,
  takes: () => false,
  ...calledBy((option) => names.option('activities', option)),
  byName: () => true,
});

export const industries = ({ classification, names }: Vocabulary): Kind => ({
  called: { zh: '行业代码', en: 'an industry code' },
  book: NO_NAMES,
  takes: (code) => classification.industry(code) !== undefined,
  nameOf: names.industry,
  isCalled: classification.isCalled,
  byName: () => false,
});

export const substances = ({ names }: Vocabulary): Kind => ({
  called: { zh: 'CAS 号', en: 'a CAS number' },
  book: NO_NAMES,
  takes: (cas) => /^\d{2,7}-\d\d-\d$/.test(cas),
  ...calledBy(names.substance),
  byName: () => false,
});

/** What nobody keeps a list of: units, and what products are called. */
export const named = (called: Text): Kind => ({
  called,
  book: NO_NAMES,
  takes: () => true,
  ...calledBy(itself),
  byName: () => true,
});

const NO_NAMES: Book = new Map();
/** What a catalog defines is called `<catalog>.<name>`: one that is not at hand may well be another catalog's. */
const isOfCatalog = (key: string): boolean => /^[\w-]+\.[\w.-]+$/.test(key);
const itself = (key: string): Text => ({ zh: key, en: key });
const calledBy = (nameOf: Kind['nameOf']): Pick<Kind, 'nameOf' | 'isCalled'> => ({
  nameOf,
  isCalled(key, stated) {
    const { zh, en } = nameOf(key);
    // Of what is not known here nobody can say what it is called.
    return zh === key || [zh, en ?? zh].some((name) => plain(name) === plain(stated));
  },
});

/**
 * One thing of a kind: its key.
 *
 * @throws FileFault NOTATION_EXPECTED, NOTATION_NAME_OF_SEVERAL, NOTATION_NAME_MISMATCH
 */
export function readName(scanner: Scanner, kind: Kind): string {
  const literal = scanner.quoted();
  const start = scanner.at;
  const key = literal ?? lookedUp(scanner, kind);
  const remark = scanner.remark();
  if (remark !== null && !kind.isCalled(key, remark))
    throw new FileFault('NOTATION_NAME_MISMATCH', {
      column: start + 1,
      key,
      name: kind.nameOf(key),
      stated: remark,
    });
  return key;
}

function lookedUp(scanner: Scanner, { book, takes, called }: Kind): string {
  const found = scanner.nameIn(book);
  const start = scanner.at;
  const word = scanner.word();
  // A key of another catalog may begin like a name that is known.
  if (word !== null && word.length > (found?.length ?? 0) && takes(word)) return word;
  scanner.at = start;
  if (found === null) scanner.refuse(called);
  if (found!.key === null)
    throw new FileFault('NOTATION_NAME_OF_SEVERAL', {
      column: start + 1,
      value: scanner.text.slice(start, start + found!.length),
    });
  scanner.at += found!.length;
  return found!.key;
}

/** The key so written that it is read back: by its name, with it, alone, or to the letter. */
export function writeName(key: string, kind: Kind, locale: Locale, readsBack = alone): string {
  const name = inLocale(kind.nameOf(key), locale);
  const remarked = name === key ? [] : [`${key}〔${name}〕`];
  const ways = [...(kind.byName(key) ? [name, ...remarked] : remarked), key];
  return ways.find((way) => !UNPRINTED.test(way) && readsBack(way, kind) === key) ?? quotation(key);
}

function alone(way: string, kind: Kind): string | null {
  try {
    const scanner = new Scanner(`${way} `);
    const key = readName(scanner, kind);
    return scanner.atEnd ? key : null;
  } catch {
    return null;
  }
}
