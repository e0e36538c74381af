import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { Agent, createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readSampleProjects } from '../../services/local/samples/read.ts';
import { TYPESCRIPT } from '../testkit/typescript.ts';

// The service as `npm start` runs it, under load from this process: 500 assessments a second for a minute, each
// answer held against what the sample project expects; then far beyond what it can do; then 500 a second again.
// Beside it, in the same run, a bare HTTP server of Node that says "ok": what client and HTTP alone take.
//
// Requests are sent when they are due, whether or not earlier ones were answered, and timed from then on: a server
// that stalls cannot make its own figures better by holding the client up.

const SECONDS = Number(process.env.LOAD_SECONDS ?? 60);
const USUAL = 500;
const TOO_MANY = 4_000;
/** How long a client waits before it gives up. */
const PATIENCE_MS = 20_000;

const QUERY = `query ($project: ProjectInput!, $on: Date) { assess(project: $project, on: $on) {
  assessment { outcome findings(applies: TRUE) { effect entry { code } } missingFacts { fact { key } } }
  userErrors { code } } }`;

interface Asked {
  readonly body: string;
  readonly right: (answer: string) => boolean;
}
const projects: readonly Asked[] = readSampleProjects()
  .filter(({ as }) => as.length === 0)
  .map(({ project, on, expect }) => ({
    body: JSON.stringify({ query: QUERY, variables: { project, on } }),
    right: (answer) =>
      'error' in expect
        ? answer.includes(`"code":"${expect.error}"`)
        : answer.includes(`"outcome":"${expect.outcome}"`),
  }));
const settled = projects.filter(({ right }) => !right('"outcome":"NEEDS_INFORMATION"'));

const folder = mkdtempSync(join(tmpdir(), 'park-admission-load-'));
const service = await startService(folder);
const bare = createServer((received, response) => {
  received.resume().on('end', () => response.end('ok'));
});
await once(bare.listen(0, '127.0.0.1'), 'listening');

try {
  const plain = `http://127.0.0.1:${(bare.address() as AddressInfo).port}/`;
  const ok = [{ body: projects[0]!.body, right: (answer: string) => answer === 'ok' }];
  await run('warm-up', service.url, settled, 100, 20);
  await run('bare HTTP server, no assessment', plain, ok, USUAL, 10);
  await run('assessments of settled projects', service.url, settled, USUAL, SECONDS, 'ALL_RIGHT');
  await run('one in ten with facts missing', service.url, mixed(), USUAL, 10);
  await run('far beyond capacity', service.url, settled, TOO_MANY, 10);
  await run('at once after it', service.url, settled, USUAL, 10, 'ALL_RIGHT');
} finally {
  bare.close();
  service.child.kill('SIGTERM');
  await once(service.child, 'close');
  rmSync(folder, { recursive: true, force: true });
}

function mixed(): readonly Asked[] {
  const open = projects.filter((asked) => !settled.includes(asked));
  return settled.flatMap((asked, at) => (at % 9 === 0 ? [open[(at / 9) % open.length]!, asked] : [asked]));
}

/** Sends `rate` requests a second for `seconds` and prints what came of them; fails where a promise is broken. */
async function run(
  name: string,
  url: string,
  asked: readonly Asked[],
  rate: number,
  seconds: number,
  promise?: 'ALL_RIGHT',
): Promise<void> {
  const agent = new Agent({ keepAlive: true, maxSockets: 1_000 });
  const took: number[] = [];
  const came = new Map<string, number>();
  const count = (what: string): void => void came.set(what, (came.get(what) ?? 0) + 1);
  const total = rate * seconds;
  const began = performance.now();
  const answers: Promise<void>[] = [];
  for (let sent = 0; sent < total; ) {
    const due = Math.min(total, Math.floor(((performance.now() - began) / 1000) * rate) + 1);
    for (; sent < due; sent++) {
      const { body, right } = asked[sent % asked.length]!;
      const at = began + (sent / rate) * 1000;
      answers.push(
        post(url, body, agent).then(
          ({ status, text }) => {
            if (status === 503) return count('refused as crowded');
            took.push(performance.now() - at);
            count(status === 200 && right(text) ? 'right' : `wrong (HTTP ${status})`);
          },
          (error: NodeJS.ErrnoException) => count(`without an answer (${error.code})`),
        ),
      );
    }
    await new Promise((resolve) => setTimeout(resolve, 1));
  }
  await Promise.all(answers);
  agent.destroy();
  if (promise && came.get('right') !== total) {
    console.log(`${name}: not every answer was right`);
    process.exitCode = 1;
  }
  took.sort((a, b) => a - b);
  const lasted = (performance.now() - began) / 1000;
  const part = (share: number): string =>
    took.length === 0 ? '–' : `${took[Math.floor((took.length - 1) * share)]!.toFixed(1)} ms`;
  console.log(`${name}: ${rate} a second for ${seconds} s, answered within ${lasted.toFixed(1)} s`);
  console.log(`  ${[...came].map(([what, times]) => `${times} ${what}`).join(', ')}`);
  console.log(`  p50 ${part(0.5)}, p95 ${part(0.95)}, p99 ${part(0.99)}, longest ${part(1)}`);
}

function post(url: string, body: string, agent: Agent): Promise<{ status: number; text: string }> {
  return new Promise((resolve, reject) => {
    const headers = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) };
    const sent = request(url, { method: 'POST', agent, headers }, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (part) => {
        text += part;
      });
      response.on('end', () => resolve({ status: response.statusCode ?? 0, text }));
      response.on('error', reject);
    });
    sent.on('error', reject);
    sent.setTimeout(PATIENCE_MS, () => sent.destroy(Object.assign(new Error(), { code: 'GAVE_UP' })));
    sent.end(body);
  });
}

async function startService(data: string) {
  const child = spawn(
    process.execPath,
    [...TYPESCRIPT, 'services/local/main.ts', '--port', '0', '--data', data],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  let printed = '';
  for await (const part of child.stdout.iterator({ destroyOnReturn: false })) {
    printed += part;
    const url = /http:\/\/127\.0\.0\.1:\d+\/graphql/.exec(printed)?.[0];
    if (url && printed.includes('Ctrl+C')) {
      child.stdout.resume();
      return { child, url };
    }
  }
  throw new Error(`the service did not start: ${printed}`);
}
