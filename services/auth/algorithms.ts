/**
 * The signatures that are accepted: asymmetric ones only. With `none` or a
 * shared secret (HS256, …) whoever can read the public key could sign.
 */
export const ALGORITHMS = [
  'RS256',
  'RS384',
  'RS512',
  'PS256',
  'PS384',
  'PS512',
  'ES256',
  'ES384',
  'ES512',
] as const;
export type Algorithm = (typeof ALGORITHMS)[number];
