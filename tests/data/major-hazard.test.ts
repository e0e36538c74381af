import { describe, expect, it } from 'vitest';
import data from '../../services/data/major-hazard.json' with { type: 'json' };
import { majorHazardTables, majorHazardThresholds } from '../../services/data/major-hazard.ts';
import { isCas } from '../../services/domain/values/cas.ts';

const { classes, toxicGases, exposure, levels } = majorHazardTables;
const thresholdsOf = (cas: string) => majorHazardThresholds.filter((row) => row.cas.includes(cas));

describe('GB 18218-2018 table 1', () => {
  it('has 85 rows with a threshold above nothing, named in both languages', () => {
    expect(majorHazardThresholds).toHaveLength(85);
    for (const { name, tonnes } of majorHazardThresholds) {
      expect(tonnes).toBeGreaterThan(0);
      expect(name.zh).toMatch(/\p{Script=Han}/u);
      expect(name.en).toMatch(/^[a-z0-9]/);
    }
  });

  it('has right check digits throughout, and no number for three rows', () => {
    expect(majorHazardThresholds.flatMap(({ cas }) => cas).filter((cas) => !isCas(cas))).toEqual([]);
    const without = majorHazardThresholds.filter(({ cas }) => cas.length === 0);
    expect(without.map(({ name }) => name.zh)).toEqual(['煤气', '硝酸铵肥料', '烷基铝']);
  });

  it.each([
    ['7664-41-7', 10],
    ['75-44-5', 0.3],
    ['624-83-9', 0.75],
    ['7782-50-5', 5],
    ['7446-11-9', 75],
    ['7757-79-1', 1000],
    ['67-56-1', 500],
    ['74-98-6', 50],
    ['7440-23-5', 10],
  ])('%s counts from %d t on', (cas, tonnes) => {
    expect(thresholdsOf(cas).map((row) => row.tonnes)).toEqual([tonnes]);
  });

  it('tells rows of one number apart by their specification', () => {
    expect(thresholdsOf('9004-70-0').map(({ tonnes }) => tonnes)).toEqual([1, 1, 10, 50, 50, 50]);
    expect(thresholdsOf('6484-52-2').map(({ tonnes }) => tonnes)).toEqual([5, 50]);
    expect(thresholdsOf('7732-18-5')).toEqual([]);
  });

  it('cites the row of the table and whether it was compared', () => {
    expect(thresholdsOf('50-00-0')).toEqual([
      {
        cas: ['50-00-0'],
        name: { zh: '甲醛', en: 'formaldehyde' },
        specification: { zh: '含量>90%', en: 'content > 90%' },
        fraction: { moreThan: '90' },
        tonnes: 5,
        factor: null,
        source: { document: '危险化学品重大危险源辨识', number: 'GB 18218-2018', article: '表1第8项' },
        compared: true,
      },
    ]);
  });
});

describe('GB 18218-2018 tables 2 to 6', () => {
  it('name 24 classes, five of acute toxicity and 19 of physical hazards', () => {
    expect(classes.map(({ symbol }) => symbol)).toEqual(
      'J1 J2 J3 J4 J5 W1.1 W1.2 W1.3 W2 W3 W4 W5.1 W5.2 W5.3 W5.4 W6.1 W6.2 W7.1 W7.2 W8 W9.1 W9.2 W10 W11'.split(
        ' ',
      ),
    );
    expect(classes.map(({ tonnes }) => tonnes)).toEqual([
      5, 50, 50, 50, 500, 1, 10, 50, 10, 150, 50, 10, 50, 1000, 5000, 10, 50, 10, 50, 50, 50, 200, 200, 200,
    ]);
    expect(classes.map(({ factor }) => factor)).toEqual([
      4, 1, 2, 2, 1, 2, 2, 2, 1.5, 1, 1, 1.5, 1, 1, 1, 1.5, 1, 1.5, 1, 1, 1, 1, 1, 1,
    ]);
  });

  it('give 14 toxic gases a β of their own, and table 1 has it', () => {
    expect([...toxicGases]).toHaveLength(14);
    expect([...toxicGases.keys()].filter((cas) => !isCas(cas))).toEqual([]);
    expect(toxicGases.get('630-08-0')).toBe(2);
    expect(thresholdsOf('75-44-5')[0]!.factor).toBe(20);
    expect(thresholdsOf('7782-50-5')[0]!.factor).toBe(4);
    // All but carbon monoxide, which table 1 has as coal gas only.
    expect(majorHazardThresholds.filter(({ factor }) => factor !== null)).toHaveLength(13);
    for (const { zh, cas } of data.toxicGases)
      for (const row of thresholdsOf(cas)) expect(row.name.zh).toBe(zh);
  });

  it('give α by the persons within 500 m, and levels by R', () => {
    expect(exposure.map(({ persons, factor }) => [persons, factor])).toEqual([
      [100, 2],
      [50, 1.5],
      [30, 1.2],
      [1, 1],
      [0, 0.5],
    ]);
    expect(levels.map(({ level, from }) => [level, from])).toEqual([
      ['ONE', 100],
      ['TWO', 50],
      ['THREE', 10],
      ['FOUR', 0],
    ]);
  });

  it('demand of a substance what a fraction or words say, and of LPG and gasoline nothing', () => {
    const specified = majorHazardThresholds.filter(({ specification }) => specification !== null);
    expect(specified.filter(({ fraction }) => fraction).map(({ name }) => name.zh)).toEqual(['甲醛', '硝酸']);
    expect(specified.filter(({ inclusive }) => inclusive).map(({ name }) => name.zh)).toEqual([
      '液化石油气',
      '汽油',
    ]);
  });
});
