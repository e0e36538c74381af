import type { Actor } from '../../domain/access/access.ts';
import type { Batch } from '../../domain/assessment/batch.ts';
import { Refusal } from '../../domain/messages/refusal.ts';
import type { Register } from '../../domain/register/register.ts';
import { everAbove, everBelow, lineageOn } from '../../domain/register/register.ts';
import { hashOf } from '../../domain/values/canonical.ts';
import { dayOf } from '../../domain/values/day.ts';
import { isBlank } from '../../domain/values/is-blank.ts';
import type { StoredBatch } from '../../store/batches.ts';
import type { BatchPin } from '../../store/stored-batch.ts';
import { dayAsked } from '../day-asked.ts';
import { refuseUnusableKey } from '../decisions/decide.ts';
import type { Deps } from '../deps.ts';
import { MAX_BATCH_CATALOGS, MAX_LABEL_BYTES } from '../limits.ts';
import { loadRegister } from '../read.ts';
import { allowed, scopeOf } from '../scope.ts';
import { softwareOf } from './pinned.ts';

export interface CreateBatchInput {
  readonly label: string;
  /** Id of a zone, or of a region whose zones the rows name. */
  readonly jurisdiction: string;
  /** The day of the rows that have none of their own, today where not given. */
  readonly on?: string | null;
  readonly idempotencyKey: string;
}

/**
 * Makes a batch and pins what its rows will be decided by, once for each idempotency key of a caller: the register, every
 * catalog that can apply in the jurisdiction on any day, and the software.
 *
 * @throws Refusal NOT_ALLOWED, UNKNOWN_JURISDICTION, REQUIRED, TOO_LARGE, INVALID_DATE, DAY_TOO_FAR, BATCH_TOO_WIDE,
 * IDEMPOTENCY_CONFLICT
 */
export async function createBatch(
  deps: Deps,
  actor: Actor | null,
  input: CreateBatchInput,
): Promise<StoredBatch> {
  const { jurisdiction, idempotencyKey } = input;
  const now = deps.clock();
  const { register, head } = await loadRegister(deps, { consistent: true });
  const subject = allowed(actor, 'HANDLE_BATCH', jurisdiction, scopeOf(register, jurisdiction, dayOf(now)));
  refuseUnusableKey(idempotencyKey);
  const payloadHash = hashOf(input);
  const id = `batch_${hashOf(['createBatch', subject, idempotencyKey]).slice(0, 40)}`;
  const earlier = await deps.store.readBatch(id);
  if (earlier) return unlessConflicting(earlier, payloadHash, idempotencyKey);

  const on = dayAsked(input.on ?? dayOf(now), dayOf(now));
  if (!lineageOn(register, jurisdiction, on))
    throw new Refusal('UNKNOWN_JURISDICTION', { value: jurisdiction, on }, ['jurisdiction']);
  const batch: Batch = {
    id,
    label: usableLabel(input.label),
    jurisdiction,
    on,
    createdAt: now.toISOString(),
    createdBy: subject,
    software: softwareOf(deps),
  };
  const pin = { register: head!, catalogs: await pinnedCatalogs(deps, register, jurisdiction) };
  return unlessConflicting(await deps.store.makeBatch(batch, pin, payloadHash), payloadHash, idempotencyKey);
}

/**
 * Every catalog of every jurisdiction that a zone in here has ever lain in, or will: so is whatever these name in their
 * conditions, too, whose definition may have lapsed since.
 */
async function pinnedCatalogs(
  deps: Deps,
  register: Register,
  jurisdiction: string,
): Promise<BatchPin['catalogs']> {
  const places = new Set(
    [jurisdiction, ...everBelow(register, jurisdiction)].flatMap((id) => [...everAbove(register, id)]),
  );
  const catalogs = [...register.catalogs.values()].filter(({ jurisdiction }) => places.has(jurisdiction));
  if (catalogs.length > MAX_BATCH_CATALOGS)
    throw new Refusal(
      'BATCH_TOO_WIDE',
      { jurisdiction, value: catalogs.length, allowed: MAX_BATCH_CATALOGS },
      ['jurisdiction'],
    );
  const heads = await deps.store.catalogHeads(catalogs.map(({ key }) => key).sort());
  return [...heads].map(([key, head]) => ({ key, head }));
}

/** @throws Refusal REQUIRED, TOO_LARGE */
function usableLabel(label: string): string {
  const field = 'label';
  if (isBlank(label)) throw new Refusal('REQUIRED', { field }, [field]);
  const value = Buffer.byteLength(label);
  if (value > MAX_LABEL_BYTES)
    throw new Refusal('TOO_LARGE', { field, value, allowed: MAX_LABEL_BYTES }, [field]);
  return label;
}

/** @throws Refusal IDEMPOTENCY_CONFLICT */
function unlessConflicting(found: StoredBatch, payloadHash: string, key: string): StoredBatch {
  if (found.payloadHash === payloadHash) return found;
  throw new Refusal('IDEMPOTENCY_CONFLICT', { value: key }, ['idempotencyKey']);
}
