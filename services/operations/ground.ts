import type { Day } from '../domain/condition.ts';
import type { Ground } from '../domain/ground.ts';
import type { Deps } from './deps.ts';
import type { Consistency } from './read.ts';

/**
 * What an assessment in a zone rests on: its lineage on the day, and every catalog of that lineage.
 *
 * @param zone id of the zone
 * @throws Refusal UNKNOWN_ZONE, ZONE_CLOSED, INVALID_DATE
 */
export async function groundOf(
  _deps: Deps,
  _zone: string,
  _on: Day,
  _options: Consistency = {},
): Promise<Ground> {
  throw new Error('under construction');
}
