import { gunzipSync, gzipSync } from 'node:zlib';
import { DeleteItemCommand, GetItemCommand, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { beforeEach, describe, expect, test } from 'vitest';
import { decisionRecord } from '../../services/domain/chain/decision-record.ts';
import { verifyExport } from '../../services/domain/chain/verify-export.ts';
import { canonicalJson, hashOf } from '../../services/domain/values/canonical.ts';
import { linkAllDecisions } from '../../services/operations/seals/link-decisions.ts';
import type { Person } from '../testkit/api.ts';
import { COUNTRY, DECIDE, does, PARK, PUT, prepared, prohibited, type Shanxi } from './seed.ts';

// Somebody who can write the table changes it behind the service's back.

const CATALOG = 'catalog_own';
let api: Shanxi;
let decision: string;

/** Five revisions with a version among them, a decision that read it, and three revisions after that. */
const start = prepared(async (api) => {
  await api.publish({ key: 'own', entries: [prohibited('1'), prohibited('2')] });
  const officer = api.as('zheng', `officer:${COUNTRY}`);
  const decided = await does(officer, DECIDE, {
    project: { zone: PARK, industries: ['2614'] },
    idempotencyKey: 'k',
  });
  const { revision } = await api.draft({ key: 'own', entries: [prohibited('3')] });
  await does(api.editor, PUT, {
    catalog: CATALOG,
    expectedRevision: revision,
    entries: [prohibited('4')],
    reason: '续编',
  });
  return decided.decision.id as string;
});
beforeEach(async () => {
  ({ api, made: decision } = await start());
});

interface Head {
  readonly revision: number;
  readonly hash: string;
}
async function verify(
  said: { readonly heads?: readonly Head[]; readonly decision?: string } = {},
  person: Person | Shanxi = api.admin,
) {
  const { data, errors } = await person.ask(
    `query ($catalog: ID!, $heads: [ChainHeadInput!], $decision: ID) {
      verifyHistory(catalog: $catalog, heads: $heads, decision: $decision) {
        whole fault brokenAt version headsCompared head { revision hash } text en: text(locale: EN)
      } }`,
    { catalog: CATALOG, ...said },
  );
  expect(errors).toBeUndefined();
  return data.verifyHistory;
}
const heads = async (): Promise<readonly Head[]> => {
  const { data } = await api.admin.ask(
    `{ catalog(id: "${CATALOG}") { history { edges { node { revision: number hash } } } } }`,
  );
  return data.catalog.history.edges.map(({ node }: { node: Head }) => node).reverse();
};

type Item = Record<string, { S?: string; B?: Uint8Array }>;
const keyOf = (seq: number) => ({
  PK: { S: `CHAIN#${CATALOG}` },
  SK: { S: `REV#${String(seq).padStart(12, '0')}` },
});
const itemOf = async ({ PK, SK }: Item): Promise<Item> =>
  (await api.client.send(new GetItemCommand({ TableName: api.tableName, Key: { PK, SK } as never })))
    .Item as Item;
const read = (seq: number): Promise<Item> => itemOf(keyOf(seq));
const put = (item: Item) =>
  api.client.send(new PutItemCommand({ TableName: api.tableName, Item: item as never }));
const remove = (key: Item) =>
  api.client.send(
    new DeleteItemCommand({ TableName: api.tableName, Key: { PK: key.PK, SK: key.SK } as never }),
  );
const blobKey = (hash: string): Item => ({ PK: { S: `BLOB#${hash}` }, SK: { S: 'BLOB' } });

/** Writes all revisions from one on anew, every hash right, as the service itself would. */
async function rewriteFrom(seq: number, change: (item: Item) => Item = (item) => item): Promise<void> {
  const last = (await heads()).length;
  let previousHash = seq === 1 ? null : (await read(seq - 1)).hash!.S!;
  for (let at = seq; at <= last; at++) {
    const item = at === seq ? change(await read(at)) : await read(at);
    const text = (field: string) => item[field]!.S!;
    const [id, actor, time, action, reason] = ['id', 'actor', 'time', 'action', 'reason'].map(text);
    const [changed, state] = ['change', 'state'].map(text);
    const said = { seq: at, id, actor, time, action, reason, previousHash, change: changed, state };
    const hash = hashOf({ chain: CATALOG, ...said });
    await put({ ...item, ...(previousHash ? { previousHash: { S: previousHash } } : {}), hash: { S: hash } });
    previousHash = hash;
  }
}

test('an untouched history is whole, and against every head it had and the decision that read it', async () => {
  const all = await heads();
  const head = all.at(-1);
  expect(all).toHaveLength(7);
  expect(await verify()).toMatchObject({ whole: true, fault: null, brokenAt: null, headsCompared: 0, head });
  expect(await verify({ heads: all, decision })).toMatchObject({ whole: true, headsCompared: 8, head });
});

describe('the very place is named where', () => {
  test.each([1, 2, 3, 4, 5, 6, 7])('revision %i was changed', async (seq) => {
    const item = await read(seq);
    await put({ ...item, actor: { S: '钱七' } });
    expect(await verify()).toMatchObject({
      whole: false,
      fault: 'HASH',
      brokenAt: seq,
      text: `第 ${seq} 条修订记录被改动：按其内容重新计算的哈希与其所载哈希不符。`,
      en: `Revision ${seq} was changed: the hash worked out from what it says is not the one that it carries.`,
    });
  });

  test.each([1, 2, 3, 4, 5, 6])('revision %i was deleted', async (seq) => {
    await remove(await read(seq));
    expect(await verify()).toMatchObject({ fault: 'GAP', brokenAt: seq });
  });

  test.each([1, 2, 3, 4, 5, 6])('revision %i and the next were swapped', async (seq) => {
    const [one, other] = [await read(seq), await read(seq + 1)];
    await put({ ...other, ...keyOf(seq) });
    await put({ ...one, ...keyOf(seq + 1) });
    expect(await verify()).toMatchObject({ fault: 'LINK', brokenAt: seq });
  });

  test('a revision was made unreadable, or got a field more', async () => {
    const item = await read(3);
    await put({ ...item, approvedBy: { S: '王五' } });
    expect(await verify()).toMatchObject({ fault: 'UNREADABLE', brokenAt: 3 });
    const { reason: _, ...less } = item;
    await put(less);
    expect(await verify()).toMatchObject({ fault: 'UNREADABLE', brokenAt: 3 });
  });

  test.each(['change', 'state'] as const)('the %s of a revision was deleted or replaced', async (of) => {
    // The fourth is that of a publication: nothing else names these blobs.
    const blob = blobKey((await read(4))[of]!.S!);
    await put({ ...(await itemOf(blobKey((await read(3))[of]!.S!))), ...blob });
    expect(await verify()).toMatchObject({ fault: 'BLOB', brokenAt: 4 });
    expect((await verify()).text).toMatch(/^第 4 条修订记录的(变更内容|变更后状态)被改动/);
    await remove(blob);
    expect(await verify()).toMatchObject({ fault: 'BLOB', brokenAt: 4 });
    expect((await verify()).text).toMatch(/^第 4 条修订记录的(变更内容|变更后状态)缺失/);
  });

  test('the text of the catalog, or a piece of it, was deleted', async () => {
    const { content } = (await state()).versions[0]!;
    const root = await bodyOf(content);
    for (const piece of [root.facts, root.entries, content] as readonly string[]) {
      const item = await itemOf(blobKey(piece));
      await remove(item);
      // The draft has had this text since the second revision.
      const brokenAt = piece === root.facts ? 1 : 2;
      expect(await verify()).toMatchObject({ fault: 'BLOB', brokenAt });
      expect((await verify()).text).toBe(`第 ${brokenAt} 条修订记录的目录文本缺失（哈希 ${piece}）。`);
      await put(item);
    }
    expect(await verify()).toMatchObject({ whole: true });
  });

  test('the published version was changed, dropped or joined by another, with every hash right', async () => {
    const then = await state();
    const [version] = then.versions;
    const forged = [
      [{ ...version!, effectiveFrom: '2025-01-01' }],
      [],
      [
        { ...version!, withdrawals: [] },
        { ...version!, number: 2 },
      ],
    ];
    for (const versions of forged) {
      const hash = await putBody({ ...then, versions });
      await rewriteFrom(7, (item) => ({ ...item, state: { S: hash } }));
      expect(await verify()).toMatchObject({
        fault: 'VERSION',
        brokenAt: 7,
        version: versions.length === 2 ? 2 : 1,
      });
    }
  });

  test('a version says something else than was approved, with every hash right', async () => {
    const other = (await state()).draft!;
    const at4 = await bodyOf((await read(4)).state!.S!);
    const version = { ...at4.versions[0], content: other.content, entryCount: other.entryCount };
    const hash = await putBody({ ...at4, versions: [version] });
    await rewriteFrom(4, (item) => ({ ...item, state: { S: hash } }));
    expect(await verify()).toMatchObject({ fault: 'CONTENT', brokenAt: 4, version: 1 });
  });
});

const state = async () => (await api.deps.store.readCatalog('own', { consistent: true }))!.state;
// biome-ignore lint/suspicious/noExplicitAny: a blob holds whatever it holds
const bodyOf = async (hash: string): Promise<any> =>
  JSON.parse(gunzipSync((await itemOf(blobKey(hash))).bytes!.B!).toString());
async function putBody(body: object): Promise<string> {
  const hash = hashOf(body);
  await put({ ...blobKey(hash), bytes: { B: gzipSync(canonicalJson(body)) } });
  return hash;
}

describe('what the history alone cannot tell', () => {
  test('its end cut off, is told by an earlier head, and where it reaches that far by the decision', async () => {
    const all = await heads();
    for (const seq of [7, 6]) await remove(keyOf(seq));
    expect(await verify()).toMatchObject({ whole: true, head: all[4] });
    expect((await verify()).text).toMatch(
      /未与另行留存的链头比对，末尾若被整体截去或改写，仅凭本次核对无法发现。$/,
    );
    expect(await verify({ heads: all.slice(6) })).toMatchObject({ fault: 'GAP', brokenAt: 6 });
    expect(await verify({ decision })).toMatchObject({ whole: true, headsCompared: 1 });
    for (const seq of [5, 4]) await remove(keyOf(seq));
    expect(await verify()).toMatchObject({ whole: true, head: all[2] });
    expect(await verify({ decision })).toMatchObject({ fault: 'GAP', brokenAt: 4 });
  });

  test('its end written anew, is told the same way', async () => {
    const all = await heads();
    await rewriteFrom(3, (item) => ({ ...item, actor: { S: '别人' } }));
    expect(await verify()).toMatchObject({ whole: true });
    const [third, found] = [all[2]!.hash, (await read(3)).hash!.S];
    expect(await verify({ heads: [all[1]!, all[2]!] })).toMatchObject({
      fault: 'FORK',
      brokenAt: 3,
      text: `第 3 条修订记录与另行留存的链头不符（留存的哈希为 ${third}，现为 ${found}）：第 3 条至第 3 条之间的记录被改写。`,
    });
    expect(await verify({ decision })).toMatchObject({ fault: 'FORK', brokenAt: 4 });
  });

  test('nothing is proved by a decision whose own record was changed', async () => {
    await linkAllDecisions(api.deps);
    const item = await itemOf({ PK: { S: `DECISION#${decision}` }, SK: { S: 'META' } });
    const record = await bodyOf(item.body!.S!);
    const [catalog] = record.evidence.catalogs;
    const body = await putBody({
      ...record,
      evidence: {
        ...record.evidence,
        catalogs: [{ ...catalog, head: { seq: 3, hash: (await heads())[2]!.hash } }],
      },
    });
    await put({ ...item, body: { S: body } });
    expect(await codeOf({ decision })).toBe('RECEIPT_BROKEN');
  });
});

async function codeOf(said: object, person: Person = api.admin): Promise<unknown> {
  const { errors } = await person.ask(
    `query ($catalog: ID!, $heads: [ChainHeadInput!], $decision: ID) {
      verifyHistory(catalog: $catalog, heads: $heads, decision: $decision) { whole } }`,
    { catalog: CATALOG, ...said },
  );
  return errors?.[0]?.extensions.code;
}

test('what it is to be held against is checked, and named where it is wrong', async () => {
  const hash = 'a'.repeat(64);
  expect(await codeOf({ heads: [{ revision: 0, hash }] })).toBe('OUT_OF_RANGE');
  expect(await codeOf({ heads: [{ revision: 1, hash: 'A'.repeat(64) }] })).toBe('INVALID_HASH');
  expect(await codeOf({ heads: Array.from({ length: 1001 }, () => ({ revision: 1, hash })) })).toBe(
    'TOO_MANY',
  );
  expect(await codeOf({ decision: `decision_${'0'.repeat(40)}` })).toBe('UNKNOWN_DECISION');
  // An editor may not see decisions: the same answer as for one that is not there.
  expect(await codeOf({ decision }, api.editor)).toBe('UNKNOWN_DECISION');
  await api.publish({ key: 'later', entries: [prohibited('1')] });
  expect(await codeOf({ catalog: 'catalog_later', decision })).toBe('DECISION_ELSEWHERE');
});

describe('an exported history', () => {
  const exportedBy = async (person: Person, first: number): Promise<readonly string[]> => {
    const lines: string[] = [];
    for (let after: string | null = null; ; ) {
      const { data, errors } = await person.ask(
        `query ($catalog: ID!, $first: Int!, $after: String) {
          exportHistory(catalog: $catalog, first: $first, after: $after) { lines hasNextPage endCursor } }`,
        { catalog: CATALOG, first, after },
      );
      expect(errors).toBeUndefined();
      lines.push(...data.exportHistory.lines);
      if (!data.exportHistory.hasNextPage) return lines;
      after = data.exportHistory.endCursor;
    }
  };
  const verified = (
    lines: readonly string[],
    known: Parameters<typeof verifyExport>[0] = () => ({ heads: [], read: [] }),
  ) => {
    const verification = verifyExport(known);
    for (const line of lines) verification.next(line);
    return verification.end();
  };

  test('is the same by pages of any size, and verifies without the service', async () => {
    const lines = await exportedBy(api.editor, 100);
    const { revision: seq, hash } = (await heads()).at(-1)!;
    expect(verified(lines)).toEqual({
      chain: CATALOG,
      head: { seq, hash },
      versions: 1,
      broken: null,
      line: null,
    });
    for (const first of [1, 2, 7]) expect(await exportedBy(api.editor, first)).toEqual(lines);
  });

  test('is held against the record of a decision', async () => {
    const lines = await exportedBy(api.editor, 100);
    const { data } = await api.admin.ask(`{ decision(id: "${decision}") { record receipt } }`);
    const record = decisionRecord(JSON.parse(data.decision.record))!;
    expect(record).toMatchObject({ id: decision, receipt: data.decision.receipt, receiptHolds: true });
    const known = (chain: string) => ({ heads: [record.headOf(chain)!], read: [record.versionOf(chain)!] });
    expect(verified(lines, known).broken).toBeNull();
    await rewriteFrom(3, (item) => ({ ...item, actor: { S: '别人' } }));
    expect(verified(await exportedBy(api.editor, 100)).broken).toBeNull();
    expect(verified(await exportedBy(api.editor, 100), known).broken).toMatchObject({
      fault: 'FORK',
      brokenAt: 4,
    });
  });

  test('can be had of a damaged history too, and shows the damage', async () => {
    const item = await read(2);
    await put({ ...item, approvedBy: { S: '王五' } });
    expect(verified(await exportedBy(api.editor, 3)).broken).toEqual({ fault: 'UNREADABLE', brokenAt: 2 });
    await put(item);
    await remove(blobKey(item.change!.S!));
    expect(verified(await exportedBy(api.editor, 3)).broken).toMatchObject({
      fault: 'BLOB',
      brokenAt: 2,
      of: 'CHANGE',
    });
  });
});

test('whoever may not read the history gets the answer for what does not exist', async () => {
  const queries = [
    (id: string) => `{ verifyHistory(catalog: "${id}", heads: [{revision: 0, hash: ""}]) { whole } }`,
    (id: string) => `{ exportHistory(catalog: "${id}") { lines } }`,
  ];
  const people = [
    api,
    api.as('wu'),
    api.as('wu', 'editor:zone_140882'),
    api.as('wu', 'officer:region_150000'),
  ];
  for (const query of queries) {
    const absent = (await api.admin.ask(query('catalog_absent'))).body;
    for (const person of people) expect((await person.ask(query(CATALOG))).body).toBe(absent);
    for (const id of ['own', 'catalog_', 'catalog_own@1', 'zone_140881'])
      expect((await api.admin.ask(query(id))).body).toBe(absent);
  }
  for (const person of [api.editor, api.publisher, api.officer, api.admin])
    expect((await verify({}, person)).whole).toBe(true);
});
