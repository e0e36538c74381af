import { beforeEach, describe, expect, test } from 'vitest';
import type { Person } from '../testkit/api.ts';
import {
  APPLY,
  DEFINE,
  DISCARD,
  type DraftSeed,
  does,
  PUBLISH,
  PUT,
  payloadOf,
  prepared,
  prohibited,
  type Shanxi,
  STAGE,
  SUBMIT,
} from './seed.ts';

let api: Shanxi;
let own: DraftSeed;
const start = prepared((api) => api.draft({ key: 'own', entries: [prohibited('1'), prohibited('2')] }));
beforeEach(async () => {
  ({ api, made: own } = await start());
});

const seen = () => ({ catalog: 'catalog_own', expectedRevision: own.revision });
const stages = async (entries: readonly object[], after: string | null = null, more: object = {}) =>
  (await does(api.editor, STAGE, { ...seen(), entries, after, ...more })).staged;
const applies = async (person: Person, staged: string) =>
  payloadOf(await person.ask(APPLY, { input: { catalog: 'catalog_own', staged, reason: '导入' } }));
const draftNow = async () =>
  (
    await api.editor.ask(
      '{ catalog(id: "catalog_own") { draft { revision contentHash entries { edges { node { code text { zh } force } } } } } }',
    )
  ).data.catalog.draft;
const codesNow = async () =>
  (await draftNow()).entries.edges.map(({ node }: { node: { code: string } }) => node.code);

describe('a staged edit', () => {
  test('comes into the draft as a whole, by one revision, and until then nothing is any different', async () => {
    const before = await draftNow();
    const first = await stages([prohibited('3'), { code: '1', text: { zh: '改写' } }]);
    const second = await stages([prohibited('4')], first.id);
    expect([first.codes, second.codes]).toEqual([
      ['3', '1'],
      ['3', '1', '4'],
    ]);
    expect([first.entryCount, second.entryCount]).toEqual([3, 4]);
    expect(await draftNow()).toEqual(before);

    const { draft, userErrors } = await applies(api.editor, second.id);
    expect(userErrors).toEqual([]);
    expect(draft).toMatchObject({
      revision: own.revision + 1,
      entryCount: 4,
      contentHash: second.contentHash,
      status: 'EDITING',
    });
    expect(await codesNow()).toEqual(['1', '2', '3', '4']);
    // What is left out of an entry that is there stays as it is.
    expect((await draftNow()).entries.edges[0].node).toEqual({
      code: '1',
      text: { zh: '改写' },
      force: 'MANDATORY',
    });
  });

  test('brings along what its entries name, and is refused where others have defined the same meanwhile', async () => {
    const fact = (name: string) => ({
      key: 'own.height',
      type: 'NUMBER',
      unit: '米',
      name: { zh: name },
      question: { zh: '多高？' },
    });
    const when = { number: { fact: 'own.height', unit: '米', moreThan: '100' } };
    const product = { key: 'own.lead', name: { zh: '再生铅' } };
    const { staged } = await does(api.editor, STAGE, {
      ...seen(),
      facts: [fact('高度')],
      products: [product],
    });
    const { id } = await stages([prohibited('3', { when })], staged.id);
    const { data } = await api.editor.ask(
      `{ stagedEdit(catalog: "catalog_own", staged: "${id}") { codes definitions contentHash
        comparison { counts { entriesAdded facts products } } } }`,
    );
    expect(data.stagedEdit).toMatchObject({
      codes: ['3'],
      definitions: ['own.height', 'own.lead'],
      comparison: { counts: { entriesAdded: 1, facts: 1, products: 1 } },
    });
    const put = { ...seen(), facts: [fact('檐口高度')], reason: '另行定义' };
    const refused = await does(api.as('zhou', 'editor:zone_140881'), DEFINE, put).then(() =>
      applies(api.editor, id),
    );
    expect(refused).toMatchObject({
      draft: null,
      userErrors: [{ code: 'STALE_REVISION', path: ['facts', 'own.height'] }],
    });
    const again = { ...seen(), expectedRevision: own.revision + 1, entries: [prohibited('3', { when })] };
    const { staged: second } = await does(api.editor, STAGE, { ...again, facts: [fact('高度')] });
    expect((await applies(api.editor, second.id)).draft).toMatchObject({ contentHash: second.contentHash });
  });

  test('is in the history as what it does: what it puts, or what it removes where it puts nothing', async () => {
    const term = { key: 'own.lead', name: { zh: '再生铅' } };
    const edits = [
      { products: [term] },
      { entries: [prohibited('3')], remove: [{ entry: '1' }] },
      { remove: [{ product: 'own.lead' }] },
      { remove: [{ entry: '2' }] },
    ];
    for (const [at, edit] of edits.entries()) {
      const input = { ...seen(), expectedRevision: own.revision + at, ...edit };
      const { staged } = await does(api.editor, STAGE, input);
      expect((await applies(api.editor, staged.id)).userErrors).toEqual([]);
    }
    const { data } = await api.editor.ask(
      '{ catalog(id: "catalog_own") { history(first: 4) { edges { node { action } } } } }',
    );
    expect(data.catalog.history.edges.map(({ node }: { node: { action: string } }) => node.action)).toEqual([
      'REMOVE_ENTRIES',
      'REMOVE_DEFINITIONS',
      'PUT_ENTRIES',
      'PUT_DEFINITIONS',
    ]);
  });

  test('takes entries and definitions out by the same revision, says so beforehand, and only what is there', async () => {
    const list = { key: 'own.gases', name: { zh: '气体' }, members: ['7782-50-5'] };
    const term = { key: 'own.lead', name: { zh: '再生铅' } };
    const fact = { key: 'own.ready', type: 'FLAG', name: { zh: '建成' }, question: { zh: '建成？' } };
    const defined = { facts: [fact], lists: [list], products: [term], reason: '定义' };
    const { draft } = await does(api.editor, DEFINE, { ...seen(), ...defined });
    own = { ...own, revision: draft.revision };
    const first = await stages([prohibited('3')], null, { remove: [{ list: 'own.gases' }] });
    const remove = [{ entry: '1' }, { fact: 'own.ready' }, { product: 'own.lead' }];
    const { id, codes, entryCount, contentHash } = await stages([], first.id, { remove });
    expect([codes, entryCount]).toEqual([['3', '1'], 2]);
    const query = `query ($id: ID!) { stagedEdit(catalog: "catalog_own", staged: $id) { definitions
      comparison { text counts { entriesAdded entriesRemoved facts lists products } } } }`;
    const { definitions, comparison } = (await api.editor.ask(query, { id })).data.stagedEdit;
    expect(definitions).toEqual(['own.ready', 'own.gases', 'own.lead']);
    expect(comparison.counts).toEqual({
      entriesAdded: 1,
      entriesRemoved: 1,
      facts: 1,
      lists: 1,
      products: 1,
    });
    for (const said of ['删除条目', '删除事项“建成”', '删除化学品名单“气体”', '删除产品类别“再生铅”'])
      expect(comparison.text).toContain(said);
    const applied = await applies(api.editor, id);
    expect(applied).toMatchObject({ userErrors: [], draft: { revision: own.revision + 1, contentHash } });
    expect(await codesNow()).toEqual(['2', '3']);
    const { data } = await api.editor.ask(
      '{ catalog(id: "catalog_own") { draft { facts { key } lists { key } products { key } } } }',
    );
    expect(data.catalog.draft).toEqual({ facts: [], lists: [], products: [] });

    const now = { ...seen(), expectedRevision: own.revision + 1 };
    const errorsOf = async (more: object) =>
      payloadOf(await api.editor.ask(STAGE, { input: { ...now, ...more } })).userErrors.map(
        ({ code, path }: { code: string; path: readonly string[] }) => [code, path.join('.')],
      );
    expect(await errorsOf({ remove: [{ entry: '1' }, { entry: '2' }, { list: 'own.gases' }] })).toEqual([
      ['UNKNOWN_ENTRY', 'remove.0'],
      ['UNKNOWN_DEFINITION', 'remove.2'],
    ]);
    // Where it stands in what was sent, whatever was set by before.
    const { id: after } = await stages([prohibited('8')], null, { expectedRevision: now.expectedRevision });
    const twice = {
      entries: [prohibited('2'), prohibited('8')],
      remove: [{ list: 'own.l' }, { entry: '2' }],
    };
    expect(await errorsOf({ ...twice, after })).toEqual([
      ['DUPLICATE_CODE', 'entries.1.code'],
      ['DUPLICATE_CODE', 'remove.1'],
    ]);
    // What another has changed meanwhile is not removed unseen.
    await does(api.as('zhou', 'editor:zone_140881'), PUT, {
      ...now,
      entries: [prohibited('2', { text: { zh: '同事' } })],
      reason: '修改',
    });
    expect(await errorsOf({ remove: [{ entry: '2' }] })).toEqual([['STALE_REVISION', 'entries.2']]);
  });

  test('is told of what it defines wrongly, twice, or for another catalog', async () => {
    const list = (key: string, members = ['7782-50-5']) => ({ key, name: { zh: '名单' }, members });
    const codes = async (more: object) =>
      payloadOf(await api.editor.ask(STAGE, { input: { ...seen(), ...more } })).userErrors.map(
        ({ code, path }: { code: string; path: readonly string[] }) => [code, path.join('.')],
      );
    expect(await codes({ lists: [list('other.l'), list('own.l', [])] })).toEqual([
      ['NOTHING_GIVEN', 'lists.1.members'],
    ]);
    expect(await codes({ lists: [list('other.l')] })).toEqual([['FOREIGN_KEY', 'lists.0.key']]);
    expect(await codes({})).toEqual([['NOTHING_GIVEN', 'entries']]);
    const { staged } = await does(api.editor, STAGE, { ...seen(), lists: [list('own.l')] });
    expect(await codes({ lists: [list('own.l')], after: staged.id })).toEqual([
      ['DUPLICATE_CODE', 'lists.0.key'],
    ]);
  });

  test('says beforehand what it changes, and what the publication rules say to it', async () => {
    const { id, contentHash } = await stages([
      prohibited('2', { text: { zh: '另一内容' } }),
      prohibited('3', { basis: [], industries: { include: ['261'] } }),
    ]);
    const query = `query ($id: ID!) { stagedEdit(catalog: "catalog_own", staged: $id) {
      comparison { from { id } to { id contentHash draft { revision } } counts { entriesAdded entriesChanged } text }
      check(effectiveFrom: "2026-12-01") { contentHash publishable violations { rule entry severity } } } }`;
    const { comparison, check } = (await api.editor.ask(query, { id })).data.stagedEdit;
    expect(comparison).toMatchObject({
      from: { id: 'catalog_own@draft' },
      to: { id, contentHash, draft: null },
      counts: { entriesAdded: 1, entriesChanged: 1 },
    });
    expect(comparison.text).toContain('录入后的草案与草案相比：条目新增 1 条、修改 1 条');
    expect(comparison.text).toContain('另一内容');
    expect(check).toMatchObject({ contentHash, publishable: false });
    expect(check.violations).toContainEqual({ rule: 'PR-01', entry: '3', severity: 'ERROR' });
  });

  test('leaves alone what others have put beside it meanwhile, and is refused where they have put the same', async () => {
    const { id } = await stages([prohibited('3'), prohibited('4')]);
    const colleague = api.as('zhou', 'editor:zone_140881');
    const puts = (code: string, expectedRevision: number) =>
      does(colleague, PUT, {
        catalog: 'catalog_own',
        expectedRevision,
        entries: [prohibited(code, { text: { zh: '同事' } })],
        reason: '修改',
      });
    await puts('9', own.revision);
    expect((await applies(api.editor, id)).userErrors).toEqual([]);
    expect(await codesNow()).toEqual(['1', '2', '3', '4', '9']);

    const { revision } = await draftNow();
    const again = await does(api.editor, STAGE, {
      ...seen(),
      expectedRevision: revision,
      entries: [prohibited('3', { text: { zh: '我' } }), prohibited('5')],
    });
    await puts('3', revision);
    const refused = await applies(api.editor, again.staged.id);
    expect(refused).toMatchObject({ draft: null, userErrors: [{ code: 'STALE_REVISION' }] });
    expect(await codesNow()).toEqual(['1', '2', '3', '4', '9']);
  });

  test('bars everybody who has written a piece of it from publishing, whoever applied it', async () => {
    const writer = api.as('sun', 'editor:zone_140881', 'publisher:zone_140881');
    const { staged } = await does(writer, STAGE, { ...seen(), entries: [prohibited('3')] });
    const { draft } = await applies(api.editor, staged.id);
    expect(draft.editors).toEqual(['qian', 'sun']);
    await does(api.editor, SUBMIT, { ...seen(), expectedRevision: draft.revision, reason: '报送' });
    const input = {
      catalog: 'catalog_own',
      contentHash: draft.contentHash,
      effectiveFrom: '2026-12-01',
      reason: '印发',
    };
    expect(payloadOf(await writer.ask(PUBLISH, { input })).userErrors[0].code).toBe('FOUR_EYES');
  });

  test('is told of every fault of a piece at once, and the pieces before it stay', async () => {
    const first = await stages([prohibited('3')]);
    const refused = payloadOf(
      await api.editor.ask(STAGE, {
        input: {
          ...seen(),
          after: first.id,
          entries: [
            prohibited('4', { measure: 'BANNED' }),
            prohibited('5', { industries: { include: ['2614 炼铁'] } }),
          ],
        },
      }),
    );
    expect(refused).toMatchObject({ staged: null, userErrors: [{ code: 'OUT_OF_RANGE' }] });
    const codeOf = async (entries: readonly object[]) =>
      payloadOf(await api.editor.ask(STAGE, { input: { ...seen(), after: first.id, entries } })).userErrors[0]
        ?.code;
    expect(await codeOf([prohibited('3')])).toBe('DUPLICATE_CODE');
    expect(await codeOf([])).toBe('NOTHING_GIVEN');
    expect((await stages([prohibited('4')], first.id)).codes).toEqual(['3', '4']);
  });

  test('is of one catalog and one draft: an id of anything else is unknown', async () => {
    const other = await api.draft({ key: 'other', entries: [prohibited('1')] });
    const { staged } = await does(api.editor, STAGE, {
      catalog: other.id,
      expectedRevision: other.revision,
      entries: [prohibited('2')],
    });
    for (const id of [staged.id, 'none', own.contentHash, 'f'.repeat(64)]) {
      expect((await applies(api.editor, id)).userErrors).toMatchObject([{ code: 'UNKNOWN_STAGED_EDIT' }]);
      const asked = await api.editor.ask(`{ stagedEdit(catalog: "catalog_own", staged: "${id}") { id } }`);
      expect([asked.data, asked.errors]).toEqual([{ stagedEdit: null }, undefined]);
    }
    const mine = await stages([prohibited('3')]);
    await does(api.editor, DISCARD, { ...seen(), reason: '放弃' });
    expect((await applies(api.editor, mine.id)).userErrors).toMatchObject([{ code: 'NO_DRAFT' }]);
  });
});
