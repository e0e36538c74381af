import type { Entry } from '../domain/catalog/entry.ts';
import { DICTIONARY } from '../domain/facts/dictionary.ts';
import type { FactDefinition, SubstanceList } from '../domain/facts/fact.ts';
import { FileFault } from '../domain/messages/file-faults.ts';
import { TYPE_LABELS } from '../domain/messages/labels.ts';
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
export async function catalogWorkbook(
  entries: readonly Entry[],
  languages: Languages,
  defined: Defined = NOTHING,
): Promise<Uint8Array> {
  return await writeWorkbook([
    { name: SHEET, columns: ENTRY_COLUMNS.map(column), rows: rowsOf(entries, languages) },
    instructions(),
    nameable(languages, defined),
  ]);
}

/** What a catalog defines itself, to be listed beside what is built in. */
interface Defined {
  readonly facts: readonly FactDefinition[];
  readonly lists: readonly SubstanceList[];
}
const NOTHING: Defined = { facts: [], lists: [] };

/** The same with an example row instead of entries. */
export async function catalogTemplate(languages: Languages): Promise<Uint8Array> {
  const rows = [ENTRY_COLUMNS.map(header), ENTRY_COLUMNS.map(({ example }) => example)];
  return await writeWorkbook([
    { name: SHEET, columns: ENTRY_COLUMNS.map(column), rows, greyRows: [1] },
    instructions(),
    nameable(languages, NOTHING),
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

/** The facts and lists that conditions can name, each as it is written. */
const nameable = ({ vocabulary }: Languages, { facts, lists }: Defined) => ({
  name: '事项和名单',
  columns: [{ width: 34 }, { width: 34 }, { width: 12 }, { width: 10 }, { width: 80 }],
  rows: [
    ['名称', '标识', '类型', '单位', '选项'],
    ...[...DICTIONARY.filter(({ testedBy }) => testedBy !== null && TYPED.has(testedBy)), ...facts].map(
      ({ key, name, type, unit, options = [] }) => [
        name.zh,
        key,
        TYPE_LABELS[type]!.zh,
        unit ?? '',
        (options ?? []).map((option) => vocabulary.names.option(key, option).zh).join('、'),
      ],
    ),
    ...[...builtInLists(vocabulary), ...lists.map(({ key }) => key)].map((key) => [
      vocabulary.names.list(key).zh,
      key,
      '化学品名单',
      '',
      '',
    ]),
  ],
});
/** What conditions name as a fact; chemicals and products have words of their own. */
const TYPED: ReadonlySet<string> = new Set(['number', 'flag', 'choice', 'set', 'date']);
const builtInLists = ({ lists }: Languages['vocabulary']): readonly string[] =>
  [...new Set([...lists.values()].filter((key) => key !== null))].filter((key) => !key.includes('.'));

const GENERAL = [
  '橙色表头（带 *）新条目必填。表中没有的栏目，导入时保留条目原有的内容；有该栏目而单元格空白的，表示没有。',
  '序号、编号一类的列请设为文本：表格软件会把 1.10 记作 1.1。',
  '导入前先显示全部变动和发布规则的意见，确认后整体录入；有一处不能识别的，全部不录入。',
  '“条目”表中灰色的示例行（编号为“示例”）不会读入，可以删去。',
];
