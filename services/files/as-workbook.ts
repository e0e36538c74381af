import { CSV_SHEET } from './csv.ts';
import type { CheckedFile } from './results-workbook.ts';
import { sheetsOf } from './sheets.ts';
import { plainWorkbook } from './write-workbook.ts';

/** A workbook to write the results into: the list itself, or text in columns as one. */
export const asWorkbook = async (bytes: Uint8Array, { sheets }: CheckedFile): Promise<Uint8Array> =>
  sheets[0]?.name === CSV_SHEET && bytes[0] !== 0x50
    ? await plainWorkbook((await sheetsOf(bytes))[0]!, sheets[0])
    : bytes;
