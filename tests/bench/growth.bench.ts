import { setTimeout } from 'node:timers/promises';
import { reference } from '../../services/data/reference.ts';
import type { AssessmentBasis } from '../../services/domain/assessment/assessment-basis.ts';
import type { ProjectInput } from '../../services/domain/assessment/project.ts';
import type { CatalogContent } from '../../services/domain/catalog/catalog.ts';
import { shareParts } from '../../services/domain/catalog/shared-parts.ts';
import { assess } from '../../services/domain/engine/assess.ts';
import { basisOf } from '../../services/operations/decisions/assessment-basis.ts';
import { startLargeCatalog } from './large-catalog.ts';
import { timed } from './measure.ts';
import { plot } from './plot.ts';
import { realisticEntries } from './varied-entries.ts';

// How processor time and memory grow with the entries over a zone, beside what reading the same entries as JSON takes.
// Writes the plots of docs/performance.md.

const SIZES = [200, 500, 1_000, 2_000, 5_000, 10_000, 20_000];
const ZONE = 'zone_140881';
const COMPLETE: ProjectInput = {
  zone: ZONE,
  industries: ['2614'],
  natures: ['NEW_BUILD'],
  activities: ['PRODUCE'],
  facts: { totalInvestment: { number: 12_000, unit: '万元' }, processes: [], products: [], chemicals: [] },
};
const CASES: Readonly<Record<string, ProjectInput>> = {
  'all facts stated': COMPLETE,
  'zone and industry': { zone: ZONE, industries: ['2614'] },
  'zone alone': { zone: ZONE },
};

const { deps, stop } = await startLargeCatalog([contentOf(1)]);
const stored = await basisOf(deps, ZONE, '2026-11-23');
await stop();

const rows: Record<string, number>[] = [];
await memoryOf(JSON.stringify(contentOf(SIZES[0]!)), 'to warm up');
for (const size of SIZES) {
  const text = JSON.stringify(contentOf(size));
  const parsing = await timed(() => JSON.parse(text));
  const basis = basisFrom(text, `${size}`);
  const first = await timed(() => assess(basis, COMPLETE));
  const row: Record<string, number> = {
    entries: size,
    'JSON.parse, ms': parsing.processor,
    'first assessment, ms': first.processor,
  };
  for (const [name, project] of Object.entries(CASES)) row[`${name}, ms`] = await again(basis, project);
  rows.push({ ...row, ...(await memoryOf(text, `${size}`)) });
}

console.log(`Node ${process.version}, classification ${reference.classification.hash.slice(0, 8)}`);
const names = Object.keys(rows[0]!);
console.log(`| ${names.join(' | ')} |\n|${names.map(() => '---:|').join('')}`);
for (const row of rows)
  console.log(`| ${names.map((name) => Number(row[name]!.toPrecision(3))).join(' | ')} |`);

const lines = (...shown: string[]) =>
  shown.map((name) => ({
    name: name.replace(/, \w+$/, ''),
    points: rows.map((row) => [row.entries!, row[name]!] as const),
  }));
const times = names.filter((name) => name.endsWith(', ms'));
plot(
  'entries-time',
  'Processor time of an assessment',
  { x: 'entries over the zone', y: 'ms' },
  lines(...times),
);
plot(
  'entries-memory',
  'Memory of a catalog',
  { x: 'entries over the zone', y: 'MB' },
  lines(...names.filter((name) => name.endsWith(', MB'))),
);

function contentOf(size: number): CatalogContent {
  const entries = realisticEntries(size);
  return { title: { zh: '目录' }, facts: [], lists: [], products: [], entries };
}

/** As the store of another process reads it, which shares nothing with what wrote it. */
function basisFrom(text: string, contentHash: string): AssessmentBasis {
  const content = JSON.parse(text) as CatalogContent;
  for (const entry of content.entries) shareParts(entry);
  const catalogs = stored.catalogs.map((one) => ({ ...one, inForce: { number: 1, contentHash, content } }));
  return { ...stored, catalogs };
}

/**
 * Megabytes of what is read, of that and what a project with all facts stated has compiled, or one of each class, and of that
 * and what one asks for that states nothing. Of small catalogs there are as many at once as make up a large one, for
 * whatever else the process keeps weighs more than one of them.
 */
async function memoryOf(text: string, name: string): Promise<Record<string, number>> {
  const { length } = (JSON.parse(text) as CatalogContent).entries;
  const copies = Math.max(1, SIZES.at(-1)! / length);
  const growing = async (of: string, ...steps: readonly (readonly ProjectInput[])[]) => {
    const before = await memory();
    const each = async () => ((await memory()) - before) / copies;
    const bases = Array.from({ length: copies }, (_, copy) => basisFrom(text, `${name}, ${of} ${copy}`));
    const grown = [await each()];
    for (const projects of steps) {
      for (const basis of bases) for (const project of projects) assess(basis, project);
      grown.push(await each());
    }
    return grown;
  };
  const [content, stated, alone] = await growing('copy', [COMPLETE], [{ zone: ZONE }]);
  const classes = reference.classification.classes.map((one) => ({ ...COMPLETE, industries: [one] }));
  const [, each] = await growing('copy for each class', classes);
  return {
    'content, MB': content!,
    'and first answer, MB': stated!,
    'and one for each class, MB': each!,
    'and zone alone, MB': alone!,
  };
}

/** Milliseconds of processor time, the median of some, each a project that nobody has asked about before. */
async function again(basis: AssessmentBasis, project: ProjectInput): Promise<number> {
  const taken: number[] = [];
  const began = performance.now();
  for (let run = 0; run < 60 && (run < 5 || performance.now() - began < 3_000); run++) {
    const facts = project.facts
      ? { ...project.facts, totalInvestment: { number: 9_000 + run, unit: '万元' } }
      : {};
    const { processor } = await timed(() => assess(basis, project.facts ? { ...project, facts } : project));
    if (run > 1) taken.push(processor);
  }
  return taken.sort((a, b) => a - b)[Math.floor(taken.length / 2)]!;
}

/** After a few turns: as long as V8 compiles a function beside, it holds what that was called with. */
async function memory(): Promise<number> {
  for (let turn = 0; turn < 5; turn++) {
    await setTimeout(10);
    globalThis.gc?.();
  }
  return process.memoryUsage().heapUsed / 1e6;
}
