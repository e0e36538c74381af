import type { JurisdictionRecord } from '../../services/domain/register/jurisdiction.ts';
import { timelineOf } from '../../services/domain/register/jurisdiction.ts';
import { dayBefore } from '../../services/domain/values/day.ts';
import type { Day } from '../../services/domain/vocabulary.ts';
import type { Context } from '../context.ts';
import type { JurisdictionModel } from '../models.ts';

/** The records of a jurisdiction that count, newest first, each with all around it as of its first day. */
export async function recordsOf(
  { id }: JurisdictionRecord,
  context: Context,
): Promise<readonly JurisdictionModel[]> {
  const timeline = await knownTimeline(id, context);
  return timeline.map((record) => ({ ...record, on: record.effectiveFrom })).reverse();
}

/** The last day on which a record counts; null where none follows it. */
export async function lastDayOf(
  { id, effectiveFrom }: JurisdictionRecord,
  context: Context,
): Promise<Day | null> {
  const next = (await knownTimeline(id, context)).find((record) => record.effectiveFrom > effectiveFrom);
  return next ? dayBefore(next.effectiveFrom) : null;
}

async function knownTimeline(id: string, { reads }: Context): Promise<readonly JurisdictionRecord[]> {
  return timelineOf((await reads.register()).jurisdictions.get(id) ?? []);
}
