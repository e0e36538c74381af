import type { JWTPayload } from 'jose';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import type { Authenticate, IdentityConfig } from '../../services/auth/authenticator.ts';
import { createAuthenticator } from '../../services/auth/authenticator.ts';

/** An issuer of real tokens inside the test process, and the authenticator that believes it. */
export interface TestIssuer {
  /** A signed token, e.g. `await issuer.token('wang', ['editor:zone_140881'])`; claims given replace the usual ones. */
  readonly token: (subject: string, roles?: readonly string[], claims?: JWTPayload) => Promise<string>;
  /** `Bearer <token>`, as the header carries it. */
  readonly bearer: (subject: string, roles?: readonly string[], claims?: JWTPayload) => Promise<string>;
  readonly authenticate: Authenticate;
  readonly config: IdentityConfig;
}

/** @param clock the service's clock: tokens are issued by it and are good for an hour */
export async function createTestIssuer(clock: () => Date = () => new Date()): Promise<TestIssuer> {
  const { publicKey, privateKey } = await generateKeyPair('ES256', { extractable: true });
  const header = { alg: 'ES256', kid: 'test' };
  const config: IdentityConfig = {
    issuer: 'https://issuer.test',
    audience: 'park-admission',
    jwks: { keys: [{ ...(await exportJWK(publicKey)), ...header, use: 'sig' }] },
    rolesClaim: 'roles',
    clock,
  };

  const token: TestIssuer['token'] = (subject, roles = [], claims = {}) => {
    const now = Math.floor(clock().getTime() / 1000);
    return new SignJWT({
      iss: config.issuer,
      aud: config.audience,
      sub: subject,
      iat: now,
      exp: now + 3600,
      roles: [...roles],
      ...claims,
    })
      .setProtectedHeader(header)
      .sign(privateKey);
  };

  return {
    token,
    bearer: async (...whom) => `Bearer ${await token(...whom)}`,
    authenticate: createAuthenticator(config),
    config,
  };
}
