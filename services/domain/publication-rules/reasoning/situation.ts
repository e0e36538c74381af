import type { Expression } from '../../condition/tests.ts';
import type { Facts, MutableFacts } from '../../engine/facts.ts';
import { settle, truthOf } from '../../engine/truth-of.ts';
import type { JurisdictionRecord } from '../../register/jurisdiction.ts';

/** One full set of facts: of a project, of the zone it is in, and the day. Nothing in it is unknown. */
export interface Situation extends Facts {
  readonly zone: JurisdictionRecord;
}
/** A situation in the making. */
export interface SituationDraft extends MutableFacts {
  zone: JurisdictionRecord;
}

/** Whether something holds of a situation, by the very reading of tests by which projects are assessed. */
export const holdsIn = (situation: Situation, expression: Expression): boolean =>
  settle(expression, (test) => truthOf(test, situation)) === true;

/** The pseudo-fact that stands for the day of decision in tests of a validity. */
export const TODAY = '#day';
/** The pseudo-fact that says whether the register leaves a ZONE fact unstated. */
export const unstatedKey = (fact: string): string => `#unstated ${fact}`;
