import { describe, expect, it } from 'vitest';
import type { CatalogState } from '../../services/domain/catalog/catalog.ts';
import type { WithdrawalAct } from '../../services/domain/catalog/catalog-act.ts';
import { repealedFrom, standingOn, statusOn } from '../../services/domain/catalog/version.ts';
import { openDraft, submitDraft } from '../../services/domain/catalog-life/draft.ts';
import { reverseRepeal } from '../../services/domain/catalog-life/reverse-repeal.ts';
import { withdrawVersion } from '../../services/domain/catalog-life/withdraw-version.ts';
import { Refusal } from '../../services/domain/messages/refusal.ts';
import { version } from './publication/publication-of.ts';

/** 1 superseded, 2 in force, 3 scheduled; today is 2026-11-23. */
const catalog: CatalogState = {
  key: 'shanxi',
  jurisdiction: 'region_140000',
  title: { zh: '目录' },
  versions: [
    version({ number: 1, effectiveFrom: '2026-01-01' }),
    version({ number: 2, effectiveFrom: '2026-06-01' }),
    version({ number: 3, effectiveFrom: '2027-01-01' }),
  ],
  draft: null,
};
const step = {
  by: 'zhao',
  proposedBy: 'qian',
  at: '2026-11-23T02:00:00.000Z',
  today: '2026-11-23',
  reason: '有误',
};
const withdraw = (
  state: CatalogState,
  number: number,
  said: Partial<Omit<WithdrawalAct, 'kind' | 'number'>> = {},
): CatalogState =>
  withdrawVersion(
    state,
    { number, effectiveFrom: '2026-11-23', repeal: false, retroactiveReason: null, ...said },
    step,
  );
const repeal = (state: CatalogState, number: number, effectiveFrom: string): CatalogState =>
  withdraw(state, number, { effectiveFrom, repeal: true, retroactiveReason: '追溯' });
const inForce = ({ versions }: CatalogState, on: string): string => {
  const standing = standingOn(versions, on);
  return standing.kind === 'IN_FORCE' ? `${standing.version.number}` : standing.kind;
};
const refusalOf = (step: () => unknown): Refusal | undefined => {
  try {
    step();
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
  return undefined;
};
const codeOf = (step: () => unknown): string => refusalOf(step)?.code ?? 'done';

describe('a withdrawal', () => {
  it('of the version in force makes the one before it count again from its day on', () => {
    const state = withdraw(catalog, 2, { effectiveFrom: '2026-12-01' });
    expect(['2026-11-30', '2026-12-01', '2027-01-01'].map((on) => inForce(state, on))).toEqual([
      '2',
      '1',
      '3',
    ]);
    expect(state.versions[1]).toEqual({
      ...catalog.versions[1],
      withdrawals: [
        {
          effectiveFrom: '2026-12-01',
          repeal: false,
          at: '2026-11-23T02:00:00.000Z',
          by: 'zhao',
          proposedBy: 'qian',
          reason: '有误',
        },
      ],
    });
  });

  it('of a scheduled version keeps it from ever being in force, or ends it later', () => {
    expect(inForce(withdraw(catalog, 3), '2027-01-01')).toBe('2');
    const later = withdraw(catalog, 3, { effectiveFrom: '2027-02-01' });
    expect(['2027-01-31', '2027-02-01'].map((on) => inForce(later, on))).toEqual(['3', '2']);
  });

  it('of a superseded version keeps it from counting again', () => {
    const state = withdraw(withdraw(catalog, 1), 2);
    expect(inForce(state, '2026-11-23')).toBe('LAPSED');
    expect(inForce(state, '2027-01-01')).toBe('3');
  });

  it('of an expired version lets the one before it count again', () => {
    const expired = {
      ...catalog,
      versions: [
        catalog.versions[0]!,
        version({ number: 2, effectiveFrom: '2026-06-01', effectiveTo: '2026-10-31' }),
      ],
    };
    expect(inForce(expired, '2026-11-23')).toBe('LAPSED');
    expect(inForce(withdraw(expired, 2), '2026-11-23')).toBe('1');
  });

  it('before today needs a reason', () => {
    const early = { effectiveFrom: '2026-11-22' };
    expect(codeOf(() => withdraw(catalog, 2, early))).toBe('REASON_REQUIRED');
    expect(codeOf(() => withdraw(catalog, 2, { ...early, retroactiveReason: ' ' }))).toBe('REASON_REQUIRED');
    const state = withdraw(catalog, 2, { ...early, retroactiveReason: '自始无效' });
    expect(inForce(state, '2026-11-22')).toBe('1');
  });

  it('a second time is refused, unless it takes effect earlier; the first stays as it was made', () => {
    const once = withdraw(catalog, 2, { effectiveFrom: '2026-12-01' });
    for (const effectiveFrom of ['2026-12-01', '2026-12-02'])
      expect(refusalOf(() => withdraw(once, 2, { effectiveFrom }))).toMatchObject({
        code: 'ALREADY_WITHDRAWN',
        details: { value: 2, on: '2026-12-01' },
        path: ['number'],
      });
    const twice = withdraw(once, 2, { effectiveFrom: '2026-11-25' });
    expect(twice.versions[1]!.withdrawals!.map(({ effectiveFrom }) => effectiveFrom)).toEqual([
      '2026-12-01',
      '2026-11-25',
    ]);
    expect(inForce(twice, '2026-11-25')).toBe('1');
    expect(codeOf(() => withdraw(twice, 2, { effectiveFrom: '2026-11-26' }))).toBe('ALREADY_WITHDRAWN');
  });

  it('names a version that is there', () => {
    expect(refusalOf(() => withdraw(catalog, 4))).toMatchObject({
      code: 'UNKNOWN_VERSION',
      details: { value: '4', options: ['1', '2', '3'] },
      path: ['number'],
    });
  });

  it('takes a draft in review that rests on the version back to its editors, and no other', () => {
    const on = (number: number) => {
      const base = catalog.versions[number - 1]!;
      return submitDraft(openDraft(catalog, 'wang', base, base), 'wang');
    };
    expect(withdraw(on(2), 2).draft!.status).toBe('EDITING');
    expect(withdraw(on(3), 2).draft!.status).toBe('IN_REVIEW');
    expect(withdraw(on(2), 2).draft).toMatchObject({ basedOn: 2, editors: ['wang'], changed: false });
  });
});

describe('a repeal', () => {
  it('ends the catalog on its day, scheduled versions too', () => {
    const state = repeal(catalog, 2, '2026-12-01');
    expect(['2026-11-30', '2026-12-01', '2027-01-01'].map((on) => inForce(state, on))).toEqual([
      '2',
      'REPEALED',
      'REPEALED',
    ]);
    expect(repealedFrom(state.versions)).toBe('2026-12-01');
    expect(state.versions.map((each) => statusOn(each, state.versions, '2026-12-01'))).toEqual(
      Array(3).fill('WITHDRAWN'),
    );
  });

  it('names the version that counts on its day; the refusal says which that is', () => {
    for (const [number, on, counts] of [
      [1, '2026-11-23', 2],
      [3, '2026-12-31', 2],
      [2, '2027-01-01', 3],
      [2, '2026-02-01', 1],
    ] as const) {
      expect(refusalOf(() => repeal(catalog, number, on))).toMatchObject({
        code: 'WRONG_VERSION_TO_REPEAL',
        details: { value: number, on, number: counts },
      });
      expect(inForce(repeal(catalog, counts, on), on)).toBe('REPEALED');
    }
  });

  it('where none is in force names the newest that has begun, expired or withdrawn', () => {
    const both = withdraw(withdraw(catalog, 1), 2);
    expect(codeOf(() => repeal(both, 1, '2026-12-01'))).toBe('WRONG_VERSION_TO_REPEAL');
    const state = repeal(both, 2, '2026-12-01');
    expect(['2026-11-30', '2026-12-01'].map((on) => inForce(state, on))).toEqual(['LAPSED', 'REPEALED']);
    const expired = { ...catalog, versions: [version({ number: 1, effectiveTo: '2026-10-31' })] };
    expect(inForce(repeal(expired, 1, '2026-12-01'), '2026-12-01')).toBe('REPEALED');
  });

  it('is not possible before any version has begun; the refusal says from when it is', () => {
    expect(refusalOf(() => repeal(catalog, 1, '2025-12-31'))).toMatchObject({
      code: 'NOTHING_TO_REPEAL',
      details: { value: '2025-12-31', first: '2026-01-01' },
    });
  });

  it('is not possible twice, nor a withdrawal from its day on', () => {
    const state = repeal(catalog, 3, '2027-03-01');
    for (const effectiveFrom of ['2027-03-01', '2027-03-02'])
      for (const step of [() => repeal(state, 3, effectiveFrom), () => withdraw(state, 2, { effectiveFrom })])
        expect(refusalOf(step)).toMatchObject({ code: 'CATALOG_REPEALED', details: { on: '2027-03-01' } });
  });

  it('can be brought forward, and a version found wrong be withdrawn before it', () => {
    const state = repeal(catalog, 3, '2027-03-01');
    expect(inForce(repeal(state, 2, '2026-12-01'), '2026-12-01')).toBe('REPEALED');
    const without = withdraw(state, 3, { effectiveFrom: '2027-02-01' });
    expect(['2027-01-31', '2027-02-01', '2027-03-01'].map((on) => inForce(without, on))).toEqual([
      '3',
      '2',
      'REPEALED',
    ]);
  });

  it('leaves an open draft, which can only be discarded', () => {
    const base = catalog.versions[0]!;
    const state = repeal(submitDraft(openDraft(catalog, 'wang', base, base), 'wang'), 2, '2026-12-01');
    expect(state.draft).toMatchObject({ basedOn: 1 });
    expect(
      codeOf(() => submitDraft({ ...state, draft: { ...state.draft!, status: 'EDITING' } }, 'wang')),
    ).toBe('CATALOG_REPEALED');
  });
});

describe('the reversal of a repeal', () => {
  const reverse = (state: CatalogState, today = '2026-11-23') => reverseRepeal(state, { ...step, today });

  it('before its day leaves every version as it stood, and both on the record', () => {
    const repealed = repeal(repeal(catalog, 3, '2027-03-01'), 2, '2026-12-01');
    const state = reverse(repealed);
    expect(['2026-12-01', '2027-01-01', '2027-03-01'].map((on) => inForce(state, on))).toEqual([
      '2',
      '3',
      '3',
    ]);
    expect(repealedFrom(state.versions)).toBeNull();
    for (const number of [2, 3]) {
      const { withdrawals, reversals } = state.versions[number - 1]!;
      expect(withdrawals).toEqual(repealed.versions[number - 1]!.withdrawals);
      const { today: _, ...made } = step;
      expect(reversals).toEqual([{ of: 0, ...made }]);
    }
  });

  it('leaves a withdrawal as it is, and what is repealed again is repealed', () => {
    const state = reverse(repeal(withdraw(catalog, 2, { effectiveFrom: '2026-12-01' }), 1, '2026-12-31'));
    expect(['2026-12-01', '2026-12-31', '2027-01-01'].map((on) => inForce(state, on))).toEqual([
      '1',
      '1',
      '3',
    ]);
    const again = repeal(state, 1, '2026-12-31');
    expect(inForce(again, '2026-12-31')).toBe('REPEALED');
    expect(inForce(reverse(again), '2026-12-31')).toBe('1');
  });

  it('comes too late from its day on, and needs a repeal', () => {
    expect(codeOf(() => reverse(catalog))).toBe('NOT_REPEALED');
    const state = repeal(catalog, 2, '2026-12-01');
    expect(codeOf(() => reverse(state, '2026-11-30'))).toBe('done');
    expect(codeOf(() => reverse(state, '2026-12-01'))).toBe('REPEAL_IN_FORCE');
    expect(codeOf(() => reverse(reverse(state)))).toBe('NOT_REPEALED');
  });
});
