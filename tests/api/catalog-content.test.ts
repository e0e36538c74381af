import { beforeEach, describe, expect, test } from 'vitest';
import { DEFINE, PARK, PUT, payloadOf, prohibited, type Shanxi, startShanxi } from './seed.ts';

let api: Shanxi;
beforeEach(async () => {
  api = await startShanxi();
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
