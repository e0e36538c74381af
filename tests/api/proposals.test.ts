import { beforeEach, expect, test } from 'vitest';
import type { Person } from '../testkit/api.ts';
import {
  CHANGE_ZONE,
  CLOSE,
  CONFIRM,
  COUNTRY,
  confirms,
  does,
  PARK,
  PROPOSE_REVERSAL,
  PROPOSE_WITHDRAWAL,
  payloadOf,
  prepared,
  prohibited,
  type Shanxi,
  WITHDRAW_PROPOSAL,
} from './seed.ts';

let api: Shanxi;
const start = prepared(async (api) => {
  await api.publish({ key: 'own', entries: [prohibited('1')], effectiveFrom: '2026-01-01' });
  await api.publish({
    key: 'own',
    entries: [prohibited('1', { industries: { include: ['2614'] } }), prohibited('2')],
    effectiveFrom: '2026-06-01',
  });
  await api.publish({ key: 'own', entries: [prohibited('3')], effectiveFrom: '2027-06-01' });
});
beforeEach(async () => {
  ({ api } = await start());
});

const WITHDRAWAL = {
  catalog: 'catalog_own',
  number: 2,
  effectiveFrom: '2026-12-01',
  reason: '条目有误',
};
const PROPOSAL = `id kind catalog { id } jurisdiction { id } version { number } effectiveFrom lastDay standing
  by at reason retroactiveReason barredFromConfirming
  effects { from until before { number } after { number } comparison { counts { stricter looser entriesRemoved } } }
  registerChanges { kind effectiveFrom fields { field before after } }
  zh: text en: text(locale: EN)`;
const listed = async ({ ask }: Person) => {
  const { data, errors } = await ask(`{
    catalog(id: "catalog_own") { proposals { totalCount edges { node { ${PROPOSAL} } } } }
    registerProposals { totalCount edges { node { ${PROPOSAL} } } } }`);
  expect(errors).toBeUndefined();
  const nodes = ({ edges }: { edges: { node: { id: string; standing: string } }[] }) =>
    edges.map(({ node }) => node);
  return { catalog: nodes(data.catalog.proposals), register: nodes(data.registerProposals) };
};
const refused = async (person: Person, mutation: string, input: object) =>
  payloadOf(await person.ask(mutation, { input })).userErrors.map(
    ({ __typename, code }: { __typename: string; code: string }) => `${__typename} ${code}`,
  );

test('whoever is to confirm a withdrawal sees which text comes back, and what it changes', async () => {
  const { proposal } = await does(api.publisher, PROPOSE_WITHDRAWAL, WITHDRAWAL);
  const [shown] = (await listed(api.chief)).catalog;
  expect(shown).toMatchObject({
    id: proposal.id,
    kind: 'WITHDRAWAL',
    catalog: { id: 'catalog_own' },
    jurisdiction: null,
    version: { number: 2 },
    effectiveFrom: '2026-12-01',
    lastDay: '2026-12-01',
    standing: 'OPEN',
    by: 'sun',
    at: '2026-11-23T02:00:00.000Z',
    reason: '条目有误',
    retroactiveReason: null,
    // Qian wrote and submitted what comes back.
    barredFromConfirming: ['sun', 'qian'],
    effects: [
      {
        from: '2026-12-01',
        until: '2027-05-31',
        before: { number: 2 },
        after: { number: 1 },
        comparison: { counts: { stricter: 1, looser: 1, entriesRemoved: 1 } },
      },
    ],
    registerChanges: [],
  });
  expect(shown).toMatchObject({
    zh: expect.stringMatching(
      /^撤回第 2 版，自 2026-12-01 起不再适用。\n2026-12-01 至 2027-05-31适用第 1 版，不再适用第 2 版。\n《own 目录》.*\n修改条目 1/s,
    ),
    en: expect.stringMatching(
      /^Withdraw version 2: from 2026-12-01 on it is not to count\.\nFrom 2026-12-01 to 2027-05-31 version 1 counts instead of version 2\.\n/,
    ),
  });
  const { data } = await api.chief.ask(`{ proposal(id: "${proposal.id}") { id by } }`);
  expect(data.proposal).toEqual({ id: proposal.id, by: 'sun' });
  await confirms(api.chief, proposal.id);
  expect((await listed(api.chief)).catalog).toEqual([]);
  expect((await api.chief.ask(`{ proposal(id: "${proposal.id}") { id } }`)).data.proposal).toBeNull();
});

test('whoever is to confirm a repeal or its reversal sees that no version counts, or which does', async () => {
  const repeal = { ...WITHDRAWAL, repeal: true };
  const { proposal } = await does(api.editor, PROPOSE_WITHDRAWAL, repeal);
  const [shown] = (await listed(api.chief)).catalog;
  expect(shown).toMatchObject({
    kind: 'REPEAL',
    barredFromConfirming: ['qian'],
    effects: [
      { from: '2026-12-01', until: '2027-05-31', before: { number: 2 }, after: null, comparison: null },
      { from: '2027-06-01', until: null, before: { number: 3 }, after: null },
    ],
    zh: '废止目录（届时适用第 2 版），自 2026-12-01 起不再适用。\n2026-12-01 至 2027-05-31不再适用第 2 版，没有现行版本。\n自 2027-06-01 起不再适用第 3 版，没有现行版本。',
  });
  const { catalog } = await confirms(api.chief, proposal.id);
  expect(catalog).toEqual({ id: 'catalog_own', repealedFrom: '2026-12-01' });
  const reversal = await does(api.publisher, PROPOSE_REVERSAL, { catalog: 'catalog_own', reason: '误报' });
  const [back] = (await listed(api.chief)).catalog;
  expect(back).toMatchObject({
    kind: 'REPEAL_REVERSAL',
    version: null,
    lastDay: '2026-11-30',
    barredFromConfirming: ['sun', 'qian'],
    effects: [
      { before: null, after: { number: 2 } },
      { before: null, after: { number: 3 } },
    ],
    en: 'Reverse the repeal of the catalog from 2026-12-01 on: it is to go on counting.\nFrom 2026-12-01 to 2027-05-31 version 2 counts, where none did.\nFrom 2027-06-01 on version 3 counts, where none did.',
  });
  expect(await confirms(api.chief, reversal.proposal.id)).toMatchObject({ catalog: { repealedFrom: null } });
});

test('whoever is to confirm a change of the register sees it field by field', async () => {
  const change = { zone: PARK, effectiveFrom: '2026-12-01', riskGrade: 'B', reason: '重新评级' };
  const { zone, proposal } = await does(api.admin, CHANGE_ZONE, change);
  expect(zone).toBeNull();
  const { register } = await listed(api.deputy);
  const text = '安全风险等级由“C 级（一般安全风险）”改为“B 级（较高安全风险）”。';
  expect(register).toEqual([
    expect.objectContaining({
      id: proposal.id,
      kind: 'REGISTER_CHANGE',
      catalog: null,
      jurisdiction: { id: PARK },
      version: null,
      effectiveFrom: '2026-12-01',
      lastDay: '2026-12-01',
      standing: 'OPEN',
      barredFromConfirming: ['zhao'],
      effects: [],
      registerChanges: [
        {
          kind: 'CHANGED',
          effectiveFrom: '2026-12-01',
          fields: [{ field: '安全风险等级', before: 'C 级（一般安全风险）', after: 'B 级（较高安全风险）' }],
        },
      ],
      zh: `变更“永济化工园区”（zone_140881），自 2026-12-01 起：${text}`,
    }),
  ]);
  // Who keeps the register elsewhere, or nothing of it, sees nothing.
  for (const other of [api.editor, api.officer, api.as('wu', 'admin:region_150000')])
    expect((await listed(other)).register).toEqual([]);
  expect((await confirms(api.deputy, proposal.id)).jurisdiction).toMatchObject({
    id: PARK,
    effectiveFrom: '2026-12-01',
  });
});

test('what can no longer be confirmed says so, and goes when it is withdrawn', async () => {
  const { proposal } = await does(api.publisher, PROPOSE_WITHDRAWAL, WITHDRAWAL);
  const close = { jurisdiction: PARK, effectiveFrom: '2026-12-01', reason: '撤销' };
  const { proposal: closing } = await does(api.admin, CLOSE, close);
  await api.publish({ key: 'own', entries: [prohibited('4')], effectiveFrom: '2028-01-01' });
  api.itIs('2026-12-02T02:00:00.000Z');
  const everyone = api.as('everyone', `admin:${COUNTRY}`, `publisher:${COUNTRY}`);
  const { catalog, register } = await listed(everyone);
  expect([...catalog, ...register]).toMatchObject([
    { id: proposal.id, standing: 'STALE', barredFromConfirming: ['sun'], effects: [] },
    { id: closing.id, standing: 'EXPIRED' },
  ]);
  const reason = '确认';
  expect(await refused(everyone, CONFIRM, { proposal: proposal.id, reason })).toEqual([
    'StateError PROPOSAL_STALE',
  ]);
  expect(await refused(everyone, CONFIRM, { proposal: closing.id, reason })).toEqual([
    'StateError PROPOSAL_EXPIRED',
  ]);
  for (const { id } of [proposal, closing]) await does(everyone, WITHDRAW_PROPOSAL, { proposal: id, reason });
  expect(await listed(everyone)).toEqual({ catalog: [], register: [] });
});

test('whoever proposed something, or wrote what it brings into force, is told that another must confirm it', async () => {
  const { proposal } = await does(api.publisher, PROPOSE_WITHDRAWAL, WITHDRAWAL);
  const input = { proposal: proposal.id, reason: '确认' };
  expect(await refused(api.publisher, CONFIRM, input)).toEqual(['AccessError SECOND_PERSON']);
  // Nor by another spelling of the same name.
  for (const spelled of ['SUN', '\uff33un'])
    expect(await refused(api.as(spelled, `publisher:${COUNTRY}`), CONFIRM, input)).toEqual([
      'AccessError SECOND_PERSON',
    ]);
  const author = api.as('qian', `publisher:${COUNTRY}`);
  expect(await refused(author, CONFIRM, input)).toEqual(['AccessError SECOND_PERSON']);
  expect(await refused(api.editor, CONFIRM, input)).toEqual(['AccessError NOT_ALLOWED']);
  expect(await refused(api.chief, CONFIRM, { ...input, reason: ' ' })).toEqual(['InputError REQUIRED']);
  expect(await refused(api.chief, CONFIRM, { ...input, proposal: 'proposal_catalog_own@1' })).toEqual([
    'InputError UNKNOWN_PROPOSAL',
  ]);
  expect(await refused(api.publisher, PROPOSE_WITHDRAWAL, WITHDRAWAL)).toEqual([
    'StateError ALREADY_PROPOSED',
  ]);
  expect(await refused(api.publisher, PROPOSE_REVERSAL, { catalog: 'catalog_own', reason: '误报' })).toEqual([
    'StateError NOT_REPEALED',
  ]);
});
