import { unlessBounded } from '../../solver/budget.ts';
import { eachByItself, partition } from '../../solver/partition.ts';
import type { Day } from '../../vocabulary.ts';
import { dayBefore } from './date.ts';
import type { FactDomain, TestOf } from './domain.ts';
import { unknownFact } from './domain.ts';

/** Whether the project had an earlier approval, and from when. */
export const APPROVED_BEFORE: FactDomain<TestOf<'approvedBefore'>> = {
  truth: ({ before }, { earlierApproval }) =>
    earlierApproval === null ? undefined : approvedBefore(earlierApproval, before),
  unknowns(tests, { on }, _, budget) {
    const days = approvalsUntil(on, tests);
    const encoding = unlessBounded(() =>
      partition(days, tests, (day, { before }) => approvedBefore(day, before), budget),
    );
    return [unknownFact('earlierApproval', tests, encoding ?? eachByItself(tests))];
  },
};

export const approvedBefore = (approval: Day | 'none', before: Day): boolean =>
  approval !== 'none' && approval < before;

/** None, and one for each way in which tests can tell approvals of a day apart. */
export function approvalsUntil(
  on: Day,
  tests: readonly TestOf<'approvedBefore'>[],
): readonly (Day | 'none')[] {
  const limits = [...new Set(tests.map(({ before }) => before))];
  return ['none', dayBefore([on, ...limits]), ...limits.filter((day) => day <= on)];
}
