import { cellText, plainText } from './cell-text.ts';
import type { Field } from './fields.ts';
import { columnOf } from './header.ts';
import type { Cell, Range, Row, Sheet } from './sheet.ts';

/** A row that can be the header of a table, by itself or with the row above it. */
export interface HeaderRow {
  /** Its place among the rows; the table begins behind it. */
  readonly at: number;
  readonly headers: readonly Cell[];
}

/** The rows by themselves. */
export const singleHeaders = (rows: readonly (readonly Cell[])[]): readonly HeaderRow[] =>
  rows.map((headers, at) => ({ at, headers }));

/**
 * Headers in two rows: a group above (投资情况（万元）) and what is in it below (总投资、设备投资), or one cell over both.
 * What stands above counts for those columns alone over which it was merged: further to the right it is nobody's.
 */
export async function doubleHeaders(
  rows: readonly Row[],
  { merges }: Sheet,
  fields: readonly Field[],
): Promise<readonly HeaderRow[]> {
  if (!merges) return [];
  let merged: readonly Range[] | undefined;
  const found: HeaderRow[] = [];
  for (const [at, { row, cells }] of rows.entries()) {
    const upper = rows[at - 1];
    if (upper?.row !== row - 1) continue;
    if (![...upper.cells, ...cells].some((cell) => columnOf(cell, fields))) continue;
    merged ??= await merges();
    const above = merged.filter(({ top }) => top === upper.row);
    // Two rows are one header only where something in the upper one was merged.
    if (above.length === 0) continue;
    const width = Math.max(upper.cells.length, cells.length);
    const headers = Array.from({ length: width }, (_, column) => {
      const group = above.find(({ left, right }) => column >= left && column <= right);
      return together(upper.cells[group?.left ?? column] ?? null, cells[column] ?? null, fields);
    });
    found.push({ at, headers: headers.slice(0, headers.findLastIndex((cell) => cell !== '') + 1) });
  }
  return found;
}

/** What two cells above each other name: the lower one, with the unit of the upper one or all of it where only that is known. */
function together(upper: Cell, lower: Cell, fields: readonly Field[]): string {
  const [above, below] = [cellText(upper), cellText(lower)];
  if (below === '') return above;
  const [unit = ''] = /\([^()]+\)\s*$/.exec(plainText(upper)) ?? [];
  const known = columnOf(below, fields);
  const whole = above + below;
  // Of which line it is stands above: 产品1 over 产能.
  if (columnOf(whole, fields)?.line !== undefined) return whole;
  const named = [...(known?.unit === null && unit !== '' ? [below + unit] : []), below, whole];
  return named.find((name) => columnOf(name, fields)) ?? below;
}
