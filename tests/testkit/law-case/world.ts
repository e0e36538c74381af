import { areaId, regionId, zoneId } from '../../../services/domain/ids.ts';
import type { JurisdictionRecord, ZoneFacts } from '../../../services/domain/register/jurisdiction.ts';

/** What a case may say of a zone; what it leaves out stays as in the world. */
export interface ZoneChange extends Partial<ZoneFacts> {
  /** Plain name of the place it lies in; needed for a zone that the world does not have. */
  readonly in?: string;
  readonly closedFrom?: string;
}

/** The day from which the places of the world exist. */
const SINCE = '2020-01-01';

/** The administrative regions of the cases by their plain names, country first. */
const REGIONS = {
  country: { code: '156', level: 'COUNTRY', parent: null, name: { zh: '全国', en: 'China' } },
  province: { code: '140000', level: 'PROVINCE', parent: 'country', name: { zh: '山西省', en: 'Shanxi' } },
  prefecture: {
    code: '140800',
    level: 'PREFECTURE',
    parent: 'province',
    name: { zh: '运城市', en: 'Yuncheng' },
  },
  county: { code: '140881', level: 'COUNTY', parent: 'prefecture', name: { zh: '永济市', en: 'Yongji' } },
  'other-province': {
    code: '410000',
    level: 'PROVINCE',
    parent: 'country',
    name: { zh: '河南省', en: 'Henan' },
  },
  'other-prefecture': {
    code: '140100',
    level: 'PREFECTURE',
    parent: 'province',
    name: { zh: '太原市', en: 'Taiyuan' },
  },
} as const;

const AREAS = [
  { key: 'core', name: { zh: '核心区', en: 'core area' } },
  { key: 'south', name: { zh: '南区', en: 'south area' } },
];
const PLAIN: ZoneFacts = {
  kind: 'INDUSTRIAL_PARK',
  zoneLevel: 'PROVINCIAL',
  riskGrade: 'NONE',
  positioning: [],
  areas: [],
  suspended: false,
  facts: [],
};

/** The zones of the cases by their plain names; `in` is the place each lies in. */
const ZONES: Readonly<Record<string, ZoneFacts & { readonly in: string }>> = {
  'industrial-park': { ...PLAIN, in: 'county', areas: AREAS, positioning: ['EQUIPMENT', 'NEW_MATERIALS'] },
  'chemical-park': {
    ...PLAIN,
    in: 'county',
    kind: 'CHEMICAL_PARK',
    riskGrade: 'C',
    positioning: ['CHEMICALS'],
  },
  'national-zone': {
    ...PLAIN,
    in: 'prefecture',
    kind: 'DEVELOPMENT_ZONE',
    zoneLevel: 'NATIONAL',
    areas: AREAS,
  },
  'inner-park': { ...PLAIN, in: 'national-zone', zoneLevel: 'OTHER' },
  'high-tech-zone': { ...PLAIN, in: 'prefecture', kind: 'HIGH_TECH_ZONE' },
  'land-outside': { ...PLAIN, in: 'county', kind: 'OUTSIDE', zoneLevel: 'OTHER' },
};

/** The id of a place by its plain name: `county`, `chemical-park`, or an area as `industrial-park.core`. */
export function placeId(name: string): string {
  if (name in REGIONS) return regionId(REGIONS[name as keyof typeof REGIONS].code);
  const [zone, area] = name.split('.');
  return area === undefined ? zoneId(name) : areaId(zone!, area);
}

/** The world as dated records, with the changes that a case makes to it. */
export function recordsOf(
  changes: Readonly<Record<string, ZoneChange>>,
): ReadonlyMap<string, readonly JurisdictionRecord[]> {
  const records = new Map<string, readonly JurisdictionRecord[]>();
  for (const [name, region] of Object.entries(REGIONS))
    records.set(placeId(name), [
      {
        id: placeId(name),
        code: region.code,
        level: region.level,
        name: region.name,
        parent: region.parent && placeId(region.parent),
        effectiveFrom: SINCE,
      },
    ]);
  for (const name of new Set([...Object.keys(ZONES), ...Object.keys(changes)]))
    records.set(placeId(name), zoneRecords(name, changes[name] ?? {}));
  return records;
}

function zoneRecords(name: string, change: ZoneChange): readonly JurisdictionRecord[] {
  const {
    in: parent,
    closedFrom,
    ...zone
  } = { ...PLAIN, ...ZONES[name], ...change } as ZoneFacts & ZoneChange;
  if (parent === undefined) throw new Error(`zone ${name}: say which place it lies in ("in")`);
  const record: JurisdictionRecord = {
    id: placeId(name),
    code: name,
    level: 'ZONE',
    name: { zh: name, en: name },
    parent: placeId(parent),
    effectiveFrom: SINCE,
    zone,
  };
  return closedFrom === undefined
    ? [record]
    : [record, { ...record, effectiveFrom: closedFrom, closed: true }];
}
