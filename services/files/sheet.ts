/** What a cell holds. Text files hold text alone; a date is midnight UTC of its day. */
export type Cell = string | number | boolean | Date | null;

export interface Row {
  /** As a spreadsheet shows it: the first is 1. */
  readonly row: number;
  readonly cells: readonly Cell[];
}

export interface Sheet {
  readonly name: string;
  /** Rows in their order; those without any cell may be left out. */
  readonly rows: AsyncIterable<Row> | Iterable<Row>;
  /** As many rows as there can be, for those who want to know how far they have come. */
  readonly atMost: number;
  /** Cells that were merged into one; not given where nothing can be. */
  readonly merges?: () => Promise<readonly Range[]>;
  /** Whether a number can be the day that it is the serial of: with an epoch of 1904 it would be another. */
  readonly serials: boolean;
}

/** Cells in a rectangle: rows as a spreadsheet shows them, columns from 0. */
export interface Range {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}
