import type { Asked, CapacityOf, Period, SubstanceScope, TestKind } from '../condition/condition.ts';
import { hasBounds } from '../messages/fields.ts';
import { FileFault } from '../messages/file-faults.ts';
import type { Bounds } from '../values/interval.ts';
import type { Locale } from '../values/text.ts';
import type { Activity } from '../vocabulary.ts';
import type { Keyword } from './keywords.ts';
import { written } from './keywords.ts';
import type { Kind } from './naming.ts';
import { activities, facts, lists, named, optionsOf, readName, substances, writeName } from './naming.ts';
import { plain, quotation, Scanner } from './scanner.ts';
import type { Vocabulary } from './vocabulary.ts';

/** How the tests of an operator are written and read. */
export interface TestNotation<Kind extends TestKind> {
  /** The word that it begins with; null where that is the fact. */
  readonly begins: Keyword | null;
  /** What it says behind that. */
  write(asked: Asked[Kind], pen: Pen): string;
  /**
   * Reads what stands behind the word or the fact.
   *
   * @returns undefined where what follows the fact is no test of this operator
   * @throws FileFault
   */
  read(scanner: Scanner, vocabulary: Vocabulary, fact: string): Asked[Kind] | undefined;
}
/** With what one writes. */
export interface Pen {
  readonly vocabulary: Vocabulary;
  readonly locale: Locale;
}

/** Every operator of tests, in the order in which they are tried. */
export const NOTATIONS: { readonly [Kind in TestKind]: TestNotation<Kind> } = {
  number: {
    begins: null,
    write: (asked, pen) =>
      parts(
        factName(asked.fact, pen),
        boundsText(asked, pen),
        asked.unit == null ? '' : unitText(asked.unit, pen),
      ),
    read(scanner, _, fact) {
      if (scanner.lengthOf(...BOUNDS) === 0) return undefined;
      const { bounds, unit } = readBounds(scanner);
      return { fact, ...(unit !== null && { unit }), ...bounds };
    },
  },
  flag: {
    begins: null,
    write: ({ fact, is }, pen) => parts(factName(fact, pen), say('IS', pen), say(is ? 'YES' : 'NO', pen)),
    read(scanner, _, fact) {
      const start = scanner.at;
      const is = scanner.take('IS') && scanner.take('YES', 'NO');
      if (is && standsApart(scanner)) return { fact, is: is === 'YES' };
      scanner.at = start;
      return undefined;
    },
  },
  choice: {
    begins: null,
    write: ({ fact, oneOf }, pen) =>
      parts(factName(fact, pen), say('ONE_OF', pen), listText(oneOf, optionsOf(fact, pen.vocabulary), pen)),
    read: (scanner, vocabulary, fact) =>
      scanner.take('ONE_OF', 'IS')
        ? { fact, oneOf: readList(scanner, optionsOf(fact, vocabulary)) }
        : undefined,
  },
  set: {
    begins: null,
    write(asked, pen) {
      const way = WAYS.find((one) => asked[one] != null)!;
      const { fact } = asked;
      return parts(
        factName(fact, pen),
        say(way, pen),
        listText(asked[way]!, optionsOf(fact, pen.vocabulary), pen),
      );
    },
    read(scanner, vocabulary, fact) {
      const { column } = scanner;
      const way = scanner.take(...WAYS, 'INCLUDES', 'INCLUDES_NOT');
      if (way === null) return undefined;
      const options = readList(scanner, optionsOf(fact, vocabulary));
      if (way !== 'INCLUDES' && way !== 'INCLUDES_NOT') return { fact, [way]: options };
      if (options.length > 1) throw new FileFault('NOTATION_WHICH_OF_SEVERAL', { column });
      return { fact, [way === 'INCLUDES' ? 'includesAny' : 'includesNone']: options };
    },
  },
  date: {
    begins: null,
    write: ({ fact, ...period }, pen) =>
      parts(
        factName(fact, pen),
        PERIOD.flatMap((bound) => (period[bound] == null ? [] : `${say(bound, pen)} ${period[bound]}`)).join(
          between(pen),
        ),
      ),
    read(scanner, _, fact) {
      if (scanner.lengthOf(...PERIOD) === 0) return undefined;
      const period: { -readonly [Bound in keyof Period]: string } = {};
      eachBound(scanner, PERIOD, (bound) => {
        period[bound] = scanner.day();
      });
      return { fact, ...period };
    },
  },
  chemical: {
    begins: 'CHEMICAL',
    write: ({ substance, activities: does, fraction, moreThan }, pen) =>
      parts(
        substanceText(substance, pen),
        does == null ? '' : `${say('ACTIVITIES', pen)} ${listText(does, activities(pen.vocabulary), pen)}`,
        fraction == null ? '' : `${say('FRACTION', pen)} ${fractionText(fraction, pen)}`,
        moreThan == null
          ? ''
          : `${say('INVENTORY', pen)} ${boundsText({ moreThan }, pen)} ${say('TONNES', pen)}`,
      ),
    read(scanner, vocabulary) {
      const substance = readSubstance(scanner, vocabulary);
      const does = scanner.take('ACTIVITIES')
        ? { activities: readList(scanner, activities(vocabulary)) as readonly Activity[] }
        : {};
      const fraction = scanner.take('FRACTION') ? { fraction: readFraction(scanner) } : {};
      return { substance, ...does, ...fraction, ...(scanner.take('INVENTORY') && readInventory(scanner)) };
    },
  },
  product: {
    begins: 'PRODUCT',
    write: (asked, pen) =>
      parts(
        writeName(asked.product, PRODUCTS, pen.locale),
        say(asked.of, pen),
        hasBounds(asked) ? boundsText(asked, pen) : say('WHATEVER', pen),
        unitText(asked.unit, pen),
      ),
    read(scanner) {
      const product = readName(scanner, PRODUCTS);
      const of = scanner.expect('CAPACITY', 'PER_LINE', 'ADDED') as CapacityOf;
      if (scanner.take('WHATEVER')) return { product, unit: readName(scanner, UNITS), of };
      const { bounds, unit } = readBounds(scanner);
      return { product, unit: unit ?? readName(scanner, UNITS), of, ...bounds };
    },
  },
};

const WAYS = ['includesAny', 'includesAll', 'includesNone'] as const;
/** As one says them: the lower first. */
const BOUNDS = ['atLeast', 'moreThan', 'atMost', 'lessThan'] as const satisfies readonly (keyof Bounds)[];
const PERIOD = ['onOrAfter', 'before'] as const satisfies readonly (keyof Period)[];
const PRODUCTS = named({ zh: '产品名称', en: 'the name of a product' });
const UNITS = named({ zh: '单位', en: 'a unit' });

const parts = (...said: readonly string[]): string => said.filter((one) => one !== '').join(' ');
const say = (keyword: Keyword, { locale }: Pen): string => written(keyword, locale);
const between = ({ locale }: Pen): string => (locale === 'zh' ? '、' : ', ');
/** One that begins like a number would be a part of the number before it. */
const unitText = (unit: string, { locale }: Pen): string =>
  /^[\s.,]*\d/.test(plain(unit)) ? quotation(unit) : writeName(unit, UNITS, locale);
const listText = (items: readonly string[], kind: Kind, pen: Pen): string =>
  items.map((item) => writeName(item, kind, pen.locale)).join(between(pen));
const boundsText = (bounds: Bounds, pen: Pen): string =>
  BOUNDS.flatMap((bound) => (bounds[bound] == null ? [] : `${say(bound, pen)} ${bounds[bound]}`)).join(
    between(pen),
  );

/** The fact so written that a test which begins with it is read as one of it. */
const factName = (fact: string, { vocabulary, locale }: Pen): string =>
  writeName(fact, facts(vocabulary), locale, (way) => {
    try {
      const scanner = new Scanner(`${way} `);
      const began = readBeginning(scanner, vocabulary);
      return 'fact' in began && scanner.atEnd ? began.fact : null;
    } catch {
      return null;
    }
  });

export type Beginning = { readonly keyword: Keyword } | { readonly fact: string };

/** What a test begins with: the longest that can be read, so that 化学品类别 is no 化学品. @throws FileFault */
export function readBeginning(scanner: Scanner, vocabulary: Vocabulary): Beginning {
  const kind = facts(vocabulary);
  const fact = scanner.nameIn(kind.book)?.length ?? 0;
  const keyword = scanner.lengthOf(...BEGINNINGS) > fact ? scanner.take(...BEGINNINGS) : null;
  return keyword ? { keyword } : { fact: readName(scanner, kind) };
}
const BEGINNINGS = ['NOT', 'ALL', 'ANY', 'CHEMICAL', 'PRODUCT', 'OPEN'] as const satisfies readonly Keyword[];

function readList(scanner: Scanner, kind: Kind): readonly string[] {
  const items = [readName(scanner, kind)];
  while (scanner.take('BETWEEN')) items.push(readName(scanner, kind));
  return items;
}

/** Bounds with the unit that stands behind them, once for all or the same behind each. */
function readBounds(scanner: Scanner): { readonly bounds: Bounds; readonly unit: string | null } {
  const bounds: { -readonly [Bound in keyof Bounds]: string } = {};
  let unit: string | null = null;
  eachBound(scanner, BOUNDS, (bound) => {
    bounds[bound] = scanner.number();
    const start = scanner.at;
    const own = scanner.quoted() ?? scanner.word();
    if (own === null) return;
    if (unit !== null && unit !== own) {
      scanner.at = start;
      scanner.refuse({ zh: `单位“${unit}”`, en: `the unit "${unit}"` });
    }
    unit = own;
  });
  return { bounds, unit };
}

/** Some bounds, none of them twice. */
function eachBound<Bound extends Keyword>(
  scanner: Scanner,
  bounds: readonly Bound[],
  read: (bound: Bound) => void,
): void {
  const left = new Set(bounds);
  do {
    const bound = scanner.expect(...left) as Bound;
    left.delete(bound);
    read(bound);
  } while (scanner.take('BETWEEN'));
}

export const fractionText = (fraction: Bounds, pen: Pen): string =>
  `${boundsText(fraction, pen)} ${say('PERCENT', pen)}`;

export function readFraction(scanner: Scanner): Bounds {
  const bounds: { -readonly [Bound in keyof Bounds]: string } = {};
  eachBound(scanner, BOUNDS, (bound) => {
    bounds[bound] = scanner.number();
    scanner.take('PERCENT');
  });
  return bounds;
}

function readInventory(scanner: Scanner): { readonly moreThan: string } {
  scanner.expect('moreThan');
  const moreThan = scanner.number();
  scanner.expect('TONNES');
  return { moreThan };
}

function substanceText(scope: SubstanceScope, pen: Pen): string {
  const { vocabulary, locale } = pen;
  if ('cas' in scope) return parts(say('CAS', pen), writeName(scope.cas, substances(vocabulary), locale));
  if ('any' in scope) return say('ANY_SUBSTANCE', pen);
  const [keyword, key] =
    'list' in scope ? (['LIST', scope.list] as const) : (['OUTSIDE_LIST', scope.outsideList] as const);
  return parts(say(keyword, pen), writeName(key, lists(vocabulary), locale));
}

function readSubstance(scanner: Scanner, vocabulary: Vocabulary): SubstanceScope {
  const scope = scanner.expect('CAS', 'LIST', 'OUTSIDE_LIST', 'ANY_SUBSTANCE');
  if (scope === 'ANY_SUBSTANCE') return { any: true };
  if (scope === 'CAS') return { cas: readName(scanner, substances(vocabulary)) };
  const key = readName(scanner, lists(vocabulary));
  return scope === 'LIST' ? { list: key } : { outsideList: key };
}

/** Whether a word ends here: 是 is an answer, 是否 the beginning of an option. */
function standsApart(scanner: Scanner): boolean {
  const start = scanner.at;
  const goesOn = !/\s/.test(scanner.text[start] ?? ' ') && scanner.word() !== null;
  scanner.at = start;
  return !goesOn && scanner.lengthOf('BETWEEN') === 0;
}
