import { beforeAll, describe, expect, test } from 'vitest';
import type { JurisdictionRecord } from '../../services/domain/register/jurisdiction.ts';
import type { RiskGrade, ZoneKind, ZoneLevel } from '../../services/domain/vocabulary.ts';
import { RISK_GRADES, ZONE_KINDS, ZONE_LEVELS } from '../../services/domain/vocabulary.ts';
import { startApi, type TestApi } from '../testkit/api.ts';

// 2 500 zones, listed through the API page by page while others are registered, renamed and closed, and beside it a
// plain list that is gone through from end to end.

/** Characters of names, each with every way to read it. */
const CHARACTERS: readonly (readonly [zh: string, ...readings: string[]])[] = [
  ['重', 'chong', 'zhong'],
  ['庆', 'qing'],
  ['厦', 'sha', 'xia'],
  ['门', 'men'],
  ['运', 'yun'],
  ['城', 'cheng'],
  ['吕', 'lv'],
  ['梁', 'liang'],
  ['太', 'tai'],
  ['原', 'yuan'],
];

interface Plain {
  readonly code: string;
  /** Indexes into CHARACTERS. */
  readonly name: readonly number[];
  readonly kind: ZoneKind;
  readonly zoneLevel: ZoneLevel;
  readonly riskGrade: RiskGrade;
  readonly city: string;
  readonly suspended: boolean;
  readonly closed: boolean;
}
interface Filter {
  readonly kind?: ZoneKind;
  readonly zoneLevel?: ZoneLevel;
  readonly riskGrade?: RiskGrade;
  readonly region?: string;
  readonly suspended?: boolean;
  readonly closed?: boolean;
  /** A reading of two characters next to each other. */
  readonly text?: string;
}

let random = 1;
/** The same numbers in every run: Park and Miller's minimal standard generator. */
const below = (end: number): number => {
  random = (random * 48_271) % 2_147_483_647;
  return random % end;
};
const oneOf = <T>(items: readonly T[]): T => items[below(items.length)]!;
const CITIES = ['region_140100', 'region_140200', 'region_150100'];

function plain(code: number): Plain {
  const kind = oneOf(ZONE_KINDS);
  return {
    code: `z${code}`,
    name: Array.from({ length: 4 }, () => below(CHARACTERS.length)),
    kind,
    zoneLevel: oneOf(ZONE_LEVELS),
    riskGrade: kind === 'CHEMICAL_PARK' ? oneOf(RISK_GRADES.filter((grade) => grade !== 'NONE')) : 'NONE',
    city: oneOf(CITIES),
    suspended: below(4) === 0,
    closed: below(10) === 0,
  };
}

const recordOf = ({
  code,
  name,
  kind,
  zoneLevel,
  riskGrade,
  city,
  suspended,
  closed,
}: Plain): JurisdictionRecord => ({
  id: `zone_${code}`,
  code,
  level: 'ZONE',
  name: { zh: `${name.map((place) => CHARACTERS[place]![0]).join('')}园区` },
  parent: city,
  effectiveFrom: '2020-01-01',
  ...(closed && { closed: true }),
  zone: { kind, zoneLevel, riskGrade, positioning: [], areas: [], suspended, facts: [] },
});

function passes(
  zone: Plain,
  { kind, zoneLevel, riskGrade, region, suspended, closed = false, text }: Filter,
): boolean {
  const spoken = zone.name
    .slice(1)
    .flatMap((second, place) =>
      CHARACTERS[zone.name[place]!]!.slice(1).flatMap((a) => CHARACTERS[second]!.slice(1).map((b) => a + b)),
    );
  return (
    zone.closed === closed &&
    (kind === undefined || zone.kind === kind) &&
    (zoneLevel === undefined || zone.zoneLevel === zoneLevel) &&
    (riskGrade === undefined || zone.riskGrade === riskGrade) &&
    (suspended === undefined || zone.suspended === suspended) &&
    (region === undefined ||
      zone.city === region ||
      (region === 'region_140000' && zone.city.startsWith('region_14'))) &&
    (text === undefined || spoken.includes(text))
  );
}

let api: TestApi;
let revisions = 0;
const zones = new Map<string, Plain>();

async function append(changed: readonly Plain[]): Promise<void> {
  const { head } = await api.store.readRegister({ consistent: true });
  const revision = {
    id: `r${++revisions}`,
    actor: 'a',
    time: '2026-11-23T02:00:00.000Z',
    action: 'TEST',
    reason: '测试',
  };
  await api.store.appendToRegister(head, revision, { jurisdictions: changed.map(recordOf) });
  for (const zone of changed) zones.set(zone.code, zone);
}

beforeAll(async () => {
  api = await startApi();
  const region = (
    code: string,
    level: 'COUNTRY' | 'PROVINCE' | 'PREFECTURE',
    parent: string | null,
  ): JurisdictionRecord => ({
    id: `region_${code}`,
    code,
    level,
    name: { zh: code },
    parent,
    effectiveFrom: '2020-01-01',
  });
  const revision = {
    id: 'regions',
    actor: 'a',
    time: '2026-11-23T02:00:00.000Z',
    action: 'TEST',
    reason: '测试',
  };
  await api.store.appendToRegister(null, revision, {
    jurisdictions: [
      region('100000', 'COUNTRY', null),
      region('140000', 'PROVINCE', 'region_100000'),
      region('150000', 'PROVINCE', 'region_100000'),
      region('140100', 'PREFECTURE', 'region_140000'),
      region('140200', 'PREFECTURE', 'region_140000'),
      region('150100', 'PREFECTURE', 'region_150000'),
    ],
  });
  // Only odd codes, so that there is room between any two.
  await append(Array.from({ length: 2_500 }, (_, n) => plain(10_001 + 2 * n)));
});

const PAGE = `query ($filter: ZoneFilter, $first: Int, $after: String) {
  zones(filter: $filter, first: $first, after: $after) {
    totalCount edges { node { code } } pageInfo { endCursor hasNextPage }
  } }`;

describe('2 500 zones are listed', () => {
  test.each<[string, Filter]>([
    ['all', {}],
    ['by kind and grade', { kind: 'CHEMICAL_PARK', riskGrade: 'B' }],
    ['by level, in a province', { zoneLevel: 'NATIONAL', region: 'region_140000' }],
    ['in a city, suspended', { region: 'region_150100', suspended: true }],
    ['closed', { closed: true, kind: 'OUTSIDE' }],
    ['by one reading', { text: 'chongqing' }],
    ['by the other reading', { text: 'zhongqing' }],
    ['by pinyin with everything else', { text: 'lvliang', suspended: false, region: 'region_140000' }],
  ])('%s: as a plain list has them, though others come and go in between', async (_, filter) => {
    const untouched = new Map(zones);
    const listed: string[] = [];
    const sizes: number[] = [];
    for (let after: string | null = null, more = true; more; ) {
      const { data, errors } = await api.ask(PAGE, { filter, first: 100, after });
      expect(errors).toBeUndefined();
      const { edges, pageInfo, totalCount } = data.zones;
      const codes = edges.map(({ node }: { node: { code: string } }) => node.code);
      expect(totalCount).toBe([...zones.values()].filter((zone) => passes(zone, filter)).length);
      listed.push(...codes);
      sizes.push(codes.length);
      [after, more] = [pageInfo.endCursor, pageInfo.hasNextPage];
      if (sizes.length > 4) continue;
      // One comes between two others, and three become something else, on both sides of the cursor.
      const changed = [10_001, 12_001, 14_001].map((from) => ({
        ...plain(0),
        code: `z${from + 2 * below(500)}`,
      }));
      changed.push({ ...plain(10_002 + 2 * below(2_500)) });
      await append(changed);
      for (const { code } of changed) untouched.delete(code);
    }
    expect(listed).toEqual([...new Set(listed)].sort());
    for (const [code, zone] of untouched) expect(listed.includes(code), code).toBe(passes(zone, filter));
    expect(sizes.slice(0, -1).every((size) => size === 100)).toBe(true);
    const known = listed.map((code) => zones.get(code)!);
    expect(known.every((zone) => zone !== undefined)).toBe(true);
    expect(listed.length).toBeGreaterThan(0);
  });
});
