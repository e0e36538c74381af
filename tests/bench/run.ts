import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build, type Plugin } from 'esbuild';

// Every measurement, each in a process of its own so that none warms up another; or those named:
// `npm run bench -- industry-search`. Each is built as the deployed function is: run from its sources, every function
// that is made would be given its name once more, which is a third of an assessment.

const folder = fileURLToPath(new URL('.', import.meta.url));
const asked = process.argv.slice(2);
const files = readdirSync(folder)
  .filter((file) => file.endsWith('.bench.ts'))
  .filter((file) => asked.length === 0 || asked.some((name) => file === `${name}.bench.ts`));
if (files.length === 0) {
  console.error(`no measurement is called ${asked.join(' or ')}`);
  process.exitCode = 1;
}

/** What is read from beside a source lies beside it still. */
const ownPlaces: Plugin = {
  name: 'own-places',
  setup({ onLoad }) {
    onLoad({ filter: /\.ts$/ }, ({ path }) => ({
      loader: 'ts',
      contents: readFileSync(path, 'utf8')
        .replaceAll('import.meta.url', JSON.stringify(pathToFileURL(path).href))
        .replaceAll('import.meta.dirname', JSON.stringify(dirname(path))),
    }));
  },
};

for (const file of files) {
  const name = file.replace('.ts', '');
  console.log(`\n== ${name.replace('.bench', '')}`);
  const outfile = fileURLToPath(new URL(`../../dist/bench/${name}.mjs`, import.meta.url));
  await build({
    entryPoints: [`${folder}${file}`],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    packages: 'external',
    logLevel: 'error',
    plugins: [ownPlaces],
  });
  const { status } = spawnSync(process.execPath, ['--import', 'tsx', '--expose-gc', outfile], {
    stdio: 'inherit',
  });
  if (status !== 0) process.exitCode = 1;
}
