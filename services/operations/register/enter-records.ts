import type { Step } from '../../domain/access/proposal.ts';
import { lastDayFor, refuseProposed } from '../../domain/access/proposal.ts';
import type { DeclaredFact } from '../../domain/facts/fact.ts';
import type { JurisdictionRecord } from '../../domain/register/jurisdiction.ts';
import { recordOn } from '../../domain/register/jurisdiction.ts';
import type { Register } from '../../domain/register/register.ts';
import { withRecords } from '../../domain/register/register.ts';
import type { RegisterAct, RegisterProposal } from '../../domain/register/register-act.ts';
import { basisOf } from '../../domain/register/register-act.ts';
import { recordItems } from '../../domain/register/register-change.ts';
import { takesTwoPersons } from '../../domain/register/two-persons.ts';
import { dayOf } from '../../domain/values/day.ts';
import type { StoredRegister } from '../../store/register.ts';
import { revisionOf } from '../append.ts';
import type { Deps } from '../deps.ts';
import { refuseLostTerritory } from './lost-territory.ts';
import { checkStatedFacts } from './stated-zone-facts.ts';

/** What came of a change of the register: done, or proposed for another person to confirm (ADR 0011). */
export type Entered =
  | { readonly record: JurisdictionRecord; readonly proposal: null }
  | { readonly record: null; readonly proposal: RegisterProposal };

interface Entering extends Pick<Step, 'by' | 'reason'> {
  /** As the history shows it. */
  readonly action: string;
  /** Facts of the zone, in the places in which they were given. */
  readonly facts: readonly DeclaredFact[];
}

/**
 * Enters records of one jurisdiction that can join the register, or proposes them where that takes two persons.
 *
 * @param records earliest first
 * @throws Refusal ALREADY_PROPOSED
 * @throws Refusals of `checkEntries`
 */
export async function enterRecords(
  deps: Deps,
  { head, register, proposals }: StoredRegister,
  act: RegisterAct,
  { by, action, reason, facts }: Entering,
): Promise<Entered> {
  await checkEntries(deps, register, act, facts);
  const { records } = act;
  const record = records[0]!;
  const now = deps.clock();
  const today = dayOf(now);
  if (!takesTwoPersons(recordItems(records, register.jurisdictions), today)) {
    await deps.store.appendToRegister(head, revisionOf(deps, by, action, reason), { jurisdictions: records });
    return { record, proposal: null };
  }
  const basis = basisOf(register, act);
  refuseProposed(proposals, act, basis, today);
  const { effectiveFrom } = record;
  const proposal: RegisterProposal = {
    number: (head?.seq ?? 0) + 1,
    act,
    basis,
    effectiveFrom,
    lastDay: lastDayFor(effectiveFrom, today),
    by,
    at: now.toISOString(),
    reason,
  };
  await deps.store.appendToRegister(head, revisionOf(deps, by, 'PROPOSE', reason), {
    proposal: { kind: 'PROPOSED', proposal },
  });
  return { record: null, proposal };
}

/**
 * Checks that records say of a zone what catalogs define, and take from none what its entries name.
 *
 * @throws Refusals of `checkStatedFacts` and `refuseLostTerritory`
 */
export async function checkEntries(
  deps: Deps,
  register: Register,
  { records, acknowledgeLostTerritory }: RegisterAct,
  facts: readonly DeclaredFact[],
): Promise<void> {
  const first = records[0]!;
  const before = recordOn(register.jurisdictions.get(first.id) ?? [], first.effectiveFrom)?.zone?.facts;
  await checkStatedFacts(deps, withRecords(register, records), first, facts, before);
  if (!acknowledgeLostTerritory) await refuseLostTerritory(deps, register, records);
}
