import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { TYPESCRIPT } from '../testkit/typescript.ts';
import { contest, ENGINE } from './known-facts/contenders.ts';

// Projects of which every fact is known, from the JSON text of each to the entries that apply: the engine, with its reading,
// units, outcome and findings, beside libraries for rules that are handed flat facts in one unit and say nothing but which
// entries apply. Each has a process of its own, so that none collects the garbage of another; they take turns in one run, and
// must agree. Then a third of the facts is left out, which none of them can be asked. Run it with
// `npm run bench -- known-facts`.

const ROUNDS = 9;
const versionOf = (name: string): string =>
  JSON.parse(readFileSync(new URL(`../../node_modules/${name}/package.json`, import.meta.url), 'utf8'))
    .version;
console.log(
  `Node ${process.version}, ${['json-logic-engine', 'cel-js', 'json-rules-engine'].map((name) => `${name} ${versionOf(name)}`).join(', ')}`,
);

for (const count of [2_000, 5_000]) {
  const { texts, contenders } = contest(count);
  const processes = new Map<string, ChildProcess>();
  let expected: readonly (readonly string[])[] = [];
  for (const { name } of contenders) {
    const child = fork(
      fileURLToPath(new URL('./known-facts-alone.ts', import.meta.url)),
      [`${count}`, name],
      { execArgv: [...TYPESCRIPT] },
    );
    processes.set(name, child);
    const [found] = (await once(child, 'message')) as [typeof expected];
    if (name === ENGINE) expected = found;
    for (const [at, codes] of found.entries())
      if (codes.join() !== expected[at]!.join())
        throw new Error(`${name} finds ${codes} and not ${expected[at]} for ${texts[at]}`);
  }
  const taken = new Map<string, number[]>(contenders.map(({ name }) => [name, []]));
  for (let round = 0; round < ROUNDS; round++)
    for (const [name, child] of processes) {
      child.send('');
      const [milliseconds] = (await once(child, 'message')) as [number];
      taken.get(name)!.push(milliseconds);
    }
  for (const child of processes.values()) child.kill();
  // The least of several: on a busy machine the others tell of the neighbours.
  const least = (name: string) => Math.min(...taken.get(name)!);
  const own = least(ENGINE);
  const findings = expected.reduce((sum, codes) => sum + codes.length, 0) / expected.length;
  console.log(`\n${count} entries, ${findings.toFixed(1)} findings a project, ${texts[0]!.length} bytes`);
  for (const { name } of contenders)
    console.log(
      `  ${(least(name) / own).toFixed(2).padStart(9)} × the time of the engine  ${name.padEnd(34)} ${(1_000 / least(name)).toFixed(0).padStart(8)} a second of processor time`,
    );
}
