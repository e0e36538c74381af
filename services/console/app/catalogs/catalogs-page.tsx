import type { PageProps } from '../shell/router.ts';
import { CatalogPage } from './catalog-page.tsx';
import { ComparePage } from './compare-page.tsx';
import { EntryPage } from './entry-page.tsx';
import { ListPage } from './list-page.tsx';
import { NotesPage } from './notes-page.tsx';

/** `#/catalogs`, `#/catalogs/<id>`, and below a catalog `entry/<code>`, `compare` and `notes`. */
export function CatalogsPage({ path: [id, part, code], query }: PageProps) {
  if (id === undefined) return <ListPage query={query} />;
  if (part === 'entry' && code !== undefined)
    return <EntryPage key={code} catalog={id} code={code} query={query} />;
  if (part === 'compare') return <ComparePage catalog={id} query={query} />;
  if (part === 'notes') return <NotesPage catalog={id} version={query.version ?? '1'} />;
  return <CatalogPage id={id} query={query} />;
}
