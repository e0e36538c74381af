import type { AssessmentBasis, CatalogOnDay } from '../../../services/domain/assessment/assessment-basis.ts';
import type { CatalogContent } from '../../../services/domain/catalog/catalog.ts';
import type { Entry } from '../../../services/domain/catalog/entry.ts';
import type { Condition, SubstanceScope } from '../../../services/domain/condition/condition.ts';
import type { FactDefinition, SubstanceList } from '../../../services/domain/facts/fact.ts';
import type { JurisdictionRecord } from '../../../services/domain/register/jurisdiction.ts';
import type { Bounds } from '../../../services/domain/values/interval.ts';
import type { Activity } from '../../../services/domain/vocabulary.ts';
import { classificationOf } from './classification-of.ts';
import { contentHash } from './content-hash.ts';
import {
  AMMONIA,
  BENZENE,
  basis,
  CHLORINE,
  COUNTRY,
  entry,
  fact,
  METHANOL,
  PHOSGENE,
  PROVINCE,
  region,
  restricted,
  WATER,
  zone,
} from './small-basis.ts';

/**
 * A chemical park under 500 entries of four levels, the size and the mix of a real lineage: most lines name one
 * industry and its scale or equipment, some fifty hold for everybody and turn on money, land, chemicals and hazards.
 */
export function largeLineage(): AssessmentBasis {
  const lineage: readonly JurisdictionRecord[] = [COUNTRY, PROVINCE, PREFECTURE, PARK];
  const industryLines = linesByIndustry(500 - GENERAL_LINES.length);
  const catalogs = [
    catalogOf('structure', COUNTRY.id, industryLines.slice(0, 260), {}),
    catalogOf('chemicals', COUNTRY.id, CHEMICAL_LINES, { lists: LISTS }),
    catalogOf('province', PROVINCE.id, [...PROVINCE_LINES, ...industryLines.slice(260, 360)], {}),
    catalogOf('city', PREFECTURE.id, [...CITY_LINES, ...industryLines.slice(360, 420)], {}),
    catalogOf('park', PARK.id, [...PARK_LINES, ...industryLines.slice(420)], { facts: PARK_FACTS }),
  ];
  const there = basis(catalogs, lineage);
  return { ...there, reference: { ...there.reference, classification: LARGE_CLASSIFICATION } };
}

/** 97 divisions of 5 groups of 3 classes, in the sections of GB/T 4754. */
const LARGE_CLASSIFICATION = classificationOf(
  Array.from({ length: 97 }, (_, i) => i + 1).flatMap((division) =>
    [1, 2, 3, 4, 5].flatMap((group) =>
      [1, 2, 3].map((last) => {
        const code = String(division).padStart(2, '0');
        return `${sectionOf(division)} ${code} ${code}${group} ${code}${group}${last}`;
      }),
    ),
  ),
);

function sectionOf(division: number): string {
  const lastOf = [5, 12, 43, 46, 50, 52, 60, 62, 65, 69, 70, 72, 75, 79, 82, 83, 85, 90, 96, 97];
  return 'ABCDEFGHIJKLMNOPQRST'[lastOf.findIndex((last) => division <= last)]!;
}

const PREFECTURE = region('140800', 'PREFECTURE', PROVINCE.id);
const PARK: JurisdictionRecord = zone('140881', PREFECTURE.id, {
  kind: 'CHEMICAL_PARK',
  zoneLevel: 'PROVINCIAL',
  riskGrade: 'C',
  positioning: ['C26', 'C27'],
  facts: [{ key: 'park.nearRiver', value: { flag: true } }],
});

const flag = (key: string, is = true): Condition => ({ flag: { fact: key, is } });
const choice = (key: string, ...oneOf: readonly string[]): Condition => ({ choice: { fact: key, oneOf } });
const set = (key: string, ...includesAny: readonly string[]): Condition => ({
  set: { fact: key, includesAny },
});
const number = (key: string, bounds: Bounds): Condition => ({ number: { fact: key, ...bounds } });
const chemical = (
  substance: SubstanceScope,
  activities: readonly Activity[] = [],
  moreThan?: string,
): Condition => ({ chemical: { substance, activities, moreThan } });
const makes = (product: string, bounds: Bounds = {}): Condition => ({
  product: { product, unit: 't/a', of: 'CAPACITY', ...bounds },
});
const not = (condition: Condition): Condition => ({ not: condition });
const only = (...include: readonly string[]): Partial<Entry> => ({ industries: { include, except: [] } });
const exempt = (...conditions: readonly Condition[]): Partial<Entry> => ({
  exceptions: conditions.map((when, i) => ({
    key: `e${i}`,
    text: { zh: '除外' },
    when,
    discretionary: false,
  })),
});
const atDiscretion = (when?: Condition): Partial<Entry> => ({
  exceptions: [{ key: 'case', text: { zh: '一事一议' }, when, discretionary: true, decidedBy: 'PREFECTURE' }],
});

const LISTS: readonly SubstanceList[] = [
  { key: 'chemicals.banned', name: { zh: '禁止' }, members: [PHOSGENE, AMMONIA] },
  { key: 'chemicals.allowed', name: { zh: '允许' }, members: [METHANOL, WATER, BENZENE, CHLORINE] },
];

const CHEMICAL_LINES: readonly Entry[] = [
  entry({ when: chemical({ list: 'chemicals.banned' }), natures: ['NEW_BUILD', 'EXPANSION'] }),
  entry({ when: chemical({ list: 'SPECIAL_CONTROL' }, ['PRODUCE'], '1000'), force: 'IN_PRINCIPLE' }),
  entry({ when: chemical({ outsideList: 'chemicals.allowed' }, ['TRADE']), force: 'IN_PRINCIPLE' }),
  entry({ when: chemical({ cas: CHLORINE }, ['STORE'], '500'), ...atDiscretion() }),
  restricted([flag('automaticControl'), flag('safetyInstrumentedSystem')], {
    when: chemical({ list: 'KEY_SUPERVISED' }, ['PRODUCE', 'USE']),
  }),
  restricted([flag('reactionRiskAssessed')], {
    when: set('processes', 'NITRATION', 'CHLORINATION', 'FLUORINATION', 'PEROXIDATION', 'DIAZOTISATION'),
  }),
  entry({
    when: set('processes', 'PHOSGENATION', 'NITRATION', 'DIAZOTISATION', 'AZOTISATION'),
    force: 'IN_PRINCIPLE',
    exemptIfApprovedBefore: '2024-07-01',
    ...atDiscretion(flag('firstOfKindProcess', false)),
  }),
  restricted([null], { when: chemical({ any: true }, ['STORE'], '2000') }),
  restricted([number('exposedPersons', { atMost: '100' })], {
    when: choice('majorHazardLevel', 'ONE', 'TWO'),
  }),
  entry({ when: choice('zone.riskGrade', 'A'), ...only('26'), force: 'IN_PRINCIPLE' }),
];

const PROVINCE_LINES: readonly Entry[] = [
  entry({
    when: {
      all: [flag('hazardousChemicalProject'), number('totalInvestment', { lessThan: '30000' })],
    },
    natures: ['NEW_BUILD'],
    ...atDiscretion(),
  }),
  entry({ when: choice('nationalClass', 'ELIMINATED') }),
  entry({ when: choice('nationalClass', 'RESTRICTED'), natures: ['NEW_BUILD'] }),
  restricted([number('annualEnergy', { lessThan: '50000' })], {
    ...only('C'),
    natures: ['NEW_BUILD', 'EXPANSION'],
  }),
  restricted([null], { when: number('annualEnergy', { atLeast: '5000' }) }),
  entry({
    when: { all: [choice('zone.kind', 'INDUSTRIAL_PARK'), flag('hazardousChemicalProject')] },
    natures: ['NEW_BUILD'],
  }),
  restricted([flag('automaticControl')], { when: flag('combustibleDust') }),
  entry({
    when: { all: [flag('combustibleDust'), flag('labourIntensive')] },
    ...exempt(number('exposedPersons', { lessThan: '30' })),
  }),
  entry({ when: flag('firstOfKindProcess'), force: 'IN_PRINCIPLE', ...exempt(flag('reactionRiskAssessed')) }),
  entry({ when: makes('CAUSTIC_SODA'), ...exempt(set('processes', 'CHLOR_ALKALI')) }),
  entry({ when: makes('GLUTAMATE', { atMost: '50000' }), ...only('14') }),
  restricted([number('equipmentInvestment', { atLeast: '2000' })], {
    natures: ['TECHNICAL_UPGRADE'],
    ...only('C'),
  }),
];

const CITY_LINES: readonly Entry[] = [
  restricted([number('totalInvestmentPerMu', { atLeast: '280' })], {
    natures: ['NEW_BUILD'],
    when: choice('zone.level', 'PROVINCIAL', 'OTHER'),
  }),
  restricted([number('totalInvestmentPerMu', { atLeast: '350' })], {
    natures: ['NEW_BUILD'],
    when: choice('zone.level', 'NATIONAL'),
  }),
  restricted([number('fixedAssetInvestmentPerMu', { atLeast: '200' })], { ...only('C') }),
  restricted([number('taxPerMu', { atLeast: '15' })], {
    force: 'IN_PRINCIPLE',
    when: number('landArea', { atLeast: '20' }),
  }),
  entry({
    when: {
      all: [number('investmentExcludingLand', { lessThan: '3000' }), number('landArea', { moreThan: '10' })],
    },
    natures: ['NEW_BUILD'],
  }),
  entry({ when: number('fixedAssetInvestment', { lessThan: '1000' }), force: 'IN_PRINCIPLE' }),
  entry({ activities: ['TRADE', 'TRANSPORT'], when: flag('hazardousChemicalProject') }),
  restricted([null], { activities: ['STORE'], when: chemical({ list: 'KEY_SUPERVISED' }, ['STORE']) }),
];

const PARK_FACTS: readonly FactDefinition[] = [
  fact('park.nearRiver', 'FLAG', { about: 'ZONE' }),
  fact('park.waterUse', 'NUMBER', { unit: 't/d' }),
  fact('park.chainLink', 'FLAG'),
  fact('park.effluent', 'CHOICE', { options: ['NONE', 'LOW', 'HIGH', 'OTHER'] }),
];

const PARK_LINES: readonly Entry[] = [
  entry({
    when: flag('park.nearRiver'),
    natures: ['NEW_BUILD', 'EXPANSION'],
    territory: { include: ['area_140881.edge'], except: [] },
    ...exempt(set('purposes', 'SAFETY', 'ENVIRONMENT', 'ENERGY')),
  }),
  entry({ when: flag('zone.suspended'), ...exempt(set('purposes', 'HAZARD_RECTIFICATION')) }),
  restricted([number('park.waterUse', { atMost: '2000' })], { ...only('C') }),
  restricted([flag('park.chainLink')], { force: 'IN_PRINCIPLE', natures: ['NEW_BUILD'] }),
  entry({
    when: { all: [choice('park.effluent', 'HIGH'), not(set('purposes', 'ENVIRONMENT'))] },
    territory: { include: ['area_140881.core'], except: [] },
  }),
  entry({ when: not(set('zone.positioning', 'C26', 'C27', 'C28')), force: 'IN_PRINCIPLE' }),
];

const GENERAL_LINES = [...CHEMICAL_LINES, ...PROVINCE_LINES, ...CITY_LINES, ...PARK_LINES];

/** Lines that each name an industry, in turn by scale, process, energy and date. */
function linesByIndustry(count: number): readonly Entry[] {
  return Array.from({ length: count }, (_, i): Entry => {
    const division = 6 + (i % 41);
    const group = `${String(division).padStart(2, '0')}${1 + (Math.floor(i / 41) % 5)}`;
    const scope = only(i % 3 === 0 ? group : `${group}${1 + (i % 3)}`);
    switch (i % 7) {
      case 0:
        return entry({ ...scope, natures: ['NEW_BUILD'] });
      case 1:
        return entry({ ...scope, when: makes(`PRODUCT_${i % 10}`, { lessThan: `${1000 * (1 + (i % 5))}` }) });
      case 2:
        return entry({ ...scope, when: set('processes', PROCESSES[i % PROCESSES.length]!) });
      case 3:
        return restricted([number('annualEnergy', { atMost: `${1000 * (1 + (i % 9))}` })], scope);
      case 4:
        return entry({
          ...scope,
          exemptIfApprovedBefore: '2020-01-01',
          natures: ['EXPANSION', 'RELOCATION'],
        });
      case 5:
        return restricted([null, flag('automaticControl')], scope);
      default:
        return entry({
          ...scope,
          when: number('totalInvestment', { lessThan: '5000' }),
          force: 'IN_PRINCIPLE',
        });
    }
  });
}
const PROCESSES = [
  'CRACKING',
  'HYDROGENATION',
  'OXIDATION',
  'POLYMERISATION',
  'CALCIUM_CARBIDE',
  'AMINATION',
];

function catalogOf(
  key: string,
  jurisdiction: string,
  entries: readonly Entry[],
  said: Partial<CatalogContent>,
): CatalogOnDay {
  const content: CatalogContent = {
    title: { zh: `目录${key}` },
    facts: [],
    lists: [],
    products: [],
    entries: entries.map((each, i) => ({ ...each, code: `${i + 1}` })),
    ...said,
  };
  return {
    identity: { key, jurisdiction },
    standing: 'IN_FORCE',
    inForce: { number: 1, contentHash: contentHash(content), content },
  };
}
