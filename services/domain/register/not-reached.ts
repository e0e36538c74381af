import type { Entry } from '../catalog/entry.ts';
import { areaId, parseId, zoneId } from '../ids.ts';
import { sayFrom } from '../messages/sentences.ts';
import type { Locale } from '../values/text.ts';
import type { Day } from '../vocabulary.ts';
import type { JurisdictionRecord } from './jurisdiction.ts';

/** Entries of one version that list the places in which they apply, and do not list one of a zone. */
export interface NotReached {
  /** Id of the zone, or of an area of it where other areas are listed. */
  readonly place: string;
  /** Key of the catalog. */
  readonly catalog: string;
  readonly number: number;
  /** Their codes, in order. */
  readonly entries: readonly string[];
  /** The same as texts name them. */
  readonly named: readonly string[];
}

/**
 * The places of a zone that entries do not reach because their territory is a list that was made without them.
 *
 * @param lineage the zone and its ancestors on the day
 * @param from entries that end before it count no more
 */
export function notReached(
  entries: readonly Entry[],
  lineage: readonly JurisdictionRecord[],
  from: Day,
): ReadonlyMap<string, readonly Entry[]> {
  const ids = new Set(lineage.map(({ id }) => id));
  const zone = lineage.at(-1)!;
  const areas = zone.zone!.areas.map(({ key }) => areaId(zone.code, key));
  const found = new Map<string, Entry[]>();
  for (const entry of entries) {
    const { validTo } = entry;
    const { include } = entry.territory;
    if (include.length === 0 || (validTo != null && validTo < from)) continue;
    if (include.some((id) => ids.has(id))) continue;
    const places = include.some((id) => isAreaOf(id, zone))
      ? areas.filter((id) => !include.includes(id))
      : [zone.id];
    for (const place of places) found.set(place, [...(found.get(place) ?? []), entry]);
  }
  return found;
}

function isAreaOf(id: string, zone: JurisdictionRecord): boolean {
  const place = parseId(id);
  return place?.kind === 'area' && zoneId(place.zoneCode) === zone.id;
}

export const notReachedText = (told: NotReached, locale: Locale): string =>
  sayFrom(SENTENCES)(locale)('NOT_REACHED', { ...told });

const SENTENCES = {
  NOT_REACHED: {
    zh: '目录“{catalog}”第 {number} 版的条目 {named} 逐一列举适用区域，其中没有 {place}，因此不适用于该处。如应适用，请修订目录；“除……外一律适用”的，请用 territory.except 填写。',
    en: 'Entries {named} of version {number} of catalog "{catalog}" list the places in which they apply, and {place} is not among them: they do not apply there. If they should, revise the catalog; "everywhere but" is entered with territory.except.',
  },
} as const;
