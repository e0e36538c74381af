import type { MajorHazardLine } from '../assessment/assessment.ts';
import type { MajorHazardLevel } from '../facts/dictionary.ts';
import { MAJOR_HAZARD_LEVELS } from '../facts/dictionary.ts';
import type { MajorHazardTables, MajorHazardThreshold } from '../facts/substance.ts';
import type { Rational } from '../values/decimal.ts';
import {
  add,
  compare,
  divide,
  exactText,
  fromInteger,
  multiply,
  ONE,
  parseDecimal,
  reduced,
  ZERO,
} from '../values/decimal.ts';
import type { Interval } from '../values/interval.ts';
import { contains, intervalOf } from '../values/interval.ts';
import type { LegalBasis } from '../vocabulary.ts';
import type { ChemicalLine, Facts, HazardReading } from './facts.ts';

/**
 * The level of the major hazard source that an inventory forms, by GB 18218-2018: S = Σ q/Q, and where that is 1 or
 * more R = α Σ β q/Q. What is unknown makes a range of levels, from all at its mildest to all at its gravest (ADR 0008).
 *
 * INVARIANT: no floating point; S, R and the level only rise with q, β, 1/Q and α.
 */
export function majorHazardOf(
  { chemicals, openChemicals }: Pick<Facts, 'chemicals' | 'openChemicals'>,
  persons: Rational | undefined,
  stated: MajorHazardLevel | undefined,
  tables: MajorHazardTables,
): HazardReading | null {
  if (!chemicals) return null;
  const lines = [
    ...[...chemicals].flatMap(([cas, its]) => its.map((line) => ({ line, ...readLine(cas, line, tables) }))),
    ...openChemicals.map((line) => ({ line, ...readOpenLine(line, tables) })),
  ].sort((a, b) => placeOf(a.line) - placeOf(b.line));
  const total = (part: (line: LineReading) => Rational | null): Rational | null =>
    lines.reduce<Rational | null>((sum, line) => {
      const more = part(line);
      return sum && more && reduced(add(sum, more));
    }, ZERO);
  const least = { sum: total((line) => line.least.share)!, weighted: total((line) => line.least.weighted)! };
  const most = { sum: total((line) => line.most.share), weighted: total((line) => line.most.weighted) };
  const factors = tables.exposure.map(({ factor }) => exact(factor));
  const known =
    persons && exact(tables.exposure.find((band) => compare(persons, exact(band.persons)) >= 0)!.factor);
  const [highest, lowest] = [known ?? factors[0]!, known ?? factors.at(-1)!];
  const levelBy = (sum: Rational | null, weighted: Rational | null, factor: Rational) =>
    levelOf(sum, weighted && multiply(factor, weighted), tables);
  const mildest = levelBy(least.sum, least.weighted, lowest);
  const gravest = levelBy(most.sum, most.weighted, highest);
  const rows = lines.flatMap(({ line, missing }) =>
    line.row ? missing.map((field) => ({ path: [...line.row!.path, field], name: line.row!.name })) : [],
  );
  const hangsOnPersons =
    !known &&
    mildest !== gravest &&
    (most.sum === null || compare(most.sum, ONE) >= 0) &&
    levelBy(ONE, most.weighted, highest) !== 'FOUR' &&
    levelBy(ONE, least.weighted, lowest) !== 'ONE';
  return {
    levels: MAJOR_HAZARD_LEVELS.slice(
      MAJOR_HAZARD_LEVELS.indexOf(mildest),
      MAJOR_HAZARD_LEVELS.indexOf(gravest) + 1,
    ),
    asks: [...(rows.length > 0 ? ['chemicals'] : []), ...(hangsOnPersons ? ['exposedPersons'] : [])],
    rows,
    byPersons:
      hangsOnPersons && rows.length === 0
        ? bandsOf(tables).map(({ band, factor }) => ({
            persons: band,
            level: levelBy(least.sum, least.weighted, factor),
          }))
        : [],
    working: {
      stated: stated ?? null,
      mildest,
      gravest,
      sum: exactText(least.sum),
      weightedSum: exactText(least.weighted),
      exposureFactor: known ? exactText(known) : null,
      exposedPersons: persons ? exactText(persons) : null,
      grading: known ? exactText(multiply(known, least.weighted)) : null,
      lines: lines.map(workingOf),
    },
  };
}

/** The graver of two levels. */
export const graver = (one: MajorHazardLevel, other: MajorHazardLevel): MajorHazardLevel =>
  MAJOR_HAZARD_LEVELS.indexOf(one) > MAJOR_HAZARD_LEVELS.indexOf(other) ? one : other;

/** Null: more than any number. */
function levelOf(
  sum: Rational | null,
  grading: Rational | null,
  { levels }: MajorHazardTables,
): MajorHazardLevel {
  if (sum && compare(sum, ONE) < 0) return 'NONE';
  return levels.find(({ from }) => !grading || compare(grading, exact(from)) >= 0)!.level as MajorHazardLevel;
}

/** The persons of each band of table 5, with its α. */
const bandsOf = ({
  exposure,
}: MajorHazardTables): readonly { readonly band: Interval; readonly factor: Rational }[] =>
  exposure.map(({ persons, factor }, at) => {
    const next = exposure[at - 1];
    return {
      band: {
        low: { at: exact(persons), closed: true },
        high: next && { at: exact(next.persons), closed: false },
      },
      factor: exact(factor),
    };
  });

/** What a line adds to both sums. */
interface Part {
  /** Null: more than any number. */
  readonly share: Rational | null;
  readonly weighted: Rational | null;
}
interface LineReading {
  readonly ways: readonly Way[];
  readonly least: Part;
  readonly most: Part;
  /** Fields of the line that leave it open. */
  readonly missing: readonly string[];
}

/** A way in which a line can count: with this Q and β. */
interface Way {
  readonly threshold: Rational;
  readonly factor: Rational;
  readonly source: LegalBasis;
}
type Ways = readonly (Way | 'DOES_NOT_COUNT')[];

/** A substance that is known, or a mixture or an article without a CAS number. */
function readLine(cas: string, line: ChemicalLine, tables: MajorHazardTables) {
  const { ways, missing } = waysOf(cas, line, tables);
  return readWays(ways, line, missing);
}

/** Nobody knows what it is, so it may be anything. */
function readOpenLine(line: ChemicalLine, tables: MajorHazardTables) {
  const any = tables.thresholds.flatMap((row) => waysOfRow(row, null, line, tables));
  return readWays([...any, ...waysByClass(null, line, tables), 'DOES_NOT_COUNT'], line, [
    'cas',
    'hazardClasses',
  ]);
}

function readWays(
  all: Ways,
  { tonnes }: ChemicalLine,
  missing: readonly string[],
): LineReading & { readonly all: Ways } {
  const ways = all.filter((way) => way !== 'DOES_NOT_COUNT');
  const isOptional = ways.length < all.length;
  const among = (part: (way: Way) => Rational, largest: boolean): Rational =>
    ways.map(part).reduce((best, one) => (compare(one, best) > 0 === largest ? one : best));
  const least = (part: (way: Way) => Rational) =>
    isOptional || !tonnes ? ZERO : multiply(tonnes, among(part, false));
  const most = (part: (way: Way) => Rational) =>
    ways.length === 0 ? ZERO : tonnes && multiply(tonnes, among(part, true));
  const share = ({ threshold }: Way) => divide(ONE, threshold);
  const weighted = ({ threshold, factor }: Way) => divide(factor, threshold);
  const reading = {
    all,
    ways,
    least: { share: least(share), weighted: least(weighted) },
    most: { share: most(share), weighted: most(weighted) },
  };
  const isOpen =
    reading.most.weighted === null || compare(reading.most.weighted, reading.least.weighted) !== 0;
  return { ...reading, missing: isOpen ? [...missing, ...(tonnes ? [] : ['tonnes'])] : [] };
}

/** How a line can count, and which of its fields leave that open. */
function waysOf(
  cas: string,
  line: ChemicalLine,
  tables: MajorHazardTables,
): { readonly ways: Ways; readonly missing: readonly string[] } {
  const byClass = (): { readonly ways: Ways; readonly missing: readonly string[] } => {
    const { hazardClasses } = line;
    if (hazardClasses?.length === 0) return { ways: ['DOES_NOT_COUNT'], missing: [] };
    const ways = waysByClass(cas, line, tables);
    return hazardClasses
      ? { ways, missing: [] }
      : { ways: [...ways, 'DOES_NOT_COUNT'], missing: ['hazardClasses'] };
  };
  const rows = tables.thresholds.filter((row) => row.cas.includes(cas));
  const stated = plain(line.specification ?? '');
  if (rows.length === 0 || OTHER.includes(stated)) return byClass();
  const worded = rows.find((row) => isCalled(row, stated));
  const plainRow = rows.find(({ specification, inclusive }) => specification === null || inclusive === true);
  const byFraction = rows.find(({ fraction }) => fraction);
  const row = worded ?? plainRow ?? (isWithin(byFraction, line) === true ? byFraction : undefined);
  if (row) {
    const ways = waysOfRow(row, cas, line, tables);
    return { ways, missing: ways.length > 1 ? ['hazardClasses'] : [] };
  }
  if (byFraction && isWithin(byFraction, line) === false) return byClass();
  // One of the rows, or none of them: then its class decides.
  const other = byClass();
  return {
    ways: [...rows.flatMap((each) => waysOfRow(each, cas, line, tables)), ...other.ways],
    missing: [byFraction ? 'fraction' : 'specification', ...other.missing],
  };
}

/** Whether the mass fraction of a line is the one that a row demands; undefined where it is not stated. */
const isWithin = (row: MajorHazardThreshold | undefined, { fraction }: ChemicalLine): boolean | undefined =>
  row?.fraction && fraction ? contains(intervalOf(row.fraction)!, fraction) : undefined;

const isCalled = ({ specification }: MajorHazardThreshold, stated: string): boolean =>
  specification !== null &&
  stated !== '' &&
  [specification.zh, specification.en ?? ''].some((text) => plain(text) === stated);

/** Signs, brackets and blanks are typed in one width or the other. */
const plain = (text: string): string => text.normalize('NFKC').replace(/\s/g, '').toLowerCase();

/** What is written for none of the rows of table 1. */
const OTHER = ['其他', '其它', 'other'];

/** By a row of table 1: β is that of table 3, and else the highest of its classes (ADR 0008). */
function waysOfRow(
  { tonnes, factor, source }: MajorHazardThreshold,
  cas: string | null,
  line: ChemicalLine,
  tables: MajorHazardTables,
): readonly Way[] {
  const threshold = exact(tonnes);
  const toxic = factor ?? (cas === null ? undefined : tables.toxicGases.get(cas));
  if (toxic != null) return [{ threshold, factor: exact(toxic), source }];
  const classes = classesOf(line, tables);
  const factors = (classes.length > 0 ? classes : tables.classes).map((one) => exact(one.factor));
  const highest = factors.reduce((most, one) => (compare(one, most) > 0 ? one : most));
  const lowest = factors.reduce((least, one) => (compare(one, least) < 0 ? one : least));
  if (classes.length > 0) return [{ threshold, factor: highest, source }];
  return [lowest, highest].map((each) => ({ threshold, factor: each, source }));
}

/**
 * By table 2: of several classes the lowest Q counts (4.1.2), and the highest β (ADR 0008); where none is stated it may
 * be any one.
 */
function waysByClass(cas: string | null, line: ChemicalLine, tables: MajorHazardTables): readonly Way[] {
  const toxic = cas === null ? undefined : tables.toxicGases.get(cas);
  const wayOf = ({ symbol, tonnes, factor }: MajorHazardTables['classes'][number]): Way => ({
    threshold: exact(tonnes),
    factor: exact(toxic ?? factor),
    source: { ...tables.document, article: `表2 ${symbol}` },
  });
  const stated = classesOf(line, tables).map(wayOf);
  const [first, ...others] = stated;
  if (!first) return tables.classes.map(wayOf);
  const lowest = others.reduce(
    (least, one) => (compare(one.threshold, least.threshold) < 0 ? one : least),
    first,
  );
  const factor = stated.reduce((most, one) => (compare(one.factor, most) > 0 ? one.factor : most), ZERO);
  return [{ ...lowest, factor }];
}

const classesOf = ({ hazardClasses }: ChemicalLine, { classes }: MajorHazardTables) =>
  classes.filter(({ symbol }) => hazardClasses?.includes(symbol));

/** What the tables have as a JSON number is the decimal that stands there. */
const exact = (number: number): Rational =>
  Number.isInteger(number) ? fromInteger(number) : parseDecimal(String(number))!;

const placeOf = ({ row }: ChemicalLine): number => Number(row?.path[2] ?? 0);

function workingOf({
  line,
  all,
  ways,
}: LineReading & { readonly line: ChemicalLine; readonly all: Ways }): MajorHazardLine {
  const [way] = ways;
  const same = (part: (way: Way) => Rational) =>
    way && ways.length === all.length && ways.every((other) => compare(part(other), part(way)) === 0)
      ? part(way)
      : null;
  const threshold = same((one) => one.threshold);
  const factor = threshold && same((one) => one.factor);
  const share = threshold && line.tonnes && divide(line.tonnes, threshold);
  const said = (number: Rational | null) => number && exactText(number);
  return {
    row: placeOf(line) + 1,
    name: line.row?.name ?? '',
    counts: ways.length === 0 ? false : ways.length === all.length ? true : null,
    tonnes: said(line.tonnes),
    threshold: said(threshold),
    factor: said(factor),
    share: said(share),
    weighted: share && factor && exactText(multiply(share, factor)),
    source: threshold && way ? way.source : null,
  };
}
