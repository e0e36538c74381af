import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { createAsk } from '../../services/local/ask.ts';
import type { Example } from '../../services/local/ide/example.ts';
import { launch, runLocalServer, startLocalServer, temporaryFolder } from './local-server.ts';

const run = promisify(execFile);

/** A start with samples takes seconds on a free machine; this one may have much else to do. */
const PATIENCE = { timeout: 180_000 };

describe('npm start', PATIENCE, () => {
  it('comes up with samples, and what it gives to try works as it is', async () => {
    const server = await startLocalServer('--data', await temporaryFolder());
    const command = /^ *(curl .*)$/m.exec(server.stdout())?.[1] ?? '';
    const [url, type, body] = await argumentsOf(command);
    const answer = await fetch(url!, {
      method: 'POST',
      headers: [type!.split(': ') as [string, string]],
      body,
    });
    expect(await answer.json()).toMatchObject({
      data: {
        assess: {
          userErrors: [],
          assessment: { outcome: 'REVIEW', explanation: expect.stringContaining('非化工') },
        },
      },
    });
    for (const { group, query, variables, headers } of await examplesOf(server.url)) {
      if (headers) continue;
      const { data, errors } = await createAsk(server.url)({ query, variables });
      expect(errors).toBeUndefined();
      const faults: unknown[] = data.assess?.userErrors ?? [];
      expect(faults.length > 0).toBe(group.zh.endsWith('填报有误'));
    }
    expect(server.stderr()).toBe('');
    expect(await server.end('SIGTERM')).toBe(0);
  });

  it('ends cleanly on Ctrl+C', async () => {
    const server = await startLocalServer('--data', await temporaryFolder(), '--no-samples');
    expect(await server.end('SIGINT')).toBe(0);
    expect(server.stderr()).toBe('');
  });

  it('takes the tokens that npm run token prints, and no others', async () => {
    const data = await temporaryFolder();
    const server = await startLocalServer('--data', data, '--no-samples');
    const query = '{ viewer { subject grants { role jurisdiction { id } } } }';
    const ask = createAsk(server.url);
    expect(await ask({ query: '{ viewer { subject } }' })).toEqual({ data: { viewer: null } });
    expect(
      await ask({ query: '{ viewer { subject } }', token: await token(data, 'lixia', 'admin:region_156') }),
    ).toEqual({
      data: { viewer: { subject: 'lixia' } },
    });
    const foreign = await token(await temporaryFolder(), 'lixia', 'admin:region_156');
    expect(await ask({ query, token: foreign })).toMatchObject({
      errors: [{ extensions: { code: 'UNAUTHENTICATED' } }],
    });
    expect(await server.end('SIGTERM')).toBe(0);
  });

  it('has everything again after a kill -9', async () => {
    const data = await temporaryFolder();
    const admin = await token(data, 'lixia', 'admin:region_991');
    const first = await startLocalServer('--data', data, '--no-samples');
    for (const code of ['991', '99101', '99102']) {
      const answer = await createAsk(first.url)({ query: REGISTER, variables: region(code), token: admin });
      expect(answer).toEqual({
        data: { registerRegion: { region: { id: `region_${code}` }, userErrors: [] } },
      });
    }
    expect(await first.end('SIGKILL')).toBeNull();

    const second = await startLocalServer('--data', data, '--no-samples');
    const names =
      '{ a: region(id: "region_991") { code } b: region(id: "region_99101") { code } c: region(id: "region_99102") { code } }';
    expect(await createAsk(second.url)({ query: names })).toEqual({
      data: { a: { code: '991' }, b: { code: '99101' }, c: { code: '99102' } },
    });
    const again = await createAsk(second.url)({ query: REGISTER, variables: region('99103'), token: admin });
    expect(again).toMatchObject({ data: { registerRegion: { userErrors: [] } } });
    await second.end('SIGTERM');
  });

  it('completes the samples after kills in the middle of their loading', async () => {
    const [killed, whole] = [await temporaryFolder(), await temporaryFolder()];
    for (const wait of [50, 700, 1_500]) {
      const server = launch(['--port', '0', '--data', killed]);
      await expect.poll(() => stateOfSamples(killed), { timeout: 90_000, interval: 20 }).toBe('LOADING');
      await new Promise((resolve) => setTimeout(resolve, wait));
      server.child.kill('SIGKILL');
      await server.ended;
    }
    expect(await stateOfSamples(killed)).toBe('LOADING');
    expect(await everything(killed)).toEqual(await everything(whole));
  });
});

describe('npm start says in one line', PATIENCE, () => {
  it('that its port is in use', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const { port } = other.address() as AddressInfo;
    oneLine(
      await runLocalServer('--port', String(port), '--data', await temporaryFolder()),
      `Port ${port} is in use`,
    );
    other.close();
  });

  it('that its folder cannot be written', async () => {
    oneLine(
      await runLocalServer('--port', '0', '--data', '/dev/null/data'),
      'Cannot write to the folder /dev/null/data',
    );
  });

  it('that its folder is in use by another process', async () => {
    const data = await temporaryFolder();
    const server = await startLocalServer('--data', data, '--no-samples');
    oneLine(
      await runLocalServer('--port', '0', '--data', data),
      `The folder ${data} is in use by another process`,
    );
    expect((await fetch(`${server.url}/healthz`)).status).toBe(200);
    await server.end('SIGTERM');
  });

  it('what is wrong with its arguments', async () => {
    oneLine(await runLocalServer('--prot', '1'), "Unknown option '--prot'");
  });
});

describe('npm', PATIENCE, () => {
  it('takes its server along when it is killed with -9', async () => {
    const npm = spawn(
      'npm',
      ['start', '--', '--port', '0', '--no-samples', '--data', await temporaryFolder()],
      {
        stdio: ['ignore', 'pipe', 'ignore'],
      },
    );
    let printed = '';
    npm.stdout.on('data', (text) => {
      printed += text;
    });
    const address = () => /http:\/\/127\.0\.0\.1:\d+(?=\/graphql)/.exec(printed)?.[0];
    await expect.poll(address, { timeout: 90_000 }).toBeDefined();
    expect((await fetch(`${address()}/healthz`)).status).toBe(200);
    npm.kill('SIGKILL');
    const isUp = () => fetch(`${address()}/healthz`).then(Boolean, () => false);
    await expect.poll(isUp, { timeout: 30_000 }).toBe(false);
  });
});

function oneLine({ code, stdout, stderr }: Awaited<ReturnType<typeof runLocalServer>>, line: string): void {
  expect({ code, stdout, lines: stderr.trimEnd().split('\n') }).toEqual({
    code: 1,
    stdout: '',
    lines: [expect.stringContaining(line)],
  });
  // In both languages.
  expect(stderr).toMatch(/[\u4e00-\u9fff]/);
}

/** The arguments of a printed curl command as a shell would hand them over: address, header, body. */
async function argumentsOf(command: string): Promise<string[]> {
  const { stdout } = await run('sh', ['-c', `curl() { printf '%s\\n' "$@"; }; ${command}`]);
  const [, url, , header, , ...body] = stdout.trimEnd().split('\n');
  return [url!, header!, body.join('\n')];
}

const examplesOf = async (url: string): Promise<readonly Example[]> =>
  (await fetch(`${url}/ide/examples.json`)).json() as Promise<Example[]>;

async function token(data: string, person: string, ...roles: string[]): Promise<string> {
  const args = ['--import', 'tsx', 'services/local/token.ts', '--data', data, '--as', person, ...roles];
  return (await run(process.execPath, args)).stdout.trim();
}

const REGISTER =
  'mutation ($input: RegisterRegionInput!) { registerRegion(input: $input) { region { id } userErrors { code message } } }';

const region = (code: string) => ({
  input: {
    code,
    level: code === '991' ? 'PROVINCE' : 'PREFECTURE',
    parent: code === '991' ? null : 'region_991',
    name: { zh: `测试区域 ${code}` },
    effectiveFrom: '2020-01-01',
    reason: 'test',
  },
});

const stateOfSamples = (data: string): Promise<string | null> =>
  readFile(join(data, 'samples.state'), 'utf8').then(
    (state) => state.trim(),
    () => null,
  );

/** All that the samples bring, as the API shows it, from a start that may have to load them. */
async function everything(data: string): Promise<unknown> {
  const server = await startLocalServer('--data', data);
  const answer = await createAsk(server.url)({
    query: `{
      zones(first: 100) { totalCount edges { node { id name { zh } kind riskGrade areas { key } } } }
      catalogs(first: 100) {
        totalCount
        edges {
          node {
            key
            draft { revision }
            versions(first: 100) { edges { node { number effectiveFrom effectiveTo contentHash entryCount } } }
          }
        }
      }
    }`,
  });
  expect(answer.errors).toBeUndefined();
  expect(answer.data.zones.totalCount).toBeGreaterThan(4);
  expect(answer.data.catalogs.totalCount).toBeGreaterThan(3);
  await server.end('SIGTERM');
  return answer.data;
}
