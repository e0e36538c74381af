import { revisionItemText } from './revision-item-text.ts';
import type { RevisionItem } from './revision-items.ts';
import { sayRevisionIn } from './revision-sentences.ts';
import type { Telling } from './wording-context.ts';

/** All that a revision did, in words; of very much, the beginning and how much more there is. */
export function revisionText(items: readonly RevisionItem[], telling: Telling): string {
  const told = items.slice(0, MOST_ITEMS).map((item) => revisionItemText(item, telling));
  const left = items.length - told.length;
  return [
    ...told,
    ...(left > 0 ? [sayRevisionIn(telling.locale)('MORE_ITEMS', { count: String(left) })] : []),
  ].join('\n');
}

/** More in one text is read by nobody, and a page of such texts could not be sent. */
const MOST_ITEMS = 50;
