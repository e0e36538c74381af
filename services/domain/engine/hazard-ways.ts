import type { MajorHazardClass, MajorHazardTables, MajorHazardThreshold } from '../facts/substance.ts';
import type { Rational } from '../values/decimal.ts';
import { compare, divide, fromInteger, ONE, parseDecimal, ZERO } from '../values/decimal.ts';
import type { Interval } from '../values/interval.ts';
import { contains, intervalOf } from '../values/interval.ts';
import { memoize } from '../values/memoize.ts';
import type { Text } from '../values/text.ts';
import type { LegalBasis } from '../vocabulary.ts';
import type { ChemicalLine } from './facts.ts';

/** How a line of the inventory can count for a major hazard source (ADR 0008). */
export interface LineWays {
  /** What each tonne adds, at its mildest and at its gravest. */
  readonly least: Part;
  readonly most: Part;
  /** Q, β and the row of the table, as far as there is only one. */
  readonly threshold: Rational | null;
  readonly factor: Rational | null;
  readonly source: LegalBasis | null;
  /** Null where it may count or not. */
  readonly counts: boolean | null;
  /** Fields of the line that leave it open. */
  readonly missing: readonly string[];
  /** What table 1 tells the substance by, where its specification is one of them. */
  readonly specifications: readonly Text[];
}
/** 1/Q and β/Q. */
interface Part {
  readonly share: Rational;
  readonly weighted: Rational;
}

/** A way in which a line can count: with this Q and β. */
interface Way {
  readonly threshold: Rational;
  readonly factor: Rational;
  readonly source: LegalBasis;
}

/** Which row of table 1 a line counts by: one, none (then its class decides), or nobody can say. */
type Row = MajorHazardThreshold | 'BY_CLASS' | 'UNCLEAR';

/** More ways than this are not kept. */
const MAX_KEPT = 1_000;

/**
 * How lines can count by these tables. The same few substances and classes come again and again, so what they come to is
 * kept.
 *
 * @param cas what the line is: a CAS number, or what stands for one; null where nobody knows
 */
export const lineWays = memoize((tables: MajorHazardTables) => {
  const rowsOf = new Map<string, MajorHazardThreshold[]>();
  for (const row of tables.thresholds)
    for (const cas of row.cas) rowsOf.set(cas, [...(rowsOf.get(cas) ?? []), row]);
  const kept = new Map<string, LineWays>();
  return (cas: string | null, line: ChemicalLine): LineWays => {
    const rows = cas === null ? tables.thresholds : (rowsOf.get(cas) ?? []);
    const row = cas === null ? 'UNCLEAR' : rowOf(rows, line);
    const place = typeof row === 'string' ? row : tables.thresholds.indexOf(row);
    const isNamed = cas === null || rows.length > 0 || tables.toxicGases.has(cas);
    const key = `${isNamed ? cas : ''} ${place} ${line.hazardClasses?.join() ?? '?'}`;
    const known = kept.get(key);
    if (known) return known;
    if (kept.size >= MAX_KEPT) kept.clear();
    const found = waysOf(cas, rows, row, line, tables);
    kept.set(key, found);
    return found;
  };
});

/** What the tables have as a JSON number is the decimal that stands there. */
export const exact = (number: number): Rational =>
  Number.isInteger(number) ? fromInteger(number) : parseDecimal(String(number))!;

/**
 * By the words of a row, by one that demands nothing, or by the mass fraction that one demands. Words that the table does
 * not have say nothing.
 */
function rowOf(rows: readonly MajorHazardThreshold[], { specification, fraction }: ChemicalLine): Row {
  const stated = specification == null ? '' : plain(specification);
  if (rows.length === 0 || OTHER.includes(stated)) return 'BY_CLASS';
  const worded = stated === '' ? undefined : rows.find((row) => isCalled(row, stated));
  const found = worded ?? rows.find((row) => row.specification === null || row.inclusive === true);
  if (found) return found;
  const demanding = rows.find((row) => row.fraction);
  if (!demanding || !fraction) return 'UNCLEAR';
  return contains(intervalIn(demanding), fraction) ? demanding : 'BY_CLASS';
}

const intervalIn = memoize(({ fraction }: MajorHazardThreshold): Interval => intervalOf(fraction!)!);

const isCalled = ({ specification }: MajorHazardThreshold, stated: string): boolean =>
  specification !== null && [specification.zh, specification.en ?? ''].some((text) => plain(text) === stated);

/** Signs, brackets and blanks are typed in one width or the other. */
const plain = (text: string): string => text.normalize('NFKC').replace(/\s/g, '').toLowerCase();

/** What is written for none of the rows of table 1. */
const OTHER = ['其他', '其它', 'other'];

function waysOf(
  cas: string | null,
  rows: readonly MajorHazardThreshold[],
  row: Row,
  { hazardClasses }: ChemicalLine,
  tables: MajorHazardTables,
): LineWays {
  const toxic = cas === null ? undefined : tables.toxicGases.get(cas);
  const classes = tables.classes.filter(({ symbol }) => hazardClasses?.includes(symbol));
  const byRow = (each: MajorHazardThreshold) => waysByRow(each, toxic, classes, tables);
  const byClass = hazardClasses?.length === 0 ? [] : waysByClass(toxic, classes, tables);
  const mayBeOfNone = hazardClasses == null || hazardClasses.length === 0;
  const classUnset = hazardClasses == null ? ['hazardClasses'] : [];
  switch (row) {
    case 'BY_CLASS':
      return summary(byClass, mayBeOfNone, classUnset);
    case 'UNCLEAR': {
      const field = cas === null ? 'cas' : rows.some((each) => each.fraction) ? 'fraction' : 'specification';
      const specifications =
        field === 'specification' ? rows.flatMap(({ specification }) => specification ?? []) : [];
      const missing = [field, ...classUnset];
      return {
        ...summary([...rows.flatMap(byRow), ...byClass], cas === null || mayBeOfNone, missing),
        specifications,
      };
    }
    default: {
      const ways = byRow(row);
      return summary(ways, false, ways.length > 1 ? ['hazardClasses'] : []);
    }
  }
}

/** By a row of table 1: β is that of table 3, and else the highest of its classes; any where none is stated. */
function waysByRow(
  { tonnes, factor, source }: MajorHazardThreshold,
  toxic: number | undefined,
  classes: readonly MajorHazardClass[],
  tables: MajorHazardTables,
): readonly Way[] {
  const threshold = exact(tonnes);
  const gas = factor ?? toxic;
  if (gas != null) return [{ threshold, factor: exact(gas), source }];
  const factors = (classes.length > 0 ? classes : tables.classes).map((one) => one.factor);
  const highest = { threshold, factor: exact(Math.max(...factors)), source };
  return classes.length > 0
    ? [highest]
    : [{ threshold, factor: exact(Math.min(...factors)), source }, highest];
}

/** By table 2: of several classes the lowest Q (4.1.2) and the highest β; where none is stated it may be any one. */
function waysByClass(
  toxic: number | undefined,
  classes: readonly MajorHazardClass[],
  tables: MajorHazardTables,
): readonly Way[] {
  const wayOf = ({ symbol, tonnes, factor }: MajorHazardClass): Way => ({
    threshold: exact(tonnes),
    factor: exact(toxic ?? factor),
    source: { ...tables.document, article: `表2 ${symbol}` },
  });
  if (classes.length === 0) return tables.classes.map(wayOf);
  const lowest = classes.reduce((least, one) => (one.tonnes < least.tonnes ? one : least));
  const factor = exact(toxic ?? Math.max(...classes.map((one) => one.factor)));
  return [{ ...wayOf(lowest), factor }];
}

/** @param mayNotCount whether it may also be of no class at all */
function summary(ways: readonly Way[], mayNotCount: boolean, missing: readonly string[]): LineWays {
  const [first] = ways;
  const isOnly = (part: keyof Way & ('threshold' | 'factor')) =>
    first && !mayNotCount && ways.every((way) => compare(way[part], first[part]) === 0) ? first[part] : null;
  const nothing = { share: ZERO, weighted: ZERO };
  const parts = ways.map(({ threshold, factor }) => ({
    share: divide(ONE, threshold),
    weighted: divide(factor, threshold),
  }));
  const extreme = (largest: boolean): Part =>
    parts.reduce((best, part) => ({
      share: compare(part.share, best.share) > 0 === largest ? part.share : best.share,
      weighted: compare(part.weighted, best.weighted) > 0 === largest ? part.weighted : best.weighted,
    }));
  const threshold = isOnly('threshold');
  return {
    least: mayNotCount || !first ? nothing : extreme(false),
    most: first ? extreme(true) : nothing,
    threshold,
    factor: threshold && isOnly('factor'),
    source: threshold && first ? first.source : null,
    counts: !first ? false : mayNotCount ? null : true,
    missing,
    specifications: [],
  };
}
