import { createStore } from './store.ts';

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

export function beginSession(session: Session): void {
  sessionStorage.setItem(KEPT, JSON.stringify(session));
  sessionStore.set(session);
}

export function endSession(): void {
  // With it goes whatever else this tab keeps; without one there is nothing but what a sign-in remembers on its way.
  if (sessionStore.get() !== null) sessionStorage.clear();
  sessionStore.set(null);
}
