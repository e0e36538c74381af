import { recordOn } from '../../services/domain/jurisdiction.ts';
import type { Text } from '../../services/domain/text.ts';
import type { Context } from '../context.ts';

/** What places are called today, by their ids; one that the register does not have stands for itself. */
export async function placesKnown({ reads, today }: Context): Promise<(id: string) => Text> {
  const { jurisdictions } = await reads.register();
  return (id) => {
    const records = jurisdictions.get(id) ?? [];
    return (recordOn(records, today) ?? records[0])?.name ?? { zh: id, en: id };
  };
}
