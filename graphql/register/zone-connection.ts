import type { JurisdictionRecord } from '../../services/domain/register/jurisdiction.ts';
import { regionsOn, zonesOn } from '../../services/domain/register/zones.ts';
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
  return byCode(zonesOn(await reads.register(), on ?? today, filter, named), on, page, query);
}

/** The same of the regions. */
export async function regionConnection(
  text: string | null,
  on: Day | null,
  page: PageArguments,
  query: readonly unknown[],
  { reads, deps, today }: Context,
): Promise<Connection<JurisdictionModel> & { readonly totalCount: number }> {
  const named = deps.reference.search.named(text ?? '');
  return byCode(regionsOn(await reads.register(), on ?? today, named), on, page, query);
}

function byCode(
  records: readonly JurisdictionRecord[],
  on: Day | null,
  page: PageArguments,
  query: readonly unknown[],
) {
  const shown = on === null ? records : records.map((record) => ({ ...record, on }));
  return connectionOf(
    shown,
    page,
    query,
    ({ code }) => code,
    (code, other) => code > other,
  );
}
