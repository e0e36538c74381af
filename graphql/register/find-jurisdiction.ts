import { jurisdictionOn } from '../../services/domain/register/register.ts';
import type { Day } from '../../services/domain/vocabulary.ts';
import type { Context } from '../context.ts';
import type { JurisdictionModel } from '../models.ts';

/**
 * The jurisdiction of an id; null where the register has none.
 *
 * @param on the day as of which it is asked for; without one as it stands today, or as it will begin
 */
export async function findJurisdiction(
  id: string,
  { reads }: Context,
  on?: Day | null,
): Promise<JurisdictionModel | null> {
  if (on == null) return (await reads.jurisdiction(id)) ?? null;
  const record = jurisdictionOn(await reads.register(), id, on);
  return record ? { ...record, on } : null;
}

/** The same, where something that was recorded names it. */
export async function namedJurisdiction(id: string, context: Context): Promise<JurisdictionModel> {
  const record = await context.reads.jurisdiction(id);
  if (!record) throw new Error(`the register has no jurisdiction ${id}`);
  return record;
}
