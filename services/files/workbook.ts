import { readXlsx, streamXlsxRows } from 'hucre/xlsx';
import { FileFault } from '../domain/messages/file-faults.ts';
import { guardWorkbook } from './guard.ts';
import { MAX_CELL, MAX_ROWS } from './limits.ts';
import type { Row, Sheet } from './sheet.ts';

/**
 * The sheets of an .xlsx workbook that are shown. This file alone knows what reads it.
 *
 * @throws FileFault
 */
export async function workbookSheets(bytes: Uint8Array): Promise<readonly Sheet[]> {
  await guardWorkbook(bytes);
  const shown: { name: string; index: number }[] = [];
  const { dateSystem } = await orDamaged(() =>
    readXlsx(bytes, {
      sheets: ({ name, index, hidden, veryHidden }) => {
        if (!hidden && !veryHidden) shown.push({ name, index });
        return false;
      },
    }),
  );
  return shown.map(({ name, index }) => ({
    name,
    rows: rowsOf(bytes, name, index),
    serials: dateSystem !== '1904',
  }));
}

async function* rowsOf(bytes: Uint8Array, name: string, index: number): AsyncGenerator<Row> {
  const rows = streamXlsxRows(bytes, { sheet: index });
  for (;;) {
    const { done, value } = await orDamaged(() => rows.next());
    if (done) return;
    if (value.index >= MAX_ROWS)
      throw new FileFault('FILE_HAS_TOO_MANY_ROWS', { part: name, allowed: MAX_ROWS });
    if (value.values.some((cell) => typeof cell === 'string' && cell.length > MAX_CELL))
      throw new FileFault('FILE_HAS_LONG_CELL', { part: name, allowed: MAX_CELL });
    yield { row: value.index + 1, cells: value.values };
  }
}

/** What the reader throws is about the file: the guard has passed its size, not its sense. */
async function orDamaged<T>(read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (error) {
    throw new FileFault('FILE_NOT_A_TABLE', { value: (error as Error).message });
  }
}
