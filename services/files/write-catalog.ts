import type { Entry } from '../domain/catalog/entry.ts';
import { FileFault } from '../domain/messages/file-faults.ts';
import type { EntryColumn, Languages } from './entry-columns.ts';
import { ENTRY_COLUMNS } from './entry-columns.ts';
import { withoutFormula } from './formula-mark.ts';
import { MAX_CELL } from './limits.ts';
import { NOTATION_GUIDE } from './notation-guide.ts';
import type { WrittenColumn } from './write-workbook.ts';
import { writeWorkbook } from './write-workbook.ts';

/**
 * The workbook of a catalog: one row an entry, with drop-downs, and a sheet that says how to write it. `readCatalog`
 * reads the same entries from it.
 *
 * @throws FileFault where something is longer than a cell can be
 */
export async function catalogWorkbook(entries: readonly Entry[], languages: Languages): Promise<Uint8Array> {
  return await writeWorkbook([
    { name: SHEET, columns: ENTRY_COLUMNS.map(column), rows: rowsOf(entries, languages) },
    instructions(),
  ]);
}

/** The same with an example row instead of entries. */
export async function catalogTemplate(): Promise<Uint8Array> {
  const rows = [ENTRY_COLUMNS.map(header), ENTRY_COLUMNS.map(({ example }) => example)];
  return await writeWorkbook([
    { name: SHEET, columns: ENTRY_COLUMNS.map(column), rows, greyRows: [1] },
    instructions(),
  ]);
}

/** The rows as text in columns, in UTF-8 with its mark, so that spreadsheet programs read it as that. */
export function catalogCsv(entries: readonly Entry[], languages: Languages): Uint8Array {
  const quoted = (cell: string) => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
  const lines = rowsOf(entries, languages).map((row) =>
    row.map((cell) => quoted(withoutFormula(cell))).join(','),
  );
  return new TextEncoder().encode(`\uFEFF${lines.join('\r\n')}\r\n`);
}

const SHEET = '条目';

const rowsOf = (entries: readonly Entry[], languages: Languages): readonly (readonly string[])[] => [
  ENTRY_COLUMNS.map(header),
  ...entries.map((entry) =>
    ENTRY_COLUMNS.map(({ write }) => {
      const cell = write(entry, languages);
      if (cell.length > MAX_CELL)
        throw new FileFault('FILE_HAS_LONG_CELL', { part: entry.code, allowed: MAX_CELL });
      return cell;
    }),
  ),
];

const header = ({ name, required }: EntryColumn): string => `${name.zh}${required ? '*' : ''}`;

const column = ({ understood, options, open, required, width }: EntryColumn): WrittenColumn => ({
  width,
  note: understood.zh,
  isText: true,
  ...(required && { marked: true }),
  ...(options && { choice: { options, open: open ?? false } }),
});

const instructions = () => ({
  name: '填写说明',
  columns: [{ width: 28 }, { width: 10 }, { width: 100 }],
  rows: [
    ['栏目', '必填', '怎样填写'],
    ...ENTRY_COLUMNS.map((each) => [header(each), each.required ? '是' : '', each.understood.zh]),
    ...GENERAL.map((rule) => ['', '', rule]),
    ['限定条件的写法', '', '写法'],
    ...NOTATION_GUIDE.map(({ what, examples }) => [what.zh, '', examples.join('\n')]),
  ],
});

const GENERAL = [
  '橙色表头（带 *）新条目必填。表中没有的栏目，导入时保留条目原有的内容；有该栏目而单元格空白的，表示没有。',
  '序号、编号一类的列请设为文本：表格软件会把 1.10 记作 1.1。',
  '导入前先显示全部变动和发布规则的意见，确认后整体录入；有一处不能识别的，全部不录入。',
  '“条目”表中灰色的示例行（编号为“示例”）不会读入，可以删去。',
];
