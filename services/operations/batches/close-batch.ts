import type { Actor } from '../../domain/access/access.ts';
import type { Closing } from '../../domain/assessment/batch.ts';
import { Refusal } from '../../domain/messages/refusal.ts';
import type { StoredBatch } from '../../store/batches.ts';
import type { Deps } from '../deps.ts';
import { requireBatch } from './batches.ts';

export interface CloseBatchInput {
  readonly batch: string;
  /** How many chunks it has, numbered from 0 without a gap. */
  readonly chunks: number;
  /** How many rows they hold together. */
  readonly rows: number;
}

/**
 * Says that a batch is complete; from then on nothing is added. Again with the same numbers it finds what was said first.
 *
 * A chunk that is being stored in this very moment, and that the numbers leave out, is neither lost nor denied: what was
 * acknowledged counts, closed or not.
 *
 * @throws Refusal UNKNOWN_BATCH, CHUNKS_MISSING, CHUNKS_DIFFER, ROWS_DIFFER, CLOSED_OTHERWISE
 */
export async function closeBatch(
  deps: Deps,
  actor: Actor | null,
  { batch: id, chunks, rows }: CloseBatchInput,
): Promise<StoredBatch> {
  const stored = await requireBatch(deps, actor, id);
  const progress = await deps.store.readProgress(id);
  if (progress.closing) return unlessDiffering(progress.closing);
  const there = new Set(progress.chunks.map(({ chunk }) => chunk.index));
  const missing: string[] = [];
  for (let index = 0; index < chunks && missing.length < SHOWN; index++)
    if (!there.has(index)) missing.push(String(index));
  if (missing.length > 0) {
    const count = chunks - [...there].filter((index) => index < chunks).length;
    throw new Refusal('CHUNKS_MISSING', { chunks, count, missing }, ['chunks']);
  }
  if (there.size > chunks)
    throw new Refusal('CHUNKS_DIFFER', { value: chunks, current: there.size }, ['chunks']);
  const current = progress.chunks.reduce((sum, { chunk }) => sum + chunk.rows, 0);
  if (current !== rows) throw new Refusal('ROWS_DIFFER', { value: rows, current }, ['rows']);
  const closing = { chunks, rows, closedAt: deps.clock().toISOString(), closedBy: actor!.subject };
  return unlessDiffering(await deps.store.putClosing(id, closing));

  function unlessDiffering(closed: Closing): StoredBatch {
    if (closed.chunks === chunks && closed.rows === rows) return stored;
    throw new Refusal('CLOSED_OTHERWISE', { chunks: closed.chunks, rows: closed.rows }, ['chunks']);
  }
}

/** Of the missing ones, so many are named. */
const SHOWN = 20;
