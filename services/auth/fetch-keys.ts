import { get as getHttp } from 'node:http';
import { get as getHttps } from 'node:https';
import { json } from 'node:stream/consumers';
import type { FetchImplementation } from 'jose';

/**
 * Fetches the keys of an issuer, as far as the library asks for it: without following where the answer may point.
 *
 * Not by `fetch`: the client of the web behind it is read when it is first named, by a function that has nothing else to
 * ask of the web, while its first caller waits.
 */
export const fetchKeys: FetchImplementation = (url, { headers, signal }) =>
  new Promise((resolve, reject) => {
    const get = url.startsWith('https:') ? getHttps : getHttp;
    get(url, { headers: Object.fromEntries(headers), signal }, (response) => {
      // Nothing more is read of an answer that is none.
      if (response.statusCode !== 200) response.resume();
      resolve({ status: response.statusCode, json: () => json(response) } as unknown as Response);
    }).on('error', reject);
  });
