import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { TYPESCRIPT } from '../testkit/typescript.ts';

// Every measurement, each in a process of its own so that none warms up another; or those named:
// `npm run bench -- industry-search`.

const folder = fileURLToPath(new URL('.', import.meta.url));
const asked = process.argv.slice(2);
const files = readdirSync(folder)
  .filter((file) => file.endsWith('.bench.ts'))
  .filter((file) => asked.length === 0 || asked.some((name) => file === `${name}.bench.ts`));
if (files.length === 0) {
  console.error(`no measurement is called ${asked.join(' or ')}`);
  process.exitCode = 1;
}
for (const file of files) {
  console.log(`\n== ${file.replace('.bench.ts', '')}`);
  const { status } = spawnSync(process.execPath, [...TYPESCRIPT, '--expose-gc', `${folder}${file}`], {
    stdio: 'inherit',
  });
  if (status !== 0) process.exitCode = 1;
}
