import type { Entry } from '../domain/catalog/entry.ts';
import { NOTHING_SAID } from '../domain/catalog/entry.ts';
import { entry as entryShape } from '../domain/catalog/entry-shape.ts';
import type { Classification } from '../domain/facts/industry.ts';
import type { ReferenceNames } from '../domain/facts/names.ts';
import { FileFault } from '../domain/messages/file-faults.ts';
import { tryShape } from '../domain/messages/read-input.ts';
import { Refusal } from '../domain/messages/refusal.ts';
import { notationOf } from '../domain/notation/notation.ts';
import { vocabularyOf } from '../domain/notation/vocabulary.ts';
import { canonicalJson, withoutNulls } from '../domain/values/canonical.ts';
import { text } from '../domain/values/text.ts';
import { unreachable } from '../domain/values/unreachable.ts';
import type { Measure } from '../domain/vocabulary.ts';
import type { CatalogTable, OpenTable } from './catalog-table.ts';
import {
  columnsByName,
  faultAt,
  faultsIn,
  HEADER_WITHIN,
  isBlankCell,
  openTable,
  removalColumn,
} from './catalog-table.ts';
import { cellText } from './cell-text.ts';
import type { CellContext, Languages } from './column.ts';
import type { EntryRead } from './entry-columns.ts';
import { ENTRY_COLUMNS, readCode } from './entry-columns.ts';
import { headerName } from './header.ts';
import type { DefinitionKind, Definitions, DefinitionsRead } from './read-definitions.ts';
import { definedBy, readDefinitions } from './read-definitions.ts';
import type { CellFault } from './read-projects.ts';
import type { Cell, Row, Sheet } from './sheet.ts';
import { sheetsOf } from './sheets.ts';

/** What a file says of a catalog. */
export interface CatalogFile {
  readonly tables: readonly CatalogTable[];
  /** In the order of the rows; those that are there already with what has no column kept. */
  readonly entries: readonly Entry[];
  /** The same of what the catalog defines. */
  readonly definitions: Definitions;
  /** All that the rows mark to be removed. */
  readonly marked: readonly RemovedItem[];
  /** The definitions that say something else than what is there, and what is there and marked. */
  readonly changed: Definitions & { readonly remove: readonly RemovedItem[] };
  /** Whether a column says what new entries do. */
  readonly hasMeasure: boolean;
  /** With any of these nothing of the file can be taken. */
  readonly faults: readonly CellFault[];
  /** What was not read and is kept as it stands, in the remark of an entry that is still to be completed. */
  readonly kept: readonly CellFault[];
}

/** An entry or a definition, by its code or key. */
export type RemovedItem =
  | { readonly entry: string }
  | { readonly fact: string }
  | { readonly list: string }
  | { readonly product: string };

/** What a file is read with; its definitions are those that are there, which conditions can name. */
export interface CatalogReading extends Definitions {
  readonly reference: CatalogReference;
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
  { facts, lists }: Pick<Definitions, 'facts' | 'lists'>,
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
  const defining: { readonly kind: DefinitionKind; readonly sheet: Sheet; readonly rows: readonly Row[] }[] =
    [];
  let ofEntries: { readonly sheet: Sheet; readonly rows: readonly Row[]; readonly at: number } | null = null;
  for (const sheet of sheets) {
    const rows: Row[] = [];
    for await (const row of sheet.rows) if (row.cells.some((cell) => !isBlankCell(cell))) rows.push(row);
    const kind = definedBy(rows);
    const at: number = kind === null && ofEntries === null ? headerAt(rows) : -1;
    if (kind !== null) defining.push({ kind, sheet, rows });
    else if (at >= 0) ofEntries = { sheet, rows, at };
  }
  if (ofEntries === null && defining.length === 0) {
    const options = ENTRY_COLUMNS.filter(({ required }) => required).map(({ name }) => name.zh);
    throw new FileFault('FILE_HAS_NO_HEADERS', {
      sheets: sheets.map(({ name }) => name),
      rows: HEADER_WITHIN,
      options,
    });
  }
  const { reference } = reading;
  const contextFor = ({ serials }: Sheet, defined: Definitions) => ({
    ...languagesOf(reference, defined),
    classification: reference.classification,
    serials,
  });
  const read = defining.map(({ kind, sheet, rows }) =>
    readDefinitions(kind, sheet, rows, reading, contextFor(sheet, reading)),
  );
  const definitions: Definitions = {
    facts: read.flatMap(({ definitions: { facts = [] } }) => facts),
    lists: read.flatMap(({ definitions: { lists = [] } }) => lists),
    products: read.flatMap(({ definitions: { products = [] } }) => products),
  };
  const faults = [...read.flatMap((each) => each.faults), ...betweenSheets(defining, read)];
  // Conditions may name what the same file defines; while that is faulty nobody knows what they mean.
  const defined = {
    ...reading,
    facts: inPlace(reading.facts, definitions.facts),
    lists: inPlace(reading.lists, definitions.lists),
  };
  const table =
    ofEntries === null || faults.length > 0
      ? null
      : readTable(
          ofEntries.sheet,
          ofEntries.rows[ofEntries.at]!,
          ofEntries.rows.slice(ofEntries.at + 1),
          defined,
          contextFor(ofEntries.sheet, defined),
        );
  const marked = [
    ...(table?.removed ?? []).map((entry) => ({ entry })),
    ...defining.flatMap(({ kind }, at) => read[at]!.removed.map((key) => removalOf(kind, key))),
  ];
  return {
    tables: [...(table ? [table.table] : []), ...read.map((each) => each.table)],
    entries: table?.entries ?? [],
    definitions,
    marked,
    changed: {
      facts: changedIn(reading.facts, definitions.facts),
      lists: changedIn(reading.lists, definitions.lists),
      products: changedIn(reading.products, definitions.products),
      remove: marked.filter((item) => isThere(item, reading)),
    },
    hasMeasure: table?.hasMeasure ?? true,
    faults: [...faults, ...(table?.faults ?? [])],
    kept: table?.kept ?? [],
  };
}

interface Keyed {
  readonly key: string;
}
const inPlace = <Item extends Keyed>(there: readonly Item[], put: readonly Item[]): readonly Item[] => [
  ...new Map([...there, ...put].map((item) => [item.key, item])).values(),
];
const changedIn = <Item extends Keyed>(there: readonly Item[], put: readonly Item[]): readonly Item[] => {
  const before = new Map(there.map((item) => [item.key, canonicalJson(withoutNulls(item))]));
  return put.filter((item) => before.get(item.key) !== canonicalJson(withoutNulls(item)));
};

function removalOf(kind: DefinitionKind, key: string): RemovedItem {
  switch (kind) {
    case 'facts':
      return { fact: key };
    case 'lists':
      return { list: key };
    case 'products':
      return { product: key };
    default:
      return unreachable(kind);
  }
}
function isThere(item: RemovedItem, { entries, facts, lists, products }: CatalogReading): boolean {
  if ('entry' in item) return entries.has(item.entry);
  if ('fact' in item) return facts.some(({ key }) => key === item.fact);
  if ('list' in item) return lists.some(({ key }) => key === item.list);
  return products.some(({ key }) => key === item.product);
}

/** What two sheets of a file both name. */
function betweenSheets(
  defining: readonly { readonly kind: DefinitionKind; readonly sheet: Sheet }[],
  read: readonly DefinitionsRead[],
): readonly CellFault[] {
  const seen = new Set<string>();
  return read.flatMap(({ definitions, removed, table: { headerRow: row } }, at) => {
    const { kind } = defining[at]!;
    const keys = [...(definitions[kind] ?? []).map(({ key }) => key), ...removed];
    const named = keys.map((key) => ({ key, id: `${kind} ${key}` }));
    const again = named.filter(({ id }) => seen.has(id));
    for (const { id } of named) seen.add(id);
    return again.map(({ key }) =>
      faultAt(defining[at]!.sheet, row, '', key, new FileFault('DEFINITION_TWICE', { value: key, row })),
    );
  });
}

/** The place of the first row that names the wording and another column. */
export const headerAt = (rows: readonly Row[]): number =>
  rows.slice(0, HEADER_WITHIN).findIndex(({ cells }) => {
    const columns = cells.map(columnOf).filter((column) => column !== null);
    const numbered = cells.some((cell) => NUMBER.test(headerName(cellText(cell))));
    const more = numbered || cells.some((cell) => removalColumn(cell));
    return columns.length + Number(more) > 1 && columns.some(({ required }) => required);
  });

/** What a column of this header is taken for. */
export const columnOf = columnsByName(ENTRY_COLUMNS);

/** A table of a law text is numbered: its numbers are the codes where no column has any. */
const NUMBER = /^(?:序号|编号|号|no|number)$/;

interface TableRead extends Pick<CatalogFile, 'entries' | 'faults' | 'kept' | 'hasMeasure'> {
  /** Codes of the entries to be removed. */
  readonly removed: readonly string[];
  readonly table: CatalogTable;
}

function readTable(
  sheet: Sheet,
  header: Row,
  rows: readonly Row[],
  reading: CatalogReading,
  context: Omit<CellContext, 'expected'>,
): TableRead {
  const opened = openTable(sheet, header, rows, ENTRY_COLUMNS, context);
  const has = (field: keyof Entry) => opened.places.some(({ column }) => column.field === field);
  const names = header.cells.map((cell) => cellText(cell));
  const numbers = has('code') ? -1 : names.findIndex((name) => NUMBER.test(headerName(name)));
  const table: Table = {
    ...opened,
    numbers: numbers < 0 ? null : { at: numbers, header: names[numbers]! },
    open: !has('when'),
    reading,
  };
  const faults: CellFault[] = [...table.clashes];
  const entries: Entry[] = [];
  const removed: string[] = [];
  const rowOf = new Map<string, number>();
  const kept: CellFault[] = [];
  const leftOut: number[] = [];
  for (const row of table.rows) {
    const saysNothing = table.saysNothing(row);
    const isRemoved = !saysNothing && table.isMarked(row, faults);
    if (saysNothing || (isNoEntry(row, table) && !isRemoved)) {
      leftOut.push(row.row);
      continue;
    }
    const read = isRemoved ? readCodeOf(row, table) : readRow(row, table);
    faults.push(...read.faults);
    kept.push(...read.kept);
    const { code } = read;
    if (code === null) continue;
    const before = rowOf.get(code);
    if (before !== undefined)
      faults.push(
        faultAt(
          sheet,
          row.row,
          codeHeader(table),
          code,
          new FileFault('ENTRY_TWICE', { value: code, row: before }),
        ),
      );
    else {
      rowOf.set(code, row.row);
      if (read.entry) entries.push(read.entry);
      else removed.push(code);
    }
  }
  return {
    table: table.told(leftOut, (at) => (at === numbers ? PRINTED.name : undefined)),
    entries,
    removed,
    hasMeasure: reading.measure !== null || has('measure'),
    faults,
    kept,
  };
}

const PRINTED = ENTRY_COLUMNS.find(({ field }) => field === 'printedAs')!;

interface Table extends OpenTable<Entry> {
  /** Where the numbers are that stand for codes. */
  readonly numbers: { readonly at: number; readonly header: string } | null;
  /** Whether it has no conditions, so that these are still to be written. */
  readonly open: boolean;
  readonly reading: CatalogReading;
}

const codeHeader = ({ places, numbers }: Table): string =>
  numbers?.header ?? places.find(({ column }) => column.field === 'code')?.header ?? '';

/** A heading over a part of the table, a remark below it: it has one cell, and that is no wording. */
function isNoEntry({ cells }: Row, { places }: Table): boolean {
  const filled = cells.filter((cell) => !isBlankCell(cell));
  const wording = places.find(({ column }) => column.field === 'text');
  return filled.length === 1 && (wording === undefined || isBlankCell(cells[wording.at]));
}

interface RowRead {
  /** Null where something is faulty. */
  readonly code: string | null;
  /** Null also where the entry is to be removed. */
  readonly entry: Entry | null;
  readonly faults: readonly CellFault[];
  readonly kept: readonly CellFault[];
}

/** The code of a row alone. */
function readCodeOf(row: Row, table: Table): RowRead & { readonly given?: EntryRead } {
  try {
    const given = codeOf(row, table);
    return { code: given.code!, entry: null, given, faults: [], kept: [] };
  } catch (error) {
    const place = table.numbers?.at ?? table.places.find(({ column }) => column.field === 'code')?.at ?? 0;
    const faults = faultsIn(error).map((fault) =>
      faultAt(table.sheet, row.row, codeHeader(table), row.cells[place] ?? null, fault),
    );
    return { code: null, entry: null, faults, kept: [] };
  }
}

function readRow(row: Row, table: Table): RowRead {
  const { places, context, reading, open } = table;
  const faults: CellFault[] = [];
  const kept: CellFault[] = [];
  const tell = (header: string, cell: Cell, error: unknown) => {
    for (const fault of faultsIn(error)) faults.push(faultAt(table.sheet, row.row, header, cell, fault));
  };
  const { given: code, ...coded } = readCodeOf(row, table);
  if (!code) return coded;
  const before = reading.entries.get(code.code!);
  let entry: EntryRead = { ...NOTHING_SAID, ...before, ...code };
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
        for (const fault of faultsIn(error)) kept.push(faultAt(table.sheet, row.row, header, cell, fault));
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
          faultAt(
            table.sheet,
            row.row,
            name.zh,
            null,
            new FileFault('ENTRY_LACKS', { value: code.code!, field: name }),
          ),
        );
      }
  }
  if (faults.length > 0) return { code: null, entry: null, faults, kept };
  const refusals: Refusal[] = [];
  const read = tryShape(entryShape, entry, [], refusals);
  for (const refusal of refusals) {
    const field = places.find(({ column }) => column.field === refusal.path?.[0]);
    faults.push(
      faultAt(table.sheet, row.row, field?.header ?? '', row.cells[field?.at ?? -1] ?? null, refusal),
    );
  }
  return { code: read?.code ?? null, entry: read ?? null, faults, kept };
}

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
