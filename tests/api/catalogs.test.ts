import { beforeEach, describe, expect, test } from 'vitest';
import {
  CITY,
  COUNTRY,
  CREATE,
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
