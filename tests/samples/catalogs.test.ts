import { describe, expect, it } from 'vitest';
import { reference } from '../../services/data/reference.ts';
import { standingOn } from '../../services/domain/catalog/version.ts';
import { regionId } from '../../services/domain/ids.ts';
import { brokenRules } from '../../services/domain/publication-rules/check.ts';
import {
  ACTIVITIES,
  FORCES,
  JURISDICTION_LEVELS,
  MEASURES,
  NATURES,
  ZONE_KINDS,
} from '../../services/domain/vocabulary.ts';
import { featuresUsed } from './features-used.ts';
import { sampleRegister, samples, samplesBeside, sampleVersions } from './sample-world.ts';

const TODAY = '2026-11-23';
const nameOf = ({ catalog, version }: (typeof samples.versions)[number]) =>
  `${catalog.key}@${version.number}`;

const levelOf = (jurisdiction: string) =>
  samples.register.regions.find(({ code }) => regionId(code) === jurisdiction)?.level ?? 'ZONE';

it('every text of the samples is in Chinese and in English', () => {
  const incomplete = (value: unknown): unknown[] => {
    if (typeof value !== 'object' || value === null) return [];
    if ('zh' in value && !('en' in value && value.en && value.zh)) return [value];
    return Object.values(value).flatMap(incomplete);
  };
  expect(incomplete(samples)).toEqual([]);
});

describe('the sample register', () => {
  it('has the country, Shanxi, four prefectures, and twelve zones or more of every kind', () => {
    const { regions, zones } = samples.register;
    const ofLevel = (level: string) => regions.filter((region) => region.level === level);
    expect(ofLevel('COUNTRY').map(({ code }) => code)).toEqual(['156']);
    expect(ofLevel('PROVINCE').map(({ code }) => code)).toEqual(['140000']);
    expect(ofLevel('PREFECTURE').map(({ code }) => code)).toEqual(['140100', '140400', '140800', '141100']);
    expect(zones.length).toBeGreaterThanOrEqual(12);
    expect(new Set(zones.map(({ kind }) => kind))).toEqual(new Set(ZONE_KINDS));
  });

  it('places every county in the prefecture and province that its code names', () => {
    for (const { code, level, parent } of samples.register.regions) {
      if (level === 'COUNTY') expect(parent).toBe(`region_${code.slice(0, 4)}00`);
      if (level === 'PREFECTURE') expect(parent).toBe(`region_${code.slice(0, 2)}0000`);
    }
  });

  it('has a park inside a zone, areas, positioning, risk grades A to D, a suspended park and stated zone facts', () => {
    const records = [...sampleRegister.jurisdictions.values()].flat();
    expect(records.some(({ parent, zone }) => zone && parent?.startsWith('zone_'))).toBe(true);
    const zones = records.flatMap(({ zone }) => zone ?? []);
    expect(zones.some(({ areas }) => areas.length > 1)).toBe(true);
    expect(zones.some(({ positioning }) => positioning.length > 0)).toBe(true);
    expect(zones.map(({ riskGrade }) => riskGrade)).toEqual(expect.arrayContaining(['A', 'B', 'C', 'D']));
    expect(zones.some(({ suspended }) => suspended)).toBe(true);
    expect(zones.some(({ facts }) => facts.length > 0)).toBe(true);
  });

  it('marks every zone as a sample in both languages', () => {
    for (const { code, name } of samples.register.zones) {
      expect(code).toMatch(/^sample-/);
      expect(name.zh).toMatch(/（示例）$/);
      expect(name.en).toMatch(/\(sample\)$/);
    }
  });
});

describe('the sample catalogs', () => {
  it('mark themselves as samples in key, title, issuer and document number', () => {
    for (const { catalog } of samples.versions) {
      expect(catalog.key).toMatch(/^sample-/);
      expect(catalog.title.zh).toMatch(/示例）$/);
      expect(catalog.title.en).toMatch(/sample\)$/);
      expect(catalog.issuer).toContain('非政府机关');
      expect(catalog.documentNumber).toMatch(/^示例/);
    }
  });

  it('are at least ten, of every level, with at least 150 entries in their newest versions', () => {
    const newest = [...sampleRegister.catalogs.keys()].map(
      (key) => sampleVersions.filter(({ file }) => file.catalog.key === key).at(-1)!,
    );
    expect(newest.length).toBeGreaterThanOrEqual(10);
    const levels = newest.map(({ file }) => levelOf(file.catalog.jurisdiction));
    expect(new Set(levels)).toEqual(new Set(JURISDICTION_LEVELS));
    expect(newest.reduce((sum, { content }) => sum + content.entries.length, 0)).toBeGreaterThanOrEqual(150);
  });

  it('are numbered from 1 without a gap, and one says the same title in all its versions', () => {
    for (const key of sampleRegister.catalogs.keys()) {
      const files = samples.versions.filter(({ catalog }) => catalog.key === key);
      expect(files.map(({ version }) => version.number)).toEqual(files.map((_, index) => index + 1));
      for (const file of files) expect(file.catalog).toEqual(files[0]!.catalog);
    }
  });

  it('have versions superseded, in force, scheduled and expired', () => {
    const standing = (key: string, day: string) => {
      const versions = sampleVersions.filter(({ file }) => file.catalog.key === key);
      const on = standingOn(
        versions.map(({ record }) => record),
        day,
      );
      return on.kind === 'IN_FORCE' ? on.version.number : on.kind;
    };
    expect(standing('sample-national-chemical', '2026-04-30')).toBe(1);
    expect(standing('sample-national-chemical', TODAY)).toBe(2);
    expect(standing('sample-lvliang', TODAY)).toBe(1);
    expect(standing('sample-lvliang', '2027-07-01')).toBe(2);
    expect(standing('sample-jiangnan', '2025-12-31')).toBe(1);
    expect(standing('sample-jiangnan', TODAY)).toBe('LAPSED');
    const [first, second] = sampleVersions.filter(
      ({ file }) => file.catalog.key === 'sample-national-chemical',
    );
    const entry = (version: typeof first, code: string) =>
      version!.content.entries.find((found) => found.code === code);
    expect(entry(first, '1.1')!.natures).not.toContain('EXPANSION');
    expect(entry(second, '1.1')!.natures).toContain('EXPANSION');
    expect(entry(first, '9.1')).toBeDefined();
    expect(entry(second, '9.1')).toBeUndefined();
  });

  it.each(sampleVersions.map((version) => [nameOf(version.file), version] as const))(
    '%s keeps every publication rule but the warnings it acknowledges, and acknowledges no others',
    (_, { file, record, content }) => {
      const broken = brokenRules({
        catalog: file.catalog,
        content,
        effectiveFrom: record.effectiveFrom,
        effectiveTo: record.effectiveTo,
        versions: sampleVersions
          .filter(
            (other) => other.file.catalog.key === file.catalog.key && other.record.number < record.number,
          )
          .map((other) => other.record),
        register: sampleRegister,
        above: samplesBeside(file.catalog, record.effectiveFrom),
        reference,
      });
      expect(broken.filter(({ rule }) => rule.severity === 'ERROR')).toEqual([]);
      const warned = broken.map(({ rule, entry }) => `${rule.code} ${entry}`);
      expect(new Set(warned)).toEqual(
        new Set(file.version.acknowledge.map(({ rule, entry }) => `${rule} ${entry}`)),
      );
    },
  );

  it('remove only entries that their base has, and change nothing into what it was', () => {
    for (const { file } of sampleVersions.filter(({ file: { version } }) => version.basedOn)) {
      const base = sampleVersions.find(
        ({ file: { catalog }, record }) =>
          catalog.key === file.catalog.key && record.number === file.version.basedOn,
      )!;
      expect(base.content.entries.map(({ code }) => code)).toEqual(expect.arrayContaining(file.removes));
      for (const entry of file.entries) expect(base.content.entries).not.toContainEqual(entry);
    }
  });

  it('name the industries that their texts are about', () => {
    // A spot check by a reader: the official name of the class beside what the entry calls it.
    const named = new Map([
      ['sample-national-industry 2.2', ['1461', '味精制造']],
      ['sample-national-industry 2.3', ['2211', '木竹浆制造']],
      ['sample-national-industry 2.4', ['3843', '铅蓄电池制造']],
      ['sample-national-industry 3.1', ['2511', '原油加工及石油制品制造']],
      ['sample-national-industry 3.3', ['2612', '无机碱制造']],
      ['sample-national-industry 4.2', ['2521', '炼焦']],
      ['sample-national-industry 4.3', ['3041', '平板玻璃制造']],
      ['sample-national-industry 4.4', ['3031', '粘土砖瓦及建筑砌块制造']],
      ['sample-national-industry 5.2', ['2671', '炸药及火工产品制造']],
      ['sample-national-chemical 3.3', ['2651', '初级形态塑料及合成树脂制造']],
      ['sample-national-chemical 3.5', ['2621', '氮肥制造']],
      ['sample-shanxi 1.2', ['2645', '染料制造']],
      ['sample-shanxi 4.1', ['3360', '金属表面处理及热处理加工']],
      ['sample-yuncheng 2.5', ['5435', '危险货物道路运输']],
      ['sample-lvliang 3', ['1512', '白酒制造']],
      ['sample-national-phase-out 3.4', ['3072', '卫生陶瓷制品制造']],
      ['sample-national-phase-out 4.1', ['2611', '无机酸制造']],
      ['sample-national-phase-out 5.1', ['1910', '皮革鞣制加工']],
      ['sample-shanxi-energy 3.1', ['6450', '互联网数据服务']],
      ['sample-shanxi-energy 4.3', ['3140', '铁合金冶炼']],
      ['sample-taiyuan 2.2', ['3021', '水泥制品制造']],
      ['sample-changzhi 1.4', ['3825', '光伏设备及元器件制造']],
      ['sample-hejin 3', ['3240', '有色金属合金制造']],
      ['sample-bingbei A6', ['3841', '锂离子电池制造']],
      ['sample-yunfen A2', ['5942', '危险化学品仓储']],
    ]);
    for (const [place, [code, name]] of named) {
      const [key, entryCode] = place.split(' ');
      const { content } = sampleVersions.find(({ file }) => file.catalog.key === key)!;
      const entry = content.entries.find((found) => found.code === entryCode)!;
      expect(entry.industries.include).toContain(code);
      expect(reference.classification.industry(code!)?.name.zh).toBe(name);
    }
  });
});

/** Everything the model can say, each used by some sample: what is missing here can be shown to nobody. */
const FEATURES = [
  ...MEASURES.flatMap((measure) => FORCES.map((force) => `entry ${measure} ${force}`)),
  ...NATURES.map((nature) => `nature ${nature}`),
  ...ACTIVITIES.map((activity) => `activity ${activity}`),
  ...[
    'printedAs',
    'sortedAs',
    'validFrom',
    'validTo',
    'exemptIfApprovedBefore',
    'deadline',
    'replacement',
    'remark',
  ].map((field) => `entry.${field}`),
  ...[1, 2, 3, 4].map((length) => `industry of ${length} characters`),
  'every industry',
  'industries.except',
  ...['region', 'zone', 'area'].map((place) => `territory include ${place}`),
  ...['zone', 'area'].map((place) => `territory except ${place}`),
  ...['responsibility.lead', 'responsibility.cooperating'],
  ...['document', 'number', 'article', 'url'].map((field) => `basis.${field}`),
  ...['hard with condition', 'discretionary', 'discretionary with condition'].map(
    (exception) => `exception ${exception}`,
  ),
  ...['by default', 'by COUNTY', 'by PREFECTURE', 'by PROVINCE'].map((by) => `exception decided ${by}`),
  ...['condition', 'evidence', 'condition and evidence'].map((asked) => `requirement ${asked}`),
  ...['all', 'any', 'not', 'nested', 'number', 'flag', 'choice', 'set', 'date', 'chemical', 'product'],
  ...['lessThan', 'atMost', 'atLeast', 'moreThan'].map((bound) => `number.${bound}`),
  ...['flag.is true', 'flag.is false', 'choice.oneOf', 'set.includesAny', 'date.before', 'date.onOrAfter'],
  ...['number', 'flag', 'choice', 'set', 'date'].map((kind) => `${kind} of a declared fact`),
  ...['nationalClass', 'majorHazardLevel', 'zone.kind', 'zone.level', 'zone.riskGrade'].map(
    (fact) => `choice ${fact}`,
  ),
  ...['industries', 'natures', 'activities', 'purposes', 'processes', 'zone.positioning'].map(
    (fact) => `set ${fact}`,
  ),
  ...[
    'totalInvestment',
    'investmentExcludingLand',
    'fixedAssetInvestment',
    'equipmentInvestment',
    'landArea',
    'totalInvestmentPerMu',
    'fixedAssetInvestmentPerMu',
    'taxPerMu',
    'annualEnergy',
    'exposedPersons',
  ].map((fact) => `number ${fact}`),
  ...[
    'hazardousChemicalProject',
    'combustibleDust',
    'labourIntensive',
    'firstOfKindProcess',
    'reactionRiskAssessed',
    'automaticControl',
    'safetyInstrumentedSystem',
    'zone.suspended',
  ].map((fact) => `flag ${fact}`),
  ...['cas', 'list', 'outsideList', 'any', 'activities', 'fraction', 'moreThan'].map(
    (part) => `chemical.${part}`,
  ),
  ...['KEY_SUPERVISED', 'SPECIAL_CONTROL', 'an own list'].map((list) => `chemical of ${list}`),
  ...['CAPACITY', 'PER_LINE', 'ADDED'].map((of) => `product ${of}`),
  ...['product.lessThan', 'product.atMost', 'product.moreThan', 'product without bounds'],
  ...['NUMBER', 'FLAG', 'CHOICE', 'SET', 'DATE'].map((type) => `fact PROJECT ${type}`),
  ...['NUMBER', 'FLAG', 'DATE'].map((type) => `fact ZONE ${type}`),
  ...['fact integer', 'fact unit', 'fact many', 'fact ratio', 'own list', 'own list within mass fractions'],
  ...['own product term', 'more of a product term'],
  ...['version.basedOn', 'version.effectiveTo', 'version.acknowledge', 'version.removes'],
];

describe('every feature of the model is used by some sample', () => {
  const used = new Set(samples.versions.flatMap((file) => [...featuresUsed(file)]));

  it.each(FEATURES)('%s', (feature) => {
    expect(used).toContain(feature);
  });
});
