import { request as httpRequest } from 'node:http';
import { readXlsx } from 'hucre/xlsx';
import { beforeEach, describe, expect, test } from 'vitest';
import { type AnswerGraphql, createGraphqlServer } from '../../graphql/server.ts';
import { listStates } from '../../infra/list-states.ts';
import { listBucket } from '../../services/lambda/list-bucket.ts';
import { createListSteps, type ListStep } from '../../services/lambda/list-steps.ts';
import type { Objects } from '../../services/lists/bucket/objects.ts';
import type { Manifest } from '../../services/lists/bucket/run.ts';
import { timeLeft } from '../../services/store/request-budget.ts';
import {
  CITY,
  CREATE_BATCH,
  does,
  PARK,
  prepared,
  prohibited,
  restricted,
  type Shanxi,
} from '../api/seed.ts';
import { utf8, type Written, workbookOf } from '../files/written-files.ts';
import type { TestApi } from '../testkit/api.ts';
import { startBucket, type TestBucket } from '../testkit/s3-server.ts';
import { type Execution, execute } from '../testkit/state-machine.ts';

const start = prepared((api) =>
  api.publish({
    key: 'city',
    of: CITY,
    entries: [
      prohibited('1', { industries: { include: ['2611'] } }),
      restricted('2', { industries: { include: ['2614'] } }),
      prohibited('3', {
        industries: { include: ['2631'] },
        when: { flag: { fact: 'hazardousChemicalProject', is: true } },
      }),
    ],
  }),
);
let api: Shanxi;
let bucket: TestBucket;
let ask: (query: string, variables?: object) => ReturnType<TestApi['ask']>;
beforeEach(async () => {
  ({ api } = await start());
  bucket = await startBucket('lists', api.deps.clock);
  const token = await api.issuer.token('吕', [`officer:${CITY}`]);
  ask = (query, variables) => api.ask(query, variables, token);
});

const HEADERS = ['项目名称', '行业代码', '建设性质', '项目代码'];
const INDUSTRIES = ['2611', '2614', '2631', '2710'];
/** A list of so many rows, more than a portion of them. */
const listOf = (rows: number, more: readonly Written[][] = []): Promise<Uint8Array> =>
  workbookOf([
    HEADERS,
    ...Array.from({ length: rows }, (_, at) => [
      `项目${at}`,
      INDUSTRIES[at % 4]!,
      at % 3 ? '新建' : '扩建',
      '',
    ]),
    ...more,
  ]);

const UPLOAD = `mutation ($input: UploadListInput!) { uploadList(input: $input) {
  upload { id url expiresAt fields { name value } } userErrors { code message en: message(locale: EN) } } }`;
// biome-ignore lint/suspicious/noExplicitAny: tests say themselves what they expect to find
const uploadFor = async (input: object): Promise<any> => (await ask(UPLOAD, { input })).data.uploadList;
let keys = 0;
const newBatch = async (): Promise<string> => {
  const input = { label: '十一月来件', jurisdiction: PARK, idempotencyKey: `k${keys++}` };
  return (await does(api.as('吕', `officer:${CITY}`), CREATE_BATCH, input)).batch.id;
};

interface Form {
  readonly url: string;
  readonly fields: readonly { readonly name: string; readonly value: string }[];
}
/** Posts a form as a browser does. @returns the status of the answer */
async function post({ url, fields }: Form, file: Uint8Array): Promise<number> {
  expect(url).toBe('https://lists.s3.cn-north-1.amazonaws.com.cn/');
  const form = new FormData();
  for (const { name, value } of fields) form.append(name, value);
  form.append('file', new Blob([new Uint8Array(file)]));
  return (await fetch(bucket.endpoint, { method: 'POST', body: form })).status;
}
async function handIn(file: Uint8Array, format = 'XLSX'): Promise<{ batch: string; upload: string }> {
  const batch = await newBatch();
  const { upload, userErrors } = await uploadFor({ batch, format, bytes: file.length });
  expect(userErrors).toEqual([]);
  expect(await post(upload, file)).toBe(204);
  return { batch, upload: upload.id };
}

const parts = {
  partition: 'aws-cn',
  bucket: 'lists',
  read: 'read',
  check: 'check',
  gather: 'gather',
  workers: 4,
};
const logged: string[] = [];
/** Runs what EventBridge would start for what was handed in last. */
async function run(
  faulty: (objects: Objects) => Objects = (objects) => objects,
  answerGraphql: AnswerGraphql = createGraphqlServer(),
): Promise<Execution> {
  const objects = listBucket(bucket.client, 'lists');
  const log = { request: (line: object) => void logged.push(JSON.stringify(line)), fault: () => {} };
  const steps: Readonly<Record<string, ListStep>> = createListSteps({
    deps: api.deps,
    objects: faulty(objects),
    answerGraphql,
    log,
  }) as never;
  const { key, etag } = bucket.handedIn.at(-1)!;
  return execute(
    listStates(parts),
    { detail: { bucket: { name: 'lists' }, object: { key, etag } } },
    {
      invoke: (name, payload) =>
        steps[name]!(payload, { awsRequestId: 'r', getRemainingTimeInMillis: () => 300_000 }),
      items: async (_, key) => JSON.parse(bucket.objects.get(key)!.body.toString()),
    },
  );
}
const textAt = (key: string): string => bucket.objects.get(key)!.body.toString();
const manifestOf = ({ batch, upload }: { batch: string; upload: string }): Manifest =>
  JSON.parse(textAt(`results/${batch}/${upload}/manifest.json`));
/** What every row came to, by its row, whichever batch it was. */
const resultsOf = ({ batch, upload }: { batch: string; upload: string }) =>
  [...bucket.objects.keys()]
    .filter((key) => key.startsWith(`results/${batch}/${upload}/rows/`))
    .flatMap((key) => textAt(key).trim().split('\n'))
    .map((line) => JSON.parse(line.replaceAll(batch, 'batch')))
    .sort((a, b) => a.row - b.row);
const batchOf = async (id: string) =>
  (
    await ask(
      'query ($id: ID!) { batch(id: $id) { closedAt rows faulty outcomes { outcome rows } chunks { index rows } } }',
      { id },
    )
  ).data.batch;

describe('a list that is handed in as a file', () => {
  test('is checked portion by portion and comes back, every row of it once', async () => {
    const file = await listOf(120);
    const list = await handIn(file);
    const { status, visited, output } = await run();
    expect([status, visited]).toEqual([
      'SUCCEEDED',
      ['ReadList', 'IsReadable', 'CheckPortions', 'GatherResults', 'IsComplete', 'ListWhole'],
    ]);
    expect(output).toMatchObject({
      says: '120 rows were checked, 0 could not be assessed; 0 places are to be mended.',
    });
    expect(manifestOf(list)).toEqual({
      batch: list.batch,
      upload: `${list.batch}/${list.upload}`,
      file: bucket.handedIn[0],
      state: 'WHOLE',
      portions: { all: 3, missing: [] },
      rows: {
        sent: 120,
        unchanged: 0,
        outcomes: { ADMITTED: 30, CONDITIONAL: 30, NEEDS_INFORMATION: 30, REFUSED: 30 },
        notAssessed: 0,
      },
      faults: 0,
      results: ['faults.jsonl', 'results.xlsx'].map((name) => `results/${list.batch}/${list.upload}/${name}`),
    });
    expect(resultsOf(list).map(({ row, sheet }) => [row, sheet])).toEqual(
      Array.from({ length: 120 }, (_, at) => [at + 2, '表1']),
    );
    // In the batch they are as they would be had they been sent.
    const batch = await batchOf(list.batch);
    expect(batch).toMatchObject({ closedAt: expect.any(String), rows: 120, faulty: 0 });
    expect(batch.chunks).toEqual([50, 50, 20].map((rows, index) => ({ index, rows })));
    const { sheets } = await readXlsx(
      bucket.objects.get(`results/${list.batch}/${list.upload}/results.xlsx`)!.body,
    );
    const at = sheets[0]!.rows[0]!.indexOf('准入结论');
    expect(sheets[0]!.rows.slice(1, 5).map((row) => row[at])).toEqual([
      '不予准入',
      '满足限制条件后可以准入',
      '材料不足，尚不能判定',
      '可以准入',
    ]);
  });

  test('lays rows that state the same into one portion, so that they are decided once', async () => {
    const list = await handIn(await listOf(120));
    await run();
    const { data } = await ask('query ($id: ID!) { batch(id: $id) { situations } }', { id: list.batch });
    // Four industries and two natures; two borders between portions may cut one in two.
    expect(data.batch.situations).toBeLessThanOrEqual(10);
  });

  test.each([
    ['CSV', utf8(`${HEADERS.join()}\n甲,2611,新建,\n乙,2614,新建,\n`), true],
    [
      'JSON_LINES',
      utf8(
        '{"industries":["2611"],"natures":["NEW_BUILD"]}\n{"industries":["2614"],"natures":["NEW_BUILD"]}\n',
      ),
      false,
    ],
  ])('may be %s as well', async (format, file, hasWorkbook) => {
    const list = await handIn(file, format);
    expect((await run()).status).toBe('SUCCEEDED');
    expect(resultsOf(list).map(({ outcome }) => outcome)).toEqual(['REFUSED', 'CONDITIONAL']);
    expect(bucket.objects.has(`results/${list.batch}/${list.upload}/results.xlsx`)).toBe(hasWorkbook);
  });

  test('with cells that could not be read ends red, says how many, and has their faults in the results', async () => {
    const list = await handIn(
      await listOf(4, [
        ['戊', '9999', '新建', ''],
        ['己', '2611', '拆除', ''],
      ]),
    );
    const run1 = await run();
    expect([run1.status, run1.error, run1.cause]).toEqual([
      'FAILED',
      'ListFaulty',
      '6 rows were checked, 0 could not be assessed; 2 places are to be mended.',
    ]);
    expect(manifestOf(list)).toMatchObject({ state: 'FAULTY', faults: 2, rows: { sent: 6, notAssessed: 0 } });
    expect(
      textAt(`results/${list.batch}/${list.upload}/faults.jsonl`)
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line)),
    ).toEqual([
      expect.objectContaining({ row: 6, column: '行业代码', value: '9999' }),
      expect.objectContaining({ row: 7, column: '建设性质', value: '拆除' }),
    ]);
    // All of it is there: nothing is to be tried again.
    expect((await batchOf(list.batch)).closedAt).not.toBeNull();
  });

  test('with rows that could not be assessed ends red too: a line that is no project is not passed over', async () => {
    const list = await handIn(utf8('{"industries":["9999"],"natures":["NEW_BUILD"]}\n[1]\n'), 'JSON_LINES');
    expect((await run()).error).toBe('ListFaulty');
    expect(manifestOf(list)).toMatchObject({ faults: 2, rows: { sent: 1, notAssessed: 2 } });
  });

  test.each([
    ['no table', utf8('<html>'), /不是表格|表头/],
    ['a header alone', utf8(`${HEADERS.join()}\n`), /工作表 CSV 的表头在第 1 行，其下没有一行是项目/],
    [
      'a workbook that lies about its size',
      (() => utf8('PK\u0003\u0004 and nothing more'))(),
      /工作簿|表格|损坏/,
    ],
  ])('that is %s is refused, and its manifest says why', async (_, file, why) => {
    const list = await handIn(file);
    const run1 = await run();
    expect([run1.status, run1.error]).toEqual(['FAILED', 'ListRefused']);
    expect(manifestOf(list)).toMatchObject({
      state: 'REFUSED',
      refused: { zh: expect.stringMatching(why), en: expect.any(String) },
    });
    expect((await batchOf(list.batch)).rows).toBe(0);
  });
});

describe('a run that is disturbed', () => {
  /** 22 portions. */
  const MANY = utf8('{"industries":["2710"],"natures":["NEW_BUILD"]}\n'.repeat(1_100));
  /** What an undisturbed one comes to. */
  const undisturbed = async (file: Uint8Array) => {
    const list = await handIn(file);
    await run();
    return resultsOf(list);
  };
  const isResultOf = (portion: number) => (name: string) =>
    name.endsWith(`/rows/0000${portion}.jsonl`) && name.startsWith('results/');
  /** Whoever would keep the results of these portions dies before it does. */
  const killedAt =
    (isSo: () => boolean, ...portions: readonly number[]) =>
    (objects: Objects): Objects => ({
      ...objects,
      add: async (name, ...content) => {
        if (isSo() && portions.some((portion) => isResultOf(portion)(name))) throw new Error('killed');
        return objects.add(name, ...content);
      },
    });

  test('loses and doubles nothing where a worker dies after its chunk was kept, and goes on when it is redriven', async () => {
    const file = await listOf(170);
    const expected = await undisturbed(file);
    const list = await handIn(file);
    let dead = true;
    const dying = killedAt(() => dead, 1, 2);
    const broken = await run(dying);
    expect([broken.status, broken.error]).toEqual(['FAILED', 'States.ExceedToleratedFailureThreshold']);
    expect((await batchOf(list.batch)).closedAt).toBeNull();
    dead = false;
    const redriven = await broken.redrive();
    expect([redriven.status, redriven.visited[0]]).toEqual(['SUCCEEDED', 'CheckPortions']);
    expect(resultsOf(list)).toEqual(expected);
    expect((await batchOf(list.batch)).rows).toBe(170);
  });

  test('with a portion that fails for a while is checked again by itself, before it ends', async () => {
    const list = await handIn(MANY, 'JSON_LINES');
    let failures = 0;
    // Every attempt of the first map, and none after it: one in 22 is within what it tolerates.
    const dying = (objects: Objects): Objects => ({
      ...objects,
      add: async (name, ...content) => {
        if (isResultOf(7)(name) && failures++ < 7) throw new Error('killed');
        return objects.add(name, ...content);
      },
    });
    const { status, visited } = await run(dying);
    expect([status, visited.slice(3)]).toEqual([
      'SUCCEEDED',
      ['GatherResults', 'IsComplete', 'CheckMissing', 'GatherResults', 'IsComplete', 'ListWhole'],
    ]);
    expect(resultsOf(list)).toHaveLength(1_100);
  });

  test('with a portion that fails for good never ends green, and says which is missing', async () => {
    const list = await handIn(MANY, 'JSON_LINES');
    const dying = (objects: Objects): Objects => ({
      ...objects,
      add: async (name, ...content) => {
        if (isResultOf(7)(name)) throw new Error('killed');
        return objects.add(name, ...content);
      },
    });
    const { status, error, visited } = await run(dying);
    expect([status, error, visited.at(-1)]).toEqual([
      'FAILED',
      'States.ExceedToleratedFailureThreshold',
      'CheckMissing',
    ]);
    expect(manifestOf(list)).toMatchObject({ state: 'INCOMPLETE', portions: { all: 22, missing: [7] } });
    expect((await batchOf(list.batch)).closedAt).toBeNull();
  });

  /** What rows came to, whichever portions they were in. */
  const verdicts = (results: readonly object[]) => results.map((result) => ({ ...result, reference: null }));
  /** An API to which more than so many rows of some chunks are too heavy, or too much for the time of a request. */
  const narrow = (most: (index: number) => number, isLate = false): AnswerGraphql => {
    const answer = createGraphqlServer();
    return async (request, context) => {
      const { input } = (request.body as { variables: { input?: { index: number; rows?: unknown[] } } })
        .variables;
      if (!Array.isArray(input?.rows) || input.rows.length <= most(input.index))
        return await answer(request, context);
      const userErrors = [{ code: 'CHUNK_TOO_HEAVY', zh: '过重', en: 'too heavy' }];
      const string = JSON.stringify(
        isLate
          ? { data: null, errors: [{ message: 'late', extensions: { code: 'ASSESSMENT_LATE' } }] }
          : { data: { addToBatch: { userErrors, chunk: null } } },
      );
      return { status: 200, headers: new Map() as never, body: { kind: 'complete', string } };
    };
  };

  test('with portions too heavy for one request has them checked by halves, and every row comes back once', async () => {
    const file = await listOf(120);
    const expected = await undisturbed(file);
    const list = await handIn(file);
    // As `npm run check` does: of 50, 50 and 20 rows the first goes by 13, its other 37 by 19, and the 18 that are left.
    const { status, visited } = await run(
      undefined,
      narrow((index) => (index === 1 ? 50 : 20)),
    );
    expect([status, visited.filter((state) => state === 'CheckMissing').length]).toEqual(['SUCCEEDED', 2]);
    expect(verdicts(resultsOf(list))).toEqual(verdicts(expected));
    const { closedAt, rows, chunks } = await batchOf(list.batch);
    expect([closedAt, rows]).toEqual([expect.any(String), 120]);
    expect(chunks).toEqual([13, 50, 20, 19, 18].map((rows, index) => ({ index, rows })));
    expect(manifestOf(list)).toMatchObject({
      state: 'WHOLE',
      portions: { all: 5, missing: [] },
      rows: { sent: 120, notAssessed: 0 },
    });
    const { sheets } = await readXlsx(
      bucket.objects.get(`results/${list.batch}/${list.upload}/results.xlsx`)!.body,
    );
    const at = sheets[0]!.rows[0]!.indexOf('准入结论');
    expect(sheets[0]!.rows.slice(1).every((row) => row[at])).toBe(true);
  });

  test('with portions too large for the time there is goes the same way, and decides no row twice', async () => {
    const file = await listOf(120);
    const expected = await undisturbed(file);
    const list = await handIn(file);
    const late = narrow((index) => (index === 1 ? 50 : 20), true);
    const left: number[] = [];
    const { status } = await run(undefined, async (...asked) => {
      left.push(timeLeft());
      return await late(...asked);
    });
    expect(status).toBe('SUCCEEDED');
    expect(verdicts(resultsOf(list))).toEqual(verdicts(expected));
    expect((await batchOf(list.batch)).chunks).toEqual(
      [13, 50, 20, 19, 18].map((rows, index) => ({ index, rows })),
    );
    // Of five minutes none takes so much that the halves have none.
    expect(Math.max(...left)).toBeLessThanOrEqual(25_000);
  });

  test('in the middle of halves, or started twice, gives the same rows the same portions', async () => {
    const file = await listOf(120);
    const expected = await undisturbed(file);
    const list = await handIn(file);
    let dead = true;
    const dying = killedAt(() => dead, 0, 3);
    const heavy = narrow(() => 20);
    expect((await run(dying, heavy)).status).toBe('FAILED');
    dead = false;
    const both = await Promise.all([run(undefined, heavy), run(undefined, heavy)]);
    expect(both.map(({ status }) => status)).toEqual(['SUCCEEDED', 'SUCCEEDED']);
    expect(verdicts(resultsOf(list))).toEqual(verdicts(expected));
    expect((await batchOf(list.batch)).rows).toBe(120);
  });

  test('with a single row that is too heavy ends red', async () => {
    const list = await handIn(
      utf8('{"industries":["2710"],"natures":["NEW_BUILD"]}\n'.repeat(3)),
      'JSON_LINES',
    );
    expect(
      (
        await run(
          undefined,
          narrow(() => 0),
        )
      ).status,
    ).toBe('FAILED');
    expect((await batchOf(list.batch)).closedAt).toBeNull();
  });

  test('started twice, as EventBridge may, comes to the same once', async () => {
    const list = await handIn(await listOf(120));
    const both = await Promise.all([run(), run()]);
    expect(both.map(({ status }) => status)).toEqual(['SUCCEEDED', 'SUCCEEDED']);
    expect(resultsOf(list)).toHaveLength(120);
    expect((await batchOf(list.batch)).rows).toBe(120);
  });

  test('whose file was replaced leaves the other to the other run', async () => {
    const batch = await newBatch();
    const [one, other] = [
      utf8(`${HEADERS.join()}\n甲,2611,新建,\n`),
      utf8(`${HEADERS.join()}\n乙,2614,新建,\n`),
    ];
    const { upload } = await uploadFor({ batch, format: 'CSV', bytes: one.length });
    expect([await post(upload, one), await post(upload, other)]).toEqual([204, 204]);
    const [first, second] = bucket.handedIn.splice(0);
    bucket.handedIn.push(first!);
    expect((await run()).error).toBe('ListRefused');
    bucket.handedIn.push(second!);
    expect((await run()).status).toBe('SUCCEEDED');
    expect(resultsOf({ batch, upload: upload.id }).map(({ outcome }) => outcome)).toEqual(['CONDITIONAL']);
  });

  test('writes no name, code or cell of an applicant into the log or into the history of the run', async () => {
    logged.length = 0;
    const list = await handIn(
      await listOf(2, [['张三化工有限公司项目', '2611', '新建', '2603-140881-89-05-346948']]),
    );
    const { output, cause } = await run();
    const portions = textAt(`chunks/${list.batch}/${list.upload}/portions.json`);
    for (const text of [logged.join(), JSON.stringify(output ?? cause), portions])
      expect(text).not.toMatch(/张三|346948|项目1/);
    expect(logged.join()).toContain('addToBatch');
  });
});

describe('the form', () => {
  const file = utf8(`${HEADERS.join()}\n甲,2611,新建,\n`);

  test('takes that many bytes, of that kind, at that place, for a quarter of an hour, and nothing else', async () => {
    const batch = await newBatch();
    const { upload } = await uploadFor({ batch, format: 'CSV', bytes: file.length });
    expect(upload.expiresAt).toBe('2026-11-23T02:15:00.000Z');
    const changed = (name: string, value: string) => ({
      ...upload,
      fields: upload.fields.map((field: { name: string }) => (field.name === name ? { name, value } : field)),
    });
    expect(await post(upload, utf8('longer than was said, by far, and so not taken at all'))).toBe(400);
    expect(await post(upload, utf8('short'))).toBe(400);
    expect(await post(changed('Content-Type', 'text/html'), file)).toBe(403);
    expect(await post(changed('key', 'results/x'), file)).toBe(403);
    expect(await post(changed('x-amz-meta-officer', 'zhao'), file)).toBe(403);
    expect(
      await post({ ...upload, fields: [...upload.fields, { name: 'acl', value: 'public-read' }] }, file),
    ).toBe(403);
    expect(bucket.handedIn).toEqual([]);
    expect(await post(upload, file)).toBe(204);
    api.itIs('2026-11-23T02:16:00.000Z');
    expect(await post(upload, file)).toBe(403);
  });

  test.each([
    ['no byte', { bytes: 0 }, 'LIST_SIZE'],
    ['more than is read', { bytes: 64 * 1024 * 1024 + 1 }, 'LIST_SIZE'],
    ['another batch', { batch: `batch_${'0'.repeat(40)}` }, 'UNKNOWN_BATCH'],
  ])('is not given for %s', async (_, more, code) => {
    const batch = await newBatch();
    const { upload, userErrors } = await uploadFor({ batch, format: 'CSV', bytes: 10, ...more });
    expect([upload, userErrors]).toEqual([null, [expect.objectContaining({ code })]]);
  });

  test('is not given to who does not handle the batch, nor for one that is closed, nor where no lists are taken', async () => {
    const input = { batch: await newBatch(), format: 'CSV', bytes: file.length };
    const without = api.asIf({ lists: undefined });
    const stranger = await api.issuer.token('he', ['officer:zone_140882', 'editor:region_100000']);
    const codes = async (asked: ReturnType<TestApi['ask']>) =>
      (await asked).data.uploadList.userErrors.map(({ code }: { code: string }) => code);
    expect(await codes(api.ask(UPLOAD, { input }, stranger))).toEqual(['UNKNOWN_BATCH']);
    expect(await codes(api.ask(UPLOAD, { input }))).toEqual(['UNKNOWN_BATCH']);
    expect(
      await codes(without(UPLOAD, { input }, await api.issuer.token('吕', [`officer:${CITY}`]))),
    ).toEqual(['LISTS_NOT_TAKEN']);
    await post((await uploadFor(input)).upload, file);
    await run();
    expect(await codes(ask(UPLOAD, { input }))).toEqual(['BATCH_COMPLETE']);
  });

  test('leads to addresses at which the results are read for a while, by whoever has them', async () => {
    const list = await handIn(file, 'CSV');
    await run();
    const { data } = await ask(
      'query ($id: ID!, $upload: ID!) { batch(id: $id) { listResults(upload: $upload) { manifest workbook faults expiresAt } } }',
      { id: list.batch, upload: list.upload },
    );
    const { manifest, workbook, expiresAt } = data.batch.listResults;
    expect(expiresAt).toBe('2026-11-23T02:15:00.000Z');
    const read = (address: string) =>
      new Promise<{ status: number; text: string }>((resolve) => {
        const { host, pathname, search } = new URL(address);
        const at = {
          host: '127.0.0.1',
          port: new URL(bucket.endpoint).port,
          path: pathname + search,
          headers: { host },
        };
        httpRequest(at, async (answer) => {
          let text = '';
          for await (const piece of answer) text += piece;
          resolve({ status: answer.statusCode!, text });
        }).end();
      });
    const found = await read(manifest);
    expect([found.status, JSON.parse(found.text).state]).toEqual([200, 'WHOLE']);
    expect((await read(workbook)).status).toBe(200);
    expect((await read(manifest.replace('manifest.json', 'faults.jsonl'))).status).toBe(403);
    api.itIs('2026-11-23T02:16:00.000Z');
    expect((await read(manifest)).status).toBe(403);
    const unknown = await ask(
      'query ($id: ID!) { batch(id: $id) { id listResults(upload: "../x") { manifest } } }',
      { id: list.batch },
    );
    expect([unknown.data.batch.listResults, unknown.errors![0]!.extensions.code]).toEqual([
      null,
      'UNKNOWN_UPLOAD',
    ]);
  });
});
