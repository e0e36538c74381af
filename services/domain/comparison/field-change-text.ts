import { NONE_LABEL } from '../messages/labels.ts';
import { joined } from '../messages/sentences.ts';
import { canonicalJson, sameValue, withoutNulls } from '../values/canonical.ts';
import type { Text } from '../values/text.ts';
import { inLocale } from '../values/text.ts';
import { sayIn } from './change-sentences.ts';
import type { ChangeOf, FieldChange } from './field-change.ts';
import type { ListKind } from './value-text.ts';
import { isListKind, listText, valueText } from './value-text.ts';
import type { WordingContext, WordingSide } from './wording-context.ts';
import { sideOf } from './wording-context.ts';

/**
 * The change of one field in words, as one sentence or two.
 *
 * @param field what the field is called
 */
export function fieldChangeText(change: FieldChange, field: string, wording: WordingContext): string {
  if (change.kind === 'TEXT') return textChange(change, field, wording);
  if (isListKind(change.kind)) return listChange(change as ChangeOf<ListKind>, field, wording);
  const say = sayIn(wording.locale);
  const before = fieldValueText(change, 'before', wording);
  const after = fieldValueText(change, 'after', wording);
  if (change.before === null) return say('SET', { field, after });
  if (change.after === null) return say('UNSET', { field, before });
  if (before === after) return say('REWRITTEN', { field, after });
  return say('CHANGED', { field, before, after });
}

/** The value of a field before or after, in words; “none” if there is no value. */
export function fieldValueText(
  change: FieldChange,
  side: 'before' | 'after',
  wording: WordingContext,
): string {
  const value = change[side];
  if (value === null) return inLocale(NONE_LABEL, wording.locale);
  if (isListKind(change.kind)) return wholeList(change.kind, change.path, value as [], sideOf(wording, side));
  return valueText(change.kind, value, sideOf(wording, side));
}

/** The Chinese wording binds, so no change of it may hide behind an English rendering that stayed. */
function textChange({ before, after }: ChangeOf<'TEXT'>, field: string, { locale }: WordingContext): string {
  const say = sayIn(locale);
  if (before === null) return say('SET', { field, after: inWords(after!) });
  if (after === null) return say('UNSET', { field, before: inWords(before) });
  const rendering = (text: Text) => text.en ?? NONE_LABEL;
  const translation = sameValue(before.en, after.en)
    ? ''
    : say('TRANSLATION', { field, before: rendering(before), after: rendering(after) });
  if (before.zh === after.zh) return translation;
  const rendered = locale === 'en' && before.en && after.en && translation !== '';
  if (rendered) return say('CHANGED', { field, before: before.en!, after: after.en! });
  const wording = say('BINDING', { field, before: before.zh, after: after.zh });
  return joined([wording, translation].filter(Boolean), 'SENTENCES', locale);
}

/** An empty rendering is none. */
const inWords = ({ zh, en }: Text): Text => (en ? { zh, en } : { zh });

/** Lists mean sets: what was added and what removed. An empty list may mean all, and then the text says so. */
function listChange(change: ChangeOf<ListKind>, field: string, wording: WordingContext): string {
  const { kind, path } = change;
  const say = sayIn(wording.locale);
  const before: readonly unknown[] = change.before ?? [];
  const after: readonly unknown[] = change.after ?? [];
  const said = (items: readonly unknown[], side: 'before' | 'after') =>
    wholeList(kind, path, items, sideOf(wording, side));
  if (change.before === null) return say('SET', { field, after: said(after, 'after') });
  if (change.after === null) return say('UNSET', { field, before: said(before, 'before') });
  if (ALL_IF_EMPTY[path.join('.')] && (before.length === 0 || after.length === 0))
    return say('CHANGED', { field, before: said(before, 'before'), after: said(after, 'after') });
  const added = without(after, before);
  const removed = without(before, after);
  const parts = { field, added: said(added, 'after'), removed: said(removed, 'before') };
  if (added.length > 0 && removed.length > 0) return say('MORE_AND_FEWER', parts);
  if (added.length > 0) return say('MORE', parts);
  if (removed.length > 0) return say('FEWER', parts);
  return say('REORDERED', { field, after: said(after, 'after') });
}

function wholeList(
  kind: ListKind,
  path: readonly string[],
  items: readonly unknown[],
  side: WordingSide,
): string {
  if (items.length > 0) return listText(kind, items, side);
  const all = ALL_IF_EMPTY[path.join('.')];
  return all ? sayIn(side.locale)(all) : inLocale(NONE_LABEL, side.locale);
}

/** What an empty list of an entry means by DESIGN 2.2, where it does not mean none. */
const ALL_IF_EMPTY: Readonly<Record<string, 'ANY' | 'EVERY_INDUSTRY' | 'EVERYWHERE'>> = {
  'industries.include': 'EVERY_INDUSTRY',
  natures: 'ANY',
  activities: 'ANY',
  'territory.include': 'EVERYWHERE',
};

function without(items: readonly unknown[], others: readonly unknown[]): readonly unknown[] {
  const known = new Set(others.map(meaning));
  return items.filter((item) => !known.has(meaning(item)));
}

const meaning = (item: unknown): string => canonicalJson(withoutNulls(item as object));
