import { beforeEach, describe, expect, test } from 'vitest';
import { PUT, payloadOf, prohibited, type Shanxi, startShanxi } from './seed.ts';

let api: Shanxi;
beforeEach(async () => {
  api = await startShanxi();
});

describe('what is not everyone’s to see', () => {
  const SEEN = `{ catalog(id: "catalog_own") {
    draft { editors entries { totalCount } }
    history(first: 2) { edges { cursor node { number action by at reason } } pageInfo { hasNextPage endCursor } }
  } }`;

  beforeEach(async () => {
    await api.draft({ key: 'own', entries: [prohibited('1')] });
  });

  test.each<[string, (api: Shanxi) => Promise<{ readonly data: unknown }>]>([
    ['nobody without a token', ({ ask }) => ask(SEEN)],
    ['no editor of another zone', ({ as }) => as('wu', 'editor:zone_140882').ask(SEEN)],
    ['no publisher of another province', ({ as }) => as('wu', 'publisher:region_150000').ask(SEEN)],
  ])('%s sees draft and history of a catalog', async (_, asked) => {
    expect((await asked(api)).data).toEqual({ catalog: { draft: null, history: null } });
  });

  test('an editor above sees both, the history newest first and page by page', async () => {
    const { data } = await api.editor.ask(SEEN);
    const { draft, history } = data.catalog;
    expect(draft).toEqual({ editors: ['qian'], entries: { totalCount: 1 } });
    expect(history.edges.map(({ node }: { node: object }) => node)).toMatchObject([
      { by: 'qian', reason: '录入', at: '2026-11-23T02:00:00.000Z' },
      { by: 'qian', reason: '起草' },
    ]);
    const rest = await api.editor.ask(
      'query ($after: String) { catalog(id: "catalog_own") { history(after: $after) { edges { node { reason } } pageInfo { hasPreviousPage } } } }',
      { after: history.pageInfo.endCursor },
    );
    expect(history.pageInfo.hasNextPage).toBe(rest.data.catalog.history.edges.length > 0);
  });

  test('and nobody edits what is not theirs', async () => {
    const input = { catalog: 'catalog_own', expectedRevision: 2, entries: [prohibited('9')], reason: '改' };
    for (const answer of [
      await api.ask(PUT, { input }),
      await api.as('wu', 'editor:zone_140882').ask(PUT, { input }),
      await api.officer.ask(PUT, { input }),
    ])
      expect(payloadOf(answer)).toMatchObject({ draft: null, userErrors: [{ code: 'NOT_ALLOWED' }] });
  });
});
