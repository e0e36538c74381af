import type { Person, TestApi } from '../testkit/api.ts';
import { readableJson } from './guide-json.ts';
import { type Fence, fencesOf, type GuideRequest, requestsOf } from './guide-parts.ts';

export type Roles = ReadonlyMap<string, readonly string[]>;

/**
 * The guide with the answers that the API gives, when its requests are made one after another on their days, and at last
 * with what the verification of the export prints. Hashes and cursors that have changed are followed into the requests
 * that name them.
 *
 * @param roles of each person
 * @param verified what the commands of the guide print once all is done, where it shows that
 */
export async function walked(
  guide: string,
  api: TestApi,
  roles: Roles,
  verified?: () => Promise<string>,
): Promise<string> {
  const lines = guide.split('\n');
  const fences = fencesOf(lines);
  const renewed = new Map<string, string>();
  const renew = (text: string): string => text.replace(NAMED, (named) => renewed.get(named) ?? named);
  const replaced: { readonly fence: Fence; readonly text: string }[] = [];
  for (const request of requestsOf(fences)) {
    const query = renew(request.query);
    const variables = request.variables === null ? {} : JSON.parse(renew(request.variables));
    api.itIs(`${request.day}T02:00:00.000Z`);
    const { body } = await asker(api, roles, request)(query, variables);
    const text = readableJson(JSON.parse(body));
    const [old, now] = [request.answer.body.match(NAMED) ?? [], text.match(NAMED) ?? []];
    if (old.length === now.length)
      for (const [index, named] of old.entries()) renewed.set(named, now[index]!);
    replaced.push({ fence: request.answer, text });
  }
  if (verified) {
    const printed = fences.find(({ language }) => language === 'text');
    if (!printed) throw new Error('the guide does not show what the verification prints');
    replaced.push({ fence: printed, text: await verified() });
  }
  for (const { fence, text } of replaced.reverse())
    lines.splice(fence.first, fence.last - fence.first + 1, text);
  return renew(lines.join('\n'));
}

/** What one answer gives and later requests name. */
const NAMED = /\b[0-9a-f]{64}\b|(?<="(?:endCursor|after)": ")[^"]+/g;

function asker(api: TestApi, roles: Roles, { who }: GuideRequest): Person['ask'] {
  if (who === null) return api.ask;
  const held = roles.get(who);
  if (!held) throw new Error(`the guide does not say which roles ${who} has`);
  return api.as(who, ...held).ask;
}
