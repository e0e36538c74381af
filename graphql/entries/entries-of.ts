import type { CatalogContent } from '../../services/domain/catalog.ts';
import type { EntryModel } from '../models.ts';

/** The entries of a content, each with its place and what its conditions speak of. */
export const entriesOf = (catalog: string, content: CatalogContent): readonly EntryModel[] =>
  content.entries.map((entry, index) => ({ ...entry, catalog, position: index + 1, content }));
