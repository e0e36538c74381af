import type { Entry } from '../../../services/domain/catalog/entry.ts';
import type { Publication } from '../../../services/domain/publication-rules/rule.ts';
import type { Day } from '../../../services/domain/vocabulary.ts';
import { NATURES } from '../../../services/domain/vocabulary.ts';
import type { CompletedFacts, FactContent } from '../oracle/completed-facts.ts';
import { thousandths } from '../oracle/completed-facts.ts';
import type { Discretion, PlacedEntry, Setting } from '../oracle/entry-in-completion.ts';
import { mayApply, readEntry } from '../oracle/entry-in-completion.ts';
import { holds } from '../oracle/interpreter.ts';
import { choices, nonEmptySubsets, subsets } from '../oracle/sets.ts';
import { factOf, testsOf } from '../oracle/tests-in.ts';

/**
 * What the rules that reason say of a small catalog, by going through every situation one by one: every project,
 * place, day, earlier approval, state of the register and decision of an officer.
 *
 * Written from ADR 0005 and the rules' sentences, to check the search. It knows the facts of its own small worlds only.
 */
export function rulesByEnumeration(publication: Publication, most: number): ReadonlySet<string> | undefined {
  const { content, above } = publication;
  const placed = [
    ...content.entries.map((entry) => ({ key: publication.catalog.key, entry, own: true })),
    ...above.flatMap(({ identity, inForce, changesOn }) =>
      (inForce?.content.entries ?? []).map((entry) => ({
        key: identity.key,
        entry: { ...entry, validTo: earlier(entry.validTo, changesOn && neighbour(changesOn, -1)) },
        own: false,
      })),
    ),
  ];
  const situations = everySituation(
    publication,
    placed.map(({ entry }) => entry),
    most,
  );
  if (!situations) return undefined;
  const ledgers = content.entries.map(() => ledger());
  for (const { facts, setting } of situations) {
    const readings = placed.map(({ entry, key }) => readingsOf(entry, key, facts, setting));
    for (const [at, { entry }] of placed.entries())
      if (placed[at]!.own) record(ledgers[at]!, at, entry, readings, placed, facts, setting);
  }
  return new Set(
    content.entries.flatMap((entry, at) =>
      brokenBy(entry, ledgers[at]!).map((rule) => `${rule} ${entry.code}`),
    ),
  );
}

const earlier = (a: Day | null | undefined, b: Day | null): Day | null =>
  a && b ? (a < b ? a : b) : (a ?? b);

interface Situation {
  readonly facts: CompletedFacts;
  readonly setting: Setting;
}
/** How an entry stands for one way of deciding its discretionary exceptions. */
interface Reading {
  readonly applies: boolean;
  readonly severity: number;
  readonly gap: boolean;
}
const SEVERITY = { NONE: 0, CONDITION: 1, REVIEW: 2, REFUSE: 3 } as const;

function readingsOf(
  entry: Entry,
  catalog: string,
  facts: CompletedFacts,
  setting: Setting,
): readonly Reading[] {
  const states = entry.exceptions.map(({ discretionary }): readonly Discretion[] =>
    discretionary ? ['OPEN', 'CONFIRMED', 'DENIED'] : ['HARD'],
  );
  return choices(states).map((discretion) => {
    const counted = entry.exceptions.filter((_, at) => discretion[at] !== 'DENIED');
    const unstated = testsOf({ ...entry, exceptions: counted })
      .map(factOf)
      .filter((key) => setting.unstated.has(key));
    const placed = placedAs(entry, catalog, discretion);
    const read = readEntry(placed, facts, setting);
    return {
      applies: read.effect !== null,
      severity: read.effect === null ? 0 : SEVERITY[read.effect],
      gap: unstated.length > 0 && mayApply({ ...placed, unstated }, facts, setting, VALUES),
    };
  });
}

const placedAs = (entry: Entry, catalog: string, discretion: readonly Discretion[]): PlacedEntry => ({
  catalog,
  version: 1,
  level: 'PROVINCE',
  depth: 0,
  position: 1,
  entry,
  discretion,
  unstated: [],
  namesGoneArea: false,
});

/** What was ever seen of an entry. */
const ledger = () => ({
  held: new Map<string, boolean>(),
  inScope: false,
  base: false,
  applies: false,
  matters: false,
  requirementsMet: false,
  meetsAndAdmissible: false,
  violatesAndAdmissible: false,
});

function record(
  seen: ReturnType<typeof ledger>,
  at: number,
  entry: Entry,
  readings: readonly (readonly Reading[])[],
  placed: readonly { readonly entry: Entry }[],
  facts: CompletedFacts,
  setting: Setting,
): void {
  const conditions = [
    { key: 'when', when: entry.when },
    ...entry.exceptions.map(({ key, when }) => ({ key: `e ${key}`, when })),
    ...entry.requirements.map(({ key, when }) => ({ key: `r ${key}`, when })),
  ];
  for (const { key, when } of conditions) if (when && holds(when, facts, setting)) seen.held.set(key, true);
  const undated = { ...entry, validFrom: null, validTo: null, exceptions: [] };
  if (readEntry(placedAs(undated, '', []), facts, setting).effect !== null) seen.inScope = true;
  if (readEntry(placedAs({ ...entry, exceptions: [] }, '', []), facts, setting).effect !== null)
    seen.base = true;
  const demanded = entry.requirements.filter(({ when }) => when);
  const met = demanded.every(({ when }) => holds(when!, facts, setting));
  if (met) seen.requirementsMet = true;

  // Officers may decide of others as they like; least is left where every decision is the mildest.
  const others = readings.filter((_, other) => other !== at);
  const leastOf = (severity: (reading: Reading) => number) =>
    Math.max(0, ...others.map((each) => Math.min(...each.map(severity))));
  const least = leastOf(({ severity, gap }) => Math.max(severity, gap ? 2 : 0));
  const own = readings[at]!;
  const strictest = own.filter(({ applies }) => applies);
  if (strictest.length > 0) seen.applies = true;
  const mine = Math.max(0, ...strictest.map(({ severity }) => severity));
  if (mine >= 2 && mine > least) seen.matters = true;
  if (own.some(({ gap }) => gap) && least < 2) seen.matters = true;
  if (strictest.length > 0 && entry.measure === 'RESTRICTED') {
    for (const asked of entry.requirements.filter(({ when, evidence }) => !when || evidence)) {
      const dealtWith = readings.some(
        (each, other) =>
          other !== at &&
          each.every(
            ({ applies, severity }) =>
              severity === 3 ||
              (applies && placed[other]!.entry.requirements.some((its) => same(its, asked))),
          ),
      );
      if (!dealtWith) seen.matters = true;
    }
    const refused = leastOf(({ severity }) => severity) === 3;
    if (!refused && met) seen.meetsAndAdmissible = true;
    if (!refused && !met) seen.violatesAndAdmissible = true;
  }
}

const same = (a: Entry['requirements'][number], b: Entry['requirements'][number]): boolean =>
  a.text.zh === b.text.zh &&
  (a.evidence?.zh ?? '') === (b.evidence?.zh ?? '') &&
  JSON.stringify(a.when ?? null) === JSON.stringify(b.when ?? null);

function brokenBy(entry: Entry, seen: ReturnType<typeof ledger>): readonly string[] {
  const isOneTest = (when: object) => !('all' in when || 'any' in when || 'not' in when);
  const parts = [
    ...entry.exceptions.map(({ key, when }) => ({ key: `e ${key}`, when })),
    ...entry.requirements.map(({ key, when }) => ({ key: `r ${key}`, when })),
  ];
  // Bounds that leave no room in one single test are told by PR-16 alone.
  const never = ({ key, when }: (typeof parts)[number]) => when && !isOneTest(when) && !seen.held.has(key);
  const whenNever = Boolean(entry.when) && !seen.held.has('when');
  const entryNever = !seen.inScope && !(whenNever && isOneTest(entry.when!));
  const demanded = entry.requirements.filter(({ when }) => when);
  const each = demanded.every(({ key }) => seen.held.has(`r ${key}`));
  return [
    ...(entryNever || parts.some(never) ? ['PR-28'] : []),
    ...(seen.base && !seen.applies && entry.exceptions.some(({ discretionary }) => !discretionary)
      ? ['PR-29']
      : []),
    ...(seen.applies && !seen.matters ? ['PR-30'] : []),
    ...(demanded.length > 1 && each && !seen.requirementsMet ? ['PR-31'] : []),
    ...(entry.measure === 'RESTRICTED' &&
    demanded.length > 0 &&
    seen.applies &&
    seen.requirementsMet &&
    !seen.meetsAndAdmissible &&
    seen.violatesAndAdmissible
      ? ['PR-32']
      : []),
  ];
}

/** Every situation that the entries can tell apart, and more; undefined above `most`. */
function everySituation(
  publication: Publication,
  entries: readonly Entry[],
  most: number,
): readonly Situation[] | undefined {
  const { reference } = publication;
  const contents = [
    publication.content,
    ...publication.above.flatMap(({ inForce }) => inForce?.content ?? []),
  ];
  const zoneFacts = new Set(
    contents.flatMap(({ facts }) => facts.filter(({ about }) => about === 'ZONE').map(({ key }) => key)),
  );
  const tested = new Set(entries.flatMap((entry) => testsOf(entry)).map(factOf));
  const scoped = (has: (entry: Entry) => boolean) => entries.some(has);
  const dimensions: (readonly [string, readonly (FactContent | undefined)[]])[] = [...tested]
    .filter((key) => !['natures', 'industries'].includes(key))
    .map((key) => [key, zoneFacts.has(key) ? [...VALUES(key), undefined] : VALUES(key)]);
  if (tested.has('natures') || scoped(({ natures }) => natures.length > 0))
    dimensions.push(['natures', nonEmptySubsets(NATURES)]);
  if (
    tested.has('industries') ||
    scoped(({ industries: { include, except } }) => include.length + except.length > 0)
  )
    dimensions.push(['industries', nonEmptySubsets(CLASSES)]);
  const places = scoped(({ territory: { include, except } }) => include.length + except.length > 0)
    ? PLACES
    : [PLACES[0]!];
  const days = daysOf(publication, entries);
  const count = dimensions.reduce(
    (product, [, values]) => product * values.length,
    places.length * days.length,
  );
  if (count > most) return undefined;
  const definitions = new Map(contents.flatMap(({ facts }) => facts.map((fact) => [fact.key, fact])));
  const lists = new Map(
    [...reference.lists, ...contents.flatMap((each) => each.lists)].map((list) => [list.key, list]),
  );
  return choices(dimensions.map(([, values]) => values)).flatMap((picked) => {
    const facts: CompletedFacts = {};
    const unstated = new Set<string>();
    for (const [at, value] of picked.entries()) {
      const key = dimensions[at]![0];
      if (value === undefined) unstated.add(key);
      else facts[key] = value;
    }
    // The register gives chemical parks a grade, and nothing else (DESIGN 1).
    const { 'zone.kind': kind, 'zone.riskGrade': grade } = facts;
    if (kind && grade && (kind === 'CHEMICAL_PARK') === (grade === 'NONE')) return [];
    return places.flatMap(({ lineage, zoneCode, zoneAreas, areas }) =>
      days.map(({ on, earlierApproval }) => ({
        facts: { ...facts, areas, earlierApproval },
        setting: {
          on,
          zoneCode,
          zoneAreas,
          lineage,
          classification: reference.classification,
          lists,
          unstated,
          definitions,
        },
      })),
    );
  });
}

const CLASSES = ['2611', '2621', '4620', '0511'];

/** Values on both sides of every threshold that the worlds use. */
const VALUES = (key: string): readonly FactContent[] => {
  const own = key.slice(key.indexOf('.') + 1);
  switch (key.startsWith('zone.') ? key : own) {
    case 'exposedPersons':
      return [0, 1, 2, 3, 4].map((count) => thousandths(count));
    case 'purposes':
      return subsets(['SAFETY', 'ENERGY']);
    case 'nationalClass':
      return ['ENCOURAGED', 'PERMITTED', 'RESTRICTED', 'ELIMINATED'];
    case 'zone.kind':
      return ['DEVELOPMENT_ZONE', 'HIGH_TECH_ZONE', 'INDUSTRIAL_PARK', 'CHEMICAL_PARK', 'OUTSIDE'];
    case 'zone.riskGrade':
      return ['A', 'B', 'C', 'D', 'UNRATED', 'NONE'];
    default:
      return [true, false];
  }
};

interface Place {
  readonly lineage: readonly string[];
  readonly zoneCode: string;
  readonly zoneAreas: readonly string[];
  readonly areas: readonly string[] | null;
}
const UP = ['region_100000', 'region_140000'];
const IN_PREFECTURE = [...UP, 'region_140800'];
/** Zones of the small register with their areas, and zones that might be founded anywhere below. */
const PLACES: readonly Place[] = [
  { lineage: [...UP, 'zone_new'], zoneCode: 'new', zoneAreas: [], areas: null },
  { lineage: [...IN_PREFECTURE, 'zone_new'], zoneCode: 'new', zoneAreas: [], areas: null },
  {
    lineage: [...IN_PREFECTURE, 'zone_140881'],
    zoneCode: '140881',
    zoneAreas: ['core', 'edge'],
    areas: ['core'],
  },
  {
    lineage: [...IN_PREFECTURE, 'zone_140881'],
    zoneCode: '140881',
    zoneAreas: ['core', 'edge'],
    areas: ['edge'],
  },
  {
    lineage: [...IN_PREFECTURE, 'zone_140881'],
    zoneCode: '140881',
    zoneAreas: ['core', 'edge'],
    areas: ['core', 'edge'],
  },
  { lineage: [...IN_PREFECTURE, 'zone_140881', 'zone_new'], zoneCode: 'new', zoneAreas: [], areas: null },
  { lineage: [...UP, 'zone_140800.1'], zoneCode: '140800.1', zoneAreas: ['core'], areas: ['core'] },
  { lineage: [...UP, 'zone_140800.1', 'zone_new'], zoneCode: 'new', zoneAreas: [], areas: null },
];

function daysOf({ effectiveFrom, effectiveTo }: Publication, entries: readonly Entry[]) {
  const said = entries.flatMap(({ validFrom, validTo }) => [validFrom, validTo]).filter((day) => day != null);
  const exempt = entries.flatMap(({ exemptIfApprovedBefore }) => exemptIfApprovedBefore ?? []);
  const around = [effectiveFrom, ...[...said, ...exempt].flatMap((day) => [day, neighbour(day, 1)])];
  const within = [...new Set(around)].filter(
    (day) => day >= effectiveFrom && (effectiveTo == null || day <= effectiveTo),
  );
  const approvals: (Day | null)[] = [
    null,
    '2000-01-01',
    ...exempt.flatMap((day) => [neighbour(day, -1), day]),
  ];
  return within.flatMap((on) =>
    approvals
      .filter((approval) => approval === null || approval <= on)
      .map((earlierApproval) => ({ on, earlierApproval })),
  );
}

function neighbour(day: Day, step: number): Day {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + step);
  return date.toISOString().slice(0, 10);
}
