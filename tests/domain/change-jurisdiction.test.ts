import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readShape } from '../../services/domain/messages/read-input.ts';
import { Refusal, type Refusals } from '../../services/domain/messages/refusal.ts';
import type { JurisdictionChange } from '../../services/domain/register/change-jurisdiction.ts';
import { changedRecords } from '../../services/domain/register/change-jurisdiction.ts';
import { zoneChange } from '../../services/domain/register/change-shape.ts';
import type { JurisdictionRecord, ZoneFacts } from '../../services/domain/register/jurisdiction.ts';
import { recordOn, timelineOf } from '../../services/domain/register/jurisdiction.ts';
import type { Register } from '../../services/domain/register/register.ts';
import { checkChange } from '../../services/domain/register/registration.ts';
import { Ledger } from './oracle/ledger.ts';
import { region, zone } from './publication/publication-of.ts';

const PARK = zone('a', 'region_140100', { kind: 'CHEMICAL_PARK', riskGrade: 'B' });
const RENAMING: JurisdictionRecord = { ...PARK, name: { zh: '新名' }, effectiveFrom: '2027-01-01' };

describe('a change from a day on', () => {
  it('begins with what counts on that day, and changes only what is given', () => {
    const change = { name: { zh: '更名园区' }, zone: { suspended: true } };
    expect(changedRecords([PARK], '2026-12-01', change)).toEqual([
      {
        ...PARK,
        name: { zh: '更名园区' },
        effectiveFrom: '2026-12-01',
        zone: { ...PARK.zone, suspended: true },
      },
    ]);
  });

  it('is carried on into what begins later: a park suspended now stays so when it is renamed', () => {
    const changed = changedRecords([PARK, RENAMING], '2026-12-01', { zone: { suspended: true } });
    expect(changed.map(({ effectiveFrom, name, zone }) => [effectiveFrom, name.zh, zone!.suspended])).toEqual(
      [
        ['2026-12-01', 'a', true],
        ['2027-01-01', '新名', true],
      ],
    );
  });

  it('ends where a later record changes the very same', () => {
    const resumed = { ...RENAMING, zone: { ...PARK.zone!, suspended: true }, effectiveFrom: '2027-06-01' };
    const records = [PARK, RENAMING, resumed];
    const change = { name: { zh: '暂名' }, zone: { riskGrade: 'A' as const } };
    const all = [...records, ...changedRecords(records, '2026-12-01', change)];
    expect(
      timelineOf(all).map(({ effectiveFrom, name, zone }) => [
        effectiveFrom,
        name.zh,
        zone!.riskGrade,
        zone!.suspended,
      ]),
    ).toEqual([
      ['2020-01-01', 'a', 'B', false],
      ['2026-12-01', '暂名', 'A', false],
      ['2027-01-01', '新名', 'A', false],
      ['2027-06-01', '新名', 'A', true],
    ]);
  });

  it('is none where everything is so already', () => {
    expect(changedRecords([PARK], '2026-12-01', { name: PARK.name, zone: { riskGrade: 'B' } })).toEqual([]);
    const named = { ...PARK, name: { zh: 'a', en: null } };
    expect(changedRecords([named], '2026-12-01', { name: { zh: 'a' } })).toEqual([]);
    expect(changedRecords([PARK], '2026-12-01', { dropFacts: ['x.y'] })).toEqual([]);
  });

  it('takes facts key by key and leaves those of other catalogs alone', () => {
    const fact = (key: string, flag: boolean) => ({ key, value: { flag } });
    const park = zone('a', 'region_140100', { facts: [fact('x.a', true), fact('y.b', true)] });
    const [changed] = changedRecords([park], '2026-12-01', {
      facts: [fact('x.c', true)],
      dropFacts: ['x.a'],
    });
    expect(changed!.zone!.facts).toEqual([fact('y.b', true), fact('x.c', true)]);
  });

  it('of the kind takes the risk grade with it where that cannot stay', () => {
    const kindOf = (park: JurisdictionRecord, kind: ZoneFacts['kind']) => {
      const [{ zone } = park] = changedRecords([park], '2026-12-01', { zone: { kind } });
      return [zone!.kind, zone!.riskGrade];
    };
    expect(kindOf(PARK, 'INDUSTRIAL_PARK')).toEqual(['INDUSTRIAL_PARK', 'NONE']);
    expect(kindOf(zone('b', 'x'), 'CHEMICAL_PARK')).toEqual(['CHEMICAL_PARK', 'UNRATED']);
    expect(kindOf(zone('b', 'x'), 'HIGH_TECH_ZONE')).toEqual(['HIGH_TECH_ZONE', 'NONE']);
  });

  it('that closes holds for everything that begins later, until it is entered again', () => {
    const again = { ...RENAMING, effectiveFrom: '2028-01-01' };
    const closed = { ...RENAMING, closed: true };
    const changed = changedRecords([PARK, closed, again], '2026-12-01', { closed: true });
    expect(changed.map(({ effectiveFrom, closed }) => [effectiveFrom, closed])).toEqual([
      ['2026-12-01', true],
    ]);
    expect(
      changedRecords([PARK, RENAMING], '2026-12-01', { closed: true }).map(({ closed }) => closed),
    ).toEqual([true, true]);
  });
});

describe('the tree, on every day from the change on', () => {
  const COUNTRY = region('100000', 'COUNTRY', null);
  const CITY = region('140100', 'PREFECTURE', 'region_100000');
  const OTHER = region('140200', 'PREFECTURE', 'region_100000');
  const registerOf = (...records: JurisdictionRecord[]): Register => ({
    jurisdictions: new Map(
      [...new Set(records.map(({ id }) => id))].map((id) => [id, records.filter((each) => each.id === id)]),
    ),
    catalogs: new Map(),
  });
  const faultOf = (register: Register, id: string, from: string, change: JurisdictionChange) => {
    try {
      checkChange(register, changedRecords(register.jurisdictions.get(id)!, from, change));
      return 'done';
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      return [error.code, ...Object.values(error.details)].join(' ');
    }
  };
  const closedFrom = (record: JurisdictionRecord, effectiveFrom: string) => ({
    ...record,
    effectiveFrom,
    closed: true,
  });

  it('nothing is closed while something in it is open, now or later', () => {
    const nested = registerOf(COUNTRY, CITY, PARK, zone('b', 'zone_a'));
    expect(faultOf(nested, 'region_140100', '2026-12-01', { closed: true })).toBe(
      'STILL_OPEN_INSIDE region_140100 2026-12-01 zone_a,zone_b 2',
    );
    const leaving = registerOf(
      COUNTRY,
      CITY,
      OTHER,
      closedFrom(PARK, '2026-12-01'),
      PARK,
      zone('b', 'region_140100'),
      { ...zone('b', 'region_140200'), effectiveFrom: '2026-11-01' },
    );
    expect(faultOf(leaving, 'region_140100', '2026-11-30', { closed: true })).toMatch('STILL_OPEN_INSIDE');
    expect(faultOf(leaving, 'region_140100', '2026-12-01', { closed: true })).toBe('done');
    const founded = registerOf(COUNTRY, CITY, { ...PARK, effectiveFrom: '2027-05-01' });
    expect(faultOf(founded, 'region_140100', '2026-12-01', { closed: true })).toBe(
      'STILL_OPEN_INSIDE region_140100 2027-05-01 zone_a 1',
    );
  });

  it('nothing moves into what is closed, or will be', () => {
    const closing = registerOf(COUNTRY, CITY, OTHER, closedFrom(OTHER, '2027-01-01'), PARK);
    const move = { parent: 'region_140200' };
    expect(faultOf(closing, 'zone_a', '2027-02-01', move)).toBe(
      'UNKNOWN_JURISDICTION region_140200 2027-02-01',
    );
    expect(faultOf(closing, 'zone_a', '2026-12-01', move)).toBe(
      'PARENT_CLOSED zone_a region_140200 2027-01-01',
    );
  });

  it('nothing moves into itself, or below its like', () => {
    const nested = registerOf(COUNTRY, CITY, PARK, zone('b', 'zone_a'));
    expect(faultOf(nested, 'zone_a', '2026-12-01', { parent: 'zone_b' })).toBe(
      'LINEAGE_BROKEN zone_a 2026-12-01',
    );
    expect(faultOf(nested, 'region_140100', '2026-12-01', { parent: 'zone_b' })).toMatch('LEVEL_ORDER');
  });

  it('a grade that fits no more from a later day on is refused like any other', () => {
    const graded = { ...PARK, effectiveFrom: '2027-01-01', zone: { ...PARK.zone!, riskGrade: 'A' as const } };
    const register = registerOf(COUNTRY, CITY, PARK, graded);
    expect(faultOf(register, 'zone_a', '2026-12-01', { zone: { kind: 'INDUSTRIAL_PARK' } })).toBe(
      'RISK_GRADE_NOT_FITTING A INDUSTRIAL_PARK',
    );
  });
});

describe('a change as it is put in', () => {
  const faultsOf = (said: object): readonly string[] => {
    try {
      readShape(zoneChange, { zone: 'zone_a', effectiveFrom: '2026-12-01', ...said }, []);
      return [];
    } catch (error) {
      return (error as Refusals).refusals.map(({ code, path }) => `${code} ${path!.join('.')}`);
    }
  };
  it('says something, every fact once, and no positioning twice', () => {
    expect(faultsOf({})).toEqual(['NOTHING_GIVEN ']);
    expect(faultsOf({ name: null, facts: [] })).toEqual(['NOTHING_GIVEN ']);
    const facts = [{ key: 'x.y', value: { flag: true } }];
    expect(faultsOf({ facts, dropFacts: ['x.y'] })).toEqual(['DUPLICATE_FACT dropFacts.0']);
    expect(faultsOf({ positioning: ['food', 'food', ' '] })).toEqual([
      'REQUIRED positioning.2',
      'DUPLICATE_CODE positioning.1',
    ]);
    expect(faultsOf({ areas: [], suspended: false })).toEqual([]);
  });
});

describe('any changes in any order', () => {
  const days = ['2020-01-01', '2026-06-01', '2026-11-23', '2026-12-01', '2027-01-01', '2028-01-01'];
  const aspects = ['name', 'suspended', 'zoneLevel', 'positioning', 'fact'] as const;
  const values = {
    name: ['甲', '乙', '丙'],
    suspended: ['true', 'false'],
    zoneLevel: ['NATIONAL', 'PROVINCIAL', 'OTHER'],
    positioning: ['', 'food', 'food,steel'],
    fact: ['', '1', '2'],
  };
  const changes = fc.array(
    fc.record({
      day: fc.constantFrom(...days),
      put: fc.record(
        Object.fromEntries(aspects.map((name) => [name, fc.constantFrom(...values[name])])) as Record<
          (typeof aspects)[number],
          fc.Arbitrary<string>
        >,
        { requiredKeys: [] },
      ),
    }),
    { maxLength: 12 },
  );

  it('leave on every day what each aspect was last said to be, by a ledger for each', () => {
    fc.assert(
      fc.property(changes, (made) => {
        const start = { name: '甲', suspended: 'false', zoneLevel: 'OTHER', positioning: '', fact: '' };
        const ledgers = Object.fromEntries(
          aspects.map((name) => [name, new Ledger('2020-01-01', start[name])]),
        ) as Record<(typeof aspects)[number], Ledger>;
        let records: readonly JurisdictionRecord[] = [
          { ...zone('a', 'region_140100', { zoneLevel: 'OTHER', areas: [] }), name: { zh: '甲' } },
        ];
        for (const { day, put } of made) {
          records = [...records, ...changedRecords(records, day, changeOf(put))];
          for (const name of aspects) if (put[name] !== undefined) ledgers[name].put(day, put[name]);
        }
        for (const day of [...days, '2026-11-30', '2030-01-01']) {
          const { name, zone } = recordOn(records, day)!;
          expect({
            name: name.zh,
            suspended: String(zone!.suspended),
            zoneLevel: zone!.zoneLevel,
            positioning: zone!.positioning.join(','),
            fact: zone!.facts.map(({ value }) => String(value.number)).join(','),
          }).toEqual(Object.fromEntries(aspects.map((aspect) => [aspect, ledgers[aspect].on(day)])));
        }
      }),
      { numRuns: 500 },
    );
  });

  function changeOf({
    name,
    suspended,
    zoneLevel,
    positioning,
    fact,
  }: Partial<Record<(typeof aspects)[number], string>>): JurisdictionChange {
    return {
      ...(name && { name: { zh: name } }),
      zone: {
        ...(suspended && { suspended: suspended === 'true' }),
        ...(zoneLevel && { zoneLevel: zoneLevel as ZoneFacts['zoneLevel'] }),
        ...(positioning !== undefined && { positioning: positioning ? positioning.split(',') : [] }),
      },
      ...(fact ? { facts: [{ key: 'x.y', value: { number: fact } }] } : {}),
      ...(fact === '' ? { dropFacts: ['x.y'] } : {}),
    };
  }
});
