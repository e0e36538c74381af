import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readXlsx } from 'hucre/xlsx';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { batchApi } from '../../services/lists/batches.ts';
import { Refused, type Request } from '../../services/local/check/api.ts';
import { checkList, EXIT } from '../../services/local/check/check-list.ts';
import { dryRun } from '../../services/local/check/dry-run.ts';
import { readCheckOptions } from '../../services/local/check/options.ts';
import { writeTemplate } from '../../services/local/check/write-template.ts';
import { CITY, forLists, OTHER_PARK, PARK, prepared, prohibited, type Shanxi } from '../api/seed.ts';
import { utf8, type Written, workbookOf } from '../files/written-files.ts';
import { temporaryFolder } from './local-server.ts';

const NOISE = 'city.noise';
const noise = {
  key: NOISE,
  type: 'NUMBER',
  unit: 'dB',
  name: { zh: '厂界噪声' },
  question: { zh: '厂界噪声是多少分贝？' },
};
const start = prepared(
  forLists(
    {
      when: {
        all: [
          { flag: { fact: 'hazardousChemicalProject', is: true } },
          { number: { fact: NOISE, unit: 'dB', atLeast: '70' } },
        ],
      },
    },
    { facts: [noise] },
  ),
);
let api: Shanxi;
let request: Request;
let sent: unknown[];
beforeEach(async () => {
  ({ api } = await start());
  const office = api.as('he', `officer:${CITY}`);
  sent = [];
  request = async <Data>(query: string, variables: object) => {
    if (query.includes('addToBatch')) sent.push(variables);
    const { data, errors } = await office.ask(query, variables);
    if (errors) throw new Refused(errors[0]!.message, errors[0]!.message);
    return data as Data;
  };
});

const HEADERS = ['项目名称', '行业代码', '建设性质', '总投资（万元）'];
const LIST: readonly (readonly Written[])[] = [
  HEADERS,
  ['甲', '2611', '新建', 500],
  ['乙', '2614', '新建', '约500'],
  ['丙', '2631', '新建', 500],
  ['丁', '9999', '新建', 500],
];
const fileOf = async (content: Uint8Array, name = 'list.xlsx'): Promise<string> => {
  const file = join(await temporaryFolder(), name);
  await writeFile(file, content);
  return file;
};

async function check(args: readonly string[], { signal = new AbortController().signal, by = request } = {}) {
  let said = '';
  const options = readCheckOptions(args);
  if (options.template !== null) throw new Error('no check');
  const code = await checkList(options, {
    api: batchApi(by, options.locale),
    screen: { write: (text) => (said += text) },
    clock: api.deps.clock,
    signal,
  });
  return { code, said };
}
const sheetsIn = async (file: string) => (await readXlsx(await readFile(file))).sheets;
const column = (rows: readonly (readonly unknown[])[], header: string): readonly unknown[] => {
  const at = rows[0]!.indexOf(header);
  return rows.slice(1).map((row) => row[at] ?? null);
};

describe('a list that is checked', () => {
  it('comes back as the workbook that it was, with what every row came to', async () => {
    const file = await fileOf(await workbookOf(LIST));
    const out = `${file}.out.xlsx`;
    expect(await check([file, '--zone', PARK, '--out', out])).toEqual({
      code: EXIT.FAULTY,
      said: expect.stringMatching(
        `^批次为 (batch_\\w+)。中断后加上 --resume \\1 即可继续。\n判定 4 行，沿用上次结论 0 行，2 处须改；结果已写入 ${out}。\n$`,
      ),
    });
    const [list, , faults] = await sheetsIn(out);
    expect(column(list!.rows, '准入结论')).toEqual([
      '不予准入',
      '满足限制条件后可以准入',
      '材料不足，尚不能判定',
      '材料不足，尚不能判定',
    ]);
    expect(column(list!.rows, '决定性条目')).toEqual(['city 目录 1', 'city 目录 2', null, null]);
    expect(column(list!.rows, '缺少材料')[2]).toMatch(/分贝/);
    expect(list!.rows[0]).toEqual(expect.arrayContaining(['危险化学品建设项目', '厂界噪声']));
    expect(faults!.rows.slice(1)).toEqual([
      ['表1', 3, '总投资（万元）', '约500', expect.stringContaining('约数')],
      ['表1', 5, '行业代码', '9999', expect.stringContaining('9999')],
    ]);
  });

  it('handed in again with a fact filled in has that row decided and no other', async () => {
    const file = await fileOf(await workbookOf(LIST.slice(0, 4)));
    const out = `${file}.out.xlsx`;
    await check([file, '--zone', PARK, '--out', out]);
    const rows = (await sheetsIn(out))[0]!.rows.map((row) => [...row] as Written[]);
    rows[3]![rows[0]!.indexOf('厂界噪声')] = 60;
    rows[3]![rows[0]!.indexOf('危险化学品建设项目')] = '是';
    const [header, ...others] = rows;
    const again = await fileOf(await workbookOf([header!, ...others.reverse()]), 'again.xlsx');
    sent = [];
    await check([again, '--zone', PARK, '--out', `${again}.out.xlsx`]);
    expect(sent).toMatchObject([
      {
        input: {
          rows: [
            {
              name: '丙',
              facts: { hazardousChemicalProject: true, declared: [{ key: NOISE, value: { number: '60' } }] },
            },
          ],
        },
      },
    ]);
    expect(column((await sheetsIn(`${again}.out.xlsx`))[0]!.rows, '准入结论')).toEqual([
      '可以准入',
      '满足限制条件后可以准入',
      '不予准入',
    ]);
  });

  it('handed in again after another version was published has every row decided by that one', async () => {
    const file = await fileOf(await workbookOf(LIST.slice(0, 4)));
    const out = `${file}.out.xlsx`;
    await check([file, '--zone', PARK, '--out', out]);
    sent = [];
    expect((await check([out, '--zone', PARK, '--out', `${out}.same.xlsx`])).said).toContain(
      '沿用上次结论 3 行',
    );
    expect(sent).toEqual([]);
    await api.publish({
      key: 'park',
      of: PARK,
      entries: [prohibited('1', { industries: { include: ['2614'] } })],
    });
    await check([out, '--zone', PARK, '--out', `${out}.new.xlsx`]);
    expect(sent).toMatchObject([{ input: { rows: [{ name: '甲' }, { name: '乙' }, { name: '丙' }] } }]);
    expect(column((await sheetsIn(`${out}.new.xlsx`))[0]!.rows, '准入结论')[1]).toBe('不予准入');
  });

  it('is a batch of its zone, closed, which a list of several zones has of their region', async () => {
    const file = await fileOf(
      utf8(`园区编号,行业代码,建设性质\n${PARK},2611,新建\n${OTHER_PARK},2611,新建\n`),
      'list.csv',
    );
    await expect(check([file])).rejects.toThrow(/name their region with --region/);
    await check([file, '--region', CITY, '--label', '十一月']);
    const { batches } = await request<{ batches: { edges: { node: object }[] } }>(
      'query ($of: ID!) { batches(jurisdiction: $of) { edges { node { label rows closedAt } } } }',
      { of: CITY },
    );
    expect(batches.edges).toEqual([{ node: { label: '十一月', rows: 2, closedAt: expect.any(String) } }]);
  });

  it('text in columns comes back as a workbook, or as text in which nothing is a formula', async () => {
    const file = await fileOf(utf8('项目名称,行业代码,建设性质,备注\n甲,2611,新建,=1+1\n'), 'list.csv');
    expect((await check([file, '--zone', PARK])).code).toBe(EXIT.WHOLE);
    const [list] = await sheetsIn(file.replace('.csv', '.结果.xlsx'));
    expect(list!.rows[1]!.slice(0, 5)).toEqual(['甲', '2611', '新建', "'=1+1", '不予准入']);
    expect(list!.freezePane).toMatchObject({ rows: 1 });
    const out = `${file}.out.csv`;
    await check([file, '--zone', PARK, '--out', out, '--en']);
    const text = await readFile(out, 'utf8');
    expect(text).toMatch(/^\ufeff项目名称,行业代码,建设性质,备注,outcome of admission,decisive entries,/);
    expect(text).toContain("\r\n甲,2611,新建,'=1+1,refused,");
  });

  it('a workbook with macros comes back under its own ending: under another no program opens it', async () => {
    const file = await fileOf(await workbookOf(LIST), 'list.xlsm');
    await check([file, '--zone', PARK]);
    expect((await sheetsIn(file.replace('.xlsm', '.结果.xlsm')))[0]!.rows).toHaveLength(5);
    await expect(check([file, '--zone', PARK, '--out', `${file}.xlsx`])).rejects.toThrow('as .xlsm, .csv');
  });

  it('JSON Lines are read and written for programs', async () => {
    const lines = [{ zone: PARK, industries: ['2611'] }, 'no project', { zone: PARK, industries: ['9999'] }];
    const file = await fileOf(utf8(lines.map((line) => `${JSON.stringify(line)}\n`).join('')), 'list.jsonl');
    const out = `${file}.out.jsonl`;
    expect((await check([file, '--out', out])).code).toBe(EXIT.FAULTY);
    const written = (await readFile(out, 'utf8'))
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(written).toMatchObject([
      { row: 1, outcome: 'REFUSED', entries: 'city 目录 1', errors: [] },
      { row: 2, outcome: null, errors: [{ mend: expect.stringContaining('JSON') }] },
      { row: 3, outcome: null, errors: [{ column: 'industries.0', value: '9999' }] },
    ]);
  });
});

describe('nothing is sent', () => {
  it.each([
    ['to a folder that is not there', ['--zone', PARK, '--out', '/absent/out.xlsx'], /Cannot write the file/],
    ['of a list that names no zone', [], /The list names no zone/],
  ])('%s', async (_, more, told) => {
    const file = await fileOf(await workbookOf(LIST));
    await expect(check([file, ...more])).rejects.toThrow(told);
    expect(sent).toEqual([]);
  });
});

describe('a list without a project is a fault, and no batch is made for it', () => {
  it.each<[string, string, Promise<Uint8Array>, RegExp]>([
    [
      'a header alone',
      'list.xlsx',
      workbookOf([['标题'], HEADERS], [['说明']]),
      /Below the header of sheet 表1 in row 2 no row .* 工作表 表1 的表头在第 2 行，其下没有一行是项目/,
    ],
    ['a sum alone', 'list.csv', Promise.resolve(utf8(`${HEADERS.join()}\n合计,,,5\n`)), /sheet CSV in row 1/],
    ['no line', 'list.jsonl', Promise.resolve(utf8('\n\n')), /The file is empty/],
  ])('%s', async (_, name, content, told) => {
    const file = await fileOf(await content, name);
    const by: Request = async (query, variables) => {
      expect(query).not.toContain('createBatch');
      return await request(query, variables);
    };
    await expect(check([file, '--zone', PARK, '--out', `${file}.out.jsonl`], { by })).rejects.toThrow(told);
  });
});

it.each([
  ['编号,行业代码,厂界噪声', 'A1,,95'],
  ['编号,厂界噪声', 'A1,95'],
])('a project of which nothing but what a catalog defines is known is one: %s', async (header, row) => {
  const file = await fileOf(utf8(`${header}\n${row}\n`), 'list.csv');
  const { said } = await check([file, '--zone', PARK, '--out', `${file}.out.jsonl`]);
  expect(said).toMatch(/判定 1 行/);
  expect(sent).toMatchObject([
    { input: { rows: [{ ref: 'A1', facts: { declared: [{ key: NOISE, value: { number: '95' } }] } }] } },
  ]);
});

it('a list that is only tried is read with what the catalogs of its zones define', async () => {
  const file = await fileOf(utf8(`园区编号,项目名称,厂界噪声\n${PARK},甲,95\n${PARK},乙,很响\n`), 'list.csv');
  const printed = vi.spyOn(console, 'log').mockReturnValue();
  const options = readCheckOptions([file, '--dry-run']);
  if (options.template !== null) throw new Error('no check');
  expect(await dryRun(options, batchApi(request, 'zh'), api.deps.clock)).toBe(1);
  const lines = printed.mock.calls.flat();
  printed.mockRestore();
  expect(lines).toContain('  “厂界噪声” → 厂界噪声');
  expect(lines).toContainEqual(
    expect.stringMatching(/^第 2 行：.*"key":"city\.noise","value":\{"number":"95"\}/),
  );
  expect(lines).toContainEqual(expect.stringContaining('很响'));
});

describe('results that are there already', () => {
  it('are not written over unasked, and nothing is decided for them', async () => {
    const file = await fileOf(await workbookOf(LIST));
    await check([file, '--zone', PARK]);
    const results = file.replace('.xlsx', '.结果.xlsx');
    const before = await readFile(results);
    sent = [];
    await expect(check([file, '--zone', PARK])).rejects.toThrow(
      `FILE_EXISTS: The file ${results} is there already and was not written over. Name another, or say --force to write over it. FILE_EXISTS：文件 ${results} 已存在`,
    );
    expect([sent, await readFile(results)]).toEqual([[], before]);
    expect((await check([file, '--zone', PARK, '--force'])).code).toBe(EXIT.FAULTY);
    expect(await readFile(results)).not.toEqual(before);
  });

  it.each(['xlsx', 'csv', 'jsonl'])(
    'are written again for the batch that they are of, and for no other: .%s',
    async (ending) => {
      const file = await fileOf(await workbookOf(LIST));
      const to = ['--zone', PARK, '--out', `${file}.out.${ending}`];
      const batchIn = ({ said }: { said: string }) => /batch_\w+/.exec(said)![0];
      const batch = batchIn(await check([file, ...to]));
      const before = await readFile(to.at(-1)!);
      expect((await check([file, ...to, '--resume', batch])).code).toBe(EXIT.FAULTY);
      if (ending !== 'xlsx') expect(await readFile(to.at(-1)!)).toEqual(before);
      const other = batchIn(await check([file, '--zone', PARK]));
      await expect(check([file, ...to, '--resume', other])).rejects.toThrow(/FILE_EXISTS/);
    },
  );

  it.each([
    ['of somebody who wrote of it', 'csv', (id: string) => `批次,看法\n${id},已核对\n${id}-0-0,再看\n`],
    ['of somebody who noted it', 'jsonl', (id: string) => `{"batch":"${id}","note":"${id}-0-0"}\n`],
    ['of a batch whose id begins alike', 'jsonl', (id: string) => `{"reference":"${id}1-0-0"}\n`],
  ])('are no file in which the batch is named alone, %s', async (_, ending, written) => {
    const file = await fileOf(await workbookOf(LIST));
    const batch = /batch_\w+/.exec((await check([file, '--zone', PARK])).said)![0];
    const own = await fileOf(utf8(written(batch)), `own.${ending}`);
    await expect(check([file, '--zone', PARK, '--out', own, '--resume', batch])).rejects.toThrow(
      /FILE_EXISTS/,
    );
    expect(await readFile(own, 'utf8')).toBe(written(batch));
  });

  it('are not what somebody has put there while the rows were decided', async () => {
    const file = await fileOf(await workbookOf(LIST));
    const out = `${file}.out.csv`;
    const by: Request = async (query, variables) => {
      if (query.includes('addToBatch')) await writeFile(out, 'mine');
      return await request(query, variables);
    };
    await expect(check([file, '--zone', PARK, '--out', out], { by })).rejects.toThrow(/FILE_EXISTS/);
    expect(await readFile(out, 'utf8')).toBe('mine');
  });
});

describe('a check that did not come to its end', () => {
  const long = Array.from({ length: 120 }, (_, at): Written[] => [`项目${at}`, '2611', '新建', at]);

  it('is gone on with by the id of its batch, and comes to what it would have', async () => {
    const file = await fileOf(await workbookOf([HEADERS, ...long]));
    let served = 0;
    const failing: Request = async (query, variables) => {
      if (query.includes('addToBatch') && ++served === 2) throw new Refused('断了', 'broken off');
      return await request(query, variables);
    };
    const { code, said } = await check([file, '--zone', PARK], { by: failing });
    expect(code).toBe(EXIT.BROKEN_OFF);
    const batch = /--resume (batch_\w+)/.exec(said)![1]!;
    expect((await check([file, '--zone', PARK, '--resume', batch])).code).toBe(EXIT.WHOLE);
    const { batch: kept } = await request<{ batch: object }>(
      'query ($id: ID!) { batch(id: $id) { rows closedAt } }',
      {
        id: batch,
      },
    );
    expect(kept).toEqual({ rows: 120, closedAt: expect.any(String) });
    expect(
      new Set(column((await sheetsIn(file.replace('.xlsx', '.结果.xlsx')))[0]!.rows, '准入结论')),
    ).toEqual(new Set(['不予准入']));
  });

  it('is not gone on with by the batch of another list', async () => {
    const file = await fileOf(await workbookOf([HEADERS, ...long]));
    const { said } = await check([file, '--zone', PARK]);
    const batch = /batch_\w+/.exec(said)![0];
    const other = await fileOf(await workbookOf(LIST), 'other.xlsx');
    await expect(check([other, '--zone', PARK, '--resume', batch])).rejects.toThrow(/is of another list/);
  });

  it('sends what is too heavy for one request in parts, and goes on with them', async () => {
    const file = await fileOf(await workbookOf([HEADERS, ...long]));
    let served = 0;
    let breaksOff = true;
    const narrow: Request = async (query, variables) => {
      const { rows, index } =
        (variables as { input: { rows?: readonly unknown[]; index: number } }).input ?? {};
      if (rows && index !== 1 && rows.length > 20) throw new Refused('过重', 'too heavy', 'CHUNK_TOO_HEAVY');
      if (rows && breaksOff && ++served === 5) throw new Refused('断了', 'broken off');
      return await request(query, variables);
    };
    const { code, said } = await check([file, '--zone', PARK], { by: narrow });
    expect(code).toBe(EXIT.BROKEN_OFF);
    const batch = /--resume (batch_\w+)/.exec(said)![1]!;
    breaksOff = false;
    expect((await check([file, '--zone', PARK, '--resume', batch], { by: narrow })).code).toBe(EXIT.WHOLE);
    const { batch: kept } = await request<{ batch: { chunks: readonly { rows: number }[] } }>(
      'query ($id: ID!) { batch(id: $id) { rows closedAt chunks { rows } } }',
      { id: batch },
    );
    // Of 50, 50 and 20 rows the first goes by 13; then its other 37 by 19, and the 18 that are left of these.
    expect(kept).toEqual({
      rows: 120,
      closedAt: expect.any(String),
      chunks: [13, 50, 20, 19, 18].map((rows) => ({ rows })),
    });
  });

  it('says so where somebody ended it', async () => {
    const file = await fileOf(await workbookOf([HEADERS, ...long]));
    const stop = new AbortController();
    const ending: Request = async (query, variables) => {
      const answer = await request(query, variables);
      if (query.includes('addToBatch')) stop.abort();
      return answer as never;
    };
    const { code, said } = await check([file, '--zone', PARK], { by: ending, signal: stop.signal });
    expect(code).toBe(EXIT.ENDED);
    expect(said).toMatch(/--resume batch_/);
  });

  it.each(['its first question', 'createBatch'])('and where nothing was sent yet, at %s', async (at) => {
    const file = await fileOf(await workbookOf([HEADERS, ...long]));
    const stop = new AbortController();
    const ending: Request = async (query, variables) => {
      if (at !== 'createBatch' || query.includes(at)) {
        stop.abort();
        throw stop.signal.reason;
      }
      return await request(query, variables);
    };
    const { code, said } = await check([file, '--zone', PARK], { by: ending, signal: stop.signal });
    expect({ code, said, sent }).toEqual({
      code: EXIT.ENDED,
      said: '已中止，尚未提交任何一行。\n',
      sent: [],
    });
  });
});

it('the template of a zone calls products what its catalogs call them', async () => {
  const when = { product: { product: 'board.fibre', unit: 't/a', of: 'CAPACITY', atMost: '50' } };
  await api.publish({
    key: 'board',
    of: CITY,
    products: [{ key: 'board.fibre', name: { zh: '高中密度纤维板' } }],
    entries: [prohibited('1', { industries: { include: ['2022'] }, when })],
  });
  const { products } = await batchApi(request, 'zh').askedIn(PARK);
  expect(products).toEqual(['高中密度纤维板（t/a）']);
});

it('the template of a zone asks what its catalogs can turn on, and nothing else', async () => {
  const file = join(await temporaryFolder(), 'template.xlsx');
  const given = { id: PARK, api: batchApi(request, 'zh') };
  expect(await writeTemplate(file, given, false)).toBe(0);
  await expect(writeTemplate(file, given, false)).rejects.toThrow(/FILE_EXISTS/);
  const [projects, how] = await sheetsIn(file);
  expect(projects!.rows[0]).toEqual([
    '序号',
    '园区编号*',
    '受理日期',
    '项目名称',
    '项目代码',
    '建设单位',
    '统一社会信用代码',
    '行业代码*',
    '行业代码版本',
    expect.anything(),
    expect.anything(),
  ]);
  expect(new Set(projects!.rows[0]!.slice(9))).toEqual(new Set(['危险化学品建设项目', '厂界噪声']));
  expect(how!.rows.find(([name]) => name === '厂界噪声')).toEqual([
    '厂界噪声',
    '',
    expect.stringContaining('1 个条目'),
  ]);
});
