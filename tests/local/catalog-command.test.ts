import { execFile } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { CannotStart } from '../../services/local/cannot-start.ts';
import { catalogApi } from '../../services/local/catalog/catalog-api.ts';
import { readCatalogOptions } from '../../services/local/catalog/options.ts';
import { EXIT, runCatalog } from '../../services/local/catalog/run-catalog.ts';
import type { Request } from '../../services/local/check/api.ts';
import { does, PARK, PUT, prepared, prohibited, restricted, type Shanxi } from '../api/seed.ts';
import { csvOf, utf8, workbookOf } from '../files/written-files.ts';
import type { Answer } from '../testkit/api.ts';
import { TYPESCRIPT } from '../testkit/typescript.ts';
import { temporaryFolder } from './local-server.ts';

const PATIENCE = { timeout: 60_000 };

let api: Shanxi;
let folder: string;
const start = prepared((seeded) =>
  seeded.draft({
    key: 'own',
    facts: [
      { key: 'own.rate', type: 'NUMBER', unit: '%', name: { zh: '循环利用率' }, question: { zh: '多少？' } },
      { key: 'own.ready', type: 'FLAG', about: 'ZONE', name: { zh: '建成' }, question: { zh: '建成？' } },
    ],
    lists: [
      {
        key: 'own.list',
        name: { zh: '名单' },
        members: ['7722-84-1', '7782-50-5'],
        fractions: [{ cas: '7722-84-1', fraction: { moreThan: '8' } }],
      },
    ],
    products: [{ key: 'own.lead', name: { zh: '再生铅' }, aliases: ['再生铅锭'] }],
    entries: [
      prohibited('1', { remark: { zh: '留存' }, natures: ['NEW_BUILD', 'RELOCATION'] }),
      restricted('2', {
        requirements: [
          {
            key: 'r',
            text: { zh: '循环利用' },
            when: { number: { fact: 'own.rate', unit: '%', atLeast: '95' } },
          },
        ],
      }),
    ],
  }),
);
beforeEach(async () => {
  ({ api } = await start());
  folder = await temporaryFolder();
});

interface Run {
  readonly code: number;
  readonly out: string;
  readonly asked: string | null;
}
/** @param answer to the question whether to go on; null for nobody who answers */
async function run(
  args: readonly string[],
  answer: boolean | null = true,
  request = requestOf(),
): Promise<Run> {
  const lines: string[] = [];
  let asked: string | null = null;
  const command = readCatalogOptions(args);
  const code = await runCatalog(command, {
    api: async ({ locale }) => catalogApi(request, locale),
    print: (line) => lines.push(line),
    progress: () => {},
    confirm: async (question) => {
      asked = question;
      return answer;
    },
  });
  return { code, out: lines.join('\n'), asked };
}
/** @param before each request; throws where the way to the API is cut */
const requestOf =
  (before: (query: string) => void = () => {}): Request =>
  async <Data>(query: string, variables: object) => {
    before(query);
    const answer: Answer = await api.editor.ask(query, variables);
    if (answer.errors) throw new Error(JSON.stringify(answer.errors));
    return answer.data as Data;
  };
const file = async (name: string, content: Uint8Array) => {
  const path = join(folder, name);
  await writeFile(path, content);
  return path;
};
const draftNow = async () =>
  (await api.editor.ask('{ catalog(id: "catalog_own") { draft { revision contentHash entryCount } } }')).data
    .catalog.draft;
const OWN = ['--catalog', 'catalog_own'];
const WORD_TABLE = [
  ['序号', '行业', '内容', '依据'],
  ['3', '2614 有机化学原料制造', '禁止新建间歇式硝化装置', '《某市办法》第三条'],
  ['4', '化工', '禁止落后产能', '会议纪要'],
];

describe('npm run catalog', PATIENCE, () => {
  test('exports a draft that imports as what it is, from a workbook and from text', async () => {
    for (const name of ['own.xlsx', 'own.csv']) {
      const path = join(folder, name);
      expect(await run(['export', path, ...OWN])).toMatchObject({
        code: EXIT.DONE,
        out: `catalog_own@draft 的条目 2 条已写入 ${path}。\n${
          name === 'own.csv'
            ? 'CSV 只有条目，不含自定事项 2 项、化学品名单 1 份、产品类别 1 个；请导出为 .xlsx。'
            : '另有自定事项 2 项、化学品名单 1 份、产品类别 1 个。'
        }`,
      });
      await expect(run(['export', path, ...OWN])).rejects.toThrow(/^FILE_EXISTS: The file/);
      expect((await run(['export', path, ...OWN, '--force'])).code).toBe(EXIT.DONE);
      const imported = await run(['import', path, ...OWN]);
      expect(imported).toMatchObject({ code: EXIT.DONE, asked: null });
      expect(imported.out).toContain('与草案一致，没有变动。');
    }
    const text = (await readFile(join(folder, 'own.csv'))).toString();
    expect(text).toContain('条件：own.rate〔循环利用率〕 不低于 95 %');
  });

  test('takes what a catalog defines with the entries that name it, in words first, by one revision', async () => {
    const before = await draftNow();
    const path = await file(
      'own.xlsx',
      await workbookOf(
        [
          ['条目编号', '措施', '条目内容', '限定条件'],
          ['3', '禁止', '新增', 'own.height〔建筑高度〕 超过 100 米'],
        ],
        [
          ['事项标识', '事项名称', '类型', '单位', '询问用语'],
          ['own.height', '建筑高度', '数值', '米', '建筑高度是多少？'],
          ['own.rate', '工业用水循环利用率', '数值', '%', '多少？'],
        ],
        [
          ['名单标识', 'CAS 号'],
          ['own.list', '7722-84-1'],
        ],
      ),
    );
    const { code, out, asked } = await run(['import', path, ...OWN]);
    expect(out).toContain('新增事项“建筑高度”（own.height）');
    expect(out).toContain('名称由“循环利用率”改为“工业用水循环利用率”');
    expect([code, asked]).toEqual([EXIT.DONE, '将 4 项变动录入“catalog_own”的草案？[y/N] ']);
    expect((await draftNow()).revision).toBe(before.revision + 1);
    const { data } = await api.editor.ask(`{ catalog(id: "catalog_own") { draft {
      facts { key name { zh } } lists { members fractions { cas } } products { key } } } }`);
    expect(data.catalog.draft).toEqual({
      facts: [
        { key: 'own.height', name: { zh: '建筑高度' } },
        { key: 'own.rate', name: { zh: '工业用水循环利用率' } },
        { key: 'own.ready', name: { zh: '建成' } },
      ],
      // What the sheet has no column for stays, of what is still there.
      lists: [{ members: ['7722-84-1'], fractions: [{ cas: '7722-84-1' }] }],
      products: [{ key: 'own.lead' }],
    });
  });

  test('takes out what is marked, says before which entries then name what there is not, and a second time changes nothing', async () => {
    const path = await file(
      'out.xlsx',
      await workbookOf(
        [
          ['条目编号', '措施', '条目内容', '删除'],
          ['1', '', '', '是'],
        ],
        [
          ['事项标识', '删除'],
          ['own.rate', '是'],
        ],
        [
          ['产品类别标识', '产品名称', '删除'],
          ['own.lead', '', '是'],
          ['own.typo', '', '是'],
        ],
      ),
    );
    const { out, asked } = await run(['import', path, ...OWN]);
    for (const said of [
      '标为删除 4 项：1、own.rate、own.lead、own.typo。',
      '其中 1 项草案中本来没有：own.typo。',
      '草案另有 1 条不在表中，保持不变：2。',
      '删除事项“循环利用率”',
      '删除产品类别“再生铅”',
      // Entry 2 asks for it still.
      'own.rate',
    ])
      expect(out).toContain(said);
    expect(out).toMatch(/条目 ?“?2[\s\S]*own\.rate/);
    expect(asked).toBe('将 3 项变动录入“catalog_own”的草案？[y/N] ');
    const { data } = await api.editor.ask(`{ catalog(id: "catalog_own") { draft {
      facts { key } lists { key } products { key } entries { edges { node { code } } } } } }`);
    expect(data.catalog.draft).toEqual({
      facts: [{ key: 'own.ready' }],
      lists: [{ key: 'own.list' }],
      products: [],
      entries: { edges: [{ node: { code: '2' } }] },
    });
    expect((await run(['import', path, ...OWN])).out).toContain('与草案一致，没有变动。');
  });

  test('shows the change and what the rules say before it asks, and then takes all of it by one revision', async () => {
    const before = await draftNow();
    const path = await file(
      'edit.csv',
      utf8(
        csvOf([
          ['条目编号', '措施', '条目内容', '限定条件', '法律依据'],
          ['1', '禁止', '禁止新建', '总投资 低于 30000 万元', '办法'],
          ['5', '禁止', '禁止', '', ''],
        ]),
      ),
    );
    const { code, out, asked } = await run(['import', path, ...OWN]);
    expect(code).toBe(EXIT.DONE);
    expect(asked).toBe('将 2 项变动录入“catalog_own”的草案？[y/N] ');
    const places = [
      '读取条目 2 条，0 处未能识别。',
      '草案另有 1 条不在表中，保持不变：2。',
      '录入后的草案与草案相比：条目新增 1 条、修改 1 条',
      '总投资低于 30000 万元',
      '发布规则：必须改正 1 处',
      '每一条目均注明法律或政策依据',
      '已将 2 项变动录入',
    ].map((said) => out.indexOf(said));
    expect(places).not.toContain(-1);
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(await draftNow()).toMatchObject({ revision: before.revision + 1, entryCount: 3 });
    // What the sheet has no column for is as it was.
    const query =
      '{ catalog(id: "catalog_own") { draft { entries { edges { node { code remark { zh } natures } } } } } }';
    const [first] = (await api.editor.ask(query)).data.catalog.draft.entries.edges;
    expect(first.node).toEqual({ code: '1', remark: { zh: '留存' }, natures: ['NEW_BUILD', 'RELOCATION'] });
  });

  test('takes a table pasted from a law text as drafts that cannot be published before their conditions are written', async () => {
    const path = await file('word.xlsx', await workbookOf(WORD_TABLE));
    const unsaid = await run(['import', path, ...OWN]);
    expect(unsaid.code).toBe(EXIT.FAULTS);
    expect(unsaid.out).toContain('请用 --measure 禁止 或 --measure 限制 写明');
    const { code, out } = await run(['import', path, ...OWN, '--measure', '禁止']);
    expect(code).toBe(EXIT.DONE);
    expect(out).toContain('2 条的限定条件待编写，编写之前草案不能发布：3、4。');
    expect(out).toContain('原文记入备注。工作表“表1”第 3 行“行业”：“化工”不能作为适用行业。');
    expect(out).toContain('“条件待编写”');
    const query = `{ checkDraft(catalog: "catalog_own") { publishable violations { rule entry } } }`;
    const { publishable, violations } = (await api.editor.ask(query)).data.checkDraft;
    expect([publishable, violations.filter(({ rule }: { rule: string }) => rule === 'PR-44')]).toEqual([
      false,
      [
        { rule: 'PR-44', entry: '3' },
        { rule: 'PR-44', entry: '4' },
      ],
    ]);
  });

  test('changes nothing where a cell cannot be read, where nobody confirms, and where there is nobody to ask', async () => {
    const before = await draftNow();
    const wrong = await file(
      'wrong.csv',
      utf8(
        csvOf([
          ['条目编号', '措施', '条目内容', '限定条件'],
          ['9', '禁止', '禁止', '总投资 约 5'],
        ]),
      ),
    );
    const refused = await run(['import', wrong, ...OWN]);
    expect(refused).toMatchObject({ code: EXIT.FAULTS, asked: null });
    expect(refused.out).toContain('工作表“CSV”第 2 行“限定条件”：第 5 字“约 5”处不能识别');
    const right = await file(
      'right.csv',
      utf8(
        csvOf([
          ['条目编号', '措施', '条目内容'],
          ['9', '禁止', '禁止'],
        ]),
      ),
    );
    expect((await run(['import', right, ...OWN], false)).code).toBe(EXIT.NOT_CONFIRMED);
    expect((await run(['import', right, ...OWN], null)).out).toContain('--yes');
    expect(await draftNow()).toEqual(before);
    expect((await run(['import', right, ...OWN, '--yes'], null)).code).toBe(EXIT.DONE);
  });

  test('is refused where others have put the same entries since they were read', async () => {
    const path = await file(
      'edit.csv',
      utf8(
        csvOf([
          ['条目编号', '措施', '条目内容'],
          ['1', '禁止', '我的文字'],
        ]),
      ),
    );
    const { revision } = await draftNow();
    const colleague = api.as('zhou', `editor:${PARK}`);
    let isFirst = true;
    const racing: Request = async (query, variables) => {
      if (query.includes('applyStagedEdit') && isFirst) {
        isFirst = false;
        await does(colleague, PUT, {
          catalog: 'catalog_own',
          expectedRevision: revision,
          entries: [prohibited('1', { text: { zh: '他人的文字' } })],
          reason: '修改',
        });
      }
      return requestOf()(query, variables);
    };
    const refused = run(['import', path, ...OWN, '--yes'], null, racing);
    await expect(refused).rejects.toThrow(/STALE_REVISION/);
    await expect(refused).rejects.toBeInstanceOf(CannotStart);
    // Seen beside what the other has put, it may go on.
    const again = await run(['import', path, ...OWN, '--yes'], null, racing);
    expect(again.out).toContain('条目内容由“他人的文字”改为“我的文字”。');
  });

  test('leaves the draft as it is wherever it is cut off, and does it again from the beginning', async () => {
    const rows = Array.from({ length: 1_100 }, (_, at) => [`n${at}`, '禁止', `禁止 ${at}`]);
    const path = await file('many.csv', utf8(csvOf([['条目编号', '措施', '条目内容'], ...rows])));
    const before = await draftNow();
    for (const cutAt of [1, 2, 3]) {
      let pieces = 0;
      const cut = requestOf((query) => {
        if (query.includes('stageEntries') && ++pieces === cutAt) throw new CannotStart('断', 'cut off');
        if (query.includes('applyStagedEdit')) throw new CannotStart('断', 'cut off');
      });
      await expect(run(['import', path, ...OWN, '--yes'], null, cut)).rejects.toThrow('cut off');
      expect(await draftNow()).toEqual(before);
    }
    expect((await run(['import', path, ...OWN, '--yes'], null)).code).toBe(EXIT.DONE);
    expect(await draftNow()).toMatchObject({ revision: before.revision + 1, entryCount: 1_102 });
  });

  test('knows an edit that was done although its answer was lost', async () => {
    const path = await file(
      'edit.csv',
      utf8(
        csvOf([
          ['条目编号', '措施', '条目内容'],
          ['9', '禁止', '禁止'],
        ]),
      ),
    );
    const { revision } = await draftNow();
    const twice: Request = async (query, variables) => {
      if (query.includes('applyStagedEdit')) await requestOf()(query, variables);
      return requestOf()(query, variables);
    };
    expect((await run(['import', path, ...OWN, '--yes'], null, twice)).code).toBe(EXIT.DONE);
    expect((await draftNow()).revision).toBe(revision + 1);
  });

  test('opens the draft where it is asked to, and says so where there is none', async () => {
    await does(api.editor, CREATE_ANEW, {
      jurisdiction: PARK,
      key: 'new',
      title: { zh: '新目录' },
      reason: '新建',
    });
    const path = await file(
      'new.csv',
      utf8(
        csvOf([
          ['条目编号', '措施', '条目内容'],
          ['1', '禁止', '禁止'],
        ]),
      ),
    );
    const into = ['import', path, '--catalog', 'catalog_new', '--yes'];
    await expect(run(into)).rejects.toThrow(/--open/);
    expect((await run([...into, '--open'])).code).toBe(EXIT.DONE);
    await expect(run(['export', join(folder, 'none.xlsx'), '--catalog', 'catalog_none'])).rejects.toThrow(
      /no draft/,
    );
  });

  test('checks a file without a server, and writes the template, as a program', async () => {
    const template = join(folder, 'template.xlsx');
    expect(await program('template', template)).toMatchObject({ code: EXIT.DONE });
    await expect(run(['template', template])).rejects.toThrow(/FILE_EXISTS/);
    const checked = await program('check', template);
    expect(checked).toMatchObject({ code: EXIT.DONE, stderr: '' });
    expect(checked.stdout).toContain(
      '工作表“条目”，表头在第 1 行，28 列与栏目同名。\n第 2 行是示例、标题或说明，不是条目。',
    );
    const wrong = await program('import', template);
    expect(wrong).toMatchObject({ code: EXIT.NOTHING, stdout: '' });
    expect(wrong.stderr).toContain('--catalog');
  });
});

const CREATE_ANEW = `mutation ($input: CreateCatalogInput!) {
  createCatalog(input: $input) { catalog { id } userErrors { code } } }`;

function program(...args: readonly string[]): Promise<{ code: number; stdout: string; stderr: string }> {
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      [...TYPESCRIPT, 'services/local/catalog.ts', ...args],
      (error, stdout, stderr) => resolve({ code: Number(error?.code ?? 0), stdout, stderr }),
    );
  });
}
