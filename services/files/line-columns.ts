import { unitName } from '../domain/facts/product-name.ts';
import { Refusal } from '../domain/messages/refusal.ts';
import { unitOf } from '../domain/values/unit.ts';
import { cellText, plainText } from './cell-text.ts';
import { type Expected, readAmount, unread } from './read-cell.ts';
import type { Cell } from './sheet.ts';

/** A filled cell of a list that stands in several columns. */
export interface PartCell {
  /** The key of the field of its column. */
  readonly field: string;
  /** Which line it is of, as its header says; empty where the list has one. */
  readonly line: string;
  readonly cell: Cell;
  /** The place of its column. */
  readonly at: number;
  readonly header: string;
  /** The unit of its column. */
  readonly unit: string | null;
  /** What the column is called and how it is written. */
  readonly expected: Expected;
}

/** The fields whose columns have the parts of a line. */
export interface LineParts {
  readonly name: string;
  readonly number: string;
  readonly unit: string;
  /** Whether amounts can be in units of a dimension. */
  readonly measuredIn: (dimension: string) => boolean;
  readonly cas?: string;
  readonly fraction?: string;
}

/** What is wrong with a cell of one of several columns. */
export class ColumnFault extends Error {
  readonly at: number;

  constructor(at: number, cause: unknown) {
    super('a column that cannot be read', { cause });
    this.at = at;
  }
}

/**
 * The lines of a list, each in columns of its own: name, amount and unit. A name without an amount beside it can have
 * all of it, or the whole list, in its cell.
 *
 * A list is complete: where one cell of it is not understood none of its lines is taken.
 *
 * @param read a cell with lines, as they are written in one
 * @throws ColumnFault
 */
export function readLineColumns<Line>(
  { parts }: { readonly parts: readonly PartCell[] },
  of: LineParts,
  read: (cell: Cell, unit: string | null) => readonly Line[],
): readonly Line[] {
  const lines = [...new Set(parts.map(({ line }) => line))];
  return lines.flatMap((line) => {
    const part = (field: string | undefined) => parts.find((one) => one.line === line && one.field === field);
    const [name, number, unit] = [part(of.name), part(of.number), part(of.unit)];
    const [cas, fraction] = [part(of.cas), part(of.fraction)];
    const stated = unit && inColumn(unit, (cell) => unitIn(cell, of));
    const first = name ?? cas;
    if (!first) {
      const { at } = parts.find((one) => one.line === line)!;
      throw new ColumnFault(at, new Refusal('REQUIRED', { field: of.name }));
    }
    if (!number && !cas && !fraction) return inColumn(first, ({ cell }) => read(cell, stated ?? first.unit));
    return inColumn(first, () => {
      const amount = number && inColumn(number, (cell) => amountIn(cell, unit, stated));
      const percent = fraction && inColumn(fraction, percentIn);
      const written = [name && cellText(name.cell), cas && plainText(cas.cell), percent, amount];
      const whole = written.filter(Boolean).join(' ');
      if (name && NONE.test(plainText(name.cell))) throw unread(name.cell, name.expected);
      const [only, ...more] = read(whole, null);
      // Of several names in the cell, it is not said whose the amount is.
      if (only === undefined || more.length > 0) throw unread(first.cell, first.expected);
      return [only];
    });
  });
}

const NONE = /^(?:无|不涉及|none)$/i;

function unitIn({ cell, expected }: PartCell, { measuredIn }: LineParts): string {
  const unit = unitName(cellText(cell));
  const dimension = unitOf(unit)?.dimension;
  if (dimension === undefined || !measuredIn(dimension)) throw unread(cell, expected);
  return unit;
}

/** The amount with its unit: that of its own cell, of the cell beside it, or of its column. */
function amountIn(
  { cell, expected, header, unit: ofColumn }: PartCell,
  unit: PartCell | undefined,
  stated: string | undefined,
): string {
  const { number, unit: own } = readAmount(cell, expected);
  if (own !== null && !unitOf(own)) throw unread(cell, expected);
  // Two units for one amount: which of them counts is not known.
  if (unit && stated !== undefined && (own ?? ofColumn ?? stated) !== stated)
    throw new ColumnFault(unit.at, unread(unit.cell, unit.expected));
  const used = own ?? stated ?? ofColumn ?? '';
  const yearly = used !== '' && !used.includes('/') && plainText(header).startsWith('年');
  return `${number}${used}${yearly ? '/年' : ''}`;
}

function percentIn({ cell, expected }: PartCell): string {
  const { number, unit } = readAmount(cell, expected);
  if (unit !== null && unit !== '%') throw unread(cell, expected);
  return `${number}%`;
}

/** What a cell says; what is wrong with it is wrong in its column. @throws ColumnFault */
function inColumn<Read>(part: PartCell, read: (part: PartCell) => Read): Read {
  try {
    return read(part);
  } catch (error) {
    throw error instanceof ColumnFault ? error : new ColumnFault(part.at, error);
  }
}
