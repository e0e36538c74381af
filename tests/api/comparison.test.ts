import { beforeAll, describe, expect, test } from 'vitest';
import type { Answer } from '../testkit/api.ts';
import { CITY, does, PARK, prohibited, REMOVE, restricted, type Shanxi, startShanxi, zone } from './seed.ts';

let api: Shanxi;
const barred = (...members: readonly string[]) => [
  { key: 'city.barred', name: { zh: '禁止名单', en: 'barred' }, members },
];

beforeAll(async () => {
  api = await startShanxi();
  await zone(api.admin, { code: '140882', name: { zh: '河津园区' }, kind: 'INDUSTRIAL_PARK' });
  const title = { zh: '运城市产业禁限目录', en: 'Catalog of Yuncheng' };
  await api.publish({
    key: 'city',
    of: CITY,
    title,
    lists: barred('75-44-5'),
    entries: [
      restricted('1', { industries: { include: ['2614'], except: [] } }),
      prohibited('2', {
        when: { chemical: { substance: { list: 'city.barred' } } },
        territory: { include: [PARK], except: [] },
      }),
      prohibited('3', { industries: { include: ['2511'], except: [] } }),
    ],
    effectiveTo: '2026-12-31',
  });
  const { id, revision } = await api.draft({
    key: 'city',
    of: CITY,
    lists: barred('75-44-5', '7782-50-5'),
    entries: [
      prohibited('1', { industries: { include: ['2614'], except: [] }, text: { zh: '限制 1' } }),
      prohibited('4', {
        text: { zh: '禁止丁', en: 'No D' },
        industries: { include: ['26'], except: [] },
        validFrom: '2027-03-01',
      }),
    ],
  });
  const { draft } = await does(api.editor, REMOVE, {
    catalog: id,
    expectedRevision: revision,
    codes: ['3'],
    reason: '删除',
  });
  await does(api.editor, SUBMITTED, { catalog: id, expectedRevision: draft.revision, reason: '报送' });
  await does(api.publisher, PUBLISHED, {
    catalog: id,
    contentHash: draft.contentHash,
    effectiveFrom: '2027-01-01',
    reason: '印发',
  });
  // A draft on top, which only those who edit and publish may see.
  await api.draft({ key: 'city', of: CITY, entries: [prohibited('5')] });
  await api.publish({ key: 'park', entries: [prohibited('1')] });
}, 60_000);

const SUBMITTED = `mutation ($input: SubmitDraftInput!) { submitDraft(input: $input) { userErrors { message } } }`;
const PUBLISHED = `mutation ($input: PublishDraftInput!) { publishDraft(input: $input) { userErrors { message } } }`;

const compare = (from: string, to: string, selection: string, ask: Shanxi['editor']['ask'] = api.ask) =>
  ask(`query ($from: ID!, $to: ID!) { compare(from: $from, to: $to) { ${selection} } }`, { from, to });
const V1 = 'catalog_city@1';
const V2 = 'catalog_city@2';
const DRAFT = 'catalog_city@draft';

describe('two versions beside each other', () => {
  test('say what came, went and changed, field by field, and which way', async () => {
    const { data, errors } = await compare(
      V1,
      V2,
      `identical from { id contentHash version { number } draft { status } } to { id entryCount }
      counts { entriesAdded entriesRemoved entriesChanged stricter looser same changed facts lists }
      details { field }
      entries { totalCount edges { node {
        code kind tendency before { measure position } after { measure position }
        fields { path field name before after beforeText afterText text }
      } } }
      lists { key kind membersAdded membersRemoved entries fields { field } before { members } after { members } }`,
    );
    expect(errors).toBeUndefined();
    const { from, entries, ...rest } = data.compare;
    expect(from).toMatchObject({ id: V1, version: { number: 1 }, draft: null });
    expect(rest).toEqual({
      identical: false,
      to: { id: V2, entryCount: 3 },
      counts: {
        entriesAdded: 1,
        entriesRemoved: 1,
        entriesChanged: 1,
        stricter: 2,
        looser: 1,
        same: 0,
        changed: 0,
        facts: 0,
        lists: 1,
      },
      details: [],
      lists: [
        {
          key: 'city.barred',
          kind: 'CHANGED',
          membersAdded: ['7782-50-5'],
          membersRemoved: [],
          entries: ['2'],
          fields: [{ field: 'members' }],
          before: { members: ['75-44-5'] },
          after: { members: ['75-44-5', '7782-50-5'] },
        },
      ],
    });
    const [first, third, fourth] = entries.edges.map(({ node }: { node: object }) => node);
    expect(first).toEqual({
      code: '1',
      kind: 'CHANGED',
      tendency: 'STRICTER',
      before: { measure: 'RESTRICTED', position: 1 },
      after: { measure: 'PROHIBITED', position: 1 },
      fields: [
        {
          path: ['measure'],
          field: 'measure',
          name: '措施',
          before: 'RESTRICTED',
          after: 'PROHIBITED',
          beforeText: '限制',
          afterText: '禁止',
          text: '措施由“限制”改为“禁止”。',
        },
        {
          path: ['requirements', 'opinion'],
          field: 'requirements.opinion',
          name: '限制条件',
          before: { key: 'opinion', text: { zh: '取得主管部门意见' }, evidence: { zh: '意见原件' } },
          after: null,
          beforeText: '“取得主管部门意见”（须提交：意见原件）',
          afterText: '无',
          text: '删去限制条件：“取得主管部门意见”（须提交：意见原件）。',
        },
      ],
    });
    expect(third).toMatchObject({ code: '3', kind: 'REMOVED', tendency: 'LOOSER', after: null });
    expect(fourth).toMatchObject({ code: '4', kind: 'ADDED', tendency: 'STRICTER', before: null });
  });

  test('are told in words in either language', async () => {
    const { data } = await compare(V1, V2, 'zh: text en: text(locale: EN)');
    expect(data.compare.zh.split('\n')[0]).toBe(
      '《运城市产业禁限目录》第 2 版与第 1 版相比：条目新增 1 条、修改 1 条、删除 1 条；事项变动 0 项，化学品名单变动 1 份，产品类别变动 0 个，目录信息变动 0 项。',
    );
    expect(data.compare.en).toContain('Entry 4 added (stricter): No D\n  - measure: prohibited.');
  });

  test('turned round say the contrary', async () => {
    const { data } = await compare(V2, V1, 'entries { edges { node { code kind tendency } } }');
    expect(data.compare.entries.edges.map(({ node }: { node: object }) => node)).toEqual([
      { code: '1', kind: 'CHANGED', tendency: 'LOOSER' },
      { code: '3', kind: 'ADDED', tendency: 'STRICTER' },
      { code: '4', kind: 'REMOVED', tendency: 'LOOSER' },
    ]);
  });

  test('are identical where a version is compared with itself', async () => {
    const { data } = await compare(
      V1,
      V1,
      'identical text entries { totalCount } releaseNotes { dates { date } }',
    );
    expect(data.compare).toEqual({
      identical: true,
      text: '《运城市产业禁限目录》第 1 版与第 1 版内容一致。',
      entries: { totalCount: 0 },
      releaseNotes: { dates: [] },
    });
  });

  test('come page by page and by kind, with cursors good for the same question only', async () => {
    const page = (first: number, after?: string, filter = '{}') =>
      compare(
        V1,
        V2,
        `entries(first: ${first}, filter: ${filter}${after ? `, after: "${after}"` : ''}) {
          totalCount pageInfo { endCursor hasNextPage } edges { node { code } } }`,
      );
    const codes = ({ data }: Answer) =>
      data.compare.entries.edges.map(({ node }: { node: { code: string } }) => node.code);
    const first = await page(2);
    expect(codes(first)).toEqual(['1', '3']);
    const { endCursor } = first.data.compare.entries.pageInfo;
    expect(codes(await page(2, endCursor))).toEqual(['4']);
    expect(codes(await page(9, undefined, '{ kinds: [ADDED, REMOVED], tendencies: [STRICTER] }'))).toEqual([
      '4',
    ]);
    const { errors } = await page(2, endCursor, '{ kinds: [ADDED] }');
    expect(errors).toMatchObject([{ extensions: { code: 'INVALID_CURSOR' } }]);
    expect((await page(101)).errors).toMatchObject([{ extensions: { code: 'INVALID_PAGE_SIZE' } }]);
  });
});

describe('a version and the draft', () => {
  test('are compared for those who may see the draft', async () => {
    const { data } = await compare(
      V2,
      DRAFT,
      'to { id draft { status } version { id } } entries { edges { node { code } } } releaseNotes { effectiveFrom text }',
      api.editor.ask,
    );
    expect(data.compare).toMatchObject({
      to: { id: DRAFT, draft: { status: 'EDITING' }, version: null },
      entries: { edges: [{ node: { code: '5' } }] },
      releaseNotes: { effectiveFrom: null, text: expect.stringContaining('尚未发布，施行日期待定。') },
    });
  });

  test.each([
    ['a draft that the caller may not see', V2, DRAFT],
    ['a draft that does not exist', 'catalog_park@1', 'catalog_park@draft'],
    ['a version that does not exist', V1, 'catalog_city@9'],
    ['a catalog that does not exist', 'catalog_none@1', 'catalog_none@2'],
    ['an id of something else', 'catalog_city', V1],
  ])('give nothing for %s, from either side and to anybody', async (_, from, to) => {
    const asked = [await compare(from, to, 'identical'), await compare(to, from, 'identical')];
    if (from !== V2) asked.push(await compare(from, to, 'identical', api.editor.ask));
    expect(asked.map(({ body }) => body)).toEqual(asked.map(() => '{"data":{"compare":null}}'));
  });
});

test.each([
  ['there or not', V1, 'catalog_park@1'],
  ['nor seen', V1, 'catalog_park@draft'],
  ['nor anywhere', V1, 'catalog_none@7'],
])('two catalogs are not compared, be they %s', async (_, from, to) => {
  const { data, errors } = await compare(from, to, 'identical');
  expect(data).toEqual({ compare: null });
  expect(errors).toMatchObject([
    {
      extensions: {
        code: 'DIFFERENT_CATALOGS',
        zh: `“${from}”与“${to}”不属于同一目录，只能比对同一目录的版本和草案。`,
      },
    },
  ]);
});

describe('the release notes of a version', () => {
  const NOTES = `from { id } to { id } effectiveFrom effectiveTo everyIndustry unknownIndustries
    dates { date kind entries } zones { totalCount edges { node { code } } } industries { code }
    counts { stricter looser } entries(filter: { kinds: [REMOVED] }) { edges { node { code } } } text`;

  test('are drawn from its comparison with the version before, and anybody may read them', async () => {
    const { data, errors } = await api.ask(
      `{ releaseNotes(version: "${V2}") { ${NOTES} } catalogVersion(id: "${V2}") { releaseNotes { ${NOTES} } } }`,
    );
    expect(errors).toBeUndefined();
    const { text, ...notes } = data.releaseNotes;
    expect(notes).toEqual({
      from: { id: V1 },
      to: { id: V2 },
      effectiveFrom: '2027-01-01',
      effectiveTo: null,
      // Entry 2 tests a list that has one more member now, and is about every industry.
      everyIndustry: true,
      industries: expect.arrayContaining([{ code: 'C' }]),
      unknownIndustries: [],
      dates: [{ date: '2027-03-01', kind: 'VALID_FROM', entries: ['4'] }],
      zones: { totalCount: 2, edges: [{ node: { code: '140881' } }, { node: { code: '140882' } }] },
      counts: { stricter: 2, looser: 1 },
      entries: { edges: [{ node: { code: '3' } }] },
    });
    expect(text.split('\n').slice(0, 3)).toEqual([
      '《运城市产业禁限目录》第 2 版修订说明',
      '施行日期：自 2027-01-01 起施行，直至被新版替代、撤回或目录废止。',
      '对照：第 1 版。',
    ]);
    expect(data.catalogVersion.releaseNotes).toEqual(data.releaseNotes);
  });

  test('of the first version call everything new', async () => {
    const { data } = await api.ask(`{ releaseNotes(version: "${V1}") { ${NOTES} } }`);
    expect(data.releaseNotes).toMatchObject({ from: null, effectiveTo: '2026-12-31' });
    expect(data.releaseNotes.text).toContain('此前没有可对照的生效版本，全部条目均为新增。');
  });

  test('are nothing where there is no such version, and of a draft only through a comparison', async () => {
    for (const id of ['catalog_city@9', 'catalog_none@1', DRAFT, 'zone_1'])
      expect((await api.editor.ask(`{ releaseNotes(version: "${id}") { text } }`)).data).toEqual({
        releaseNotes: null,
      });
  });
});
