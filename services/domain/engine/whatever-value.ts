import type { Expression, Test } from '../condition/tests.ts';
import { all, factOf, NEVER, none, some, TRUE_EXPRESSION, testsOf } from '../condition/tests.ts';
import { SearchBudget } from '../solver/budget.ts';
import { hasCell } from '../solver/cells.ts';
import type { Formula, Variable } from '../solver/formula.ts';
import { unreachable } from '../values/unreachable.ts';
import type { Facts } from './facts.ts';
import { unknownFacts } from './unknown-facts.ts';

/**
 * Where an expression would hold if facts that nobody has stated had some value or other: it says nothing of them any
 * more. Tests on one fact are answered together, so that none is taken to be two things at once.
 *
 * @param nothingStated has no value of these facts
 */
export function forSomeValue(
  expression: Expression,
  unstated: ReadonlySet<string>,
  nothingStated: Facts,
): Expression {
  const byFact = new Map<string, Set<Test>>();
  for (const test of testsOf(expression))
    if (unstated.has(factOf(test)))
      byFact.set(factOf(test), (byFact.get(factOf(test)) ?? new Set()).add(test));
  if (byFact.size === 0) return expression;
  let ways: readonly Answers[] | undefined = [new Map()];
  for (const tests of byFact.values()) ways = together(ways, answersTo([...tests], nothingStated));
  if (!ways) return replaced(expression, (test, suits) => (unstated.has(factOf(test)) ? suits : undefined));
  return some(ways.map((answers) => replaced(expression, (test) => answers.get(test))));
}

/** What a value says of each test on its fact. */
type Answers = ReadonlyMap<Test, boolean>;

/** More ways to answer than these are not told apart: each test is then answered as it suits. */
const MAX_WAYS = 256;
/** More than telling values apart takes for all that fits into one entry. */
const MAX_WORK = 100_000;

const together = (
  ways: readonly Answers[] | undefined,
  more: readonly Answers[] | undefined,
): readonly Answers[] | undefined =>
  ways && more && ways.length * more.length <= MAX_WAYS
    ? ways.flatMap((way) => more.map((each) => new Map([...way, ...each])))
    : undefined;

/** Every combination of answers that some value of a fact gives to tests on it. */
function answersTo(tests: readonly Test[], nothingStated: Facts): readonly Answers[] | undefined {
  const found = new Map<string, Answers>();
  const parts = unknownFacts(tests, { ...nothingStated, unstated: new Set() }, new SearchBudget(MAX_WORK));
  const variables = parts.flatMap((part) => part.variables);
  const cells = variables.map((variable) => cellsOf(variable));
  if (cells.reduce((count, its) => count * its.length, 1) > MAX_WAYS) return undefined;
  const taken = new Map<Variable, number>();
  const holds = (formula: Formula): boolean => {
    if (typeof formula === 'boolean') return formula;
    if (formula.kind === 'in') return hasCell(formula.cells, taken.get(formula.variable)!);
    return formula.kind === 'and' ? formula.parts.every(holds) : formula.parts.some(holds);
  };
  const take = (at: number): void => {
    if (at < variables.length) {
      for (const cell of cells[at]!) {
        taken.set(variables[at]!, cell);
        take(at + 1);
      }
      return;
    }
    if (!parts.every(({ axiom = true }) => holds(axiom))) return;
    const answers = parts.flatMap((part) =>
      part.tests.map((test) => [test, holds(part.formula(test))] as const),
    );
    found.set(answers.map(([, answer]) => (answer ? '1' : '0')).join(''), new Map(answers));
  };
  take(0);
  return [...found.values()];
}

const cellsOf = ({ full }: Variable): readonly number[] =>
  Array.from({ length: full.length * 32 }, (_, cell) => cell).filter((cell) => hasCell(full, cell));

/** An expression with some of its tests answered. @param answer told what makes the whole hold rather */
function replaced(
  expression: Expression,
  answer: (test: Test, suits: boolean) => boolean | undefined,
  suits = true,
): Expression {
  switch (expression.kind) {
    case 'test': {
      const given = answer(expression.test, suits);
      return given === undefined ? expression : given ? TRUE_EXPRESSION : NEVER;
    }
    case 'not':
      return none(replaced(expression.part, answer, !suits));
    case 'and':
      return all(expression.parts.map((part) => replaced(part, answer, suits)));
    case 'or':
      return some(expression.parts.map((part) => replaced(part, answer, suits)));
    default:
      return unreachable(expression);
  }
}
