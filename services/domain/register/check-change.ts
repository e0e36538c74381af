import { Refusal } from '../messages/refusal.ts';
import type { JurisdictionRecord } from './jurisdiction.ts';
import { gradeFits } from './jurisdiction.ts';
import type { Register } from './register.ts';
import { withRecords } from './register.ts';
import { checkTree } from './register-tree.ts';
import { checkParent } from './registration.ts';

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
