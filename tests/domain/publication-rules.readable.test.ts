import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { reference } from '../../services/data/reference.ts';
import type { AssessmentBasis } from '../../services/domain/assessment/assessment-basis.ts';
import type { CatalogContent } from '../../services/domain/catalog/catalog.ts';
import { contentHashOf } from '../../services/domain/catalog/content-hash.ts';
import type { Entry } from '../../services/domain/catalog/entry.ts';
import { entry as entryShape } from '../../services/domain/catalog/entry-shape.ts';
import { assess } from '../../services/domain/engine/assess.ts';
import { DICTIONARY } from '../../services/domain/facts/dictionary.ts';
import { tryShape } from '../../services/domain/messages/read-input.ts';
import type { Refusal } from '../../services/domain/messages/refusal.ts';
import { brokenRules } from '../../services/domain/publication-rules/check.ts';
import { times } from '../testkit/times.ts';
import { fact, publicationOf, region, zone } from './publication/publication-of.ts';

const OWN_FACTS = [
  fact({ key: 'shanxi.depth', type: 'NUMBER', unit: 'm' }),
  fact({ key: 'shanxi.grade', type: 'CHOICE', options: ['I', 'II'] }),
  fact({ key: 'shanxi.uses', type: 'SET', options: ['I', 'II'] }),
  fact({ key: 'shanxi.day', type: 'DATE' }),
  fact({ key: 'shanxi.river', type: 'FLAG', about: 'ZONE' }),
];
const OWN_LISTS = [{ key: 'shanxi.l', name: { zh: '名单' }, members: ['7782-50-5', '7664-41-7'] }];

const FACTS = [...DICTIONARY, ...OWN_FACTS];
/** Mostly what fits, so that much of it can be published; sometimes anything, so that the rules have to stop it. */
const mostly = <T>(fitting: fc.Arbitrary<T>, any: fc.Arbitrary<T>) =>
  fc.oneof({ weight: 40, arbitrary: fitting }, { weight: 1, arbitrary: any });
const decimal = mostly(
  fc.integer({ min: 0, max: 40 }).map((tenths) => (tenths / 10).toFixed(1)),
  fc.constantFrom('-1', 'x', '1e3', '99999999999999999999.5'),
);
const bounds = mostly<object>(
  fc.oneof(
    decimal.map((atLeast) => ({ atLeast })),
    decimal.map((moreThan) => ({ moreThan, lessThan: '50' })),
  ),
  fc.record(
    { atLeast: decimal, moreThan: decimal, atMost: decimal, lessThan: decimal },
    { requiredKeys: [] },
  ),
);
const anyKey = fc.constantFrom(...FACTS.map(({ key }) => key), 'shanxi.none');
const word = fc.constantFrom(
  'I',
  'II',
  'A',
  'C',
  '26',
  '2614',
  '9999',
  'NITRATION',
  'PRODUCE',
  'NEW_BUILD',
  '',
);
const words = fc.array(word, { maxLength: 2 });

const testOfFact = fc.constantFrom(...FACTS).chain((definition): fc.Arbitrary<object> => {
  const key = mostly(fc.constant(definition.key), anyKey);
  const options = definition.key === 'industries' ? ['C', '26', '2614'] : (definition.options ?? ['化工']);
  const some = mostly(fc.subarray([...options], { minLength: 1 }), words);
  switch (definition.type) {
    case 'NUMBER':
      return fc
        .tuple(key, mostly(fc.constant(definition.unit ?? null), fc.constantFrom('t', null)), bounds)
        .map(([fact, unit, limits]) => ({ number: { fact, unit, ...limits } }));
    case 'FLAG':
      return fc.tuple(key, fc.boolean()).map(([fact, is]) => ({ flag: { fact, is } }));
    case 'CHOICE':
      return fc.tuple(key, some).map(([fact, oneOf]) => ({ choice: { fact, oneOf } }));
    case 'SET':
      return fc.tuple(key, some).map(([fact, includesAny]) => ({ set: { fact, includesAny } }));
    case 'DATE':
      return key.map((fact) => ({ date: { fact, before: '2020-01-01' } }));
  }
});
const testOfGoods = fc.oneof(
  fc
    .record(
      {
        substance: fc.constantFrom<object>(
          { any: true },
          { cas: '7782-50-5' },
          { list: 'KEY_SUPERVISED' },
          { outsideList: 'shanxi.l' },
          { list: 'shanxi.none' },
        ),
        activities: fc.subarray(['PRODUCE', 'STORE', 'USE']),
        moreThan: decimal,
      },
      { requiredKeys: ['substance'] },
    )
    .map((chemical) => ({ chemical })),
  fc
    .tuple(fc.constantFrom('味精', '刨花板'), fc.constantFrom('CAPACITY', 'PER_LINE', 'ADDED'), bounds)
    .map(([product, of, limits]) => ({ product: { product, unit: 't/a', of, ...limits } })),
);
const { condition } = fc.letrec<{ condition: object; leaf: object }>((tie) => ({
  leaf: fc.oneof({ weight: 3, arbitrary: testOfFact }, { weight: 1, arbitrary: testOfGoods }),
  condition: fc.oneof(
    { maxDepth: 2, withCrossShrink: true },
    tie('leaf'),
    fc.array(tie('condition'), { maxLength: 3 }).map((all) => ({ all })),
    fc.array(tie('condition'), { minLength: 1, maxLength: 3 }).map((any) => ({ any })),
    tie('condition').map((not) => ({ not })),
  ),
}));
const codes = mostly(fc.subarray(['C', '26', '261', '2614']), fc.array(word, { maxLength: 2 }));
const places = fc.subarray(['zone_t', 'area_t.core', 'region_140100', 'region_150000'], { maxLength: 1 });
const entryInput = fc
  .record(
    {
      measure: fc.constantFrom('PROHIBITED', 'RESTRICTED'),
      industries: fc.record({ include: codes, except: mostly(fc.constant<string[]>([]), codes) }),
      territory: fc.record({ include: places, except: places }),
      when: condition,
      exception: condition,
      requirement: condition,
    },
    { requiredKeys: ['measure'] },
  )
  .map(({ exception, requirement, ...said }) => ({
    code: '1',
    text: { zh: '条目' },
    basis: [{ document: '示范目录' }],
    ...said,
    exceptions: exception ? [{ key: 'e', text: { zh: '除外' }, when: exception }] : [],
    requirements:
      said.measure === 'RESTRICTED' ? [{ key: 'r', text: { zh: '要求' }, when: requirement }] : [],
  }));

const ZONE = zone('t', 'region_140100');
const basisWith = (content: CatalogContent): AssessmentBasis => ({
  on: '2026-12-01',
  lapsed: [],
  lineage: [
    region('100000', 'COUNTRY', null),
    region('140000', 'PROVINCE', 'region_100000'),
    region('140100', 'PREFECTURE', 'region_140000'),
    ZONE,
  ],
  catalogs: [
    {
      identity: { key: 'shanxi', jurisdiction: 'region_140000' },
      standing: 'IN_FORCE',
      inForce: { number: 1, contentHash: contentHashOf(content), content },
    },
  ],
  reference,
});

describe('what the publication rules let pass', () => {
  it('can be assessed, so that no publication stops the assessments of its zones', () => {
    const ENTRIES = times(500, 1_500);
    let published = 0;
    let stopped = 0;
    fc.assert(
      fc.property(entryInput, (input) => {
        const refusals: Refusal[] = [];
        const entry = tryShape<Entry>(entryShape, input, [], refusals);
        const publication =
          entry &&
          publicationOf({
            entries: [entry],
            zones: [ZONE],
            content: { facts: OWN_FACTS, lists: OWN_LISTS },
          });
        if (!publication || brokenRules(publication).some(({ rule }) => rule.severity === 'ERROR')) {
          stopped++;
          return;
        }
        published++;
        const basis = basisWith(publication.content);
        expect(assess(basis, { zone: 'zone_t' }).possibleOutcomes.length).toBeGreaterThan(0);
        const stated = { zone: 'zone_t', industries: ['2614'], facts: { chemicals: [], products: [] } };
        expect(assess(basis, stated).possibleOutcomes.length).toBeGreaterThan(0);
      }),
      { numRuns: ENTRIES },
    );
    // Both sides are tried often, or the test would say nothing.
    expect(published).toBeGreaterThan(ENTRIES / 5);
    expect(stopped).toBeGreaterThan(ENTRIES / 5);
  });
});
