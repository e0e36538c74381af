import { describe, expect, it } from 'vitest';
import { proposalId } from '../../services/domain/ids.ts';
import { openDraft } from '../../services/operations/catalog/create-catalog.ts';
import { publishDraft } from '../../services/operations/catalog/publish.ts';
import { submitDraft } from '../../services/operations/catalog/review.ts';
import { proposeRepealReversal, proposeWithdrawal } from '../../services/operations/catalog/withdraw.ts';
import { basisOf } from '../../services/operations/decisions/assessment-basis.ts';
import type { Deps } from '../../services/operations/deps.ts';
import { withdrawProposal } from '../../services/operations/proposals.ts';
import { loadCatalog, loadRegister } from '../../services/operations/read.ts';
import { changeRegion, changeZone, closeJurisdiction } from '../../services/operations/register/changes.ts';
import { registerRegion, registerZone } from '../../services/operations/register/register.ts';
import {
  ADMIN,
  agreed,
  confirm,
  DEPUTY,
  entryInput,
  outcome,
  person,
  proposed,
  publishedWith,
  QIAN,
  refusalsOf,
  shanxi,
  WANG,
  withdrawal,
  world,
  ZHAO,
} from './world.ts';

// One person alone changes nothing that projects are decided by (ADR 0011). Each test is an attack.

const { catalog } = shanxi;
const stateOf = async (deps: Deps) => (await loadCatalog(deps, 'shanxi', { consistent: true }))!.state;
/** Whoever is editor, publisher and admin at once. */
const sun = person('sun', 'editor:region_140000', 'publisher:region_140000', 'admin:region_100000');

describe('a catalog', () => {
  it('does not get back the text that a publisher once wrote by their hand, nor with their consent', async () => {
    const { deps } = await world();
    await shanxi.create(deps);
    const own = await shanxi.put(deps, await shanxi.open(deps), [entryInput('1')], sun);
    await shanxi.publish(deps, await shanxi.submit(deps, own));
    const next = await shanxi.put(deps, await shanxi.open(deps), [entryInput('2')]);
    await shanxi.publish(deps, await shanxi.submit(deps, next));
    // Alone …
    const { proposal } = await proposeWithdrawal(deps, sun, withdrawal({ number: 2 }));
    expect(await outcome(confirm(deps, sun, proposalId(catalog, proposal.number)))).toBe('SECOND_PERSON');
    await withdrawProposal(deps, sun, { proposal: proposalId(catalog, proposal.number), reason: '收回' });
    // … or through somebody else who proposes it.
    const id = await proposed(deps, { number: 2 });
    const [refusal] = await refusalsOf(confirm(deps, sun, id));
    expect(refusal).toMatchObject({ code: 'SECOND_PERSON', details: { value: 'sun' } });
    expect(refusal!.details.barred).toEqual(['zhao', 'wang', 'sun']);
    expect((await stateOf(deps)).versions[1]!.withdrawals).toBeUndefined();
    expect(await outcome(confirm(deps, QIAN, id))).toBe('done');
    // Nor is it published again on a draft that others opened and submitted.
    const again = await openDraft(deps, WANG, { catalog, basedOn: 1, reason: '恢复' });
    const submitted = await shanxi.submit(deps, again);
    const publish = (by: typeof sun, effectiveFrom: string) =>
      outcome(
        publishDraft(deps, by, {
          catalog,
          contentHash: submitted.state.draft!.contentHash,
          effectiveFrom,
          acknowledge: [{ rule: 'PR-30', entry: '1' }],
          reason: '发布',
        }),
      );
    expect(await publish(sun, '2026-11-23')).toBe('FOUR_EYES');
    expect(await publish(ZHAO, '2026-11-23')).toBe('done');
  });

  it('is not repealed by one person; and a repeal in error is reversed by two, before its day', async () => {
    const { deps, at } = await world();
    await publishedWith(deps, [entryInput('1')]);
    const id = await proposed(deps, { repeal: true });
    expect(await outcome(confirm(deps, ZHAO, id))).toBe('SECOND_PERSON');
    expect(await outcome(confirm(deps, WANG, id))).toBe('NOT_ALLOWED');
    expect(await outcome(openDraft(deps, WANG, { catalog, reason: '修订' }))).toBe('done');
    expect(await outcome(confirm(deps, QIAN, id))).toBe('done');
    const reverse = (by: typeof ZHAO) => proposeRepealReversal(deps, by, { catalog, reason: '误废止' });
    const { proposal } = await reverse(QIAN);
    const reversal = proposalId(catalog, proposal.number);
    expect(await outcome(confirm(deps, QIAN, reversal))).toBe('SECOND_PERSON');
    at('2026-12-01T02:00:00.000Z');
    expect(await outcome(confirm(deps, ZHAO, reversal))).toBe('PROPOSAL_EXPIRED');
    expect(await outcome(reverse(QIAN))).toBe('REPEAL_IN_FORCE');
    at('2026-11-30T15:59:59.000Z');
    expect(await outcome(confirm(deps, ZHAO, reversal))).toBe('done');
    expect(await outcome(reverse(QIAN))).toBe('NOT_REPEALED');
    const { basis } = { basis: await basisOf(deps, 'zone_kfq', '2026-12-01') };
    expect(basis.catalogs.map(({ inForce }) => inForce?.number)).toEqual([1]);
    expect(await deps.store.verifyCatalog('shanxi')).toMatchObject({ whole: true });
  });

  it('who wrote what stays in force by a reversal does not confirm it', async () => {
    const { deps } = await world();
    await shanxi.create(deps);
    const own = await shanxi.put(deps, await shanxi.open(deps), [entryInput('1')], sun);
    await shanxi.publish(deps, await shanxi.submit(deps, own));
    await confirm(deps, QIAN, await proposed(deps, { repeal: true }));
    const { proposal } = await proposeRepealReversal(deps, ZHAO, { catalog, reason: '误废止' });
    expect(await outcome(confirm(deps, sun, proposalId(catalog, proposal.number)))).toBe('SECOND_PERSON');
  });

  it('is not published from what a colleague never submitted by one who submits it themselves', async () => {
    const { deps } = await world();
    await shanxi.create(deps);
    const draft = await shanxi.put(deps, await shanxi.open(deps), [entryInput('1')]);
    const { revision, state } = await submitDraft(deps, sun, {
      catalog,
      expectedRevision: draft.revision,
      reason: '代为提交',
    });
    expect(state.draft!.editors).toEqual(['wang', 'sun']);
    expect(await outcome(shanxi.publish(deps, { head: null, revision, state }, {}, sun))).toBe('FOUR_EYES');
    expect(await outcome(shanxi.publish(deps, { head: null, revision, state }))).toBe('done');
  });

  it('keeps a proposal that was made on versions of another day from being confirmed', async () => {
    const { deps, at } = await world();
    await publishedWith(deps, [entryInput('1')]);
    const id = await proposed(deps);
    // Edits of a draft do not matter to it, a new version does.
    const draft = await shanxi.put(deps, await shanxi.open(deps), [entryInput('2')]);
    const { proposals } = await stateOf(deps);
    expect(proposals).toHaveLength(1);
    const submitted = await shanxi.submit(deps, draft);
    at('2026-12-02T02:00:00.000Z');
    expect(await outcome(confirm(deps, QIAN, id))).toBe('PROPOSAL_EXPIRED');
    await shanxi.publish(deps, submitted, { effectiveFrom: '2026-12-02' });
    expect(await outcome(confirm(deps, QIAN, id))).toBe('PROPOSAL_STALE');
    expect(await outcome(withdrawProposal(deps, WANG, { proposal: id, reason: '已无必要' }))).toBe('done');
    expect((await stateOf(deps)).proposals).toEqual([]);
  });
});

describe('the register', () => {
  const grade = (deps: Deps, riskGrade: 'A' | 'C', effectiveFrom = '2026-11-23') =>
    changeZone(deps, sun, { zone: 'zone_hgyq', effectiveFrom, riskGrade, reason: '评级' });
  const gradeOn = async (deps: Deps, on: string) =>
    (await basisOf(deps, 'zone_hgyq', on)).lineage.at(-1)!.zone!.riskGrade;

  it('is not changed and changed back by one admin, for today or for days gone by', async () => {
    const { deps } = await world();
    for (const day of ['2026-11-23', '2026-01-01', '2026-12-01']) {
      const { record, proposal } = await grade(deps, 'C', day);
      expect(record).toBeNull();
      expect(await gradeOn(deps, day)).toBe('UNRATED');
      expect(await outcome(confirm(deps, sun, proposalId('register', proposal!.number)))).toBe(
        'SECOND_PERSON',
      );
      expect(await gradeOn(deps, day)).toBe('UNRATED');
    }
    await agreed(deps, grade(deps, 'A'));
    expect(await gradeOn(deps, '2026-11-23')).toBe('A');
  });

  it.each([
    ['its kind', { kind: 'INDUSTRIAL_PARK' }],
    ['its level', { zoneLevel: 'NATIONAL' }],
    ['its positioning', { positioning: ['food'] }],
    ['its areas', { areas: [{ key: 'core', name: { zh: '核心区' } }] }],
    ['its suspension', { suspended: true }],
    ['its parent', { parent: 'region_140000' }],
    ['its name for days gone by', { name: { zh: '新名称' }, effectiveFrom: '2026-11-22' }],
  ] as const)('takes two persons to change %s of a zone', async (_, change) => {
    const { deps } = await world();
    const input = { zone: 'zone_kfq', effectiveFrom: '2026-12-01', reason: '办理', ...change };
    const { record, proposal } = await changeZone(deps, ADMIN, input);
    expect(record).toBeNull();
    expect(
      (await loadRegister(deps, { consistent: true })).register.jurisdictions.get('zone_kfq'),
    ).toHaveLength(1);
    expect(await outcome(confirm(deps, DEPUTY, proposalId('register', proposal!.number)))).toBe('done');
  });

  it('takes two persons to state a fact of a zone, to close one, and to reopen it', async () => {
    const { deps } = await world();
    const fact = { key: 'none.fact', value: { flag: true } };
    await shanxi.create(deps, { key: 'none' });
    const said = { effectiveFrom: '2026-12-01', reason: '办理' };
    const stated = await changeZone(deps, ADMIN, { ...said, zone: 'zone_kfq', facts: [fact] });
    const closed = await closeJurisdiction(deps, ADMIN, { ...said, jurisdiction: 'zone_hgyq' });
    expect([stated.record, closed.record]).toEqual([null, null]);
    await confirm(deps, DEPUTY, proposalId('register', closed.proposal!.number));
    const again = {
      ...said,
      code: 'hgyq',
      name: { zh: '示范化工园区' },
      parent: 'region_140100',
      kind: 'CHEMICAL_PARK',
      zoneLevel: 'PROVINCIAL',
      effectiveFrom: '2027-01-01',
    } as const;
    expect((await registerZone(deps, ADMIN, again)).record).toBeNull();
  });

  it('takes one person to name a place anew from today on, and to enter one that was not there', async () => {
    const { deps } = await world();
    const name = { zh: '新名称' };
    const said = { effectiveFrom: '2026-11-23', reason: '办理' };
    expect((await changeZone(deps, ADMIN, { ...said, zone: 'zone_kfq', name })).proposal).toBeNull();
    expect((await changeRegion(deps, ADMIN, { ...said, region: 'region_140100', name })).proposal).toBeNull();
    const city = {
      code: '140700',
      level: 'PREFECTURE',
      name,
      parent: 'region_140000',
      reason: '登记',
    } as const;
    expect((await registerRegion(deps, ADMIN, { ...city, effectiveFrom: '2020-01-01' })).proposal).toBeNull();
  });

  it('keeps a proposal from being confirmed once the zone, or what it lies in, is another', async () => {
    const { deps } = await world();
    const id = (entered: Awaited<ReturnType<typeof grade>>) =>
      proposalId('register', entered.proposal!.number);
    const first = id(await grade(deps, 'A', '2026-12-01'));
    const second = id(await grade(deps, 'C', '2026-12-01'));
    expect(await outcome(grade(deps, 'A', '2026-12-01'))).toBe('ALREADY_PROPOSED');
    await changeZone(deps, ADMIN, {
      zone: 'zone_kfq',
      effectiveFrom: '2026-12-01',
      name: { zh: '他处' },
      reason: '更名',
    });
    expect(await outcome(confirm(deps, DEPUTY, first))).toBe('done');
    expect(await outcome(confirm(deps, DEPUTY, second))).toBe('PROPOSAL_STALE');
    const third = id(await grade(deps, 'C', '2027-01-01'));
    const city = {
      region: 'region_140100',
      effectiveFrom: '2026-12-01',
      name: { zh: '并州' },
      reason: '更名',
    };
    await changeRegion(deps, ADMIN, city);
    expect(await outcome(confirm(deps, DEPUTY, third))).toBe('PROPOSAL_STALE');
  });

  it('does not let waiting make a change retroactive', async () => {
    const { deps, at } = await world();
    const { proposal } = await grade(deps, 'A', '2026-12-01');
    const past = await grade(deps, 'C', '2026-01-01');
    at('2026-12-01T16:00:00.000Z');
    expect(await outcome(confirm(deps, DEPUTY, proposalId('register', proposal!.number)))).toBe(
      'PROPOSAL_EXPIRED',
    );
    expect(await outcome(confirm(deps, DEPUTY, proposalId('register', past.proposal!.number)))).toBe('done');
  });

  it('tells nobody of a proposal who may not see what it concerns', async () => {
    const { deps } = await world();
    const { proposal } = await grade(deps, 'A', '2026-12-01');
    const id = proposalId('register', proposal!.number);
    for (const actor of [null, person('a', 'admin:zone_kfq'), person('a', 'publisher:region_100000')])
      expect(await outcome(confirm(deps, actor, id))).toBe('UNKNOWN_PROPOSAL');
    for (const none of ['proposal_register@1', 'proposal_register@0', 'proposal_none@1', 'register'])
      expect(await outcome(confirm(deps, DEPUTY, none)), none).toBe('UNKNOWN_PROPOSAL');
    expect(await outcome(confirm(deps, person('a', 'admin:zone_hgyq'), id))).toBe('done');
  });
});
