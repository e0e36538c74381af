import { CsvError, type Info, parse } from 'csv-parse/sync';
import { FileFault } from '../domain/messages/file-faults.ts';
import { cellText } from './cell-text.ts';
import { withoutFormula } from './formula-mark.ts';
import { MAX_CELL, MAX_ROWS } from './limits.ts';
import type { Cell, Row, Sheet } from './sheet.ts';

/** What the one sheet of a text is called. */
export const CSV_SHEET = 'CSV';

/** Text in columns, as spreadsheet programs save it: separated by commas or tabs, in UTF-8 or GB18030. */
export function csvSheet(bytes: Uint8Array): Sheet {
  const text = decoded(bytes);
  // What is no text at all decodes often enough.
  if (text.includes('\0')) throw new FileFault('FILE_NOT_A_TABLE', { value: shownBytes(bytes) });
  const rows = rowsOf(text);
  return { name: CSV_SHEET, rows, atMost: rows.length, serials: false };
}

/** The cells of what a spreadsheet program puts on the clipboard; a quotation mark need not be one there. */
export function pastedCells(text: string): readonly (readonly string[])[] {
  const options = { delimiter: '\t', relax_column_count: true } as const;
  try {
    return parse(text, { ...options, relax_quotes: true });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    return parse(text, { ...options, quote: false });
  }
}

/** A line of text in columns, with nothing in it that a spreadsheet program would run as a formula. */
export const csvLine = (cells: readonly Cell[]): string =>
  `${cells
    .map(cellText)
    .map(withoutFormula)
    .map((text) => (/[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text))
    .join()}\r\n`;

/** UTF-8 first: nearly all Chinese in UTF-8 is valid GB18030 too, and means something else there. */
function decoded(bytes: Uint8Array): string {
  for (const encoding of ['utf-8', 'gb18030']) {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes);
    } catch {}
  }
  throw new FileFault('FILE_ENCODING_UNKNOWN');
}

function rowsOf(text: string): readonly Row[] {
  const [first = ''] = text.split('\n', 1);
  const { lines, longest } = linesIn(text);
  // Cells of several lines have their share; beyond that the rows are too many, and empty ones take their time as well.
  if (lines > 2 * MAX_ROWS) throw tooManyRows();
  if (longest > MAX_RECORD) throw longCell();
  try {
    const records = parse(text, {
      delimiter: first.includes('\t') ? '\t' : ',',
      relax_column_count: true,
      // Kept, each takes the longer the more there are.
      skip_empty_lines: true,
      info: true,
      max_record_size: MAX_RECORD,
    }) as unknown as readonly { readonly record: readonly string[]; readonly info: Info }[];
    if (records.length > MAX_ROWS) throw tooManyRows();
    return records.map(({ record, info }) => {
      if (record.some((cell) => cell.length > MAX_CELL)) throw longCell();
      return { row: info.records + info.empty_lines, cells: record.map(plain) };
    });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    if (error.code === 'CSV_MAX_RECORD_SIZE') throw longCell();
    throw new FileFault('FILE_QUOTES_BROKEN', { line: Number(error.lines ?? 1) });
  }
}

/** How many lines there are, and of how many characters the longest is: seen before any of them is taken apart. */
function linesIn(text: string): { readonly lines: number; readonly longest: number } {
  let [lines, longest, from] = [1, 0, 0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', from)) {
    lines++;
    longest = Math.max(longest, at - from);
    from = at + 1;
  }
  return { lines, longest: Math.max(longest, text.length - from) };
}

const MAX_RECORD = MAX_CELL * 100;

const tooManyRows = () => new FileFault('FILE_HAS_TOO_MANY_ROWS', { part: 'CSV', allowed: MAX_ROWS });
const longCell = () => new FileFault('FILE_HAS_LONG_CELL', { part: 'CSV', allowed: MAX_CELL });

/** What a spreadsheet program wrote as a formula to keep a text a text: `="0511"`. */
const plain = (cell: string): string => /^="([^"]*)"$/.exec(cell)?.[1] ?? cell;

const shownBytes = (bytes: Uint8Array): string =>
  [...bytes.subarray(0, 4)].map((byte) => byte.toString(16).padStart(2, '0')).join(' ');
