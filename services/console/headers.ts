/**
 * What stands on every file of the console: the browser runs and fetches nothing that does not come from here, and takes no
 * script from a string.
 *
 * @param issuers origins of the issuer where people sign in, where that is another site
 */
export const consoleHeaders = (issuers: readonly string[] = []): Readonly<Record<string, string>> => ({
  'content-security-policy': [
    "default-src 'self'",
    `connect-src ${["'self'", ...issuers].join(' ')}`,
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    'trusted-types console',
  ].join('; '),
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'permissions-policy': 'camera=(), microphone=(), geolocation=(), payment=()',
});
