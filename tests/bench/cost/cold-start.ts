import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { bundle } from '../../../infra/bundle.ts';

export interface ColdStart {
  readonly node: string;
  readonly packageBytes: number;
  readonly compressedBytes: number;
  /** From nothing to a function that takes events: what Lambda bills as initialisation. */
  readonly initMs: number;
  /** Processor time of the same; on a busy machine the clock says more of the neighbours. */
  readonly initProcessorMs: number;
  /** The first event beyond it, with empty caches. */
  readonly firstMs: number;
  /** From nothing to the answer. */
  readonly totalMs: number;
  readonly totalProcessorMs: number;
  readonly memoryMb: number;
}

/**
 * Starts the bundle that is deployed in fresh processes and asks it once; the median of several.
 *
 * @param node which Node runs it; `NODE24=/path/to/node npm run bench -- cost` for the one of Lambda
 */
export async function coldStart(
  environment: Readonly<Record<string, string>>,
  event: object,
  node = process.env.NODE24 ?? process.execPath,
): Promise<ColdStart> {
  const folder = await mkdtemp(join(tmpdir(), 'park-admission-cold-'));
  try {
    const file = join((await bundle(folder)).package, 'handler.mjs');
    const runs: Run[] = [];
    for (let run = 0; run < 7; run += 1) runs.push(await startOnce(node, file, environment, event));
    const median = (name: Exclude<keyof Run, 'node'>): number =>
      runs.map((one) => one[name]).sort((a, b) => a - b)[3]!;
    return {
      node: runs[0]!.node,
      packageBytes: (await stat(file)).size,
      compressedBytes: (await promisify(gzip)(await readFile(file))).length,
      initMs: median('initMs'),
      initProcessorMs: median('initProcessorMs'),
      firstMs: median('firstMs'),
      totalMs: median('totalMs'),
      totalProcessorMs: median('totalProcessorMs'),
      memoryMb: median('memoryMb'),
    };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

type Run = Omit<ColdStart, 'packageBytes' | 'compressedBytes'>;

async function startOnce(
  node: string,
  file: string,
  environment: Readonly<Record<string, string>>,
  event: object,
): Promise<Run> {
  const child = spawn(node, ['--input-type=module', '-e', SCRIPT], {
    env: { ...environment, HANDLER: pathToFileURL(file).href, EVENT: JSON.stringify(event) },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let text = '';
  child.stdout.setEncoding('utf8').on('data', (part) => {
    text += part;
  });
  const [code] = await once(child, 'close');
  if (code !== 0) throw new Error(`the bundle ended with ${code}: ${text}`);
  // Before it stand the lines of the function's own log.
  return JSON.parse(text.trim().split('\n').at(-1)!) as Run;
}

const SCRIPT = `
const { handler } = await import(process.env.HANDLER);
const initMs = performance.now();
const { user, system } = process.cpuUsage();
const answer = await handler(JSON.parse(process.env.EVENT), {}, () => {});
const totalMs = performance.now();
const total = process.cpuUsage();
const { data, errors } = JSON.parse(answer.body);
if (answer.statusCode !== 200 || errors || !data.assess.assessment) throw new Error(answer.body);
process.stdout.write(
  JSON.stringify({
    node: process.version,
    initMs,
    initProcessorMs: (user + system) / 1000,
    firstMs: totalMs - initMs,
    totalMs,
    totalProcessorMs: (total.user + total.system) / 1000,
    memoryMb: process.resourceUsage().maxRSS / 1024,
  }),
  () => process.exit(0),
);
`;
