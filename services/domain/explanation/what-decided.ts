import type { Assessment, Finding, MissingFact } from '../assessment/assessment.ts';
import { entryName, entryNames } from '../catalog/entry-name.ts';
import type { Names } from '../facts/names.ts';
import { OUTCOME_LABELS } from '../messages/labels.ts';
import { joined } from '../messages/sentences.ts';
import type { Locale } from '../values/text.ts';
import type { Outcome } from '../vocabulary.ts';
import { explainFindingInShort, requirementState } from './explain-finding.ts';
import { sayIn } from './explain-sentences.ts';
import { questionFor } from './question-for.ts';

/**
 * An assessment to be read to the end: what decided it, what must be met, what is still open, and how much else there
 * is (DESIGN 2.8).
 */
export function whatDecided(assessment: Assessment, names: Names, locale: Locale): readonly string[] {
  const say = sayIn(locale);
  const { outcome, findings } = assessment;
  const toMeet = outcome === 'REFUSED' ? [] : findings.filter((finding) => mustBeMet(finding, outcome));
  const deciding = findings.filter((finding) => finding.decisive && !toMeet.includes(finding));
  const conditions = toMeet.flatMap((finding) => conditionsOf(finding, names, locale));
  const others = findings.filter((finding) => !finding.decisive && !toMeet.includes(finding)).length;
  return [
    ...decidingText(outcome, deciding, names, locale),
    ...(conditions.length > 0 ? [say('TO_MEET'), ...conditions.map(item)] : []),
    ...openText(assessment, names, locale),
    ...(others > 0 ? [say(outcome === 'ADMITTED' ? 'NONE_AGAINST' : 'OTHERS', { count: others })] : []),
  ];
}

/** Whether an entry asks for nothing but conditions, and surely does, or what it asks for makes the outcome. */
const mustBeMet = ({ effect, applies, decisive }: Finding, outcome: Outcome): boolean =>
  effect === 'CONDITION' && (applies === 'TRUE' || (decisive && outcome === 'CONDITIONAL'));

const item = (text: string): string => `- ${text}`;

/** More paragraphs than this nobody reads: the questions then say which entries they are for. */
const MAX_PARAGRAPHS = 5;

function decidingText(
  outcome: Outcome,
  deciding: readonly Finding[],
  names: Names,
  locale: Locale,
): readonly string[] {
  const say = sayIn(locale);
  const count = deciding.length;
  if (count === 0) return [];
  if (outcome === 'NEEDS_INFORMATION' && count > MAX_PARAGRAPHS) return [say('KEPT_OPEN_BY', { count })];
  const texts = deciding.map((finding) => explainFindingInShort(finding, names, locale));
  if (outcome === 'NEEDS_INFORMATION') return [say('KEPT_OPEN_BY', { count }), ...texts.map(item)];
  if (count === 1) return [say('DECIDED_BY', { finding: texts[0]! })];
  const each = deciding.every(({ applies }) => applies === 'TRUE');
  return [say(each ? 'EACH_DECIDES' : 'TOGETHER_DECIDE', { count }), ...texts.map(item)];
}

/** Every condition that is not met and every piece of evidence, a line each. */
function conditionsOf(
  { applies, catalog, entry, requirements }: Finding,
  names: Names,
  locale: Locale,
): readonly string[] {
  return requirements.flatMap(({ key, met }) => {
    const requirement = entry.requirements.find((one) => one.key === key);
    if (!requirement || (met === 'TRUE' && !requirement.evidence)) return [];
    const state = requirementState(requirement, met, names, locale);
    const parts = { catalog: names.catalog(catalog), code: entryName(entry), text: requirement.text, state };
    return [sayIn(locale)(applies === 'TRUE' ? 'CONDITION' : 'CONDITION_IF', parts)];
  });
}

/** The missing facts, each with the entries that turn on it: first those that could settle the outcome at its best. */
function openText(
  { findings, missingFacts, minimalQuestions, possibleOutcomes }: Assessment,
  names: Names,
  locale: Locale,
): readonly string[] {
  const say = sayIn(locale);
  const first = missingFacts.filter(({ fact }) => minimalQuestions.includes(fact.key));
  const then = missingFacts.filter(({ fact }) => !minimalQuestions.includes(fact.key));
  const lines = (facts: readonly MissingFact[]) =>
    facts.map((fact) => item(questionText(fact, findings, names, locale)));
  return [
    ...(first.length > 0
      ? [say('COULD_SETTLE', { outcome: OUTCOME_LABELS[possibleOutcomes[0]!] }), ...lines(first)]
      : []),
    ...(then.length > 0 ? [say(first.length > 0 ? 'OPEN_TOO' : 'OPEN'), ...lines(then)] : []),
  ];
}

/** More codes than this nobody reads; `neededBy` has them all. */
const MAX_CODES = 12;

function questionText(
  missing: MissingFact,
  findings: readonly Finding[],
  names: Names,
  locale: Locale,
): string {
  const say = sayIn(locale);
  const { neededBy } = missing;
  const question = questionFor(missing, locale);
  if (neededBy.length > MAX_CODES) return say('QUESTION_FOR_MANY', { question, count: neededBy.length });
  const codes = new Map<string, string[]>();
  for (const { catalog, entry } of neededBy) codes.set(catalog, [...(codes.get(catalog) ?? []), entry]);
  const entries = [...codes].map(([catalog, its]) => {
    const named = entryNames(findings.filter((one) => one.catalog === catalog).map(({ entry }) => entry));
    return say('ENTRIES', { catalog: names.catalog(catalog), codes: its.map(named) });
  });
  if (entries.length === 0) return say('QUESTION', { question });
  return say('QUESTION_FOR', { question, entries: joined(entries, 'CLAUSES', locale) });
}
