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
/** How often somebody has signed out in this browser. */
const SIGN_OUTS = 'sign-outs';

export const sessionStore = createStore<Session | null>(kept());

/** Whether the token of the session is taken no more, and none can be had in silence: the person has to sign in again. */
export const expiredStore = createStore(false);

export function beginSession(session: Session): void {
  sessionStorage.setItem(KEPT, JSON.stringify({ ...session, signOuts: signOuts() }));
  sessionStore.set(session);
  expiredStore.set(false);
}

/** The page stays as it is, with all that was typed: who it is of has not changed. */
export function expireSession(): void {
  if (sessionStore.get() !== null) expiredStore.set(true);
}

export function endSession(): void {
  // With it goes whatever else this tab keeps; without one there is nothing but what a sign-in remembers on its way.
  if (sessionStore.get() !== null) {
    sessionStorage.clear();
    localStorage.setItem(SIGN_OUTS, String(signOuts() + 1));
  }
  sessionStore.set(null);
  expiredStore.set(false);
}

/**
 * INVARIANT: nobody is taken for a person who has signed out.
 *
 * Chromium can give a page the session storage as it was some pages ago, where it runs that page in a process that it kept
 * for the service worker: with it the person before would come back. What all tabs share is not outdated there, so it says
 * whether somebody has signed out since the session began; then what the tab keeps is that person's, and goes.
 */
function kept(): Session | null {
  const session: (Session & { readonly signOuts: number }) | null = JSON.parse(
    sessionStorage.getItem(KEPT) ?? 'null',
  );
  if (session === null || session.signOuts === signOuts()) return session;
  sessionStorage.clear();
  return null;
}

function signOuts(): number {
  return Number(localStorage.getItem(SIGN_OUTS));
}

/** Does again what was refused to who had to sign in again, once that is done. */
export function useOnceSignedInAgain(error: { readonly code: string } | null, again: () => void): void {
  const expired = useStore(expiredStore);
  useEffect(() => {
    if (!expired && error?.code === 'UNAUTHENTICATED') again();
  }, [expired]);
}
