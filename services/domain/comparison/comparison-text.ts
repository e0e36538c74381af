import type { Locale } from '../values/text.ts';
import { sayIn } from './change-sentences.ts';
import { sizeOf } from './compare-contents.ts';
import type { Comparison, EntryChange } from './comparison.ts';
import { namesOfEntries } from './comparison.ts';
import {
  detailsChangeText,
  entryChangeText,
  factChangeText,
  listChangeText,
  productChangeText,
} from './item-change-text.ts';
import type { WordingContext } from './wording-context.ts';

/** What is compared: a version by its number, the draft as it is or with a staged edit, or nothing where there was no version before. */
export type ComparedSide = { readonly version: number } | 'DRAFT' | 'STAGED' | 'NOTHING';

/** Entries described in one text; a version of 5 000 has to be read page by page. */
export const MAX_ENTRIES = 100;

/** All that differs in words: a summary, the details, the definitions, and the entries in their order. */
export function comparisonText(
  comparison: Comparison,
  from: ComparedSide,
  to: ComparedSide,
  wording: WordingContext,
): string {
  const { locale } = wording;
  const { entries } = comparison;
  const sides = { from: sideText(from, locale), to: sideText(to, locale) };
  return [
    summaryText(comparison, sides, locale),
    ...definitionTexts(comparison, wording),
    ...entries.slice(0, MAX_ENTRIES).map((change) => changeText(change, wording)),
    ...moreEntries(entries.length - MAX_ENTRIES, locale),
  ].join('\n');
}

/** How many items of each kind differ. */
export function summaryText(
  { to, difference: { details, entries, facts, lists, products } }: Comparison,
  sides: { readonly from: string; readonly to: string },
  locale: Locale,
): string {
  const counts = {
    added: entries.added.length,
    changed: entries.changed.length,
    removed: entries.removed.length,
    facts: sizeOf(facts),
    lists: sizeOf(lists),
    products: sizeOf(products),
    details: details.length,
  };
  const isIdentical = Object.values(counts).every((count) => count === 0);
  const parts = { title: to.title, ...sides };
  return isIdentical ? sayIn(locale)('IDENTICAL', parts) : sayIn(locale)('SUMMARY', { ...parts, ...counts });
}

/** What differs besides the entries. */
export const definitionTexts = (comparison: Comparison, wording: WordingContext): readonly string[] => {
  const { difference, facts, lists, products } = comparison;
  const names = namesOfEntries(comparison);
  return [
    ...(difference.details.length > 0 ? [detailsChangeText(difference.details, wording)] : []),
    ...facts.map(({ before, after, entries }) => factChangeText(before, after, entries.map(names), wording)),
    ...lists.map(({ before, after, entries }) => listChangeText(before, after, entries.map(names), wording)),
    ...products.map(({ before, after, entries }) =>
      productChangeText(before, after, entries.map(names), wording),
    ),
  ];
};

/** One entry in words, with its tendency. */
export const changeText = ({ before, after, tendency }: EntryChange, wording: WordingContext): string =>
  entryChangeText(before, after, wording, tendency);

/** Says how many more entries differ than the text describes. */
export const moreEntries = (count: number, locale: Locale): readonly string[] =>
  count > 0 ? [sayIn(locale)('MORE_ENTRIES', { count })] : [];

export function sideText(side: ComparedSide, locale: Locale): string {
  const say = sayIn(locale);
  if (side === 'DRAFT') return say('DRAFT');
  if (side === 'STAGED') return say('STAGED');
  if (side === 'NOTHING') return say('NO_CONTENT');
  return say('VERSION', { number: side.version });
}
