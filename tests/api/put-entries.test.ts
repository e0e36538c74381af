import { beforeEach, describe, expect, test } from 'vitest';
import { does, PARK, PUT, payloadOf, prohibited, type Shanxi, startShanxi } from './seed.ts';

let api: Shanxi;
beforeEach(async () => {
  api = await startShanxi();
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
