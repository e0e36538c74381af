import { Refusal } from '../services/domain/messages/refusal.ts';
import { cursorOf, invalidCursor, placeOf } from './cursor.ts';

/** A page of a list, Relay's way, forward only. */
export interface Connection<T> {
  readonly edges: readonly Edge<T>[];
  readonly pageInfo: {
    readonly hasNextPage: boolean;
    readonly hasPreviousPage: boolean;
    readonly startCursor: string | null;
    readonly endCursor: string | null;
  };
}
export interface Edge<T> {
  readonly cursor: string;
  readonly node: T;
}
export interface PageArguments {
  readonly first?: number | null;
  readonly after?: string | null;
}

/**
 * A page of a list that is at hand as a whole.
 *
 * @param query what the list depends on: a cursor is good only for the same
 * @param placeOfItem what tells an item from all others of the list
 * @param follows whether a place comes after another one in the order of the list, where its places have an order:
 * then a page goes on behind the cursor also when the item itself is gone, or others have come
 * @throws Refusal INVALID_PAGE_SIZE, INVALID_CURSOR
 */
export function connectionOf<T>(
  items: readonly T[],
  page: PageArguments,
  query: unknown,
  placeOfItem: (item: T) => string,
  follows?: (place: string, other: string) => boolean,
): Connection<T> & { readonly totalCount: number } {
  const place = placeOf(query, page.after);
  const last =
    place === null
      ? -1
      : items.findLastIndex((item) =>
          follows ? !follows(placeOfItem(item), place) : placeOfItem(item) === place,
        );
  // An item that is gone leaves no place to go on from; guessing one could skip entries without a word.
  if (place !== null && last < 0 && !follows) throw invalidCursor(page.after!);
  const start = last + 1;
  const end = start + pageSize(page.first);
  const edges = items.slice(start, end).map((node) => ({ cursor: cursorOf(query, placeOfItem(node)), node }));
  return { ...connect(edges, start > 0, end < items.length), totalCount: items.length };
}

/** A page that the store cut: its cursors go out bound to the query, and come in the same way. */
export async function storedConnection<T>(
  page: PageArguments,
  query: unknown,
  read: (paging: { readonly first: number; readonly after: string | null }) => Promise<StoredPage<T>>,
): Promise<Connection<T>>;
export async function storedConnection<T>(
  page: PageArguments,
  query: unknown,
  read: (paging: { readonly first: number; readonly after: string | null }) => Promise<StoredPage<T> | null>,
): Promise<Connection<T> | null>;
export async function storedConnection<T>(
  page: PageArguments,
  query: unknown,
  read: (paging: { readonly first: number; readonly after: string | null }) => Promise<StoredPage<T> | null>,
): Promise<Connection<T> | null> {
  const after = placeOf(query, page.after);
  const stored = await read({ first: pageSize(page.first), after });
  if (!stored) return null;
  const edges = stored.items.map(({ cursor, value }) => ({ cursor: cursorOf(query, cursor), node: value }));
  const found = connect(edges, after !== null, stored.hasNextPage);
  if (stored.endCursor == null) return found;
  return { ...found, pageInfo: { ...found.pageInfo, endCursor: cursorOf(query, stored.endCursor) } };
}

interface StoredPage<T> {
  readonly items: readonly { readonly cursor: string; readonly value: T }[];
  readonly hasNextPage: boolean;
  /** Where to go on, where that is not behind the last item: of a search that has looked further. */
  readonly endCursor?: string | null;
}

/** More than this in one page is a download, not a page. */
const MAX_PAGE = 100;
const USUAL_PAGE = 50;

/** @throws Refusal INVALID_PAGE_SIZE */
export function pageSize(first: number | null | undefined, usual = USUAL_PAGE): number {
  const size = first ?? usual;
  if (size < 1 || size > MAX_PAGE)
    throw new Refusal('INVALID_PAGE_SIZE', { value: size, allowed: MAX_PAGE }, ['first']);
  return size;
}

function connect<T>(
  edges: readonly Edge<T>[],
  hasPreviousPage: boolean,
  hasNextPage: boolean,
): Connection<T> {
  return {
    edges,
    pageInfo: {
      hasNextPage,
      hasPreviousPage,
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
  };
}
