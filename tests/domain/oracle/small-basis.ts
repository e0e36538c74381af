import type { AssessmentBasis, CatalogOnDay } from '../../../services/domain/assessment/assessment-basis.ts';
import type { CatalogContent } from '../../../services/domain/catalog/catalog.ts';
import type { Entry } from '../../../services/domain/catalog/entry.ts';
import { NOTHING_SAID } from '../../../services/domain/catalog/entry.ts';
import type { Condition } from '../../../services/domain/condition/condition.ts';
import type { FactDefinition, FactType, SubstanceList } from '../../../services/domain/facts/fact.ts';
import type { BuiltInTerm, ProductTerm } from '../../../services/domain/facts/product-term.ts';
import type {
  BuiltInList,
  MajorHazardTables,
  MajorHazardThreshold,
} from '../../../services/domain/facts/substance.ts';
import type { JurisdictionRecord, ZoneFacts } from '../../../services/domain/register/jurisdiction.ts';
import type { Bounds } from '../../../services/domain/values/interval.ts';
import type { JurisdictionLevel } from '../../../services/domain/vocabulary.ts';
import { SMALL_CLASSIFICATION } from './classification-of.ts';
import { contentHash } from './content-hash.ts';

export const ON = '2026-06-15';

/** An entry that prohibits everything, but for what is said. */
export function entry(said: Partial<Entry> = {}): Entry {
  return {
    ...NOTHING_SAID,
    code: '1',
    measure: 'PROHIBITED',
    text: { zh: '禁止', en: 'prohibited' },
    basis: [{ document: '试行办法' }],
    ...said,
  };
}

/** A restricted entry with one requirement for each condition. */
export function restricted(conditions: readonly (Condition | null)[], said: Partial<Entry> = {}): Entry {
  return entry({
    measure: 'RESTRICTED',
    requirements: conditions.map((when, i) => ({ key: `r${i}`, text: { zh: '要求' }, when })),
    ...said,
  });
}

export function catalog(
  key: string,
  jurisdiction: string,
  entries: readonly Entry[],
  said: {
    readonly facts?: readonly FactDefinition[];
    readonly lists?: readonly SubstanceList[];
    readonly products?: readonly ProductTerm[];
  } = {},
): CatalogOnDay {
  const content: CatalogContent = {
    title: { zh: `目录${key}` },
    facts: said.facts ?? [],
    lists: said.lists ?? [],
    products: said.products ?? [],
    entries: entries.map((each, i) => ({ ...each, code: entries.length > 1 ? `${i + 1}` : each.code })),
  };
  return {
    identity: { key, jurisdiction },
    standing: 'IN_FORCE',
    inForce: { number: 1, contentHash: contentHash(content), content },
  };
}

export function fact(key: string, type: FactType, said: Partial<FactDefinition> = {}): FactDefinition {
  return { key, type, about: 'PROJECT', name: { zh: key }, question: { zh: `${key}？` }, ...said };
}

export function region(code: string, level: JurisdictionLevel, parent: string | null): JurisdictionRecord {
  return {
    id: `region_${code}`,
    code,
    level,
    name: { zh: code },
    parent,
    effectiveFrom: '2000-01-01',
  };
}

export function zone(code: string, parent: string, said: Partial<ZoneFacts> = {}): JurisdictionRecord {
  return {
    id: `zone_${code}`,
    code,
    level: 'ZONE',
    name: { zh: code },
    parent,
    effectiveFrom: '2000-01-01',
    zone: {
      kind: 'CHEMICAL_PARK',
      zoneLevel: 'PROVINCIAL',
      riskGrade: 'C',
      positioning: [],
      areas: [
        { key: 'core', name: { zh: '核心区' } },
        { key: 'edge', name: { zh: '外围区' } },
      ],
      suspended: false,
      facts: [],
      ...said,
    },
  };
}

export const COUNTRY = region('100000', 'COUNTRY', null);
export const PROVINCE = region('140000', 'PROVINCE', COUNTRY.id);
export const ZONE = zone('140881', PROVINCE.id);

/** A country, a province and a zone with these catalogs; entries alone make one catalog of the zone. */
export function basis(
  said: readonly Entry[] | readonly CatalogOnDay[],
  lineage: readonly JurisdictionRecord[] = [COUNTRY, PROVINCE, ZONE],
): AssessmentBasis {
  const isCatalog = (each: Entry | CatalogOnDay): each is CatalogOnDay => 'identity' in each;
  const catalogs = said.filter(isCatalog);
  const entries = said.filter((each): each is Entry => !isCatalog(each));
  return {
    on: ON,
    lineage,
    lapsed: [],
    catalogs: entries.length > 0 ? [...catalogs, catalog('own', lineage.at(-1)!.id, entries)] : catalogs,
    reference: {
      classification: SMALL_CLASSIFICATION,
      lists: [
        builtIn('KEY_SUPERVISED', '重点监管', [CHLORINE, PHOSGENE, BENZENE, [BENZENE, { moreThan: '8' }]]),
        builtIn('SPECIAL_CONTROL', '特别管控', [
          PHOSGENE,
          [METHANOL, { moreThan: '8', atMost: '30' }],
          [METHANOL, { moreThan: '60' }],
        ]),
      ],
      listsHash: 'test',
      substancesNamed: (name) => NAMED[name] ?? [],
      majorHazard: SMALL_TABLES,
      productTerms: {
        all: () => TERMS,
        get: (key) => TERMS.find((term) => term.key === key),
        above: () => [],
      },
      // What things are called decides nothing.
      names: { lists: [], industry: none, substance: none, process: none },
      search: {
        industries: () => [],
        suggestions: () => [],
        substances: () => [],
        productTerms: () => [],
        named: () => () => false,
      },
    },
  };
}

const none = (): undefined => undefined;

export const CHLORINE = '7782-50-5';
export const PHOSGENE = '75-44-5';
export const BENZENE = '71-43-2';
export const METHANOL = '67-56-1';
export const AMMONIA = '7664-41-7';
export const WATER = '7732-18-5';

const NAMED: Readonly<Record<string, readonly string[]>> = {
  液氯: [CHLORINE],
  光气: [PHOSGENE],
  醇: [METHANOL, '64-17-5'],
};

/** A few rows of GB 18218-2018, so chosen that levels of all kinds are met. */
const SMALL_TABLES: MajorHazardTables = {
  document: { document: '辨识' },
  thresholds: [
    { ...hazardRow(CHLORINE, '氯', 5), factor: 4 },
    { ...hazardRow(PHOSGENE, '光气', 0.25), factor: 20 },
    hazardRow(BENZENE, '苯', 50),
    { ...hazardRow(METHANOL, '甲醇', 10), specification: { zh: '浓' }, fraction: { moreThan: '30' } },
  ],
  classes: [
    { symbol: 'J1', class: { zh: '毒' }, scope: { zh: '一' }, tonnes: 5, factor: 4 },
    { symbol: 'W5', class: { zh: '燃' }, scope: { zh: '一' }, tonnes: 10, factor: 1.5 },
    { symbol: 'W8', class: { zh: '燃' }, scope: { zh: '二' }, tonnes: 50, factor: 1 },
  ],
  toxicGases: new Map([
    [CHLORINE, 4],
    [PHOSGENE, 20],
    [AMMONIA, 2],
  ]),
  exposure: [
    { persons: 10, factor: 2 },
    { persons: 1, factor: 1 },
    { persons: 0, factor: 0.5 },
  ],
  levels: [
    { level: 'ONE', from: 100 },
    { level: 'TWO', from: 50 },
    { level: 'THREE', from: 10 },
    { level: 'FOUR', from: 0 },
  ],
};

function hazardRow(cas: string, zh: string, tonnes: number): MajorHazardThreshold {
  return {
    cas: [cas],
    name: { zh },
    specification: null,
    tonnes,
    factor: null,
    source: { document: '辨识' },
    compared: true,
  };
}

/** A list of numbers, some of them within a mass fraction. */
function builtIn(
  key: string,
  zh: string,
  items: readonly (string | readonly [string, Bounds])[],
): BuiltInList {
  const memberships = items.map((item) =>
    typeof item === 'string' ? { cas: item } : { cas: item[0], fraction: item[1] },
  );
  const members = [...new Set(memberships.map(({ cas }) => cas))];
  return { key, name: { zh }, coverage: { zh }, members, memberships };
}

/** Boards are of chips or of fibres. */
const TERMS: readonly BuiltInTerm[] = [
  term('BOARD', [], ['CHIPBOARD', 'FIBREBOARD']),
  term('CHIPBOARD', ['flakeboard'], []),
  term('FIBREBOARD', [], []),
  term('GLASS', [], []),
];
function term(key: string, aliases: readonly string[], narrower: readonly string[]): BuiltInTerm {
  const nothing = { ambiguousNames: [], units: [], basis: null, industries: [], industryCertain: true };
  return { key, name: { zh: key }, aliases, narrower, ...nothing };
}
