import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { AssessmentBasis } from '../../services/domain/assessment/assessment-basis.ts';
import type { ProjectInput } from '../../services/domain/assessment/project.ts';
import { assess, SHARES } from '../../services/domain/engine/assess.ts';
import { SearchBudget, unlessBounded, Work } from '../../services/domain/solver/budget.ts';
import { SEARCH_BOUND } from '../../services/operations/limits.ts';
import { times } from '../testkit/times.ts';
import { arbitraryWorld } from './oracle/arbitrary-world.ts';
import { oracleAssess, TooManyCompletions } from './oracle/oracle.ts';
import { PATIENCE, run } from './oracle/run.ts';
import { tangled } from './oracle/tangled.ts';
import { THEMES } from './oracle/themes.ts';

const bounds = fc.constantFrom(0, 30, 300, 3_000, 30_000);

/** An answer within a bound, which is twice the same and took no more than it may. */
function boundedAnswer(basis: AssessmentBasis, project: ProjectInput, searchBound: number) {
  const ask = () => {
    const work = new Work();
    return { answer: assess(basis, project, null, { searchBound, work }), done: work.done };
  };
  const first = ask();
  expect(first.done).toBeLessThanOrEqual(SHARES * searchBound);
  expect(ask()).toEqual(first);
  return first.answer;
}

test(
  'whatever the bound, what is answered leaves out nothing that can be, and is what it is wherever it is exact',
  () => {
    let inexact = 0;
    run(
      fc.constantFrom(...THEMES).chain((theme) => fc.tuple(arbitraryWorld(theme), bounds)),
      ([{ basis, projects }, bound]) => {
        for (const project of projects.slice(0, 2)) {
          const { confirmations: _, ...stated } = project;
          let expected: ReturnType<typeof oracleAssess>;
          try {
            expected = oracleAssess(basis, stated, null, 2_000);
          } catch (error) {
            if (!(error instanceof TooManyCompletions)) throw error;
            continue;
          }
          const answer = boundedAnswer(basis, stated, bound);
          const outcomes = [...answer.possibleOutcomes];
          expect(outcomes).toEqual(expect.arrayContaining([...expected.possibleOutcomes]));
          if (answer.exact) expect(outcomes).toEqual(expected.possibleOutcomes);
          else inexact++;
          const missing = answer.missingFacts.map(({ fact }) => fact.key);
          expect(missing).toEqual(expect.arrayContaining(expected.missingFacts.map(({ key }) => key)));
        }
      },
      times(100, 10_000),
    );
    // Bounds that nothing reaches are no evidence.
    expect(inexact).toBeGreaterThan(times(100, 10_000) / 10);
  },
  PATIENCE,
);

test.each(tangled)('no more work than it may is taken by $name', ({ basis, project }) => {
  const large = boundedAnswer(basis, project, 200_000);
  const small = boundedAnswer(basis, project, 2_000);
  expect(small.exact).toBe(false);
  expect(small.possibleOutcomes).toEqual(expect.arrayContaining([...large.possibleOutcomes]));
});

test('searches that draw from one purse take no more than it holds, whatever bound each has', () => {
  const work = new Work();
  const purse = { left: 10 };
  const spent = [4, 4, 4, 4].map((bound) => {
    const budget = new SearchBudget(bound, work, purse);
    unlessBounded(() => budget.look(bound));
    return [budget.left, budget.exhausted];
  });
  expect(spent).toEqual([
    [0, false],
    [0, false],
    [0, true],
    [0, true],
  ]);
  expect(work.done).toBe(10);
});

test('no project takes more than two seconds, of which each has room for eight million of counted work', () => {
  expect(SHARES * SEARCH_BOUND.signedIn).toBeLessThanOrEqual(2 * 8_000_000);
});
