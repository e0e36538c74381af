import type { FactsInput } from '../domain/assessment/project.ts';
import type { FactDefinition } from '../domain/facts/fact.ts';
import { atCell, FileFault } from '../domain/messages/file-faults.ts';
import { Refusal, Refusals } from '../domain/messages/refusal.ts';
import type { Part } from '../domain/messages/sentences.ts';
import { isBlank } from '../domain/values/is-blank.ts';
import type { Locale } from '../domain/values/text.ts';
import { cellText, plainText, saysNothing } from './cell-text.ts';
import type { Field, FileReference, StatedProject } from './fields.ts';
import { fieldsWith } from './fields.ts';
import { columnOf, headerName } from './header.ts';
import { doubleHeaders, type HeaderRow, singleHeaders } from './header-rows.ts';
import { ColumnFault, type PartCell } from './line-columns.ts';
import { columnsOf, fitsHeaders, lineIn, type Mapping, mappingFaults, proposedMapping } from './mapping.ts';
import type { Cell, Row, Sheet } from './sheet.ts';
import { sheetsOf } from './sheets.ts';

/** What a file states. */
export interface ProjectFile {
  /** What columns can state. */
  readonly fields: readonly Field[];
  /** The sheets with a header row that is known. */
  readonly sheets: readonly ProjectSheet[];
  /** The names of the others: nothing is read from them. */
  readonly passedOver: readonly string[];
}
export interface ProjectSheet {
  readonly name: string;
  readonly headerRow: number;
  readonly mapping: Mapping;
  /** Whether the mapping was given for files of this shape, or is what the headers say by themselves. */
  readonly given: boolean;
  /** What is not read of columns. */
  readonly faults: readonly FileFault[];
  /** As many rows as there can be, in all sheets together. */
  readonly atMost: number;
  /** Once, from first to last. */
  readonly rows: AsyncGenerator<ProjectRow>;
}
export interface ProjectRow {
  /** As a spreadsheet shows it. */
  readonly row: number;
  /** What the row states; what could not be read is unknown. Null for a row that is no project. */
  readonly project: StatedProject | null;
  readonly leftOut: 'EXAMPLE' | 'TOTAL' | 'NOTE' | 'HEADER' | null;
  /** What stands in columns that state nothing, by header. */
  readonly kept: Readonly<Record<string, string>>;
  /** As they stand in the file, in the order of its columns. */
  readonly cells: readonly Cell[];
  readonly faults: readonly CellFault[];
}
/** A cell that could not be read: what it states is unknown. */
export interface CellFault {
  readonly sheet: string;
  readonly row: number;
  /** The header of its column. */
  readonly column: string;
  readonly value: string;
  readonly fault: FileFault | Refusal;
}

/** Where it is and what would be understood. */
export const cellFaultText = ({ sheet, row, column, fault }: CellFault, locale: Locale): string =>
  sheet === '' && column === ''
    ? fault.text(locale)
    : atCell(locale)('AT', { sheet, row, column, fault: fault.text(locale) });

export interface ReadingOptions {
  readonly reference: FileReference;
  /** What the catalogs of the zones define, so that columns can state it. */
  readonly definitions?: readonly FactDefinition[];
  /** Fields that are read, by their keys, where the others do not matter; all where not given. */
  readonly only?: readonly string[];
  /** Those that were kept: each is used for files of its shape. */
  readonly mappings?: readonly Mapping[];
  /** The zone of rows that name none. */
  readonly zone?: string | null;
}

/**
 * Reads the projects of a workbook or a text in columns.
 *
 * Tables are found by their headers, on any sheet and in any of its first rows. What a cell says in words that nobody
 * recognises is a fault of that cell, and what it should state stays unknown: it is never guessed and never dropped.
 *
 * @throws FileFault for a file of which nothing can be read
 */
export async function readProjects(bytes: Uint8Array, options: ReadingOptions): Promise<ProjectFile> {
  const fields = fieldsWith(options.reference, options.definitions ?? []);
  const read: ProjectSheet[] = [];
  const passedOver: string[] = [];
  for (const sheet of await sheetsOf(bytes)) {
    const table = await tableIn(sheet, fields, options);
    if (table) read.push(table);
    else passedOver.push(sheet.name);
  }
  if (read.length === 0) {
    const known = fields.filter(({ required }) => required).map(({ name }) => name.zh);
    throw new FileFault('FILE_HAS_NO_HEADERS', { sheets: passedOver, rows: HEADER_WITHIN, options: known });
  }
  return { fields, sheets: read, passedOver };
}

/** Titles and units stand above a table; a table that begins further down is none. */
const HEADER_WITHIN = 30;

async function tableIn(
  sheet: Sheet,
  fields: readonly Field[],
  { mappings = [], zone = null, only }: ReadingOptions,
): Promise<ProjectSheet | undefined> {
  const rows = iterated(sheet.rows);
  const first: Row[] = [];
  while (first.length < HEADER_WITHIN) {
    const next = await rows.next();
    if (next.done) break;
    first.push(next.value);
  }
  const trimmed = first.map(({ row, cells }) => ({
    row,
    cells: cells.slice(0, cells.findLastIndex((cell) => !isBlankCell(cell)) + 1),
  }));
  const headers = [
    ...singleHeaders(trimmed.map(({ cells }) => cells)),
    ...(await doubleHeaders(trimmed, sheet, fields)),
  ];
  const given = headers.find((one) => mappings.some((mapping) => fitsHeaders(mapping, one.headers)));
  const found = given ?? bestHeader(headers, fields);
  if (!found) {
    await rows.return?.();
    return undefined;
  }
  const { at, headers: header } = found;
  const above = first.slice(0, at).flatMap(({ cells }) => cells);
  const mapping =
    mappings.findLast((kept) => fitsHeaders(kept, header)) ?? proposedMapping(header, fields, above);
  const isHead = headRepeated(trimmed, found);
  const reader = rowReader(sheet, mapping, fields, zone, only, isHead);
  return {
    name: sheet.name,
    headerRow: first[at]!.row,
    mapping,
    given: given !== undefined,
    faults: mappingFaults(mapping, fields),
    atMost: sheet.atMost,
    rows: withoutHalfLists(
      (async function* () {
        for (const row of first.slice(at + 1)) yield* reader(row);
        for (;;) {
          const next = await rows.next();
          if (next.done) return;
          yield* reader(next.value);
        }
      })(),
    ),
  };
}

const iterated = (rows: Sheet['rows']): AsyncIterator<Row> | Iterator<Row> =>
  Symbol.asyncIterator in rows ? rows[Symbol.asyncIterator]() : rows[Symbol.iterator]();

/** The row that names the most columns: at least two, and one of them states something. Two rows have to name more than one. */
function bestHeader(rows: readonly HeaderRow[], fields: readonly Field[]): HeaderRow | undefined {
  const scores = rows.map(({ headers }) => {
    const named = headers.flatMap((cell) => columnOf(typeof cell === 'string' ? cell : null, fields) ?? []);
    const units = named.filter(({ unit }) => unit !== null).length;
    return named.some(({ field }) => field) && named.length > 1 ? named.length + units / 100 : 0;
  });
  const best = Math.max(0, ...scores);
  return best === 0 ? undefined : rows[scores.indexOf(best)];
}

const isBlankCell = (cell: Cell | undefined): boolean =>
  cell == null || (typeof cell === 'string' && isBlank(cell));

/** A row as far as it can be read without those below it. */
interface RowRead extends ProjectRow {
  /** The lists of the row, where it has nothing else: they may be those of the project above. */
  readonly goesOn: readonly { readonly field: string; readonly fault: CellFault }[] | null;
}

/**
 * The rows; where a project takes several of them, its lists are not known. A list is complete: the part of it that stands in
 * the first row would say that there is nothing else.
 */
async function* withoutHalfLists(rows: AsyncIterable<RowRead>): AsyncGenerator<ProjectRow> {
  let held: ProjectRow[] = [];
  for await (const { goesOn, ...row } of rows) {
    const [above] = held;
    if (goesOn === null || !above?.project) {
      yield* held;
      held = [row];
      continue;
    }
    const facts: Record<string, unknown> = { ...above.project.facts };
    for (const { field } of goesOn) delete facts[field];
    held[0] = { ...above, project: { ...above.project, facts } };
    held.push({ ...row, project: null, leftOut: 'NOTE', faults: goesOn.map(({ fault }) => fault) });
  }
  yield* held;
}

/** Reads rows of a table; a row that only looks like one gives nothing. */
function rowReader(
  sheet: Sheet,
  mapping: Mapping,
  fields: readonly Field[],
  zone: string | null,
  only: readonly string[] | undefined,
  isHead: (cells: readonly Cell[]) => boolean,
) {
  const places = fields
    .filter(({ partOf }) => partOf === undefined)
    .map((field) => ({ field, columns: columnsOf(mapping, field, fields) }))
    .filter(({ columns }) => columns.length > 0)
    .map((place) => ({
      ...place,
      parts: place.field.numbered ? partsOf(place.columns, mapping, fields) : [],
    }));
  const wanted = only ? places.filter(({ field }) => only.includes(field.key)) : places;
  const zoneName = fields.find(({ key }) => key === 'zone')!.name;
  const read = new Set(places.flatMap(({ columns }) => columns));
  const headers = mapping.columns.map(({ header }) => header);
  /** By its number where its header is empty, or another's too. */
  const nameOf = (at: number): string => {
    const header = headers[at] ?? '';
    return header === '' || headers.indexOf(header) < at ? `${header}#${at + 1}` : header;
  };
  const goesOn = (row: number, cells: readonly Cell[], filled: Filled): RowRead['goesOn'] => {
    const stating = places.filter(({ field, columns }) => field.key !== 'ref' && filled(columns).length > 0);
    if (stating.length === places.length || stating.some(({ parts }) => parts.length === 0)) return null;
    return stating.map(({ field, columns }) => ({
      field: field.key,
      fault: {
        sheet: sheet.name,
        row,
        column: columns.map((at) => mapping.columns[at]!.header).join(' / '),
        value: columns.map((at) => cellText(cells[at] ?? null)).join(' / '),
        fault: new FileFault('ROW_GOES_ON', { field: field.name }),
      },
    }));
  };
  return function* ({ row, cells }: Row): Generator<RowRead> {
    if (cells.every(isBlankCell)) return;
    const filled: Filled = (columns) =>
      columns.map((at) => cells[at] ?? null).filter((cell) => !saysNothing(cell));
    const kept = Object.fromEntries(
      cells.flatMap((cell, at) => (read.has(at) || isBlankCell(cell) ? [] : [[nameOf(at), cellText(cell)]])),
    );
    const leftOut = isHead(cells) ? 'HEADER' : whyLeftOut(cells, places, filled);
    if (leftOut) {
      yield { row, project: null, leftOut, kept, cells, faults: [], goesOn: null };
      return;
    }
    const faults: CellFault[] = [];
    let project: StatedProject = zone === null ? {} : { zone };
    for (const { field, columns, parts } of wanted) {
      const own = filled(columns);
      if (own.length === 0) continue;
      try {
        const stated = field.read(own[0]!, {
          cells: own,
          unit: mapping.columns[columns[0]!]!.unit,
          parts: parts.flatMap((part) => {
            const cell = cells[part.at] ?? null;
            return saysNothing(cell) ? [] : [{ ...part, cell }];
          }),
          serials: sheet.serials,
          beside: (key) => filled(places.find((place) => place.field.key === key)?.columns ?? [])[0] ?? null,
          names: field.names ?? NO_NAMES,
          expected: { field: field.name, understood: field.understood },
        });
        project = { ...project, ...stated, ...(stated.facts && { facts: together(project, stated) }) };
      } catch (error) {
        const its = error instanceof ColumnFault ? [error.at] : columns;
        const column = its.map((at) => mapping.columns[at]!.header).join(' / ');
        const value = filled(its).map(cellText).join(' / ');
        for (const fault of faultsIn(error instanceof ColumnFault ? error.cause : error, field.name))
          faults.push({ sheet: sheet.name, row, column, value, fault });
      }
    }
    if (project.zone === undefined && !faults.some(({ fault }) => fault.details.field === zoneName)) {
      const fault = new Refusal('REQUIRED', { field: zoneName });
      faults.push({ sheet: sheet.name, row, column: zoneName.zh, value: '', fault });
    }
    yield { row, project, leftOut: null, kept, cells, faults, goesOn: goesOn(row, cells, filled) };
  };
}

/** What the columns of a field are, where it has parts. */
const partsOf = (
  columns: readonly number[],
  mapping: Mapping,
  fields: readonly Field[],
): readonly Omit<PartCell, 'cell'>[] =>
  columns.map((at) => {
    const { header, field: key, unit } = mapping.columns[at]!;
    const { name, understood } = fields.find((field) => field.key === key)!;
    return {
      field: key!,
      line: lineIn(header, fields),
      at,
      header,
      unit,
      expected: { field: name, understood },
    };
  });

/** The facts of both; those that catalogs define stand in one list. */
function together({ facts: before }: StatedProject, { facts: more }: StatedProject): FactsInput {
  const declared = [...(before?.declared ?? []), ...(more?.declared ?? [])];
  return { ...before, ...more, ...(declared.length > 0 && { declared }) };
}

const NO_NAMES: ReadonlyMap<string, readonly string[]> = new Map();

type Filled = (columns: readonly number[]) => readonly Cell[];

/**
 * Tells rows of a header, in one row or two, that stands again where a list was printed in pages. That of a list which came
 * back with results has more columns than they.
 */
function headRepeated(
  first: readonly Pick<Row, 'cells'>[],
  { at, headers }: HeaderRow,
): (cells: readonly Cell[]) => boolean {
  const isDouble = headers !== first[at]!.cells;
  const heads = first
    .slice(isDouble ? at - 1 : at, at + 1)
    .map(({ cells }) => cells.map((cell) => headerName(cellText(cell))));
  return (cells) =>
    heads.some((head) =>
      cells.every((cell, place) => isBlankCell(cell) || headerName(cellText(cell)) === head[place]),
    );
}

/** Rows that are no projects: the example of the template, sums, and remarks below a table. */
function whyLeftOut(
  cells: readonly Cell[],
  places: readonly { readonly field: Field; readonly columns: readonly number[] }[],
  filled: Filled,
): ProjectRow['leftOut'] {
  const first = plainText(cells.find((cell) => !isBlankCell(cell)) ?? null).replace(/[\s:]/g, '');
  if (/^(?:示例|例|example)$/i.test(first)) return 'EXAMPLE';
  if (/^(?:合计|总计|小计|total|sum)$/i.test(first)) return 'TOTAL';
  const stating = places.some(({ field, columns }) => field.key !== 'ref' && filled(columns).length > 0);
  return stating ? null : 'NOTE';
}

/** What a reader threw, with the field in its own words instead of its key. */
function faultsIn(error: unknown, name: Part): readonly (FileFault | Refusal)[] {
  if (error instanceof FileFault) return [error];
  if (error instanceof Refusals) return error.refusals.flatMap((refusal) => faultsIn(refusal, name));
  if (!(error instanceof Refusal)) throw error;
  const { code, details, path } = error;
  const named = Object.keys(details).filter((detail) => detail === 'key' || detail === 'field');
  return [
    Refusal.of(code, { ...details, ...Object.fromEntries(named.map((detail) => [detail, name])) }, path),
  ];
}
