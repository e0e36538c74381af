/**
 * The token of a `Bearer` header, or `null` where the header is anything else.
 *
 * Its shape is checked here because the library that verifies it is more
 * lenient: it takes a token with a line break at its end, so that one token
 * would have several spellings.
 */
export function compactToken(authorization: string): string | null {
  if (authorization.length > MOST_CHARACTERS) return null;
  return /^Bearer +([\w-]+\.[\w-]+\.[\w-]+)$/i.exec(authorization)?.[1] ?? null;
}

/** API Gateway takes 10 240 bytes of headers in all. */
const MOST_CHARACTERS = 8_192;
