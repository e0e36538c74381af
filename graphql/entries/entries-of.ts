import type { CatalogContent } from '../../services/domain/catalog/catalog.ts';
import type { Entry } from '../../services/domain/catalog/entry.ts';
import { memoize, memoizeByKey } from '../../services/domain/values/memoize.ts';
import type { EntryModel, VersionModel } from '../models.ts';
import type { PlacedEntry } from './entry-connection.ts';

/** The entries of a content, each with the version it stands in; null for a draft. */
export const entriesOf = (
  catalog: string,
  version: VersionModel | null,
  content: CatalogContent,
): readonly PlacedEntry[] => placedIn(content)(catalog)(version?.number ?? null);

/** A content is the same object for many requests, and its pages are cut from one list. */
const placedIn = memoize((content: CatalogContent) =>
  memoizeByKey((catalog: string) =>
    memoizeByKey((number: number | null): readonly PlacedEntry[] =>
      content.entries.map((entry, index) => ({
        entry: entryModel(catalog, content, entry, index),
        version: number === null ? null : { catalog, number },
        place: JSON.stringify([catalog, number, entry.code]),
      })),
    ),
  ),
);

/** An entry of a content with where it stands. */
export const entryModel = (
  catalog: string,
  content: CatalogContent,
  entry: Entry,
  index = content.entries.indexOf(entry),
): EntryModel => ({ ...entry, catalog, content, position: index + 1 });
