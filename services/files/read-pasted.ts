import type { Entry } from '../domain/catalog/entry.ts';
import { entry as entryShape } from '../domain/catalog/entry-shape.ts';
import type { FileFault } from '../domain/messages/file-faults.ts';
import { tryShape } from '../domain/messages/read-input.ts';
import type { Refusal } from '../domain/messages/refusal.ts';
import { isBlank } from '../domain/values/is-blank.ts';
import { faultsIn } from './catalog-table.ts';
import type { CellContext } from './column.ts';
import { pastedCells } from './csv.ts';
import type { EntryColumn, EntryRead } from './entry-columns.ts';
import { ENTRY_COLUMNS, readCode } from './entry-columns.ts';
import type { CatalogReading } from './read-catalog.ts';
import { columnOf, headerAt, languagesOf } from './read-catalog.ts';

/** A line of a table of entries that is written into. */
export interface PastedLine {
  readonly id: number;
  /** Whether the catalog does not have it yet, so that it can take another code. */
  readonly isNew: boolean;
  readonly entry: EntryRead;
}
export interface PastedReading extends Pick<CatalogReading, 'reference' | 'facts' | 'lists'> {
  readonly lines: readonly PastedLine[];
  /** Ids of the lines from the selected one on, as they are shown. */
  readonly from: readonly number[];
  /** What the columns from the selected one on are about. */
  readonly fields: readonly (keyof Entry)[];
}

/** What a row says of the line that it goes into; null for a new one. */
export interface PastedRow {
  readonly line: number | null;
  readonly changes: EntryRead;
  readonly faults: readonly PastedFault[];
}
/** A cell that cannot be read: the line keeps there what it has. */
export interface PastedFault {
  readonly column: EntryColumn;
  readonly value: string;
  readonly fault: FileFault | Refusal;
}

/**
 * Reads what was copied from a spreadsheet by the readers of its columns: those of its own header where it has one, else
 * those from the selected one on. A row that names the code of a line goes into that one, any other into the line that
 * it lies on, and into a new one where none is left.
 */
export function readPasted(copied: string, reading: PastedReading): readonly PastedRow[] {
  const rows = pastedCells(copied);
  const hasHeader = headerAt(rows.slice(0, 1).map((cells) => ({ row: 1, cells }))) === 0;
  const columns: readonly (EntryColumn | null)[] = hasHeader
    ? rows[0]!.map(columnOf)
    : reading.fields.map((field) => ENTRY_COLUMNS.find((column) => column.field === field) ?? null);
  const codeAt = columns.findIndex((column) => column?.field === 'code');
  const context = {
    ...languagesOf(reading.reference, reading),
    classification: reading.reference.classification,
    serials: false,
  };
  const byCode = new Map(reading.lines.map((line) => [line.entry.code, line]));
  const byId = new Map(reading.lines.map((line) => [line.id, line]));
  return rows.slice(Number(hasHeader)).flatMap((cells, at) => {
    const lying = byId.get(reading.from[at]!);
    const named = byCode.get(cells[codeAt]?.trim());
    const line = named ?? (codeAt < 0 || lying?.isNew ? lying : undefined);
    return !line && cells.every(isBlank) ? [] : [readRow(cells, columns, line, context)];
  });
}

function readRow(
  cells: readonly string[],
  columns: readonly (EntryColumn | null)[],
  line: PastedLine | undefined,
  context: Omit<CellContext, 'expected'>,
): PastedRow {
  let entry: EntryRead = line?.entry ?? {};
  const faults: PastedFault[] = [];
  const read = columns.flatMap((column, at) => (column && cells[at] !== undefined ? [column] : []));
  for (const column of read) {
    const value = cells[columns.indexOf(column)]!;
    const expected = { field: column.name, understood: column.understood };
    try {
      if (column.field !== 'code') entry = column.read(value, entry, { ...context, expected });
      else if (!line || line.isNew) {
        const code = readCode(value, column.name);
        if (code !== undefined) entry = { ...entry, code };
      }
    } catch (error) {
      faults.push(...faultsIn(error).map((fault) => ({ column, value, fault })));
    }
  }
  // Without what was to narrow it, it would catch more than it should.
  const isLost = ({ column: { field } }: PastedFault) =>
    NARROWING.includes(field) && (!line || line.isNew || entry[field] == null);
  if (faults.some(isLost)) entry = { ...entry, conditionsPending: true };
  const wasBlank = !line?.entry.text?.zh;
  // As of a table from a law text: its conditions are still to be written.
  if (wasBlank && entry.text?.zh && !read.some(({ field }) => field === 'when') && entry.when == null)
    entry = { ...entry, conditionsPending: true };
  const refusals: Refusal[] = [];
  tryShape(entryShape, entry, [], refusals);
  for (const fault of refusals) {
    const column = read.find(({ field }) => field === fault.path?.[0]);
    if (column && !faults.some((one) => one.column === column))
      faults.push({ column, value: cells[columns.indexOf(column)]!, fault });
  }
  const fields = new Set<keyof Entry>([...read.map(({ field }) => field), 'conditionsPending']);
  const changes = Object.fromEntries([...fields].map((field) => [field, entry[field]]));
  return { line: line?.id ?? null, changes, faults };
}

const NARROWING: readonly (keyof Entry)[] = [
  'industries',
  'natures',
  'activities',
  'territory',
  'when',
  'exceptions',
];
