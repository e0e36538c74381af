import type { Day } from './condition.ts';
import type { JurisdictionLevel, JurisdictionRecord } from './jurisdiction.ts';
import { JURISDICTION_LEVELS } from './jurisdiction.ts';
import { Refusal } from './refusal.ts';
import type { Register } from './register.ts';
import { lineageOn } from './register.ts';

/**
 * Checks that a record of a jurisdiction, new or changed, can join the register.
 *
 * INVARIANT: the records of one id begin in the order in which they were appended, at one level, and whoever is in
 * the register has a whole lineage from then on.
 *
 * @throws Refusal LEVEL_FIXED, RECORD_OUT_OF_ORDER, UNKNOWN_JURISDICTION, LEVEL_ORDER, LINEAGE_BROKEN
 */
export function checkRegistration(register: Register, record: JurisdictionRecord): void {
  const { id, level, effectiveFrom } = record;
  const last = register.jurisdictions.get(id)?.at(-1);
  if (last && last.level !== level)
    throw new Refusal('LEVEL_FIXED', { value: id, level: last.level }, ['level']);
  if (last && effectiveFrom < last.effectiveFrom)
    throw new Refusal('RECORD_OUT_OF_ORDER', { value: id, last: last.effectiveFrom, effectiveFrom }, [
      'effectiveFrom',
    ]);
  if (record.parent === null) return;
  const parent = parentOf(register, record.parent, effectiveFrom);
  if (!mayLieIn(level, parent.level))
    throw new Refusal('LEVEL_ORDER', { value: id, level, parent: parent.id, parentLevel: parent.level }, [
      'parent',
    ]);
  const broken = firstBrokenDay(withRecord(register, record), id, effectiveFrom);
  if (broken) throw new Refusal('LINEAGE_BROKEN', { value: id, on: broken }, ['parent']);
}

/** The jurisdiction that a record names as its parent. @throws Refusal UNKNOWN_JURISDICTION */
export function parentOf(register: Register, id: string, day: Day): JurisdictionRecord {
  const parent = lineageOn(register, id, day)?.at(-1);
  if (!parent || parent.closed) throw new Refusal('UNKNOWN_JURISDICTION', { value: id, on: day }, ['parent']);
  return parent;
}

/** Levels may be skipped but never turn round; only zones lie in their like (一区多园). */
const mayLieIn = (level: JurisdictionLevel, parent: JurisdictionLevel): boolean =>
  JURISDICTION_LEVELS.indexOf(level) > JURISDICTION_LEVELS.indexOf(parent) ||
  (level === 'ZONE' && parent === 'ZONE');

function withRecord(register: Register, record: JurisdictionRecord): Register {
  const records = [...(register.jurisdictions.get(record.id) ?? []), record];
  return { ...register, jurisdictions: new Map(register.jurisdictions).set(record.id, records) };
}

/** Records that begin later may move a parent into its own child, so every day on which something changes is asked. */
function firstBrokenDay(register: Register, id: string, from: Day): Day | undefined {
  const days = new Set([from]);
  for (const records of register.jurisdictions.values())
    for (const { effectiveFrom } of records) if (effectiveFrom > from) days.add(effectiveFrom);
  return [...days].sort().find((day) => !lineageOn(register, id, day));
}
