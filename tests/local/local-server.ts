import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { cp, mkdtemp, rename, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterFile } from '../testkit/after-file.ts';
import { TYPESCRIPT } from '../testkit/typescript.ts';

export interface LocalServer {
  readonly url: string;
  /** What it printed. */
  readonly stdout: () => string;
  readonly stderr: () => string;
  /** Ends it and gives its exit code; `null` where the signal killed it. */
  readonly end: (signal: NodeJS.Signals) => Promise<number | null>;
}
export interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** `npm start` as a process of its own on a free port, once it says where it is. Ended at the latest after the test file. */
export async function startLocalServer(...args: string[]): Promise<LocalServer> {
  const process = launch(['--port', '0', ...args]);
  const ended = process.ended.then(({ stderr }) => {
    throw new Error(`the server ended instead of starting: ${stderr}`);
  });
  const url = await Promise.race([process.printed(/http:\/\/127\.0\.0\.1:\d+(?=\/graphql)/), ended]);
  // Printed whole: the address comes before the command to try.
  await process.printed(/Ctrl\+C/);
  return {
    url,
    stdout: process.stdout,
    stderr: process.stderr,
    end: async (signal) => {
      process.child.kill(signal);
      return (await process.ended).code;
    },
  };
}

/** `npm start` where it is expected to end by itself. */
export const runLocalServer = (...args: string[]): Promise<Ended> => launch(args).ended;

/** @param before what the shell that becomes the server does first */
export function launch(args: readonly string[], before = ':') {
  const command = [process.execPath, ...TYPESCRIPT, 'services/local/main.ts', ...args];
  const child = spawn('sh', ['-c', `${before}; exec "$@"`, 'sh', ...command], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let [stdout, stderr] = ['', ''];
  child.stdout.on('data', (text) => {
    stdout += text;
    child.emit('printed');
  });
  child.stderr.on('data', (text) => {
    stderr += text;
  });
  const ended = once(child, 'close').then(([code]): Ended => ({ code, stdout, stderr }));
  afterFile(async () => {
    child.kill('SIGKILL');
    await ended;
  });
  const printed = async (pattern: RegExp): Promise<string> => {
    while (!pattern.test(stdout)) await once(child, 'printed');
    return pattern.exec(stdout)?.[0] ?? '';
  };
  return { child, ended, printed, stdout: () => stdout, stderr: () => stderr };
}

/** A folder for the data of this test file, removed after it. */
export async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'park-admission-'));
  afterFile(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

/** A folder with the sample data, which take longer to load than a server to start: loaded once in a run, and copied for each. */
export async function folderWithSamples(): Promise<string> {
  const kept = join(process.env.KEPT_FOR_A_RUN!, 'samples');
  if (!existsSync(kept)) {
    const loaded = await temporaryFolder();
    await (await startLocalServer('--data', loaded)).end('SIGTERM');
    // Whole or not there: where another worker was first, what that has loaded is the same.
    await rename(loaded, kept).catch((error: unknown) => {
      if (!existsSync(kept)) throw error;
    });
  }
  const folder = await temporaryFolder();
  await cp(kept, folder, { recursive: true });
  return folder;
}
