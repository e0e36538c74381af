import * as fc from 'fast-check';
import type { Entry, Exception, Requirement } from '../../../services/domain/catalog/entry.ts';
import type { Condition } from '../../../services/domain/condition/condition.ts';
import { ACTIVITIES, NATURES } from '../../../services/domain/vocabulary.ts';
import { ON } from './small-basis.ts';
import type { ScopeField, Theme } from './themes.ts';

/** Well-formed entries about a theme. */
export function arbitraryEntry(theme: Theme): fc.Arbitrary<Omit<Entry, 'code'>> {
  const condition = arbitraryCondition;
  const scoped = <T>(field: ScopeField, arbitrary: fc.Arbitrary<T>, otherwise: T): fc.Arbitrary<T> =>
    sometimes(theme.scope[field] ?? 0, arbitrary, otherwise);
  return fc
    .record({
      measure: fc.constantFrom('PROHIBITED' as const, 'RESTRICTED' as const),
      force: fc.oneof(
        { weight: 2, arbitrary: fc.constant('MANDATORY' as const) },
        { weight: 1, arbitrary: fc.constant('IN_PRINCIPLE' as const) },
      ),
      text: fc.constant({ zh: '条目' }),
      industries: scoped('industries', scopeOf(theme.codes), { include: [], except: [] }),
      natures: scoped('natures', fc.subarray([...NATURES], { minLength: 1, maxLength: 3 }), []),
      activities: scoped('activities', fc.subarray([...ACTIVITIES], { minLength: 1 }), []),
      territory: scoped(
        'territory',
        fc.record({
          include: sometimes(6, fc.subarray(PLACES, { minLength: 1, maxLength: 2 }), []),
          except: sometimes(5, fc.subarray(PLACES, { minLength: 1, maxLength: 2 }), []),
        }),
        { include: [], except: [] },
      ),
      validFrom: scoped('validity', fc.constantFrom('2026-06-14', ON, '2026-06-16', null), null),
      validTo: scoped('validity', fc.constantFrom(ON, '2026-06-14', '2026-06-16', null), null),
      exemptIfApprovedBefore: scoped(
        'exemptIfApprovedBefore',
        fc.constantFrom('2020-01-01', ON, '2026-06-16', '2027-01-01'),
        null,
      ),
      when: sometimes(9, condition, null),
      exceptions: sometimes(
        theme.exceptions ?? 2,
        fc.array(arbitraryException(condition), { minLength: 1, maxLength: 2 }),
        [],
      ),
      requirements: fc.array(arbitraryRequirement(condition), { minLength: 1, maxLength: 3 }),
      basis: fc.constant([{ document: '试行办法' }]),
    })
    .map(({ exceptions, requirements, ...entry }) => ({
      ...entry,
      exceptions: exceptions.map((exception, i) => ({ ...exception, key: `e${i}` })),
      requirements:
        entry.measure === 'PROHIBITED'
          ? []
          : requirements.map((requirement, i) => ({ ...requirement, key: `r${i}` })),
    }));
}

/** Stands for a test of the world's pool, so that the same few tests meet in many entries. */
const FROM_POOL = '#';
const fromPool: fc.Arbitrary<Condition> = fc
  .nat({ max: 11 })
  .map((place) => ({ flag: { fact: `${FROM_POOL}${place}`, is: true } }));

/** The same entries with the tests of the pool put in. */
export function withTests<T>(entries: T, pool: readonly Condition[]): T {
  return JSON.parse(JSON.stringify(entries), (_, value) => {
    const fact: unknown = value?.flag?.fact;
    return typeof fact === 'string' && fact.startsWith(FROM_POOL)
      ? pool[Number(fact.slice(1)) % pool.length]
      : value;
  });
}

/** Tests joined by `all`, `any` and `not`, at most three deep. */
const arbitraryCondition: fc.Arbitrary<Condition> = fc.letrec<{ condition: Condition }>((tie) => {
  const parts = fc.array(tie('condition'), { minLength: 1, maxLength: 3 });
  return {
    condition: fc.oneof(
      { maxDepth: 2, withCrossShrink: true },
      { weight: 5, arbitrary: fromPool },
      { weight: 3, arbitrary: parts.map((all) => ({ all })) },
      { weight: 1, arbitrary: parts.map((any) => ({ any })) },
      { weight: 1, arbitrary: tie('condition').map((not) => ({ not })) },
    ),
  };
}).condition;

const scopeOf = (codes: readonly string[]) =>
  fc.record({
    include: fc.subarray([...codes], { maxLength: Math.min(3, codes.length) }),
    except: sometimes(3, fc.subarray([...codes], { maxLength: Math.min(2, codes.length) }), []),
  });

const PLACES = [
  'region_140000',
  'region_140800',
  'region_999999',
  'zone_140800.1',
  'zone_140881',
  'area_140881.core',
  'area_140881.edge',
  'area_140800.1.core',
];

function arbitraryException(condition: fc.Arbitrary<Condition>): fc.Arbitrary<Omit<Exception, 'key'>> {
  const text = fc.constant({ zh: '除外' });
  return fc.oneof(
    fc.record({ text, when: condition, discretionary: fc.constant(false) }),
    fc.record({
      text,
      when: sometimes(6, condition, null),
      discretionary: fc.constant(true),
      decidedBy: fc.constantFrom(null, 'COUNTRY' as const, 'ZONE' as const),
    }),
  );
}

const arbitraryRequirement = (condition: fc.Arbitrary<Condition>): fc.Arbitrary<Omit<Requirement, 'key'>> =>
  fc.record({
    text: fc.constant({ zh: '要求' }),
    when: sometimes(7, condition, null),
    evidence: sometimes(2, fc.constant({ zh: '证明材料' }), null),
  });

/** The arbitrary in so many cases of ten, otherwise the value, to which it also shrinks. */
const sometimes = <T>(ofTen: number, arbitrary: fc.Arbitrary<T>, otherwise: T): fc.Arbitrary<T> =>
  ofTen === 0
    ? fc.constant(otherwise)
    : fc.oneof(
        { withCrossShrink: true },
        { weight: 10 - ofTen, arbitrary: fc.constant(otherwise) },
        { weight: ofTen, arbitrary },
      );
