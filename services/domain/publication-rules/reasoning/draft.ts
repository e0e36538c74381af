import type { ChemicalLine, Facts, ProductLine, ProjectIndustry } from '../../engine/facts.ts';
import { builtInFact } from '../../facts/dictionary.ts';
import type { FactDefinition } from '../../facts/fact.ts';
import type { Rational } from '../../values/decimal.ts';
import { fromInteger } from '../../values/decimal.ts';
import type { Day } from '../../vocabulary.ts';
import type { Law } from './law.ts';
import type { Place } from './places.ts';
import { placeOf } from './places.ts';
import type { Situation } from './situation.ts';
import { TODAY, unstatedKey } from './situation.ts';

/** A situation in the making: what nothing asks for has a value that few entries mind. */
export interface Draft {
  on: Day;
  place: Place;
  industries: readonly ProjectIndustry[];
  activities: number;
  earlierApproval: Day | 'none';
  readonly numbers: Values<Rational>;
  readonly choices: Values<string>;
  readonly sets: Values<ReadonlySet<string>>;
  readonly dates: Values<Day>;
  chemicals: ReadonlyMap<string, readonly ChemicalLine[]>;
  products: ReadonlyMap<string, ProductLine>;
  readonly unstated: Set<string>;
}

/** Values by fact, those of the defaults until one is put in: most drafts change few of many. */
class Values<Value> {
  #all: ReadonlyMap<string, Value>;
  #own: Map<string, Value> | undefined;
  constructor(defaults: ReadonlyMap<string, Value>) {
    this.#all = defaults;
  }
  get all(): ReadonlyMap<string, Value> {
    return this.#all;
  }
  get(key: string): Value | undefined {
    return this.#all.get(key);
  }
  put(key: string, value: Value): void {
    if (this.#all.get(key) === value) return;
    if (!this.#own) this.#all = this.#own = new Map(this.#all);
    this.#own.set(key, value);
  }
}

export function draftOf(law: Law): Draft {
  const { numbers, choices, sets, dates, industries, place } = defaultsOf(law);
  return {
    on: law.publication.effectiveFrom,
    place,
    industries,
    activities: 1,
    earlierApproval: 'none',
    numbers: new Values(numbers),
    choices: new Values(choices),
    sets: new Values(sets),
    dates: new Values(dates),
    chemicals: NO_LINES,
    products: NO_PRODUCTS,
    unstated: new Set(),
  };
}

export function situationOf(draft: Draft, law: Law): Situation {
  const { on, place, unstated, industries, activities, earlierApproval, chemicals, products } = draft;
  draft.dates.put(TODAY, on);
  for (const key of unstated) draft.choices.put(unstatedKey(key), 'true');
  const facts: Facts = {
    on,
    industries,
    activities,
    earlierApproval,
    numbers: draft.numbers.all,
    choices: draft.choices.all,
    sets: draft.sets.all,
    dates: draft.dates.all,
    chemicals,
    products,
    unstated,
    zoneCode: place.zone.code,
    areas: place.areas,
    area: place.area,
    lineage: place.ids,
    confirmations: new Map(),
    definitions: law.definitions,
    lists: law.lists,
    notices: [],
  };
  return { on, place, facts };
}

const NO_LINES: Draft['chemicals'] = new Map();
const NO_PRODUCTS: Draft['products'] = new Map();

interface Defaults extends Pick<Draft, 'industries' | 'place'> {
  readonly numbers: Map<string, Rational>;
  readonly choices: Map<string, string>;
  readonly sets: Map<string, ReadonlySet<string>>;
  readonly dates: Map<string, Day>;
}
const DEFAULTS = new WeakMap<Law, Defaults>();

function defaultsOf(law: Law): Defaults {
  let found = DEFAULTS.get(law);
  if (!found) {
    const { classes } = law.publication.reference.classification;
    const code = classes[0]!;
    found = {
      numbers: new Map(),
      choices: new Map(),
      sets: new Map(),
      dates: new Map([[TODAY, law.publication.effectiveFrom]]),
      industries: [{ code, classes: [code] }],
      place: placeOf(law),
    };
    for (const fact of law.definitions.values()) putDefault(fact, found);
    DEFAULTS.set(law, found);
  }
  return found;
}

function putDefault(fact: FactDefinition, { numbers, choices, sets, dates }: Defaults): void {
  const { key, type, about, options } = fact;
  if (about === 'ZONE' && !builtInFact(key)) choices.set(unstatedKey(key), 'false');
  switch (type) {
    case 'NUMBER':
      if (!builtInFact(key)?.derived) numbers.set(key, fromInteger(ORDINARY_NUMBERS[key] ?? 0));
      return;
    case 'FLAG':
      choices.set(key, 'false');
      return;
    case 'CHOICE':
      choices.set(key, ORDINARY_CHOICES[key] ?? options?.at(-1) ?? '');
      return;
    case 'SET':
      sets.set(key, new Set());
      return;
    case 'DATE':
      dates.set(key, '2020-01-01');
  }
}

/** Entries mind projects that invest little on much land. */
const ORDINARY_NUMBERS: Readonly<Record<string, number>> = {
  totalInvestment: 100_000,
  investmentExcludingLand: 90_000,
  fixedAssetInvestment: 80_000,
  equipmentInvestment: 50_000,
  landArea: 100,
  taxPerMu: 100,
};
const ORDINARY_CHOICES: Readonly<Record<string, string>> = {
  nature: 'NEW_BUILD',
  nationalClass: 'PERMITTED',
  majorHazardLevel: 'NONE',
  'zone.kind': 'DEVELOPMENT_ZONE',
  'zone.level': 'PROVINCIAL',
  'zone.riskGrade': 'NONE',
};
