import type { Test } from '../../condition/tests.ts';
import { gradeFits, usualGrade } from '../../register/jurisdiction.ts';
import { partition } from '../../solver/partition.ts';
import { RISK_GRADES, ZONE_KINDS } from '../../vocabulary.ts';
import type { Dimension } from './dimension.ts';
import { oneOfThem } from './simple-facts.ts';

type ChoiceTest = Test & { readonly kind: 'choice' };

export const KIND = 'zone.kind';
export const GRADE = 'zone.riskGrade';

/** Whether a fact is one of the two of a zone that depend on each other. */
export const isKindOrGrade = (fact: string): boolean => fact === KIND || fact === GRADE;

/** The pairs that the register takes, of each kind the usual one first. */
export const KINDS_AND_GRADES = ZONE_KINDS.flatMap((kind) =>
  [...new Set([usualGrade(kind), ...RISK_GRADES])]
    .filter((grade) => gradeFits(kind, grade))
    .map((grade) => ({ kind, grade })),
);

/**
 * The ways that kind and risk grade of a zone can turn out together, as the register takes them: chemical parks alone
 * have a grade.
 */
export function kindAndGrade(tests: readonly ChoiceTest[]): Dimension {
  const holds = ({ kind, grade }: (typeof KINDS_AND_GRADES)[number], { fact, oneOf }: ChoiceTest): boolean =>
    oneOf.has(fact === KIND ? kind : grade);
  return oneOfThem(partition(KINDS_AND_GRADES, tests, holds), tests, ({ kind, grade }, draft) => {
    draft.choices.put(KIND, kind);
    draft.choices.put(GRADE, grade);
    return true;
  });
}
