import { parseId, zoneId } from '../ids.ts';
import { recordOn } from '../register/jurisdiction.ts';
import type { Register } from '../register/register.ts';
import type { Text } from '../values/text.ts';
import type { Day } from '../vocabulary.ts';

/** The names of jurisdictions and areas by id, as on a day or, for what begins later, as they begin. */
export function placeNames(register: Register, on: Day): (id: string) => Text {
  const recordOf = (id: string) => {
    const records = register.jurisdictions.get(id) ?? [];
    return recordOn(records, on) ?? records[0];
  };
  return (id) => {
    const place = parseId(id);
    if (place?.kind !== 'area') return recordOf(id)?.name ?? { zh: id };
    const zone = recordOf(zoneId(place.zoneCode));
    const name = zone?.zone?.areas.find(({ key }) => key === place.key)?.name;
    if (!zone || !name) return { zh: id };
    return {
      zh: `${zone.name.zh}${name.zh}`,
      en: `${name.en ?? name.zh}, ${zone.name.en ?? zone.name.zh}`,
    };
  };
}
