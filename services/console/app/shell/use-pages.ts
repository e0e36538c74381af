import { useEffect, useRef, useState } from 'preact/hooks';
import { ApiError, askAroundDamage, askWhole, type Damage } from './ask.ts';
import type { Document } from './document.ts';
import { localeStore } from './locale.ts';
import { sessionStore, useOnceSignedInAgain } from './session.ts';
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
  /** Asks again: for the page that failed, or from the first on. */
  readonly reload: () => void;
}

interface Connection<Edge> {
  readonly totalCount: number;
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  readonly edges: readonly Edge[];
}

/**
 * The pages of a connection, asked for as they come into sight, and from the first on where the variables change.
 *
 * @param connectionOf what is damaged of its answer is told only where `aroundDamage`; otherwise it is an error
 */
export function usePages<Data, Variables extends { readonly after?: string | null | undefined }, Edge>(
  document: Document<Data, Variables>,
  variables: Omit<Variables, 'locale' | 'after'>,
  connectionOf: (data: Data, damages: readonly Damage[]) => Connection<Edge> | null,
  aroundDamage = false,
): Pages<Edge, Data> {
  const locale = useStore(localeStore);
  const session = useStore(sessionStore);
  const [turn, setTurn] = useState(0);
  const key = JSON.stringify([document, variables, locale, session?.subject, turn]);
  const [state, setState] = useState<State<Edge, Data>>(NOTHING);
  /** Ends what is on its way for the key; a page of another key is of no use. */
  const stopped = useRef(new AbortController());
  const asking = useRef<string | null>(null);

  const fetchPage = (after: string | null) => {
    const { signal } = stopped.current;
    asking.current = after;
    const found = (aroundDamage ? askAroundDamage : askWhole)(
      document,
      { ...variables, after } as unknown as Omit<Variables, 'locale'>,
      signal,
    );
    found.then(
      ({ data, damages }) => {
        if (signal.aborted) return;
        asking.current = null;
        const page = connectionOf(data, damages);
        setState((old) => ({
          of: key,
          first: after === null ? data : old.first,
          edges: [...(after === null ? [] : old.edges), ...(page?.edges ?? [])],
          total: page?.totalCount ?? 0,
          next: page?.pageInfo.hasNextPage ? page.pageInfo.endCursor : null,
          error: null,
        }));
      },
      (error: unknown) => {
        if (signal.aborted) return;
        if (!(error instanceof ApiError)) throw error;
        asking.current = null;
        // What was found for something else does not stand there as the answer to this.
        setState((old) => ({ ...(after === null ? NOTHING : old), of: key, error }));
      },
    );
  };

  // The key says all that is asked.
  useEffect(() => {
    stopped.current = new AbortController();
    fetchPage(null);
    return () => stopped.current.abort();
  }, [key]);

  const isOf = state.of === key;
  const next = isOf ? state.next : null;
  const reload = () => {
    if (next !== null && state.error !== null) fetchPage(next);
    else setTurn((before) => before + 1);
  };
  useOnceSignedInAgain(state.error, reload);
  return {
    first: state.first,
    edges: state.edges,
    total: state.total,
    loading: !isOf,
    error: state.error,
    next: next !== null,
    more: () => {
      if (next !== null && state.error === null && asking.current !== next) fetchPage(next);
    },
    reload,
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
