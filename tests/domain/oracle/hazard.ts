import type { ChemicalInput, ProjectInput } from '../../../services/domain/assessment/project.ts';
import type { MajorHazardTables, MajorHazardThreshold } from '../../../services/domain/facts/substance.ts';
import { thousandths } from './completed-facts.ts';
import { BUILT_IN } from './dictionary.ts';
import { identityStated } from './identity-stated.ts';

/** What the stated inventory says of the level of the major hazard source (ADR 0008). */
export interface Hazard {
  /** The levels that what is unknown leaves, mildest first. */
  readonly levels: readonly string[];
  /** The unknown facts that make them several. */
  readonly asks: readonly string[];
  /** The level by the exposed persons, in thousandths. */
  at(persons: number): string;
}

const LEVELS = BUILT_IN.majorHazardLevel!.options!;

/**
 * All at its mildest and all at its gravest: every way in which a line can count is tried, and the least and the most of
 * q/Q and of β q/Q are added up. Null without an inventory.
 */
export function hazardOf(
  { facts }: ProjectInput,
  tables: MajorHazardTables,
  substancesNamed: (name: string) => readonly string[],
): Hazard | null {
  const { chemicals, exposedPersons } = facts ?? {};
  if (!chemicals) return null;
  const lines = chemicals.map((line) => {
    const ways = waysOf(line, tables, identityStated(line, substancesNamed));
    // Amounts unset run from nothing to more than anything.
    const amounts = line.tonnes == null ? [0, Number.POSITIVE_INFINITY] : [thousandths(line.tonnes)];
    const both = ways.flatMap(({ q, beta }) =>
      amounts.map((amount) => {
        const share = q === Number.POSITIVE_INFINITY || amount === 0 ? 0 : (amount * PARTS) / q;
        return { share, weighted: share === 0 ? 0 : share * 2 * beta };
      }),
    );
    const shares = both.map(({ share }) => share);
    const weighted = both.map((each) => each.weighted);
    return {
      least: { share: Math.min(...shares), weighted: Math.min(...weighted) },
      most: { share: Math.max(...shares), weighted: Math.max(...weighted) },
    };
  });
  const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0);
  const least = {
    share: sum(lines.map((line) => line.least.share)),
    weighted: sum(lines.map((line) => line.least.weighted)),
  };
  const most = {
    share: sum(lines.map((line) => line.most.share)),
    weighted: sum(lines.map((line) => line.most.weighted)),
  };
  const alphas = tables.exposure.map(({ factor }) => factor);
  const alphaOf = (persons: number) => tables.exposure.find((band) => persons >= band.persons * 1000)!.factor;
  const known = exposedPersons == null ? null : alphaOf(thousandths(exposedPersons as string));
  const [low, high] = [known ?? Math.min(...alphas), known ?? Math.max(...alphas)];
  const grade = (weighted: number, alpha: number): string => {
    const grading = weighted === 0 ? 0 : (weighted * alpha) / 2;
    return tables.levels.find(({ from }) => grading >= from * 1000 * PARTS)!.level;
  };
  const level = (of: { share: number; weighted: number }, alpha: number): string =>
    of.share < 1000 * PARTS ? 'NONE' : grade(of.weighted, alpha);
  const [mildest, gravest] = [level(least, low), level(most, high)];
  const isOpen = lines.some((line) => line.least.weighted !== line.most.weighted);
  const hangsOnPersons =
    known === null &&
    mildest !== gravest &&
    most.share >= 1000 * PARTS &&
    grade(most.weighted, high) !== 'FOUR' &&
    grade(least.weighted, low) !== 'ONE';
  return {
    levels: LEVELS.slice(LEVELS.indexOf(mildest), LEVELS.indexOf(gravest) + 1),
    asks: [...(isOpen ? ['chemicals'] : []), ...(hangsOnPersons ? ['exposedPersons'] : [])],
    at: (persons) => level(least, alphaOf(persons)),
  };
}

/** A part in so many keeps every share of the small tables whole. */
const PARTS = 50;

interface Way {
  readonly q: number;
  readonly beta: number;
}
/** What does not count, as if it took more than any amount. */
const NOT: Way = { q: Number.POSITIVE_INFINITY, beta: 0 };

function waysOf(
  line: ChemicalInput,
  tables: MajorHazardTables,
  identity: string | undefined,
): readonly Way[] {
  const stated =
    line.hazardClasses == null
      ? null
      : tables.classes.filter(({ symbol }) => line.hazardClasses!.includes(symbol));
  const gas = (cas: string | null): number | undefined =>
    cas === null ? undefined : tables.toxicGases.get(cas);
  const byClass = (cas: string | null): readonly Way[] => {
    if (stated?.length === 0) return [NOT];
    const of = ({ tonnes, factor }: { tonnes: number; factor: number }) => ({
      q: tonnes,
      beta: gas(cas) ?? factor,
    });
    if (!stated) return [...tables.classes.map(of), NOT];
    return [
      {
        q: Math.min(...stated.map(({ tonnes }) => tonnes)),
        beta: Math.max(...stated.map((each) => of(each).beta)),
      },
    ];
  };
  const byRow = (row: MajorHazardThreshold, cas: string | null): readonly Way[] => {
    const toxic = row.factor ?? gas(cas);
    const betas =
      toxic != null
        ? [toxic]
        : stated && stated.length > 0
          ? [Math.max(...stated.map(({ factor }) => factor))]
          : tables.classes.map(({ factor }) => factor);
    return betas.map((beta) => ({ q: row.tonnes, beta }));
  };
  if (identity === undefined)
    return [...tables.thresholds.flatMap((row) => byRow(row, null)), ...byClass(null), NOT];
  const row = tables.thresholds.find(({ cas }) => cas.includes(identity));
  if (!row) return byClass(identity);
  if (!row.fraction) return byRow(row, identity);
  if (line.fraction == null) return [...byRow(row, identity), ...byClass(identity)];
  return thousandths(line.fraction) > thousandths(row.fraction.moreThan!)
    ? byRow(row, identity)
    : byClass(identity);
}
