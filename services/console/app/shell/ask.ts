import type { Text } from '../../../domain/values/text.ts';
import { text } from '../../../domain/values/text.ts';
import type { Document } from './document.ts';
import { freshToken } from './fresh-token.ts';
import { apiLocale } from './locale.ts';
import { endSession } from './session.ts';

/** A request that was not answered, in words for whoever made it. */
export class ApiError extends Error {
  override readonly name = 'ApiError';
  readonly code: string;
  readonly text: Text;
  constructor(code: string, said: Text) {
    super(said.zh);
    this.code = code;
    this.text = said;
  }
}

/**
 * Asks the API: without a token at the open address, with one at that of officers. `$locale` is filled in.
 *
 * @throws ApiError whatever went wrong, in both languages
 */
export async function ask<Data, Variables>(
  document: Document<Data, Variables>,
  variables: Omit<Variables, 'locale'>,
  signal?: AbortSignal,
): Promise<Data> {
  const token = await freshToken();
  const response = await fetch(token ? 'officer/graphql' : 'graphql', {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(token ? { authorization: `Bearer ${token}` } : {}) },
    body: JSON.stringify({ query: document, variables: { ...variables, locale: apiLocale() } }),
    ...(signal ? { signal } : {}),
  }).catch((cause: unknown) => {
    if ((cause as Error).name === 'AbortError') throw cause;
    throw new ApiError('OFFLINE', OFFLINE);
  });
  const answer = await response.json().catch(() => null);
  const fault = answer === null ? null : answer.errors?.[0];
  if (fault) {
    const code = String(fault.extensions?.code ?? 'UNEXPECTED');
    if (code === 'UNAUTHENTICATED') endSession();
    throw new ApiError(code, {
      zh: String(fault.extensions?.zh ?? fault.message),
      en: String(fault.message),
    });
  }
  if (!answer?.data) throw new ApiError('UNEXPECTED', UNEXPECTED);
  return answer.data as Data;
}

const OFFLINE = text(
  '连接不上服务，请检查网络后重试。已填的内容没有丢失。',
  'The service cannot be reached. Check the network and try again; nothing that you entered is lost.',
);
const UNEXPECTED = text(
  '服务的回答无法识别，请稍后重试。',
  'The answer of the service cannot be read. Try again later.',
);
