import type { Reference } from '../domain/assessment/assessment-basis.ts';
import type { FactsInput, ProjectInput } from '../domain/assessment/project.ts';
import { Reader } from '../domain/engine/reader.ts';
import type { BuiltInFact, PlainFacts } from '../domain/facts/dictionary.ts';
import { builtInFact, DICTIONARY, statedAs } from '../domain/facts/dictionary.ts';
import type { FactDefinition, StatedFact } from '../domain/facts/fact.ts';
import { namesFrom } from '../domain/facts/names.ts';
import { EDITIONS } from '../domain/facts/read-industry.ts';
import { Refusal, Refusals } from '../domain/messages/refusal.ts';
import { isCreditCode } from '../domain/values/credit-code.ts';
import { isDay } from '../domain/values/day.ts';
import { memoize } from '../domain/values/memoize.ts';
import type { Text } from '../domain/values/text.ts';
import { text } from '../domain/values/text.ts';
import { unitOf, usualUnits } from '../domain/values/unit.ts';
import { unreachable } from '../domain/values/unreachable.ts';
import type { Activity, Nature } from '../domain/vocabulary.ts';
import { cellText, plainText } from './cell-text.ts';
import { type LineParts, type PartCell, readLineColumns } from './line-columns.ts';
import type { Expected, OptionNames } from './read-cell.ts';
import {
  compared,
  readAmount,
  readDayOf,
  readFlag,
  readOptions,
  readProjectCode,
  readText,
  unread,
} from './read-cell.ts';
import { readIndustryCells } from './read-industries.ts';
import { readChemicalLines, readProductLines } from './read-lines.ts';
import type { Cell } from './sheet.ts';

/** A project as a row states it: where its zone is not in the row, somebody else has to name it. */
export type StatedProject = Omit<ProjectInput, 'zone'> & { readonly zone?: string };

/** The reference data that reading takes. */
export type FileReference = Pick<Reference, 'classification' | 'names'>;

/** What a column of a file can state. */
export interface Field {
  readonly key: string;
  /** What it is called in messages and in the template. */
  readonly name: Text;
  /** What forms call it besides. */
  readonly headers: readonly string[];
  /** Whether its amounts can be in units of a dimension: then a header may name one. */
  readonly measuredIn?: (dimension: string) => boolean;
  /** The unit of its amounts in the template. */
  readonly unit?: string;
  /** Several columns state it together: code and name of an industry. */
  readonly joined?: true;
  /** Several columns state it line by line, told apart by the numbers in their headers: 产品1, 产品2. */
  readonly numbered?: true;
  /** The key of the field that its columns state together with those of that field: the unit of a product. */
  readonly partOf?: LineKey;
  readonly required?: true;
  /** It is one of its options. */
  readonly single?: true;
  /** What one chooses from, as the template offers it. */
  readonly options?: readonly string[];
  /** Everything that its options are called. */
  readonly names?: OptionNames;
  /** How to write it, with examples. */
  readonly understood: Text;
  /** As the example row of the template has it. */
  readonly example: string | number;
  /** What filled cells state. @throws FileFault | Refusal | Refusals what cannot be read states nothing */
  readonly read: (cell: Cell, row: RowContext) => StatedProject;
}

/** What a cell is read with. */
export interface RowContext {
  /** Every filled cell of the field, in the order of the columns. */
  readonly cells: readonly Cell[];
  /** The unit of its column; null where neither the header nor the mapping has one. */
  readonly unit: string | null;
  readonly serials: boolean;
  /** The same cells with what their columns are, where the field has parts. */
  readonly parts: readonly PartCell[];
  /** A filled cell of another field; null where there is none. */
  readonly beside: (field: string) => Cell;
  readonly names: OptionNames;
  readonly expected: Expected;
}

/** Everything that a file can state of a project: the one place where a field gets its headers and its reader. */
export const fieldsOf = memoize((reference: FileReference): readonly Field[] => [
  ...Object.entries(projectFields(reference)).map(([key, field]) => ({ key, ...field })),
  ...DICTIONARY.filter((fact) => statedAs(fact) === 'VALUE').map((fact) => factField(fact, reference)),
  ...Object.entries(LINES).map(([key, field]) => ({ key, ...field })),
  ...Object.entries(LINE_PARTS).map(([key, field]) => ({ key, ...field })),
]);

/**
 * The same with what catalogs define (DESIGN 2.3): definitions of facts that a project states, as the API gives them.
 *
 * @param definitions those that are built in, of zones, or ratios are left out
 */
export const fieldsWith = (
  reference: FileReference,
  definitions: readonly FactDefinition[],
): readonly Field[] => {
  const declared = definitions.filter(
    ({ key, about, ratio }) => builtInFact(key) === undefined && about === 'PROJECT' && !ratio,
  );
  const namesOf = ({ name: { zh, en } }: Pick<Field, 'name'>) => [zh, en ?? zh].map(compared);
  const own = fieldsOf(reference);
  const taken = new Set(own.flatMap((field) => [...namesOf(field), ...field.headers.map(compared)]));
  return [
    ...own,
    ...declared.map((fact) => {
      const others = new Set(declared.flatMap((other) => (other === fact ? [] : namesOf(other))));
      // A column of a name that is of several would state the one where another is meant.
      const isOfSeveral = namesOf(fact).some((name) => taken.has(name) || others.has(name));
      const name = isOfSeveral ? { zh: `${fact.name.zh} ${fact.key}` } : fact.name;
      return declaredField({ ...fact, name }, reference);
    }),
  ];
};

type Unkeyed = Omit<Field, 'key'>;

const called = (key: string): Text => builtInFact(key)!.name;

/** The fields of a project in their order in the template; each names what it is, and reads it. */
const projectFields = (reference: FileReference) =>
  ({
    ref: {
      name: text('序号', 'no.'),
      headers: ['编号', 'no', 'ref', 'number', '标识'],
      understood: text('任意编号', 'any mark of your own'),
      example: '示例',
      read: (cell, { expected }) => ({ ref: readText(cell, expected) }),
    },
    zone: {
      name: text('园区编号', 'zone'),
      headers: ['园区', 'zone id', '所在园区编号'],
      required: true,
      understood: text('园区编号，如 zone_sample-yunfen', 'the id of a zone, as zone_sample-yunfen'),
      example: 'zone_sample-yunfen',
      read(cell, { expected }) {
        const zone = cellText(cell);
        if (!/^zone_[\w.-]{1,80}$/.test(zone)) throw unread(cell, expected);
        return { zone };
      },
    },
    on: {
      name: text('受理日期', 'day of acceptance'),
      headers: ['受理日', '受理时间', 'on'],
      understood: DAYS,
      example: '2026-11-23',
      read: (cell, { expected, serials }) => ({ on: readDay(cell, expected, serials) }),
    },
    name: {
      name: text('项目名称', 'project name'),
      headers: ['建设项目名称', 'name'],
      understood: text('全称', 'the name of the project'),
      example: '年产 5 万吨硅铁项目',
      read: (cell, { expected }) => ({ name: readText(cell, expected) }),
    },
    projectCode: {
      name: text('项目代码', 'project code'),
      headers: ['投资项目编号', '投资项目代码', '项目统一代码', 'projectCode'],
      understood: text('2603-141124-89-05-346948', '2603-141124-89-05-346948'),
      example: '2603-141124-89-05-346948',
      read: (cell, { expected }) => ({ projectCode: readProjectCode(cell, expected) }),
    },
    applicant: {
      name: text('建设单位', 'applicant'),
      headers: ['项目单位', '法人单位', '企业名称', '项目法人', 'applicant'],
      understood: text('单位全称', 'the full name of the applicant'),
      example: '永济某化工有限公司',
      read: (cell, { expected }) => ({ applicant: readText(cell, expected) }),
    },
    unifiedSocialCreditCode: {
      name: text('统一社会信用代码', 'unified social credit code'),
      headers: ['社会信用代码', '信用代码', '建设单位统一社会信用代码', 'unifiedSocialCreditCode'],
      understood: text('18 位代码，如 91140802MAK1UQKG7W', '18 characters, as 91140802MAK1UQKG7W'),
      example: '91140802MAK1UQKG7W',
      read(cell, { expected }) {
        const code = plainText(readText(cell, expected)).replace(/\s/g, '').toUpperCase();
        if (!isCreditCode(code)) throw unread(cell, expected);
        return { unifiedSocialCreditCode: code };
      },
    },
    industryEdition: {
      name: text('行业代码版本', 'edition of the industry codes'),
      headers: ['国标行业代码发布年代', '行业分类版本', 'industryEdition'],
      understood: text('2017 或 2011', '2017 or 2011'),
      options: EDITIONS,
      example: '2017',
      read: (cell, { expected }) => ({ industryEdition: editionOf(cell, expected) }),
    },
    industries: {
      name: called('industries'),
      headers: [
        '国标行业代码',
        '国标行业',
        '国民经济行业代码',
        '国民经济行业分类',
        '国民经济行业类别',
        '国民经济行业',
        '国标行业代码及名称',
        '行业代码及名称',
        'industry',
        'industries',
        'industry code',
      ],
      required: true,
      joined: true,
      understood: text(
        'GB/T 4754-2017 代码，可带名称，多个用顿号分开：2614、2669；C2614 有机化学原料制造',
        'codes of GB/T 4754-2017, with their names or without, several separated by 、: 2614、2669; C2614 有机化学原料制造',
      ),
      example: '3140 铁合金冶炼',
      read(_, { cells, beside, expected }) {
        const edition = beside('industryEdition');
        const stated = edition === null ? null : editionOf(edition, expected);
        return readIndustryCells(cells, stated, reference.classification, expected);
      },
    },
    natures: {
      ...choices(builtInFact('natures')!, reference, {
        技改: ['TECHNICAL_UPGRADE'],
        搬迁: ['RELOCATION'],
        改扩建: ['RECONSTRUCTION', 'EXPANSION'],
      }),
      name: called('natures'),
      headers: ['项目建设性质', '建设类型', 'nature', 'natures'],
      required: true,
      example: '新建',
      read: (cell, { expected, names }) => ({ natures: readOptions(cell, names, expected) as Nature[] }),
    },
    activities: {
      ...choices(builtInFact('activities')!, reference),
      name: called('activities'),
      headers: ['活动', 'activity', 'activities'],
      example: '生产、储存',
      read: (cell, { expected, names }) => ({ activities: readOptions(cell, names, expected) as Activity[] }),
    },
    areas: {
      name: called('areas'),
      headers: ['片区', 'area', 'areas'],
      understood: text(
        '名录中该园区片区的标识，多个用顿号分开',
        'keys of areas of the zone, as the register has them, several separated by 、',
      ),
      example: '',
      read: (cell, { expected }) => ({
        areas: readText(cell, expected)
          .split(/[、,，;；\n]/)
          .map((key) => key.trim())
          .filter((key) => key !== ''),
      }),
    },
    earlierApproval: {
      name: called('earlierApproval'),
      headers: ['首次批准日期', '首次备案日期', '首次核准日期', 'earlierApproval'],
      understood: text('2026-11-23；此前未获批准的填“无”', '2026-11-23, or 无 where it was never approved'),
      example: '无',
      read: (cell, { expected, serials }) => ({
        earlierApproval: /^(?:无|从未|未批准|未获批准|none)$/i.test(plainText(cell))
          ? { none: true }
          : { approvedOn: readDay(cell, expected, serials) },
      }),
    },
  }) satisfies Readonly<Record<Exclude<keyof ProjectInput, 'facts' | 'confirmations'>, Unkeyed>>;

/** The facts that are lists of lines, each list in one cell. */
const LINES = {
  products: {
    name: called('products'),
    headers: [
      '主要产品及产能',
      '产品及产能',
      '主要产品',
      '产品方案',
      '主要产品及生产能力',
      '产品名称',
      '主要产品名称',
      '主要产品及产能名称',
      '产品',
      'products',
      'product',
    ],
    numbered: true,
    understood: text(
      '全部产品，每项为名称、产能和单位，用分号分开：硅铁 5万吨/年；锰硅合金 3万t/a；没有填“无”。问到某产品属于哪类的，写在名称后：某助剂（属于：无）、某料（属于：电石/合成氨）',
      'all products, each with name, capacity and unit, separated by semicolons: 硅铁 5万吨/年；锰硅合金 3万t/a; 无 for none. Where it is asked what a product is, behind its name: 某助剂（属于：无）, 某料（属于：电石/合成氨）',
    ),
    example: '硅铁 5万吨/年；锰硅合金 3万吨/年',
    measuredIn: (dimension) => dimension.endsWith('/YEAR'),
    read: (_, row) => ({
      facts: {
        products: readLineColumns(row, PRODUCT_PARTS, (cell, unit) =>
          readProductLines(cell, unit, row.expected),
        ),
      },
    }),
  },
  chemicals: {
    name: called('chemicals'),
    headers: [
      '危险化学品清单',
      '危险化学品及最大储量',
      '化学品清单',
      '危险化学品名称',
      '化学品名称',
      '危险化学品',
      '化学品',
      'chemicals',
      'chemical',
    ],
    numbered: true,
    understood: text(
      '全部化学品，每项为名称或 CAS 号、质量分数（如有）及设计最大量（吨），用分号分开：液氯 7782-50-5 20t；盐酸 31% 5t；没有填“无”。年用量不是设计最大量。问到类别或规格的，写在名称后：某料（类别：W5.1/J2）、某料（规格：其他）',
      'all chemicals, each with name or CAS number, its mass fraction where there is one, and its designed maximum in tonnes, separated by semicolons: 液氯 7782-50-5 20t；盐酸 31% 5t; 无 for none. What is used in a year is no designed maximum. Where its classes or specification are asked for, behind the name: 某料（类别：W5.1/J2）, 某料（规格：其他）',
    ),
    example: '无',
    measuredIn: (dimension) => dimension === 'MASS',
    read: (_, row) => ({
      facts: {
        chemicals: readLineColumns(row, CHEMICAL_PARTS, (cell, unit) =>
          readChemicalLines(cell, unit, row.expected),
        ),
      },
    }),
  },
} as const satisfies Readonly<Record<LineKey, Unkeyed>>;
type LineKey = Exclude<keyof FactsInput, keyof PlainFacts | 'declared'>;

const PRODUCT_PARTS: LineParts = {
  name: 'products',
  number: 'productCapacity',
  unit: 'productUnit',
  // A header 年产能 says the year, or a unit without one is asked about.
  measuredIn: (dimension) => !dimension.startsWith('MONEY'),
};
const CHEMICAL_PARTS: LineParts = {
  name: 'chemicals',
  number: 'chemicalAmount',
  unit: 'chemicalUnit',
  measuredIn: (dimension) => dimension === 'MASS',
  cas: 'chemicalCas',
  fraction: 'chemicalFraction',
};

const partOf = (
  field: LineKey,
  name: Text,
  headers: readonly string[],
  understood: Text,
): Omit<Field, 'key'> => ({
  name,
  headers,
  understood,
  partOf: field,
  numbered: true,
  example: '',
  read: () => ({}),
});

/** What may stand in columns of its own beside those of a line. */
const LINE_PARTS: Readonly<Record<string, Omit<Field, 'key'>>> = {
  productCapacity: {
    ...partOf(
      'products',
      text('产品产能', 'capacity of the product'),
      ['产能', '设计产能', '年产能', '生产能力', '设计生产能力', '年生产能力', '产量', '年产量', 'capacity'],
      text('5 或 5万吨/年', '5, or 5 万吨/年'),
    ),
    measuredIn: LINES.products.measuredIn,
  },
  productUnit: partOf(
    'products',
    text('产品产能单位', 'unit of the capacity'),
    ['产能单位', '产能计量单位', '生产能力单位', '产量单位', '产品单位', '主要产品单位', 'capacity unit'],
    text('吨/年、万吨/年、万m3/年', '吨/年, 万吨/年, 万m3/年'),
  ),
  chemicalAmount: {
    ...partOf(
      'chemicals',
      text('化学品设计最大量', 'designed maximum of the chemical'),
      ['设计最大量', '设计最大储量', '最大储量', '最大储存量', '最大存在量', '化学品最大储量', 'amount'],
      text('20 或 20吨', '20, or 20 t'),
    ),
    measuredIn: CHEMICAL_PARTS.measuredIn,
  },
  chemicalUnit: partOf(
    'chemicals',
    text('化学品数量单位', 'unit of the chemical'),
    ['储量单位', '储存量单位', '化学品单位', '最大储量单位', 'amount unit'],
    text('吨、kg', 't, kg'),
  ),
  chemicalCas: partOf(
    'chemicals',
    text('CAS号', 'CAS number'),
    ['CAS', 'CAS登记号', 'CAS No', '化学品CAS号'],
    text('7782-50-5', '7782-50-5'),
  ),
  chemicalFraction: partOf(
    'chemicals',
    text('质量分数（%）', 'mass fraction in percent'),
    ['质量分数', '质量分数%', '化学品质量分数'],
    text('31', '31'),
  ),
};

/** What forms call the facts that are one value each, besides their own names. */
const FACT_HEADERS: { readonly [Fact in keyof PlainFacts]?: readonly string[] } = {
  totalInvestment: ['总投资额', '项目总投资', '投资总额', '计划总投资', '总投资合计', '投资总概算'],
  investmentExcludingLand: ['总投资不含土地费用', '扣除土地费用的投资'],
  fixedAssetInvestment: ['固定资产投资额', '固定资产总投资'],
  equipmentInvestment: ['设备投资额'],
  landArea: ['总用地面积', '总用地', '项目用地面积', '占地面积', '项目占地面积', '用地用海面积', 'land'],
  taxPerMu: ['亩均年税收', '每亩税收'],
  annualEnergy: ['年综合能耗', '年综合能源消费', '年综合能源消耗量', '年能耗'],
  exposedPersons: ['厂界外500米内人口', '周边500米常住人口'],
  nationalClass: ['产业政策类型', '产业政策类别', '国家产业政策'],
  hazardousChemicalProject: ['是否危险化学品建设项目', '是否危化品项目'],
  processes: ['危险化工工艺', '重点监管危险化工工艺'],
  majorHazardLevel: ['重大危险源级别', '重大危险源等级', '危险化学品重大危险源'],
  combustibleDust: ['是否涉及可燃性粉尘', '是否涉爆粉尘'],
  labourIntensive: ['是否劳动密集型'],
  firstOfKindProcess: ['是否国内首次使用的化工工艺'],
};

const DAYS = text(
  '2026-11-23、2026年11月23日或日期格式的单元格',
  '2026-11-23, 2026年11月23日 or a cell formatted as a date',
);

const factField = (fact: BuiltInFact, reference: FileReference): Field => ({
  ...columnOfFact(fact, FACT_HEADERS[fact.key as keyof PlainFacts] ?? [], reference),
  read(cell, row) {
    const value = statedValue(fact, cell, row);
    checked((faults) => new Reader(faults, new Map(), '').builtIn(fact, value));
    return { facts: { [fact.key]: value } };
  },
});

/** A fact that a catalog defines. */
const declaredField = (fact: FactDefinition, reference: FileReference): Field => ({
  ...columnOfFact(fact, [], reference),
  read(cell, row) {
    const stated = declaredValue(fact, statedValue(fact, cell, row));
    const definitions = new Map([[fact.key, fact]]);
    checked((faults) =>
      new Reader(faults, definitions, '').declared([stated], ['facts', 'declared'], 'PROJECT'),
    );
    return { facts: { declared: [stated] } };
  },
});

function columnOfFact(
  fact: FactDefinition,
  headers: readonly string[],
  reference: FileReference,
): Omit<Field, 'read'> {
  const { key, name, unit } = fact;
  const dimension = unitOf(unit ?? '')?.dimension;
  return {
    key,
    name,
    headers: [key, ...headers],
    ...(dimension !== undefined && { measuredIn: (other: string) => other === dimension }),
    ...(isConvertible(unit) && { unit: unit! }),
    ...formOf(fact, reference),
  };
}

function declaredValue({ key, type, many }: FactDefinition, value: unknown): StatedFact {
  if (type !== 'NUMBER') return { key, value: { [VALUE_NAMES[type]]: value } };
  const amounts = (many ? value : [value]) as readonly (string | { number: string; unit: string })[];
  const units = [...new Set(amounts.flatMap((one) => (typeof one === 'string' ? [] : [one.unit])))];
  // One fact has one unit: where a cell has several, the numbers cannot stand beside each other.
  const numbers = amounts.map((one) => (typeof one === 'string' ? one : one.number));
  return {
    key,
    value: many ? { numbers } : { number: numbers[0]! },
    ...(units.length > 0 && { unit: units.join(' / ') }),
  };
}
const VALUE_NAMES = { FLAG: 'flag', CHOICE: 'choice', SET: 'set', DATE: 'date' } as const;

/** @throws Refusals what the engine would say of a value */
function checked(check: (faults: Refusal[]) => void): void {
  const faults: Refusal[] = [];
  check(faults);
  if (faults.length > 0) throw new Refusals(faults);
}

/** Whether forms state it in several units, so that a number alone says nothing. */
const isConvertible = (unit: string | null | undefined): boolean =>
  usualUnits(unitOf(unit ?? '')?.dimension ?? '').length > 1;

/** How values of a fact are written. */
function formOf(
  fact: FactDefinition,
  reference: FileReference,
): Pick<Field, 'understood' | 'example' | 'options' | 'names' | 'single'> {
  switch (fact.type) {
    case 'NUMBER': {
      const units = usualUnits(unitOf(fact.unit ?? '')?.dimension ?? '');
      if (fact.many)
        return {
          understood: text(
            `全部数值，用分号分开：${['120；80', fact.unit].filter(Boolean).join(' ')}；没有填“无”`,
            `all of them, separated by semicolons: ${['120; 80', fact.unit].filter(Boolean).join(' ')}; 无 for none`,
          ),
          example: '120；80',
        };
      return units.length > 1
        ? { understood: text(`1200.5 ${units.join('、')}`, `1200.5 ${units.join(', ')}`), example: 120 }
        : {
            understood: text(`120 ${fact.unit ?? ''}`.trim(), `120 ${fact.unit ?? ''}`.trim()),
            example: 120,
          };
    }
    case 'FLAG':
      return { understood: text('是、否', '是 (yes), 否 (no)'), options: ['是', '否'], example: '否' };
    case 'DATE':
      return { understood: DAYS, example: '2026-11-23' };
    case 'CHOICE':
      return { ...choices(fact, reference), single: true, example: '' };
    case 'SET':
      return { ...choices(fact, reference, { 无: [], 不涉及: [], none: [] }), example: '无' };
    default:
      return unreachable(fact.type);
  }
}

function statedValue(fact: FactDefinition, cell: Cell, row: RowContext): unknown {
  const { unit: ofColumn, serials, names, expected } = row;
  switch (fact.type) {
    case 'NUMBER': {
      if (fact.many) {
        const { many: _, ...one } = fact;
        return severalIn(cell).map((part) => statedValue(one, part, row));
      }
      const { number, unit = null } = readAmount(cell, expected);
      const stated = unit ?? ofColumn;
      if (stated !== null) return { number, unit: stated };
      const { dimension } = unitOf(fact.unit ?? '') ?? {};
      if (!isConvertible(fact.unit)) return number;
      throw new Refusal('UNIT_REQUIRED', { key: fact.key, value: number, options: usualUnits(dimension!) });
    }
    case 'FLAG':
      return readFlag(cell, expected);
    case 'DATE':
      return readDayOf(cell, expected, serials);
    case 'CHOICE': {
      const [option, ...more] = readOptions(cell, names, expected);
      if (option === undefined || more.length > 0) throw unread(cell, expected);
      return option;
    }
    case 'SET':
      return readOptions(cell, names, expected);
    default:
      return unreachable(fact.type);
  }
}

/** Several numbers in a cell; a comma can stand inside one. */
const severalIn = (cell: Cell): readonly Cell[] =>
  /^(?:无|none)$/i.test(plainText(cell))
    ? []
    : typeof cell === 'string'
      ? plainText(cell)
          .split(/[;、\n]/)
          .filter((part) => part.trim() !== '')
      : [cell];

/** The options of a fact by what they are called, in Chinese, in English and by their keys. */
function choices(
  { key, options: own }: FactDefinition,
  reference: FileReference,
  besides: Readonly<Record<string, readonly string[]>> = {},
) {
  const { option } = namesFrom(reference.names, new Map());
  const options = own ?? [];
  const labels = options.map((one) => option(key, one));
  const names = new Map<string, readonly string[]>(Object.entries(besides));
  for (const [at, one] of options.entries())
    for (const name of [one, labels[at]!.zh, labels[at]!.en ?? one, labels[at]!.zh.replace(/类$|级$/, '')])
      names.set(compared(name), [one]);
  const zh = labels.map((label) => label.zh);
  return {
    names,
    options: zh,
    understood: text(zh.join('、'), labels.map((label) => label.en ?? label.zh).join(', ')),
  };
}

function editionOf(cell: Cell, expected: Expected): string {
  const stated = plainText(cell);
  const edition = EDITIONS.find((year) => stated.includes(year));
  if (edition === undefined) throw unread(cell, expected);
  return edition;
}

function readDay(cell: Cell, expected: Expected, serials: boolean): string {
  const day = readDayOf(cell, expected, serials);
  if (!isDay(day)) throw unread(cell, expected);
  return day;
}
