import { basisText } from '../catalog/basis-text.ts';
import type { Exception, Requirement, Responsibility } from '../catalog/entry.ts';
import { conditionText } from '../condition/condition-text.ts';
import { boundsText } from '../condition/operators/bounds.ts';
import { industryText } from '../facts/names.ts';
import {
  FORCE_LABELS,
  LEVEL_LABELS,
  MEASURE_LABELS,
  SUBJECT_LABELS,
  TRUTH_LABELS,
  TYPE_LABELS,
} from '../messages/labels.ts';
import { joined, noted } from '../messages/sentences.ts';
import type { Text } from '../values/text.ts';
import { inLocale } from '../values/text.ts';
import type { LegalBasis } from '../vocabulary.ts';
import { sayIn } from './change-sentences.ts';
import type { FieldKind, FieldValues } from './field-change.ts';
import type { WordingSide } from './wording-context.ts';

/** How a value of one kind is put in words; for lists, one item. */
type Sayers = {
  readonly [Kind in Exclude<FieldKind, ListKind>]: (value: FieldValues[Kind], side: WordingSide) => string;
};
type ItemSayers = {
  readonly [Kind in ListKind]: (item: FieldValues[Kind][number], side: WordingSide) => string;
};
export type ListKind = {
  [Kind in FieldKind]: FieldValues[Kind] extends readonly unknown[] ? Kind : never;
}[FieldKind];

const SAY: Sayers = {
  WORD: (word) => word,
  TEXT: (text, { locale }) => inLocale(text, locale),
  DAY: (day) => day,
  YES_OR_NO: (yes, { locale }) => inLocale(TRUTH_LABELS[yes ? 'TRUE' : 'FALSE'], locale),
  CONDITION: (condition, { names, locale }) => conditionText(condition, names, locale),
  MEASURE: (measure, { locale }) => inLocale(MEASURE_LABELS[measure], locale),
  FORCE: (force, { locale }) => inLocale(FORCE_LABELS[force], locale),
  LEVEL: (level, { locale }) => inLocale(LEVEL_LABELS[level], locale),
  FACT_TYPE: (type, { locale }) => inLocale(TYPE_LABELS[type] ?? { zh: type }, locale),
  FACT_SUBJECT: (subject, { locale }) => inLocale(SUBJECT_LABELS[subject], locale),
  RATIO: ({ numerator, denominator }, { names, locale }) =>
    sayIn(locale)('RATIO', {
      numerator: names.fact(numerator)?.name ?? numerator,
      denominator: names.fact(denominator)?.name ?? denominator,
    }),
  RESPONSIBILITY: responsibilityText,
  EXCEPTION: exceptionText,
  REQUIREMENT: requirementText,
};
const SAY_ITEM: ItemSayers = {
  INDUSTRIES: (code, { names, locale }) => industryText(code, names, locale),
  NATURES: (nature, { names, locale }) => inLocale(names.option('natures', nature), locale),
  ACTIVITIES: (activity, { names, locale }) => inLocale(names.option('activities', activity), locale),
  PLACES: (id, { place, locale }) => {
    const name = inLocale(place(id), locale);
    return name === id ? id : noted(name, id, locale);
  },
  SUBSTANCES: substanceText,
  FRACTIONS: ({ cas, fraction }, side) =>
    sayIn(side.locale)('IN_FRACTION', {
      substance: substanceText(cas, side),
      bounds: boundsText(fraction, '%', side),
    }),
  OPTIONS: (option) => option,
  BASIS: basisWithAddress,
  ORDER: (key) => key,
};

export const isListKind = (kind: FieldKind): kind is ListKind => kind in SAY_ITEM;

/** A value in words. INVARIANT: the value is of the kind, as whoever made the change has checked. */
export const valueText = (kind: Exclude<FieldKind, ListKind>, value: unknown, side: WordingSide): string =>
  (SAY[kind] as (value: unknown, side: WordingSide) => string)(value, side);

/** Items of a list that are named; a list of substances can have thousands. */
const MAX_NAMED = 50;

/** The items of a list in words, in their order; of a long one only the first, and their number. */
export function listText(kind: ListKind, items: readonly unknown[], side: WordingSide): string {
  const sayItem = SAY_ITEM[kind] as (item: unknown, side: WordingSide) => string;
  const named = items.slice(0, MAX_NAMED).map((item) => sayItem(item, side));
  const list = joined(named, kind === 'BASIS' ? 'CLAUSES' : 'ITEMS', side.locale);
  return items.length <= MAX_NAMED ? list : sayIn(side.locale)('AND_MORE', { list, count: items.length });
}

function substanceText(cas: string, { names, locale }: WordingSide): string {
  const name = inLocale(names.substance(cas), locale);
  return name === cas ? cas : noted(name, `CAS ${cas}`, locale);
}

function responsibilityText({ lead, cooperating }: Responsibility, { locale }: WordingSide): string {
  const say = sayIn(locale);
  return cooperating.length === 0 ? say('LEAD', { lead }) : say('LEAD_WITH', { lead, cooperating });
}

function exceptionText({ text, when, discretionary, decidedBy }: Exception, side: WordingSide): string {
  const say = sayIn(side.locale);
  return itemText(text, side, [
    ...(when ? [say('WHERE', { condition: valueText('CONDITION', when, side) })] : []),
    ...(discretionary
      ? [decidedBy ? say('CASE_BY_CASE_AT', { level: LEVEL_LABELS[decidedBy] }) : say('CASE_BY_CASE')]
      : []),
  ]);
}

function requirementText({ text, when, evidence }: Requirement, side: WordingSide): string {
  const say = sayIn(side.locale);
  return itemText(text, side, [
    ...(when ? [say('DEMANDS', { condition: valueText('CONDITION', when, side) })] : []),
    ...(evidence ? [say('EVIDENCE', { evidence })] : []),
  ]);
}

function itemText(text: Text, { locale }: WordingSide, details: readonly string[]): string {
  const say = sayIn(locale);
  if (details.length === 0) return say('ITEM', { text });
  return say('ITEM_WITH', { text, details: joined(details, 'CLAUSES', locale) });
}

function basisWithAddress(basis: LegalBasis, { locale }: WordingSide): string {
  const cited = basisText(basis, locale);
  return basis.url ? noted(cited, basis.url, locale) : cited;
}
