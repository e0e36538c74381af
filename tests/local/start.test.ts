import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdir, readFile, stat, writeFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { PutItemCommand } from '@aws-sdk/client-dynamodb';
import { beforeAll, describe, expect, it } from 'vitest';
import type { GraphqlAnswer } from '../../services/local/ask.ts';
import { createAsk } from '../../services/local/ask.ts';
import { openDevelopmentIssuer } from '../../services/local/development-issuer.ts';
import { startEmbeddedDynamoDb } from '../../services/local/embedded-dynamodb.ts';
import type { Example } from '../../services/local/ide/example.ts';
import { createStore } from '../../services/store/create-store.ts';
import { times } from '../testkit/times.ts';
import { TYPESCRIPT } from '../testkit/typescript.ts';
import { launch, runLocalServer, startLocalServer, temporaryFolder } from './local-server.ts';

const run = promisify(execFile);

/** A start with samples takes seconds on a free machine; this one may have much else to do. */
const PATIENCE = { timeout: 180_000 };

describe('npm start with samples', PATIENCE, () => {
  let server: ReturnType<typeof launch>;
  let whole: string;
  let url: string;
  /** All that it answered from its first word on until the samples were whole, and after it. */
  const answers = new Set<string>();
  beforeAll(async () => {
    const port = await freePort();
    url = `http://127.0.0.1:${port}`;
    whole = await temporaryFolder();
    server = launch(['--port', String(port), '--data', whole]);
    await server.printed(/Loading/);
    const isWhole = server.printed(/Ctrl\+C/).then(() => true);
    do answers.add(await counts(port));
    while (!(await Promise.race([isWhole, new Promise((resolve) => setTimeout(resolve, 100, false))])));
    answers.add(await counts(port));
  }, PATIENCE.timeout);

  it('answers nothing before the samples are whole', () => {
    expect([...answers]).toEqual(['503 STARTING', expect.stringMatching(/^200 \{.*"zones"/)]);
  });

  it('comes up with samples, and what it gives to try works as it is', async () => {
    const command = /^ *(curl .*)$/m.exec(server.stdout())?.[1] ?? '';
    const [address, type, body] = await argumentsOf(command);
    const answer = await fetch(address!, {
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
    for (const { group, query, variables, headers } of await examplesOf(url)) {
      if (headers) continue;
      const { data, errors } = await createAsk(url)({ query, variables });
      expect(errors).toBeUndefined();
      const faults: unknown[] = data.assess?.userErrors ?? [];
      expect(faults.length > 0).toBe(group.zh.endsWith('填报有误'));
    }
    expect(server.stderr()).toBe('');
    server.child.kill('SIGTERM');
    expect((await server.ended).code).toBe(0);
  });

  it('completes the samples after kills in the middle of their loading, and not without being let', async () => {
    const killed = await temporaryFolder();
    const revisions = [0];
    for (let kill = 0; kill < times(2, 4); kill++) {
      const each = launch(['--port', '0', '--data', killed]);
      await each.printed(/Loading/);
      const before = await bytesOf(killed);
      await expect
        .poll(() => bytesOf(killed), { timeout: 90_000, interval: 5 })
        .toBeGreaterThan(before + 8_000);
      each.child.kill('SIGKILL');
      await each.ended;
      expect(await stateOfSamples(killed)).toBe('LOADING');
      revisions.push(await revisionsOf(killed));
    }
    oneLine(
      await runLocalServer('--port', '0', '--data', killed, '--no-samples'),
      `The sample data in ${killed} are only half loaded`,
    );
    server.child.kill('SIGTERM');
    await server.ended;
    expect(await everything(killed)).toEqual(await everything(whole));
    revisions.push(await revisionsOf(killed));
    // Every kill came after something was loaded, and before everything was.
    expect(revisions).toEqual([...new Set(revisions)].toSorted((a, b) => a - b));
  });
});

describe('npm start', PATIENCE, () => {
  it('refuses data of another format in one line that says what to do', async () => {
    const data = await temporaryFolder();
    await (await startLocalServer('--data', data, '--no-samples')).end('SIGTERM');
    const database = await startEmbeddedDynamoDb({ folder: join(data, 'dynamodb') });
    const Item = { PK: { S: 'STORE' }, SK: { S: 'FORMAT' }, format: { N: '99' } };
    await database.client.send(new PutItemCommand({ TableName: database.tableName, Item }));
    await database.stop();
    oneLine(
      await runLocalServer('--port', '0', '--data', data, '--no-samples'),
      `The data in ${data} are of format 99, and this version of the software reads and writes format 1 alone; start the version that wrote them, or choose another folder with --data.`,
    );
  });

  it('tells of every request in one line, of none before it is ready, and in no line what was sent', async () => {
    const server = await startLocalServer('--data', await temporaryFolder(), '--no-samples');
    const ask = createAsk(server.url);
    await ask({ query: 'query Mine { industries(search: "s3cr3t", first: 1) { code } }' });
    await ask({ query: '{ s3cr3t }', token: 's3cr3t' });
    await server.end('SIGTERM');
    const lines = server
      .stdout()
      .split('\n')
      .filter((line) => line.startsWith('{'));
    expect(lines.map((line) => JSON.parse(line))).toMatchObject([
      { level: 'INFO', message: 'request', status: 200, operation: { name: 'Mine', fields: ['industries'] } },
      { level: 'INFO', message: 'request', status: 401, refusals: { UNAUTHENTICATED: 1 } },
    ]);
    expect(server.stdout()).not.toMatch(/s3cr3t|_aws/);
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
    const admin = await tokenOfAdmin(data);
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
    // A browser asks for it by itself, and would complain.
    expect((await fetch(`${server.url}/favicon.ico`)).headers.get('content-type')).toBe('image/svg+xml');
    await server.end('SIGTERM');
  });

  it('that a file of its database is damaged', async () => {
    const data = await temporaryFolder();
    await (await startLocalServer('--data', data, '--no-samples')).end('SIGTERM');
    await writeFile(join(data, 'dynamodb', 'CURRENT'), 'spoilt');
    oneLine(
      await runLocalServer('--port', '0', '--data', data),
      'The data cannot be read or written (Corruption: CURRENT file does not end with newline)',
    );
  });

  it('that the disk is full, and has all that it confirmed when there is room again', async () => {
    const data = await temporaryFolder();
    const admin = await tokenOfAdmin(data);
    await (await startLocalServer('--data', data, '--no-samples')).end('SIGTERM');
    // No file of this process may grow beyond 64 blocks: what writes at that bound fails as on a full disk.
    const server = launch(['--port', '0', '--data', data, '--no-samples'], 'ulimit -f 64');
    const ask = createAsk(await server.printed(/http:\/\/127\.0\.0\.1:\d+(?=\/graphql)/));
    const confirmed: string[] = [];
    const register = async (code: string) => {
      const answer = await ask({ query: REGISTER, variables: region(code), token: admin });
      if (answer.data?.registerRegion.region) confirmed.push(answer.data.registerRegion.region.id);
    };
    await register('991');
    let failed = false;
    for (let n = 1; !failed && n < 100; n++)
      await register(`991${String(n).padStart(2, '0')}`).catch(() => {
        failed = true;
      });
    const { code, stderr } = await server.ended;
    expect({ code, lines: stderr.trimEnd().split('\n') }).toEqual({
      code: 1,
      lines: [expect.stringMatching(/^The data cannot be read or written \(IO error: .*File too large\)/)],
    });
    expect(confirmed.length).toBeGreaterThan(3);

    const again = await startLocalServer('--data', data, '--no-samples');
    const { data: found } = await createAsk(again.url)({
      query: `{ ${confirmed.map((id) => `${id}: region(id: "${id}") { id }`).join(' ')} }`,
    });
    expect(Object.keys(found).filter((id) => found[id])).toEqual(confirmed);
    await again.end('SIGTERM');
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
  const args = [...TYPESCRIPT, 'services/local/token.ts', '--data', data, '--as', person, ...roles];
  return (await run(process.execPath, args)).stdout.trim();
}

/** As `npm run token` would print it, without a process for it. */
const tokenOfAdmin = async (data: string): Promise<string> =>
  (await openDevelopmentIssuer(join(data, 'development-keys.json'))).token('lixia', ['admin:region_991']);

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

/** A port that nobody has just now. */
async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

/** How much a portal would see of the samples just now: the status, and the counts or the code of the error. */
async function counts(port: number): Promise<string> {
  const query = '{ zones(first: 1) { totalCount } catalogs(first: 1) { totalCount } }';
  const address = new URLSearchParams({ query });
  const headers = { 'apollo-require-preflight': 'yes' };
  const response = await fetch(`http://127.0.0.1:${port}/graphql?${address}`, { headers });
  const { data, errors } = (await response.json()) as GraphqlAnswer;
  return `${response.status} ${errors ? errors[0].extensions.code : JSON.stringify(data)}`;
}

/** What the database in a data folder takes on the disk. */
async function bytesOf(data: string): Promise<number> {
  const folder = join(data, 'dynamodb');
  const files = await readdir(folder);
  const sizes = files.map((file) =>
    stat(join(folder, file)).then(
      ({ size }) => size,
      () => 0,
    ),
  );
  return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
}

/** How many revisions all chains in a data folder have together; no server may be running on it. */
async function revisionsOf(data: string): Promise<number> {
  const database = await startEmbeddedDynamoDb({ folder: join(data, 'dynamodb') });
  const store = createStore(database);
  const { head, register } = await store.readRegister({ consistent: true });
  const catalogs = await Promise.all(
    [...register.catalogs.keys()].map((key) => store.readCatalog(key, { consistent: true })),
  );
  await database.stop();
  return catalogs.reduce((sum, catalog) => sum + (catalog?.head.seq ?? 0), head?.seq ?? 0);
}

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
