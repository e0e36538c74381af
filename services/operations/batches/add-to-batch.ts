import type { Actor } from '../../domain/access/access.ts';
import type { ChunkResults } from '../../domain/assessment/batch.ts';
import type { ProjectInput } from '../../domain/assessment/project.ts';
import { Refusal } from '../../domain/messages/refusal.ts';
import { lineageOn } from '../../domain/register/register.ts';
import type { Work } from '../../domain/solver/budget.ts';
import type { StoredBatch, StoredChunk } from '../../store/batches.ts';
import { chunkText } from '../../store/batches.ts';
import { assessProjects, type ProjectAnswer } from '../decisions/assess.ts';
import type { Deps } from '../deps.ts';
import { MAX_CHUNK_ROWS, MAX_CHUNKS } from '../limits.ts';
import { loadRegister } from '../read.ts';
import { requireBatch } from './batches.ts';
import { outcomesOf, resultsOf } from './chunk-results.ts';
import { pinnedDeps } from './pinned.ts';

/** A row as it was sent: a project, or what could not be read as one. */
export type SentRow =
  | { readonly project: ProjectInput }
  | { readonly ref: string | null; readonly stated: unknown; readonly refusals: readonly Refusal[] };

export interface AddToBatchInput {
  readonly batch: string;
  /** The caller's own number of the chunk, from 0; in any order. */
  readonly index: number;
  readonly rows: readonly SentRow[];
}
/** The answers in the order of the rows, and what is kept of them. */
export interface DecidedRows {
  readonly answers: readonly ProjectAnswer[];
  readonly results: ChunkResults;
}
export interface AddedChunk {
  readonly stored: StoredBatch;
  readonly chunk: StoredChunk;
  /** What its rows came to just now; null where the chunk was there already. */
  readonly decided: DecidedRows | null;
}

/**
 * Decides the rows of a chunk by what the batch pinned and stores them, once: the same chunk again finds what it came to,
 * other rows under its index are refused, and so is all that comes once the batch is closed.
 *
 * @throws Refusal UNKNOWN_BATCH, CHUNK_INDEX, CHUNK_SIZE, CHUNK_DIFFERS, BATCH_CLOSED, BATCH_SOFTWARE_CHANGED, CHUNK_TOO_HEAVY,
 * ASSESSMENT_LATE
 */
export async function addToBatch(
  deps: Deps,
  actor: Actor | null,
  { batch: id, index, rows }: AddToBatchInput,
  work?: Work,
): Promise<AddedChunk> {
  const stored = await requireBatch(deps, actor, id);
  if (index < 0 || index >= MAX_CHUNKS)
    throw new Refusal('CHUNK_INDEX', { value: index, allowed: MAX_CHUNKS - 1 }, ['index']);
  if (rows.length === 0 || rows.length > MAX_CHUNK_ROWS)
    throw new Refusal('CHUNK_SIZE', { value: rows.length, allowed: MAX_CHUNK_ROWS }, ['rows']);
  const sent = chunkText(rows.map((row) => ('project' in row ? row.project : row.stated)));
  const [earlier, closing] = await Promise.all([deps.store.readChunk(id, index), deps.store.readClosing(id)]);
  if (earlier) return { stored, chunk: unlessDiffering(earlier, sent.hash), decided: null };
  if (closing) throw new Refusal('BATCH_CLOSED', { batch: id, index, chunks: closing.chunks }, ['index']);

  const answers = await answersOf(await pinnedDeps(deps, stored), actor, stored, rows, work);
  refuseUnanswered(answers, index);
  const results = resultsOf(answers);
  const chunk = {
    index,
    rows: rows.length,
    outcomes: outcomesOf(results),
    situations: results.situations.length,
    addedAt: deps.clock().toISOString(),
    addedBy: actor!.subject,
  };
  const there = await deps.store.putChunk(id, chunk, { rows: sent, results });
  return { stored, chunk: unlessDiffering(there, sent.hash), decided: { answers, results } };
}

/** Every row's own answer: what cannot be read or lies elsewhere is not assessed. */
async function answersOf(
  pinned: Deps,
  actor: Actor | null,
  { batch: { jurisdiction, on } }: StoredBatch,
  rows: readonly SentRow[],
  work: Work | undefined,
): Promise<readonly ProjectAnswer[]> {
  const { register } = await loadRegister(pinned);
  const read = rows.map((row) => {
    if (!('project' in row)) return row;
    const { project } = row;
    const lineage = lineageOn(register, project.zone, project.on ?? on);
    if (!lineage || lineage.some(({ id }) => id === jurisdiction)) return project;
    const elsewhere = new Refusal('ZONE_NOT_IN_BATCH', { value: project.zone, jurisdiction }, ['zone']);
    return { ref: project.ref ?? null, refusals: [elsewhere] };
  });
  const projects = read.filter((row): row is ProjectInput => !('refusals' in row));
  const answers = (await assessProjects(pinned, actor, projects, on, work)).values();
  return read.map((row) =>
    'refusals' in row ? { ref: row.ref, refusals: row.refusals } : answers.next().value!,
  );
}

/**
 * What is no fault of a row, and would be answered otherwise another time, must not be kept as what it came to.
 *
 * @throws Refusal CHUNK_TOO_HEAVY, ASSESSMENT_LATE
 */
function refuseUnanswered(answers: readonly ProjectAnswer[], index: number): void {
  for (const [place, answer] of answers.entries())
    for (const refusal of 'refusals' in answer ? answer.refusals : []) {
      if (refusal.code === 'BATCH_TOO_HEAVY')
        throw new Refusal('CHUNK_TOO_HEAVY', { index, rows: answers.length, allowed: place }, ['rows']);
      if (PASSING.includes(refusal.code)) throw refusal;
    }
}
const PASSING: readonly string[] = ['ASSESSMENT_LATE', 'SERVICE_UNAVAILABLE'];

/** @throws Refusal CHUNK_DIFFERS */
function unlessDiffering(there: StoredChunk, sent: string): StoredChunk {
  if (there.body === sent) return there;
  const { index, rows } = there.chunk;
  throw new Refusal('CHUNK_DIFFERS', { index, rows }, ['index']);
}
