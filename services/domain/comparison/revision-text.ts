import type { CatalogProposal } from '../catalog/catalog-act.ts';
import type { Entry } from '../catalog/entry.ts';
import type { WordingEvent } from '../catalog/wording-events.ts';
import { joined } from '../messages/sentences.ts';
import { PUBLICATION_RULES } from '../publication-rules/table.ts';
import { dayOf } from '../values/day.ts';
import type { Locale } from '../values/text.ts';
import { unreachable } from '../values/unreachable.ts';
import { sayIn } from './change-sentences.ts';
import {
  detailsChangeText,
  entryChangeText,
  factChangeText,
  listChangeText,
  productChangeText,
} from './item-change-text.ts';
import type { RevisionItem } from './revision-items.ts';
import type { WordingContext } from './wording-context.ts';

/** All that a revision did, in words, up to a limit, with the number of items left out. */
export function revisionText(items: readonly RevisionItem[], wording: WordingContext): string {
  const said = items.slice(0, MAX_ITEMS).map((item) => revisionItemText(item, wording));
  const left = items.length - said.length;
  return [...said, ...(left > 0 ? [sayIn(wording.locale)('MORE_ITEMS', { count: left })] : [])].join('\n');
}

/** Nobody reads more in one text, and a page of such texts would be too large to send. */
const MAX_ITEMS = 50;

/** One thing that a revision did, in words: an edit field by field, every other step with what it rests on. */
export function revisionItemText(item: RevisionItem, wording: WordingContext): string {
  const { locale } = wording;
  const say = sayIn(locale);
  switch (item.kind) {
    case 'DRAFT_OPENED':
      return item.version === null ? say('OPENED') : say('OPENED_ON', { version: item.version });
    case 'ENTRY_ADDED':
    case 'ENTRY_CHANGED':
    case 'ENTRY_REMOVED':
      return entryChangeText(item.before, item.after, wording);
    case 'FACT_ADDED':
    case 'FACT_CHANGED':
    case 'FACT_REMOVED':
      return factChangeText(item.before, item.after, [], wording);
    case 'LIST_ADDED':
    case 'LIST_CHANGED':
    case 'LIST_REMOVED':
      return listChangeText(item.before, item.after, [], wording);
    case 'PRODUCT_ADDED':
    case 'PRODUCT_CHANGED':
    case 'PRODUCT_REMOVED':
      return productChangeText(item.before, item.after, [], wording);
    case 'DETAILS_CHANGED':
      return detailsChangeText(item.changes, wording);
    case 'NOTHING_CHANGED':
      return say('NOTHING_CHANGED', { names: item.names });
    case 'REVIEW_VOIDED':
      return say('REVIEW_VOIDED');
    case 'DRAFT_SUBMITTED':
      return say('SUBMITTED', { hash: item.contentHash });
    case 'DRAFT_RETURNED':
      return joined(
        [
          say('RETURNED', { hash: item.contentHash }),
          ...item.comments.map(({ entry, text }) =>
            entry === undefined ? say('COMMENT', { text }) : say('COMMENT_AT', { entry, text }),
          ),
        ],
        'SENTENCES',
        locale,
      );
    case 'DRAFT_DISCARDED': {
      const { version, contentHash: hash, editors } = item;
      const base = version === null ? say('NO_BASE') : say('BASE', { version });
      return say('DISCARDED', { hash, base, editors });
    }
    case 'VERSION_PUBLISHED':
      return publishedText(item, locale);
    case 'VERSION_WITHDRAWN':
    case 'CATALOG_REPEALED': {
      const { kind, version, effectiveFrom: from, retroactiveReason } = item;
      const said = say(kind === 'CATALOG_REPEALED' ? 'REPEALED' : 'WITHDRAWN', { version, from });
      return joined([said, ...retroactive(retroactiveReason, locale)], 'SENTENCES', locale);
    }
    case 'REPEAL_REVERSED':
      return say('REPEAL_REVERSED', { from: item.effectiveFrom });
    case 'PROPOSED':
      return say('PROPOSED', { act: actText(item.proposal, locale) });
    case 'PROPOSAL_CONFIRMED':
    case 'PROPOSAL_WITHDRAWN': {
      const { by, at, reason } = item.proposal;
      const act = actText(item.proposal, locale);
      return say(item.kind, { by, on: dayOf(new Date(at)), reason, act });
    }
    default:
      return unreachable(item);
  }
}

/** What a proposal about a catalog is to do, as a sentence. */
export function actText({ act }: CatalogProposal, locale: Locale): string {
  const say = sayIn(locale);
  const { kind, effectiveFrom: from } = act;
  if (kind === 'REVERSAL') return say('TO_REVERSE', { from });
  const said = say(act.repeal ? 'TO_REPEAL' : 'TO_WITHDRAW', { version: act.number, from });
  return joined([said, ...retroactive(act.retroactiveReason, locale)], 'SENTENCES', locale);
}

function publishedText(
  { record, acknowledged, retroactiveReason }: Extract<RevisionItem, { readonly kind: 'VERSION_PUBLISHED' }>,
  locale: Locale,
): string {
  const say = sayIn(locale);
  const { number: version, effectiveFrom: from, effectiveTo: to, contentHash: hash, entryCount } = record;
  const period = to ? say('FROM_TO', { from, to }) : say('FROM', { from });
  const accepted = acknowledged.flatMap(({ rule, entry, reason }) => {
    const sentence = PUBLICATION_RULES.find(({ code }) => code === rule)?.sentence;
    const about = entry === null ? '' : say('ABOUT_ENTRY', { entry });
    return [
      // A rule that was dropped since still stands in the record.
      sentence ? say('ACKNOWLEDGED', { rule, about, sentence }) : say('ACKNOWLEDGED_OTHER', { rule, about }),
      ...(reason ? [say('ACKNOWLEDGED_FOR', { reason })] : []),
    ];
  });
  return joined(
    [
      say('PUBLISHED', { version, period, count: entryCount, hash }),
      ...retroactive(retroactiveReason, locale),
      ...accepted,
    ],
    'SENTENCES',
    locale,
  );
}

const retroactive = (reason: string | null, locale: Locale): readonly string[] =>
  reason === null ? [] : [sayIn(locale)('RETROACTIVE', { reason })];

/** A step in the history of an entry, in words: what it was, from when it counts, and how the wording changed. */
export function entryStepText(
  { kind, version, effectiveFrom: from, entryBefore, entryAfter }: WordingStep,
  wording: WordingContext,
): string {
  const change = entryChangeText(entryBefore ?? undefined, entryAfter ?? undefined, wording);
  return sayIn(wording.locale)(`STEP_${kind}`, { version, from, change });
}

interface WordingStep extends WordingEvent {
  readonly entryBefore: Entry | null;
  readonly entryAfter: Entry | null;
}
