import { Refusal } from '../messages/refusal.ts';
import type { Day, JurisdictionLevel } from '../vocabulary.ts';
import { JURISDICTION_LEVELS } from '../vocabulary.ts';
import type { JurisdictionRecord } from './jurisdiction.ts';
import { gradeFits, timelineOf } from './jurisdiction.ts';
import type { Register } from './register.ts';
import { jurisdictionOn, lineageOn, withRecords } from './register.ts';
import { checkTree } from './register-tree.ts';

/**
 * Checks that a record of a jurisdiction, new or changed, can join the register.
 *
 * INVARIANT: the records of one id are of one level, and no two ids differ in case alone: a first record takes one person,
 * who could enter a zone that looks like another. A whole record says nothing of what was to change later, so it
 * begins no earlier than the last; a change from an earlier day goes through `changedRecords`. What lies in another
 * never becomes a root.
 *
 * @throws Refusal CODE_LOOKS_TAKEN, LEVEL_FIXED, RECORD_OUT_OF_ORDER, REQUIRED (the parent), UNKNOWN_JURISDICTION,
 * LEVEL_ORDER, and of `checkTree`
 */
export function checkRegistration(register: Register, record: JurisdictionRecord): void {
  const { id, level, effectiveFrom } = record;
  // Not the last that was entered: a change may begin before what was registered for later.
  const last = timelineOf(register.jurisdictions.get(id) ?? []).at(-1);
  const alike = last ? undefined : [...register.jurisdictions.keys()].find((other) => lookAlike(other, id));
  if (alike !== undefined) throw new Refusal('CODE_LOOKS_TAKEN', { value: id, other: alike }, ['code']);
  if (last && last.level !== level)
    throw new Refusal('LEVEL_FIXED', { value: id, level: last.level }, ['level']);
  if (last && effectiveFrom < last.effectiveFrom)
    throw new Refusal('RECORD_OUT_OF_ORDER', { value: id, last: last.effectiveFrom, effectiveFrom }, [
      'effectiveFrom',
    ]);
  // A whole record that leaves its parent out would leave all catalogs above, and mostly by an oversight.
  if (record.parent === null && jurisdictionOn(register, id, effectiveFrom)?.parent)
    throw new Refusal('REQUIRED', { field: 'parent' }, ['parent']);
  checkParent(register, record);
  checkTree(withRecords(register, [record]), id, effectiveFrom);
}

const lookAlike = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase();

/**
 * Checks that the records that a change adds can join the register.
 *
 * @param records of one jurisdiction, earliest first; at least one
 * @throws Refusal RISK_GRADE_NOT_FITTING, UNKNOWN_JURISDICTION, LEVEL_ORDER, and of `checkTree`
 */
export function checkChange(register: Register, records: readonly JurisdictionRecord[]): void {
  const [first] = records;
  for (const { zone } of records)
    if (zone && !gradeFits(zone.kind, zone.riskGrade))
      throw new Refusal('RISK_GRADE_NOT_FITTING', { value: zone.riskGrade, kind: zone.kind }, ['riskGrade']);
  checkParent(register, first!);
  checkTree(withRecords(register, records), first!.id, first!.effectiveFrom);
}

/**
 * Checks that the parent of a record is there on its first day, and of a level above.
 *
 * @throws Refusal UNKNOWN_JURISDICTION, LEVEL_ORDER
 */
function checkParent(register: Register, record: JurisdictionRecord): void {
  if (record.parent === null) return;
  const { id, level } = record;
  const parent = parentOf(register, record.parent, record.effectiveFrom);
  if (!mayLieIn(level, parent.level))
    throw new Refusal('LEVEL_ORDER', { value: id, level, parent: parent.id, parentLevel: parent.level }, [
      'parent',
    ]);
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
