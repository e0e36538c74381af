import type { CatalogContent } from '../../domain/catalog/catalog.ts';
import type { Touched } from '../../domain/catalog/change.ts';
import type { Revision } from '../../domain/chain/revision.ts';
import type { RevisionItem } from '../../domain/comparison/revision-items.ts';
import { revisionItems } from '../../domain/comparison/revision-items.ts';
import type { Deps } from '../deps.ts';
import { readChanges } from '../read.ts';
import { stateBefore } from './entry-history.ts';

/** What a revision did, and what the conditions in it speak of: the contents before and after, without their entries. */
export interface RevisionChange {
  readonly items: readonly RevisionItem[];
  readonly before: CatalogContent | null;
  readonly after: CatalogContent | null;
}

/** What a revision of a catalog did. Of a large draft only the pieces are read in which something was touched. */
export async function revisionChange(deps: Deps, key: string, revision: Revision): Promise<RevisionChange> {
  const [[change], before, after] = await Promise.all([
    readChanges(deps, [revision]),
    stateBefore(deps, key, revision),
    deps.store.readState(revision),
  ]);
  if (change!.kind !== 'DRAFT_EDITED')
    return { items: revisionItems(change!, before, after, null), before: null, after: null };
  const [older, newer] = [before?.draft?.content, after.draft?.content];
  if (!older || !newer) throw new Error(`revision ${revision.seq} of ${key} edits no draft`);
  const touched = {
    before: await touchedContent(deps, older, change!),
    after: await touchedContent(deps, newer, change!),
  };
  return {
    items: revisionItems(change!, before, after, touched),
    before: { ...touched.before, entries: [] },
    after: { ...touched.after, entries: [] },
  };
}

async function touchedContent(deps: Deps, content: string, { entries }: Touched): Promise<CatalogContent> {
  const [header, found] = await Promise.all([
    deps.store.readContentHeader(content),
    deps.store.readEntries(content, entries),
  ]);
  return { ...header, entries: [...found.values()] };
}
