import { describe, expect, it } from 'vitest';
import { classification } from '../../services/data/classification.ts';
import file from '../../services/data/classification-2011.json' with { type: 'json' };

const edition2011 = classification.earlier;
const codes = file.rows.map((row) => row.split('|')[0]!);

describe('GB/T 4754-2011', () => {
  it('has 20 sections, 96 divisions, 432 groups and 1 094 classes, each once', () => {
    const count = (form: RegExp) => codes.filter((code) => form.test(code)).length;
    expect([/^[A-T]$/, /^\d\d$/, /^\d{3}$/, /^\d{4}$/].map(count)).toEqual([20, 96, 432, 1094]);
    expect(new Set(codes).size).toBe(codes.length);
  });

  it('has a name for every code', () => {
    for (const code of codes) expect(edition2011.name(code)).toMatch(/\p{Script=Han}/u);
    expect(edition2011.name('3140')).toBe('钢压延加工');
    expect(edition2011.name('2614')).toBe('有机化学原料制造');
    expect(edition2011.name('3842')).toBe('镍氢电池制造');
    expect(edition2011.name('3843')).toBeUndefined();
  });

  it('has for every class those of today, and 912 of them are one class for sure', () => {
    const classes = codes.filter((code) => /^\d{4}$/.test(code)).map(edition2011.classesToday);
    expect(classes.filter((today) => today.length === 0)).toEqual([]);
    const unknown = classes.flat().filter(({ code }) => classification.industry(code)?.level !== 'CLASS');
    expect(unknown).toEqual([]);
    expect(classes.filter(([only, ...more]) => only!.sure && more.length === 0)).toHaveLength(912);
    expect(edition2011.classesToday('2665')).toEqual([{ code: '2666', sure: true }]);
    expect(edition2011.classesToday('314')).toEqual([{ code: '3130', sure: false }]);
    expect(edition2011.classesToday('9999')).toEqual([]);
  });
});
