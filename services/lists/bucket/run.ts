import type { FactDefinition } from '../../domain/facts/fact.ts';
import { FileFault } from '../../domain/messages/file-faults.ts';
import type { Locale } from '../../domain/values/text.ts';
import type { Outcome } from '../../domain/vocabulary.ts';
import { CheckedRows, type SentRow } from '../../files/checked-rows.ts';
import { MAX_ROWS } from '../../files/limits.ts';
import { type List, surveyOf } from '../../files/list.ts';
import type { Laws, RowResult } from '../../files/result-columns.ts';
import type { RowAnswer } from '../../files/row-answer.ts';
import type { Batch, BatchApi } from '../batches.ts';
import { linesIn, tablesIn } from '../list-rows.ts';
import { JSON_TYPE, jsonIn, type Objects } from './objects.ts';
import { lawsAt, type Upload, uploadAt } from './places.ts';

// A list that was handed in as a file is checked by steps of a state machine (infra/list-states.ts). What they hand on
// from one to the next are names of objects, never what is in them.

/** What the steps work with. */
export interface Tools {
  readonly objects: Objects;
  /** The API, as the officer who handed the list in may use it for its batch. */
  readonly apiFor: (officer: string, batch: string, locale: Locale) => Promise<BatchApi>;
}

/** A list, by the object that it was handed in as. */
export interface HandedIn {
  readonly key: string;
  /** Of what was stored first: what is stored over it is another list. */
  readonly etag: string;
}

/** A portion in the list of them. */
export interface Portion {
  readonly portion: number;
  readonly rows: number;
  /** The file that it was read from. */
  readonly of: string;
}

/** A row of a portion, as it is sent. */
export interface PortionRow extends SentRow {
  readonly sheet: string;
}

/** What a row came to, as it lies in `results/`. */
export interface ResultLine extends RowResult {
  /** The sheet, where the list has any. */
  readonly sheet?: string;
  /** As a spreadsheet shows it, or the line. */
  readonly row: number;
  readonly errors: RowAnswer['errors'];
}

/** What became of a list: the last thing that is written. */
export interface Manifest {
  readonly batch: string;
  readonly upload: string;
  readonly file: HandedIn;
  /**
   * WHOLE: every row was assessed and every cell read. FAULTY: some were not, and the results say which.
   * INCOMPLETE: portions are missing. REFUSED: nothing of it was read.
   */
  readonly state: 'WHOLE' | 'FAULTY' | 'INCOMPLETE' | 'REFUSED';
  /** Why nothing was read. */
  readonly refused?: { readonly zh: string; readonly en: string };
  readonly portions?: { readonly all: number; readonly missing: readonly number[] };
  readonly rows?: {
    readonly sent: number;
    /** Those that kept the results of an earlier check. */
    readonly unchanged: number;
    readonly outcomes: Readonly<Partial<Record<Outcome, number>>>;
    /** Rows without an outcome, those that could not be sent included. */
    readonly notAssessed: number;
  };
  /** Places to mend. */
  readonly faults?: number;
  /** The names of the objects with the results, but for those of the portions. */
  readonly results?: readonly string[];
}

/** A list that was opened. */
export interface OpenedList {
  readonly upload: Upload;
  readonly officer: string;
  readonly locale: Locale;
  readonly api: BatchApi;
  readonly batch: Batch;
  readonly bytes: Uint8Array;
  readonly list: List;
  readonly rows: CheckedRows;
  /** How many of its rows are projects. */
  readonly count: number;
}

/**
 * Opens a list, the same way each time.
 *
 * @throws FileFault or Refusals for one of which nothing can be read, Refused where the officer may not handle its batch,
 * ObjectReplaced
 */
export async function openList({ objects, apiFor }: Tools, { key, etag }: HandedIn): Promise<OpenedList> {
  const upload = uploadAt(key);
  const { bytes, about } = await objects.read(key, etag);
  const officer = decodeURIComponent(about.officer ?? '');
  const locale = about.locale === 'en' ? 'en' : 'zh';
  const api = await apiFor(officer, upload.batch, locale);
  const batch = await api.find(upload.batch);
  const zone = batch.jurisdiction.id.startsWith('zone_') ? batch.jurisdiction.id : null;
  const open = async (definitions: readonly FactDefinition[], only?: readonly string[]): Promise<List> =>
    upload.format === 'JSON_LINES'
      ? linesIn(bytes, zone)
      : await tablesIn(bytes, { zone, mappings: [], definitions, ...(only && { only }) });
  // Rows without a zone of their own may state nothing but what the catalogs of this one define.
  const own = await api.definitions(zone === null ? [] : [zone], batch.on);
  const survey = await surveyOf(await open(own, ['zone']), zone);
  if (survey.rows > MAX_ROWS)
    throw new FileFault('FILE_HAS_TOO_MANY_ROWS', { part: upload.format, allowed: MAX_ROWS });
  const list = await open(await api.definitions(survey.zones, batch.on));
  // The first time counts: something may be published before it is opened again.
  const found = await api.laws(survey.zones, batch.on);
  await objects.add(lawsAt(upload.id), JSON.stringify(found), JSON_TYPE);
  const laws = await jsonIn<Laws>(objects, lawsAt(upload.id));
  const rows = new CheckedRows(list, { on: batch.on, laws }, locale);
  return { upload, officer, locale, api, batch, bytes, list, rows, count: survey.rows };
}

/** The line of a row in `results/`. */
export const resultLine = ({ sheet, row }: PortionRow, { result, errors }: RowAnswer): ResultLine => ({
  ...(sheet !== '' && { sheet }),
  row,
  ...result,
  errors,
});

export const answerIn = ({ sheet: _, row: __, errors, ...result }: ResultLine): RowAnswer => ({
  result,
  errors,
});
