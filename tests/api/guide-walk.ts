import type { Person, TestApi } from '../testkit/api.ts';
import { readableJson } from './guide-json.ts';
import { fencesOf, type GuideRequest, requestsOf } from './guide-parts.ts';

/**
 * The guide with the answers that the API gives, when its requests are made one after another on their days. Hashes that
 * have changed are followed into the requests that name them.
 *
 * @param roles of each person
 */
export async function walked(
  guide: string,
  api: TestApi,
  roles: ReadonlyMap<string, readonly string[]>,
): Promise<string> {
  const lines = guide.split('\n');
  const renewed = new Map<string, string>();
  const renew = (text: string): string => text.replace(HASH, (hash) => renewed.get(hash) ?? hash);
  const replaced: { readonly first: number; readonly last: number; readonly text: string }[] = [];
  for (const request of requestsOf(fencesOf(lines))) {
    const query = renew(request.query);
    const variables = request.variables === null ? {} : JSON.parse(renew(request.variables));
    api.itIs(`${request.day}T02:00:00.000Z`);
    const { body } = await asker(api, roles, request)(query, variables);
    const answer = readableJson(JSON.parse(body));
    const [old, now] = [request.answer.body, answer].map((text) => text.match(HASH) ?? []);
    if (old!.length === now!.length)
      for (const [index, hash] of old!.entries()) renewed.set(hash, now![index]!);
    replaced.push({ ...request.answer, text: answer });
  }
  for (const { first, last, text } of replaced.reverse()) lines.splice(first, last - first + 1, text);
  return renew(lines.join('\n'));
}

const HASH = /\b[0-9a-f]{64}\b/g;

function asker(
  api: TestApi,
  roles: ReadonlyMap<string, readonly string[]>,
  { who }: GuideRequest,
): Person['ask'] {
  if (who === null) return api.ask;
  const held = roles.get(who);
  if (!held) throw new Error(`the guide does not say which roles ${who} has`);
  return api.as(who, ...held).ask;
}
