import { partition } from '../../engine/domains/partition.ts';
import type { Test } from '../../engine/tests.ts';
import { gradeFits, RISK_GRADES, usualGrade, ZONE_KINDS } from '../../jurisdiction.ts';
import type { Dimension } from './dimension.ts';
import { oneOfThem } from './simple-facts.ts';

type ChoiceTest = Test & { readonly kind: 'choice' };

const KIND = 'zone.kind';
const GRADE = 'zone.riskGrade';

/** Whether a fact is one of the two of a zone that depend on each other. */
export const isKindOrGrade = (fact: string): boolean => fact === KIND || fact === GRADE;

/**
 * The ways that kind and risk grade of a zone can turn out together, as the register takes them: chemical parks alone
 * have a grade.
 */
export function kindAndGrade(tests: readonly ChoiceTest[]): Dimension {
  const ways = ZONE_KINDS.flatMap((kind) =>
    [usualGrade(kind), ...RISK_GRADES]
      .filter((grade) => gradeFits(kind, grade))
      .map((grade) => ({ kind, grade })),
  );
  const holds = ({ kind, grade }: (typeof ways)[number], { fact, oneOf }: ChoiceTest): boolean =>
    oneOf.has(fact === KIND ? kind : grade);
  return oneOfThem(partition(ways, tests, holds), tests, ({ kind, grade }, draft) => {
    draft.choices.put(KIND, kind);
    draft.choices.put(GRADE, grade);
    return true;
  });
}
