import { beforeEach, describe, expect, test } from 'vitest';
import {
  agreed,
  CHANGE_REGION,
  CHANGE_ZONE,
  CITY,
  CLOSE,
  confirms,
  PARK,
  PROVINCE,
  payloadOf,
  prohibited,
  REGISTER_REGION,
  REGISTER_ZONE,
  region,
  type Shanxi,
  startShanxi,
  withdraws,
  zone,
} from './seed.ts';

let api: Shanxi;
beforeEach(async () => {
  api = await startShanxi();
});

const change = (more: object) => ({ zone: PARK, effectiveFrom: '2026-12-01', reason: '办理变更', ...more });
const refused = async (mutation: string, input: object, { ask } = api.admin) =>
  payloadOf(await ask(mutation, { input })).userErrors.map(
    ({ __typename, code, path }: { __typename: string; code: string; path: string[] | null }) =>
      `${__typename} ${code} ${path?.join('.') ?? ''}`.trim(),
  );
const OUTCOME = `query ($zone: ID!, $on: Date) {
  assess(project: { zone: $zone, industries: ["2611"] }, on: $on) {
    assessment { outcome reasons { code fact } findings { entry { code } } }
  } }`;
const outcomeOn = async (on: string) =>
  (await api.ask(OUTCOME, { zone: PARK, on })).data.assess.assessment.outcome;

test('a zone is regraded from a day on, and projects of an earlier day see the earlier grade', async () => {
  await api.publish({
    key: 'city',
    of: CITY,
    entries: [prohibited('1', { when: { choice: { fact: 'zone.riskGrade', oneOf: ['A'] } } })],
  });
  await agreed(api, CHANGE_ZONE, change({ riskGrade: 'A' }));
  expect([await outcomeOn('2026-11-30'), await outcomeOn('2026-12-01')]).toEqual(['ADMITTED', 'REFUSED']);

  const { data } = await api.ask(
    `query ($id: ID!) {
      today: zone(id: $id) { riskGrade effectiveFrom effectiveTo }
      then: zone(id: $id, on: "2026-12-01") { riskGrade effectiveFrom effectiveTo name { zh } }
      never: zone(id: $id, on: "2019-12-31") { id }
      graded: zones(filter: {riskGrade: A}) { totalCount }
      gradedThen: zones(filter: {riskGrade: A}, on: "2026-12-01") { edges { node { code riskGrade } } }
    }`,
    { id: PARK },
  );
  expect(data).toEqual({
    today: { riskGrade: 'C', effectiveFrom: '2020-01-01', effectiveTo: '2026-11-30' },
    then: { riskGrade: 'A', effectiveFrom: '2026-12-01', effectiveTo: null, name: { zh: '永济化工园区' } },
    never: null,
    graded: { totalCount: 0 },
    gradedThen: { edges: [{ node: { code: '140881', riskGrade: 'A' } }] },
  });
});

test('a park is suspended although its renaming is registered already, and stays so until it is resumed', async () => {
  await agreed(api, CHANGE_ZONE, change({ name: { zh: '永济绿色化工园' }, effectiveFrom: '2027-01-01' }));
  await agreed(api, CHANGE_ZONE, change({ suspended: true, effectiveFrom: '2026-11-24' }));
  await agreed(api, CHANGE_ZONE, change({ suspended: false, effectiveFrom: '2027-11-24' }));
  const { data } = await api.ask(
    `query ($id: ID!) { zone(id: $id) { records(first: 3) {
      totalCount pageInfo { hasNextPage }
      edges { node { ... on Zone { effectiveFrom effectiveTo suspended name { zh } } } }
    } } }`,
    { id: PARK },
  );
  expect(data.zone.records).toEqual({
    totalCount: 4,
    pageInfo: { hasNextPage: true },
    edges: [
      {
        node: {
          effectiveFrom: '2027-11-24',
          effectiveTo: null,
          suspended: false,
          name: { zh: '永济绿色化工园' },
        },
      },
      {
        node: {
          effectiveFrom: '2027-01-01',
          effectiveTo: '2027-11-23',
          suspended: true,
          name: { zh: '永济绿色化工园' },
        },
      },
      {
        node: {
          effectiveFrom: '2026-11-24',
          effectiveTo: '2026-12-31',
          suspended: true,
          name: { zh: '永济化工园区' },
        },
      },
    ],
  });
});

test('records are paged by their days, whatever is registered in between', async () => {
  for (const day of ['2026-12-01', '2026-12-03', '2026-12-05'])
    await agreed(api, CHANGE_ZONE, change({ name: { zh: day }, effectiveFrom: day }));
  const PAGE = `query ($id: ID!, $after: String) { zone(id: $id) { records(first: 2, after: $after) {
    edges { node { effectiveFrom } } pageInfo { endCursor hasNextPage } } } }`;
  const page = async (after?: string) => (await api.ask(PAGE, { id: PARK, after })).data.zone.records;
  const days = ({ edges }: { edges: { node: { effectiveFrom: string } }[] }) =>
    edges.map(({ node }) => node.effectiveFrom);
  const first = await page();
  await agreed(api, CHANGE_ZONE, change({ name: { zh: '新' }, effectiveFrom: '2026-12-04' }));
  await agreed(api, CHANGE_ZONE, change({ name: { zh: '旧' }, effectiveFrom: '2026-12-02' }));
  const second = await page(first.pageInfo.endCursor);
  const third = await page(second.pageInfo.endCursor);
  expect([days(first), days(second), days(third)]).toEqual([
    ['2026-12-05', '2026-12-03'],
    ['2026-12-02', '2026-12-01'],
    ['2020-01-01'],
  ]);
});

test('a region is renamed and moved, and what lies in it goes along', async () => {
  await region(api.admin, {
    code: '150000',
    level: 'PROVINCE',
    name: { zh: '内蒙古自治区' },
    parent: 'region_100000',
  });
  await agreed(api, CHANGE_REGION, {
    region: CITY,
    parent: 'region_150000',
    name: { zh: '某盟' },
    effectiveFrom: '2027-01-01',
    reason: '区划调整',
  });
  const LIST = `query ($on: Date) { region(id: "region_150000", on: $on) { zones { edges { node { id parent { name { zh } parent { id } } } } } } }`;
  const list = async (on?: string) => (await api.ask(LIST, { on })).data.region.zones.edges;
  expect(await list()).toEqual([]);
  expect(await list('2026-12-31')).toEqual([]);
  expect(await list('2027-01-01')).toEqual([
    { node: { id: PARK, parent: { name: { zh: '某盟' }, parent: { id: 'region_150000' } } } },
  ]);
});

describe('a jurisdiction is closed', () => {
  const close = (jurisdiction: string, effectiveFrom = '2026-12-01') => ({
    jurisdiction,
    effectiveFrom,
    reason: '撤销',
  });

  test('when nothing in it is open any more, and then admits nothing', async () => {
    const answer = await api.admin.ask(CLOSE, { input: close(CITY) });
    expect(payloadOf(answer)).toMatchObject({
      proposal: null,
      userErrors: [{ code: 'STILL_OPEN_INSIDE', message: expect.stringContaining(PARK) }],
    });
    await agreed(api, CLOSE, close(PARK));
    expect((await agreed(api, CLOSE, close(CITY))).jurisdiction).toEqual({
      id: CITY,
      closed: true,
      effectiveFrom: '2026-12-01',
      name: { zh: '运城市' },
    });
    const { data, errors } = await api.ask(
      `{ before: zones { totalCount } after: zones(on: "2026-12-01") { totalCount }
         closed: zones(on: "2026-12-01", filter: { closed: true }) { edges { node { id closed } } } }`,
    );
    expect(errors).toBeUndefined();
    expect(data).toEqual({
      before: { totalCount: 1 },
      after: { totalCount: 0 },
      closed: { edges: [{ node: { id: PARK, closed: true } }] },
    });
    const asked = (on: string) =>
      api.ask(`query ($on: Date) { assess(project: { zone: "${PARK}" }, on: $on) { userErrors { code } } }`, {
        on,
      });
    expect((await asked('2026-11-30')).data.assess.userErrors).toEqual([]);
    expect((await asked('2026-12-01')).data.assess.userErrors).toEqual([{ code: 'ZONE_CLOSED' }]);
  });

  test('once, and is changed no more; its parent may enter it again', async () => {
    await agreed(api, CLOSE, close(PARK));
    expect(await refused(CLOSE, close(PARK, '2027-01-01'))).toEqual([
      'StateError JURISDICTION_CLOSED jurisdiction',
    ]);
    expect(await refused(CHANGE_ZONE, change({ suspended: true }))).toEqual([
      'StateError JURISDICTION_CLOSED zone',
    ]);
    const again = {
      code: '140881',
      name: { zh: '永济产业园' },
      parent: CITY,
      kind: 'INDUSTRIAL_PARK',
      zoneLevel: 'OTHER',
      effectiveFrom: '2028-01-01',
      reason: '恢复设立',
    };
    const own = api.as('wu', `admin:${PARK}`);
    expect(await refused(REGISTER_ZONE, again, own)).toEqual(['AccessError NOT_ALLOWED']);
    await agreed({ ...api, admin: api.as('wu', `admin:${CITY}`) }, REGISTER_ZONE, again);
    const { data } = await api.ask(
      `{ a: zone(id: "${PARK}", on: "2027-12-31") { closed } b: zone(id: "${PARK}", on: "2028-01-01") { closed name { zh } } }`,
    );
    expect(data).toEqual({ a: { closed: true }, b: { closed: false, name: { zh: '永济产业园' } } });
  });

  test('by an admin of its parent, not by its own', async () => {
    expect(await refused(CLOSE, close(PARK), api.as('wu', `admin:${PARK}`))).toEqual([
      'AccessError NOT_ALLOWED',
    ]);
    await agreed({ ...api, admin: api.as('wu', `admin:${CITY}`) }, CLOSE, close(PARK));
  });
});

describe('facts of a zone are those that its catalogs define', () => {
  const definition = { about: 'ZONE', name: { zh: '事项' }, question: { zh: '是什么？' } };
  const state = (key: string, value: object) => change({ facts: [{ key, value }] });
  beforeEach(async () => {
    await api.publish({
      key: 'city',
      of: CITY,
      facts: [
        { ...definition, key: 'city.closed', type: 'FLAG' },
        { ...definition, key: 'city.class', type: 'CHOICE', options: ['X', 'Y'] },
        { ...definition, key: 'city.stations', type: 'NUMBER', integer: true },
        { ...definition, key: 'city.asked', type: 'FLAG', about: 'PROJECT' },
      ],
      entries: [prohibited('1', { when: { flag: { fact: 'city.closed', is: false } } })],
      acknowledge: [{ rule: 'PR-27', entry: '1' }],
    });
  });

  test.each<[string, object, string]>([
    ['city.closed', { number: '1' }, 'WRONG_TYPE facts.0.value'],
    ['city.class', { choice: 'Z' }, 'OUT_OF_RANGE facts.0.value.choice'],
    ['city.stations', { number: '1.5' }, 'OUT_OF_RANGE facts.0.value.number'],
    ['city.stations', { number: '-1' }, 'OUT_OF_RANGE facts.0.value.number'],
    ['city.asked', { flag: true }, 'UNKNOWN_FACT facts.0.key'],
    ['city.colsed', { flag: true }, 'UNKNOWN_FACT facts.0.key'],
    ['citty.closed', { flag: true }, 'UNKNOWN_FACT facts.0.key'],
    ['closed', { flag: true }, 'UNKNOWN_FACT facts.0.key'],
    ['zone.suspended', { flag: true }, 'BUILT_IN_FACT facts.0.key'],
  ])('%s stated as %j is refused and changes nothing', async (key, value, fault) => {
    const { head } = await api.store.readRegister({ consistent: true });
    expect(await refused(CHANGE_ZONE, state(key, value))).toEqual([`InputError ${fault}`]);
    expect((await api.store.readRegister({ consistent: true })).head).toEqual(head);
  });

  test('stated rightly they count from their day on, until they are dropped', async () => {
    expect(await outcomeOn('2026-12-01')).toBe('REVIEW');
    await agreed(api, CHANGE_ZONE, state('city.closed', { flag: true }));
    await agreed(
      api,
      CHANGE_ZONE,
      change({ facts: [{ key: 'city.class', value: { choice: 'X' } }], effectiveFrom: '2026-12-05' }),
    );
    await agreed(api, CHANGE_ZONE, change({ dropFacts: ['city.closed'], effectiveFrom: '2026-12-10' }));
    expect([
      await outcomeOn('2026-11-30'),
      await outcomeOn('2026-12-09'),
      await outcomeOn('2026-12-10'),
    ]).toEqual(['REVIEW', 'ADMITTED', 'REVIEW']);
  });

  test('of a version that takes effect later, and of a catalog that has published nothing yet, they can be stated before', async () => {
    await api.publish({
      key: 'city',
      facts: [{ ...definition, key: 'city.later', type: 'FLAG' }],
      entries: [prohibited('2')],
      acknowledge: [{ rule: 'PR-27', entry: '1' }],
      effectiveFrom: '2027-01-01',
    });
    await agreed(api, CHANGE_ZONE, state('city.later', { flag: true }));
    await api.draft({ key: 'park' });
    await agreed(api, CHANGE_ZONE, state('park.any', { flag: true }));
  });

  test('a new zone states them in the same way', async () => {
    const input = {
      code: 'n',
      name: { zh: '新园区' },
      parent: CITY,
      kind: 'INDUSTRIAL_PARK',
      zoneLevel: 'OTHER',
      effectiveFrom: '2026-01-01',
      reason: '登记',
    };
    const stating = (key: string) => ({ ...input, facts: [{ key, value: { flag: true } }] });
    expect(await refused(REGISTER_ZONE, stating('city.colsed'))).toEqual([
      'InputError UNKNOWN_FACT facts.0.key',
    ]);
    await agreed(api, REGISTER_ZONE, stating('city.closed'));
  });
});

describe('nothing leaves the law of its country by becoming a root', () => {
  const again = (more: object) => ({ effectiveFrom: '2026-12-01', reason: '更名', ...more });

  test('a region entered anew without its parent is refused, whoever forgot it or means it', async () => {
    await api.publish({ key: 'country', of: 'region_100000', entries: [prohibited('1')] });
    await api.publish({ key: 'park', entries: [prohibited('2', { industries: { include: ['A'] } })] });
    await region(api.admin, { code: '140881', level: 'COUNTY', name: { zh: '永济市' }, parent: CITY });
    const province = again({ code: '140000', level: 'PROVINCE', name: { zh: '山西' } });
    expect(await refused(REGISTER_REGION, province)).toEqual(['InputError REQUIRED parent']);
    const county = again({ code: '140881', level: 'COUNTY', name: { zh: '永济' } });
    const ofCity = api.as('zhou', `admin:${CITY}`);
    expect(await refused(REGISTER_REGION, county, ofCity)).toEqual(['InputError REQUIRED parent']);
    expect(await outcomeOn('2026-12-01')).toBe('REFUSED');
  });

  test('nor is one opened again without it', async () => {
    await region(api.admin, { code: '140881', level: 'COUNTY', name: { zh: '永济市' }, parent: CITY });
    await agreed(api, CLOSE, {
      jurisdiction: 'region_140881',
      effectiveFrom: '2026-11-24',
      reason: '撤销',
    });
    const county = again({ code: '140881', level: 'COUNTY', name: { zh: '永济市' } });
    expect(await refused(REGISTER_REGION, county)).toEqual(['InputError REQUIRED parent']);
    await region(api.admin, { ...county, parent: CITY });
  });
});

describe('what catalogs name as territory is not lost by the way', () => {
  const core = `area_140881.core`;
  const withoutCore = { areas: [{ key: 'east', name: { zh: '东片区' } }] };
  const AREAS = [{ key: 'core', name: { zh: '核心区' } }, ...withoutCore.areas];

  test('an area that entries name, in force or to come, is dropped only knowingly', async () => {
    const named = prohibited('1', { territory: { include: [core], except: [] } });
    const pastThen = prohibited('8', { territory: { include: [core], except: [] }, validTo: '2026-11-30' });
    await api.publish({ key: 'city', of: CITY, entries: [named, prohibited('2'), pastThen] });
    await api.publish({
      key: 'park',
      entries: [prohibited('7', { printedAs: '（二）7', territory: { include: [core], except: [] } })],
      effectiveFrom: '2027-01-01',
    });
    const answer = payloadOf(await api.admin.ask(CHANGE_ZONE, { input: change(withoutCore) }));
    expect(answer).toMatchObject({
      zone: null,
      userErrors: [
        {
          __typename: 'StateError',
          code: 'AREA_IN_USE',
          path: ['areas'],
          message: expect.stringMatching(/1 of catalog "city".*entries 1\./),
        },
        {
          __typename: 'StateError',
          code: 'AREA_IN_USE',
          path: ['areas'],
          message: expect.stringMatching(/1 of catalog "park".*entries 7〔（二）7〕\./),
        },
      ],
    });
    await agreed(api, CHANGE_ZONE, change({ ...withoutCore, acknowledgeLostTerritory: true }));
    const { data } = await api.ask(OUTCOME, { zone: PARK, on: '2026-12-01' });
    expect(data.assess.assessment).toMatchObject({
      outcome: 'REFUSED',
      reasons: expect.arrayContaining([{ code: 'REGISTER_INCOMPLETE', fact: 'areas' }]),
    });
  });

  test('an area is missed also by a version that counts again once the one in force is withdrawn', async () => {
    await api.publish({
      key: 'park',
      entries: [prohibited('1', { territory: { include: [core], except: [] } })],
    });
    await api.publish({ key: 'park', entries: [prohibited('1')], effectiveFrom: '2026-06-01' });
    await agreed(api, CHANGE_ZONE, change({ ...withoutCore, effectiveFrom: '2026-11-24' }));
    await agreed(api, CHANGE_ZONE, change({ areas: AREAS }));
    const withdrawal = { catalog: 'catalog_park', number: 2, effectiveFrom: '2027-06-01', reason: '有误' };
    await withdraws(api, withdrawal);
    const answer = payloadOf(await api.admin.ask(CHANGE_ZONE, { input: change(withoutCore) }));
    expect(answer.userErrors).toEqual([
      expect.objectContaining({
        code: 'AREA_IN_USE',
        message: expect.stringMatching(/1 of catalog "park".*entries 1\./),
      }),
    ]);
  });

  describe('entries that list their places and were made without a zone or an area', () => {
    const told = async (id: string) =>
      (
        await api.ask(
          `query ($id: ID!) { zone(id: $id, on: "2026-12-01") {
            notReachedBy { place version { id } entries message(locale: EN) } } }`,
          { id },
        )
      ).data.zone.notReachedBy;

    test('are told to who registers it, in force or to come, and not those that cover it or ended', async () => {
      const list = (...include: string[]) => ({ territory: { include, except: [] } });
      await api.publish({
        key: 'city',
        of: CITY,
        entries: [
          prohibited('1', list(core, `area_140881.east`)),
          prohibited('2', { territory: { include: [], except: [core] } }),
          prohibited('3', { ...list(PARK), validTo: '2026-11-30' }),
          prohibited('4'),
          prohibited('5', { ...list(PARK), printedAs: '（一）5' }),
        ],
      });
      await api.publish({
        key: 'city',
        of: CITY,
        entries: [prohibited('6', list(PARK))],
        acknowledge: [{ rule: 'PR-24', entry: '3' }],
        effectiveFrom: '2027-01-01',
      });
      const input = {
        code: '140882',
        name: { zh: '新园区' },
        parent: CITY,
        kind: 'INDUSTRIAL_PARK',
        zoneLevel: 'OTHER',
        effectiveFrom: '2026-12-01',
        reason: '登记',
      };
      await agreed(api, REGISTER_ZONE, input);
      const place = 'zone_140882';
      expect(await told(place)).toEqual([
        {
          place,
          version: { id: 'catalog_city@1' },
          entries: ['1', '5'],
          message: expect.stringMatching(
            /^Entries 1, 5〔（一）5〕 of version 1 of catalog "city" .*zone_140882 is not/,
          ),
        },
        { place, version: { id: 'catalog_city@2' }, entries: ['1', '5', '6'], message: expect.any(String) },
      ]);
    });

    test('are told where an area joins those that they name', async () => {
      const entry = (code: string, include: string[]) =>
        prohibited(code, { territory: { include, except: [] } });
      await api.publish({
        key: 'park',
        entries: [entry('1', [core]), entry('2', [core, 'area_140881.east'])],
      });
      const areas = [...AREAS, { key: 'plating', name: { zh: '电镀片区' } }];
      await agreed(api, CHANGE_ZONE, change({ areas }));
      expect(await told(PARK)).toEqual(
        [
          ['area_140881.east', ['1']],
          ['area_140881.plating', ['1', '2']],
        ].map(([place, entries]) => ({
          place,
          version: { id: 'catalog_park@1' },
          entries,
          message: expect.any(String),
        })),
      );
    });
  });

  test('an area that no entry names is dropped, and renamed without more', async () => {
    await api.publish({
      key: 'city',
      of: CITY,
      entries: [prohibited('1', { territory: { include: [core], except: [] } })],
    });
    await agreed(api, CHANGE_ZONE, change({ areas: [{ key: 'core', name: { zh: '中心区' } }] }));
  });

  test('a whole new record is held to it too', async () => {
    await api.publish({
      key: 'city',
      of: CITY,
      entries: [prohibited('1', { territory: { include: [core], except: [] } })],
    });
    const record = {
      code: '140881',
      name: { zh: '永济化工园区' },
      parent: CITY,
      kind: 'CHEMICAL_PARK',
      zoneLevel: 'PROVINCIAL',
      ...withoutCore,
      effectiveFrom: '2026-12-01',
      reason: '调整',
    };
    expect(await refused(REGISTER_ZONE, record)).toEqual(['StateError AREA_IN_USE areas']);
    await agreed(api, REGISTER_ZONE, { ...record, acknowledgeLostTerritory: true });
  });

  test('a zone that a catalog names moves out of its reach only knowingly', async () => {
    await region(api.admin, {
      code: '140900',
      level: 'PREFECTURE',
      name: { zh: '忻州市' },
      parent: PROVINCE,
    });
    const move = change({ parent: 'region_140900' });
    await api.publish({
      key: 'province',
      of: PROVINCE,
      entries: [prohibited('0', { territory: { include: [PARK], except: [] } })],
    });
    await api.publish({
      key: 'city',
      of: CITY,
      entries: [
        prohibited('1', { territory: { include: [core], except: [] } }),
        prohibited('2', { territory: { include: [PARK], except: [] } }),
        prohibited('3'),
      ],
    });
    expect(await refused(CHANGE_ZONE, move)).toEqual(['StateError TERRITORY_LEFT parent']);
    const known = { ...move, acknowledgeLostTerritory: true };
    const { proposal } = payloadOf(await api.admin.ask(CHANGE_ZONE, { input: known }));
    // Who is to confirm it has to know it too.
    const TEXT = `{ proposal(id: "${proposal.id}") { zh: text en: text(locale: EN) } }`;
    const { zh, en } = (await api.deputy.ask(TEXT)).data.proposal;
    expect(zh).toMatch(
      /\n目录“city”第 1 版的条目 1、2 以 zone_140881 为适用区域，自 2026-12-01 起不再适用于它，提请人已知悉。$/,
    );
    expect(en).toMatch(/\nVersion 1 of catalog "city" names zone_140881 in the territory of entries 1, 2\./);
    await confirms(api.deputy, proposal.id);
  });
});

test('what is wrong with a change is said with its field, and changes nothing', async () => {
  const { head } = await api.store.readRegister({ consistent: true });
  const region = (more: object) => ({ region: CITY, effectiveFrom: '2026-12-01', reason: '办理', ...more });
  const cases: [string, object, string][] = [
    [CHANGE_ZONE, change({}), 'InputError NOTHING_GIVEN'],
    [
      CHANGE_ZONE,
      change({ riskGrade: 'C', name: { zh: '永济化工园区', en: 'Yongji Chemical Park' } }),
      'StateError NO_CHANGE',
    ],
    [CHANGE_ZONE, change({ suspended: true, reason: ' ' }), 'InputError REQUIRED reason'],
    [
      CHANGE_ZONE,
      change({ suspended: true, effectiveFrom: '2026-02-30' }),
      'InputError INVALID_DATE effectiveFrom',
    ],
    [
      CHANGE_ZONE,
      change({ suspended: true, effectiveFrom: '2019-12-31' }),
      'InputError UNKNOWN_JURISDICTION effectiveFrom',
    ],
    [CHANGE_ZONE, change({ zone: 'zone_none', suspended: true }), 'InputError UNKNOWN_ZONE zone'],
    [CHANGE_ZONE, change({ zone: CITY, suspended: true }), 'InputError UNKNOWN_ZONE zone'],
    [CHANGE_ZONE, change({ riskGrade: 'NONE' }), 'InputError RISK_GRADE_NOT_FITTING riskGrade'],
    [CHANGE_ZONE, change({ parent: 'region_none' }), 'InputError UNKNOWN_JURISDICTION parent'],
    [CHANGE_ZONE, change({ parent: PARK }), 'InputError LINEAGE_BROKEN parent'],
    [CHANGE_REGION, region({ region: PARK, name: { zh: '某' } }), 'InputError UNKNOWN_REGION region'],
    [CHANGE_REGION, region({ parent: PARK }), 'InputError LEVEL_ORDER parent'],
    [CHANGE_REGION, region({ name: { zh: ' ' } }), 'InputError REQUIRED name.zh'],
  ];
  for (const [mutation, input, fault] of cases)
    expect(await refused(mutation, input), fault).toEqual([fault]);
  expect((await api.store.readRegister({ consistent: true })).head).toEqual(head);
});

test('zones are paged without a repetition or a gap while others come, go and change their names', async () => {
  for (const code of ['150', '170', '190', '210'])
    await zone(api.admin, { code, name: { zh: `${code} 园` }, kind: 'OUTSIDE' });
  const PAGE = `query ($after: String) { zones(first: 2, filter: { text: "yuan" }, after: $after) {
    edges { node { code } } pageInfo { endCursor hasNextPage } } }`;
  const page = async (after?: string) => (await api.ask(PAGE, { after })).data.zones;
  const first = await page();
  expect(first.edges.map(({ node }: { node: { code: string } }) => node.code)).toEqual(['140881', '150']);
  // The zone of the cursor itself no longer passes the filter, one came before it, one behind it and one is gone.
  await agreed(
    api,
    CHANGE_ZONE,
    change({ zone: 'zone_150', name: { zh: '更名' }, effectiveFrom: '2026-11-23' }),
  );
  await zone(api.admin, { code: '100', name: { zh: '前园' }, kind: 'OUTSIDE' });
  await zone(api.admin, { code: '160', name: { zh: '后园' }, kind: 'OUTSIDE' });
  await agreed(api, CLOSE, { jurisdiction: 'zone_170', effectiveFrom: '2026-11-23', reason: '撤销' });
  const second = await page(first.pageInfo.endCursor);
  expect(second.edges.map(({ node }: { node: { code: string } }) => node.code)).toEqual(['160', '190']);
  const third = await page(second.pageInfo.endCursor);
  expect(third).toMatchObject({ edges: [{ node: { code: '210' } }], pageInfo: { hasNextPage: false } });
});
