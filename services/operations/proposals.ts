import type { Actor } from '../domain/access/access.ts';
import { catalogId, proposalIn } from '../domain/ids.ts';
import { shown } from '../domain/messages/read-input.ts';
import { Refusal } from '../domain/messages/refusal.ts';
import type { JurisdictionRecord } from '../domain/register/jurisdiction.ts';
import { reasonFor } from './append.ts';
import type { CatalogProposed } from './catalog/withdraw.ts';
import { confirmOfCatalog, withdrawOfCatalog } from './catalog/withdraw.ts';
import type { Deps } from './deps.ts';
import { confirmOfRegister, withdrawOfRegister } from './register/proposals.ts';

export interface SettleProposalInput {
  /** Its id. */
  readonly proposal: string;
  readonly reason: string;
}
/** What a proposal was about, after it was confirmed or withdrawn. */
export type Settled =
  | { readonly catalog: CatalogProposed; readonly jurisdiction: null }
  /** The jurisdiction as it is from the first day of the change on, whether or not it comes. */
  | { readonly catalog: null; readonly jurisdiction: JurisdictionRecord };

/**
 * Carries out what another person has proposed (ADR 0011).
 *
 * @throws Refusal UNKNOWN_PROPOSAL, NOT_ALLOWED, PROPOSAL_STALE, PROPOSAL_EXPIRED, SECOND_PERSON, REQUIRED, and what the
 * act itself is refused with
 */
export const confirmProposal = (
  deps: Deps,
  actor: Actor | null,
  input: SettleProposalInput,
): Promise<Settled> => settle(deps, actor, input, confirmOfCatalog, confirmOfRegister);

/** Takes a proposal back. @throws Refusal UNKNOWN_PROPOSAL, NOT_ALLOWED, REQUIRED */
export const withdrawProposal = (
  deps: Deps,
  actor: Actor | null,
  input: SettleProposalInput,
): Promise<Settled> => settle(deps, actor, input, withdrawOfCatalog, withdrawOfRegister);

async function settle(
  deps: Deps,
  actor: Actor | null,
  { proposal, reason }: SettleProposalInput,
  ofCatalog: typeof confirmOfCatalog,
  ofRegister: typeof confirmOfRegister,
): Promise<Settled> {
  reasonFor(reason);
  const place = proposalIn(proposal);
  if (!place) throw new Refusal('UNKNOWN_PROPOSAL', { value: shown(proposal) }, ['proposal']);
  const { catalog: key, number } = place;
  if (key === null)
    return { catalog: null, jurisdiction: await ofRegister(deps, actor, { proposal, number, reason }) };
  const catalog = await ofCatalog(deps, actor, { catalog: catalogId(key), proposal, number, reason });
  return { catalog, jurisdiction: null };
}
