import type { Entry } from '../domain/catalog/entry.ts';
import type { Classification } from '../domain/facts/industry.ts';
import { readIndustry } from '../domain/facts/read-industry.ts';
import { FileFault } from '../domain/messages/file-faults.ts';
import { FORCE_LABELS, MEASURE_LABELS } from '../domain/messages/labels.ts';
import { Refusal } from '../domain/messages/refusal.ts';
import type { Kind } from '../domain/notation/naming.ts';
import { industries, optionsOf, readName, writeName } from '../domain/notation/naming.ts';
import { Scanner } from '../domain/notation/scanner.ts';
import type { Text } from '../domain/values/text.ts';
import { text } from '../domain/values/text.ts';
import type { Activity, Nature } from '../domain/vocabulary.ts';
import { FORCES, MEASURES } from '../domain/vocabulary.ts';
import { readCellText, writeCellText } from './cell-parts.ts';
import { cellText, plainText, saysNothing } from './cell-text.ts';
import type { CellContext, Column } from './column.ts';
import { chosen, isEmpty, PENDING, readList, refused, wording, writeList } from './column.ts';
import {
  BASIS_UNDERSTOOD,
  EXCEPTIONS_UNDERSTOOD,
  REQUIREMENTS_UNDERSTOOD,
  readBasis,
  readExceptions,
  readNotation,
  readRequirements,
  writeBasis,
  writeExceptions,
  writeRequirements,
} from './entry-lists.ts';
import { readDayOf } from './read-cell.ts';
import type { Cell } from './sheet.ts';

/** Conditions that are still to be written, as they stand in a cell. */
const PENDING_LABEL = '待编写';

const printed = (field: 'printedAs' | 'sortedAs'): Pick<EntryColumn, 'field' | 'write' | 'read'> => ({
  field,
  write: (entry) => writeCellText(entry[field]),
  read: (cell, entry, { expected }) => ({
    ...entry,
    [field]: field === 'sortedAs' ? readCode(cell, expected.field) : readCellText(cell),
  }),
});

const dayOf = (
  field: 'validFrom' | 'validTo' | 'exemptIfApprovedBefore' | 'deadline',
): Pick<EntryColumn, 'field' | 'write' | 'read' | 'width' | 'understood' | 'example'> => ({
  field,
  width: 14,
  understood: text('2026-11-23', '2026-11-23'),
  example: '',
  write: (entry) => entry[field] ?? '',
  read: (cell, entry, { expected, serials }) => ({
    ...entry,
    [field]: isEmpty(cell, expected) ? undefined : readDayOf(cell, expected, serials),
  }),
});

const scope = (
  field: 'industries' | 'territory',
  part: 'include' | 'except',
): Pick<EntryColumn, 'field' | 'write' | 'read'> => ({
  field,
  write: (entry, { vocabulary }) =>
    field === 'industries'
      ? entry.industries[part].map((code) => writeName(code, industries(vocabulary), 'zh')).join('、')
      : writeList(entry.territory[part]),
  read: (cell, entry, context) => ({
    ...entry,
    [field]: {
      include: [],
      except: [],
      ...entry[field],
      [part]: field === 'industries' ? readIndustries(cell, context) : readList(cell, context.expected),
    },
  }),
});

const options = (
  field: 'natures' | 'activities',
): Pick<EntryColumn, 'field' | 'write' | 'read' | 'open'> => ({
  field,
  open: true,
  write: (entry, { vocabulary }) =>
    entry[field].map((option) => writeName(option, optionsOf(field, vocabulary), 'zh')).join('、'),
  read: (cell, entry, { vocabulary, expected }) => ({
    ...entry,
    [field]: isEmpty(cell, expected)
      ? []
      : (readNames(cell, optionsOf(field, vocabulary)) as readonly (Nature & Activity)[]),
  }),
});

export type EntryColumn = Column<Entry>;
/** An entry as far as it has been read. */
export type EntryRead = Partial<Entry>;

/** Every column, in its order: all that an entry says has one. */
export const ENTRY_COLUMNS: readonly EntryColumn[] = [
  {
    field: 'code',
    name: text('条目编号', 'code'),
    headers: ['条目编码', '编码', 'code'],
    required: true,
    width: 12,
    understood: text(
      '字母、数字、“-”“_”“.”，各版本间不变',
      'letters, digits, "-", "_", "."; kept across versions',
    ),
    example: '示例',
    write: ({ code }) => writeCellText(code),
    read: (cell, entry, { expected }) => ({ ...entry, code: readCode(cell, expected.field) }),
  },
  {
    ...printed('printedAs'),
    name: text('印发序号', 'place as printed'),
    headers: ['印发文本中的序号', 'printedAs'],
    width: 12,
    understood: text('印发文本中的序号，如（一）1、第六条', 'its place in the law as printed, as （一）1'),
    example: '（一）1',
  },
  {
    ...printed('sortedAs'),
    name: text('排序编号', 'sorted as'),
    headers: ['sortedAs'],
    width: 10,
    understood: text(
      '与编号顺序不同时，按哪个编号排列',
      'the code that it stands as, where the law has another order',
    ),
    example: '',
  },
  {
    ...chosen<Entry>('measure', MEASURE_LABELS, MEASURES),
    name: text('措施', 'measure'),
    headers: ['管理措施', '管控措施', '措施类型', 'measure'],
    required: true,
    width: 8,
    example: '禁止',
  },
  {
    ...chosen<Entry>('force', FORCE_LABELS, FORCES),
    name: text('约束力', 'force'),
    headers: ['force'],
    width: 8,
    example: '应当',
  },
  {
    ...wording<Entry>('text', 'zh', true),
    name: text('条目内容', 'wording'),
    headers: ['内容', '条目', '具体内容', '管控要求', '禁限内容', '条目名称', 'text'],
    required: true,
    width: 50,
    understood: text('印发文本的原文', 'the wording of the law'),
    example: '禁止在化工园区外新建、扩建危险化学品生产项目。',
  },
  {
    ...wording<Entry>('text', 'en', true),
    name: text('条目内容（英文）', 'wording in English'),
    headers: ['text en'],
    width: 30,
    understood: text('英文译文', 'its English rendering'),
    example: '',
  },
  {
    ...scope('industries', 'include'),
    name: text('适用行业', 'industries'),
    headers: [
      '行业',
      '行业代码',
      '行业类别',
      '行业名称',
      '国民经济行业',
      '国民经济行业代码',
      '国民经济行业分类',
      'industries',
    ],
    width: 30,
    understood: text(
      'GB/T 4754-2017 代码，可带名称，多个用顿号分开；空白为全部行业：26〔化学原料和化学制品制造业〕、2614',
      'codes of GB/T 4754-2017, with their names or without, separated by 、; every industry where empty: 26〔化学原料和化学制品制造业〕、2614',
    ),
    example: '26〔化学原料和化学制品制造业〕',
  },
  {
    ...scope('industries', 'except'),
    name: text('除外行业', 'industries left out'),
    headers: ['except industries'],
    width: 20,
    understood: text('适用行业之下除外的代码，写法相同', 'codes below them that are left out, written alike'),
    example: '',
  },
  {
    ...options('natures'),
    name: text('建设性质', 'natures of construction'),
    headers: ['适用建设性质', 'natures'],
    width: 16,
    understood: text(
      '新建、扩建、改建、技术改造、迁建；空白为全部',
      '新建、扩建、改建、技术改造、迁建; all where empty',
    ),
    example: '新建、扩建、迁建',
  },
  {
    ...options('activities'),
    name: text('活动类型', 'activities'),
    headers: ['适用活动类型', 'activities'],
    width: 14,
    understood: text(
      '生产、储存、使用、经营、运输；空白为全部',
      '生产、储存、使用、经营、运输; all where empty',
    ),
    example: '生产',
  },
  {
    ...scope('territory', 'include'),
    name: text('适用区域', 'territory'),
    headers: ['territory'],
    width: 16,
    understood: text(
      '名录中的编号，多个用顿号分开；空白为目录的全部区域',
      'ids of the register, separated by 、; all of it where empty',
    ),
    example: '',
  },
  {
    ...scope('territory', 'except'),
    name: text('除外区域', 'territory left out'),
    headers: ['except territory'],
    width: 16,
    understood: text('名录中的编号，多个用顿号分开', 'ids of the register, separated by 、'),
    example: '',
  },
  {
    field: 'when',
    name: text('限定条件', 'condition'),
    headers: ['条件', 'when', 'condition'],
    width: 44,
    understood: text(
      '见本表“限定条件的写法”；空白为无条件；尚未写成的填“待编写”，此时不能发布',
      'see below for the notation; unconditional where empty; 待编写 where it is still to be written, which keeps the draft from being published',
    ),
    example: '危险化学品建设项目 为 是 且 非（园区类型 属于 化工园区）',
    write: ({ when, conditionsPending }, { notation }) =>
      [...(conditionsPending ? [PENDING_LABEL] : []), ...(when == null ? [] : [notation.write(when)])].join(
        '：',
      ),
    read(cell, entry, { notation }) {
      const said = cellText(cell);
      const [, pending, rest] = /^(待编写)\s*[:：](.*)$/s.exec(said) ?? [];
      const isPending = pending !== undefined || PENDING.test(plainText(cell));
      const condition = isPending ? (rest ?? '') : saysNothing(cell) ? '' : said;
      return {
        ...entry,
        conditionsPending: isPending || undefined,
        when: condition === '' ? undefined : readNotation(condition, notation),
      };
    },
  },
  {
    field: 'exceptions',
    name: text('除外情形', 'exceptions'),
    headers: ['例外', '例外情形', '除外', 'exceptions'],
    width: 44,
    understood: EXCEPTIONS_UNDERSTOOD,
    example: '【monitored】列入重点监测点的企业\n条件：建设目的 包含任一 安全提升、生态环保',
    write: ({ exceptions }, { notation }) => writeExceptions(exceptions, notation),
    read: (cell, entry, { notation, expected }) => ({
      ...entry,
      exceptions: isEmpty(cell, expected) ? [] : readExceptions(cellText(cell), notation),
    }),
  },
  {
    field: 'requirements',
    name: text('限制条件', 'requirements'),
    headers: ['准入要求', '限制要求', 'requirements'],
    width: 44,
    understood: REQUIREMENTS_UNDERSTOOD,
    example: '',
    write: ({ requirements }, { notation }) => writeRequirements(requirements, notation),
    read: (cell, entry, { notation, expected }) => ({
      ...entry,
      requirements: isEmpty(cell, expected) ? [] : readRequirements(cellText(cell), notation),
    }),
  },
  { ...dayOf('validFrom'), name: text('有效期起', 'valid from'), headers: ['validFrom'] },
  { ...dayOf('validTo'), name: text('有效期止', 'valid to'), headers: ['validTo'] },
  {
    ...dayOf('exemptIfApprovedBefore'),
    name: text('此前已批准的除外', 'exempt if approved before'),
    headers: ['exemptIfApprovedBefore'],
  },
  {
    ...dayOf('deadline'),
    name: text('完成期限', 'deadline'),
    headers: ['期限', '淘汰期限', '整改期限', 'deadline'],
  },
  {
    ...wording<Entry>('replacement', 'zh', false),
    name: text('替代方案', 'replacement'),
    headers: ['replacement'],
    width: 24,
    understood: text('可以代替的工艺、设备', 'what to use instead'),
    example: '',
  },
  {
    ...wording<Entry>('replacement', 'en', false),
    name: text('替代方案（英文）', 'replacement in English'),
    headers: ['replacement en'],
    width: 16,
    understood: text('英文译文', 'its English rendering'),
    example: '',
  },
  {
    field: 'responsibility',
    name: text('牵头部门', 'leading department'),
    headers: ['责任部门', '主管部门', 'lead'],
    width: 16,
    understood: text('一个部门', 'one department'),
    example: '应急管理部门',
    write: ({ responsibility }) => writeCellText(responsibility?.lead),
    read(cell, entry) {
      const lead = readCellText(cell);
      const { cooperating = [] } = entry.responsibility ?? {};
      const none = lead === undefined && cooperating.length === 0;
      return { ...entry, responsibility: none ? undefined : { lead: lead ?? '', cooperating } };
    },
  },
  {
    field: 'responsibility',
    name: text('配合部门', 'cooperating departments'),
    headers: ['cooperating'],
    width: 20,
    understood: text('多个用顿号分开', 'separated by 、'),
    example: '',
    write: ({ responsibility }) => writeList(responsibility?.cooperating ?? []),
    read(cell, entry, { expected }) {
      const cooperating = readList(cell, expected);
      const none = cooperating.length === 0 && entry.responsibility == null;
      return {
        ...entry,
        responsibility: none ? undefined : { lead: '', ...entry.responsibility, cooperating },
      };
    },
  },
  {
    field: 'basis',
    name: text('法律依据', 'legal basis'),
    headers: ['依据', '政策依据', '文件依据', '依据文件', '法律法规依据', 'basis'],
    width: 40,
    understood: BASIS_UNDERSTOOD,
    example: '中华人民共和国危险化学品安全法｜主席令第63号｜第十八条',
    write: ({ basis }) => writeBasis(basis),
    read: (cell, entry) => ({ ...entry, basis: saysNothing(cell) ? [] : readBasis(cellText(cell)) }),
  },
  {
    ...wording<Entry>('remark', 'zh', false),
    name: text('备注', 'remark'),
    headers: ['remark'],
    width: 24,
    understood: text('说明', 'a remark'),
    example: '',
  },
  {
    ...wording<Entry>('remark', 'en', false),
    name: text('备注（英文）', 'remark in English'),
    headers: ['remark en'],
    width: 16,
    understood: text('英文译文', 'its English rendering'),
    example: '',
  },
];

/** A spreadsheet keeps 1.10 as 1.1 where it takes it for a number. @throws FileFault CELL_CODE_IS_NUMBER */
export function readCode(cell: Cell, field: Text): string | undefined {
  if (cell instanceof Date || (typeof cell === 'number' && !Number.isInteger(cell)))
    throw new FileFault('CELL_CODE_IS_NUMBER', { value: cellText(cell), field });
  return readCellText(cell);
}

function readNames(cell: Cell, kind: Kind): readonly string[] {
  const scanner = new Scanner(cellText(cell));
  const keys = [readName(scanner, kind)];
  while (scanner.take('BETWEEN', 'PARTS')) keys.push(readName(scanner, kind));
  return scanner.atEnd ? keys : scanner.refuse(text('“、”或结尾', '"、" or the end'));
}

/** Codes in the notation, codes and names as forms have them, or a name that is that of one industry. */
function readIndustries(
  cell: Cell,
  { vocabulary, classification, expected }: CellContext,
): readonly string[] {
  if (isEmpty(cell, expected)) return [];
  const said = cellText(cell);
  try {
    return readNames(cell, industries(vocabulary));
  } catch (error) {
    // What is in the notation but wrong is told as that.
    if (!(error instanceof FileFault) || /[〔“"]/.test(said)) throw error;
  }
  try {
    return readIndustry(said, classification, []);
  } catch (error) {
    if (!(error instanceof Refusal) || error.code !== 'UNKNOWN_INDUSTRY') throw error;
  }
  return [named(said, classification) ?? unknownIndustry(cell, expected)];
}

/** The widest industry of a name, where all that are called so have the same classes. */
function named(said: string, classification: Classification): string | undefined {
  const [widest, ...others] = [...classification.called(said)].sort((a, b) => a.length - b.length);
  if (widest === undefined) return undefined;
  const classes = (code: string) => classification.classesOf(code).join();
  return others.every((code) => classes(code) === classes(widest)) ? widest : undefined;
}

function unknownIndustry(cell: Cell, expected: CellContext['expected']): never {
  throw refused(cell, expected);
}
