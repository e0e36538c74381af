import { execFile } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { createAsk } from '../../services/local/ask.ts';
import { openDevelopmentIssuer } from '../../services/local/development-issuer.ts';
import { TYPESCRIPT } from '../testkit/typescript.ts';
import { startLocalServer, temporaryFolder } from './local-server.ts';

const COUNTRY = 'region_100000';
let url: string;
let token: string;
let folder: string;
let decision: string;

/** A catalog with a version, a decision that read it, and a draft after that; then both files as a user makes them. */
beforeAll(async () => {
  folder = await temporaryFolder();
  ({ url } = await startLocalServer('--no-samples', '--data', folder));
  const issuer = await openDevelopmentIssuer(join(folder, 'development-keys.json'));
  const roles = ['admin', 'editor', 'officer'].map((role) => `${role}:${COUNTRY}`);
  token = await issuer.token('qian', roles);
  const publisher = await issuer.token('sun', [`publisher:${COUNTRY}`]);
  const ask = createAsk(url);
  const does = async (mutation: string, as = token) => {
    const { data, errors } = await ask({ query: `mutation { done: ${mutation} }`, token: as });
    expect(errors).toBeUndefined();
    expect(data.done.userErrors).toEqual([]);
    return data.done;
  };
  const ERRORS = 'userErrors { message(locale: EN) }';
  const because = 'reason: "建立"';
  await does(
    `registerRegion(input: {code: "100000", level: COUNTRY, name: {zh: "中国"}, effectiveFrom: "2020-01-01", ${because}}) { ${ERRORS} }`,
  );
  await does(
    `registerZone(input: {code: "park", name: {zh: "示范园区"}, parent: "${COUNTRY}", kind: INDUSTRIAL_PARK, zoneLevel: OTHER, effectiveFrom: "2020-01-01", ${because}}) { ${ERRORS} }`,
  );
  await does(
    `createCatalog(input: {jurisdiction: "zone_park", key: "park", title: {zh: "园区目录"}, ${because}}) { ${ERRORS} }`,
  );
  await does(`openDraft(input: {catalog: "catalog_park", ${because}}) { ${ERRORS} }`);
  await does(
    `putEntries(input: {catalog: "catalog_park", expectedRevision: 1, ${because}, entries: [{code: "1", measure: PROHIBITED, text: {zh: "禁止"}, basis: [{document: "某文件"}]}]}) { ${ERRORS} }`,
  );
  const { draft } = await does(
    `submitDraft(input: {catalog: "catalog_park", expectedRevision: 2, ${because}}) { draft { contentHash } ${ERRORS} }`,
  );
  await does(
    `publishDraft(input: {catalog: "catalog_park", contentHash: "${draft.contentHash}", effectiveFrom: "2026-01-01", retroactiveReason: "溯及", ${because}}) { ${ERRORS} }`,
    publisher,
  );
  const decided = await does(
    `decideAdmission(input: {idempotencyKey: "k", project: {zone: "zone_park", industries: ["2614"]}}) { decision { id } ${ERRORS} }`,
  );
  decision = decided.decision.id;
  await does(`openDraft(input: {catalog: "catalog_park", ${because}}) { ${ERRORS} }`);
}, 120_000);

const PATIENCE = { timeout: 120_000 };

describe('an exported history verifies offline', PATIENCE, () => {
  it('by itself, against an earlier head and against a decision', async () => {
    const file = await exported('whole.jsonl', '--catalog', 'catalog_park');
    const record = await exported('decision.json', '--decision', decision);
    const alone = await verify(file);
    expect(alone).toMatchObject({ code: 0, stderr: '' });
    expect(alone.stdout).toMatch(
      /^catalog_park\n修订记录完整：第 1 条至第 5 条逐条核对无误.*未与另行留存的链头比对/,
    );
    expect(alone.stdout).toMatch(/\nThe history is whole: every revision from 1 to 5 is as it was written/);
    expect(alone.stdout).toMatch(/已逐字核对 1 个版本的内容与其内容哈希。/);
    const [, head] = /hash ([0-9a-f]{64})/.exec(alone.stdout)!;
    const against = await verify(file, '--head', `5:${head}`, '--decision', record);
    expect(against.code).toBe(0);
    expect(against.stdout).toMatch(/与另行留存的 2 个链头一致。/);
    expect(against.stdout).toMatch(/回执 [0-9a-f]{64}（decision_[0-9a-f]{40}）：请与当事人持有的回执核对。/);
  });

  it('so does that of the register', async () => {
    const file = await exported('register.jsonl', '--register');
    const record = await exported('decision.json', '--decision', decision);
    expect(await verify(file, '--decision', record)).toMatchObject({
      code: 0,
      stdout: expect.stringMatching(/^register\n修订记录完整：第 1 条至第 3 条/),
    });
  });

  it('and is told where it was changed, in the file', async () => {
    const file = await exported('changed.jsonl', '--catalog', 'catalog_park');
    const lines = (await readFile(file, 'utf8')).trimEnd().split('\n');
    await writeFile(
      file,
      lines.with(1, lines[1]!.replace('禁止', '允许').replace('建立', '废止')).join('\n'),
    );
    const changed = await verify(file);
    expect(changed).toMatchObject({ code: 1, stderr: '' });
    expect(changed.stdout).toMatch(/第 2 条修订记录被改动：按其内容重新计算的哈希与其所载哈希不符。/);
    expect(changed.stdout).toMatch(/Revision 2 was changed/);
    expect(changed.stdout).toMatch(/文件第 2 行/);
    await writeFile(
      file,
      lines.map((line) => line.replace('"text":{"zh":"禁止"}', '"text":{"zh":"允许"}')).join('\n'),
    );
    expect((await verify(file)).stdout).toMatch(/第 4 条修订记录发布的第 1 版，其内容缺失或与内容哈希不符。/);
  });

  it('and is told where it was cut off, by the decision', async () => {
    const file = await exported('cut.jsonl', '--catalog', 'catalog_park');
    const lines = (await readFile(file, 'utf8')).trimEnd().split('\n');
    await writeFile(file, lines.slice(0, 3).join('\n'));
    const record = await exported('decision.json', '--decision', decision);
    expect((await verify(file)).code).toBe(0);
    expect(await verify(file, '--decision', record)).toMatchObject({
      code: 1,
      stdout: expect.stringMatching(/第 4 条修订记录缺失/),
    });
    await writeFile(record, (await readFile(record, 'utf8')).replace(/"seq":4/, '"seq":3'));
    expect(await verify(file, '--decision', record)).toMatchObject({
      code: 1,
      stdout: expect.stringMatching(/的记录与其回执不符/),
    });
  });
});

describe(
  'what is wrong with the request is said in one line, and nothing is called verified',
  PATIENCE,
  () => {
    it.each([
      ['no file', [], /Name one exported file\. Usage: npm run verify-history/],
      ['two files', ['a', 'b'], /Name one exported file/],
      ['a file that is not there', ['absent.jsonl'], /Cannot read the file absent\.jsonl/],
      ['a head without its hash', ['x', '--head', '5'], /--head takes <revision>:<64 lower-case/],
      ['an option that does not exist', ['x', '--heads', '5'], /Unknown option '--heads'/],
      [
        'a decision that is none',
        ['x', '--decision', 'package.json'],
        /package\.json does not hold a decision/,
      ],
      ['an empty file', ['/dev/null'], /There is no exported history in \/dev\/null/],
    ])('%s', async (_, args, line) => {
      const { code, stdout, stderr } = await verify(...args);
      expect([code, stdout, stderr.trimEnd().split('\n')]).toEqual([2, '', [expect.stringMatching(line)]]);
      expect(stderr).toMatch(/[\u4e00-\u9fff]/);
    });

    it.each([
      [
        'nothing to export',
        [],
        /Name exactly one of --catalog, --register, --decisions, --decision and --proof/,
      ],
      ['two things', ['--catalog', 'a', '--register'], /Name exactly one of/],
      ['a wrong address', ['--register', '--url', 'nowhere'], /--url takes a web address, not "nowhere"/],
      [
        'a server that is not there',
        ['--register', '--url', 'http://127.0.0.1:9'],
        /The service cannot be reached/,
      ],
    ])('%s', async (_, args, line) => {
      const { code, stdout, stderr } = await command('export-history', args);
      expect([code, stdout, stderr.trimEnd().split('\n')]).toEqual([1, '', [expect.stringMatching(line)]]);
    });

    it('a catalog that the token may not see', async () => {
      for (const catalog of ['catalog_park', 'catalog_absent'])
        expect(await command('export-history', ['--url', url, '--catalog', catalog])).toMatchObject({
          code: 1,
          stdout: '',
          stderr: expect.stringContaining(`There is no "${catalog}", or the token may not see its history.`),
        });
    });
  },
);

async function exported(name: string, ...args: string[]): Promise<string> {
  const { code, stdout, stderr } = await command('export-history', ['--url', url, ...args], { TOKEN: token });
  expect([code, stderr]).toEqual([0, '']);
  const file = join(folder, name);
  await writeFile(file, stdout);
  return file;
}

const verify = (...args: string[]) => command('verify-history', args);

const command = (
  name: string,
  args: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): Promise<{ code: unknown; stdout: string; stderr: string }> =>
  new Promise((resolve) => {
    execFile(
      process.execPath,
      [...TYPESCRIPT, `services/local/${name}.ts`, ...args],
      { env: { ...process.env, ...environment } },
      (error, stdout, stderr) => resolve({ code: error?.code ?? 0, stdout, stderr }),
    );
  });
