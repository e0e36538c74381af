import type { FactReading, Finding } from '../assessment/assessment.ts';
import type { AssessmentBasis } from '../assessment/assessment-basis.ts';
import type { ProjectInput } from '../assessment/project.ts';
import { dictionaryPlace } from '../facts/dictionary.ts';
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

/** A finding before the whole is known: whether it is decisive depends on all of them. */
export type Undecided = Omit<Finding, 'decisive'>;

/** What one entry means for the project; undefined where it applies in no completion. */
export function findingOf(
  reading: EntryReading,
  basis: AssessmentBasis,
  facts: Facts,
  factsOf: (entry: CompiledEntry) => readonly FactReading[],
  ask: Ask,
): Undecided | undefined {
  const applies = truthIn(reading.applies, ask);
  if (applies === 'FALSE') return undefined;
  const { catalog, compiled } = reading;
  const jurisdiction = basis.lineage[depthsIn(basis).get(catalog.identity.key)!]!;
  return {
    catalog: catalog.identity.key,
    version: catalog.inForce!.number,
    level: jurisdiction.level,
    entry: compiled.entry,
    position: compiled.position,
    applies,
    effect: gravest(reading.atLeast, ask),
    discretionOpen: canHold(reading.discretionOpen, ask),
    effectWithoutDiscretion: gravest(reading.withoutDiscretion, ask),
    industry: industryCaught(reading, facts),
    exceptions: reading.exceptions.map(({ key, holds, state, confirmed }) => {
      const itself = truthIn(holds, ask);
      return { key, holds: state === 'OPEN' && itself === 'TRUE' ? 'UNKNOWN' : itself, confirmed };
    }),
    requirements: reading.requirements.map(({ key, met }) => ({
      key,
      met: met === undefined ? 'UNKNOWN' : truthIn(met, ask),
    })),
    because: factsOf(compiled),
  };
}

/** Order of DESIGN 2.8: effect, level (country first), catalog, position. */
export function inOrder(findings: readonly Finding[], basis: AssessmentBasis): readonly Finding[] {
  const depth = depthsIn(basis);
  return [...findings].sort(
    (a, b) =>
      EFFECTS.indexOf(a.effect) - EFFECTS.indexOf(b.effect) ||
      depth.get(a.catalog)! - depth.get(b.catalog)! ||
      (a.catalog < b.catalog ? -1 : a.catalog > b.catalog ? 1 : 0) ||
      a.position - b.position,
  );
}

/** Of each catalog, how far down the lineage its jurisdiction is. */
const depthsIn = memoize(
  ({ catalogs, lineage }: AssessmentBasis): ReadonlyMap<string, number> =>
    new Map(
      catalogs.map(({ identity }) => [
        identity.key,
        lineage.findIndex((record) => record.id === identity.jurisdiction),
      ]),
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
function industryCaught({ compiled }: EntryReading, facts: Facts): string | null {
  if (!compiled.industry || !facts.industries) return null;
  const { scope } = compiled.industry;
  const [only, ...more] = facts.industries;
  // Otherwise the entry would not be read.
  if (only && more.length === 0) return only.code;
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
  const declared: StatedFact | undefined =
    project.facts?.declared?.findLast((fact) => fact.key === key) ??
    basis.lineage.at(-1)!.zone!.facts.findLast((fact) => fact.key === key);
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
