import { readFileSync } from 'node:fs';
import { assess } from '../../services/domain/engine/assess.ts';
import { builtInZoneFacts } from '../../services/domain/register/jurisdiction.ts';
import { ALTERNATIVES } from './known-facts/alternatives.ts';
import { flatProject } from './known-facts/flat.ts';
import { completeProjects, lawOf } from './known-facts/law-and-projects.ts';
import { timed } from './measure.ts';

// Projects of which every fact is known, from the JSON text of each to the entries that apply: the engine, with its reading,
// units, outcome and findings, beside libraries for rules that are handed flat facts in one unit and say nothing but which
// entries apply. They take turns in one run, and must agree. Then a third of the facts is left out, which none of them
// can be asked. Run it with `npm run bench -- known-facts`.

const ROUNDS = 9;
/** Milliseconds that each has for a turn, at least. */
const TURN = 100;
const versionOf = (name: string): string =>
  JSON.parse(readFileSync(new URL(`../../node_modules/${name}/package.json`, import.meta.url), 'utf8'))
    .version;
console.log(
  `Node ${process.version}, ${['json-logic-engine', 'cel-js', 'json-rules-engine'].map((name) => `${name} ${versionOf(name)}`).join(', ')}`,
);

for (const count of [2_000, 5_000]) {
  const law = lawOf(count);
  const projects = completeProjects(law, 300);
  const texts = projects.map((project) => JSON.stringify(project));
  const sparse = projects.map((project, at) => {
    const facts = Object.entries(project.facts!).filter((_, place) => (place + at) % 3 !== 0);
    return JSON.stringify({ ...project, facts: Object.fromEntries(facts) });
  });
  const { entries } = law.catalogs[0]!.inForce!.content;
  const zone = Object.fromEntries(
    Object.entries(builtInZoneFacts(law.lineage)).map(([key, value]) => [key.replace('.', '_'), value]),
  );
  const engine = (text: string) => assess(law, JSON.parse(text));
  const expected = texts.map((text) =>
    engine(text)
      .findings.map(({ entry }) => entry.code)
      .sort(),
  );
  const contenders: Contender[] = [
    { name: 'park-admission', share: 1, run: engine },
    { name: 'JSON.parse alone', share: 1, run: (text) => JSON.parse(text) },
  ];
  for (const { name, compile } of ALTERNATIVES) {
    const decide = compile(entries);
    const run = (text: string) => decide(flatProject(JSON.parse(text), zone));
    // What looks at every entry is asked about fewer projects.
    const share = name.includes('rules') ? 0.02 : name.includes('every') ? 0.2 : 1;
    for (const [at, text] of texts.slice(0, texts.length * share).entries())
      if ([...(await run(text))].sort().join() !== expected[at]!.join())
        throw new Error(`${name} finds ${await run(text)} and not ${expected[at]} for ${text}`);
    contenders.push({ name, share, run });
  }
  contenders.push({
    name: 'park-admission, a third unknown',
    share: 0.3,
    run: (_, at) => engine(sparse[at]!),
  });
  const taken = new Map<string, number[]>(contenders.map(({ name }) => [name, []]));
  for (let round = 0; round < ROUNDS; round++)
    for (const { name, share, run } of contenders) {
      const asked = texts.slice(0, texts.length * share);
      let passes = 0;
      const { processor } = await timed(async () => {
        // A turn of a few milliseconds would tell of what the one before has left in the caches.
        for (const until = performance.now() + TURN; passes === 0 || performance.now() < until; passes++)
          for (const [at, text] of asked.entries()) {
            const answer = run(text, at);
            if (answer instanceof Promise) await answer;
          }
      });
      taken.get(name)!.push(processor / asked.length / passes);
    }
  // The least of several: on a busy machine the others tell of the neighbours.
  const least = (name: string) => Math.min(...taken.get(name)!);
  const own = least('park-admission');
  const findings = expected.reduce((sum, codes) => sum + codes.length, 0) / expected.length;
  console.log(`\n${count} entries, ${findings.toFixed(1)} findings a project, ${texts[0]!.length} bytes`);
  for (const { name } of contenders)
    console.log(
      `  ${(least(name) / own).toFixed(2).padStart(9)} × the time of the engine  ${name.padEnd(34)} ${(1_000 / least(name)).toFixed(0).padStart(8)} a second of processor time`,
    );
}

interface Contender {
  readonly name: string;
  /** Of the projects. */
  readonly share: number;
  readonly run: (text: string, at: number) => unknown;
}
