import { beforeEach, describe, expect, test } from 'vitest';
import { reference } from '../../services/data/reference.ts';
import { verifyExport } from '../../services/domain/chain/verify-export.ts';
import { linkAllDecisions } from '../../services/operations/seals/link-decisions.ts';
import { sealHeads } from '../../services/operations/seals/seal-heads.ts';
import { sealing, verified } from '../operations/sealing.ts';
import { forgeDecision } from './forge-decision.ts';
import {
  CITY,
  DECIDE,
  does,
  PARK,
  payloadOf,
  prepared,
  prohibited,
  restricted,
  type Shanxi,
  zone,
} from './seed.ts';

let api: Shanxi;
const start = prepared(async (api) => {
  await api.publish({
    key: 'park',
    title: { zh: '永济园区目录' },
    entries: [
      prohibited('1', { industries: { include: ['2611'] } }),
      restricted('2', {
        when: { flag: { fact: 'hazardousChemicalProject', is: true } },
        exceptions: [{ key: 'gap', text: { zh: '填补国内空白' }, discretionary: true }],
      }),
    ],
  });
});
beforeEach(async () => {
  ({ api } = await start());
});

/** Everything that can be stated. */
const project = {
  zone: PARK,
  ref: 'R-1',
  name: '年产五万吨某项目',
  projectCode: '2603-140881-89-05-346948',
  unifiedSocialCreditCode: null,
  applicant: '永济某化工有限公司',
  industries: ['2614', '266'],
  natures: ['NEW_BUILD'],
  activities: ['PRODUCE', 'STORE'],
  areas: ['core'],
  earlierApproval: { approvedOn: null, none: true },
  facts: {
    totalInvestment: '30000.50',
    investmentExcludingLand: null,
    fixedAssetInvestment: '20000',
    equipmentInvestment: null,
    landArea: { number: '120.5', unit: '亩' },
    taxPerMu: null,
    annualEnergy: '999',
    exposedPersons: '12',
    purposes: ['SAFETY'],
    nationalClass: 'PERMITTED',
    hazardousChemicalProject: true,
    processes: ['CHLORINATION'],
    chemicals: [{ cas: '7782-50-5', specification: '液氯', activities: ['STORE'], tonnes: '4.9' }],
    products: [{ product: '氯乙酸', unit: 't/a', capacity: '50000', addedCapacity: null, lines: '2' }],
    majorHazardLevel: 'FOUR',
    combustibleDust: false,
    labourIntensive: false,
    firstOfKindProcess: false,
    reactionRiskAssessed: true,
    automaticControl: true,
    safetyInstrumentedSystem: true,
    declared: [],
  },
  confirmations: [
    {
      catalog: 'catalog_park',
      entry: '2',
      exception: 'gap',
      confirmed: false,
      document: '永园纪要〔2026〕3号',
    },
  ],
};
/** `@oneOf` takes its field alone. */
const sent = { ...project, earlierApproval: { none: true } };

const decide = (idempotencyKey: string, more: object = {}) => ({
  input: { project: sent, idempotencyKey, ...more },
});

const READ = `query ($id: ID!) { decision(id: $id) {
  id decidedAt decidedBy onReason receipt
  project {
    zone { id } ref name projectCode unifiedSocialCreditCode applicant industries natures activities areas
    earlierApproval { approvedOn none }
    facts {
      totalInvestment investmentExcludingLand fixedAssetInvestment equipmentInvestment landArea taxPerMu
      annualEnergy exposedPersons purposes nationalClass hazardousChemicalProject processes
      chemicals { cas specification activities tonnes }
      products { product unit capacity addedCapacity lines }
      majorHazardLevel combustibleDust labourIntensive firstOfKindProcess reactionRiskAssessed
      automaticControl safetyInstrumentedSystem declared { key value { choice } }
    }
    confirmations { catalog { id } entry exception confirmed document }
  }
  assessment { outcome on explanation findings { entry { code } explanation } }
  evidence {
    engineVersion searchBound dictionaryHash listsHash classificationHash register { revision hash }
    catalogs { catalog { id } head { revision hash } version { id } }
  }
  replay { same receiptHolds changedSince assessment { outcome } }
} }`;

test.each(['decision_none', `decision_${'z'.repeat(3000)}`, 'decision_'].map((id) => [id.slice(0, 20), id]))(
  'what no decision can be called is not found: %s',
  async (_, id) => {
    const officer = api.as('o', `officer:${PARK}`);
    const { data } = await officer.ask('query ($id: ID!) { decision(id: $id) { id } node(id: $id) { id } }', {
      id,
    });
    expect(data).toEqual({ decision: null, node: null });
  },
);

test('an officer records a decision, which reads back whole and replays', async () => {
  const { decision } = await does(api.officer, DECIDE, decide('k1').input);
  expect(decision).toMatchObject({ assessment: { outcome: 'CONDITIONAL', on: '2026-11-23' } });
  const { data } = await api.officer.ask(READ, { id: decision.id });
  const hash = expect.stringMatching(/^[0-9a-f]{64}$/);
  expect(data.decision).toEqual({
    id: expect.stringMatching(/^decision_/),
    decidedAt: '2026-11-23T02:00:00.000Z',
    decidedBy: 'li',
    onReason: null,
    receipt: decision.receipt,
    project: {
      ...project,
      zone: { id: PARK },
      confirmations: [{ ...project.confirmations[0], catalog: { id: 'catalog_park' } }],
    },
    assessment: {
      outcome: 'CONDITIONAL',
      on: '2026-11-23',
      explanation: expect.stringContaining('永济园区目录'),
      findings: [{ entry: { code: '2' }, explanation: expect.stringContaining('填补国内空白') }],
    },
    evidence: {
      engineVersion: '4',
      searchBound: 4_000_000,
      dictionaryHash: hash,
      listsHash: hash,
      classificationHash: hash,
      register: { revision: expect.any(Number), hash },
      catalogs: [
        {
          catalog: { id: 'catalog_park' },
          head: { revision: expect.any(Number), hash },
          version: { id: 'catalog_park@1' },
        },
      ],
    },
    replay: { same: true, receiptHolds: true, changedSince: [], assessment: { outcome: 'CONDITIONAL' } },
  });
});

describe('a receipt', () => {
  const STANDING = `query ($id: ID!, $zone: ID!) {
    decision(id: $id) { proof standing { state link { revision hash } linkedAt sealedAt text en: text(locale: EN) } }
    verifyDecisions(zone: $zone) { whole pending decision fault text } }`;
  const asked = async (id: string) => (await api.officer.ask(STANDING, { id, zone: PARK })).data;

  test('is pending, then linked, then sealed with a proof, and says so', async () => {
    const { decision } = await does(api.officer, DECIDE, decide('k1').input);
    expect(await asked(decision.id)).toMatchObject({
      decision: { proof: null, standing: { state: 'PENDING', link: null, linkedAt: null, sealedAt: null } },
      verifyDecisions: { whole: true, pending: 1, fault: null },
    });
    await linkAllDecisions(api.deps);
    expect(await asked(decision.id)).toMatchObject({
      decision: { proof: null, standing: { state: 'LINKED', link: { revision: 1 }, sealedAt: null } },
      verifyDecisions: { whole: true, pending: 0 },
    });
    await sealHeads(api.deps, sealing());
    const { standing, proof } = (await asked(decision.id)).decision;
    expect(standing).toMatchObject({
      state: 'SEALED',
      sealedAt: '2026-11-23T02:00:00.000Z',
      text: '已列入园区决定链第 1 条，由第 1 号签封固定；可凭回执证明和公钥独立核对。',
    });
    expect(verified(proof)).toMatchObject({ holds: true, decision: decision.id, receipt: decision.receipt });
  });

  test('stands in the exported chain of its zone, which verifies without the service', async () => {
    const { decision } = await does(api.officer, DECIDE, decide('k1').input);
    await linkAllDecisions(api.deps);
    const { data } = await api.officer.ask('query ($zone: ID!) { exportDecisions(zone: $zone) { lines } }', {
      zone: PARK,
    });
    const verification = verifyExport(() => ({ heads: [], read: [] }));
    for (const line of data.exportDecisions.lines) verification.next(line);
    expect(verification.end()).toMatchObject({ chain: `decisions_${PARK}`, head: { seq: 1 }, broken: null });
    expect(data.exportDecisions.lines[0]).toContain(decision.receipt);
  });
});

test('a decision that was tampered with says what is wrong with it, and the rest of the page is served', async () => {
  const ids: string[] = [];
  for (const key of ['a', 'b', 'c']) {
    api.itIs(`2026-11-23T02:0${ids.length}:00.000Z`);
    ids.push((await does(api.officer, DECIDE, decide(key).input)).decision.id);
  }
  await forgeDecision(api, ids[1]!);
  const { data, errors } = await api.officer.ask(
    `{ decisions(filter: { zone: "${PARK}" }) { edges { cursor id node { id } } pageInfo { hasNextPage } } }`,
  );
  expect(data.decisions.edges.map(({ node }: { node: unknown }) => node)).toEqual([
    { id: ids[2] },
    null,
    { id: ids[0] },
  ]);
  expect(data.decisions.edges.map(({ id }: { id: string }) => id)).toEqual([ids[2], ids[1], ids[0]]);
  expect(errors).toMatchObject([
    { path: ['decisions', 'edges', 1, 'node'], extensions: { code: 'DECISION_DAMAGED' } },
  ]);
  expect(errors?.[0]?.message).toContain(ids[1]);
  const alone = await api.officer.ask(`{ decision(id: "${ids[1]}") { id } }`);
  expect(alone.errors?.[0]?.extensions.code).toBe('DECISION_DAMAGED');
  // Whoever may not see it is told nothing of it.
  const elsewhere = api.as('qian', 'officer:region_140900');
  expect((await elsewhere.ask(`{ decision(id: "${ids[1]}") { id } }`)).body).toBe(
    (await elsewhere.ask(`{ decision(id: "decision_${'0'.repeat(40)}") { id } }`)).body,
  );
});

test('a decision stays what it was when the catalogs change', async () => {
  const { decision } = await does(api.officer, DECIDE, decide('k1').input);
  await api.publish({ key: 'park', entries: [prohibited('2')], effectiveFrom: '2026-06-01' });
  const { data } = await api.officer.ask(READ, { id: decision.id });
  expect(data.decision).toMatchObject({
    receipt: decision.receipt,
    assessment: {
      outcome: 'CONDITIONAL',
      explanation: expect.stringContaining('《永济园区目录》条目 2：取得主管部门意见'),
    },
    replay: { same: true, receiptHolds: true },
  });
  const again = await does(api.officer, DECIDE, {
    project: { ...sent, confirmations: [] },
    idempotencyKey: 'k2',
  });
  expect(again.decision.assessment.outcome).toBe('REFUSED');
});

test('a replay by software with other reference data says what has changed since', async () => {
  const { decision } = await does(api.officer, DECIDE, decide('k1').input);
  const { classification } = reference;
  const later = api.asIf({
    reference: { ...reference, listsHash: 'other', classification: { ...classification, hash: 'other' } },
  });
  const token = await api.issuer.token('li', [`officer:${PARK}`]);
  const { data } = await later(
    'query ($id: ID!) { decision(id: $id) { replay { same receiptHolds changedSince } } }',
    { id: decision.id },
    token,
  );
  expect(data.decision.replay).toEqual({
    same: true,
    receiptHolds: true,
    changedSince: ['LISTS', 'CLASSIFICATION'],
  });
});

test('a catalog created and published a moment ago is seen by the next decision', async () => {
  const before = await does(api.officer, DECIDE, decide('k1').input);
  await api.publish({ key: 'city', of: CITY, entries: [prohibited('9')] });
  const after = await does(api.officer, DECIDE, decide('k2').input);
  expect([before, after].map(({ decision }) => decision.assessment.outcome)).toEqual([
    'CONDITIONAL',
    'REFUSED',
  ]);
});

describe('one key', () => {
  test('with one payload is one decision, also on another day', async () => {
    const first = await does(api.officer, DECIDE, decide('k1').input);
    api.itIs('2026-11-24T02:00:00Z');
    const second = await does(api.officer, DECIDE, decide('k1').input);
    expect(second.decision).toEqual(first.decision);
  });

  test('with another payload is refused', async () => {
    await does(api.officer, DECIDE, decide('k1').input);
    const answer = await api.officer.ask(DECIDE, decide('k1', { project: { ...sent, name: '别的项目' } }));
    expect(payloadOf(answer)).toMatchObject({
      decision: null,
      userErrors: [{ __typename: 'StateError', code: 'IDEMPOTENCY_CONFLICT', path: ['idempotencyKey'] }],
    });
  });

  test('of two callers is two decisions', async () => {
    const one = await does(api.officer, DECIDE, decide('k1').input);
    const other = await does(api.as('feng', `officer:${PARK}`), DECIDE, decide('k1').input);
    expect(one.decision.id).not.toBe(other.decision.id);
  });
});

test('a decision for another day than today needs a reason', async () => {
  const without = await api.officer.ask(DECIDE, decide('k1', { on: '2026-11-01' }));
  expect(payloadOf(without)).toMatchObject({
    decision: null,
    userErrors: [{ code: 'REASON_REQUIRED', path: ['onReason'] }],
  });
  const { decision } = await does(api.officer, DECIDE, {
    ...decide('k1').input,
    on: '2026-11-01',
    onReason: '按受理日认定',
  });
  expect(decision.assessment.on).toBe('2026-11-01');
});

test('what is wrong with the project is said as for an assessment', async () => {
  const answer = await api.officer.ask(DECIDE, decide('k1', { project: { ...sent, industries: ['9999'] } }));
  expect(payloadOf(answer)).toMatchObject({
    decision: null,
    userErrors: [{ __typename: 'InputError', code: 'UNKNOWN_INDUSTRY' }],
  });
});

test('a value of the wrong kind is an error of the project too, and nothing is recorded', async () => {
  const wrong = { ...sent, natures: ['NEW'], facts: { ...sent.facts, hazardousChemicalProject: 'yes' } };
  const refused = await api.officer.ask(DECIDE, decide('k1', { project: wrong }));
  expect(refused.status).toBe(200);
  expect(payloadOf(refused)).toMatchObject({
    decision: null,
    userErrors: [
      { code: 'OUT_OF_RANGE', path: ['natures', '0'], message: expect.stringContaining('NEW') },
      {
        code: 'WRONG_TYPE',
        path: ['facts', 'hazardousChemicalProject'],
        message: expect.stringContaining('yes'),
      },
    ],
  });
  // The key is still free: the same request put right is recorded under it.
  expect(payloadOf(await api.officer.ask(DECIDE, decide('k1'))).userErrors).toEqual([]);
});

describe('a decision that supersedes another', () => {
  const BOTH = `query ($id: ID!) { decision(id: $id) {
    supersedes { reason decision { id supersededBy { id } } } superseded supersededBy { id } } }`;
  const asked = async (id: string) => (await api.officer.ask(BOTH, { id })).data.decision;
  const supersedes = (decision: string, reason = '投资额填写有误') => ({ supersedes: { decision, reason } });
  const refusal = async (variables: object, officer: Pick<Shanxi, 'ask'> = api.officer) =>
    payloadOf(await officer.ask(DECIDE, variables));

  test('names it and why, and both tell of each other', async () => {
    const { decision: first } = await does(api.officer, DECIDE, decide('k1').input);
    const { decision: second } = await does(api.officer, DECIDE, decide('k2', supersedes(first.id)).input);
    expect(await asked(first.id)).toEqual({
      supersedes: null,
      superseded: true,
      supersededBy: { id: second.id },
    });
    expect(await asked(second.id)).toEqual({
      supersedes: { reason: '投资额填写有误', decision: { id: first.id, supersededBy: { id: second.id } } },
      superseded: false,
      supersededBy: null,
    });
    const { decision: third } = await does(api.officer, DECIDE, decide('k3', supersedes(second.id)).input);
    expect(await asked(second.id)).toMatchObject({ supersededBy: { id: third.id } });
    const { data } = await api.officer.ask(READ, { id: second.id });
    expect(data.decision.replay).toMatchObject({ same: true, receiptHolds: true });
  });

  test('has taken its place though it is damaged itself', async () => {
    const { decision: first } = await does(api.officer, DECIDE, decide('k1').input);
    const { decision: second } = await does(api.officer, DECIDE, decide('k2', supersedes(first.id)).input);
    await forgeDecision(api, second.id);
    const { data, errors } = await api.officer.ask(BOTH, { id: first.id });
    expect(data.decision).toEqual({ supersedes: null, superseded: true, supersededBy: null });
    expect(errors).toMatchObject([
      { path: ['decision', 'supersededBy'], extensions: { code: 'DECISION_DAMAGED' } },
    ]);
  });

  test('is one: of ten at once one is recorded, and its request repeated finds it', async () => {
    const { decision: first } = await does(api.officer, DECIDE, decide('k1').input);
    const tries = Array.from({ length: 10 }, (_, place) => decide(`t${place}`, supersedes(first.id)));
    const made = await Promise.all(tries.map((each) => refusal(each)));
    const recorded = made.filter(({ decision }) => decision);
    expect(recorded).toHaveLength(1);
    const { id } = recorded[0]!.decision;
    for (const { decision, userErrors } of made)
      if (!decision)
        expect(userErrors).toMatchObject([
          {
            __typename: 'StateError',
            code: 'DECISION_SUPERSEDED',
            path: ['supersedes', 'decision'],
          },
        ]);
    const winner = tries[made.findIndex(({ decision }) => decision)]!;
    expect((await refusal(winner)).decision.id).toBe(id);
    const colleague = api.as('zheng', `officer:${PARK}`);
    expect(await refusal(winner, colleague)).toMatchObject({
      decision: null,
      userErrors: [{ code: 'DECISION_SUPERSEDED', message: expect.stringContaining(id) }],
    });
  });

  test.each([
    ['without a reason', { reason: ' ' }, 'REASON_REQUIRED'],
    ['of an id that no decision has', { decision: `decision_${'0'.repeat(40)}` }, 'UNKNOWN_DECISION'],
    ['of what no decision can be called', { decision: 'x' }, 'UNKNOWN_DECISION'],
  ])('is refused %s', async (_, wrong, code) => {
    const { decision } = await does(api.officer, DECIDE, decide('k1').input);
    const given = { decision: decision.id, reason: '更正', ...wrong };
    expect(await refusal(decide('k2', { supersedes: given }))).toMatchObject({
      decision: null,
      userErrors: [{ code }],
    });
    expect(await asked(decision.id)).toMatchObject({ supersededBy: null });
  });

  test('is of the same zone, and of a decision that the officer may see', async () => {
    await zone(api.admin, { code: '140885', name: { zh: '另一园区' }, kind: 'CHEMICAL_PARK' });
    const { decision } = await does(api.officer, DECIDE, decide('k1').input);
    const elsewhere = { project: { zone: 'zone_140885' }, ...supersedes(decision.id) };
    expect(await refusal(decide('k2', elsewhere), api.as('zheng', `officer:${CITY}`))).toMatchObject({
      userErrors: [{ code: 'SUPERSEDES_ELSEWHERE' }],
    });
    expect(await refusal(decide('k2', elsewhere), api.as('wu', 'officer:zone_140885'))).toMatchObject({
      userErrors: [{ code: 'UNKNOWN_DECISION' }],
    });
  });
});

describe('anyone who holds the number of a decision', () => {
  const RECEIPT = 'query ($id: ID!) { decisionReceipt(id: $id) { id outcome receipt holds superseded } }';

  test('learns its outcome and receipt, and whether it still stands', async () => {
    const { decision } = await does(api.officer, DECIDE, decide('k1').input);
    const asked = async () => (await api.ask(RECEIPT, { id: decision.id })).data.decisionReceipt;
    const told = { id: decision.id, outcome: 'CONDITIONAL', receipt: decision.receipt, holds: true };
    expect(await asked()).toEqual({ ...told, superseded: false });
    await does(
      api.officer,
      DECIDE,
      decide('k2', { supersedes: { decision: decision.id, reason: '更正' } }).input,
    );
    expect(await asked()).toEqual({ ...told, superseded: true });
  });

  test.each(['decision_none', `decision_${'0'.repeat(40)}`])('learns that there is no %s', async (id) => {
    expect((await api.ask(RECEIPT, { id })).data).toEqual({ decisionReceipt: null });
  });
});

describe('decisions are seen and made by', () => {
  const LIST = `query ($filter: DecisionFilter!, $first: Int, $after: String) {
    decisions(filter: $filter, first: $first, after: $after) {
      edges { cursor node { project { ref } } } pageInfo { hasNextPage endCursor }
    } }`;
  const filter = { zone: PARK };

  test('officers of the zone and above, and nobody else', async () => {
    const { decision } = await does(api.officer, DECIDE, decide('k1').input);
    const strangers: Pick<Shanxi, 'ask'>[] = [
      api,
      api.editor,
      api.as('wu', 'officer:zone_140882'),
      api.as('wu', 'officer:region_150000'),
    ];
    for (const { ask } of strangers) {
      const { data } = await ask(
        `query ($id: ID!) { decision(id: $id) { id } node(id: $id) { id } decisions(filter: {zone: "${PARK}"}) { edges { node { id } } } }`,
        { id: decision.id },
      );
      expect(data).toEqual({ decision: null, node: null, decisions: { edges: [] } });
      expect(payloadOf(await ask(DECIDE, decide('k2')))).toMatchObject({
        decision: null,
        userErrors: [{ __typename: 'AccessError', code: 'NOT_ALLOWED' }],
      });
    }
    const above = await api
      .as('zheng', `officer:${CITY}`)
      .ask('query ($id: ID!) { node(id: $id) { __typename id } }', { id: decision.id });
    expect(above.data.node).toEqual({ __typename: 'Decision', id: decision.id });
  });

  test('are listed newest first, page by page, by zone or by project code', async () => {
    for (const [day, ref] of [
      ['2026-11-20', 'a'],
      ['2026-11-21', 'b'],
      ['2026-11-22', 'c'],
    ]) {
      api.itIs(`${day}T15:59:59Z`);
      await does(api.officer, DECIDE, { project: { ...sent, ref }, idempotencyKey: ref });
    }
    await zone(api.admin, { code: '140885', name: { zh: '另一园区' }, kind: 'CHEMICAL_PARK' });
    // biome-ignore lint/suspicious/noExplicitAny: an answer
    const refs = ({ data }: any) => data.decisions.edges.map((edge: any) => edge.node.project.ref);

    const first = await api.officer.ask(LIST, { filter, first: 2 });
    expect(refs(first)).toEqual(['c', 'b']);
    const { endCursor, hasNextPage } = first.data.decisions.pageInfo;
    expect(hasNextPage).toBe(true);
    expect(refs(await api.officer.ask(LIST, { filter, first: 2, after: endCursor }))).toEqual(['a']);

    const { projectCode } = sent;
    expect(refs(await api.officer.ask(LIST, { filter: { projectCode } }))).toEqual(['c', 'b', 'a']);
    const days = { from: '2026-11-21', to: '2026-11-21' };
    expect(refs(await api.officer.ask(LIST, { filter: { ...filter, ...days } }))).toEqual(['b']);
    expect(refs(await api.officer.ask(LIST, { filter: { zone: 'zone_140885' } }))).toEqual([]);
  });

  test('are found by credit code, outcome and a part of the applicant’s name', async () => {
    const codes = ['91350100M000100Y43', '91140802MAK1UQKG7W'];
    for (const [ref, more] of Object.entries({
      a: { unifiedSocialCreditCode: codes[0], applicant: '永济 某化工（集团）有限公司' },
      b: { unifiedSocialCreditCode: codes[0], applicant: '别的公司', industries: ['2611'] },
      c: { unifiedSocialCreditCode: codes[1], applicant: '永济某化工(集团)有限公司运城分公司' },
    }))
      await does(api.officer, DECIDE, { project: { ...sent, ref, ...more }, idempotencyKey: ref });
    const found = async (more: object) =>
      (await api.officer.ask(LIST, { filter: more })).data.decisions.edges
        // biome-ignore lint/suspicious/noExplicitAny: an answer
        .map((edge: any) => edge.node.project.ref)
        .toSorted()
        .join('');
    expect(await found({ unifiedSocialCreditCode: codes[0] })).toBe('ab');
    expect(await found({ unifiedSocialCreditCode: codes[0], outcomes: ['REFUSED'] })).toBe('b');
    expect(await found({ ...filter, outcomes: ['REFUSED', 'CONDITIONAL'] })).toBe('abc');
    expect(await found({ ...filter, outcomes: ['ADMITTED'] })).toBe('');
    expect(await found({ ...filter, applicant: '某化工(集团)' })).toBe('ac');
    expect(await found({ ...filter, applicant: '' })).toBe('abc');
    const codeOf = async (wrong: object) =>
      (await api.officer.ask(LIST, { filter: wrong })).errors?.[0]?.extensions.code;
    expect(await codeOf({ ...filter, outcomes: [] })).toBe('EMPTY_LIST');
    expect(await codeOf({ ...filter, unifiedSocialCreditCode: codes[0] })).toBe('NOT_EXACTLY_ONE');
    expect(await codeOf({ outcomes: ['REFUSED'] })).toBe('NOT_EXACTLY_ONE');
  });

  test('whoever may not see a decision learns nothing of it from a list, not even that there is more', async () => {
    await zone(api.admin, { code: '140885', name: { zh: '另一园区' }, kind: 'CHEMICAL_PARK' });
    const other = api.as('feng', 'officer:zone_140885');
    const theirs = { zone: 'zone_140885', name: '别处', projectCode: sent.projectCode };
    const none = await other.ask(LIST, { filter: { projectCode: '2603-140881-89-05-000000' }, first: 1 });
    expect(none.data.decisions).toEqual({ edges: [], pageInfo: { hasNextPage: false, endCursor: null } });

    for (const ref of ['a', 'b', 'c'])
      await does(api.officer, DECIDE, { project: { ...sent, ref }, idempotencyKey: ref });
    const { projectCode } = sent;
    const unseen = await other.ask(LIST, { filter: { projectCode }, first: 1 });
    expect(unseen.body).toBe(none.body);

    const project = { ...theirs, ref: 'own', confirmations: [] };
    const { decision } = await does(other, DECIDE, { project, idempotencyKey: 'own' });
    await does(api.officer, DECIDE, { project: { ...sent, ref: 'd' }, idempotencyKey: 'd' });
    const { edges, pageInfo } = (await other.ask(LIST, { filter: { projectCode }, first: 1 })).data.decisions;
    expect(edges).toMatchObject([{ node: { project: { ref: 'own' } } }]);
    expect(pageInfo).toEqual({ hasNextPage: false, endCursor: edges[0].cursor });
    expect(Buffer.from(edges[0].cursor, 'base64url').toString()).toContain(decision.id);
    const after = await other.ask(LIST, { filter: { projectCode }, first: 1, after: edges[0].cursor });
    expect(after.body).toBe(none.body);
  });

  test.each<[string, object, string]>([
    ['neither zone nor project code', {}, 'NOT_EXACTLY_ONE'],
    ['both', { zone: PARK, projectCode: 'x' }, 'NOT_EXACTLY_ONE'],
    ['a day that is none', { zone: PARK, from: '2026-13-01' }, 'INVALID_DATE'],
  ])('a list by %s is an error with a code', async (_, wrong, code) => {
    const { errors } = await api.officer.ask(LIST, { filter: wrong });
    expect(errors).toMatchObject([{ path: ['decisions'], extensions: { code } }]);
  });
});
