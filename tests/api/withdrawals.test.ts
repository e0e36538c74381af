import { beforeEach, describe, expect, test } from 'vitest';
import type { Person } from '../testkit/api.ts';
import {
  DISCARD,
  does,
  OPEN,
  PARK,
  PROPOSE_WITHDRAWAL,
  PUT,
  payloadOf,
  prepared,
  prohibited,
  type Shanxi,
  SUBMIT,
  withdraws,
} from './seed.ts';

let api: Shanxi;
const start = prepared(async (api) => {
  await api.publish({ key: 'own', entries: [prohibited('1')], effectiveFrom: '2026-01-01' });
  await api.publish({ key: 'own', entries: [prohibited('2')], effectiveFrom: '2026-06-01' });
});
beforeEach(async () => {
  ({ api } = await start());
});

const of = (number: number, more: object = {}) => ({
  catalog: 'catalog_own',
  number,
  effectiveFrom: '2026-12-01',
  reason: '条目有误',
  ...more,
});
async function errorOf(person: Person, input: object) {
  const { proposal, userErrors } = payloadOf(await person.ask(PROPOSE_WITHDRAWAL, { input }));
  expect(proposal).toBeNull();
  expect(userErrors).toHaveLength(1);
  return userErrors[0];
}
const inForce = async (on: string): Promise<number | null> => {
  const query = 'query ($on: Date) { catalog(id: "catalog_own") { versionInForce(on: $on) { number } } }';
  return (await api.ask(query, { on })).data.catalog.versionInForce?.number ?? null;
};

describe('a version', () => {
  test('is withdrawn from a day on by a publisher, and the one before it counts again', async () => {
    await withdraws(api, of(2));
    const withdrawal = { effectiveFrom: '2026-12-01', repeal: false, at: '2026-11-23T02:00:00.000Z' };
    expect([await inForce('2026-11-30'), await inForce('2026-12-01')]).toEqual([2, 1]);
    const VERSION = `{ catalog(id: "catalog_own") { repealedFrom version(number: 2) {
      status withdrawals { effectiveFrom repeal at by proposedBy reason reversal { at } } } } }`;
    expect((await api.publisher.ask(VERSION)).data.catalog).toEqual({
      repealedFrom: null,
      version: {
        status: 'IN_FORCE',
        withdrawals: [{ ...withdrawal, by: 'wei', proposedBy: 'sun', reason: '条目有误', reversal: null }],
      },
    });

    const { data } = await api.ask(`{ catalog(id: "catalog_own") {
      repealedFrom
      version(number: 2) { status(on: "2026-12-01") withdrawals { effectiveFrom repeal at by proposedBy reason } }
      one: version(number: 1) { withdrawals { effectiveFrom } }
    } }`);
    expect(data.catalog).toEqual({
      repealedFrom: null,
      version: {
        status: 'WITHDRAWN',
        withdrawals: [{ ...withdrawal, by: null, proposedBy: null, reason: null }],
      },
      one: { withdrawals: [] },
    });
    const { history } = (
      await api.publisher.ask(
        '{ catalog(id: "catalog_own") { history(first: 2) { edges { node { action by } } } } }',
      )
    ).data.catalog;
    expect(history.edges.map(({ node }: { node: object }) => node)).toEqual([
      { action: 'CONFIRM_PROPOSAL', by: 'wei' },
      { action: 'PROPOSE', by: 'sun' },
    ]);
  });

  test.each([
    ['is not there', of(3), 'UNKNOWN_VERSION', ['number']],
    ['takes a day that is none', of(2, { effectiveFrom: '2026-11-31' }), 'INVALID_DATE', ['effectiveFrom']],
    [
      'ends before today with a reason that nobody can read',
      of(2, { effectiveFrom: '2026-11-22', retroactiveReason: '\u200b\u3164' }),
      'REASON_REQUIRED',
      ['retroactiveReason'],
    ],
    ['ends for a reason that nobody can read', of(2, { reason: '\u200b' }), 'REQUIRED', ['reason']],
    [
      'ends before today without a reason',
      of(2, { effectiveFrom: '2026-11-22' }),
      'REASON_REQUIRED',
      ['retroactiveReason'],
    ],
    ['is not the one to repeal', of(1, { repeal: true }), 'WRONG_VERSION_TO_REPEAL', ['number']],
    [
      'had not begun',
      of(1, { repeal: true, effectiveFrom: '2025-12-31' }),
      'NOTHING_TO_REPEAL',
      ['effectiveFrom'],
    ],
    ['goes without a reason for the record', of(2, { reason: ' ' }), 'REQUIRED', ['reason']],
    ['is of no catalog', of(2, { catalog: 'catalog_none' }), 'UNKNOWN_CATALOG', ['catalog']],
  ])('is not withdrawn where it %s', async (_, input, code, path) => {
    expect(await errorOf(api.publisher, input)).toMatchObject({ code, path });
    expect(await inForce('2026-12-01')).toBe(2);
  });

  test('is withdrawn by nobody else', async () => {
    for (const person of [api.admin, api.officer, api.as('wu', 'publisher:zone_140882')])
      expect(await errorOf(person, of(2))).toMatchObject({ __typename: 'AccessError', code: 'NOT_ALLOWED' });
  });

  test('that a draft in review rests on takes the draft back, so that it is submitted knowingly', async () => {
    const { revision } = await api.draft({ key: 'own', entries: [prohibited('3')] });
    const { draft } = await does(api.editor, SUBMIT, {
      catalog: 'catalog_own',
      expectedRevision: revision,
      reason: '报送',
    });
    await withdraws(api, of(2));
    const { data } = await api.editor.ask(
      '{ catalog(id: "catalog_own") { draft { status revision basedOn { number } } } }',
    );
    expect(data.catalog.draft).toEqual({
      status: 'EDITING',
      revision: draft.revision + 2,
      basedOn: { number: 2 },
    });
    // An edit made on the draft before it still lands: nothing that it touches has changed.
    const put = {
      catalog: 'catalog_own',
      expectedRevision: draft.revision,
      entries: [prohibited('4')],
      reason: '补充',
    };
    await does(api.editor, PUT, put);
  });
});

describe('a catalog', () => {
  test('is repealed by the version in force: none revives, and its zones are told so', async () => {
    await withdraws(api, of(2, { repeal: true, reason: '整体废止' }));
    expect([await inForce('2026-11-30'), await inForce('2026-12-01')]).toEqual([2, null]);
    const ask = `query ($project: ProjectInput!) { assess(project: $project, on: "2026-12-02") {
      assessment { outcome reasons { code } } userErrors { code } } }`;
    const project = { zone: PARK, industries: ['2614'], natures: ['NEW_BUILD'] };
    const { assess } = (await api.ask(ask, { project })).data;
    expect(assess.assessment).toMatchObject({
      outcome: 'REVIEW',
      reasons: [{ code: 'NO_CATALOG_IN_FORCE' }, { code: 'ZONE_HAS_NO_CATALOG' }],
    });
  });

  test('that is repealed takes nothing new, says from when, and lets go of its draft', async () => {
    const { revision } = await api.draft({ key: 'own', entries: [prohibited('3')] });
    await withdraws(api, of(2, { repeal: true }));
    const step = { catalog: 'catalog_own', expectedRevision: revision + 2, reason: '继续' };
    const refused = async (mutation: string, input: object) =>
      payloadOf(await api.editor.ask(mutation, { input })).userErrors[0]?.code;
    expect(await refused(PUT, { ...step, entries: [prohibited('4')] })).toBe('CATALOG_REPEALED');
    expect(await refused(SUBMIT, step)).toBe('CATALOG_REPEALED');
    const again = await errorOf(api.publisher, of(1));
    expect(again).toMatchObject({ __typename: 'StateError', code: 'CATALOG_REPEALED' });
    expect(again.message).toMatch(/repealed from 2026-12-01 on/);
    await does(api.editor, DISCARD, step);
    expect(await refused(OPEN, { catalog: 'catalog_own', reason: '起草' })).toBe('CATALOG_REPEALED');
  });
});
