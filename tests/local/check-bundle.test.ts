import { execFile } from 'node:child_process';
import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import { workbookOf } from '../files/written-files.ts';
import { temporaryFolder } from './local-server.ts';

const run = promisify(execFile);

it('the check is one file that runs where nothing of this repository is', { timeout: 60_000 }, async () => {
  const folder = await temporaryFolder();
  const program = join(folder, 'check.mjs');
  await run('npm', ['run', '--silent', 'bundle-check', '--', `--outfile=${program}`]);
  expect(await readdir(folder)).toEqual(['check.mjs']);
  const here = { cwd: folder, env: { PATH: process.env.PATH } };
  await run(process.execPath, [program, '--template', 'template.xlsx'], here);
  await writeFile(
    join(folder, 'list.xlsx'),
    await workbookOf([
      ['项目名称', '行业代码'],
      ['甲', '2614 有机化学原料制造'],
    ]),
  );
  const { stdout } = await run(process.execPath, [program, 'list.xlsx', '--dry-run'], here).catch(
    (failed: { stdout: string }) => failed,
  );
  expect(stdout).toContain('"industries":["2614"]');
  const unreachable = {
    ...here,
    env: { ...here.env, PARK_ADMISSION_URL: 'http://127.0.0.1:9', PARK_ADMISSION_TOKEN: 't' },
  };
  await expect(
    run(process.execPath, [program, 'list.xlsx', '--zone', 'zone_a'], unreachable),
  ).rejects.toMatchObject({
    code: 2,
    stderr: expect.stringContaining('Nobody answers at http://127.0.0.1:9'),
  });
});
