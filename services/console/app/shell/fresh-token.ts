import { expiredStore, sessionStore } from './session.ts';

/**
 * The token to ask with, renewed in silence shortly before it ends; `null` for who is not signed in. Where the issuer gives
 * none any more it is the old one, and the API says so.
 *
 * @throws unknown it has ended, and the issuer cannot be reached
 */
export async function freshToken(): Promise<string | null> {
  const session = sessionStore.get();
  if (session === null) return null;
  if (expiredStore.get() || session.endsAt - Date.now() > RENEWED_BEFORE_MILLISECONDS) return session.token;
  // Many requests at once renew once.
  renewing ??= import('./sign-in.ts').then(({ renew }) => renew(session)).finally(() => (renewing = null));
  // While it holds, an issuer that cannot be reached just now is no reason to ask nothing.
  await renewing.catch((cause: unknown) => {
    if (session.endsAt <= Date.now()) throw cause;
  });
  return sessionStore.get()?.token ?? null;
}

let renewing: Promise<void> | null = null;

const RENEWED_BEFORE_MILLISECONDS = 60_000;
