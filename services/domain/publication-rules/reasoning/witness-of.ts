import type { FactsInput, ProductAmountInput, ProjectInput } from '../../assessment/project.ts';
import type { Witness } from '../../assessment/witness.ts';
import type { Test } from '../../condition/tests.ts';
import { allTests, scopeClasses } from '../../engine/compile.ts';
import type { ChemicalTest } from '../../engine/domains/substances.ts';
import { fractionKinds } from '../../engine/domains/substances.ts';
import type { ProductAmount } from '../../engine/facts.ts';
import { lineageOf } from '../../engine/lineage.ts';
import { readFacts } from '../../engine/read-facts.ts';
import { builtInFact, statedAs } from '../../facts/dictionary.ts';
import type { DeclaredFact, FactDefinition, FactValue } from '../../facts/fact.ts';
import { measureOf } from '../../facts/measure.ts';
import { statedFor } from '../../facts/ratio.ts';
import type { ZoneFacts } from '../../register/jurisdiction.ts';
import { lineageOn } from '../../register/register.ts';
import type { Rational } from '../../values/decimal.ts';
import { decimalText, divide } from '../../values/decimal.ts';
import { memoize, memoizeByKey } from '../../values/memoize.ts';
import { unreachable } from '../../values/unreachable.ts';
import type { Day, Nature } from '../../vocabulary.ts';
import { ACTIVITIES } from '../../vocabulary.ts';
import type { Law } from './law.ts';
import type { Situation } from './situation.ts';
import { unstatedKey } from './situation.ts';

/**
 * A situation as a project that can be assessed: every fact that an entry about its industries can turn on is stated.
 *
 * @param tested keys of the facts that are stated in any case
 * @param shows whether another situation shows the same; where one in a zone that there is does, it is put there
 */
export function witnessOf(
  situation: Situation,
  law: Law,
  tested: ReadonlySet<string>,
  shows: (situation: Situation) => boolean,
): Witness {
  const facts = inARealZone(situation, law, shows) ?? situation;
  const { on, zone, areas } = facts;
  const codes = facts.industries!.map(({ code }) => code);
  const keys = new Set([...[...tested].flatMap(inputsIn(law)), ...factsTurnedOn(codes, law)]);
  const project: ProjectInput = {
    zone: zone.id,
    industries: codes,
    natures: [...facts.sets.get('natures')!] as Nature[],
    activities: activitiesIn(facts.activities!),
    ...(areas ? { areas: areas.map((area) => area.slice(area.lastIndexOf('.') + 1)) } : {}),
    earlierApproval:
      facts.earlierApproval === 'none' ? { none: true } : { approvedOn: facts.earlierApproval },
    facts: factsInput(facts, keys, law),
  };
  const zoneFacts: ZoneFacts = {
    kind: facts.choices.get('zone.kind') as ZoneFacts['kind'],
    zoneLevel: facts.choices.get('zone.level') as ZoneFacts['zoneLevel'],
    riskGrade: facts.choices.get('zone.riskGrade') as ZoneFacts['riskGrade'],
    positioning: [...facts.sets.get('zone.positioning')!],
    areas: zone.zone!.areas,
    suspended: facts.choices.get('zone.suspended') === 'true',
    facts: declared(facts, law, 'ZONE', keys).filter(({ key }) => !facts.unstated.has(key)),
  };
  return { on, project, zone: { ...zone, zone: zoneFacts } };
}

function factsInput(facts: Situation, keys: ReadonlySet<string>, law: Law): FactsInput {
  const plain = [...keys].flatMap((key) => {
    const fact = builtInFact(key);
    if (!fact || statedAs(fact) !== 'VALUE') return [];
    const [value] = Object.values(valueIn(fact, facts));
    return [[key, fact.unitStated ? { number: value, unit: fact.unit } : value] as const];
  });
  const others = declared(facts, law, 'PROJECT', keys);
  return {
    ...Object.fromEntries(plain),
    ...(keys.has('chemicals') ? { chemicals: chemicalsInput(facts, law) } : {}),
    ...(keys.has('products') ? { products: productsInput(facts) } : {}),
    ...(others.length > 0 ? { declared: others } : {}),
  };
}

const declared = (
  facts: Situation,
  law: Law,
  about: FactDefinition['about'],
  keys: ReadonlySet<string>,
): readonly DeclaredFact[] =>
  [...keys].flatMap((key) => {
    const fact = law.nothingKnown.definitions.get(key)!;
    return fact.about === about && !builtInFact(key) && !fact.ratio
      ? [{ key, value: valueIn(fact, facts) }]
      : [];
  });

function valueIn({ key, type, many }: FactDefinition, facts: Situation): FactValue {
  switch (type) {
    case 'NUMBER':
      if (many) return { numbers: facts.many.get(key)!.map((value) => decimalText(value)!) };
      return { number: decimalText(facts.numbers.get(key)!)! };
    case 'FLAG':
      return { flag: facts.choices.get(key) === 'true' };
    case 'CHOICE':
      return { choice: facts.choices.get(key)! };
    case 'SET':
      return { set: [...facts.sets.get(key)!] };
    case 'DATE':
      return { date: facts.dates.get(key)! };
    default:
      return unreachable(type);
  }
}

const chemicalsInput = ({ chemicals }: Situation, law: Law): FactsInput['chemicals'] =>
  [...chemicals!].flatMap(([cas, lines]) =>
    lines.map(({ activities, tonnes, fraction }) => ({
      cas,
      activities: activitiesIn(activities!),
      tonnes: decimalText(tonnes!)!,
      ...(fractionMatters(law)(cas) ? { fraction: decimalText(fraction!)! } : {}),
    })),
  );

/** Whether an entry turns on the mass fraction of a substance. */
const fractionMatters = memoize((law: Law) => {
  const tests = law.all.flatMap(({ compiled }) => [...allTests(compiled)]).filter(isChemicalTest);
  return memoizeByKey((cas: string) => fractionKinds(tests, cas, null, law.nothingKnown.lists).length > 1);
});
const isChemicalTest = (test: Test): test is ChemicalTest => test.kind === 'chemical';

/** The activities of a mask. */
const activitiesIn = (mask: number) => ACTIVITIES.filter((_, at) => mask & (1 << at));

const productsInput = ({ products }: Situation): FactsInput['products'] =>
  products!.map(({ name, amounts }) => {
    const [first, ...others] = [...amounts.values()].map(amountInput);
    return {
      product: name,
      ...(first ?? { unit: 't/a' }),
      ...(others.length > 0 ? { otherAmounts: others } : {}),
    };
  });

function amountInput({ unit, capacity, added, perLine }: ProductAmount): ProductAmountInput {
  const inUnit = (amount: Rational) => decimalText(divide(amount, measureOf(unit).factor))!;
  return {
    unit,
    capacity: inUnit(capacity!),
    addedCapacity: inUnit(added!),
    lineCapacities: perLine!.map(inUnit),
  };
}

/** Keys of the facts that entries about these classes test; of a quotient, those of its inputs. */
function factsTurnedOn(classes: readonly string[], law: Law): readonly string[] {
  const { everywhere, byClass } = factsByClass(law);
  return [...everywhere, ...classes.flatMap((code) => [...(byClass.get(code) ?? [])])];
}

const factsByClass = memoize((law: Law) => {
  const everywhere = new Set<string>();
  const byClass = new Map<string, Set<string>>();
  for (const { compiled } of law.all) {
    const keys = compiled.facts.flatMap(inputsIn(law));
    if (!compiled.industry) for (const key of keys) everywhere.add(key);
    for (const code of compiled.industry
      ? scopeClasses(compiled.industry.scope, law.nothingKnown.classification)
      : []) {
      const its = byClass.get(code) ?? new Set();
      for (const key of keys) its.add(key);
      byClass.set(code, its);
    }
  }
  return { everywhere, byClass };
});

const inputsIn =
  ({ nothingKnown: { definitions } }: Law) =>
  (key: string): readonly string[] =>
    statedFor(definitions.get(key), key);

/** No more zones than this are tried. */
const MAX_ZONES = 20;

/** The same in the first zone of the register in which it shows the same. */
const inARealZone = (
  situation: Situation,
  law: Law,
  shows: (situation: Situation) => boolean,
): Situation | undefined =>
  zonesBelow(law)(situation.on)
    .flatMap((zone) => inEachArea(situation, zone))
    .find(shows);

/** What the register says of a zone, as an assessment reads it. */
type ZoneRead = Pick<Situation, 'zone' | 'zoneCode' | 'lineage' | 'zoneAreas' | Values | 'unstated'>;
type Values = 'numbers' | 'many' | 'choices' | 'sets' | 'dates';

/** Zones below the catalog's jurisdiction on a day, with what the register says of them. */
const zonesBelow = memoize((law: Law) => memoizeByKey((on: Day) => readZones(law, on)));

function readZones(law: Law, on: Day): readonly ZoneRead[] {
  const { register, catalog, content, above, lapsed = [], reference } = law.publication;
  const own = {
    identity: catalog,
    standing: 'IN_FORCE' as const,
    inForce: { number: 0, contentHash: '', content },
  };
  const zones: ZoneRead[] = [];
  for (const id of register.jurisdictions.keys()) {
    const lineage = lineageOn(register, id, on);
    const zone = lineage?.at(-1);
    if (!lineage || !zone?.zone || zone.closed) continue;
    if (!lineage.some((each) => each.id === catalog.jurisdiction)) continue;
    zones.push({
      zone,
      ...readFacts(
        lineageOf({ on, lineage, catalogs: [...above, own], lapsed, reference }),
        { zone: id },
        null,
      ),
    });
    if (zones.length === MAX_ZONES) break;
  }
  return zones;
}

function inEachArea(situation: Situation, read: ZoneRead): readonly Situation[] {
  const { zone, zoneCode, lineage, zoneAreas, unstated } = read;
  const gaps = [...situation.definitions.keys()].map(
    (key) => [unstatedKey(key), String(unstated.has(key))] as const,
  );
  const there = {
    ...situation,
    zone,
    zoneCode,
    lineage,
    zoneAreas,
    unstated,
    numbers: new Map([...situation.numbers, ...read.numbers]),
    many: new Map([...situation.many, ...read.many]),
    choices: new Map([...situation.choices, ...gaps, ...read.choices]),
    sets: new Map([...situation.sets, ...read.sets]),
    dates: new Map([...situation.dates, ...read.dates]),
  };
  return (zoneAreas.length > 0 ? zoneAreas.map((area) => [area]) : [null]).map((areas) => ({
    ...there,
    areas,
  }));
}
