import { basisText } from '../catalog/basis-text.ts';
import type { Exception, Requirement, Responsibility } from '../catalog/entry.ts';
import { conditionText } from '../condition/condition-text.ts';
import {
  FORCE_LABELS,
  LEVEL_LABELS,
  MEASURE_LABELS,
  OPTION_LABELS,
  SUBJECT_LABELS,
  TRUTH_LABELS,
  TYPE_LABELS,
} from '../messages/labels.ts';
import type { Locale, Text } from '../values/text.ts';
import { inLocale } from '../values/text.ts';
import type { LegalBasis } from '../vocabulary.ts';
import { sayChangeIn } from './comparison-sentences.ts';
import type { FieldKind, FieldValues } from './field-change.ts';
import type { TellingSide } from './wording-context.ts';

/** How a value of one kind is said; lists as their items one by one. */
type Sayers = {
  readonly [Kind in Exclude<FieldKind, ListKind>]: (value: FieldValues[Kind], side: TellingSide) => string;
};
type ItemSayers = {
  readonly [Kind in ListKind]: (item: FieldValues[Kind][number], side: TellingSide) => string;
};
export type ListKind = {
  [Kind in FieldKind]: FieldValues[Kind] extends readonly unknown[] ? Kind : never;
}[FieldKind];

const label = (labels: Readonly<Record<string, Text>>, key: string, locale: Locale): string =>
  inLocale(labels[key] ?? { zh: key, en: key }, locale);

const SAY: Sayers = {
  WORD: (word) => word,
  TEXT: (text, { locale }) => inLocale(text, locale),
  DAY: (day) => day,
  YES_OR_NO: (yes, { locale }) => inLocale(TRUTH_LABELS[yes ? 'TRUE' : 'FALSE'], locale),
  CONDITION: (condition, { names, locale }) => conditionText(condition, names, locale),
  MEASURE: (measure, { locale }) => inLocale(MEASURE_LABELS[measure], locale),
  FORCE: (force, { locale }) => inLocale(FORCE_LABELS[force], locale),
  LEVEL: (level, { locale }) => inLocale(LEVEL_LABELS[level], locale),
  FACT_TYPE: (type, { locale }) => label(TYPE_LABELS, type, locale),
  FACT_SUBJECT: (subject, { locale }) => inLocale(SUBJECT_LABELS[subject], locale),
  RESPONSIBILITY: responsibilityText,
  EXCEPTION: exceptionText,
  REQUIREMENT: requirementText,
};
const SAY_ITEM: ItemSayers = {
  INDUSTRIES: (code, { names, locale }) => {
    const name = inLocale(names.industry(code), locale);
    return name === code ? code : `${code} ${name}`;
  },
  NATURES: (nature, { locale }) => label(OPTION_LABELS.nature!, nature, locale),
  ACTIVITIES: (activity, { locale }) => label(OPTION_LABELS.activities!, activity, locale),
  PLACES: (id, { place, locale }) => {
    const name = inLocale(place(id), locale);
    return name === id ? id : locale === 'zh' ? `${name}（${id}）` : `${name} (${id})`;
  },
  SUBSTANCES: (cas, { names, locale }) => {
    const name = inLocale(names.substance(cas), locale);
    return name === cas ? cas : locale === 'zh' ? `${name}（CAS ${cas}）` : `${name} (CAS ${cas})`;
  },
  OPTIONS: (option) => option,
  BASIS: basisWithAddress,
  ORDER: (key) => key,
};

export const isListKind = (kind: FieldKind): kind is ListKind => kind in SAY_ITEM;

/** A value in words. INVARIANT: the value is of the kind, as the one who made the change has checked. */
export const valueText = (kind: Exclude<FieldKind, ListKind>, value: unknown, side: TellingSide): string =>
  (SAY[kind] as (value: unknown, side: TellingSide) => string)(value, side);

/** So many items of a list are named; a list of substances can have thousands. */
const MOST_NAMED = 50;

/** The items of a list in words, in their order; of a long one the first and how many there are. */
export function listText(kind: ListKind, items: readonly unknown[], side: TellingSide): string {
  const sayItem = SAY_ITEM[kind] as (item: unknown, side: TellingSide) => string;
  const named = items.slice(0, MOST_NAMED).map((item) => sayItem(item, side));
  const separator = kind === 'BASIS' ? { zh: '；', en: '; ' } : { zh: '、', en: ', ' };
  const list = named.join(inLocale(separator, side.locale));
  if (items.length <= MOST_NAMED) return list;
  return sayChangeIn(side.locale)('AND_MORE', { list, count: String(items.length) });
}

function responsibilityText({ lead, cooperating }: Responsibility, { locale }: TellingSide): string {
  const say = sayChangeIn(locale);
  if (cooperating.length === 0) return say('LEAD', { lead });
  return say('LEAD_WITH', { lead, cooperating: cooperating.join(locale === 'zh' ? '、' : ', ') });
}

function exceptionText({ text, when, discretionary, decidedBy }: Exception, side: TellingSide): string {
  const say = sayChangeIn(side.locale);
  return itemText(text, side, [
    ...(when ? [say('WHERE', { condition: valueText('CONDITION', when, side) })] : []),
    ...(discretionary && decidedBy
      ? [say('CASE_BY_CASE_AT', { level: valueText('LEVEL', decidedBy, side) })]
      : discretionary
        ? [say('CASE_BY_CASE')]
        : []),
  ]);
}

function requirementText({ text, when, evidence }: Requirement, side: TellingSide): string {
  const say = sayChangeIn(side.locale);
  return itemText(text, side, [
    ...(when ? [say('DEMANDS', { condition: valueText('CONDITION', when, side) })] : []),
    ...(evidence ? [say('EVIDENCE', { evidence: inLocale(evidence, side.locale) })] : []),
  ]);
}

function itemText(text: Text, { locale }: TellingSide, details: readonly string[]): string {
  const say = sayChangeIn(locale);
  const said = inLocale(text, locale);
  if (details.length === 0) return say('ITEM', { text: said });
  return say('ITEM_WITH', { text: said, details: details.join(locale === 'zh' ? '；' : '; ') });
}

function basisWithAddress(basis: LegalBasis, { locale }: TellingSide): string {
  const cited = basisText(basis, locale);
  if (!basis.url) return cited;
  return locale === 'zh' ? `${cited}（${basis.url}）` : `${cited} (${basis.url})`;
}
