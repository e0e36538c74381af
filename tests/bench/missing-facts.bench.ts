import { arch, version } from 'node:process';
import type { AssessmentBasis } from '../../services/domain/assessment/assessment-basis.ts';
import type { FactsInput, ProjectInput } from '../../services/domain/assessment/project.ts';
import type { CatalogContent } from '../../services/domain/catalog/catalog.ts';
import { assess, decide, readProject } from '../../services/domain/engine/assess.ts';
import { Work } from '../../services/domain/solver/budget.ts';
import { situationKey } from '../../services/operations/decisions/run-assessment.ts';
import { MAX_WORK, SEARCH_BOUND } from '../../services/operations/limits.ts';
import { drawsFrom } from '../domain/oracle/draws.ts';
import { inventoriesWithoutAmounts, tangled } from '../domain/oracle/tangled.ts';
import { sampleBasis, samples } from '../samples/sample-world.ts';
import { shown, timed } from './measure.ts';
import { plot } from './plot.ts';
import { realisticEntries } from './varied-entries.ts';

// Projects of which facts are missing, in processor time of one thread: what a portal asks first, generated catalogs with
// more and more unknown, catalogs made to be hard, and a thousand sparse rows as one request. Draws the plot of
// docs/performance.md. Beside them the alternative of deciding
// completion after completion: every way in which the missing facts can turn out, two values for each fact, which is
// fewer than there are, each decided as a project of which all is known. Run it with `npm run bench -- missing-facts`.

const ON = '2026-11-23';
const ROUNDS = 10;
const CODES = ['2614', '2511', '3110', '2710', '2211', '4411', '2651', '3240'].concat(
  ...[['1711', '2619', '2631', '2652', '3012', '1321', '4620', '7724']],
);

interface Case {
  readonly basis: AssessmentBasis;
  readonly project: ProjectInput;
}

const bases = samples.register.zones.map(({ code }) => sampleBasis(`zone_${code}`, ON));
const zoneOf = ({ lineage }: AssessmentBasis): string => lineage.at(-1)!.id;
const onlyZone = (basis: AssessmentBasis): Case => ({ basis, project: { zone: zoneOf(basis) } });
const zoneAndCode = bases.flatMap((basis) =>
  CODES.map((code): Case => ({ basis, project: { zone: zoneOf(basis), industries: [code] } })),
);
const zoneOnly = bases.map(onlyZone);
const shortOf = (count: number): string => count.toLocaleString('en').replace(',', ' ');
const large = withEntries(2_000);

console.log(
  `Node ${version} ${arch}, sample catalogs and generated ones; of each the least of ${ROUNDS} rounds after one to warm up`,
);
console.log(
  `${'question'.padEnd(44)} ${'p50'.padStart(8)} ${'p99'.padStart(8)} ${'longest'.padStart(8)} ${'first'.padStart(8)}   not exact  completions one by one`,
);
await report('samples, zone and code', zoneAndCode);
await report('samples, zone only', zoneOnly);
for (const entries of [500, 1_000, 2_000, 5_000])
  await report(`${shortOf(entries)} entries, zone only`, [onlyZone(withEntries(entries))]);
for (const unknown of [0, 3, 6, 12])
  await report(`2 000 entries, ${unknown} of 12 facts unknown`, incomplete(large, unknown, 200), unknown);
for (const { name, basis, project } of tangled) await report(name, [{ basis, project }]);
await together(
  'a thousand rows of zone and code',
  Array.from({ length: 1_000 }, (_, at) => zoneAndCode[(at * 37) % zoneAndCode.length]!),
);
await together('60 inventories without amounts', inventoriesWithoutAmounts(60));

const lines = new Map<string, (readonly [number, number])[]>();
for (const entries of [500, 2_000, 5_000])
  for (const unknown of [1, 2, 3, 4, 6, 8, 10, 12]) {
    const { at } = await taken(incomplete(withEntries(entries), unknown, 100));
    for (const [name, share] of [
      ['half of them', 0.5],
      ['p99', 0.99],
    ] as const) {
      const line = `${shortOf(entries)} entries, ${name}`;
      lines.set(line, [...(lines.get(line) ?? []), [unknown, at(share)]]);
    }
  }
plot(
  'missing-facts-time',
  'Processor time of an assessment',
  { x: 'facts unknown, of 12', y: 'ms' },
  [...lines].map(([name, points]) => ({ name, points })),
);

async function report(name: string, cases: readonly Case[], unknown?: number): Promise<void> {
  const first = await timed(() => ask(cases[0]!));
  const { at, notExact } = await taken(cases);
  const shownAt = (share: number) => shown(at(share)).padStart(8);
  console.log(
    `${name.slice(0, 44).padEnd(44)} ${shownAt(0.5)} ${shownAt(0.99)} ${shownAt(1)} ${shown(first.processor).padStart(8)}   ${`${notExact} of ${cases.length}`.padEnd(11)}${await oneByOne(unknown ?? medianMissing(cases), at(0.5))}`,
  );
}

/** The least of some rounds for each: on a busy machine the others tell of the neighbours, and of garbage of all. */
async function taken(cases: readonly Case[]) {
  const least = cases.map(() => Number.POSITIVE_INFINITY);
  let notExact = 0;
  for (let round = 0; round <= ROUNDS; round++) {
    notExact = 0;
    for (const [at, each] of cases.entries()) {
      const { result, processor } = await timed(() => ask(each));
      if (!result.exact) notExact++;
      if (round > 0) least[at] = Math.min(least[at]!, processor);
    }
  }
  least.sort((a, b) => a - b);
  return { notExact, at: (share: number): number => least[Math.floor((least.length - 1) * share)]! };
}

/** As one request decides them, within the work that it may take: those in the same situation once. */
async function together(name: string, cases: readonly Case[]): Promise<void> {
  let answered = 0;
  let decided = 0;
  const { processor, clock } = await timed(() => {
    const work = new Work();
    const sharing = new Map<string, unknown>();
    for (const { basis, project } of cases) {
      const read = readProject(basis, project, null);
      const key = situationKey(read, SEARCH_BOUND.signedIn);
      if (!sharing.has(key)) {
        if (work.done > MAX_WORK.signedIn) continue;
        sharing.set(key, decide(read, { searchBound: SEARCH_BOUND.signedIn, work }));
        decided++;
      }
      answered++;
    }
  });
  console.log(
    `${name.padEnd(44)} together ${shown(processor)} (${shown(clock)} by the clock): ${answered} of ${cases.length} answered, ${decided} decided`,
  );
}

function ask({ basis, project }: Case) {
  return assess(basis, project, null, { searchBound: SEARCH_BOUND.signedIn, work: new Work() });
}

/** How many facts that change the outcome are missing of half of the projects at most. */
function medianMissing(cases: readonly Case[]): number {
  const counts = cases.map((each) => ask(each).missingFacts.length).sort((a, b) => a - b);
  return counts[Math.floor((counts.length - 1) / 2)]!;
}

/** How many times as long it takes to decide every completion by itself, from what a project with all facts takes. */
async function oneByOne(unknown: number, median: number): Promise<string> {
  const complete = incomplete(large, 0, 200);
  for (const each of complete) ask(each);
  const { processor } = await timed(() => complete.map(ask));
  const ratio = (2 ** unknown * processor) / complete.length / median;
  return `2^${unknown}: ${ratio < 1_000 ? `${ratio.toFixed(1)}×` : `${ratio.toExponential(0)}×`}`;
}

/** One national catalog with generated entries over the zone of the first sample. */
function withEntries(count: number): AssessmentBasis {
  const [basis] = bases;
  const [first] = basis!.catalogs;
  const content: CatalogContent = {
    ...{ title: { zh: '示范目录' }, facts: [], lists: [], products: [] },
    entries: realisticEntries(count),
  };
  return { ...basis!, catalogs: [{ ...first!, inForce: { ...first!.inForce!, content } }] };
}

/** Projects with all that generated entries test, but for so many facts. */
function incomplete(basis: AssessmentBasis, unknown: number, count: number): readonly Case[] {
  const draw = drawsFrom(20_261_128);
  return Array.from({ length: count }, () => {
    const facts: Partial<FactsInput> = {
      totalInvestment: { number: `${(1 + draw(60)) * 500}`, unit: '万元' } as never,
      landArea: { number: `${20 + draw(100)}`, unit: '亩' } as never,
      annualEnergy: { number: `${(1 + draw(20)) * 1_000}`, unit: 'tce' } as never,
      processes: [],
      purposes: [],
      chemicals: [],
      products: [
        { product: `产品${draw(800)}`, unit: 't/a', capacity: `${(1 + draw(100)) * 1_000}`, lines: '1' },
      ],
      combustibleDust: draw(2) === 0,
      labourIntensive: draw(2) === 0,
      firstOfKindProcess: draw(2) === 0,
    };
    const keys: string[] = ['natures', 'earlierApproval', ...Object.keys(facts)];
    const hidden = new Set(Array.from({ length: unknown }, () => keys.splice(draw(keys.length), 1)[0]!));
    const project: ProjectInput = {
      zone: zoneOf(basis),
      industries: [CODES[draw(CODES.length)]!],
      activities: ['PRODUCE'],
      natures: hidden.has('natures') ? null : ['NEW_BUILD'],
      earlierApproval: hidden.has('earlierApproval') ? null : { none: true },
      facts: Object.fromEntries(Object.entries(facts).filter(([key]) => !hidden.has(key))),
    };
    return { basis, project };
  });
}
