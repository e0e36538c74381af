import { createStore } from './store.ts';

/**
 * Where one is. All of it stands behind the `#` of the address: it is never sent to a server, so a link may carry the facts
 * of a project, and the page is one file wherever it is served from.
 */
export interface Route {
  /** `#/catalogs/catalog_x` is `['catalogs', 'catalog_x']`; the first page is empty. */
  readonly path: readonly string[];
  readonly query: Readonly<Record<string, string>>;
}

/** What a page gets: what follows its own name in the address, and the query. */
export type PageProps = Route;

export type Query = Readonly<Record<string, string | null | undefined>>;

export const routeStore = createStore<Route>(read());
addEventListener('hashchange', () => routeStore.set(read()));

/** The address of a page, for a link. What is empty in the query is left out. */
export function href(path: readonly string[], query: Query = {}): string {
  const kept = Object.entries(query).flatMap(([name, value]) => (value ? [[name, value]] : []));
  const search = new URLSearchParams(kept).toString();
  return `#/${path.map(encodeURIComponent).join('/')}${search && `?${search}`}`;
}

export function go(path: readonly string[], query: Query = {}): void {
  location.hash = href(path, query);
}

/** Changes the query of the page without a step in the history of the browser: filters, an open drawer. */
export function replaceQuery(query: Query): void {
  const { path, query: old } = routeStore.get();
  history.replaceState(null, '', href(path, { ...old, ...query }));
  routeStore.set(read());
}

function read(): Route {
  const [path = '', search = ''] = location.hash.replace(/^#\/?/, '').split('?', 2);
  return {
    path: path.split('/').filter(Boolean).map(decoded),
    query: Object.fromEntries(new URLSearchParams(search)),
  };
}

/** An address that somebody typed wrong leads to no page, and breaks none. */
function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
