import type { FactDefinition, SubstanceList } from '../domain/facts/fact.ts';
import { FACT_TYPES } from '../domain/facts/fact.ts';
import type { ProductTerm } from '../domain/facts/product-term.ts';
import { SUBJECT_LABELS, TYPE_LABELS } from '../domain/messages/labels.ts';
import { readName, substances, writeName } from '../domain/notation/naming.ts';
import { Scanner } from '../domain/notation/scanner.ts';
import { fractionText, readFraction } from '../domain/notation/tests.ts';
import type { Bounds } from '../domain/values/interval.ts';
import { text } from '../domain/values/text.ts';
import { readCellText, writeCellText } from './cell-parts.ts';
import { cellText } from './cell-text.ts';
import type { Column, Reader } from './column.ts';
import { chosen, isEmpty, readList, wording, writeList, yesOrNo } from './column.ts';

/** A substance of a list: a row of the sheet of lists, since no cell holds all of one. */
export interface ListMember extends Pick<SubstanceList, 'key' | 'name'> {
  readonly cas: string;
  /** The mass fractions in which it is a member; in any where there are none. */
  readonly fractions: readonly Bounds[];
}

const plainly = <Item>(field: keyof Item): Reader<Item> => ({
  field,
  write: (item) => writeCellText(item[field] as string | null | undefined),
  read: (cell, item) => ({ ...item, [field]: readCellText(cell) }),
});

const listed = <Item>(field: keyof Item): Reader<Item> => ({
  field,
  write: (item) => writeList((item[field] as readonly string[] | null | undefined) ?? []),
  read(cell, item, { expected }) {
    const parts = readList(cell, expected);
    return { ...item, [field]: parts.length === 0 ? undefined : parts };
  },
});

const ofRatio = (part: 'numerator' | 'denominator'): Reader<FactDefinition> => ({
  field: 'ratio',
  write: ({ ratio }) => writeCellText(ratio?.[part]),
  read(cell, fact) {
    const { numerator, denominator }: { numerator?: string; denominator?: string } = {
      ...fact.ratio,
      [part]: readCellText(cell),
    };
    const none = !numerator && !denominator;
    return {
      ...fact,
      ratio: none ? undefined : { numerator: numerator ?? '', denominator: denominator ?? '' },
    };
  },
});

const OWN_KEY = text(
  '目录标识加点加字母、数字、“-”“_”：my-catalog.rate；各版本间不变',
  'the key of the catalog, a dot, and letters, digits, "-", "_": my-catalog.rate; kept across versions',
);
const ENGLISH = text('英文译文', 'its English rendering');

/** The facts that a catalog defines, a row each. */
export const FACT_COLUMNS: readonly Column<FactDefinition>[] = [
  {
    ...plainly('key'),
    name: text('事项标识', 'key of the fact'),
    headers: ['fact key'],
    required: true,
    width: 28,
    understood: OWN_KEY,
    example: '示例',
  },
  {
    ...wording<FactDefinition>('name', 'zh', true),
    name: text('事项名称', 'name of the fact'),
    headers: ['fact name'],
    required: true,
    width: 28,
    understood: text('简短的名称', 'a short name'),
    example: '工业用水循环利用率',
  },
  {
    ...wording<FactDefinition>('name', 'en', true),
    name: text('事项名称（英文）', 'name in English'),
    headers: ['fact name en'],
    width: 24,
    understood: ENGLISH,
    example: '',
  },
  {
    ...chosen<FactDefinition>('type', TYPE_LABELS, FACT_TYPES),
    name: text('类型', 'type'),
    headers: ['事项类型', 'type'],
    required: true,
    width: 12,
    example: '数值',
  },
  {
    ...chosen<FactDefinition>('about', SUBJECT_LABELS, ['PROJECT', 'ZONE']),
    name: text('对象', 'about'),
    headers: ['事项对象', 'about'],
    width: 8,
    example: '项目',
  },
  {
    ...plainly<FactDefinition>('unit'),
    name: text('单位', 'unit'),
    headers: ['计量单位', 'unit'],
    width: 10,
    understood: text('数值的单位；没有的留空', 'of a number; empty where it has none'),
    example: '%',
  },
  {
    ...yesOrNo<FactDefinition>('integer'),
    name: text('整数', 'whole numbers'),
    headers: ['是否整数', 'integer'],
    understood: text('数值只能是整数的填“是”', '是 where only whole numbers are allowed'),
  },
  {
    ...yesOrNo<FactDefinition>('many'),
    name: text('多值', 'several values'),
    headers: ['是否多值', 'many'],
    understood: text(
      '同时有几个数值的（如各台锅炉吨位）填“是”',
      '是 where there are several numbers, as of boilers',
    ),
  },
  {
    ...ofRatio('numerator'),
    name: text('分子', 'numerator'),
    headers: ['numerator'],
    width: 20,
    understood: text(
      '由两个数值相除得出的，填分子的事项标识；其他留空',
      'of a quotient of two numbers, the key of the number above the line',
    ),
    example: '',
  },
  {
    ...ofRatio('denominator'),
    name: text('分母', 'denominator'),
    headers: ['denominator'],
    width: 20,
    understood: text('分母的事项标识', 'the key of the number below the line'),
    example: '',
  },
  {
    ...listed<FactDefinition>('options'),
    name: text('可选项', 'options'),
    headers: ['选项', 'options'],
    width: 40,
    understood: text(
      '单选、多选的全部选项，用顿号分开；不止这些的，加上 OTHER',
      'all options of a choice or set, separated by 、; OTHER among them where there are more',
    ),
    example: '',
  },
  {
    ...wording<FactDefinition>('question', 'zh', true),
    name: text('询问用语', 'question'),
    headers: ['问题', 'question'],
    required: true,
    width: 44,
    understood: text('向企业询问时的一句话', 'the sentence in which applicants are asked'),
    example: '项目的工业用水循环利用率是多少？',
  },
  {
    ...wording<FactDefinition>('question', 'en', true),
    name: text('询问用语（英文）', 'question in English'),
    headers: ['question en'],
    width: 44,
    understood: ENGLISH,
    example: '',
  },
];

/** The substances of the lists that a catalog defines, a row each. */
export const LIST_COLUMNS: readonly Column<ListMember>[] = [
  {
    ...plainly<ListMember>('key'),
    name: text('名单标识', 'key of the list'),
    headers: ['list key'],
    required: true,
    width: 28,
    understood: OWN_KEY,
    example: '示例',
  },
  {
    ...wording<ListMember>('name', 'zh', true),
    name: text('名单名称', 'name of the list'),
    headers: ['list name'],
    width: 28,
    understood: text('写在该名单的一行即可', 'in one row of the list'),
    example: '本园区禁止储存的化学品',
  },
  {
    ...wording<ListMember>('name', 'en', true),
    name: text('名单名称（英文）', 'name in English'),
    headers: ['list name en'],
    width: 24,
    understood: ENGLISH,
    example: '',
  },
  {
    field: 'cas',
    name: text('CAS 号', 'CAS number'),
    headers: ['cas', 'CAS编号', 'CAS登记号'],
    required: true,
    width: 28,
    understood: text(
      '一行一种化学品，可带名称：7782-50-5〔氯〕；导入后名单恰为表中各行',
      'one substance a row, with its name or without: 7782-50-5〔氯〕; the list is then what its rows are',
    ),
    example: '7782-50-5〔氯〕',
    write: ({ cas }, { vocabulary }) => writeName(cas, substances(vocabulary), 'zh'),
    read(cell, member, { vocabulary, expected }) {
      if (isEmpty(cell, expected)) return { ...member, cas: undefined };
      const scanner = new Scanner(cellText(cell));
      const cas = readName(scanner, substances(vocabulary));
      return { ...member, cas: scanner.atEnd ? cas : scanner.refuse(text('一个 CAS 号', 'one CAS number')) };
    },
  },
  {
    field: 'fractions',
    name: text('质量分数', 'mass fraction'),
    headers: ['fraction'],
    width: 24,
    understood: text(
      '仅在此范围内属于名单：超过 8 %；几个范围用分号分开；空白为不论',
      'in which it is a member: 超过 8 % (more than 8 %); several separated by ；; in any where empty',
    ),
    example: '',
    write: ({ fractions }, { vocabulary }) =>
      fractions.map((fraction) => fractionText(fraction, { vocabulary, locale: 'zh' })).join('；'),
    read(cell, member, { expected }) {
      if (isEmpty(cell, expected)) return { ...member, fractions: [] };
      const scanner = new Scanner(cellText(cell));
      const fractions = [readFraction(scanner)];
      while (scanner.take('PARTS')) fractions.push(readFraction(scanner));
      return scanner.atEnd ? { ...member, fractions } : scanner.refuse(text('“；”或结尾', '"；" or the end'));
    },
  },
];

/** What a catalog calls products, a row each term. */
export const PRODUCT_COLUMNS: readonly Column<ProductTerm>[] = [
  {
    ...plainly<ProductTerm>('key'),
    name: text('产品类别标识', 'key of the product term'),
    headers: ['product key'],
    required: true,
    width: 28,
    understood: text(
      '目录自定的写法同事项标识；补充内置或上级目录类别的，写该类别的标识，如“铁合金”',
      'one of its own like that of a fact; to say more of one that is there, the key of that, as 铁合金',
    ),
    example: '示例',
  },
  {
    ...wording<ProductTerm>('name', 'zh', true),
    name: text('产品名称', 'name of the product'),
    headers: ['product name'],
    required: true,
    width: 24,
    understood: text('名称', 'its name'),
    example: '再生铅',
  },
  {
    ...wording<ProductTerm>('name', 'en', true),
    name: text('产品名称（英文）', 'name in English'),
    headers: ['product name en'],
    width: 24,
    understood: ENGLISH,
    example: '',
  },
  {
    ...listed<ProductTerm>('aliases'),
    name: text('别名', 'aliases'),
    headers: ['aliases'],
    width: 32,
    understood: text('意思完全相同的其他名称，用顿号分开', 'other names of the very same, separated by 、'),
    example: '再生铅锭',
  },
  {
    ...listed<ProductTerm>('narrower'),
    name: text('下位产品', 'kinds of it'),
    headers: ['narrower'],
    width: 32,
    understood: text(
      '属于它的产品类别的标识，用顿号分开',
      'keys of the terms that are kinds of it, separated by 、',
    ),
    example: '',
  },
  {
    ...listed<ProductTerm>('units'),
    name: text('计量单位', 'units'),
    headers: ['单位', 'units'],
    width: 16,
    understood: text('常用的单位，用顿号分开', 'its usual units, separated by 、'),
    example: '万吨/年、t/a',
  },
];
