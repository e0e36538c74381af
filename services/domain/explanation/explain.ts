import type { Assessment, FactReading, Finding, Notice, Reason } from '../assessment/assessment.ts';
import { basisText } from '../catalog/basis-text.ts';
import { conditionText } from '../condition/condition-text.ts';
import type { FactDefinition } from '../facts/fact.ts';
import type { Names } from '../facts/names.ts';
import {
  EFFECT_LABELS,
  LEVEL_LABELS,
  NONE_LABEL,
  NOTICE_SENTENCES,
  OUTCOME_LABELS,
  REASON_SENTENCES,
  TRUTH_LABELS,
  unitLabel,
} from '../messages/labels.ts';
import { filled, joined, noted } from '../messages/sentences.ts';
import { decimalText, parseDecimal } from '../values/decimal.ts';
import type { Locale } from '../values/text.ts';
import { inLocale } from '../values/text.ts';
import { converted, unitOf } from '../values/unit.ts';
import type { DecimalInput, QuantityInput, Truth } from '../vocabulary.ts';
import { sayIn } from './explain-sentences.ts';

/**
 * An assessment as an official would put it to an applicant (DESIGN 2.8): the outcome, its reasons, every finding and
 * what is missing. Rendered from the data each time, so that one stored decision reads in both languages.
 */
export function explainAssessment(assessment: Assessment, names: Names, locale: Locale): string {
  const say = sayIn(locale);
  const outcomes = assessment.possibleOutcomes.map((outcome) => inLocale(OUTCOME_LABELS[outcome], locale));
  const lines = [
    say('OUTCOME', { on: assessment.on, outcome: OUTCOME_LABELS[assessment.outcome] }),
    ...(assessment.outcome === 'NEEDS_INFORMATION'
      ? [say('POSSIBLE', { outcomes: outcomes.join(say('OR')) })]
      : []),
    ...(assessment.exact ? [] : [say('NOT_EXACT')]),
    ...assessment.reasons.map((reason) => explainReason(reason, names, locale)),
    ...assessment.notices.map((notice) => explainNotice(notice, locale)),
    ...(assessment.findings.length === 0 ? [say('NOTHING_FOUND')] : []),
    ...assessment.findings.map((finding, at) => `${at + 1}. ${explainFinding(finding, names, locale)}`),
    ...assessment.missingFacts.map(({ fact }) =>
      say(assessment.minimalQuestions.includes(fact.key) ? 'ASK_FIRST' : 'ASK', { question: fact.question }),
    ),
    say('ADVICE'),
  ];
  return lines.join('\n');
}

export function explainReason({ code, catalog, fact }: Reason, names: Names, locale: Locale): string {
  const definition = fact === null ? undefined : names.fact(fact);
  const parts = { catalog: catalog && names.catalog(catalog), fact: definition?.name ?? fact };
  return filled(inLocale(REASON_SENTENCES[code], locale), parts, locale);
}

export function explainNotice({ code, value, readAs }: Notice, locale: Locale): string {
  return filled(inLocale(NOTICE_SENTENCES[code], locale), { value, readAs }, locale);
}

/** One finding: the entry, its legal basis, the facts, the exceptions tried, the requirements. */
export function explainFinding(finding: Finding, names: Names, locale: Locale): string {
  const say = sayIn(locale);
  const { entry, level, catalog, version, effect } = finding;
  const { code, text, force, measure, deadline, replacement, responsibility, remark } = entry;
  const bases = entry.basis.map((basis) => basisText(basis, locale));
  const lines = [
    say('ENTRY', {
      level: LEVEL_LABELS[level],
      catalog: names.catalog(catalog),
      version,
      code,
      measure: say(`${force}_${measure}`),
      text,
    }),
    say(appliesSentence(finding), { effect: EFFECT_LABELS[effect] }),
    ...discretionText(finding, locale),
    ...(entry.when ? [say('WHEN', { condition: conditionText(entry.when, names, locale) })] : []),
    say('BASIS', { basis: joined(bases, 'CLAUSES', locale) }),
    ...factsText(finding, names, locale),
    ...exceptionsText(finding, names, locale),
    ...requirementsText(finding, names, locale),
    ...(deadline ? [say('DEADLINE', { deadline })] : []),
    ...(replacement ? [say('REPLACEMENT', { replacement })] : []),
    ...(responsibility ? [responsibilityText(responsibility, locale)] : []),
    ...(remark ? [say('REMARK', { remark })] : []),
  ];
  return lines.join('\n   ');
}

/** While something is open the effect is only the gravest possible one, and the sentence must say so. */
function appliesSentence({ entry, applies, effect, requirements, discretionOpen }: Finding) {
  if (applies !== 'TRUE') return `APPLIES_${applies}` as const;
  const openRequirement = requirements.some(
    ({ key, met }) => met === 'UNKNOWN' && entry.requirements.some((one) => one.key === key && one.when),
  );
  return openRequirement || (discretionOpen && effect === 'REFUSE') ? 'APPLIES_AT_MOST' : 'APPLIES_TRUE';
}

function discretionText(
  { discretionOpen, effect, effectWithoutDiscretion }: Finding,
  locale: Locale,
): string[] {
  if (!discretionOpen || effect === effectWithoutDiscretion) return [];
  return [sayIn(locale)('IF_DENIED', { effect: EFFECT_LABELS[effectWithoutDiscretion] })];
}

function factsText({ because, industry }: Finding, names: Names, locale: Locale): string[] {
  if (because.length === 0) return [];
  const said = because.map((reading) => readingText(reading, industry, names, locale));
  return [sayIn(locale)('FACTS', { facts: joined(said, 'CLAUSES', locale) })];
}

function readingText(
  { key, known, value }: FactReading,
  industry: string | null,
  names: Names,
  locale: Locale,
): string {
  const say = sayIn(locale);
  const definition = names.fact(key);
  const fact = definition?.name ?? key;
  if (!known) return say('FACT_UNKNOWN', { fact });
  const option = (one: unknown) =>
    key === 'industries'
      ? `${one} ${inLocale(names.industry(String(one)), locale)}${one === industry ? say('CAUGHT') : ''}`
      : inLocale(names.option(key, String(one)), locale);
  if (definition?.type === 'NUMBER')
    return say('FACT', { fact, value: amountText(value, definition, locale) });
  return say('FACT', { fact, value: valueText(value, option, names, locale) });
}

/** An amount as it was stated, and where it was stated in another unit also in that of the fact. */
function amountText(value: unknown, { unit: own }: FactDefinition, locale: Locale): string {
  const { number, unit = own } =
    typeof value === 'object' ? (value as Amount) : { number: value as DecimalInput };
  if (unit == null) return String(number);
  const said = `${number} ${unitLabel(unit, locale)}`;
  const [from, to] = [unitOf(unit), own == null ? undefined : unitOf(own)];
  const amount = parseDecimal(String(number));
  if (unit === own || !from || !to || !amount) return said;
  const exact = decimalText(converted(amount, from, to));
  return exact === undefined ? said : noted(said, `${exact} ${unitLabel(own!, locale)}`, locale);
}
type Amount = Exclude<QuantityInput, DecimalInput>;

function valueText(value: unknown, option: (one: unknown) => string, names: Names, locale: Locale): string {
  const none = inLocale(NONE_LABEL, locale);
  if (typeof value === 'boolean') return inLocale(TRUTH_LABELS[value ? 'TRUE' : 'FALSE'], locale);
  if (Array.isArray(value)) {
    const said = value.map((one) =>
      typeof one === 'object' && one !== null
        ? lineText(one as Record<string, unknown>, names, locale)
        : option(one),
    );
    return said.length === 0 ? none : joined(said, 'ITEMS', locale);
  }
  if (typeof value === 'object' && value !== null) {
    const { approvedOn } = value as { approvedOn?: string | null };
    return approvedOn ?? none;
  }
  return option(value);
}

/** A line of the inventory or of the products, with everything stated about it. */
function lineText(line: Record<string, unknown>, names: Names, locale: Locale): string {
  const say = sayIn(locale);
  if (typeof line.cas === 'string') {
    const name = `${inLocale(names.substance(line.cas), locale)} (${line.cas})`;
    const activities = Array.isArray(line.activities) ? line.activities : [];
    const acts = activities.map((one) => inLocale(names.option('activities', String(one)), locale));
    const said = [line.tonnes == null ? name : `${name} ${line.tonnes} t`];
    if (acts.length > 0) said.push(acts.join(say('ACTIVITY_AND')));
    return joined(said, 'PHRASES', locale);
  }
  const stated = (
    value: unknown,
    unit: string,
    sentence: 'CAPACITY' | 'ADDED_CAPACITY' | 'LINE_CAPACITIES',
  ) => (value == null ? [] : [say(sentence, { value: `${value} ${unit}` })]);
  const others = Array.isArray(line.otherAmounts) ? (line.otherAmounts as Record<string, unknown>[]) : [];
  const is = Array.isArray(line.is) ? line.is.map(String) : null;
  const said = [
    String(line.product ?? ''),
    ...(is
      ? [is.length > 0 ? say('PRODUCT_IS', { value: is.join(say('ACTIVITY_AND')) }) : say('PRODUCT_IS_NONE')]
      : []),
    ...[line, ...others].flatMap(({ unit, capacity, addedCapacity, lineCapacities }) => [
      ...stated(capacity, String(unit ?? ''), 'CAPACITY'),
      ...stated(addedCapacity, String(unit ?? ''), 'ADDED_CAPACITY'),
      ...stated(
        Array.isArray(lineCapacities) ? lineCapacities.join(' + ') : null,
        String(unit ?? ''),
        'LINE_CAPACITIES',
      ),
    ]),
    ...(line.lines == null ? [] : [say('LINES', { value: String(line.lines) })]),
  ];
  return joined(said, 'PHRASES', locale);
}

function exceptionsText({ entry, exceptions }: Finding, names: Names, locale: Locale): string[] {
  const say = sayIn(locale);
  return exceptions.flatMap(({ key, holds, confirmed }) => {
    const exception = entry.exceptions.find((one) => one.key === key);
    if (!exception) return [];
    const message = exceptionSentence(exception.discretionary, confirmed, holds);
    const condition = exception.when
      ? say('ON_CONDITION', { condition: conditionText(exception.when, names, locale) })
      : '';
    return [say(message, { text: exception.text, condition })];
  });
}

function exceptionSentence(discretionary: boolean, confirmed: boolean | null, holds: Truth) {
  if (!discretionary) return `EXCEPTION_${holds}` as const;
  if (confirmed === null) return holds === 'FALSE' ? 'EXCEPTION_FALSE' : 'EXCEPTION_OPEN';
  return confirmed ? (`EXCEPTION_CONFIRMED_${holds}` as const) : 'EXCEPTION_DENIED';
}

function requirementsText({ entry, requirements }: Finding, names: Names, locale: Locale): string[] {
  const say = sayIn(locale);
  return requirements.flatMap(({ key, met }) => {
    const requirement = entry.requirements.find((one) => one.key === key);
    if (!requirement) return [];
    const { text, when, evidence } = requirement;
    const states = [
      ...(when ? [say(`MET_${met}`, { condition: conditionText(when, names, locale) })] : []),
      ...(evidence ? [say('EVIDENCE', { evidence })] : []),
    ];
    const state = states.length > 0 ? joined(states, 'CLAUSES', locale) : say('TO_HAND_IN');
    return [say('REQUIREMENT', { text, state })];
  });
}

function responsibilityText(
  { lead, cooperating }: { lead: string; cooperating: readonly string[] },
  locale: Locale,
): string {
  const say = sayIn(locale);
  if (cooperating.length === 0) return say('LEAD', { lead });
  return say('LEAD_AND_COOPERATING', { lead, cooperating });
}
