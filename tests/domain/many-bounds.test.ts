import { describe, expect, test } from 'vitest';
import type { Condition } from '../../services/domain/condition/condition.ts';
import type { Test } from '../../services/domain/condition/tests.ts';
import { assess } from '../../services/domain/engine/assess.ts';
import { CHEMICAL } from '../../services/domain/engine/domains/chemical.ts';
import type { ChemicalLine, Facts } from '../../services/domain/engine/facts.ts';
import type { FactDefinition } from '../../services/domain/facts/fact.ts';
import { Work } from '../../services/domain/solver/budget.ts';
import { fromInteger } from '../../services/domain/values/decimal.ts';
import { basis, catalog, entry, fact, ZONE } from './oracle/small-basis.ts';

// What many bounds take is counted, and where the bound comes first the answer leaves out nothing that can be.

const BOUNDS = 1_200;

const prohibiting = (
  condition: (at: number) => Condition,
  facts: readonly FactDefinition[] = [],
  bounds = BOUNDS,
) =>
  basis([
    catalog(
      'own',
      ZONE.id,
      [entry({ when: { any: Array.from({ length: bounds }, (_, at) => condition(at)) } })],
      { facts },
    ),
  ]);

const day = (at: number) => new Date(Date.UTC(1970, 0, 1 + at)).toISOString().slice(0, 10);

describe('what a fact can be, where nothing is stated of it', () => {
  test.each([
    [
      'a number',
      'totalInvestment',
      prohibiting((at) => ({
        number: {
          fact: 'totalInvestment',
          unit: '万元',
          atLeast: `${2 * at + 1}`,
          lessThan: `${2 * at + 2}`,
        },
      })),
    ],
    [
      'a day',
      'own.day',
      prohibiting(
        (at) => ({ date: { fact: 'own.day', onOrAfter: day(2 * at), before: day(2 * at + 1) } }),
        [fact('own.day', 'DATE')],
      ),
    ],
  ])('costs as many ranges as there are, each held against each bound: %s', (_, key, law) => {
    const told = (searchBound: number) => {
      const work = new Work();
      const { exact, possibleOutcomes, missingFacts } = assess(law, { zone: ZONE.id }, null, {
        searchBound,
        work,
      });
      return { exact, possibleOutcomes, missing: missingFacts.map((each) => each.fact.key), done: work.done };
    };
    const outcomes = { possibleOutcomes: ['ADMITTED', 'REFUSED'], missing: [key] };
    const exact = told(4_000_000);
    expect(exact).toMatchObject({ exact: true, ...outcomes });
    expect(exact.done).toBeGreaterThan((2 * BOUNDS * BOUNDS) / 16);
    expect(told(100_000)).toMatchObject({ exact: false, ...outcomes });
  });
});

describe('a stated inventory', () => {
  const asking = (at: number): Test & { readonly kind: 'chemical' } => ({
    kind: 'chemical',
    substance: { any: true },
    mask: 1,
    fraction: null,
    moreThan: fromInteger(at),
  });

  test('of many lines is read once for all amounts that tests ask for', () => {
    let read = 0;
    const line: ChemicalLine = {
      get activities() {
        read++;
        return 1;
      },
      tonnes: fromInteger(1),
      fraction: null,
    };
    const facts = {
      chemicals: new Map([['67-56-1', Array.from({ length: 50 }, () => line)]]),
      openChemicals: [],
      activities: null,
    } as unknown as Facts;
    CHEMICAL.truth(asking(0), facts);
    const once = read;
    expect(Array.from({ length: 100 }, (_, at) => CHEMICAL.truth(asking(at), facts))).toEqual(
      Array.from({ length: 100 }, (_, at) => at < 50),
    );
    expect([once > 0, read]).toEqual([true, once]);
  });

  test('that would take too long to read leaves open what it would say', () => {
    const condition = (at: number): Condition => ({
      chemical: {
        substance: { any: true },
        activities: ['STORE'],
        fraction: { atLeast: `${(at + 1) / 50}` },
        moreThan: '100',
      },
    });
    const law = prohibiting(condition, [], 2_400);
    const assessed = (lines: number) =>
      assess(law, {
        zone: ZONE.id,
        facts: {
          chemicals: Array.from({ length: lines }, (_, at) => ({
            name: `混合物${at}`,
            withoutCas: true,
            activities: ['STORE'],
            tonnes: '3.5',
            fraction: '60',
          })),
        },
      });
    expect(assessed(2)).toMatchObject({ exact: true, outcome: 'ADMITTED' });
    const { exact, possibleOutcomes } = assessed(2_000);
    expect({ exact, possibleOutcomes }).toEqual({
      exact: false,
      possibleOutcomes: expect.arrayContaining(['ADMITTED', 'REFUSED']),
    });
  });
});

test('rows that are a kind of a kind of many products are held against each of them', () => {
  const [KINDS, ROWS] = [300, 20];
  const law = basis([
    catalog(
      'own',
      ZONE.id,
      [
        entry({
          when: {
            any: Array.from({ length: KINDS }, (_, at) => ({
              product: { product: `own.p${at}`, unit: '万t/a', of: 'CAPACITY' as const, moreThan: '5' },
            })),
          },
        }),
      ],
      {
        products: Array.from({ length: KINDS }, (_, at) => ({
          key: `own.p${at}`,
          name: { zh: `产品${at}` },
          aliases: [],
          narrower: at + 1 < KINDS ? [`own.p${at + 1}`] : [],
          units: [],
        })),
      },
    ),
  ]);
  const assessed = (searchBound: number) => {
    const work = new Work();
    const products = Array.from({ length: ROWS }, () => ({ product: `产品${KINDS - 1}`, unit: '万t/a' }));
    const { exact, possibleOutcomes } = assess(law, { zone: ZONE.id, facts: { products } }, null, {
      searchBound,
      work,
    });
    return { exact, possibleOutcomes, done: work.done };
  };
  const { done, ...told } = assessed(4_000_000);
  expect(told.possibleOutcomes).toEqual(['ADMITTED', 'REFUSED']);
  expect(done).toBeGreaterThan((ROWS * KINDS * KINDS) / 2);
  expect(assessed(10_000)).toMatchObject({ exact: false, possibleOutcomes: ['ADMITTED', 'REFUSED'] });
});
