import type { Assessment, FactReading, Finding, Reason } from './assessment.ts';
import { conditionText } from './condition-text.ts';
import type { LegalBasis } from './entry.ts';
import {
  EFFECT_LABELS,
  LEVEL_LABELS,
  OUTCOME_LABELS,
  REASON_SENTENCES,
  TRUTH_LABELS,
  unitLabel,
} from './labels.ts';
import type { Names } from './names.ts';
import type { Locale, Text } from './text.ts';
import { inLocale } from './text.ts';

/**
 * An assessment as an official would put it to an applicant (DESIGN 2.8): the outcome, its reasons, every finding and
 * what is missing. Rendered from the data each time, so that one stored decision reads in both languages.
 */
export function explainAssessment(assessment: Assessment, names: Names, locale: Locale): string {
  const fill = filler(locale);
  const outcomes = assessment.possibleOutcomes.map((outcome) => inLocale(OUTCOME_LABELS[outcome], locale));
  const lines = [
    fill('OUTCOME', { on: assessment.on, outcome: inLocale(OUTCOME_LABELS[assessment.outcome], locale) }),
    ...(assessment.outcome === 'NEEDS_INFORMATION'
      ? [fill('POSSIBLE', { outcomes: outcomes.join(fill('OR')) })]
      : []),
    ...(assessment.exact ? [] : [fill('NOT_EXACT')]),
    ...assessment.reasons.map((reason) => explainReason(reason, names, locale)),
    ...(assessment.findings.length === 0 ? [fill('NOTHING_FOUND')] : []),
    ...assessment.findings.map((finding, at) => `${at + 1}. ${explainFinding(finding, names, locale)}`),
    ...assessment.missingFacts.map(({ fact }) =>
      fill(assessment.minimalQuestions.includes(fact.key) ? 'ASK_FIRST' : 'ASK', {
        question: inLocale(fact.question, locale),
      }),
    ),
    fill('ADVICE'),
  ];
  return lines.join('\n');
}

export function explainReason({ code, catalog, fact }: Reason, names: Names, locale: Locale): string {
  const definition = fact === null ? undefined : names.fact(fact);
  return fillIn(inLocale(REASON_SENTENCES[code], locale), {
    catalog: catalog === null ? '' : inLocale(names.catalog(catalog), locale),
    fact: definition ? inLocale(definition.name, locale) : (fact ?? ''),
  });
}

/** One finding: where the rule stands, what it rests on, the facts, the exceptions tried, the requirements. */
export function explainFinding(finding: Finding, names: Names, locale: Locale): string {
  const fill = filler(locale);
  const { entry } = finding;
  const measure = `${entry.force}_${entry.measure}` as const;
  const lines = [
    fill('ENTRY', {
      level: inLocale(LEVEL_LABELS[finding.level], locale),
      catalog: inLocale(names.catalog(finding.catalog), locale),
      version: String(finding.version),
      code: entry.code,
      measure: fill(measure),
      text: inLocale(entry.text, locale),
    }),
    fill(appliesSentence(finding), { effect: inLocale(EFFECT_LABELS[finding.effect], locale) }),
    ...discretionText(finding, locale),
    ...(entry.when ? [fill('WHEN', { condition: conditionText(entry.when, names, locale) })] : []),
    fill('BASIS', { basis: entry.basis.map((basis) => basisText(basis, locale)).join(fill('AND')) }),
    ...factsText(finding, names, locale),
    ...exceptionsText(finding, names, locale),
    ...requirementsText(finding, names, locale),
    ...(entry.deadline ? [fill('DEADLINE', { deadline: entry.deadline })] : []),
    ...(entry.replacement ? [fill('REPLACEMENT', { replacement: inLocale(entry.replacement, locale) })] : []),
    ...(entry.responsibility ? [responsibilityText(entry.responsibility, locale)] : []),
    ...(entry.remark ? [fill('REMARK', { remark: inLocale(entry.remark, locale) })] : []),
  ];
  return lines.join('\n   ');
}

/** Where something is still open the effect is only the gravest possible, and the sentence must say so. */
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
  return [filler(locale)('IF_DENIED', { effect: inLocale(EFFECT_LABELS[effectWithoutDiscretion], locale) })];
}

function basisText({ document, number, article }: LegalBasis, locale: Locale): string {
  const zh = locale === 'zh';
  const name = /^[《“]/.test(document) || !zh ? document : `《${document}》`;
  return [
    name,
    number ? (zh ? `（${number}）` : ` (${number})`) : '',
    article ? (zh ? article : `, ${article}`) : '',
  ].join('');
}

function factsText({ because, industry }: Finding, names: Names, locale: Locale): string[] {
  const fill = filler(locale);
  if (because.length === 0) return [];
  const said = because.map((reading) => readingText(reading, industry, names, locale));
  return [fill('FACTS', { facts: said.join(locale === 'zh' ? '；' : '; ') })];
}

function readingText(
  { key, known, value }: FactReading,
  industry: string | null,
  names: Names,
  locale: Locale,
): string {
  const fill = filler(locale);
  const definition = names.fact(key);
  const fact = definition ? inLocale(definition.name, locale) : key;
  if (!known) return fill('FACT_UNKNOWN', { fact });
  const option = (one: unknown) =>
    key === 'industries'
      ? `${one} ${inLocale(names.industry(String(one)), locale)}${one === industry ? fill('CAUGHT') : ''}`
      : inLocale(names.option(key, String(one)), locale);
  const shown = valueText(value, option, names, locale);
  return fill('FACT', {
    fact,
    value:
      definition?.unit && definition.type === 'NUMBER'
        ? `${shown} ${unitLabel(definition.unit, locale)}`
        : shown,
  });
}

function valueText(value: unknown, option: (one: unknown) => string, names: Names, locale: Locale): string {
  const fill = filler(locale);
  if (typeof value === 'boolean') return inLocale(TRUTH_LABELS[value ? 'TRUE' : 'FALSE'], locale);
  if (Array.isArray(value)) {
    if (value.length === 0) return fill('NONE');
    return value
      .map((one) =>
        typeof one === 'object' && one !== null
          ? lineText(one as Record<string, unknown>, names, locale)
          : option(one),
      )
      .join(locale === 'zh' ? '、' : ', ');
  }
  if (typeof value === 'object' && value !== null) {
    const { approvedOn } = value as { approvedOn?: string | null };
    return approvedOn ?? fill('NONE');
  }
  return option(value);
}

/** A line of the inventory or of the products. */
function lineText(line: Record<string, unknown>, names: Names, locale: Locale): string {
  const fill = filler(locale);
  if (typeof line.cas === 'string') {
    const name = `${inLocale(names.substance(line.cas), locale)} (${line.cas})`;
    return line.tonnes == null
      ? fill('CHEMICAL', { name })
      : fill('CHEMICAL_TONNES', { name, tonnes: String(line.tonnes) });
  }
  const product = String(line.product ?? '');
  return line.capacity == null ? product : `${product} ${line.capacity} ${line.unit ?? ''}`;
}

function exceptionsText({ entry, exceptions }: Finding, names: Names, locale: Locale): string[] {
  const fill = filler(locale);
  return exceptions.flatMap(({ key, holds }) => {
    const exception = entry.exceptions.find((one) => one.key === key);
    if (!exception) return [];
    const message =
      exception.discretionary && holds === 'UNKNOWN' ? 'EXCEPTION_OPEN' : (`EXCEPTION_${holds}` as const);
    const text = inLocale(exception.text, locale);
    const condition = exception.when
      ? fill('ON_CONDITION', { condition: conditionText(exception.when, names, locale) })
      : '';
    return [fill(message, { text, condition })];
  });
}

function requirementsText({ entry, requirements }: Finding, names: Names, locale: Locale): string[] {
  const fill = filler(locale);
  return requirements.flatMap(({ key, met }) => {
    const requirement = entry.requirements.find((one) => one.key === key);
    if (!requirement) return [];
    const text = inLocale(requirement.text, locale);
    const state = requirement.when
      ? fill(`MET_${met}`, { condition: conditionText(requirement.when, names, locale) })
      : fill('TO_HAND_IN');
    const evidence = requirement.evidence
      ? fill('EVIDENCE', { evidence: inLocale(requirement.evidence, locale) })
      : '';
    return [fill('REQUIREMENT', { text, state, evidence })];
  });
}

function responsibilityText(
  { lead, cooperating }: { lead: string; cooperating: readonly string[] },
  locale: Locale,
): string {
  const fill = filler(locale);
  if (cooperating.length === 0) return fill('LEAD', { lead });
  return fill('LEAD_AND_COOPERATING', { lead, cooperating: cooperating.join(locale === 'zh' ? '、' : ', ') });
}

const SENTENCES = {
  OUTCOME: { zh: '结论（{on}）：{outcome}。', en: 'Outcome on {on}: {outcome}.' },
  POSSIBLE: {
    zh: '视补充情况，结论可能为：{outcomes}。',
    en: 'Depending on what is missing, the outcome may be: {outcomes}.',
  },
  OR: { zh: '；或者', en: '; or ' },
  AND: { zh: '；', en: '; ' },
  NOT_EXACT: {
    zh: '情形过于复杂，未能逐一穷尽：以上可能结论和所缺事项可能多列，不会少列。',
    en: 'The case is too complex to be searched to the end: the possible outcomes and missing facts may be too many, never too few.',
  },
  NOTHING_FOUND: {
    zh: '现行目录中没有条目涉及本项目。',
    en: 'No entry of a catalog in force catches the project.',
  },
  ADVICE: {
    zh: '以上为辅助意见，准入决定由主管部门作出。',
    en: 'This supports the decision; the decision is the authority’s.',
  },
  ASK_FIRST: { zh: '请首先补充：{question}', en: 'To be answered first: {question}' },
  ASK: { zh: '请补充：{question}', en: 'To be answered: {question}' },
  ENTRY: {
    zh: '【{measure}】{level}目录《{catalog}》第{version}版条目 {code}：{text}',
    en: '[{measure}] {level} catalog "{catalog}", version {version}, entry {code}: {text}',
  },
  MANDATORY_PROHIBITED: { zh: '禁止', en: 'prohibited' },
  MANDATORY_RESTRICTED: { zh: '限制', en: 'restricted' },
  IN_PRINCIPLE_PROHIBITED: { zh: '原则上禁止', en: 'prohibited in principle' },
  IN_PRINCIPLE_RESTRICTED: { zh: '原则上限制', en: 'restricted in principle' },
  APPLIES_TRUE: { zh: '本条适用于该项目：{effect}。', en: 'The entry applies: it {effect}.' },
  APPLIES_AT_MOST: {
    zh: '本条适用于该项目；视待查事项，最重后果为：{effect}。',
    en: 'The entry applies; depending on what is not known yet, at the gravest it {effect}.',
  },
  IF_DENIED: {
    zh: '如主管部门不认可一事一议的例外，后果为：{effect}。',
    en: 'If the authority does not grant the exception, the entry {effect}.',
  },
  APPLIES_UNKNOWN: {
    zh: '本条是否适用尚待查明；如适用，最重后果为：{effect}。',
    en: 'Whether the entry applies is not known yet; at the gravest it {effect}.',
  },
  APPLIES_FALSE: { zh: '本条不适用于该项目。', en: 'The entry does not apply.' },
  WHEN: { zh: '适用情形：{condition}。', en: 'It applies where {condition}.' },
  BASIS: { zh: '依据：{basis}。', en: 'Legal basis: {basis}.' },
  FACTS: { zh: '认定事实：{facts}。', en: 'Facts: {facts}.' },
  FACT: { zh: '{fact}：{value}', en: '{fact}: {value}' },
  FACT_UNKNOWN: { zh: '{fact}：未提供', en: '{fact}: not stated' },
  CAUGHT: { zh: '（属本条行业范围）', en: ' (in the scope of the entry)' },
  NONE: { zh: '无', en: 'none' },
  CHEMICAL: { zh: '{name}', en: '{name}' },
  CHEMICAL_TONNES: { zh: '{name} {tonnes} t', en: '{name} {tonnes} t' },
  ON_CONDITION: { zh: '（条件：{condition}）', en: ' (where {condition})' },
  EXCEPTION_TRUE: { zh: '除外情形成立：{text}{condition}。', en: 'The exception holds: {text}{condition}.' },
  EXCEPTION_FALSE: {
    zh: '除外情形不成立：{text}{condition}。',
    en: 'The exception does not hold: {text}{condition}.',
  },
  EXCEPTION_UNKNOWN: {
    zh: '除外情形是否成立待查：{text}{condition}。',
    en: 'Whether the exception holds is not known yet: {text}{condition}.',
  },
  EXCEPTION_OPEN: {
    zh: '可由主管部门一事一议的除外情形，尚未认定：{text}{condition}。',
    en: 'An exception that the authority may grant case by case and has not decided: {text}{condition}.',
  },
  REQUIREMENT: {
    zh: '限制条件：{text}——{state}。',
    en: 'Requirement: {text} — {state}.',
  },
  MET_TRUE: { zh: '已满足（{condition}）', en: 'met ({condition})' },
  MET_FALSE: { zh: '未满足（要求：{condition}）', en: 'not met (it takes that {condition})' },
  MET_UNKNOWN: { zh: '待查（要求：{condition}）', en: 'not known yet (it takes that {condition})' },
  TO_HAND_IN: { zh: '须提交证明材料', en: 'evidence is to be handed in' },
  EVIDENCE: { zh: '须提交：{evidence}', en: 'to be handed in: {evidence}' },
  DEADLINE: { zh: '整改（淘汰）期限：{deadline}。', en: 'Deadline: {deadline}.' },
  REPLACEMENT: { zh: '可替代方案：{replacement}。', en: 'Replacement: {replacement}.' },
  LEAD: { zh: '牵头部门：{lead}。', en: 'Led by {lead}.' },
  LEAD_AND_COOPERATING: {
    zh: '牵头部门：{lead}；配合部门：{cooperating}。',
    en: 'Led by {lead}, with {cooperating}.',
  },
  REMARK: { zh: '备注：{remark}', en: 'Remark: {remark}' },
} as const satisfies Record<string, Text>;

const filler =
  (locale: Locale) =>
  (sentence: keyof typeof SENTENCES, parameters: Readonly<Record<string, string>> = {}): string =>
    fillIn(SENTENCES[sentence][locale], parameters);

const fillIn = (sentence: string, parameters: Readonly<Record<string, string>>): string =>
  sentence.replace(/\{(\w+)\}/g, (_, name: string) => parameters[name] ?? '').replace(/([。.])[。.]+/g, '$1');
