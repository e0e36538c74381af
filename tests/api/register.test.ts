import { beforeAll, describe, expect, test } from 'vitest';
import {
  CITY,
  COUNTRY,
  does,
  PARK,
  PROVINCE,
  payloadOf,
  REGISTER_ZONE,
  type Shanxi,
  startShanxi,
  zone,
} from './seed.ts';

let api: Shanxi;

beforeAll(async () => {
  api = await startShanxi();
  await zone(api.admin, {
    code: '140882',
    name: { zh: '河津经济技术开发区', en: 'Hejin Development Zone' },
    kind: 'DEVELOPMENT_ZONE',
    zoneLevel: 'NATIONAL',
  });
  await zone(api.admin, {
    code: '140882-A',
    name: { zh: '河津铝工业园' },
    kind: 'INDUSTRIAL_PARK',
    parent: 'zone_140882',
  });
});

test('a zone reads back as it was registered, with the regions it lies in', async () => {
  const { data } = await api.ask(
    `query ($id: ID!) {
      zone(id: $id) {
        __typename id code level name { zh en } kind zoneLevel riskGrade positioning suspended effectiveFrom closed
        areas { id key name { zh } } facts { key } catalogs { id }
        parent { __typename id name { zh } parent { id parent { id level parent { id } } } }
      }
    }`,
    { id: PARK },
  );
  expect(data.zone).toEqual({
    __typename: 'Zone',
    id: PARK,
    code: '140881',
    level: 'ZONE',
    name: { zh: '永济化工园区', en: 'Yongji Chemical Park' },
    kind: 'CHEMICAL_PARK',
    zoneLevel: 'PROVINCIAL',
    riskGrade: 'C',
    positioning: [],
    suspended: false,
    effectiveFrom: '2020-01-01',
    closed: false,
    areas: [
      { id: 'area_140881.core', key: 'core', name: { zh: '核心区' } },
      { id: 'area_140881.east', key: 'east', name: { zh: '东片区' } },
    ],
    facts: [],
    catalogs: [],
    parent: {
      __typename: 'Region',
      id: CITY,
      name: { zh: '运城市' },
      parent: { id: PROVINCE, parent: { id: COUNTRY, level: 'COUNTRY', parent: null } },
    },
  });
});

test('a region lists the zones below it at whatever depth, page by page', async () => {
  const page = `query ($after: String) {
    region(id: "${PROVINCE}") {
      zones(first: 2, after: $after) {
        totalCount edges { node { code } } pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
      }
    }
  }`;
  const first = (await api.ask(page)).data.region.zones;
  expect(first).toMatchObject({
    totalCount: 3,
    edges: [{ node: { code: '140881' } }, { node: { code: '140882' } }],
    pageInfo: { hasNextPage: true, hasPreviousPage: false },
  });
  const second = (await api.ask(page, { after: first.pageInfo.endCursor })).data.region.zones;
  expect(second).toMatchObject({
    totalCount: 3,
    edges: [{ node: { code: '140882-A' } }],
    pageInfo: { hasNextPage: false, hasPreviousPage: true },
  });
});

describe('zones are found', () => {
  test.each<[string, object, readonly string[]]>([
    ['all', {}, ['140881', '140882', '140882-A']],
    ['by kind', { kind: 'CHEMICAL_PARK' }, ['140881']],
    ['by level', { zoneLevel: 'NATIONAL' }, ['140882']],
    ['by risk grade', { riskGrade: 'NONE' }, ['140882', '140882-A']],
    ['in a region', { region: CITY, riskGrade: 'C' }, ['140881']],
    ['in another zone', { region: 'zone_140882' }, ['140882-A']],
    ['by a Chinese word', { text: '开发区' }, ['140882']],
    ['by an English word in any case', { text: 'yongJI' }, ['140881']],
    ['by code', { text: '882-a' }, ['140882-A']],
    ['by pinyin', { text: 'hejin' }, ['140882', '140882-A']],
    ['by initials', { text: 'yjhgyq' }, ['140881']],
    ['that are suspended', { suspended: true }, []],
    ['that exist no more', { closed: true }, []],
    ['nowhere', { region: 'region_999999' }, []],
  ])('%s', async (_, filter, codes) => {
    const { data } = await api.ask(
      'query ($filter: ZoneFilter) { zones(filter: $filter) { edges { node { code } } } }',
      { filter },
    );
    expect(data.zones.edges.map((edge: { node: { code: string } }) => edge.node.code)).toEqual(codes);
  });
});

test('an id of another kind of thing finds nothing', async () => {
  const { data, errors } = await api.ask(
    `{ region(id: "${PARK}") { id } zone(id: "${CITY}") { id } a: node(id: "zone_x") { id } b: node(id: "x") { id } }`,
  );
  expect(errors).toBeUndefined();
  expect(data).toEqual({ region: null, zone: null, a: null, b: null });
});

test('node finds regions and zones', async () => {
  const { data } = await api.ask(
    `{ a: node(id: "${PARK}") { __typename id } b: node(id: "${CITY}") { __typename id } }`,
  );
  expect(data).toEqual({ a: { __typename: 'Zone', id: PARK }, b: { __typename: 'Region', id: CITY } });
});

test.each(['运城', 'yuncheng', 'yc', '1408'])('regions are found by %s', async (text) => {
  const { data } = await api.ask(`{ regions(text: "${text}") { edges { node { id } } } }`);
  expect(data.regions.edges.map(({ node }: { node: { id: string } }) => node.id)).toContain(CITY);
  const none = await api.ask('{ regions(text: "没有这个地方") { totalCount } }');
  expect(none.data.regions.totalCount).toBe(0);
});

describe('only an admin of a place registers there', () => {
  const input = {
    code: 'x1',
    name: { zh: '某园区' },
    parent: CITY,
    kind: 'INDUSTRIAL_PARK',
    zoneLevel: 'OTHER',
    effectiveFrom: '2020-01-01',
    reason: '登记',
  };
  test.each<[string, (api: Shanxi) => ReturnType<Shanxi['ask']>]>([
    ['nobody without a token', ({ ask }) => ask(REGISTER_ZONE, { input })],
    ['no editor', ({ editor }) => editor.ask(REGISTER_ZONE, { input })],
    [
      'no admin of another province',
      ({ as }) => as('wu', 'admin:region_150000').ask(REGISTER_ZONE, { input }),
    ],
  ])('%s', async (_, asked) => {
    expect(payloadOf(await asked(api))).toMatchObject({
      zone: null,
      userErrors: [{ __typename: 'AccessError', code: 'NOT_ALLOWED' }],
    });
  });
});

test('what is wrong with a registration is said with its field', async () => {
  const answer = await api.admin.ask(REGISTER_ZONE, {
    input: {
      code: 'bad code',
      name: { zh: '某园区' },
      parent: CITY,
      kind: 'CHEMICAL_PARK',
      zoneLevel: 'OTHER',
      effectiveFrom: '2020-02-30',
      reason: '登记',
    },
  });
  expect(payloadOf(answer)).toMatchObject({
    zone: null,
    userErrors: [
      { __typename: 'InputError', code: 'INVALID_CODE', path: ['code'] },
      { __typename: 'InputError', code: 'INVALID_DATE', path: ['effectiveFrom'] },
    ],
  });
});

test('a zone that begins later is there by its id, but not yet among the zones of today', async () => {
  await does(api.admin, REGISTER_ZONE, {
    code: '140883',
    name: { zh: '未来园区' },
    parent: CITY,
    kind: 'INDUSTRIAL_PARK',
    zoneLevel: 'OTHER',
    effectiveFrom: '2027-01-01',
    reason: '登记',
  });
  const { data } = await api.ask(
    '{ zone(id: "zone_140883") { effectiveFrom } zones(filter: {text: "未来"}) { totalCount } }',
  );
  expect(data).toEqual({ zone: { effectiveFrom: '2027-01-01' }, zones: { totalCount: 0 } });
});
