import { describe, expect, it } from 'vitest';
import { readShape } from '../../services/domain/messages/read-input.ts';
import { Refusal, type Refusals } from '../../services/domain/messages/refusal.ts';
import type { JurisdictionRecord } from '../../services/domain/register/jurisdiction.ts';
import type { Register } from '../../services/domain/register/register.ts';
import { checkRegistration } from '../../services/domain/register/registration.ts';
import { regionRecord, zoneRecord } from '../../services/domain/register/registration-shape.ts';
import { region, zone } from './publication/publication-of.ts';

const registerOf = (...records: JurisdictionRecord[]): Register => ({
  jurisdictions: new Map(
    [...new Set(records.map(({ id }) => id))].map((id) => [id, records.filter((each) => each.id === id)]),
  ),
  catalogs: new Map(),
});
const COUNTRY = region('100000', 'COUNTRY', null);
const PROVINCE = region('140000', 'PROVINCE', 'region_100000');
const CITY = region('140100', 'PREFECTURE', 'region_140000');
const PARK = zone('a', 'region_140100');
const register = registerOf(COUNTRY, PROVINCE, CITY, PARK);
const from = (record: JurisdictionRecord, effectiveFrom: string, said: Partial<JurisdictionRecord> = {}) => ({
  ...record,
  ...said,
  effectiveFrom,
});
const faultOf = (record: JurisdictionRecord, known: Register = register): string => {
  try {
    checkRegistration(known, record);
  } catch (error) {
    if (error instanceof Refusal) return error.code;
    throw error;
  }
  return 'done';
};

describe('a record of a jurisdiction', () => {
  it('does not look like another: one person could decide there what is refused in the other', () => {
    expect(faultOf(zone('A', 'region_140100'))).toBe('CODE_LOOKS_TAKEN');
    expect(faultOf(from(PARK, '2027-01-01'))).toBe('done');
  });

  it.each<[string, JurisdictionRecord]>([
    ['a root of any level', region('150000', 'PROVINCE', null)],
    ['a region below a higher one', region('140200', 'PREFECTURE', 'region_140000')],
    ['a level that is skipped', region('140181', 'COUNTY', 'region_140000')],
    ['a zone in a region', zone('b', 'region_140100')],
    ['a zone in a zone (一区多园)', zone('b', 'zone_a')],
    ['a change from the same day', from(CITY, '2020-01-01', { name: { zh: '太原市' } })],
    ['a change from a later day', from(PARK, '2027-01-01', { parent: 'region_140000' })],
  ])('is taken: %s', (_, record) => {
    expect(faultOf(record)).toBe('done');
  });

  it('is refused where its parent is not in the register on its first day, or is closed then', () => {
    expect(faultOf(zone('b', 'region_999999'))).toBe('UNKNOWN_JURISDICTION');
    expect(faultOf(from(zone('b', 'region_140100'), '2019-12-31'))).toBe('UNKNOWN_JURISDICTION');
    const closing = registerOf(COUNTRY, PROVINCE, CITY, from(CITY, '2026-01-01', { closed: true }));
    // Open inside something closed it would be a day later.
    expect(faultOf(from(zone('b', 'region_140100'), '2025-12-31'), closing)).toBe('PARENT_CLOSED');
    expect(faultOf(from(zone('b', 'region_140100'), '2026-01-01'), closing)).toBe('UNKNOWN_JURISDICTION');
  });

  it('is refused where its level does not lie below that of its parent', () => {
    expect(faultOf(region('140300', 'PREFECTURE', 'region_140100'))).toBe('LEVEL_ORDER');
    expect(faultOf(region('140300', 'PROVINCE', 'region_140100'))).toBe('LEVEL_ORDER');
    expect(faultOf(region('140300', 'COUNTY', 'zone_a'))).toBe('LEVEL_ORDER');
  });

  it('is refused where the jurisdiction has another level, or a record that begins later', () => {
    expect(faultOf(from(CITY, '2027-01-01', { level: 'COUNTY' }))).toBe('LEVEL_FIXED');
    expect(faultOf(from(CITY, '2019-01-01'))).toBe('RECORD_OUT_OF_ORDER');
  });

  it('is refused before a record that begins later, though one that begins earlier was entered after that', () => {
    const known = registerOf(
      COUNTRY,
      PROVINCE,
      CITY,
      PARK,
      from(PARK, '2028-01-01'),
      from(PARK, '2026-01-01'),
    );
    expect(faultOf(from(PARK, '2027-12-31'), known)).toBe('RECORD_OUT_OF_ORDER');
    expect(faultOf(from(PARK, '2028-01-01'), known)).toBe('done');
  });

  it('is refused where zones would lie in one another, at once or on a later day', () => {
    const inner = zone('b', 'zone_a');
    const nested = registerOf(COUNTRY, PROVINCE, CITY, PARK, inner);
    expect(faultOf(from(PARK, '2026-01-01', { parent: 'zone_b' }), nested)).toBe('LINEAGE_BROKEN');
    expect(faultOf(from(PARK, '2026-01-01', { parent: 'zone_a' }), nested)).toBe('LINEAGE_BROKEN');
    const moving = registerOf(
      COUNTRY,
      PROVINCE,
      CITY,
      PARK,
      zone('b', 'region_140100'),
      from(zone('b', 'zone_a'), '2027-01-01'),
    );
    expect(faultOf(from(PARK, '2026-01-01', { parent: 'zone_b' }), moving)).toBe('LINEAGE_BROKEN');
  });
});

describe('a region or zone as it is put in', () => {
  const ZONE = {
    code: 'tk',
    name: { zh: '示范区' },
    parent: 'region_140100',
    kind: 'INDUSTRIAL_PARK',
    zoneLevel: 'PROVINCIAL',
    effectiveFrom: '2026-01-01',
  };
  const faultsOf = (said: object): readonly string[] => {
    try {
      readShape(zoneRecord, { ...ZONE, ...said }, []);
      return [];
    } catch (error) {
      return (error as Refusals).refusals.map(({ code, path }) => `${code} ${path!.join('.')}`);
    }
  };

  it('becomes a record under the id made of its code', () => {
    expect(
      readShape(
        regionRecord,
        {
          code: '100000',
          level: 'COUNTRY',
          name: { zh: '中国', en: '' },
          parent: null,
          effectiveFrom: '2020-01-01',
        },
        [],
      ),
    ).toEqual({
      id: 'region_100000',
      code: '100000',
      level: 'COUNTRY',
      name: { zh: '中国' },
      parent: null,
      effectiveFrom: '2020-01-01',
    });
    expect(readShape(zoneRecord, ZONE, [])).toEqual({
      id: 'zone_tk',
      code: 'tk',
      level: 'ZONE',
      name: { zh: '示范区' },
      parent: 'region_140100',
      effectiveFrom: '2026-01-01',
      zone: {
        kind: 'INDUSTRIAL_PARK',
        zoneLevel: 'PROVINCIAL',
        riskGrade: 'NONE',
        positioning: [],
        areas: [],
        suspended: false,
        facts: [],
      },
    });
  });

  it('of kind chemical park has a risk grade or is unrated, and no other zone has one', () => {
    const graded = (kind: string, riskGrade: string | null) =>
      faultsOf({ kind, riskGrade }).join() ||
      readShape(zoneRecord, { ...ZONE, kind, riskGrade }, []).zone!.riskGrade;
    expect(graded('CHEMICAL_PARK', 'A')).toBe('A');
    expect(graded('CHEMICAL_PARK', null)).toBe('UNRATED');
    expect(graded('CHEMICAL_PARK', 'NONE')).toBe('RISK_GRADE_NOT_FITTING riskGrade');
    expect(graded('HIGH_TECH_ZONE', 'NONE')).toBe('NONE');
    expect(graded('HIGH_TECH_ZONE', 'D')).toBe('RISK_GRADE_NOT_FITTING riskGrade');
    expect(graded('OUTSIDE', 'UNRATED')).toBe('RISK_GRADE_NOT_FITTING riskGrade');
  });

  it('has areas and facts that can be told apart, and no built-in facts', () => {
    const area = (key: string) => ({ key, name: { zh: '片区' } });
    const stated = (key: string) => ({ key, value: { flag: true } });
    expect(faultsOf({ areas: [area('a'), area('a'), area('b.c')] }).toSorted()).toEqual([
      'DUPLICATE_CODE areas.1',
      'INVALID_KEY areas.2.key',
    ]);
    expect(faultsOf({ facts: [stated('x.y'), stated('x.y'), stated('zone.suspended')] })).toEqual([
      'DUPLICATE_FACT facts.1.key',
      'BUILT_IN_FACT facts.2.key',
    ]);
    expect(faultsOf({ facts: [{ key: 'x.y', value: { flag: true, number: '1' } }] })).toEqual([
      'NOT_EXACTLY_ONE facts.0.value',
    ]);
  });

  it('has a code, a name and a first day', () => {
    expect(faultsOf({ code: '太原', name: { zh: ' ' }, effectiveFrom: 'soon' }).toSorted()).toEqual([
      'INVALID_CODE code',
      'INVALID_DATE effectiveFrom',
      'REQUIRED name.zh',
    ]);
  });
});
