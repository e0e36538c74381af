import { useEffect, useRef, useState } from 'preact/hooks';
import { ApiError, ask } from './ask.ts';
import type { Document } from './document.ts';
import { localeStore } from './locale.ts';
import { useStore } from './store.ts';

/** A list of which the API gives a page at a time. */
export interface Pages<Edge, Data = unknown> {
  /** The answer with the first page, for what it says beside. */
  readonly first: Data | null;
  readonly edges: readonly Edge[];
  readonly total: number | null;
  readonly loading: boolean;
  readonly error: ApiError | null;
  /** Whether there is a next page. */
  readonly next: boolean;
  /** Asks for the next page, where there is one. */
  readonly more: () => void;
}

interface Connection<Edge> {
  readonly totalCount: number;
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  readonly edges: readonly Edge[];
}

/** The pages of a connection, asked for as they come into sight, and from the first on where the variables change. */
export function usePages<Data, Variables extends { readonly after?: string | null | undefined }, Edge>(
  document: Document<Data, Variables>,
  variables: Omit<Variables, 'locale' | 'after'>,
  connectionOf: (data: Data) => Connection<Edge> | null,
): Pages<Edge, Data> {
  const locale = useStore(localeStore);
  const key = JSON.stringify([document, variables, locale]);
  const [state, setState] = useState<State<Edge, Data>>(NOTHING);
  const asking = useRef(false);

  const fetchPage = (after: string | null, signal?: AbortSignal) => {
    asking.current = true;
    ask(document, { ...variables, after } as unknown as Omit<Variables, 'locale'>, signal)
      .then(
        (data) => {
          if (signal?.aborted) return;
          const page = connectionOf(data);
          setState((old) => ({
            of: key,
            first: after === null || old.of !== key ? data : old.first,
            edges: [...(after === null || old.of !== key ? [] : old.edges), ...(page?.edges ?? [])],
            total: page?.totalCount ?? 0,
            next: page?.pageInfo.hasNextPage ? page.pageInfo.endCursor : null,
            error: null,
          }));
        },
        (error: unknown) => {
          if (signal?.aborted) return;
          if (!(error instanceof ApiError)) throw error;
          setState((old) => ({ ...old, of: key, next: null, error }));
        },
      )
      .finally(() => {
        asking.current = false;
      });
  };

  // The key says all that is asked.
  useEffect(() => {
    const stopped = new AbortController();
    fetchPage(null, stopped.signal);
    return () => stopped.abort();
  }, [key]);

  return {
    first: state.first,
    edges: state.edges,
    total: state.total,
    loading: state.of !== key,
    error: state.error,
    next: state.next !== null && state.of === key,
    more: () => {
      if (state.next !== null && state.of === key && !asking.current) fetchPage(state.next);
    },
  };
}

const NOTHING = { of: '', first: null, edges: [], total: null, next: null, error: null };

interface State<Edge, Data> {
  readonly of: string;
  readonly first: Data | null;
  readonly edges: readonly Edge[];
  readonly total: number | null;
  readonly next: string | null;
  readonly error: ApiError | null;
}
