import { zonesOn } from '../../services/domain/register/zones.ts';
import type { Day } from '../../services/domain/vocabulary.ts';
import { type Connection, connectionOf, type PageArguments } from '../connection.ts';
import type { Context } from '../context.ts';
import type { ZoneFilter } from '../generated/types.ts';
import type { JurisdictionModel } from '../models.ts';

/**
 * A page of the zones that pass a filter, by code.
 *
 * @param on the day as of which they are asked for; today without one
 */
export async function zoneConnection(
  { text, ...filter }: ZoneFilter,
  on: Day | null,
  page: PageArguments,
  query: readonly unknown[],
  { reads, deps, today }: Context,
): Promise<Connection<JurisdictionModel> & { readonly totalCount: number }> {
  const named = deps.reference.search.named(text ?? '');
  const zones = zonesOn(await reads.register(), on ?? today, filter, named);
  const shown = on === null ? zones : zones.map((zone) => ({ ...zone, on }));
  return connectionOf(
    shown,
    page,
    query,
    ({ code }) => code,
    (code, other) => code > other,
  );
}
