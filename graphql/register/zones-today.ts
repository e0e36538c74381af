import type { JurisdictionRecord } from '../../services/domain/jurisdiction.ts';
import { jurisdictionOn, lineageOn, type Register } from '../../services/domain/register.ts';
import type { Context } from '../context.ts';
import type { ZoneFilter } from '../generated/types.ts';

/** The zones that exist today and pass the filter, by code. */
export async function zonesToday(
  filter: ZoneFilter,
  context: Context,
): Promise<readonly JurisdictionRecord[]> {
  const register = await context.reads.register();
  return [...register.jurisdictions.keys()]
    .flatMap((id) => jurisdictionOn(register, id, context.today) ?? [])
    .filter(
      (record) => record.level === 'ZONE' && !record.closed && passes(record, filter, register, context),
    )
    .sort((a, b) => (a.code < b.code ? -1 : 1));
}

function passes(
  { id, code, name, zone }: JurisdictionRecord,
  filter: ZoneFilter,
  register: Register,
  { today }: Context,
): boolean {
  const text = filter.text?.trim().toLowerCase();
  return (
    (filter.kind == null || zone?.kind === filter.kind) &&
    (filter.zoneLevel == null || zone?.zoneLevel === filter.zoneLevel) &&
    (filter.riskGrade == null || zone?.riskGrade === filter.riskGrade) &&
    (filter.region == null || liesIn(register, id, filter.region, today)) &&
    (!text || [code, name.zh, name.en ?? ''].some((words) => words.toLowerCase().includes(text)))
  );
}

const liesIn = (register: Register, id: string, region: string, today: string): boolean =>
  id !== region && (lineageOn(register, id, today) ?? []).some((record) => record.id === region);
