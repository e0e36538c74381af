import { beforeAll, expect, test } from 'vitest';
import { PARK_CATALOG, wholeLife } from './history-life.ts';
import { prohibited, type Shanxi, startShanxi } from './seed.ts';

let api: Shanxi;
beforeAll(async () => {
  api = await startShanxi();
  await wholeLife(api);
});

const told = async (locale: 'ZH' | 'EN'): Promise<readonly string[]> => {
  const { data, errors } = await api.officer.ask(
    `{ catalog(id: "${PARK_CATALOG}") { history(first: 100) { edges { node { number changeText(locale: ${locale}) } } } } }`,
  );
  expect(errors).toBeUndefined();
  return data.catalog.history.edges
    .map(({ node }: { node: { changeText: string } }) => node.changeText.replace(/[0-9a-f]{64}/g, '#'))
    .reverse();
};

test('every step of a whole life is told in Chinese as an official would put it', async () => {
  expect(await told('ZH')).toMatchInlineSnapshot(`
    [
      "新建草案，无基准版本。",
      "新增化学品名单“园区禁入化学品”（park.barred）
      - 名称：园区禁入化学品。
      - 成员：碳酰氯（CAS 75-44-5）。",
      "新增条目 1：禁止 1
      - 措施：禁止。
      - 约束力：应当。
      - 适用行业：全部行业。
      - 法律依据：《某某产业禁限目录》（晋某发〔2025〕1号）第一条。
    新增条目 2：限制 2
      - 措施：限制。
      - 约束力：应当。
      - 适用行业：全部行业。
      - 限定条件：总投资低于 3000 万元。
      - 限制条件：“取得主管部门意见”（须提交：意见原件）。
      - 法律依据：《某某产业禁限目录》（晋某发〔2025〕1号）第一条。",
      "修改目录信息
      - 增加发布机关：永济化工园区管委会。",
      "提交草案审核，内容哈希 #。",
      "退回草案，内容哈希 #。",
      "修改条目 2：限制 2
      - 限定条件由“总投资低于 3000 万元”改为“总投资低于 5000 万元”。",
      "重新提交了“1”，内容与原来一致。",
      "提交草案审核，内容哈希 #。",
      "发布第 1 版，自 2026-07-01 起施行，共 2 条，内容哈希 #。溯及既往的理由：与市级目录同步。发布人核实后确认不符合规则 PR-30（条目 2）之处；该规则为：每一条目在本目录和同级、上级现行目录的其他条目之外均有独立作用。发布人核实后确认不符合规则 PR-34之处；该规则为：目录定义的事项和名单均有条件使用。",
      "以第 1 版为基准新建草案。",
      "修改化学品名单“园区禁入化学品”（park.barred）
      - 成员增加：氯（CAS 7782-50-5）。",
      "删除条目 1：禁止 1
      - 措施：禁止。
      - 约束力：应当。
      - 适用行业：全部行业。
      - 法律依据：《某某产业禁限目录》（晋某发〔2025〕1号）第一条。",
      "新增条目 3：禁止 3
      - 措施：禁止。
      - 约束力：应当。
      - 适用行业：2614 有机化学原料制造。
      - 法律依据：《某某产业禁限目录》（晋某发〔2025〕1号）第一条。",
      "提交草案审核，内容哈希 #。",
      "发布第 2 版，自 2027-01-01 起施行，至 2030-12-31 止，共 2 条，内容哈希 #。发布人核实后确认不符合规则 PR-34之处；该规则为：目录定义的事项和名单均有条件使用。",
      "以第 2 版为基准新建草案。",
      "修改条目 3：禁止新建有机化学原料项目
      - 条目内容由“禁止 3”改为“禁止新建有机化学原料项目”。
      - 适用行业由“2614 有机化学原料制造”改为“全部行业”。",
      "放弃草案（以第 2 版为基准，编制、提交人员：qian），内容哈希 #。",
      "提请：撤回第 2 版，自 2027-03-01 起不再适用。",
      "撤回第 2 版，自 2027-03-01 起不再适用。
    确认“sun”于 2026-11-23 的提请（事由：依法调整）。",
      "以第 1 版为基准新建草案。",
      "提请：废止目录（届时适用第 1 版），自 2027-06-01 起不再适用。",
      "废止目录（现行第 1 版），自 2027-06-01 起不再适用。
    确认“sun”于 2026-11-23 的提请（事由：依法调整）。",
      "提请：撤销自 2027-06-01 起废止目录的决定，目录继续适用。",
      "撤销自 2027-06-01 起废止目录的决定，目录继续适用。
    确认“qian”于 2026-11-23 的提请（事由：废止有误）。",
      "提请：撤回第 1 版，自 2027-09-01 起不再适用。",
      "撤销“sun”于 2026-11-23 的提请（撤回第 1 版，自 2027-09-01 起不再适用。事由：误报）。",
    ]
  `);
});

test('and in English', async () => {
  expect(await told('EN')).toMatchInlineSnapshot(`
    [
      "Opened the first draft, on no version.",
      "Substance list "barred in the park" (park.barred) added
      - name: barred in the park.
      - members: phosgene (CAS 75-44-5).",
      "Entry 1 added: 禁止 1
      - measure: prohibited.
      - force: mandatory.
      - industries covered: every industry.
      - legal basis: 某某产业禁限目录 (晋某发〔2025〕1号), 第一条.
    Entry 2 added: 限制 2
      - measure: restricted.
      - force: mandatory.
      - industries covered: every industry.
      - condition: total investment is less than 3000 ×10 000 CNY.
      - requirement: "取得主管部门意见" (to be handed in: 意见原件).
      - legal basis: 某某产业禁限目录 (晋某发〔2025〕1号), 第一条.",
      "Details of the catalog changed
      - issuer (new): 永济化工园区管委会.",
      "Handed the draft in for publication, content hash #.",
      "Sent the draft back, content hash #.",
      "Entry 2 changed: 限制 2
      - condition: "total investment is less than 3000 ×10 000 CNY" becomes "total investment is less than 5000 ×10 000 CNY".",
      "Put "1" again, just as it was.",
      "Handed the draft in for publication, content hash #.",
      "Published version 1, in force from 2026-07-01 on, 2 entries, content hash #. Why it reaches back: 与市级目录同步. The publisher accepted that this does not keep rule PR-30 (entry 2): Every entry adds something to the other entries of the catalog and of those in force beside and above it. The publisher accepted that this does not keep rule PR-34: Every fact and substance list of the catalog is used by some condition.",
      "Opened a draft on version 1.",
      "Substance list "barred in the park" (park.barred) changed
      - members: added chlorine (CAS 7782-50-5).",
      "Entry 1 removed: 禁止 1
      - measure: prohibited.
      - force: mandatory.
      - industries covered: every industry.
      - legal basis: 某某产业禁限目录 (晋某发〔2025〕1号), 第一条.",
      "Entry 3 added: 禁止 3
      - measure: prohibited.
      - force: mandatory.
      - industries covered: 2614 Manufacture of organic chemical raw materials.
      - legal basis: 某某产业禁限目录 (晋某发〔2025〕1号), 第一条.",
      "Handed the draft in for publication, content hash #.",
      "Published version 2, in force from 2027-01-01 to 2030-12-31, 2 entries, content hash #. The publisher accepted that this does not keep rule PR-34: Every fact and substance list of the catalog is used by some condition.",
      "Opened a draft on version 2.",
      "Entry 3 changed: 禁止新建有机化学原料项目
      - wording: the binding Chinese wording "禁止 3" becomes "禁止新建有机化学原料项目".
      - industries covered: "2614 Manufacture of organic chemical raw materials" becomes "every industry".",
      "Discarded the draft (opened on version 2, edited or submitted by qian), content hash #.",
      "Proposed: Withdraw version 2: from 2027-03-01 on it is not to count.",
      "Withdrew version 2: it does not count from 2027-03-01 on.
    With this the proposal of "sun" of 2026-11-23 was confirmed: "依法调整".",
      "Opened a draft on version 1.",
      "Proposed: Repeal the catalog with version 1: from 2027-06-01 on none of it is to count.",
      "Repealed the catalog with version 1: none of it counts from 2027-06-01 on.
    With this the proposal of "sun" of 2026-11-23 was confirmed: "依法调整".",
      "Proposed: Reverse the repeal of the catalog from 2027-06-01 on: it is to go on counting.",
      "Reversed the repeal of the catalog from 2027-06-01 on: it goes on counting.
    With this the proposal of "qian" of 2026-11-23 was confirmed: "废止有误".",
      "Proposed: Withdraw version 1: from 2027-09-01 on it is not to count.",
      "Withdrew the proposal of "sun" of 2026-11-23, "误报": Withdraw version 1: from 2027-09-01 on it is not to count.",
    ]
  `);
});

test('the same is there as data: what changed, from what to what, and what a publication rests on', async () => {
  const { data, errors } =
    await api.officer.ask(`{ catalog(id: "${PARK_CATALOG}") { history(first: 100) { edges { node {
    number changes(first: 1) { totalCount edges { node {
      kind item contentHash effectiveFrom effectiveTo retroactiveReason proposal version { number }
      fields { path name beforeText afterText(locale: EN) text(locale: EN) }
    } } }
  } } } } }`);
  expect(errors).toBeUndefined();
  const steps = data.catalog.history.edges.map(({ node }: { node: object }) => node).reverse();
  const firstOf = (number: number) => steps[number - 1].changes.edges[0].node;
  expect(steps[2].changes.totalCount).toBe(2);
  expect(firstOf(7)).toMatchObject({
    kind: 'ENTRY_CHANGED',
    item: '2',
    version: null,
    fields: [
      {
        path: ['when'],
        name: '限定条件',
        beforeText: '总投资低于 3000 万元',
        afterText: 'total investment is less than 5000 ×10 000 CNY',
        text: 'condition: "total investment is less than 3000 ×10 000 CNY" becomes "total investment is less than 5000 ×10 000 CNY".',
      },
    ],
  });
  expect(firstOf(10)).toMatchObject({
    kind: 'VERSION_PUBLISHED',
    item: null,
    version: { number: 1 },
    contentHash: expect.stringMatching(/^[0-9a-f]{64}$/),
    effectiveFrom: '2026-07-01',
    effectiveTo: null,
    retroactiveReason: '与市级目录同步',
    fields: [],
  });
  expect(firstOf(16)).toMatchObject({ effectiveFrom: '2027-01-01', effectiveTo: '2030-12-31' });
  expect(firstOf(18)).toMatchObject({
    kind: 'ENTRY_CHANGED',
    fields: [{ path: ['text'] }, { path: ['industries', 'include'] }],
  });
  expect(firstOf(23)).toMatchObject({
    kind: 'PROPOSED',
    version: { number: 1 },
    effectiveFrom: '2027-06-01',
    proposal: `proposal_${PARK_CATALOG}@23`,
  });
  expect(firstOf(24)).toMatchObject({
    kind: 'CATALOG_REPEALED',
    version: { number: 1 },
    effectiveFrom: '2027-06-01',
  });
  expect(firstOf(26)).toMatchObject({ kind: 'REPEAL_REVERSED', effectiveFrom: '2027-06-01' });
  expect(firstOf(28)).toMatchObject({ kind: 'PROPOSAL_WITHDRAWN', effectiveFrom: '2027-09-01' });
});

test('a step of very many entries is told in part and read page by page', async () => {
  await api.draft({
    key: 'long',
    entries: Array.from({ length: 60 }, (_, place) => prohibited(`${place + 1}`)),
  });
  const ask = (after: string | null) =>
    api.editor.ask(
      `query ($after: String) { catalog(id: "catalog_long") { history(first: 1) { edges { node {
        changeText changes(first: 40, after: $after) { totalCount pageInfo { hasNextPage endCursor } edges { node { item kind } } }
      } } } } }`,
      { after },
    );
  const stepOf = (answer: Awaited<ReturnType<typeof ask>>) => answer.data.catalog.history.edges[0].node;
  const first = stepOf(await ask(null));
  expect(first.changeText.split('\n').at(-1)).toBe('另有 10 项变更未列出，请分页查询。');
  expect(first.changes).toMatchObject({ totalCount: 60, pageInfo: { hasNextPage: true } });
  const second = stepOf(await ask(first.changes.pageInfo.endCursor));
  const items = [first, second].flatMap(({ changes }) =>
    changes.edges.map(({ node }: { node: { item: string } }) => node.item),
  );
  expect(items).toEqual(Array.from({ length: 60 }, (_, place) => `${place + 1}`));
});
