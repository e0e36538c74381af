import { describe, expect, it } from 'vitest';
import type { Condition } from '../../services/domain/condition/condition.ts';
import { checkOf } from '../../services/domain/publication-rules/check.ts';
import { lawOf } from '../../services/domain/publication-rules/reasoning/law.ts';
import { entry, fact, publicationOf, when } from './publication/publication-of.ts';

const codesOf = (publication: Parameters<typeof checkOf>[0]) =>
  checkOf(publication).broken.map(({ rule, entry: its }) => `${rule.code} ${its}`);

describe('a version that is too heavy to reason through', () => {
  /** A wide condition of which no part can hold. */
  const wide: Condition = {
    any: Array.from({ length: 150 }, (_, at) => ({
      number: {
        fact: 'totalInvestmentPerMu',
        unit: '万元/亩',
        atLeast: `${at + 1}.7`,
        lessThan: `${at + 1}.2`,
      },
    })),
  };
  const publication = publicationOf({
    entries: Array.from({ length: 40 }, (_, at) => entry({ code: `${at + 1}`, ...when(wide) })),
    publication: { maxWork: 100_000 },
  });

  it('is checked all the same: what no work is left for is said to be undecided, and nothing is claimed of it', () => {
    const { broken, undecided } = checkOf(publication);
    const left = new Set(undecided.map(({ entry: its }) => its));
    const told = new Set(broken.filter(({ rule }) => rule.code === 'PR-28').map(({ entry: its }) => its));
    expect(left.size).toBeGreaterThan(0);
    for (const { compiled } of lawOf(publication).own)
      expect([told.has(compiled.entry.code), left.has(compiled.entry.code)]).toContain(true);
  });

  it('takes little more work than it may, whichever way it is looked at', () => {
    checkOf(publication);
    const { work } = lawOf(publication);
    expect(work.done).toBeGreaterThan(100_000);
    expect(work.done).toBeLessThan(200_000);
  });
});

describe('what cannot be taken at its word', () => {
  it.each(['purposes', 'landArea'])('a fact of its own that is built in (%s) stops no other rule', (key) => {
    const test: Condition =
      key === 'purposes'
        ? { set: { fact: 'purposes', includesAny: ['SAFETY'] } }
        : { number: { fact: 'totalInvestmentPerMu', unit: '万元/亩', lessThan: '100' } };
    const publication = publicationOf({
      entries: [entry(when(test))],
      content: { facts: [fact({ key, type: 'FLAG' })] },
    });
    expect(codesOf(publication).length).toBeGreaterThan(0);
  });
});

describe('two ratios of the same two numbers', () => {
  const ratio = { numerator: 'equipmentInvestment', denominator: 'totalInvestment' };
  const facts = [
    fact({ key: 'shanxi.share', type: 'NUMBER', unit: '%', ratio }),
    fact({ key: 'shanxi.part', type: 'NUMBER', unit: undefined, ratio }),
  ];
  const asking = (share: object, part: object) =>
    codesOf(
      publicationOf({
        entries: [
          entry(
            when({
              all: [
                { number: { fact: 'equipmentInvestment', unit: '万元', lessThan: '10' } },
                { number: { fact: 'shanxi.share', unit: '%', ...share } },
                { number: { fact: 'shanxi.part', ...part } },
              ],
            }),
          ),
        ],
        content: { facts },
      }),
    ).filter((code) => /PR-(16|28)/.test(code));

  it('can lie between a bound of the one and a bound of the other', () => {
    expect(asking({ moreThan: '3.97' }, { lessThan: '0.04' })).toEqual([]);
  });
  it('cannot lie beyond both', () => {
    expect(asking({ lessThan: '3' }, { moreThan: '0.05' })).toEqual(['PR-28 1']);
  });
});

describe('an option with blanks in it', () => {
  it('is found again where another entry tests it', () => {
    const facts = [
      fact({ key: 'shanxi.grade', type: 'CHOICE', options: ['high grade', 'low grade'] }),
      fact({ key: 'shanxi.uses', type: 'SET', options: ['food use', 'feed use'] }),
    ];
    const conditions: readonly Condition[] = [
      { choice: { fact: 'shanxi.grade', oneOf: ['high grade'] } },
      { set: { fact: 'shanxi.uses', includesAny: ['feed use'] } },
    ];
    const everywhere = { industries: { include: [], except: [] } };
    const publication = publicationOf({
      entries: conditions.flatMap((condition, at) => [
        entry({ code: `wide ${at}`, ...when(condition), ...everywhere }),
        entry({ code: `narrow ${at}`, ...when(condition) }),
      ]),
      content: { facts },
    });
    const idle = codesOf(publication).filter((one) => one.startsWith('PR-30'));
    expect(idle).toEqual(['PR-30 narrow 0', 'PR-30 narrow 1']);
  });
});

describe('a product in several units', () => {
  it('is decided by its amounts: 50 000 t are 5 of 万t', () => {
    const makes = (of: 'CAPACITY' | 'ADDED', unit: string, atMost: string): Condition => ({
      product: { product: '味精', unit, of, atMost },
    });
    const conditions = [
      makes('CAPACITY', 't/a', '50000'),
      makes('CAPACITY', '万t/a', '5'),
      makes('ADDED', '万t/a', '5'),
    ];
    const publication = publicationOf({
      entries: conditions.map((condition, at) => entry({ code: `${at + 1}`, ...when(condition) })),
    });
    expect(checkOf(publication).undecided).toEqual([]);
    expect(codesOf(publication)).toContain('PR-30 2');
  });
});

describe('a version from long ago', () => {
  it('knows projects approved before it, so that an entry matters to which alone they are subject', () => {
    const before = { exemptIfApprovedBefore: '1960-01-01' };
    const publication = publicationOf({
      entries: [
        entry({ code: '1', ...before, validTo: '1949-12-31' }),
        entry({ code: '2', ...before }),
        entry({ code: '3', validFrom: '1950-01-01' }),
        entry({ code: '4', natures: ['NEW_BUILD'] }),
      ],
      publication: { effectiveFrom: '1945-01-01' },
    });
    const idle = codesOf(publication).filter((one) => one.startsWith('PR-30'));
    expect(idle).not.toContain('PR-30 4');
    expect(idle).toContain('PR-30 1');
  });
});
