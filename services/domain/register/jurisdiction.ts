import type { ZoneFactKey } from '../facts/dictionary.ts';
import type { DeclaredFact } from '../facts/fact.ts';
import type { Text } from '../values/text.ts';
import type { Day, JurisdictionLevel, RiskGrade, ZoneKind, ZoneLevel } from '../vocabulary.ts';

/** A jurisdiction (管辖区域) as it is from `effectiveFrom` on, until the next record of the same id. */
export interface JurisdictionRecord {
  /** `region_<code>` or `zone_<code>`. */
  readonly id: string;
  readonly code: string;
  readonly level: JurisdictionLevel;
  readonly name: Text;
  /** Id of the jurisdiction it lies in; null for a root. */
  readonly parent: string | null;
  readonly effectiveFrom: Day;
  /** Set where the record says that the jurisdiction no longer exists from this day on. */
  readonly closed?: boolean;
  /** Present exactly for level ZONE. */
  readonly zone?: ZoneFacts;
}
export interface ZoneFacts {
  readonly kind: ZoneKind;
  readonly zoneLevel: ZoneLevel;
  readonly riskGrade: RiskGrade;
  /** Industry keys of the zone's positioning (产业定位). */
  readonly positioning: readonly string[];
  /** Areas (片区) that partition the zone. */
  readonly areas: readonly Area[];
  readonly suspended: boolean;
  /** Values of ZONE facts that catalogs define. */
  readonly facts: readonly DeclaredFact[];
}
export interface Area {
  readonly key: string;
  readonly name: Text;
}

/** The built-in facts of the zone that a lineage ends with. */
export function builtInZoneFacts(lineage: readonly JurisdictionRecord[]) {
  const zone = lineage.at(-1)!.zone!;
  return {
    'zone.kind': zone.kind,
    'zone.level': zone.zoneLevel,
    'zone.riskGrade': zone.riskGrade,
    'zone.positioning': zone.positioning,
    'zone.suspended': isSuspended(lineage),
  } satisfies Readonly<Record<ZoneFactKey, string | boolean | readonly string[]>>;
}

/** Chemical parks (化工园区) alone have a risk grade. */
export const gradeFits = (kind: ZoneKind, grade: RiskGrade): boolean =>
  (grade === 'NONE') !== (kind === 'CHEMICAL_PARK');

/** The grade of a zone of which nothing else is said. */
export const usualGrade = (kind: ZoneKind): RiskGrade => (kind === 'CHEMICAL_PARK' ? 'UNRATED' : 'NONE');

/** Whether approval is suspended in a zone: in itself, or in a zone that it lies in (DESIGN 2.1). */
const isSuspended = (lineage: readonly JurisdictionRecord[]): boolean =>
  lineage.some(({ zone }) => zone?.suspended === true);

/** The record of a jurisdiction that counts on a day: the latest that began by then; a later-appended one wins a tie. */
export function recordOn(records: readonly JurisdictionRecord[], day: Day): JurisdictionRecord | undefined {
  let found: JurisdictionRecord | undefined;
  for (const record of records) {
    if (record.effectiveFrom <= day && (!found || record.effectiveFrom >= found.effectiveFrom))
      found = record;
  }
  return found;
}

/** The records that count, one for each day on which something begins, earliest first. */
export function timelineOf(records: readonly JurisdictionRecord[]): readonly JurisdictionRecord[] {
  const byDay = new Map(records.map((record) => [record.effectiveFrom, record]));
  return [...byDay.values()].sort((a, b) => (a.effectiveFrom < b.effectiveFrom ? -1 : 1));
}
