import { constants } from 'node:fs';
import { access, readFile, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { FileFault } from '../../domain/messages/file-faults.ts';
import { inLocale, type Locale } from '../../domain/values/text.ts';
import { asWorkbook } from '../../files/as-workbook.ts';
import { cellText } from '../../files/cell-text.ts';
import { csvLine } from '../../files/csv.ts';
import type { Field } from '../../files/fields.ts';
import {
  checkCode,
  earlierResults,
  RESULT_COLUMNS,
  type RowResult,
  referenceOfEarlier,
  resultTexts,
} from '../../files/result-columns.ts';
import { type CheckedFile, type ListedFault, ofRow, resultsWorkbook } from '../../files/results-workbook.ts';
import type { Cell } from '../../files/sheet.ts';
import { sheetsOf } from '../../files/sheets.ts';
import { linesIn } from '../../lists/list-rows.ts';
import { CannotStart } from '../cannot-start.ts';
import { notWritten, refuseExisting, write } from '../local-file.ts';
import type { CheckOptions } from './options.ts';

/** Where the results of a list go. */
export interface Output {
  readonly name: string;
  /** @throws CannotStart where it cannot be written, or something else is there: known before a long list is decided */
  readonly probe: () => Promise<void>;
  readonly write: (file: Uint8Array, checked: CheckedFile, fields: readonly Field[]) => Promise<void>;
}

/** @throws CannotStart for a kind of file that the results of this one cannot be written as */
export function outputFor({ file, out, resume, force, locale }: CheckOptions, isLines: boolean): Output {
  // A workbook with macros keeps them, and is opened by no program under another ending.
  const book = /\.xlsm$/i.test(file) ? 'xlsm' : 'xlsx';
  const name =
    out ?? (isLines ? '-' : `${file.replace(/\.\w+$/, '')}${locale === 'en' ? '.results' : '.结果'}.${book}`);
  const as = name === '-' ? 'jsonl' : [book, 'csv', 'jsonl'].find((ending) => name.endsWith(`.${ending}`));
  if (as === undefined || (isLines && as !== 'jsonl'))
    throw new CannotStart(
      isLines
        ? 'JSON Lines 的结果只能写成 .jsonl。'
        : `结果文件应为 .${book}、.csv 或 .jsonl，收到的是“${name}”。`,
      isLines
        ? 'The results of JSON Lines are written as .jsonl.'
        : `Results are written as .${book}, .csv or .jsonl, not as "${name}".`,
    );
  if (name === file && name !== '-')
    throw new CannotStart(
      '结果文件不能与原文件相同。',
      'The results cannot be written over the file itself.',
    );
  const unwritten = (error: unknown): never => {
    throw notWritten(name, error);
  };
  let replaces = force;
  return {
    name,
    async probe() {
      if (name === '-') return;
      await access(dirname(name), constants.W_OK).catch(unwritten);
      const there = await stat(name).catch(() => null);
      if (there?.isDirectory()) unwritten(new Error('it is a folder'));
      if (!there) return;
      await access(name, constants.W_OK).catch(unwritten);
      // Who goes on with a batch may have its results already, and gets the same.
      replaces ||= resume !== null && (await hasResultsOf(resume, name));
      await refuseExisting(name, replaces);
    },
    async write(bytes, checked, fields) {
      const content =
        as === book
          ? resultsWorkbook(await asWorkbook(bytes, checked), checked, fields, locale)
          : as === 'csv'
            ? csvOf(bytes, checked, locale)
            : linesOf(checked);
      if (name !== '-') await write(name, Readable.from(content), replaces);
      else await pipeline(Readable.from(content), process.stdout, { end: false }).catch(unwritten);
    },
  };
}

/** Whether a file has the results of a batch. Its id may stand elsewhere in what somebody has written of it. */
async function hasResultsOf(batch: string, name: string): Promise<boolean> {
  const bytes = await readFile(name);
  try {
    for await (const reference of name.endsWith('.jsonl') ? referencesInLines(bytes) : referencesIn(bytes))
      if (typeof reference === 'string' && reference.startsWith(`${batch}-`)) return true;
  } catch (error) {
    if (!(error instanceof FileFault)) throw error;
  }
  return false;
}

async function* referencesInLines(bytes: Uint8Array): AsyncGenerator<unknown> {
  for (const { rows } of linesIn(bytes, null).tables)
    for await (const { project } of rows) yield project && (project as Partial<RowResult>).reference;
}

async function* referencesIn(bytes: Uint8Array): AsyncGenerator<string> {
  for (const { rows } of await sheetsOf(bytes)) {
    let from: number | null = null;
    for await (const { cells } of rows) {
      if (from !== null) yield referenceOfEarlier(cells, from);
      from ??= earlierResults({ columns: cells.map((cell) => ({ header: cellText(cell) })) });
    }
  }
}

/** Text in columns, with a mark by which spreadsheet programs know that it is UTF-8. */
async function* csvOf(
  bytes: Uint8Array,
  { on, sheets }: CheckedFile,
  locale: Locale,
): AsyncGenerator<string> {
  yield '\ufeff';
  for (const sheet of await sheetsOf(bytes)) {
    const checked = sheets.find(({ name }) => name === sheet.name);
    if (!checked) continue;
    const from = earlierResults(checked.mapping) ?? checked.width;
    for await (const { row, cells } of sheet.rows) {
      const found = checked.rows.get(row);
      const results =
        row === checked.headerRow
          ? Object.values(RESULT_COLUMNS).map((name) => inLocale(name, locale))
          : found && 'result' in found
            ? [...resultTexts(found.result, locale), checkCode(on, found.sum, found.result)]
            : null;
      yield csvLine(results ? inserted(cells, from, results) : cells);
    }
  }
}

const inserted = (cells: readonly Cell[], from: number, results: readonly string[]): readonly Cell[] => [
  ...Array.from({ length: from }, (_, at) => cells[at] ?? null),
  ...results,
  ...cells.slice(from + results.length),
];

function* linesOf({ sheets, faults }: CheckedFile): Generator<string> {
  const wrong = new Map<string, ListedFault[]>();
  for (const fault of faults) {
    const place = `${fault.row} ${fault.sheet}`;
    wrong.set(place, [...(wrong.get(place) ?? []), fault]);
  }
  for (const { name, rows } of sheets)
    for (const [row, found] of [...rows].sort(([a], [b]) => a - b)) {
      const errors = (wrong.get(`${row} ${name}`) ?? []).map(({ column, value, mend }) => ({
        column,
        value,
        mend,
      }));
      const where = { ...(name !== '' && { sheet: name }), row };
      const came = 'result' in found ? found.result : { ...ofRow(found), unchanged: true };
      yield `${JSON.stringify({ ...where, ...came, errors })}\n`;
    }
}
