import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { classification } from '../../../services/data/classification.ts';
import { reference } from '../../../services/data/reference.ts';
import type { CatalogContent } from '../../../services/domain/catalog/catalog.ts';
import type { VersionRecord, Withdrawal } from '../../../services/domain/catalog/version.ts';
import { comparisonOf } from '../../../services/domain/comparison/comparison.ts';
import { impactedIndustries } from '../../../services/domain/comparison/impacted-industries.ts';
import { impactedZones } from '../../../services/domain/comparison/impacted-zones.ts';
import { releaseNotesOf } from '../../../services/domain/comparison/release-notes.ts';
import { releaseNotesText } from '../../../services/domain/comparison/release-notes-text.ts';
import { versionBefore } from '../../../services/domain/comparison/version-before.ts';
import { namesFrom } from '../../../services/domain/facts/names.ts';
import type { JurisdictionRecord } from '../../../services/domain/register/jurisdiction.ts';
import type { Register } from '../../../services/domain/register/register.ts';
import type { Locale } from '../../../services/domain/values/text.ts';
import { COUNTRY, entry, PROVINCE, region, zone } from '../oracle/small-basis.ts';

describe('the version that a version took the place of', () => {
  const version = (
    number: number,
    effectiveFrom: string,
    said: Partial<VersionRecord> = {},
  ): VersionRecord => ({
    number,
    effectiveFrom,
    publishedAt: '2026-01-01T00:00:00.000Z',
    publishedBy: 'sun',
    basedOn: null,
    authors: [],
    contentHash: 'a',
    content: 'a',
    entryCount: 0,
    ...said,
  });
  const withdrawn = (
    effectiveFrom: string,
    repeal = false,
  ): { readonly withdrawals: readonly Withdrawal[] } => ({
    withdrawals: [
      {
        effectiveFrom,
        repeal,
        at: '2026-01-01T00:00:00.000Z',
        by: 'sun',
        proposedBy: 'qian',
        reason: '有误',
      },
    ],
  });

  test.each<[string, readonly VersionRecord[], number, number | null]>([
    ['none for the first', [version(1, '2026-01-01')], 1, null],
    ['the one in force the day before', [version(1, '2026-01-01'), version(2, '2027-01-01')], 2, 1],
    [
      'the one that had just expired',
      [version(1, '2026-01-01', { effectiveTo: '2026-12-31' }), version(2, '2027-01-01')],
      2,
      1,
    ],
    [
      'the one of the same first day that it overrides',
      [version(1, '2026-01-01'), version(2, '2027-01-01'), version(3, '2027-01-01')],
      3,
      2,
    ],
    [
      'not one that was published before and begins later',
      [version(1, '2026-01-01'), version(2, '2028-01-01'), version(3, '2027-01-01')],
      3,
      1,
    ],
    [
      'not one that was published later, even where it begins before',
      [version(1, '2026-01-01'), version(2, '2027-01-01'), version(3, '2026-06-01')],
      2,
      1,
    ],
    [
      'not one that was withdrawn by then',
      [version(1, '2026-01-01'), version(2, '2026-06-01', withdrawn('2026-09-01')), version(3, '2027-01-01')],
      3,
      1,
    ],
    [
      'one that was withdrawn only later',
      [version(1, '2026-01-01'), version(2, '2026-06-01', withdrawn('2027-09-01')), version(3, '2027-01-01')],
      3,
      2,
    ],
    [
      'none where all had been withdrawn',
      [version(1, '2026-01-01', withdrawn('2026-05-01')), version(2, '2027-01-01')],
      2,
      null,
    ],
  ])('is %s', (_, versions, number, expected) => {
    const of = versions.find((one) => one.number === number)!;
    expect(versionBefore(versions, of)?.number ?? null).toBe(expected);
  });
});

describe('the industries that entries cover', () => {
  const scope = (include: readonly string[], except: readonly string[] = []) =>
    entry({ industries: { include, except } });

  test('are said with the highest codes, in the order of the classification', () => {
    const groups = classification.industry('26')!.children;
    expect(impactedIndustries([scope([...groups].reverse()), scope(['0511'])], classification)).toEqual({
      codes: ['0511', '26'],
      everyIndustry: false,
      unknown: [],
    });
  });

  test('are every industry where one entry names none', () => {
    const { codes, everyIndustry } = impactedIndustries([scope([]), scope(['26'])], classification);
    expect(everyIndustry).toBe(true);
    expect(codes).toHaveLength(20);
  });

  test('leave out what is excepted and name what nobody knows', () => {
    expect(impactedIndustries([scope(['261', '26I4'], ['2611'])], classification)).toEqual({
      codes: classification.industry('261')!.children.filter((code) => code !== '2611'),
      everyIndustry: false,
      unknown: ['26I4'],
    });
  });

  test('the codes cover just the classes of the entries, and no code could be a higher one', () => {
    const every = ['A', 'C', '05', '26', '261', '262', '2611', '2614', '0511', '4620', 'D'];
    const scopes = fc.array(fc.tuple(fc.subarray(every, { minLength: 1 }), fc.subarray(every)), {
      maxLength: 4,
    });
    const isBelow = (one: string, code: string): boolean => {
      for (let at: string | null = one; at !== null; at = classification.industry(at)!.parent)
        if (at === code) return true;
      return false;
    };
    fc.assert(
      fc.property(scopes, (given) => {
        const expected = classification.classes.filter((one) =>
          given.some(
            ([include, except]) =>
              include.some((code) => isBelow(one, code)) && !except.some((code) => isBelow(one, code)),
          ),
        );
        const { codes } = impactedIndustries(
          given.map(([include, except]) => scope(include, except)),
          classification,
        );
        expect(classification.classes.filter((one) => codes.some((code) => isBelow(one, code)))).toEqual(
          expected,
        );
        for (const code of codes) {
          const above = classification.industry(code)!.parent;
          if (above !== null)
            expect(classification.classesOf(above).every((one) => expected.includes(one))).toBe(false);
        }
      }),
      { numRuns: 200 },
    );
  });
});

describe('the zones in which entries apply', () => {
  const outer = zone('140882', PROVINCE.id);
  const inner = zone('140883', outer.id);
  const park = zone('140881', PROVINCE.id);
  const elsewhere = region('150000', 'PROVINCE', COUNTRY.id);
  const far = zone('150001', elsewhere.id);
  const later: JurisdictionRecord = { ...zone('140884', PROVINCE.id), effectiveFrom: '2027-01-01' };
  const closed: JurisdictionRecord = { ...zone('140885', PROVINCE.id), closed: true };
  const records = [COUNTRY, PROVINCE, elsewhere, far, later, closed, park, inner, outer];
  const register: Register = {
    jurisdictions: new Map(records.map((record) => [record.id, [record]])),
    catalogs: new Map(),
  };
  const zones = (territories: readonly (readonly string[])[], of = PROVINCE.id, on = '2026-06-15') =>
    impactedZones(
      register,
      of,
      territories.map((include) => entry({ territory: { include, except: [] } })),
      on,
    ).map(({ code }) => code);

  test.each<[string, readonly string[], readonly string[]]>([
    ['all below the jurisdiction of the catalog', zones([[]]), ['140881', '140882', '140883']],
    ['of the country too', zones([[]], COUNTRY.id), ['140881', '140882', '140883', '150001']],
    [
      'as they are on that day',
      zones([[]], PROVINCE.id, '2027-01-01'),
      ['140881', '140882', '140883', '140884'],
    ],
    ['the territory, where every entry has one', zones([[park.id], [park.id]]), ['140881']],
    ['all, where one entry has none', zones([[park.id], []]), ['140881', '140882', '140883']],
    ['zones inside a zone of the territory', zones([[outer.id]]), ['140882', '140883']],
    ['but not those inside a zone of which it names an area', zones([['area_140882.core']]), ['140882']],
    ['none without entries', zones([]), []],
    [
      'not what every entry leaves out, with the zones inside it',
      impactedZones(
        register,
        PROVINCE.id,
        [
          entry({ territory: { include: [], except: [outer.id, park.id] } }),
          entry({ territory: { include: [park.id, outer.id], except: [outer.id] } }),
        ],
        '2026-06-15',
      ).map(({ code }) => code),
      ['140881'],
    ],
    [
      'a zone of which an area is left out',
      impactedZones(
        register,
        PROVINCE.id,
        [entry({ territory: { include: [outer.id], except: ['area_140882.core'] } })],
        '2026-06-15',
      ).map(({ code }) => code),
      ['140882', '140883'],
    ],
  ])('%s', (_, found, expected) => {
    expect(found).toEqual(expected);
  });
});

describe('release notes', () => {
  const park = zone('140881', PROVINCE.id);
  const register: Register = {
    jurisdictions: new Map([COUNTRY, PROVINCE, park].map((record) => [record.id, [record]])),
    catalogs: new Map(),
  };
  const from: CatalogContent = {
    title: { zh: '产业禁限目录', en: 'Catalog' },
    facts: [],
    lists: [],
    products: [],
    entries: [
      entry({ code: '1', text: { zh: '甲', en: 'First' }, industries: { include: ['26'], except: [] } }),
      entry({ code: '2', text: { zh: '乙', en: 'Second' }, industries: { include: ['2511'], except: [] } }),
      entry({ code: '3', text: { zh: '丙', en: 'Third' }, industries: { include: ['2511'], except: [] } }),
    ],
  };
  const [first, , third] = from.entries;
  const to: CatalogContent = {
    ...from,
    entries: [
      { ...first!, natures: ['NEW_BUILD'], exemptIfApprovedBefore: '2026-06-30' },
      { ...third!, remark: { zh: '备注' }, validFrom: '2027-02-01', validTo: '2028-12-31' },
      entry({ code: '4', text: { zh: '丁', en: 'Fourth' }, industries: { include: ['2621'], except: [] } }),
    ],
  };
  const told = (before: CatalogContent | null, locale: Locale, period = true) => {
    const notes = releaseNotesOf(
      comparisonOf(before ?? { ...to, entries: [] }, to, reference.classification),
      {
        register,
        classification: reference.classification,
        jurisdiction: PROVINCE.id,
        period: period ? { effectiveFrom: '2027-01-01', effectiveTo: '2029-12-31' } : null,
        today: '2026-06-15',
      },
    );
    const names = namesFrom(reference.names, new Map([['sx', to]]));
    const telling = { locale, before: names, after: names, place: (id: string) => ({ zh: id }) };
    return {
      notes,
      lines: releaseNotesText(
        notes,
        before ? { version: 1 } : 'NOTHING',
        period ? { version: 2 } : 'DRAFT',
        telling,
      ).split('\n'),
    };
  };

  test('say when, where, for which industries and which way', () => {
    expect(told(from, 'zh').lines).toEqual([
      '《产业禁限目录》第 2 版修订说明',
      '施行日期：自 2027-01-01 起施行，至 2029-12-31 届满（含当日）。',
      '对照：第 1 版。',
      '相关日期：',
      '  - 2026-06-30：此前已批准的项目不受条目 1 约束。',
      '  - 2027-02-01：条目 3 开始适用。',
      '  - 2028-12-31：条目 3 的最后适用日。',
      '涉及园区（1 个）：140881。',
      '涉及行业：2511 原油加工及石油制品制造、26 化学原料和化学制品制造业。',
      '《产业禁限目录》第 2 版与第 1 版相比：条目新增 1 条、修改 2 条、删除 1 条；事项变动 0 项，化学品名单变动 0 份，产品类别变动 0 个，目录信息变动 0 项。',
      '从严（1 条）：',
      '新增条目 4（从严）：丁',
      '  - 措施：禁止。',
      '  - 约束力：应当。',
      '  - 适用行业：2621 氮肥制造。',
      '  - 法律依据：《试行办法》。',
      '放宽（3 条）：',
      '修改条目 1（放宽）：甲',
      '  - 适用建设性质由“不限”改为“新建”。',
      '  - 增加此前已批准项目的豁免日期：2026-06-30。',
      '删除条目 2（放宽）：乙',
      '  - 措施：禁止。',
      '  - 约束力：应当。',
      '  - 适用行业：2511 原油加工及石油制品制造。',
      '  - 法律依据：《试行办法》。',
      '修改条目 3（放宽）：丙',
      '  - 增加有效期起始日：2027-02-01。',
      '  - 增加有效期截止日：2028-12-31。',
      '  - 增加备注：备注。',
    ]);
  });

  test('in English', () => {
    expect(told(from, 'en').lines.slice(0, 12)).toEqual([
      'Release notes of "Catalog", version 2',
      'In force from 2027-01-01 to 2029-12-31, both included.',
      'Compared with version 1.',
      'Dates:',
      '  - 2026-06-30: projects first approved before are outside these: 1.',
      '  - 2027-02-01: first day on which these apply: 3.',
      '  - 2028-12-31: last day on which these apply: 3.',
      'Zones (1): 140881.',
      'Industries: 2511 Processing of crude oil and manufacture of petroleum products, 26 Manufacture of chemical raw materials and chemical products.',
      '"Catalog", version 2 compared with version 1: entries added 1, changed 2, removed 1; facts changed 0, substance lists changed 0, product terms changed 0, details changed 0.',
      'Stricter (1):',
      'Entry 4 added (stricter): Fourth',
    ]);
  });

  test('do not call the entries of a first version stricter: where no catalog was in force, projects went to review', () => {
    const { lines } = told(null, 'zh');
    expect(lines[2]).toBe('此前没有可对照的生效版本，全部条目均为新增。');
    expect(lines.join('\n')).not.toContain('从严');
    expect(lines.filter((line) => line.startsWith('新增条目'))).toEqual([
      '新增条目 1：甲',
      '新增条目 3：丙',
      '新增条目 4：丁',
    ]);
  });

  test('of a draft say that it is not published', () => {
    expect(told(from, 'zh', false).lines.slice(0, 2)).toEqual([
      '《产业禁限目录》草案修订说明',
      '尚未发布，施行日期待定。',
    ]);
  });

  test('reach where a list is tested whose members changed, though no entry did', () => {
    const list = { key: 'sx.l', name: { zh: '名单' }, members: ['75-44-5'] };
    const when = { chemical: { substance: { list: 'sx.l' } } };
    const entries = [entry({ code: '9', when, industries: { include: ['2621'], except: [] } })];
    const before = { ...from, lists: [list], entries };
    const after = { ...before, lists: [{ ...list, members: ['7782-50-5'] }] };
    const notes = releaseNotesOf(comparisonOf(before, after, reference.classification), {
      register,
      classification: reference.classification,
      jurisdiction: PROVINCE.id,
      period: null,
      today: '2026-06-15',
    });
    expect(notes.industries.codes).toEqual(['2621']);
    expect(notes.zones.map(({ code }) => code)).toEqual(['140881']);
    expect(notes.counts).toEqual({ STRICTER: 0, LOOSER: 0, SAME: 0, CHANGED: 0 });
    // A new name of the list decides nothing anywhere.
    const renamed = comparisonOf(
      before,
      { ...before, lists: [{ ...list, name: { zh: '新名' } }] },
      classification,
    );
    expect(renamed.touched).toEqual([]);
  });
});
