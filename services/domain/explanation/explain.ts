import type { Assessment, Notice, Reason } from '../assessment/assessment.ts';
import type { Names } from '../facts/names.ts';
import { NOTICE_SENTENCES, OPTION_LABELS, OUTCOME_LABELS, REASON_SENTENCES } from '../messages/labels.ts';
import { filled } from '../messages/sentences.ts';
import type { Locale } from '../values/text.ts';
import { inLocale } from '../values/text.ts';
import type { ExplanationDetail } from '../vocabulary.ts';
import { explainFinding } from './explain-finding.ts';
import { explainMajorHazard } from './explain-major-hazard.ts';
import { sayIn } from './explain-sentences.ts';
import { questionFor } from './question-for.ts';
import { whatDecided } from './what-decided.ts';

/**
 * An assessment as an official would put it to an applicant (DESIGN 2.8): the outcome and what decided it, or every
 * finding and all that is missing. Rendered from the data each time, so that one stored decision reads in both
 * languages.
 */
export function explainAssessment(
  assessment: Assessment,
  names: Names,
  locale: Locale,
  detail: ExplanationDetail,
): string {
  const say = sayIn(locale);
  const outcomes = assessment.possibleOutcomes.map((outcome) => inLocale(OUTCOME_LABELS[outcome], locale));
  const { reasons } = assessment;
  const full = detail === 'FULL';
  const explained = (reason: Reason) => explainReason(reason, names, locale);
  const lines = [
    say('OUTCOME', { on: assessment.on, outcome: OUTCOME_LABELS[assessment.outcome] }),
    ...(assessment.outcome === 'NEEDS_INFORMATION'
      ? [say('POSSIBLE', { outcomes: outcomes.join(say('OR')) })]
      : []),
    ...(assessment.exact ? [] : [say('NOT_EXACT')]),
    ...(full ? reasons : reasons.filter(({ decisive }) => decisive)).map(explained),
    ...assessment.notices.map((notice) => explainNotice(notice, locale)),
    ...(assessment.findings.length === 0 ? [say('NOTHING_FOUND')] : []),
    ...(full ? everything : whatDecided)(assessment, names, locale),
    ...workingText(assessment, full, names, locale),
    ...(full ? [] : reasons.filter(({ code }) => code === 'ZONE_HAS_NO_CATALOG').map(explained)),
    say('ADVICE'),
  ];
  return lines.join('\n');
}

/** The working of the major hazard source, where a finding turns on it that is told. */
function workingText(
  { majorHazard, findings }: Assessment,
  full: boolean,
  names: Names,
  locale: Locale,
): readonly string[] {
  const isTold = findings.some(
    ({ decisive, because }) => (full || decisive) && because.some(({ key }) => key === 'majorHazardLevel'),
  );
  return majorHazard && isTold ? explainMajorHazard(majorHazard, names, locale) : [];
}

function everything(
  { findings, missingFacts, minimalQuestions }: Assessment,
  names: Names,
  locale: Locale,
): readonly string[] {
  const say = sayIn(locale);
  return [
    ...findings.map((finding, at) => `${at + 1}. ${explainFinding(finding, names, locale)}`),
    ...missingFacts.map((missing) =>
      say(minimalQuestions.includes(missing.fact.key) ? 'ASK_FIRST' : 'ASK', {
        question: questionFor(missing, locale),
      }),
    ),
  ];
}

export function explainReason({ code, catalog, fact }: Reason, names: Names, locale: Locale): string {
  const definition = fact === null ? undefined : names.fact(fact);
  const parts = { catalog: catalog && names.catalog(catalog), fact: definition?.name ?? fact };
  return filled(inLocale(REASON_SENTENCES[code], locale), parts, locale);
}

export function explainNotice({ code, value, readAs }: Notice, locale: Locale): string {
  const levels = code === 'MAJOR_HAZARD_LEVEL_DIFFERS' ? OPTION_LABELS.majorHazardLevel : undefined;
  const said = (text: string): string => inLocale(levels?.[text] ?? { zh: text }, locale);
  return filled(
    inLocale(NOTICE_SENTENCES[code], locale),
    { value: said(value), readAs: readAs.map(said) },
    locale,
  );
}
