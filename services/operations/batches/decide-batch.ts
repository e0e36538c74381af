import type { Actor } from '../../domain/access/access.ts';
import type { RowPlace } from '../../domain/assessment/batch.ts';
import { isAssessed } from '../../domain/assessment/batch.ts';
import type { BatchPlace, Decision } from '../../domain/assessment/decision.ts';
import { receiptOf } from '../../domain/assessment/decision.ts';
import type { Confirmation, ProjectInput } from '../../domain/assessment/project.ts';
import { readProject } from '../../domain/engine/assess.ts';
import { asStatedBy } from '../../domain/engine/situation.ts';
import { Refusal, Refusals } from '../../domain/messages/refusal.ts';
import { Work } from '../../domain/solver/budget.ts';
import { canonicalJson, hashOf, sameValue } from '../../domain/values/canonical.ts';
import { dayOf } from '../../domain/values/day.ts';
import { isBlank } from '../../domain/values/is-blank.ts';
import { memoizeByKey } from '../../domain/values/memoize.ts';
import type { StoredBatch } from '../../store/batches.ts';
import type { Page, Paging } from '../../store/paging.ts';
import { timeLeft } from '../../store/request-budget.ts';
import type { BasisRead } from '../decisions/assessment-basis.ts';
import { basisReader } from '../decisions/assessment-basis.ts';
import { evidenceOf } from '../decisions/decide.ts';
import { shownTo } from '../decisions/decisions.ts';
import { runShared, situationKey } from '../decisions/run-assessment.ts';
import { visibilityOf } from '../decisions/visibility.ts';
import type { Deps } from '../deps.ts';
import { MAX_CHUNK_ROWS, MAX_WORK } from '../limits.ts';
import { allowed } from '../scope.ts';
import { requireBatch } from './batches.ts';
import { pinnedDeps } from './pinned.ts';
import type { BatchRow, BatchRowFilter } from './rows.ts';
import { countRows, listRows, rowsOf, statedIn } from './rows.ts';

export interface DecideBatchInput {
  readonly batch: string;
  /** These rows, in this order; where not given, those of the filter. */
  readonly rows?: readonly NamedRow[] | null;
  readonly filter?: BatchRowFilter | null;
  /** Needed where a row is decided for another day than today (受理日). */
  readonly onReason?: string | null;
  /** At most so many of them. */
  readonly first: number;
  /** Where the call before ended. */
  readonly after?: string | null;
}
/** A row that somebody names, with what was decided of its discretionary exceptions since it was sent (一事一议认定). */
interface NamedRow extends RowPlace {
  readonly confirmations?: readonly Confirmation[] | null;
}
type RowToDecide = BatchRow & Pick<NamedRow, 'confirmations'>;
export interface DecidedRows {
  readonly stored: StoredBatch;
  readonly rows: readonly DecidedRow[];
  /** Where the next call goes on; null where nothing is left. */
  readonly next: string | null;
  /** Rows of the selection that come after. */
  readonly remaining: number;
}
export type DecidedRow =
  | { readonly row: BatchRow; readonly decision: Decision }
  | { readonly row: BatchRow; readonly refusals: readonly Refusal[] };

/**
 * Records decisions of rows of a closed batch, each once whoever asks and however often, as many as one request can: the
 * rest is left to the next one.
 *
 * A decision rests on the law of its day. A row is decided by what the batch pinned only as far as a strong read finds that
 * this is what counts on its day still (ADR 0015); every other row has its own errors and is not decided.
 *
 * What was decided of discretionary exceptions of a row is a part of what its decision rests on; where the row was decided
 * without it, that is said (ROW_DECIDED), for it is not recorded.
 *
 * @throws Refusal or Refusals: UNKNOWN_BATCH, BATCH_OPEN, BATCH_SOFTWARE_CHANGED, CHUNK_SIZE, UNKNOWN_ROW, REASON_REQUIRED
 */
export async function decideBatch(
  deps: Deps,
  actor: Actor | null,
  input: DecideBatchInput,
  work = new Work(),
): Promise<DecidedRows> {
  const stored = await requireBatch(deps, actor, input.batch);
  if (input.first < 1 || input.first > MAX_CHUNK_ROWS)
    throw new Refusal('INVALID_PAGE_SIZE', { value: input.first, allowed: MAX_CHUNK_ROWS }, ['first']);
  const progress = await deps.store.readProgress(stored.batch.id);
  if (!progress.closing) throw new Refusal('BATCH_OPEN', { batch: stored.batch.id }, ['batch']);
  const pinned = await pinnedDeps(deps, stored);
  // Rows that were not assessed are come to only by whoever asks for them: nothing else may be decided in their place.
  const filter = { ...input.filter, faulty: input.filter?.faulty ?? false };
  const paging = { first: input.first, after: input.after ?? null };
  const named = input.rows && (await rowsAt(deps, stored, input.rows));
  const selected = named ? pageOf(named, paging) : await listRows(deps, stored, progress, filter, paging);
  const rows: readonly RowToDecide[] = selected.items.map(({ value }) => value);
  refuseUnreasoned(rows, dayOf(deps.clock()), input.onReason);

  const decide = await decider(deps, pinned, actor!, rows, input.onReason ?? null, work);
  const decided: DecidedRow[] = [];
  // A group always; then as many more as there is time and work for.
  for (let at = 0; at < rows.length && (at === 0 || hasRoom(work)); at += AT_ONCE)
    decided.push(...(await Promise.all(rows.slice(at, at + AT_ONCE).map(decide))));
  const isAll = decided.length === rows.length && !selected.hasNextPage;
  const next = isAll ? null : selected.items[decided.length - 1]!.cursor;
  const remaining = isAll
    ? 0
    : named
      ? named.length - Number(next) - 1
      : await countRows(deps, stored, progress, filter, next);
  return { stored, rows: decided, next, remaining };
}

/** Of one call, so many are recorded at a time. */
const AT_ONCE = 16;
/** What a group takes at most, and to answer. */
const RESERVE_MS = 5_000;
const hasRoom = (work: Work): boolean => work.done < MAX_WORK.signedIn && timeLeft() > RESERVE_MS;

/** The id of the decision of a row: the same whoever decides it, and of nothing else. */
export const decisionIdOf = ({ of, chunk, row }: BatchRow): string =>
  `decision_${hashOf(['decideBatch', of.batch.id, chunk.chunk.index, row]).slice(0, 40)}`;

/** Decides a row, or finds its decision. */
async function decider(
  deps: Deps,
  pinned: Deps,
  actor: Actor,
  rows: readonly RowToDecide[],
  onReason: string | null,
  work: Work,
): Promise<(row: RowToDecide) => Promise<DecidedRow>> {
  const found = await deps.store.readDecisions(rows.map(decisionIdOf));
  const earlier = new Map(rows.map((row, place) => [row, found[place]]));
  const visibility = await visibilityOf(deps, actor);
  const now = memoizeByKey((on: string) => basisReader(deps, on, { consistent: true }));
  const then = memoizeByKey((on: string) => basisReader(pinned, on));

  async function decided(row: RowToDecide): Promise<Decision> {
    const { of, chunk, result, confirmations } = row;
    if (!isAssessed(result))
      throw new Refusals(result.faults.map(({ code, details, path }) => Refusal.of(code, details, path)));
    const stated = (await statedIn(deps, row)) as ProjectInput;
    const project = confirmations?.length
      ? { ...stated, confirmations: [...(stated.confirmations ?? []), ...confirmations] }
      : stated;
    const asConfirmed = (decision: Decision): Decision => {
      if (confirmations?.length && !sameValue(decision.project.confirmations, project.confirmations))
        throw new Refusal('ROW_DECIDED', { decision: decision.id });
      return decision;
    };
    const there = earlier.get(row);
    if (there) {
      const shown = visibility && shownTo(visibility, there);
      if (shown instanceof Refusal) throw shown;
      if (shown) return asConfirmed(shown);
    }
    const { zone, on, outcome } = result;
    const read = await now(on)(zone);
    const decidedBy = allowed(
      actor,
      'DECIDE',
      zone,
      read.basis.lineage.map(({ id }) => id),
    );
    refuseOutdated(await then(on)(zone), read, zone, on);
    const { searchBound } = of.batch.software;
    const projectRead = readProject(read.basis, project, actor);
    const key = situationKey(projectRead, searchBound);
    const shared = await runShared(deps, projectRead, actor, { searchBound, work, key });
    const assessment = asStatedBy(shared, projectRead);
    if (!confirmations?.length && assessment.outcome !== outcome)
      throw new Error(`row ${row.row} of chunk ${chunk.chunk.index} of ${of.batch.id} comes out otherwise`);
    const batch: BatchPlace = { id: of.batch.id, chunk: chunk.chunk.index, row: row.row };
    const record = {
      id: decisionIdOf(row),
      project,
      assessment,
      on,
      onReason,
      decidedAt: deps.clock().toISOString(),
      decidedBy,
      supersedes: null,
      evidence: evidenceOf(read),
      batch,
    };
    const payloadHash = hashOf({ batch, project, on });
    const made = await deps.store.recordDecision({ ...record, receipt: receiptOf(record) }, payloadHash);
    return asConfirmed(made.decision);
  }

  return async (row) => {
    try {
      return { row, decision: await decided(row) };
    } catch (error) {
      // No fault of the row: the request is out of time.
      if (error instanceof Refusal && error.code === 'ASSESSMENT_LATE') throw error;
      if (error instanceof Refusal) return { row, refusals: [error] };
      if (error instanceof Refusals) return { row, refusals: error.refusals };
      throw error;
    }
  };
}

/**
 * Whatever can make a difference on the day must be what the batch pinned. A catalog may have moved on, as by a draft or a
 * version for later.
 *
 * @throws Refusal BATCH_OUTDATED
 */
function refuseOutdated(then: BasisRead, now: BasisRead, zone: string, on: string): void {
  const [before, after] = [partsOf(then), partsOf(now)];
  const changed = [...new Set([...before.keys(), ...after.keys()])].filter(
    (part) => before.get(part) !== after.get(part),
  );
  if (changed.length > 0) throw new Refusal('BATCH_OUTDATED', { zone, on, changed });
}

/**
 * What an assessment can turn on, by what it is called: the lineage, the catalogs in force or lapsed, and the definitions
 * of others. One that is not in force yet, or was repealed, says nothing.
 */
const partsOf = ({ basis, catalogs, lapsed }: BasisRead): ReadonlyMap<string, string> =>
  new Map<string, string>([
    ...basis.lineage.map((record) => [record.id, canonicalJson(record)] as const),
    ...catalogs.flatMap(({ head: _, key, ...stands }) =>
      ['IN_FORCE', 'LAPSED'].includes(stands.standing)
        ? [[`catalog_${key}`, canonicalJson(stands)] as const]
        : [],
    ),
    ...lapsed.map(
      ({ head: _, ...definitions }) =>
        [`catalog_${definitions.key}@${definitions.version.number}`, canonicalJson(definitions)] as const,
    ),
  ]);

/** @throws Refusal REASON_REQUIRED */
function refuseUnreasoned(rows: readonly BatchRow[], today: string, reason: string | null | undefined): void {
  if (!isBlank(reason ?? '')) return;
  for (const { result } of rows)
    if (isAssessed(result) && result.on !== today)
      throw new Refusal('REASON_REQUIRED', { field: 'on', value: result.on, reason: 'onReason' }, [
        'onReason',
      ]);
}

/** @throws Refusals CHUNK_SIZE, UNKNOWN_ROW */
async function rowsAt(
  deps: Deps,
  stored: StoredBatch,
  places: readonly NamedRow[],
): Promise<readonly RowToDecide[]> {
  if (places.length === 0 || places.length > MAX_CHUNK_ROWS)
    throw new Refusal('CHUNK_SIZE', { value: places.length, allowed: MAX_CHUNK_ROWS }, ['rows']);
  const chunkAt = memoizeByKey(async (index: number): Promise<readonly BatchRow[]> => {
    const chunk = index < 0 ? null : await deps.store.readChunk(stored.batch.id, index);
    return chunk ? rowsOf(deps, stored, chunk) : [];
  });
  const found = await Promise.all(places.map(async ({ chunk, row }) => (await chunkAt(chunk))[row]));
  const unknown = places.flatMap((place, at) =>
    found[at]
      ? []
      : [new Refusal('UNKNOWN_ROW', { chunk: place.chunk, row: place.row }, ['rows', String(at)])],
  );
  if (unknown.length > 0) throw new Refusals(unknown);
  return places.map(({ confirmations }, at) => ({ ...found[at]!, confirmations }));
}

/** Rows that were named, one by one, some perhaps twice: a place among them is its number. */
function pageOf(named: readonly RowToDecide[], { first, after }: Paging): Page<RowToDecide> {
  const start = after == null ? 0 : Number(after) + 1;
  const page = named.slice(start, start + first);
  return {
    items: page.map((value, at) => ({ cursor: String(start + at), value })),
    hasNextPage: start + first < named.length,
  };
}
