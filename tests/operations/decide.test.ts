import { describe, expect, it } from 'vitest';
import type { Decision } from '../../services/domain/assessment/decision.ts';
import { receiptOf } from '../../services/domain/assessment/decision.ts';
import { canonicalJson } from '../../services/domain/values/canonical.ts';
import { publishDraft } from '../../services/operations/catalog/publish.ts';
import type { DecideAdmissionInput } from '../../services/operations/decisions/decide.ts';
import { decideAdmission } from '../../services/operations/decisions/decide.ts';
import {
  isSuperseded,
  listDecisions,
  readDecision,
  supersededBy,
} from '../../services/operations/decisions/decisions.ts';
import { replayDecision } from '../../services/operations/decisions/replay.ts';
import type { Deps } from '../../services/operations/deps.ts';
import { registerRegion } from '../../services/operations/register/register.ts';
import {
  ADMIN,
  entryInput,
  OFFICER,
  outcome,
  person,
  publishedWith,
  refusalsOf,
  shanxi,
  WANG,
  world,
  ZHAO,
} from './world.ts';

const input = (said: Partial<DecideAdmissionInput> = {}): DecideAdmissionInput => ({
  project: { zone: 'zone_kfq', industries: ['2511'], projectCode: '2603-140100-89-01-346948' },
  idempotencyKey: 'key 1',
  ...said,
});
const anywhere = person('boss', 'officer:region_100000');

describe('recording a decision', () => {
  it('keeps the assessment with everything that it rests on', async () => {
    const { deps } = await world();
    const { version, head } = await publishedWith(deps, [entryInput('1')]).then((read) => ({
      head: read.head,
      version: read.state.versions[0]!,
    }));
    const decision = await decideAdmission(deps, OFFICER, input());
    const { head: register } = await deps.store.readRegister({ consistent: true });
    expect(decision).toMatchObject({
      project: input().project,
      on: '2026-11-23',
      onReason: null,
      decidedAt: '2026-11-23T02:00:00.000Z',
      decidedBy: 'officer',
      assessment: { outcome: 'REFUSED', findings: [{ entry: { code: '1' } }] },
    });
    expect(decision.id).toMatch(/^decision_[0-9a-f]{40}$/);
    expect(decision.evidence).toMatchObject({
      engineVersion: '4',
      register,
      catalogs: [
        {
          key: 'shanxi',
          jurisdiction: 'region_140000',
          head,
          standing: 'IN_FORCE',
          version: { number: 1, contentHash: version.contentHash, content: version.content },
        },
      ],
    });
    expect(decision.evidence.lineage.map(({ id }) => id)).toEqual([
      'region_100000',
      'region_140000',
      'region_140100',
      'zone_kfq',
    ]);
    expect(decision.receipt).toBe(receiptOf(decision));
    expect(await readDecision(deps, OFFICER, decision.id)).toEqual(decision);
  });

  it('takes an officer of the zone or above', async () => {
    const { deps } = await world();
    const decide = (actor: ReturnType<typeof person> | null) =>
      outcome(decideAdmission(deps, actor, input()));
    expect(await decide(null)).toBe('NOT_ALLOWED');
    expect(await decide(person('a', 'officer:zone_hgyq'))).toBe('NOT_ALLOWED');
    expect(await decide(person('a', 'editor:region_100000', 'admin:region_100000'))).toBe('NOT_ALLOWED');
    expect(await decide(person('b', 'officer:zone_kfq'))).toBe('done');
    expect(await decide(person('c', 'officer:region_100000'))).toBe('done');
  });

  it('may record that information is missing', async () => {
    const { deps } = await world();
    await publishedWith(deps, [entryInput('1')]);
    const decision = await decideAdmission(deps, OFFICER, input({ project: { zone: 'zone_kfq' } }));
    expect(decision.assessment).toMatchObject({
      outcome: 'NEEDS_INFORMATION',
      missingFacts: [{ fact: { key: 'industries' } }],
    });
  });

  it('is refused with every fault of the project, and then nothing is recorded', async () => {
    const { deps } = await world();
    const wrong = input({
      project: { zone: 'zone_kfq', industries: [], facts: { landArea: { number: '0', unit: '亩' } } },
    });
    expect((await outcome(decideAdmission(deps, OFFICER, wrong))).split(' ').toSorted()).toEqual([
      'EMPTY_LIST',
      'OUT_OF_RANGE',
    ]);
    expect(await outcome(decideAdmission(deps, OFFICER, input({ project: { zone: 'zone_none' } })))).toBe(
      'UNKNOWN_ZONE',
    );
    expect((await listDecisions(deps, OFFICER, { zone: 'zone_kfq' }, { first: 10 })).items).toEqual([]);
    expect(await outcome(decideAdmission(deps, OFFICER, input()))).toBe('done');
  });

  it('for another day than today needs a reason', async () => {
    const { deps } = await world();
    const decide = (said: object) => outcome(decideAdmission(deps, OFFICER, input(said)));
    expect(await decide({ on: '2026-11-20' })).toBe('REASON_REQUIRED');
    expect(await decide({ on: '2026-11-20', onReason: ' ' })).toBe('REASON_REQUIRED');
    expect(await decide({ on: '2026-11-24' })).toBe('REASON_REQUIRED');
    expect(await decide({ on: '2026-11-31' })).toBe('INVALID_DATE');
    expect(await decide({ on: '9999-12-31', onReason: '受理' })).toBe('DAY_TOO_FAR');
    expect(await decide({ project: { zone: 'zone_kfq', on: '2026-11-20' } })).toBe('REASON_REQUIRED');
    expect(await decide({ on: '2026-11-23', project: { zone: 'zone_kfq', on: '2026-11-20' } })).toBe(
      'OUT_OF_RANGE',
    );
    expect(await decide({ on: '2026-11-23' })).toBe('done');
    const accepted = input({ on: '2026-11-20', onReason: '11月20日受理', idempotencyKey: 'key 2' });
    expect(await decideAdmission(deps, OFFICER, accepted)).toMatchObject({
      on: '2026-11-20',
      onReason: '11月20日受理',
    });
  });

  it('sees a publication that another process has just answered', async () => {
    const { deps, another } = await world();
    const other = another();
    expect((await decideAdmission(other, OFFICER, input())).assessment.outcome).toBe('REVIEW');
    await publishedWith(deps, [entryInput('1')]);
    expect(
      (await decideAdmission(other, OFFICER, input({ idempotencyKey: 'key 2' }))).assessment.outcome,
    ).toBe('REFUSED');
  });
});

describe('an idempotency key', () => {
  it('finds the first result again, whatever has changed since', async () => {
    const { deps, at } = await world();
    const first = await decideAdmission(deps, OFFICER, input());
    await publishedWith(deps, [entryInput('1')]);
    at('2026-11-25T02:00:00.000Z');
    expect(await decideAdmission(deps, OFFICER, input())).toEqual(first);
  });

  it('is refused with other content, and is another one for another caller', async () => {
    const { deps } = await world();
    const first = await decideAdmission(deps, OFFICER, input());
    const other = input({ project: { ...input().project, natures: ['NEW_BUILD'] } });
    expect(await outcome(decideAdmission(deps, OFFICER, other))).toBe('IDEMPOTENCY_CONFLICT');
    expect((await decideAdmission(deps, anywhere, other)).id).not.toBe(first.id);
  });

  it('gives nothing to a caller who may no longer see what was decided', async () => {
    const { deps } = await world();
    const first = await decideAdmission(deps, OFFICER, input());
    const [refusal] = await refusalsOf(decideAdmission(deps, person(OFFICER.subject), input()));
    expect(refusal).toMatchObject({
      code: 'NOT_ALLOWED',
      details: { jurisdiction: 'zone_kfq', roles: ['officer'] },
    });
    const elsewhere = person(OFFICER.subject, 'officer:zone_hgyq');
    expect(await outcome(decideAdmission(deps, elsewhere, input()))).toBe('NOT_ALLOWED');
    const other = input({ project: { zone: 'zone_hgyq' } });
    expect(await outcome(decideAdmission(deps, elsewhere, other))).toBe('NOT_ALLOWED');
    const above = person(OFFICER.subject, 'officer:region_140000');
    expect(await decideAdmission(deps, above, input())).toEqual(first);
  });

  it('is there, and no longer than a line', async () => {
    const { deps } = await world();
    expect(await outcome(decideAdmission(deps, OFFICER, input({ idempotencyKey: ' ' })))).toBe('REQUIRED');
    expect(await outcome(decideAdmission(deps, OFFICER, input({ idempotencyKey: 'k'.repeat(300) })))).toBe(
      'TOO_LARGE',
    );
  });

  it('of ten requests at once records one decision, and all ten get it', async () => {
    const { deps, another } = await world();
    const processes = [deps, another()];
    const decisions = await Promise.all(
      Array.from({ length: 10 }, (_, number) => decideAdmission(processes[number % 2]!, OFFICER, input())),
    );
    expect(new Set(decisions.map(canonicalJson)).size).toBe(1);
    expect((await listDecisions(deps, OFFICER, { zone: 'zone_kfq' }, { first: 10 })).items).toHaveLength(1);
  });
});

describe('finding decisions', () => {
  async function four(): Promise<{ deps: Awaited<ReturnType<typeof world>>['deps']; made: Decision[] }> {
    const { deps, at } = await world();
    const made: Decision[] = [];
    for (const [number, zone] of ['zone_kfq', 'zone_hgyq', 'zone_kfq', 'zone_kfq'].entries()) {
      at(`2026-11-2${number + 1}T02:00:00.000Z`);
      const project = { ...input().project, zone };
      made.push(await decideAdmission(deps, anywhere, { project, idempotencyKey: `key ${number}` }));
    }
    return { deps, made };
  }
  const ids = (page: { items: readonly { value: object }[] }) =>
    page.items.map(({ value }) => ('id' in value ? value.id : value));

  it('by zone and time goes newest first, page by page', async () => {
    const { deps, made } = await four();
    const [first, , third, fourth] = made.map(({ id }) => id);
    const page = await listDecisions(deps, OFFICER, { zone: 'zone_kfq' }, { first: 2 });
    expect([ids(page), page.hasNextPage]).toEqual([[fourth, third], true]);
    const after = page.items.at(-1)!.cursor;
    const rest = await listDecisions(deps, OFFICER, { zone: 'zone_kfq' }, { first: 2, after });
    expect([ids(rest), rest.hasNextPage]).toEqual([[first], false]);
    const between = { zone: 'zone_kfq', from: '2026-11-21T10:00:00+08:00', to: '2026-11-24T02:00:00Z' };
    expect(ids(await listDecisions(deps, OFFICER, between, { first: 9 }))).toEqual([third, first]);
  });

  it('by project code leaves out what the caller may not see, without gaps', async () => {
    const { deps, made } = await four();
    const byCode = { projectCode: input().project.projectCode! };
    const kfq = person('a', 'officer:zone_kfq');
    expect(ids(await listDecisions(deps, anywhere, byCode, { first: 9 }))).toEqual(
      made.map(({ id }) => id).toReversed(),
    );
    const page = await listDecisions(deps, kfq, byCode, { first: 3 });
    expect([ids(page), page.hasNextPage]).toEqual([[made[3]!.id, made[2]!.id, made[0]!.id], false]);
    const hgyq = person('a', 'officer:zone_hgyq');
    expect(ids(await listDecisions(deps, hgyq, byCode, { first: 1 }))).toEqual([made[1]!.id]);
  });

  it('finds nothing for whom they do not concern', async () => {
    const { deps, made } = await four();
    for (const actor of [null, WANG, ZHAO, person('a', 'officer:region_150000')]) {
      expect(await readDecision(deps, actor, made[0]!.id)).toBeNull();
      expect(ids(await listDecisions(deps, actor, { zone: 'zone_kfq' }, { first: 9 }))).toEqual([]);
    }
    expect(await readDecision(deps, OFFICER, 'decision_none')).toBeNull();
  });

  /** Counts the pages that the store is asked for. */
  function counted(deps: Deps): { readonly deps: Deps; readonly pages: () => number } {
    let pages = 0;
    const listed: Deps['store']['listDecisions'] = (...query) => {
      pages += 1;
      return deps.store.listDecisions(...query);
    };
    return { deps: { ...deps, store: { ...deps.store, listDecisions: listed } }, pages: () => pages };
  }

  /** As many more decisions as told, of the same zone and code, each a second older than the one before. */
  async function olderOnes(deps: Deps, decision: Decision, count: number): Promise<void> {
    const since = Date.parse(decision.decidedAt);
    for (let from = 1; from <= count; from += 50)
      await Promise.all(
        Array.from({ length: Math.min(50, count - from + 1) }, (_, place) => {
          const number = from + place;
          const decidedAt = new Date(since - number * 1000).toISOString();
          return deps.store.recordDecision({ ...decision, id: `decision_older${number}`, decidedAt }, 'p');
        }),
      );
  }

  it('reads nothing for whom no zone of it can concern', async () => {
    const { deps, made } = await four();
    const { deps: reading, pages } = counted(deps);
    const byCode = { projectCode: input().project.projectCode! };
    const nothing = { items: [], hasNextPage: false };
    for (const actor of [null, WANG, person('nobody')])
      for (const filter of [byCode, { zone: 'zone_kfq' }])
        expect(await listDecisions(reading, actor, filter, { first: 1 })).toEqual(nothing);
    for (const roles of ['officer:zone_hgyq', 'admin:region_150000'] as const)
      expect(await listDecisions(reading, person('a', roles), { zone: 'zone_kfq' }, { first: 1 })).toEqual(
        nothing,
      );
    expect(pages()).toBe(0);
    expect(made).toHaveLength(4);
  });

  it('finds few among many that may not be seen, in few requests and without reading those', async () => {
    const { deps, made } = await four();
    const [oldest, theirs] = made;
    await olderOnes(deps, oldest!, 600);
    const hgyq = person('a', 'officer:zone_hgyq');
    const byCode = { projectCode: input().project.projectCode! };
    const last = await decideAdmission(deps, anywhere, {
      project: { ...input().project, zone: 'zone_hgyq' },
      idempotencyKey: 'the last',
    });
    const first = { ...last, id: 'decision_first', decidedAt: '2020-01-01T00:00:00.000Z' };
    await deps.store.recordDecision(first, 'p');
    const { deps: reading, pages } = counted(deps);
    const one = await listDecisions(reading, hgyq, byCode, { first: 2 });
    expect([ids(one), one.hasNextPage]).toEqual([[last.id, theirs!.id], true]);
    const two = await listDecisions(reading, hgyq, byCode, { first: 2, after: one.items.at(-1)!.cursor });
    expect([ids(two), two.hasNextPage]).toEqual([['decision_first'], false]);
    expect(pages()).toBe(2);
  });

  it('of a zone that moved shows each place what was decided while it lay there', async () => {
    const { deps, made } = await four();
    await registerRegion(deps, ADMIN, {
      code: '140700',
      level: 'PREFECTURE',
      name: { zh: '晋中市' },
      parent: 'region_140000',
      effectiveFrom: '2020-01-01',
      reason: '登记',
    });
    const { zone, ...record } = made[0]!.evidence.lineage.at(-1)!;
    const { head } = await deps.store.readRegister({ consistent: true });
    await deps.store.appendToRegister(
      head,
      { id: 'move', actor: 'admin', time: '2026-11-23T02:00:00.000Z', action: 'CHANGE_ZONE', reason: '划转' },
      { jurisdictions: [{ ...record, zone: zone!, parent: 'region_140700', effectiveFrom: '2026-11-24' }] },
    );
    await olderOnes(deps, { ...made[3]!, id: 'x' }, 3);
    const decided = {
      project: { ...input().project, zone: 'zone_kfq' },
      supersedes: { decision: made[0]!.id, reason: '更正' },
      idempotencyKey: 'after the move',
    };
    const later = await decideAdmission(
      { ...deps, clock: () => new Date('2026-11-25T02:00:00Z') },
      anywhere,
      decided,
    );
    const elsewhere = { ...deps, clock: () => new Date('2026-11-25T02:00:00Z') };
    const before = await listDecisions(
      elsewhere,
      person('a', 'officer:region_140100'),
      { zone: 'zone_kfq' },
      { first: 9 },
    );
    expect(before.hasNextPage).toBe(false);
    expect(ids(before)).not.toContain(later.id);
    expect(ids(before)).toEqual(expect.arrayContaining([made[0]!.id, made[2]!.id, made[3]!.id]));
    // Whoever sees the old one alone does not take it for one that stands.
    expect(await supersededBy(elsewhere, person('a', 'officer:region_140100'), made[0]!)).toBeNull();
    expect(await isSuperseded(elsewhere, made[0]!.id)).toBe(true);
    const after = await listDecisions(
      elsewhere,
      person('a', 'officer:region_140700'),
      { zone: 'zone_kfq' },
      { first: 1 },
    );
    expect([ids(after), after.hasNextPage]).toEqual([[later.id], true]);
  });

  it('asks for a zone or a project code, and for times that are times', async () => {
    const { deps } = await world();
    const list = (filter: object) => outcome(listDecisions(deps, OFFICER, filter, { first: 9 }));
    expect(await list({})).toBe('NOT_EXACTLY_ONE');
    expect(await list({ zone: 'zone_kfq', projectCode: 'x' })).toBe('NOT_EXACTLY_ONE');
    expect(await list({ zone: 'zone_kfq', from: '2026-11-23', to: 'now' })).toBe('INVALID_TIME INVALID_TIME');
  });
});

describe('making a decision again', () => {
  it('gives the same, byte for byte, in another process and after the law has changed', async () => {
    const { deps, another } = await world();
    await publishedWith(deps, [
      entryInput('1'),
      entryInput('2', {
        industries: { include: ['26'] },
        measure: 'RESTRICTED',
        requirements: [
          {
            key: 'r',
            text: { zh: '投资强度' },
            when: { number: { fact: 'totalInvestment', unit: '万元', atLeast: '3000' } },
          },
        ],
        exceptions: [{ key: 'e', text: { zh: '一事一议' }, discretionary: true }],
      }),
    ]);
    const confirming = {
      zone: 'zone_kfq',
      industries: ['2614'],
      facts: { totalInvestment: 2999.5 },
      confirmations: [
        {
          catalog: 'catalog_shanxi',
          entry: '2',
          exception: 'e',
          confirmed: false,
          document: '晋应急函〔2026〕1号',
        },
      ],
    };
    const province = person('p', 'officer:region_140000');
    const projects = [input().project, { zone: 'zone_kfq' }, confirming];
    const decisions: Decision[] = [];
    for (const [number, project] of projects.entries())
      decisions.push(await decideAdmission(deps, province, { project, idempotencyKey: `${number}` }));
    expect(decisions.map(({ assessment }) => assessment.outcome)).toEqual([
      'REFUSED',
      'NEEDS_INFORMATION',
      'REFUSED',
    ]);

    const changed = await shanxi.put(deps, await shanxi.open(deps), [
      entryInput('1', { industries: { include: ['0111'] } }),
    ]);
    await publishDraft(deps, ZHAO, {
      catalog: shanxi.catalog,
      contentHash: (await shanxi.submit(deps, changed)).state.draft!.contentHash,
      effectiveFrom: '2026-11-23',
      reason: '修订',
    });
    const other = another();
    for (const { id } of decisions) {
      const decision = (await readDecision(other, province, id))!;
      expect(await replayDecision(other, decision)).toEqual({
        same: true,
        receiptHolds: true,
        changedSince: [],
        differs: [],
        assessment: decision.assessment,
      });
    }
  });

  it('tells two projects apart by their receipts, and a record rewritten in any field by its own', async () => {
    const { deps } = await world();
    await publishedWith(deps, [entryInput('1')]);
    const [one, other] = [
      await decideAdmission(deps, OFFICER, input()),
      await decideAdmission(deps, OFFICER, { ...input(), idempotencyKey: 'other' }),
    ];
    expect(one.assessment).toEqual(other.assessment);
    expect(one.receipt).not.toBe(other.receipt);
    const rewritten = [
      { project: { ...one.project, name: '别的项目' } },
      { decidedBy: '别人' },
      { decidedAt: '2020-01-01T00:00:00.000Z' },
      { onReason: '受理' },
      { id: other.id },
    ];
    for (const change of rewritten)
      expect(await replayDecision(deps, { ...one, ...change })).toMatchObject({
        same: true,
        receiptHolds: false,
      });
  });

  it('reports what differs: another engine, other reference data, a changed record', async () => {
    const { deps } = await world();
    await publishedWith(deps, [entryInput('1')]);
    const decision = await decideAdmission(deps, OFFICER, input());
    const elsewhere = { ...deps, reference: { ...deps.reference, listsHash: 'other' } };
    const older = { ...decision, evidence: { ...decision.evidence, engineVersion: '0' } };
    expect(await replayDecision(elsewhere, older)).toMatchObject({
      same: true,
      receiptHolds: false,
      changedSince: ['engine', 'lists'],
    });
    // The bound under which it was made, not today's.
    const hurried = { ...decision, evidence: { ...decision.evidence, searchBound: 1 } };
    expect((await replayDecision(deps, hurried)).changedSince).toEqual([]);
    const { findings } = decision.assessment;
    const unfound = { ...decision, assessment: { ...decision.assessment, findings: [] } };
    expect((await replayDecision(deps, unfound)).differs).toEqual(
      findings.map(({ catalog, entry }) => `findings.${catalog} ${entry.code}`),
    );
    const milder = { ...decision, assessment: { ...decision.assessment, outcome: 'ADMITTED' as const } };
    expect(await replayDecision(deps, milder)).toMatchObject({
      same: false,
      receiptHolds: false,
      changedSince: [],
      differs: ['outcome'],
      assessment: { outcome: 'REFUSED' },
    });
  });
});
