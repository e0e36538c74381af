import type { Actor } from '../../domain/access/access.ts';
import { may } from '../../domain/access/access.ts';
import type { Batch } from '../../domain/assessment/batch.ts';
import { shown } from '../../domain/messages/read-input.ts';
import { Refusal } from '../../domain/messages/refusal.ts';
import { dayOf } from '../../domain/values/day.ts';
import type { StoredBatch } from '../../store/batches.ts';
import type { Page, Paging } from '../../store/paging.ts';
import type { Deps } from '../deps.ts';
import { loadRegister } from '../read.ts';
import { scopeOf } from '../scope.ts';

/** A batch by id; null where there is none or the actor does not handle batches of its jurisdiction. */
export async function readBatch(deps: Deps, actor: Actor | null, id: string): Promise<StoredBatch | null> {
  // What no batch can be called is not there; the store could not even look it up.
  if (!/^batch_[0-9a-f]{40}$/.test(id)) return null;
  const stored = await deps.store.readBatch(id);
  return stored && (await handles(deps, actor, stored.batch.jurisdiction)) ? stored : null;
}

/** @throws Refusal UNKNOWN_BATCH */
export async function requireBatch(deps: Deps, actor: Actor | null, id: string): Promise<StoredBatch> {
  const stored = await readBatch(deps, actor, id);
  if (!stored) throw new Refusal('UNKNOWN_BATCH', { value: shown(id) }, ['batch']);
  return stored;
}

/** The batches of a jurisdiction, newest first; none for whoever does not handle them. */
export async function listBatches(
  deps: Deps,
  actor: Actor | null,
  jurisdiction: string,
  paging: Paging,
): Promise<Page<StoredBatch>> {
  if (!(await handles(deps, actor, jurisdiction))) return { items: [], hasNextPage: false };
  return deps.store.listBatches(jurisdiction, paging);
}

async function handles(
  deps: Deps,
  actor: Actor | null,
  jurisdiction: Batch['jurisdiction'],
): Promise<boolean> {
  const { register } = await loadRegister(deps);
  return may(actor, 'HANDLE_BATCH', scopeOf(register, jurisdiction, dayOf(deps.clock())));
}
