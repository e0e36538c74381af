import { PUBLICATION_RULES } from '../publication-rules/table.ts';
import type { Locale } from '../values/text.ts';
import { sayChangeIn } from './comparison-sentences.ts';
import { factChangeText, listChangeText } from './definition-change-text.ts';
import { entryChangeText } from './entry-change-text.ts';
import { fieldChangeText } from './field-change-text.ts';
import { detailName } from './field-names.ts';
import type { RevisionItem } from './revision-items.ts';
import { sayRevisionIn } from './revision-sentences.ts';
import type { Telling } from './wording-context.ts';

/** One thing that a revision did, in words: an edit field by field, every other step with what it rests on. */
export function revisionItemText(item: RevisionItem, telling: Telling): string {
  const { locale } = telling;
  const say = sayRevisionIn(locale);
  switch (item.kind) {
    case 'DRAFT_OPENED':
      return item.version === null ? say('OPENED') : say('OPENED_ON', { version: String(item.version) });
    case 'ENTRY_ADDED':
    case 'ENTRY_CHANGED':
    case 'ENTRY_REMOVED':
      return entryChangeText(item.before ?? undefined, item.after ?? undefined, telling);
    case 'FACT_ADDED':
    case 'FACT_CHANGED':
    case 'FACT_REMOVED':
      return factChangeText(item.before ?? undefined, item.after ?? undefined, [], telling);
    case 'LIST_ADDED':
    case 'LIST_CHANGED':
    case 'LIST_REMOVED':
      return listChangeText(item.before ?? undefined, item.after ?? undefined, [], telling);
    case 'DETAILS_CHANGED':
      return [
        sayChangeIn(locale)('DETAILS_CHANGED'),
        ...item.changes.map(
          (change) => `  - ${fieldChangeText(change, detailName(change.path, locale), telling)}`,
        ),
      ].join('\n');
    case 'NOTHING_CHANGED':
      return say('NOTHING_CHANGED', { names: listed(item.names, locale) });
    case 'REVIEW_VOIDED':
      return say('REVIEW_VOIDED');
    case 'DRAFT_SUBMITTED':
      return say('SUBMITTED', { hash: item.contentHash });
    case 'DRAFT_RETURNED':
      return say('RETURNED', { hash: item.contentHash });
    case 'DRAFT_DISCARDED': {
      const { version, contentHash: hash } = item;
      const base = version === null ? say('NO_BASE') : say('BASE', { version: String(version) });
      return say('DISCARDED', { hash, base, editors: listed(item.editors, locale) });
    }
    case 'VERSION_PUBLISHED':
      return publishedText(item, locale);
    case 'VERSION_WITHDRAWN':
    case 'CATALOG_REPEALED':
      return [
        say(item.kind === 'CATALOG_REPEALED' ? 'REPEALED' : 'WITHDRAWN', {
          version: String(item.version),
          from: item.effectiveFrom,
        }),
        ...retroactive(item.retroactiveReason, locale),
      ].join(between(locale));
  }
}

function publishedText(
  { record, acknowledged, retroactiveReason }: Extract<RevisionItem, { readonly kind: 'VERSION_PUBLISHED' }>,
  locale: Locale,
): string {
  const say = sayRevisionIn(locale);
  const { number, effectiveFrom: from, effectiveTo: to, contentHash: hash, entryCount } = record;
  const period = to ? say('FROM_TO', { from, to }) : say('FROM', { from });
  return [
    say('PUBLISHED', { version: String(number), period, count: String(entryCount), hash }),
    ...retroactive(retroactiveReason, locale),
    ...acknowledged.map(({ rule, entry }) => {
      const sentence = PUBLICATION_RULES.find(({ code }) => code === rule)?.sentence[locale];
      const about = entry === null ? '' : say('ABOUT_ENTRY', { entry });
      // A rule that was dropped since still stands in the record.
      return sentence
        ? say('ACKNOWLEDGED', { rule, about, sentence })
        : say('ACKNOWLEDGED_OTHER', { rule, about });
    }),
  ].join(between(locale));
}

const retroactive = (reason: string | null, locale: Locale): readonly string[] =>
  reason === null ? [] : [sayRevisionIn(locale)('RETROACTIVE', { reason })];

const listed = (names: readonly string[], locale: Locale): string =>
  names.join(locale === 'zh' ? '、' : ', ');

const between = (locale: Locale): string => (locale === 'zh' ? '' : ' ');
