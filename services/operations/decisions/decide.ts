import type { Actor } from '../../domain/access/access.ts';
import { ACCESS } from '../../domain/access/access.ts';
import type { Decision, Evidence } from '../../domain/assessment/decision.ts';
import { receiptOf } from '../../domain/assessment/decision.ts';
import type { ProjectInput } from '../../domain/assessment/project.ts';
import { assess, ENGINE_VERSION } from '../../domain/engine/assess.ts';
import { DICTIONARY_HASH } from '../../domain/facts/dictionary.ts';
import { Refusal } from '../../domain/messages/refusal.ts';
import { hashOf } from '../../domain/values/canonical.ts';
import { dayOf } from '../../domain/values/day.ts';
import { isBlank } from '../../domain/values/is-blank.ts';
import type { DamagedDecision, StoredDecision } from '../../store/decisions.ts';
import type { Deps } from '../deps.ts';
import { MAX_IDEMPOTENCY_KEY_BYTES, SEARCH_BOUND } from '../limits.ts';
import { allowed } from '../scope.ts';
import type { BasisRead } from './assessment-basis.ts';
import { basisReader } from './assessment-basis.ts';
import { shownTo } from './decisions.ts';
import { visibilityOf } from './visibility.ts';

export interface DecideAdmissionInput {
  readonly project: ProjectInput;
  readonly on?: string | null;
  /** Needed where `on` is not today (受理日). */
  readonly onReason?: string | null;
  readonly idempotencyKey: string;
}

/**
 * Assesses a project and records the result, once for each idempotency key of a caller: a repeat finds what was
 * recorded first.
 *
 * @throws Refusal or Refusals: NOT_ALLOWED, REQUIRED, REASON_REQUIRED, IDEMPOTENCY_CONFLICT, and every fault of the
 * project
 */
export async function decideAdmission(
  deps: Deps,
  actor: Actor | null,
  input: DecideAdmissionInput,
): Promise<Decision> {
  const { project, idempotencyKey } = input;
  if (!actor) throw new Refusal('NOT_ALLOWED', { jurisdiction: project.zone, roles: [...ACCESS.DECIDE] });
  refuseUnusableKey(idempotencyKey);
  const id = decisionId(actor.subject, idempotencyKey);
  const payloadHash = hashOf(input);
  const earlier = await deps.store.readDecision(id);
  if (earlier) {
    await refuseUnseen(deps, actor, project.zone, earlier);
    return unlessConflicting(earlier as StoredDecision, payloadHash, idempotencyKey);
  }

  const now = deps.clock();
  const on = input.on ?? project.on ?? dayOf(now);
  if (project.on != null && project.on !== on)
    throw new Refusal('OUT_OF_RANGE', { field: 'project.on', value: project.on, allowed: on }, [
      'project',
      'on',
    ]);
  const read = await basisReader(deps, on, { consistent: true })(project.zone);
  const decidedBy = allowed(
    actor,
    'DECIDE',
    project.zone,
    read.basis.lineage.map((record) => record.id),
  );
  if (on !== dayOf(now) && isBlank(input.onReason ?? ''))
    throw new Refusal('REASON_REQUIRED', { field: 'on', value: on, reason: 'onReason' }, ['onReason']);
  const assessment = assess(read.basis, project, actor, { searchBound: SEARCH_BOUND.signedIn });
  const record = {
    id,
    project: plain(project),
    assessment,
    on,
    onReason: input.onReason ?? null,
    decidedAt: now.toISOString(),
    decidedBy,
    evidence: evidenceOf(read),
  };
  return unlessConflicting(
    await deps.store.recordDecision({ ...record, receipt: receiptOf(record) }, payloadHash),
    payloadHash,
    idempotencyKey,
  );
}

/** @throws Refusal REQUIRED, TOO_LARGE */
export function refuseUnusableKey(key: string): void {
  const path = ['idempotencyKey'];
  if (isBlank(key)) throw new Refusal('REQUIRED', { field: 'idempotencyKey' }, path);
  const bytes = Buffer.byteLength(key);
  if (bytes > MAX_IDEMPOTENCY_KEY_BYTES)
    throw new Refusal(
      'TOO_LARGE',
      { field: 'idempotencyKey', value: bytes, allowed: MAX_IDEMPOTENCY_KEY_BYTES },
      path,
    );
}

/** The same for every attempt of one caller under one key, and of nobody else. */
const decisionId = (subject: string, key: string): string =>
  `decision_${hashOf(['decideAdmission', subject, key]).slice(0, 40)}`;

/** Who lost the role since learns no more than from a new request. @throws Refusal NOT_ALLOWED, DECISION_DAMAGED */
async function refuseUnseen(
  deps: Deps,
  actor: Actor,
  zone: string,
  earlier: StoredDecision | DamagedDecision,
): Promise<void> {
  const visibility = await visibilityOf(deps, actor);
  const shown = visibility && shownTo(visibility, earlier);
  if (shown instanceof Refusal) throw shown;
  if (!shown) {
    const jurisdiction = 'decision' in earlier ? earlier.decision.project.zone : zone;
    throw new Refusal('NOT_ALLOWED', { jurisdiction, roles: [...ACCESS.DECIDE] });
  }
}

/** @throws Refusal IDEMPOTENCY_CONFLICT */
function unlessConflicting(found: StoredDecision, payloadHash: string, key: string): Decision {
  if (found.payloadHash === payloadHash) return found.decision;
  throw new Refusal('IDEMPOTENCY_CONFLICT', { value: key }, ['idempotencyKey']);
}

/** What of the software and of the store a decision was made with. */
export const evidenceOf = ({ basis, register, catalogs, lapsed }: BasisRead): Evidence => ({
  engineVersion: ENGINE_VERSION,
  searchBound: SEARCH_BOUND.signedIn,
  lineage: basis.lineage,
  register,
  catalogs,
  lapsed,
  dictionaryHash: DICTIONARY_HASH,
  listsHash: basis.reference.listsHash,
  classificationHash: basis.reference.classification.hash,
});

/** The input as it was sent, without the prototypes of whoever parsed it. */
const plain = (project: ProjectInput): ProjectInput => JSON.parse(JSON.stringify(project));
