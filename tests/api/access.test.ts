import { buildSchema, type GraphQLObjectType, isObjectType } from 'graphql';
import { beforeAll, describe, expect, test } from 'vitest';
import { typeDefs } from '../../graphql/type-defs.ts';
import { ROLES } from '../../services/domain/access/access.ts';
import { ACTION_LABELS } from '../../services/domain/access/access-labels.ts';
import {
  atCity,
  atPark,
  confirmed,
  everybody,
  hidden,
  mutationOf,
  ofRoots,
  open,
  own,
  type Row,
  setBy,
  toRegistrars,
} from './access-rows.ts';
import {
  batchOf,
  changeProposed,
  closedBatchOf,
  created,
  drafted,
  factOf,
  inReview,
  list,
  named,
  newZone,
  ofCatalog,
  PROJECT_CODE,
  published,
  reason,
  renamed,
  startWorld,
  submitted,
  type World,
  withdrawalProposed,
} from './access-world.ts';
import { CITY, does, PARK, prohibited, STAGE, withdraws, zone } from './seed.ts';

// Who may do what, field by field of Query and Mutation, said here once more and independently of the table in the
// domain. Whoever adds a field adds a row, or the first test fails.

const TABLE: Readonly<Record<string, Row | readonly Row[]>> = {
  'Query.viewer': own('viewer { subject }', 'viewer.subject'),
  'Query.region': open(
    `region(id: "${CITY}") { id name { zh } records { edges { node { effectiveFrom } } } }`,
  ),
  'Query.zone': open(
    `zone(id: "${PARK}") { id name { zh } suspended records { edges { node { effectiveFrom } } } }`,
  ),
  'Query.regions': open('regions { totalCount edges { cursor node { id name { zh } } } }'),
  'Query.zones': open('zones { totalCount edges { cursor node { id } } }'),
  'Query.industry': open('industry(code: "2614") { name { zh } }'),
  'Query.industries': open('industries(search: "炼铁") { code }'),
  'Query.industrySearch': open('industrySearch(search: "炼铁") { industries { code } }'),
  'Query.testedProducts': open(`testedProducts(zone: "${PARK}") { term }`),
  'Query.productTerms': open('productTerms(search: "硅铁") { key }'),
  'Query.substanceLists': open('substanceLists { key }'),
  'Query.majorHazardClasses': open('majorHazardClasses { symbol }'),
  'Query.substances': open('substances(search: "氯") { cas }'),
  'Query.catalog': open('catalog(id: "catalog_park") { title { zh } versions { totalCount } }'),
  'Query.catalogs': open('catalogs { totalCount edges { cursor node { id } } }'),
  'Query.catalogVersion': open(
    'catalogVersion(id: "catalog_park@1") { entries { edges { node { code } } } }',
  ),
  'Query.factDefinitions': open(`factDefinitions(zone: "${PARK}") { key }`),
  'Query.publicationRules': open('publicationRules { code severity }'),
  'Query.checkDraft': hidden(
    ['editor', 'publisher', 'admin'],
    'checkDraft(catalog: "catalog_drafted") { revision }',
    'checkDraft(catalog: "catalog_park") { revision }',
  ),
  'Query.tryEntries': hidden(
    ['editor', 'publisher', 'admin'],
    'tryEntries(catalog: "catalog_drafted", entries: [{ code: "1", measure: PROHIBITED, text: { zh: "禁止" } }]) { entry { catalog { draft { revision } } } }',
    'tryEntries(catalog: "catalog_park", entries: [{ code: "1" }]) { violations { rule } }',
  ),
  'Query.stagedEdit': hidden(
    ['editor'],
    'stagedEdit(catalog: "catalog_drafted", staged: "$staged") { comparison { from { draft { revision } } } }',
    'stagedEdit(catalog: "catalog_drafted", staged: "none") { comparison { from { draft { revision } } } }',
  ),
  'Query.compare': [
    open('compare(from: "catalog_park@1", to: "catalog_park@1") { identical }'),
    hidden(
      ['editor', 'publisher', 'admin'],
      'compare(from: "catalog_drafted@draft", to: "catalog_drafted@draft") { to { draft { revision } } }',
      'compare(from: "catalog_park@draft", to: "catalog_park@draft") { to { draft { revision } } }',
    ),
  ],
  'Query.releaseNotes': open('releaseNotes(version: "catalog_park@1") { to { id } text }'),
  'Query.verifyHistory': hidden(
    ROLES,
    'verifyHistory(catalog: "catalog_drafted") { whole head { revision } }',
    'verifyHistory(catalog: "catalog_none") { whole head { revision } }',
  ),
  'Query.exportHistory': hidden(
    ROLES,
    'exportHistory(catalog: "catalog_drafted") { lines }',
    'exportHistory(catalog: "catalog_none") { lines }',
  ),
  'Query.verifyDecisions': hidden(
    ['officer', 'admin'],
    `verifyDecisions(zone: "${PARK}") { whole head { revision } }`,
    'verifyDecisions(zone: "zone_none") { whole head { revision } }',
  ),
  'Query.exportDecisions': hidden(
    ['officer', 'admin'],
    `exportDecisions(zone: "${PARK}") { lines }`,
    'exportDecisions(zone: "zone_none") { lines }',
  ),
  'Query.registerHistory': toRegistrars(),
  'Query.verifyRegister': ofRoots('verifyRegister { whole }'),
  'Query.exportRegister': ofRoots('exportRegister { lines }'),
  'Query.registerSeal': ofRoots('registerSeal { number }'),
  'Query.node': [
    open(`node(id: "${PARK}") { __typename id }`),
    open('node(id: "catalog_park@1") { __typename id }'),
    hidden(['officer', 'admin'], 'node(id: "$decision") { id }', 'node(id: "$none") { id }'),
    hidden(['officer'], 'node(id: "$batch") { id }', 'node(id: "$noBatch") { id }'),
  ],
  'Query.batch': hidden(['officer'], 'batch(id: "$batch") { id rows }', 'batch(id: "$noBatch") { id rows }'),
  'Query.batches': hidden(
    ['officer'],
    `batches(jurisdiction: "${PARK}", first: 1) { edges { cursor node { id } } pageInfo { hasNextPage endCursor } }`,
    'batches(jurisdiction: "zone_none", first: 1) { edges { cursor node { id } } pageInfo { hasNextPage endCursor } }',
  ),
  'Query.decision': hidden(
    ['officer', 'admin'],
    'decision(id: "$decision") { id }',
    'decision(id: "$none") { id }',
  ),
  'Query.decisionReceipt': open('decisionReceipt(id: "$decision") { outcome receipt }'),
  'Query.decisions': [
    hidden(['officer', 'admin'], list(`zone: "${PARK}"`), list('zone: "zone_none"')),
    hidden(
      ['officer', 'admin'],
      list(`projectCode: "${PROJECT_CODE}"`),
      list('projectCode: "2603-140881-89-05-000000"'),
    ),
  ],
  'Query.assess': [
    open(`assess(project: { zone: "${PARK}" }) { assessment { outcome } userErrors { code } }`),
    confirmed('assess(project: $project) { assessment { outcome } userErrors { code } }'),
  ],
  'Query.assessMany': [
    open(`assessMany(projects: [{ zone: "${PARK}" }]) { assessment { outcome } userErrors { code } }`),
    confirmed('assessMany(projects: [$project]) { assessment { outcome } userErrors { code } }'),
  ],
  'Query.assessInZones': open(
    `assessInZones(project: {}, zones: ["${PARK}"]) { assessment { outcome } userErrors { code } }`,
  ),
  'Query.findZones': open('findZones(project: {}) { totalCount exact counts { count } userErrors { code } }'),
  'Catalog.draft': hidden(
    ['editor', 'publisher', 'admin'],
    ofCatalog('drafted', 'draft { revision }'),
    ofCatalog('park', 'draft { revision }'),
  ),
  'Catalog.seal': hidden(
    ROLES,
    ofCatalog('drafted', 'seal { head { revision } }'),
    ofCatalog('untouched', 'seal { head { revision } }'),
  ),
  'Catalog.history': hidden(
    ROLES,
    ofCatalog('drafted', 'history { edges { node { number } } }'),
    ofCatalog('untouched', 'history { edges { node { number } } }'),
  ),
  'Catalog.proposals': hidden(
    ROLES,
    ofCatalog('proposed', 'proposals { edges { node { id version { number } } } }'),
    ofCatalog('untouched', 'proposals { edges { node { id version { number } } } }'),
  ),
  'Query.proposal': [
    hidden(
      ROLES,
      'proposal(id: "$proposed") { id version { number } }',
      'proposal(id: "proposal_catalog_untouched@1") { id version { number } }',
    ),
    hidden(
      ['admin'],
      'proposal(id: "$inRegister") { id registerChanges { jurisdiction { id } } }',
      'proposal(id: "proposal_register@1") { id }',
    ),
  ],
  'Query.registerProposals': hidden(
    ['admin'],
    'registerProposals { edges { node { id } } totalCount }',
    'registerProposals(first: 1, after: null) { edges { node { id } } totalCount }',
  ),
  'Catalog.entryHistory': hidden(
    ROLES,
    ofCatalog('drafted', 'entryHistory(code: "1") { edges { node { revision { number } } } }'),
    ofCatalog('untouched', 'entryHistory(code: "1") { edges { node { revision { number } } } }'),
  ),

  'Mutation.registerRegion': atCity(['admin'], async (code) => ({
    ...named(code),
    code,
    level: 'COUNTY',
    parent: CITY,
  })),
  'Mutation.registerZone': atPark(['admin'], async (code) => newZone(code)),
  'Mutation.changeRegion': atCity(['admin'], async (code) => ({ ...renamed(code), region: CITY })),
  'Mutation.changeZone': [
    atPark(['admin'], async (code) => ({ ...renamed(code), zone: PARK })),
    atPark(['admin'], async (code) => ({ ...renamed(code), zone: PARK, positioning: [code] })),
  ],
  'Mutation.closeJurisdiction': atPark(['admin'], async (code, api) => {
    await zone(api.admin, newZone(code));
    return { jurisdiction: `zone_${code}`, effectiveFrom: '2026-12-01', reason };
  }),
  'Mutation.createCatalog': atPark(['admin', 'editor'], async (key) => ({
    jurisdiction: PARK,
    key,
    title: { zh: '目录' },
    reason,
  })),
  'Mutation.openDraft': atPark(['editor'], async (key, api) => ({
    catalog: await created(api, key),
    reason,
  })),
  'Mutation.putEntries': atPark(['editor'], async (key, api) => ({
    ...(await drafted(api, key)),
    entries: [prohibited('9')],
    reason,
  })),
  'Mutation.stageEntries': setBy(['editor'], async (key, api) => ({
    ...(await drafted(api, key)),
    entries: [prohibited('9')],
  })),
  'Mutation.applyStagedEdit': atPark(['editor'], async (key, api) => {
    const draft = await drafted(api, key);
    const { staged } = await does(api.editor, STAGE, { ...draft, entries: [prohibited('9')] });
    return { catalog: draft.catalog, staged: staged.id, reason };
  }),
  'Mutation.removeEntries': atPark(['editor'], async (key, api) => ({
    ...(await drafted(api, key)),
    codes: ['1'],
    reason,
  })),
  'Mutation.putDefinitions': atPark(['editor'], async (key, api) => ({
    ...(await drafted(api, key)),
    facts: [factOf('other', key)],
    reason,
  })),
  'Mutation.submitDraft': atPark(['editor'], async (key, api) => ({ ...(await drafted(api, key)), reason })),
  'Mutation.publishDraft': atPark(['publisher'], async (key, api) => ({
    ...(await submitted(api, key)),
    effectiveFrom: '2027-01-01',
    // Every catalog here says the same, so the next one changes nothing.
    acknowledge: [{ rule: 'PR-30', entry: '1' }],
    reason,
  })),
  'Mutation.changeDetails': atPark(['editor'], async (key, api) => ({
    ...(await drafted(api, key)),
    issuer: '管委会',
    reason,
  })),
  'Mutation.removeDefinitions': atPark(['editor'], async (key, api) => ({
    ...(await drafted(api, key)),
    facts: [`${key}.fact`],
    reason,
  })),
  'Mutation.returnDraft': atPark(['editor', 'publisher'], async (key, api) => ({
    ...(await inReview(api, key)),
    reason,
  })),
  'Mutation.discardDraft': atPark(['editor'], async (key, api) => ({ ...(await drafted(api, key)), reason })),
  'Mutation.proposeWithdrawal': atPark(['editor', 'publisher'], async (key, api) => ({
    ...(await published(api, key)),
    effectiveFrom: '2027-01-01',
    reason,
  })),
  'Mutation.proposeRepealReversal': atPark(['editor', 'publisher'], async (key, api) => {
    const { catalog, number } = await published(api, key);
    await withdraws(api, { catalog, number, effectiveFrom: '2027-01-01', repeal: true, reason });
    return { catalog, reason };
  }),
  'Mutation.confirmProposal': [
    atPark(['publisher'], async (key, api) => ({ proposal: await withdrawalProposed(api, key), reason })),
    // Whoever keeps no part of the register that it concerns is not told of it.
    atPark(
      ['admin'],
      async (code, api) => ({ proposal: await changeProposed(api, code), reason }),
      'UNKNOWN_PROPOSAL',
    ),
  ],
  'Mutation.withdrawProposal': [
    atPark(['editor', 'publisher'], async (key, api) => ({
      proposal: await withdrawalProposed(api, key),
      reason,
    })),
    atPark(
      ['admin'],
      async (code, api) => ({ proposal: await changeProposed(api, code), reason }),
      'UNKNOWN_PROPOSAL',
    ),
  ],
  'Mutation.createBatch': atPark(['officer'], async (idempotencyKey) => ({
    label: '批次',
    jurisdiction: PARK,
    idempotencyKey,
  })),
  // Whoever does not handle batches of the jurisdiction is not told of it.
  'Mutation.addToBatch': atPark(
    ['officer'],
    async (key, api) => ({ batch: await batchOf(api, key), index: 1, rows: [{ zone: PARK }] }),
    'UNKNOWN_BATCH',
  ),
  'Mutation.closeBatch': atPark(
    ['officer'],
    async (key, api) => ({ batch: await batchOf(api, key), chunks: 1, rows: 1 }),
    'UNKNOWN_BATCH',
  ),
  'Mutation.uploadList': setBy(
    ['officer'],
    async (key, api) => ({ batch: await batchOf(api, key), format: 'CSV', bytes: 1 }),
    'UNKNOWN_BATCH',
  ),
  'Mutation.decideBatch': atPark(
    ['officer'],
    async (key, api) => ({ batch: await closedBatchOf(api, key) }),
    'UNKNOWN_BATCH',
  ),
  'Mutation.decideAdmission': atPark(['officer'], async (idempotencyKey) => ({
    project: { zone: PARK, projectCode: PROJECT_CODE },
    idempotencyKey,
  })),
};

let world: World;
beforeAll(async () => {
  world = await startWorld();
});

const schema = buildSchema(typeDefs);
const fieldsOf = (type: 'Query' | 'Mutation'): readonly string[] =>
  Object.keys((schema.getType(type) as GraphQLObjectType).getFields()).map((name) => `${type}.${name}`);
const restrictedFields = Object.keys(TABLE).filter((name) => !/^(Query|Mutation)\./.test(name));

test('every field of Query and Mutation has its row here, and nothing else has', () => {
  const fields = [...fieldsOf('Query'), ...fieldsOf('Mutation'), ...restrictedFields];
  expect(Object.keys(TABLE).sort()).toEqual([...fields].sort());
});

test('every change of the API stands under its action in docs/access.md, and nothing that does not exist', () => {
  const listed = Object.values(ACTION_LABELS).flatMap(({ fields }) => fields);
  expect(fieldsOf('Mutation').filter((field) => !listed.includes(field))).toEqual([]);
  const unknown = listed.filter((field) => {
    const [type, name] = field.split('.');
    const of = schema.getType(type!);
    return !isObjectType(of) || !(name! in of.getFields());
  });
  expect(unknown).toEqual([]);
});

const rows = Object.entries(TABLE).flatMap(([field, row]) =>
  [row].flat().map((one) => [field, one] as const),
);
describe.each(rows)('%s', (field, row) => {
  test('answers everybody as the row says', async () => {
    const people = everybody(world, row.at);
    await row.check(
      world,
      field,
      people.filter(row.may),
      people.filter((person) => !row.may(person)),
    );
  });
});

test('a refused edit does not tell whether there is a draft', async () => {
  const edits = [
    'openDraft',
    'putEntries',
    'stageEntries',
    'applyStagedEdit',
    'removeEntries',
    'putDefinitions',
    'removeDefinitions',
    'changeDetails',
    'submitDraft',
    'returnDraft',
    'discardDraft',
    'publishDraft',
  ];
  const inputs: Record<string, object> = {
    putEntries: { entries: [prohibited('1')] },
    stageEntries: { entries: [prohibited('1')] },
    applyStagedEdit: { staged: 'none' },
    removeEntries: { codes: ['1'] },
    removeDefinitions: { facts: ['x.fact'] },
    changeDetails: { issuer: '管委会' },
    publishDraft: { contentHash: 'x', effectiveFrom: '2027-01-01' },
  };
  for (const name of edits) {
    const expectedRevision = /open|publish|apply/.test(name) ? {} : { expectedRevision: 1 };
    const on = async (catalog: string) => {
      const facts = name === 'putDefinitions' ? { facts: [factOf('fact', catalog)] } : {};
      const why = name === 'stageEntries' ? {} : { reason };
      const input = { catalog: `catalog_${catalog}`, ...why, ...expectedRevision, ...inputs[name], ...facts };
      return (await world.api.as('wu', `officer:${PARK}`).ask(mutationOf(`Mutation.${name}`), { input }))
        .body;
    };
    expect(await on('drafted'), name).toBe(await on('park'));
  }
});
