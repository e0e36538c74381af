import { describe, expect, it } from 'vitest';
import { classification, industries } from '../../services/data/classification.ts';
import { reference } from '../../services/data/reference.ts';
import { covers, type IndustryLevel } from '../../services/domain/facts/industry.ts';

const SECTIONS = [...'ABCDEFGHIJKLMNOPQRST'];

describe('GB/T 4754-2017 with amendment 1', () => {
  it('has 20 sections, 97 divisions, 473 groups and 1 382 classes', () => {
    const count = (level: IndustryLevel) => industries.filter((industry) => industry.level === level).length;
    expect([count('SECTION'), count('DIVISION'), count('GROUP'), count('CLASS')]).toEqual([
      20, 97, 473, 1382,
    ]);
  });

  it('gives every code once, in the form of its level', () => {
    expect(new Set(industries.map(({ code }) => code)).size).toBe(1972);
    const forms = { SECTION: /^[A-T]$/, DIVISION: /^\d\d$/, GROUP: /^\d{3}$/, CLASS: /^\d{4}$/ };
    for (const { code, level } of industries) expect(code).toMatch(forms[level]);
  });

  it('has the divisions of each section without a gap', () => {
    expect(SECTIONS.flatMap((section) => classification.industry(section)!.children)).toEqual(
      Array.from({ length: 97 }, (_, index) => String(index + 1).padStart(2, '0')),
    );
  });

  it('knows parents and children of each other', () => {
    for (const industry of industries) {
      const parent = industry.parent === null ? undefined : classification.industry(industry.parent);
      if (industry.level === 'SECTION') expect(industry.parent).toBeNull();
      else expect(parent!.children).toContain(industry.code);
      for (const child of industry.children)
        expect(classification.industry(child)!.parent).toBe(industry.code);
      expect(industry.children.length > 0).toBe(industry.level !== 'CLASS');
    }
  });

  it('reaches every class from exactly one section', () => {
    expect(SECTIONS.flatMap((section) => classification.classesOf(section))).toEqual(classification.classes);
    expect(classification.classes).toHaveLength(1382);
  });

  it('gives the classes at or below a code, and none for a code that does not exist', () => {
    expect(classification.classesOf('2611')).toEqual(['2611']);
    expect(classification.classesOf('261')).toEqual(['2611', '2612', '2613', '2614', '2619']);
    expect(classification.classesOf('051')).toEqual(['0511', '0512', '0513', '0514', '0515', '0519']);
    expect(classification.classesOf('26')).toHaveLength(38);
    expect(classification.classesOf('2600')).toEqual([]);
    expect(classification.classesOf('')).toEqual([]);
    expect(classification.industry('2600')).toBeUndefined();
    expect(classification.industry('c')).toBeUndefined();
  });

  it('has the supervision commission of amendment 1, with courts and procuratorates moved down', () => {
    expect(named('9231')).toBe('监察委员会');
    expect(named('9232')).toBe('人民法院');
    expect(named('9233')).toBe('人民检察院');
    expect(classification.industry('923')!.children).toEqual(['9231', '9232', '9233']);
  });

  it('has the official Chinese names, and an English one beside each', () => {
    expect(classification.industry('2614')).toEqual({
      code: '2614',
      level: 'CLASS',
      parent: '261',
      children: [],
      name: { zh: '有机化学原料制造', en: 'Manufacture of organic chemical raw materials' },
    });
    expect(named('C')).toBe('制造业');
    expect(named('26')).toBe('化学原料和化学制品制造业');
    expect(named('3841')).toBe('锂离子电池制造');
    expect(named('7517')).toBe('三维（3D）打印技术推广服务');
    for (const { name } of industries) expect(name.zh).toMatch(/^[\p{Script=Han}、（）3D]+$/u);
  });

  it('covers what lies below a code, at any depth', () => {
    expect(covers(classification, 'C', '2614')).toBe(true);
    expect(covers(classification, '26', '2614')).toBe(true);
    expect(covers(classification, '2614', '2614')).toBe(true);
    expect(covers(classification, '2614', '261')).toBe(false);
    expect(covers(classification, 'B', '2614')).toBe(false);
  });

  it('is identified by its content, so that a decision can prove what it rested on', () => {
    // Changes only when codes, Chinese names or the edition before change: then decisions before and after rest on different data.
    expect(reference.classification.hash).toBe(
      '871b777ca3911feb264c31ee002e1892126a4d5032fa7f69fa9b4a8b59dadc28',
    );
  });
});

const named = (code: string) => classification.industry(code)!.name.zh;
