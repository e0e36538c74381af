import type { MissingRow } from '../assessment/assessment.ts';
import type { Test } from '../condition/tests.ts';
import { testKey } from '../condition/tests.ts';
import type { SearchBudget } from '../solver/budget.ts';
import { unlessBounded } from '../solver/budget.ts';
import { ZERO } from '../values/decimal.ts';
import { memoize } from '../values/memoize.ts';
import type { TestOf } from './domains/domain.ts';
import { asksForFraction, lineWork, selectsLine } from './domains/substances.ts';
import type { ChemicalLine, Facts } from './facts.ts';

type ChemicalTest = TestOf<'chemical'>;

/**
 * The rows of a stated inventory, and what is missing in them, that leave some of these tests open; all that is missing
 * in any of them where the bound came first.
 */
export function openRows(
  tests: readonly Test[],
  { chemicals, openChemicals, activities: project, lists, majorHazard }: Facts,
  budget: SearchBudget,
): readonly MissingRow[] {
  // Bounds of amounts are alike here.
  const asked = [
    ...new Map(
      tests.flatMap((test) => (test.kind === 'chemical' ? [[askedOf(test), test] as const] : [])),
    ).values(),
  ];
  const given = [...(chemicals ?? [])].flatMap(([cas, lines]) => lines.map((line) => ({ cas, line })));
  const asksFraction = (test: ChemicalTest) => asksForFraction(test, lists);
  const lines = [...given.map(({ line }) => line), ...openChemicals];
  const isTold = unlessBounded(() => {
    const work = lineWork(lines, lists);
    for (const test of asked) budget.look(work(test));
    return true;
  });
  const passing = ({ activities }: ChemicalLine) =>
    isTold ? asked.filter(({ mask }) => ((activities ?? project ?? mask) & mask) !== 0) : asked;
  const missing = ({ row }: ChemicalLine, ...fields: readonly (string | false)[]): readonly MissingRow[] =>
    row ? fields.flatMap((field) => (field ? [{ path: [...row.path, field], name: row.name }] : [])) : [];
  const unset = ({ tonnes }: ChemicalLine, its: readonly ChemicalTest[]) =>
    tonnes === null && its.some(({ moreThan }) => moreThan !== null) && 'tonnes';
  const rowsGiven = given.flatMap(({ cas, line }) => {
    if (!isTold) return missing(line, line.fraction === null && 'fraction', unset(line, asked));
    let isOpen = false;
    const its = passing(line).filter((test) => {
      const selected = selectsLine(test, cas, line, lists);
      if (selected === undefined) isOpen = true;
      return selected !== false;
    });
    return missing(line, isOpen && 'fraction', unset(line, its));
  });
  const rowsOpen = openChemicals.flatMap((line) => {
    const its = passing(line);
    const isOpen = line.fraction === null && (!isTold || its.some(asksFraction));
    return its.length === 0 ? [] : missing(line, 'cas', isOpen && 'fraction', unset(line, its));
  });
  const place = ({ path }: MissingRow) => Number(path[2]);
  const asksForLevel = tests.some((test) => test.kind === 'choice' && test.fact === 'majorHazardLevel');
  const rows = new Map(
    [...rowsGiven, ...rowsOpen, ...((asksForLevel && majorHazard?.rows) || [])].map((row) => [
      row.path.join(),
      row,
    ]),
  );
  return [...rows.values()].sort((a, b) => place(a) - place(b));
}

/** What a test asks of a line. */
const askedOf = memoize((test: ChemicalTest) => testKey({ ...test, moreThan: test.moreThan && ZERO }));
