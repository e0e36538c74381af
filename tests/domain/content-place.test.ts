import { expect, test } from 'vitest';
import { contentPlaceText } from '../../services/domain/catalog/field-names.ts';

test.each([
  ['effectiveFrom', '2026-12-01', '生效日期：2026-12-01', 'first day in force: 2026-12-01'],
  [
    'natures',
    'NEW_BUILD, RELOCATION',
    '适用建设性质：新建、迁建',
    'natures of construction: new build, relocation',
  ],
  ['conditionsPending', 'true', '条件待编写', 'conditions still to be written'],
  ['entries', '10001', '条目：10001', 'entries: 10001'],
  ['tests', '30001', '条件中的判断：30001', 'tests in conditions: 30001'],
  ['members', '100001', '名单中的物质：100001', 'substances on lists: 100001'],
  ['facts', '1001', '事项：1001', 'fact: 1001'],
  ['facts.own.rate', 'own.rate', '事项“own.rate”', 'fact "own.rate"'],
  ['facts.own.rate.unit', '吨', '事项“own.rate”的计量单位：吨', 'unit of fact "own.rate": 吨'],
  ['facts.own.rate.ratio.numerator', '', '事项“own.rate”的比率', 'ratio of fact "own.rate"'],
  ['lists.own.toxic.fractions', '> 120', '化学品名单“own.toxic”的成员的质量分数范围：> 120', null],
  ['products.铁合金', '焦炭', '产品类别“铁合金”：焦炭', 'product term "铁合金": 焦炭'],
  ['requirements.r10.text', '1', '限制条件“r10”的内容：1', 'wording of requirement "r10": 1'],
])('%s, %s is told in words', (path, value, zh, en) => {
  expect(contentPlaceText(path, value, 'zh')).toBe(zh);
  if (en) expect(contentPlaceText(path, value, 'en')).toBe(en);
});
