import { DeleteItemCommand, GetItemCommand, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { beforeEach, describe, expect, test } from 'vitest';
import { verifyExport } from '../../services/domain/chain/verify-export.ts';
import type { Answer, Person } from '../testkit/api.ts';
import {
  agreed,
  CHANGE_ZONE,
  CITY,
  COUNTRY,
  CREATE,
  DECIDE,
  does,
  PARK,
  PROVINCE,
  prohibited,
  REGISTER_ZONE,
  region,
  type Shanxi,
  startShanxi,
  zoneInput,
} from './seed.ts';

let api: Shanxi;
beforeEach(async () => {
  api = await startShanxi();
});

const PARK_RECORD = {
  code: '140881',
  name: { zh: '永济化工园区', en: 'Yongji Chemical Park' },
  kind: 'CHEMICAL_PARK',
  riskGrade: 'C',
  areas: [
    { key: 'core', name: { zh: '核心区' } },
    { key: 'east', name: { zh: '东片区' } },
  ],
};

const QUERY = `query ($first: Int, $after: String) { registerHistory(first: $first, after: $after) {
  pageInfo { hasNextPage endCursor }
  edges { node { number by reason at hash previousHash zh: changeText en: changeText(locale: EN) changes {
    kind effectiveFrom jurisdiction { id } catalog { id } fields { field before after } text
  } } }
} }`;

type Step = Record<string, unknown>;
async function stepsOf(person: Person, first = 50): Promise<Step[]> {
  const steps: Step[] = [];
  for (let after: string | null = null; ; ) {
    const { data, errors }: Answer = await person.ask(QUERY, { first, after });
    expect(errors).toBeUndefined();
    const { edges, pageInfo } = data.registerHistory;
    steps.push(...edges.map(({ node }: { node: Step }) => node));
    if (!pageInfo.hasNextPage) return steps;
    after = pageInfo.endCursor;
  }
}

test('says in words what was registered, changed, closed and created', async () => {
  await agreed(
    api,
    REGISTER_ZONE,
    zoneInput({
      ...PARK_RECORD,
      name: { zh: '永济经济技术开发区' },
      riskGrade: 'B',
      suspended: true,
      areas: [{ key: 'core', name: { zh: '核心区' } }],
      positioning: ['新材料'],
      effectiveFrom: '2026-12-01',
      reason: '更名并重新评级',
    }),
  );
  await does(api.editor, CREATE, {
    jurisdiction: PARK,
    key: 'own',
    title: { zh: '园区目录' },
    reason: '新建',
  });
  const steps = await stepsOf(api.admin);
  const regraded =
    '变更“永济化工园区”（zone_140881），自 2026-12-01 起：名称由“永济化工园区（Yongji Chemical Park）”改为“永济经济技术开发区”；安全风险等级由“C 级（一般安全风险）”改为“B 级（较高安全风险）”；产业定位由“无”改为“新材料”；片区由“核心区 (core)、东片区 (east)”改为“核心区 (core)”；暂停新建项目审批由“否”改为“是”。';
  expect(steps.map(({ zh }) => zh)).toEqual([
    '新建目录《园区目录》（catalog_own），属永济化工园区。',
    `${regraded}\n确认“zhao”于 2026-11-23 的提请（事由：更名并重新评级）。`,
    `提请（待另一人确认）：${regraded}`,
    '登记“永济化工园区”（zone_140881），自 2020-01-01 起：名称为永济化工园区（Yongji Chemical Park）；上级为运城市 (region_140800)；园区类型为化工园区；园区级别为省级；安全风险等级为C 级（一般安全风险）；片区为核心区 (core)、东片区 (east)；暂停新建项目审批为否。',
    '登记“运城市”（region_140800），自 2020-01-01 起：名称为运城市；上级为山西省 (region_140000)。',
    '登记“山西省”（region_140000），自 2020-01-01 起：名称为山西省；上级为中国 (region_100000)。',
    '登记“中国”（region_100000），自 2020-01-01 起：名称为中国（China）。',
  ]);
  expect(steps[1]).toMatchObject({
    number: 6,
    by: 'zheng',
    reason: '情况属实',
    en: 'Changed "Yongji Chemical Park" (zone_140881) from 2026-12-01 on: name changed from "Yongji Chemical Park (永济化工园区)" to "永济经济技术开发区"; safety risk grade changed from "C (moderate risk)" to "B (fairly high risk)"; positioning changed from "none" to "新材料"; areas changed from "核心区 (core), 东片区 (east)" to "核心区 (core)"; approval of new projects suspended changed from "no" to "yes".\nWith this the proposal of "zhao" of 2026-11-23 was confirmed: "更名并重新评级".',
    previousHash: steps[2]!.hash,
    changes: [
      {
        kind: 'CHANGED',
        effectiveFrom: '2026-12-01',
        jurisdiction: { id: PARK },
        catalog: null,
        fields: [{ field: '名称' }, { field: '安全风险等级', before: 'C 级（一般安全风险）' }, {}, {}, {}],
      },
      { kind: 'PROPOSAL_CONFIRMED', jurisdiction: { id: PARK } },
    ],
  });
  expect(steps[0]).toMatchObject({
    changes: [
      {
        kind: 'CATALOG_CREATED',
        effectiveFrom: null,
        jurisdiction: null,
        catalog: { id: 'catalog_own' },
        fields: [],
      },
    ],
  });
  for (const first of [1, 2, 4]) expect(await stepsOf(api.admin, first)).toEqual(steps);
});

test('tells a change from an earlier day by what held on that day, and where it carries on to', async () => {
  const change = (more: object) => agreed(api, CHANGE_ZONE, { zone: PARK, reason: '变更', ...more });
  await change({ effectiveFrom: '2027-03-01', riskGrade: 'B' });
  await change({ effectiveFrom: '2027-01-01', suspended: true });
  const [step, proposed] = await stepsOf(api.admin);
  const zh =
    '变更“永济化工园区”（zone_140881），自 2027-01-01 起：暂停新建项目审批由“否”改为“是”。此后自 2027-03-01 起的登记一并变更。';
  const en =
    'Changed "Yongji Chemical Park" (zone_140881) from 2027-01-01 on: approval of new projects suspended changed from "no" to "yes". The records from 2027-03-01 on are changed with it.';
  expect(proposed).toMatchObject({
    zh: `提请（待另一人确认）：${zh}`,
    en: `Proposed, for another to confirm: ${en}`,
    changes: [{ kind: 'PROPOSED', effectiveFrom: '2027-01-01', fields: [{ field: '暂停新建项目审批' }] }],
  });
  expect(step).toMatchObject({
    zh: `${zh}\n确认“zhao”于 2026-11-23 的提请（事由：变更）。`,
    en: `${en}\nWith this the proposal of "zhao" of 2026-11-23 was confirmed: "变更".`,
    changes: [
      ...['2027-01-01', '2027-03-01'].map((effectiveFrom) => ({
        kind: 'CHANGED',
        effectiveFrom,
        fields: [{ field: '暂停新建项目审批', before: '否', after: '是' }],
      })),
      { kind: 'PROPOSAL_CONFIRMED', effectiveFrom: '2027-01-01' },
    ],
  });
});

describe('is shown to admins', () => {
  test('as far as what it concerns lies where they keep the register', async () => {
    await region(api.admin, {
      code: '150000',
      level: 'PROVINCE',
      name: { zh: '内蒙古自治区' },
      parent: COUNTRY,
    });
    const numbersFor = async (...roles: string[]) =>
      (await stepsOf(api.as('wu', ...roles))).map(({ number }) => number);
    expect(await numbersFor(`admin:${COUNTRY}`)).toEqual([5, 4, 3, 2, 1]);
    expect(await numbersFor(`admin:${PROVINCE}`)).toEqual([4, 3, 2]);
    expect(await numbersFor(`admin:${CITY}`)).toEqual([4, 3]);
    expect(await numbersFor('admin:region_150000')).toEqual([5]);
    expect(await numbersFor('admin:region_990000')).toEqual([]);
  });

  test('and to nobody else', async () => {
    for (const person of [api, api.as('wu'), api.editor, api.publisher, api.officer])
      expect((await person.ask(QUERY)).data.registerHistory).toBeNull();
  });
});

const VERIFY = `query ($heads: [ChainHeadInput!], $decision: ID) {
  verifyRegister(heads: $heads, decision: $decision) { whole fault brokenAt headsCompared head { revision } text } }`;
const keyOf = (seq: number) => ({
  PK: { S: 'CHAIN#register' },
  SK: { S: `REV#${String(seq).padStart(12, '0')}` },
});

describe('is verified as a whole', () => {
  const verify = async (said: object = {}) => {
    const { data, errors } = await api.admin.ask(VERIFY, said);
    expect(errors).toBeUndefined();
    return data.verifyRegister;
  };

  test('by itself, against earlier heads and against a decision', async () => {
    await api.publish({ key: 'own', entries: [prohibited('1')] });
    const officer = api.as('zheng', `officer:${COUNTRY}`);
    const { decision } = await does(officer, DECIDE, {
      project: { zone: PARK, industries: ['2614'] },
      idempotencyKey: 'k',
    });
    const heads = (await stepsOf(api.admin)).map(({ number, hash }) => ({ revision: number, hash }));
    expect(await verify({ heads, decision: decision.id })).toMatchObject({
      whole: true,
      headsCompared: 6,
      head: { revision: 5 },
    });
    for (const seq of [5, 4])
      await api.client.send(new DeleteItemCommand({ TableName: api.tableName, Key: keyOf(seq) }));
    expect(await verify()).toMatchObject({ whole: true });
    expect(await verify({ heads })).toMatchObject({ fault: 'GAP', brokenAt: 4 });
  });

  test('even where its newest revision was tampered with, so that nothing else can be read', async () => {
    const { Item } = await api.client.send(new GetItemCommand({ TableName: api.tableName, Key: keyOf(4) }));
    await api.client.send(
      new PutItemCommand({ TableName: api.tableName, Item: { ...Item, actor: { S: '别人' } } }),
    );
    const fresh = api.asIf({ store: api.another({ cache: { headMs: 0 } }) });
    const token = await api.issuer.token('zhao', [`admin:${COUNTRY}`]);
    const { data } = await fresh(VERIFY, {}, token);
    expect(data.verifyRegister).toMatchObject({ whole: false, fault: 'HASH', brokenAt: 4 });
    const other = await fresh(VERIFY, {}, await api.issuer.token('wu', [`admin:${PROVINCE}`]));
    expect(other.data.verifyRegister).toBeNull();
  });

  test('and exported, by admins of every root of it', async () => {
    const EXPORT = '{ exportRegister { lines hasNextPage } }';
    const { data } = await api.admin.ask(EXPORT);
    const verification = verifyExport(() => ({ heads: [], read: [] }));
    for (const line of data.exportRegister.lines) verification.next(line);
    expect(verification.end()).toMatchObject({ chain: 'register', head: { seq: 4 }, broken: null });
    for (const person of [api, api.editor, api.as('wu', `admin:${PROVINCE}`)]) {
      expect((await person.ask(EXPORT)).data.exportRegister).toBeNull();
      expect((await person.ask(VERIFY)).data.verifyRegister).toBeNull();
    }
    // A second country: its admin and ours see the whole only together.
    const both = api.as('ma', 'admin:region_900000', `admin:${COUNTRY}`);
    await region(both, { code: '900000', level: 'COUNTRY', name: { zh: '示例国' } });
    expect((await api.admin.ask(EXPORT)).data.exportRegister).toBeNull();
    expect((await both.ask(EXPORT)).data.exportRegister.lines).toHaveLength(5);
  });
});
