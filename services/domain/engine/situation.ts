import type { ProjectInput } from '../assessment/project.ts';
import { isCreditCode } from '../values/credit-code.ts';
import { isProjectCode, projectCodeLooksMistyped } from '../values/project-code.ts';
import { MAX_APPLICANT_BYTES } from './read-facts.ts';

/**
 * All of a project that its assessment can depend on (情形), as a text: projects of the same text and day in one zone have the
 * same assessment, word for word. Who they are is left out: the caller's mark, names, and codes that nothing is said of.
 */
export function situationOf({
  ref: _,
  name: __,
  projectCode,
  unifiedSocialCreditCode,
  applicant,
  ...decides
}: ProjectInput): string {
  const remarked = {
    projectCode: projectCode != null && isRemarked(projectCode) ? projectCode : null,
    credit:
      unifiedSocialCreditCode != null && !isCreditCode(unifiedSocialCreditCode)
        ? unifiedSocialCreditCode
        : null,
    applicant: Buffer.byteLength(applicant ?? '') > MAX_APPLICANT_BYTES ? applicant : null,
  };
  return JSON.stringify([decides, remarked]);
}

const isRemarked = (projectCode: string): boolean =>
  !isProjectCode(projectCode) || projectCodeLooksMistyped(projectCode);
