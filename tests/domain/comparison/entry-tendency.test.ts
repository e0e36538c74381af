import { describe, expect, test } from 'vitest';
import { classification } from '../../../services/data/classification.ts';
import type { Entry } from '../../../services/domain/catalog/entry.ts';
import { entryTendency } from '../../../services/domain/comparison/entry-tendency.ts';
import type { Condition } from '../../../services/domain/condition/condition.ts';
import { implies } from '../../../services/domain/condition/condition-implies.ts';
import { entry, restricted } from '../oracle/small-basis.ts';

const nothing: ReadonlySet<string> = new Set();
const basis = { classification, redefined: nothing, zoneFacts: nothing, contents: [] };
const dust: Condition = { flag: { fact: 'combustibleDust', is: true } };
const land = (moreThan: string): Condition => ({ number: { fact: 'landArea', moreThan } });
const both = (...all: Condition[]): Condition => ({ all });

const asking = (evidence: string): Entry =>
  entry({
    measure: 'RESTRICTED',
    requirements: [{ key: 'r0', text: { zh: '经论证' }, evidence: { zh: evidence } }],
  });

test('a new entry is stricter, one that is gone looser', () => {
  expect(entryTendency(undefined, entry(), basis)).toBe('STRICTER');
  expect(entryTendency(entry(), undefined, basis)).toBe('LOOSER');
});

/** Each the other way round is the contrary. */
describe('is stricter', () => {
  const of = (said: Partial<Entry>) => entry(said);
  test.each<[string, Entry, Entry]>([
    ['prohibited instead of restricted', restricted([dust]), entry()],
    [
      'prohibited in principle instead of asked for evidence',
      restricted([null]),
      of({ force: 'IN_PRINCIPLE' }),
    ],
    ['mandatory instead of in principle', of({ force: 'IN_PRINCIPLE' }), entry()],
    ['every industry instead of one', of({ industries: { include: ['26'], except: [] } }), entry()],
    [
      'a division instead of its classes but one',
      of({ industries: { include: ['26'], except: ['2611'] } }),
      of({ industries: { include: ['26'], except: [] } }),
    ],
    ['expansion as well', of({ natures: ['NEW_BUILD'] }), of({ natures: ['NEW_BUILD', 'EXPANSION'] })],
    ['every activity instead of production', of({ activities: ['PRODUCE'] }), entry()],
    [
      'another zone as well',
      of({ territory: { include: ['zone_1'], except: [] } }),
      of({ territory: { include: ['zone_2', 'zone_1'], except: [] } }),
    ],
    ['a zone no longer left out', of({ territory: { include: [], except: ['zone_1'] } }), entry()],
    ['without an end', of({ validTo: '2027-12-31' }), entry()],
    ['from an earlier day', of({ validFrom: '2027-01-01' }), of({ validFrom: '2026-01-01' })],
    ['without an exemption', of({ exemptIfApprovedBefore: '2020-01-01' }), entry()],
    ['without its condition', of({ when: dust }), entry()],
    ['with a lower limit', of({ when: land('5') }), of({ when: land('3') })],
    ['with one condition fewer', of({ when: both(dust, land('5')) }), of({ when: dust })],
    [
      'without an exception',
      of({ exceptions: [{ key: 'e', text: { zh: '除外' }, when: dust, discretionary: false }] }),
      entry(),
    ],
    [
      'with an exception at the discretion of the authority',
      of({ exceptions: [{ key: 'e', text: { zh: '除外' }, when: dust, discretionary: false }] }),
      of({ exceptions: [{ key: 'e', text: { zh: '除外' }, when: dust, discretionary: true }] }),
    ],
    ['with one more requirement', restricted([dust]), restricted([dust, land('5')])],
    ['with a requirement that demands more', restricted([land('5')]), restricted([land('7')])],
  ])('%s', (_, before, after) => {
    expect(entryTendency(before, after, basis)).toBe('STRICTER');
    expect(entryTendency(after, before, basis)).toBe('LOOSER');
  });
});

describe('is not told for certain', () => {
  const exception = { key: 'e', text: { zh: '除外' }, when: dust, discretionary: true };
  test.each<[string, Entry, Entry]>([
    [
      'a restriction that could refuse and a prohibition in principle',
      restricted([dust]),
      entry({ force: 'IN_PRINCIPLE' }),
    ],
    [
      'another exception in the place of one',
      entry({ exceptions: [exception] }),
      entry({ exceptions: [{ ...exception, key: 'f' }] }),
    ],
    [
      'another authority that decides',
      entry({ exceptions: [exception] }),
      entry({ exceptions: [{ ...exception, decidedBy: 'COUNTRY' }] }),
    ],
    [
      'another case for the authority to decide, told in words alone',
      entry({ exceptions: [exception] }),
      entry({ exceptions: [{ ...exception, text: { zh: '重大项目除外' } }] }),
    ],
    ['another paper asked for', asking('专家论证意见'), asking('省级主管部门审查意见')],
    [
      'a requirement of papers in other words, and a lower limit',
      { ...asking('意见'), when: land('5') },
      { ...asking('意见'), when: land('3'), requirements: restricted([null]).requirements },
    ],
    [
      'stricter in one field and looser in another',
      entry({ natures: ['NEW_BUILD'] }),
      entry({ validTo: '2027-12-31' }),
    ],
    ['another condition', entry({ when: dust }), entry({ when: land('5') })],
    [
      'an area that a zone may have given up',
      entry(),
      entry({ territory: { include: ['area_1.core'], except: [] } }),
    ],
    [
      'an industry code that does not exist',
      entry(),
      entry({ industries: { include: ['26I4'], except: [] } }),
    ],
    ['a document asked for no longer, and a condition instead', restricted([null]), restricted([dust])],
  ])('%s', (_, before, after) => {
    expect(entryTendency(before, after, basis)).toBe('CHANGED');
    expect(entryTendency(after, before, basis)).toBe('CHANGED');
  });

  test('a change of an entry that tests a fact which now means something else', () => {
    const before = entry({ when: both(dust, land('5')) });
    const after = entry({ when: dust });
    const redefined = new Set(['combustibleDust']);
    expect(entryTendency(before, after, { ...basis, redefined })).toBe('CHANGED');
  });

  test('a condition more on a fact of the zone: where the register does not state it, it makes for review', () => {
    const zoneFacts = new Set(['sx.belt']);
    const belt: Condition = { flag: { fact: 'sx.belt', is: true } };
    const after = entry({ when: both(dust, belt) });
    expect(entryTendency(entry({ when: dust }), after, { ...basis, zoneFacts })).toBe('CHANGED');
    expect(entryTendency(entry({ when: dust }), after, basis)).toBe('LOOSER');
  });

  test('such a fact tested only by an exception that an authority may now deny', () => {
    const zoneFacts = new Set(['combustibleDust']);
    const hard = entry({ exceptions: [{ ...exception, discretionary: false }] });
    const after = entry({ exceptions: [exception] });
    expect(entryTendency(hard, after, { ...basis, zoneFacts })).toBe('CHANGED');
  });
});

describe('decides as before', () => {
  test.each<[string, Entry, Entry?]>([
    ['other words', entry({ text: { zh: '另一说法' }, remark: { zh: '备注' } })],
    [
      'another basis, deadline and department',
      entry({ basis: [], deadline: '2028-01-01', responsibility: { lead: '局', cooperating: [] } }),
    ],
    [
      'an exception that holds by itself in other words',
      entry({ exceptions: [{ key: 'e', text: { zh: '一' }, when: dust, discretionary: false }] }),
      entry({ exceptions: [{ key: 'e', text: { zh: '二' }, when: dust, discretionary: false }] }),
    ],
    [
      'all five natures named',
      entry({ natures: ['NEW_BUILD', 'EXPANSION', 'RECONSTRUCTION', 'TECHNICAL_UPGRADE', 'RELOCATION'] }),
    ],
  ])('%s', (_, after, before = entry()) => {
    expect(entryTendency(before, after, basis)).toBe('SAME');
  });

  test('a division and all its groups', () => {
    const one = entry({ industries: { include: ['26'], except: [] } });
    const groups = classification.industry('26')!.children;
    expect(entryTendency(one, entry({ industries: { include: groups, except: [] } }), basis)).toBe('SAME');
  });
});

describe('a condition implies another', () => {
  const number = (bounds: object): Condition => ({ number: { fact: 'landArea', ...bounds } });
  const chemical = (test: object): Condition => ({ chemical: { substance: { cas: '7782-50-5' }, ...test } });
  const product = (test: object): Condition => ({
    product: { product: '氯', unit: 't/a', of: 'CAPACITY', ...test },
  });
  test.each<[Condition, Condition, boolean, boolean]>([
    [number({ atLeast: '5' }), number({ moreThan: '5' }), false, true],
    [number({ atLeast: '5.1' }), number({ moreThan: '5' }), true, false],
    [number({ lessThan: '10' }), number({ atMost: '9' }), false, true],
    [number({ lessThan: '5', unit: '亩' }), number({ lessThan: '9' }), false, false],
    [number({ atLeast: '5', lessThan: '6' }), number({ lessThan: '9' }), true, false],
    [
      { set: { fact: 'natures', includesAny: ['A'] } },
      { set: { fact: 'natures', includesAny: ['A', 'B'] } },
      true,
      false,
    ],
    [
      { set: { fact: 'purposes', includesAny: ['A'] } },
      { set: { fact: 'purposes', includesAny: ['B'] } },
      false,
      false,
    ],
    [
      { date: { fact: 'sx.d', before: '2025-01-01' } },
      { date: { fact: 'sx.d', before: '2026-01-01' } },
      true,
      false,
    ],
    [chemical({ moreThan: '5' }), chemical({}), true, false],
    [chemical({ activities: ['STORE'] }), chemical({ activities: ['STORE', 'USE'] }), true, false],
    [chemical({ fraction: { moreThan: '8' } }), chemical({}), true, false],
    [
      chemical({ fraction: { moreThan: '8', atMost: '60' } }),
      chemical({ fraction: { moreThan: '8' } }),
      true,
      false,
    ],
    [chemical({ fraction: { moreThan: '8' } }), chemical({ fraction: { atMost: '8' } }), false, false],
    [chemical({ moreThan: '5', activities: ['STORE'] }), chemical({ moreThan: '5' }), true, false],
    [product({ moreThan: '5' }), product({}), false, false],
    [product({ moreThan: '5' }), product({ atLeast: '5' }), true, false],
    [dust, { any: [land('5'), dust] }, true, false],
    [{ not: { any: [land('5'), dust] } }, { not: dust }, true, false],
    [{ any: [both(dust, land('5')), both(dust, land('9'))] }, both(dust, land('5')), true, true],
  ])('%j and %j', (one, other, forth, back) => {
    expect(implies(one, other)).toBe(forth);
    expect(implies(other, one)).toBe(back);
  });

  test('conditions nested on purpose are given up on', () => {
    const deep = (wrap: (inner: Condition) => Condition, inner: Condition): Condition =>
      Array.from({ length: 20 }).reduce<Condition>(wrap, inner);
    const one = deep((inner) => ({ all: [inner, dust, land('5')] }), land('1'));
    const other = deep((inner) => ({ any: [inner, { not: dust }, land('9')] }), land('99'));
    expect(implies(one, other)).toBe(false);
  });
});
