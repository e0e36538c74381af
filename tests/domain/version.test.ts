import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { VersionRecord, Withdrawal } from '../../services/domain/catalog/version.ts';
import { changesAfter, countingFrom, standingOn, statusOn } from '../../services/domain/catalog/version.ts';
import { version } from './publication/publication-of.ts';

const day = (number: number): string =>
  new Date(Date.UTC(2026, 0, 1) + number * 86_400_000).toISOString().slice(0, 10);
const ALL_DAYS = Array.from({ length: 20 }, (_, number) => day(number));

const withdrawal = (effectiveFrom: string, repeal = false): Withdrawal => ({
  effectiveFrom,
  repeal,
  at: '2026-01-01T00:00:00Z',
  by: 'li',
  proposedBy: 'qian',
  reason: '有误',
});

/** Days are few, so that dates coincide and follow each other often. */
const someDay = fc.integer({ min: 2, max: 15 });
const history: fc.Arbitrary<readonly VersionRecord[]> = fc
  .array(
    fc.record({
      from: someDay,
      lasts: fc.option(fc.integer({ min: 0, max: 5 })),
      withdrawn: fc.option(fc.record({ on: someDay, repeal: fc.boolean() }), { freq: 3 }),
    }),
    { maxLength: 5 },
  )
  .map((versions) =>
    versions.map(({ from, lasts, withdrawn }, place) =>
      version({
        number: place + 1,
        effectiveFrom: day(from),
        effectiveTo: lasts === null ? null : day(from + lasts),
        withdrawals: withdrawn && [withdrawal(day(withdrawn.on), withdrawn.repeal)],
      }),
    ),
  );

/** DESIGN 3.2 read word for word: the day is lived through from the first, and each version takes its turn. */
function standingByTheBook(versions: readonly VersionRecord[], on: string): string {
  const begun = versions.filter(({ effectiveFrom }) => effectiveFrom <= on);
  if (begun.length === 0) return 'NOT_YET';
  const ended = new Set(
    begun
      .filter((each) => each.withdrawals?.some(({ effectiveFrom }) => effectiveFrom <= on))
      .map(({ number }) => number),
  );
  if (begun.some((each) => ended.has(each.number) && each.withdrawals!.some(({ repeal }) => repeal)))
    return 'REPEALED';
  let counts: VersionRecord | undefined;
  for (const today of ALL_DAYS) {
    if (today > on) break;
    for (const each of begun) if (each.effectiveFrom === today && !ended.has(each.number)) counts = each;
  }
  if (!counts || (counts.effectiveTo && counts.effectiveTo < on)) return 'LAPSED';
  return `version ${counts.number}`;
}

describe('the version in force', () => {
  it('is, on every day around every date, the one the law says', () => {
    fc.assert(
      fc.property(history, (versions) => {
        for (const on of ALL_DAYS) {
          const standing = standingOn(versions, on);
          const said = standing.kind === 'IN_FORCE' ? `version ${standing.version.number}` : standing.kind;
          expect(said, `on ${on}`).toBe(standingByTheBook(versions, on));
        }
      }),
      { numRuns: 3000 },
    );
  });

  it('does not depend on the order in which versions are listed', () => {
    fc.assert(
      fc.property(history, (versions) => {
        for (const on of ALL_DAYS)
          expect(standingOn([...versions].reverse(), on)).toEqual(standingOn(versions, on));
      }),
      { numRuns: 500 },
    );
  });

  it('is the only one with the status IN_FORCE, and the others say why they are not', () => {
    fc.assert(
      fc.property(history, (versions) => {
        for (const today of ALL_DAYS)
          for (const each of versions) {
            // Before its first day: what it will be then.
            const on = each.effectiveFrom > today ? each.effectiveFrom : today;
            const standing = standingOn(versions, on);
            const inForce = standing.kind === 'IN_FORCE' && standing.version.number === each.number;
            const withdrawn = each.withdrawals?.some(({ effectiveFrom }) => effectiveFrom <= on) ?? false;
            const expired = each.effectiveTo != null && each.effectiveTo < on;
            expect(statusOn(each, versions, today), `version ${each.number} on ${today}`).toBe(
              withdrawn || standing.kind === 'REPEALED'
                ? 'WITHDRAWN'
                : inForce
                  ? on > today
                    ? 'SCHEDULED'
                    : 'IN_FORCE'
                  : expired
                    ? 'EXPIRED'
                    : 'SUPERSEDED',
            );
          }
      }),
      { numRuns: 1000 },
    );
  });

  it('counts on its last day and lapses the day after, and no older version revives', () => {
    const versions = [
      version({ number: 1, effectiveFrom: day(0) }),
      version({ number: 2, effectiveFrom: day(3), effectiveTo: day(5) }),
    ];
    expect(ALL_DAYS.slice(0, 8).map((on) => said(versions, on))).toEqual([
      ...[1, 1, 1],
      ...[2, 2, 2],
      ...['LAPSED', 'LAPSED'],
    ]);
    expect(statusOn(versions[0]!, versions, day(6))).toBe('SUPERSEDED');
    expect(statusOn(versions[1]!, versions, day(6))).toBe('EXPIRED');
  });

  it('is again the previous one when the newer is withdrawn, even one that had expired', () => {
    const versions = [
      version({ number: 1, effectiveFrom: day(0) }),
      version({ number: 2, effectiveFrom: day(2), effectiveTo: day(3), withdrawals: [withdrawal(day(5))] }),
    ];
    expect(ALL_DAYS.slice(1, 7).map((on) => said(versions, on))).toEqual([1, 2, 2, 'LAPSED', 1, 1]);
  });

  it('is not awaited once it was withdrawn from its first day on, or another takes its place on that day', () => {
    const versions = [
      version({ number: 1, effectiveFrom: day(0) }),
      version({ number: 2, effectiveFrom: day(5), withdrawals: [withdrawal(day(5))] }),
      version({ number: 3, effectiveFrom: day(6), withdrawals: [withdrawal(day(7))] }),
      version({ number: 4, effectiveFrom: day(8) }),
      version({ number: 5, effectiveFrom: day(8) }),
    ];
    expect(versions.map((each) => statusOn(each, versions, day(1)))).toEqual([
      ...['IN_FORCE', 'WITHDRAWN', 'SCHEDULED', 'SUPERSEDED', 'SCHEDULED'],
    ]);
  });

  it('is none from the day on which a withdrawal repeals the catalog', () => {
    const versions = [
      version({ number: 1, effectiveFrom: day(0) }),
      version({ number: 2, effectiveFrom: day(2), withdrawals: [withdrawal(day(3), true)] }),
    ];
    expect(ALL_DAYS.slice(1, 5).map((on) => said(versions, on))).toEqual([1, 2, 'REPEALED', 'REPEALED']);
    expect(statusOn(versions[0]!, versions, day(3))).toBe('WITHDRAWN');
  });

  it('does not come where the catalog is repealed before its day', () => {
    const versions = [
      version({ number: 1, effectiveFrom: day(0), withdrawals: [withdrawal(day(3), true)] }),
      version({ number: 2, effectiveFrom: day(5) }),
    ];
    expect([day(2), day(3), day(5)].map((on) => statusOn(versions[1]!, versions, on))).toEqual([
      'WITHDRAWN',
      'WITHDRAWN',
      'WITHDRAWN',
    ]);
  });

  it('is the higher number where two begin on one day', () => {
    const versions = [
      version({ number: 2, effectiveFrom: day(1) }),
      version({ number: 1, effectiveFrom: day(1) }),
    ];
    expect(said(versions, day(1))).toBe(2);
  });

  it('is none before the first begins', () => {
    expect(said([], day(0))).toBe('NOT_YET');
    expect(said([version({ number: 1, effectiveFrom: day(1) })], day(0))).toBe('NOT_YET');
  });

  it('stands until the first day on which another day by day is found', () => {
    fc.assert(
      fc.property(history, fc.integer({ min: 0, max: 19 }), (versions, from) => {
        const numberOn = (on: string) => {
          const standing = standingOn(versions, on);
          return standing.kind === 'IN_FORCE' ? standing.version.number : null;
        };
        const later = ALL_DAYS.slice(from + 1);
        const expected = later.find((on) => numberOn(on) !== numberOn(day(from))) ?? null;
        const found = changesAfter(versions, day(from));
        expect(found !== null && found > ALL_DAYS.at(-1)! ? null : found).toBe(expected);
      }),
      { numRuns: 500 },
    );
  });
});

function said(versions: readonly VersionRecord[], on: string): string | number {
  const standing = standingOn(versions, on);
  return standing.kind === 'IN_FORCE' ? standing.version.number : standing.kind;
}

describe('the versions that count from a day on', () => {
  it('are those in force on any day from then on, in the order in which their days come', () => {
    fc.assert(
      fc.property(history, fc.integer({ min: 0, max: 19 }), (versions, from) => {
        const lived = ALL_DAYS.slice(from).map((on) => standingByTheBook(versions, on));
        const counting = [...new Set(lived)].filter((standing) => standing.startsWith('version'));
        expect(countingFrom(versions, day(from)).map(({ number }) => `version ${number}`)).toEqual(counting);
      }),
    );
  });

  it('are found also where one is in force to the last day of the calendar', () => {
    const forever = version({ number: 1, effectiveFrom: '2026-01-01', effectiveTo: '9999-12-31' });
    expect(countingFrom([forever], '2026-01-01')).toEqual([forever]);
  });
});
