import type { CompletedFacts } from './completed-facts.ts';
import {
  coversActivity,
  coversIndustry,
  coversNature,
  coversPlace,
  isGrandfathered,
} from './entry-in-completion.ts';
import { holds, ratioOf } from './interpreter.ts';
import type { Question } from './question.ts';
import { stated } from './question.ts';
import type { Test } from './tests-in.ts';
import { factOf } from './tests-in.ts';

/** Something that an entry asks of the facts, and the facts on which the answer hangs. */
export interface Asked {
  readonly facts: readonly string[];
  readonly holds: (facts: CompletedFacts) => boolean;
}

/** All that the entries ask: their scopes and every single test. */
export function allAsked(question: Question): readonly Asked[] {
  const { entries, tests, setting } = question;
  const ofScope = entries.flatMap(({ entry }): readonly Asked[] => {
    const { include, except } = entry.industries;
    return [
      { fact: 'industries', asks: include.length + except.length > 0, answer: coversIndustry },
      { fact: 'natures', asks: entry.natures.length > 0, answer: coversNature },
      { fact: 'activities', asks: entry.activities.length > 0, answer: coversActivity },
      {
        fact: 'areas',
        asks: entry.territory.include.length + entry.territory.except.length > 0,
        answer: coversPlace,
      },
      { fact: 'earlierApproval', asks: entry.exemptIfApprovedBefore != null, answer: isGrandfathered },
    ].flatMap(({ fact, asks, answer }) =>
      asks ? [{ facts: [fact], holds: (facts: CompletedFacts) => answer(entry, facts, setting) }] : [],
    );
  });
  const reading = { ...setting, levelAt: question.hazard?.at };
  const ofTests = tests.map(
    (test): Asked => ({ facts: factsRead(test, question), holds: (facts) => holds(test, facts, reading) }),
  );
  return [...ofScope, ...ofTests];
}

/** A ratio hangs on its inputs, unless both are unknown; a line without activities on the project's. */
function factsRead(test: Test, question: Question): readonly string[] {
  const key = factOf(test);
  const ratio = ratioOf(key, question.setting)?.inputs;
  if (ratio) return ratio.every((input) => stated(question, input) === undefined) ? [key] : ratio;
  // A level that hangs on the exposed persons alone is decided by them.
  if (key === 'majorHazardLevel' && hangsOnPersons(question)) return ['exposedPersons'];
  if (key !== 'chemicals') return [key];
  const leansOnProject = question.facts.chemicals?.some((line) => line.activities == null) ?? false;
  return leansOnProject ? ['chemicals', 'activities'] : ['chemicals'];
}

const hangsOnPersons = (question: Question): boolean =>
  stated(question, 'majorHazardLevel') === undefined && question.hazard?.asks.join() === 'exposedPersons';
