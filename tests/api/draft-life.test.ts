import { beforeEach, describe, expect, test } from 'vitest';
import type { Person } from '../testkit/api.ts';
import {
  CHANGE,
  CREATE,
  DEFINE,
  DISCARD,
  type DraftSeed,
  does,
  OPEN,
  PARK,
  PUBLISH,
  PUT,
  payloadOf,
  prepared,
  prohibited,
  REMOVE_DEFINITIONS,
  RETURN,
  type Shanxi,
  SUBMIT,
} from './seed.ts';

let api: Shanxi;
let own: DraftSeed;
const start = prepared((api) =>
  api.draft({ key: 'own', title: { zh: '园区目录' }, entries: [prohibited('1')] }),
);
beforeEach(async () => {
  ({ api, made: own } = await start());
});

/** The first thing a step is refused with, `done` where it is not. */
async function codeOf(person: Person, mutation: string, input: object): Promise<string> {
  return payloadOf(await person.ask(mutation, { input })).userErrors[0]?.code ?? 'done';
}
const seen = (revision: number) => ({
  catalog: 'catalog_own',
  expectedRevision: revision,
  reason: '按程序办理',
});
const history = async (): Promise<readonly { action: string; by: string; reason: string }[]> => {
  const query = '{ catalog(id: "catalog_own") { history { edges { node { action by reason } } } } }';
  const { edges } = (await api.editor.ask(query)).data.catalog.history;
  return edges.map(({ node }: { node: object }) => node);
};
const publication = (contentHash: string) => ({
  catalog: 'catalog_own',
  contentHash,
  effectiveFrom: '2026-12-01',
  reason: '印发',
});

describe('returning a draft', () => {
  test('a publisher sends it back with a reason that the editors find in the history, and may publish it then', async () => {
    const { draft } = await does(api.editor, SUBMIT, seen(own.revision));
    const input = { ...seen(draft.revision), reason: '第一条依据不足，请补充' };
    const returned = (await does(api.publisher, RETURN, input)).draft;
    expect(returned).toMatchObject({
      status: 'EDITING',
      contentHash: own.contentHash,
      revision: draft.revision + 1,
      editors: ['qian'],
    });
    expect((await history())[0]).toEqual({
      action: 'RETURN_DRAFT',
      by: 'sun',
      reason: '第一条依据不足，请补充',
    });
    await does(api.editor, SUBMIT, seen(returned.revision));
    await does(api.publisher, PUBLISH, publication(own.contentHash));
  });

  test('says at which entries what is to be mended: with the draft until it is handed in again, in the history for ever', async () => {
    const { draft } = await does(api.editor, SUBMIT, seen(own.revision));
    const comments = [{ entry: '1', text: '依据不足' }, { text: '请补充发布机关' }];
    await does(api.publisher, RETURN, { ...seen(draft.revision), comments });
    const noted = async () =>
      (await api.editor.ask('{ catalog(id: "catalog_own") { draft { revision comments { entry text } } } }'))
        .data.catalog.draft;
    const told = [comments[0], { entry: null, text: '请补充发布机关' }];
    expect(await noted()).toEqual({ revision: draft.revision + 1, comments: told });
    await does(api.editor, SUBMIT, seen(draft.revision + 1));
    expect((await noted()).comments).toEqual([]);
    const { data } = await api.editor.ask(
      '{ catalog(id: "catalog_own") { history(filter: { entry: "1", actions: [RETURN_DRAFT] }) { edges { node { changes { edges { node { kind comments { entry text } } } } } } } } }',
    );
    expect(data.catalog.history.edges).toEqual([
      { node: { changes: { edges: [{ node: { kind: 'DRAFT_RETURNED', comments: told } }] } } },
    ]);
  });

  test('is refused where a comment says nothing, or is about an entry that the draft has not', async () => {
    const { draft } = await does(api.editor, SUBMIT, seen(own.revision));
    const input = (comment: object) => ({ ...seen(draft.revision), comments: [comment] });
    expect(await codeOf(api.publisher, RETURN, input({ entry: '1', text: ' ' }))).toBe('REQUIRED');
    expect(await codeOf(api.publisher, RETURN, input({ entry: '9', text: '多余' }))).toBe('UNKNOWN_ENTRY');
    expect(await codeOf(api.publisher, RETURN, input({ entry: '1', text: '改' }))).toBe('done');
  });

  test('is refused in edit, of another revision than was read, and to those who are neither editor nor publisher', async () => {
    expect(await codeOf(api.publisher, RETURN, seen(own.revision))).toBe('NOT_IN_REVIEW');
    const { draft } = await does(api.editor, SUBMIT, seen(own.revision));
    expect(await codeOf(api.publisher, RETURN, seen(own.revision))).toBe('STALE_DRAFT');
    for (const person of [api.admin, api.officer, api.as('wu'), api.as('wu', 'publisher:zone_140882')])
      expect(await codeOf(person, RETURN, seen(draft.revision))).toBe('NOT_ALLOWED');
    expect(await codeOf(api.editor, RETURN, seen(draft.revision))).toBe('done');
  });
});

describe('discarding a draft', () => {
  test('ends it in edit and in review, and another one can be opened', async () => {
    await does(api.editor, SUBMIT, seen(own.revision));
    expect(await codeOf(api.editor, DISCARD, seen(own.revision))).toBe('STALE_DRAFT');
    expect(await codeOf(api.publisher, DISCARD, seen(own.revision + 1))).toBe('NOT_ALLOWED');
    const { catalog } = await does(api.editor, DISCARD, seen(own.revision + 1));
    expect(catalog).toEqual({ id: 'catalog_own', draft: null });
    expect((await history())[0]).toMatchObject({ action: 'DISCARD_DRAFT', by: 'qian' });
    expect(await codeOf(api.editor, DISCARD, seen(own.revision + 2))).toBe('NO_DRAFT');
    expect(await codeOf(api.editor, OPEN, { catalog: 'catalog_own', reason: '重新起草' })).toBe('done');
  });

  test('does not wash hands: its editors cannot publish what somebody else puts in again', async () => {
    const both = api.as('zhou', `editor:${PARK}`, `publisher:${PARK}`);
    const edit = { ...seen(own.revision), entries: [prohibited('2')] };
    const { draft } = await does(both, PUT, edit);
    await does(api.editor, DISCARD, seen(draft.revision));

    const again = api.as('wu', `editor:${PARK}`);
    const opened = (await does(again, OPEN, { catalog: 'catalog_own', reason: '重新起草' })).draft;
    const put = { ...seen(opened.revision), entries: [prohibited('1'), prohibited('2')] };
    const filled = (await does(again, PUT, put)).draft;
    expect(filled.contentHash).toBe(draft.contentHash);
    expect(filled.editors).toEqual(['wu']);
    expect(filled.barredFromPublishing).toEqual(['wu', 'qian', 'zhou']);
    await does(again, SUBMIT, seen(filled.revision));

    const publish = `mutation ($input: PublishDraftInput!) { publishDraft(input: $input) { version { id }
      userErrors { __typename code zh: message en: message(locale: EN) } } }`;
    const refused = payloadOf(await both.ask(publish, { input: publication(filled.contentHash) }));
    expect(refused).toEqual({
      version: null,
      userErrors: [
        {
          __typename: 'AccessError',
          code: 'FOUR_EYES',
          zh: '“zhou”编制或者提交过因本次发布而施行的条文（包括本版草案、此前放弃的草案和恢复施行的旧版），不能发布；请由 wu、qian、zhou 以外的人员发布。',
          en: '"zhou" has edited or submitted text that would come into force: this draft, one discarded since the last version, or an old version that comes back. Somebody other than wu, qian, zhou must publish it.',
        },
      ],
    });
    // Both bar every project, so neither adds anything to the other.
    const acknowledge = ['1', '2'].map((entry) => ({ rule: 'PR-30', entry }));
    await does(api.publisher, PUBLISH, { ...publication(filled.contentHash), acknowledge });
    const next = (await does(again, OPEN, { catalog: 'catalog_own', reason: '修订' })).draft;
    expect(next.barredFromPublishing).toEqual(['wu']);
  });

  test('bars nobody where it was only opened', async () => {
    await does(api.editor, CREATE, {
      jurisdiction: PARK,
      key: 'other',
      title: { zh: '另一目录' },
      reason: '新建',
    });
    const both = api.as('zhou', `editor:${PARK}`, `publisher:${PARK}`);
    const of = { catalog: 'catalog_other', reason: '起草' };
    const { draft } = await does(both, OPEN, of);
    await does(both, DISCARD, { ...of, expectedRevision: draft.revision });
    expect((await does(api.editor, OPEN, of)).draft.barredFromPublishing).toEqual(['qian']);
  });
});

describe('title, issuer and document number', () => {
  const DETAILS = 'title { zh en } issuer documentNumber';
  const read = async (): Promise<object> =>
    (
      await api.editor.ask(`{ catalog(id: "catalog_own") {
        ${DETAILS} draft { ${DETAILS} } one: version(number: 1) { ${DETAILS} } two: version(number: 2) { ${DETAILS} }
      } }`)
    ).data.catalog;
  const before = { title: { zh: '园区目录', en: null }, issuer: null, documentNumber: null };
  const after = { title: { zh: '园区产业目录', en: 'Catalog' }, issuer: '管委会', documentNumber: '1号' };

  test('change in the draft, and become those of the catalog when it is published', async () => {
    const { draft } = await does(api.editor, CHANGE, { ...seen(own.revision), ...after });
    expect(draft.contentHash).not.toBe(own.contentHash);
    expect(await read()).toEqual({ ...before, draft: after, one: null, two: null });
    await does(api.editor, SUBMIT, seen(draft.revision));
    await does(api.publisher, PUBLISH, publication(draft.contentHash));
    expect(await read()).toEqual({ ...after, draft: null, one: after, two: null });

    const opened = (await does(api.editor, OPEN, { catalog: 'catalog_own', reason: '修订' })).draft;
    const cleared = { ...seen(opened.revision), issuer: null };
    const next = (await does(api.editor, CHANGE, cleared)).draft;
    const without = { ...after, issuer: null };
    expect(await read()).toEqual({ ...after, draft: without, one: after, two: null });
    await does(api.editor, SUBMIT, seen(next.revision));
    await does(api.publisher, PUBLISH, publication(next.contentHash));
    expect(await read()).toEqual({ ...without, draft: null, one: after, two: without });
  });

  test('are a thousand characters at most, and show something where they are given', async () => {
    const errorsOf = async (mutation: string, input: object) =>
      payloadOf(await api.editor.ask(mutation, { input })).userErrors.map(
        ({ code, path }: { code: string; path: string[] }) => `${code} ${path.join('.')}`,
      );
    const long = '长'.repeat(1001);
    const given = { title: { zh: '目录', en: long }, issuer: long, documentNumber: '\u200b\u3000' };
    const faults = ['TOO_LARGE title.en', 'TOO_LARGE issuer', 'REQUIRED documentNumber'];
    const creation = { jurisdiction: PARK, key: 'new', reason: '新建' };
    expect(await errorsOf(CREATE, { ...creation, ...given })).toEqual(faults);
    expect(await errorsOf(CREATE, { ...creation, title: { zh: '目录' }, issuer: '' })).toEqual([
      'REQUIRED issuer',
    ]);
    expect(await errorsOf(CHANGE, { ...seen(own.revision), ...given })).toEqual(faults);
    expect(await errorsOf(CHANGE, { ...seen(own.revision), title: { zh: '\u2060' } })).toEqual([
      'REQUIRED title.zh',
    ]);
    expect((await read()) as object).toMatchObject({ draft: before });
    await does(api.editor, CHANGE, { ...seen(own.revision), issuer: '长'.repeat(1000) });
  });

  test('of two who change them at once both land, unless it is the same one', async () => {
    const li = api.as('li', `editor:${PARK}`);
    await does(api.editor, CHANGE, { ...seen(own.revision), title: { zh: '甲' } });
    await does(li, CHANGE, { ...seen(own.revision), issuer: '管委会' });
    const stale = `mutation ($input: ChangeDetailsInput!) { changeDetails(input: $input) { draft { revision } userErrors {
      code path ... on StaleRevisionError { item current yours expectedRevision currentRevision }
    } } }`;
    const answer = await li.ask(stale, {
      input: { ...seen(own.revision), title: { zh: '乙' }, documentNumber: '2号' },
    });
    expect(payloadOf(answer)).toEqual({
      draft: null,
      userErrors: [
        {
          code: 'STALE_REVISION',
          path: ['title'],
          item: 'title',
          current: '{"zh":"甲"}',
          yours: '{"zh":"乙"}',
          expectedRevision: own.revision,
          currentRevision: own.revision + 2,
        },
      ],
    });
    expect(await read()).toMatchObject({
      draft: { title: { zh: '甲' }, issuer: '管委会', documentNumber: null },
    });
  });

  test.each([
    ['nothing', {}, 'NOTHING_GIVEN', null],
    ['a title left blank', { title: { zh: ' ' } }, 'REQUIRED', ['title', 'zh']],
    ['a title taken away', { title: null }, 'REQUIRED', ['title']],
    ['an issuer left blank', { issuer: '' }, 'REQUIRED', ['issuer']],
  ])('are not changed by %s', async (_, given, code, path) => {
    const answer = await api.editor.ask(CHANGE, { input: { ...seen(own.revision), ...given } });
    expect(payloadOf(answer)).toMatchObject({ draft: null, userErrors: [{ code, path }] });
    expect((await history())[0]).toMatchObject({ action: 'PUT_ENTRIES' });
  });
});

describe('removing definitions', () => {
  const fact = (name: string) => ({
    key: `own.${name}`,
    type: 'FLAG',
    name: { zh: name },
    question: { zh: `${name}？` },
  });
  const list = { key: 'own.barred', name: { zh: '禁止' }, members: ['75-44-5'] };
  const defined = async (): Promise<readonly string[]> => {
    const query = '{ catalog(id: "catalog_own") { draft { facts { key } lists { key } } } }';
    const { facts, lists } = (await api.editor.ask(query)).data.catalog.draft;
    return [...facts, ...lists].map(({ key }: { key: string }) => key);
  };

  test('takes away facts and lists, all or none', async () => {
    const input = { ...seen(own.revision), facts: [fact('a'), fact('b')], lists: [list] };
    const { draft } = await does(api.editor, DEFINE, input);
    const remove = (more: object) => ({ ...seen(draft.revision), ...more });
    const answer = await api.editor.ask(REMOVE_DEFINITIONS, {
      input: remove({ facts: ['own.a', 'own.c'], lists: ['own.none', 'own.barred'] }),
    });
    expect(payloadOf(answer)).toMatchObject({
      draft: null,
      userErrors: [
        { code: 'UNKNOWN_DEFINITION', path: ['facts', '1'] },
        { code: 'UNKNOWN_DEFINITION', path: ['lists', '0'] },
      ],
    });
    expect(await defined()).toEqual(['own.a', 'own.b', 'own.barred']);
    expect(await codeOf(api.editor, REMOVE_DEFINITIONS, remove({}))).toBe('NOTHING_GIVEN');
    expect(await codeOf(api.editor, REMOVE_DEFINITIONS, remove({ facts: ['own.a', 'own.a'] }))).toBe(
      'DUPLICATE_CODE',
    );
    await does(api.editor, REMOVE_DEFINITIONS, remove({ facts: ['own.a'], lists: ['own.barred'] }));
    expect(await defined()).toEqual(['own.b']);
    expect((await history())[0]).toMatchObject({ action: 'REMOVE_DEFINITIONS' });
  });

  test('of one that somebody has changed since is refused', async () => {
    const { draft } = await does(api.editor, DEFINE, {
      ...seen(own.revision),
      facts: [fact('a'), fact('b')],
    });
    await does(api.editor, DEFINE, { ...seen(draft.revision), facts: [fact('a')] });
    const remove = (name: string) => ({ ...seen(draft.revision), facts: [`own.${name}`] });
    expect(await codeOf(api.editor, REMOVE_DEFINITIONS, remove('a'))).toBe('STALE_REVISION');
    expect(await codeOf(api.editor, REMOVE_DEFINITIONS, remove('b'))).toBe('done');
  });
});
