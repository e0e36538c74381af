import type { ListFormat } from '../domain/assessment/batch.ts';
import type { Locale } from '../domain/values/text.ts';

/** Where lists are handed in as files and come back from. */
export interface ListDesk {
  /** What a file may have. */
  readonly maxBytes: number;
  /** A form by which one file of this kind and size can be handed in, and nothing else. */
  readonly form: (upload: NewUpload, at: Date) => Promise<UploadForm>;
  /** Addresses at which the results of a list can be read for a while; whether there are any yet is not looked at. */
  readonly results: (
    upload: { readonly batch: string; readonly id: string },
    at: Date,
  ) => Promise<ListResults>;
}
export interface NewUpload {
  readonly id: string;
  readonly batch: string;
  readonly format: ListFormat;
  readonly bytes: number;
  readonly officer: string;
  /** In which the results are written. */
  readonly locale: Locale;
}
export interface UploadForm {
  readonly url: string;
  /** By name; all of them, and the file behind them. */
  readonly fields: Readonly<Record<string, string>>;
  readonly expiresAt: Date;
}
export interface ListResults {
  readonly manifest: string;
  readonly workbook: string;
  readonly faults: string;
  readonly expiresAt: Date;
}
