import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { AssessmentBasis } from '../../services/domain/assessment/assessment-basis.ts';
import type { FactsInput, ProjectInput } from '../../services/domain/assessment/project.ts';
import { assess } from '../../services/domain/engine/assess.ts';
import type { SettledOutcome } from '../../services/domain/vocabulary.ts';
import { times } from '../testkit/times.ts';
import { arbitraryWorld } from './oracle/arbitrary-world.ts';
import { run } from './oracle/run.ts';
import { basis as basisOf, catalog, entry, fact, ZONE } from './oracle/small-basis.ts';
import { THEMES } from './oracle/themes.ts';

const MONEY_AND_LAND = THEMES.find(({ name }) => name === 'money and land')!;
const WORLDS = times(30, 500);

/**
 * An open quotient is taken for independent of its two numbers. Here the numbers are tried, so that the quotient is
 * what it must be: what is called exact is just what comes out, and anything else is never less.
 */
test('what is called exact of ratios comes out of numbers that a project can have', () => {
  const seen = { exact: 0, inexact: 0 };
  run(
    arbitraryWorld(MONEY_AND_LAND),
    ({ basis, projects, actor }) => {
      for (const stated of projects) {
        const project = withOpenRatios(stated);
        const { exact, possibleOutcomes } = assess(basis, project, actor);
        const real = outcomesOf(basis, project, possibleOutcomes.length);
        seen[exact ? 'exact' : 'inexact']++;
        expect(possibleOutcomes).toEqual(expect.arrayContaining([...real]));
        if (exact) expect([...real].sort()).toEqual([...possibleOutcomes].sort());
      }

      function outcomesOf(there: AssessmentBasis, one: ProjectInput, most: number): Set<SettledOutcome> {
        const found = new Set<SettledOutcome>();
        for (const numbers of completions(one.facts ?? {})) {
          for (const outcome of assess(there, { ...one, facts: { ...one.facts, ...numbers } }, actor)
            .possibleOutcomes)
            found.add(outcome);
          if (found.size === most) break;
        }
        return found;
      }
    },
    WORLDS,
  );
  expect(seen.exact).toBeGreaterThan(WORLDS);
  expect(seen.inexact).toBeGreaterThan(WORLDS / 10);
});

/** Where land is unknown the amounts are too: a quotient with one unknown number is a test on that, and no matter here. */
const withOpenRatios = (project: ProjectInput): ProjectInput =>
  project.facts?.landArea
    ? project
    : { ...project, facts: { ...project.facts, totalInvestment: null, fixedAssetInvestment: null } };

/** Amounts at, below and above every bound of the theme, and those that bring each quotient there. */
function* completions({
  totalInvestment,
  fixedAssetInvestment,
  landArea,
}: FactsInput): Generator<Partial<FactsInput>> {
  const around = (limits: readonly number[]) =>
    limits.flatMap((limit, at) => [limit, (limit + (limits[at + 1] ?? limit + 500)) / 2]);
  const lands = landArea
    ? [landArea]
    : [0.5, 4, ...around([5, 10, 20, 40])].map((number) => ({ number, unit: '亩' }));
  for (const land of lands) {
    const mu = inMu(land as { number: string | number; unit: string });
    const amounts = (limits: readonly number[], perMu: readonly number[]) => [
      ...around([0, ...limits]),
      ...around([0, ...perMu]).map((each) => Number((each * mu).toFixed(6))),
    ];
    for (const total of totalInvestment == null ? amounts([3000, 5000], [250, 400, 500]) : [totalInvestment])
      for (const fixed of fixedAssetInvestment == null
        ? amounts([1000, 2500], [200, 250])
        : [fixedAssetInvestment])
        yield { landArea: land, totalInvestment: total, fixedAssetInvestment: fixed };
  }
}

function inMu({ number, unit }: { readonly number: string | number; readonly unit: string }): number {
  if (unit === '公顷') return Number(number) * 15;
  return unit === 'm²' ? (Number(number) * 3) / 2000 : Number(number);
}

test.each([
  ['of nothing any share is nothing', '0', { lessThan: '150' }, 'REFUSED'],
  ['of nothing no share is more', '0', { moreThan: '0' }, 'ADMITTED'],
  ['of something no share is nothing', '3000', { atMost: '0' }, 'ADMITTED'],
  ['of something a share can be anything else', '3000', { lessThan: '150' }, 'NEEDS_INFORMATION'],
] as const)('where one number of a ratio is unknown, %s', (_, number, bound, outcome) => {
  const when = { number: { fact: 'totalInvestmentPerMu', unit: '万元/亩', ...bound } };
  const there = basisOf([catalog('own', ZONE.id, [entry({ when })])]);
  const facts = { totalInvestment: { number, unit: '万元' } } as const;
  expect(assess(there, { zone: ZONE.id, industries: ['2614'], facts }).outcome).toBe(outcome);
});

/** Ratios of the same two numbers: a share, the same in another unit, and what divides the other way. */
const [RESEARCH, REVENUE] = ['own.research', 'own.revenue'];
const direct = { numerator: RESEARCH, denominator: REVENUE };
const RATIOS = [
  fact('own.share', 'NUMBER', { unit: '%', ratio: direct }),
  fact('own.intensity', 'NUMBER', { ratio: direct }),
  fact('own.turnover', 'NUMBER', { ratio: { numerator: REVENUE, denominator: RESEARCH } }),
];
/** What each is bounded by, and the quotient that this is. */
const LIMITS: Readonly<Record<string, readonly (readonly [limit: number, quotient: number])[]>> = {
  'own.share': [1, 2, 3, 5].map((limit) => [limit, limit / 100]),
  'own.intensity': [0, 0.02, 0.03, 0.04, 0.1].map((limit) => [limit, limit]),
  'own.turnover': [0, 10, 20, 25, 50].map((limit) => [limit, 1 / limit]),
};
const QUOTIENTS = [...new Set(Object.values(LIMITS).flatMap((its) => its.map(([, quotient]) => quotient)))]
  .filter((quotient) => quotient > 0 && Number.isFinite(quotient))
  .sort((a, b) => a - b);

const arbitraryBound = fc
  .constantFrom(...RATIOS.map(({ key }) => key))
  .chain((of) =>
    fc
      .tuple(
        fc.constantFrom(...LIMITS[of]!.map(([limit]) => limit)),
        fc.constantFrom('lessThan', 'atMost', 'atLeast', 'moreThan'),
      )
      .map(([limit, how]) => ({ number: { fact: of, [how]: `${limit}` } })),
  );
const arbitraryBounds = fc
  .tuple(
    fc.array(arbitraryBound, { minLength: 1, maxLength: 3 }),
    fc.constantFrom('all', 'any'),
    fc.boolean(),
  )
  .map(([bounds, how, isInPrinciple]) =>
    entry({ when: { [how]: bounds } as never, force: isInPrinciple ? 'IN_PRINCIPLE' : 'MANDATORY' }),
  );

test('whatever is asked of the ratios of two unknown numbers comes out of two numbers, and is exact', () => {
  const seen = new Set<string>();
  run(
    fc.array(arbitraryBounds, { minLength: 1, maxLength: 4 }),
    (entries) => {
      const there = basisOf([
        catalog(
          'own',
          ZONE.id,
          entries.map((each, at) => ({ ...each, code: `${at + 1}` })),
          {
            facts: [
              fact(RESEARCH, 'NUMBER', { unit: '万元' }),
              fact(REVENUE, 'NUMBER', { unit: '万元' }),
              ...RATIOS,
            ],
          },
        ),
      ]);
      const { exact, possibleOutcomes } = assess(there, { zone: ZONE.id });
      const real = new Set(quotients().map((quotient) => outcomeAt(there, quotient)));
      expect(exact).toBe(true);
      expect([...possibleOutcomes].sort()).toEqual([...real].sort());
      seen.add(possibleOutcomes.join());
    },
    times(200, 5_000),
  );
  expect(seen.size).toBeGreaterThan(4);
});

/** Every limit, and one between each two. */
function quotients(): readonly number[] {
  const between = QUOTIENTS.map((quotient, at) => (quotient + (QUOTIENTS[at + 1] ?? quotient + 1)) / 2);
  return [QUOTIENTS[0]! / 2, ...QUOTIENTS, ...between];
}

function outcomeAt(there: AssessmentBasis, quotient: number): string {
  const amounts = [
    { key: RESEARCH, value: { number: (quotient * 100_000).toFixed(4) } },
    { key: REVENUE, value: { number: '100000' } },
  ];
  return assess(there, { zone: ZONE.id, facts: { declared: amounts as never } }).outcome;
}
