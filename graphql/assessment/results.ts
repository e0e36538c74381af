import type { ProjectAnswer } from '../../services/operations/decisions/assess.ts';
import type { ResultModel } from '../models.ts';
import type { RequestRecord } from '../request-record.ts';
import { asUserError } from '../user-errors.ts';

/** The answers in the order of the projects, each with its place, and counted. */
export const resultsOf = (answers: readonly ProjectAnswer[], record: RequestRecord): readonly ResultModel[] =>
  answers.map((answer, index) => {
    const { ref } = answer;
    if ('assessment' in answer) {
      record.countOutcome(answer.assessment.outcome);
      return { index, ref, assessment: { ...answer.assessment, basis: answer.basis }, userErrors: [] };
    }
    for (const { code } of answer.refusals) record.countRefusal(code);
    return { index, ref, assessment: null, userErrors: answer.refusals.map(asUserError) };
  });
