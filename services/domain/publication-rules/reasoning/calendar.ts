import type { Test } from '../../condition/tests.ts';
import { partition } from '../../solver/partition.ts';
import { nextDay } from '../../values/day.ts';
import type { Day } from '../../vocabulary.ts';
import type { Dimension } from './dimension.ts';
import type { Law } from './law.ts';
import { dayBefore, dayMeets, oneOfThem } from './simple-facts.ts';

type CalendarTest = Test & { readonly kind: 'date' | 'approvedBefore' };

/** The days on which the version can be in force, and the earlier approvals that a project can have by then. */
export function calendar(tests: readonly CalendarTest[], law: Law): Dimension {
  const { effectiveFrom, effectiveTo } = law.publication;
  const validity = tests.flatMap((test) => (test.kind === 'date' ? [test.from, test.before] : []));
  const limits = tests.flatMap((test) => (test.kind === 'approvedBefore' ? [test.before] : []));
  // A period that ends before it begins is refused elsewhere.
  const end = effectiveTo && effectiveTo >= effectiveFrom ? nextDay(effectiveTo) : null;
  const days = [effectiveFrom, ...validity, ...limits].filter(
    (day): day is Day => day !== null && day >= effectiveFrom && (end === null || day < end),
  );
  // One from before the version too, however early that is.
  const approvals = ['none' as const, dayBefore([effectiveFrom, ...limits]), ...limits];
  const ways = days.flatMap((on) =>
    approvals
      .filter((approval) => approval === 'none' || approval <= on)
      .map((approval) => ({ on, approval })),
  );
  const holds = ({ on, approval }: (typeof ways)[number], test: CalendarTest): boolean =>
    test.kind === 'date' ? dayMeets(on, test) : approval !== 'none' && approval < test.before;
  return oneOfThem(partition(ways, tests, holds), tests, ({ on, approval }, draft) => {
    draft.on = on;
    draft.earlierApproval = approval;
    return true;
  });
}
