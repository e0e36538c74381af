import type { Test } from '../../condition/tests.ts';
import { approvalsUntil, approvedBefore } from '../../engine/domains/approved-before.ts';
import { dayMeets } from '../../engine/domains/date.ts';
import type { TestOf, UnknownFact } from '../../engine/domains/domain.ts';
import { unknownFact } from '../../engine/domains/domain.ts';
import { liesIn } from '../../engine/domains/territory.ts';
import { gradeFits, usualGrade } from '../../register/jurisdiction.ts';
import { and, not } from '../../solver/formula.ts';
import { partition, switchVariable } from '../../solver/partition.ts';
import { nextDay } from '../../values/day.ts';
import type { Day } from '../../vocabulary.ts';
import { RISK_GRADES, ZONE_KINDS } from '../../vocabulary.ts';
import type { Law } from './law.ts';
import { placesFor } from './places.ts';
import type { SituationDraft } from './situation.ts';
import { TODAY, unstatedKey } from './situation.ts';

/** What is unknown of a situation: any fact of a project, and what an assessment knows, the day and the zone. */
export type UnknownPart = UnknownFact<SituationDraft>;

/** The days on which the version can be in force, and the earlier approvals that a project can have by then. */
export function calendar(tests: readonly TestOf<'date' | 'approvedBefore'>[], law: Law): UnknownPart {
  const { effectiveFrom, effectiveTo } = law.publication;
  const validity = tests.flatMap((test) => (test.kind === 'date' ? [test.from, test.before] : []));
  const approvals = tests.filter((test) => test.kind === 'approvedBefore');
  // A period that ends before it begins is refused elsewhere.
  const end = effectiveTo && effectiveTo >= effectiveFrom ? nextDay(effectiveTo) : null;
  const days = [effectiveFrom, ...validity, ...approvals.map(({ before }) => before)].filter(
    (day): day is Day => day !== null && day >= effectiveFrom && (end === null || day < end),
  );
  const ways = days.flatMap((on) => approvalsUntil(on, approvals).map((approval) => ({ on, approval })));
  const encoding = partition(ways, tests, ({ on, approval }, test) =>
    test.kind === 'date' ? dayMeets(on, test) : approvedBefore(approval, test.before),
  );
  return unknownFact(TODAY, tests, encoding, encoding.value, (to: SituationDraft, { on, approval }) => {
    to.on = on;
    to.dates.set(TODAY, on);
    to.earlierApproval = approval;
  });
}

/** Where a project can be. */
export function place(tests: readonly TestOf<'territory'>[], law: Law): UnknownPart {
  const places = placesFor(new Set(tests.flatMap(({ include, except }) => [...include, ...except])), law);
  const encoding = partition(places, tests, (at, test) => liesIn(test, at.areas?.[0] ?? null, at));
  return unknownFact('areas', tests, encoding, encoding.value, (to: SituationDraft, found) =>
    Object.assign(to, found),
  );
}

const KIND = 'zone.kind';
const GRADE = 'zone.riskGrade';

/** Whether a fact is one of the two of a zone that depend on each other. */
export const isKindOrGrade = (fact: string): boolean => fact === KIND || fact === GRADE;

/** Kind and risk grade of a zone together, as the register takes them: chemical parks alone have a grade. */
export function kindAndGrade(tests: readonly TestOf<'choice'>[]): UnknownPart {
  const encoding = partition(KINDS_AND_GRADES, tests, ({ kind, grade }, { fact, oneOf }) =>
    oneOf.has(fact === KIND ? kind : grade),
  );
  return unknownFact(
    KIND,
    tests,
    encoding,
    encoding.value,
    ({ choices }: SituationDraft, { kind, grade }) => {
      choices.set(KIND, kind);
      choices.set(GRADE, grade);
    },
  );
}

/** The pairs that the register takes, of each kind the usual one first. */
const KINDS_AND_GRADES = ZONE_KINDS.flatMap((kind) =>
  [...new Set([usualGrade(kind), ...RISK_GRADES])]
    .filter((grade) => gradeFits(kind, grade))
    .map((grade) => ({ kind, grade })),
);

/**
 * A ZONE fact that a catalog defines: any of its values, or unstated, and then every test on it fails (DESIGN 2.6).
 *
 * @param value the fact where it is stated; undefined where only that is asked
 */
export function zoneFact(
  key: string,
  value: UnknownPart | undefined,
  unstated: readonly Test[],
): UnknownPart {
  const { variable, on: stated } = switchVariable();
  return {
    key,
    asks: [key],
    tests: [...(value?.tests ?? []), ...unstated],
    variables: [variable, ...(value?.variables ?? [])],
    formula: (test) => (unstated.includes(test) ? not(stated) : and([stated, value!.formula(test)])),
    assign(model, to) {
      if (model.cell(variable) === 1) return value?.assign?.(model, to) ?? true;
      to.unstated = new Set([...to.unstated, key]);
      to.choices.set(unstatedKey(key), 'true');
      return true;
    },
  };
}
