import type { Classification } from '../facts/industry.ts';
import type { JurisdictionRecord } from '../register/jurisdiction.ts';
import type { Register } from '../register/register.ts';
import type { Day } from '../vocabulary.ts';
import type { Comparison } from './comparison.ts';
import type { Tendency } from './entry-tendency.ts';
import type { ImpactedDate } from './impacted-dates.ts';
import { impactedDates } from './impacted-dates.ts';
import type { ImpactedIndustries } from './impacted-industries.ts';
import { impactedIndustries } from './impacted-industries.ts';
import { impactedZones } from './impacted-zones.ts';

/** What a version means in practice (修订说明): when, where, for which industries, stricter or looser. */
export interface ReleaseNotes {
  readonly comparison: Comparison;
  /** Null while it is not published. */
  readonly period: Period | null;
  readonly dates: readonly ImpactedDate[];
  readonly zones: readonly JurisdictionRecord[];
  readonly industries: ImpactedIndustries;
  /** How many entries have which tendency. */
  readonly counts: Readonly<Record<Tendency, number>>;
}
export interface Period {
  readonly effectiveFrom: Day;
  /** The last day, inclusive; null for no end. */
  readonly effectiveTo: Day | null;
}

/** What release notes are based on besides the comparison. */
interface ReleaseBasis {
  readonly register: Register;
  readonly classification: Classification;
  /** Id of the jurisdiction whose instrument the catalog is. */
  readonly jurisdiction: string;
  readonly period: Period | null;
  /** The day for which zones are listed if there is no period. */
  readonly today: Day;
}

export function releaseNotesOf(
  comparison: Comparison,
  { register, classification, jurisdiction, period, today }: ReleaseBasis,
): ReleaseNotes {
  const { entries, touched } = comparison;
  const on = period?.effectiveFrom ?? today;
  const counts = { STRICTER: 0, LOOSER: 0, SAME: 0, CHANGED: 0 };
  for (const { tendency } of entries) counts[tendency]++;
  return {
    comparison,
    period,
    dates: impactedDates(entries),
    zones: impactedZones(register, jurisdiction, touched, on),
    industries: impactedIndustries(touched, classification),
    counts,
  };
}
