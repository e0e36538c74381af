import { linkAllDecisions } from '../../services/operations/seals/link-decisions.ts';
import { sealHeads } from '../../services/operations/seals/seal-heads.ts';
import { sealing } from '../operations/sealing.ts';
import {
  ADD_TO_BATCH,
  CHANGE_ZONE,
  CLOSE_BATCH,
  CREATE,
  CREATE_BATCH,
  DECIDE,
  does,
  PARK,
  PROPOSE_WITHDRAWAL,
  PROVINCE,
  prohibited,
  region,
  restricted,
  type Shanxi,
  STAGE,
  SUBMIT,
  startShanxi,
  zone,
} from './seed.ts';

// What the rows of `access.test.ts` are asked of.

export const reason = '办理';
export const PROJECT_CODE = '2603-140881-89-05-346948';
export const confirmations = [
  { catalog: 'catalog_park', entry: '1', exception: 'e', confirmed: true, document: '晋政纪要1号' },
];

export const NO_DECISION = `decision_${'0'.repeat(40)}`;
export const NO_BATCH = `batch_${'0'.repeat(40)}`;
export const OTHER_CITY = 'region_140900';
export const OTHER_PARK = 'zone_140981';
export const INNER_PARK = 'zone_140881-1';

/** A park in a city, a park inside it and one elsewhere; a catalog in force, one with a draft, and a decision. */
export interface World {
  readonly api: Shanxi;
  /** Id of a decision of the park. */
  readonly decision: string;
  /** Ids of a proposal about a catalog of the park, and of one about the park. */
  readonly proposed: string;
  readonly inRegister: string;
  /** A staged edit of `drafted`. */
  readonly staged: string;
  /** Id of a batch of the park. */
  readonly batch: string;
}

export async function startWorld(): Promise<World> {
  const api = await startShanxi();
  await region(api.admin, { code: '140900', level: 'PREFECTURE', name: { zh: '忻州市' }, parent: PROVINCE });
  await zone(api.admin, {
    code: '140981',
    name: { zh: '原平园区' },
    kind: 'INDUSTRIAL_PARK',
    parent: OTHER_CITY,
  });
  await zone(api.admin, { code: '140881-1', name: { zh: '园中园' }, kind: 'INDUSTRIAL_PARK', parent: PARK });
  const exceptions = [{ key: 'e', text: { zh: '除外' }, discretionary: true }];
  await api.publish({ key: 'park', entries: [restricted('1', { exceptions })] });
  const draft = await api.draft({ key: 'drafted', entries: [prohibited('1')] });
  const { staged } = await does(api.editor, STAGE, {
    catalog: draft.id,
    expectedRevision: draft.revision,
    entries: [prohibited('2')],
  });
  await created(api, 'untouched');
  const proposed = await withdrawalProposed(api, 'proposed');
  const inRegister = await changeProposed(api, 'first');
  const project = { zone: PARK, projectCode: PROJECT_CODE };
  const { decision } = await does(api.officer, DECIDE, { project, idempotencyKey: 'first' });
  await linkAllDecisions(api.deps);
  await sealHeads(api.deps, sealing());
  const batch = await batchOf(api, 'first');
  return { api, decision: decision.id, proposed, inRegister, staged: staged.id, batch };
}

export const named = (zh: string) => ({ name: { zh }, effectiveFrom: '2026-01-01', reason });
/** A name from today on, which takes one person. */
export const renamed = (zh: string) => ({ ...named(zh), effectiveFrom: '2026-12-01' });
export const newZone = (code: string) => ({
  ...named(code),
  code,
  parent: PARK,
  kind: 'INDUSTRIAL_PARK',
  zoneLevel: 'OTHER',
});
export const factOf = (name: string, key: string) => ({
  key: `${key}.${name}`,
  type: 'FLAG',
  name: { zh: '事项' },
  question: { zh: '是否？' },
});

export async function created(api: Shanxi, key: string): Promise<string> {
  await does(api.editor, CREATE, { jurisdiction: PARK, key, title: { zh: '目录' }, reason });
  return `catalog_${key}`;
}
/** A catalog with a draft of one entry and one fact. */
export async function drafted(api: Shanxi, key: string): Promise<DraftSeen> {
  const draft = await api.draft({ key, entries: [prohibited('1')], facts: [factOf('fact', key)] });
  return { catalog: draft.id, expectedRevision: draft.revision };
}
/** A catalog with a draft in review. */
export async function inReview(api: Shanxi, key: string): Promise<DraftSeen> {
  const { id, revision } = await api.draft({ key, entries: [prohibited('1')] });
  const { draft } = await does(api.editor, SUBMIT, { catalog: id, expectedRevision: revision, reason });
  return { catalog: id, expectedRevision: draft.revision };
}
interface DraftSeen {
  readonly catalog: string;
  readonly expectedRevision: number;
}
/** The same, and what of it is to be published. */
export async function submitted(api: Shanxi, key: string): Promise<{ catalog: string; contentHash: string }> {
  const { id, revision, contentHash } = await api.draft({ key, entries: [prohibited('1')] });
  await does(api.editor, SUBMIT, { catalog: id, expectedRevision: revision, reason });
  return { catalog: id, contentHash };
}
/** A catalog with a version in force. */
export async function published(api: Shanxi, key: string): Promise<{ catalog: string; number: number }> {
  const { number } = await api.publish({ key, entries: [prohibited('1')] });
  return { catalog: `catalog_${key}`, number };
}

/** A batch of the park with a chunk of one row. */
export async function batchOf(api: Shanxi, idempotencyKey: string): Promise<string> {
  const input = { label: '批次', jurisdiction: PARK, idempotencyKey };
  const { batch } = await does(api.officer, CREATE_BATCH, input);
  await does(api.officer, ADD_TO_BATCH, {
    batch: batch.id,
    index: 0,
    rows: [{ zone: PARK, projectCode: PROJECT_CODE }],
  });
  return batch.id;
}

/** The same, closed. */
export async function closedBatchOf(api: Shanxi, idempotencyKey: string): Promise<string> {
  const batch = await batchOf(api, idempotencyKey);
  await does(api.officer, CLOSE_BATCH, { batch, chunks: 1, rows: 1 });
  return batch;
}

/** A proposal to withdraw the version of a catalog. */
export async function withdrawalProposed(api: Shanxi, key: string): Promise<string> {
  const input = { ...(await published(api, key)), effectiveFrom: '2027-01-01', reason };
  return (await does(api.publisher, PROPOSE_WITHDRAWAL, input)).proposal.id;
}
/** A proposal to change the positioning of the park. */
export async function changeProposed(api: Shanxi, industry: string): Promise<string> {
  const input = { zone: PARK, positioning: [industry], effectiveFrom: '2026-12-01', reason };
  return (await does(api.admin, CHANGE_ZONE, input)).proposal.id;
}

export function list(filter: string): string {
  return `decisions(filter: { ${filter} }, first: 1) { edges { cursor node { id } } pageInfo { hasNextPage endCursor } }`;
}
export function ofCatalog(key: string, fields: string): string {
  return `catalog(id: "catalog_${key}") { ${fields} }`;
}
