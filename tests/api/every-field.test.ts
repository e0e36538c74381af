import {
  buildSchema,
  type GraphQLField,
  type GraphQLNamedType,
  getNamedType,
  isAbstractType,
  isCompositeType,
  isNonNullType,
  isObjectType,
} from 'graphql';
import { beforeAll, expect, test } from 'vitest';
import { typeDefs } from '../../graphql/type-defs.ts';
import { linkAllDecisions } from '../../services/operations/seals/link-decisions.ts';
import { sealHeads } from '../../services/operations/seals/seal-heads.ts';
import { sealing } from '../operations/sealing.ts';
import {
  ADD_TO_BATCH,
  agreed,
  CHANGE,
  CHANGE_REGION,
  CHANGE_ZONE,
  CITY,
  CLOSE_BATCH,
  COUNTRY,
  CREATE,
  CREATE_BATCH,
  confirms,
  DECIDE,
  DECIDE_BATCH,
  does,
  PARK,
  PROPOSE_REVERSAL,
  PROPOSE_WITHDRAWAL,
  PROVINCE,
  prohibited,
  REGISTER_ZONE,
  RETURN,
  restricted,
  type Shanxi,
  STAGE,
  SUBMIT,
  startShanxi,
  withdraws,
  zone,
  zoneInput,
} from './seed.ts';

const schema = buildSchema(typeDefs);

let api: Shanxi;
let decision: string;
let proposal: string;
let staged: string;
let batch: string;

beforeAll(async () => {
  api = await startShanxi();
  await zone(api.admin, { code: '140886', name: { zh: '无目录园区' }, kind: 'INDUSTRIAL_PARK' });
  await does(api.editor, CREATE, {
    jurisdiction: PARK,
    key: 'empty',
    title: { zh: '园区目录' },
    issuer: '管委会',
    documentNumber: '1号',
    reason: '新建',
  });
  const definition = {
    type: 'NUMBER',
    unit: 'km',
    integer: true,
    name: { zh: '距离', en: 'distance' },
    question: { zh: '距离多少公里？', en: 'How far, in km?' },
  };
  // Its definition is used below and lapses before the decision.
  const seen = {
    key: 'province.seen',
    type: 'FLAG',
    name: { zh: '已踏勘' },
    question: { zh: '是否已踏勘？' },
  };
  const unseen = prohibited('7', { when: { flag: { fact: 'province.seen', is: false } } });
  await api.publish({
    key: 'province',
    of: PROVINCE,
    facts: [seen],
    entries: [unseen],
    effectiveTo: '2026-10-31',
  });
  await api.publish({
    key: 'city',
    of: CITY,
    facts: [
      { ...definition, key: 'city.km' },
      { ...definition, key: 'city.free', about: 'ZONE', type: 'FLAG', unit: undefined, integer: undefined },
    ],
    lists: [
      {
        key: 'city.barred',
        name: { zh: '禁止', en: 'barred' },
        members: ['75-44-5'],
        fractions: [{ cas: '75-44-5', fraction: { moreThan: 1 } }],
      },
    ],
    products: [SLAG],
    acknowledge: [{ rule: 'PR-27', entry: '2', reason: '已核' }],
    entries: [
      restricted('1', {
        text: { zh: '限制', en: 'restricted' },
        industries: { include: ['26'], except: ['2611'] },
        natures: ['NEW_BUILD'],
        activities: ['PRODUCE'],
        territory: { include: [PARK], except: ['zone_140886'] },
        when: { number: { fact: 'city.km', unit: 'km', lessThan: '5' } },
        exceptions: [
          {
            key: 'e',
            text: { zh: '除外', en: 'except' },
            when: { flag: { fact: 'combustibleDust', is: false } },
            discretionary: true,
            decidedBy: 'PROVINCE',
          },
        ],
        requirements: [
          {
            key: 'r',
            text: { zh: '条件', en: 'requirement' },
            when: { flag: { fact: 'automaticControl', is: true } },
            evidence: { zh: '材料', en: 'evidence' },
          },
        ],
        printedAs: '（一）1',
        sortedAs: '1.0',
        validFrom: '2026-01-01',
        validTo: '2029-12-31',
        exemptIfApprovedBefore: '2025-01-01',
        deadline: '2027-01-01',
        replacement: { zh: '替代', en: 'replacement' },
        responsibility: { lead: '工信局', cooperating: ['应急局'] },
        basis: [{ document: '文件', number: '1号', article: '一', url: 'https://example.org' }],
        remark: { zh: '备注', en: 'remark' },
      }),
      prohibited('8', {
        when: {
          any: [
            { product: { product: 'city.slag', unit: 't/a', of: 'ADDED', moreThan: '1' } },
            { choice: { fact: 'majorHazardLevel', oneOf: ['ONE'] } },
          ],
        },
      }),
      prohibited('2', { when: { flag: { fact: 'city.free', is: true } } }),
      prohibited('3', { when: { choice: { fact: 'nationalClass', oneOf: ['ELIMINATED'] } } }),
      prohibited('4', { when: { number: { fact: 'city.km', unit: 'km', lessThan: '1' } } }),
      prohibited('6', {
        when: {
          any: [
            { chemical: { substance: { cas: '7782-50-5' } } },
            { choice: { fact: 'majorHazardLevel', oneOf: ['ONE'] } },
          ],
        },
      }),
      unseen,
    ],
    effectiveTo: '2029-12-31',
  });
  await zone(api.admin, {
    code: '140887',
    name: { zh: '自贸片区' },
    kind: 'HIGH_TECH_ZONE',
    positioning: ['equipment'],
    facts: [{ key: 'city.free', value: { flag: true } }],
  });
  const renaming = { name: { zh: '更名' }, effectiveFrom: '2027-01-01', reason: '更名' };
  await does(api.admin, CHANGE_REGION, { region: CITY, ...renaming });
  await does(api.admin, CHANGE_ZONE, { zone: PARK, ...renaming });
  const again = zoneInput({
    code: '140887',
    name: { zh: '自贸片区' },
    kind: 'HIGH_TECH_ZONE',
    positioning: ['equipment', 'materials'],
    facts: [{ key: 'city.free', value: { flag: true } }],
    effectiveFrom: '2026-11-23',
  });
  await agreed(api, REGISTER_ZONE, again);
  const { id, revision } = await api.draft({
    key: 'city',
    of: CITY,
    facts: [{ ...definition, key: 'city.km', unit: 'm' }],
    lists: [{ key: 'city.barred', name: { zh: '禁止', en: 'barred' }, members: ['7782-50-5'] }],
    products: [{ ...SLAG, aliases: ['熔渣料'] }],
    entries: [
      prohibited('3', {
        industries: { include: ['26I4'], except: [] },
        when: { chemical: { substance: { list: 'city.barred' } } },
      }),
      prohibited('5', { text: { zh: '' } }),
    ],
  });
  const { draft } = await does(api.editor, SUBMIT, {
    catalog: id,
    expectedRevision: revision,
    reason: '报送',
  });
  const back = await does(api.publisher, RETURN, {
    catalog: id,
    expectedRevision: draft.revision,
    comments: [{ entry: '5', text: '没有内容' }],
    reason: '退回',
  });
  ({ id: staged } = (
    await does(api.editor, STAGE, {
      catalog: id,
      expectedRevision: back.draft.revision,
      entries: [prohibited('6')],
      products: [{ key: '铁合金', name: { zh: '铁合金' } }],
    })
  ).staged);
  await does(api.editor, CHANGE, {
    catalog: id,
    expectedRevision: back.draft.revision,
    issuer: '市政府',
    documentNumber: '2号',
    reason: '更名',
  });
  await does(api.editor, CREATE, {
    jurisdiction: 'zone_140886',
    key: 'gone',
    title: { zh: '旧目录' },
    issuer: '管委会',
    documentNumber: '1号',
    reason: '新建',
  });
  const gone = await api.publish({ key: 'gone', of: 'zone_140886', entries: [prohibited('1')] });
  await withdraws(api, {
    catalog: 'catalog_gone',
    number: gone.number,
    effectiveFrom: '2027-01-01',
    repeal: true,
    reason: '废止',
  });
  const kept = { key: 'kept', of: 'zone_140886' };
  await api.publish({ ...kept, entries: [prohibited('1')] });
  await api.publish({ ...kept, entries: [prohibited('2')], effectiveFrom: '2026-06-01' });
  await api.publish({ ...kept, entries: [prohibited('3')], effectiveFrom: '2028-01-01' });
  const ofKept = { catalog: 'catalog_kept', reason: '废止' };
  await withdraws(api, { ...ofKept, number: 2, effectiveFrom: '2027-01-01', repeal: true });
  await confirms(api.chief, (await does(api.editor, PROPOSE_REVERSAL, ofKept)).proposal.id);
  const past = { number: 2, effectiveFrom: '2026-07-01', retroactiveReason: '自始无效' };
  proposal = (await does(api.publisher, PROPOSE_WITHDRAWAL, { ...ofKept, ...past })).proposal.id;
  await does(api.admin, CHANGE_ZONE, { ...renaming, zone: PARK, suspended: true });
  // One takes the place of another, and yet another its own.
  const decides = async (supersedes: string | null) => {
    const made = await does(api.as('zheng', `officer:${COUNTRY}`), DECIDE, {
      project: known,
      on: '2026-11-01',
      onReason: '受理日',
      supersedes: supersedes && { decision: supersedes, reason: '更正' },
      idempotencyKey: 'k',
    });
    return made.decision.id;
  };
  decision = await decides(await decides(null));
  await decides(decision);
  const office = api.as('zheng', `officer:${COUNTRY}`);
  const made = { label: '批次', jurisdiction: CITY, on: '2026-11-01', idempotencyKey: 'k' };
  ({
    batch: { id: batch },
  } = await does(office, CREATE_BATCH, made));
  await does(office, ADD_TO_BATCH, { batch, index: 0, rows: [unknown, { ...known, zone: 'zone_none' }] });
  await does(office, CLOSE_BATCH, { batch, chunks: 1, rows: 2 });
  await does(office, DECIDE_BATCH, { batch, onReason: '受理日' });
  await linkAllDecisions(api.deps);
  await sealHeads(api.deps, sealing());
});

const SLAG = {
  key: 'city.slag',
  name: { zh: '炉渣料', en: 'furnace slag' },
  aliases: ['炉渣粒'],
  narrower: ['硅铁'],
  units: ['t/a'],
};

const known = {
  zone: PARK,
  ref: 'r',
  name: '项目',
  on: '2026-11-01',
  projectCode: '2603-140881-89-05-346948',
  unifiedSocialCreditCode: '91350100M000100Y43',
  applicant: '永济某化工有限公司',
  industries: ['C2614'],
  industryEdition: 'GB/T 4754-2017',
  natures: ['NEW_BUILD'],
  activities: ['PRODUCE'],
  areas: ['core'],
  earlierApproval: { approvedOn: '2025-06-01' },
  facts: {
    totalInvestment: 1,
    investmentExcludingLand: 1,
    fixedAssetInvestment: 1,
    equipmentInvestment: 1,
    landArea: { number: 1, unit: '亩' },
    taxPerMu: 1,
    annualEnergy: 1,
    exposedPersons: 1,
    purposes: ['SAFETY'],
    nationalClass: 'PERMITTED',
    hazardousChemicalProject: true,
    processes: ['NITRATION'],
    chemicals: [
      {
        cas: '75-44-5',
        specification: '99%',
        activities: ['STORE'],
        tonnes: 1,
        fraction: 99,
        hazardClasses: ['J1'],
      },
      { name: '胶粘剂', withoutCas: true, activities: ['STORE'] },
    ],
    products: [
      {
        product: 'TDI',
        is: ['TDI'],
        unit: 't',
        capacity: 1,
        addedCapacity: 1,
        lines: 1,
        lineCapacities: [1],
        otherAmounts: [{ unit: 'm³', capacity: 1, addedCapacity: 1, lineCapacities: [1] }],
      },
    ],
    majorHazardLevel: 'ONE',
    combustibleDust: false,
    labourIntensive: false,
    firstOfKindProcess: false,
    reactionRiskAssessed: true,
    automaticControl: true,
    safetyInstrumentedSystem: true,
    declared: [{ key: 'city.km', unit: 'km', value: { number: 3 } }],
  },
  confirmations: [
    { catalog: 'catalog_city', entry: '1', exception: 'e', confirmed: false, document: '晋政纪要1号' },
  ],
};
const { confirmations: _, earlierApproval: __, facts, ...open } = known;
const unknown = {
  ...open,
  facts: {
    ...facts,
    declared: [],
    automaticControl: null,
    nationalClass: null,
    majorHazardLevel: 'NONE',
    chemicals: [{ name: '处理剂' }],
    products: [{ product: '物料', unit: 't' }],
  },
};

/** Never set in an answer to a question: what a change answers and its errors are asked elsewhere. */
const ELSEWHERE = /^Mutation$|^DecidedRow$|^ListUpload$|^FormField$|Payload$|Error$/;
/** Of a value of one kind of several, the others are null; and here nothing is wrong and nothing has changed. */
const NOTHING_HERE = new Set([
  // Asked in batches.test.ts, where rows are grouped.
  'QuestionGroup.zone',
  'QuestionGroup.industry',
  'QuestionGroup.catalog',
  'QuestionGroup.entry',
  // Asked in batches.test.ts: what is asked here lies at no place of its own.
  'Batch.row',
  // Asked in major-hazard.test.ts, of a project that turns on a specification.
  'MissingRow.specifications',
  'DraftCheck.undecided',
  'AssessmentResult.userErrors',
  'Replay.changedSince',
  'FactValue.numbers',
  'Replay.differs',
  'FactValue.choice',
  'FactValue.set',
  'FactValue.date',
  // No catalog here has a unit of its own.
  'FoundZone.userErrors',
  'EarlierApproval.none',
  'HistoryVerification.version',
  'HistoryVerification.decision',
]);

test('every field of every type is resolved, and once at least to something', async () => {
  const roles = ['editor', 'publisher', 'officer', 'admin'].map((role) => `${role}:${COUNTRY}`);
  const token = await api.issuer.token('everyone', roles, { name: '某人' });
  const questions: readonly [string, string, string, object?][] = [
    ['zone', `zone(id: "${PARK}")`, ''],
    ['zone', 'zone(id: "zone_140887")', ''],
    ['node', `node(id: "${decision}")`, ''],
    ['decisionReceipt', `decisionReceipt(id: "${decision}")`, ''],
    ['batch', `batch(id: "${batch}")`, ''],
    ['batches', `batches(jurisdiction: "${CITY}")`, ''],
    ['decision', `decision(id: "${decision}")`, ''],
    ['decisions', `decisions(filter: { zone: "${PARK}" })`, ''],
    ['region', `region(id: "${CITY}")`, ''],
    ['zones', 'zones', ''],
    ['regions', 'regions', ''],
    ['registerSeal', 'registerSeal', ''],
    ['industry', 'industry(code: "261")', ''],
    ['industries', 'industries(search: "炼铁")', ''],
    ['industrySearch', 'industrySearch(search: "炼铁")', ''],
    ['industrySearch', 'industrySearch(search: "qqqq")', ''],
    ['substances', 'substances(search: "7664-41-7")', ''],
    ['substances', 'substances(search: "氯")', ''],
    ['substances', 'substances(search: "7722-84-1")', ''],
    ['substances', 'substances(search: "74-90-8")', ''],
    ['testedProducts', `testedProducts(zone: "${PARK}")`, ''],
    ['productTerms', 'productTerms(search: "铁合金")', ''],
    ['productTerms', 'productTerms(search: "烧碱")', ''],
    ['substanceLists', 'substanceLists', ''],
    ['majorHazardClasses', 'majorHazardClasses', ''],
    ['catalog', 'catalog(id: "catalog_city")', ''],
    ['catalogs', 'catalogs', ''],
    ['catalogVersion', 'catalogVersion(id: "catalog_city@1")', ''],
    ['catalogVersion', 'catalogVersion(id: "catalog_gone@1")', ''],
    ['catalog', 'catalog(id: "catalog_gone")', ''],
    ['checkDraft', 'checkDraft(catalog: "catalog_city")', ''],
    [
      'tryEntries',
      'tryEntries(catalog: "catalog_city", entries: [{ code: "1", measure: PROHIBITED, text: { zh: "禁止" }, industries: { include: ["2614"] } }, { code: "2" }])',
      '',
    ],
    ['publicationRules', 'publicationRules', ''],
    ['stagedEdit', `stagedEdit(catalog: "catalog_city", staged: "${staged}")`, ''],
    ['compare', 'compare(from: "catalog_city@1", to: "catalog_city@draft")', ''],
    ['releaseNotes', 'releaseNotes(version: "catalog_city@1")', ''],
    ['factDefinitions', `factDefinitions(zone: "${PARK}")`, ''],
    ['assess', 'assess(project: $project)', '($project: ProjectInput!)', { project: unknown }],
    ['findZones', 'findZones(project: { industries: ["2614"] }, first: 1)', ''],
    ['findZones', 'findZones(project: { industries: ["none"] })', ''],
    ['assessInZones', `assessInZones(project: {}, zones: ["${PARK}"])`, ''],
    [
      'assessMany',
      'assessMany(projects: $projects)',
      '($projects: [ProjectInput!]!)',
      { projects: [unknown] },
    ],
    ['viewer', 'viewer', ''],
    ['verifyHistory', 'verifyHistory(catalog: "catalog_city")', ''],
    [
      'verifyHistory',
      `verifyHistory(catalog: "catalog_city", heads: [{ revision: 2, hash: "${'0'.repeat(64)}" }])`,
      '',
    ],
    ['verifyRegister', 'verifyRegister', ''],
    ['verifyDecisions', `verifyDecisions(zone: "${PARK}")`, ''],
    ['exportDecisions', `exportDecisions(zone: "${PARK}")`, ''],
    ['exportHistory', 'exportHistory(catalog: "catalog_city")', ''],
    ['exportRegister', 'exportRegister', ''],
    ['registerHistory', 'registerHistory', ''],
    ['proposal', `proposal(id: "${proposal}")`, ''],
    ['registerProposals', 'registerProposals', ''],
    ['catalog', 'catalog(id: "catalog_kept")', ''],
    ['catalogVersion', 'catalogVersion(id: "catalog_kept@2")', ''],
  ];
  expect([...new Set(questions.map(([field]) => field))].sort()).toEqual(
    Object.keys(schema.getQueryType()!.getFields()).sort(),
  );

  const resolved = new Map<string, boolean>();
  const asked = new Set<GraphQLNamedType>();
  for (const [field, call, variables, values] of questions) {
    const type = getNamedType(schema.getQueryType()!.getFields()[field]!.type);
    // Another value of a type is asked for what it alone has, which needs no such depth.
    const split = asked.has(type) ? 1 : 2;
    asked.add(type);
    for (const its of selections(type, split)) {
      for (const selected of its) {
        const { data, errors } = await api.ask(`query ${variables} { ${call} ${selected} }`, values, token);
        if (errors?.[0]?.extensions.code === 'QUERY_TOO_COSTLY' && selected !== its.at(-1)) continue;
        expect(errors, selected).toBeUndefined();
        see(data[field], resolved);
        break;
      }
    }
  }

  const fields = Object.values(schema.getTypeMap())
    .filter((type) => isObjectType(type) && !type.name.startsWith('__') && !ELSEWHERE.test(type.name))
    // Undecided is only what runs into the bound of the rules, and no catalog here is that heavy.
    .filter(({ name }) => name !== 'Query' && name !== 'UndecidedRule')
    .flatMap((type) =>
      isObjectType(type) ? Object.keys(type.getFields()).map((name) => `${type.name}.${name}`) : [],
    );
  expect(fields.filter((field) => !resolved.has(field))).toEqual([]);
  expect(fields.filter((field) => !resolved.get(field) && !NOTHING_HERE.has(field))).toEqual([]);
}, 180_000);

/**
 * All of a type: a selection of what of it has no fields of its own, and for each of its other fields selections of all of
 * that, split so many levels down; the deepest first that one query may be long.
 */
function selections(
  type: GraphQLNamedType,
  split: number,
  above: readonly GraphQLNamedType[] = [],
): readonly (readonly string[])[] {
  if (!isObjectType(type) || above.length === split) return [widths(type, above)];
  const parts = Object.values(type.getFields()).filter(({ type: of }) => isCompositeType(getNamedType(of)));
  const ofParts = parts.flatMap((field) =>
    selections(getNamedType(field.type), split, [...above, type]).map((its) =>
      its.map((inner) => `{ __typename ${field.name}${call(field)} ${inner} }`),
    ),
  );
  return [[selection(type, above, 0)], ...ofParts];
}

function widths(type: GraphQLNamedType, above: readonly GraphQLNamedType[]): readonly string[] {
  const asked = [7, 6, 5, 4, 3, 2, 1, 0].map((levels) => selection(type, above, levels));
  return asked.filter((text) => text.split(/[^\w]+/).length < 480);
}

/** Everything of a type; of one that is above already, or too far down, what has no fields of its own. */
function selection(type: GraphQLNamedType, above: readonly GraphQLNamedType[], levels: number): string {
  if (!isCompositeType(type)) return '';
  if (isAbstractType(type)) {
    const kinds = schema.getPossibleTypes(type);
    return `{ __typename ${kinds.map((kind) => `... on ${kind.name} ${selection(kind, above, levels)}`).join(' ')} }`;
  }
  const ends = above.includes(type) || above.length >= levels;
  const fields = Object.values(type.getFields()).flatMap((field) => {
    const inner = getNamedType(field.type);
    if (ends && isCompositeType(inner)) return [];
    return [`${field.name}${call(field)} ${selection(inner, [...above, type], levels)}`];
  });
  return `{ __typename ${fields.join(' ')} }`;
}

/** What an argument takes that takes not everything. */
const SPECIAL: Readonly<Record<string, string>> = { upload: '"00000000-0000-4000-8000-000000000000"' };

const call = ({ args }: GraphQLField<unknown, unknown>): string => {
  const needed = args.filter(({ type, defaultValue }) => isNonNullType(type) && defaultValue === undefined);
  const given = needed.map(
    ({ name, type }) => `${name}: ${SPECIAL[name] ?? (getNamedType(type).name === 'String' ? '"3"' : 1)}`,
  );
  return given.length === 0 ? '' : `(${given.join(', ')})`;
};

/** Notes every field of an answer, and whether it was ever more than null or an empty list. */
function see(value: unknown, resolved: Map<string, boolean>): void {
  if (Array.isArray(value)) for (const item of value) see(item, resolved);
  else if (typeof value === 'object' && value !== null && '__typename' in value) {
    for (const [name, part] of Object.entries(value)) {
      const field = `${value.__typename}.${name}`;
      const something = part !== null && !(Array.isArray(part) && part.length === 0);
      resolved.set(field, resolved.get(field) || something);
      see(part, resolved);
    }
  }
}
