import { randomUUID } from 'node:crypto';
import { expect } from 'vitest';
import { reference } from '../../services/data/reference.ts';
import type { Actor, Role } from '../../services/domain/access/access.ts';
import type { Acknowledgement } from '../../services/domain/catalog/change.ts';
import type { FactDefinition } from '../../services/domain/facts/fact.ts';
import { proposalId } from '../../services/domain/ids.ts';
import { readShape } from '../../services/domain/messages/read-input.ts';
import { Refusal, Refusals } from '../../services/domain/messages/refusal.ts';
import type { JurisdictionRecord } from '../../services/domain/register/jurisdiction.ts';
import { regionRecord, zoneRecord } from '../../services/domain/register/registration-shape.ts';
import { createCatalog, openDraft } from '../../services/operations/catalog/create-catalog.ts';
import { putDefinitions } from '../../services/operations/catalog/edit-definitions.ts';
import { publishDraft } from '../../services/operations/catalog/publish.ts';
import { putEntries } from '../../services/operations/catalog/put-entries.ts';
import { submitDraft } from '../../services/operations/catalog/review.ts';
import { proposeWithdrawal } from '../../services/operations/catalog/withdraw.ts';
import type { Deps } from '../../services/operations/deps.ts';
import { confirmProposal } from '../../services/operations/proposals.ts';
import type { CatalogRead } from '../../services/operations/read.ts';
import type { Entered } from '../../services/operations/register/enter-records.ts';
import type { TestStore } from '../testkit/store.ts';
import { startStore } from '../testkit/store.ts';

export const person = (subject: string, ...roles: `${Role}:${string}`[]): Actor => ({
  subject,
  roles: roles.map((grant) => {
    const [role, jurisdiction] = grant.split(':') as [Role, string];
    return { role, jurisdiction };
  }),
});
export const ADMIN = person('admin', 'admin:region_100000');
export const WANG = person('wang', 'editor:region_140000');
export const LI = person('li', 'editor:region_140000');
export const ZHAO = person('zhao', 'publisher:region_140000');
/** A second admin and a second publisher, for what takes two persons. */
export const DEPUTY = person('deputy', 'admin:region_100000');
export const QIAN = person('qian', 'publisher:region_140000');
export const OFFICER = person('officer', 'officer:region_140100');

export interface World {
  readonly deps: Deps;
  readonly testStore: TestStore;
  /** Sets the clock. */
  readonly at: (moment: string) => void;
  /** The same service in another process: caches of its own. */
  readonly another: () => Deps;
}

/** The service on a fresh store at 2026-11-23 10:00 in Shanghai; nothing registered. */
export async function emptyWorld(): Promise<World> {
  const testStore = await startStore();
  let now = new Date('2026-11-23T02:00:00.000Z');
  const deps = { store: testStore.store, reference, clock: () => now, newId: randomUUID };
  return {
    deps,
    testStore,
    at: (moment) => {
      now = new Date(moment);
    },
    another: () => ({ ...deps, store: testStore.another() }),
  };
}

/** China, Shanxi, Taiyuan, a development zone and a chemical park, since 2020. */
export async function world(): Promise<World> {
  const made = await emptyWorld();
  await registerAll(made.deps);
  return made;
}

/** In one append, since most tests only need it to be there. */
export async function registerAll({ store, newId, clock }: Deps): Promise<void> {
  const since = { effectiveFrom: '2020-01-01' };
  const regions = [
    { code: '100000', level: 'COUNTRY', name: { zh: '中国' } },
    { code: '140000', level: 'PROVINCE', name: { zh: '山西省' }, parent: 'region_100000' },
    { code: '140100', level: 'PREFECTURE', name: { zh: '太原市' }, parent: 'region_140000' },
  ].map((region) => readShape(regionRecord, { ...region, ...since }, []));
  const zones = [
    { code: 'kfq', kind: 'DEVELOPMENT_ZONE', name: { zh: '示范开发区' } },
    { code: 'hgyq', kind: 'CHEMICAL_PARK', name: { zh: '示范化工园区' } },
  ].map((zone) =>
    readShape(zoneRecord, { ...zone, ...since, parent: 'region_140100', zoneLevel: 'PROVINCIAL' }, []),
  );
  const time = clock().toISOString();
  await store.appendToRegister(
    null,
    { id: newId(), actor: 'admin', time, action: 'REGISTER', reason: '初始登记' },
    { jurisdictions: [...regions, ...zones] },
  );
}

export const entryInput = (code: string, said: object = {}) => ({
  code,
  measure: 'PROHIBITED',
  text: { zh: `禁止事项 ${code}` },
  industries: { include: ['2511'] },
  basis: [{ document: '山西省示范目录' }],
  ...said,
});

/** Steps in the life of the catalog `shanxi` of Shanxi, each by somebody who may. */
export const shanxi = {
  catalog: 'catalog_shanxi',
  create: (deps: Deps, said: { readonly key?: string; readonly jurisdiction?: string } = {}) =>
    createCatalog(deps, person('wang', 'editor:region_100000'), {
      jurisdiction: 'region_140000',
      key: 'shanxi',
      title: { zh: '山西省示范目录' },
      reason: '新建',
      ...said,
    }),
  open: (deps: Deps, basedOn?: number) =>
    openDraft(deps, WANG, { catalog: 'catalog_shanxi', basedOn, reason: '编制' }),
  put: (deps: Deps, on: CatalogRead, entries: readonly object[], by: Actor = WANG) =>
    putEntries(deps, by, {
      catalog: 'catalog_shanxi',
      expectedRevision: on.revision,
      entries,
      reason: '填写条目',
    }),
  define: (deps: Deps, on: CatalogRead, facts: readonly FactDefinition[], by: Actor = WANG) =>
    putDefinitions(deps, by, {
      catalog: 'catalog_shanxi',
      expectedRevision: on.revision,
      facts,
      reason: '定义事项',
    }),
  submit: (deps: Deps, on: CatalogRead) =>
    submitDraft(deps, WANG, { catalog: 'catalog_shanxi', expectedRevision: on.revision, reason: '提交' }),
  publish: (deps: Deps, on: CatalogRead, said: { readonly effectiveFrom?: string } = {}, by: Actor = ZHAO) =>
    acknowledgingIdle((acknowledge) =>
      publishDraft(deps, by, {
        catalog: 'catalog_shanxi',
        contentHash: on.state.draft!.contentHash,
        effectiveFrom: '2026-11-23',
        acknowledge,
        reason: '发布',
        ...said,
      }),
    ),
};

/** What tests put into catalogs is often idle, the same entry twice or a fact for nobody; that is not their matter. */
async function acknowledgingIdle<T>(publish: (acknowledge: Acknowledgement[]) => Promise<T>): Promise<T> {
  try {
    return await publish([]);
  } catch (error) {
    const idle = error instanceof Refusals ? error.refusals.filter(isOfIdle) : [];
    if (!(error instanceof Refusals) || idle.length < error.refusals.length) throw error;
    return publish(
      idle.map(({ details }) => ({
        rule: String(details.rule),
        entry: details.entry as string | null,
      })),
    );
  }
}
const isOfIdle = ({ code, details }: Refusal): boolean =>
  code === 'ACKNOWLEDGEMENT_REQUIRED' && ['PR-30', 'PR-34'].includes(String(details.rule));

/** A draft of `shanxi` with entries, just put. */
export async function draftWith(deps: Deps, entries: readonly object[]): Promise<CatalogRead> {
  await shanxi.create(deps);
  return shanxi.put(deps, await shanxi.open(deps), entries);
}

/** `shanxi` published with entries, in force from the day of publication unless told. */
export async function publishedWith(
  deps: Deps,
  entries: readonly object[],
  said: { readonly effectiveFrom?: string } = {},
): Promise<CatalogRead> {
  const submitted = await shanxi.submit(deps, await draftWith(deps, entries));
  return shanxi.publish(deps, submitted, said);
}

/** A change of the register with its confirmation by another admin, where it takes two persons: the record. */
export async function agreed(
  deps: Deps,
  change: Promise<Entered>,
  by: Actor = DEPUTY,
): Promise<JurisdictionRecord> {
  const { record, proposal } = await change;
  if (record) return record;
  const { jurisdiction } = await confirm(deps, by, proposalId('register', proposal.number));
  return jurisdiction!;
}

export const confirm = (deps: Deps, by: Actor | null, proposal: string) =>
  confirmProposal(deps, by, { proposal, reason: '情况属实' });

/** Version 1 of `shanxi` to withdraw from a day on, or the catalog to repeal by it. */
export const withdrawal = (said: { readonly repeal?: boolean; readonly number?: number } = {}) => ({
  catalog: shanxi.catalog,
  number: 1,
  effectiveFrom: '2026-12-01',
  reason: '有误',
  ...said,
});

/** What is proposed by Zhao, and the id by which another confirms it. */
export async function proposed(deps: Deps, said: Parameters<typeof withdrawal>[0] = {}): Promise<string> {
  const { proposal } = await proposeWithdrawal(deps, ZHAO, withdrawal(said));
  return proposalId(shanxi.catalog, proposal.number);
}

/** What a step came to: `done`, or the codes it was refused with. */
export async function outcome(step: Promise<unknown>): Promise<string> {
  const refusals = await refusalsOf(step);
  return refusals.length > 0 ? refusals.map(({ code }) => code).join(' ') : 'done';
}

/** What a step was refused with; every message has all its details, in both languages. */
export async function refusalsOf(step: Promise<unknown>): Promise<readonly Refusal[]> {
  try {
    await step;
    return [];
  } catch (error) {
    const refusals = error instanceof Refusal ? [error] : error instanceof Refusals ? error.refusals : [];
    if (refusals.length === 0) throw error;
    for (const refusal of refusals)
      for (const locale of ['zh', 'en'] as const)
        expect(refusal.text(locale), refusal.code).not.toMatch(/“”|""|undefined|\{\w+\}/);
    return refusals;
  }
}
