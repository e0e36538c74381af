import type { Text } from '../domain/values/text.ts';
import { text } from '../domain/values/text.ts';

/** How conditions are written, by examples: in the workbook and in the guide. Every one of them is read in a test. */
export const NOTATION_GUIDE: readonly { readonly what: Text; readonly examples: readonly string[] }[] = [
  {
    what: text(
      '数值：不低于、超过、不超过、低于，带单位',
      'numbers: at least, more than, at most, less than, with the unit',
    ),
    examples: ['总投资 低于 30000 万元', '亩均总投资 不低于 280、低于 350 万元/亩'],
  },
  {
    what: text('是否：为 是、为 否', 'yes or no'),
    examples: ['危险化学品建设项目 为 是', '劳动密集型 为 否'],
  },
  { what: text('单选：属于', 'one of several'), examples: ['园区类型 属于 化工园区、工业园区'] },
  {
    what: text('多选：包含任一、包含全部、均不包含', 'several: any of, all of, none of'),
    examples: [
      '建设目的 包含任一 安全提升、生态环保、节能',
      '重点监管的危险化工工艺 包含全部 硝化工艺、重氮化工艺',
      '行业代码 均不包含 2614〔有机化学原料制造〕、44',
    ],
  },
  {
    what: text('日期：早于、不早于', 'days: before, on or after'),
    examples: ['my-catalog.commissioned-on 早于 2024-03-01'],
  },
  {
    what: text(
      '化学品：CAS 号、名单内、名单外或任意，可加活动、质量分数、设计最大量',
      'chemicals: a number, in or outside a list, or any; with activities, mass fraction, designed maximum',
    ),
    examples: [
      '化学品 CAS 7782-50-5〔氯〕 设计最大量 超过 10 吨',
      '化学品 名单内 KEY_SUPERVISED 活动 生产、储存',
      '化学品 CAS 7722-84-1 质量分数 超过 8 %',
      '化学品 任意',
    ],
  },
  {
    what: text(
      '产品：产能、单线产能、新增产能，不问多少的写“不限”',
      'products: capacity, per line, added; 不限 for whatever amount',
    ),
    examples: [
      '产品 味精 产能 不超过 50000 t/a',
      '产品 刨花板 单线产能 低于 50000 m3/a',
      '产品 烧碱 新增产能 不限 t/a',
    ],
  },
  {
    what: text(
      '组合：且、或、非；且与或同时出现时用括号分清',
      'joined by and, or, not; brackets where both stand beside each other',
    ),
    examples: [
      '危险化学品建设项目 为 是 且 非（园区类型 属于 化工园区）',
      '园区类型 属于 化工园区 且（总投资 低于 30000 万元 或 用地面积 低于 30 亩）',
    ],
  },
  {
    what: text(
      '名称：内置事项和选项写名称或标识；目录自定的写标识，其后可注名称；代码后注的名称须与之相符',
      'names: built-in facts and options by name or key; those of a catalog by key, with the name behind it; a name behind a code must be its own',
    ),
    examples: [
      'my-catalog.rate 不低于 95',
      '行业代码 包含任一 C〔制造业〕',
      '产品 “聚氯乙烯（电石法）” 产能 不限 t/a',
    ],
  },
];
