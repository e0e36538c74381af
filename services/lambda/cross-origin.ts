import { headersOf } from './headers-of.ts';
import type { RestHandler } from './rest-handler.ts';

/**
 * Lets pages of these sites read the answers, and of no others. Whether a browser may ask at all the gateway tells it
 * before (OPTIONS); no cookies are ever taken, so that a page has only the token that it was given.
 *
 * @param origins as browsers write them: scheme and host, no slash at the end
 */
export const readableFrom =
  (origins: readonly string[], handler: RestHandler): RestHandler =>
  async (event, invocation) => {
    const result = await handler(event, invocation);
    if (origins.length === 0) return result;
    const { origin } = headersOf(event);
    return {
      ...result,
      headers: {
        ...result.headers,
        vary: 'origin',
        ...(origin !== undefined && origins.includes(origin)
          ? { 'access-control-allow-origin': origin, 'access-control-expose-headers': 'retry-after' }
          : {}),
      },
    };
  };
