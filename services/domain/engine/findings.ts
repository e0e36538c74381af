import type { FactReading, Finding } from '../assessment/assessment.ts';
import type { AssessmentBasis } from '../assessment/assessment-basis.ts';
import type { ProjectInput } from '../assessment/project.ts';
import { builtInFact, dictionaryPlace } from '../facts/dictionary.ts';
import type { StatedFact } from '../facts/fact.ts';
import { statedFor } from '../facts/ratio.ts';
import { builtInZoneFacts } from '../register/jurisdiction.ts';
import type { Formula } from '../solver/formula.ts';
import { not } from '../solver/formula.ts';
import { memoize } from '../values/memoize.ts';
import type { Effect, Truth } from '../vocabulary.ts';
import { EFFECTS } from '../vocabulary.ts';
import type { CompiledEntry } from './compile.ts';
import { coversClass } from './compile.ts';
import type { Facts } from './facts.ts';
import type { EntryReading } from './readings.ts';
import type { Ask, Severity, Stake } from './stakes.ts';
import { severityOf } from './stakes.ts';

/** What one entry means, but for the facts of the project at hand that it rests on. */
export type Ruling = Omit<Finding, 'industry' | 'because' | 'decisive'>;

/** Undefined where it applies in no completion. */
function rulingOf(reading: EntryReading, basis: AssessmentBasis, ask: Ask): Ruling | undefined {
  const applies = truthIn(reading.applies, ask);
  if (applies === 'FALSE') return undefined;
  const { catalog, compiled } = reading;
  return {
    catalog: catalog.identity.key,
    version: catalog.inForce!.number,
    level: basis.lineage[placesIn(basis).get(catalog.identity.key)!.depth]!.level,
    entry: compiled.entry,
    position: compiled.position,
    applies,
    effect: gravest(reading.atLeast, ask),
    discretionOpen: canHold(reading.discretionOpen, ask),
    effectWithoutDiscretion: gravest(reading.withoutDiscretion, ask),
    exceptions: reading.exceptions.map(({ key, holds, state, confirmed }) => {
      const itself = truthIn(holds, ask);
      return { key, holds: state === 'OPEN' && itself === 'TRUE' ? 'UNKNOWN' : itself, confirmed };
    }),
    requirements: reading.requirements.map(({ key, met }) => ({
      key,
      met: met === undefined ? 'UNKNOWN' : truthIn(met, ask),
    })),
  };
}

/** The ruling on a project: written out, for thousands of them are made. */
export const findingOf = (
  ruling: Ruling,
  industry: string | null,
  because: readonly FactReading[],
  decisive: boolean,
): Finding => ({
  catalog: ruling.catalog,
  version: ruling.version,
  level: ruling.level,
  entry: ruling.entry,
  position: ruling.position,
  applies: ruling.applies,
  effect: ruling.effect,
  discretionOpen: ruling.discretionOpen,
  effectWithoutDiscretion: ruling.effectWithoutDiscretion,
  industry,
  exceptions: ruling.exceptions,
  requirements: ruling.requirements,
  because,
  decisive,
});

/** An entry that may apply, and all that it means. */
export interface RuledEntry {
  readonly reading: EntryReading;
  readonly ruling: Ruling;
  /** The gravest that it can make of the outcome. */
  readonly severity: Severity;
  readonly place: number;
}

/** Undefined where it applies in no completion. */
export function ruledEntry(reading: EntryReading, basis: AssessmentBasis, ask: Ask): RuledEntry | undefined {
  const ruling = rulingOf(reading, basis, ask);
  return ruling && { reading, ruling, severity: severityOf(ruling.effect), place: placeOf(ruling, basis) };
}

/** For readings in which nothing is open. */
export const NOTHING_OPEN: Ask = () => {
  throw new Error('Every part of the entry is settled');
};

/** In the order of DESIGN 2.8: effect, level (country first), catalog, position. */
function placeOf({ effect, catalog, position }: Ruling, basis: AssessmentBasis): number {
  const places = placesIn(basis);
  return (EFFECTS.indexOf(effect) * places.size + places.get(catalog)!.place) * 2 ** 32 + position;
}

/** The catalogs from above to below and in the order of their keys, each with how far down the lineage it stands. */
const placesIn = memoize(
  ({
    catalogs,
    lineage,
  }: AssessmentBasis): ReadonlyMap<string, { readonly place: number; readonly depth: number }> =>
    new Map(
      catalogs
        .map(({ identity: { key, jurisdiction } }) => ({
          key,
          depth: lineage.findIndex(({ id }) => id === jurisdiction),
        }))
        .sort((a, b) => a.depth - b.depth || (a.key < b.key ? -1 : 1))
        .map(({ key, depth }, place) => [key, { place, depth }]),
    ),
);

/** TRUE iff in every completion, FALSE iff in none; UNKNOWN too where the bound was reached. */
function truthIn(formula: Formula, ask: Ask): Truth {
  if (typeof formula === 'boolean') return formula ? 'TRUE' : 'FALSE';
  if (ask([formula]) === false) return 'FALSE';
  return ask([not(formula)]) === false ? 'TRUE' : 'UNKNOWN';
}

const canHold = (formula: Formula, ask: Ask): boolean =>
  typeof formula === 'boolean' ? formula : ask([formula]) !== false;

const BY_GRAVITY: readonly (readonly [Severity, Effect])[] = [
  [3, 'REFUSE'],
  [2, 'REVIEW'],
  [1, 'CONDITION'],
];

function gravest(atLeast: Stake['atLeast'], ask: Ask): Effect {
  for (const [severity, effect] of BY_GRAVITY) if (canHold(atLeast[severity], ask)) return effect;
  return 'NONE';
}

/** The first code of the project that the entry's scope covers for certain, or else the first that it may cover. */
export function industryCaught({ industry }: CompiledEntry, facts: Facts): string | null {
  if (!industry || !facts.industries) return null;
  const { scope } = industry;
  // Otherwise the entry would not be read.
  if (facts.industries.length === 1) return facts.industries[0]!.code;
  const covered = (one: string) => coversClass(scope, one, facts.classification);
  const certain = facts.industries.find(({ classes }) => classes.every(covered));
  return (certain ?? facts.industries.find(({ classes }) => classes.some(covered)))?.code ?? null;
}

/** The facts that an entry tests, as they were read of one project; each is read once. */
export function factReader(
  basis: AssessmentBasis,
  project: ProjectInput,
  facts: Facts,
): (entry: CompiledEntry) => readonly FactReading[] {
  const keysIn = keysInOrder(facts.definitions);
  const read = new Map<string, FactReading>();
  return (entry) => {
    const keys = keysIn(entry);
    const found = new Array<FactReading>(keys.length);
    for (let place = 0; place < keys.length; place++) {
      const key = keys[place]!;
      let reading = read.get(key);
      if (!reading) {
        const value = statedValue(key, basis, project, facts);
        reading = { key, known: value !== null, value };
        read.set(key, reading);
      }
      found[place] = reading;
    }
    return found;
  };
}

/** The facts to state for what an entry tests, in the order of the dictionary. */
const keysInOrder = memoize((definitions: Facts['definitions']) =>
  memoize(({ facts }: CompiledEntry): readonly string[] =>
    [...new Set(facts.flatMap((key) => statedFor(definitions.get(key), key)))].sort(
      (a, b) => dictionaryPlace(a) - dictionaryPlace(b) || (a < b ? -1 : 1),
    ),
  ),
);

/** A fact as the project states it, or as the register has it; null where nobody does. */
export function statedValue(
  key: string,
  basis: AssessmentBasis,
  project: ProjectInput,
  facts: Facts,
): unknown {
  // What the register states in a form that nobody can read counts as not stated (ADR 0001.11).
  if (facts.unstated.has(key)) return null;
  const registered = registeredIn(basis);
  if (registered.has(key)) return registered.get(key);
  if (key === 'majorHazardLevel') return facts.choices.get(key) ?? null;
  if (key === 'industries') return facts.industries?.map(({ code }) => code) ?? null;
  const declared: StatedFact | undefined = builtInFact(key)
    ? undefined
    : (project.facts?.declared?.findLast((fact) => fact.key === key) ??
      basis.lineage.at(-1)!.zone!.facts.findLast((fact) => fact.key === key));
  if (declared) {
    const { value, unit } = declared;
    if (unit != null && value?.number != null) return { number: value.number, unit };
    if (unit != null && value?.numbers != null) return value.numbers.map((number) => ({ number, unit }));
    if (value)
      return value.number ?? value.numbers ?? value.flag ?? value.choice ?? value.set ?? value.date ?? null;
  }
  return (
    (project as unknown as Record<string, unknown>)[key] ??
    (project.facts as Record<string, unknown> | undefined)?.[key] ??
    null
  );
}

const registeredIn = memoize(
  ({ lineage }: AssessmentBasis): ReadonlyMap<string, unknown> =>
    new Map(Object.entries(builtInZoneFacts(lineage))),
);
