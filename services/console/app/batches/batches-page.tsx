import type { PageProps } from '../shell/router.ts';
import { BatchPage } from './batch-page.tsx';
import { ListPage } from './list-page.tsx';
import { NewPage } from './new-page.tsx';

/** `#/batches` lists them, `#/batches/new` makes one, `#/batches/<id>` is one with its results. */
export function BatchesPage({ path, query }: PageProps) {
  const [id] = path;
  if (id === 'new') return <NewPage />;
  return id ? <BatchPage key={id} id={id} query={query} /> : <ListPage query={query} />;
}
