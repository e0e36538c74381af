import type { Text } from '../../../domain/values/text.ts';
import { text } from '../../../domain/values/text.ts';
import type { Document } from './document.ts';
import { freshToken } from './fresh-token.ts';
import { apiLocale } from './locale.ts';
import { expireSession } from './session.ts';

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

/** A place of an answer where there is null because what is stored for it is damaged; the rest of the answer holds. */
export interface Damage {
  readonly path: readonly (string | number)[];
  readonly error: ApiError;
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
  return (await askWhole(document, variables, signal)).data;
}

/** The same, and that nothing of it is damaged. @throws ApiError */
export async function askWhole<Data, Variables>(
  document: Document<Data, Variables>,
  variables: Omit<Variables, 'locale'>,
  signal?: AbortSignal,
): Promise<Found<Data>> {
  const { data, damages } = await askAroundDamage(document, variables, signal);
  if (damages[0]) throw damages[0].error;
  return { data, damages };
}

/**
 * The same, for who shows what is damaged in its place, and the rest beside it.
 *
 * @throws ApiError whatever else went wrong
 */
export async function askAroundDamage<Data, Variables>(
  document: Document<Data, Variables>,
  variables: Omit<Variables, 'locale'>,
  signal?: AbortSignal,
): Promise<Found<Data>> {
  const token = await freshToken().catch(() => {
    throw new ApiError('OFFLINE', OFFLINE);
  });
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
  const faults: readonly Fault[] = answer?.errors ?? [];
  const damages = faults.map(({ path = [], message, extensions }) => {
    const said = { zh: String(extensions?.zh ?? message), en: String(message) };
    return { path, error: new ApiError(String(extensions?.code ?? 'UNEXPECTED'), said) };
  });
  const other = damages.find(({ error }) => !answer.data || error.code !== 'DECISION_DAMAGED');
  if (other?.error.code === 'UNAUTHENTICATED') expireSession();
  if (other) throw other.error;
  if (!answer?.data) throw new ApiError('UNEXPECTED', UNEXPECTED);
  return { data: answer.data as Data, damages };
}

interface Found<Data> {
  readonly data: Data;
  readonly damages: readonly Damage[];
}

interface Fault {
  readonly message: string;
  readonly path?: Damage['path'];
  readonly extensions?: { readonly code?: string; readonly zh?: string };
}

const OFFLINE = text(
  '连接不上服务，请检查网络后重试。已填的内容没有丢失。',
  'The service cannot be reached. Check the network and try again; nothing that you entered is lost.',
);
const UNEXPECTED = text(
  '服务的回答无法识别，请稍后重试。',
  'The answer of the service cannot be read. Try again later.',
);
