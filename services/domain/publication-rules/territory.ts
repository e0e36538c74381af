import { parseId, zoneId } from '../ids.ts';
import type { Register } from '../register/register.ts';
import { jurisdictionOn, lineageOn } from '../register/register.ts';
import type { Day } from '../vocabulary.ts';
import type { PublicationRule } from './rule.ts';

export const TERRITORY_LIES_BELOW: PublicationRule = {
  code: 'PR-22',
  severity: 'ERROR',
  sentence: {
    zh: '适用区域均为目录所属管辖区域的下级区域或片区。',
    en: 'The territory of an entry lies below the jurisdiction of the catalog.',
  },
  *violations({ catalog, content, effectiveFrom, register }) {
    for (const { code: entry, territory } of content.entries)
      for (const [field, places] of Object.entries(territory))
        for (const value of places)
          if (!liesBelow(register, catalog.jurisdiction, value, effectiveFrom))
            yield { entry, field: `territory.${field}`, value };
  },
};

export const TERRITORY_IS_OPEN: PublicationRule = {
  code: 'PR-35',
  // Nobody can come to it, so that what the entry is meant to say of a place that took over is said nowhere.
  severity: 'WARNING',
  sentence: {
    zh: '适用区域和除外区域在版本施行之日均未关闭。',
    en: 'No place that the territory of an entry names is closed on the day on which the version takes effect.',
  },
  *violations({ content, effectiveFrom, register }) {
    for (const { code: entry, territory } of content.entries)
      for (const [field, places] of Object.entries(territory))
        for (const value of places) {
          const place = parseId(value);
          const id = place?.kind === 'area' ? zoneId(place.zoneCode) : value;
          if (jurisdictionOn(register, id, effectiveFrom)?.closed)
            yield { entry, field: `territory.${field}`, value };
        }
  },
};

/** Whether a place lies below a jurisdiction on a day, as far as the register goes. */
export function liesBelow(register: Register, above: string, id: string, day: Day): boolean {
  const place = parseId(id);
  if (place?.kind !== 'area') return id !== above && idsOf(register, id, day).includes(above);
  const lineage = lineageOn(register, zoneId(place.zoneCode), day) ?? [];
  return (
    lineage.some(({ id }) => id === above) && lineage.at(-1)!.zone!.areas.some(({ key }) => key === place.key)
  );
}

const idsOf = (register: Register, id: string, day: Day): readonly string[] =>
  (lineageOn(register, id, day) ?? []).map((record) => record.id);
