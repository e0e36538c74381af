import { describe, expect, test } from 'vitest';
import { digits } from '../../services/console/app/portal/amounts.ts';
import { filledChemicals, filledProducts, termsWith } from '../../services/console/app/portal/inventory.ts';

describe('a number as it was typed', () => {
  test.each([
    ['30,000', '30000'],
    [' 1 234 567.5 ', '1234567.5'],
    ['１２，０００', '12000'],
    ['-1.50', '-1.50'],
    // No other number is made of these: the API refuses them.
    ['1,5', '1,5'],
    ['120，80', '120,80'],
    ['12,3456', '12,3456'],
    ['3 5', '3 5'],
  ])('%s', (typed, number) => {
    expect(digits(typed)).toBe(number);
  });
});

describe('a list that is confirmed is complete', () => {
  test('no row in which anything was said is left out', () => {
    const unnamed = { name: '', tonnes: '20' };
    expect(filledChemicals([{ name: '液氯' }, unnamed, {}, { name: ' ', cas: null }])).toEqual([
      { name: '液氯' },
      unnamed,
    ]);
    const amount = { product: '', capacity: '5', unit: '万吨/年' };
    expect(filledProducts([{ product: '', unit: '万吨/年' }, amount])).toEqual([amount]);
  });

  test('a tick that is taken back says nothing: that a product is none of the terms is said by itself', () => {
    expect(termsWith(null, '电石', true)).toEqual(['电石']);
    expect(termsWith(['电石', '合成氨'], '电石', false)).toEqual(['合成氨']);
    expect(termsWith(['电石'], '电石', false)).toBeNull();
  });
});
