import type { Locale } from '../domain/values/text.ts';
import { inLocale, text } from '../domain/values/text.ts';
import type { Day } from '../domain/vocabulary.ts';
import type { AskedFact } from './asked-columns.ts';
import { askedFields, mostAsked, needsList, validationXml } from './asked-columns.ts';
import { withLooks } from './cell-styles.ts';
import type { Field } from './fields.ts';
import { fieldHeader } from './header.ts';
import type { Mapping } from './mapping.ts';
import { type OfficePackage, openPackage } from './office-package.ts';
import type { CellFault } from './read-projects.ts';
import { checkCode, earlierResults, RESULT_COLUMNS, type RowResult, resultTexts } from './result-columns.ts';
import { LOOKS, type Styles, styleOf } from './result-looks.ts';
import type { NewCell } from './sheet-cells.ts';
import { columnLetters, sheetXml, withNewCells } from './sheet-cells.ts';
import { drawingWithChart, summaryXml } from './summary-sheet.ts';
import { RELATIONS } from './xml.ts';

/** What the rows of a file came to. */
export interface CheckedFile {
  /** The day of the rows that state none. */
  readonly on: Day;
  readonly sheets: readonly CheckedSheet[];
  /** What could not be read or was refused, in the order of the file. */
  readonly faults: readonly ListedFault[];
  /** What the check rests on, line by line: batch, day, versions. */
  readonly about: readonly (readonly [string, string])[];
}
export interface CheckedSheet {
  readonly name: string;
  readonly headerRow: number;
  readonly mapping: Mapping;
  /** How many columns are in use. */
  readonly width: number;
  /** By row, as a spreadsheet shows it. */
  readonly rows: ReadonlyMap<number, CheckedRow>;
}
/** A row that was assessed now, or one that has its result already. */
export type CheckedRow =
  | { readonly result: RowResult; readonly sum: string }
  | { readonly unchanged: Pick<RowResult, 'outcome' | 'missing'> };
export type ListedFault = Pick<CellFault, 'sheet' | 'row' | 'column' | 'value'> & { readonly mend: string };

export const ofRow = (row: CheckedRow): Pick<RowResult, 'outcome' | 'missing'> =>
  'result' in row ? row.result : row.unchanged;

const WIDTHS = [24, 26, 30, 30, 40, 60, 24, 12];
const FAULTS_SHEET = text('问题清单', 'what to mend');
const SUMMARY_SHEET = text('准入结论汇总', 'summary of admission');
const LISTS_SHEET = text('准入选项', 'options');

/**
 * The workbook of an office with what its rows came to, and everything that was in it before: its columns, their order and
 * formats, its other sheets. Handed in again it is read as it stands.
 *
 * @param file an .xlsx workbook that `readProjects` has read
 * @throws FileFault
 */
export async function* resultsWorkbook(
  file: Uint8Array,
  { on, sheets, faults, about }: CheckedFile,
  fields: readonly Field[],
  locale: Locale,
): AsyncGenerator<Uint8Array> {
  const pack = await openPackage(file);
  const { xml, places: styles } = withLooks(await pack.text(pack.styles), LOOKS);
  pack.put(pack.styles, xml);
  const rows = sheets.flatMap(({ rows }) => [...rows.values()].map(ofRow));
  const asked = mostAsked(rows.map(({ missing }) => missing));
  const again = sheets.some(({ mapping }) => earlierResults(mapping) !== null);
  const listOf = optionLists(
    pack,
    sheets.flatMap(({ mapping }) => askedFields(asked, mapping, fields)),
    locale,
  );
  for (const sheet of sheets) {
    const { part } = pack.sheets.find(({ name }) => name === sheet.name)!;
    pack.put(part, patched(pack.pieces(part), on, sheet, asked, fields, styles, listOf, locale));
  }
  await putSummary(pack, nameFor(pack, SUMMARY_SHEET, again, locale), (drawing) =>
    summaryXml({ rows, asked, about }, fields, styles, drawing, locale),
  );
  putSheet(pack, nameFor(pack, FAULTS_SHEET, again, locale), faultsXml(faults, styles, locale));
  yield* pack.write();
}

/** The name of a sheet of ours: the same one where there are results already, otherwise one that nobody has. */
function nameFor(
  { sheets }: OfficePackage,
  name: { readonly zh: string; readonly en?: string | null },
  again: boolean,
  locale: Locale,
): string {
  const own = inLocale(name, locale);
  if (again && sheets.some((sheet) => sheet.name === own)) return own;
  const taken = (one: string) => sheets.some((sheet) => sheet.name.toLowerCase() === one.toLowerCase());
  for (let number = 1; ; number++) {
    const free = number === 1 ? own : `${own} ${number}`;
    if (!taken(free)) return free;
  }
}

/** Writes a sheet, over one of this name. */
function putSheet(pack: OfficePackage, name: string, content: string | AsyncIterable<string>): void {
  const there = pack.sheets.find((sheet) => sheet.name === name);
  if (there) pack.put(there.part, content);
  else pack.addSheet(name, content);
}

/** A summary that is there keeps its chart, wherever its office put that: it shows the cells, which are in the same place. */
async function putSummary(
  pack: OfficePackage,
  name: string,
  xml: (drawing: string) => string,
): Promise<void> {
  const there = pack.sheets.find((sheet) => sheet.name === name);
  if (there) {
    const [drawing = ''] = /<drawing\b[^>]*\/>/.exec(await pack.text(there.part)) ?? [];
    pack.put(there.part, xml(drawing));
  } else drawingWithChart(pack, pack.addSheet(name, xml(DRAWING)), name);
}
const DRAWING = `<drawing xmlns:r="${RELATIONS}" r:id="rId1"/>`;

function patched(
  xml: AsyncIterable<string>,
  on: Day,
  { headerRow, mapping, width, rows }: CheckedSheet,
  asked: readonly AskedFact[],
  fields: readonly Field[],
  styles: Styles,
  listOf: (field: Field) => string | undefined,
  locale: Locale,
): AsyncIterable<string> {
  const news = askedFields(asked, mapping, fields);
  const from = earlierResults(mapping) ?? width;
  const firstAsked = Math.max(width, from + WIDTHS.length);
  const columns = [
    ...WIDTHS.map((width, place) => ({ at: from + place, width, hidden: place === WIDTHS.length - 1 })),
    ...news.map((field, place) => ({
      at: firstAsked + place,
      width: Math.max(14, fieldHeader(field).length * 2),
    })),
  ];
  const headers = [
    ...Object.values(RESULT_COLUMNS).map((name) => inLocale(name, locale)),
    ...news.map(fieldHeader),
  ];
  return withNewCells(xml, {
    columns,
    row(number) {
      if (number === headerRow) return headers.map((value) => ({ value, style: styles.header }));
      const row = rows.get(number);
      if (row === undefined || !('result' in row)) return undefined;
      const { result, sum } = row;
      return [
        ...[...resultTexts(result, locale), checkCode(on, sum, result)].map(
          (value, place): NewCell => ({
            value,
            style: place === 0 ? styleOf(styles, result.outcome) : styles.plain,
          }),
        ),
        ...news.map(({ key }) => (result.missing.includes(key) ? { value: '', style: styles.asked } : null)),
      ];
    },
    behind: (lastRow, prefix) => ({
      autoFilter: `<${prefix}autoFilter ref="A${headerRow}:${columnLetters(columns.at(-1)!.at)}${Math.max(lastRow, headerRow)}"/>`,
      ...(news.length > 0 && {
        dataValidations: news
          .map((field, place) =>
            validationXml(
              field,
              firstAsked + place,
              { from: headerRow + 1, to: lastRow },
              listOf(field),
              prefix,
            ),
          )
          .join(''),
      }),
    }),
  });
}

/** Puts options that are too long for a rule on a hidden sheet; gives where those of a field stand. */
function optionLists(
  pack: OfficePackage,
  fields: readonly Field[],
  locale: Locale,
): (field: Field) => string | undefined {
  const listed = [...new Set(fields.filter(needsList))];
  if (listed.length === 0) return () => undefined;
  // Never over one that is there: drop-downs of an earlier check point to it.
  const name = nameFor(pack, LISTS_SHEET, false, locale);
  const longest = Math.max(...listed.map(({ options = [] }) => options.length));
  const rows = Array.from({ length: longest }, (_, row) =>
    listed.map(({ options = [] }) => ({ value: options[row] ?? '' })),
  );
  pack.addSheet(name, sheetXml([], rows), true);
  return (field) => {
    const column = listed.indexOf(field);
    if (column < 0) return undefined;
    const letters = columnLetters(column);
    return `'${name}'!$${letters}$1:$${letters}$${field.options!.length}`;
  };
}

const FAULT_HEADERS = [
  text('工作表', 'sheet'),
  text('行', 'row'),
  text('列', 'column'),
  text('所填内容', 'what it says'),
  text('问题及改法', 'what is wrong and how to mend it'),
];

function faultsXml(faults: readonly ListedFault[], styles: Styles, locale: Locale): string {
  const header = FAULT_HEADERS.map((name) => ({ value: inLocale(name, locale), style: styles.header }));
  const rows = faults.map(({ sheet, row, column, value, mend }) =>
    [sheet, row, column, value, mend].map((one) => ({ value: one, style: styles.wrapped })),
  );
  return sheetXml([14, 8, 24, 30, 90], [header, ...rows], {
    frozen: true,
    behind: `<autoFilter ref="A1:E${rows.length + 1}"/>`,
  });
}
