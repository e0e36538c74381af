import { useEffect, useState } from 'preact/hooks';
import { ApiError, ask } from './ask.ts';
import type { Document } from './document.ts';
import { localeStore } from './locale.ts';
import { sessionStore } from './session.ts';
import { useStore } from './store.ts';

export interface Answer<Data> {
  /** The last answer stays while the next one is on its way, so that nothing jumps. */
  readonly data: Data | null;
  readonly error: ApiError | null;
  readonly loading: boolean;
  readonly reload: () => void;
}

/** What the API answers, asked anew when the variables, the language or the person change; `null` asks nothing. */
export function useQuery<Data, Variables>(
  document: Document<Data, Variables>,
  variables: Omit<Variables, 'locale'> | null,
): Answer<Data> {
  const locale = useStore(localeStore);
  const session = useStore(sessionStore);
  const [turn, setTurn] = useState(0);
  const [state, setState] = useState<{ data: Data | null; error: ApiError | null; of: string }>(NOTHING);
  const key = variables === null ? '' : JSON.stringify([document, variables, locale, session?.subject, turn]);
  // The key says all that is asked.
  useEffect(() => {
    if (variables === null) return;
    const stopped = new AbortController();
    ask(document, variables, stopped.signal).then(
      (data) => stopped.signal.aborted || setState({ data, error: null, of: key }),
      (error: unknown) => {
        if (stopped.signal.aborted) return;
        if (!(error instanceof ApiError)) throw error;
        setState(({ data }) => ({ data, error, of: key }));
      },
    );
    return () => stopped.abort();
  }, [key]);
  if (variables === null) return { data: null, error: null, loading: false, reload: () => {} };
  return { ...state, loading: state.of !== key, reload: () => setTurn((before) => before + 1) };
}

const NOTHING = { data: null, error: null, of: '' };
