import { describe, expect, it } from 'vitest';
import { proposalId } from '../../services/domain/ids.ts';
import { readShape } from '../../services/domain/messages/read-input.ts';
import { regionRecord, zoneRecord } from '../../services/domain/register/registration-shape.ts';
import { openDraft } from '../../services/operations/catalog/create-catalog.ts';
import { removeEntries } from '../../services/operations/catalog/put-entries.ts';
import { discardDraft, returnDraft } from '../../services/operations/catalog/review.ts';
import { proposeWithdrawal } from '../../services/operations/catalog/withdraw.ts';
import type { Deps } from '../../services/operations/deps.ts';
import { withdrawProposal } from '../../services/operations/proposals.ts';
import { loadCatalog, loadContent, loadRegister } from '../../services/operations/read.ts';
import { changeZone } from '../../services/operations/register/changes.ts';
import { StaleHead } from '../../services/store/faults.ts';
import { times } from '../testkit/times.ts';
import { shortWaiting } from '../testkit/waiting.ts';
import {
  ADMIN,
  confirm,
  DEPUTY,
  draftWith,
  entryInput,
  LI,
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

const numbers = (count: number) => Array.from({ length: count }, (_, number) => number);
const fact = (name: string) => ({
  key: `shanxi.${name}`,
  type: 'FLAG' as const,
  about: 'PROJECT' as const,
  name: { zh: name },
  question: { zh: `${name}？` },
});

/** A world in which nobody really waits for those who were faster. */
async function crowdedWorld() {
  const waiting = shortWaiting();
  const { deps, another } = await world();
  return {
    deps: { ...deps, waiting },
    another: () => ({ ...another(), waiting }),
    atOnce: (count: number, work: (number: number) => Promise<unknown>) =>
      Promise.all(numbers(count).map((number) => waiting.work(async () => outcome(work(number))))),
  };
}

describe('edits at once', () => {
  it('of different entries by fifty editors in two processes all land, one revision each', async () => {
    const { deps, another, atOnce } = await crowdedWorld();
    const draft = await draftWith(deps, [entryInput('0')]);
    const processes = [another(), another()];
    const outcomes = await atOnce(50, (number) =>
      shanxi.put(
        processes[number % 2]!,
        draft,
        [entryInput(`1.${number}`)],
        person(`editor ${number}`, 'editor:region_140000'),
      ),
    );
    expect(outcomes).toEqual(Array(50).fill('done'));
    const now = (await loadCatalog(another(), 'shanxi', { consistent: true }))!;
    expect(now.revision).toBe(draft.revision + 50);
    const { entries } = await loadContent(deps, now.state.draft!.content);
    expect(entries.map(({ code }) => code)).toEqual(['0', ...numbers(50).map((number) => `1.${number}`)]);
    expect([...now.state.draft!.editors].toSorted()).toEqual(
      ['wang', ...numbers(50).map((number) => `editor ${number}`)].toSorted(),
    );
    expect(await deps.store.verifyCatalog('shanxi')).toMatchObject({ whole: true });
  });

  it('of one entry by two: the second is told both values, and nothing of it lands', async () => {
    const { deps } = await world();
    const draft = await draftWith(deps, [entryInput('1'), entryInput('2')]);
    const change = (by: typeof LI) =>
      refusalsOf(
        shanxi.put(
          deps,
          draft,
          [entryInput('1', { text: { zh: `${by.subject} 的文字` } }), entryInput(`3.${by.subject}`)],
          by,
        ),
      );
    const [byWang, byLi] = await Promise.all([change(WANG), change(LI)]);
    const [winner, loser] = byWang.length === 0 ? ['wang', 'li'] : ['li', 'wang'];
    const refused = [...byWang, ...byLi];
    expect(refused.map(({ code, path }) => [code, path])).toEqual([['STALE_REVISION', ['entries', '1']]]);
    const { item, expected, revision, current, yours } = refused[0]!.details;
    expect({ item, expected, revision }).toEqual({
      item: '1',
      expected: draft.revision,
      revision: draft.revision + 1,
    });
    expect(JSON.parse(current as string).text.zh).toBe(`${winner} 的文字`);
    expect(JSON.parse(yours as string).text.zh).toBe(`${loser} 的文字`);
    const now = (await loadCatalog(deps, 'shanxi', { consistent: true }))!;
    expect(now.revision).toBe(draft.revision + 1);
    const { entries } = await loadContent(deps, now.state.draft!.content);
    expect(entries.map(({ code }) => code)).toEqual(['1', '2', `3.${winner}`]);
  });

  it('of a revision long past is a conflict only where it touches what was changed since', async () => {
    const { deps } = await world();
    const draft = await draftWith(deps, [entryInput('1'), entryInput('2'), entryInput('3')]);
    let now = draft;
    for (const number of numbers(5)) now = await shanxi.put(deps, now, [entryInput(`4.${number}`)]);
    now = await removeEntries(deps, WANG, {
      catalog: shanxi.catalog,
      expectedRevision: now.revision,
      codes: ['2'],
      reason: '删除',
    });
    expect(await outcome(shanxi.put(deps, draft, [entryInput('3')], LI))).toBe('done');
    const [refusal] = await refusalsOf(shanxi.put(deps, draft, [entryInput('2')], LI));
    expect(refusal).toMatchObject({
      code: 'STALE_REVISION',
      details: { item: '2', current: { zh: '无' }, expected: draft.revision, revision: now.revision + 1 },
    });
    expect(
      await outcome(
        removeEntries(deps, LI, {
          catalog: shanxi.catalog,
          expectedRevision: draft.revision,
          codes: ['1', '3'],
          reason: '删除',
        }),
      ),
    ).toBe('STALE_REVISION');
  });

  it('of different definitions all land, of one the second is refused', async () => {
    const { deps, atOnce } = await crowdedWorld();
    await shanxi.create(deps);
    const opened = await shanxi.open(deps);
    const outcomes = await atOnce(8, (number) => shanxi.define(deps, opened, [fact(`f${number % 7}`)]));
    expect(outcomes.toSorted()).toEqual(['STALE_REVISION', ...Array(7).fill('done')]);
    const now = (await loadCatalog(deps, 'shanxi', { consistent: true }))!;
    const { facts } = await loadContent(deps, now.state.draft!.content);
    expect(facts.map(({ key }) => key)).toEqual(numbers(7).map((number) => `shanxi.f${number}`));
  });

  it('does not void a submission that the editor has not seen', async () => {
    const { deps } = await world();
    const draft = await draftWith(deps, [entryInput('1')]);
    await shanxi.submit(deps, draft);
    expect(await outcome(shanxi.put(deps, draft, [entryInput('2')], LI))).toBe('STALE_DRAFT');
  });

  it('does not let a submission pass over an edit that the submitter has not seen', async () => {
    const { deps } = await world();
    const draft = await draftWith(deps, [entryInput('1')]);
    await shanxi.put(deps, draft, [entryInput('2')], LI);
    expect(await outcome(shanxi.submit(deps, draft))).toBe('STALE_DRAFT');
  });

  it('does not carry an edit of one draft over into the next', async () => {
    const { deps } = await world();
    const draft = await draftWith(deps, [entryInput('1')]);
    await shanxi.publish(deps, await shanxi.submit(deps, draft));
    await shanxi.open(deps);
    expect(await outcome(shanxi.put(deps, draft, [entryInput('2')], LI))).toBe('STALE_DRAFT');
  });

  it('opens one draft for twenty who ask at once', async () => {
    const { deps, atOnce } = await crowdedWorld();
    await shanxi.create(deps);
    const outcomes = await atOnce(20, () => shanxi.open(deps));
    expect(outcomes.toSorted()).toEqual([...Array(19).fill('DRAFT_EXISTS'), 'done']);
    expect((await loadCatalog(deps, 'shanxi', { consistent: true }))!.revision).toBe(1);
  });
});

describe('a change of the register while an edit is tried', () => {
  it('is seen by the next attempt: who lost the zone by it edits no more', async () => {
    const { deps } = await world();
    await shanxi.create(deps, { jurisdiction: 'zone_kfq' });
    const editor = person('editor', 'editor:region_140100');
    const open = (by: Deps) => outcome(openDraft(by, editor, { catalog: shanxi.catalog, reason: '编制' }));
    expect(await open(faster(deps, () => moveToDatong(deps)))).toBe('NOT_ALLOWED');
    expect((await loadCatalog(deps, 'shanxi', { consistent: true }))!.state.draft).toBeNull();
  });

  /** Somebody else is faster than the first append of a catalog, and does something else besides. */
  function faster(deps: Deps, meanwhile: () => Promise<unknown>): Deps {
    let done = false;
    return {
      ...deps,
      store: {
        ...deps.store,
        appendToCatalog: async (...append) => {
          if (done) return deps.store.appendToCatalog(...append);
          done = true;
          await meanwhile();
          throw new StaleHead('catalog shanxi', null);
        },
      },
    };
  }

  async function moveToDatong({ store, newId, clock }: Deps): Promise<void> {
    const { head } = await store.readRegister({ consistent: true });
    const datong = { code: '140200', level: 'PREFECTURE', name: { zh: '大同市' }, parent: 'region_140000' };
    const zone = {
      code: 'kfq',
      kind: 'DEVELOPMENT_ZONE',
      name: { zh: '示范开发区' },
      zoneLevel: 'PROVINCIAL',
    };
    const revision = {
      id: newId(),
      actor: 'admin',
      time: clock().toISOString(),
      action: 'REGISTER',
      reason: '调整',
    };
    await store.appendToRegister(head, revision, {
      jurisdictions: [
        readShape(regionRecord, { ...datong, effectiveFrom: '2020-01-01' }, []),
        readShape(zoneRecord, { ...zone, parent: 'region_140200', effectiveFrom: '2026-11-01' }, []),
      ],
    });
  }
});

describe('a withdrawal while an edit is made', () => {
  it('does not stand in its way: nothing that the edit touches has changed', async () => {
    const { deps } = await world();
    await publishedWith(deps, [entryInput('1')]);
    const draft = await shanxi.put(deps, await shanxi.open(deps), [entryInput('2')]);
    await confirm(deps, QIAN, await proposed(deps));
    expect(await outcome(shanxi.put(deps, draft, [entryInput('3')], LI))).toBe('done');
    // Who submits answers for the whole draft, and has to know that its basis is gone.
    expect(await outcome(shanxi.submit(deps, draft))).toBe('STALE_DRAFT');
  });

  it('of one version is proposed once by ten at once, and confirmed once', async () => {
    const { deps, another, atOnce } = await crowdedWorld();
    const { revision } = await publishedWith(deps, [entryInput('1')]);
    const proposals = await atOnce(10, () => proposeWithdrawal(another(), ZHAO, withdrawal()));
    expect(proposals.toSorted()).toEqual([...Array(9).fill('ALREADY_PROPOSED'), 'done']);
    const id = proposalId(shanxi.catalog, revision + 1);
    const outcomes = await atOnce(10, () => confirm(another(), QIAN, id));
    expect(outcomes.toSorted()).toEqual([...Array(9).fill('UNKNOWN_PROPOSAL'), 'done']);
    const now = (await loadCatalog(deps, 'shanxi', { consistent: true }))!;
    expect(now.revision).toBe(revision + 2);
    expect(now.state.versions[0]!.withdrawals).toHaveLength(1);
  });
});

describe('a proposal', () => {
  it('is confirmed or withdrawn, not both', async () => {
    for (let round = 0; round < 3; round++) {
      const { deps, another } = await world();
      await publishedWith(deps, [entryInput('1')]);
      const id = await proposed(deps);
      const outcomes = await Promise.all([
        outcome(confirm(another(), QIAN, id)),
        outcome(withdrawProposal(another(), ZHAO, { proposal: id, reason: '收回' })),
      ]);
      expect(outcomes.toSorted()).toEqual(['UNKNOWN_PROPOSAL', 'done']);
      const { state } = (await loadCatalog(deps, 'shanxi', { consistent: true }))!;
      expect(state.versions[0]!.withdrawals ?? []).toHaveLength(outcomes[0] === 'done' ? 1 : 0);
    }
  });

  it('and a publication at once: what was confirmed had seen the versions that it changed', async () => {
    const { deps, another } = await world();
    await publishedWith(deps, [entryInput('1')]);
    const submitted = await shanxi.submit(
      deps,
      await shanxi.put(deps, await shanxi.open(deps), [entryInput('2')]),
    );
    const id = await proposed(deps);
    const [confirmed, published] = await Promise.all([
      outcome(confirm(another(), QIAN, id)),
      outcome(shanxi.publish(another(), submitted)),
    ]);
    // Whichever came second was told that the ground had moved.
    expect([
      ['done', 'NOT_SUBMITTED'],
      ['PROPOSAL_STALE', 'done'],
    ]).toContainEqual([confirmed, published]);
  });

  it('about the register is confirmed once by two at once, and two of one zone are not both', async () => {
    const { deps, another } = await world();
    const change = (more: object) => ({
      zone: 'zone_hgyq',
      effectiveFrom: '2026-12-01',
      reason: '办理',
      ...more,
    });
    const [graded, suspended] = [
      await changeZone(deps, ADMIN, change({ riskGrade: 'A' })),
      await changeZone(deps, ADMIN, change({ suspended: true })),
    ].map(({ proposal }) => proposalId('register', proposal!.number));
    const outcomes = await Promise.all([
      outcome(confirm(another(), DEPUTY, graded!)),
      outcome(confirm(another(), DEPUTY, graded!)),
    ]);
    expect(outcomes.toSorted()).toEqual(['UNKNOWN_PROPOSAL', 'done']);
    expect(await outcome(confirm(another(), DEPUTY, suspended!))).toBe('PROPOSAL_STALE');
    const { register } = await loadRegister(deps, { consistent: true });
    expect(register.jurisdictions.get('zone_hgyq')).toHaveLength(2);
  });
});

describe('publications at once', () => {
  it('against a return and a discard: exactly one of them happens', async () => {
    const { deps, another } = await world();
    const submitted = await shanxi.submit(deps, await draftWith(deps, [entryInput('1')]));
    const seen = { catalog: shanxi.catalog, expectedRevision: submitted.revision, reason: '办理' };
    const [published, returned, discarded] = await Promise.all([
      outcome(shanxi.publish(another(), submitted)),
      outcome(returnDraft(another(), ZHAO, seen)),
      outcome(discardDraft(another(), WANG, seen)),
    ]);
    expect([published, returned, discarded].filter((came) => came === 'done')).toHaveLength(1);
    expect(['done', 'NOT_SUBMITTED', 'NO_DRAFT']).toContain(published);
    expect(['done', 'NO_DRAFT']).toContain(returned);
    expect(['done', 'NO_DRAFT', 'STALE_DRAFT']).toContain(discarded);
    const now = (await loadCatalog(deps, 'shanxi', { consistent: true }))!;
    expect(now.revision).toBe(submitted.revision + 1);
    expect(now.state.versions).toHaveLength(published === 'done' ? 1 : 0);
  });

  it('by fifty have exactly one winner and one revision, round after round', {
    timeout: 300_000,
  }, async () => {
    const { deps, another, atOnce } = await crowdedWorld();
    let revision = (await draftWith(deps, [entryInput('1')])).revision;
    const processes = [another(), another()];
    for (const round of numbers(times(4, 20))) {
      const submitted = await shanxi.submit(deps, (await loadCatalog(deps, 'shanxi', { consistent: true }))!);
      const outcomes = await atOnce(50, (number) =>
        shanxi.publish(
          processes[number % 2]!,
          submitted,
          {},
          person(`publisher ${number}`, 'publisher:region_140000'),
        ),
      );
      expect(outcomes.toSorted()).toEqual([...Array(49).fill('ALREADY_PUBLISHED'), 'done']);
      const published = (await loadCatalog(another(), 'shanxi', { consistent: true }))!;
      expect(published.revision).toBe(revision + 2);
      expect(published.state.versions.map(({ number }) => number)).toEqual(
        numbers(round + 1).map((number) => number + 1),
      );
      revision = (await shanxi.open(deps)).revision;
    }
    expect(await deps.store.verifyCatalog('shanxi')).toMatchObject({ whole: true });
  });
});
