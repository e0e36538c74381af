import { execFile } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { CannotStart } from '../../services/local/cannot-start.ts';
import { dryRun } from '../../services/local/check/dry-run.ts';
import { readCheckOptions } from '../../services/local/check/options.ts';
import { writeTemplate } from '../../services/local/check/write-template.ts';
import { utf8, workbookOf } from '../files/written-files.ts';
import { TYPESCRIPT } from '../testkit/typescript.ts';
import { temporaryFolder } from './local-server.ts';

const PATIENCE = { timeout: 60_000 };
/** Nobody answers there. */
const NOWHERE = 'http://127.0.0.1:9';

describe('npm run check', PATIENCE, () => {
  it('prints what the columns are taken for, what the rows state, and what could not be read', async () => {
    const file = await fileOf(
      await workbookOf(
        [['说明']],
        [
          ['项目名称', '总投资（万元）', '备注'],
          ['甲', 5000, '乙'],
          ['丙', '约500', null],
          ['合计', 5500, null],
        ],
      ),
    );
    expect(await check(file, '--dry-run', '--zone', 'zone_park')).toEqual({
      code: 1,
      stderr: '',
      stdout: `未能查询园区各目录自行定义的事项，以其为表头的列不能识别，列为“保留”：无法连接 ${NOWHERE}/graphql。请确认服务已启动，或用 PARK_ADMISSION_URL 指明地址。
工作表“表1”没有可识别的表头，未读取。
工作表“表2”，表头在第 1 行，各列按表头认定为：
  “项目名称” → 项目名称
  “总投资（万元）” → 总投资，以万元计
  “备注”：保留，不用于判定
第 2 行：{"zone":"zone_park","name":"甲","facts":{"totalInvestment":{"number":"5000","unit":"万元"}}}
第 3 行：{"zone":"zone_park","name":"丙"}
读取项目 2 个，1 处未能识别。
第 4 行是示例、合计、说明或重复的表头，不是项目。
工作表“表2”第 3 行“总投资（万元）”：“约500”是约数或范围，不是总投资的确切值，按未知处理。请写确切值，如：1200.5 元、万元、亿元。
`,
    });
  });

  it('keeps the mapping for the next file, to be corrected first', async () => {
    const file = await fileOf(utf8('工程,项目名称,投资\n甲,乙,5\n'), 'list.csv');
    const kept = `${file}.json`;
    await writeFile(
      kept,
      JSON.stringify({
        columns: [
          { header: '工程', field: 'name' },
          { header: '项目名称' },
          { header: '投资', field: 'totalInvestment', unit: '亿元' },
        ],
      }),
    );
    const again = `${file}.again.json`;
    const { code, stdout } = await check(
      file,
      '--dry-run',
      '--en',
      '--zone',
      'zone_park',
      '--mapping',
      kept,
      '--keep-mapping',
      again,
    );
    expect(code).toBe(0);
    expect(stdout).toContain('By the mapping that was given the columns are:\n  "工程" → project name\n');
    expect(stdout).toContain(
      'Row 2: {"zone":"zone_park","name":"甲","facts":{"totalInvestment":{"number":"5","unit":"亿元"}}}',
    );
    expect(JSON.parse(await readFile(again, 'utf8'))).toEqual([
      {
        columns: [
          { header: '工程', field: 'name', unit: null },
          { header: '项目名称', field: null, unit: null },
          { header: '投资', field: 'totalInvestment', unit: '亿元' },
        ],
      },
    ]);
  });

  it('writes the template, which it reads', async () => {
    const template = join(await temporaryFolder(), 'template.xlsx');
    expect(await check('--template', template)).toMatchObject({ code: 0, stderr: '' });
    // Of an example alone nothing would be decided: it says so, and not that all is well.
    expect(await check(template, '--dry-run')).toMatchObject({
      code: 2,
      stdout: expect.stringMatching(/^名单没有写明园区，[\s\S]*读取项目 0 个/),
      stderr: expect.stringContaining('工作表 项目 的表头在第 1 行，其下没有一行是项目'),
    });
    await expect(run(['--template', template])).rejects.toThrow(/^FILE_EXISTS: The file/);
    expect(await run(['--template', template, '--force'])).toBe(0);
    await expect(run([template, '--dry-run', '--keep-mapping', template])).rejects.toThrow(/FILE_EXISTS/);
  });

  it.each<[string, () => Promise<string[]>, RegExp]>([
    ['no file', async () => ['--dry-run'], /Name one file\. Usage: npm run check/],
    [
      'a file that is not there',
      async () => ['absent.xlsx', '--dry-run'],
      /Cannot read the file absent\.xlsx/,
    ],
    ['JSON Lines to be tried', async () => ['-', '--dry-run'], /--dry-run shows how tables are read/],
    ['a day that does not exist', async () => ['a.xlsx', '--on', '2026-02-30'], /--on takes a day as/],
    ['an option that does not exist', async () => ['a.xlsx', '--zones', 'x'], /Unknown option '--zones'/],
    [
      'a file that is no table',
      async () => [await fileOf(utf8('GIF\0')), '--dry-run'],
      /The file is no table/,
    ],
    [
      'a mapping that is none',
      async () => [await fileOf(utf8('a')), '--dry-run', '--mapping', 'README.md'],
      /README\.md holds no mapping/,
    ],
    [
      'a mapping of fields that there are not',
      async () => [
        await fileOf(utf8('a')),
        '--dry-run',
        '--mapping',
        await fileOf(utf8('{"columns":[{"header":"a","field":"b"}]}'), 'm.json'),
      ],
      /The value b of "mappings\.0\.columns\.0\.field" is not one of: ref, zone/,
    ],
    [
      'a template that no spreadsheet program would open',
      async () => ['--template', 't.csv'],
      /end in \.xlsx, not "t\.csv"/,
    ],
    [
      'a place that cannot be written',
      async () => ['--template', 'absent/t.xlsx'],
      /Cannot write the file absent/,
    ],
  ])('says in one line what is wrong: %s', async (_, args, line) => {
    const error = await run(await args()).then(
      () => undefined,
      (refused: unknown) => refused,
    );
    expect(error).toBeInstanceOf(CannotStart);
    expect((error as Error).message.split('\n')).toEqual([expect.stringMatching(line)]);
    expect((error as Error).message).toMatch(/[\u4e00-\u9fff]/);
  });

  it('says how it is used where it is asked', async () => {
    expect(await check('--help')).toEqual({
      code: 0,
      stdout: expect.stringMatching(/^npm run check -- /),
      stderr: '',
    });
  });

  it('and ends with 2 where nothing was read', async () => {
    expect(await check('absent.xlsx', '--dry-run')).toEqual({
      code: 2,
      stdout: '',
      stderr: expect.stringMatching(/^Cannot read the file absent\.xlsx/),
    });
  });
});

async function run(args: readonly string[]): Promise<number> {
  const options = readCheckOptions(args);
  return options.template === null
    ? await dryRun(options, { definitions: async () => [] }, () => new Date())
    : await writeTemplate(options.template, null, options.force);
}

async function fileOf(bytes: Uint8Array, name = 'list.xlsx'): Promise<string> {
  const file = join(await temporaryFolder(), name);
  await writeFile(file, bytes);
  return file;
}

const check = (...args: string[]): Promise<{ code: unknown; stdout: string; stderr: string }> =>
  new Promise((resolve) => {
    execFile(
      process.execPath,
      [...TYPESCRIPT, 'services/local/check.ts', ...args],
      { env: { ...process.env, PARK_ADMISSION_URL: NOWHERE } },
      (error, stdout, stderr) => resolve({ code: error?.code ?? 0, stdout, stderr }),
    );
  });
