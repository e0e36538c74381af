import type { Reference } from '../../services/domain/assessment/assessment-basis.ts';
import { assess } from '../../services/domain/engine/assess.ts';
import { Refusals } from '../../services/domain/messages/refusal.ts';
import { basisOf } from './law-case/assessment-basis.ts';
import { actorOf, projectOf } from './law-case/project.ts';
import type { LawCase } from './law-case/read.ts';
import { actualErrors, actualVerdict, expectedErrors, expectedVerdict } from './law-case/verdict.ts';

export { type LawCase, readLawFile, readLawFiles } from './law-case/read.ts';

/**
 * Tries a case: what the law says must come out, and what comes out, in one form.
 * Equal exactly where the case holds, so the whole difference can be shown.
 *
 * @throws Error where the case itself makes no sense, such as a finding on an entry that is not there
 */
export function tryCase(lawCase: LawCase, reference: Reference): { expected: unknown; actual: unknown } {
  const { expect } = lawCase.situation;
  const basis = basisOf(lawCase, reference);
  const answer = answerTo(() => assess(basis, projectOf(lawCase, basis), actorOf(lawCase)));
  if ('stops' in expect)
    return {
      expected: 'the assessment stops with an error that is no fault of the project',
      actual:
        answer.kind === 'STOPPED'
          ? 'the assessment stops with an error that is no fault of the project'
          : answer,
    };
  if (answer.kind === 'STOPPED') throw answer.error;
  if ('errors' in expect)
    return {
      expected: expectedErrors(expect.errors),
      actual: answer.kind === 'REFUSED' ? actualErrors(answer.refusals, expect.errors) : answer,
    };
  return {
    expected: expectedVerdict(expect, basis),
    actual:
      answer.kind === 'ASSESSED'
        ? actualVerdict(answer.assessment, expect)
        : actualErrors(answer.refusals, []),
  };
}

type Answer =
  | { readonly kind: 'ASSESSED'; readonly assessment: ReturnType<typeof assess> }
  | { readonly kind: 'REFUSED'; readonly refusals: Refusals['refusals'] }
  | { readonly kind: 'STOPPED'; readonly error: unknown };

function answerTo(ask: () => ReturnType<typeof assess>): Answer {
  try {
    return { kind: 'ASSESSED', assessment: ask() };
  } catch (error) {
    return error instanceof Refusals
      ? { kind: 'REFUSED', refusals: error.refusals }
      : { kind: 'STOPPED', error };
  }
}
