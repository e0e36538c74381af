import type { Locale } from '../values/text.ts';
import { inLocale } from '../values/text.ts';
import { sizeOf } from './compare-contents.ts';
import type { Comparison, EntryChange } from './comparison.ts';
import { sayChangeIn } from './comparison-sentences.ts';
import { factChangeText, listChangeText } from './definition-change-text.ts';
import { entryChangeText } from './entry-change-text.ts';
import { TENDENCY_LABELS } from './entry-tendency.ts';
import { fieldChangeText } from './field-change-text.ts';
import { detailName } from './field-names.ts';
import type { Telling } from './wording-context.ts';

/** What is compared: a version by its number, the draft, or nothing where there was no version before. */
export type ComparedSide = { readonly version: number } | 'DRAFT' | 'NOTHING';

/** So many entries are told in one text; a version of 5 000 has to be read page by page. */
export const MOST_TOLD = 100;

/** All that differs in words: a summary, the details, the definitions, and the entries in their order. */
export function comparisonText(
  comparison: Comparison,
  from: ComparedSide,
  to: ComparedSide,
  telling: Telling,
): string {
  const { locale } = telling;
  const say = sayChangeIn(locale);
  const { entries } = comparison;
  const title = inLocale(comparison.to.title, locale);
  const sides = { title, from: sideText(from, locale), to: sideText(to, locale) };
  const summary = summaryText(comparison, sides, locale);
  if (summary === null) return say('IDENTICAL', sides);
  return [
    summary,
    ...definitionTexts(comparison, telling),
    ...entries.slice(0, MOST_TOLD).map((change) => changeText(change, telling)),
    ...(entries.length > MOST_TOLD
      ? [say('MORE_ENTRIES', { count: String(entries.length - MOST_TOLD) })]
      : []),
  ].join('\n');
}

/** How much of what differs; null where nothing does. */
export function summaryText(
  { difference: { details, entries, facts, lists } }: Comparison,
  sides: { readonly title: string; readonly from: string; readonly to: string },
  locale: Locale,
): string | null {
  const counts = {
    added: entries.added.length,
    changed: entries.changed.length,
    removed: entries.removed.length,
    facts: sizeOf(facts),
    lists: sizeOf(lists),
    details: details.length,
  };
  if (Object.values(counts).every((count) => count === 0)) return null;
  const said = Object.fromEntries(Object.entries(counts).map(([what, count]) => [what, String(count)]));
  return sayChangeIn(locale)('SUMMARY', { ...sides, ...(said as Record<keyof typeof counts, string>) });
}

/** What differs besides the entries. */
export function definitionTexts(
  { difference: { details }, facts, lists }: Comparison,
  telling: Telling,
): readonly string[] {
  const detailLines = details.map(
    (change) => `  - ${fieldChangeText(change, detailName(change.path, telling.locale), telling)}`,
  );
  return [
    ...(detailLines.length > 0
      ? [[sayChangeIn(telling.locale)('DETAILS_CHANGED'), ...detailLines].join('\n')]
      : []),
    ...facts.map(({ before, after, entries }) => factChangeText(before, after, entries, telling)),
    ...lists.map(({ before, after, entries }) => listChangeText(before, after, entries, telling)),
  ];
}

/** One entry in words, with which way it went. */
export const changeText = ({ before, after, tendency }: EntryChange, telling: Telling): string =>
  entryChangeText(before, after, telling, inLocale(TENDENCY_LABELS[tendency], telling.locale));

export function sideText(side: ComparedSide, locale: Locale): string {
  const say = sayChangeIn(locale);
  if (side === 'DRAFT') return say('DRAFT');
  if (side === 'NOTHING') return say('NO_CONTENT');
  return say('VERSION', { number: String(side.version) });
}
