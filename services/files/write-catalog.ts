import type { Entry } from '../domain/catalog/entry.ts';
import { DICTIONARY } from '../domain/facts/dictionary.ts';
import type { SubstanceList } from '../domain/facts/fact.ts';
import { FileFault } from '../domain/messages/file-faults.ts';
import { TYPE_LABELS } from '../domain/messages/labels.ts';
import { type Column, type Languages, REMOVAL } from './column.ts';
import type { ListMember } from './definition-columns.ts';
import { FACT_COLUMNS, LIST_COLUMNS, PRODUCT_COLUMNS } from './definition-columns.ts';
import { ENTRY_COLUMNS } from './entry-columns.ts';
import { withoutFormula } from './formula-mark.ts';
import { MAX_CELL } from './limits.ts';
import { NOTATION_GUIDE } from './notation-guide.ts';
import type { Definitions } from './read-definitions.ts';
import type { WrittenColumn, WrittenSheet } from './write-workbook.ts';
import { writeWorkbook } from './write-workbook.ts';

/**
 * The workbook of a catalog: one row an entry, with drop-downs, sheets of what the catalog defines, and one that says how
 * to write them. `readCatalog` reads the same from it.
 *
 * @throws FileFault where something is longer than a cell can be
 */
export async function catalogWorkbook(
  entries: readonly Entry[],
  languages: Languages,
  defined: Definitions = NOTHING,
): Promise<Uint8Array> {
  return await writeWorkbook([
    sheetOf(SHEET, ENTRY_COLUMNS, entries, ({ code }) => code, languages),
    ...definitionSheets(defined, languages),
    instructions(),
    nameable(languages, defined),
  ]);
}

const NOTHING: Definitions = { facts: [], lists: [], products: [] };

/** What a catalog defines itself: a sheet a kind, also to write the first into. */
const definitionSheets = ({ facts, lists, products }: Definitions, languages: Languages) => [
  sheetOf(FACTS, FACT_COLUMNS, facts, ({ key }) => key, languages),
  sheetOf(LISTS, LIST_COLUMNS, lists.flatMap(membersIn), ({ key }) => key, languages),
  sheetOf(PRODUCTS, PRODUCT_COLUMNS, products, ({ key }) => key, languages),
];

/** A row each, the name of the list in the first. */
const membersIn = ({ key, name, members, fractions = [] }: SubstanceList): readonly ListMember[] =>
  members.map((cas, at) => ({
    key,
    name: at === 0 ? name : { zh: '' },
    cas,
    fractions: fractions.filter((each) => each.cas === cas).map(({ fraction }) => fraction),
  }));

/** The same with an example row instead of entries. */
export async function catalogTemplate(languages: Languages): Promise<Uint8Array> {
  return await writeWorkbook([
    exampleOf(SHEET, ENTRY_COLUMNS),
    exampleOf(FACTS, FACT_COLUMNS),
    exampleOf(LISTS, LIST_COLUMNS),
    exampleOf(PRODUCTS, PRODUCT_COLUMNS),
    instructions(),
    nameable(languages, NOTHING),
  ]);
}

/** The rows as text in columns, in UTF-8 with its mark, so that spreadsheet programs read it as that. */
export function catalogCsv(entries: readonly Entry[], languages: Languages): Uint8Array {
  const quoted = (cell: string) => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
  const lines = rowsOf(ENTRY_COLUMNS, entries, ({ code }) => code, languages).map((row) =>
    row.map((cell) => quoted(withoutFormula(cell))).join(','),
  );
  return new TextEncoder().encode(`\uFEFF${lines.join('\r\n')}\r\n`);
}

const SHEET = '条目';
const FACTS = '自定事项';
const LISTS = '自定名单';
const PRODUCTS = '自定产品';

const sheetOf = <Item>(
  name: string,
  columns: readonly Column<Item>[],
  items: readonly Item[],
  nameOf: (item: Item) => string,
  languages: Languages,
): WrittenSheet => ({
  name,
  columns: [...columns.map(column), column(REMOVAL)],
  rows: withRemoval(rowsOf(columns, items, nameOf, languages)),
});
const exampleOf = <Item>(name: string, columns: readonly Column<Item>[]): WrittenSheet => ({
  name,
  columns: [...columns.map(column), column(REMOVAL)],
  rows: withRemoval([columns.map(header), columns.map(({ example }) => example)]),
  greyRows: [1],
});

/** An empty column to mark what is to go. */
const withRemoval = ([first, ...rows]: readonly (readonly string[])[]) => [
  [...first!, header(REMOVAL)],
  ...rows,
];

const rowsOf = <Item>(
  columns: readonly Column<Item>[],
  items: readonly Item[],
  nameOf: (item: Item) => string,
  languages: Languages,
): readonly (readonly string[])[] => [
  columns.map(header),
  ...items.map((item) =>
    columns.map(({ write }) => {
      const cell = write(item, languages);
      if (cell.length > MAX_CELL)
        throw new FileFault('FILE_HAS_LONG_CELL', { part: nameOf(item), allowed: MAX_CELL });
      return cell;
    }),
  ),
];

const header = <Item>({ name, required }: Column<Item>): string => `${name.zh}${required ? '*' : ''}`;

const column = <Item>({ understood, options, open, required, width }: Column<Item>): WrittenColumn => ({
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
    ...explained(ENTRY_COLUMNS),
    ['工作表“自定事项”', '', '本目录自定的事项，一行一项；没有的留空'],
    ...explained(FACT_COLUMNS),
    ['工作表“自定名单”', '', '本目录自定的化学品名单，一行一种化学品；没有的留空'],
    ...explained(LIST_COLUMNS),
    ['工作表“自定产品”', '', '本目录自定或补充的产品类别，一行一类；没有的留空'],
    ...explained(PRODUCT_COLUMNS),
    ['以上各工作表', '', '最后一列'],
    ...explained([REMOVAL]),
    ...GENERAL.map((rule) => ['', '', rule]),
    ['限定条件的写法', '', '写法'],
    ...NOTATION_GUIDE.map(({ what, examples }) => [what.zh, '', examples.join('\n')]),
  ],
});

const explained = <Item>(columns: readonly Column<Item>[]) =>
  columns.map((each) => [header(each), each.required ? '是' : '', each.understood.zh]);

/** The facts and lists that conditions can name, each as it is written. */
const nameable = ({ vocabulary }: Languages, { facts, lists }: Definitions) => ({
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
  '橙色表头（带 *）新增时必填。表中没有的栏目，导入时保留原有的内容；有该栏目而单元格空白的，表示没有。',
  '序号、编号一类的列请设为文本：表格软件会把 1.10 记作 1.1。',
  '导入前先显示全部变动和发布规则的意见，确认后整体录入；有一处不能识别的，全部不录入。',
  '灰色的示例行（编号或标识为“示例”）不会读入，可以删去。表中没有的条目和自定的事项、名单、产品保持不变：要删除的，在“删除”列填“是”。',
];
