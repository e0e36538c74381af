import type { Actor } from '../../domain/access/access.ts';
import { refuseOwn, refuseUnlessOpen } from '../../domain/access/proposal.ts';
import { Refusal } from '../../domain/messages/refusal.ts';
import type { JurisdictionRecord } from '../../domain/register/jurisdiction.ts';
import { jurisdictionOn } from '../../domain/register/register.ts';
import type { RegisterProposal } from '../../domain/register/register-act.ts';
import { basisOf } from '../../domain/register/register-act.ts';
import { checkChange } from '../../domain/register/registration.ts';
import { dayOf } from '../../domain/values/day.ts';
import type { StoredRegister } from '../../store/register.ts';
import { revisionOf, untilAppended } from '../append.ts';
import type { Deps } from '../deps.ts';
import { isRegistrar, seesStep } from '../history/register-visibility.ts';
import { loadRegister } from '../read.ts';
import { checkEntries } from './enter-records.ts';
import { registrar } from './registrar.ts';

/** A proposal about the register, by its id and its number there. */
interface OfRegister {
  readonly proposal: string;
  readonly number: number;
  readonly reason: string;
}

/** The proposals about the register that an actor may see: those that concern nothing but places where they keep it. */
export const proposalsSeen = (
  deps: Deps,
  actor: Actor | null,
  { register, proposals }: StoredRegister,
): readonly RegisterProposal[] =>
  isRegistrar(actor)
    ? proposals.filter(({ act }) => seesStep(deps, actor, register, { jurisdictions: act.records }))
    : [];

/**
 * Enters what was proposed, by another person than proposed it.
 *
 * @throws Refusal UNKNOWN_PROPOSAL (also where it may not be seen), NOT_ALLOWED, PROPOSAL_STALE, PROPOSAL_EXPIRED,
 * SECOND_PERSON, and of `checkChange`
 * @throws Refusals of `checkEntries`
 */
export function confirmOfRegister(
  deps: Deps,
  actor: Actor | null,
  { reason, ...of }: OfRegister,
): Promise<JurisdictionRecord> {
  return untilAppended(deps, 'register', async () => {
    const { proposal, first, by, ...read } = await mine(deps, actor, of);
    const { head, register } = read;
    const { act } = proposal;
    refuseUnlessOpen(proposal, basisOf(register, act), dayOf(deps.clock()));
    refuseOwn(proposal, by, []);
    checkChange(register, act.records);
    await checkEntries(deps, register, act, first.zone?.facts ?? []);
    await deps.store.appendToRegister(head, revisionOf(deps, by, 'CONFIRM_PROPOSAL', reason), {
      jurisdictions: act.records,
      proposal: { kind: 'PROPOSAL_CONFIRMED', proposal },
    });
    return first;
  });
}

/** Takes a proposal back. @throws Refusal UNKNOWN_PROPOSAL (also where it may not be seen), NOT_ALLOWED */
export function withdrawOfRegister(
  deps: Deps,
  actor: Actor | null,
  { reason, ...of }: OfRegister,
): Promise<JurisdictionRecord> {
  return untilAppended(deps, 'register', async () => {
    const { head, proposal, first, by } = await mine(deps, actor, of);
    await deps.store.appendToRegister(head, revisionOf(deps, by, 'WITHDRAW_PROPOSAL', reason), {
      proposal: { kind: 'PROPOSAL_WITHDRAWN', proposal },
    });
    return first;
  });
}

/** A proposal that the actor may settle, with the register as it is. */
async function mine(deps: Deps, actor: Actor | null, of: Omit<OfRegister, 'reason'>) {
  const read = await loadRegister(deps, { consistent: true });
  const proposal = proposalsSeen(deps, actor, read).find(({ number }) => number === of.number);
  if (!proposal) throw new Refusal('UNKNOWN_PROPOSAL', { value: of.proposal }, ['proposal']);
  const first = proposal.act.records[0]!;
  const before = jurisdictionOn(read.register, first.id, first.effectiveFrom);
  return { ...read, proposal, first, by: registrar(deps, actor, read.register, before, first) };
}
