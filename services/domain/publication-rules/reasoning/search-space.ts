import type { Test } from '../../condition/tests.ts';
import type { TestOf } from '../../engine/domains/domain.ts';
import { graver, majorHazardOf } from '../../engine/major-hazard.ts';
import { axiomsOf, unknownFacts } from '../../engine/unknown-facts.ts';
import type { MajorHazardLevel } from '../../facts/dictionary.ts';
import { ratioOf } from '../../facts/ratio.ts';
import { lineageOn } from '../../register/register.ts';
import { SearchBudget } from '../../solver/budget.ts';
import type { Formula } from '../../solver/formula.ts';
import { modelOf } from '../../solver/model.ts';
import type { Domains } from '../../solver/search.ts';
import { investment } from './investment.ts';
import type { Law } from './law.ts';
import { plainSituation } from './plain-situation.ts';
import type { Situation, SituationDraft } from './situation.ts';
import { TODAY, unstatedKey } from './situation.ts';
import type { UnknownPart } from './tied-facts.ts';
import { calendar, isKindOrGrade, kindAndGrade, place, zoneFact } from './tied-facts.ts';

/** Work that linear programs of one space may take. */
const MAX_LINEAR = 2_000_000;

/** Every situation below a catalog's jurisdiction, as far as some tests can tell situations apart. */
export interface SearchSpace {
  formula(test: Test): Formula;
  /** Hold in every situation. */
  readonly axioms: readonly Formula[];
  /** One of the situations that are left open; undefined where no values were found for it. */
  situation(found: Domains): Situation | undefined;
}

/**
 * The situations that a version can meet: any project, in any zone there is or may come to be below the catalog's
 * jurisdiction, on any day on which the version can be in force.
 *
 * @param tests each once
 */
export function searchSpace(tests: readonly Test[], law: Law): SearchSpace {
  const parts = partsOf(tests, law);
  const formulas = new Map<Test, Formula>();
  for (const part of parts) for (const test of part.tests) formulas.set(test, part.formula(test));
  return {
    formula: (test) => formulas.get(test)!,
    axioms: axiomsOf(parts),
    situation(found) {
      const model = modelOf(found);
      const situation = plainSituation(law);
      return parts.every((part) => part.assign!(model, situation)) ? withTies(situation, law) : undefined;
    },
  };
}

/** What an assessment reads beside the values themselves: the level of the inventory, and the suspension of a zone around. */
function withTies(situation: SituationDraft, { publication }: Law): Situation {
  const { choices, numbers, zone } = situation;
  const { register, reference, effectiveFrom } = publication;
  const level = choices.get('majorHazardLevel') as MajorHazardLevel;
  const hazard = majorHazardOf(situation, numbers.get('exposedPersons'), level, reference.majorHazard)!;
  choices.set('majorHazardLevel', graver(level, hazard.levels[0]!));
  const above = zone.parent === null ? undefined : lineageOn(register, zone.parent, effectiveFrom);
  if (above?.some((outer) => outer.zone?.suspended)) choices.set('zone.suspended', 'true');
  return situation;
}

/** Facts by themselves as an assessment has them; together what depends on each other. */
function partsOf(tests: readonly Test[], law: Law): readonly UnknownPart[] {
  const left = new Set(tests);
  const take = <T extends Test>(fits: (test: Test) => test is T): readonly T[] => {
    const its = [...left].filter(fits);
    for (const test of its) left.delete(test);
    return its;
  };
  const isOf =
    (keys: (fact: string) => boolean) =>
    (test: Test): test is TestOf<'choice'> =>
      test.kind === 'choice' && keys(test.fact);
  const unstated = take(isOf((fact) => fact.startsWith(unstatedKey(''))));
  const zones = take(isOf(isKindOrGrade));
  const days = take(
    (test): test is TestOf<'date' | 'approvedBefore'> =>
      test.kind === 'approvedBefore' || (test.kind === 'date' && test.fact === TODAY),
  );
  const territories = take((test) => test.kind === 'territory');
  const { definitions } = law.nothingKnown;
  const denominators = new Set(
    tests.flatMap((test) => (test.kind === 'number' && ratioOf(test.fact, definitions)?.denominator) || []),
  );
  const quotients = [...denominators].flatMap((denominator) => {
    const its = take(
      (test): test is TestOf<'number'> =>
        test.kind === 'number' && ratioOf(test.fact, definitions)?.denominator === denominator,
    );
    const inputs = new Set([denominator, ...its.map(({ fact }) => ratioOf(fact, definitions)!.numerator)]);
    const tied = new Set<Test>([
      ...its,
      ...take((test): test is TestOf<'number'> => test.kind === 'number' && inputs.has(test.fact)),
    ]);
    return investment(
      denominator,
      tests.filter((test): test is TestOf<'number'> => tied.has(test)),
      law,
    );
  });
  const plain = unknownFacts([...left], law.nothingKnown, new SearchBudget(MAX_LINEAR, law.work));
  const zoneFacts = new Map(
    plain.filter(({ key }) => law.mayBeUnstated(key)).map((part) => [part.key, part]),
  );
  const statedOf = (pseudo: string) => pseudo.slice(unstatedKey('').length);
  return [
    ...quotients,
    ...plain.filter(({ key }) => !zoneFacts.has(key)),
    ...[...new Set([...zoneFacts.keys(), ...unstated.map(({ fact }) => statedOf(fact))])].map((key) =>
      zoneFact(
        key,
        zoneFacts.get(key),
        unstated.filter(({ fact }) => statedOf(fact) === key),
      ),
    ),
    ...(zones.length > 0 ? [kindAndGrade(zones)] : []),
    ...(days.length > 0 ? [calendar(days, law)] : []),
    ...(territories.length > 0 ? [place(territories, law)] : []),
  ];
}
