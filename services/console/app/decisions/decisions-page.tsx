import type { PageProps } from '../shell/router.ts';
import { DocumentPage } from './document-page.tsx';
import { ListPage } from './list-page.tsx';
import { SupersedePage } from './supersede-page.tsx';

/** `#/decisions` lists them, `#/decisions/<id>` is the document of one, `…/supersede` makes another in its place. */
export function DecisionsPage({ path, query }: PageProps) {
  const [id, act] = path;
  if (id && act === 'supersede') return <SupersedePage key={id} id={id} query={query} />;
  return id ? <DocumentPage id={id} /> : <ListPage query={query} />;
}
