import { beforeAll, describe, expect, test } from 'vitest';
import type { Answer, Person, TestApi } from '../testkit/api.ts';
import { PARK_CATALOG, wholeLife } from './history-life.ts';
import { type Shanxi, startShanxi } from './seed.ts';

let api: Shanxi;
beforeAll(async () => {
  api = await startShanxi();
  await wholeLife(api);
});

const QUERY = `query ($code: String!, $first: Int, $after: String) { catalog(id: "${PARK_CATALOG}") {
  entryHistory(code: $code, first: $first, after: $after) {
    pageInfo { hasNextPage endCursor }
    edges { node {
      kind at by effectiveFrom text version { number } revision { number reason }
      before { text { zh } whenText position } after { text { zh } whenText position industries { include } }
      fields { path text }
    } }
  }
} }`;

type Step = Record<string, unknown>;
interface Page {
  readonly edges: readonly { readonly node: Step }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string };
}

async function stepsOf(ask: TestApi['ask'] | Person['ask'], code: string, first = 50): Promise<Step[]> {
  const steps: Step[] = [];
  for (let after: string | null = null; ; ) {
    const { data, errors }: Answer = await ask(QUERY, { code, first, after });
    expect(errors).toBeUndefined();
    const { edges, pageInfo } = data.catalog.entryHistory as Page;
    steps.push(...edges.map(({ node }) => node));
    if (!pageInfo.hasNextPage) return steps;
    after = pageInfo.endCursor;
  }
}

describe('whoever may read the history', () => {
  test('sees when, by whom, why and through which drafts and versions each wording came and went', async () => {
    const steps = await stepsOf(api.officer.ask, '3');
    expect(steps.map(({ kind, by, effectiveFrom, text }) => [kind, by, effectiveFrom, text])).toEqual([
      [
        'OPENED',
        'qian',
        null,
        expect.stringMatching(/^草案（尚未施行）以第 1 版为基准新建：删除条目 3：禁止 3/),
      ],
      [
        'WITHDRAWN',
        'wei',
        '2027-03-01',
        '第 2 版撤回，自 2027-03-01 起：删除条目 3：禁止 3\n  - 措施：禁止。\n  - 约束力：应当。\n  - 适用行业：2614 有机化学原料制造。\n  - 法律依据：《某某产业禁限目录》（晋某发〔2025〕1号）第一条。',
      ],
      [
        'DISCARDED',
        'qian',
        null,
        '草案放弃，恢复已发布的条文：修改条目 3：禁止 3\n  - 条目内容由“禁止新建有机化学原料项目”改为“禁止 3”。\n  - 适用行业由“全部行业”改为“2614 有机化学原料制造”。',
      ],
      [
        'DRAFTED',
        'qian',
        null,
        '草案（尚未施行）：修改条目 3：禁止新建有机化学原料项目\n  - 条目内容由“禁止 3”改为“禁止新建有机化学原料项目”。\n  - 适用行业由“2614 有机化学原料制造”改为“全部行业”。',
      ],
      [
        'PUBLISHED',
        'sun',
        '2027-01-01',
        expect.stringMatching(/^第 2 版发布，自 2027-01-01 起：新增条目 3：禁止 3\n/),
      ],
      ['DRAFTED', 'qian', null, expect.stringMatching(/^草案（尚未施行）：新增条目 3：禁止 3\n/)],
    ]);
    expect(steps[3]).toMatchObject({
      revision: { number: 18, reason: '改写' },
      version: null,
      before: { text: { zh: '禁止 3' }, position: 2 },
      after: { text: { zh: '禁止新建有机化学原料项目' }, position: 2, industries: { include: [] } },
      fields: [{ path: ['text'] }, { path: ['industries', 'include'] }],
    });
  });

  test('sees a draft that was opened on an older version bring its wording back', async () => {
    const steps = await stepsOf(api.editor.ask, '1');
    expect(
      steps.map(({ kind, version, before, after }) => [kind, version, before && '禁', after && '禁']),
    ).toEqual([
      // The repeal does not come after all.
      ['REINSTATED', { number: 1 }, null, '禁'],
      // Repealed: nothing counts any more.
      ['WITHDRAWN', { number: 1 }, '禁', null],
      ['OPENED', { number: 1 }, null, '禁'],
      ['WITHDRAWN', { number: 2 }, null, '禁'],
      ['PUBLISHED', { number: 2 }, '禁', null],
      ['DRAFTED', null, '禁', null],
      ['PUBLISHED', { number: 1 }, null, '禁'],
      ['DRAFTED', null, null, '禁'],
    ]);
  });
});

describe('the public', () => {
  test('sees what the published versions say since when, and nothing of drafts or people', async () => {
    const steps = await stepsOf(api.ask, '3');
    expect(
      steps.map(({ kind, at, by, revision, effectiveFrom, version }) => ({
        kind,
        at,
        by,
        revision,
        effectiveFrom,
        version,
      })),
    ).toEqual([
      {
        kind: 'WITHDRAWN',
        at: '2026-11-23T03:06:00.000Z',
        by: null,
        revision: null,
        effectiveFrom: '2027-03-01',
        version: { number: 2 },
      },
      {
        kind: 'PUBLISHED',
        at: '2026-11-23T02:51:00.000Z',
        by: null,
        revision: null,
        effectiveFrom: '2027-01-01',
        version: { number: 2 },
      },
    ]);
    const [, , , changed] = await stepsOf(api.ask, '1');
    expect(changed).toMatchObject({ kind: 'PUBLISHED', version: { number: 2 }, after: null });
    expect(await stepsOf(api.as('wu', 'editor:zone_140882').ask, '3')).toEqual(steps);
  });

  test('sees of publications and withdrawals just what the history says of them', async () => {
    for (const code of ['1', '2', '3']) {
      const all = await stepsOf(api.editor.ask, code);
      const open = all.filter(({ kind }) => ['PUBLISHED', 'WITHDRAWN', 'REINSTATED'].includes(`${kind}`));
      expect(await stepsOf(api.ask, code)).toEqual(
        open.map((step) => ({ ...step, by: null, revision: null })),
      );
    }
  });

  test('of an entry that never was there is nothing to see', async () => {
    expect(await stepsOf(api.ask, '99')).toEqual([]);
    expect(await stepsOf(api.editor.ask, '99')).toEqual([]);
  });
});

test('pages of any size hold the same steps', async () => {
  for (const person of [api.editor, api]) {
    const whole = await stepsOf(person.ask, '2');
    expect(whole.length).toBeGreaterThan(1);
    for (const first of [1, 2, 3]) expect(await stepsOf(person.ask, '2', first)).toEqual(whole);
  }
});

test('a cursor of those who may read the history is none for others', async () => {
  const { data } = await api.editor.ask(QUERY, { code: '3', first: 1 });
  const after = data.catalog.entryHistory.pageInfo.endCursor;
  const { errors } = await api.ask(QUERY, { code: '3', first: 1, after });
  expect(errors?.[0]?.extensions.code).toBe('INVALID_CURSOR');
});
