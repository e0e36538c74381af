import { expect, test } from 'vitest';
import type { Condition } from '../../services/domain/condition/condition.ts';
import { assess } from '../../services/domain/engine/assess.ts';
import { Work } from '../../services/domain/solver/budget.ts';
import { basis, catalog, entry, ZONE } from './oracle/small-basis.ts';

type Chemical = Extract<Condition, { readonly chemical: unknown }>['chemical'];

/** What is said of a project with these lines where one entry has so many bounds. */
function told(bounds: number, bound: (at: number) => Partial<Chemical>, lines: object, searchBound: number) {
  const any = Array.from({ length: bounds }, (_, at) => ({
    chemical: { substance: { any: true as const }, activities: ['STORE' as const], ...bound(at) },
  }));
  const law = basis([catalog('own', ZONE.id, [entry({ when: { any } })])]);
  const chemicals = Array.from({ length: 20 }, (_, at) => ({
    ...{ name: `混合物${at}`, withoutCas: true, activities: ['STORE' as const] },
    ...lines,
  }));
  const work = new Work();
  const { exact, possibleOutcomes, missingFacts } = assess(
    law,
    { zone: ZONE.id, facts: { chemicals } },
    null,
    { searchBound, work },
  );
  const fields = missingFacts.flatMap(({ rows }) => rows.map(({ path }) => path.at(-1)));
  return { exact, possibleOutcomes, fields: new Set(fields), done: work.done };
}

const fraction = (at: number) => ({ fraction: { atLeast: `${at + 1}` } });
const amount = (at: number) => ({ moreThan: `${at + 1}` });

test('what mass fractions can be costs what it takes to hold each range against each bound, once for lines that are alike', () => {
  const exact = told(60, fraction, {}, 1_000_000);
  expect(exact).toMatchObject({ exact: true, possibleOutcomes: ['ADMITTED', 'REFUSED'] });
  // A point and a gap for each end up to 100 %.
  expect(exact.done).toBeGreaterThan(60 * 121);
  const bounded = told(60, fraction, {}, 1_000);
  // More than these where the bound came first, never fewer.
  expect(bounded).toMatchObject({
    exact: false,
    possibleOutcomes: expect.arrayContaining(['ADMITTED', 'REFUSED']),
  });
  expect(bounded.fields).toEqual(new Set(['fraction']));
});

test('what lines lack is told of each, and where no work is left for that, all that they lack', () => {
  expect(told(60, amount, {}, 1_000_000).fields).toEqual(new Set(['tonnes']));
  expect(told(60, amount, {}, 10).fields).toEqual(new Set(['tonnes', 'fraction']));
});
