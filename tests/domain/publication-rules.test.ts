import { describe, expect, it } from 'vitest';
import type { CatalogBeside, LapsedDefinitions } from '../../services/domain/assessment/assessment-basis.ts';
import type { CatalogContent } from '../../services/domain/catalog/catalog.ts';
import type { Entry, Exception, Requirement } from '../../services/domain/catalog/entry.ts';
import type { Condition } from '../../services/domain/condition/condition.ts';
import type { ProductTerm } from '../../services/domain/facts/product-term.ts';
import type { Refusal } from '../../services/domain/messages/refusal.ts';
import { Refusals } from '../../services/domain/messages/refusal.ts';
import { brokenRules, checkPublication } from '../../services/domain/publication-rules/check.ts';
import { PUBLICATION_RULES } from '../../services/domain/publication-rules/table.ts';
import type { Bounds } from '../../services/domain/values/interval.ts';
import type { Said } from './publication/publication-of.ts';
import { entry, fact, publicationOf, version, when, zone } from './publication/publication-of.ts';
import { expectToShow } from './publication/shows.ts';

const exception = (said: Partial<Exception>): Exception => ({
  key: 'e',
  text: { zh: '除外' },
  discretionary: false,
  ...said,
});
const requirement = (said: Partial<Requirement> = {}): Requirement => ({
  key: 'r',
  text: { zh: '要求' },
  ...said,
});
const tests = (...conditions: Condition[]): Said => ({
  entries: conditions.map((condition, place) => entry({ code: `${place + 1}`, ...when(condition) })),
});
const entries = (...said: Partial<Entry>[]): Said => ({
  entries: said.map((each, place) => entry({ code: `${place + 1}`, ...each })),
});
const OWN_NUMBER = fact({ key: 'shanxi.depth', type: 'NUMBER', unit: 'm', integer: true });
const OWN_CHOICE = fact({ key: 'shanxi.grade', type: 'CHOICE', options: ['I', 'II', 'OTHER'] });
const ZONE_FLAG = fact({ key: 'shanxi.river', type: 'FLAG', about: 'ZONE' });
const testsRiver: Condition = { flag: { fact: 'shanxi.river', is: true } };

const OWN_LIST = { key: 'shanxi.l', name: { zh: '名单' }, members: ['7732-18-5'] };
const isNotAtRiver: Condition = { flag: { fact: 'shanxi.river', is: false } };
const LABOUR: Condition = { flag: { fact: 'labourIntensive', is: false } };
const any = (tests: number): Condition => ({ any: Array(tests).fill(LABOUR) });
const not = (condition: Condition): Condition => ({ not: condition });
const investment = (bounds: Bounds): Condition => ({
  number: { fact: 'totalInvestment', unit: '万元', ...bounds },
});
const land = (bounds: Bounds): Condition => ({ number: { fact: 'landArea', unit: '亩', ...bounds } });
const perMu = (bounds: Bounds): Condition => ({
  number: { fact: 'totalInvestmentPerMu', unit: '万元/亩', ...bounds },
});
const persons = (bounds: Bounds): Condition => ({
  number: { fact: 'exposedPersons', unit: '人', ...bounds },
});
const upgrade: Condition = { set: { fact: 'natures', includesAny: ['TECHNICAL_UPGRADE'] } };
const anew: Condition = {
  set: { fact: 'natures', includesAny: ['NEW_BUILD', 'EXPANSION', 'RECONSTRUCTION', 'RELOCATION'] },
};
const industry = (code: string): Condition => ({ set: { fact: 'industries', includesAny: [code] } });
const kind = (...oneOf: string[]): Condition => ({ choice: { fact: 'zone.kind', oneOf } });
const grade = (...oneOf: string[]): Condition => ({ choice: { fact: 'zone.riskGrade', oneOf } });
const stores = (moreThan: string): Condition => ({
  chemical: { substance: { cas: '7782-50-5' }, activities: ['STORE'], moreThan },
});
const makes = (bounds: Bounds): Condition => ({
  product: { product: '味精', unit: 't/a', of: 'CAPACITY', ...bounds },
});
/** A restricted entry with one requirement for each condition; null is one of papers only. */
const restricted = (conditions: readonly (Condition | null)[]): Partial<Entry> => ({
  measure: 'RESTRICTED',
  requirements: conditions.map((condition, place) => requirement({ key: `r${place}`, when: condition })),
});
/** A catalog of the country. */
const above = (
  key: string,
  its: readonly Entry[],
  changesOn: string | null = null,
  defines: Partial<CatalogContent> = {},
): CatalogBeside => ({
  identity: { key, jurisdiction: 'region_100000' },
  standing: 'IN_FORCE',
  inForce: {
    number: 1,
    contentHash: key,
    content: {
      title: { zh: key },
      facts: [],
      lists: [],
      products: [],
      entries: its,
      ...defines,
    } as CatalogContent,
  },
  changesOn,
});
/** Ratios by key, numerator, denominator and unit, beside numbers in m and km and one of several values. */
const ratios = (...said: readonly (readonly [string, string, string, string | null])[]): Said => ({
  content: {
    facts: [
      ...said.map(([key, numerator, denominator, unit]) =>
        fact({ key, type: 'NUMBER', unit, ratio: { numerator, denominator } }),
      ),
      fact({ key: 'shanxi.in', type: 'NUMBER', unit: 'm' }),
      fact({ key: 'shanxi.km', type: 'NUMBER', unit: 'km' }),
      fact({ key: 'shanxi.several', type: 'NUMBER', unit: 'm³', many: true }),
    ],
  },
});
/** Definitions of a country's catalog that has lapsed. */
const lapsed = (keys: readonly string[], defines: Partial<CatalogContent>): LapsedDefinitions => ({
  catalog: 'country',
  number: 1,
  contentHash: 'country',
  content: { title: { zh: 'country' }, facts: [], lists: [], products: [], entries: [], ...defines },
  keys,
});

const named = (product: string): Condition => ({ product: { product, unit: 't/a', of: 'CAPACITY' } });
const SLAG: ProductTerm = {
  key: 'shanxi.slag',
  name: { zh: '炉渣料' },
  aliases: [],
  narrower: [],
  units: ['t/a'],
};
/** What the catalog says beside of a term that is built in. */
const ALLOY: ProductTerm = { ...SLAG, key: '铁合金', name: { zh: '铁合金' }, aliases: ['甲料'] };

/** For each rule: situations that meet it, and one that breaks it with what is said of it. */
const CASES: Record<
  string,
  { readonly met: readonly Said[]; readonly broken: Said; readonly told: readonly string[] }
> = {
  'PR-01': {
    met: [entries({ basis: [{ document: '通知' }] })],
    broken: entries({}, { basis: [] }, { basis: [{ document: ' ' }] }),
    told: ['2 basis ', '3 basis '],
  },
  'PR-02': {
    met: [entries({ remark: { zh: '备注' } })],
    broken: {
      content: {
        title: { zh: '' },
        facts: [{ ...OWN_CHOICE, question: { zh: ' ' } }],
        lists: [{ key: 'shanxi.l', name: { zh: '' }, members: ['7732-18-5'] }],
      },
      entries: [
        entry({
          measure: 'RESTRICTED',
          text: { zh: '', en: 'text' },
          exceptions: [exception({ text: { zh: '' }, discretionary: true })],
          requirements: [requirement({ evidence: { zh: '' } })],
        }),
      ],
    },
    told: [
      '- title.zh ',
      '- facts.shanxi.grade.question.zh ',
      '- lists.shanxi.l.name.zh ',
      '1 text.zh ',
      '1 exceptions.e.text.zh ',
      '1 requirements.r.evidence.zh ',
    ],
  },
  'PR-03': {
    met: [
      entries({ industries: { include: ['C', '26', '261', '2614'], except: [] } }),
      tests({ set: { fact: 'industries', includesAny: ['26'] } }),
    ],
    broken: entries(
      { industries: { include: ['2619x', '26'], except: ['9999'] } },
      when({ not: { set: { fact: 'industries', includesAny: ['26', 'ZZ'] } } }),
    ),
    told: ['1 industries.include 2619x', '1 industries.except 9999', '2 when.not.set.includesAny ZZ'],
  },
  'PR-04': {
    met: [
      entries({ industries: { include: ['C'], except: ['2614'] } }),
      entries({ industries: { include: [], except: ['26'] } }),
    ],
    broken: entries(
      { industries: { include: ['26'], except: ['2511'] } },
      { industries: { include: ['26', '2511'], except: ['26'] } },
    ),
    told: ['1 industries.except 2511', '2 industries.except 26'],
  },
  'PR-05': {
    met: [entries({ measure: 'RESTRICTED', requirements: [requirement()] })],
    broken: entries({ measure: 'RESTRICTED' }),
    told: ['1 requirements RESTRICTED'],
  },
  'PR-06': {
    met: [entries({})],
    broken: entries({ requirements: [requirement(), requirement({ key: 's' })] }),
    told: ['1 requirements r, s'],
  },
  'PR-07': {
    met: [
      entries({ exceptions: [exception({ discretionary: true })] }),
      entries({ exceptions: [exception({ when: { flag: { fact: 'labourIntensive', is: true } } })] }),
    ],
    broken: entries({ exceptions: [exception({ key: 'gap' })] }),
    told: ['1 exceptions.gap gap'],
  },
  'PR-08': {
    met: [entries({ exceptions: [exception({ discretionary: true, decidedBy: 'PROVINCE' })] })],
    broken: entries({
      exceptions: [
        exception({ when: { flag: { fact: 'labourIntensive', is: true } }, decidedBy: 'PROVINCE' }),
      ],
    }),
    told: ['1 exceptions.e.decidedBy PROVINCE'],
  },
  'PR-09': {
    met: [
      entries({ exceptions: [exception({ discretionary: true, decidedBy: 'PROVINCE' })] }),
      entries({ exceptions: [exception({ discretionary: true, decidedBy: 'COUNTRY' })] }),
      entries({ exceptions: [exception({ discretionary: true })] }),
    ],
    broken: entries({ exceptions: [exception({ discretionary: true, decidedBy: 'PREFECTURE' })] }),
    told: ['1 exceptions.e.decidedBy PREFECTURE'],
  },
  'PR-10': {
    met: [tests({ all: [{ flag: { fact: 'labourIntensive', is: true } }] })],
    broken: tests(
      { all: [] },
      { set: { fact: 'natures', includesAny: [] } },
      { number: { fact: 'totalInvestment', unit: '万元' } },
    ),
    told: [
      '1 when.all []',
      '2 when.set.includesAny []',
      '3 when.number {"fact":"totalInvestment","unit":"万元"}',
    ],
  },
  'PR-11': {
    met: [
      { ...tests({ choice: { fact: 'shanxi.grade', oneOf: ['I'] } }), content: { facts: [OWN_CHOICE] } },
      tests({ flag: { fact: 'zone.suspended', is: true } }),
      {
        ...tests({ flag: { fact: 'country.a', is: true } }, { flag: { fact: 'country.b', is: true } }),
        publication: {
          above: [above('country', [], null, { facts: [fact({ key: 'country.a', type: 'FLAG' })] })],
          lapsed: [lapsed(['country.b'], { facts: [fact({ key: 'country.b', type: 'FLAG' })] })],
        },
      },
    ],
    broken: tests({
      any: [{ flag: { fact: 'taiyuan.grade', is: true } }, { flag: { fact: 'typo', is: true } }],
    }),
    told: ['1 when.any.0.flag.fact taiyuan.grade', '1 when.any.1.flag.fact typo'],
  },
  'PR-12': {
    met: [entries({ exemptIfApprovedBefore: '2020-01-01' })],
    broken: tests(
      { set: { fact: 'areas', includesAny: ['core'] } },
      { date: { fact: 'earlierApproval', before: '2020-01-01' } },
    ),
    told: ['1 when.set.fact areas', '2 when.date.fact earlierApproval'],
  },
  'PR-13': {
    met: [
      tests(
        { set: { fact: 'natures', includesAny: ['NEW_BUILD'] } },
        { set: { fact: 'processes', includesAny: ['NITRATION'] } },
        { set: { fact: 'zone.positioning', includesAny: ['化工'] } },
        { number: { fact: 'landArea', unit: '亩', lessThan: '10' } },
      ),
    ],
    broken: {
      ...tests(
        { choice: { fact: 'activities', oneOf: ['PRODUCE'] } },
        { set: { fact: 'chemicals', includesAny: ['7732-18-5'] } },
        { flag: { fact: 'shanxi.depth', is: true } },
      ),
      content: { facts: [OWN_NUMBER] },
    },
    told: ['1 when.choice.fact activities', '2 when.set.fact chemicals', '3 when.flag.fact shanxi.depth'],
  },
  'PR-14': {
    met: [
      {
        ...tests(
          { number: { fact: 'totalInvestment', unit: '万元', lessThan: '3000' } },
          { number: { fact: 'shanxi.depth', unit: 'm', lessThan: '3000' } },
        ),
        content: { facts: [OWN_NUMBER] },
      },
    ],
    broken: tests(
      { number: { fact: 'totalInvestment', unit: '元', lessThan: '3000' } },
      { number: { fact: 'landArea', lessThan: '3' } },
    ),
    told: ['1 when.number.unit 元', '2 when.number.unit '],
  },
  'PR-15': {
    met: [
      tests(
        { choice: { fact: 'zone.riskGrade', oneOf: ['A', 'UNRATED'] } },
        { set: { fact: 'zone.positioning', includesAny: ['anything'] } },
      ),
    ],
    broken: {
      ...tests(
        { choice: { fact: 'shanxi.grade', oneOf: ['I', 'III'] } },
        { set: { fact: 'processes', includesAny: ['NITRATING'] } },
      ),
      content: { facts: [OWN_CHOICE] },
    },
    told: ['1 when.choice.oneOf III', '2 when.set.includesAny NITRATING'],
  },
  'PR-16': {
    met: [
      tests(
        { number: { fact: 'totalInvestment', unit: '万元', atLeast: '3', atMost: '3' } },
        { number: { fact: 'exposedPersons', unit: '人', atLeast: '0', atMost: '0' } },
        { number: { fact: 'landArea', unit: '亩', moreThan: '0', lessThan: '0.0001' } },
        { product: { product: '味精', unit: 't/a', of: 'CAPACITY' } },
        { chemical: { substance: { any: true }, fraction: { atLeast: '100' } } },
        { chemical: { substance: { any: true }, fraction: { moreThan: '0', lessThan: '0.1' } } },
      ),
    ],
    broken: {
      ...tests(
        { number: { fact: 'totalInvestment', unit: '万元', atLeast: '5', lessThan: '3' } },
        { number: { fact: 'totalInvestment', unit: '万元', lessThan: '0' } },
        { number: { fact: 'landArea', unit: '亩', atMost: '0' } },
        { number: { fact: 'shanxi.depth', unit: 'm', moreThan: '3', lessThan: '4' } },
        { product: { product: '味精', unit: 't/a', of: 'PER_LINE', moreThan: '5', atMost: '5.0' } },
        { date: { fact: 'shanxi.day', onOrAfter: '2026-01-01', before: '2026-01-01' } },
        { chemical: { substance: { cas: '7722-84-1' }, fraction: { moreThan: '100' } } },
        { chemical: { substance: { cas: '7722-84-1' }, fraction: { moreThan: '60', lessThan: '27.5' } } },
      ),
      content: {
        facts: [OWN_NUMBER, fact({ key: 'shanxi.day', type: 'DATE' })],
        lists: [
          {
            key: 'shanxi.l',
            name: { zh: '名单' },
            members: ['7722-84-1'],
            fractions: [{ cas: '7722-84-1', fraction: { atMost: '0' } }],
          },
        ],
      },
    },
    told: [
      '- lists.shanxi.l.fractions ≤ 0',
      '1 when.number ≥ 5, < 3',
      '2 when.number < 0',
      '3 when.number ≤ 0',
      '4 when.number > 3, < 4',
      '5 when.product > 5, ≤ 5.0',
      '6 when.date 2026-01-01 – 2026-01-01',
      '7 when.chemical.fraction > 100',
      '8 when.chemical.fraction > 60, < 27.5',
    ],
  },
  'PR-17': {
    met: [tests({ chemical: { substance: { cas: '7782-50-5' } } })],
    broken: {
      ...tests({ chemical: { substance: { cas: '7782-50-4' } } }),
      content: { lists: [{ key: 'shanxi.l', name: { zh: '名单' }, members: ['7732-18-5', '氯'] }] },
    },
    told: ['- lists.shanxi.l.members 氯', '1 when.chemical.substance.cas 7782-50-4'],
  },
  'PR-18': {
    met: [
      tests(
        { chemical: { substance: { list: 'KEY_SUPERVISED' } } },
        { chemical: { substance: { list: 'SPECIAL_CONTROL' }, moreThan: '10' } },
      ),
      {
        ...tests({ chemical: { substance: { outsideList: 'shanxi.l' } } }),
        content: { lists: [{ key: 'shanxi.l', name: { zh: '名单' }, members: ['7732-18-5'] }] },
      },
      {
        ...tests(
          { chemical: { substance: { list: 'country.a' } } },
          { chemical: { substance: { list: 'country.b' } } },
        ),
        publication: {
          above: [above('country', [], null, { lists: [{ ...OWN_LIST, key: 'country.a' }] })],
          lapsed: [lapsed(['country.b'], { lists: [{ ...OWN_LIST, key: 'country.b' }] })],
        },
      },
    ],
    broken: tests(
      { chemical: { substance: { list: 'shanxi.none' } } },
      { chemical: { substance: { outsideList: 'taiyuan.l' } } },
    ),
    told: ['1 when.chemical.substance shanxi.none', '2 when.chemical.substance taiyuan.l'],
  },
  'PR-19': {
    met: [
      tests(
        { product: { product: '味精', unit: 't/a', of: 'CAPACITY', atMost: '50000' } },
        { product: { product: '味精', unit: 't/a', of: 'ADDED', moreThan: '0' } },
        { product: { product: '刨花板', unit: 'm³/a', of: 'PER_LINE', lessThan: '50000' } },
      ),
    ],
    broken: tests(
      { product: { product: '味精', unit: 't/a', of: 'CAPACITY', atMost: '50000' } },
      { product: { product: '味精', unit: 'm³/a', of: 'CAPACITY', atMost: '5' } },
    ),
    told: ['2 when.product.unit 味精: m³/a ≠ t/a'],
  },
  'PR-20': {
    met: [{ content: { facts: [OWN_NUMBER] } }],
    broken: {
      content: {
        facts: [
          fact({ key: 'depth', type: 'FLAG' }),
          fact({ key: 'shanxi.a.b', type: 'FLAG' }),
          fact({ key: 'totalInvestment', type: 'FLAG' }),
        ],
        lists: [{ key: 'taiyuan.l', name: { zh: '名单' }, members: ['7732-18-5'] }],
      },
    },
    told: [
      '- facts.depth depth',
      '- facts.shanxi.a.b shanxi.a.b',
      '- facts.totalInvestment totalInvestment',
      '- lists.taiyuan.l taiyuan.l',
    ],
  },
  'PR-21': {
    met: [entries({ code: '1.1' }, { code: '1.10' })],
    broken: {
      content: { facts: [OWN_NUMBER, OWN_NUMBER] },
      entries: [
        entry({ code: '1.1' }),
        entry({
          code: '1.1',
          exceptions: [exception({ discretionary: true }), exception({ discretionary: true })],
        }),
      ],
    },
    told: ['- facts shanxi.depth', '- entries 1.1', '1.1 exceptions e'],
  },
  'PR-22': {
    met: [
      {
        ...entries({ territory: { include: ['region_140100', 'zone_t', 'area_t.core'], except: [] } }),
        zones: [zone('t', 'region_140100')],
      },
    ],
    broken: {
      ...entries({
        territory: {
          include: [
            'region_140000',
            'region_150000',
            'region_100000',
            'zone_none',
            'area_t.rim',
            'area_m.core',
          ],
          except: ['region_140000', 'area_t.rim'],
        },
      }),
      zones: [zone('t', 'region_140100'), zone('m', 'region_150000')],
    },
    told: [
      '1 territory.include region_140000',
      '1 territory.include region_150000',
      '1 territory.include region_100000',
      '1 territory.include zone_none',
      '1 territory.include area_t.rim',
      '1 territory.include area_m.core',
      '1 territory.except region_140000',
      '1 territory.except area_t.rim',
    ],
  },
  'PR-23': {
    met: [entries({ validFrom: '2027-01-01', validTo: '2027-01-01' })],
    broken: entries({ validFrom: '2027-01-02', validTo: '2027-01-01' }),
    told: ['1 validTo 2027-01-02 – 2027-01-01'],
  },
  'PR-24': {
    met: [
      entries({ validTo: '2026-12-01' }),
      { ...entries({ validFrom: '2027-12-01' }), publication: { effectiveTo: '2027-12-01' } },
    ],
    broken: {
      ...entries({ validTo: '2026-11-30' }, { validFrom: '2027-12-02' }),
      publication: { effectiveTo: '2027-12-01' },
    },
    told: ['1 validTo 2026-11-30', '2 validFrom 2027-12-02'],
  },
  'PR-25': {
    met: [
      { publication: { versions: [version({ number: 1, effectiveFrom: '2026-12-01' })] } },
      {
        publication: {
          versions: [
            version({
              number: 1,
              effectiveFrom: '2027-01-01',
              withdrawals: [
                {
                  effectiveFrom: '2026-11-01',
                  repeal: false,
                  at: '',
                  by: 'li',
                  proposedBy: 'qian',
                  reason: '有误',
                },
              ],
            }),
          ],
        },
      },
    ],
    broken: {
      publication: {
        versions: [
          version({ number: 1, effectiveFrom: '2026-12-02' }),
          // It is in force until its withdrawal, and so replaces what was before it.
          version({
            number: 2,
            effectiveFrom: '2027-01-01',
            withdrawals: [
              {
                effectiveFrom: '2027-06-01',
                repeal: false,
                at: '',
                by: 'li',
                proposedBy: 'qian',
                reason: '有误',
              },
            ],
          }),
        ],
      },
    },
    told: ['- effectiveFrom 2026-12-01 < 2026-12-02 (1)', '- effectiveFrom 2026-12-01 < 2027-01-01 (2)'],
  },
  'PR-26': { met: [{}], broken: { entries: [] }, told: ['- entries 0'] },
  'PR-27': {
    met: [
      {
        ...entries(when(testsRiver)),
        content: { facts: [ZONE_FLAG] },
        zones: [
          zone('t', 'region_140100', { facts: [{ key: 'shanxi.river', value: { flag: false } }] }),
          zone('m', 'region_150000'),
        ],
      },
      // The entry can never touch the zone that does not state the fact.
      {
        ...entries({ ...when(testsRiver), territory: { include: ['area_t.core'], except: [] } }),
        content: { facts: [ZONE_FLAG] },
        zones: [
          zone('t', 'region_140100', { facts: [{ key: 'shanxi.river', value: { flag: false } }] }),
          zone('t2', 'region_140100'),
        ],
      },
    ],
    broken: {
      ...entries(when({ all: [testsRiver, { not: testsRiver }] })),
      content: { facts: [ZONE_FLAG] },
      zones: [
        zone('t', 'region_140100'),
        zone('u', 'region_140100', { facts: [{ key: 'shanxi.river', value: { choice: 'yes' } }] }),
      ],
    },
    told: ['1 shanxi.river zone_t, zone_u'],
  },
  'PR-28': {
    met: [
      tests({ all: [investment({ lessThan: '5000' }), investment({ atLeast: '3000' })] }),
      // Nothing in between for amounts, but for whole persons just one.
      tests({ all: [persons({ moreThan: '2' }), persons({ lessThan: '4' })] }),
      // Each holds where the register does not state the fact.
      { ...tests({ all: [not(testsRiver), not(isNotAtRiver)] }), content: { facts: [ZONE_FLAG] } },
      entries({ industries: { include: ['26'], except: ['2614'] }, ...when(industry('2611')) }),
      // A zone that is closed can be reopened.
      {
        ...entries({ territory: { include: ['zone_x'], except: [] } }),
        zones: [{ ...zone('x', 'region_140000'), closed: true }],
      },
      tests({ all: [kind('CHEMICAL_PARK'), grade('A', 'NONE')] }),
    ],
    broken: entries(
      when({ all: [investment({ lessThan: '3000' }), investment({ moreThan: '5000' })] }),
      when({ all: [persons({ moreThan: '2' }), persons({ lessThan: '3' })] }),
      when({ not: { any: [{ flag: { fact: 'labourIntensive', is: true } }, LABOUR] } }),
      // 3 000 on at most 10 mu are at least 300 a mu.
      when({
        all: [investment({ atLeast: '3000' }), land({ atMost: '10' }), perMu({ lessThan: '300' })],
      }),
      { natures: ['EXPANSION'], ...when(not({ set: { fact: 'natures', includesAny: ['EXPANSION'] } })) },
      { exceptions: [exception({ when: { all: [stores('10'), not(stores('5'))] } })] },
      restricted([{ all: [makes({ lessThan: '50' }), makes({ moreThan: '100' })] }]),
      { industries: { include: ['261'], except: ['2611', '2612', '2613', '2614', '2619'] } },
      // Chemical parks alone have a grade.
      when({ all: [grade('A'), kind('HIGH_TECH_ZONE', 'INDUSTRIAL_PARK')] }),
    ),
    told: [
      '1 when 总投资超过 5000 万元',
      '2 when 厂界外500米内常住人口低于 3 人',
      '3 when 不属于以下情形：（劳动密集型为“是”，或者劳动密集型为“否”）',
      '4 when 亩均总投资低于 300 万元/亩',
      '5 when 不属于以下情形：建设性质包括扩建',
      '6 exceptions.e.when 不属于以下情形：储存氯（CAS 7782-50-5），设计最大量超过 5 t',
      '7 requirements.r0.when 产品“味精”的产能超过 100 t/a',
      '8 industries 条目的行业范围',
      '9 when 园区类型为高新区或工业园区',
    ],
  },
  'PR-29': {
    met: [
      entries({ exceptions: [exception({ when: LABOUR })] }),
      // An authority may refuse to except.
      entries({ exceptions: [exception({ discretionary: true })] }),
      {
        ...entries({ exceptions: [exception({ when: { any: [testsRiver, isNotAtRiver] } })] }),
        content: { facts: [ZONE_FLAG] },
      },
    ],
    broken: entries(
      {
        ...when(investment({ lessThan: '3000' })),
        exceptions: [
          exception({ when: investment({ lessThan: '5000' }) }),
          exception({ key: 'f', when: LABOUR }),
        ],
      },
      {
        exceptions: [
          exception({ key: 'f', when: { flag: { fact: 'labourIntensive', is: true } } }),
          exception({ key: 'g', when: { flag: { fact: 'combustibleDust', is: true } } }),
          exception({ key: 'h', when: LABOUR }),
        ],
      },
      { ...when(grade('A', 'B')), exceptions: [exception({ when: kind('CHEMICAL_PARK') })] },
    ),
    told: ['1 exceptions.e e', '2 exceptions f, h', '3 exceptions.e e'],
  },
  'PR-30': {
    met: [
      entries(
        { industries: { include: ['2511'], except: [] } },
        { industries: { include: ['25'], except: ['2511'] } },
      ),
      // The general one may be waived by the authority.
      {
        ...entries({ ...when(LABOUR) }, { exceptions: [exception({ discretionary: true })] }),
      },
      // It asks for papers that nobody else asks for.
      entries(
        { ...restricted([null]), ...when(LABOUR) },
        { ...restricted([null]), requirements: [requirement({ text: { zh: '另一项' } })] },
      ),
      // The other is in force until the end of the year only.
      { publication: { above: [above('country', [entry()], '2027-01-01')] } },
      // Nobody can say how tonnes compare with thousands of cubic metres; that is told by PR-33.
      {
        ...tests(makes({ atLeast: '10' })),
        publication: {
          above: [
            above('country', [
              entry(when({ product: { product: '味精', unit: 'km³', of: 'CAPACITY', atLeast: '5' } })),
            ]),
          ],
        },
      },
      // The other goes no further than the authority.
      entries({}, { force: 'IN_PRINCIPLE', ...when(LABOUR), industries: { include: ['25'], except: [] } }),
    ],
    broken: {
      ...entries(
        { ...when(investment({ lessThan: '3000' })) },
        { ...when(investment({ lessThan: '2000' })), natures: ['NEW_BUILD', 'EXPANSION'] },
        { natures: ['NEW_BUILD'], ...when(LABOUR) },
        { ...restricted([null]), industries: { include: ['2614'], except: [] } },
        // Taken together the two catalogs leave nothing of it.
        { industries: { include: ['4620'], except: [] } },
        { industries: { include: ['4610'], except: [] }, ...when(grade('A')) },
        { industries: { include: ['4610'], except: [] }, ...when(kind('CHEMICAL_PARK')) },
      ),
      publication: {
        above: [
          above('country', [
            entry({ natures: ['NEW_BUILD', 'RELOCATION'], industries: { include: ['4620'], except: [] } }),
            entry({ code: '2', industries: { include: ['26'], except: [] } }),
          ]),
          above('land', [
            entry({
              natures: ['EXPANSION', 'RECONSTRUCTION', 'TECHNICAL_UPGRADE'],
              industries: { include: ['D'], except: [] },
            }),
          ]),
        ],
      },
    },
    told: [
      '2 entries catalog_shanxi 1',
      '4 entries catalog_country 2',
      '5 entries catalog_country 1, catalog_land 1',
      '6 entries catalog_shanxi 7',
    ],
  },
  'PR-31': {
    met: [
      entries(restricted([investment({ atLeast: '3000' }), investment({ lessThan: '5000' }), null])),
      // Each by itself is a matter of another rule.
      entries(restricted([{ all: [LABOUR, not(LABOUR)] }, LABOUR])),
    ],
    broken: entries(
      restricted([investment({ atLeast: '5000' }), investment({ lessThan: '3000' }), null]),
      restricted([LABOUR, stores('10'), not(stores('2'))]),
    ),
    told: ['1 requirements.r1 r1', '2 requirements.r2 r2'],
  },
  'PR-32': {
    met: [
      entries(restricted([investment({ atLeast: '3000' })])),
      // What others refuse in part only leaves projects that meet it.
      entries(restricted([investment({ atLeast: '3000' })]), when(investment({ atLeast: '8000' }))),
    ],
    broken: entries(
      { ...restricted([investment({ atLeast: '3000' })]), ...when(investment({ lessThan: '3000' })) },
      { ...restricted([LABOUR]), industries: { include: ['2614'], except: [] } },
      { ...when(LABOUR), industries: { include: ['26'], except: [] } },
    ),
    told: ['1 requirements r0', '2 requirements r0'],
  },
  'PR-33': {
    met: [
      {
        ...tests(makes({ lessThan: '50' })),
        publication: { above: [above('country', [entry(when(makes({ lessThan: '70' })))])] },
      },
    ],
    broken: {
      ...tests(makes({ lessThan: '50' }), { not: makes({ lessThan: '50' }) }),
      publication: {
        above: [
          above('country', [entry(when({ product: { product: '味 精', unit: 'm³/a', of: 'ADDED' } }))]),
        ],
      },
    },
    told: [
      '1 when.product.unit 味精: t/a ≠ m³/a (country, region_100000)',
      '2 when.not.product.unit 味精: t/a ≠ m³/a (country, region_100000)',
    ],
  },
  'PR-34': {
    met: [
      {
        ...tests(testsRiver, { chemical: { substance: { outsideList: 'shanxi.l' } } }),
        content: { facts: [ZONE_FLAG], lists: [OWN_LIST] },
      },
    ],
    broken: { content: { facts: [OWN_NUMBER], lists: [OWN_LIST] } },
    told: ['- facts.shanxi.depth shanxi.depth', '- lists.shanxi.l shanxi.l'],
  },
  'PR-35': {
    met: [
      {
        ...entries({ territory: { include: ['zone_t'], except: ['area_t.core'] } }),
        zones: [zone('t', 'region_140100')],
      },
    ],
    broken: {
      ...entries({ territory: { include: ['zone_t', 'zone_m'], except: ['area_t.core'] } }),
      zones: [{ ...zone('t', 'region_140100'), closed: true }, zone('m', 'region_140100')],
    },
    told: ['1 territory.include zone_t', '1 territory.except area_t.core'],
  },
  'PR-36': {
    met: [
      entries(
        { natures: ['NEW_BUILD', 'RELOCATION'] },
        { natures: ['EXPANSION'] },
        { natures: ['RELOCATION'] },
      ),
    ],
    broken: entries({ natures: ['NEW_BUILD'] }, { natures: ['NEW_BUILD', 'EXPANSION'] }),
    told: ['1 natures NEW_BUILD', '2 natures NEW_BUILD, EXPANSION'],
  },
  'PR-37': {
    met: [
      entries(
        // An upgrade and nothing else; the entry is about no other nature; no word of natures; whatever is not new.
        { exceptions: [exception({ when: { all: [upgrade, not(anew)] } })] },
        { natures: ['TECHNICAL_UPGRADE'], exceptions: [exception({ when: upgrade })] },
        { exceptions: [exception({ when: LABOUR }), exception({ key: 'd', discretionary: true })] },
        { exceptions: [exception({ when: not({ set: { fact: 'natures', includesAny: ['NEW_BUILD'] } }) })] },
      ),
    ],
    broken: entries(
      { exceptions: [exception({ when: upgrade })] },
      {
        natures: ['NEW_BUILD', 'TECHNICAL_UPGRADE'],
        exceptions: [exception({ when: { all: [upgrade, LABOUR] } })],
      },
      {
        exceptions: [
          exception({ when: { all: [upgrade, { set: { fact: 'natures', includesNone: ['NEW_BUILD'] } }] } }),
        ],
      },
    ),
    told: [
      '1 exceptions.e.when NEW_BUILD, EXPANSION, RECONSTRUCTION, RELOCATION',
      '2 exceptions.e.when NEW_BUILD',
      '3 exceptions.e.when EXPANSION, RECONSTRUCTION, RELOCATION',
    ],
  },
  'PR-38': {
    met: [{ content: { facts: [OWN_NUMBER], lists: [OWN_LIST] } }],
    broken: {
      content: { facts: [OWN_NUMBER], lists: [OWN_LIST] },
      publication: {
        borrowers: [
          { catalog: 'taiyuan', number: 2, keys: ['shanxi.depth', 'shanxi.l'] },
          { catalog: 'park', number: 1, keys: ['shanxi.l', 'shanxi.gone'] },
        ],
      },
    },
    told: [
      '- facts.shanxi.depth taiyuan@2',
      '- lists.shanxi.l taiyuan@2, park@1',
      '- definitions.shanxi.gone park@1',
    ],
  },
  'PR-39': {
    met: [
      ratios(
        ['shanxi.a', 'totalInvestment', 'landArea', '万元/公顷'],
        ['shanxi.b', 'shanxi.in', 'landArea', 'm/亩'],
      ),
      ratios(
        ['shanxi.a', 'equipmentInvestment', 'totalInvestment', '%'],
        ['shanxi.b', 'shanxi.in', 'shanxi.km', null],
      ),
    ],
    broken: ratios(
      ['shanxi.a', 'combustibleDust', 'shanxi.none', null],
      ['shanxi.b', 'totalInvestmentPerMu', 'shanxi.several', null],
      ['shanxi.c', 'landArea', 'landArea', null],
      ['shanxi.d', 'totalInvestment', 'landArea', '%'],
      ['shanxi.e', 'totalInvestment', 'landArea', '元/人'],
      ['shanxi.f', 'totalInvestment', 'equipmentInvestment', '万元'],
    ),
    told: [
      '- facts.shanxi.a.ratio.numerator combustibleDust',
      '- facts.shanxi.a.ratio.denominator shanxi.none',
      '- facts.shanxi.b.ratio.numerator totalInvestmentPerMu',
      '- facts.shanxi.b.ratio.denominator shanxi.several',
      '- facts.shanxi.c.ratio.denominator landArea',
      '- facts.shanxi.d.unit %',
      '- facts.shanxi.e.unit 元/人',
      '- facts.shanxi.f.unit 万元',
    ],
  },
  'PR-40': {
    met: [
      // By key, name or alias, however it is written; a term of its own.
      tests(...['铁合金', '鐵合金', 'ferroalloys', '硅铁合金'].map(named)),
      { ...tests(named('shanxi.slag'), named('炉渣料')), content: { products: [SLAG] } },
      // By its key, one whose catalog above has lapsed.
      {
        ...tests(named('country.b')),
        publication: { lapsed: [lapsed(['country.b'], { products: [{ ...SLAG, key: 'country.b' }] })] },
      },
    ],
    broken: {
      ...tests(named('炉渣料'), named('thing'), named('甲料')),
      content: { products: [{ ...SLAG, aliases: ['甲料'], name: { zh: '甲' } }, ALLOY] },
    },
    told: [
      '1 when.product.product 炉渣料',
      '2 when.product.product thing',
      '3 when.product.product 甲料: shanxi.slag, 铁合金',
    ],
  },
  'PR-41': {
    met: [
      { ...tests(named('铁合金')), content: { products: [{ ...ALLOY, narrower: ['shanxi.slag'] }, SLAG] } },
    ],
    broken: {
      ...tests(named('铁合金')),
      content: {
        products: [
          { ...SLAG, narrower: ['shanxi.slag', 'shanxi.none'] },
          { ...SLAG, key: 'henan.slag' },
          { ...ALLOY, key: '硅铁', narrower: ['铁合金'] },
        ],
      },
    },
    told: [
      '- products.shanxi.slag.narrower shanxi.slag',
      '- products.shanxi.slag.narrower shanxi.none',
      '- products.henan.slag henan.slag',
      '- products.硅铁.narrower 铁合金',
    ],
  },
  'PR-42': {
    met: [{ ...tests(named('铁合金')), content: { products: [{ ...ALLOY, aliases: ['炉渣料', '硅铁'] }] } }],
    broken: { ...tests(named('铁合金')), content: { products: [{ ...ALLOY, aliases: ['焦炭'] }] } },
    told: ['- products.铁合金 焦炭: 焦炭'],
  },
  'PR-43': {
    met: [
      { ...tests(named('铁合金')), content: { products: [{ ...ALLOY, narrower: ['shanxi.slag'] }, SLAG] } },
    ],
    broken: { ...tests(named('铁合金')), content: { products: [SLAG] } },
    told: ['- products.shanxi.slag shanxi.slag'],
  },
  'PR-44': {
    met: [entries({ conditionsPending: false }, {})],
    broken: entries({}, { conditionsPending: true }),
    told: ['2 conditionsPending true'],
  },
  'PR-45': {
    met: [
      {
        ...entries(...Array(6_000).fill({ when: any(2) })),
        content: {
          facts: Array(300).fill(OWN_NUMBER),
          lists: Array(100).fill({ ...OWN_LIST, members: Array(200).fill('7732-18-5') }),
          products: Array(200).fill(ALLOY),
        },
      },
    ],
    broken: {
      ...entries(...Array(6_000).fill({ when: any(2) }), when(any(121))),
      content: {
        facts: Array(301).fill(OWN_NUMBER),
        lists: Array(101).fill({ ...OWN_LIST, members: Array(200).fill('7732-18-5') }),
        products: Array(201).fill(ALLOY),
      },
    },
    told: [
      '- entries 6001',
      '- tests 12121',
      '- facts 301',
      '- lists 101',
      '- members 20200',
      '- products 201',
    ],
  },
};

describe('publication rules', () => {
  for (const rule of PUBLICATION_RULES) {
    it(`${rule.code} ${rule.sentence.en}`, () => {
      const { met, broken, told } = CASES[rule.code]!;
      for (const said of met) expect([...rule.violations(publicationOf(said))]).toEqual([]);
      const publication = publicationOf(broken);
      const violations = [...rule.violations(publication)];
      for (const violation of violations)
        expectToShow(publication, { rule, named: violation.entry, ...violation });
      expect(violations.map(({ entry, field, value }) => `${entry ?? '-'} ${field} ${value}`)).toEqual(told);
    });
  }

  it('does not reason about an entry whose conditions are still to be written', () => {
    const told = (said: Partial<Entry>) =>
      brokenRules(publicationOf(entries(said, { when: LABOUR }))).map(
        ({ rule, entry }) => `${rule.code} ${entry}`,
      );
    // As it stands it forbids everything, and the other would add nothing to it.
    expect(told({})).toEqual(['PR-30 2']);
    expect(told({ conditionsPending: true })).toEqual(['PR-44 1']);
  });

  it('does not reason about an entry that names a product nobody knows, which any row may be', () => {
    const broken = brokenRules(
      publicationOf(entries({ when: { all: [LABOUR, named('thing')] } }, { when: LABOUR })),
    );
    expect(broken.map(({ rule, entry }) => `${rule.code} ${entry}`)).toEqual(['PR-40 1']);
  });

  it('has a case for every rule, and gives every code once, in order', () => {
    const codes = PUBLICATION_RULES.map(({ code }) => code);
    expect(codes).toEqual(codes.map((_, place) => `PR-${String(place + 1).padStart(2, '0')}`));
    expect(Object.keys(CASES)).toEqual(codes);
  });

  it('finds nothing in a catalog that meets them all', () => {
    expect(brokenRules(publicationOf())).toEqual([]);
  });

  it('says every rule in one sentence, in Chinese and in English', () => {
    for (const { sentence } of PUBLICATION_RULES) {
      expect(sentence.zh).toMatch(/^\S.*\p{Script=Han}。$/u);
      expect(sentence.en).toMatch(/^[A-Z].*\.$/);
    }
  });
});

describe('checking a publication', () => {
  const delegated = entry({
    code: '2',
    industries: { include: ['2614'], except: [] },
    exceptions: [exception({ discretionary: true, decidedBy: 'PREFECTURE' })],
  });
  const refused = (
    said: Said,
    acknowledge: { rule: string; entry: string | null }[] = [],
  ): readonly Refusal[] => {
    try {
      checkPublication(publicationOf(said), acknowledge);
      return [];
    } catch (error) {
      if (error instanceof Refusals) return error.refusals;
      throw error;
    }
  };

  it('tells errors and warnings all at once, with rule, entry and field', () => {
    const refusals = refused({ entries: [entry({ basis: [], text: { zh: '' } }), delegated] });
    expect(refusals.map(({ code, details, path }) => [code, details.rule, path])).toEqual([
      ['PUBLICATION_RULE', 'PR-01', ['entries', '1', 'basis']],
      ['PUBLICATION_RULE', 'PR-02', ['entries', '1', 'text.zh']],
      ['ACKNOWLEDGEMENT_REQUIRED', 'PR-09', ['entries', '2', 'exceptions.e.decidedBy']],
    ]);
    expect(refusals[0]!.text('zh')).toBe('PR-01 每一条目均注明法律或政策依据。不符之处：条目 1，法律依据。');
    expect(refusals[2]!.text('en')).toBe(
      'PR-09 A discretionary exception is decided at the level of the catalog or above. Not so in entry 2, deciding level of exception "e": prefectural. If this is meant, the publisher accepts it with a reason.',
    );
  });

  it('says of what is no entry where it is, and no dash for what is not there', () => {
    const foreign = refused({ content: { facts: [{ ...OWN_CHOICE, key: 'elsewhere.grade' }] } });
    expect(foreign.map((refusal) => refusal.text('zh')).join('')).toMatch(
      /不符之处：事项“elsewhere\.grade”。/,
    );
    for (const refusal of [...foreign, ...refused({ entries: [] })])
      for (const locale of ['zh', 'en'] as const)
        expect(refusal.text(locale)).not.toMatch(/—|null|undefined/);
  });

  it('names the unit and the options that would be right', () => {
    const broken = refused(
      tests(
        { number: { fact: 'totalInvestment', unit: '元', lessThan: '3000' } },
        { choice: { fact: 'nationalClass', oneOf: ['FORBIDDEN'] } },
      ),
    );
    const [unit, options] = broken.filter(({ details }) => /PR-1[45]/.test(String(details.rule)));
    expect(unit!.text('zh')).toContain('该事项的计量单位是“万元”。');
    expect(unit!.text('en')).toContain('The unit of the fact is "万元".');
    expect(options!.text('en')).toContain('Its options are: ENCOURAGED, PERMITTED, RESTRICTED, ELIMINATED.');
  });

  it('lets a warning pass that is acknowledged by rule and entry, and records just that', () => {
    const right = { rule: 'PR-09', entry: '2' };
    const unneeded = { rule: 'PR-24', entry: '2' };
    const publication = publicationOf({ entries: [entry(), delegated] });
    expect(checkPublication(publication, [unneeded, right])).toEqual([right]);
  });

  it('takes no acknowledgement for another entry, nor one for an error', () => {
    const codes = (refusals: readonly Refusal[]) => refusals.map(({ code }) => code);
    expect(codes(refused({ entries: [entry(), delegated] }, [{ rule: 'PR-09', entry: '1' }]))).toEqual([
      'ACKNOWLEDGEMENT_REQUIRED',
    ]);
    expect(codes(refused({ entries: [entry(), delegated] }, [{ rule: 'PR-09', entry: null }]))).toEqual([
      'ACKNOWLEDGEMENT_REQUIRED',
    ]);
    expect(codes(refused({ entries: [entry({ basis: [] })] }, [{ rule: 'PR-01', entry: '1' }]))).toEqual([
      'PUBLICATION_RULE',
    ]);
  });
});
