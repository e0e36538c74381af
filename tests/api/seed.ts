import { type Answer, type Person, startApi, type TestApi } from '../testkit/api.ts';
import { type Content, contentOf } from '../testkit/store.ts';

/** An API with a country, a province, a city and a chemical park in it, and the people who work there. */
export interface Shanxi extends TestApi {
  /** Of the country, and so of everything. */
  readonly admin: Person;
  /** Another admin and another publisher of the country, for what takes two persons. */
  readonly deputy: Person;
  readonly chief: Person;
  readonly editor: Person;
  readonly publisher: Person;
  readonly officer: Person;
  /** Has a version in force from `effectiveFrom` on; the answer is the version. */
  readonly publish: (catalog: CatalogSeed) => Promise<PublishedSeed>;
  /** A draft with these entries, not submitted. */
  readonly draft: (catalog: CatalogSeed) => Promise<DraftSeed>;
}
export interface CatalogSeed {
  readonly key: string;
  /** Id of the jurisdiction; the park where not given. */
  readonly of?: string;
  readonly title?: { readonly zh: string; readonly en?: string };
  readonly entries?: readonly object[];
  readonly facts?: readonly object[];
  readonly lists?: readonly object[];
  readonly products?: readonly object[];
  /** Warnings that the publisher accepts. */
  readonly acknowledge?: readonly object[];
  readonly effectiveFrom?: string;
  readonly effectiveTo?: string;
}
export interface DraftSeed {
  readonly id: string;
  readonly revision: number;
  readonly contentHash: string;
}
export interface PublishedSeed {
  readonly id: string;
  readonly number: number;
  readonly contentHash: string;
}

export const COUNTRY = 'region_100000';
export const PROVINCE = 'region_140000';
export const CITY = 'region_140800';
export const PARK = 'zone_140881';

export async function startShanxi(content?: Content): Promise<Shanxi> {
  registered ??= registerShanxi();
  const api = await startApi(undefined, content ?? (await registered));
  const admin = api.as('zhao', `admin:${COUNTRY}`);
  const editor = api.as('qian', `editor:${COUNTRY}`);
  const publisher = api.as('sun', `publisher:${COUNTRY}`);
  const officer = api.as('li', `officer:${PARK}`);
  const deputy = api.as('zheng', `admin:${COUNTRY}`);
  const chief = api.as('wei', `publisher:${COUNTRY}`);
  const draft: Shanxi['draft'] = (seed) => draftOf(editor, seed);
  const publish: Shanxi['publish'] = async (seed) => {
    const { id, revision, contentHash } = await draft(seed);
    await does(editor, SUBMIT, { catalog: id, expectedRevision: revision, reason: '报送' });
    const { effectiveFrom = '2026-01-01', effectiveTo, acknowledge } = seed;
    const input = {
      catalog: id,
      contentHash,
      effectiveFrom,
      effectiveTo,
      retroactiveReason: '按印发日期执行',
      reason: '印发',
    };
    const published = await publishIdleToo(publisher, input, acknowledge ?? []);
    return published.version;
  };
  return { ...api, admin, deputy, editor, publisher, chief, officer, draft, publish };
}

/** Registered once: every test begins with a copy. */
let registered: Promise<Content> | undefined;
async function registerShanxi(): Promise<Content> {
  const api = await startApi();
  const admin = api.as('zhao', `admin:${COUNTRY}`);
  await region(admin, { code: '100000', level: 'COUNTRY', name: { zh: '中国', en: 'China' } });
  await region(admin, { code: '140000', level: 'PROVINCE', name: { zh: '山西省' }, parent: COUNTRY });
  await region(admin, { code: '140800', level: 'PREFECTURE', name: { zh: '运城市' }, parent: PROVINCE });
  await zone(admin, {
    code: '140881',
    name: { zh: '永济化工园区', en: 'Yongji Chemical Park' },
    kind: 'CHEMICAL_PARK',
    riskGrade: 'C',
    areas: [
      { key: 'core', name: { zh: '核心区' } },
      { key: 'east', name: { zh: '东片区' } },
    ],
  });
  return contentOf(api);
}

/** Does something to Shanxi once, and starts tests with copies of what came of it. */
export function prepared<T>(
  prepare: (api: Shanxi) => Promise<T>,
): () => Promise<{ readonly api: Shanxi; readonly made: T }> {
  let done: Promise<{ readonly content: Content; readonly made: T }> | undefined;
  const once = async () => {
    const api = await startShanxi();
    const made = await prepare(api);
    return { content: await contentOf(api), made };
  };
  return async () => {
    done ??= once();
    const { content, made } = await done;
    return { api: await startShanxi(content), made };
  };
}

/**
 * What tests put into catalogs is often idle, the same entry twice or a fact for nobody, or lets relocations pass; that
 * is not their matter.
 */
async function publishIdleToo(publisher: Person, input: object, acknowledge: readonly object[]) {
  const first = payloadOf(await publisher.ask(PUBLISH_TELLING, { input: { ...input, acknowledge } }));
  const idle = first.userErrors.filter(({ rule }: { rule?: string }) =>
    ['PR-30', 'PR-34', 'PR-36'].includes(rule ?? ''),
  );
  if (first.version) return first;
  if (idle.length < first.userErrors.length) throw new Error(JSON.stringify(first.userErrors));
  const told = idle.map(({ rule, entry }: { rule: string; entry: string | null }) => ({ rule, entry }));
  return does(publisher, PUBLISH, { ...input, acknowledge: [...acknowledge, ...told] });
}

export async function region(admin: Person, input: object): Promise<void> {
  await does(admin, REGISTER_REGION, { effectiveFrom: '2020-01-01', reason: '建立名录', ...input });
}

export async function zone(admin: Person, input: object): Promise<void> {
  await does(admin, REGISTER_ZONE, zoneInput(input));
}
export const zoneInput = (input: object) => ({
  parent: CITY,
  zoneLevel: 'PROVINCIAL',
  effectiveFrom: '2020-01-01',
  reason: '建立名录',
  ...input,
});

/** The catalog where it is new, its draft, and what is put into it. */
async function draftOf(editor: Person, seed: CatalogSeed): Promise<DraftSeed> {
  const {
    key,
    of = PARK,
    title = { zh: `${key} 目录` },
    entries = [],
    facts = [],
    lists = [],
    products = [],
  } = seed;
  const id = `catalog_${key}`;
  const known = await editor.ask('query ($id: ID!) { catalog(id: $id) { id } }', { id });
  if (!known.data.catalog) await does(editor, CREATE, { jurisdiction: of, key, title, reason: '新建' });
  let { draft } = await does(editor, OPEN, { catalog: id, reason: '起草' });
  if (facts.length + lists.length + products.length > 0)
    ({ draft } = await does(editor, DEFINE, {
      catalog: id,
      expectedRevision: draft.revision,
      facts,
      lists,
      products,
      reason: '定义',
    }));
  if (entries.length > 0)
    ({ draft } = await does(editor, PUT, {
      catalog: id,
      expectedRevision: draft.revision,
      // A seed says all of an entry.
      mode: 'REPLACE',
      entries,
      reason: '录入',
    }));
  return { id, ...draft };
}

/** Makes a change that must succeed. @throws Error with what was refused */
// biome-ignore lint/suspicious/noExplicitAny: tests say themselves what they expect to find
export async function does(person: Person, mutation: string, input: object): Promise<any> {
  const payload = payloadOf(await person.ask(mutation, { input }));
  if (payload.userErrors.length > 0) throw new Error(JSON.stringify(payload.userErrors));
  return payload;
}

/** Makes a change of the register, and has it confirmed where it takes two persons: what was changed. */
export async function agreed(
  { admin, deputy }: Pick<Shanxi, 'admin' | 'deputy'>,
  mutation: string,
  input: object,
  // biome-ignore lint/suspicious/noExplicitAny: tests say themselves what they expect to find
): Promise<any> {
  const { proposal, ...done } = await does(admin, mutation, input);
  return proposal ? confirms(deputy, proposal.id) : done;
}

/** Withdraws a version or repeals a catalog, as two persons do. */
export async function withdraws({ publisher, chief }: Shanxi, input: object): Promise<void> {
  const { proposal } = await does(publisher, PROPOSE_WITHDRAWAL, input);
  await confirms(chief, proposal.id);
}

export const confirms = (person: Person, proposal: string) =>
  does(person, CONFIRM, { proposal, reason: '情况属实' });

/** The payload of the one mutation of an answer. */
// biome-ignore lint/suspicious/noExplicitAny: tests say themselves what they expect to find
export function payloadOf({ data, errors }: Answer): any {
  if (errors) throw new Error(JSON.stringify(errors));
  return Object.values(data)[0];
}

const ERRORS = 'userErrors { __typename code path message(locale: EN) }';
const PROPOSAL = 'proposal { id }';
const DRAFT = `draft { revision status contentHash entryCount editors barredFromPublishing } ${ERRORS}`;

export const REGISTER_REGION = `mutation ($input: RegisterRegionInput!) {
  registerRegion(input: $input) { region { id name { zh } } ${PROPOSAL} ${ERRORS} } }`;
export const REGISTER_ZONE = `mutation ($input: RegisterZoneInput!) {
  registerZone(input: $input) { zone { id name { zh } } ${PROPOSAL} ${ERRORS} } }`;
export const CHANGE_REGION = `mutation ($input: ChangeRegionInput!) {
  changeRegion(input: $input) { region { id name { zh } effectiveFrom parent { id } } ${PROPOSAL} ${ERRORS} } }`;
export const CHANGE_ZONE = `mutation ($input: ChangeZoneInput!) {
  changeZone(input: $input) { zone { id name { zh } effectiveFrom parent { id } } ${PROPOSAL} ${ERRORS} } }`;
export const CLOSE = `mutation ($input: CloseJurisdictionInput!) {
  closeJurisdiction(input: $input) { ${PROPOSAL} ${ERRORS} } }`;
export const CREATE = `mutation ($input: CreateCatalogInput!) {
  createCatalog(input: $input) { catalog { id key title { zh } } ${ERRORS} } }`;
export const OPEN = `mutation ($input: OpenDraftInput!) { openDraft(input: $input) { ${DRAFT} } }`;
export const PUT = `mutation ($input: PutEntriesInput!) { putEntries(input: $input) { ${DRAFT} } }`;
export const STAGE = `mutation ($input: StageEntriesInput!) {
  stageEntries(input: $input) { staged { id codes contentHash entryCount } ${ERRORS} } }`;
export const APPLY = `mutation ($input: ApplyStagedEditInput!) { applyStagedEdit(input: $input) { ${DRAFT} } }`;
export const DEFINE = `mutation ($input: PutDefinitionsInput!) { putDefinitions(input: $input) { ${DRAFT} } }`;
export const REMOVE = `mutation ($input: RemoveEntriesInput!) { removeEntries(input: $input) { ${DRAFT} } }`;
export const SUBMIT = `mutation ($input: SubmitDraftInput!) { submitDraft(input: $input) { ${DRAFT} } }`;
export const PUBLISH = `mutation ($input: PublishDraftInput!) {
  publishDraft(input: $input) { version { id number contentHash } ${ERRORS} } }`;
export const CHANGE = `mutation ($input: ChangeDetailsInput!) { changeDetails(input: $input) { ${DRAFT} } }`;
export const REMOVE_DEFINITIONS = `mutation ($input: RemoveDefinitionsInput!) {
  removeDefinitions(input: $input) { ${DRAFT} } }`;
export const RETURN = `mutation ($input: ReturnDraftInput!) { returnDraft(input: $input) { ${DRAFT} } }`;
export const DISCARD = `mutation ($input: DiscardDraftInput!) {
  discardDraft(input: $input) { catalog { id draft { revision } } ${ERRORS} } }`;
export const PROPOSE_WITHDRAWAL = `mutation ($input: ProposeWithdrawalInput!) {
  proposeWithdrawal(input: $input) { ${PROPOSAL} ${ERRORS} } }`;
export const PROPOSE_REVERSAL = `mutation ($input: ProposeRepealReversalInput!) {
  proposeRepealReversal(input: $input) { ${PROPOSAL} ${ERRORS} } }`;
export const CONFIRM = `mutation ($input: ConfirmProposalInput!) {
  confirmProposal(input: $input) {
    catalog { id repealedFrom } jurisdiction { id closed effectiveFrom name { zh } } ${ERRORS} } }`;
export const WITHDRAW_PROPOSAL = `mutation ($input: WithdrawProposalInput!) {
  withdrawProposal(input: $input) { catalog { id } jurisdiction { id } ${ERRORS} } }`;
const PUBLISH_TELLING = PUBLISH.replace('code path', 'code path ... on PublicationRuleError { rule entry }');
export const DECIDE = `mutation ($input: DecideAdmissionInput!) {
  decideAdmission(input: $input) { decision { id receipt assessment { outcome on } } ${ERRORS} } }`;

export const CREATE_BATCH = `mutation ($input: CreateBatchInput!) {
  createBatch(input: $input) { batch { id label on rows } ${ERRORS} } }`;
export const ADD_TO_BATCH = `mutation ($input: AddToBatchInput!) {
  addToBatch(input: $input) { chunk { index rows situations addedBy outcomes { outcome rows } results {
    ref outcome assessment { outcome on } userErrors { code path zh: message en: message(locale: EN) } } } ${ERRORS} } }`;
export const CLOSE_BATCH = `mutation ($input: CloseBatchInput!) {
  closeBatch(input: $input) { batch { id closedAt closedBy } ${ERRORS} } }`;

export const DECIDE_BATCH = `mutation ($input: DecideBatchInput!) {
  decideBatch(input: $input) { next remaining rows { row { chunk row ref decision { id } } userErrors { __typename code message(locale: EN) }
    decision { id receipt decidedBy onReason assessment { outcome on } batch { id chunk row batch { label } } } } ${ERRORS} } }`;

/** An entry that prohibits, with all that the publication rules ask for. */
export const prohibited = (code: string, more: object = {}): object => ({
  code,
  measure: 'PROHIBITED',
  text: { zh: `禁止 ${code}` },
  basis: [{ document: '某某产业禁限目录', number: '晋某发〔2025〕1号', article: '第一条' }],
  ...more,
});

/** A second park of the city: lists can name several. */
export const OTHER_PARK = 'zone_140882';

/** A world for lists: 2611 is refused, 2614 comes under a condition, what becomes of 2631 the third entry says. */
export const forLists =
  (third: object, catalog: object = {}) =>
  async (api: Shanxi): Promise<void> => {
    await zone(api.admin, { code: '140882', name: { zh: '河津园区' }, kind: 'INDUSTRIAL_PARK' });
    await api.publish({
      key: 'city',
      of: CITY,
      ...catalog,
      entries: [
        prohibited('1', { industries: { include: ['2611'] } }),
        restricted('2', { industries: { include: ['2614'] } }),
        prohibited('3', { industries: { include: ['2631'] }, ...third }),
      ],
    });
  };
/** A row of a list. */
export const listed = (ref: string, industry: string, more: object = {}) => ({
  zone: PARK,
  ref,
  industries: [industry],
  natures: ['NEW_BUILD'],
  ...more,
});

/** An entry that restricts; without more it asks for a document. */
export const restricted = (code: string, more: object = {}): object => ({
  ...prohibited(code),
  measure: 'RESTRICTED',
  text: { zh: `限制 ${code}` },
  requirements: [{ key: 'opinion', text: { zh: '取得主管部门意见' }, evidence: { zh: '意见原件' } }],
  ...more,
});
