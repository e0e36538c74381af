import type { Proposal } from '../access/proposal.ts';
import { hashOf } from '../values/canonical.ts';
import type { JurisdictionRecord } from './jurisdiction.ts';
import type { Register } from './register.ts';
import { everAbove, withRecords } from './register.ts';

/** What of the register one proposes and another confirms (ADR 0011): records of one jurisdiction, earliest first. */
export interface RegisterAct {
  readonly records: readonly JurisdictionRecord[];
  /** That entries which name what is lost are known. */
  readonly acknowledgeLostTerritory: boolean;
}
export type RegisterProposal = Proposal<RegisterAct>;

/** What a proposal rests on: the records of its jurisdiction, and of all that this has ever lain in or will. */
export function basisOf(register: Register, { records }: RegisterAct): string {
  const { id } = records[0]!;
  const lineage = [...everAbove(withRecords(register, records), id)].sort();
  return hashOf(lineage.map((each) => [each, ...(register.jurisdictions.get(each) ?? [])]));
}
