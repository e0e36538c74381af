import type { Actor } from '../../domain/access/access.ts';
import { ACCESS } from '../../domain/access/access.ts';
import type { Decision, Evidence, Supersession } from '../../domain/assessment/decision.ts';
import { receiptOf } from '../../domain/assessment/decision.ts';
import type { ProjectInput } from '../../domain/assessment/project.ts';
import { ENGINE_VERSION, readProject } from '../../domain/engine/assess.ts';
import { dictionaryHash } from '../../domain/facts/dictionary.ts';
import { shown } from '../../domain/messages/read-input.ts';
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
import { readDecision, shownTo, supersedingId } from './decisions.ts';
import { runAssessment } from './run-assessment.ts';
import { visibilityOf } from './visibility.ts';

export interface DecideAdmissionInput {
  readonly project: ProjectInput;
  readonly on?: string | null;
  /** Needed where `on` is not today (受理日). */
  readonly onReason?: string | null;
  /** A decision on the same zone that this one takes the place of. */
  readonly supersedes?: Supersession | null;
  readonly idempotencyKey: string;
}

/**
 * Assesses a project and records the result, once for each idempotency key of a caller: a repeat finds what was
 * recorded first. Where it supersedes another decision, its id follows from that one's: of several that would, one does.
 *
 * @throws Refusal or Refusals: NOT_ALLOWED, REQUIRED, REASON_REQUIRED, IDEMPOTENCY_CONFLICT, UNKNOWN_DECISION,
 * DECISION_SUPERSEDED, SUPERSEDES_ELSEWHERE, DECISION_DAMAGED, and every fault of the project
 */
export async function decideAdmission(
  deps: Deps,
  actor: Actor | null,
  input: DecideAdmissionInput,
): Promise<Decision> {
  const { project, idempotencyKey, supersedes } = input;
  if (!actor) throw new Refusal('NOT_ALLOWED', { jurisdiction: project.zone, roles: [...ACCESS.DECIDE] });
  refuseUnusableKey(idempotencyKey);
  if (supersedes) await refuseUnsupersedable(deps, actor, project.zone, supersedes);
  const id = supersedes ? supersedingId(supersedes.decision) : decisionId(actor.subject, idempotencyKey);
  // Under its own id every caller has keys of its own; under that of a decision superseded there is one for all.
  const payloadHash = hashOf(supersedes ? { ...input, by: actor.subject } : input);
  const unlessOther = (found: StoredDecision) => {
    if (found.payloadHash === payloadHash) return found.decision;
    throw supersedes
      ? new Refusal('DECISION_SUPERSEDED', { value: supersedes.decision, by: found.decision.id }, SUPERSEDED)
      : new Refusal('IDEMPOTENCY_CONFLICT', { value: idempotencyKey }, ['idempotencyKey']);
  };
  const earlier = await deps.store.readDecision(id);
  if (earlier) {
    await refuseUnseen(deps, actor, project.zone, earlier);
    return unlessOther(earlier as StoredDecision);
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
  const assessment = await runAssessment(deps, readProject(read.basis, project, actor), actor, {
    searchBound: SEARCH_BOUND.signedIn,
  });
  const record = {
    id,
    project: plain(project),
    assessment,
    on,
    onReason: input.onReason ?? null,
    decidedAt: now.toISOString(),
    decidedBy,
    supersedes: supersedes ?? null,
    evidence: evidenceOf(read),
  };
  return unlessOther(await deps.store.recordDecision({ ...record, receipt: receiptOf(record) }, payloadHash));
}

/**
 * @throws Refusal REASON_REQUIRED, UNKNOWN_DECISION also of one that may not be seen, DECISION_DAMAGED,
 * SUPERSEDES_ELSEWHERE
 */
async function refuseUnsupersedable(
  deps: Deps,
  actor: Actor,
  zone: string,
  { decision: value, reason }: Supersession,
): Promise<void> {
  if (isBlank(reason))
    throw new Refusal(
      'REASON_REQUIRED',
      { field: 'supersedes.decision', value, reason: 'supersedes.reason' },
      ['supersedes', 'reason'],
    );
  const superseded = await readDecision(deps, actor, value);
  if (!superseded) throw new Refusal('UNKNOWN_DECISION', { value: shown(value) }, SUPERSEDED);
  const decided = superseded.project.zone;
  if (decided !== zone) throw new Refusal('SUPERSEDES_ELSEWHERE', { value, zone, decided }, SUPERSEDED);
}

const SUPERSEDED = ['supersedes', 'decision'];

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

/** What of the software and of the store a decision was made with. */
export const evidenceOf = ({ basis, register, catalogs, lapsed }: BasisRead): Evidence => ({
  engineVersion: ENGINE_VERSION,
  searchBound: SEARCH_BOUND.signedIn,
  lineage: basis.lineage,
  register,
  catalogs,
  lapsed,
  dictionaryHash: dictionaryHash(),
  listsHash: basis.reference.listsHash,
  classificationHash: basis.reference.classification.hash,
});

/** The input as it was sent, without the prototypes of whoever parsed it. */
const plain = (project: ProjectInput): ProjectInput => JSON.parse(JSON.stringify(project));
