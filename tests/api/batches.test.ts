import { beforeEach, describe, expect, test } from 'vitest';
import { cursorOf } from '../../graphql/cursor.ts';
import { reference } from '../../services/data/reference.ts';
import type { Person } from '../testkit/api.ts';
import { inThisProcessOnly } from '../testkit/api.ts';
import {
  ADD_TO_BATCH,
  CITY,
  CLOSE_BATCH,
  CREATE_BATCH,
  does,
  forLists,
  OTHER_PARK,
  PARK,
  payloadOf,
  prepared,
  prohibited,
  listed as project,
  type Shanxi,
} from './seed.ts';

const start = prepared(forLists({ when: { flag: { fact: 'hazardousChemicalProject', is: true } } }));
let api: Shanxi;
let office: Person;
let colleague: Person;
beforeEach(async () => {
  ({ api } = await start());
  office = api.as('he', `officer:${CITY}`);
  colleague = api.as('lü', `officer:${CITY}`);
});

const refused = project('a', '2611');
const conditional = project('b', '2614');
const open = project('c', '2631');
const admitted = project('d', '2710', { name: '年产一万吨中药', projectCode: '2603-140881-89-05-346948' });
const faulty = project('e', '9999');
const misshapen = {
  ...project('f', '2710'),
  facts: { hazardousChemicalProject: '是' },
  natures: ['DEMOLITION'],
};

const made = async (more: object = {}): Promise<string> =>
  (
    await does(office, CREATE_BATCH, {
      label: '十一月来件',
      jurisdiction: CITY,
      idempotencyKey: 'k',
      ...more,
    })
  ).batch.id;
const add = (batch: string, index: number, rows: readonly object[], by: Person = office) =>
  does(by, ADD_TO_BATCH, { batch, index, rows });
const codes = async (person: Person, mutation: string, input: object) =>
  payloadOf(await person.ask(mutation, { input })).userErrors.map(({ code }: { code: string }) => code);
// biome-ignore lint/suspicious/noExplicitAny: tests say themselves what they expect to find
const seen = async (batch: string, fields: string, by: Person = office): Promise<any> => {
  const { data, errors } = await by.ask(`query ($id: ID!) { batch(id: $id) { ${fields} } }`, { id: batch });
  if (errors) throw new Error(JSON.stringify(errors));
  return data.batch;
};
const refsOf = async (batch: string, filter: string): Promise<readonly string[]> =>
  (await seen(batch, `results(filter: { ${filter} }) { edges { node { ref } } }`)).results.edges.map(
    ({ node }: { node: { ref: string } }) => node.ref,
  );
const OUTCOMES = 'rows faulty outcomes { outcome rows }';

describe('a batch', () => {
  test('is made once for a key, and another one under the same key is refused', async () => {
    const id = await made();
    expect(id).toMatch(/^batch_[0-9a-f]{40}$/);
    expect(await made()).toBe(id);
    expect(await made({ idempotencyKey: 'other' })).not.toBe(id);
    const other = { label: '另一批', jurisdiction: CITY, idempotencyKey: 'k' };
    expect(await codes(office, CREATE_BATCH, other)).toEqual(['IDEMPOTENCY_CONFLICT']);
  });

  test('has an answer for every row: its own result or its own errors', async () => {
    const batch = await made();
    const { chunk } = await add(batch, 0, [refused, conditional, open, admitted, faulty, misshapen]);
    const errors = (ref: string) => chunk.results.find((row: { ref: string }) => row.ref === ref).userErrors;
    expect(chunk.results.map(({ ref, outcome }: { ref: string; outcome: string }) => [ref, outcome])).toEqual(
      [
        ['a', 'REFUSED'],
        ['b', 'CONDITIONAL'],
        ['c', 'NEEDS_INFORMATION'],
        ['d', 'ADMITTED'],
        ['e', null],
        ['f', null],
      ],
    );
    expect(errors('a')).toEqual([]);
    expect(errors('e')).toMatchObject([
      { code: 'UNKNOWN_INDUSTRY', path: ['industries', '0'], zh: expect.stringContaining('9999') },
    ]);
    expect(
      errors('f').map(({ code, path }: { code: string; path: string[] }) => [code, path.join('.')]),
    ).toEqual([
      ['OUT_OF_RANGE', 'natures.0'],
      ['WRONG_TYPE', 'facts.hazardousChemicalProject'],
    ]);
    expect(await seen(batch, OUTCOMES)).toEqual({
      rows: 6,
      faulty: 2,
      outcomes: [
        { outcome: 'ADMITTED', rows: 1 },
        { outcome: 'CONDITIONAL', rows: 1 },
        { outcome: 'NEEDS_INFORMATION', rows: 1 },
        { outcome: 'REFUSED', rows: 1 },
      ],
    });
  });

  test('keeps what was sent, and says of it what an assessment of the row says', async () => {
    const batch = await made();
    const { chunk } = await add(batch, 0, [conditional, open, misshapen]);
    const assessment =
      'assessment { outcome explanation findings { entry { code } } missingFacts { fact { key } } }';
    const { results } = await seen(batch, `results { edges { node { stated ${assessment} } } }`);
    const rows = results.edges.map(({ node }: { node: object }) => node);
    expect(rows.map(({ stated }: { stated: object }) => stated)).toEqual([conditional, open, misshapen]);
    const { data } = await office.ask(
      `query ($projects: [ProjectInput!]!) { assessMany(projects: $projects) { ${assessment} } }`,
      { projects: [conditional, open, misshapen] },
    );
    const assessed = data.assessMany.map(({ assessment }: { assessment: unknown }) => assessment);
    expect(rows.map(({ assessment }: { assessment: unknown }) => assessment)).toEqual(assessed);
    expect(chunk.results[0].assessment.outcome).toBe('CONDITIONAL');
  });

  test('takes rows of every zone of its jurisdiction, and of no other', async () => {
    const batch = await made({ jurisdiction: PARK });
    const { chunk } = await add(batch, 0, [
      admitted,
      { ...admitted, zone: OTHER_PARK },
      { ...admitted, zone: 'x' },
    ]);
    expect(
      chunk.results.map(({ userErrors }: { userErrors: { code: string }[] }) => userErrors),
    ).toMatchObject([
      [],
      [{ code: 'ZONE_NOT_IN_BATCH', path: ['zone'] }],
      [{ code: 'UNKNOWN_ZONE', path: ['zone'] }],
    ]);
    const ofCity = await made({ idempotencyKey: 'city' });
    const both = await add(ofCity, 0, [admitted, { ...admitted, zone: OTHER_PARK }]);
    expect(both.chunk.outcomes).toEqual([{ outcome: 'ADMITTED', rows: 2 }]);
  });

  test('gives each row the day that it states, and all others its own', async () => {
    const batch = await made({ on: '2026-11-20' });
    const { chunk } = await add(batch, 0, [admitted, { ...admitted, on: '2025-12-31' }]);
    const on = chunk.results.map(({ assessment }: { assessment: { on: string } }) => assessment.on);
    expect(on).toEqual(['2026-11-20', '2025-12-31']);
    // On the last day of 2025 no catalog was in force yet.
    expect(chunk.results[1].outcome).toBe('REVIEW');
  });

  test('lies in the list of its jurisdiction, newest first, page by page', async () => {
    const ids = [await made({ idempotencyKey: '1' })];
    api.itIs('2026-11-24T02:00:00.000Z');
    ids.unshift(await made({ idempotencyKey: '2' }));
    await made({ idempotencyKey: '3', jurisdiction: PARK });
    const page = async (args: string) =>
      (
        await office.ask(
          `{ batches(jurisdiction: "${CITY}", ${args}) { edges { node { id } } pageInfo { hasNextPage endCursor } } }`,
        )
      ).data.batches;
    const first = await page('first: 1');
    expect(first).toMatchObject({ edges: [{ node: { id: ids[0] } }], pageInfo: { hasNextPage: true } });
    const second = await page(`first: 1, after: "${first.pageInfo.endCursor}"`);
    expect(second).toMatchObject({ edges: [{ node: { id: ids[1] } }], pageInfo: { hasNextPage: false } });
  });

  test('goes on in that list from no place that the list does not have', async () => {
    const after = cursorOf(['batches', CITY], '!');
    const { errors } = await office.ask(
      `{ batches(jurisdiction: "${CITY}", after: "${after}") { edges { node { id } } } }`,
    );
    expect(errors).toMatchObject([{ extensions: { code: 'INVALID_CURSOR' } }]);
  });

  test('that cannot be is refused with what is wrong', async () => {
    const input = { label: '批次', jurisdiction: CITY, idempotencyKey: 'n' };
    expect(await codes(office, CREATE_BATCH, { ...input, label: ' ' })).toEqual(['REQUIRED']);
    expect(await codes(office, CREATE_BATCH, { ...input, label: '长'.repeat(500) })).toEqual(['TOO_LARGE']);
    expect(await codes(office, CREATE_BATCH, { ...input, on: '2026-02-30' })).toEqual(['INVALID_DATE']);
    expect(await codes(office, CREATE_BATCH, { ...input, idempotencyKey: '' })).toEqual(['REQUIRED']);
    expect(await codes(office, CREATE_BATCH, { ...input, jurisdiction: 'zone_none' })).toEqual([
      'NOT_ALLOWED',
    ]);
    const ofNone = api.as('x', 'officer:zone_none');
    expect(await codes(ofNone, CREATE_BATCH, { ...input, jurisdiction: 'zone_none' })).toEqual([
      'UNKNOWN_JURISDICTION',
    ]);
  });
});

describe('a chunk', () => {
  test('twice is one chunk, by whoever of the office sends it again', async () => {
    const batch = await made();
    const first = await add(batch, 0, [refused, misshapen]);
    api.itIs('2026-11-24T02:00:00.000Z');
    expect(await add(batch, 0, [refused, misshapen], colleague)).toEqual(first);
    expect(await seen(batch, 'rows chunks { index addedBy }')).toEqual({
      rows: 2,
      chunks: [{ index: 0, addedBy: 'he' }],
    });
  });

  test('with other rows under the same index is refused and changes nothing', async () => {
    const batch = await made();
    await add(batch, 3, [refused, admitted]);
    const before = await seen(batch, `${OUTCOMES} results { edges { node { stated } } }`);
    const answer = payloadOf(await office.ask(ADD_TO_BATCH, { input: { batch, index: 3, rows: [refused] } }));
    expect(answer).toMatchObject({
      chunk: null,
      userErrors: [{ __typename: 'StateError', code: 'CHUNK_DIFFERS', path: ['index'] }],
    });
    expect(answer.userErrors[0].message).toContain('Chunk 3 is kept with 2 other rows');
    expect(await codes(office, ADD_TO_BATCH, { batch, index: 3, rows: [admitted, refused] })).toEqual([
      'CHUNK_DIFFERS',
    ]);
    expect(await seen(batch, `${OUTCOMES} results { edges { node { stated } } }`)).toEqual(before);
  });

  test('comes in any order and side by side, also twice at once', async () => {
    const batch = await made();
    const chunks = Array.from({ length: 6 }, (_, index) => [project(`${index}`, '2611'), admitted]);
    await Promise.all(
      [5, 0, 3, 3, 1, 4, 2, 0].map((index) =>
        add(batch, index, chunks[index]!, index % 2 ? office : colleague),
      ),
    );
    const { rows, results } = await seen(batch, 'rows results { edges { node { chunk row ref } } }');
    expect(rows).toBe(12);
    expect(results.edges.map(({ node }: { node: object }) => node)).toEqual(
      chunks.flatMap((_, chunk) => [
        { chunk, row: 0, ref: `${chunk}` },
        { chunk, row: 1, ref: 'd' },
      ]),
    );
  });

  test('has 1 to 500 rows and an index from 0 on', async () => {
    const batch = await made();
    const answer = (index: number, rows: readonly object[]) =>
      codes(office, ADD_TO_BATCH, { batch, index, rows });
    expect(await answer(0, [])).toEqual(['CHUNK_SIZE']);
    expect(await answer(0, Array(501).fill(admitted))).toEqual(['CHUNK_SIZE']);
    expect(await answer(-1, [admitted])).toEqual(['CHUNK_INDEX']);
    expect(await answer(1000, [admitted])).toEqual(['CHUNK_INDEX']);
    const { chunk } = await add(batch, 999, Array(500).fill(admitted));
    expect(chunk).toMatchObject({ rows: 500, situations: 1 });
  });

  test('says the assessment of each situation once, with the rows that are in it', async () => {
    const batch = await made();
    const faulty = { ...admitted, industries: ['9999999'] };
    await add(batch, 0, [conditional, admitted, faulty, { ...conditional, name: '另一个' }]);
    const query = 'assessments { outcome } results { situation outcome }';
    const { chunks } = await seen(batch, `chunks { situations ${query} }`);
    const [first, second] = ['CONDITIONAL', 'ADMITTED'];
    expect(chunks).toEqual([
      {
        situations: 2,
        assessments: [{ outcome: first }, { outcome: second }],
        results: [
          { situation: 0, outcome: first },
          { situation: 1, outcome: second },
          { situation: null, outcome: null },
          { situation: 0, outcome: first },
        ],
      },
    ]);
  });

  test('is decided by what the batch pinned, however late it comes and whatever was published since', async () => {
    const batch = await made();
    const before = await add(batch, 0, [admitted, conditional]);
    await api.publish({
      key: 'city',
      of: CITY,
      entries: [prohibited('1', { industries: { include: ['27'] } })],
    });
    await api.publish({ key: 'park', entries: [prohibited('1')] });
    expect(
      (await office.ask(`{ assess(project: { zone: "${PARK}" }) { assessment { outcome } } }`)).data.assess,
    ).toEqual({ assessment: { outcome: 'REFUSED' } });
    const after = await add(batch, 1, [admitted, conditional], colleague);
    expect(after.chunk.results.map(({ assessment }: { assessment: unknown }) => assessment)).toEqual(
      before.chunk.results.map(({ assessment }: { assessment: unknown }) => assessment),
    );
    const { results } = await seen(
      batch,
      'results { edges { node { assessment { outcome versions { number } } } } }',
    );
    expect(
      results.edges.map(
        ({ node }: { node: { assessment: { versions: unknown } } }) => node.assessment.versions,
      ),
    ).toEqual(Array(4).fill([{ number: 1 }]));
  });

  test('is refused by software that would decide otherwise than that which made the batch', async () => {
    const batch = await made();
    await add(batch, 0, [admitted]);
    const later = api.asIf({ reference: { ...reference, listsHash: 'another' } });
    const token = await api.issuer.token('he', [`officer:${CITY}`]);
    const input = { batch, index: 1, rows: [admitted] };
    const { userErrors } = payloadOf(await later(ADD_TO_BATCH, { input }, token));
    expect(userErrors).toMatchObject([{ __typename: 'StateError', code: 'BATCH_SOFTWARE_CHANGED' }]);
    expect(userErrors[0].message).toContain('listsHash');
    // What is kept stays; only what would have to be made again is not there.
    const { data, errors } = await later(
      `{ batch(id: "${batch}") { rows results { edges { node { outcome assessment { outcome } } } } } }`,
      {},
      token,
    );
    expect(data.batch).toMatchObject({
      rows: 1,
      results: { edges: [{ node: { outcome: 'ADMITTED', assessment: null } }] },
    });
    expect(errors).toMatchObject([{ extensions: { code: 'BATCH_SOFTWARE_CHANGED' } }]);
  });
});

describe('closing', () => {
  test('is refused while chunks or rows are missing, and says which', async () => {
    const batch = await made();
    await add(batch, 0, [admitted]);
    await add(batch, 2, [admitted, refused]);
    const closing = (chunks: number, rows: number) =>
      office.ask(CLOSE_BATCH, { input: { batch, chunks, rows } });
    const { userErrors } = payloadOf(await closing(5, 3));
    expect(userErrors).toMatchObject([{ __typename: 'StateError', code: 'CHUNKS_MISSING' }]);
    expect(userErrors[0].message).toContain('3 are missing: 1, 3, 4');
    const most = payloadOf(await closing(2_147_483_647, 3)).userErrors;
    expect(most).toMatchObject([{ code: 'CHUNKS_MISSING' }]);
    await add(batch, 1, [open]);
    expect(payloadOf(await closing(2, 2)).userErrors).toMatchObject([{ code: 'CHUNKS_DIFFER' }]);
    expect(payloadOf(await closing(3, 5)).userErrors).toMatchObject([{ code: 'ROWS_DIFFER' }]);
    expect(await seen(batch, 'closedAt')).toEqual({ closedAt: null });
    expect(payloadOf(await closing(3, 4)).batch).toMatchObject({
      closedAt: '2026-11-23T02:00:00.000Z',
      closedBy: 'he',
    });
    expect(payloadOf(await closing(3, 4)).userErrors).toEqual([]);
    expect(payloadOf(await closing(3, 5)).userErrors).toMatchObject([{ code: 'CLOSED_OTHERWISE' }]);
  });

  test('is the end: what comes late is refused, what is there is found again', async () => {
    const batch = await made();
    const first = await add(batch, 0, [admitted]);
    await does(office, CLOSE_BATCH, { batch, chunks: 1, rows: 1 });
    expect(await codes(office, ADD_TO_BATCH, { batch, index: 1, rows: [admitted] })).toEqual([
      'BATCH_CLOSED',
    ]);
    expect(await add(batch, 0, [admitted])).toEqual(first);
    expect(await seen(batch, 'rows')).toEqual({ rows: 1 });
  });
});

describe('the results', () => {
  test('are found by outcome, fault, entry, missing fact, zone and text', async () => {
    const batch = await made();
    await add(batch, 0, [refused, conditional, open]);
    await add(batch, 1, [admitted, faulty, misshapen, { ...admitted, ref: 'g', zone: OTHER_PARK }]);
    expect(await refsOf(batch, 'outcomes: [REFUSED, ADMITTED]')).toEqual(['a', 'd', 'g']);
    expect(await refsOf(batch, 'outcomes: []')).toEqual([]);
    expect(await refsOf(batch, 'faulty: true')).toEqual(['e', 'f']);
    expect(await refsOf(batch, 'faulty: false')).toEqual(['a', 'b', 'c', 'd', 'g']);
    expect(await refsOf(batch, 'catalog: "catalog_city", entry: "3"')).toEqual(['c']);
    expect(await refsOf(batch, 'catalog: "catalog_none"')).toEqual([]);
    expect(await refsOf(batch, 'missingFact: "hazardousChemicalProject"')).toEqual(['c']);
    expect(await refsOf(batch, `zone: "${OTHER_PARK}"`)).toEqual(['g']);
    expect(await refsOf(batch, 'text: "中药"')).toEqual(['d', 'g']);
    expect(await refsOf(batch, 'text: "２６０３-１４０８８１"')).toEqual(['d', 'g']);
    expect(await refsOf(batch, `text: "中药", zone: "${PARK}"`)).toEqual(['d']);
    expect(await refsOf(batch, 'outcomes: [REFUSED], faulty: true')).toEqual([]);
  });

  test('come page by page, each row once, with the number of all', async () => {
    const batch = await made();
    await add(batch, 0, [refused, admitted, refused]);
    await add(batch, 7, [refused, faulty]);
    const refs: string[] = [];
    let after: string | null = null;
    for (let hasNextPage = true; hasNextPage; ) {
      const { results } = await seen(
        batch,
        `results(filter: { outcomes: [REFUSED] }, first: 2, after: ${JSON.stringify(after)}) {
          totalCount edges { node { chunk row } } pageInfo { hasNextPage endCursor } }`,
      );
      expect(results.totalCount).toBe(3);
      refs.push(
        ...results.edges.map(
          ({ node }: { node: { chunk: number; row: number } }) => `${node.chunk}.${node.row}`,
        ),
      );
      ({ hasNextPage, endCursor: after } = results.pageInfo);
    }
    expect(refs).toEqual(['0.0', '0.2', '7.0']);
  });

  test('are found one by one by their place', async () => {
    const batch = await made();
    await add(batch, 0, [refused, admitted]);
    await add(batch, 7, [faulty]);
    const at = (chunk: number, row: number) =>
      seen(batch, `row(chunk: ${chunk}, row: ${row}) { ref assessment { outcome } }`);
    expect(await at(0, 1)).toEqual({ row: { ref: 'd', assessment: { outcome: 'ADMITTED' } } });
    expect(await at(7, 0)).toEqual({ row: { ref: 'e', assessment: null } });
    for (const [chunk, row] of [
      [0, 2],
      [1, 0],
      [0, -1],
    ] as const)
      expect(await at(chunk, row)).toEqual({ row: null });
  });
});

describe('what to ask first', () => {
  const asked = 'questions { fact { key } question rows alone settled }';
  // One row waits for a single answer, two for two.
  const two = (ref: string, zone: string) => project(ref, '2632', { zone });
  const waiting = [open, two('x', PARK), two('y', OTHER_PARK)];
  beforeEach(() =>
    api.publish({
      key: 'more',
      of: CITY,
      entries: [
        prohibited('1', {
          industries: { include: ['2632'] },
          when: {
            all: [
              { flag: { fact: 'hazardousChemicalProject', is: true } },
              { number: { fact: 'totalInvestment', unit: '万元', lessThan: '100' } },
            ],
          },
        }),
      ],
    }),
  );

  test('is the fact that settles most rows, with the question for the applicants', async () => {
    const batch = await made();
    await add(batch, 0, [refused, admitted, faulty, open]);
    await add(batch, 1, waiting.slice(1));
    const [group, ...others] = (
      await seen(batch, `firstQuestions { rows zone { id } industry entry ${asked} }`)
    ).firstQuestions;
    expect(others).toEqual([]);
    expect(group).toMatchObject({ rows: 3, zone: null, industry: null, entry: null });
    expect(group.questions).toMatchObject([
      { fact: { key: 'hazardousChemicalProject' }, rows: 3, alone: 1, settled: 1 },
      { fact: { key: 'totalInvestment' }, rows: 2, alone: 0, settled: 3 },
    ]);
    expect(group.questions[0].question).toMatch(/？$/);
  });

  test('is told by zone, by industry and by entry', async () => {
    const batch = await made();
    await add(batch, 0, waiting);
    const groups = async (by: string, common: string) =>
      (
        await seen(batch, `firstQuestions(by: ${by}) { rows ${common} questions { fact { key } } }`)
      ).firstQuestions.map(({ questions, ...group }: { questions: { fact: { key: string } }[] }) => [
        group,
        questions.map(({ fact }) => fact.key).join(),
      ]);
    const both = 'hazardousChemicalProject,totalInvestment';
    expect(await groups('ZONE', 'zone { id }')).toEqual([
      [{ rows: 2, zone: { id: PARK } }, both],
      [{ rows: 1, zone: { id: OTHER_PARK } }, both],
    ]);
    expect(await groups('INDUSTRY', 'industry')).toEqual([
      [{ rows: 2, industry: '2632' }, both],
      [{ rows: 1, industry: '2631' }, 'hazardousChemicalProject'],
    ]);
    expect(await groups('ENTRY', 'catalog { id } entry')).toEqual([
      [{ rows: 2, catalog: { id: 'catalog_more' }, entry: '1' }, both],
      [{ rows: 1, catalog: { id: 'catalog_city' }, entry: '3' }, 'hazardousChemicalProject'],
    ]);
  });
});

test('who holds no role for the jurisdiction learns nothing of a batch and adds nothing to it', async () => {
  const batch = await made();
  await add(batch, 0, [admitted]);
  for (const person of [
    api.as('wu', `officer:${PARK}`),
    api.admin,
    api.editor,
    { ask: api.ask, subject: '' },
  ]) {
    expect((await person.ask(`{ batch(id: "${batch}") { id } node(id: "${batch}") { id } }`)).data).toEqual({
      batch: null,
      node: null,
    });
    const { data } = await person.ask(`{ batches(jurisdiction: "${CITY}") { edges { node { id } } } }`);
    expect(data.batches.edges).toEqual([]);
    const unknown = ['UNKNOWN_BATCH'];
    expect(await codes(person, ADD_TO_BATCH, { batch, index: 0, rows: [admitted] })).toEqual(unknown);
    expect(await codes(person, ADD_TO_BATCH, { batch, index: 1, rows: [admitted] })).toEqual(unknown);
    expect(await codes(person, CLOSE_BATCH, { batch, chunks: 1, rows: 1 })).toEqual(unknown);
  }
  expect(await seen(batch, 'rows closedAt')).toEqual({ rows: 1, closedAt: null });
  const { data } = await colleague.ask(`{ node(id: "${batch}") { __typename id } }`);
  expect(data.node).toEqual({ __typename: 'Batch', id: batch });
});

test('the log holds nothing that a row says', async () => {
  inThisProcessOnly();
  const batch = await made({ label: '机密批次' });
  await add(batch, 0, [
    { ...admitted, ref: '机密一', name: '机密二' },
    { ...misshapen, name: '机密三' },
  ]);
  await seen(batch, 'results(filter: { text: "机密" }) { edges { node { ref } } }');
  expect(JSON.stringify(api.log.text())).toContain(batch);
  expect(JSON.stringify(api.log.text())).not.toContain('机密');
});
