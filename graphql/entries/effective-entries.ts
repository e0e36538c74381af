import type { Day } from '../../services/domain/vocabulary.ts';
import { basisOf } from '../../services/operations/decisions/assessment-basis.ts';
import type { Context } from '../context.ts';
import { entriesOf } from './entries-of.ts';
import type { PlacedEntry } from './entry-connection.ts';

/** The entries of all versions in force in a zone on a day, country first: the effective catalog (DESIGN 2.1). */
export async function effectiveEntries(
  zone: string,
  on: Day,
  context: Context,
): Promise<readonly PlacedEntry[]> {
  const basis = await basisOf(context.deps, zone, on);
  return basis.catalogs.flatMap(({ identity: { key }, inForce }) =>
    inForce ? entriesOf(key, { catalog: key, number: inForce.number }, inForce.content) : [],
  );
}
