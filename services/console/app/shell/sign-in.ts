import * as oauth from 'oauth4webapi';
import { beginSession, endSession, expireSession, type Session } from './session.ts';

/** What the console has to know of the issuer: `console.json` beside the page. */
interface Provider {
  readonly issuer: string;
  /** Where its metadata are, from the page or absolute. */
  readonly metadata: string;
  readonly clientId: string;
  readonly scope: string;
}

/** What has to be remembered while the person is at the issuer. */
interface Begun {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
  /** Whether this is a window of its own, in which somebody signs in again for the page that opened it. */
  readonly again: boolean;
  /** When, in milliseconds since 1970. */
  readonly at: number;
}

/**
 * Shared by all tabs: what a tab alone keeps can be outdated in the page to which the issuer sends back (`session.ts`).
 * Each sign-in has its own place, by its state: several tabs may be on their way at once.
 */
const KEPT = 'signing-in ';
/** Whoever has not come back from the issuer by then begins again. */
const KEPT_FOR_MILLISECONDS = 86_400_000;
/** Of this tab: it may say what a project is, and is left behind where nobody comes back. */
const BACK_TO = 'back-to';

/** Sends the person to the issuer: the code flow with PKCE. */
export async function signIn(): Promise<void> {
  location.assign((await begin(false)).address);
}

/** The same in a window of its own, so that the page stays with all that was typed. */
export async function signInAgain({ subject }: Session): Promise<void> {
  const { address, state } = await begin(true);
  if (open(address, '_blank', 'popup,width=560,height=680') === null) return signIn();
  const channel = new BroadcastChannel(AGAIN + state);
  channel.onmessage = ({ data }: MessageEvent<Session>) => {
    channel.close();
    // What somebody has begun is not gone on with for somebody else.
    if (data.subject !== subject) endSession();
    beginSession(data);
  };
}

/** On it, with the state, the window in which somebody has signed in again tells the page that opened it, and no other. */
const AGAIN = 'signed-in-again ';

async function begin(again: boolean): Promise<{ readonly address: URL; readonly state: string }> {
  const { server, client, scope } = await provider();
  const begun: Begun = {
    state: oauth.generateRandomState(),
    nonce: oauth.generateRandomNonce(),
    verifier: oauth.generateRandomCodeVerifier(),
    again,
    at: Date.now(),
  };
  forgetGivenUp();
  localStorage.setItem(KEPT + begun.state, JSON.stringify(begun));
  sessionStorage.setItem(BACK_TO, location.hash);
  const address = new URL(server.authorization_endpoint!);
  const asked = {
    client_id: client.client_id,
    redirect_uri: redirectUri(),
    response_type: 'code',
    scope,
    state: begun.state,
    nonce: begun.nonce,
    code_challenge: await oauth.calculatePKCECodeChallenge(begun.verifier),
    code_challenge_method: 'S256',
  };
  for (const [name, value] of Object.entries(asked)) address.searchParams.set(name, value);
  return { address, state: begun.state };
}

function forgetGivenUp(): void {
  for (const name of Object.keys(localStorage)) {
    if (!name.startsWith(KEPT)) continue;
    const { at }: Begun = JSON.parse(localStorage.getItem(name)!);
    if (at < Date.now() - KEPT_FOR_MILLISECONDS) localStorage.removeItem(name);
  }
}

/** Takes the code with which the issuer sent the person back, and clears it from the address. */
export async function finishSignIn(): Promise<void> {
  const address = new URL(location.href);
  const kept = KEPT + address.searchParams.get('state');
  const begun: Begun | null = JSON.parse(localStorage.getItem(kept) ?? 'null');
  const hash = sessionStorage.getItem(BACK_TO);
  localStorage.removeItem(kept);
  sessionStorage.removeItem(BACK_TO);
  history.replaceState(null, '', location.pathname);
  // Unlike the line above this is heard by the router.
  if (hash) location.replace(hash);
  // A code that nobody here has asked for: somebody else's sign-in.
  if (begun === null) return;
  const { server, client } = await provider();
  const parameters = oauth.validateAuthResponse(server, client, address, begun.state);
  const response = await oauth.authorizationCodeGrantRequest(
    server,
    client,
    oauth.None(),
    parameters,
    redirectUri(),
    begun.verifier,
    insecureOnThisMachine(server),
  );
  const tokens = await oauth.processAuthorizationCodeResponse(server, client, response, {
    expectedNonce: begun.nonce,
    requireIdToken: true,
  });
  const session = sessionOf(tokens, null);
  beginSession(session);
  if (!begun.again) return;
  new BroadcastChannel(AGAIN + begun.state).postMessage(session);
  close();
}

/** A new token without asking the person; where the issuer gives none, the session has expired. */
export async function renew({ refreshToken }: Session): Promise<void> {
  if (refreshToken === null) return expireSession();
  try {
    const { server, client } = await provider();
    const options = insecureOnThisMachine(server);
    const response = await oauth.refreshTokenGrantRequest(
      server,
      client,
      oauth.None(),
      refreshToken,
      options,
    );
    const tokens = await oauth.processRefreshTokenResponse(server, client, response);
    if (tokens.id_token === undefined) expireSession();
    else beginSession(sessionOf(tokens, refreshToken));
  } catch (error) {
    // Without network nobody has to sign in again; after a refusal one has to.
    if (error instanceof oauth.ResponseBodyError) return expireSession();
    throw error;
  }
}

/** Forgets the tokens, has the issuer forget them, and where it can end its own session goes there. */
export async function signOut({ token, refreshToken }: Session): Promise<void> {
  endSession();
  const { server, client } = await provider();
  const options = insecureOnThisMachine(server);
  if (refreshToken !== null && server.revocation_endpoint)
    await oauth.revocationRequest(server, client, oauth.None(), refreshToken, options);
  if (!server.end_session_endpoint) return;
  const address = new URL(server.end_session_endpoint);
  const back = redirectUri();
  // `logout_uri` is what Cognito calls it.
  const asked = {
    id_token_hint: token,
    client_id: client.client_id,
    post_logout_redirect_uri: back,
    logout_uri: back,
  };
  for (const [name, value] of Object.entries(asked)) address.searchParams.set(name, value);
  location.assign(address);
}

/** The page itself, without the `#`. */
const redirectUri = (): string => `${location.origin}${location.pathname}`;

async function provider() {
  const settings: Provider = await (await fetch('console.json')).json();
  const metadata = await fetch(new URL(settings.metadata, location.href));
  const server = await oauth.processDiscoveryResponse(new URL(settings.issuer), metadata);
  return { server, client: { client_id: settings.clientId } satisfies oauth.Client, scope: settings.scope };
}

/** The development issuer speaks http, on this machine alone. */
const insecureOnThisMachine = ({ token_endpoint }: oauth.AuthorizationServer) => ({
  [oauth.allowInsecureRequests]: /^http:\/\/(127\.0\.0\.1|localhost)[:/]/.test(token_endpoint ?? ''),
});

function sessionOf(tokens: oauth.TokenEndpointResponse, refreshToken: string | null): Session {
  const { sub, name, exp } = oauth.getValidatedIdTokenClaims(tokens)!;
  return {
    token: tokens.id_token!,
    refreshToken: tokens.refresh_token ?? refreshToken,
    endsAt: exp * 1000,
    subject: sub,
    name: typeof name === 'string' ? name : sub,
  };
}
