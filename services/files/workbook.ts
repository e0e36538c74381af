import { readXlsx, type StreamRow, streamXlsxRows } from 'hucre/xlsx';
import { FileFault } from '../domain/messages/file-faults.ts';
import { guardWorkbook } from './guard.ts';
import { MAX_CELL, MAX_ROWS } from './limits.ts';
import { openPackage } from './office-package.ts';
import type { Range, Row, Sheet } from './sheet.ts';
import { columnNumber } from './sheet-cells.ts';

/**
 * The sheets of an .xlsx workbook that are shown. This file alone knows what reads it.
 *
 * @throws FileFault
 */
export async function workbookSheets(bytes: Uint8Array): Promise<readonly Sheet[]> {
  const { formats, uncomputed, rows: atMost } = await guardWorkbook(bytes);
  const asShown = uncomputed || formats.some(showsAnother);
  const pack = await orDamaged(() => openPackage(bytes));
  const { sheets, since1904 } = pack;
  return sheets.flatMap(({ name, part, hidden }, index) =>
    hidden
      ? []
      : [
          {
            name,
            merges: () => orDamaged(() => mergesIn(pack.pieces(part))),
            rows: within(name, asShown ? rowsAsShown(bytes, index) : streamXlsxRows(bytes, { sheet: index })),
            atMost,
            serials: !since1904,
          },
        ],
  );
}

/** What was merged stands behind the rows. */
async function mergesIn(xml: AsyncIterable<string>): Promise<readonly Range[]> {
  const merges: Range[] = [];
  let rest = '';
  for await (const piece of xml) {
    const text = rest + piece;
    for (const [, left, top, right, bottom] of text.matchAll(MERGE))
      merges.push({
        left: columnNumber(left!),
        top: Number(top),
        right: columnNumber(right!),
        bottom: Number(bottom),
      });
    // A tag may be cut in two between one piece and the next.
    rest = text.slice(Math.max(text.lastIndexOf('<'), text.length - 200));
    if (rest.includes('/>')) rest = '';
  }
  return merges;
}
const MERGE = /<(?:\w+:)?mergeCell\s[^>]*?ref="([A-Z]+)(\d+):([A-Z]+)(\d+)"[^>]*>/g;

/** The rows, as long as they are no more and no longer than allowed. */
async function* within(name: string, rows: AsyncGenerator<StreamRow>): AsyncGenerator<Row> {
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

/**
 * Rows in which a cell that shows something else than it holds has both as a text, which nobody takes for a number, and
 * one that nobody has worked out its formula. Either is known only where the whole sheet is held.
 */
async function* rowsAsShown(bytes: Uint8Array, index: number): AsyncGenerator<StreamRow> {
  const { sheets } = await readXlsx(bytes, { sheets: [index], readStyles: true });
  const { rows = [], cells } = sheets[0] ?? {};
  for (const [row, values] of rows.entries())
    yield {
      index: row,
      values: values.map((value, column) => {
        const { style, formula } = cells?.get(`${row},${column}`) ?? {};
        if (value === null) return formula === undefined ? null : `=${formula}`;
        const format = style?.numFmt ?? '';
        if (typeof value === 'string' || !showsAnother(format)) return value;
        return `${value instanceof Date ? value.toISOString().slice(0, 7) : value} [${format}]`;
      }),
    };
}

/**
 * Whether a number format shows a number as another one, in ten thousands (`0!.0,`) or with a unit (`0.0"亿元"`), or of a
 * day the month alone: what stands in such a cell is not what its author read there.
 */
function showsAnother(format: string): boolean {
  const isDate = /[ymd]/i.test(format.replace(/"[^"]*"|\\.|\[[^\]]*\]/g, ''));
  return isDate
    ? /y/i.test(format) && !/d/i.test(format)
    : /\p{Script=Han}|%/u.test(format) || /[0#?],+(?![0#?])/.test(format.replace(/"[^"]*"/g, ''));
}

/** What the reader throws is about the file: the guard has passed its size, not its sense. */
async function orDamaged<T>(read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (error) {
    throw new FileFault('FILE_NOT_A_TABLE', { value: (error as Error).message });
  }
}
