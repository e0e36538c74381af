import { LIST_FORMATS, type ListFormat } from '../../domain/assessment/batch.ts';

// Where what belongs to a list lies in its bucket. `infra/list-bucket.ts` says how long, and who may read and write where.

/** A list as it was handed in. */
export interface Upload {
  /** `batch_…/<id>` */
  readonly id: string;
  readonly batch: string;
  readonly format: ListFormat;
}
const ENDINGS: Readonly<Record<ListFormat, string>> = { XLSX: 'xlsx', CSV: 'csv', JSON_LINES: 'jsonl' };

export const INCOMING = 'incoming/';
export const CHUNKS = 'chunks/';
export const RESULTS = 'results/';

/** Where a list is handed in. */
export const incomingAt = (batch: string, id: string, format: ListFormat): string =>
  `${INCOMING}${batch}/${id}.${ENDINGS[format]}`;

/** @throws Error for the name of something else */
export function uploadAt(key: string): Upload {
  const [, id, batch, ending] =
    /^incoming\/((batch_[0-9a-f]{40})\/[0-9a-f-]{36})\.(xlsx|csv|jsonl)$/.exec(key) ?? [];
  const format = LIST_FORMATS.find((one) => ENDINGS[one] === ending);
  if (id === undefined || batch === undefined || format === undefined)
    throw new Error(`no list is handed in as ${key}`);
  return { id, batch, format };
}

/** The portions of a list: what the map goes over. */
export const portionsAt = (upload: string): string => `${CHUNKS}${upload}/portions.json`;
/** By what law it is checked, as it was when it was first opened. */
export const lawsAt = (upload: string): string => `${CHUNKS}${upload}/laws.json`;
/** Those of them that no results are there of. */
export const missingAt = (upload: string): string => `${CHUNKS}${upload}/missing.json`;
/** The rows of a portion, as they are sent. */
export const rowsAt = (upload: string, portion: number): string =>
  `${CHUNKS}${upload}/rows/${numbered(portion)}.jsonl`;

export const resultsBelow = (upload: string): string => `${RESULTS}${upload}/rows/`;
/** What the rows of a portion came to. */
export const resultsAt = (upload: string, portion: number): string =>
  `${resultsBelow(upload)}${numbered(portion)}.jsonl`;
export const halvedBelow = (upload: string): string => `${RESULTS}${upload}/halved/`;
/** How many rows of a portion were taken, where it was too heavy for all of them. */
export const halvedAt = (upload: string, portion: number): string =>
  `${halvedBelow(upload)}${numbered(portion)}.json`;
/** What could not be read or was refused, place by place. */
export const faultsAt = (upload: string): string => `${RESULTS}${upload}/faults.jsonl`;
/** The workbook of the office with what its rows came to. */
export const workbookAt = (upload: string): string => `${RESULTS}${upload}/results.xlsx`;
export const manifestAt = (upload: string): string => `${RESULTS}${upload}/manifest.json`;

/** Five digits, so that the order of names is that of numbers. */
const numbered = (portion: number): string => String(portion).padStart(5, '0');
