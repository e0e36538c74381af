import type { PageProps } from '../shell/router.ts';
import { DocumentPage } from './document-page.tsx';
import { ListPage } from './list-page.tsx';

/** `#/decisions` lists them, `#/decisions/<id>` is the document of one. */
export function DecisionsPage({ path, query }: PageProps) {
  const [id] = path;
  return id ? <DocumentPage id={id} /> : <ListPage query={query} />;
}
