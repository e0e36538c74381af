import type { Chunk } from '../../services/domain/assessment/batch.ts';
import { isAssessed } from '../../services/domain/assessment/batch.ts';
import type { ProjectInput } from '../../services/domain/assessment/project.ts';
import { memoize } from '../../services/domain/values/memoize.ts';
import { inLocale } from '../../services/domain/values/text.ts';
import { OUTCOMES } from '../../services/domain/vocabulary.ts';
import type { AddedChunk, SentRow } from '../../services/operations/batches/add-to-batch.ts';
import { addToBatch } from '../../services/operations/batches/add-to-batch.ts';
import { batchQuestions } from '../../services/operations/batches/batch-questions.ts';
import { listBatches } from '../../services/operations/batches/batches.ts';
import { closeBatch } from '../../services/operations/batches/close-batch.ts';
import { createBatch } from '../../services/operations/batches/create-batch.ts';
import { decideBatch, decisionIdOf } from '../../services/operations/batches/decide-batch.ts';
import {
  assessmentOf,
  countRows,
  faultyIn,
  firstOfSituations,
  listRows,
  rowsOf,
  statedIn,
} from '../../services/operations/batches/rows.ts';
import { listResults, uploadList } from '../../services/operations/batches/upload-list.ts';
import { serialize } from '../assessment/serialize.ts';
import { pageSize, storedConnection } from '../connection.ts';
import type { Context } from '../context.ts';
import { cursorOf, placeOf } from '../cursor.ts';
import { findBatch, findDecision, namedCatalog, namedJurisdiction } from '../find.ts';
import type { Resolvers } from '../generated/types.ts';
import type { AssessmentModel, BatchModel, BatchRowModel, ChunkModel } from '../models.ts';
import { asUserError, attempt } from '../user-errors.ts';

export const batchesResolvers: Resolvers = {
  Batch: {
    id: ({ batch }) => batch.id,
    label: ({ batch }) => batch.label,
    jurisdiction: ({ batch }, _, context) => namedJurisdiction(batch.jurisdiction, context),
    on: ({ batch }) => batch.on,
    createdAt: ({ batch }) => batch.createdAt,
    createdBy: ({ batch }) => batch.createdBy,
    engineVersion: ({ batch }) => batch.software.engineVersion,
    closedAt: async (batch, _, context) => (await progressOf(batch, context)).closing?.closedAt ?? null,
    closedBy: async (batch, _, context) => (await progressOf(batch, context)).closing?.closedBy ?? null,
    rows: async (batch, _, context) => sumOf(await chunksOf(batch, context), ({ rows }) => rows),
    outcomes: async (batch, _, context) => outcomeCounts(await chunksOf(batch, context)),
    faulty: async (batch, _, context) => sumOf(await chunksOf(batch, context), faultyIn),
    situations: async (batch, _, context) =>
      sumOf(await chunksOf(batch, context), ({ situations }) => situations),
    chunks: async (batch, _, context) =>
      (await progressOf(batch, context)).chunks.map((chunk) => ({ of: batch, chunk, decided: null })),
    firstQuestions: async (batch, { by, first, questions }, context) =>
      batchQuestions(context.deps, await progressOf(batch, context), by ?? null, {
        groups: pageSize(first),
        questions: pageSize(questions),
      }),
    listResults: (batch, { upload }, { deps }) => listResults(deps, batch, upload),
    results: async (batch, { filter, ...page }, context) => {
      const progress = await progressOf(batch, context);
      const connection = await storedConnection(page, ['batch', batch.batch.id, filter ?? {}], (paging) =>
        listRows(context.deps, batch, progress, filter ?? {}, paging),
      );
      return { ...connection, count: () => countRows(context.deps, batch, progress, filter ?? {}) };
    },
    row: async (batch, { chunk, row }, context) => {
      const found = (await progressOf(batch, context)).chunks.find((one) => one.chunk.index === chunk);
      return (found && (await rowsOf(context.deps, batch, found))[row]) ?? null;
    },
  },
  ListUpload: {
    fields: ({ fields }) => Object.entries(fields).map(([name, value]) => ({ name, value })),
    expiresAt: ({ expiresAt }) => expiresAt.toISOString(),
  },
  ListResults: { expiresAt: ({ expiresAt }) => expiresAt.toISOString() },
  QuestionGroup: {
    zone: ({ zone }, _, context) => (zone === null ? null : namedJurisdiction(zone, context)),
    catalog: ({ entry }, _, context) => (entry === null ? null : namedCatalog(entry.catalog, context)),
    entry: ({ entry }) => entry?.entry ?? null,
  },
  BatchQuestion: { question: ({ fact }, { locale }) => inLocale(fact.question, locale) },
  BatchChunk: {
    index: ({ chunk }) => chunk.chunk.index,
    rows: ({ chunk }) => chunk.chunk.rows,
    outcomes: ({ chunk }) => outcomeCounts([chunk.chunk]),
    faulty: ({ chunk }) => faultyIn(chunk.chunk),
    situations: ({ chunk }) => chunk.chunk.situations,
    addedAt: ({ chunk }) => chunk.chunk.addedAt,
    addedBy: ({ chunk }) => chunk.chunk.addedBy,
    assessments: async (of, _, context) => {
      const rows = firstOfSituations(await answeredRows(of, context));
      return Promise.all(rows.map(async (row) => (await assessmentIn(row, context))!));
    },
    results: (of, _, context) => answeredRows(of, context),
  },
  BatchRow: {
    chunk: ({ chunk }) => chunk.chunk.index,
    ref: ({ result }) => result.ref,
    stated: (row, _, { deps }) => statedIn(deps, row),
    outcome: ({ result }) => (isAssessed(result) ? result.outcome : null),
    possibleOutcomes: ({ result }) => (isAssessed(result) ? result.possibleOutcomes : []),
    situation: ({ result }) => (isAssessed(result) ? result.situation : null),
    assessment: (row, _, context) => assessmentIn(row, context),
    userErrors: ({ result }) => (isAssessed(result) ? [] : result.faults),
    decision: (row, _, context) => findDecision(decisionIdOf(row), context),
  },
  BatchPlace: { batch: ({ id }, _, context) => findBatch(id, context) },
  Decision: { batch: ({ batch }) => batch ?? null },
  DecidedRow: {
    decision: (decided) => ('decision' in decided ? decided.decision : null),
    userErrors: (decided) => ('refusals' in decided ? decided.refusals.map(asUserError) : []),
  },
  BatchRowConnection: { totalCount: ({ count }) => count() },
  Query: {
    batch: (_, { id }, context) => findBatch(id, context),
    batches: (_, { jurisdiction, ...page }, { deps, actor, record }) =>
      storedConnection(page, ['batches', jurisdiction], async (paging) => {
        const found = await listBatches(deps, actor, jurisdiction, paging);
        for (const { value } of found.items) record.accessed(value.batch.id);
        return found;
      }),
  },
  Mutation: {
    createBatch: async (_, { input }, context) => {
      const { result, userErrors } = await attempt(context, createBatch, input);
      if (result) context.record.accessed(result.batch.id);
      return { batch: result, userErrors };
    },
    addToBatch: async (_, { input }, context) => {
      const { work, record } = context;
      const { result, userErrors } = await attempt(
        context,
        (deps, actor, { rows, ...given }: typeof input) =>
          serialize(work, () =>
            addToBatch(deps, actor, { ...given, rows: rows.map((row) => sentRow(row, context)) }, work),
          ),
        input,
      );
      if (result) record.accessed(result.stored.batch.id);
      for (const answer of result?.decided?.answers ?? [])
        if ('assessment' in answer) record.countOutcome(answer.assessment.outcome);
        else for (const { code } of answer.refusals) record.countRefusal(code);
      return { chunk: result && chunkModel(result), userErrors };
    },
    uploadList: async (_, { input }, context) => {
      const { result, userErrors } = await attempt(context, uploadList, input);
      if (result) context.record.accessed(input.batch);
      return { upload: result, userErrors };
    },
    closeBatch: async (_, { input }, context) => {
      const { result, userErrors } = await attempt(context, closeBatch, input);
      if (result) context.record.accessed(result.batch.id);
      return { batch: result, userErrors };
    },
    decideBatch: async (_, { input }, context) => {
      const { first, after, ...selection } = input;
      // A cursor is good only for the selection that gave it.
      const query = ['decideBatch', selection.batch, selection.rows ?? null, selection.filter ?? null];
      const { result, userErrors } = await attempt(
        context,
        (deps, actor, given: typeof selection) =>
          serialize(context.work, () =>
            decideBatch(
              deps,
              actor,
              { ...given, first: first ?? USUAL_DECISIONS, after: placeOf(query, after) },
              context.work,
            ),
          ),
        selection,
      );
      for (const decided of result?.rows ?? [])
        if ('decision' in decided) {
          context.record.countOutcome(decided.decision.assessment.outcome);
          context.record.accessed(decided.decision.id);
        } else for (const { code } of decided.refusals) context.record.countRefusal(code);
      const next = result?.next == null ? null : cursorOf(query, result.next);
      return { rows: result?.rows ?? null, next, remaining: result?.remaining ?? null, userErrors };
    },
  },
};

const USUAL_DECISIONS = 100;

/** A row as it was sent; what GraphQL could not read of it is a fault of the row alone. */
function sentRow(project: ProjectInput, { misshapen }: Context): SentRow {
  const set = misshapen.get(project.zone);
  return set ? { ref: project.ref ?? null, stated: set.value, refusals: set.faults([]) } : { project };
}

const chunkModel = ({ stored, chunk, decided }: AddedChunk): ChunkModel => ({ of: stored, chunk, decided });

/** The rows of a chunk, with what they were answered just now. */
async function answeredRows(
  { of, chunk, decided }: ChunkModel,
  { deps }: Context,
): Promise<readonly BatchRowModel[]> {
  const rows = await rowsOf(deps, of, chunk, decided?.results);
  return rows.map((row) => ({ ...row, answer: decided?.answers[row.row] ?? null }));
}

/** What a row was answered just now, or is answered again. */
async function assessmentIn(row: BatchRowModel, { deps, work }: Context): Promise<AssessmentModel | null> {
  const { answer = null } = row;
  if (answer) return 'assessment' in answer ? { ...answer.assessment, basis: answer.basis } : null;
  const made = await serialize(work, () => assessmentOf(deps, row, work));
  return made && { ...made.assessment, basis: made.basis };
}

/** What there is of a batch, read once for all that a request asks of it. */
const progressOf = (batch: BatchModel, { deps }: Context) => progressIn(deps)(batch);
const progressIn = memoize((deps: Context['deps']) =>
  memoize((batch: BatchModel) => deps.store.readProgress(batch.batch.id)),
);
const chunksOf = async (batch: BatchModel, context: Context): Promise<readonly Chunk[]> =>
  (await progressOf(batch, context)).chunks.map(({ chunk }) => chunk);

const outcomeCounts = (chunks: readonly Chunk[]) =>
  OUTCOMES.map((outcome) => ({
    outcome,
    rows: sumOf(chunks, ({ outcomes }) => outcomes[outcome] ?? 0),
  })).filter(({ rows }) => rows > 0);

const sumOf = (chunks: readonly Chunk[], count: (chunk: Chunk) => number): number =>
  chunks.reduce((sum, chunk) => sum + count(chunk), 0);
