import type { FactReading, Finding } from '../assessment/assessment.ts';
import type { AssessmentBasis } from '../assessment/assessment-basis.ts';
import type { ProjectInput } from '../assessment/project.ts';
import { dictionaryPlace } from '../facts/dictionary.ts';
import { statedFor } from '../facts/ratio.ts';
import { builtInZoneFacts } from '../register/jurisdiction.ts';
import type { Formula } from '../solver/formula.ts';
import { not } from '../solver/formula.ts';
import type { Effect, Truth } from '../vocabulary.ts';
import { EFFECTS } from '../vocabulary.ts';
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
  project: ProjectInput,
  facts: Facts,
  ask: Ask,
): Undecided | undefined {
  const applies = truthIn(reading.applies, ask);
  if (applies === 'FALSE') return undefined;
  const { catalog, compiled } = reading;
  const jurisdiction = basis.lineage.find((record) => record.id === catalog.identity.jurisdiction)!;
  return {
    catalog: catalog.identity.key,
    version: catalog.inForce!.number,
    level: jurisdiction.level,
    entry: compiled.entry,
    position: compiled.position,
    applies,
    effect: gravest(reading.atLeast, ask),
    discretionOpen: ask([reading.discretionOpen]) !== false,
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
    because: factsRead(compiled.facts, basis, project, facts),
  };
}

/** Order of DESIGN 2.8: effect, level (country first), catalog, position. */
export function inOrder(findings: readonly Finding[], basis: AssessmentBasis): readonly Finding[] {
  const depth = new Map(
    basis.catalogs.map(({ identity }) => [
      identity.key,
      basis.lineage.findIndex((record) => record.id === identity.jurisdiction),
    ]),
  );
  return [...findings].sort(
    (a, b) =>
      EFFECTS.indexOf(a.effect) - EFFECTS.indexOf(b.effect) ||
      depth.get(a.catalog)! - depth.get(b.catalog)! ||
      (a.catalog < b.catalog ? -1 : a.catalog > b.catalog ? 1 : 0) ||
      a.position - b.position,
  );
}

/** TRUE iff in every completion, FALSE iff in none; UNKNOWN too where the bound was reached. */
function truthIn(formula: Formula, ask: Ask): Truth {
  if (typeof formula === 'boolean') return formula ? 'TRUE' : 'FALSE';
  if (ask([formula]) === false) return 'FALSE';
  return ask([not(formula)]) === false ? 'TRUE' : 'UNKNOWN';
}

const BY_GRAVITY: readonly (readonly [Severity, Effect])[] = [
  [3, 'REFUSE'],
  [2, 'REVIEW'],
  [1, 'CONDITION'],
];

function gravest(atLeast: Stake['atLeast'], ask: Ask): Effect {
  for (const [severity, effect] of BY_GRAVITY) if (ask([atLeast[severity]]) !== false) return effect;
  return 'NONE';
}

/** The first code of the project that the entry's scope covers for certain, or else the first that it may cover. */
function industryCaught({ compiled }: EntryReading, facts: Facts): string | null {
  if (!compiled.industry || !facts.industries) return null;
  const { scope } = compiled.industry;
  const covered = (one: string) => coversClass(scope, one, facts.classification);
  const certain = facts.industries.find(({ classes }) => classes.every(covered));
  return (certain ?? facts.industries.find(({ classes }) => classes.some(covered)))?.code ?? null;
}

function factsRead(
  keys: readonly string[],
  basis: AssessmentBasis,
  project: ProjectInput,
  facts: Facts,
): readonly FactReading[] {
  const zone = basis.lineage.at(-1)!.zone!;
  const registered = new Map<string, unknown>(Object.entries(builtInZoneFacts(basis.lineage)));
  const declared = new Map(
    [...zone.facts, ...(project.facts?.declared ?? [])].map(({ key, value }) => [key, value]),
  );
  const units = new Map(project.facts?.declared?.map(({ key, unit }) => [key, unit]));
  const stated = (key: string): unknown => {
    // What the register states in a form that nobody can read counts as not stated (ADR 0001.11).
    if (facts.unstated.has(key)) return null;
    if (registered.has(key)) return registered.get(key);
    if (key === 'majorHazardLevel') return facts.choices.get(key) ?? null;
    if (key === 'industries') return facts.industries?.map(({ code }) => code) ?? null;
    const value = declared.get(key);
    const unit = units.get(key);
    if (unit != null && value?.number != null) return { number: value.number, unit };
    if (unit != null && value?.numbers != null) return value.numbers.map((number) => ({ number, unit }));
    if (value)
      return value.number ?? value.numbers ?? value.flag ?? value.choice ?? value.set ?? value.date ?? null;
    return (
      (project as unknown as Record<string, unknown>)[key] ??
      (project.facts as Record<string, unknown> | undefined)?.[key] ??
      null
    );
  };
  return keys
    .flatMap((key) => statedFor(facts.definitions.get(key), key))
    .filter((key, at, all) => all.indexOf(key) === at)
    .sort((a, b) => dictionaryPlace(a) - dictionaryPlace(b) || (a < b ? -1 : 1))
    .map((key) => {
      const value = stated(key);
      return { key, known: value !== null, value };
    });
}
