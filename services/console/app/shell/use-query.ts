import { useEffect, useState } from 'preact/hooks';
import { ApiError, askAroundDamage, askWhole, type Damage } from './ask.ts';
import type { Document } from './document.ts';
import { localeStore } from './locale.ts';
import { sessionStore, useOnceSignedInAgain } from './session.ts';
import { useStore } from './store.ts';

export interface Answer<Data> {
  /** The last answer stays while the next one is on its way, so that nothing jumps. */
  readonly data: Data | null;
  readonly error: ApiError | null;
  /** What of `data` is damaged; nothing unless it was asked for. */
  readonly damages: readonly Damage[];
  readonly loading: boolean;
  readonly reload: () => void;
}

/**
 * What the API answers, asked anew when the variables, the language or the person change; `null` asks nothing.
 *
 * @param aroundDamage where something is damaged the rest is served; otherwise it is an error of all
 */
export function useQuery<Data, Variables>(
  document: Document<Data, Variables>,
  variables: Omit<Variables, 'locale'> | null,
  aroundDamage = false,
): Answer<Data> {
  const locale = useStore(localeStore);
  const session = useStore(sessionStore);
  const [turn, setTurn] = useState(0);
  const [state, setState] = useState<State<Data>>(NOTHING);
  const key = variables === null ? '' : JSON.stringify([document, variables, locale, session?.subject, turn]);
  // The key says all that is asked.
  useEffect(() => {
    if (variables === null) return;
    const stopped = new AbortController();
    const asking = aroundDamage ? askAroundDamage : askWhole;
    asking(document, variables, stopped.signal).then(
      (found) => stopped.signal.aborted || setState({ ...found, error: null, of: key }),
      (error: unknown) => {
        if (stopped.signal.aborted) return;
        if (!(error instanceof ApiError)) throw error;
        setState((old) => ({ ...old, error, of: key }));
      },
    );
    return () => stopped.abort();
  }, [key]);
  const reload = () => setTurn((before) => before + 1);
  useOnceSignedInAgain(state.error, reload);
  if (variables === null) return { ...NOTHING, loading: false, reload: () => {} };
  return { ...state, loading: state.of !== key, reload };
}

type State<Data> = Omit<Answer<Data>, 'loading' | 'reload'> & { readonly of: string };
const NOTHING = { data: null, error: null, damages: [], of: '' };
