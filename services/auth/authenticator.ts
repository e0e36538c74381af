import type { JSONWebKeySet, JWTHeaderParameters, JWTPayload, JWTVerifyGetKey } from 'jose';
import { createLocalJWKSet, createRemoteJWKSet, customFetch, errors, jwtVerify } from 'jose';
import type { Actor } from '../domain/access/access.ts';
import { Refusal } from '../domain/messages/refusal.ts';
import type { Algorithm } from './algorithms.ts';
import { ALGORITHMS } from './algorithms.ts';
import type { SubjectKind } from './claims.ts';
import { actorOf } from './claims.ts';
import { fetchKeys } from './fetch-keys.ts';

/** Whose tokens are believed, and where in them the roles are (DESIGN 8). */
export interface IdentityConfig {
  readonly issuer: string;
  readonly audience: string;
  /** Where the issuer publishes its keys, or the keys themselves. */
  readonly jwks: URL | JSONWebKeySet;
  readonly rolesClaim: string;
  /** What `sub` holds: names, which are compared without case and width, or ids; names where not given. */
  readonly subjects?: SubjectKind;
  readonly algorithms?: readonly Algorithm[];
  readonly clock?: () => Date;
}

/** Who asks, from the `Authorization` header as it came; `null` only where there is none. */
export type Authenticate = (authorization: string | undefined) => Promise<Actor | null>;

/**
 * Turns bearer tokens into actors.
 *
 * A token that is there but does not hold is an error, never an anonymous
 * caller: somebody whose token ran out must learn it, not be shown less.
 *
 * @throws Refusal `UNAUTHENTICATED` for a bad token, `IDENTITY_UNAVAILABLE` where the issuer's keys cannot be had
 */
export function createAuthenticator(config: IdentityConfig): Authenticate {
  const keyOf = keysOf(config.jwks);
  const clock = config.clock ?? (() => new Date());

  return async (authorization) => {
    if (authorization === undefined) return null;
    const token = compactToken(authorization);
    if (token === null) throw unauthenticated('NOT_A_BEARER_TOKEN');
    const actor = actorOf(await claimsOf(token), config.rolesClaim, config.subjects);
    if (actor === null) throw unauthenticated('UNUSABLE_SUBJECT');
    return actor;
  };

  async function claimsOf(token: string): Promise<JWTPayload> {
    try {
      const { payload, protectedHeader } = await jwtVerify(token, keyOf, {
        issuer: config.issuer,
        audience: config.audience,
        algorithms: [...(config.algorithms ?? ALGORITHMS)],
        requiredClaims: ['exp', 'sub'],
        clockTolerance: CLOCK_TOLERANCE_SECONDS,
        currentDate: clock(),
      });
      if (!isForAccess(protectedHeader, payload)) throw unauthenticated('OF_ANOTHER_KIND');
      return payload;
    } catch (error) {
      if (error instanceof Refusal) throw error;
      throw unauthenticated(error instanceof errors.JWTExpired ? 'EXPIRED' : 'NOT_VERIFIED');
    }
  }
}

/**
 * The token of a `Bearer` header, or `null` where the header is anything else.
 *
 * Its shape is checked here because the library that verifies it is more
 * lenient: it takes a token with a line break at its end, so that one token
 * would have several spellings.
 */
function compactToken(authorization: string): string | null {
  if (authorization.length > MAX_CHARACTERS) return null;
  return /^Bearer +([\w-]+\.[\w-]+\.[\w-]+)$/i.exec(authorization)?.[1] ?? null;
}

/** API Gateway takes 10 240 bytes of headers in all. */
const MAX_CHARACTERS = 8_192;

/**
 * Whether a token may be one to come in with: an issuer signs tokens for other ends with the same key, and says by `typ`
 * (RFC 8725 3.11), by `events` (logout and security event tokens) or by `token_use` which they are. ID tokens are
 * taken: the access tokens of some issuers name no audience.
 */
function isForAccess({ typ = 'JWT' }: JWTHeaderParameters, claims: JWTPayload): boolean {
  return (
    KINDS.has(typ.toLowerCase().replace(/^application\//, '')) &&
    claims.events === undefined &&
    (claims.token_use === undefined || claims.token_use === 'access' || claims.token_use === 'id')
  );
}
const KINDS: ReadonlySet<string> = new Set(['jwt', 'at+jwt']);

/** Clocks of issuer and service may part by this much. */
const CLOCK_TOLERANCE_SECONDS = 5;

/** Longer than this an issuer does not answer for its keys: below the time a portal waits. */
const KEYS_TIMEOUT_MILLISECONDS = 3_000;

/**
 * The key a token names. New keys of a remote set are found without a restart,
 * and tokens that name keys nobody has cause one look-up in 30 seconds at most.
 */
function keysOf(jwks: URL | JSONWebKeySet): JWTVerifyGetKey {
  if (!(jwks instanceof URL)) return createLocalJWKSet(jwks);
  const remote = createRemoteJWKSet(jwks, {
    timeoutDuration: KEYS_TIMEOUT_MILLISECONDS,
    [customFetch]: fetchKeys,
  });
  return async (header, token) => {
    try {
      return await remote(header, token);
    } catch (error) {
      // These three are the token's fault: it names no key of a set that was read well.
      if (error instanceof errors.JWKSNoMatchingKey) throw error;
      if (error instanceof errors.JWKSMultipleMatchingKeys) throw error;
      if (error instanceof errors.JOSENotSupported) throw error;
      throw new Refusal('IDENTITY_UNAVAILABLE');
    }
  };
}

type Reason = 'OF_ANOTHER_KIND' | 'NOT_A_BEARER_TOKEN' | 'EXPIRED' | 'NOT_VERIFIED' | 'UNUSABLE_SUBJECT';

const unauthenticated = (reason: Reason): Refusal => new Refusal('UNAUTHENTICATED', { reason });
