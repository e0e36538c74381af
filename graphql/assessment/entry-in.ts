import type { EntryRef } from '../../services/domain/assessment/assessment.ts';
import type { AssessmentBasis } from '../../services/domain/assessment/assessment-basis.ts';
import type { CatalogContent } from '../../services/domain/catalog/catalog.ts';
import type { EntryModel } from '../models.ts';

/** An entry that an assessment names, in the content that was in force. */
export function entryIn(basis: AssessmentBasis, { catalog, entry: code }: EntryRef): EntryModel {
  const content = contentIn(basis, catalog);
  const index = content.entries.findIndex((entry) => entry.code === code);
  const entry = content.entries[index];
  if (!entry) throw new Error(`catalog ${catalog} has no entry ${code} in force on ${basis.on}`);
  return { ...entry, catalog, content, position: index + 1 };
}

/** What the version of a catalog says that was in force. */
export function contentIn(basis: AssessmentBasis, catalog: string): CatalogContent {
  const content = basis.catalogs.find(({ identity }) => identity.key === catalog)?.inForce?.content;
  if (!content) throw new Error(`catalog ${catalog} has no version in force on ${basis.on}`);
  return content;
}
