import type { Locale } from '../values/text.ts';
import type { Part, PartsOf } from './sentences.ts';
import { sayFrom } from './sentences.ts';

/**
 * What can be wrong with a file that is handed in, each code with its sentence in zh and en.
 *
 * They are no user errors of the API, which takes projects and never files.
 */
const FILE_FAULTS = {
  // the file as a whole: nothing of it is read
  FILE_TOO_LARGE: {
    zh: '文件有 {value} 字节，超过 {allowed} 字节的上限，请拆分后再提交。',
    en: 'The file has {value} bytes, more than the {allowed} allowed. Split it.',
  },
  FILE_NOT_A_TABLE: {
    zh: '文件不是表格：请提交 .xlsx 工作簿或 .csv 文件（{value}）。',
    en: 'The file is no table: hand in an .xlsx workbook or a .csv file ({value}).',
  },
  FILE_LOCKED_OR_OLD: {
    zh: '文件是旧版 .xls 或设有打开密码的工作簿，请去掉密码，另存为 .xlsx 后再提交。',
    en: 'The file is an old .xls workbook or one with a password. Take the password off and save it as .xlsx.',
  },
  FILE_UNPACKS_TOO_LARGE: {
    zh: '工作簿解压后有 {value} 字节，超过 {allowed} 字节的上限，已拒绝读取。',
    en: 'The workbook unpacks to {value} bytes, more than the {allowed} allowed, and is not read.',
  },
  FILE_SIZE_IS_FALSE: {
    zh: '工作簿中“{part}”的内容与其所载大小不符，文件已损坏或被改动，已拒绝读取。',
    en: 'The part "{part}" of the workbook is not of the size that it states: the file is damaged or was tampered with, and is not read.',
  },
  FILE_HAS_DOCTYPE: {
    zh: '工作簿中“{part}”含有文档类型声明（DOCTYPE），正常的工作簿没有，已拒绝读取。',
    en: 'The part "{part}" of the workbook has a DOCTYPE, which no proper workbook has, and is not read.',
  },
  FILE_HAS_LONG_CELL: {
    zh: '“{part}”中有单元格超过 {allowed} 个字符，已拒绝读取。',
    en: 'A cell in "{part}" is longer than {allowed} characters, and the file is not read.',
  },
  FILE_HAS_TOO_MANY_ROWS: {
    zh: '“{part}”超过 {allowed} 行（看似空白、只设了格式的行也算）。请删除多余的行，或拆分后再提交。',
    en: '"{part}" has more than {allowed} rows, those that only look empty included. Delete what is too much, or split the file.',
  },
  FILE_ENCODING_UNKNOWN: {
    zh: '文件不是 UTF-8，也不是 GB18030（GBK）编码的文本，请另存为“CSV UTF-8”后再提交。',
    en: 'The file is text neither in UTF-8 nor in GB18030 (GBK). Save it as "CSV UTF-8".',
  },
  FILE_QUOTES_BROKEN: {
    zh: '文件第 {line} 行的引号不成对，无法分列。',
    en: 'The quotation marks in line {line} of the file do not match, so its columns cannot be told apart.',
  },
  FILE_HAS_NO_HEADERS: {
    zh: '在工作表 {sheets} 的前 {rows} 行中没有找到表头。表头行至少含有两个可识别的列名，如：{options}。',
    en: 'There is no header row in the first {rows} rows of {sheets}. A header row has at least two columns that are known, for example {options}.',
  },
  FILE_HAS_NO_PROJECTS: {
    zh: '工作表 {sheets} 的表头在第 {rows} 行，其下没有一行是项目（示例、合计、备注不算），没有判定任何一行。请核对是否选错文件。',
    en: 'Below the header of sheet {sheets} in row {rows} no row is a project (examples, sums and remarks are none), and nothing was assessed. It may be the wrong file.',
  },
  FILE_HAS_NO_LINES: {
    zh: '文件是空的，没有判定任何一行。每行应为一个项目的 JSON 对象。',
    en: 'The file is empty, and nothing was assessed. Each line is to be the JSON object of a project.',
  },
  LINE_NO_OBJECT: {
    zh: '第 {line} 行不是一个 JSON 对象，未判定。每行应为一个项目，字段同接口的 ProjectInput。',
    en: 'Line {line} is no JSON object and is not assessed. Each line is a project with the fields of ProjectInput of the API.',
  },
  // a column: it is kept, and states nothing
  COLUMNS_CLASH: {
    zh: '{columns} 都是“{field}”，不能确定以哪一列为准，均未采用。请只保留一列，或在列对应关系中指明。',
    en: '{columns} are all "{field}". Which one counts is not known, so none is read. Keep one, or name it in the mapping.',
  },
  ROW_GOES_ON: {
    zh: '本行只有{field}，没有项目。一个项目占多行的，不能确定{field}已列全，上一行项目的{field}按未知处理。请写在同一行：一个单元格内用分号分开，或分列为产品1、产能1、产品2、产能2等。',
    en: 'This row has {field} and no project. Where a project takes several rows it is not known whether they are all, so the {field} of the project above stay unknown. Write them into one row: into one cell, separated by semicolons, or into numbered columns as 产品1, 产能1, 产品2, 产能2.',
  },
  MATERIALS_ARE_NO_INVENTORY: {
    zh: '“{column}”是主要原辅材料及其年用量，不是危险化学品的完整清单和设计最大量，未作为化学品采用。请另列“{field}”。',
    en: '"{column}" has the main materials by yearly use, which is no complete inventory of chemicals by designed maximum, and is not read as one. Add a column "{field}".',
  },
  // a cell: what it states stays unknown
  CELL_UNREAD: {
    zh: '“{value}”不能识别为{field}，按未知处理。可以写作：{understood}。',
    en: '"{value}" cannot be read as {field}, which stays unknown. What is understood: {understood}.',
  },
  CELL_APPROXIMATE: {
    zh: '“{value}”是约数或范围，不是{field}的确切值，按未知处理。请写确切值，如：{understood}。',
    en: '"{value}" is an approximation or a range and no exact {field}, which stays unknown. Write the exact value: {understood}.',
  },
  // a condition in the notation of catalogs: `column` is the place in the text, from 1
  NOTATION_EXPECTED: {
    zh: '第 {column} 字“{found}”处不能识别，此处应为{expected}。',
    en: 'At character {column}, "{found}" cannot be read. Expected here: {expected}.',
  },
  NOTATION_MIXED: {
    zh: '第 {column} 字处“且”与“或”混用，先后不明，请用括号分清，如：甲 且（乙 或 丙）。',
    en: 'At character {column} "and" meets "or", and which comes first is not said. Use brackets: A and (B or C).',
  },
  NOTATION_TOO_DEEP: {
    zh: '第 {column} 字处括号超过 {allowed} 层。',
    en: 'At character {column} there are more than {allowed} brackets within each other.',
  },
  NOTATION_NAME_MISMATCH: {
    zh: '第 {column} 字处“{key}”的名称是“{name}”，不是“{stated}”，请核对两者。',
    en: 'At character {column}: "{key}" is called "{name}", not "{stated}". Check both.',
  },
  NOTATION_NAME_OF_SEVERAL: {
    zh: '第 {column} 字处“{value}”是几项共用的名称，请写标识。',
    en: 'At character {column}: "{value}" is the name of several. Write the key.',
  },
  NOTATION_WHICH_OF_SEVERAL: {
    zh: '第 {column} 字处列了几项，请写明“包含任一”“包含全部”或“均不包含”。',
    en: 'At character {column} several are listed: say "include any of", "include all of" or "include none of".',
  },
  // a row of a catalog: nothing of the file is taken
  CELL_LINE: {
    zh: '单元格第 {line} 行：{fault}',
    en: 'Line {line} of the cell: {fault}',
  },
  CELL_LINE_UNREAD: {
    zh: '单元格第 {line} 行“{value}”不能识别，应以下列之一起行：{expected}。',
    en: 'Line {line} of the cell, "{value}", cannot be read. A line begins with one of these: {expected}.',
  },
  CELL_LINE_PARTS: {
    zh: '单元格第 {line} 行“{value}”由竖线分成四部分以上，至多为文件名称、文号、条款、链接。名称中的竖线请放在引号内。',
    en: 'Line {line} of the cell, "{value}", has more than four parts. There are title, number, article and address; write a bar inside one of them in quotation marks.',
  },
  CELL_CODE_IS_NUMBER: {
    zh: '“{value}”是以数字或日期保存的，1.1 与 1.10 已无从区分，不能作为{field}。请将该列设为文本后重新填写。',
    en: '"{value}" is kept as a number or a date, which does not tell 1.1 from 1.10, and is no {field}. Make the column text and fill it in again.',
  },
  CELL_REFUSED: {
    zh: '“{value}”不能作为{field}。可以写作：{understood}。',
    en: '"{value}" is no {field}. What is understood: {understood}.',
  },
  ENTRY_TWICE: {
    zh: '条目编号“{value}”已见于第 {row} 行。请另设“条目编号”列，使各行编号不重复。',
    en: 'Row {row} has the code "{value}" already. Give the rows codes of their own in a column "条目编号".',
  },
  DEFINITION_TWICE: {
    zh: '“{value}”已见于第 {row} 行，只能写一次。',
    en: 'Row {row} has "{value}" already: it is written once.',
  },
  LIST_NAMED_TWICE: {
    zh: '名单“{value}”的{field}与第 {row} 行所写不同。名称写在该名单的一行即可。',
    en: 'The list "{value}" has another {field} in row {row}. One row of a list with it is enough.',
  },
  LIST_REMOVED_IN_PART: {
    zh: '名单“{value}”在第 {row} 行标为删除，本行没有。删除整份名单的，各行都标或只留一行；只删其中一种化学品的，删去该行即可。',
    en: 'Row {row} marks the list "{value}" to be removed, this row does not. For the whole list mark all its rows, or leave one; for one substance delete its row.',
  },
  ENTRY_WITHOUT_CODE: {
    zh: '不能由序号“{value}”得出条目编号，请另设“条目编号”列（字母、数字、“-”“_”“.”）。',
    en: 'No code follows from the number "{value}". Add a column "条目编号" (letters, digits, "-", "_", ".").',
  },
  ENTRY_LACKS: {
    zh: '条目“{value}”是新条目，须写明{field}。',
    en: 'Entry "{value}" is new and needs its {field}.',
  },
  CELL_LOST_DIGITS: {
    zh: '“{value}”是以数字保存的，超过 15 位的部分已丢失，不能作为{field}。请将该列设为文本后重新填写。',
    en: '"{value}" is kept as a number, which has lost all digits after the fifteenth, and is no {field} any more. Make the column text and fill it in again.',
  },
} as const satisfies Record<string, Record<Locale, string>>;

const say = sayFrom(FILE_FAULTS);

export type FileFaultCode = keyof typeof FILE_FAULTS;

/** What is wrong with a file that was handed in, or with a column or a cell of it, in the words of who made it. */
export class FileFault<Code extends FileFaultCode = FileFaultCode> extends Error {
  readonly code: Code;
  readonly details: Readonly<Record<string, Part>>;

  constructor(code: Code, ...[details]: DetailsOf<Code>) {
    super();
    this.name = 'FileFault';
    this.code = code;
    this.details = details ?? {};
    this.message = this.text('en');
  }

  text(locale: Locale): string {
    return say(locale)(this.code, ...([this.details] as never));
  }
}

type DetailsOf<Code extends FileFaultCode> = [PartsOf<(typeof FILE_FAULTS)[Code]>] extends [never]
  ? []
  : [details: Readonly<Record<PartsOf<(typeof FILE_FAULTS)[Code]>, Part>>];

/** Where a fault lies, as a spreadsheet shows it, and the fault. */
export const atCell = sayFrom({
  AT: {
    zh: '工作表“{sheet}”第 {row} 行“{column}”：{fault}',
    en: 'Sheet "{sheet}", row {row}, "{column}": {fault}',
  },
});
