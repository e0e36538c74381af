import type { MissingRow } from '../assessment/assessment.ts';
import type { Test } from '../condition/tests.ts';
import type { TestOf } from './domains/domain.ts';
import { asksForFraction, selectsLine } from './domains/substances.ts';
import type { ChemicalLine, Facts } from './facts.ts';

/** The rows of a stated inventory, and what is missing in them, that leave some of these tests open. */
export function openRows(
  tests: readonly Test[],
  { chemicals, openChemicals, activities: project, lists, majorHazard }: Facts,
): readonly MissingRow[] {
  const asked = tests.filter((test): test is TestOf<'chemical'> => test.kind === 'chemical');
  const passing = ({ activities }: ChemicalLine) =>
    asked.filter(({ mask }) => ((activities ?? project ?? mask) & mask) !== 0);
  const missing = ({ row }: ChemicalLine, ...fields: readonly (string | false)[]): readonly MissingRow[] =>
    row ? fields.flatMap((field) => (field ? [{ path: [...row.path, field], name: row.name }] : [])) : [];
  const unset = ({ tonnes }: ChemicalLine, its: readonly TestOf<'chemical'>[]) =>
    tonnes === null && its.some(({ moreThan }) => moreThan !== null) && 'tonnes';
  const given = [...(chemicals ?? [])].flatMap(([cas, lines]) =>
    lines.flatMap((line) => {
      const its = passing(line).filter((test) => selectsLine(test, cas, line, lists) !== false);
      const isOpen = its.some((test) => selectsLine(test, cas, line, lists) === undefined);
      return missing(line, isOpen && 'fraction', unset(line, its));
    }),
  );
  const open = openChemicals.flatMap((line) => {
    const its = passing(line);
    const isOpen = line.fraction === null && its.some((test) => asksForFraction(test, lists));
    return its.length === 0 ? [] : missing(line, 'cas', isOpen && 'fraction', unset(line, its));
  });
  const place = ({ path }: MissingRow) => Number(path[2]);
  const asksForLevel = tests.some((test) => test.kind === 'choice' && test.fact === 'majorHazardLevel');
  const rows = new Map(
    [...given, ...open, ...((asksForLevel && majorHazard?.rows) || [])].map((row) => [row.path.join(), row]),
  );
  return [...rows.values()].sort((a, b) => place(a) - place(b));
}
