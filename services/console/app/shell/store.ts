import { useLayoutEffect, useState } from 'preact/hooks';

/** A value that parts of the page watch: whoever uses it is drawn anew when it changes. */
export interface Store<T> {
  readonly get: () => T;
  readonly set: (next: T) => void;
  readonly subscribe: (listener: () => void) => () => void;
}

export function createStore<T>(initial: T): Store<T> {
  let value = initial;
  const listeners = new Set<() => void>();
  return {
    get: () => value,
    set: (next) => {
      if (Object.is(next, value)) return;
      value = next;
      for (const listener of [...listeners]) listener();
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

export function useStore<T>(store: Store<T>): T {
  const [, redraw] = useState({});
  const drawn = store.get();
  useLayoutEffect(() => {
    // It can have changed since it was drawn.
    if (!Object.is(store.get(), drawn)) redraw({});
    return store.subscribe(() => redraw({}));
  }, [store]);
  return drawn;
}
