/** A part of a longer list: how much of it, and from where. */
export interface Paging {
  readonly first: number;
  /** The cursor of the last item of the page before. */
  readonly after?: string | null;
}
export interface HistoryPaging extends Paging {
  /** Newest first unless told. */
  readonly order?: 'NEWEST_FIRST' | 'OLDEST_FIRST';
}
export interface Page<T> {
  readonly items: readonly { readonly cursor: string; readonly value: T }[];
  readonly hasNextPage: boolean;
}
