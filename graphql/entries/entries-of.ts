import type { CatalogContent } from '../../services/domain/catalog/catalog.ts';
import type { EntryModel, VersionModel } from '../models.ts';
import type { PlacedEntry } from './entry-connection.ts';

/**
 * The entries of a content, each with its place, what its conditions speak of, and the version it stands in; null for
 * a draft. A content is the same object for many requests, and its pages are cut from one list.
 */
export function entriesOf(
  catalog: string,
  version: VersionModel | null,
  content: CatalogContent,
): readonly PlacedEntry[] {
  const byVersion = PLACED.get(content) ?? new Map<string, readonly PlacedEntry[]>();
  PLACED.set(content, byVersion);
  const name = `${catalog}@${version?.number ?? 'draft'}`;
  const placed =
    byVersion.get(name) ??
    content.entries.map((entry, index): PlacedEntry => {
      const model: EntryModel = { ...entry, catalog, position: index + 1, content };
      return { entry: model, version, place: JSON.stringify([catalog, version?.number, entry.code]) };
    });
  byVersion.set(name, placed);
  return placed;
}

const PLACED = new WeakMap<CatalogContent, Map<string, readonly PlacedEntry[]>>();
