import { reference } from '../../services/data/reference.ts';
import type { AssessmentBasis, CatalogOnDay } from '../../services/domain/assessment/assessment-basis.ts';
import type { Entry } from '../../services/domain/catalog/entry.ts';
import type { Condition } from '../../services/domain/condition/condition.ts';
import { assess } from '../../services/domain/engine/assess.ts';
import type { ProjectAnywhere } from '../../services/domain/engine/project-in.ts';
import { projectIn } from '../../services/domain/engine/project-in.ts';
import { ZoneIndex } from '../../services/domain/engine/zone-index.ts';
import type { JurisdictionRecord } from '../../services/domain/register/jurisdiction.ts';
import { hashOf } from '../../services/domain/values/canonical.ts';
import { RISK_GRADES, ZONE_KINDS, ZONE_LEVELS } from '../../services/domain/vocabulary.ts';
import { drawsFrom } from '../domain/oracle/draws.ts';
import { timed } from './measure.ts';
import { plot } from './plot.ts';

// Which of so many zones would admit a project: the index beside asking zone by zone. Of 2 500 zones there are 250 000
// entries, of which 70 000 are distinct. Writes the plots of docs/performance.md. Run it with `npm run bench -- find-zones`.

const SIZES = (process.env.BENCH_ZONES ?? '100,250,500,1000,2500').split(',').map(Number);
/** Of the country 800, of each of 31 provinces 400; all others are of zones: own ones, and what several have alike. */
const ABOVE = 800 + 400 * 31;
const OWN = 22;
const OF_ZONE = 94;
const PROJECTS = 300;
/** One of so many is asked in every zone one by one. */
const LOOPED = 25;
const RUNS = 5;
const DAY = '2026-11-28';
let below = drawsFrom(1);
const oneOf = <T>(items: readonly T[]): T => items[below(items.length)]!;
const { classification } = reference;
const CLASSES = classification.classes;

const numbers = ['totalInvestment', 'taxPerMu', 'annualEnergy', 'equipmentInvestment'] as const;
const flags = ['hazardousChemicalProject', 'automaticControl', 'combustibleDust', 'labourIntensive'] as const;
const UNITS = {
  totalInvestment: '万元',
  taxPerMu: '万元/亩',
  annualEnergy: 'tce',
  equipmentInvestment: '万元',
};

function condition(): Condition {
  switch (below(7)) {
    case 0:
    case 1: {
      const fact = oneOf(numbers);
      return { number: { fact, unit: UNITS[fact], lessThan: String(100 * (1 + below(60))) } };
    }
    case 2:
      return { flag: { fact: oneOf(flags), is: below(2) === 0 } };
    case 3:
      return { choice: { fact: 'nationalClass', oneOf: [oneOf(['ELIMINATED', 'RESTRICTED'])] } };
    case 4:
      return {
        set: {
          fact: 'processes',
          includesAny: [oneOf(['NITRATION', 'CHLORINATION', 'OXIDATION', 'CRACKING'])],
        },
      };
    case 5:
      return {
        chemical: {
          substance: { list: oneOf(['KEY_SUPERVISED', 'HIGHLY_TOXIC']) },
          moreThan: String(1 + below(50)),
        },
      };
    default:
      return oneOf<Condition>([
        { choice: { fact: 'zone.kind', oneOf: ['CHEMICAL_PARK'] } },
        { choice: { fact: 'zone.riskGrade', oneOf: ['A', 'B'] } },
        { not: { choice: { fact: 'zone.level', oneOf: ['NATIONAL'] } } },
      ]);
  }
}

/** A class, a group or a division, as catalogs name them; a few entries are for all industries. */
function industries(): Entry['industries'] {
  if (below(100) < 3) return { include: [], except: [] };
  const length = oneOf([4, 4, 4, 4, 3, 3, 2]);
  return { include: [oneOf(CLASSES).slice(0, length), oneOf(CLASSES)], except: [] };
}

function entry(number: number): Entry {
  const isRestricted = below(5) === 0;
  const isForAll = (scope: Entry['industries']) => scope.include.length === 0;
  const scope = industries();
  // What is for all industries is about something rare.
  const when: Condition | null = isForAll(scope)
    ? { all: [{ flag: { fact: 'hazardousChemicalProject', is: true } }, condition(), condition()] }
    : number >= ABOVE && below(3) === 0
      ? null
      : below(2)
        ? condition()
        : { all: [condition(), condition()] };
  return {
    code: String(number),
    measure: isRestricted ? 'RESTRICTED' : 'PROHIBITED',
    force: below(8) === 0 ? 'IN_PRINCIPLE' : 'MANDATORY',
    text: { zh: `第${number}条 禁止或者限制的项目` },
    industries: scope,
    natures: below(3) ? [] : ['NEW_BUILD', 'RELOCATION'],
    activities: below(6) ? [] : ['PRODUCE'],
    territory: { include: [], except: [] },
    when,
    exceptions: below(6) ? [] : [{ key: 'e', text: { zh: '除外' }, when: condition(), discretionary: false }],
    requirements: isRestricted ? [{ key: 'r', text: { zh: '要求' }, when: condition() }] : [],
    basis: [{ document: '目录', article: `第${number}条` }],
  };
}

const since = { effectiveFrom: '2020-01-01' };
const region = (
  code: string,
  level: JurisdictionRecord['level'],
  parent: string | null,
): JurisdictionRecord => ({
  id: `region_${code}`,
  code,
  level,
  name: { zh: code },
  parent,
  ...since,
});
const country = region('1', 'COUNTRY', null);
const provinces = Array.from({ length: 31 }, (_, n) => region(`p${n}`, 'PROVINCE', country.id));

/** The entry of a number: the same text wherever it stands, as its own object. */
function entryOf(number: number): Entry {
  const outer = below;
  below = drawsFrom(Math.imul(number + 1, 2_654_435_761));
  below(2);
  const made = entry(number);
  below = outer;
  return made;
}
const span = (from: number, count: number) => Array.from({ length: count }, (_, at) => from + at);
const catalog = (key: string, jurisdiction: string, numbers: readonly number[]): CatalogOnDay => {
  const entries = numbers.map(entryOf);
  const content = { title: { zh: key }, facts: [], lists: [], products: [], entries };
  return {
    identity: { key, jurisdiction },
    standing: 'IN_FORCE',
    inForce: { number: 1, contentHash: hashOf([key, numbers]), content },
  };
};
const ofCountry = catalog('country', country.id, span(0, 800));
const ofProvinces = provinces.map(({ id, code }, n) => catalog(code, id, span(800 + 400 * n, 400)));

/** The zone of a number among so many. */
function basisOf(n: number, zones: number, more: readonly number[] = []): AssessmentBasis {
  const code = `z${10_000 + n}`;
  const zone: JurisdictionRecord = {
    id: `zone_${code}`,
    code,
    level: 'ZONE',
    name: { zh: code },
    parent: provinces[n % provinces.length]!.id,
    ...since,
    zone: {
      kind: ZONE_KINDS[n % ZONE_KINDS.length]!,
      zoneLevel: ZONE_LEVELS[n % ZONE_LEVELS.length]!,
      riskGrade: RISK_GRADES[n % RISK_GRADES.length]!,
      positioning: [],
      areas: [],
      suspended: false,
      facts: [],
    },
  };
  const draws = drawsFrom(n);
  const alike = span(0, OF_ZONE - OWN).map(() => ABOVE + draws(OWN * zones));
  const own = [...new Set([...span(ABOVE + n * OWN, OWN), ...alike, ...more])];
  return {
    on: DAY,
    lineage: [country, provinces[n % provinces.length]!, zone],
    catalogs: [ofCountry, ofProvinces[n % provinces.length]!, catalog(`own_${code}`, zone.id, own)],
    lapsed: [],
    reference,
  };
}

const project = (): ProjectAnywhere => ({
  industries: [oneOf(CLASSES)],
  natures: ['NEW_BUILD'],
  activities: ['PRODUCE'],
  earlierApproval: { none: true },
  facts: {
    totalInvestment: String(50 * below(150)),
    taxPerMu: String(below(6000)),
    annualEnergy: String(below(6000)),
    equipmentInvestment: String(below(6000)),
    landArea: { number: '100', unit: '亩' },
    hazardousChemicalProject: below(4) === 0,
    automaticControl: true,
    combustibleDust: false,
    labourIntensive: false,
    nationalClass: oneOf(['PERMITTED', 'ENCOURAGED', 'RESTRICTED']),
    processes: oneOf([[], ['NITRATION'], ['OXIDATION']]),
    chemicals: oneOf([[], [{ cas: '7782-50-5', tonnes: '20' }]]),
  },
});
const projects = Array.from({ length: PROJECTS }, project);

const memory = () => {
  global.gc?.();
  return process.memoryUsage().heapUsed / 1e6;
};
const at = (share: number, of: readonly number[]) =>
  [...of].sort((a, b) => a - b)[Math.floor((of.length - 1) * share)]!;
const ms = (value: number) => `${value.toFixed(2)} ms`;

const rows: Record<string, number>[] = [];
for (const zones of SIZES) rows.push(await measured(zones));

const lines = (...names: readonly string[]) =>
  names.map((name) => ({
    name: name.replace(/, \w+$/, ''),
    points: rows.map((row) => [row.zones!, row[name]!] as const),
  }));
if (rows.length > 1) {
  plot(
    'zones-time',
    'Where a project may come: time of a search',
    { x: 'zones', y: 'ms' },
    lines('all zones settled, ms', 'first page with reasons, ms', 'zone by zone, ms'),
  );
  plot('zones-memory', 'Memory of the index', { x: 'zones', y: 'MB' }, lines('memory, MB'));
}

async function measured(zones: number): Promise<Record<string, number>> {
  // The texts of the catalogs go as soon as a zone is taken in, as they do in a process that reads them from the store.
  const before = memory();
  const index = new ZoneIndex(DAY, reference);
  const built = await timed(() => {
    for (let n = 0; n < zones; n++) index.put(basisOf(n, zones));
  });
  const took = memory() - before;
  console.log(`  Node ${process.version}; ${JSON.stringify(index.size)}`);
  console.log(`  built in ${(built.processor / 1000).toFixed(1)} s of processor time, ${took.toFixed(0)} MB`);
  for (const each of projects) index.settle(each);
  const settled = await each(projects, (project) => index.settle(project));
  told('all zones settled', settled);

  // A version published for one zone.
  const published = await timed(() => index.put(basisOf(7, zones, [ABOVE + OWN * zones])));
  const after = await timed(() => index.settle(projects[1]!));
  console.log(
    `  a version of ${OF_ZONE} entries for one zone: taken in in ${ms(published.processor)}, the next search ${ms(after.processor)}`,
  );
  index.put(basisOf(7, zones));

  // A first page: the settling, and the reasons in fifty zones, whose catalogs are at hand.
  const bases = span(0, zones).map((n) => basisOf(n, zones));
  const byId = new Map(bases.map((basis) => [basis.lineage.at(-1)!.id, basis]));
  const page = (project: ProjectAnywhere) => {
    const { admitted, conditional, review, refused } = index.settle(project);
    const found = [...admitted, ...conditional, ...review, ...refused];
    // Of the last of them: where a project is refused there are most reasons.
    for (const id of found.filter((_, at) => at % Math.ceil(zones / 200) === 0).slice(-50))
      assess(byId.get(id)!, projectIn(byId.get(id)!, project));
  };
  for (const project of projects.slice(0, 50)) page(project);
  const pages = await each(projects, page);
  told('first page of 50 with reasons', pages);

  // The naive loop: every zone is asked one by one, with all its catalogs at hand.
  const ask = (project: ProjectAnywhere): ReadonlyMap<string, string> =>
    new Map(
      bases.map((basis) => [basis.lineage.at(-1)!.id, assess(basis, projectIn(basis, project)).outcome]),
    );
  ask(projects[0]!);
  const looped: number[] = [];
  const few = projects.filter((_, at) => at % LOOPED === 0);
  for (const project of few) {
    const theirs = await timed(() => ask(project));
    looped.push(theirs.processor);
    const { admitted, conditional, review, refused, open } = index.settle(project);
    const found = { ADMITTED: admitted, CONDITIONAL: conditional, REVIEW: review, REFUSED: refused };
    for (const [outcome, its] of Object.entries(found))
      for (const zone of its)
        if (theirs.result.get(zone) !== outcome)
          throw new Error(`${zone}: ${outcome}, asked ${theirs.result.get(zone)}`);
    console.log(
      `  ${Object.entries(found)
        .map(([outcome, its]) => `${its.length} ${outcome}`)
        .join(', ')}, ${open.length} classes open; the same zone by zone`,
    );
  }
  const again = await timed(() => {
    for (let time = 0; time < 20; time++) for (const project of few) index.settle(project);
  });
  const theirs = looped.reduce((sum, one) => sum + one, 0) / few.length;
  const ours = again.processor / 20 / few.length;
  console.log(
    `  zone by zone / index: ${Math.round(theirs / ours)}× (processor ${ms(theirs)} / ${ms(ours)})`,
  );
  return {
    zones,
    'memory, MB': took,
    'all zones settled, ms': at(0.5, settled),
    'first page with reasons, ms': at(0.5, pages),
    'zone by zone, ms': theirs,
  };
}

/** Milliseconds by the clock for each of the projects, the best of some runs: neighbours and garbage are not what is asked. */
async function each(projects: readonly ProjectAnywhere[], ask: (project: ProjectAnywhere) => unknown) {
  const best = projects.map(() => Number.POSITIVE_INFINITY);
  for (let run = 0; run < RUNS; run++)
    for (const [place, project] of projects.entries())
      best[place] = Math.min(best[place]!, (await timed(() => ask(project))).clock);
  return best;
}

function told(name: string, taken: readonly number[]): void {
  const mean = taken.reduce((sum, one) => sum + one, 0) / taken.length;
  console.log(
    `  ${name}: p50 ${ms(at(0.5, taken))}, p99 ${ms(at(0.99, taken))}, longest ${ms(at(1, taken))}, mean ${ms(mean)}, each project at its best`,
  );
}
