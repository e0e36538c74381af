import type { Entry } from '../domain/catalog/entry.ts';
import { entry as entryShape } from '../domain/catalog/entry-shape.ts';
import type { FactDefinition, SubstanceList } from '../domain/facts/fact.ts';
import type { Classification } from '../domain/facts/industry.ts';
import type { ReferenceNames } from '../domain/facts/names.ts';
import { FileFault } from '../domain/messages/file-faults.ts';
import { tryShape } from '../domain/messages/read-input.ts';
import { Refusal, Refusals } from '../domain/messages/refusal.ts';
import { notationOf } from '../domain/notation/notation.ts';
import { vocabularyOf } from '../domain/notation/vocabulary.ts';
import { isBlank } from '../domain/values/is-blank.ts';
import { text } from '../domain/values/text.ts';
import type { Measure } from '../domain/vocabulary.ts';
import { cellText, plainText } from './cell-text.ts';
import type { CellContext, EntryColumn, EntryRead, Languages } from './entry-columns.ts';
import { ENTRY_COLUMNS, readCode } from './entry-columns.ts';
import { headerName } from './header.ts';
import type { CellFault } from './read-projects.ts';
import type { Cell, Row, Sheet } from './sheet.ts';
import { sheetsOf } from './sheets.ts';

/** What a file says of a catalog. */
export interface CatalogFile {
  readonly sheet: string;
  readonly headerRow: number;
  /** What each column is taken for; null for one that says nothing. */
  readonly columns: readonly { readonly header: string; readonly column: EntryColumn | null }[];
  /** In the order of the rows; those that are there already with what has no column kept. */
  readonly entries: readonly Entry[];
  /** Rows that are no entries: the example, headings, remarks. */
  readonly leftOut: readonly number[];
  /** With any of these nothing of the file can be taken. */
  readonly faults: readonly CellFault[];
  /** What was not read and is kept as it stands, in the remark of an entry that is still to be completed. */
  readonly kept: readonly CellFault[];
}

export interface CatalogReading {
  readonly reference: CatalogReference;
  /** The definitions that conditions can name: the catalog's own. */
  readonly facts: readonly FactDefinition[];
  readonly lists: readonly SubstanceList[];
  /** The entries that are there, by code. */
  readonly entries: ReadonlyMap<string, Entry>;
  /** Of entries in a table that has no column for it. */
  readonly measure: Measure | null;
}
export interface CatalogReference {
  readonly classification: Classification;
  readonly names: ReferenceNames;
}

/** In which words the entries of a catalog are read and written. */
export function languagesOf(
  { classification, names }: CatalogReference,
  { facts, lists }: Pick<CatalogReading, 'facts' | 'lists'>,
): Languages {
  const vocabulary = vocabularyOf({ classification, names, facts, lists });
  return { vocabulary, notation: notationOf(vocabulary) };
}

/**
 * Reads the entries of a workbook or a text in columns.
 *
 * What the sheet has no column for stays as it is in the entry of the same code. A table without a column of conditions,
 * as one pasted from a law text, gives entries whose conditions are still to be written.
 *
 * @throws FileFault for a file of which nothing can be read
 */
export async function readCatalog(bytes: Uint8Array, reading: CatalogReading): Promise<CatalogFile> {
  const sheets = await sheetsOf(bytes);
  for (const sheet of sheets) {
    const rows: Row[] = [];
    for await (const row of sheet.rows) if (row.cells.some((cell) => !isBlankCell(cell))) rows.push(row);
    const at = headerAt(rows);
    if (at >= 0) return readTable(sheet, rows[at]!, rows.slice(at + 1), reading);
  }
  const options = ENTRY_COLUMNS.filter(({ required }) => required).map(({ name }) => name.zh);
  throw new FileFault('FILE_HAS_NO_HEADERS', {
    sheets: sheets.map(({ name }) => name),
    rows: HEADER_WITHIN,
    options,
  });
}

const HEADER_WITHIN = 30;

/** The place of the first row that names the wording and another column. */
export const headerAt = (rows: readonly Row[]): number =>
  rows.slice(0, HEADER_WITHIN).findIndex(({ cells }) => {
    const columns = cells.map(columnOf).filter((column) => column !== null);
    const numbered = cells.some((cell) => NUMBER.test(headerName(cellText(cell))));
    return columns.length + Number(numbered) > 1 && columns.some(({ required }) => required);
  });

const NAMES: ReadonlyMap<string, EntryColumn> = new Map(
  ENTRY_COLUMNS.flatMap((column) =>
    [column.name.zh, column.name.en ?? '', ...column.headers].map((name) => [headerName(name), column]),
  ),
);
/** What a column of this header is taken for. */
export const columnOf = (header: Cell): EntryColumn | null =>
  typeof header === 'string' ? (NAMES.get(headerName(header)) ?? null) : null;

/** A table of a law text is numbered: its numbers are the codes where no column has any. */
const NUMBER = /^(?:序号|编号|号|no|number)$/;

type Placed = { readonly at: number; readonly header: string; readonly column: EntryColumn };

function readTable(sheet: Sheet, header: Row, rows: readonly Row[], reading: CatalogReading): CatalogFile {
  const names = header.cells.map((cell) => cellText(cell));
  const columns = header.cells.map(columnOf);
  const places: readonly Placed[] = columns.flatMap((column, at) =>
    column === null ? [] : [{ at, header: names[at]!, column }],
  );
  const has = (field: keyof Entry) => places.some(({ column }) => column.field === field);
  const numbers = has('code') ? -1 : names.findIndex((name) => NUMBER.test(headerName(name)));
  const table: Table = {
    sheet,
    places,
    numbers: numbers < 0 ? null : { at: numbers, header: names[numbers]! },
    open: !has('when'),
    context: {
      ...languagesOf(reading.reference, reading),
      classification: reading.reference.classification,
      serials: sheet.serials,
    },
    reading,
  };
  const clashing = places.filter(({ column, at }) =>
    places.some((other) => other.column === column && other.at < at),
  );
  const entries = new Map<string, { readonly entry: Entry; readonly row: number }>();
  const faults: CellFault[] = clashing.map(({ header: named, column }) =>
    at(
      table,
      header.row,
      named,
      null,
      new FileFault('COLUMNS_CLASH', { field: column.name, columns: [named] }),
    ),
  );
  const kept: CellFault[] = [];
  const leftOut: number[] = [];
  for (const row of clashing.length > 0 ? [] : rows) {
    if (isNoEntry(row, table)) {
      leftOut.push(row.row);
      continue;
    }
    const read = readRow(row, table);
    faults.push(...read.faults);
    kept.push(...read.kept);
    if (!read.entry) continue;
    const { code } = read.entry;
    const before = entries.get(code);
    if (before)
      faults.push(
        at(
          table,
          row.row,
          codeHeader(table),
          code,
          new FileFault('ENTRY_TWICE', { value: code, row: before.row }),
        ),
      );
    else entries.set(code, { entry: read.entry, row: row.row });
  }
  return {
    sheet: sheet.name,
    headerRow: header.row,
    columns: names.map((name, place) => ({
      header: name,
      column: columns[place] ?? (place === numbers ? PRINTED : null),
    })),
    entries: [...entries.values()].map(({ entry }) => entry),
    leftOut,
    faults,
    kept,
  };
}

const PRINTED = ENTRY_COLUMNS.find(({ field }) => field === 'printedAs')!;

interface Table {
  readonly sheet: Sheet;
  readonly places: readonly Placed[];
  /** Where the numbers are that stand for codes. */
  readonly numbers: { readonly at: number; readonly header: string } | null;
  /** Whether it has no conditions, so that these are still to be written. */
  readonly open: boolean;
  readonly context: Omit<CellContext, 'expected'>;
  readonly reading: CatalogReading;
}

const codeHeader = ({ places, numbers }: Table): string =>
  numbers?.header ?? places.find(({ column }) => column.field === 'code')?.header ?? '';

/** An example, a heading over a part of the table, a remark below it: it has no wording, or is marked. */
function isNoEntry({ cells }: Row, { places }: Table): boolean {
  const first = plainText(cells.find((cell) => !isBlankCell(cell)) ?? null);
  if (/^(?:示例|例|example)$/i.test(first)) return true;
  const filled = cells.filter((cell) => !isBlankCell(cell));
  const wording = places.find(({ column }) => column.field === 'text');
  return filled.length === 1 && (wording === undefined || isBlankCell(cells[wording.at]));
}

interface RowRead {
  readonly entry: Entry | null;
  readonly faults: readonly CellFault[];
  readonly kept: readonly CellFault[];
}

function readRow(row: Row, table: Table): RowRead {
  const { places, context, reading, open } = table;
  const faults: CellFault[] = [];
  const kept: CellFault[] = [];
  const tell = (header: string, cell: Cell, error: unknown) => {
    for (const fault of faultsIn(error)) faults.push(at(table, row.row, header, cell, fault));
  };
  let code: EntryRead;
  try {
    code = codeOf(row, table);
  } catch (error) {
    const place = table.numbers?.at ?? places.find(({ column }) => column.field === 'code')?.at ?? 0;
    tell(codeHeader(table), row.cells[place] ?? null, error);
    return { entry: null, faults, kept };
  }
  const before = reading.entries.get(code.code!);
  let entry: EntryRead = { ...NEW, ...before, ...code };
  const words: string[] = [];
  for (const { at: place, header, column } of places) {
    if (column.field === 'code') continue;
    const cell = row.cells[place] ?? null;
    const expected = { field: column.name, understood: column.understood };
    try {
      entry = column.read(cell, entry, { ...context, expected });
    } catch (error) {
      // What a law text says of industries in words stays with the entry until somebody has put it into codes.
      const keeps = open && !before && column.field === 'industries' && error instanceof FileFault;
      if (!keeps) tell(header, cell, error);
      else {
        words.push(`${header}：${cellText(cell)}`);
        for (const fault of faultsIn(error)) kept.push(at(table, row.row, header, cell, fault));
      }
    }
  }
  if (!before) {
    if (open) entry = { ...entry, conditionsPending: true };
    if (words.length > 0) entry = { ...entry, remark: remarkWith(entry.remark, words) };
    entry = { ...entry, measure: entry.measure ?? reading.measure ?? undefined };
    for (const field of ['measure', 'text'] as const)
      if (entry[field] == null && faults.length === 0) {
        const name = ENTRY_COLUMNS.find((column) => column.field === field)!.name;
        faults.push(
          at(table, row.row, name.zh, null, new FileFault('ENTRY_LACKS', { value: code.code!, field: name })),
        );
      }
  }
  if (faults.length > 0) return { entry: null, faults, kept };
  const refusals: Refusal[] = [];
  const read = tryShape(entryShape, entry, [], refusals);
  for (const refusal of refusals) {
    const field = places.find(({ column }) => column.field === refusal.path?.[0]);
    faults.push(at(table, row.row, field?.header ?? '', row.cells[field?.at ?? -1] ?? null, refusal));
  }
  return { entry: read ?? null, faults, kept };
}

const NEW: EntryRead = {
  force: 'MANDATORY',
  industries: { include: [], except: [] },
  natures: [],
  activities: [],
  territory: { include: [], except: [] },
  exceptions: [],
  requirements: [],
  basis: [],
};

const remarkWith = (remark: Entry['remark'], words: readonly string[]): Entry['remark'] => ({
  ...remark,
  zh: [remark?.zh, ...words].filter(Boolean).join('；'),
});

/** The code of a row: its own, or what follows from its number. @throws FileFault | Refusal */
function codeOf(row: Row, { places, numbers }: Table): EntryRead {
  const field = text('条目编号', 'code');
  const place = places.find(({ column }) => column.field === 'code');
  if (place) {
    const code = readCode(row.cells[place.at] ?? null, field);
    if (code === undefined) throw new Refusal('REQUIRED', { field: place.header });
    return { code };
  }
  const cell = numbers === null ? null : (row.cells[numbers.at] ?? null);
  const printed = readCode(cell, field);
  const code = printed === undefined ? undefined : codeFrom(printed);
  if (code === undefined) throw new FileFault('ENTRY_WITHOUT_CODE', { value: printed ?? '' });
  return { code, ...(code !== printed && { printedAs: printed }) };
}

/** `（一）1` is 1.1, `第六条` is 6: a code that tells the rows apart. What the law prints stays beside it. */
function codeFrom(printed: string): string | undefined {
  const digits = printed
    .normalize('NFKC')
    .replace(/[〇零一二三四五六七八九十百]+/g, (numeral) => `.${numberOf(numeral)}.`);
  const code = digits
    .replace(/[第章节条款项目(){}[\]、，,:：;；\s]+/g, '.')
    .replace(/\.{2,}/g, '.')
    .replace(/^\.|\.$/g, '');
  return /^[A-Za-z0-9._-]{1,64}$/.test(code) && /[A-Za-z0-9]/.test(code) ? code : undefined;
}

/** Chinese numerals up to 999: 十二 is 12, 一百零三 is 103, 二〇 is 20. */
function numberOf(numeral: string): number {
  if (!/[十百]/.test(numeral))
    return Number([...numeral].map((digit) => DIGITS.indexOf(digit) % 10).join(''));
  let sum = 0;
  let digit = 0;
  for (const sign of numeral)
    if (sign === '百' || sign === '十') {
      sum += (digit || 1) * (sign === '百' ? 100 : 10);
      digit = 0;
    } else digit = DIGITS.indexOf(sign) % 10;
  return sum + digit;
}
const DIGITS = '零一二三四五六七八九〇';

const at = (
  { sheet }: Pick<Table, 'sheet'>,
  row: number,
  column: string,
  cell: Cell,
  fault: FileFault | Refusal,
): CellFault => ({ sheet: sheet.name, row, column, value: cellText(cell), fault });

/** What is wrong with a cell. @throws error where it is a fault of the program */
export function faultsIn(error: unknown): readonly (FileFault | Refusal)[] {
  if (error instanceof FileFault || error instanceof Refusal) return [error];
  if (error instanceof Refusals) return error.refusals;
  throw error;
}

const isBlankCell = (cell: Cell | undefined): boolean =>
  cell == null || (typeof cell === 'string' && isBlank(cell));
