import { describe, expect, it } from 'vitest';
import { productTerms } from '../../services/data/product-terms.ts';
import { compare, decimalText, multiply, parseDecimal } from '../../services/domain/values/decimal.ts';
import { converted, unitOf, usualUnits } from '../../services/domain/values/unit.ts';

const inUnit = (amount: string, from: string, to: string) =>
  decimalText(converted(parseDecimal(amount)!, unitOf(from)!, unitOf(to)!));

describe('units of one dimension convert exactly', () => {
  it.each([
    ['1', '公顷', '亩', '15'],
    ['7.64066', '公顷', '亩', '114.6099'],
    ['1', 'm²', '亩', '0.0015'],
    ['3', '亩', '平方米', '2000'],
    ['1', '平方公里', '公顷', '100'],
    ['1', '平方公里', '亩', '1500'],
    ['1', '万平方米', '㎡', '10000'],
    ['1', 'hm²', 'm2', '10000'],
    ['1', '平方英尺', 'm²', '0.09290304'],
    ['2.5', '亿元', '万元', '25000'],
    ['250000000', '元', '万元', '25000'],
    ['1', '百万元', '万元', '100'],
    ['1', '万吨', 't', '10000'],
    ['1', '吨', '千克', '1000'],
    ['1', '千克', '克', '1000'],
    ['1', '斤', '克', '500'],
    ['1', '千升', 'm³', '1'],
    ['1', '万千升', '千升', '10000'],
    ['1', '亿立方米', '万立方米', '10000'],
    ['1', '公里', '米', '1000'],
    ['1', '万吨标准煤', 'tce', '10000'],
    ['29.3076', 'GJ', 'tce', '1'],
    ['1', '万千瓦', 'MW', '10'],
    ['1', 'GW', 'MW', '1000'],
    ['1', '万吨/年', 't/a', '10000'],
    ['1', '万千升/年', 'm³/a', '10000'],
    ['450', '万元/公顷', '万元/亩', '30'],
  ])('%s %s in %s is %s with %s', (amount, from, to, result) => {
    expect(unitOf(from)!.dimension).toBe(unitOf(to)!.dimension);
    expect(inUnit(amount, from, to)).toBe(result);
  });

  it('an odd amount of mu is an exact fraction of hectares all the same', () => {
    const hectares = converted(parseDecimal('1')!, unitOf('亩')!, unitOf('公顷')!);
    expect(compare(multiply(hectares, parseDecimal('15')!), parseDecimal('1')!)).toBe(0);
  });
});

describe('what has nothing in common does not convert', () => {
  it.each([
    ['t/a', 't/d'],
    ['t', 'kL'],
    ['亩', '万元'],
    ['m³', 'Nm³'],
    ['MW', 'MWp'],
    ['万双', '万只'],
    ['万元', '万元/亩'],
  ])('%s and %s', (one, other) => {
    expect(unitOf(one)!.dimension).not.toBe(unitOf(other)!.dimension);
  });

  it.each(['', '平方', '万美元', 'tons', '亩/', '/亩', 't/a/b', '万', 'MU'])('%j is no unit', (name) => {
    expect(unitOf(name)).toBeUndefined();
  });
});

it('every unit of a product term, and every one that a message offers, is one', () => {
  const units = productTerms.all().flatMap((term) => term.units);
  expect(units.filter((unit) => !unitOf(unit))).toEqual([]);
  for (const dimension of ['AREA', 'MONEY', 'ENERGY', 'MONEY/AREA', 'MASS', 'VOLUME'])
    for (const unit of usualUnits(dimension)) expect(unitOf(unit)?.dimension).toBe(dimension);
});
