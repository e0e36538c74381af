import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import type { CatalogContent } from '../../services/domain/catalog/catalog.ts';
import type { Entry } from '../../services/domain/catalog/entry.ts';
import { NOTHING_SAID } from '../../services/domain/catalog/entry.ts';
import type { Condition } from '../../services/domain/condition/condition.ts';
import type { FactDefinition } from '../../services/domain/facts/fact.ts';
import { OUTCOMES } from '../../services/domain/vocabulary.ts';
import { drawsFrom } from '../domain/oracle/draws.ts';
import { inThisProcessOnly } from '../testkit/api.ts';
import type { Shanxi } from './seed.ts';
import { CITY, COUNTRY, PARK, PROVINCE, prepared, zone } from './seed.ts';

const below = drawsFrom(20_261_128);
const oneOf = <T>(items: readonly T[]): T => items[below(items.length)]!;
const maybe = <T>(value: () => T): T | undefined => (below(5) === 0 ? undefined : value());

const ZONES = Array.from({ length: 12 }, (_, place) => `zone_f${place}`);

const BELT: FactDefinition = {
  key: 'prov.belt',
  about: 'ZONE',
  type: 'FLAG',
  name: { zh: '沿河' },
  question: { zh: '是否沿河？' },
};
const SHARE: FactDefinition = {
  key: 'prov.share',
  about: 'PROJECT',
  type: 'NUMBER',
  unit: '%',
  name: { zh: '投资占比' },
  question: { zh: '占比多少？' },
};
const LIST = { key: 'city.toxic', name: { zh: '清单' }, members: ['7782-50-5', '71-43-2'] };

const at = (fact: string, bounds: object) => ({ number: { fact, ...bounds } });
const CONDITIONS: readonly Condition[] = [
  { flag: { fact: 'hazardousChemicalProject', is: true } },
  { flag: { fact: 'automaticControl', is: false } },
  at('totalInvestment', { lessThan: '3000' }),
  at('totalInvestmentPerMu', { lessThan: '280' }),
  { choice: { fact: 'zone.kind', oneOf: ['CHEMICAL_PARK'] } },
  { not: { choice: { fact: 'zone.riskGrade', oneOf: ['C', 'D'] } } },
  { chemical: { substance: { list: 'KEY_SUPERVISED' }, moreThan: '10' } },
  { product: { product: '烧碱', unit: 't/a', of: 'CAPACITY', lessThan: '1000' } },
  { set: { fact: 'processes', includesAny: ['NITRATION', 'CHLORINATION'] } },
];
const OF_THE_PROVINCE: readonly Condition[] = [
  { flag: { fact: 'prov.belt', is: true } },
  at('prov.share', { atLeast: '51' }),
];

const basis = [{ document: '试行办法', number: '1号' }];
const some = (conditions: readonly Condition[]) => ({ all: [oneOf(conditions), oneOf(conditions)] });
function entry(code: string, conditions: readonly Condition[]): Entry {
  const isRestricted = below(3) === 0;
  const include = oneOf([['26'], ['2614'], ['2611', '2612'], ['C'], []]);
  return {
    code,
    measure: isRestricted ? 'RESTRICTED' : 'PROHIBITED',
    force: below(4) === 0 ? 'IN_PRINCIPLE' : 'MANDATORY',
    text: { zh: `条目${code}` },
    industries: { include, except: [] },
    natures: oneOf([[], ['NEW_BUILD', 'RELOCATION']]),
    when: some(conditions),
    exceptions:
      below(4) === 0
        ? [{ key: 'e', text: { zh: '除外' }, when: oneOf(CONDITIONS), discretionary: below(2) === 0 }]
        : [],
    requirements: isRestricted ? [{ key: 'r', text: { zh: '要求' }, when: oneOf(conditions) }] : [],
    activities: [],
    territory: below(4) === 0 ? { include: [oneOf(ZONES)], except: [] } : { include: [], except: [] },
    basis,
  };
}
const entries = (count: number, conditions = CONDITIONS): readonly Entry[] =>
  Array.from({ length: count }, (_, place) => entry(`${place + 1}`, conditions));
/** What is the same text in several catalogs. */
const COMMON = entries(3);

const project = () => ({
  industries: maybe(() => [oneOf(['2611', '2614', '262', '4620', '26'])]),
  natures: maybe(() => ['NEW_BUILD']),
  activities: maybe(() => ['PRODUCE']),
  earlierApproval: { none: true },
  facts: {
    totalInvestment: maybe(() => oneOf(['1000', '30000'])),
    landArea: maybe(() => ({ number: oneOf(['50', '200']), unit: '亩' })),
    hazardousChemicalProject: maybe(() => below(2) === 0),
    automaticControl: maybe(() => below(2) === 0),
    processes: maybe(() => oneOf([[], ['NITRATION']])),
    chemicals: maybe(() =>
      oneOf([[], [{ cas: '7782-50-5', tonnes: oneOf(['5', '50']) }], [{ cas: '71-43-2' }]]),
    ),
    products: maybe(() =>
      oneOf([[], [{ product: '烧碱', unit: 't/a', capacity: '500' }], [{ product: '某剂', unit: 't/a' }]]),
    ),
    declared: maybe(() => [{ key: 'prov.share', value: { number: oneOf(['10', '60']) } }]),
  },
});

const FIND = `query ($project: ProjectAnywhereInput!, $filter: ZoneFilter, $outcomes: [Outcome!], $on: Date, $first: Int, $after: String) {
  findZones(project: $project, filter: $filter, outcomes: $outcomes, on: $on, first: $first, after: $after) {
    totalCount exact on counts { outcome count } pageInfo { hasNextPage endCursor } userErrors { code path }
    edges { node { outcome zone { id } userErrors { code } assessment { outcome
      findings(decisive: true) { decisive entry { code } } minimalQuestions { fact { key } } } } } } }`;
const ONE_BY_ONE = `query ($project: ProjectAnywhereInput!, $zones: [ID!]!, $on: Date) {
  assessInZones(project: $project, zones: $zones, on: $on) { index assessment { outcome zone { id }
    findings(decisive: true) { decisive entry { code } } minimalQuestions { fact { key } } } userErrors { code } } }`;

/** Brings a version into force past the publication rules: what is drawn by lot breaks some. */
async function enact(
  { store }: Shanxi,
  key: string,
  jurisdiction: string,
  said: Partial<CatalogContent>,
): Promise<void> {
  const title = { zh: `${key} 目录` };
  const { head, register } = await store.readRegister({ consistent: true });
  if (!register.catalogs.has(key))
    await store.appendToRegister(head, step('CREATE_CATALOG'), { catalogs: [{ key, jurisdiction, title }] });
  const written = await store.writeContent({
    title,
    facts: [],
    lists: [],
    products: [],
    entries: [],
    ...said,
  });
  const before = await store.readCatalog(key, { consistent: true });
  const versions = before?.state.versions ?? [];
  const version = {
    number: versions.length + 1,
    effectiveFrom: '2026-01-01',
    publishedAt: '2026-01-01T00:00:00.000Z',
    publishedBy: 'zhao',
    basedOn: null,
    authors: [],
    ...written,
  };
  const state = { key, jurisdiction, title, versions: [...versions, version], draft: null };
  await store.appendToCatalog(key, before?.head ?? null, step('PUBLISH_DRAFT'), { kind: 'PUBLISHED' }, state);
}
const step = (action: string) => ({
  id: randomUUID(),
  actor: 'zhao',
  time: '2026-01-01T00:00:00.000Z',
  action,
  reason: '试验',
});

const start = prepared(async (api: Shanxi) => {
  for (const [place, id] of ZONES.entries()) {
    const isChemical = below(2) === 0;
    await zone(api.admin, {
      code: id.slice('zone_'.length),
      name: { zh: `第${place}园区` },
      parent: oneOf([CITY, PROVINCE]),
      kind: isChemical ? 'CHEMICAL_PARK' : oneOf(['DEVELOPMENT_ZONE', 'INDUSTRIAL_PARK']),
      ...(isChemical && { riskGrade: oneOf(['A', 'C']) }),
      zoneLevel: oneOf(['NATIONAL', 'OTHER']),
      areas:
        below(3) === 0
          ? [
              { key: 'core', name: { zh: '核心区' } },
              { key: 'edge', name: { zh: '外围' } },
            ]
          : [],
    });
  }
  await enact(api, 'prov', PROVINCE, {
    facts: [BELT, SHARE],
    entries: entries(3, [...CONDITIONS, ...OF_THE_PROVINCE]),
  });
  await enact(api, 'city', CITY, { lists: [LIST], entries: [...COMMON] });
  for (const id of ZONES.slice(0, 5))
    await enact(api, `own${id.slice(-1)}`, id, {
      entries: [...COMMON.slice(1), ...entries(2).map((each) => ({ ...each, code: `9${each.code}` }))],
    });
});

describe('where a project may come', () => {
  let api: Shanxi;
  beforeAll(async () => {
    ({ api } = await start());
  });

  async function compare(asked: object): Promise<void> {
    const zones = [PARK, ...ZONES];
    const one = (await api.ask(ONE_BY_ONE, { project: asked, zones })).data.assessInZones;
    const { findZones } = (await api.ask(FIND, { project: asked, first: 100 })).data;
    if (findZones.userErrors.length > 0) {
      // What is wrong with it is wrong with it wherever it comes to.
      const codes = findZones.userErrors.map(({ code }: { code: string }) => ({ code }));
      for (const { userErrors } of one) expect(userErrors).toEqual(codes);
      return;
    }
    expect(findZones).toMatchObject({ totalCount: zones.length, exact: true, userErrors: [] });
    const found = new Map(
      findZones.edges.map(({ node }: { node: { zone: { id: string } } }) => [node.zone.id, node]),
    );
    for (const [place, id] of zones.entries()) {
      const { assessment, userErrors } = one[place];
      expect(found.get(id), id).toMatchObject({ outcome: assessment?.outcome ?? null, userErrors });
      const { zone: _, ...said } = assessment ?? {};
      if (assessment) expect(found.get(id)).toMatchObject({ assessment: said });
    }
    const places = findZones.edges.map(({ node }: { node: { outcome: never } }) =>
      OUTCOMES.indexOf(node.outcome),
    );
    expect(places).toEqual([...places].sort((a, b) => a - b));
  }

  test('each zone stands where an assessment there puts it, while catalogs are published and zones change', async () => {
    for (let round = 0; round < 6; round++) {
      for (let asked = 0; asked < 4; asked++) await compare(project());
      if (round === 0) await enact(api, 'own7', 'zone_f7', { entries: [...COMMON.slice(0, 1)] });
      if (round === 1) await enact(api, 'country', COUNTRY, { entries: entries(2) });
      if (round === 2) await enact(api, 'own0', 'zone_f0', { entries: entries(1) });
      if (round === 3)
        await enact(api, 'prov', PROVINCE, {
          entries: entries(2, [...CONDITIONS, ...OF_THE_PROVINCE]),
        });
      if (round === 4)
        await zone(api.admin, { code: 'late', name: { zh: '新园区' }, kind: 'INDUSTRIAL_PARK' });
      if (round === 4) ZONES.push('zone_late');
    }
  });

  const NITRIC = { industries: ['2611'], natures: ['NEW_BUILD'], facts: { processes: ['NITRATION'] } };
  const ids = (page: { edges: { node: { zone: { id: string } } }[] }) =>
    page.edges.map(({ node }) => node.zone.id);
  const refusing = (code: string) => ({
    ...everything,
    code,
    when: { set: { fact: 'processes', includesAny: ['NITRATION'] } },
  });
  const everything: Entry = {
    ...NOTHING_SAID,
    code: '1',
    measure: 'PROHIBITED',
    text: { zh: '禁止' },
    basis,
  };

  test('pages go on where the first began, whatever is published meanwhile', async () => {
    const { api } = await quiet();
    const first = (await api.ask(FIND, { project: NITRIC, first: 5 })).data.findZones;
    expect(first).toMatchObject({
      totalCount: 13,
      counts: [
        { outcome: 'ADMITTED', count: 11 },
        { outcome: 'REFUSED', count: 2 },
      ],
    });
    await enact(api, 'country', COUNTRY, { entries: [refusing('1')] });
    const { endCursor: after } = first.pageInfo;
    const next = (await api.ask(FIND, { project: NITRIC, first: 100, after })).data.findZones;
    expect(next.counts).toEqual(first.counts);
    const all = [...ids(first), ...ids(next)];
    expect(new Set(all).size).toBe(13);
    // The reasons shown are of that state too.
    expect(
      next.edges.map(
        ({ node }: { node: { outcome: string; assessment: { outcome: string } } }) => node.assessment.outcome,
      ),
    ).toEqual(next.edges.map(({ node }: { node: { outcome: string } }) => node.outcome));
    const anew = (await api.ask(FIND, { project: NITRIC })).data.findZones;
    expect(anew.counts).toEqual([{ outcome: 'REFUSED', count: 13 }]);
  });

  test('another process goes on with a page as long as nothing has changed, and says so where something has', async () => {
    inThisProcessOnly();
    const { api } = await quiet();
    const { endCursor: after } = (await api.ask(FIND, { project: NITRIC, first: 12 })).data.findZones
      .pageInfo;
    const elsewhere = () => api.asIf({ store: api.another() });
    const next = (await elsewhere()(FIND, { project: NITRIC, after })).data.findZones;
    expect(ids(next)).toHaveLength(1);
    await enact(api, 'country', COUNTRY, { entries: [refusing('1')] });
    const { errors } = await elsewhere()(FIND, { project: NITRIC, after });
    expect(errors).toMatchObject([
      { extensions: { code: 'SNAPSHOT_GONE', zh: expect.stringContaining('第一页') } },
    ]);
    const other = await api.ask(FIND, { project: { ...NITRIC, natures: ['EXPANSION'] }, after });
    expect(other.errors).toMatchObject([{ extensions: { code: 'INVALID_CURSOR' } }]);
  });

  test('a version published for one zone is taken in by itself', async () => {
    inThisProcessOnly();
    const { api } = await quiet();
    const read: string[] = [];
    const store = {
      ...api.store,
      readContent: (hash: string) => {
        read.push(hash);
        return api.store.readContent(hash);
      },
    };
    const ask = api.asIf({ store });
    const refused = async () => (await ask(SET, { project: NITRIC })).data.findZones.totalCount;
    expect(await refused()).toBe(2);
    read.length = 0;
    await enact(api, 'own5', 'zone_f5', { entries: [refusing('1')] });
    expect(await refused()).toBe(3);
    // That of the zone, and of what lies above it.
    expect(read).toHaveLength(2);
    read.length = 0;
    expect(await refused()).toBe(3);
    expect(read).toEqual([]);
  });
  const SET = `query ($project: ProjectAnywhereInput!) { findZones(project: $project, outcomes: [REFUSED]) { totalCount } }`;

  test('zones are chosen by region, kind, level and words, and by outcome', async () => {
    const { api } = await quiet();
    const find = async (asked: object) =>
      (await api.ask(FIND, { project: NITRIC, first: 100, ...asked })).data.findZones;
    const listed = async (filter: object) =>
      (
        await api.ask(
          'query ($filter: ZoneFilter) { zones(filter: $filter, first: 100) { edges { node { id } } } }',
          { filter },
        )
      ).data.zones.edges.map(({ node }: { node: { id: string } }) => node.id);
    for (const filter of [
      { kind: 'CHEMICAL_PARK' },
      { region: CITY },
      { zoneLevel: 'NATIONAL' },
      { text: '第1' },
      { region: PARK },
      { closed: true },
    ])
      expect(ids(await find({ filter })).sort()).toEqual((await listed(filter)).sort());
    const admitted = await find({ outcomes: ['ADMITTED'] });
    expect(admitted).toMatchObject({ totalCount: 11, counts: [{ count: 11 }, { count: 2 }] });
    expect(admitted.edges[0].node).toMatchObject({ outcome: 'ADMITTED', assessment: { findings: [] } });
    const [refused] = (await find({ outcomes: ['REFUSED'] })).edges;
    expect(refused.node.assessment.findings).toEqual([{ decisive: true, entry: { code: '1' } }]);
  });

  test('what is wrong with the project is said once, with field and value, and no zone is searched', async () => {
    const { api } = await quiet();
    for (const [project, errors] of [
      [{ industries: ['9999x'] }, [{ code: 'UNKNOWN_INDUSTRY', path: ['industries', '0'] }]],
      [
        { facts: { declared: [{ key: 'no.such', value: { flag: true } }] } },
        [{ code: 'UNKNOWN_FACT', path: ['facts', 'declared', '0', 'key'] }],
      ],
      [
        { zone: PARK, natures: 7 },
        [
          { code: 'UNKNOWN_FIELD', path: ['project', 'zone'] },
          { code: 'OUT_OF_RANGE', path: ['project', 'natures'] },
        ],
      ],
    ] as const) {
      const { data } = await api.ask(FIND, { project });
      expect(data.findZones).toMatchObject({ totalCount: 0, counts: [], edges: [], userErrors: errors });
    }
    const { errors } = await api.ask(FIND, { project: {}, on: '2026-02-30' });
    expect(errors).toMatchObject([{ extensions: { code: 'INVALID_DATE' } }]);
  });

  test('a declared fact counts where catalogs define it, and a fault of one zone is of no other', async () => {
    const { api } = await quiet();
    const entries = [{ ...everything, when: at('own0.share', { atLeast: '51', unit: '%' }) as Condition }];
    await enact(api, 'own0', 'zone_f0', { facts: [{ ...SHARE, key: 'own0.share' }], entries });
    const project = {
      facts: { declared: [{ key: 'own0.share', value: { number: '60' } }] },
      industries: ['4620'],
    };
    const page = (await api.ask(FIND, { project, outcomes: ['REFUSED'] })).data.findZones;
    expect(ids(page)).toEqual(['zone_f0']);
    const zones = ['zone_f0', 'zone_f9', 'zone_none'];
    const { assessInZones } = (await api.ask(ONE_BY_ONE, { project, zones })).data;
    expect(assessInZones).toMatchObject([
      { index: 0, assessment: { outcome: 'REFUSED' }, userErrors: [] },
      { index: 1, assessment: { outcome: 'ADMITTED' }, userErrors: [] },
      { index: 2, assessment: null, userErrors: [{ code: 'UNKNOWN_ZONE' }] },
    ]);
    const elsewhere = (await api.ask(ONE_BY_ONE, { project, zones: ['zone_f9'] })).data.assessInZones;
    expect(elsewhere).toMatchObject([{ userErrors: [{ code: 'UNKNOWN_FACT' }] }]);
    const many = Array.from({ length: 1001 }, () => PARK);
    const { errors } = await api.ask(
      `query ($project: ProjectAnywhereInput!, $zones: [ID!]!) { assessInZones(project: $project, zones: $zones) { index } }`,
      { project, zones: many },
    );
    expect(errors).toMatchObject([{ extensions: { code: 'TOO_MANY_PROJECTS' } }]);
  });

  test('a fault that only the catalogs of some zones find is theirs alone', async () => {
    const { api } = await quiet();
    const made = { product: '某装置', unit: '炉座', of: 'CAPACITY', atLeast: '100' } as const;
    await enact(api, 'own0', 'zone_f0', { entries: [{ ...everything, when: { product: made } }] });
    const project = {
      industries: ['4620'],
      facts: { products: [{ product: '某装置', unit: '炉座', capacity: '5' }] },
    };
    const page = (await api.ask(FIND, { project, first: 100 })).data.findZones;
    expect(page).toMatchObject({
      exact: true,
      counts: [
        { outcome: 'ADMITTED', count: 1 },
        { outcome: null, count: 12 },
      ],
    });
    expect(page.edges[0].node).toMatchObject({ outcome: 'ADMITTED', zone: { id: 'zone_f0' } });
    expect(page.edges[1].node).toMatchObject({
      outcome: null,
      assessment: null,
      userErrors: [{ code: 'UNKNOWN_PRODUCT_UNIT' }],
    });
  });

  test('is as exact as the assessments that it rests on', async () => {
    const { api } = await quiet();
    // No number can be so: 5000 on 10 is 500 on one. Where ratios are tied an assessment takes them for independent.
    const all = [
      at('totalInvestment', { atLeast: '5000' }),
      at('landArea', { atMost: '10' }),
      at('totalInvestmentPerMu', { lessThan: '280' }),
    ] as Condition[];
    await enact(api, 'own0', 'zone_f0', { entries: [{ ...everything, when: { all } }] });
    const page = (await api.ask(FIND, { project: { industries: ['4620'] }, outcomes: ['NEEDS_INFORMATION'] }))
      .data.findZones;
    expect(ids(page)).toContain('zone_f0');
    expect(page.exact).toBe(false);
  });

  /** The country lets everything pass; two zones refuse nitration. */
  const quiet = prepared(async (api: Shanxi) => {
    for (const [place, id] of ZONES.slice(0, 12).entries())
      await zone(api.admin, {
        code: id.slice('zone_'.length),
        name: { zh: `第${place}园区` },
        parent: place % 2 ? CITY : PROVINCE,
        kind: place % 3 ? 'DEVELOPMENT_ZONE' : 'CHEMICAL_PARK',
        zoneLevel: place % 4 ? 'OTHER' : 'NATIONAL',
      });
    await enact(api, 'country', COUNTRY, {
      entries: [{ ...everything, industries: { include: ['A'], except: [] } }],
    });
    for (const id of ['zone_f3', 'zone_f4'])
      await enact(api, `own${id.slice(-1)}`, id, { entries: [refusing('1')] });
  });
});
