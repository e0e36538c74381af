import type { Expression } from '../../condition/tests.ts';
import type { Facts } from '../../engine/facts.ts';
import { settle, truthOf } from '../../engine/truth-of.ts';
import type { Classification } from '../../facts/industry.ts';
import type { Day } from '../../vocabulary.ts';
import type { Place } from './places.ts';

/** One full set of facts: of a project, of the zone it is in, and the day. Nothing in it is unknown. */
export interface Situation {
  readonly on: Day;
  readonly place: Place;
  readonly facts: Facts;
}

/** The pseudo-fact that stands for the day of decision in tests of a validity. */
export const TODAY = '#day';
/** The pseudo-fact that says whether the register leaves a ZONE fact unstated. */
export const unstatedKey = (fact: string): string => `#unstated ${fact}`;

/** Whether something holds of a situation, by the very reading of tests by which projects are assessed. */
export const holdsIn = (
  { facts }: Situation,
  expression: Expression,
  classification: Classification,
): boolean => settle(expression, (test) => truthOf(test, facts, classification)) === true;
