import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildSync } from 'esbuild';
import { Engine } from 'json-rules-engine';
import jsonRulesEngine from 'json-rules-engine/package.json' with { type: 'json' };
import packageJson from '../../package.json' with { type: 'json' };
import { reference } from '../../services/data/reference.ts';
import type { StatedProject } from '../../services/files/fields.ts';
import { readProjects } from '../../services/files/read-projects.ts';
import { sampleBasis } from '../samples/sample-world.ts';
import { TYPESCRIPT } from '../testkit/typescript.ts';
import { filingList } from './filing-list.ts';
import { timed } from './measure.ts';

// A yearly list as the filing platform has it, from the workbook to the workbook with the results, as an office does it:
// the program of `npm run bundle-check` and the service of `npm start`, each a process of its own. Beside it the same rows
// one request `assess` each, and the same rows against the same entries in json-rules-engine, row by row, as an office could
// write it today: industries alone, without positions, unknown facts, products, exceptions or reasons. Of both a sample is
// run and the rest reckoned. `npm run bench -- batch`; BATCH_ROWS says how many rows, 100,000 where it does not.

const ROWS = Number(process.env.BATCH_ROWS ?? 100_000);
const SAMPLE = Math.min(ROWS, 300);
/** Rows of the run in which both processes are looked into: looking makes them slower. */
const LOOKED_INTO = Math.min(ROWS, 5_000);
const ZONE = 'zone_sample-yunfen-chem';
/** What Node is given by `npm start` and by `npm run check`. */
const [AS_STARTED, AS_CHECKED] = [packageJson.scripts.start, packageJson.scripts.check].map((script) =>
  script.split(' ').slice(1),
) as [string[], string[]];
const SMALL_NEW_SPACE = AS_CHECKED.filter((flag) => flag.startsWith('--max-semi-space-size'));

const folder = mkdtempSync(join(tmpdir(), 'park-admission-batch-'));
const at = (name: string) => join(folder, name);
buildSync({
  entryPoints: ['services/local/check.ts'],
  outfile: at('check.mjs'),
  bundle: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
});

try {
  await writeFile(at('list.xlsx'), await filingList(ROWS));
  await writeFile(at('part.xlsx'), await filingList(LOOKED_INTO));
  console.log(`node ${process.version}, json-rules-engine ${jsonRulesEngine.version}; ${ROWS} rows\n`);
  await whole();
  await lookedInto();
} finally {
  rmSync(folder, { recursive: true, force: true });
}

async function whole(): Promise<void> {
  const service = await startService([]);
  try {
    const before = service.seconds();
    const began = performance.now();
    const client = await run(
      [...SMALL_NEW_SPACE, at('check.mjs'), at('list.xlsx'), '--zone', ZONE, '--out', at('out.xlsx')],
      service,
    );
    const clock = (performance.now() - began) / 1000;
    const server = service.seconds() - before;
    console.log(client.said.trim());
    const { data } = (await service.ask(
      'query ($zone: ID!) { batches(jurisdiction: $zone) { edges { node { situations } } } }',
      { zone: ZONE },
    )) as { data: { batches: { edges: { node: { situations: number } }[] } } };
    console.log(`distinct situations   ${data.batches.edges[0]!.node.situations}, as the portions have them`);
    const kept = service.portions();
    const sum = (of: (portion: Portion) => number) => kept.reduce((all, portion) => all + of(portion), 0);
    console.log(
      `\none batch             ${seconds(clock)} by the clock; processor ${seconds(client.seconds)} client, ${seconds(server)} server`,
    );
    console.log(`memory at most        ${client.megabytes} MB client, ${service.megabytes()} MB server`);
    console.log(
      `write units           ${((sum(({ store }) => store.writeUnits) / ROWS) * 1000).toFixed(0)} per 1,000 rows`,
    );
    await alternatives(service, clock);
  } finally {
    await service.stop();
  }
}

async function alternatives(service: Service, batch: number): Promise<void> {
  const projects: StatedProject[] = [];
  const { sheets } = await readProjects(new Uint8Array(readFileSync(at('part.xlsx'))), {
    reference,
    zone: ZONE,
  });
  for (const { rows } of sheets) for await (const { project } of rows) if (project) projects.push(project);
  const query = `query ($project: ProjectInput!) { assess(project: $project) { userErrors { message } assessment {
    outcome explanation missingFacts { fact { key } question } } } }`;
  const before = service.seconds();
  const single = await timed(async () => {
    for (const project of projects.slice(0, SAMPLE)) await service.ask(query, { project });
  });
  report(
    `${SAMPLE} × assess, reckoned`,
    (single.clock / 1000 / SAMPLE) * ROWS,
    batch,
    ((service.seconds() - before) / SAMPLE) * ROWS,
  );
  const engine = officeEngine();
  const rules = await timed(async () => {
    for (const { industries = [] } of projects.slice(0, SAMPLE)) await engine.run({ industries });
  });
  report(
    `${SAMPLE} × rules, reckoned`,
    (rules.clock / 1000 / SAMPLE) * ROWS,
    batch,
    (rules.processor / 1000 / SAMPLE) * ROWS,
  );
}

/** The entries in force in the zone as rules over industries. */
function officeEngine(): Engine {
  const engine = new Engine([], { allowUndefinedFacts: true });
  engine.addOperator('below', (codes: readonly string[], above: readonly string[]) =>
    codes.some((code) => above.some((one) => code.startsWith(one))),
  );
  for (const { inForce } of sampleBasis(ZONE, '2026-11-23').catalogs)
    for (const { code, industries } of inForce?.content.entries ?? [])
      if (industries.include.length > 0)
        engine.addRule({
          conditions: { all: [{ fact: 'industries', operator: 'below', value: industries.include }] },
          event: { type: code },
        });
  return engine;
}

/** The same with a smaller list, to see what the processors do: by the folder of the code that they are in. */
async function lookedInto(): Promise<void> {
  const service = await startService(['--cpu-prof', `--cpu-prof-dir=${at('server')}`]);
  await run(
    [
      '--cpu-prof',
      `--cpu-prof-dir=${at('client')}`,
      ...TYPESCRIPT,
      'services/local/check.ts',
      at('part.xlsx'),
      '--zone',
      ZONE,
      '--out',
      at('part.out.xlsx'),
    ],
    service,
  );
  await service.stop();
  const client = shares(at('client'), { spreadsheet: /services\/files|hucre|node:zlib|csv-parse/ });
  const server = shares(at('server'), {
    engine: /services\/domain/,
    store: /services\/store|dynalite|level|smithy|aws-sdk|embedded-dynamodb/,
    'GraphQL and answers': /graphql|apollo/,
  });
  console.log(`\nshares of the client  ${client}`);
  console.log(`shares of the server  ${server}`);
}

function shares(profiles: string, parts: Readonly<Record<string, RegExp>>): string {
  const largest = readdirSync(profiles)
    .map((name) => readFileSync(join(profiles, name), 'utf8'))
    .sort((a, b) => b.length - a.length)[0]!;
  const { nodes, samples, timeDeltas } = JSON.parse(largest) as {
    readonly nodes: readonly {
      readonly id: number;
      readonly callFrame: { readonly functionName: string; readonly url: string };
    }[];
    readonly samples: readonly number[];
    readonly timeDeltas: readonly number[];
  };
  const byId = new Map(nodes.map(({ id, callFrame }) => [id, callFrame]));
  const found = new Map<string, number>();
  let all = 0;
  for (const [place, id] of samples.entries()) {
    const { functionName, url } = byId.get(id)!;
    if (functionName === '(idle)') continue;
    const [part = functionName === '(garbage collector)' ? 'garbage collection' : 'rest'] =
      Object.entries(parts).find(([, pattern]) => pattern.test(url)) ?? [];
    found.set(part, (found.get(part) ?? 0) + timeDeltas[place]!);
    all += timeDeltas[place]!;
  }
  return [...found]
    .sort(([, a], [, b]) => b - a)
    .map(([part, time]) => `${part} ${((time / all) * 100).toFixed(0)} %`)
    .join(', ');
}

interface Portion {
  readonly store: { readonly writeUnits: number };
}
interface Service {
  readonly environment: Readonly<Record<string, string>>;
  readonly ask: (query: string, variables: object) => Promise<unknown>;
  /** Of processor so far. */
  readonly seconds: () => number;
  readonly megabytes: () => number;
  readonly portions: () => readonly Portion[];
  readonly stop: () => Promise<void>;
}

async function startService(flags: readonly string[]): Promise<Service> {
  const data = mkdtempSync(join(folder, 'data-'));
  const child = spawn(process.execPath, [...flags, ...AS_STARTED, '--port', '0', '--data', data], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let stdout = '';
  child.stdout.on('data', (text) => {
    stdout += text;
  });
  while (!/Ctrl\+C/.test(stdout)) await once(child.stdout, 'data');
  const [url] = /http:\/\/127\.0\.0\.1:\d+/.exec(stdout)!;
  const token = spawn(process.execPath, [
    ...TYPESCRIPT,
    'services/local/token.ts',
    '--data',
    data,
    `officer:${ZONE}`,
  ]);
  const [printed] = await once(token.stdout, 'data');
  const environment = {
    PARK_ADMISSION_URL: `${url}/officer/graphql`,
    PARK_ADMISSION_TOKEN: String(printed).trim(),
  };
  return {
    environment,
    async ask(query, variables) {
      const response = await fetch(environment.PARK_ADMISSION_URL, {
        method: 'POST',
        // A connection that was kept may have been closed by now.
        headers: {
          connection: 'close',
          'content-type': 'application/json',
          authorization: `Bearer ${environment.PARK_ADMISSION_TOKEN}`,
        },
        body: JSON.stringify({ query, variables }),
      });
      return await response.json();
    },
    seconds: () => processorSeconds(child.pid!),
    megabytes: () => peakMegabytes(child.pid!),
    portions: () =>
      stdout
        .split('\n')
        .filter((line) => line.includes('"addToBatch"'))
        .map((line) => JSON.parse(line) as Portion),
    async stop() {
      child.kill('SIGTERM');
      await once(child, 'close');
    },
  };
}

async function run(args: readonly string[], { environment }: Service) {
  const child = spawn(process.execPath, args, {
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  child.stderr.on('data', (text) => (said += text));
  let [spent, megabytes] = [0, 0];
  const looking = setInterval(() => {
    spent = processorSeconds(child.pid!);
    // A process that is ending has none any more.
    megabytes = Math.max(megabytes, peakMegabytes(child.pid!));
  }, 50);
  const [code] = await once(child, 'close');
  clearInterval(looking);
  if (code !== 0 && code !== 1) throw new Error(said);
  return { said, seconds: spent, megabytes };
}

/** What the kernel has counted of a process, threads included (Linux); what has ended has nothing more. */
function processorSeconds(pid: number): number {
  const [, , , , , , , , , , , user, system] = readFileSync(`/proc/${pid}/stat`, 'utf8')
    .replace(/^.*\) /, '')
    .split(' ');
  return (Number(user) + Number(system)) / 100;
}
function peakMegabytes(pid: number): number {
  return Math.round(
    Number(/VmHWM:\s*(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024,
  );
}

function seconds(time: number): string {
  return `${time.toFixed(1)} s`;
}
function report(name: string, time: number, batch: number, processor: number): void {
  console.log(
    `${name.padEnd(24)}${seconds(time)} by the clock, ${(time / batch).toFixed(1)} × one batch; processor ${seconds(processor)}`,
  );
}
