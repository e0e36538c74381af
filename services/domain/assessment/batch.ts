import type { FactDefinition } from '../facts/fact.ts';
import type { Details, MessageCode } from '../messages/messages.ts';
import { memoize } from '../values/memoize.ts';
import type { Day, Outcome, SettledOutcome, Truth } from '../vocabulary.ts';
import type { EntryRef } from './assessment.ts';
import type { BatchPlace, Evidence } from './decision.ts';

/**
 * A list of projects that an office checks as one (批次), chunk by chunk.
 *
 * INVARIANT: every row, whenever and by whichever process it is decided, is decided by what the batch pinned when it was
 * made, and by nothing that came later.
 */
export interface Batch {
  /** `batch_…` */
  readonly id: string;
  /** What the office calls it. */
  readonly label: string;
  /** Id of the zone, or of the region whose zones the rows name: officers of it, and of those above, handle the batch. */
  readonly jurisdiction: string;
  /** The day of the rows that have none of their own. */
  readonly on: Day;
  readonly createdAt: string;
  readonly createdBy: string;
  /** What of the software decides its rows. */
  readonly software: Software;
}

/** What of the software an assessment depends on, and how far each search may go. */
export type Software = Pick<
  Evidence,
  'engineVersion' | 'searchBound' | 'dictionaryHash' | 'listsHash' | 'classificationHash'
>;

/** Rows that were sent together, and stand together or not at all (分段). */
export interface Chunk {
  /** From 0. */
  readonly index: number;
  readonly rows: number;
  /** Of the rows, how many came to each outcome; the others have faults. */
  readonly outcomes: Readonly<Partial<Record<Outcome, number>>>;
  /** Assessments that were made for them: rows that agree share one. */
  readonly situations: number;
  readonly addedAt: string;
  readonly addedBy: string;
}

/** That no more comes (结束提交). */
export interface Closing {
  readonly chunks: number;
  readonly rows: number;
  readonly closedAt: string;
  readonly closedBy: string;
}

/** Where a row stands in its batch. */
export type RowPlace = Omit<BatchPlace, 'id'>;

/** What a row came to, as far as lists, counts and questions need it. The whole of it follows from what the batch pinned. */
export type RowResult = AssessedRow | FaultyRow;

export interface AssessedRow extends SituationResult {
  readonly ref: string | null;
  /** Its situation, by the place among those of its chunk. */
  readonly situation: number;
}
/** What all rows of a chunk in one situation came to. */
export interface SituationResult {
  readonly zone: string;
  readonly on: Day;
  readonly outcome: Outcome;
  readonly possibleOutcomes: readonly SettledOutcome[];
  /** The entries that apply or may apply. */
  readonly findings: readonly FindingRef[];
  readonly missing: readonly MissingRef[];
}
export interface FindingRef extends EntryRef {
  /** The project's code that the entry covers or may cover; null where it covers every industry. */
  readonly industry: string | null;
  readonly applies: Truth;
  readonly decisive: boolean;
}
export interface MissingRef {
  /** Key of the fact. */
  readonly fact: string;
  readonly neededBy: readonly EntryRef[];
}
/** A row that could not be assessed: all that is wrong with it. */
export interface FaultyRow {
  readonly ref: string | null;
  readonly faults: readonly RowFault[];
}
/** A refusal as it is kept: its sentences follow from code and details. */
export interface RowFault {
  readonly code: MessageCode;
  readonly details: Details;
  readonly path: readonly string[] | null;
}

/** What a chunk came to. */
export interface ChunkResults {
  readonly situations: readonly SituationResult[];
  readonly rows: readonly (Pick<AssessedRow, 'ref' | 'situation'> | FaultyRow)[];
  /** Definitions of all the facts that its rows miss. */
  readonly facts: readonly FactDefinition[];
}

/** What each row of a chunk came to, in their order. */
export const rowResults = memoize(({ situations, rows }: ChunkResults): readonly RowResult[] =>
  rows.map((row) => ('situation' in row ? { ...row, ...situations[row.situation]! } : row)),
);

export const isAssessed = (result: RowResult): result is AssessedRow => 'outcome' in result;

/** How a list of projects is written (清单文件格式): a workbook, text in columns, or a project a line. */
export const LIST_FORMATS = ['XLSX', 'CSV', 'JSON_LINES'] as const;
export type ListFormat = (typeof LIST_FORMATS)[number];
