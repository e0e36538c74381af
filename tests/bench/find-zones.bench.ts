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

// Which of 2 500 zones would admit a project, over 250 000 entries of which 70 000 are distinct: the index beside asking
// zone by zone. Run it with `npm run bench -- find-zones`.

const ZONES = Number(process.env.BENCH_ZONES ?? 2_500);
const ENTRIES = 250_000;
const DISTINCT = 70_000;
/** Of the country 800, of each of 31 provinces 400; all others are of zones. */
const ABOVE = 800 + 400 * 31;
const PROJECTS = 300;
const LOOPED = 3;
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
/** The country has 800 entries and each province 400; all others are of zones: own ones, and what several have alike. */
const ofCountry = catalog('country', country.id, span(0, 800));
const ofProvinces = provinces.map(({ id, code }, n) => catalog(code, id, span(800 + 400 * n, 400)));
const OWN = Math.floor((DISTINCT - ABOVE) / ZONES);
const OF_ZONE = Math.floor((ENTRIES - ABOVE) / ZONES);

function basisOf(n: number, more: readonly number[] = []): AssessmentBasis {
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
  const alike = span(0, OF_ZONE - OWN).map(() => ABOVE + draws(DISTINCT - ABOVE));
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

// The texts of the catalogs go as soon as a zone is taken in, as they do in a process that reads them from the store.
const before = memory();
const index = new ZoneIndex(DAY, reference);
const built = await timed(() => {
  for (let n = 0; n < ZONES; n++) index.put(basisOf(n));
});
console.log(`  Node ${process.version}; ${JSON.stringify(index.size)}`);
console.log(
  `  built in ${(built.processor / 1000).toFixed(1)} s of processor time, ${(memory() - before).toFixed(0)} MB`,
);
for (const each of projects) index.settle(each);
const settled: { clock: number; processor: number }[] = [];
for (const each of projects) settled.push(await timed(() => index.settle(each)));
const clocks = settled.map(({ clock }) => clock);
const processor = settled.reduce((sum, each) => sum + each.processor, 0) / PROJECTS;
console.log(
  `  all zones settled: p50 ${ms(at(0.5, clocks))}, p99 ${ms(at(0.99, clocks))}, longest ${ms(at(1, clocks))} (processor ${ms(processor)} on average)`,
);

// A version published for one zone.
const published = await timed(() => index.put(basisOf(7, [DISTINCT])));
const after = await timed(() => index.settle(projects[1]!));
console.log(
  `  a version of ${OF_ZONE} entries for one zone: taken in in ${ms(published.processor)}, the next search ${ms(after.processor)}`,
);
index.put(basisOf(7));

// A first page: the settling, and the reasons in fifty zones, whose catalogs are at hand.
const some = span(0, 200).map((n) => basisOf(n));
const byId = new Map(some.map((basis) => [basis.lineage.at(-1)!.id, basis]));
const page = async (each: ProjectAnywhere) =>
  timed(() => {
    const { admitted, conditional, review, refused } = index.settle(each);
    const shown = [...admitted, ...conditional, ...review, ...refused]
      .filter((id) => byId.has(id))
      .slice(-50);
    for (const id of shown) assess(byId.get(id)!, projectIn(byId.get(id)!, each));
  });
for (const each of projects.slice(0, 50)) await page(each);
const pages: number[] = [];
for (const each of projects) pages.push((await page(each)).clock);
console.log(`  first page of 50 with reasons: p50 ${ms(at(0.5, pages))}, p99 ${ms(at(0.99, pages))}`);

// The naive loop: every zone is asked one by one, with all its catalogs at hand.
const bases = span(0, ZONES).map((n) => basisOf(n));
const ask = (each: ProjectAnywhere): ReadonlyMap<string, string> =>
  new Map(bases.map((basis) => [basis.lineage.at(-1)!.id, assess(basis, projectIn(basis, each)).outcome]));
ask(projects[0]!);
const looped: number[] = [];
const beside: number[] = [];
for (const each of projects.slice(0, LOOPED)) {
  const theirs = await timed(() => ask(each));
  looped.push(theirs.processor);
  const { admitted, conditional, review, refused, open } = index.settle(each);
  const found = { ADMITTED: admitted, CONDITIONAL: conditional, REVIEW: review, REFUSED: refused };
  for (const [outcome, zones] of Object.entries(found))
    for (const zone of zones)
      if (theirs.result.get(zone) !== outcome)
        throw new Error(`${zone}: ${outcome}, asked ${theirs.result.get(zone)}`);
  const ours = await timed(() => {
    for (let time = 0; time < 20; time++) index.settle(each);
  });
  beside.push(ours.processor / 20);
  console.log(
    `  ${Object.entries(found)
      .map(([outcome, zones]) => `${zones.length} ${outcome}`)
      .join(', ')}, ${open.length} classes open; the same zone by zone`,
  );
}
console.log(
  `  zone by zone / index: ${Math.round(at(0.5, looped) / at(0.5, beside))}× (processor ${ms(at(0.5, looped))} / ${ms(at(0.5, beside))})`,
);
