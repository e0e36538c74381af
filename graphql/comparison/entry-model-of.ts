import type { Entry } from '../../services/domain/catalog/entry.ts';
import type { ComparedPair, EntryModel } from '../models.ts';

/** An entry of one side as the API shows it; null where it is not there. */
export function entryModelOf(
  entry: Entry | undefined,
  { to: { catalog }, comparison }: ComparedPair,
  side: 'from' | 'to',
): EntryModel | null {
  if (!entry) return null;
  const content = comparison[side];
  return { ...entry, catalog, content, position: content.entries.indexOf(entry) + 1 };
}
