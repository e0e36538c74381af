import type { Day } from '../../services/domain/vocabulary.ts';
import { basisOf } from '../../services/operations/decisions/assessment-basis.ts';
import type { Context } from '../context.ts';
import type { VersionModel } from '../models.ts';

/**
 * The versions in force in a zone on a day, its own and inherited, country first.
 *
 * @throws Refusal UNKNOWN_ZONE, ZONE_CLOSED: a zone that does not exist that day has no catalogs, which is not to be
 * read as "nothing is forbidden"
 */
export async function versionsInForce(
  zone: string,
  on: Day,
  context: Context,
): Promise<readonly VersionModel[]> {
  const basis = await basisOf(context.deps, zone, on);
  return basis.catalogs.flatMap(({ identity, inForce }) =>
    inForce ? [{ catalog: identity.key, number: inForce.number }] : [],
  );
}
