import { useEffect } from 'preact/hooks';
import { createStore, useStore } from './store.ts';

/** Who is signed in. It is kept for this tab alone and goes with it. */
export interface Session {
  /** The ID token, which the API takes. */
  readonly token: string;
  readonly refreshToken: string | null;
  /** The ID token ends then, in milliseconds since 1970. */
  readonly endsAt: number;
  readonly subject: string;
  readonly name: string;
}

const KEPT = 'session';
export const sessionStore = createStore<Session | null>(JSON.parse(sessionStorage.getItem(KEPT) ?? 'null'));

/** Whether the token of the session is taken no more, and none can be had in silence: the person has to sign in again. */
export const expiredStore = createStore(false);

export function beginSession(session: Session): void {
  sessionStorage.setItem(KEPT, JSON.stringify(session));
  sessionStore.set(session);
  expiredStore.set(false);
}

/** The page stays as it is, with all that was typed: who it is of has not changed. */
export function expireSession(): void {
  if (sessionStore.get() !== null) expiredStore.set(true);
}

export function endSession(): void {
  // With it goes whatever else this tab keeps; without one there is nothing but what a sign-in remembers on its way.
  if (sessionStore.get() !== null) sessionStorage.clear();
  sessionStore.set(null);
  expiredStore.set(false);
}

/** Does again what was refused to who had to sign in again, once that is done. */
export function useOnceSignedInAgain(error: { readonly code: string } | null, again: () => void): void {
  const expired = useStore(expiredStore);
  useEffect(() => {
    if (!expired && error?.code === 'UNAUTHENTICATED') again();
  }, [expired]);
}
