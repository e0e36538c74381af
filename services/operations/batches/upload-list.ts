import type { Actor } from '../../domain/access/access.ts';
import type { ListFormat } from '../../domain/assessment/batch.ts';
import { shown } from '../../domain/messages/read-input.ts';
import { Refusal } from '../../domain/messages/refusal.ts';
import type { Locale } from '../../domain/values/text.ts';
import type { StoredBatch } from '../../store/batches.ts';
import type { Deps } from '../deps.ts';
import type { ListDesk, ListResults, UploadForm } from '../list-desk.ts';
import { requireBatch } from './batches.ts';

export interface UploadListInput {
  readonly batch: string;
  readonly format: ListFormat;
  readonly bytes: number;
  readonly locale?: Locale | null;
}
export interface ListUpload extends UploadForm {
  readonly id: string;
}

/**
 * A form by which a file is handed in for a batch: good for that size, that kind and that batch, and not for long. What is
 * handed in is checked by itself, and closes the batch.
 *
 * @throws Refusal UNKNOWN_BATCH, LISTS_NOT_TAKEN, LIST_SIZE, BATCH_COMPLETE
 */
export async function uploadList(
  deps: Deps,
  actor: Actor | null,
  { batch, format, bytes, locale }: UploadListInput,
): Promise<ListUpload> {
  await requireBatch(deps, actor, batch);
  const desk = deskOf(deps);
  if (bytes < 1 || bytes > desk.maxBytes)
    throw new Refusal('LIST_SIZE', { value: bytes, allowed: desk.maxBytes }, ['bytes']);
  if (await deps.store.readClosing(batch)) throw new Refusal('BATCH_COMPLETE', { batch }, ['batch']);
  const id = deps.newId();
  const upload = { id, batch, format, bytes, officer: actor!.subject, locale: locale ?? 'zh' };
  return { id, ...(await desk.form(upload, deps.clock())) };
}

/**
 * Where the results of a list that was handed in for a batch are read.
 *
 * @throws Refusal LISTS_NOT_TAKEN, UNKNOWN_UPLOAD
 */
export async function listResults(deps: Deps, { batch }: StoredBatch, id: string): Promise<ListResults> {
  const desk = deskOf(deps);
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id))
    throw new Refusal('UNKNOWN_UPLOAD', { value: shown(id) }, ['upload']);
  return desk.results({ batch: batch.id, id }, deps.clock());
}

/** @throws Refusal LISTS_NOT_TAKEN */
function deskOf({ lists }: Deps): ListDesk {
  if (!lists) throw new Refusal('LISTS_NOT_TAKEN');
  return lists;
}
