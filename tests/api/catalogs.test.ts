import { beforeEach, describe, expect, test } from 'vitest';
import {
  CITY,
  COUNTRY,
  CREATE,
  DEFINE,
  does,
  OPEN,
  PARK,
  PROVINCE,
  PUBLISH,
  PUT,
  payloadOf,
  prohibited,
  REMOVE,
  type Shanxi,
  SUBMIT,
  startShanxi,
} from './seed.ts';

let api: Shanxi;
beforeEach(async () => {
  api = await startShanxi();
});

describe('from creation to publication', () => {
  test('an editor creates, drafts and submits; a publisher who edited nothing publishes', async () => {
    const { catalog } = await does(api.editor, CREATE, {
      jurisdiction: PARK,
      key: 'own',
      title: { zh: '园区产业禁限目录', en: 'Catalog of the park' },
      issuer: '园区管委会',
      documentNumber: '永园发〔2026〕1号',
      reason: '依据市级要求制定',
    });
    expect(catalog).toEqual({ id: 'catalog_own', key: 'own', title: { zh: '园区产业禁限目录' } });

    const of = { catalog: 'catalog_own', reason: '起草' };
    const opened = (await does(api.editor, OPEN, of)).draft;
    expect(opened).toMatchObject({ status: 'EDITING', entryCount: 0, editors: ['qian'] });

    const put = { ...of, expectedRevision: opened.revision, entries: [prohibited('1'), prohibited('2')] };
    const edited = (await does(api.editor, PUT, put)).draft;
    expect(edited).toMatchObject({ entryCount: 2, revision: opened.revision + 1 });

    const remove = { ...of, expectedRevision: edited.revision, codes: ['2'] };
    const removed = (await does(api.editor, REMOVE, remove)).draft;
    expect(removed.entryCount).toBe(1);

    const submitted = (await does(api.editor, SUBMIT, { ...of, expectedRevision: removed.revision })).draft;
    expect(submitted).toMatchObject({ status: 'IN_REVIEW', contentHash: removed.contentHash });

    const publication = {
      catalog: 'catalog_own',
      contentHash: submitted.contentHash,
      effectiveFrom: '2026-12-01',
      effectiveTo: '2027-12-31',
      reason: '印发',
    };
    const { version } = await does(api.publisher, PUBLISH, publication);
    expect(version).toEqual({ id: 'catalog_own@1', number: 1, contentHash: submitted.contentHash });

    const { data } = await api.ask(`{
      catalog(id: "catalog_own") {
        title { zh en } issuer documentNumber jurisdiction { id } draft { revision }
        today: versionInForce { id } later: versionInForce(on: "2026-12-24") { id }
        version(number: 1) {
          id number effectiveFrom effectiveTo publishedAt entryCount catalog { key }
          now: status then: status(on: "2026-12-24") after: status(on: "2028-01-01")
        }
        none: version(number: 2) { id }
        versions { totalCount edges { node { number } } }
      }
      catalogVersion(id: "catalog_own@1") { number }
      node(id: "catalog_own@1") { __typename id }
    }`);
    const { history } = (
      await api.editor.ask('{ catalog(id: "catalog_own") { history { edges { node { action by } } } } }')
    ).data.catalog;
    expect(
      history.edges.map(({ node }: { node: { action: string; by: string } }) => [node.action, node.by]),
    ).toEqual([
      ['PUBLISH_DRAFT', 'sun'],
      ['SUBMIT_DRAFT', 'qian'],
      ['REMOVE_ENTRIES', 'qian'],
      ['PUT_ENTRIES', 'qian'],
      ['OPEN_DRAFT', 'qian'],
    ]);
    expect(data).toEqual({
      catalog: {
        title: { zh: '园区产业禁限目录', en: 'Catalog of the park' },
        issuer: '园区管委会',
        documentNumber: '永园发〔2026〕1号',
        jurisdiction: { id: PARK },
        draft: null,
        today: null,
        later: { id: 'catalog_own@1' },
        version: {
          id: 'catalog_own@1',
          number: 1,
          effectiveFrom: '2026-12-01',
          effectiveTo: '2027-12-31',
          publishedAt: '2026-11-23T02:00:00.000Z',
          entryCount: 1,
          catalog: { key: 'own' },
          now: 'SCHEDULED',
          then: 'IN_FORCE',
          after: 'EXPIRED',
        },
        none: null,
        versions: { totalCount: 1, edges: [{ node: { number: 1 } }] },
      },
      catalogVersion: { number: 1 },
      node: { __typename: 'CatalogVersion', id: 'catalog_own@1' },
    });
  });

  test('four eyes: who edited a draft cannot publish it, whatever roles they hold', async () => {
    const both = api.as('zhou', `editor:${PARK}`, `publisher:${PARK}`);
    const { id, revision } = await api.draft({ key: 'own', entries: [prohibited('1')] });
    const { draft } = await does(both, PUT, {
      catalog: id,
      expectedRevision: revision,
      entries: [prohibited('2')],
      reason: '补充',
    });
    await does(both, SUBMIT, { catalog: id, expectedRevision: draft.revision, reason: '报送' });
    const answer = await both.ask(PUBLISH, {
      input: { catalog: id, contentHash: draft.contentHash, effectiveFrom: '2026-12-01', reason: '印发' },
    });
    expect(payloadOf(answer)).toMatchObject({
      version: null,
      userErrors: [{ __typename: 'AccessError', code: 'FOUR_EYES' }],
    });
  });

  test('an editor alone is no publisher', async () => {
    const { id, revision, contentHash } = await api.draft({ key: 'own', entries: [prohibited('1')] });
    await does(api.editor, SUBMIT, { catalog: id, expectedRevision: revision, reason: '报送' });
    const other = api.as('wu', `editor:${COUNTRY}`);
    const answer = await other.ask(PUBLISH, {
      input: { catalog: id, contentHash, effectiveFrom: '2026-12-01', reason: '印发' },
    });
    expect(payloadOf(answer)).toMatchObject({ version: null, userErrors: [{ code: 'NOT_ALLOWED' }] });
  });

  test('a draft that breaks publication rules is not published, and each fault is told', async () => {
    const { id, revision, contentHash } = await api.draft({
      key: 'own',
      entries: [prohibited('1', { basis: [] }), prohibited('2', { measure: 'RESTRICTED' })],
    });
    await does(api.editor, SUBMIT, { catalog: id, expectedRevision: revision, reason: '报送' });
    const answer = await api.publisher.ask(
      `mutation ($input: PublishDraftInput!) { publishDraft(input: $input) { version { id } userErrors {
        __typename code path
        ... on PublicationRuleError { rule sentence { zh en } entry field value acknowledgeable }
      } } }`,
      { input: { catalog: id, contentHash, effectiveFrom: '2026-12-01', reason: '印发' } },
    );
    expect(payloadOf(answer)).toMatchObject({
      version: null,
      userErrors: [
        {
          __typename: 'PublicationRuleError',
          code: 'PUBLICATION_RULE',
          path: ['entries', '1', 'basis'],
          rule: 'PR-01',
          entry: '1',
          field: 'basis',
          acknowledgeable: false,
        },
        { code: 'PUBLICATION_RULE', entry: '2', field: 'requirements' },
      ],
    });
    const [first] = payloadOf(answer).userErrors;
    expect(first.sentence.zh).toMatch(/。$/);
    expect(first.sentence.en).toMatch(/\.$/);
  });

  test('what a rule that reasons finds wrong comes with a project that shows it', async () => {
    await api.publish({
      key: 'higher',
      of: COUNTRY,
      entries: [prohibited('7', { industries: { include: ['2621'], except: [] } })],
      effectiveFrom: '2026-10-01',
    });
    const { id, revision, contentHash } = await api.draft({
      key: 'idle',
      of: PROVINCE,
      entries: [
        prohibited('1', { industries: { include: ['261'], except: [] } }),
        prohibited('2', { industries: { include: ['2614'], except: [] }, natures: ['EXPANSION'] }),
        prohibited('3', { industries: { include: ['2621'], except: [] }, activities: ['PRODUCE'] }),
      ],
    });
    await does(api.editor, SUBMIT, { catalog: id, expectedRevision: revision, reason: '报送' });
    const answer = await api.publisher.ask(
      `mutation ($input: PublishDraftInput!) { publishDraft(input: $input) { version { id } userErrors {
        message(locale: ZH) ... on PublicationRuleError { rule entry acknowledgeable detail { zh en } witness }
      } } }`,
      { input: { catalog: id, contentHash, effectiveFrom: '2026-12-01', reason: '印发' } },
    );
    const [warning, ...others] = payloadOf(answer).userErrors;
    expect(others).toMatchObject([
      { rule: 'PR-30', entry: '3', detail: { zh: expect.stringContaining('《higher 目录》条目 7') } },
    ]);
    expect(warning).toMatchObject({
      rule: 'PR-30',
      entry: '2',
      acknowledgeable: true,
      detail: { zh: expect.stringContaining('建设性质：扩建'), en: expect.stringContaining('expansion') },
      witness: {
        on: '2026-12-01',
        project: { zone: PARK, industries: ['2614'], natures: ['EXPANSION'] },
        zone: { id: PARK, zone: { kind: 'CHEMICAL_PARK', riskGrade: 'C' } },
      },
    });
    expect(warning.message).toContain(warning.detail.zh);
    const assessed = await api.ask(
      `query ($project: ProjectInput!) { assess(project: $project) { assessment { outcome } } }`,
      { project: warning.witness.project },
    );
    expect(assessed.errors).toBeUndefined();
  });
});

describe('an entry', () => {
  const full = {
    code: '3.2',
    measure: 'RESTRICTED',
    force: 'IN_PRINCIPLE',
    text: { zh: '原则上限制光气化工艺项目', en: 'Phosgenation is restricted in principle' },
    industries: { include: ['26'], except: ['2611'] },
    natures: ['NEW_BUILD', 'EXPANSION'],
    activities: ['PRODUCE'],
    territory: { include: ['area_140881.core'], except: [] },
    when: {
      all: [
        { set: { fact: 'processes', includesAny: ['PHOSGENATION'] } },
        { number: { fact: 'totalInvestment', unit: '万元', lessThan: '30000.50' } },
        { not: { flag: { fact: 'firstOfKindProcess', is: true } } },
        {
          any: [
            { choice: { fact: 'zone.riskGrade', oneOf: ['A', 'B'] } },
            { chemical: { substance: { cas: '75-44-5' }, activities: ['STORE'], moreThan: '0.3' } },
            { product: { product: 'TDI', unit: 't', of: 'ADDED', atLeast: '1' } },
          ],
        },
      ],
    },
    exceptions: [
      {
        key: 'chain',
        text: { zh: '强链补链项目', en: null },
        when: { flag: { fact: 'combustibleDust', is: false } },
        discretionary: true,
        decidedBy: 'PREFECTURE',
      },
    ],
    requirements: [
      {
        key: 'sis',
        text: { zh: '装备安全仪表系统', en: null },
        when: { flag: { fact: 'safetyInstrumentedSystem', is: true } },
        evidence: { zh: '设计文件', en: null },
      },
    ],
    validFrom: '2026-01-01',
    validTo: '2030-12-31',
    exemptIfApprovedBefore: '2025-06-30',
    deadline: '2027-06-30',
    replacement: { zh: '采用非光气法', en: null },
    responsibility: { lead: '应急管理局', cooperating: ['工业和信息化局'] },
    basis: [
      { document: '某目录', number: '晋应急发〔2025〕1号', article: '第三条', url: 'https://example.org/1' },
    ],
    remark: { zh: '备注', en: null },
  };
  const READ = `code measure force text { zh en } industries { include except } natures activities territory { include except } when
    exceptions { key text { zh en } when discretionary decidedBy }
    requirements { key text { zh en } when evidence { zh en } }
    validFrom validTo exemptIfApprovedBefore deadline replacement { zh en }
    responsibility { lead cooperating } basis { document number article url } remark { zh en }`;

  test('reads back as it was put in, from the draft and from the version, conditions to the letter', async () => {
    await api.draft({ key: 'own', entries: [full] });
    const draft = await api.editor.ask(
      `{ catalog(id: "catalog_own") { draft { entries { edges { version { id } node { position catalog { id } ${READ} } } } } } }`,
    );
    expect(draft.data.catalog.draft.entries.edges).toEqual([
      { version: null, node: { position: 1, catalog: { id: 'catalog_own' }, ...full } },
    ]);
  });

  test('says what its territory is called: an area with its zone, and by its id what the register does not know', async () => {
    const territory = { include: ['zone_140881', 'area_140881.core'], except: ['area_140881.none'] };
    await api.draft({ key: 'own', entries: [{ ...full, territory }] });
    const { data } = await api.editor.ask(
      '{ catalog(id: "catalog_own") { draft { entries { edges { node { territory { includeNames { zh } exceptNames { zh } } } } } } } }',
    );
    expect(data.catalog.draft.entries.edges[0].node.territory).toEqual({
      includeNames: [{ zh: '永济化工园区' }, { zh: '永济化工园区核心区' }],
      exceptNames: [{ zh: 'area_140881.none' }],
    });
  });

  test('what is left out reads back as what it means', async () => {
    await api.publish({ key: 'own', entries: [prohibited('1')] });
    const { data } = await api.ask(
      `{ catalogVersion(id: "catalog_own@1") { entries { edges { version { id } node { ${READ} } } } } }`,
    );
    expect(data.catalogVersion.entries.edges).toEqual([
      {
        version: { id: 'catalog_own@1' },
        node: {
          code: '1',
          measure: 'PROHIBITED',
          force: 'MANDATORY',
          text: { zh: '禁止 1', en: null },
          industries: { include: [], except: [] },
          natures: [],
          activities: [],
          territory: { include: [], except: [] },
          when: null,
          exceptions: [],
          requirements: [],
          validFrom: null,
          validTo: null,
          exemptIfApprovedBefore: null,
          deadline: null,
          replacement: null,
          responsibility: null,
          basis: [
            { document: '某某产业禁限目录', number: '晋某发〔2025〕1号', article: '第一条', url: null },
          ],
          remark: null,
        },
      },
    ]);
  });

  test('has its conditions as sentences, in which everything has its name', async () => {
    await api.draft({
      key: 'own',
      facts: [
        {
          key: 'own.riverKm',
          type: 'NUMBER',
          unit: 'km',
          name: { zh: '距黄河岸线距离', en: 'distance to the river' },
          question: { zh: '距黄河岸线多少公里？' },
        },
      ],
      entries: [
        prohibited('1', {
          when: { number: { fact: 'own.riverKm', unit: 'km', lessThan: '1' } },
          exceptions: [
            { key: 'e', text: { zh: '整治' }, when: { set: { fact: 'purposes', includesAny: ['SAFETY'] } } },
          ],
        }),
      ],
    });
    const { data } = await api.editor.ask(`{ catalog(id: "catalog_own") { draft { entries { edges { node {
      zh: whenText en: whenText(locale: EN) exceptions { whenText }
    } } } } } }`);
    const [{ node }] = data.catalog.draft.entries.edges;
    expect(node.zh).toContain('距黄河岸线距离');
    expect(node.en).toContain('distance to the river');
    expect(node.exceptions[0].whenText).toContain('安全');
  });

  test('that is wrong is refused with every fault, and no other entry goes in', async () => {
    const { id, revision } = await api.draft({ key: 'own' });
    const answer = await api.editor.ask(PUT, {
      input: {
        catalog: id,
        expectedRevision: revision,
        entries: [
          prohibited('1'),
          prohibited('b/d', { validFrom: '2026-02-30' }),
          prohibited('3', { when: { number: { fact: 'totalInvestment', unit: '万元', lessThan: 'much' } } }),
        ],
        reason: '录入',
      },
    });
    expect(payloadOf(answer)).toMatchObject({
      draft: null,
      userErrors: [
        { code: 'INVALID_CODE', path: ['entries', '1', 'code'] },
        { code: 'INVALID_DATE', path: ['entries', '1', 'validFrom'] },
        { code: 'INVALID_NUMBER', path: ['entries', '2', 'when', 'number', 'lessThan'] },
      ],
    });
    const { data } = await api.editor.ask('{ catalog(id: "catalog_own") { draft { entryCount revision } } }');
    expect(data.catalog.draft).toEqual({ entryCount: 0, revision });
  });
});

describe('an entry that is put again', () => {
  const WHOLE = prohibited('1', {
    force: 'IN_PRINCIPLE',
    natures: ['NEW_BUILD'],
    exceptions: [{ key: 'gap', text: { zh: '填补空白' }, discretionary: true }],
    remark: { zh: '备注' },
  });
  const READ = `{ catalog(id: "catalog_own") { draft { entries { edges { node {
    force natures text { zh } exceptions { key } remark { zh }
  } } } } } }`;
  const puts = async (entry: object, mode?: 'CHANGE' | 'REPLACE') => {
    const { id, revision } = await api.draft({ key: 'own', entries: [WHOLE] });
    await does(api.editor, PUT, {
      catalog: id,
      expectedRevision: revision,
      mode,
      entries: [entry],
      reason: '修改',
    });
    const { data } = await api.editor.ask(READ);
    return data.catalog.draft.entries.edges[0].node;
  };
  const kept = {
    force: 'IN_PRINCIPLE',
    natures: ['NEW_BUILD'],
    text: { zh: '禁止 1' },
    exceptions: [{ key: 'gap' }],
    remark: { zh: '备注' },
  };

  test('keeps what is left out', async () => {
    expect(await puts({ code: '1', text: { zh: '新的文字' } })).toEqual({
      ...kept,
      text: { zh: '新的文字' },
    });
  });

  test('loses what is null, and what is an empty list', async () => {
    expect(await puts({ code: '1', remark: null, exceptions: [], force: null })).toEqual({
      ...kept,
      remark: null,
      exceptions: [],
      force: 'MANDATORY',
    });
  });

  test('is as it is given where that is asked for', async () => {
    expect(await puts(prohibited('1'), 'REPLACE')).toEqual({
      ...kept,
      force: 'MANDATORY',
      natures: [],
      exceptions: [],
      remark: null,
    });
  });

  test('one that is new needs all that an entry needs, and is told with its place beside the faults of others', async () => {
    const { id, revision } = await api.draft({ key: 'own', entries: [WHOLE] });
    const answer = await api.editor.ask(PUT, {
      input: {
        catalog: id,
        expectedRevision: revision,
        entries: [
          { code: '1', validTo: '2026-02-30' },
          { code: '2', remark: { zh: '新' } },
        ],
        reason: '录入',
      },
    });
    expect(payloadOf(answer)).toMatchObject({
      draft: null,
      userErrors: [
        { code: 'INVALID_DATE', path: ['entries', '0', 'validTo'] },
        { code: 'REQUIRED', path: ['entries', '1', 'measure'] },
        { code: 'REQUIRED', path: ['entries', '1', 'text'] },
      ],
    });
  });
});

test('of two edits of one entry the second is told both values; edits of others go in', async () => {
  const { id, revision } = await api.draft({ key: 'own', entries: [prohibited('1'), prohibited('2')] });
  const edit = (code: string, zh: string) => ({
    catalog: id,
    expectedRevision: revision,
    entries: [prohibited(code, { text: { zh } })],
    reason: '修改',
  });
  await does(api.editor, PUT, edit('1', '他人的文字'));
  await does(api.as('zhou', `editor:${PARK}`), PUT, edit('2', '另一条'));
  const answer = await api.as('wu', `editor:${PARK}`).ask(
    `mutation ($input: PutEntriesInput!) { putEntries(input: $input) { draft { revision } userErrors {
      __typename code path
      ... on StaleRevisionError { item expectedRevision currentRevision current yours }
    } } }`,
    { input: edit('1', '我的文字') },
  );
  const { draft, userErrors } = payloadOf(answer);
  expect(draft).toBeNull();
  expect(userErrors).toMatchObject([
    {
      __typename: 'StaleRevisionError',
      code: 'STALE_REVISION',
      item: '1',
      expectedRevision: revision,
      currentRevision: revision + 2,
    },
  ]);
  expect(JSON.parse(userErrors[0].current).text.zh).toBe('他人的文字');
  expect(JSON.parse(userErrors[0].yours).text.zh).toBe('我的文字');
});

test('entries with values of the wrong kind are named with their places, fields and values, and none is taken', async () => {
  const { id, revision } = await api.draft({ key: 'own', entries: [prohibited('1')] });
  const input = {
    catalog: id,
    expectedRevision: revision,
    entries: [
      prohibited('2'),
      prohibited('3', { measure: 'BANNED' }),
      prohibited('4', { when: { flag: { fact: 'hazardousChemicalProject', is: 'yes' } }, text: 7 }),
    ],
    reason: '修改',
  };
  const inline = `mutation ($entries: [EntryInput!]!) { putEntries(input: {
    catalog: "${id}", expectedRevision: ${revision}, reason: "修改", entries: $entries }) { draft { revision }
    userErrors { __typename code path message(locale: EN) } } }`;
  for (const answer of [
    await api.editor.ask(PUT, { input }),
    await api.editor.ask(inline, { entries: input.entries }),
  ]) {
    expect(answer.status).toBe(200);
    const { draft, userErrors } = payloadOf(answer);
    expect(draft).toBeNull();
    expect(userErrors).toEqual(
      [
        { code: 'OUT_OF_RANGE', path: ['entries', '1', 'measure'], value: 'BANNED' },
        { code: 'WRONG_TYPE', path: ['entries', '2', 'text'], value: '7' },
        { code: 'WRONG_TYPE', path: ['entries', '2', 'when', 'flag', 'is'], value: 'yes' },
      ].map(({ code, path, value }) => ({
        __typename: 'InputError',
        code,
        path,
        message: expect.stringMatching(`(?=.*${path.join('.')})(?=.*${value})`),
      })),
    );
  }
  const { data } = await api.editor.ask(`{ catalog(id: "${id}") { draft { revision } } }`);
  expect(data.catalog.draft.revision).toBe(revision);
});

test('facts and lists that a catalog defines read back from its draft and its version', async () => {
  const fact = {
    key: 'own.waterUse',
    type: 'NUMBER',
    about: 'PROJECT',
    unit: 'm³',
    integer: true,
    options: null,
    name: { zh: '年取水量', en: 'water use' },
    question: { zh: '年取水量是多少立方米？', en: 'How much water a year?' },
  };
  const fraction = { lessThan: null, atMost: null, atLeast: null, moreThan: '20' };
  const list = {
    key: 'own.barred',
    name: { zh: '禁止化学品', en: null },
    members: ['75-44-5', '7782-50-5'],
    fractions: [{ cas: '75-44-5', fraction }],
  };
  const READ = `facts { key type about unit integer options name { zh en } question { zh en } }
    lists { key name { zh en } members fractions { cas fraction { lessThan atMost atLeast moreThan } } }`;
  const { id, revision } = await api.draft({ key: 'own', entries: [prohibited('1')] });
  const defined = await api.editor.ask(
    `mutation ($input: PutDefinitionsInput!) { putDefinitions(input: $input) { draft { ${READ} } userErrors { code } } }`,
    { input: { catalog: id, expectedRevision: revision, facts: [fact], lists: [list], reason: '定义' } },
  );
  expect(payloadOf(defined)).toEqual({ draft: { facts: [fact], lists: [list] }, userErrors: [] });

  const wrong = await api.editor.ask(DEFINE, {
    input: {
      catalog: id,
      expectedRevision: revision + 1,
      lists: [{ ...list, key: 'other.list' }],
      reason: '定义',
    },
  });
  expect(payloadOf(wrong)).toMatchObject({ draft: null, userErrors: [{ code: 'FOREIGN_KEY' }] });

  await api.publish({ key: 'two', entries: [prohibited('1')], facts: [{ ...fact, key: 'two.waterUse' }] });
  const { data } = await api.ask(`{
    catalogVersion(id: "catalog_two@1") { ${READ} }
    factDefinitions(zone: "${PARK}") { key }
  }`);
  expect(data.catalogVersion).toEqual({ facts: [{ ...fact, key: 'two.waterUse' }], lists: [] });
  expect(data.factDefinitions).toContainEqual({ key: 'two.waterUse' });
});

describe('catalogs', () => {
  beforeEach(async () => {
    for (const [key, of] of [
      ['country', COUNTRY],
      ['city', CITY],
      ['park', PARK],
    ])
      await does(api.editor, CREATE, { jurisdiction: of, key, title: { zh: key }, reason: '新建' });
  });

  test.each<[string, object, readonly string[]]>([
    ['all, by key', {}, ['city', 'country', 'park']],
    ['of one jurisdiction', { jurisdiction: CITY }, ['city']],
    ['within a province', { within: PROVINCE }, ['city', 'park']],
    ['that apply to a zone', { appliesTo: PARK, jurisdiction: COUNTRY }, ['country']],
    ['that apply to no zone', { appliesTo: 'zone_nowhere' }, []],
  ])('%s', async (_, filter, keys) => {
    const { data } = await api.ask(
      'query ($filter: CatalogFilter) { catalogs(filter: $filter) { totalCount edges { node { key } } } }',
      { filter },
    );
    expect(data.catalogs.edges.map((edge: { node: { key: string } }) => edge.node.key)).toEqual(keys);
    expect(data.catalogs.totalCount).toBe(keys.length);
  });

  test('are found by id and as those of their jurisdiction', async () => {
    const { data } = await api.ask(
      `{ node(id: "catalog_city") { __typename id } region(id: "${CITY}") { catalogs { id } } catalog(id: "catalog_x") { id } }`,
    );
    expect(data).toEqual({
      node: { __typename: 'Catalog', id: 'catalog_city' },
      region: { catalogs: [{ id: 'catalog_city' }] },
      catalog: null,
    });
  });

  test('have each key once', async () => {
    const answer = await api.editor.ask(CREATE, {
      input: { jurisdiction: PARK, key: 'city', title: { zh: '又一个' }, reason: '新建' },
    });
    expect(payloadOf(answer)).toMatchObject({
      catalog: null,
      userErrors: [{ __typename: 'StateError', code: 'CATALOG_EXISTS' }],
    });
  });
});

describe('what is not everyone’s to see', () => {
  const SEEN = `{ catalog(id: "catalog_own") {
    draft { editors entries { totalCount } }
    history(first: 2) { edges { cursor node { number action by at reason } } pageInfo { hasNextPage endCursor } }
  } }`;

  beforeEach(async () => {
    await api.draft({ key: 'own', entries: [prohibited('1')] });
  });

  test.each<[string, (api: Shanxi) => Promise<{ readonly data: unknown }>]>([
    ['nobody without a token', ({ ask }) => ask(SEEN)],
    ['no editor of another zone', ({ as }) => as('wu', 'editor:zone_140882').ask(SEEN)],
    ['no publisher of another province', ({ as }) => as('wu', 'publisher:region_150000').ask(SEEN)],
  ])('%s sees draft and history of a catalog', async (_, asked) => {
    expect((await asked(api)).data).toEqual({ catalog: { draft: null, history: null } });
  });

  test('an editor above sees both, the history newest first and page by page', async () => {
    const { data } = await api.editor.ask(SEEN);
    const { draft, history } = data.catalog;
    expect(draft).toEqual({ editors: ['qian'], entries: { totalCount: 1 } });
    expect(history.edges.map(({ node }: { node: object }) => node)).toMatchObject([
      { by: 'qian', reason: '录入', at: '2026-11-23T02:00:00.000Z' },
      { by: 'qian', reason: '起草' },
    ]);
    const rest = await api.editor.ask(
      'query ($after: String) { catalog(id: "catalog_own") { history(after: $after) { edges { node { reason } } pageInfo { hasPreviousPage } } } }',
      { after: history.pageInfo.endCursor },
    );
    expect(history.pageInfo.hasNextPage).toBe(rest.data.catalog.history.edges.length > 0);
  });

  test('and nobody edits what is not theirs', async () => {
    const input = { catalog: 'catalog_own', expectedRevision: 2, entries: [prohibited('9')], reason: '改' };
    for (const answer of [
      await api.ask(PUT, { input }),
      await api.as('wu', 'editor:zone_140882').ask(PUT, { input }),
      await api.officer.ask(PUT, { input }),
    ])
      expect(payloadOf(answer)).toMatchObject({ draft: null, userErrors: [{ code: 'NOT_ALLOWED' }] });
  });
});
