import type { Entry, Exception } from '../../../services/domain/catalog/entry.ts';
import type { Day, Effect, JurisdictionLevel } from '../../../services/domain/vocabulary.ts';
import type { CompletedFacts, FactContent } from './completed-facts.ts';
import type { Reading } from './interpreter.ts';
import { holds, isCovered } from './interpreter.ts';
import { choices } from './sets.ts';

/** An entry in force with all that its reading rests on besides the project's facts. */
export interface PlacedEntry {
  readonly catalog: string;
  readonly version: number;
  readonly level: JurisdictionLevel;
  /** Place of its jurisdiction in the lineage, country first: of two zones the outer one comes first. */
  readonly depth: number;
  readonly position: number;
  readonly entry: Entry;
  /** One for each exception. */
  readonly discretion: readonly Discretion[];
  /** ZONE facts that it tests and the register does not state. */
  readonly unstated: readonly string[];
  /** Whether its territory names an area of the zone that is no more (ADR 0001.11). */
  readonly namesGoneArea: boolean;
}
/** A hard exception, or how far the authority has come with a discretionary one (DESIGN 2.5). */
export type Discretion = 'HARD' | 'OPEN' | 'CONFIRMED' | 'DENIED';

/** Where and when the project is assessed. */
export interface Setting extends Reading {
  readonly on: Day;
  readonly zoneCode: string;
  /** Keys of the areas that the zone has. */
  readonly zoneAreas: readonly string[];
  /** Ids of the zone and its ancestors. */
  readonly lineage: readonly string[];
}

/** What an entry means for one full set of facts. */
export interface EntryInCompletion {
  /** Null where it does not apply. */
  readonly effect: Effect | null;
  readonly effectWithoutDiscretion: Effect | null;
  readonly discretionOpen: boolean;
  /** For each exception whether it holds; for an open discretionary one, whether its `when` does. */
  readonly exceptions: readonly boolean[];
  /** For each requirement whether its `when` holds; null without one. */
  readonly requirements: readonly (boolean | null)[];
}

/** Reads one entry against one full set of facts (DESIGN 2.2, 2.4, 2.5). */
export function readEntry(placed: PlacedEntry, facts: CompletedFacts, setting: Setting): EntryInCompletion {
  const { entry, discretion } = placed;
  const inScope =
    coversIndustry(entry, facts, setting) &&
    coversNature(entry, facts) &&
    coversActivity(entry, facts) &&
    isValidOn(entry, setting.on) &&
    coversPlace(entry, facts, setting);
  const exceptions = entry.exceptions.map((exception, i) =>
    exceptionHolds(exception, discretion[i]!, facts, setting),
  );
  const requirements = entry.requirements.map((requirement) =>
    requirement.when ? holds(requirement.when, facts, setting) : null,
  );
  const excepted = exceptions.some((holding, i) => holding && discretion[i] !== 'OPEN');
  const applies =
    inScope &&
    !isGrandfathered(entry, facts) &&
    (!entry.when || holds(entry.when, facts, setting)) &&
    !excepted;
  if (!applies)
    return {
      effect: null,
      effectWithoutDiscretion: null,
      discretionOpen: false,
      exceptions,
      requirements,
    };
  const discretionOpen = exceptions.some((holding, i) => holding && discretion[i] === 'OPEN');
  const effectWithoutDiscretion = effectOf(entry, requirements);
  const effect = discretionOpen && effectWithoutDiscretion === 'REFUSE' ? 'REVIEW' : effectWithoutDiscretion;
  return {
    effect,
    effectWithoutDiscretion,
    discretionOpen,
    exceptions,
    requirements,
  };
}

/**
 * Whether the entry would apply if the ZONE facts that nobody has stated had some values or other (ADR 0001.2).
 *
 * @param values what each of them can be
 */
export function mayApply(
  placed: PlacedEntry,
  facts: CompletedFacts,
  setting: Setting,
  values: (key: string) => readonly FactContent[],
): boolean {
  const { unstated } = placed;
  const known = {
    ...setting,
    unstated: new Set([...setting.unstated].filter((key) => !unstated.includes(key))),
  };
  return choices(unstated.map(values)).some((picked) => {
    const zone = Object.fromEntries(unstated.map((key, at) => [key, picked[at]!]));
    return readEntry(placed, { ...facts, ...zone }, known).effect !== null;
  });
}

/** The same entry wherever the project lies. */
export const everywhere = (placed: PlacedEntry): PlacedEntry => ({
  ...placed,
  entry: { ...placed.entry, territory: { include: [], except: [] } },
});

/** DESIGN 2.2.1: some one code is included and not excepted. */
export function coversIndustry(entry: Entry, facts: CompletedFacts, { classification }: Reading): boolean {
  const { include, except } = entry.industries;
  if (include.length === 0 && except.length === 0) return true;
  return (facts.industries as readonly string[]).some(
    (code) =>
      (include.length === 0 || include.some((by) => isCovered(code, by, classification))) &&
      !except.some((by) => isCovered(code, by, classification)),
  );
}

/** DESIGN 2.2.2. */
export function coversNature(entry: Entry, facts: CompletedFacts): boolean {
  const natures = facts.natures as readonly string[];
  return entry.natures.length === 0 || entry.natures.some((nature) => natures.includes(nature));
}
export function coversActivity(entry: Entry, facts: CompletedFacts): boolean {
  if (entry.activities.length === 0) return true;
  const activities = facts.activities as readonly string[];
  return entry.activities.some((activity) => activities.includes(activity));
}

/** DESIGN 2.2.3: an area counts only as one of the zone's own; of several any will do, each a place by itself. */
export function coversPlace(entry: Entry, facts: CompletedFacts, setting: Setting): boolean {
  const areas = (facts.areas as readonly string[] | null)?.map((key) => [`area_${setting.zoneCode}.${key}`]);
  return (areas ?? [[]]).some((area) => coversSpot(entry, [...setting.lineage, ...area], setting));
}

function coversSpot({ territory }: Entry, there: readonly string[], setting: Setting): boolean {
  const { include, except } = territory;
  if (include.length > 0 && !include.some((id) => there.includes(id))) return false;
  // What is left out and is no more may be any part of the zone (ADR 0001.11).
  return !except.some((id) => there.includes(id) || isGoneArea(id, setting));
}

/** Whether an area, `area_<zone code>.<key>`, was the zone's and is so no more; codes of zones may have dots. */
export function isGoneArea(id: string, { zoneCode, zoneAreas }: Setting): boolean {
  const lastDot = id.lastIndexOf('.');
  return id.slice(0, lastDot) === `area_${zoneCode}` && !zoneAreas.includes(id.slice(lastDot + 1));
}

/** DESIGN 2.2.5. */
export function isGrandfathered(entry: Entry, facts: CompletedFacts): boolean {
  if (entry.exemptIfApprovedBefore == null) return false;
  const approvedOn = facts.earlierApproval as Day | null;
  return approvedOn !== null && approvedOn < entry.exemptIfApprovedBefore;
}

const isValidOn = (entry: Entry, day: Day): boolean =>
  (entry.validFrom == null || entry.validFrom <= day) && (entry.validTo == null || day <= entry.validTo);

function exceptionHolds(
  exception: Exception,
  discretion: Discretion,
  facts: CompletedFacts,
  reading: Reading,
): boolean {
  if (discretion === 'DENIED') return false;
  return !exception.when || holds(exception.when, facts, reading);
}

/** The table of DESIGN 2.4, for a full set of facts. */
function effectOf(entry: Entry, requirements: readonly (boolean | null)[]): Effect {
  const barred = entry.force === 'MANDATORY' ? 'REFUSE' : 'REVIEW';
  if (entry.measure === 'PROHIBITED' || requirements.includes(false)) return barred;
  const asksForEvidence = entry.requirements.some(({ when, evidence }) => !when || evidence);
  return asksForEvidence ? 'CONDITION' : 'NONE';
}
