import { beforeEach, describe, expect, test } from 'vitest';
import type { Person } from '../testkit/api.ts';
import {
  ADD_TO_BATCH,
  CHANGE_ZONE,
  CITY,
  CLOSE_BATCH,
  CREATE_BATCH,
  DECIDE,
  DECIDE_BATCH,
  does,
  forLists,
  OTHER_PARK,
  PARK,
  payloadOf,
  prepared,
  prohibited,
  listed as project,
  type Shanxi,
  zone,
} from './seed.ts';

const exceptions = [{ key: 'gap', text: { zh: '填补空白' }, discretionary: true }];
const start = prepared(forLists({ exceptions }));
let api: Shanxi;
let office: Person;
let colleague: Person;
beforeEach(async () => {
  ({ api } = await start());
  office = api.as('he', `officer:${CITY}`);
  colleague = api.as('lü', `officer:${CITY}`);
});

const CODE = '2603-140881-89-05-346948';
const rows = [
  project('a', '2611'),
  project('b', '2614'),
  project('c', '2710', { projectCode: CODE }),
  project('d', '9999'),
  project('e', '2710', { zone: OTHER_PARK }),
];
async function closed(chunks: readonly (readonly object[])[] = [rows], more: object = {}): Promise<string> {
  const input = { label: '批次', jurisdiction: CITY, idempotencyKey: 'k', ...more };
  const { batch } = await does(office, CREATE_BATCH, input);
  for (const [index, rows] of chunks.entries())
    await does(office, ADD_TO_BATCH, { batch: batch.id, index, rows });
  await does(office, CLOSE_BATCH, { batch: batch.id, chunks: chunks.length, rows: chunks.flat().length });
  return batch.id;
}
// biome-ignore lint/suspicious/noExplicitAny: tests say themselves what they expect to find
const decide = async (input: object, by: Person = office): Promise<any> =>
  payloadOf(await by.ask(DECIDE_BATCH, { input }));
interface Decided {
  readonly row: { readonly ref: string };
  readonly decision: { readonly id: string; readonly receipt: string } | null;
  readonly userErrors: readonly { readonly code: string }[];
}
const idsOf = (decided: readonly Decided[]) => decided.map(({ decision }) => decision?.id);
const codesOf = (decided: readonly Decided[]) =>
  decided.map(({ row, userErrors }) => [row.ref, ...userErrors.map(({ code }) => code)]);
const recorded = async (zone = PARK): Promise<readonly string[]> => {
  const { items } = await api.store.listDecisions({ zone }, { first: 1000 });
  return items.map(({ value }) => ('decision' in value ? value.decision.id : 'damaged'));
};

describe('deciding a batch', () => {
  test('records every row that was assessed, each with a receipt of its own and the batch in it', async () => {
    const batch = await closed();
    const { rows: decided, next, remaining } = await decide({ batch });
    expect([next, remaining]).toEqual([null, 0]);
    expect(
      decided.map(
        ({ row, decision }: { row: { ref: string }; decision: { assessment: { outcome: string } } }) => [
          row.ref,
          decision.assessment.outcome,
        ],
      ),
    ).toEqual([
      ['a', 'REFUSED'],
      ['b', 'CONDITIONAL'],
      ['c', 'ADMITTED'],
      ['e', 'ADMITTED'],
    ]);
    expect(decided[3].decision).toMatchObject({
      decidedBy: 'he',
      onReason: null,
      batch: { id: batch, chunk: 0, row: 4, batch: { label: '批次' } },
    });
    expect(new Set(decided.map(({ decision }: Decided) => decision!.receipt)).size).toBe(4);
    expect([...(await recorded()), ...(await recorded(OTHER_PARK))].sort()).toEqual(idsOf(decided).sort());
    const { data } = await office.ask(
      `{ batch(id: "${batch}") { results { edges { node { ref decision { id replay { same receiptHolds } } } } } } }`,
    );
    expect(data.batch.results.edges.map(({ node }: { node: object }) => node)).toMatchObject([
      { ref: 'a', decision: { id: decided[0].decision.id, replay: { same: true, receiptHolds: true } } },
      { ref: 'b', decision: {} },
      { ref: 'c', decision: {} },
      { ref: 'd', decision: null },
      { ref: 'e', decision: {} },
    ]);
  });

  test('again records nothing: whoever asks and whatever for finds what was decided first', async () => {
    const batch = await closed();
    const first = await decide({ batch });
    api.itIs('2026-11-25T02:00:00.000Z');
    const again = await decide({ batch, onReason: '另一个理由' }, colleague);
    expect(again).toEqual(first);
    const together = await Promise.all([
      decide({ batch, onReason: '又' }),
      decide({ batch, onReason: '又' }, colleague),
    ]);
    expect(together).toEqual([first, first]);
    expect(await recorded()).toHaveLength(3);
  });

  test('goes on where the call before ended, and says how much is left', async () => {
    const batch = await closed([rows, [project('f', '2710'), project('g', '2611'), project('h', '2710')]]);
    const selection = { batch, filter: { outcomes: ['ADMITTED', 'REFUSED'] }, first: 2 };
    const calls: unknown[] = [];
    let after: string | null = null;
    do {
      const { rows, next, remaining } = await decide(
        { ...selection, after },
        calls.length % 2 ? colleague : office,
      );
      calls.push([rows.map(({ row }: Decided) => row.ref).join(''), remaining]);
      after = next;
    } while (after !== null);
    expect(calls).toEqual([
      ['ac', 4],
      ['ef', 2],
      ['gh', 0],
    ]);
    const { next } = await decide({ ...selection });
    const other = await decide({ batch, first: 2, after: next }).catch((error: Error) => error.message);
    expect(JSON.stringify(other)).toContain('INVALID_CURSOR');
  });

  test('decides the rows that are named, and tells what is wrong with one of them', async () => {
    const batch = await closed();
    const places = [3, 1].map((row) => ({ chunk: 0, row }));
    const { rows: decided } = await decide({ batch, rows: places });
    expect(codesOf(decided)).toEqual([['d', 'UNKNOWN_INDUSTRY'], ['b']]);
    expect(await recorded()).toEqual([decided[1].decision.id]);
    const unknown = await decide({
      batch,
      rows: [
        { chunk: 0, row: 0 },
        { chunk: 0, row: 5 },
        { chunk: 9, row: 0 },
      ],
    });
    expect(unknown).toMatchObject({
      rows: null,
      userErrors: [
        { code: 'UNKNOWN_ROW', path: ['rows', '1'] },
        { code: 'UNKNOWN_ROW', path: ['rows', '2'] },
      ],
    });
    expect(await recorded()).toHaveLength(1);
  });

  test('decides nothing else for whoever asks for rows that could not be assessed', async () => {
    const batch = await closed();
    const { rows: decided, next, remaining } = await decide({ batch, filter: { faulty: true } });
    expect(codesOf(decided)).toEqual([['d', 'UNKNOWN_INDUSTRY']]);
    expect([next, remaining]).toEqual([null, 0]);
    expect([...(await recorded()), ...(await recorded(OTHER_PARK))]).toEqual([]);
  });

  test('decides no more of the rows that are named than it is to, and goes on behind them', async () => {
    const batch = await closed();
    const selection = { batch, rows: [2, 0, 2, 1].map((row) => ({ chunk: 0, row })), first: 2 };
    const first = await decide(selection);
    expect([codesOf(first.rows), first.remaining]).toEqual([[['c'], ['a']], 2]);
    expect(await recorded()).toHaveLength(2);
    const rest = await decide({ ...selection, after: first.next });
    expect([codesOf(rest.rows), rest.remaining, rest.next]).toEqual([[['c'], ['b']], 0, null]);
    expect(idsOf(rest.rows)[0]).toBe(idsOf(first.rows)[0]);
  });

  describe('a discretionary exception that is confirmed with the row', () => {
    const [catalog, entry, exception] = ['catalog_city', '3', 'gap'];
    const document = '运政准入〔2026〕1号';
    const granted = { catalog, entry, exception, confirmed: true, document };
    const asked = [project('x', '2631')];
    const outcomesOf = (
      decided: readonly { readonly decision: { assessment: { outcome: string } } | null }[],
    ) => decided.map(({ decision }) => decision?.assessment.outcome);

    test('decides it, and stands in the decision with its document', async () => {
      const batch = await closed([asked]);
      const rows = [{ chunk: 0, row: 0, confirmations: [granted] }];
      const { rows: decided } = await decide({ batch, rows });
      expect(outcomesOf(decided)).toEqual(['ADMITTED']);
      const { data } = await office.ask(
        'query ($id: ID!) { decision(id: $id) { project { confirmations { exception confirmed document } } } }',
        { id: decided[0].decision.id },
      );
      expect(data.decision.project.confirmations).toEqual([{ exception, confirmed: true, document }]);
      expect(idsOf((await decide({ batch, rows })).rows)).toEqual(idsOf(decided));
      expect(idsOf((await decide({ batch })).rows)).toEqual(idsOf(decided));
    });

    test('is not recorded where the row was decided without it, and that is said', async () => {
      const batch = await closed([asked]);
      const { rows: before } = await decide({ batch });
      expect(outcomesOf(before)).toEqual(['REVIEW']);
      const { rows: after } = await decide({
        batch,
        rows: [{ chunk: 0, row: 0, confirmations: [granted] }],
      });
      expect(codesOf(after)).toEqual([['x', 'ROW_DECIDED']]);
    });

    test('is a fault of the row where there is no such exception', async () => {
      const batch = await closed([asked]);
      const confirmations = [{ ...granted, exception: 'other' }];
      const { rows: decided } = await decide({ batch, rows: [{ chunk: 0, row: 0, confirmations }] });
      expect(codesOf(decided)).toEqual([['x', 'UNKNOWN_CONFIRMATION']]);
      expect(await recorded()).toEqual([]);
    });
  });

  test('asks why rows are decided for another day than today', async () => {
    const batch = await closed([[rows[2]!]], { on: '2026-11-20' });
    const { userErrors } = await decide({ batch });
    expect(userErrors).toMatchObject([{ code: 'REASON_REQUIRED', path: ['onReason'] }]);
    const { rows: decided } = await decide({ batch, onReason: '受理日' });
    expect(decided[0].decision).toMatchObject({ onReason: '受理日', assessment: { on: '2026-11-20' } });
  });

  test('is refused while the batch is open', async () => {
    const input = { label: '批次', jurisdiction: CITY, idempotencyKey: 'open' };
    const { batch } = await does(office, CREATE_BATCH, input);
    expect((await decide({ batch: batch.id })).userErrors).toMatchObject([{ code: 'BATCH_OPEN' }]);
  });

  test('has the authority of whoever decides, not of whoever sent the row', async () => {
    const confirmations = [
      { catalog: 'catalog_city', entry: '3', exception: 'gap', confirmed: true, document: '纪要1号' },
    ];
    const batch = await closed([[project('x', '2631', { confirmations })]], { jurisdiction: PARK });
    const ofPark = api.as('wu', `officer:${PARK}`);
    expect(codesOf((await decide({ batch }, ofPark)).rows)).toEqual([['x', 'CONFIRMATION_NOT_ALLOWED']]);
    expect(await recorded()).toEqual([]);
    expect((await decide({ batch })).rows[0].decision).toMatchObject({ assessment: { outcome: 'ADMITTED' } });
  });
});

describe('what has changed since the batch was made (ADR 0015)', () => {
  const outdated = ['BATCH_OUTDATED'];

  test('a version that counts on the day: the row is not decided, and is told what changed', async () => {
    const batch = await closed();
    await api.publish({ key: 'park', entries: [prohibited('1', { industries: { include: ['2710'] } })] });
    const { rows: decided } = await decide({ batch });
    expect(codesOf(decided)).toEqual([['a', ...outdated], ['b', ...outdated], ['c', ...outdated], ['e']]);
    expect(decided[0].userErrors[0]).toMatchObject({ __typename: 'StateError' });
    expect(decided[0].userErrors[0].message).toContain(
      `zone "${PARK}" on 2026-11-23 has changed: catalog_park`,
    );
    expect(await recorded()).toEqual([]);
  });

  test('a draft, a version for later, or a change elsewhere is no matter', async () => {
    const batch = await closed();
    await api.draft({ key: 'city', of: CITY, entries: [prohibited('4')] });
    await api.publish({ key: 'park', entries: [prohibited('1')], effectiveFrom: '2027-01-01' });
    await zone(api.admin, { code: '140883', name: { zh: '另一园区' }, kind: 'INDUSTRIAL_PARK' });
    const { rows: decided } = await decide({ batch });
    expect(codesOf(decided)).toEqual([['a'], ['b'], ['c'], ['e']]);
  });

  test('what the register says of the zone on the day', async () => {
    const batch = await closed();
    const change = { name: { zh: '更名' }, effectiveFrom: '2026-11-23', reason: '更名' };
    await does(api.admin, CHANGE_ZONE, { zone: OTHER_PARK, ...change });
    const { rows: decided } = await decide({ batch });
    expect(codesOf(decided)).toEqual([['a'], ['b'], ['c'], ['e', ...outdated]]);
    expect(decided[3].userErrors[0].message).toContain(`has changed: ${OTHER_PARK}`);
  });

  test('what was decided before stays decided', async () => {
    const batch = await closed();
    const before = await decide({ batch });
    await api.publish({ key: 'park', entries: [prohibited('1')] });
    expect(await decide({ batch })).toEqual(before);
  });
});

test('a project that was decided by itself names no batch', async () => {
  const { decision } = await does(office, DECIDE, { project: rows[2], idempotencyKey: 'k' });
  const { data } = await office.ask(
    `{ decision(id: "${decision.id}") { batch { id } replay { receiptHolds } } }`,
  );
  expect(data.decision).toEqual({ batch: null, replay: { receiptHolds: true } });
});
