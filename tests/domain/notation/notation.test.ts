import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { reference } from '../../../services/data/reference.ts';
import type { Condition } from '../../../services/domain/condition/condition.ts';
import { OPERATORS } from '../../../services/domain/condition/operators/table.ts';
import type { FactDefinition } from '../../../services/domain/facts/fact.ts';
import { FileFault } from '../../../services/domain/messages/file-faults.ts';
import { notationOf } from '../../../services/domain/notation/notation.ts';
import { NOTATIONS } from '../../../services/domain/notation/tests.ts';
import { vocabularyOf } from '../../../services/domain/notation/vocabulary.ts';
import { times } from '../../testkit/times.ts';
import { arbitraryCondition } from './arbitrary-condition.ts';

const fact = (key: string, zh: string): FactDefinition => ({
  key,
  type: 'NUMBER',
  about: 'PROJECT',
  name: { zh },
  question: { zh },
});
const { read, write } = notationOf(
  vocabularyOf({
    classification: reference.classification,
    names: reference.names,
    facts: [
      fact('sx.rate', '循环利用率'),
      fact('sx.rate2', '循环利用率二期'),
      fact('sx.a', '同名'),
      fact('sx.b', '同名'),
    ],
    lists: [{ key: 'sx.list', name: { zh: '省级名单' }, members: ['50-00-0'] }],
  }),
);

describe('a condition is written as administrators say it', () => {
  const flag: Condition = { flag: { fact: 'hazardousChemicalProject', is: true } };
  const kind: Condition = { choice: { fact: 'zone.kind', oneOf: ['CHEMICAL_PARK', 'OUTSIDE'] } };
  test.each<[string, string, Condition]>([
    [
      '总投资 低于 30000 万元',
      'total investment less than 30000 万元',
      { number: { fact: 'totalInvestment', unit: '万元', lessThan: '30000' } },
    ],
    [
      '亩均总投资 不低于 280、低于 350 万元/亩',
      'total investment per mu at least 280, less than 350 万元/亩',
      { number: { fact: 'totalInvestmentPerMu', unit: '万元/亩', atLeast: '280', lessThan: '350' } },
    ],
    ['危险化学品建设项目 为 是', 'hazardous-chemical construction project is yes', flag],
    ['园区类型 属于 化工园区、园区外', 'kind of zone is one of chemical park, outside parks', kind],
    [
      '行业代码 包含任一 2614〔有机化学原料制造〕、C〔制造业〕',
      'industry codes include any of 2614〔Manufacture of organic chemical raw materials〕, C〔Manufacturing〕',
      { set: { fact: 'industries', includesAny: ['2614', 'C'] } },
    ],
    [
      '建设目的 均不包含 安全提升、节能',
      'purposes include none of safety, energy saving',
      { set: { fact: 'purposes', includesNone: ['SAFETY', 'ENERGY'] } },
    ],
    [
      'sx.rate〔循环利用率〕 不低于 95',
      'sx.rate〔循环利用率〕 at least 95',
      { number: { fact: 'sx.rate', atLeast: '95' } },
    ],
    [
      'other.commissioned 早于 2024-03-01',
      'other.commissioned before 2024-03-01',
      { date: { fact: 'other.commissioned', before: '2024-03-01' } },
    ],
    [
      '化学品 CAS 7782-50-5〔氯〕 活动 生产、储存 质量分数 超过 8 % 设计最大量 超过 10 吨',
      'chemical CAS 7782-50-5〔chlorine〕 activities produce, store mass fraction more than 8 % designed maximum more than 10 t',
      {
        chemical: {
          substance: { cas: '7782-50-5' },
          activities: ['PRODUCE', 'STORE'],
          fraction: { moreThan: '8' },
          moreThan: '10',
        },
      },
    ],
    [
      '化学品 名单外 sx.list〔省级名单〕',
      'chemical outside the list sx.list〔省级名单〕',
      { chemical: { substance: { outsideList: 'sx.list' } } },
    ],
    [
      '产品 味精 产能 不超过 50000 t/a',
      'product 味精 capacity at most 50000 t/a',
      { product: { product: '味精', unit: 't/a', of: 'CAPACITY', atMost: '50000' } },
    ],
    [
      '产品 电石 产能 低于 5 “10kg”',
      'product 电石 capacity less than 5 “10kg”',
      { product: { product: '电石', unit: '10kg', of: 'CAPACITY', lessThan: '5' } },
    ],
    [
      '产品 刨花板 单线产能 不限 m3/a',
      'product 刨花板 capacity per line whatever m3/a',
      { product: { product: '刨花板', unit: 'm3/a', of: 'PER_LINE' } },
    ],
    [
      '危险化学品建设项目 为 是 且 （园区类型 属于 化工园区、园区外 或 非（危险化学品建设项目 为 是））',
      'hazardous-chemical construction project is yes and (kind of zone is one of chemical park, outside parks or not(hazardous-chemical construction project is yes))',
      { all: [flag, { any: [kind, { not: flag }] }] },
    ],
    [
      '全部（危险化学品建设项目 为 是）',
      'all of(hazardous-chemical construction project is yes)',
      { all: [flag] },
    ],
  ])('%s', (zh, en, condition) => {
    expect([write(condition), write(condition, 'en')]).toEqual([zh, en]);
    expect([read(write(condition)), read(write(condition, 'en'))]).toEqual([condition, condition]);
  });

  test('without blanks, in full width, with synonyms, numbers of thousands and days of forms it is the same', () => {
    expect(read('总投资小于３０，０００万元或者用地面积≥１０亩')).toEqual({
      any: [
        { number: { fact: 'totalInvestment', unit: '万元', lessThan: '30000' } },
        { number: { fact: 'landArea', unit: '亩', atLeast: '10' } },
      ],
    });
    expect(read('全部（园区级别 为 国家级；other.commissioned 早于 2024年3月1日）')).toEqual({
      all: [
        { choice: { fact: 'zone.level', oneOf: ['NATIONAL'] } },
        { date: { fact: 'other.commissioned', before: '2024-03-01' } },
      ],
    });
  });
});

describe('what cannot be read is refused at its column', () => {
  test.each([
    ['总投资增长率 低于 5', 'NOTATION_EXPECTED', 4],
    ['不知名的事项 为 是', 'NOTATION_EXPECTED', 1],
    ['总投资 低于 很多 万元', 'NOTATION_EXPECTED', 8],
    // None of these is 30 or 12345 of a unit called "000", "6" or ".6".
    ['总投资 低于 30 000', 'NOTATION_EXPECTED', 8],
    ['总投资 低于 12,3456', 'NOTATION_EXPECTED', 8],
    ['产品 硅铁 产能 不低于 3.5.6', 'NOTATION_EXPECTED', 14],
    ['总投资 低于 5 万元 且', 'NOTATION_EXPECTED', 14],
    ['总投资 低于 5、低于 6 万元', 'NOTATION_EXPECTED', 10],
    ['总投资 不低于 5 万元、低于 6 亿元', 'NOTATION_EXPECTED', 19],
    ['园区类型 属于 化工园区、开发园', 'NOTATION_EXPECTED', 14],
    ['行业代码 包含任一 2699', 'NOTATION_EXPECTED', 11],
    ['行业代码 包含任一 2614〔无机盐制造〕', 'NOTATION_NAME_MISMATCH', 11],
    ['行业代码 包含 26、27', 'NOTATION_WHICH_OF_SEVERAL', 6],
    ['同名 低于 5', 'NOTATION_NAME_OF_SEVERAL', 1],
    ['（总投资 低于 5', 'NOTATION_EXPECTED', 10],
    ['总投资 低于 5 或 总投资 低于 6 且 总投资 低于 7', 'NOTATION_MIXED', 21],
    ['化学品 设计最大量 超过 10 吨', 'NOTATION_EXPECTED', 5],
    ['化学品 任意 设计最大量 超过 10 千克', 'NOTATION_EXPECTED', 20],
    ['产品 硅铁 不低于 5 t/a', 'NOTATION_EXPECTED', 7],
    ['总投资 早于 2024-02-30', 'NOTATION_EXPECTED', 8],
    ['', 'NOTATION_EXPECTED', 1],
    [`${'('.repeat(60)}总投资 低于 5${')'.repeat(60)}`, 'NOTATION_TOO_DEEP', 50],
  ])('%s', (text, code, column) => {
    expect(faultOf(text)).toMatchObject({ code, details: { column } });
  });

  test('with what would be understood, in both languages', () => {
    const fault = faultOf('总投资 约 5 万元');
    expect(fault.text('zh')).toMatch(/^第 5 字“约 5 万元”处不能识别，此处应为“不低于”“超过”/);
    expect(fault.text('en')).toMatch(
      /^At character 5, "约 5 万元" cannot be read\. Expected here: "at least"/,
    );
  });

  test('a cell full of brackets is refused as quickly as any other', () => {
    expect(faultOf('非'.repeat(30_000)).code).toBe('NOTATION_TOO_DEEP');
  });

  function faultOf(text: string): FileFault {
    try {
      throw new Error(`was read: ${JSON.stringify(read(text))}`);
    } catch (error) {
      if (error instanceof FileFault) return error;
      throw error;
    }
  }
});

test('whatever a condition names, it is read as what was written', { timeout: 600_000 }, () => {
  fc.assert(
    fc.property(arbitraryCondition, fc.constantFrom('zh' as const, 'en' as const), (condition, locale) => {
      const text = write(condition, locale);
      expect(read(text)).toEqual(condition);
      expect(write(read(text), locale)).toBe(text);
      expect(text).toBe(text.trim());
    }),
    { numRuns: times(1_000, 20_000) },
  );
});

test('every operator has its notation, in the order of the operators', () => {
  expect(Object.keys(NOTATIONS)).toEqual(Object.keys(OPERATORS));
});
