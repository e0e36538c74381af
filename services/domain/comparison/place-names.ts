import { zoneId } from '../ids.ts';
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
    const area = /^area_(.+)\.([^.]+)$/.exec(id);
    if (!area) return recordOf(id)?.name ?? { zh: id };
    const zone = recordOf(zoneId(area[1]!));
    const name = zone?.zone?.areas.find(({ key }) => key === area[2])?.name;
    if (!zone || !name) return { zh: id };
    return {
      zh: `${zone.name.zh}${name.zh}`,
      en: `${name.en ?? name.zh}, ${zone.name.en ?? zone.name.zh}`,
    };
  };
}
