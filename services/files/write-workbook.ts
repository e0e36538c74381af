import {
  type CellStyle,
  type CellValue,
  cellRef,
  colToLetter,
  type DataValidation,
  writeXlsx,
  writeXlsxStream,
} from 'hucre/xlsx';
import { withoutFormula } from './formula-mark.ts';
import { rowHeight } from './row-height.ts';
import type { Cell, Sheet } from './sheet.ts';

/** A sheet of a workbook that is handed out. */
export interface WrittenSheet {
  readonly name: string;
  readonly columns: readonly WrittenColumn[];
  /** The first is the header and stays in sight. */
  readonly rows: readonly (readonly (string | number)[])[];
  /** Rows that are no part of what is to be filled in, shown in grey; the first is 0. */
  readonly greyRows?: readonly number[];
}
export interface WrittenColumn {
  readonly width: number;
  /** What is typed in stays as it is: codes keep the 0 that they begin with, and all their digits. */
  readonly isText?: boolean;
  /** Shown over the header. */
  readonly note?: string;
  readonly marked?: boolean;
  readonly choice?: Choice;
}
/** A drop-down. */
export interface Choice {
  readonly options: readonly string[];
  /** Whether something else may be typed in: several options. */
  readonly open: boolean;
}

/** Rows that have their drop-downs, and rows whose cells are made text one by one: a column cannot be. */
const ROWS_TO_FILL = 5_000;
const ROWS_OF_TEXT = 500;
const OPTIONS_SHEET = '选项';

/**
 * An .xlsx workbook. This file alone knows what writes it.
 *
 * The options of drop-downs stand on a hidden sheet: a list inside a validation may have 255 characters, and a longer
 * one has Excel repair the file.
 */
export async function writeWorkbook(sheets: readonly WrittenSheet[]): Promise<Uint8Array> {
  const lists: (readonly string[])[] = [];
  const written = sheets.map(({ name, columns, rows, greyRows = [] }) => {
    const cells = new Map<string, { style?: CellStyle; comment?: { text: string } }>();
    const dataValidations: DataValidation[] = [];
    const widths = columns.map(({ width }) => width);
    const heights = rows.map((row) => rowHeight(row, widths));
    for (const [at, { note, marked = false, choice, isText = false }] of columns.entries()) {
      cells.set(`0,${at}`, {
        style: marked ? MARKED_HEADER : HEADER,
        ...(note !== undefined && { comment: { text: withoutFormula(briefly(note)) } }),
      });
      // Of a cell of several lines that does not wrap one sees the last alone.
      const style = isText ? TEXT : WRAPPED;
      const last = Math.max(isText ? ROWS_OF_TEXT : 0, rows.length - 1);
      for (let row = 1; row <= last; row++) cells.set(`${row},${at}`, { style });
      for (const row of greyRows)
        cells.set(`${row},${at}`, {
          style: { ...style, ...GREY, alignment: { ...style.alignment, horizontal: 'left' } },
        });
      if (!choice) continue;
      const list = colToLetter(lists.push(choice.options) - 1);
      dataValidations.push({
        type: 'list',
        formula1: `'${OPTIONS_SHEET}'!$${list}$1:$${list}$${choice.options.length}`,
        range: `${cellRef(1, at)}:${cellRef(ROWS_TO_FILL, at)}`,
        allowBlank: true,
        showErrorMessage: !choice.open,
      });
    }
    return {
      name,
      columns: columns.map(({ width }) => ({ width })),
      rowDefs: new Map(heights.flatMap((height, row) => (height === undefined ? [] : [[row, { height }]]))),
      rows: rows.map((row) =>
        row.map((cell) => (typeof cell === 'string' ? unescaped(withoutFormula(cell)) : cell)),
      ),
      cells,
      dataValidations,
      freezePane: { rows: 1 },
    };
  });
  const longest = Math.max(0, ...lists.map((list) => list.length));
  const options = Array.from({ length: longest }, (_, row) =>
    lists.map((list) => withoutFormula(list[row] ?? '')),
  );
  return await writeXlsx({
    sheets: [...written, ...(longest > 0 ? [{ name: OPTIONS_SHEET, rows: options, hidden: true }] : [])],
  });
}

/** A sheet as a workbook, with every row where it was and its header in sight; texts stay texts, whatever they look like. */
export async function plainWorkbook(
  { name, rows }: Sheet,
  { headerRow, width }: { readonly headerRow: number; readonly width: number },
): Promise<Uint8Array> {
  const inPlace = async function* (): AsyncGenerator<readonly Cell[]> {
    let next = 1;
    for await (const { row, cells } of rows) {
      for (; next < row; next++) yield [];
      next = row + 1;
      yield cells.map((cell) => (typeof cell === 'string' ? withoutFormula(cell) : cell));
    }
  };
  const stream = writeXlsxStream(inPlace() as AsyncIterable<CellValue[]>, {
    name,
    columns: Array.from({ length: width }, () => ({ width: PLAIN_WIDTH })),
    freezePane: { rows: headerRow },
  });
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

const PLAIN_WIDTH = 16;

/** What a box of a note shows: what is longer stands whole on the sheet that says how to fill it in. */
const briefly = (note: string): string =>
  note.length > NOTE ? `${note.slice(0, NOTE - 12)}…（全文见“填写说明”）` : note;
const NOTE = 60;

/** `_x0041_` is what a workbook writes for A (ECMA-376-1, 22.9.2.19): where it is meant itself, its `_` is written so. */
const unescaped = (text: string): string => text.replace(/_(?=x[\dA-Fa-f]{4}_)/g, '_x005F_');

const HEADER: CellStyle = {
  font: { bold: true },
  fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'DDEBF7' } },
  alignment: { wrapText: true, vertical: 'center' },
};
const MARKED_HEADER: CellStyle = {
  ...HEADER,
  fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'FCE4D6' } },
};
const WRAPPED: CellStyle = { alignment: { wrapText: true, vertical: 'top' } };
const TEXT: CellStyle = { ...WRAPPED, numFmt: '@' };
const GREY: CellStyle = { font: { italic: true, color: { rgb: '808080' } } };
