import type { MissingRow } from '../assessment/assessment.ts';
import type { Test } from '../condition/tests.ts';
import type { TestOf } from './domains/domain.ts';
import { selects } from './domains/substances.ts';
import type { ChemicalLine, Facts } from './facts.ts';

/** The rows of a stated inventory, and what is missing in them, that leave some of these tests open. */
export function openRows(
  tests: readonly Test[],
  { chemicals, openChemicals, activities: project, lists }: Facts,
): readonly MissingRow[] {
  const asked = tests.filter((test): test is TestOf<'chemical'> => test.kind === 'chemical');
  const passing = ({ activities }: ChemicalLine) =>
    asked.filter(({ mask }) => ((activities ?? project ?? mask) & mask) !== 0);
  const unset = (line: ChemicalLine, its: readonly TestOf<'chemical'>[]): readonly MissingRow[] =>
    line.row && line.tonnes === null && its.some(({ moreThan }) => moreThan !== null)
      ? [{ path: [...line.row.path, 'tonnes'], name: line.row.name }]
      : [];
  const given = [...(chemicals ?? [])].flatMap(([cas, lines]) =>
    lines.flatMap((line) =>
      unset(
        line,
        passing(line).filter((test) => selects(test, cas, lists)),
      ),
    ),
  );
  const open = openChemicals.flatMap((line) => {
    const its = passing(line);
    return its.length === 0
      ? []
      : [{ path: [...line.row.path, 'cas'], name: line.row.name }, ...unset(line, its)];
  });
  const place = ({ path }: MissingRow) => Number(path[2]);
  return [...given, ...open].sort((a, b) => place(a) - place(b));
}
