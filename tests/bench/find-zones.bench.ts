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
const PROJECTS = 300;
const DAY = '2026-11-28';
const below = drawsFrom(1);
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
    : below(3) === 0
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

let number = 0;
const pool = Array.from({ length: DISTINCT }, () => entry(++number));
const catalog = (key: string, jurisdiction: string, entries: readonly Entry[]): CatalogOnDay => {
  const content = { title: { zh: key }, facts: [], lists: [], products: [], entries };
  return {
    identity: { key, jurisdiction },
    standing: 'IN_FORCE',
    inForce: { number: 1, contentHash: hashOf([key, entries.map(({ code }) => code)]), content },
  };
};
/** The country has 800 entries and each province 400; all others are of zones: own ones, and what several have alike. */
let taken = 0;
const take = (count: number) => {
  taken += count;
  return pool.slice(taken - count, taken);
};
const ofCountry = catalog('country', country.id, take(800));
const ofProvinces = provinces.map(({ id, code }) => catalog(code, id, take(400)));
const each = Math.floor((ENTRIES - 800 - 31 * 400) / ZONES);
const shared = Math.floor((DISTINCT - taken) / ZONES);

const bases = Array.from({ length: ZONES }, (_, n): AssessmentBasis => {
  const code = `z${10_000 + n}`;
  const zone: JurisdictionRecord = {
    id: `zone_${code}`,
    code,
    level: 'ZONE',
    name: { zh: code },
    parent: provinces[n % 31]!.id,
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
  const own = take(shared);
  const alike = Array.from({ length: each - own.length }, () => oneOf(pool.slice(13_200)));
  return basisOf(zone, n, [...own, ...new Set(alike)]);
});
function basisOf(zone: JurisdictionRecord, n: number, entries: readonly Entry[]): AssessmentBasis {
  return {
    on: DAY,
    lineage: [country, provinces[n % 31]!, zone],
    catalogs: [ofCountry, ofProvinces[n % 31]!, catalog(`own_${zone.code}`, zone.id, entries)],
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
const before = memory();
const index = new ZoneIndex(DAY, reference);
const built = await timed(() => {
  for (const basis of bases) index.put(basis);
  index.settle(projects[0]!);
});
console.log(`  Node ${process.version}; ${JSON.stringify(index.size)}`);
console.log(
  `  built in ${(built.processor / 1000).toFixed(1)} s of processor time; ${(memory() - before).toFixed(0)} MB more on the heap, texts of the catalogs aside`,
);

// The naive loop, once all that it can keep is kept: every zone is asked one by one.
const LOOPED = 3;
const ask = (at: number): ReadonlyMap<string, string> =>
  new Map(
    bases.map((basis) => [basis.lineage.at(-1)!.id, assess(basis, projectIn(basis, projects[at]!)).outcome]),
  );
ask(0);
const looped: number[] = [];
const settled: number[] = [];
for (const [at, each] of projects.entries()) {
  const ours = await timed(() => index.settle(each));
  settled.push(ours.clock);
  if (at >= LOOPED) continue;
  const theirs = await timed(() => ask(at));
  looped.push(theirs.processor);
  const { admitted, conditional, review, refused, open } = ours.result;
  for (const [outcome, zones] of Object.entries({
    ADMITTED: admitted,
    CONDITIONAL: conditional,
    REVIEW: review,
    REFUSED: refused,
  }))
    for (const zone of zones)
      if (theirs.result.get(zone) !== outcome)
        throw new Error(`${zone}: ${outcome}, asked ${theirs.result.get(zone)}`);
  console.log(
    `  ${admitted.length} admitted, ${conditional.length} conditional, ${review.length} review, ${refused.length} refused, ${open.flat().length} open in ${open.length} classes`,
  );
}
const at = (share: number, of: readonly number[]) =>
  [...of].sort((a, b) => a - b)[Math.floor((of.length - 1) * share)]!;
const ms = (value: number) => `${value.toFixed(2)} ms`;
console.log(
  `  zone by zone / index: ${Math.round(at(0.5, looped) / at(0.5, settled))}× (${ms(at(0.5, looped))} / ${ms(at(0.5, settled))}); index p99 ${ms(at(0.99, settled))}, longest ${ms(at(1, settled))}`,
);

// A first page: the settling, and the reasons of fifty zones, the ones refused.
const pages: number[] = [];
for (const each of projects.slice(0, 100)) {
  const page = await timed(() => {
    const { refused, admitted } = index.settle(each);
    for (const id of [...refused, ...admitted].slice(0, 50)) {
      const basis = bases[Number(id.slice('zone_z'.length)) - 10_000]!;
      assess(basis, projectIn(basis, each));
    }
  });
  pages.push(page.clock);
}
console.log(`  first page of 50 with reasons: p50 ${ms(at(0.5, pages))}, p99 ${ms(at(0.99, pages))}`);

// A version published for one zone.
const published = await timed(() => {
  const { lineage } = bases[7]!;
  index.put(basisOf(lineage.at(-1)!, 7, [...pool.slice(20_000, 20_099), entry(++number)]));
});
const after = await timed(() => index.settle(projects[1]!));
console.log(
  `  a version of 100 entries for one zone: taken in in ${ms(published.processor)}, the next search ${ms(after.processor)}`,
);
