import { testKey } from '../../condition/tests.ts';
import { SearchBudget, unlessBounded } from '../../solver/budget.ts';
import type { Rational } from '../../values/decimal.ts';
import { add, compare, ZERO } from '../../values/decimal.ts';
import { contains } from '../../values/interval.ts';
import { memoize } from '../../values/memoize.ts';
import type { ChemicalLine, Facts } from '../facts.ts';
import type { ChemicalTest } from './substances.ts';
import { lineWork, selectsLine } from './substances.ts';

/** What a stated inventory says of all tests that ask about the same lines, whatever amount each asks for. */
export interface LinesAsked {
  /** Some line is surely among them. */
  readonly isThere: boolean;
  /** So much at least there is of one substance. */
  readonly least: Rational;
  /** Whether there may be such a line where none is for certain. */
  readonly mayBeThere: boolean;
  /** Whether there may be more. */
  readonly mayBeMore: boolean;
}

/**
 * What the stated lines say of what a test asks. Many lines are read once for each question; what was read of few costs more
 * to keep than to read again. Undefined where it is too much to read: then nothing is known of it.
 *
 * INVARIANT: of the same questions in the same order the same ones are.
 */
export const statedInventory = (test: ChemicalTest, facts: Facts): LinesAsked | undefined =>
  hasMany(facts) ? readOnce(facts)(test) : linesAsked(test, facts);

function hasMany({ chemicals, openChemicals }: Facts): boolean {
  let count = openChemicals.length;
  for (const lines of chemicals!.values()) {
    count += lines.length;
    if (count > FEW) return true;
  }
  return count > FEW;
}
const FEW = 16;

const readOnce = memoize((facts: Facts) => {
  const budget = new SearchBudget(MAX_WORK);
  const known = new Map<string, LinesAsked | undefined>();
  const lines = [...[...facts.chemicals!.values()].flat(), ...facts.openChemicals];
  const work = lineWork(lines, facts.lists);
  return (test: ChemicalTest): LinesAsked | undefined => {
    const asked = askedOf(test);
    if (known.has(asked)) return known.get(asked);
    const found = unlessBounded(() => {
      budget.look(work(test));
      return linesAsked(test, facts);
    });
    known.set(asked, found);
    return found;
  };
});

/** What a test asks of lines: bounds of amounts are alike. */
const askedOf = memoize((test: ChemicalTest) => testKey({ ...test, moreThan: null }));

/** Some half a second of lines that are held against questions. */
const MAX_WORK = 4_000_000;

function linesAsked(test: ChemicalTest, facts: Facts): LinesAsked {
  const { chemicals, openChemicals, lists } = facts;
  const found = { isThere: false, least: ZERO, mayBeThere: false, mayBeMore: false };
  const activitiesOf = (line: ChemicalLine) => line.activities ?? facts.activities;
  for (const [cas, lines] of chemicals!) {
    let sum = ZERO;
    for (const line of lines) {
      const activities = activitiesOf(line);
      if (activities !== null && (activities & test.mask) === 0) continue;
      const selected = selectsLine(test, cas, line, lists);
      if (selected === false) continue;
      if (selected === undefined || activities === null) {
        found.mayBeThere = true;
        found.mayBeMore = true;
      } else {
        found.isThere = true;
        if (line.tonnes) sum = add(sum, line.tonnes);
        else found.mayBeMore = true;
      }
    }
    if (compare(sum, found.least) > 0) found.least = sum;
  }
  for (const line of openChemicals) {
    const { tonnes, fraction } = line;
    const activities = activitiesOf(line);
    if (activities !== null && (activities & test.mask) === 0) continue;
    if (test.fraction && fraction && !contains(test.fraction, fraction)) continue;
    found.mayBeThere = true;
    found.mayBeMore = true;
    // Whatever it is, it is a chemical.
    const isAny = 'any' in test.substance && activities !== null;
    if (!isAny || selectsLine(test, undefined, line, lists) !== true) continue;
    found.isThere = true;
    if (tonnes && compare(tonnes, found.least) > 0) found.least = tonnes;
  }
  return found;
}
