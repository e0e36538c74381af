import type { OfficersPool } from './officers-pool.ts';
import type { IssuerIdentity } from './stages.ts';

/** What the console has to know of where people sign in. */
export interface SignInSettings {
  /** `console.json` beside the page. */
  readonly console: {
    readonly issuer: string;
    readonly metadata: string;
    readonly clientId: string;
    readonly scope: string;
  };
  /** The sites that it may ask there. */
  readonly issuer: { readonly origins: readonly string[] };
}

export function signInSettings(issuer: IssuerIdentity, pool: OfficersPool | null): SignInSettings {
  return {
    console: {
      issuer: issuer.issuer,
      // OpenID Connect Discovery 1.0, 4: below the issuer, whatever its path.
      metadata: `${issuer.issuer}/.well-known/openid-configuration`,
      // The ID token is what the API takes, and its audience is the client.
      clientId: issuer.audience,
      scope: 'openid profile',
    },
    issuer: {
      origins: pool
        ? [`https://cognito-idp.${pool.pool.stack.region}.${pool.pool.stack.urlSuffix}`, pool.signInUrl]
        : [
            ...new Set(
              [issuer.issuer, issuer.jwksUrl]
                .filter((url) => URL.canParse(url))
                .map((url) => new URL(url).origin),
            ),
          ],
    },
  };
}
