import type { Actor } from '../domain/access.ts';
import type { Decision } from '../domain/decision.ts';
import type { ProjectInput } from '../domain/project.ts';
import type { Page, Paging } from '../store/store.ts';
import type { Deps } from './deps.ts';

export interface DecideAdmissionInput {
  readonly project: ProjectInput;
  readonly on?: string | null;
  /** Needed where `on` is not today (受理日). */
  readonly onReason?: string | null;
  readonly idempotencyKey: string;
}

/**
 * Assesses a project and records the result.
 *
 * @throws Refusal or Refusals: NOT_ALLOWED, REASON_REQUIRED, IDEMPOTENCY_CONFLICT, and every fault of the project
 */
export async function decideAdmission(
  _deps: Deps,
  _actor: Actor | null,
  _input: DecideAdmissionInput,
): Promise<Decision> {
  throw new Error('under construction');
}

/** A decision by id; null where there is none or the actor may not see it. */
export async function readDecision(_deps: Deps, _actor: Actor | null, _id: string): Promise<Decision | null> {
  throw new Error('under construction');
}

/** Exactly one of `zone` and `projectCode`; times are RFC 3339, `from` inclusive, `to` exclusive. */
export interface DecisionFilter {
  readonly zone?: string | null;
  readonly projectCode?: string | null;
  readonly from?: string | null;
  readonly to?: string | null;
}
/** Decisions of a zone or a project code, newest first, those that the actor may see. */
export async function listDecisions(
  _deps: Deps,
  _actor: Actor | null,
  _filter: DecisionFilter,
  _paging: Paging,
): Promise<Page<Decision>> {
  throw new Error('under construction');
}
