import { sessionStore } from './session.ts';

/** The token to ask with, renewed in silence shortly before it ends; `null` for who is not signed in. */
export async function freshToken(): Promise<string | null> {
  const session = sessionStore.get();
  if (session === null) return null;
  if (session.endsAt - Date.now() > RENEWED_BEFORE_MILLISECONDS) return session.token;
  // Many requests at once renew once.
  renewing ??= import('./sign-in.ts').then(({ renew }) => renew(session)).finally(() => (renewing = null));
  await renewing;
  return sessionStore.get()?.token ?? null;
}

let renewing: Promise<void> | null = null;

const RENEWED_BEFORE_MILLISECONDS = 60_000;
