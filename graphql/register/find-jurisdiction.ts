import type { JurisdictionRecord } from '../../services/domain/jurisdiction.ts';
import type { Context } from '../context.ts';

/** The jurisdiction of an id; null where the register has none. */
export async function findJurisdiction(id: string, context: Context): Promise<JurisdictionRecord | null> {
  return (await context.reads.jurisdiction(id)) ?? null;
}

/** The same, where something that was recorded names it. */
export async function namedJurisdiction(id: string, context: Context): Promise<JurisdictionRecord> {
  const record = await context.reads.jurisdiction(id);
  if (!record) throw new Error(`the register has no jurisdiction ${id}`);
  return record;
}
