import { FileFault } from '../domain/messages/file-faults.ts';
import { Refusal, Refusals } from '../domain/messages/refusal.ts';
import { isBlank } from '../domain/values/is-blank.ts';
import type { Text } from '../domain/values/text.ts';
import { cellText, plainText } from './cell-text.ts';
import { type CellContext, type Column, REMOVAL } from './column.ts';
import { headerName } from './header.ts';
import type { CellFault } from './read-projects.ts';
import type { Cell, Row, Sheet } from './sheet.ts';

/** A table of a file, and what it is taken for. */
export interface CatalogTable {
  readonly sheet: string;
  readonly headerRow: number;
  /** What each column is taken for; null for one that says nothing. */
  readonly columns: readonly { readonly header: string; readonly name: Text | null }[];
  /** Rows that say nothing of the catalog: the example, headings, remarks. */
  readonly leftOut: readonly number[];
}

/** Rows in which a header is looked for. */
export const HEADER_WITHIN = 30;

/** A column of a table, and where it stands. */
export interface Placed<Item> {
  readonly at: number;
  readonly header: string;
  readonly column: Column<Item>;
}

/** What a header is taken for. */
export function columnsByName<Item>(
  columns: readonly Column<Item>[],
): (header: Cell | undefined) => Column<Item> | null {
  const names = new Map(
    columns.flatMap((column) =>
      [column.name.zh, column.name.en ?? '', ...column.headers].map((name) => [headerName(name), column]),
    ),
  );
  return (header) => (typeof header === 'string' ? (names.get(headerName(header)) ?? null) : null);
}

const placesIn = <Item>(
  { cells }: Row,
  columnOf: (header: Cell) => Column<Item> | null,
): readonly Placed<Item>[] =>
  cells.flatMap((cell, at) => {
    const column = columnOf(cell);
    return column === null ? [] : [{ at, header: cellText(cell), column }];
  });

const clashesIn = <Item>(sheet: Sheet, { row }: Row, places: readonly Placed<Item>[]): readonly CellFault[] =>
  places
    .filter(({ column, at }) => places.some((other) => other.column === column && other.at < at))
    .map(({ header, column }) =>
      faultAt(
        sheet,
        row,
        header,
        null,
        new FileFault('COLUMNS_CLASH', { field: column.name, columns: [header] }),
      ),
    );

/** A table, opened under its header row. */
export interface OpenTable<Item> {
  readonly sheet: Sheet;
  /** The columns that are known. */
  readonly places: readonly Placed<Item>[];
  readonly context: Omit<CellContext, 'expected'>;
  /** The rows below the header. None where columns clash. */
  readonly rows: readonly Row[];
  /** Columns that say the same thing: which of them counts could only be guessed. */
  readonly clashes: readonly CellFault[];
  /** Whether a row is an example, or the header once more, as where pages were put together. */
  readonly saysNothing: (row: Row) => boolean;
  /** Whether a row is to be removed; a cell that says neither is a fault. */
  readonly isMarked: (row: Row, faults: CellFault[]) => boolean;
  /** @param known what a column is taken for beside those of the table */
  readonly told: (leftOut: readonly number[], known?: (at: number) => Text | undefined) => CatalogTable;
}

export function openTable<Item>(
  sheet: Sheet,
  header: Row,
  rows: readonly Row[],
  columns: readonly Column<Item>[],
  context: Omit<CellContext, 'expected'>,
): OpenTable<Item> {
  const names = header.cells.map((cell) => cellText(cell));
  const places = placesIn(header, columnsByName(columns));
  const removals = placesIn(header, removalColumn);
  const clashes = [...clashesIn(sheet, header, places), ...clashesIn(sheet, header, removals)];
  return {
    sheet,
    places,
    context,
    rows: clashes.length > 0 ? [] : rows,
    clashes,
    saysNothing: (row) =>
      isExample(row) ||
      row.cells.every(
        (cell, at) => isBlankCell(cell) || headerName(cellText(cell)) === headerName(names[at] ?? ''),
      ),
    isMarked({ row, cells }, faults) {
      const { name, understood, read } = REMOVAL;
      const cell = cells[removals[0]?.at ?? -1] ?? null;
      try {
        return read(cell, {}, { ...context, expected: { field: name, understood } }).remove === true;
      } catch (error) {
        for (const fault of faultsIn(error)) faults.push(faultAt(sheet, row, name.zh, cell, fault));
        return false;
      }
    },
    told: (leftOut, known = () => undefined) => ({
      sheet: sheet.name,
      headerRow: header.row,
      columns: names.map((name, at) => {
        const place = [...places, ...removals].find((each) => each.at === at);
        return { header: name, name: place?.column.name ?? known(at) ?? null };
      }),
      leftOut,
    }),
  };
}

/** The column by which rows are removed, where a header is that. */
export const removalColumn = columnsByName([REMOVAL]);

/** By what stands in the first cell that is filled. */
const isExample = ({ cells }: Row): boolean =>
  /^(?:示例|例|example)$/i.test(plainText(cells.find((cell) => !isBlankCell(cell)) ?? null));

export const isBlankCell = (cell: Cell | undefined): boolean =>
  cell == null || (typeof cell === 'string' && isBlank(cell));

export const faultAt = (
  { name }: Pick<Sheet, 'name'>,
  row: number,
  column: string,
  cell: Cell,
  fault: FileFault | Refusal,
): CellFault => ({ sheet: name, row, column, value: cellText(cell), fault });

/** What is wrong with a cell. @throws error where it is a fault of the program */
export function faultsIn(error: unknown): readonly (FileFault | Refusal)[] {
  if (error instanceof FileFault || error instanceof Refusal) return [error];
  if (error instanceof Refusals) return error.refusals;
  throw error;
}
