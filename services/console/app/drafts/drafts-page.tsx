import type { PageProps } from '../shell/router.ts';
import { DraftPage } from './draft-page.tsx';
import { DraftsListPage } from './drafts-list-page.tsx';

/** `#/drafts` lists what one may edit or publish; `#/drafts/<catalog>` is its draft, with a tab for each thing one does with it. */
export function DraftsPage({ path: [catalog, tab], query }: PageProps) {
  if (catalog === undefined) return <DraftsListPage query={query} />;
  return <DraftPage key={catalog} catalog={catalog} tab={tab ?? ''} query={query} />;
}
