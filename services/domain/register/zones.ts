import type { Text } from '../values/text.ts';
import type { Day, RiskGrade, ZoneKind, ZoneLevel } from '../vocabulary.ts';
import type { JurisdictionRecord } from './jurisdiction.ts';
import type { Register } from './register.ts';
import { jurisdictionOn, lineageOn } from './register.ts';

/** Which zones; all that is given must hold, unset and null mean any. */
export interface ZoneFilter {
  readonly kind?: ZoneKind | null;
  readonly zoneLevel?: ZoneLevel | null;
  readonly riskGrade?: RiskGrade | null;
  /** Id of a region or zone that it lies in, at whatever depth. */
  readonly region?: string | null;
  readonly suspended?: boolean | null;
  /** Those closed on the day instead of those that are not. */
  readonly closed?: boolean | null;
}

/**
 * The zones of a day that pass a filter, by code.
 *
 * @param named whether a name and code are among those searched for
 */
export function zonesOn(
  register: Register,
  day: Day,
  filter: ZoneFilter,
  named: (name: Text, code: string) => boolean = () => true,
): readonly JurisdictionRecord[] {
  return [...register.jurisdictions.keys()]
    .flatMap((id) => jurisdictionOn(register, id, day) ?? [])
    .filter(
      (record) =>
        zonePasses(record, filter, (region) => liesIn(register, record.id, region, day)) &&
        named(record.name, record.code),
    )
    .sort((a, b) => (a.code < b.code ? -1 : 1));
}

/**
 * The regions of a day, closed or not, by code.
 *
 * @param named whether a name and code are among those searched for
 */
export const regionsOn = (
  register: Register,
  day: Day,
  named: (name: Text, code: string) => boolean,
): readonly JurisdictionRecord[] =>
  [...register.jurisdictions.keys()]
    .flatMap((id) => jurisdictionOn(register, id, day) ?? [])
    .filter(({ level, name, code }) => level !== 'ZONE' && named(name, code))
    .sort((a, b) => (a.code < b.code ? -1 : 1));

/** @param liesIn whether it lies in a region or zone of that id */
export function zonePasses(
  { level, zone, closed = false }: JurisdictionRecord,
  filter: ZoneFilter,
  liesIn: (region: string) => boolean,
): boolean {
  return (
    level === 'ZONE' &&
    closed === (filter.closed ?? false) &&
    (filter.kind == null || zone?.kind === filter.kind) &&
    (filter.zoneLevel == null || zone?.zoneLevel === filter.zoneLevel) &&
    (filter.riskGrade == null || zone?.riskGrade === filter.riskGrade) &&
    (filter.suspended == null || zone?.suspended === filter.suspended) &&
    (filter.region == null || liesIn(filter.region))
  );
}

const liesIn = (register: Register, id: string, region: string, day: Day): boolean =>
  id !== region && (lineageOn(register, id, day) ?? []).some((record) => record.id === region);
