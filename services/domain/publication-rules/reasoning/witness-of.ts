import type { Ground } from '../../assessment/assessment-basis.ts';
import type { FactsInput, ProjectInput } from '../../assessment/project.ts';
import type { Witness } from '../../assessment/witness.ts';
import { scopeClasses } from '../../engine/compile.ts';
import { readFacts } from '../../engine/read-facts.ts';
import { builtInFact, statedAs } from '../../facts/dictionary.ts';
import type { DeclaredFact, FactDefinition, FactValue } from '../../facts/fact.ts';
import { areaId } from '../../ids.ts';
import type { ZoneFacts } from '../../register/jurisdiction.ts';
import { lineageOn } from '../../register/register.ts';
import { decimalText } from '../../values/decimal.ts';
import { activitiesIn } from './inventory.ts';
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
  const { on, place, facts } = inARealZone(situation, law, shows) ?? situation;
  const codes = facts.industries!.map(({ code }) => code);
  const keys = new Set([...[...tested].flatMap(inputsOf), ...factsTurnedOn(codes, law)]);
  const project: ProjectInput = {
    zone: place.zone.id,
    industries: codes,
    nature: facts.choices.get('nature') as ProjectInput['nature'],
    activities: activitiesIn(facts.activities!),
    ...(place.area ? { area: place.area.slice(place.area.lastIndexOf('.') + 1) } : {}),
    earlierApproval:
      facts.earlierApproval === 'none' ? { none: true } : { approvedOn: facts.earlierApproval },
    facts: factsInput(facts, keys, law),
  };
  const { zone } = place;
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

function factsInput(facts: Situation['facts'], keys: ReadonlySet<string>, law: Law): FactsInput {
  const plain = [...keys].flatMap((key) => {
    const fact = builtInFact(key);
    return fact && statedAs(fact) === 'VALUE' ? [[key, Object.values(valueIn(fact, facts))[0]] as const] : [];
  });
  const others = declared(facts, law, 'PROJECT', keys);
  return {
    ...Object.fromEntries(plain),
    ...(keys.has('chemicals') ? { chemicals: chemicalsInput(facts) } : {}),
    ...(keys.has('products') ? { products: productsInput(facts) } : {}),
    ...(others.length > 0 ? { declared: others } : {}),
  };
}

const declared = (
  facts: Situation['facts'],
  law: Law,
  about: FactDefinition['about'],
  keys: ReadonlySet<string>,
): readonly DeclaredFact[] =>
  [...keys].flatMap((key) => {
    const fact = law.definitions.get(key)!;
    return fact.about === about && !builtInFact(key) ? [{ key, value: valueIn(fact, facts) }] : [];
  });

function valueIn({ key, type }: FactDefinition, facts: Situation['facts']): FactValue {
  switch (type) {
    case 'NUMBER':
      return { number: decimalText(facts.numbers.get(key)!)! };
    case 'FLAG':
      return { flag: facts.choices.get(key) === 'true' };
    case 'CHOICE':
      return { choice: facts.choices.get(key)! };
    case 'SET':
      return { set: [...facts.sets.get(key)!] };
    case 'DATE':
      return { date: facts.dates.get(key)! };
  }
}

const chemicalsInput = ({ chemicals }: Situation['facts']): FactsInput['chemicals'] =>
  [...chemicals!].flatMap(([cas, lines]) =>
    lines.map(({ activities, tonnes }) => ({
      cas,
      activities: activitiesIn(activities!),
      tonnes: decimalText(tonnes!)!,
    })),
  );

const productsInput = ({ products }: Situation['facts']): FactsInput['products'] =>
  [...products!].map(([product, { unit, capacity, added, lines }]) => ({
    product,
    unit,
    capacity: decimalText(capacity!)!,
    addedCapacity: decimalText(added!)!,
    lines: decimalText(lines!)!,
  }));

/** Keys of the facts that entries test, by the classes that they are about. */
interface FactsByClass {
  readonly everywhere: ReadonlySet<string>;
  readonly byClass: ReadonlyMap<string, ReadonlySet<string>>;
}
const FACTS_BY_CLASS = new WeakMap<Law, FactsByClass>();

/** Keys of the facts that entries about these classes test; of a quotient, those of its inputs. */
function factsTurnedOn(classes: readonly string[], law: Law): readonly string[] {
  const { everywhere, byClass } = FACTS_BY_CLASS.get(law) ?? factsByClass(law);
  return [...everywhere, ...classes.flatMap((code) => [...(byClass.get(code) ?? [])])];
}

function factsByClass(law: Law): FactsByClass {
  const { classification } = law.publication.reference;
  const everywhere = new Set<string>();
  const byClass = new Map<string, Set<string>>();
  for (const { compiled } of law.all) {
    const keys = compiled.facts.flatMap(inputsOf);
    if (!compiled.industry) for (const key of keys) everywhere.add(key);
    for (const code of compiled.industry ? scopeClasses(compiled.industry.scope, classification) : []) {
      const its = byClass.get(code) ?? new Set();
      for (const key of keys) its.add(key);
      byClass.set(code, its);
    }
  }
  const found = { everywhere, byClass };
  FACTS_BY_CLASS.set(law, found);
  return found;
}

const inputsOf = (key: string): readonly string[] => {
  const derived = builtInFact(key)?.derived;
  return derived ? [derived.numerator, derived.denominator] : [key];
};

/** No more zones than this are tried. */
const MOST_ZONES = 20;

/** The same in the first zone of the register in which it shows the same. */
const inARealZone = (
  situation: Situation,
  law: Law,
  shows: (situation: Situation) => boolean,
): Situation | undefined =>
  zonesBelow(law, situation.on)
    .flatMap(({ ground, facts }) => inEachArea(situation, ground, facts))
    .find(shows);

interface ZoneRead {
  readonly ground: Ground;
  readonly facts: Situation['facts'];
}
const ZONES = new WeakMap<Law, Map<string, readonly ZoneRead[]>>();

/** Zones below the catalog's jurisdiction on a day, with what the register says of them. */
function zonesBelow(law: Law, on: string): readonly ZoneRead[] {
  let known = ZONES.get(law);
  if (!known) {
    known = new Map();
    ZONES.set(law, known);
  }
  const found = known.get(on) ?? readZones(law, on);
  known.set(on, found);
  return found;
}

function readZones(law: Law, on: string): readonly ZoneRead[] {
  const { register, catalog, content, above, reference } = law.publication;
  const own = {
    identity: catalog,
    standing: 'IN_FORCE' as const,
    inForce: { number: 0, contentHash: '', content },
  };
  const zones: ZoneRead[] = [];
  for (const id of register.jurisdictions.keys()) {
    const lineage = lineageOn(register, id, on);
    const record = lineage?.at(-1);
    if (!lineage || !record?.zone || record.closed) continue;
    if (!lineage.some((each) => each.id === catalog.jurisdiction)) continue;
    const ground = { on, lineage, catalogs: [...above, own], reference };
    zones.push({ ground, facts: readFacts(ground, { zone: id }, null) });
    if (zones.length === MOST_ZONES) break;
  }
  return zones;
}

function inEachArea(
  { on, facts }: Situation,
  { lineage }: Ground,
  read: Situation['facts'],
): readonly Situation[] {
  const zone = lineage.at(-1)!;
  const areas = zone.zone!.areas.map(({ key }) => areaId(zone.code, key));
  const ids = new Set(lineage.map(({ id }) => id));
  const together: Situation['facts'] = {
    ...facts,
    zoneCode: zone.code,
    lineage: ids,
    areas,
    unstated: read.unstated,
    numbers: new Map([...facts.numbers, ...read.numbers]),
    choices: new Map([...facts.choices, ...unstatedChoices(read), ...read.choices]),
    sets: new Map([...facts.sets, ...read.sets]),
    dates: new Map([...facts.dates, ...read.dates]),
  };
  return (areas.length > 0 ? areas : [null]).map((area) => ({
    on,
    place: { zone, ids, area, areas },
    facts: { ...together, area },
  }));
}

const unstatedChoices = ({
  definitions,
  unstated,
}: Situation['facts']): readonly (readonly [string, string])[] =>
  [...definitions.keys()].map((key) => [unstatedKey(key), String(unstated.has(key))]);
