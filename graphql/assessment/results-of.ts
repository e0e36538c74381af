import type { ProjectAnswer } from '../../services/operations/assess.ts';
import type { ResultModel } from '../models.ts';
import { asUserError } from '../user-errors.ts';

/** The answers in the order of the projects, each with its place. */
export const resultsOf = (answers: readonly ProjectAnswer[]): readonly ResultModel[] =>
  answers.map((answer, index) =>
    'assessment' in answer
      ? {
          index,
          ref: answer.ref,
          assessment: { ...answer.assessment, ground: answer.ground },
          userErrors: [],
        }
      : { index, ref: answer.ref, assessment: null, userErrors: answer.refusals.map(asUserError) },
  );
