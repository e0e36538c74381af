import type { DraftTabProps } from '../parts/draft-tab.ts';
import { CatalogHistory } from './catalog-history.tsx';

/** The history of the catalog beside its draft. */
export function HistoryTab({ catalog, query }: DraftTabProps) {
  return <CatalogHistory catalog={catalog.id} query={query} />;
}
