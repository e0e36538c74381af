import { useRef, useState } from 'preact/hooks';
import { ApiError } from './ask.ts';

/** Something that somebody does by a press: never twice at once, and where the API fails, why. */
export function useAction<Given extends readonly unknown[]>(
  act: (...given: Given) => Promise<void>,
): { readonly run: (...given: Given) => void; readonly running: boolean; readonly error: ApiError | null } {
  const [running, setRunning] = useState(false);
  const [error, setError] = useState<ApiError | null>(null);
  const busy = useRef(false);
  const run = (...given: Given) => {
    if (busy.current) return;
    busy.current = true;
    setRunning(true);
    setError(null);
    act(...given)
      .catch((cause: unknown) => {
        if (!(cause instanceof ApiError)) throw cause;
        setError(cause);
      })
      .finally(() => {
        busy.current = false;
        setRunning(false);
      });
  };
  return { run, running, error };
}
