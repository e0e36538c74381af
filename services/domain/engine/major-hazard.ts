import type { MajorHazardLine } from '../assessment/assessment.ts';
import type { MajorHazardLevel } from '../facts/dictionary.ts';
import { MAJOR_HAZARD_LEVELS } from '../facts/dictionary.ts';
import type { MajorHazardTables } from '../facts/substance.ts';
import type { Rational } from '../values/decimal.ts';
import { add, compare, divide, exactText, multiply, ONE, reduced, ZERO } from '../values/decimal.ts';
import type { Interval } from '../values/interval.ts';
import type { ChemicalLine, Facts, HazardReading } from './facts.ts';
import type { LineWays } from './hazard-ways.ts';
import { exact, lineWays } from './hazard-ways.ts';

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
  const ways = lineWays(tables);
  const lines = [
    ...[...chemicals].flatMap(([cas, its]) => its.map((line) => ({ line, ways: ways(cas, line) }))),
    ...openChemicals.map((line) => ({ line, ways: ways(null, line) })),
  ].sort((a, b) => placeOf(a.line) - placeOf(b.line));
  const leastOf = (part: 'share' | 'weighted') =>
    sumOf(
      lines.map(({ line: { tonnes }, ways: { least } }) => (tonnes ? multiply(tonnes, least[part]) : ZERO)),
    );
  const mostOf = (part: 'share' | 'weighted') =>
    lines.some(({ line: { tonnes }, ways: { most } }) => !tonnes && most[part].n > 0n)
      ? null
      : sumOf(lines.map(({ line: { tonnes }, ways: { most } }) => multiply(tonnes ?? ZERO, most[part])));
  const least = { sum: leastOf('share'), weighted: leastOf('weighted') };
  const most = { sum: mostOf('share'), weighted: mostOf('weighted') };
  const factors = tables.exposure.map(({ factor }) => exact(factor));
  const known =
    persons && exact(tables.exposure.find((band) => compare(persons, exact(band.persons)) >= 0)!.factor);
  const [highest, lowest] = [known ?? factors[0]!, known ?? factors.at(-1)!];
  const levelBy = (sum: Rational | null, weighted: Rational | null, factor: Rational) =>
    levelOf(sum, weighted && multiply(factor, weighted), tables);
  const mildest = levelBy(least.sum, least.weighted, lowest);
  const gravest = levelBy(most.sum, most.weighted, highest);
  const rows = lines.flatMap(({ line, ways: its }) =>
    missingIn(line, its).map((field) => ({
      path: [...(line.row?.path ?? []), field],
      name: line.row?.name ?? '',
      ...(field === 'specification' && { specifications: its.specifications }),
    })),
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
    working: () => ({
      stated: stated ?? null,
      mildest,
      gravest,
      sum: exactText(least.sum),
      weightedSum: exactText(least.weighted),
      exposureFactor: known ? exactText(known) : null,
      exposedPersons: persons ? exactText(persons) : null,
      grading: known ? exactText(multiply(known, least.weighted)) : null,
      lines: lines.map(({ line, ways: its }) => workingOf(line, its)),
    }),
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

function sumOf(parts: readonly Rational[]): Rational {
  let sum = ZERO;
  for (const part of parts) {
    sum = add(sum, part);
    // Unreduced, every line would make the numbers longer.
    if (sum.d > LONG) sum = reduced(sum);
  }
  return sum;
}
const LONG = 10n ** 30n;

/** Fields that leave open what a line adds. */
function missingIn({ tonnes }: ChemicalLine, { least, most, missing }: LineWays): readonly string[] {
  if (!tonnes) return most.share.n > 0n ? [...missing, 'tonnes'] : [];
  const isOpen = tonnes.n > 0n && compare(least.weighted, most.weighted) !== 0;
  return isOpen ? missing : [];
}

const placeOf = ({ row }: ChemicalLine): number => Number(row?.path[2] ?? 0);

function workingOf(line: ChemicalLine, { threshold, factor, source, counts }: LineWays): MajorHazardLine {
  const share = threshold && line.tonnes && divide(line.tonnes, threshold);
  const said = (number: Rational | null) => number && exactText(number);
  return {
    row: placeOf(line) + 1,
    name: line.row?.name ?? '',
    counts,
    tonnes: said(line.tonnes),
    threshold: said(threshold),
    factor: said(factor),
    share: said(share),
    weighted: share && factor && exactText(multiply(share, factor)),
    source,
  };
}
