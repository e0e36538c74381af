import type { CatalogContent } from '../../services/domain/catalog/catalog.ts';
import type { Day } from '../../services/domain/vocabulary.ts';
import { basisOf } from '../../services/operations/decisions/assessment-basis.ts';
import type { Context } from '../context.ts';
import type { VersionModel } from '../models.ts';

/**
 * The versions in force in a zone on a day with what they say, country first (DESIGN 2.1).
 *
 * @throws Refusal UNKNOWN_ZONE, ZONE_CLOSED: a zone that does not exist that day has no catalogs, which is not to be
 * read as "nothing is forbidden"
 */
export async function catalogsInForce(
  zone: string,
  on: Day,
  { deps }: Context,
): Promise<readonly { readonly version: VersionModel; readonly content: CatalogContent }[]> {
  const { catalogs } = await basisOf(deps, zone, on);
  return catalogs.flatMap(({ identity, inForce }) =>
    inForce ? [{ version: { catalog: identity.key, number: inForce.number }, content: inForce.content }] : [],
  );
}
