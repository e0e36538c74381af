import type { Assessment } from '../../domain/assessment/assessment.ts';
import type { AssessmentBasis } from '../../domain/assessment/assessment-basis.ts';
import type { Chunk, ChunkResults, RowPlace, RowResult } from '../../domain/assessment/batch.ts';
import { isAssessed, rowResults } from '../../domain/assessment/batch.ts';
import type { ProjectInput } from '../../domain/assessment/project.ts';
import { readProject } from '../../domain/engine/assess.ts';
import { asStatedBy } from '../../domain/engine/situation.ts';
import { Refusal } from '../../domain/messages/refusal.ts';
import type { Work } from '../../domain/solver/budget.ts';
import { memoize, memoizeByKey } from '../../domain/values/memoize.ts';
import type { Outcome } from '../../domain/vocabulary.ts';
import type { Progress, StoredBatch, StoredChunk } from '../../store/batches.ts';
import type { Page, Paging } from '../../store/paging.ts';
import { basisReader } from '../decisions/assessment-basis.ts';
import { runShared, situationKey } from '../decisions/run-assessment.ts';
import type { Deps } from '../deps.ts';
import { MAX_WORK } from '../limits.ts';
import { pinnedDeps } from './pinned.ts';

/** A row of a batch, and what it came to. */
export interface BatchRow {
  readonly of: StoredBatch;
  readonly chunk: StoredChunk;
  /** Its place in the chunk, from 0. */
  readonly row: number;
  readonly result: RowResult;
}

/** All that is given holds together. */
export interface BatchRowFilter {
  readonly outcomes?: readonly Outcome[] | null;
  readonly faulty?: boolean | null;
  /** Id of a catalog. */
  readonly catalog?: string | null;
  readonly entry?: string | null;
  readonly missingFact?: string | null;
  readonly zone?: string | null;
  readonly text?: string | null;
}

/** The rows of a batch that a filter takes, in their order. */
export async function listRows(
  deps: Deps,
  of: StoredBatch,
  { chunks }: Progress,
  filter: BatchRowFilter,
  { first, after }: Paging,
): Promise<Page<BatchRow>> {
  const from = after == null ? null : placeIn(after);
  const items: { cursor: string; value: BatchRow }[] = [];
  for (const chunk of chunks) {
    const { index } = chunk.chunk;
    if (from && index < from.chunk) continue;
    for (const value of await rowsTaken(deps, of, chunk, filter)) {
      if (from && index === from.chunk && value.row <= from.row) continue;
      if (items.length === first) return { items, hasNextPage: true };
      items.push({ cursor: `${index}:${value.row}`, value });
    }
  }
  return { items, hasNextPage: false };
}

/** How many rows of a batch a filter takes, after a place; where outcomes alone decide, hardly a chunk is read. */
export async function countRows(
  deps: Deps,
  of: StoredBatch,
  { chunks }: Progress,
  filter: BatchRowFilter,
  after: string | null = null,
): Promise<number> {
  const from = after === null ? null : placeIn(after);
  const { outcomes, faulty, ...others } = filter;
  const byOutcome = Object.values(others).every((value) => value == null);
  let count = 0;
  for (const chunk of chunks) {
    const { index } = chunk.chunk;
    if (from && index < from.chunk) continue;
    if (byOutcome && index !== from?.chunk) count += countByOutcome(chunk.chunk, filter);
    else
      for (const { row } of await rowsTaken(deps, of, chunk, filter))
        if (index !== from?.chunk || row > from.row) count++;
  }
  return count;
}

/** The rows of a chunk, and what they came to; read where that is not at hand. */
export async function rowsOf(
  deps: Deps,
  of: StoredBatch,
  chunk: StoredChunk,
  results?: ChunkResults,
): Promise<readonly BatchRow[]> {
  const found = rowResults(results ?? (await deps.store.readChunkResults(chunk)));
  return found.map((result, row) => ({ of, chunk, row, result }));
}

/** The first row of each situation of a chunk. */
export function firstOfSituations(rows: readonly BatchRow[]): readonly BatchRow[] {
  const first = new Map<number, BatchRow>();
  for (const row of rows)
    if (isAssessed(row.result) && !first.has(row.result.situation)) first.set(row.result.situation, row);
  return [...first.values()];
}

/** Rows that could not be assessed. */
export const faultyIn = (chunk: Chunk): number =>
  chunk.rows - Object.values(chunk.outcomes).reduce((sum, rows) => sum + rows, 0);

/** What was sent as a row, as it was sent. */
export const statedIn = async (deps: Deps, { chunk, row }: BatchRow): Promise<unknown> =>
  (await deps.store.readChunkRows(chunk))[row];

/**
 * The whole assessment of a row, made again from what the batch pinned; null where it could not be assessed.
 *
 * @throws Refusal BATCH_SOFTWARE_CHANGED, BATCH_TOO_HEAVY
 */
export async function assessmentOf(
  deps: Deps,
  row: BatchRow,
  work: Work,
): Promise<{ readonly assessment: Assessment; readonly basis: AssessmentBasis } | null> {
  const { of, chunk, result } = row;
  if (!isAssessed(result)) return null;
  if (work.done > MAX_WORK.signedIn) throw new Refusal('BATCH_TOO_HEAVY');
  const { basis } = await (await readerOf(deps)(of))(result.on)(result.zone);
  // The confirmations were found to be an officer's when the chunk was added; whose roles they were has passed.
  const officer = {
    subject: chunk.chunk.addedBy,
    roles: [{ role: 'officer', jurisdiction: basis.lineage[0]!.id }] as const,
  };
  const { searchBound } = of.batch.software;
  const project = (await statedIn(deps, row)) as ProjectInput;
  const read = readProject(basis, project, officer);
  const key = situationKey(read, searchBound);
  const made = await runShared(deps, read, officer, { searchBound, work, key });
  return { assessment: asStatedBy(made, read), basis };
}

/** The bases of one batch that one request reads, each once. */
const readerOf = memoize((deps: Deps) =>
  memoize(async (of: StoredBatch) => {
    const pinned = await pinnedDeps(deps, of);
    return memoizeByKey((day: string) => basisReader(pinned, day));
  }),
);

async function rowsTaken(
  deps: Deps,
  of: StoredBatch,
  chunk: StoredChunk,
  filter: BatchRowFilter,
): Promise<readonly BatchRow[]> {
  if (countByOutcome(chunk.chunk, filter) === 0) return [];
  const text = filter.text?.normalize('NFKC').toLowerCase();
  const stated = text ? await deps.store.readChunkRows(chunk) : [];
  return (await rowsOf(deps, of, chunk)).filter(
    ({ row, result }) => takes(filter, result) && (!text || textIn(stated[row]).includes(text)),
  );
}

/** How many rows of a chunk the outcomes of a filter leave. */
function countByOutcome(chunk: Chunk, { outcomes, faulty }: BatchRowFilter): number {
  if (faulty === true) return outcomes ? 0 : faultyIn(chunk);
  const wanted = outcomes ?? (Object.keys(chunk.outcomes) as Outcome[]);
  const assessed = [...new Set(wanted)].reduce((sum, outcome) => sum + (chunk.outcomes[outcome] ?? 0), 0);
  return assessed + (faulty == null && !outcomes ? faultyIn(chunk) : 0);
}

function takes(filter: BatchRowFilter, result: RowResult): boolean {
  const { outcomes, faulty, catalog, entry, missingFact, zone } = filter;
  if (faulty != null && faulty === isAssessed(result)) return false;
  if (!isAssessed(result))
    return [outcomes, catalog, entry, missingFact, zone].every((value) => value == null);
  const isOfEntry = (finding: { readonly catalog: string; readonly entry: string }): boolean =>
    (catalog == null || `catalog_${finding.catalog}` === catalog) &&
    (entry == null || finding.entry === entry);
  return (
    (outcomes == null || outcomes.includes(result.outcome)) &&
    ((catalog == null && entry == null) || result.findings.some(isOfEntry)) &&
    (missingFact == null || result.missing.some(({ fact }) => fact === missingFact)) &&
    (zone == null || result.zone === zone)
  );
}

/** What a row is searched by. What could not be read as a project may hold anything there. */
function textIn(stated: unknown): string {
  const { ref, name, projectCode, unifiedSocialCreditCode } = Object(stated) as Record<string, unknown>;
  return [ref, name, projectCode, unifiedSocialCreditCode]
    .filter((part) => typeof part === 'string' || typeof part === 'number')
    .join('\n')
    .normalize('NFKC')
    .toLowerCase();
}

/** @throws Refusal INVALID_CURSOR */
function placeIn(cursor: string): RowPlace {
  const [, chunk, row] = /^(\d{1,6}):(\d{1,3})$/.exec(cursor) ?? [];
  if (row === undefined) throw new Refusal('INVALID_CURSOR', { value: cursor });
  return { chunk: Number(chunk), row: Number(row) };
}
