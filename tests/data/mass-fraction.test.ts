import { describe, expect, it } from 'vitest';
import { readCondition } from '../../services/data/mass-fraction.ts';

describe('the mass fraction that a list words', () => {
  it.each([
    ['含量＞20%', { fraction: { moreThan: '20' } }],
    ['含量>8%', { fraction: { moreThan: '8' } }],
    ['含量≤56.5%', { fraction: { atMost: '56.5' } }],
    ['8%<含量<20%', { fraction: { moreThan: '8', lessThan: '20' } }],
    ['20%≤含量<60%', { fraction: { atLeast: '20', lessThan: '60' } }],
    ['72%＜含量≤100%', { fraction: { moreThan: '72', atMost: '100' } }],
    ['含量52%～100%', { fraction: { atLeast: '52', atMost: '100' } }],
    ['含量≤52%,含A型稀释剂≥48%', { fraction: { atMost: '52' }, condition: '含A型稀释剂≥48%' }],
    ['糊状物，含量≤42%', { fraction: { atMost: '42' }, condition: '糊状物' }],
  ])('is read from %s', (words, read) => {
    expect(readCondition(words)).toEqual(read);
  });

  it.each([
    '无水',
    '浓度≤50%',
    '含水≥25%',
    '含肼≤64%',
    '有效氧含量≤10%',
    '惰性固体含量≥48%',
    '闭杯闪点≤60℃',
    '含量',
    '含量≤30%,含量≥40%',
  ])('is not guessed from %s', (words) => {
    expect(readCondition(words)).toEqual({ condition: words });
  });
});
