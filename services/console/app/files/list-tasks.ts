import type { FactDefinition } from '../../../domain/facts/fact.ts';
import { sameValue } from '../../../domain/values/canonical.ts';
import type { Locale, Text } from '../../../domain/values/text.ts';
import { unitOf, usualUnits } from '../../../domain/values/unit.ts';
import type { Day } from '../../../domain/vocabulary.ts';
import { asWorkbook } from '../../../files/as-workbook.ts';
import { cellText } from '../../../files/cell-text.ts';
import { CheckedRows, inPortions, portionOf, type SentRow } from '../../../files/checked-rows.ts';
import { type Field, fieldsWith, type StatedProject } from '../../../files/fields.ts';
import { type List, type Survey, surveyOf, type Table } from '../../../files/list.ts';
import { type Mapping, readMappings } from '../../../files/mapping.ts';
import { readProjects } from '../../../files/read-projects.ts';
import { lawMark } from '../../../files/result-columns.ts';
import { type ListedFault, resultsWorkbook } from '../../../files/results-workbook.ts';
import { answersIn, type ChunkData } from '../../../files/row-answer.ts';
import { type AskedInZone, projectTemplate, zoneTemplate } from '../../../files/template.ts';
import { reference } from './reference.ts';
import { textOf } from './told.ts';

export type { FactDefinition, ListedFault, Mapping, StatedProject };

/** How a list is to be read. The same list read so gives the same portions. */
export interface ListReading {
  /** The zone of rows that name none. */
  readonly zone: string | null;
  readonly on: Day;
  /** Those that were kept, as they were: what no longer fits is passed over. */
  readonly mappings: readonly unknown[];
  /** What the catalogs of its zones define. */
  readonly definitions: readonly FactDefinition[];
  /** What is published for its zones, as the API says it; none in lists that were kept by earlier software. */
  readonly laws?: Readonly<Record<string, object>>;
  readonly locale: Locale;
}

/** A list as it was read: what its columns are taken for, and what could not be read. */
export interface ListShown {
  /** By which it is named while it is open. */
  readonly handle: number;
  readonly sheets: readonly SheetShown[];
  /** Sheets of which nothing is read. */
  readonly passedOver: readonly string[];
  /** What a column can be taken for. */
  readonly fields: readonly FieldShown[];
  /** Rows of each portion that is to be sent. */
  readonly portions: readonly number[];
  /** Rows that have their result from an earlier check. */
  readonly unchanged: number;
  readonly faults: readonly ListedFault[];
}
export interface SheetShown {
  readonly name: string;
  readonly headerRow: number;
  /** Whether its mapping was kept from a file of the same shape. */
  readonly given: boolean;
  readonly columns: readonly (Mapping['columns'][number] & { readonly examples: readonly string[] })[];
  readonly faults: readonly Text[];
}
export interface FieldShown {
  readonly key: string;
  readonly name: Text;
  /** Its amounts can be in these; empty where it has none. */
  readonly units: readonly string[];
}

/** Some of the rows that are to be sent, one after the other. */
export interface RowRange {
  /** The first, from 0. */
  readonly from: number;
  readonly rows: number;
}

interface OpenList {
  readonly bytes: Uint8Array;
  readonly list: List;
  readonly rows: CheckedRows;
  /** Those that are to be sent. */
  readonly sent: readonly SentRow[];
  /** Whether it is noted what they came to, row by row. */
  readonly answered: boolean[];
  readonly locale: Locale;
  readonly answersOf: ReturnType<typeof answersIn>;
}

/** The lists that are open: one may be sent while another is read. */
const lists = new Map<number, OpenList>();
let handles = 0;

/** The lists of offices. */
export const LIST_TASKS = {
  /** Looks which zones the rows of a list name, and how many of them are projects. */
  async surveyList(
    bytes: Uint8Array,
    { zone, mappings, definitions }: Pick<ListReading, 'zone' | 'mappings' | 'definitions'>,
  ): Promise<Survey> {
    const kept = usable(mappings, fieldsWith(reference, definitions));
    const { fields, sheets } = await readProjects(bytes, {
      reference,
      zone,
      mappings: kept,
      definitions,
      only: ['zone'],
    });
    return await surveyOf({ fields, tables: sheets }, zone);
  },

  /** Reads a list wholly, and keeps it open. */
  async openList(bytes: Uint8Array, reading: ListReading): Promise<ListShown> {
    const { zone, on, definitions, locale } = reading;
    const mappings = usable(reading.mappings, fieldsWith(reference, definitions));
    const survey = await LIST_TASKS.surveyList(bytes, reading);
    const { fields, sheets, passedOver } = await readProjects(bytes, {
      reference,
      zone,
      mappings,
      definitions,
    });
    const examples = sheets.map(({ mapping }) => mapping.columns.map((): string[] => []));
    const tables = sheets.map((table, at) => ({ ...table, rows: withExamples(table, examples[at]!) }));
    const list: List = { fields, tables };
    const rows = new CheckedRows(
      list,
      {
        on,
        laws: Object.fromEntries(Object.entries(reading.laws ?? {}).map(([id, law]) => [id, lawMark(law)])),
      },
      locale,
    );
    const portions: (readonly SentRow[])[] = [];
    for await (const portion of inPortions(rows.toSend(), portionOf(survey.rows))) portions.push(portion);
    const handle = ++handles;
    const answersOf = answersIn(locale);
    const sent = portions.flat();
    lists.set(handle, { bytes, list, rows, sent, answered: sent.map(() => false), locale, answersOf });
    return {
      handle,
      sheets: sheets.map(({ name, headerRow, given, mapping, faults }, at) => ({
        name,
        headerRow,
        given,
        columns: mapping.columns.map((column, place) => ({ ...column, examples: examples[at]![place]! })),
        faults: faults.map(textOf),
      })),
      passedOver,
      fields: fields.map((field) => ({ key: field.key, name: field.name, units: unitsOf(field) })),
      portions: portions.map(({ length }) => length),
      unchanged: rows.unchanged,
      faults: rows.file([]).faults,
    };
  },

  closeList: (handle: number): void => void lists.delete(handle),

  /** Some of its rows, as they are sent. */
  rowsOf: (handle: number, { from, rows }: RowRange): readonly StatedProject[] =>
    lists
      .get(handle)!
      .sent.slice(from, from + rows)
      .map(({ project }) => project),

  /** Whether these are rows of a list from a place on, as they were sent. */
  hasRows: (handle: number, from: number, rows: readonly unknown[]): boolean =>
    sameValue(LIST_TASKS.rowsOf(handle, { from, rows: rows.length }), rows),

  /** Notes what the rows of a chunk came to. */
  answered(
    handle: number,
    batch: string,
    index: number,
    { from, rows: count }: RowRange,
    chunk: ChunkData,
  ): void {
    const { rows, sent, answered, answersOf } = lists.get(handle)!;
    if (answered[from]) return;
    answered.fill(true, from, from + count);
    rows.answered(sent.slice(from, from + count), answersOf(chunk, batch, index));
  },

  /** Whether nobody here has noted what these rows came to. */
  isUnanswered: (handle: number, { from }: RowRange): boolean => !lists.get(handle)!.answered[from],

  /** The workbook of the office with what every row came to. @param about what the check rests on, line by line */
  async results(handle: number, about: readonly (readonly [string, string])[]): Promise<Blob> {
    const { bytes, list, rows, locale } = lists.get(handle)!;
    const checked = rows.file(about);
    const file = await asWorkbook(bytes, checked);
    const pieces: Uint8Array<ArrayBuffer>[] = [];
    for await (const piece of resultsWorkbook(file, checked, list.fields, locale))
      pieces.push(piece as Uint8Array<ArrayBuffer>);
    return new Blob(pieces, { type: WORKBOOK });
  },

  /** The workbook to fill in: for a zone, or for everything. */
  template: (asked: AskedInZone | null): Promise<Uint8Array> =>
    asked === null ? projectTemplate(reference) : zoneTemplate(reference, asked),
};

const WORKBOOK = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** What stands first in the columns, to see by what they are taken for. */
async function* withExamples({ rows }: Table, examples: readonly string[][]): Table['rows'] {
  for await (const row of rows) {
    if (row.project)
      for (const [at, seen] of examples.entries()) {
        const shown = seen.length < EXAMPLES ? cellText(row.cells[at] ?? null) : '';
        if (shown !== '' && !seen.includes(shown)) seen.push(shown.slice(0, 60));
      }
    yield row;
  }
}
const EXAMPLES = 3;

/** The kept mappings that name nothing that there is no longer. */
const usable = (mappings: readonly unknown[], fields: readonly Field[]): readonly Mapping[] =>
  mappings.flatMap((mapping) => {
    try {
      return readMappings(mapping, fields);
    } catch {
      return [];
    }
  });

/** The units that forms state its amounts in. */
function unitsOf({ unit, measuredIn }: Field): readonly string[] {
  if (!measuredIn) return [];
  const own = usualUnits(unitOf(unit ?? '')?.dimension ?? '');
  return own.length > 0
    ? own
    : [...MASSES, ...MASSES.map((mass) => `${mass}/年`)].filter((one) => {
        const dimension = unitOf(one)?.dimension;
        return dimension !== undefined && measuredIn(dimension);
      });
}
const MASSES = ['t', '万t', 'kg'];
