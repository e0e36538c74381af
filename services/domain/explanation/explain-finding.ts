import type { FactReading, Finding } from '../assessment/assessment.ts';
import { basisText } from '../catalog/basis-text.ts';
import type { Requirement, Responsibility } from '../catalog/entry.ts';
import { entryName } from '../catalog/entry-name.ts';
import { conditionText } from '../condition/condition-text.ts';
import type { FactDefinition } from '../facts/fact.ts';
import type { Names } from '../facts/names.ts';
import { industryText } from '../facts/names.ts';
import { EFFECT_LABELS, LEVEL_LABELS, NONE_LABEL, TRUTH_LABELS, unitLabel } from '../messages/labels.ts';
import { joined, noted } from '../messages/sentences.ts';
import { decimalText, parseDecimal } from '../values/decimal.ts';
import type { Locale } from '../values/text.ts';
import { inLocale } from '../values/text.ts';
import { converted, unitOf } from '../values/unit.ts';
import type { DecimalInput, QuantityInput, Truth } from '../vocabulary.ts';
import { sayIn } from './explain-sentences.ts';

/** One finding: the entry, its legal basis, the facts, the exceptions tried, the requirements. */
export function explainFinding(finding: Finding, names: Names, locale: Locale): string {
  const say = sayIn(locale);
  const { entry, effect } = finding;
  const { deadline, replacement, responsibility, remark } = entry;
  const lines = [
    entryText(finding, names, locale),
    say(appliesSentence(finding), { effect: EFFECT_LABELS[effect] }),
    ...discretionText(finding, locale),
    ...(entry.when ? [say('WHEN', { condition: conditionText(entry.when, names, locale) })] : []),
    basesText(finding, locale),
    ...factsText(finding, finding.because, names, locale),
    ...exceptionsText(finding, names, locale),
    ...requirementsText(finding, finding.requirements, names, locale),
    ...(deadline ? [say('DEADLINE', { deadline })] : []),
    ...(replacement ? [say('REPLACEMENT', { replacement })] : []),
    ...(responsibility ? [responsibilityText(responsibility, locale)] : []),
    ...(remark ? [say('REMARK', { remark })] : []),
  ];
  return lines.join('\n   ');
}

/**
 * A finding in one paragraph: the entry, what it turned on, and what it would take. Facts that nobody has stated and
 * requirements that are met have no part in it.
 */
export function explainFindingInShort(finding: Finding, names: Names, locale: Locale): string {
  const say = sayIn(locale);
  const { entry, applies, effect, exceptions, requirements } = finding;
  const { measure, replacement, responsibility } = entry;
  const unmet = requirements.filter(({ met }) => met !== 'TRUE');
  const said = [
    say('SENTENCE', { text: entryText(finding, names, locale) }),
    ...(applies === 'UNKNOWN' ? [say('APPLIES_UNKNOWN', { effect: EFFECT_LABELS[effect] })] : []),
    ...(applies === 'UNKNOWN' && entry.when
      ? [say('WHEN', { condition: conditionText(entry.when, names, locale) })]
      : []),
    ...factsText(
      finding,
      finding.because.filter(({ known }) => known),
      names,
      locale,
    ),
    ...exceptionsText(finding, names, locale),
    ...(measure === 'PROHIBITED' && exceptions.length === 0 ? [say('NO_EXCEPTION')] : []),
    ...discretionText(finding, locale),
    ...requirementsText(finding, unmet, names, locale),
    ...(replacement ? [say('REPLACEMENT', { replacement })] : []),
    basesText(finding, locale),
    ...(responsibility ? [responsibilityText(responsibility, locale)] : []),
  ];
  return joined(said, 'SENTENCES', locale);
}

function entryText({ entry, level, catalog, version }: Finding, names: Names, locale: Locale): string {
  const say = sayIn(locale);
  const { text, force, measure } = entry;
  return say('ENTRY', {
    level: LEVEL_LABELS[level],
    catalog: names.catalog(catalog),
    version,
    code: entryName(entry),
    measure: say(`${force}_${measure}`),
    text,
  });
}

function basesText({ entry }: Finding, locale: Locale): string {
  const bases = entry.basis.map((basis) => basisText(basis, locale));
  return sayIn(locale)('BASIS', { basis: joined(bases, 'CLAUSES', locale) });
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

function factsText(
  { industry }: Finding,
  readings: readonly FactReading[],
  names: Names,
  locale: Locale,
): string[] {
  if (readings.length === 0) return [];
  const said = readings.map((reading) => readingText(reading, industry, names, locale));
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
      ? `${industryText(String(one), names, locale)}${one === industry ? say('CAUGHT') : ''}`
      : inLocale(names.option(key, String(one)), locale);
  if (definition?.type === 'NUMBER') {
    const said = [value].flat().map((each) => amountText(each, definition, locale));
    return say('FACT', { fact, value: said.length > 0 ? joined(said, 'ITEMS', locale) : NONE_LABEL });
  }
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
  if (line.product === undefined) {
    const name =
      line.cas == null
        ? String(line.name)
        : `${inLocale(names.substance(String(line.cas)), locale)} (${line.cas})`;
    const activities = Array.isArray(line.activities) ? line.activities : [];
    const acts = activities.map((one) => inLocale(names.option('activities', String(one)), locale));
    const said = [
      [
        name,
        ...(line.fraction == null ? [] : [`${line.fraction} %`]),
        ...(line.tonnes == null ? [] : [`${line.tonnes} t`]),
      ].join(' '),
    ];
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
    String(line.product),
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

function requirementsText(
  { entry }: Finding,
  requirements: Finding['requirements'],
  names: Names,
  locale: Locale,
): string[] {
  return requirements.flatMap(({ key, met }) => {
    const requirement = entry.requirements.find((one) => one.key === key);
    if (!requirement) return [];
    const state = requirementState(requirement, met, names, locale);
    return [sayIn(locale)('REQUIREMENT', { text: requirement.text, state })];
  });
}

/** Whether a requirement is met, and what is to be handed in for it. */
export function requirementState(
  { when, evidence }: Requirement,
  met: Truth,
  names: Names,
  locale: Locale,
): string {
  const say = sayIn(locale);
  const states = [
    ...(when ? [say(`MET_${met}`, { condition: conditionText(when, names, locale) })] : []),
    ...(evidence ? [say('EVIDENCE', { evidence })] : []),
  ];
  return states.length > 0 ? joined(states, 'CLAUSES', locale) : say('TO_HAND_IN');
}

function responsibilityText({ lead, cooperating }: Responsibility, locale: Locale): string {
  const say = sayIn(locale);
  if (cooperating.length === 0) return say('LEAD', { lead });
  return say('LEAD_AND_COOPERATING', { lead, cooperating });
}
